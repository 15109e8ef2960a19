"""The three values of Kleene's logic."""

from enum import Enum


class Truth(Enum):
    """Met, unmet, or unknown because a fact is not known."""

    UNMET = 0
    UNKNOWN = 1
    MET = 2

    @property
    def opposite(self) -> "Truth":
        """The value of the negation."""
        return Truth(2 - self.value)

    @classmethod
    def of(cls, answer: bool | None) -> "Truth":
        """The truth of a Python answer in which ``None`` is unknown."""
        return cls.UNKNOWN if answer is None else cls.MET if answer else cls.UNMET


def at_least(count: int, parts: "list[Truth]") -> Truth:
    """Whether at least ``count`` of the parts are met, however the unknown ones turn out."""
    met = sum(part is Truth.MET for part in parts)
    possible = met + sum(part is Truth.UNKNOWN for part in parts)
    return Truth.MET if met >= count else Truth.UNKNOWN if possible >= count else Truth.UNMET
