"""Whom helpers can take at all: seekers are let in one after another, as long as all let in can be placed."""

from collections import Counter
from collections.abc import Sequence

from rsnms.routes.pairs.pairing_problem import Helpers, first_of, members


def admitted(kinds: Sequence[int], reach: Sequence[Helpers], places: Sequence[int]) -> list[bool]:
    """Whether each seeker finds a place; as many as possible do, and who comes earlier never yields to who comes later.

    Args:
        kinds: the kind of each seeker, in the order in which they count.
        reach: the helpers that could take a seeker of each kind.
        places: how many seekers each helper takes.
    """
    filling = _Filling(reach, places)
    return [filling.admit(kind) for kind in kinds]


class _Filling:
    """Seekers placed so far; they are moved along augmenting paths when that lets another one in."""

    def __init__(self, reach: Sequence[Helpers], places: Sequence[int]) -> None:
        self._reach = reach
        self._free = list(places)
        self._open = sum(1 << helper for helper, free in enumerate(places) if free)
        self._closed: Helpers = 0
        """Full helpers whose seekers can move to none but each other: they stay so."""
        self._at: list[Counter[int]] = [Counter() for _ in places]

    def admit(self, kind: int) -> bool:
        start = self._reach[kind] & ~self._closed
        came: dict[int, tuple[int, int] | None] = dict.fromkeys(members(start))
        queue, seen, hit = list(came), start, start & self._open
        for helper in queue:
            if hit:
                break
            for other in self._at[helper]:
                new = self._reach[other] & ~seen & ~self._closed
                seen |= new
                came |= dict.fromkeys(members(new), (helper, other))
                queue.extend(members(new))
                hit |= new & self._open
        if not hit:
            self._closed |= seen
            return False
        self._shift(kind, first_of(hit), came)
        return True

    def _shift(self, kind: int, last: int, came: dict[int, tuple[int, int] | None]) -> None:
        self._free[last] -= 1
        if not self._free[last]:
            self._open &= ~(1 << last)
        while (step := came[last]) is not None:
            before, moved = step
            self._at[last][moved] += 1
            self._at[before][moved] -= 1
            if not self._at[before][moved]:
                del self._at[before][moved]
            last = before
        self._at[last][kind] += 1
