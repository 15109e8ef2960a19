"""Bringing seekers together with helpers: as many as can be, first come first, then the cheapest, evenest, by order.

Mentees seek mentors, educators seek methodists. Here they are plain numbers: a seeker is known by *ranks*, the
helpers that could take them by how well they would; a helper has so many places. What counts, the first thing first:

1. As many seekers as possible find a helper; among equally many, those who come earlier (the two never conflict: the
   sets of seekers that can be placed together form a matroid).
2. The least sum of ranks.
3. The evenest loads: the least sum of their squares.
4. The seekers one after another have the helper with the smallest number.

So there is one best pairing, and it does not depend on how the solver breaks ties.
"""

from collections import Counter
from collections.abc import Sequence

from rsnms.routes.pairs.pairing_cost import cheapest
from rsnms.routes.pairs.pairing_most import admitted
from rsnms.routes.pairs.pairing_order import settled_in_order
from rsnms.routes.pairs.pairing_problem import Posed, Ranks, reachable


def pair_up(seekers: Sequence[Ranks], places: Sequence[int]) -> tuple[int | None, ...]:
    """The number of the helper of each seeker, ``None`` for those who find none.

    Args:
        seekers: of each, in the order in which they count, which helpers could take them and how well.
        places: how many seekers each helper takes.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
    """
    kinds = {ranks: number for number, ranks in enumerate(dict.fromkeys(seekers))}
    of_seeker = [kinds[ranks] for ranks in seekers]
    are_in = admitted(of_seeker, [reachable(ranks) for ranks in kinds], places)
    placed = [kind for kind, is_in in zip(of_seeker, are_in, strict=True) if is_in]
    if not placed:
        return (None,) * len(seekers)
    supplies = Counter(placed)
    posed = Posed(
        tuple(kinds), tuple(supplies[kind] for kind in kinds.values()), tuple(min(one, len(placed)) for one in places)
    )
    helpers = iter(settled_in_order(posed, cheapest(posed), placed))
    return tuple(next(helpers) if is_in else None for is_in in are_in)
