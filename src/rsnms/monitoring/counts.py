"""Counting with unknowns: how many rows certainly and possibly count, and between which bounds a value lies.

Of a row it is known, or not, whether it belongs to the population (``of``) and whether it meets the condition
(``where``). Rows of which something is not known may fall either way; the bounds hold for every way they can fall.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows by what is known of them; those certainly outside the population are not counted."""

    met: int = 0
    """In the population, condition met."""
    unmet: int = 0
    open: int = 0
    """In the population, condition unknown."""
    maybe_met: int = 0
    """Perhaps in the population; if so, condition met."""
    maybe_unmet: int = 0
    maybe_open: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(
            self.met + other.met,
            self.unmet + other.unmet,
            self.open + other.open,
            self.maybe_met + other.maybe_met,
            self.maybe_unmet + other.maybe_unmet,
            self.maybe_open + other.maybe_open,
        )

    @property
    def population(self) -> int:
        """Rows that certainly belong to the population."""
        return self.met + self.unmet + self.open

    @property
    def unknown(self) -> int:
        """Rows of which something that decides is not known."""
        return self.open + self.maybe_met + self.maybe_unmet + self.maybe_open

    @property
    def most_met(self) -> int:
        """The most rows that can turn out to count."""
        return self.met + self.open + self.maybe_met + self.maybe_open

    @property
    def most_population(self) -> int:
        """The most rows that can turn out to belong to the population."""
        return self.population + self.maybe_met + self.maybe_unmet + self.maybe_open


@dataclass(frozen=True, slots=True)
class Bounded:
    """A value and the bounds between which it lies, whatever the unknown turns out to be.

    ``value`` is what is confirmed by known rows; it lies within the bounds. ``None`` stands for no population (a
    share of nobody), for an upper bound of a ratio also for "without limit".
    """

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    may_be_nobodys: bool = False
    """Whether there may turn out to be no population, of which no bound says anything."""

    @property
    def is_exact(self) -> bool:
        """Whether nothing unknown can change the value."""
        return self.value is not None and self.low == self.high == self.value


def share(counts: Counts) -> Bounded:
    """The share of a population that meets a condition."""
    value = Fraction(counts.met, counts.population) if counts.population else None
    worst = counts.population + counts.maybe_unmet + counts.maybe_open
    best = counts.population + counts.maybe_met + counts.maybe_open
    low = Fraction(counts.met, worst) if worst else Fraction(1) if counts.maybe_met else None
    high = Fraction(counts.most_met, best) if best else Fraction(0) if counts.maybe_unmet else None
    return Bounded(value, low, high, may_be_nobodys=not counts.population)


def tally(counts: Counts) -> Bounded:
    """How many meet a condition."""
    return Bounded(Fraction(counts.met), Fraction(counts.met), Fraction(counts.most_met))


def ratio(of: Counts, to: Counts) -> Bounded:
    """How many of one population fall to one of another; both are counted as :func:`tally` counts them."""
    value = Fraction(of.met, to.met) if to.met else None
    low = Fraction(of.met, to.most_met) if to.most_met else None
    high = Fraction(of.most_met, to.met) if to.met else None
    return Bounded(value, low, high)
