"""Suggested cases of an indicator's target: at the amount, one unit short of it, before and after its day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import About
from rsnms.domain.target import Milestone, Target
from rsnms.monitoring.indicators import Measured, milestones_of
from rsnms.monitoring.tables import TABLE_OF
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator, Ratio, Share, State, Tally
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy_tests.case import ExpectedMeasurement, IndicatorCase, Row
from rsnms.policy_tests.distinguishing import Distinction
from rsnms.policy_tests.equivalence import Provers
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.running import asked_measurement, run_case
from rsnms.policy_tests.suggested_people import head
from rsnms.policy_tests.suggested_tables import Tables, day_measured, row_showing
from rsnms.policy_tests.target_mutations import TargetMutation, TargetSlip, unit_of
from rsnms.rules.proof.prover import MET, UNMET, Demand

_A_DAY = timedelta(days=1)
_LARGEST = 2_000
"""Rows of a table that a case may have."""
_AMOUNTS = (TargetSlip.LOWER, TargetSlip.HIGHER)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, and the milestone asked about on it, the current one or one that is named."""

    on: date
    milestone: Milestone
    is_asked: bool

    @property
    def measured(self) -> date:
        """The day for which rows are measured, and for which they are stated."""
        return min(self.on, self.milestone.due)


def target_cases(mutant: Mutant, jurisdiction: Jurisdiction, provers: Provers) -> Iterator[IndicatorCase]:
    """Cases of an indicator that can notice a mutant of its target; latest period first."""
    mutation = mutant.mutation
    assert isinstance(mutation, TargetMutation)  # noqa: S101 - the caller has asked
    for policy in reversed(jurisdiction.periods):
        if mutant.policy(policy) is None:
            continue
        indicator = policy.indicators[mutant.unit.element]
        for moment in _moments(mutation, indicator, policy, provers):
            for tables, evidence in _contents(mutation, indicator, policy, moment, provers):
                yield from _expecting(indicator, tables, evidence, moment, jurisdiction, policy)


def _moments(mutation: TargetMutation, indicator: Indicator, policy: Policy, provers: Provers) -> Iterator[_Moment]:
    """When a mutant shows: on the day of a milestone and the day after it, or in a year that it adds or leaves out."""
    assert indicator.target is not None  # noqa: S101 - the unit has one
    for on, due in _days(mutation, indicator.target, indicator, policy, provers):
        milestones = milestones_of(indicator, on) if on in policy else []
        asked = [one for one in milestones if one.due == due] if due else milestones[-1:]
        yield from (_Moment(on, one, is_asked=due is not None) for one in asked)


def _days(
    mutation: TargetMutation, target: Target, indicator: Indicator, policy: Policy, provers: Provers
) -> Iterator[tuple[date, date | None]]:
    """Days, and the milestones asked about on them; ``None`` for the current one."""
    today = provers.day(policy)
    if mutation.step is not None:
        due = date(target.steps[mutation.step][0], 12, 31)
        opens = [date(year + 1, 1, 1) for year, _ in target.steps[: mutation.step]][-1:]
        yield from ((day, due) for day in (today, due, *opens))
        return
    match mutation.kind:
        case TargetSlip.LOWER | TargetSlip.HIGHER:
            yield day_measured(indicator, policy, provers), None
        case TargetSlip.SOONER if target.by is not None:
            yield target.by, None
        case TargetSlip.LATER if target.by is not None:
            yield target.by + _A_DAY, None
        case TargetSlip.BEGINS_LATER:
            yield today, milestones_of(indicator, today)[0].due
        case TargetSlip.ENDS_SOONER if target.last_year is not None:
            last = date(target.last_year, 12, 31)
            yield from ((day, last) for day in (today, last, policy.until or last))
        case TargetSlip.ENDS_LATER if target.last_year is not None:
            after = date(target.last_year + 1, 1, 1)
            yield max(after, policy.since or after), None


