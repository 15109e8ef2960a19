"""Coverage (покрытие) of policies by their tests: which units a test would notice a slip in.

A unit is covered when each of its mutants fails some confirmed case, but for those proven to mean the same as the
original. So every comparison has decided an outcome both ways, and every threshold is held to the unit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms.domain.span import Span
from rsnms.policy.conditions import Comparison, bounds
from rsnms.policy.indicators import Indicator
from rsnms.policy.model import Jurisdiction
from rsnms.policy.routes import RouteRule
from rsnms.policy.workspace import Workspace
from rsnms.policy_tests.case import Case, EligibilityCase, IndicatorCase, RouteCase
from rsnms.policy_tests.equivalence import Provers, is_equivalent
from rsnms.policy_tests.mutants import Mutant, Unit, units_of
from rsnms.policy_tests.noticing import Examiner


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that no case notices."""

    mutant: Mutant
    nearest: Case | None
    """The case that comes nearest to noticing it; ``None`` where no case says anything about the fact."""


@dataclass(frozen=True, slots=True)
class UnitCoverage:
    """What became of the mutants of a unit."""

    unit: Unit
    noticed: int
    survivors: tuple[Survivor, ...] = ()
    equivalent: tuple[Mutant, ...] = ()
    """Those that mean the same as the original: the comparison says nothing there that is not said elsewhere."""

    @property
    def is_counted(self) -> bool:
        """Whether any test could hold the unit."""
        return bool(self.noticed or self.survivors)

    @property
    def is_covered(self) -> bool:
        """Whether the tests hold it."""
        return self.is_counted and not self.survivors


@dataclass(frozen=True, slots=True)
class PolicyCoverage:
    """The coverage of what one policy states."""

    policy: str
    units: tuple[UnitCoverage, ...]
    cases: int
    """The confirmed cases about the policy, its own and of those that inherit from it, that pass."""

    @property
    def counted(self) -> int:
        """The units that a test could hold."""
        return sum(unit.is_counted for unit in self.units)

    @property
    def covered(self) -> int:
        """The units that the tests hold."""
        return sum(unit.is_covered for unit in self.units)

    @property
    def share(self) -> Fraction:
        """The share of units that are covered, exact; 1 where there is nothing to cover."""
        return Fraction(self.covered, self.counted) if self.counted else Fraction(1)

    @property
    def survivors(self) -> tuple[Survivor, ...]:
        """All mutants that nobody notices."""
        return tuple(survivor for unit in self.units for survivor in unit.survivors)

    @property
    def equivalent(self) -> tuple[Mutant, ...]:
        """All mutants that mean the same as the original."""
        return tuple(mutant for unit in self.units for mutant in unit.equivalent)


Progress = Callable[[int, int], None]
"""Told how many units of how many are done."""


def coverage(
    jurisdictions: Mapping[str, Jurisdiction],
    cases: Iterable[Case],
    policies: Iterable[str],
    today: date,
    *,
    workspace: Workspace | None = None,
    progress: Progress | None = None,
) -> tuple[PolicyCoverage, ...]:
    """Measure the coverage of policies by the confirmed ones among cases.

    ``workspace`` gives the units their places; ``today`` is the day for which equivalence is proven.

    Raises:
        LibraryMissingError: the library for tables, or for proofs where something survives, is not installed.
    """
    examiner = Examiner(jurisdictions, (case for case in cases if case.confirmed))
    provers = Provers(today)
    units = {id_: units_of(jurisdictions[id_], workspace) for id_ in policies}
    total, done = sum(map(len, units.values())), 0
    found = []
    for id_, own in units.items():
        measured = []
        for unit in own:
            measured.append(_measured(unit, examiner, jurisdictions, provers))
            done += 1
            if progress:
                progress(done, total)
        about = {id(case) for unit in own for case in examiner.cases_about(unit)}
        found.append(PolicyCoverage(id_, tuple(measured), len(about)))
    return tuple(found)


def _measured(
    unit: Unit, examiner: Examiner, jurisdictions: Mapping[str, Jurisdiction], provers: Provers
) -> UnitCoverage:
    mutants = unit.mutants()
    unnoticed = [mutant for mutant in mutants if examiner.noticing(mutant) is None]
    equivalent = tuple(mutant for mutant in unnoticed if is_equivalent(mutant, jurisdictions, provers))
    cases = examiner.cases_about(unit)
    survivors = tuple(Survivor(mutant, _nearest(mutant, cases)) for mutant in unnoticed if mutant not in equivalent)
    return UnitCoverage(unit, len(mutants) - len(unnoticed), survivors, equivalent)


def _nearest(mutant: Mutant, cases: Iterable[Case]) -> Case | None:
    """The case that says something about the mutated facts, of an ordered one with the value nearest to a bound.

    Of a rule as a whole, one that names it or its measure; of a target, one that says whether it is met.
    """
    node = mutant.unit.node
    if isinstance(node, RouteRule | Indicator):
        return next((case for case in cases if _speaks_of(case, mutant.unit.element, node)), None)
    found: list[tuple[float, int, Case]] = []
    for number, case in enumerate(cases):
        near = [
            _distance(comparison, value)
            for comparison in mutant.unit.comparisons
            for value in _values(case, comparison.fact.name)
        ]
        if near:
            found.append((min(near), number, case))
    return min(found)[2] if found else None


def _speaks_of(case: Case, element: str, node: RouteRule | Indicator) -> bool:
    match case, node:
        case RouteCase(expected=expected), RouteRule(measure=measure):
            named = (*expected.requires, *expected.not_requires, *(expected.only or ()))
            return any(one.rule == element or (one.rule is None and one.measure is measure) for one in named)
        case IndicatorCase(expected=expected), Indicator():
            return expected.outcome is not None or bool(expected.gap)
    return False


def _values(case: Case, name: str) -> Iterator[object]:
    match case:
        case EligibilityCase(facts=facts) | RouteCase(facts=facts):
            rows = [facts]
        case IndicatorCase(tables=tables):
            rows = [row for table in tables.values() for row in table]
        case _:
            rows = []
    yield from (row[name] for row in rows if name in row)


def _distance(comparison: Comparison, value: object) -> float:
    interval = bounds(comparison)
    if interval is None:
        return 0.0
    atom = value.months if isinstance(value, Span) else value
    ends = [end for end in (interval.low, interval.high) if end is not None]
    return min((abs(_number(end) - _number(atom)) for end in ends), default=0.0)


def _number(atom: object) -> float:
    return float(atom.toordinal()) if isinstance(atom, date) else float(atom)  # type: ignore[arg-type]
