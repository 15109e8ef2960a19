"""Inheritance: a child sees everything of its parents, replaces by id with ``override``, drops with ``remove``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.syntax import ELEMENT_FORMS

Elements = dict[str, dict[str, Written]]
"""The elements that apply, by section and id."""


@dataclass(slots=True)
class Merged:
    """The elements that apply and where others were removed, by section and id."""

    elements: Elements = field(default_factory=lambda: {name: {} for name in ELEMENT_FORMS})
    removed: dict[str, dict[str, tuple[Written, Path]]] = field(
        default_factory=lambda: {name: {} for name in ELEMENT_FORMS}
    )


Ids = dict[str, set[str]]
"""Ids by section."""


def stated_ids(layers: Iterable[Layer]) -> Ids:
    """Everything that some version of some ancestor states, mistaken elements included."""
    ids: Ids = {section: set() for section in ELEMENT_FORMS}
    for layer in layers:
        for section in ids:
            ids[section] |= {written.form.id for written in layer.sections.get(section, ())}
        for broken in layer.broken:
            ids.get(str(broken.path[0]), set()).add(str(broken.form.get("id")) if isinstance(broken.form, dict) else "")
    return ids


def merge(chain: Sequence[Layer], ever: Ids, problems: list[Problem]) -> Merged:
    """Lay a chain of layers over each other, the base first.

    ``ever`` are the ids that the ancestors state at any time: overriding one that is not in force at the moment is
    no mistake.
    """
    merged = Merged()
    for layer in chain:
        if layer.removals:
            _remove(layer.removals, merged, ever, problems)
        for section in ELEMENT_FORMS:
            stated = layer.sections.get(section, [])
            _add(stated, merged.elements[section], ever[section], problems)
            for written in stated:
                merged.removed[section].pop(written.form.id, None)
    return merged


def _add(stated: list[Written], inherited: dict[str, Written], ever: set[str], problems: list[Problem]) -> None:
    own: dict[str, str] = {}
    for written in stated:
        id_ = written.form.id
        parent = inherited.get(id_)
        if id_ in own:
            if own[id_] == written.document.file:  # a section in two files is reported as a whole
                problems.append(written.problem("duplicate-id", ("id",), id_))
        elif (key := _replaces(written)) and parent is None and id_ not in ever:
            guess = nearest(id_, ever)
            problems.append(written.problem("override-of-nothing", (key,), id_, nearest=guess, expected=Text(key)))
        elif parent is not None and not key:
            advice = _TO_EXTEND if hasattr(written.form, _EXTENDS) else None
            problems.append(
                written.problem("silent-override", ("id",), id_, expected=Text(parent.origin), advice=advice)
            )
        own[id_] = written.document.file
        inherited[id_] = replace(written, extended=parent) if _replaces(written) == _EXTENDS else written


_EXTENDS = "extends"
_TO_EXTEND = Text(
    "Чтобы заменить его, добавьте «override: true», чтобы дополнить — «extends: true»; иначе дайте другой id.",
    "To replace it add 'override: true', to extend it 'extends: true'; otherwise choose another id.",
)


def _replaces(written: Written) -> str | None:
    """The key by which an element says that it takes the place of its parents' one."""
    return next((key for key in ("override", _EXTENDS) if getattr(written.form, key, False)), None)


def _remove(removals: Written, merged: Merged, ever: Ids, problems: list[Problem]) -> None:
    for section in ELEMENT_FORMS:
        for index, id_ in enumerate(getattr(removals.form, section)):
            stated = merged.elements[section].pop(id_, None)
            if stated is None and id_ not in ever[section]:
                guess = nearest(id_, ever[section])
                problems.append(removals.problem("remove-of-nothing", (section, index), id_, nearest=guess))
            merged.removed[section][id_] = (removals, (section, index))
