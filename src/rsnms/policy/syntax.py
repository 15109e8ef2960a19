"""The form of policy files: what may be written, before names are resolved. The JSON Schema comes from here.

Every scalar arrives as text (see :mod:`rsnms.policy.reader`) and is converted by the type of its field.
"""

from typing import Any, ClassVar, Literal

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from rsnms.domain.fact import About
from rsnms.domain.level import Level
from rsnms.domain.subject import SubjectKind
from rsnms.policy.competency_forms import CompetencyForm, InstrumentForm
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.fact_forms import FactForm
from rsnms.policy.forms import Bilingual, Clause, Count, Day, ElementForm, Flag, Form, Id, StatedForm, Words
from rsnms.policy.indicator_forms import IndicatorForm
from rsnms.policy.route_forms import RouteRuleForm
from rsnms.policy.system_forms import ClauseForm, DocumentForm, GovernanceForm, ObligationForm, ProvisionForm


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

    apart: ClassVar = ("override", "extends")

    extends: Flag = Field(
        False, description="true — дополняет субъект родителя, сохраняя его высказывания / keeps its statements"
    )
    kind: SubjectKind
    level: Level
    official_name: Words | None = None
    part_of: str | None = None
    in_structure: Flag = Field(
        True, description="false — в перечне субъектов акта его нет / the act's list of subjects lacks it"
    )
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
    clause: Clause | None = None
    item: Count | None = None


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
    review_by: Day | None = Field(
        None, description="Пересмотреть не позднее: когда снова сверить политику с актами / compare with the acts by"
    )
    note: Words | None = None


class RemoveForm(Form):
    """Elements of the parents that do not apply here, by section."""

    facts: list[str] = Field(default_factory=list)
    criteria: list[str] = Field(default_factory=list)
    eligibility: list[str] = Field(default_factory=list)
    subjects: list[str] = Field(default_factory=list)
    terms: list[str] = Field(default_factory=list)
    activities: list[str] = Field(default_factory=list)
    provisions: list[str] = Field(default_factory=list)
    governance: list[str] = Field(default_factory=list)
    documents: list[str] = Field(default_factory=list)
    obligations: list[str] = Field(default_factory=list)
    indicators: list[str] = Field(default_factory=list)
    competencies: list[str] = Field(default_factory=list)
    instruments: list[str] = Field(default_factory=list)
    routes: list[str] = Field(default_factory=list)


class SectionsForm(Form):
    """The sections that a file may hold; each stands in one file of the folder."""

    facts: list[FactForm] = Field(default_factory=list)
    criteria: list[CriterionForm] = Field(default_factory=list)
    eligibility: list[EligibilityForm] = Field(default_factory=list)
    subjects: list[SubjectForm] = Field(default_factory=list)
    terms: list[TermForm] = Field(default_factory=list)
    activities: list[ActivityForm] = Field(default_factory=list)
    provisions: list[ProvisionForm] = Field(default_factory=list)
    governance: list[GovernanceForm] = Field(default_factory=list)
    documents: list[DocumentForm] = Field(default_factory=list)
    obligations: list[ObligationForm] = Field(default_factory=list)
    indicators: list[IndicatorForm] = Field(default_factory=list)
    competencies: list[CompetencyForm] = Field(default_factory=list)
    instruments: list[InstrumentForm] = Field(default_factory=list)
    routes: list[RouteRuleForm] = Field(default_factory=list)
    clauses: list[ClauseForm] = Field(default_factory=list)
    remove: RemoveForm = Field(default_factory=RemoveForm)


ELEMENT_FORMS: dict[str, type[ElementForm]] = {
    "activities": ActivityForm,
    "facts": FactForm,
    "criteria": CriterionForm,
    "subjects": SubjectForm,
    "eligibility": EligibilityForm,
    "terms": TermForm,
    "provisions": ProvisionForm,
    "documents": DocumentForm,
    "governance": GovernanceForm,
    "obligations": ObligationForm,
    "indicators": IndicatorForm,
    "competencies": CompetencyForm,
    "instruments": InstrumentForm,
    "routes": RouteRuleForm,
}
"""The sections of elements that are inherited, in the order in which they build on each other."""
LISTED_FORMS: dict[str, type[Form]] = {**ELEMENT_FORMS, "clauses": ClauseForm}
"""The sections that are lists; the clauses are those of the jurisdiction's own acts."""
SECTIONS = (*LISTED_FORMS, "remove")


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
