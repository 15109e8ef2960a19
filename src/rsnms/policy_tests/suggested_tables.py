"""Suggested cases of indicators: small tables that a mutant and the original count differently."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from rsnms.domain.fact import About, Atom
from rsnms.domain.span import Span
from rsnms.monitoring.indicators import Measured, milestones_of
from rsnms.monitoring.tables import ID, TABLE_OF
from rsnms.policy.indicators import Indicator, Population, Ratio, RecordRule, Tally
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy_tests.case import NONE, ExpectedMeasurement, IndicatorCase, Row
from rsnms.policy_tests.distinguishing import Distinction, counted_differently, distinctions, with_fact
from rsnms.policy_tests.equivalence import Provers, readers
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.running import asked_measurement, run_case
from rsnms.policy_tests.stated_conditions import conditions_of, with_conditions
from rsnms.policy_tests.suggested_facts import telling_facts
from rsnms.policy_tests.suggested_people import head
from rsnms.rules.proof.prover import MET, Demand

Tables = dict[About, tuple[Row, ...]]
_WHO = "1"
"""The id of the one person of a table with records."""


def indicator_cases(mutant: Mutant, jurisdiction: Jurisdiction, provers: Provers) -> Iterator[IndicatorCase]:
    """Cases of an indicator that can notice a mutant, the most telling first; latest period first."""
    for policy in reversed(jurisdiction.periods):
        if mutant.policy(policy) is None:
            continue
        indicator = policy.indicators[mutant.unit.element]
        on = day_measured(indicator, policy, provers)
        for one in distinctions(mutant, policy):
            row = row_showing(one, policy, on, provers, mutant)
            if row is not None:
                tables = _tables(indicator, one.about, row, policy, on, provers)
                yield from _measured(indicator, tables, jurisdiction, policy, on)


def record_cases(
    mutant: Mutant, jurisdictions: Mapping[str, Jurisdiction], provers: Provers
) -> Iterator[IndicatorCase]:
    """Cases of indicators that ask about a fact which follows from records; they notice a mutant of the record rule."""
    for policy, indicator in readers(mutant, jurisdictions):
        rule = policy.records[mutant.unit.element]
        on = day_measured(indicator, policy, provers)
        person = _person_for_whom_it_matters(rule, indicator, policy, on, provers)
        if person is None:
            continue
        for one in distinctions(mutant, policy):
            record = row_showing(one, policy, on, provers, mutant)
            if record is None:
                continue
            key = TABLE_OF[rule.of].key or ID
            tables = _tables(indicator, About.PERSON, {ID: _WHO, **person}, policy, on, provers)
            tables[rule.of] = ({key: _WHO, rule.date: on, **record},)
            yield from _measured(indicator, tables, jurisdictions[policy.id], policy, on)


def day_measured(indicator: Indicator, policy: Policy, provers: Provers) -> date:
    """A day on which the indicator is measured for that day itself, and not for a milestone that is past."""
    day = provers.day(policy)
    milestones = milestones_of(indicator, day)
    past = milestones[-1].due if milestones and milestones[-1].due < day else day
    return past if past in policy else day


def row_showing(
    one: Distinction, policy: Policy, on: date, provers: Provers, mutant: Mutant | None = None
) -> Row | None:
    """A row that shows a distinction on a day; ``None`` where there is none."""
    return telling_facts(one, provers.of(policy, one.about, on), mutant.unit if mutant else None)


def _person_for_whom_it_matters(
    rule: RecordRule, indicator: Indicator, policy: Policy, on: date, provers: Provers
) -> Row | None:
    """Somebody whom an indicator counts in one way with a fact that follows from records, in another without it."""
    conditions = conditions_of(indicator)
    without, with_it = (
        with_conditions(indicator, {path: with_fact(one, rule.fact, value=value) for path, one in conditions.items()})
        for value in (False, True)
    )
    assert isinstance(without, Indicator) and isinstance(with_it, Indicator)  # noqa: S101, PT018 - as it was given
    for one in counted_differently(with_it.measure, without.measure):
        row = row_showing(one, policy, on, provers)
        if row is not None:
            return {name: value for name, value in row.items() if name != rule.fact}
    return None


def _tables(
    indicator: Indicator, about: About, row: Mapping[str, Atom | Span], policy: Policy, on: date, provers: Provers
) -> Tables:
    """The tables of an indicator with one row, beside which stands whatever else has to be counted."""
    match indicator.measure:
        case Tally(per=place) if place is not None and (name := TABLE_OF[about].places.get(place)):
            return {about: ({name: "А", **row},)}
        case Ratio(of=of, to=to):
            tables: Tables = {about: (row,)}
            for other in (of, to):
                if other.about is not about:
                    tables[other.about] = (_anybody(other, policy, on, provers),)
            return tables
    return {about: (row,)}


def _anybody(population: Population, policy: Policy, on: date, provers: Provers) -> Row:
    if population.where is None:
        return {}
    return row_showing(Distinction(population.about, (Demand(population.where, MET),)), policy, on, provers) or {}


def _measured(
    indicator: Indicator, tables: Tables, jurisdiction: Jurisdiction, policy: Policy, on: date
) -> Iterator[IndicatorCase]:
    """The case with the value that comes out, and with its bounds, too, for what the value does not show."""
    case = IndicatorCase(
        **head(policy, on), indicator=indicator.id, tables=tables, expected=ExpectedMeasurement(value=NONE)
    )
    outcome = run_case(case, jurisdiction).outcome
    assert isinstance(outcome, Measured)  # noqa: S101 - of a case of an indicator
    measurement = asked_measurement(case, outcome)
    if measurement is None or measurement.whole is None:
        return
    found = measurement.whole.value
    yield replace(case, expected=ExpectedMeasurement(value=_expected(found.value)))
    bounds = ExpectedMeasurement(_expected(found.value), _expected(found.low), _expected(found.high))
    yield replace(case, expected=bounds)


def _expected(value: Fraction | None) -> Fraction | Literal["none"]:
    return NONE if value is None else value
