"""Drawing: how the strategies here choose, so that drawing is quick and what fails becomes simple.

Everything is drawn through integers of a few strategies made once, because making a strategy costs more than drawing
from it, and because integers become smaller: the first of a sequence, the empty set, the earliest day come out last.
Where it costs little, as much is drawn whatever comes out, and what is not needed is left aside: so a value that
becomes simpler does not change the meaning of those after it, and what fails shrinks quickly and far.
Nothing depends on the clock or on the order of sets.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Generic, TypeVar

from hypothesis import strategies as st

from rsnms.domain.calendar import last_day
from rsnms.policy.model import Jurisdiction, Policy

T = TypeVar("T")

USUAL_DAY = date(2024, 1, 1)
"""The day of questions where nobody names one."""


class Unprinted(Generic[T]):
    """What a strategy draws from, left out where Hypothesis prints the strategy: policies are long."""

    def __init__(self, of: T) -> None:
        self.of = of

    def __repr__(self) -> str:
        return f"<{type(self.of).__name__}>"


integer = cache(st.integers)
BOOLEANS = st.booleans()
_NUMBERS = st.integers(0, 2**20 - 1)
"""Of one strategy for all periods, however long: a strategy for each would cost more."""
_EDGES = 6
"""Of so many days two are moved to an edge of their month."""


def pick(draw: st.DrawFn, among: Sequence[T]) -> T:
    """One of a sequence; the first is the simplest."""
    return among[draw(integer(0, len(among) - 1))]


def perhaps(draw: st.DrawFn, among: Sequence[T]) -> T | None:
    """One of a sequence, or ``None``, which is simpler."""
    number = draw(integer(0, len(among)))
    return among[number - 1] if number else None


def subset(draw: st.DrawFn, among: Sequence[T], at_least: int = 0) -> list[T]:
    """Some of a sequence in its order, none or (with ``at_least``) the first alone being the simplest."""
    chosen = draw(integer(0 if at_least == 0 else 1, 2 ** len(among) - 1))
    return [member for index, member in enumerate(among) if chosen >> index & 1]


def few(draw: st.DrawFn, among: Sequence[T], most: int) -> list[T]:
    """At most a few different ones of a sequence, in its order."""
    chosen = {draw(integer(0, len(among))) for _ in range(most)}
    return [among[number - 1] for number in sorted(chosen) if number]


def day_between(draw: st.DrawFn, first: date, last: date) -> date:
    """A day of a period, often the first or the last of a month, where mistakes hide; the first day is the simplest.

    Where the period is backwards, its first day.
    """
    edge, number = divmod(draw(_NUMBERS), max(0, (last - first).days) + 1)
    day = first + timedelta(days=number)
    if edge % _EDGES < _EDGES - 2:
        return day
    moved = day.replace(day=1 if edge % _EDGES == _EDGES - 2 else last_day(day.year, day.month))
    return moved if first <= moved <= last else day


def days(first: date, last: date) -> st.SearchStrategy[date]:
    """Days of a period, often the first or the last of a month, where mistakes hide."""
    return _days(first, last)


@st.composite
def _days(draw: st.DrawFn, first: date, last: date) -> date:
    return day_between(draw, first, last)


def policy_of(policy: Policy | Jurisdiction, on: date | None = None) -> tuple[Policy, date]:
    """The policy that is asked and the day of the question: 01.01.2024, or else the first day on which it applies.

    Raises:
        NotInForceError: the jurisdiction has no act in force on the stated day.
    """
    if isinstance(policy, Policy):
        return policy, on or _usual_day(policy)
    if on is not None:
        return policy.on(on), on
    usual = next((one for one in policy.periods if USUAL_DAY in one), policy.latest)
    return usual, _usual_day(usual)


def _usual_day(policy: Policy) -> date:
    if USUAL_DAY in policy:
        return USUAL_DAY
    day = policy.since or policy.until
    assert day is not None  # noqa: S101 - a policy without ends applies on the usual day
    return day
