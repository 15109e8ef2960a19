"""The form of facts: what can be known, how time moves it, how rosters write it."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from rsnms.domain.fact import About, FactType
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.forms import Bilingual, Count, Day, ElementForm, Form, Id, Scalar, Words


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


class RecordsForm(Form):
    """A boolean fact that follows from the records of a passport: does the person have one that meets a condition."""

    of: Literal[About.DIAGNOSIS, About.ROUTE, About.TRAINING] = Field(description="О каких записях / of which records")
    date: str = Field(description="Факт-дата записи / the date fact of the record")
    within: Annotated[Literal["year"] | None, WithJsonSchema({"enum": ["year"]})] = Field(
        None, description="year — в том же календарном году / in the same calendar year"
    )
    where: ConditionForm | None = None


class FactForm(ElementForm):
    """A fact of the vocabulary."""

    apart: ClassVar = ("time", "records")

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
    records: RecordsForm | None = Field(
        None, description="Есть ли у человека такая запись в паспорте / whether the person has such a record"
    )
    headings: list[Words] = Field(default_factory=list, description="Заголовки столбцов в таблицах / column headings")
