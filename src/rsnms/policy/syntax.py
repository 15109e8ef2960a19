"""The form of policy files: what may be written, before names are resolved. The JSON Schema comes from here.

Every scalar arrives as text (see :mod:`rsnms.policy.reader`) and is converted by the type of its field.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from rsnms.domain.fact import About, FactType, read_date
from rsnms.domain.level import Level
from rsnms.domain.subject import Modality, SubjectKind
from rsnms.domain.text import Text

ID_PATTERN = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"


class Form(BaseModel):
    """A mapping of a policy file: unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, use_enum_values=False)


def _refuse(code: str, ru: str, en: str) -> PydanticCustomError:
    return PydanticCustomError("expected", "{en}", {"ru": ru, "en": en, "code": code})


def _a_date(text: object) -> object:
    if isinstance(text, date):
        return text
    day = read_date(text) if isinstance(text, str) else None
    if day is None:
        raise _refuse("wrong-value", "существующая дата вида 2024-01-31", "an existing date such as 2024-01-31")
    return day


def _a_boolean(text: object) -> object:
    if isinstance(text, bool):
        return text
    if text not in ("true", "false"):
        raise _refuse("wrong-value", "true или false", "true or false")
    return text == "true"


def _a_count(text: object) -> object:
    if isinstance(text, int):
        return text
    if not isinstance(text, str) or not re.fullmatch(r"[1-9][0-9]{0,2}", text):
        raise _refuse("wrong-value", "целое число от 1 до 999", "a whole number from 1 to 999")
    return int(text)


def _an_id(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(ID_PATTERN, text):
        raise _refuse(
            "wrong-value",
            "идентификатор из строчных латинских букв, цифр, «-» и «_»",
            "an id of lower-case Latin letters, digits, '-' and '_'",
        )
    return text


def _words(text: object) -> object:
    if not isinstance(text, str) or not text.strip():
        raise _refuse("wrong-value", "непустой текст", "a text that is not empty")
    return " ".join(text.split())


Day = Annotated[date, BeforeValidator(_a_date), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(_a_boolean), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Count = Annotated[int, BeforeValidator(_a_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 1})]
Id = Annotated[str, BeforeValidator(_an_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
Words = Annotated[str, BeforeValidator(_words), WithJsonSchema({"type": "string", "minLength": 1})]
Scalar = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Clause = Annotated[
    Words, WithJsonSchema({"type": ["string", "number"], "description": "Пункт акта, например 3.2.4 или прил. 2, 4.1"})
]


class BilingualForm(Form):
    """A text in Russian, with an English wording where there is one: ``title: …`` or ``title: {ru: …, en: …}``."""

    ru: Words
    en: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_russian(cls, value: object) -> object:
        return {"ru": value} if isinstance(value, str) else value

    def text(self) -> Text:
        """The domain's text."""
        return Text(self.ru, self.en)


_BilingualSchema = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"ru": {"type": "string"}, "en": {"type": "string"}},
            "required": ["ru"],
            "additionalProperties": False,
        },
    ]
}
Bilingual = Annotated[BilingualForm, WithJsonSchema(_BilingualSchema)]


# --- conditions ------------------------------------------------------------------------------------------------------


class ComparisonForm(Form):
    """A fact compared with a value, by exactly one operator."""

    fact: str = Field(description="Имя факта / name of the fact")
    is_: Scalar | None = Field(None, alias="is", description="равно / equals")
    is_not: Scalar | None = Field(None, description="не равно / differs from")
    one_of: list[Scalar] | None = Field(None, description="одно из значений / one of the values")
    at_least: Scalar | None = Field(None, description="не менее / at least")
    at_most: Scalar | None = Field(None, description="не более / at most")
    more_than: Scalar | None = Field(None, description="более / more than")
    less_than: Scalar | None = Field(None, description="менее / less than")
    between: list[Scalar] | None = Field(None, description="от и до включительно / from and to, both included")
    any_of: list[Scalar] | None = Field(None, description="множество содержит хотя бы одно / the set has any of")
    all_of: list[Scalar] | None = Field(None, description="множество содержит все / the set has all of")
    none_of: list[Scalar] | None = Field(None, description="ни одно из значений / none of the values")
    known: Scalar | None = Field(None, description="факт известен / the fact is known")
    clause: Clause | None = None
    reading: Words | None = None


class AllForm(Form):
    """Every part is met."""

    all: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class AnyForm(Form):
    """At least one part is met."""

    any: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class NotForm(Form):
    """The part is unmet."""

    not_: "ConditionForm" = Field(alias="not")
    title: Bilingual | None = None
    clause: Clause | None = None


