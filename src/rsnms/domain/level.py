"""The levels of the system of scientific and methodical support (уровни системы НМС)."""

from enum import StrEnum


class Level(StrEnum):
    """A level of the system, from the country to one organisation."""

    FEDERAL = "federal"
    REGIONAL = "regional"
    MUNICIPAL = "municipal"
    INSTITUTIONAL = "institutional"

    @property
    def depth(self) -> int:
        """0 for the federal level, growing downwards."""
        return list(Level).index(self)
