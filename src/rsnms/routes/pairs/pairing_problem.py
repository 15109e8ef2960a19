"""The problem of pairing as numbers: kinds of seekers, sets of helpers as bits of integers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

Helpers = int
"""A set of helpers: bit ``n`` stands for the helper with the number ``n``."""

Ranks = tuple[tuple[int, Helpers], ...]
"""The helpers that could take a seeker, by rank: 0 is best. No helper stands under two ranks."""


def ranks_of(by_rank: Mapping[int, Helpers]) -> Ranks:
    """The ranks in their one form: the best first, none empty."""
    return tuple((rank, by_rank[rank]) for rank in sorted(by_rank) if by_rank[rank])


def reachable(ranks: Ranks) -> Helpers:
    """All helpers that could take the seeker."""
    return reduce(or_, (helpers for _, helpers in ranks), 0)


def members(helpers: Helpers) -> Iterator[int]:
    """The numbers in a set of helpers, growing."""
    while helpers:
        lowest = helpers & -helpers
        yield lowest.bit_length() - 1
        helpers ^= lowest


def first_of(helpers: Helpers) -> int:
    """The smallest number in a set that is not empty."""
    return (helpers & -helpers).bit_length() - 1


@dataclass(frozen=True, slots=True)
class Posed:
    """Seekers that can all be placed, grouped by what helpers are to them."""

    kinds: tuple[Ranks, ...]
    supplies: tuple[int, ...]
    """How many seekers there are of each kind."""
    places: tuple[int, ...]

    @property
    def step(self) -> int:
        """The cost of a rank: more than all that even loads could save."""
        return 2 * sum(self.supplies) * max(self.places, default=0) + 1

    @staticmethod
    def cost_of_load(place: int) -> int:
        """The cost of the ``place``-th seeker of a helper; the costs of the first ``n`` are ``n`` squared."""
        return 2 * place - 1
