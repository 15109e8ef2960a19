"""Elements that change although what the files say of them does not: the criteria that they use have changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from rsnms.changes.elements import ChangeKind, ElementChange
from rsnms.policy.model import Policy
from rsnms.policy.syntax import ELEMENT_FORMS
from rsnms.policy.workspace import Workspace

CRITERIA = "criteria"


def through_criteria(
    changes: Iterable[ElementChange], old: tuple[Workspace, Policy], new: tuple[Workspace, Policy]
) -> tuple[ElementChange, ...]:
    """The changes, those marked that come from the criteria they use alone."""
    known = tuple(changes)
    changed = {change.id for change in known if change.section == CRITERIA}
    return tuple(_marked(change, changed, old, new) for change in known)


def _marked(
    change: ElementChange, changed: set[str], old: tuple[Workspace, Policy], new: tuple[Workspace, Policy]
) -> ElementChange:
    moved = any(key.key == "origin" for key in change.keys)
    if change.kind is not ChangeKind.CHANGED or moved or change.section not in ELEMENT_FORMS:
        return change
    before, after = (_stated(*side, change.section, change.id) for side in (old, new))
    if after is None or before != after:
        return change
    used = _used(after, *new, set()) & changed
    return replace(change, through=tuple(sorted(used)))


def _stated(workspace: Workspace, policy: Policy, section: str, id_: str) -> Any:
    """What the file says of an element, as it stands there; ``None`` where no file states it by itself."""
    written = workspace.written(policy, section, id_)
    if written is None:
        return None
    data = written.document.data
    for step in written.path:
        data = data[step]
    return data


def _used(data: Any, workspace: Workspace, policy: Policy, seen: set[str]) -> set[str]:
    """The criteria that something uses, also through each other."""
    for name in _named(data):
        if name not in seen:
            seen.add(name)
            _used(_stated(workspace, policy, CRITERIA, name), workspace, policy, seen)
    return seen


def _named(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        use = data.get("use")
        if isinstance(use, str):
            yield use
        for item in data.values():
            yield from _named(item)
    elif isinstance(data, list):
        for item in data:
            yield from _named(item)
