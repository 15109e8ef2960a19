"""Facts of suggested cases: those of a witness, at the threshold that a mutant moves, as a case states them."""

from collections.abc import Iterator
from datetime import date, timedelta

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.policy.conditions import Comparison, bounds
from rsnms.policy_tests.case import Facts
from rsnms.policy_tests.distinguishing import Distinction
from rsnms.policy_tests.mutants import Unit
from rsnms.policy_tests.mutations import moved_number
from rsnms.rules.profile import Profile
from rsnms.rules.proof.prover import Demand, Prover
from rsnms.rules.proof.witness import asked_of, is_possible


def telling_facts(one: Distinction, prover: Prover, unit: Unit | None = None, *more: Demand) -> Facts | None:
    """The facts of somebody who shows a distinction, at the unit's own threshold if that shows it; ``None``: nobody."""
    demands = (*one.demands, *more)
    witness = prover.find(*demands)
    if witness is None:
        return None
    atoms = dict(witness.facts)
    if unit is not None and unit.comparison is not None:
        atoms = _at_threshold(atoms, unit.comparison, demands, prover)
    return {name: _stated(atom, prover.vocabulary[name]) for name, atom in atoms.items()}


def _at_threshold(
    atoms: dict[str, Atom], comparison: Comparison, demands: tuple[Demand, ...], prover: Prover
) -> dict[str, Atom]:
    """The same facts with the value that lies next to a bound of the comparison, and not to one of the mutant."""
    name = comparison.fact.name
    asked = asked_of(demands).values()
    if name not in atoms:
        return atoms
    for atom in _beside(comparison):
        moved = {**atoms, name: atom}
        case = Profile(moved, prover.on).case(asked, prover.on)
        can_be = is_possible(moved, prover.vocabulary, prover.on, lifelike=True)
        if can_be and all(demand.holds(case) for demand in demands):
            return moved
    return atoms


def _beside(comparison: Comparison) -> Iterator[Atom]:
    interval, fact = bounds(comparison), comparison.fact
    for step in (0, -1, 1):
        for end in (interval.low, interval.high) if interval else ():
            if end is not None:
                atom = _moved(end, step)
                if _is_in_range(atom, fact):
                    yield atom


def _moved(end: Atom, step: int) -> Atom:
    """A bound moved by a unit: a day, a month, one, the last decimal."""
    match end:
        case date():
            return end + timedelta(days=step)
        case float():
            return moved_number(end, step)
    return end + step  # type: ignore[operator]


def _is_in_range(atom: Atom, fact: Fact) -> bool:
    lowest = 0 if fact.type is FactType.DURATION and fact.lowest is None else fact.lowest
    above = lowest is None or atom >= lowest  # type: ignore[operator]
    return above and (fact.highest is None or atom <= fact.highest)  # type: ignore[operator]


def _stated(atom: Atom, fact: Fact) -> Atom | Span:
    if fact.type is FactType.DURATION and isinstance(atom, int):
        return Span(atom, whole_years=atom % 12 == 0)
    return atom
