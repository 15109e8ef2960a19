"""The form of route rules: for whom and for which deficits which measure is required."""

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.subject import Modality
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.forms import ElementForm, Form, Names, Words, refuse


class DeficitForm(Form):
    """Deficits to which a rule applies, one by one; ``deficit: true`` for all."""

    competency: Names = Field(default_factory=list, description="Компетенции; пусто — любые / which competencies")
    area: list[CompetencyArea] = Field(default_factory=list, description="Области; пусто — любые / which areas")
    severity_at_least: Severity | None = Field(None, description="Тяжесть не ниже / at least so severe")

    @model_validator(mode="before")
    @classmethod
    def _true_is_every_deficit(cls, value: object) -> object:
        if value is True or value == "true":
            return {}
        if not isinstance(value, dict):
            raise refuse("true или {competency, area, severity_at_least}", "true or {competency, area, …}")
        return value


_DeficitSchema: dict[str, Any] = {
    "anyOf": [
        {"enum": [True, "true"]},
        {
            "type": "object",
            "properties": {
                "competency": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
                "area": {"type": "array", "items": {"enum": [str(area) for area in CompetencyArea]}},
                "severity_at_least": {"enum": [str(severity) for severity in Severity]},
            },
            "additionalProperties": False,
        },
    ]
}
EachDeficit = Annotated[DeficitForm, WithJsonSchema(_DeficitSchema)]


class RequireForm(Form):
    """The measure, who provides it, and what the plan must say of it."""

    measure: Measure
    by: str | None = Field(None, description="Субъект, который обеспечивает меру / who provides it")
    note: Words | None = Field(None, description="Что должен содержать план / what the plan must contain")


class RouteRuleForm(ElementForm):
    """A rule from a person, deficits, standings and other requirements to a requirement; all that stands must hold."""

    modality: Modality
    when: ConditionForm | None = Field(None, description="Условие о человеке / condition about the person")
    deficit: EachDeficit | None = Field(None, description="Для каждого такого дефицита / for each such deficit")
    eligible_for: str | None = Field(None, description="Имеет право на включение / an eligibility that is met")
    after: list[Measure] = Field(default_factory=list, description="После одной из этих мер / after one of these")
    require: RequireForm
