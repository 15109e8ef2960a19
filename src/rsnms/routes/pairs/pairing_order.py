"""Of all cheapest placings the one in which seekers, one after another, have the helper with the smallest number.

Two cheapest placings differ by exchanges in circles that cost nothing. Prices of helpers (the dual of the flow) show
which single moves such exchanges are made of; so a seeker can have a helper just when the moves lead from there back.
"""

from collections.abc import Sequence

from rsnms.routes.pairs.pairing_problem import Helpers, Posed, first_of, members


def settled_in_order(posed: Posed, placed: Sequence[dict[int, int]], kinds: Sequence[int]) -> list[int]:
    """The helper of each seeker.

    Args:
        posed: the problem.
        placed: a cheapest placing: how many seekers of each kind go to which helper.
        kinds: the kind of each seeker, in the order in which they count.
    """
    ordering = _Ordering(posed, placed)
    return [ordering.settle(kind) for kind in kinds]


class _Ordering:
    """Seekers that are not settled yet, and the moves among helpers that cost nothing.

    Beside the helpers there is the *pool*, with the number after the last of them: a helper moves a place to it by
    taking one seeker more, and gets one from it by taking one fewer.
    """

    def __init__(self, posed: Posed, placed: Sequence[dict[int, int]]) -> None:
        self._posed = posed
        self._pool = len(posed.places)
        self._of_kind = [dict(helpers) for helpers in placed]
        self._at: list[dict[int, int]] = [{} for _ in posed.places]
        for kind, helpers in enumerate(placed):
            for helper, amount in helpers.items():
                self._at[helper][kind] = amount
        self._loads = [sum(kinds.values()) for kinds in self._at]
        prices = self._prices()
        self._free_moves = [self._costing_nothing(kind, prices) for kind in range(len(posed.kinds))]
        self._even = [self._even_load(helper, prices) for helper in range(self._pool)]
        self._refused: list[Helpers] = [0] * len(posed.kinds)
        """What has no way back to a kind's helpers; nothing that is settled later opens one."""

    def settle(self, kind: int) -> int:
        for helper in members(self._free_moves[kind]):
            if helper in self._of_kind[kind] or self._make_room(kind, helper):
                self._take_away(kind, helper)
                return helper
        raise RuntimeError("more seekers of a kind than were placed")

    def _prices(self) -> list[int]:
        """Prices under which no move from one helper to another pays; the pool's is the last."""
        prices = [0] * (self._pool + 1)
        for _ in range(len(prices) + 1):
            before = prices.copy()
            self._lower(prices)
            if prices == before:
                return prices
        raise RuntimeError("the placing is not the cheapest")

    def _lower(self, prices: list[int]) -> None:
        """Lower each price to what the moves to its helper allow."""
        step, cost_of_load = self._posed.step, self._posed.cost_of_load
        for kind, helpers in enumerate(self._of_kind):
            if not helpers:
                continue
            base = self._base(kind, prices)
            for rank, reached in self._posed.kinds[kind]:
                most = base + rank * step
                for helper in members(reached):
                    if prices[helper] > most:
                        prices[helper] = most
        for helper, load in enumerate(self._loads):
            if load < self._posed.places[helper]:
                prices[-1] = min(prices[-1], prices[helper] + cost_of_load(load + 1))
        for helper, load in enumerate(self._loads):
            if load:
                prices[helper] = min(prices[helper], prices[-1] - cost_of_load(load))

    def _base(self, kind: int, prices: Sequence[int]) -> int:
        """The least of price less cost among the helpers that a kind has."""
        helpers, step = self._of_kind[kind], self._posed.step
        return min(
            prices[helper] - rank * step
            for rank, reached in self._posed.kinds[kind]
            for helper in helpers
            if reached >> helper & 1
        )

    def _costing_nothing(self, kind: int, prices: Sequence[int]) -> Helpers:
        if not self._of_kind[kind]:
            return 0
        base, step = self._base(kind, prices), self._posed.step
        return sum(
            1 << helper
            for rank, reached in self._posed.kinds[kind]
            for helper in members(reached)
            if prices[helper] - rank * step == base
        )

    def _even_load(self, helper: int, prices: Sequence[int]) -> int | None:
        """The load that may as well be one less; ``None`` where the load is what it must be."""
        for load in (self._loads[helper], self._loads[helper] + 1):
            if 1 <= load <= self._posed.places[helper]:
                paid = prices[self._pool] - prices[helper]
                if self._posed.cost_of_load(load) == paid:
                    return load
        return None

    def _make_room(self, kind: int, helper: int) -> bool:
        """Move one of a kind to a helper by an exchange that costs nothing, if there is one."""
        if self._refused[kind] >> helper & 1:
            return False
        goal = sum(1 << own for own in self._of_kind[kind])
        came: dict[int, tuple[int, int | None] | None] = {helper: None}
        seen = self._refused[kind] | 1 << helper
        queue = [helper]
        for place in queue:
            for moved, reached in self._moves_from(place):
                new = reached & ~seen
                seen |= new
                came |= dict.fromkeys(members(new), (place, moved))
                if new & goal:
                    self._exchange(kind, helper, first_of(new & goal), came)
                    return True
                queue.extend(members(new))
        self._refused[kind] |= seen
        return False

    def _moves_from(self, place: int) -> list[tuple[int | None, Helpers]]:
        """The kinds that can move away, each with where to; ``None`` for a move to or from the pool."""
        if place == self._pool:
            return [(None, sum(1 << one for one, even in enumerate(self._even) if even == self._loads[one]))]
        moves: list[tuple[int | None, Helpers]] = [(kind, self._free_moves[kind]) for kind in self._at[place]]
        if self._even[place] == self._loads[place] + 1:
            moves.append((None, 1 << self._pool))
        return moves

    def _exchange(self, kind: int, helper: int, last: int, came: dict[int, tuple[int, int | None] | None]) -> None:
        self._take_away(kind, last)
        self._add(kind, helper)
        while (step := came[last]) is not None:
            before, moved = step
            if moved is not None:
                self._take_away(moved, before)
                self._add(moved, last)
            elif last == self._pool:
                self._loads[before] += 1
            else:
                self._loads[last] -= 1
            last = before

    def _add(self, kind: int, helper: int) -> None:
        self._at[helper][kind] = self._of_kind[kind][helper] = self._at[helper].get(kind, 0) + 1

    def _take_away(self, kind: int, helper: int) -> None:
        left = self._at[helper][kind] - 1
        if left:
            self._at[helper][kind] = self._of_kind[kind][helper] = left
        else:
            del self._at[helper][kind], self._of_kind[kind][helper]