class CountForm(Form):
    """At least so many of the parts are met: ``{at_least: 2, of: [...]}``."""

    at_least: Count
    of: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class UseForm(Form):
    """A named criterion; a clause here stands for its comparisons that name none."""

    use: str
    clause: Clause | None = None


_KIND_OF_KEY = {"fact": "<fact>", "use": "<use>", "all": "<all>", "any": "<any>", "not": "<not>", "of": "<of>"}


def _kind_of_condition(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    return next((kind for key, kind in _KIND_OF_KEY.items() if key in value), None)


ConditionForm = Annotated[
    Annotated[ComparisonForm, Tag("<fact>")]
    | Annotated[UseForm, Tag("<use>")]
    | Annotated[AllForm, Tag("<all>")]
    | Annotated[AnyForm, Tag("<any>")]
    | Annotated[NotForm, Tag("<not>")]
    | Annotated[CountForm, Tag("<of>")],
    Discriminator(_kind_of_condition),
]

# --- elements --------------------------------------------------------------------------------------------------------


class ElementForm(Form):
    """What every element of a section has."""

    id: Id
    title: Bilingual
    clause: Clause | None = None
    act: Id | None = Field(None, description="Акт из policy.yaml; по умолчанию первый / defaults to the first act")
    modality: Modality | None = None
    reading: Words | None = Field(None, description="Чтение: что текст акта оставляет открытым / our reading")
    override: Flag = False


class FactValueForm(Form):
    """A listed value of a fact."""

    id: Id
    title: Bilingual
    synonyms: list[Words] = Field(default_factory=list, description="Как значение пишут в таблицах / spellings")


class MovementForm(Form):
    """How time moves a fact: one of ``grows``; ``since``; ``from``/``until`` with ``then``; ``happened_on``."""

    grows: Annotated[Literal["true"], WithJsonSchema({"enum": [True, "true"]})] | None = None
    since: str | None = Field(None, description="Срок отсчитывается от даты / counted from a date fact")
    from_: str | None = Field(None, alias="from", description="Действует с / holds from a date fact")
    until: str | None = Field(None, description="Действует по / holds until a date fact")
    then: Scalar | None = Field(None, description="Значение после окончания / the value afterwards")
    term: Scalar | None = Field(None, description="Срок действия, если дата окончания не указана / default term")
    term_before: Day | None = Field(None, description="Срок только у решений до этой даты / for older decisions")
    happened_on: str | None = Field(None, description="Верно с этой даты / true from a date fact on")
    overlap: list[str] | None = Field(None, description="Есть ли общее у двух множеств / do two sets share a member")


class RangeForm(Form):
    """The least and the greatest possible value."""

    at_least: Scalar | None = None
    at_most: Scalar | None = None


class UnitForm(Form):
    """A unit: ``"%"``, its three Russian forms ``[балл, балла, баллов]``, or ``{ru: …, en: [point, points]}``."""

    ru: list[Words] | Words
    en: list[Words] | Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _forms_are_russian(cls, value: object) -> object:
        return {"ru": value} if isinstance(value, str | list) else value


_WORDS_SCHEMA = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_UnitSchema = {
    "anyOf": [
        *_WORDS_SCHEMA["anyOf"],
        {
            "type": "object",
            "properties": {"ru": _WORDS_SCHEMA, "en": _WORDS_SCHEMA},
            "required": ["ru"],
            "additionalProperties": False,
        },
    ]
}
Unit = Annotated[UnitForm, WithJsonSchema(_UnitSchema)]


class FactForm(ElementForm):
    """A fact of the vocabulary."""

    type: FactType
    about: About = About.PERSON
    values: list[FactValueForm] = Field(default_factory=list)
    unit: Unit | None = Field(None, description="Единица измерения / unit of measure")
    question: Bilingual | None = Field(None, description="Как спросить об этом человека / how to ask a person")
    evidence: Bilingual | None = Field(None, description="Чем подтверждается / what proves it")
    action: Bilingual | None = Field(
        None, description="Что сделать, чтобы изменить; {value} — нужное значение / what a person does to change it"
    )
    effort: Count = Field(1, description="Насколько это трудно, от 1 / how much it asks")
    time: MovementForm | None = None
    range: RangeForm | None = None
    headings: list[Words] = Field(default_factory=list, description="Заголовки столбцов в таблицах / column headings")


class CriterionForm(ElementForm):
    """A named condition that others use."""

    about: About = About.PERSON
    when: ConditionForm


class GroundForm(ElementForm):
    """A ground of eligibility; the first that is met gives the standing."""

    when: ConditionForm


class FormedByForm(Form):
    """Who forms the body to which the eligibility leads."""

    subject: str
    clause: Clause | None = None


Aspect = Literal[
    "admitting-body", "admission-procedure", "term", "exit", "number-of-members", "length-of-break", "kind-of-work"
]


class EligibilityForm(ElementForm):
    """Who may become what: a gate that everybody passes, and ordered grounds."""

    about: About = About.PERSON
    confers: Bilingual | None = Field(None, description="Кем становится / the standing that it gives")
    formed_by: FormedByForm | None = None
    gate: ConditionForm | None = None
    grounds: list[GroundForm] = Field(min_length=1)
    silent_on: list[Aspect] = Field(
        default_factory=list, description="О чём акт молчит / what the act does not specify"
    )


class StatementForm(ElementForm):
    """A function, right or duty of a subject."""

    activity: str | None = Field(None, description="Вид деятельности федеральной базы / canonical activity")


class SubjectForm(ElementForm):
    """A subject of the system."""

    kind: SubjectKind
    level: Level
    official_name: Words | None = None
    part_of: str | None = None
    coordinated_by: str | None = None
    functions: list[StatementForm] = Field(default_factory=list)
    rights: list[StatementForm] = Field(default_factory=list)
    duties: list[StatementForm] = Field(default_factory=list)


class TermForm(ElementForm):
    """A term that the act defines, in our own short words."""

    means: Bilingual


class ActivityForm(ElementForm):
    """A canonical activity by which the functions of different acts are compared."""


# --- acts and files --------------------------------------------------------------------------------------------------


class InForceForm(Form):
    """The first and the last day on which an act is in force."""

    from_: Day = Field(alias="from")
    until: Day | None = None


class ActReferenceForm(Form):
    """Another act, as far as the text names it."""

    kind: Words | None = None
    body: Words | None = None
    number: Words | None = None
    date: Day | None = None
    title: Words | None = None


class ActForm(Form):
    """An act that a policy encodes."""

    id: Id
    kind: Words
    title: Words
    body: Words
    number: Words | None = None
    date: Day | None = None
    in_force: InForceForm | None = None
    repeals: list[ActReferenceForm] = Field(default_factory=list)
    basis: list[ActReferenceForm] = Field(default_factory=list)
    reading: Words | None = None


class IdentityForm(Form):
    """``policy.yaml``: who the jurisdiction is and which acts it follows; the first act is the principal one."""

    title: Bilingual
    level: Level
    code: Words | None = Field(None, description="ISO 3166-2 или ОКТМО")
    parent: str | None = Field(None, description="Политика-родитель; по умолчанию ближайшая папка выше / parent policy")
    acts: list[ActForm] = Field(default_factory=list)
    note: Words | None = None


class RemoveForm(Form):
    """Elements of the parents that do not apply here, by section."""

    facts: list[str] = Field(default_factory=list)
    criteria: list[str] = Field(default_factory=list)
    eligibility: list[str] = Field(default_factory=list)
    subjects: list[str] = Field(default_factory=list)
    terms: list[str] = Field(default_factory=list)
    activities: list[str] = Field(default_factory=list)


class SectionsForm(Form):
    """The sections that a file may hold; each stands in one file of the folder."""

    facts: list[FactForm] = Field(default_factory=list)
    criteria: list[CriterionForm] = Field(default_factory=list)
    eligibility: list[EligibilityForm] = Field(default_factory=list)
    subjects: list[SubjectForm] = Field(default_factory=list)
    terms: list[TermForm] = Field(default_factory=list)
    activities: list[ActivityForm] = Field(default_factory=list)
    remove: RemoveForm = Field(default_factory=RemoveForm)


ELEMENT_FORMS: dict[str, type[ElementForm]] = {
    "activities": ActivityForm,
    "facts": FactForm,
    "criteria": CriterionForm,
    "subjects": SubjectForm,
    "eligibility": EligibilityForm,
    "terms": TermForm,
}
"""The sections of elements, in the order in which they build on each other."""
SECTIONS = (*ELEMENT_FORMS, "remove")

for _form in (AllForm, AnyForm, NotForm, CountForm, CriterionForm, GroundForm, EligibilityForm, SectionsForm):
    _form.model_rebuild()


def json_schema(kind: Literal["sections", "identity"] = "sections") -> dict[str, Any]:
    """The JSON Schema of a policy file, generated from these forms."""
    form = IdentityForm if kind == "identity" else SectionsForm
    schema = form.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
