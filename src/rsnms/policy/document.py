"""What a YAML file says, with the place of everything in it."""

from dataclasses import dataclass, field
from typing import Any, Final

from rsnms.policy.problems import Path, Place, Problem


class Unread:
    """A value that a file does not give in a usable way; the document's problems say why."""

    def __repr__(self) -> str:
        return "UNREAD"


UNREAD: Final = Unread()


@dataclass(slots=True)
class Document:
    """What a file says: nested ``dict``, ``list`` and ``str``, and the place of every value and key.

    ``data`` is ``None`` where nothing can be made of the file.
    """

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def is_at(self, path: Path) -> bool:
        """Whether the file states something at a path."""
        return path in self.places

    def is_list(self, path: Path) -> bool:
        """Whether a list stands at a path."""
        return self.is_at((*path, 0))

    def key_place(self, path: Path) -> Place:
        """The place of the key under which a value stands."""
        return self.keys.get(path) or self.place(path)
