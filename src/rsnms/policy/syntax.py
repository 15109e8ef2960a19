"""The form of policy files: what may be written, before names are resolved. The JSON Schema comes from here.

Every scalar arrives as text (see :mod:`rsnms.policy.reader`) and is converted by the type of its field.
"""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from rsnms.domain.fact import About, FactType
from rsnms.domain.level import Level
from rsnms.domain.subject import Modality, SubjectKind
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.forms import Bilingual, Clause, Count, Day, Flag, Form, Id, Scalar, Words


class StatedForm(Form):
    """What everything has that an act says."""

    id: Id
    title: Bilingual
    clause: Clause | None = None
    act: Id | None = Field(None, description="Акт из policy.yaml; по умолчанию первый / defaults to the first act")
    modality: Modality | None = None
    reading: Words | None = Field(None, description="Чтение: что текст акта оставляет открытым / our reading")


class ElementForm(StatedForm):
    """What every element of a section has; one of the parents' is replaced as a whole."""

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


_WordForms = Annotated[list[Words], BeforeValidator(lambda forms: [forms] if isinstance(forms, str) else forms)]


class UnitForm(Form):
    """A unit: ``"%"``, its three Russian forms ``[балл, балла, баллов]``, or ``{ru: …, en: [point, points]}``."""

    ru: _WordForms
    en: _WordForms | None = None

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


class GroundForm(StatedForm):
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


class StatementForm(StatedForm):
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


class _WithoutNull(GenerateJsonSchema):
    """A key that need not stand may be left out, but has a value where it stands."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return (
            self.generate_inner(schema["schema"]) if schema.get("default") is None else super().default_schema(schema)
        )


def json_schema(kind: Literal["sections", "identity"] = "sections") -> dict[str, Any]:
    """The JSON Schema of a policy file, generated from these forms."""
    form = IdentityForm if kind == "identity" else SectionsForm
    schema = form.model_json_schema(by_alias=True, schema_generator=_WithoutNull)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
