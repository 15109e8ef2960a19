"""For those who test policies, or applications over them: Hypothesis strategies and a pytest plugin.

>>> from hypothesis import given
>>> from rsnms.testing import policy_people
>>> @given(policy_people(rsnms.load_policies()["ru/volgograd"], "regional-methodical-active"))
... def test_the_application_agrees(person): ...

Hypothesis is loaded when a name is first used; without it :class:`~rsnms.domain.extras.LibraryMissingError` says how to
install it. ``docs/testing.md`` describes all of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rsnms.testing.aimed_people import people, policy_people
    from rsnms.testing.condition_trees import cases, conditions, facts, vocabularies
    from rsnms.testing.diagnostics import deficits, diagnoses, diagnoses_csv
    from rsnms.testing.educators_at_work import educators, organisations, pairs
    from rsnms.testing.offers import catalogues
    from rsnms.testing.policy_files import load, policies
    from rsnms.testing.professional_life import ProfessionalLife
    from rsnms.testing.roster_files import Flaw, RosterFile, rosters
    from rsnms.testing.system_tables import evidence, passports

_HOMES = {
    "Flaw": "roster_files",
    "ProfessionalLife": "professional_life",
    "RosterFile": "roster_files",
    "cases": "condition_trees",
    "catalogues": "offers",
    "conditions": "condition_trees",
    "deficits": "diagnostics",
    "diagnoses": "diagnostics",
    "diagnoses_csv": "diagnostics",
    "educators": "educators_at_work",
    "evidence": "system_tables",
    "facts": "condition_trees",
    "load": "policy_files",
    "organisations": "educators_at_work",
    "pairs": "educators_at_work",
    "passports": "system_tables",
    "people": "aimed_people",
    "policies": "policy_files",
    "policy_people": "aimed_people",
    "rosters": "roster_files",
    "vocabularies": "condition_trees",
}

__all__ = [
    "Flaw",
    "ProfessionalLife",
    "RosterFile",
    "cases",
    "catalogues",
    "conditions",
    "deficits",
    "diagnoses",
    "diagnoses_csv",
    "educators",
    "evidence",
    "facts",
    "load",
    "organisations",
    "pairs",
    "passports",
    "people",
    "policies",
    "policy_people",
    "rosters",
    "vocabularies",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rsnms.testing' has no attribute {name!r}")
    # The plugin loads this package in every pytest run of a user: nothing of ours before it is asked for.
    from rsnms.domain.extras import need

    need("hypothesis", "testing")
    value = getattr(import_module(f"rsnms.testing.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
