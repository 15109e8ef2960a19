"""Mistakes beside mistakes: finding those inside elements of a mistaken form, leaving out those that only follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rsnms.domain.fact import About
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.condition_forms import CONDITION_KEYS, ConditionForm
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem
from rsnms.policy.syntax import ELEMENT_FORMS

Check = Callable[[Written, Path, str], None]
"""Reports a reference at a path of an element, if what it names does not exist."""


@cache
def _condition_form() -> TypeAdapter[Any]:
    return TypeAdapter(ConditionForm)


def check_broken(layer: Layer, binders: Mapping[About, ConditionBinder], checks: Mapping[str, Check]) -> None:
    """Check what is whole within a layer's broken elements: conditions, and references by the key they stand under."""
    for element in layer.broken:
        stated = element.form.get("about", About.PERSON) if isinstance(element.form, dict) else About.PERSON
        binder = next((binder for about, binder in binders.items() if about == stated), None)
        for path, part in _parts(element.form):
            if isinstance(part, str):
                key = path[-2] if path[-2:-1] == ("overlap",) else path[-1] if path else ""
                if key in checks:
                    checks[str(key)](element, path, part)
            elif binder:
                binder.bind(element, part, path, None)


def _parts(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The largest whole conditions, and the texts outside them."""
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        if any(key in data for key in CONDITION_KEYS):
            try:
                yield path, _condition_form().validate_python(data)
            except ValidationError:
                pass  # reported with the element; its parts may be whole
            else:
                return
        steps = data.items()
    elif isinstance(data, list):
        steps = enumerate(data)
    elif isinstance(data, str):
        yield path, data
    for step, part in steps:
        yield from _parts(part, (*path, step))


NAMED = {
    "unknown-fact": "facts",
    "unknown-criterion": "criteria",
    "unknown-subject": "subjects",
    "unknown-activity": "activities",
    "unknown-provision": "provisions",
    "unknown-document": "documents",
    "unknown-obligation": "obligations",
    "unknown-indicator": "indicators",
}
_OF_NOTHING = {"override-of-nothing": 0, "remove-of-nothing": 1}
"""Where in the path of such a problem the section stands."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the files of a jurisdiction and its ancestors may define without our knowing."""

    names: Mapping[str, frozenset[str]]
    """Ids of mistaken elements, by section."""
    sections: frozenset[str]
    """Sections that may hold elements which could not be read."""


def doubts(layers: Iterable[Layer], *, ancestors_known: bool) -> Doubts:
    """Gather what cannot be known of a line of inheritance."""
    names: dict[str, set[str]] = {}
    sections: set[str] = set() if ancestors_known else set(ELEMENT_FORMS)
    for layer in layers:
        sections |= layer.unread
        for element in layer.broken:
            section = str(element.path[0])
            id_ = element.form.get("id") if isinstance(element.form, dict) else None
            if isinstance(id_, str):
                names.setdefault(section, set()).add(id_)
            else:
                sections.add(section)
    return Doubts({section: frozenset(ids) for section, ids in names.items()}, frozenset(sections))


def without_consequences(problems: Iterable[Problem], doubts: Doubts) -> list[Problem]:
    """Leave out complaints about names that may well exist: where they would stand, something is mistaken."""
    return [problem for problem in problems if not _is_consequence(problem, doubts)]


def _is_consequence(problem: Problem, doubts: Doubts) -> bool:
    if problem.code in _OF_NOTHING:
        return problem.path[_OF_NOTHING[problem.code]] in doubts.sections
    section = NAMED.get(problem.code)
    if section is None:
        return False
    name = str(problem.found).rsplit(".", 1)[-1]
    return section in doubts.sections or name in doubts.names.get(section, ())
