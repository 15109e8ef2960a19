"""Which facts and criteria files ask for, wherever they may: in conditions, derivations and rules about records."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rsnms.checks.stated import data_of
from rsnms.policy.layers import Layer

_DERIVED_FROM = ("since", "from", "until", "happened_on", "overlap")
"""Keys of ``time`` that name facts."""
_SIDES = ("mentor.", "mentee.")


class Asked:
    """The names for which versions ask; each version is read once, when it is first looked at."""

    def __init__(self, names_in: Callable[[Layer], set[str]]) -> None:
        self._names_in = names_in
        self._known: dict[int, set[str]] = {}

    def by(self, layers: Iterable[Layer]) -> set[str]:
        """The names for which any of the versions asks."""
        found: set[str] = set()
        for layer in layers:
            if id(layer) not in self._known:
                self._known[id(layer)] = self._names_in(layer)
            found |= self._known[id(layer)]
        return found


def facts_in(layer: Layer) -> set[str]:
    """The facts that a version asks for; those of the two sides of a pair without the side."""
    found: set[str] = set()
    for data in _stated(layer):
        for key, value in _pairs(data):
            if key == "fact":
                found.update(_names(value))
            elif key == "time" and isinstance(value, dict):
                found.update(name for part in _DERIVED_FROM for name in _names(value.get(part)))
            elif key == "records" and isinstance(value, dict):
                found.update(_names(value.get("date")))
    return {name.removeprefix(_SIDES[0]).removeprefix(_SIDES[1]) for name in found}


def criteria_in(layer: Layer) -> set[str]:
    """The criteria that the conditions of a version use."""
    return {name for data in _stated(layer) for key, value in _pairs(data) if key == "use" for name in _names(value)}


def _stated(layer: Layer) -> Iterator[Any]:
    """What the files say; what has mistakes of form may name something, too."""
    for stated in layer.sections.values():
        yield from map(data_of, stated)
    for broken in layer.broken:
        yield broken.form


def _pairs(data: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key, value
            yield from _pairs(value)
    elif isinstance(data, list):
        for part in data:
            yield from _pairs(part)


def _names(value: Any) -> Iterator[str]:
    yield from (name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str))
