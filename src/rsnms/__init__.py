"""Regulations of scientific and methodical support of educators as policies that can be asked.

>>> from datetime import date
>>> import rsnms
>>> volgograd = rsnms.load_policies()["ru/volgograd"]
>>> person = rsnms.Educator(post=rsnms.Post.TEACHER, diagnostics_passed=True)
>>> decision = rsnms.decide(volgograd, "regional-methodical-active", person, on=date(2024, 1, 1))
>>> decision.verdict
<Verdict.UNDETERMINED: 'undetermined'>

Importing the package loads nothing heavy: every name is fetched from its module when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rsnms.domain import (
        Category,
        CategoryLevel,
        Deficit,
        Diagnosis,
        Education,
        Educator,
        Organisation,
        OrganisationKind,
        OrganisationTrait,
        Pair,
        Period,
        Post,
        Role,
        Span,
        SpecialCategory,
        StatedExperience,
        Training,
        WorkedExperience,
    )
    from rsnms.domain.competency import Severity
    from rsnms.domain.evidence import Evidence
    from rsnms.monitoring.audit import Audit, audit
    from rsnms.monitoring.evidence import read_evidence
    from rsnms.monitoring.indicators import IndicatorReport, measure_indicators
    from rsnms.monitoring.passport import Passport
    from rsnms.monitoring.passport_reading import read_passport
    from rsnms.policy.loading import load_policies, read_policies
    from rsnms.policy.model import Jurisdiction, NotInForceError, Policy, PolicyTree, UnknownNameError
    from rsnms.policy.problems import PolicyError
    from rsnms.reports.chart import chart
    from rsnms.rosters.roster import read_roster
    from rsnms.routes.catalogue.catalogue import Catalogue, read_catalogue
    from rsnms.routes.choice.choice import Choice, Limits, choose
    from rsnms.routes.diagnostics.deficits import PersonDeficits, find_deficits
    from rsnms.routes.diagnostics.diagnoses import read_diagnoses
    from rsnms.routes.municipality.participants import Participant
    from rsnms.routes.municipality.plan import CommonPlan
    from rsnms.routes.municipality.planning import plan_together
    from rsnms.routes.planning.comparison import compare_routes
    from rsnms.routes.planning.planner import Planner, plan_route
    from rsnms.routes.planning.rating import rate_route
    from rsnms.routes.planning.replanning import replan
    from rsnms.routes.planning.route import Route, Stage, Step
    from rsnms.routes.planning.saved import read_routes
    from rsnms.routes.planning.terms import Terms
    from rsnms.routes.requirements.required import Requirement
    from rsnms.routes.requirements.requirements import Requirements
    from rsnms.rules.compile import compile_condition
    from rsnms.rules.decision import Decision, Finding, decide
    from rsnms.rules.decision_table import decide_table
    from rsnms.rules.explain import explain
    from rsnms.rules.judge import Judge, Verdict
    from rsnms.rules.profile import BadFactsError, Profile
    from rsnms.survey.comparison import Comparison, compare
    from rsnms.survey.gaps import Gap, gaps
    from rsnms.survey.record import Record
    from rsnms.survey.records import records

__version__ = "0.1.0"

_DOMAIN = (
    "Category",
    "CategoryLevel",
    "Deficit",
    "Diagnosis",
    "Education",
    "Educator",
    "Organisation",
    "OrganisationKind",
    "OrganisationTrait",
    "Pair",
    "Period",
    "Post",
    "Role",
    "Span",
    "SpecialCategory",
    "StatedExperience",
    "Training",
    "WorkedExperience",
)
_HOMES = {
    **dict.fromkeys(_DOMAIN, "rsnms.domain"),
    "Audit": "rsnms.monitoring.audit",
    "BadFactsError": "rsnms.rules.profile",
    "Catalogue": "rsnms.routes.catalogue.catalogue",
    "Choice": "rsnms.routes.choice.choice",
    "CommonPlan": "rsnms.routes.municipality.plan",
    "Comparison": "rsnms.survey.comparison",
    "Decision": "rsnms.rules.decision",
    "Evidence": "rsnms.domain.evidence",
    "Finding": "rsnms.rules.decision",
    "Gap": "rsnms.survey.gaps",
    "IndicatorReport": "rsnms.monitoring.indicators",
    "Judge": "rsnms.rules.judge",
    "Jurisdiction": "rsnms.policy.model",
    "Limits": "rsnms.routes.choice.choice",
    "NotInForceError": "rsnms.policy.model",
    "Participant": "rsnms.routes.municipality.participants",
    "Passport": "rsnms.monitoring.passport",
    "PersonDeficits": "rsnms.routes.diagnostics.deficits",
    "Planner": "rsnms.routes.planning.planner",
    "Policy": "rsnms.policy.model",
    "PolicyError": "rsnms.policy.problems",
    "PolicyTree": "rsnms.policy.model",
    "Profile": "rsnms.rules.profile",
    "Record": "rsnms.survey.record",
    "Requirement": "rsnms.routes.requirements.required",
    "Requirements": "rsnms.routes.requirements.requirements",
    "Route": "rsnms.routes.planning.route",
    "Severity": "rsnms.domain.competency",
    "Stage": "rsnms.routes.planning.route",
    "Step": "rsnms.routes.planning.route",
    "Terms": "rsnms.routes.planning.terms",
    "UnknownNameError": "rsnms.policy.model",
    "Verdict": "rsnms.rules.judge",
    "audit": "rsnms.monitoring.audit",
    "chart": "rsnms.reports.chart",
    "choose": "rsnms.routes.choice.choice",
    "compare": "rsnms.survey.comparison",
    "compare_routes": "rsnms.routes.planning.comparison",
    "compile_condition": "rsnms.rules.compile",
    "decide": "rsnms.rules.decision",
    "decide_table": "rsnms.rules.decision_table",
    "explain": "rsnms.rules.explain",
    "find_deficits": "rsnms.routes.diagnostics.deficits",
    "gaps": "rsnms.survey.gaps",
    "load_policies": "rsnms.policy.loading",
    "measure_indicators": "rsnms.monitoring.indicators",
    "plan_route": "rsnms.routes.planning.planner",
    "plan_together": "rsnms.routes.municipality.planning",
    "rate_route": "rsnms.routes.planning.rating",
    "read_catalogue": "rsnms.routes.catalogue.catalogue",
    "read_diagnoses": "rsnms.routes.diagnostics.diagnoses",
    "read_evidence": "rsnms.monitoring.evidence",
    "read_passport": "rsnms.monitoring.passport_reading",
    "read_policies": "rsnms.policy.loading",
    "read_roster": "rsnms.rosters.roster",
    "read_routes": "rsnms.routes.planning.saved",
    "records": "rsnms.survey.records",
    "replan": "rsnms.routes.planning.replanning",
}

__all__ = [
    "Audit",
    "BadFactsError",
    "Catalogue",
    "Category",
    "CategoryLevel",
    "Choice",
    "CommonPlan",
    "Comparison",
    "Decision",
    "Deficit",
    "Diagnosis",
    "Education",
    "Educator",
    "Evidence",
    "Finding",
    "Gap",
    "IndicatorReport",
    "Judge",
    "Jurisdiction",
    "Limits",
    "NotInForceError",
    "Organisation",
    "OrganisationKind",
    "OrganisationTrait",
    "Pair",
    "Participant",
    "Passport",
    "Period",
    "PersonDeficits",
    "Planner",
    "Policy",
    "PolicyError",
    "PolicyTree",
    "Post",
    "Profile",
    "Record",
    "Requirement",
    "Requirements",
    "Role",
    "Route",
    "Severity",
    "Span",
    "SpecialCategory",
    "Stage",
    "StatedExperience",
    "Step",
    "Terms",
    "Training",
    "UnknownNameError",
    "Verdict",
    "WorkedExperience",
    "audit",
    "chart",
    "choose",
    "compare",
    "compare_routes",
    "compile_condition",
    "decide",
    "decide_table",
    "explain",
    "find_deficits",
    "gaps",
    "load_policies",
    "measure_indicators",
    "plan_route",
    "plan_together",
    "rate_route",
    "read_catalogue",
    "read_diagnoses",
    "read_evidence",
    "read_passport",
    "read_policies",
    "read_roster",
    "read_routes",
    "records",
    "replan",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rsnms' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
