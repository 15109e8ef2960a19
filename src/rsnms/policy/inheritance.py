"""Inheritance: a child sees everything of its parents, replaces by id with ``override``, drops with ``remove``."""

from collections.abc import Iterable, Sequence

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Problem, nearest
from rsnms.policy.syntax import ELEMENT_FORMS

Elements = dict[str, dict[str, Written]]
"""The elements that apply, by section and id."""


Ids = dict[str, set[str]]
"""Ids by section."""


def stated_ids(layers: Iterable[Layer]) -> Ids:
    """Everything that some version of some ancestor states, mistaken elements included."""
    ids: Ids = {section: set() for section in ELEMENT_FORMS}
    for layer in layers:
        for section, stated in layer.sections.items():
            ids[section] |= {written.form.id for written in stated}
        for broken in layer.broken:
            ids[str(broken.path[0])].add(str(broken.form.get("id")) if isinstance(broken.form, dict) else "")
    return ids


def merge(chain: Sequence[Layer], ever: Ids, problems: list[Problem]) -> Elements:
    """Lay a chain of layers over each other, the base first.

    ``ever`` are the ids that the ancestors state at any time: overriding one that is not in force at the moment is
    no mistake.
    """
    elements: Elements = {section: {} for section in ELEMENT_FORMS}
    for layer in chain:
        _remove(layer, elements, ever, problems)
        for section in ELEMENT_FORMS:
            _add(layer.sections.get(section, []), elements[section], ever[section], problems)
    return elements


def _add(stated: list[Written], inherited: dict[str, Written], ever: set[str], problems: list[Problem]) -> None:
    own: set[str] = set()
    for written in stated:
        id_ = written.form.id
        parent = inherited.get(id_)
        if id_ in own:
            problems.append(written.problem("duplicate-id", ("id",), id_))
        elif written.form.override and parent is None and id_ not in ever:
            guess = nearest(id_, ever)
            problems.append(written.problem("override-of-nothing", ("override",), id_, nearest=guess))
        elif parent is not None and not written.form.override:
            problems.append(written.problem("silent-override", ("id",), id_, expected=Text(parent.origin)))
        own.add(id_)
        inherited[id_] = written


def _remove(layer: Layer, elements: Elements, ever: Ids, problems: list[Problem]) -> None:
    removals = layer.removals
    for section in ELEMENT_FORMS if removals else ():
        assert removals is not None  # noqa: S101 - the loop runs only with removals
        for index, id_ in enumerate(getattr(removals.form, section)):
            if elements[section].pop(id_, None) is None and id_ not in ever[section]:
                guess = nearest(id_, ever[section])
                problems.append(removals.problem("remove-of-nothing", (section, index), id_, nearest=guess))