def _contents(
    mutation: TargetMutation, indicator: Indicator, policy: Policy, moment: _Moment, provers: Provers
) -> Iterator[tuple[Tables, tuple[Evidence, ...] | None]]:
    """What is there to be measured: at the amount and one unit short of it, or nothing to show a state."""
    if isinstance(indicator.measure, State):
        yield {}, ()
        return
    amount = moment.milestone.amount
    values = [Fraction(0)]
    if amount is not None:
        unit = unit_of(indicator)
        near = (amount.value, amount.value - unit, amount.value + unit)
        values = [value for value in near if value >= 0]
        if mutation.kind not in _AMOUNTS:  # the day shows only where the amount is not met
            values = [value for value in values if not amount.is_met_by(value)] or values
    for value in values:
        tables = _valued(value, indicator, policy, moment, provers)
        if tables is not None and sum(map(len, tables.values())) <= _LARGEST:
            yield tables, None


def _valued(value: Fraction, indicator: Indicator, policy: Policy, moment: _Moment, provers: Provers) -> Tables | None:
    """Tables in which an indicator has just this value; ``None`` where there are no such rows."""
    match indicator.measure:
        case Share(about=about, of=of, where=where):
            inside = [] if of is None else [Demand(of, MET)]
            met = _row(about, policy, moment, provers, *inside, Demand(where, MET))
            unmet = _row(about, policy, moment, provers, *inside, Demand(where, UNMET))
            numbers = ((met, value.numerator), (unmet, value.denominator - value.numerator))
            return _table(about, *numbers)
        case Tally(about=about, where=where, per=per):
            met = _row(about, policy, moment, provers, *_demands(where))
            place = TABLE_OF[about].places.get(per) if per is not None else None
            if place is not None:
                if met is None or value == 0:
                    return None
                met = {place: "А", **met}
            return _table(about, (met, int(value)))
        case Ratio(of=of, to=to):
            one = _row(to.about, policy, moment, provers, *_demands(to.where))
            many = _row(of.about, policy, moment, provers, *_demands(of.where))
            tables, base = _table(of.about, (many, value.numerator)), _table(to.about, (one, value.denominator))
            if tables is None or base is None or of.about is to.about:
                return None
            return {**tables, **base}
    return None


def _demands(where: Condition | None) -> tuple[Demand, ...]:
    return () if where is None else (Demand(where, MET),)


def _row(about: About, policy: Policy, moment: _Moment, provers: Provers, *demands: Demand) -> Row | None:
    return row_showing(Distinction(about, demands), policy, moment.measured, provers)


def _table(about: About, *counted: tuple[Row | None, int]) -> Tables | None:
    rows: list[Row] = []
    for row, number in counted:
        if number and row is None:
            return None
        rows += [row] * number if row is not None else []
    return {about: tuple(rows)}


def _expecting(
    indicator: Indicator,
    tables: Tables,
    evidence: tuple[Evidence, ...] | None,
    moment: _Moment,
    jurisdiction: Jurisdiction,
    policy: Policy,
) -> Iterator[IndicatorCase]:
    """The case with the value, whether it meets the target, and how many are missing."""
    case = IndicatorCase(
        **head(policy, moment.on),
        indicator=indicator.id,
        tables=tables,
        evidence=evidence,
        due=moment.milestone.due if moment.is_asked else None,
        as_of=moment.measured if tables and moment.measured != moment.on else None,
        expected=ExpectedMeasurement(),
    )
    outcome = run_case(case, jurisdiction).outcome
    assert isinstance(outcome, Measured)  # noqa: S101 - of a case of an indicator
    measurement = asked_measurement(case, outcome)
    if measurement is None or measurement.whole is None or measurement.whole.value.value is None:
        return
    whole = measurement.whole
    yield replace(
        case,
        expected=ExpectedMeasurement(value=whole.value.value, outcome=measurement.status, gap=whole.gap or 0),
    )
