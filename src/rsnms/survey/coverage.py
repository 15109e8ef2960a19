"""Coverage: which elements carry each clause of an act, clause by clause and item by item.

A clause without unnumbered items is covered by one element. One with ``items`` is covered when each of them is cited
by an element of its own, and one with ``no_norm`` says itself why it carries nothing. Conditions cite clauses, too.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.policy.model import Policy
from rsnms.policy.system import Clause
from rsnms.survey.record import Record
from rsnms.survey.records import is_below, records

Key = tuple[str | None, str]
"""An act and a clause of it."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A clause and the elements that carry it."""

    clause: Clause
    elements: tuple[Record, ...]
    missing: tuple[int, ...] = ()
    """The items that no element cites."""

    @property
    def is_covered(self) -> bool:
        """Whether nothing of the clause is left out."""
        return self.clause.no_norm is not None or (bool(self.elements) and not self.missing)

    @property
    def is_contradictory(self) -> bool:
        """Whether elements cite a clause that is said to carry no norm."""
        return self.clause.no_norm is not None and bool(self.elements)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The clauses of a policy's own acts in their order, each with what carries it."""

    policy: str
    clauses: tuple[Traced, ...]

    @property
    def total(self) -> int:
        """How many clauses and items there are to cover."""
        return sum(max(traced.clause.items, 1) for traced in self.clauses if traced.clause.no_norm is None)

    @property
    def covered(self) -> int:
        """How many of them are covered."""
        return sum(_covered(traced) for traced in self.clauses if traced.clause.no_norm is None)

    @property
    def gaps(self) -> tuple[Traced, ...]:
        """What is not covered, and what contradicts itself."""
        return tuple(traced for traced in self.clauses if not traced.is_covered or traced.is_contradictory)

    def below(self, clause: str) -> tuple[Traced, ...]:
        """A clause and those below it."""
        return tuple(traced for traced in self.clauses if is_below(traced.clause.clause, clause))

    @property
    def is_complete(self) -> bool:
        """Whether there is a list of clauses and all of it is covered."""
        return bool(self.clauses) and not self.gaps


def _covered(traced: Traced) -> int:
    if not traced.clause.items:
        return int(bool(traced.elements))
    return traced.clause.items - len(traced.missing)


def coverage(policy: Policy) -> Coverage:
    """Find for every clause of a policy's own acts the elements that carry it."""
    citing: dict[Key, dict[Record, None]] = defaultdict(dict)
    items: dict[Key, set[int]] = defaultdict(set)
    for record, clause, item in _citations(policy):
        citing[record.act, clause][record] = None
        if item is not None:
            items[record.act, clause].add(item)
    return Coverage(policy.id, tuple(_traced(clause, citing, items) for clause in policy.clauses))


def _traced(clause: Clause, citing: dict[Key, dict[Record, None]], items: dict[Key, set[int]]) -> Traced:
    key = (clause.act, clause.clause)
    missing = sorted(set(range(1, clause.items + 1)) - items.get(key, set()))
    return Traced(clause, tuple(citing.get(key, ())), tuple(missing))


def _citations(policy: Policy) -> Iterator[tuple[Record, str, int | None]]:
    """The clauses that a policy's own elements name, also inside conditions."""
    for record in records(policy, own=True):
        if record.clause is not None:
            yield record, record.clause, record.item
        for clause in record.cited:
            yield record, clause, None
