"""Inheritance: a child sees everything of its parents, replaces by id with ``override``, drops with ``remove``."""

from collections.abc import Sequence

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Problem, nearest
from rsnms.policy.syntax import ELEMENT_SECTIONS

Elements = dict[str, dict[str, Written]]
"""The elements that apply, by section and id."""


def merge(chain: Sequence[Layer], problems: list[Problem]) -> Elements:
    """Lay a chain of layers over each other, the base first."""
    elements: Elements = {section: {} for section in ELEMENT_SECTIONS}
    for layer in chain:
        _remove(layer, elements, problems)
        for section in ELEMENT_SECTIONS:
            _add(layer.sections.get(section, []), elements[section], problems)
    return elements


def _add(stated: list[Written], inherited: dict[str, Written], problems: list[Problem]) -> None:
    own: set[str] = set()
    for written in stated:
        id_ = written.form.id
        parent = inherited.get(id_)
        if id_ in own:
            problems.append(written.problem("duplicate-id", ("id",), id_))
        elif written.form.override and parent is None:
            guess = nearest(id_, inherited)
            problems.append(written.problem("override-of-nothing", ("override",), id_, nearest=guess))
        elif parent is not None and not written.form.override:
            problems.append(written.problem("silent-override", ("id",), id_, expected=Text(parent.origin)))
        own.add(id_)
        inherited[id_] = written


def _remove(layer: Layer, elements: Elements, problems: list[Problem]) -> None:
    removals = layer.removals
    for section in ELEMENT_SECTIONS if removals else ():
        assert removals is not None  # noqa: S101 - the loop runs only with removals
        for index, id_ in enumerate(getattr(removals.form, section)):
            if elements[section].pop(id_, None) is None:
                guess = nearest(id_, elements[section])
                problems.append(removals.problem("remove-of-nothing", (section, index), id_, nearest=guess))
