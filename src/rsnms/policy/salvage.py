"""Mistakes inside elements that are mistaken in form, so that mending the form does not reveal a second round."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from rsnms.domain.fact import About
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.condition_forms import ComparisonForm, UseForm
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem

_NAMED = {"unknown-fact": "facts", "unknown-criterion": "criteria", "unknown-subject": "subjects"}


def check_broken(layer: Layer, binders: Mapping[About, ConditionBinder]) -> None:
    """Check every comparison and reference that is whole within a layer's broken elements."""
    for element in layer.broken:
        about = element.form.get("about", "person") if isinstance(element.form, dict) else "person"
        binder = binders[About(about) if about in list(About) else About.PERSON]
        for path, form in _whole_parts(element.form):
            binder.bind(element, form, path, None)


def _whole_parts(data: Any, path: Path = ()) -> Iterator[tuple[Path, ComparisonForm | UseForm]]:
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, dict):
        form = ComparisonForm if "fact" in data else UseForm if "use" in data else None
        if form is not None:
            try:
                yield path, form.model_validate(data)
            except ValidationError:
                return  # reported with the element
            return
        steps = data.items()
    elif isinstance(data, list):
        steps = enumerate(data)
    for step, part in steps:
        yield from _whole_parts(part, (*path, step))


def without_consequences(problems: list[Problem], layers: Iterable[Layer]) -> list[Problem]:
    """Leave out complaints about names that exist but whose definition is itself reported as mistaken."""
    mistaken: dict[str, set[object]] = {}
    unread: set[str] = set()
    for layer in layers:
        for element in layer.broken:
            mistaken.setdefault(str(element.path[0]), set()).add(_id_of(element))
        if layer.unreadable:
            unread |= set(_NAMED.values())
    return [problem for problem in problems if not _is_consequence(problem, mistaken, unread)]


def _is_consequence(problem: Problem, mistaken: Mapping[str, set[object]], unread: set[str]) -> bool:
    section = _NAMED.get(problem.code)
    if section is None:
        return False
    name = str(problem.found).rsplit(".", 1)[-1]
    return section in unread or name in mistaken.get(section, set())


def _id_of(element: Written) -> object:
    return element.form.get("id") if isinstance(element.form, dict) else None
