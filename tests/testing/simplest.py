"""The simplest value that a strategy comes to, the same on every run."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import find, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
_SEARCH = settings(max_examples=2000, derandomize=True, database=None)


def simplest(strategy: SearchStrategy[T], wanted: Callable[[T], bool] = lambda _: True) -> T:
    """What is left after shrinking of the values that are wanted."""
    return find(strategy, wanted, settings=_SEARCH)
