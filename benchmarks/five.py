"""The five comparisons that everybody is measured on: two booleans, two enumerations and a duration threshold."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

from rsnms.policy.loading import load_policies
from rsnms.policy.model import Jurisdiction
from rsnms.policy.stated import Eligibility

ON = date(2024, 1, 1)
ELIGIBILITY = "five-comparisons"

CATEGORIES = ("none", "conformity", "first", "highest")
EDUCATIONS = ("higher-pedagogical", "higher-other", "vocational-pedagogical", "vocational-other", "general")
FIVE_YEARS = 60
"""Months."""

FACTS = ("diagnostics_passed", "trained_in_methodical_support", "category", "education", "specialty_experience")

Person = Mapping[str, bool | str | int]
"""Known facts by name, experience in months; an unknown fact is absent."""


@cache
def jurisdiction() -> Jurisdiction:
    """The jurisdiction whose only act asks the five comparisons."""
    return load_policies(Path(__file__).parent / "policies")["ru/benchmark"]


def eligibility() -> Eligibility:
    """The eligibility that consists of the five comparisons."""
    return jurisdiction().eligibility(ELIGIBILITY, ON)


def complete_persons() -> list[Person]:
    """Every combination of known facts, with experience on both sides of the threshold."""
    return _persons((False, True), CATEGORIES, EDUCATIONS, (FIVE_YEARS - 1, FIVE_YEARS, FIVE_YEARS + 1))


def all_persons() -> list[Person]:
    """Every combination of known and unknown facts."""
    return _persons((None, False, True), (None, *CATEGORIES), (None, *EDUCATIONS), (None, FIVE_YEARS - 1, FIVE_YEARS))


def _persons(booleans: tuple, categories: tuple, educations: tuple, months: tuple) -> list[Person]:
    combinations = product(booleans, booleans, categories, educations, months)
    return [
        {name: value for name, value in zip(FACTS, values, strict=True) if value is not None} for values in combinations
    ]
