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
    from rsnms.routes.catalogue import Catalogue, read_catalogue
    from rsnms.routes.choice import Choice, Limits, choose
    from rsnms.routes.common_plan import CommonPlan
    from rsnms.routes.deficits import PersonDeficits, find_deficits
    from rsnms.routes.diagnoses import read_diagnoses
    from rsnms.routes.participants import Participant
    from rsnms.routes.planning import Planner, plan_route
    from rsnms.routes.planning_together import plan_together
    from rsnms.routes.rating import rate_route
    from rsnms.routes.replanning import replan
    from rsnms.routes.required import Requirement
    from rsnms.routes.requirements import Requirements
    from rsnms.routes.route import Route, Stage, Step
    from rsnms.routes.route_comparison import compare_routes
    from rsnms.routes.saved import read_routes
    from rsnms.routes.terms import Terms
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
    "Catalogue": "rsnms.routes.catalogue",
    "Choice": "rsnms.routes.choice",
    "CommonPlan": "rsnms.routes.common_plan",
    "Comparison": "rsnms.survey.comparison",
    "Decision": "rsnms.rules.decision",
    "Evidence": "rsnms.domain.evidence",
    "Finding": "rsnms.rules.decision",
    "Gap": "rsnms.survey.gaps",
    "IndicatorReport": "rsnms.monitoring.indicators",
    "Judge": "rsnms.rules.judge",
    "Jurisdiction": "rsnms.policy.model",
    "Limits": "rsnms.routes.choice",
    "NotInForceError": "rsnms.policy.model",
    "Participant": "rsnms.routes.participants",
    "Passport": "rsnms.monitoring.passport",
    "PersonDeficits": "rsnms.routes.deficits",
    "Planner": "rsnms.routes.planning",
    "Policy": "rsnms.policy.model",
    "PolicyError": "rsnms.policy.problems",
    "PolicyTree": "rsnms.policy.model",
    "Profile": "rsnms.rules.profile",
    "Record": "rsnms.survey.record",
    "Requirement": "rsnms.routes.required",
    "Requirements": "rsnms.routes.requirements",
    "Route": "rsnms.routes.route",
    "Stage": "rsnms.routes.route",
    "Step": "rsnms.routes.route",
    "Terms": "rsnms.routes.terms",
    "UnknownNameError": "rsnms.policy.model",
    "Verdict": "rsnms.rules.judge",
    "audit": "rsnms.monitoring.audit",
    "chart": "rsnms.reports.chart",
    "choose": "rsnms.routes.choice",
    "compare": "rsnms.survey.comparison",
    "compare_routes": "rsnms.routes.route_comparison",
    "compile_condition": "rsnms.rules.compile",
    "decide": "rsnms.rules.decision",
    "decide_table": "rsnms.rules.decision_table",
    "explain": "rsnms.rules.explain",
    "find_deficits": "rsnms.routes.deficits",
    "gaps": "rsnms.survey.gaps",
    "load_policies": "rsnms.policy.loading",
    "measure_indicators": "rsnms.monitoring.indicators",
    "plan_route": "rsnms.routes.planning",
    "plan_together": "rsnms.routes.planning_together",
    "rate_route": "rsnms.routes.rating",
    "read_catalogue": "rsnms.routes.catalogue",
    "read_diagnoses": "rsnms.routes.diagnoses",
    "read_evidence": "rsnms.monitoring.evidence",
    "read_passport": "rsnms.monitoring.passport_reading",
    "read_policies": "rsnms.policy.loading",
    "read_roster": "rsnms.rosters.roster",
    "read_routes": "rsnms.routes.saved",
    "records": "rsnms.survey.records",
    "replan": "rsnms.routes.replanning",
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
