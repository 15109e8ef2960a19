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
    from rsnms.policy.loading import load_policies, read_policies
    from rsnms.policy.model import Jurisdiction, NotInForceError, Policy, PolicyTree, UnknownNameError
    from rsnms.policy.problems import PolicyError
    from rsnms.rosters.roster import read_roster
    from rsnms.rules.compile import compile_condition
    from rsnms.rules.decision import Decision, Finding, decide
    from rsnms.rules.decision_table import decide_table
    from rsnms.rules.explain import explain
    from rsnms.rules.judge import Judge, Verdict
    from rsnms.rules.profile import BadFactsError, Profile

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
    "BadFactsError": "rsnms.rules.profile",
    "Decision": "rsnms.rules.decision",
    "Finding": "rsnms.rules.decision",
    "Judge": "rsnms.rules.judge",
    "Jurisdiction": "rsnms.policy.model",
    "NotInForceError": "rsnms.policy.model",
    "Policy": "rsnms.policy.model",
    "PolicyError": "rsnms.policy.problems",
    "PolicyTree": "rsnms.policy.model",
    "Profile": "rsnms.rules.profile",
    "UnknownNameError": "rsnms.policy.model",
    "Verdict": "rsnms.rules.judge",
    "compile_condition": "rsnms.rules.compile",
    "decide": "rsnms.rules.decision",
    "decide_table": "rsnms.rules.decision_table",
    "explain": "rsnms.rules.explain",
    "load_policies": "rsnms.policy.loading",
    "read_policies": "rsnms.policy.loading",
    "read_roster": "rsnms.rosters.roster",
}

__all__ = [
    "BadFactsError",
    "Category",
    "CategoryLevel",
    "Decision",
    "Deficit",
    "Diagnosis",
    "Education",
    "Educator",
    "Finding",
    "Judge",
    "Jurisdiction",
    "NotInForceError",
    "Organisation",
    "OrganisationKind",
    "OrganisationTrait",
    "Pair",
    "Period",
    "Policy",
    "PolicyError",
    "PolicyTree",
    "Post",
    "Profile",
    "Role",
    "Span",
    "SpecialCategory",
    "StatedExperience",
    "Training",
    "UnknownNameError",
    "Verdict",
    "WorkedExperience",
    "compile_condition",
    "decide",
    "decide_table",
    "explain",
    "load_policies",
    "read_policies",
    "read_roster",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rsnms' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
