"""Timing several contenders fairly: warmed up, in turns, without garbage collection, as medians."""

import gc
from collections.abc import Callable, Hashable, Mapping
from statistics import median
from time import perf_counter
from typing import TypeVar

Call = Callable[[], object]
Name = TypeVar("Name", bound=Hashable)


def medians(calls: Mapping[Name, Call], *, rounds: int, at_least: float = 0.0) -> dict[Name, float]:
    """Seconds that one call of each takes.

    The contenders take turns in every round, so that a slow moment of the machine falls on all of them. A call is
    repeated within a turn until the turn lasts ``at_least`` seconds.
    """
    repeats = {name: _repeats(call, at_least) for name, call in calls.items()}
    turns: dict[Name, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            turns[name].append(_turn(call, repeats[name]) / repeats[name])
    return {name: median(seconds) for name, seconds in turns.items()}


def _repeats(call: Call, at_least: float) -> int:
    """So many calls last long enough; finding it out warms the contender up."""
    call()
    return max(1, round(at_least / max(_turn(call, 1), 1e-9)))


def _turn(call: Call, repeats: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        for _ in range(repeats):
            call()
        return perf_counter() - start
    finally:
        gc.enable()
