"""Suggested tests as files hold them: cases that differ in one fact become one test, rows one table."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rsnms.domain.fact import About, Atom
from rsnms.domain.span import Span
from rsnms.monitoring.indicators import Measured
from rsnms.policy.model import Jurisdiction
from rsnms.policy_tests.case import NONE, Case, EligibilityCase, IndicatorCase, RouteCase, Row
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.running import asked_measurement, run_case
from rsnms.policy_tests.suggested_names import case_name, varied_name
from rsnms.policy_tests.values import shown_value


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case that is missing, and the mutants for which it was made."""

    case: Case
    mutants: tuple[Mutant, ...]


@dataclass(frozen=True, slots=True)
class SuggestedTest:
    """A test of a file: one case, or several that differ in the value of one fact."""

    name: str
    cases: tuple[Case, ...]
    mutants: tuple[Mutant, ...]
    """Those for which it was made."""
    vary: str | None = None
    """The fact in which the cases differ."""
    remarks: Mapping[About, tuple[str, ...]] = field(default_factory=dict)
    """How each row of a table counts, in Russian; empty where the row is there for another's sake."""


Notices = Callable[[Case, Mutant], bool]


def merged_tables(
    found: list[Suggestion], jurisdiction: Jurisdiction, mutants: Iterable[Mutant], notices: Notices
) -> Suggestion | None:
    """One table with the rows of all cases of an indicator; ``None`` where it does not notice whatever they notice."""
    first = found[0].case
    cases = [one.case for one in found if isinstance(one.case, IndicatorCase)]
    if len(cases) < 2 or not isinstance(first, IndicatorCase) or len({(case.policy, case.on) for case in cases}) > 1:
        return None
    rows: dict[About, list[Row]] = {}
    for case in cases:
        for about, stated in case.tables.items():
            listed = rows.setdefault(about, [])
            listed += [row for row in stated if row not in listed]
    tables = {about: tuple(listed) for about, listed in rows.items()}
    whole = replace(first, tables=tables)
    outcome = run_case(whole, jurisdiction).outcome
    measurement = asked_measurement(whole, outcome) if isinstance(outcome, Measured) else None
    if measurement is None or measurement.whole is None or measurement.whole.value.value is None:
        return None
    whole = replace(whole, expected=replace(first.expected, value=measurement.whole.value.value, low=None, high=None))
    missed = [
        mutant for mutant in mutants if not notices(whole, mutant) and any(notices(case, mutant) for case in cases)
    ]
    return None if missed else Suggestion(whole, tuple(mutant for one in found for mutant in one.mutants))


def remarks_on(whole: IndicatorCase, parts: Iterable[Case]) -> dict[About, tuple[str, ...]]:
    """What each row of a merged table counts for, as the cases say of which it consists."""
    said: dict[tuple[About, int], str] = {}
    for case in parts:
        if not isinstance(case, IndicatorCase):
            continue
        about = next(iter(case.tables))
        for row in case.tables[about]:
            said[about, whole.tables[about].index(row)] = _counts_as(case)
    return {
        about: tuple(said.get((about, index), "") for index in range(len(rows))) for about, rows in whole.tables.items()
    }


def _counts_as(case: IndicatorCase) -> str:
    if case.expected.value == NONE:
        return "не входит в расчёт"
    return "засчитывается" if case.expected.value else "не засчитывается"


def grouped(found: Iterable[Suggestion], jurisdiction: Jurisdiction) -> Iterator[SuggestedTest]:
    """The tests for cases, in their order: those that differ in the value of one fact alone make one test."""
    waiting = list(found)
    while waiting:
        first = waiting.pop(0)
        name, alike = _alike(first.case, waiting)
        if name is None:
            yield SuggestedTest(case_name(first.case, first.mutants[0], jurisdiction), (first.case,), first.mutants)
            continue
        waiting = [one for one in waiting if not any(one is other for other in alike)]
        both = (first, *alike)
        yield SuggestedTest(
            varied_name(first.case, first.mutants[0], name, jurisdiction),
            tuple(one.case for one in both),
            tuple(mutant for one in both for mutant in one.mutants),
            name,
        )


def _alike(case: Case, others: list[Suggestion]) -> tuple[str | None, list[Suggestion]]:
    """The fact in whose value most of the others differ from a case, and those others."""
    by_fact: dict[str, list[Suggestion]] = {}
    for other in others:
        name = _one_difference(case, other.case)
        if name is not None:
            by_fact.setdefault(name, []).append(other)
    if not by_fact:
        return None, []
    name = max(by_fact, key=lambda fact: len(by_fact[fact]))
    return name, by_fact[name]


def _one_difference(one: Case, other: Case) -> str | None:
    """The one fact, stated in both, in whose value alone two cases differ."""
    if not isinstance(one, EligibilityCase | RouteCase) or type(one) is not type(other):
        return None
    assert isinstance(other, EligibilityCase | RouteCase)  # noqa: S101 - of one type
    if replace(one, facts={}) != replace(other, facts={}) or one.facts.keys() != other.facts.keys():
        return None
    different = [name for name in one.facts if one.facts[name] != other.facts[name]]
    return different[0] if len(different) == 1 else None


def named(tests: Iterable[SuggestedTest], taken: Iterable[str]) -> Iterator[SuggestedTest]:
    """Every test with a name of its own, and its cases with theirs."""
    names = set(taken)
    for test in tests:
        name, number = test.name, 1
        while name in names:
            number += 1
            name = f"{test.name} ({number})"
        names.add(name)
        cases = tuple(replace(case, name=_variant_name(name, case, test.vary)) for case in test.cases)
        yield replace(test, name=name, cases=cases)


def _variant_name(name: str, case: Case, vary: str | None) -> str:
    if vary is None or not isinstance(case, EligibilityCase | RouteCase):
        return name
    value: Atom | Span = case.facts[vary]
    return f"{name} ({vary}: {shown_value(value)})"
