"""The form of files with cases: what may be written, before names are resolved against a policy."""

import re
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.monitoring.measuring import Status
from rsnms.policy.forms import Day, Flag, Form, Names, Words, refuse
from rsnms.policy_tests.case import NEVER, NONE
from rsnms.rules.judge import Verdict

FactsForm = dict[str, Any]
"""Facts with their values; the vocabulary of a policy says what they may be."""


class FileForm(Form):
    """A file of cases."""

    policy: Words | None = None
    on: Day | None = None
    persons: dict[str, Any] = Field(default_factory=dict)
    tests: list[Any] = Field(min_length=1)


class CaseForm(Form):
    """What all cases have."""

    name: Words
    on: Day | None = None
    as_of: Day | None = None
    confirmed: Flag = True


class PersonCaseForm(CaseForm):
    """A case about somebody of whom facts are stated."""

    like: Names = Field(default_factory=list)
    vary: dict[str, Any] = Field(default_factory=dict)


def _a_day_or_never(text: object) -> object:
    if text == NEVER:
        return text
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise refuse("дата вида 2024-01-31 или never", "a date such as 2024-01-31, or never")
    return text


class DecisionForm(Form):
    """What a decision must be."""

    verdict: Verdict | None = None
    ground: Words | None = None
    unmet: Names | None = None
    unknown: Names | None = None
    eligible_from: Annotated[str, BeforeValidator(_a_day_or_never)] | None = None


class EligibilityCaseForm(PersonCaseForm):
    """A case of an eligibility; the facts stand under what its conditions are about."""

    apart: ClassVar = ("person", "pair", "organisation", "team", "programme", "municipality", "methodist")

    eligibility: str
    person: FactsForm | None = None
    pair: FactsForm | None = None
    organisation: FactsForm | None = None
    team: FactsForm | None = None
    programme: FactsForm | None = None
    municipality: FactsForm | None = None
    methodist: FactsForm | None = None
    expect: DecisionForm


class StatedDeficitForm(Form):
    """A deficit of the person."""

    competency: str
    severity: Severity
    found_on: Day | None = None


class RequirementForm(Form):
    """A requirement as far as it is described."""

    rule: str | None = None
    measure: Measure | None = None
    by: str | None = None
    for_: str | None = Field(None, alias="for")


class RouteForm(Form):
    """What must be required."""

    apart: ClassVar = ("only", "requires")

    requires: list[RequirementForm] = Field(default_factory=list)
    not_requires: list[RequirementForm] = Field(default_factory=list)
    only: list[RequirementForm] | None = None
    open: Names | None = None


class RouteCaseForm(PersonCaseForm):
    """A case of the rules of routes."""

    routes: Flag = True
    person: FactsForm | None = None
    deficits: list[StatedDeficitForm] = Field(default_factory=list)
    expect: RouteForm


_VALUE = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)[ \u00a0\u202f]?(%?)|([0-9]{1,9})/([1-9][0-9]{0,8})")


def _a_value(text: object) -> object:
    if text == NONE:
        return text
    match = _VALUE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise refuse(
            "число, например 250, доля, например 50 % или 1/3, либо none",
            "a number such as 250, a share such as 50 % or 1/3, or none",
        )
    decimal, percent, numerator, denominator = match.groups()
    if numerator:
        return Fraction(int(numerator), int(denominator))
    return Fraction(decimal) / (100 if percent else 1)


def _a_gap(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
        raise refuse("целое число, например 0 или 12", "a whole number such as 0 or 12")
    return int(text)


Value = Annotated[Any, BeforeValidator(_a_value)]


class MeasurementForm(Form):
    """What must be measured."""

    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    outcome: Status | None = None
    gap: Annotated[int, BeforeValidator(_a_gap)] | None = None


class EvidenceForm(Form):
    """A document or an event by which a state is shown."""

    on: Day
    kind: Words
    subject: Words | None = None


class IndicatorCaseForm(CaseForm):
    """A case of an indicator."""

    apart: ClassVar = ("table", "tables")

    indicator: str
    due: Day | None = None
    table: list[Any] | None = None
    tables: dict[str, Any] | None = None
    evidence: list[EvidenceForm] | None = None
    expect: MeasurementForm
