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
    from rsnms.rules.compile import compile_condition
    from rsnms.rules.decision import Decision, Finding, decide
    from rsnms.rules.decision_table import decide_table
    from rsnms.rules.explain import explain
    from rsnms.rules.judge import Judge, Verdict
    from rsnms.rules.profile import BadFactsError, Profile
    from rsnms.survey.comparison import Comparison, compare
    from rsnms.survey.gaps import Gap, gaps
    from rsnms.survey.records import Record, records

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
    "Comparison": "rsnms.survey.comparison",
    "Decision": "rsnms.rules.decision",
    "Evidence": "rsnms.domain.evidence",
    "Finding": "rsnms.rules.decision",
    "Gap": "rsnms.survey.gaps",
    "IndicatorReport": "rsnms.monitoring.indicators",
    "Judge": "rsnms.rules.judge",
    "Jurisdiction": "rsnms.policy.model",
    "NotInForceError": "rsnms.policy.model",
    "Passport": "rsnms.monitoring.passport",
    "Policy": "rsnms.policy.model",
    "PolicyError": "rsnms.policy.problems",
    "PolicyTree": "rsnms.policy.model",
    "Profile": "rsnms.rules.profile",
    "Record": "rsnms.survey.records",
    "UnknownNameError": "rsnms.policy.model",
    "Verdict": "rsnms.rules.judge",
    "audit": "rsnms.monitoring.audit",
    "chart": "rsnms.reports.chart",
    "compare": "rsnms.survey.comparison",
    "compile_condition": "rsnms.rules.compile",
    "decide": "rsnms.rules.decision",
    "decide_table": "rsnms.rules.decision_table",
    "explain": "rsnms.rules.explain",
    "gaps": "rsnms.survey.gaps",
    "load_policies": "rsnms.policy.loading",
    "measure_indicators": "rsnms.monitoring.indicators",
    "read_catalogue": "rsnms.routes.catalogue",
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
    "NotInForceError",
    "Organisation",
    "OrganisationKind",
    "OrganisationTrait",
    "Pair",
    "Passport",
    "Period",
    "Policy",
    "PolicyError",
    "PolicyTree",
    "Post",
    "Profile",
    "Record",
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
    "compare",
    "compile_condition",
    "decide",
    "decide_table",
    "explain",
    "gaps",
    "load_policies",
    "measure_indicators",
    "read_catalogue",
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
