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
    from rsnms.routes.deficits import PersonDeficits, find_deficits
    from rsnms.routes.diagnoses import read_diagnoses
    from rsnms.routes.required import Requirement
    from rsnms.routes.requirements import Requirements
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
    "Passport": "rsnms.monitoring.passport",
    "PersonDeficits": "rsnms.routes.deficits",
    "Policy": "rsnms.policy.model",
    "PolicyError": "rsnms.policy.problems",
    "PolicyTree": "rsnms.policy.model",
    "Profile": "rsnms.rules.profile",
    "Record": "rsnms.survey.record",
    "Requirement": "rsnms.routes.required",
    "Requirements": "rsnms.routes.requirements",
    "UnknownNameError": "rsnms.policy.model",
    "Verdict": "rsnms.rules.judge",
    "audit": "rsnms.monitoring.audit",
    "chart": "rsnms.reports.chart",
    "choose": "rsnms.routes.choice",
    "compare": "rsnms.survey.comparison",
    "compile_condition": "rsnms.rules.compile",
    "decide": "rsnms.rules.decision",
    "decide_table": "rsnms.rules.decision_table",
    "explain": "rsnms.rules.explain",
    "find_deficits": "rsnms.routes.deficits",
    "gaps": "rsnms.survey.gaps",
    "load_policies": "rsnms.policy.loading",
    "measure_indicators": "rsnms.monitoring.indicators",
    "read_catalogue": "rsnms.routes.catalogue",
    "read_diagnoses": "rsnms.routes.diagnoses",
    "read_evidence": "rsnms.monitoring.evidence",
    "read_passport": "rsnms.monitoring.passport_reading",
    "read_policies": "rsnms.policy.loading",
    "read_roster": "rsnms.rosters.roster",
    "records": "rsnms.survey.records",
}

__all__ = [
    "Audit",
    "BadFactsError",
    "Catalogue",
    "Category",
    "CategoryLevel",
    "Choice",
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
    "Passport",
    "Period",
    "PersonDeficits",
    "Policy",
    "PolicyError",
    "PolicyTree",
    "Post",
    "Profile",
    "Record",
    "Requirement",
    "Requirements",
    "Role",
    "Span",
    "SpecialCategory",
    "StatedExperience",
    "Training",
    "UnknownNameError",
    "Verdict",
    "WorkedExperience",
    "audit",
    "chart",
    "choose",
    "compare",
    "compile_condition",
    "decide",
    "decide_table",
    "explain",
    "find_deficits",
    "gaps",
    "load_policies",
    "measure_indicators",
    "read_catalogue",
    "read_diagnoses",
    "read_evidence",
    "read_passport",
    "read_policies",
    "read_roster",
    "records",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rsnms' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
