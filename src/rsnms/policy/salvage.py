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


def check_broken(
    layer: Layer, binders: Mapping[About, ConditionBinder], checks: Mapping[str, Mapping[str, Check]]
) -> None:
    """Check what is whole within a layer's broken elements: conditions, and references by section and key."""
    for element in layer.broken:
        known = checks[str(element.path[0])]
        for path, part, about in _parts(element.form, About.PERSON):
            if isinstance(part, str):
                key = next((step for step in reversed(path) if isinstance(step, str)), "")
                if key in known:
                    known[key](element, path, part)
            elif about is not None:
                binders[about].bind(element, part, path, None)


def _parts(data: Any, about: About | None, path: Path = ()) -> Iterator[tuple[Path, Any, About | None]]:
    """The largest whole conditions with whom they are about, and the texts outside them."""
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        about = _about(data, path, about)
        if any(key in data for key in CONDITION_KEYS):
            try:
                yield path, _condition_form().validate_python(data), about
            except ValidationError:
                pass  # reported with the element; its parts may be whole
            else:
                return
        steps = data.items()
    elif isinstance(data, list):
        steps = enumerate(data)
    elif isinstance(data, str):
        yield path, data, about
    for step, part in steps:
        yield from _parts(part, about, (*path, step))


def _about(data: dict[str, Any], path: Path, around: About | None) -> About | None:
    """Whom the conditions below a mapping are about; ``None`` where it says so in no way that could be read."""
    stated = data.get("of") if path[-1:] == ("records",) else data.get("about", around)
    return next((about for about in About if about == stated), None)


NAMED = {
    "unknown-fact": "facts",
    "unknown-criterion": "criteria",
    "unknown-subject": "subjects",
    "unknown-activity": "activities",
    "unknown-provision": "provisions",
    "unknown-document": "documents",
    "unknown-obligation": "obligations",
    "unknown-indicator": "indicators",
    "unknown-competency": "competencies",
    "unknown-eligibility": "eligibility",
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
