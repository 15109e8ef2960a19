"""Running a case against a jurisdiction with the real engines: what differs from what the case expects."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rsnms.domain.fact import About, Atom
from rsnms.domain.span import Span
from rsnms.monitoring.indicators import Measured, measure_indicators
from rsnms.monitoring.measuring import Measurement
from rsnms.monitoring.passport import Passport, frame_of
from rsnms.monitoring.tables import ID
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy_tests.case import Case, EligibilityCase, IndicatorCase, RouteCase, Row
from rsnms.policy_tests.comparing import Difference, decision_differences, measured_differences, route_differences
from rsnms.routes.requirements.required import Judged
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.decision import Decision, decide

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What came out."""

    case: Case
    policy: Policy
    """The policy that applies on the day of the case."""
    differences: tuple[Difference, ...]
    outcome: Decision | Judged | Measured
    """The answer of the engine, from which the reasons can be told."""

    @property
    def passed(self) -> bool:
        """Whether all is as the case expects."""
        return not self.differences


def run_case(case: Case, jurisdiction: Jurisdiction) -> CaseResult:
    """Try a jurisdiction on a case, confirmed or not; nothing is read and nothing is kept.

    Raises:
        NotInForceError: the jurisdiction, or what the case asks about, does not apply on the day of the case.
        UnknownNameError: the jurisdiction does not have what the case asks about.
        LibraryMissingError: an indicator is asked about, and the library for tables is not installed.
    """
    policy = jurisdiction.on(case.on)
    match case:
        case EligibilityCase():
            decision = decide(jurisdiction, case.eligibility, case.facts, case.on, as_of=case.as_of)
            return CaseResult(case, policy, tuple(decision_differences(case.expected, decision)), decision)
        case RouteCase():
            judged = Requirements(policy).judge(case.facts, case.deficits, case.on, case.as_of)
            return CaseResult(case, policy, tuple(route_differences(case.expected, judged)), judged)
        case IndicatorCase():
            measured = measure_indicators(policy, passport_of(case, policy), case.on, only=[case.indicator]).results[0]
            found = measured_differences(case.expected, asked_measurement(case, measured))
            return CaseResult(case, policy, tuple(found), measured)
    raise TypeError(f"no kind of case: {case!r}")


def passport_of(case: IndicatorCase, policy: Policy) -> Passport:
    """The tables of a case as a passport under a policy."""
    tables = {about: _frame(rows, about, policy) for about, rows in case.tables.items()}
    return Passport(tables, case.as_of, case.evidence)


def _frame(rows: Iterable[Row], about: About, policy: Policy) -> "pl.DataFrame":
    listed = [{name: _atom(value) for name, value in row.items()} for row in rows]
    identified = about is About.PERSON and any(ID in row for row in listed)
    return frame_of(listed, policy.facts_about(about).values(), ids=identified)


def _atom(value: Atom | Span) -> Atom:
    return value.months if isinstance(value, Span) else value


def asked_measurement(case: IndicatorCase, measured: Measured) -> Measurement | None:
    """The measurement at the milestone that a case asks about; ``None`` where the indicator has no such milestone."""
    if case.due is None:
        return measured.current
    dated = (one for one in measured.measurements if one.milestone and one.milestone.due == case.due)
    return next(dated, None)
