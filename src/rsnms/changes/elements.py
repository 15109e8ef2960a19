"""The textual difference of two policies, element by element and key by key, as they are bound.

Reformatting, comments and the order of things are no change; the order of grounds is, because the first that is met
gives the standing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from enum import StrEnum
from typing import Any as Anything

from pydantic import BaseModel

from rsnms.changes.canonical import CONDITIONS, canonical, same, stated
from rsnms.domain.subject import Statement
from rsnms.domain.target import Target
from rsnms.domain.text import Text, Unit
from rsnms.policy.model import Policy
from rsnms.policy.stated import Element, Eligibility
from rsnms.policy.system import Clause, Schedule

IDENTITY, ACTS = "policy", "acts"
SECTIONS: Mapping[str, str] = {
    "activities": "activities",
    "facts": "facts",
    "criteria": "criteria",
    "subjects": "subjects",
    "eligibility": "eligibilities",
    "terms": "terms",
    "provisions": "provisions",
    "documents": "documents",
    "governance": "governance",
    "obligations": "obligations",
    "indicators": "indicators",
    "competencies": "competencies",
    "instruments": "instruments",
    "routes": "routes",
    "records": "records",
}
"""The sections of policy files whose elements are compared, with the attributes of policies that hold them."""
_WHOLE = (*CONDITIONS, Text, Unit, Target, Schedule)
"""Values that change as a whole."""


class ChangeKind(StrEnum):
    """What became of an element."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A key of an element with what it said and what it says; ``None`` where it says nothing.

    ``grounds[core].when`` is the condition of the ground "core"; ``grounds`` alone is their order, ``origin`` the
    policy that states the element.
    """

    key: str
    old: Anything
    new: Anything


@dataclass(frozen=True, slots=True)
class ElementChange:
    """An element that was added, removed or changed."""

    section: str
    id: str
    kind: ChangeKind
    title: Text
    clause: str | None
    origin: str
    """The policy that states it now; of a removed element the one that did."""
    keys: tuple[KeyChange, ...] = ()
    through: tuple[str, ...] = ()
    """The criteria whose change this is; what the files say of the element itself has not changed."""
    element: Anything = None
    """The element itself as it is now; of a removed one as it was."""

    @property
    def name(self) -> tuple[str, str]:
        """Section and id."""
        return self.section, self.id


def element_changes(old: Policy, new: Policy) -> tuple[ElementChange, ...]:
    """What changed between two versions of a policy, inherited elements included, in the order of the sections."""
    identity = tuple(
        KeyChange(key, getattr(old, key), getattr(new, key))
        for key in ("title", "level", "code", "note", "review_by")
        if not same(getattr(old, key), getattr(new, key))
    )
    changes: list[ElementChange] = []
    if identity:
        changes.append(
            ElementChange(IDENTITY, new.id, ChangeKind.CHANGED, new.title, None, new.id, identity, element=new)
        )
    changes += _compared(ACTS, *(_Stated(policy, {act.id: act for act in policy.acts}) for policy in (old, new)))
    changes += _compared("clauses", *(_Stated(policy, _clauses(policy.clauses)) for policy in (old, new)))
    for section, attribute in SECTIONS.items():
        changes += _compared(section, *(_Stated(policy, getattr(policy, attribute)) for policy in (old, new)))
    return tuple(changes)


def _clauses(clauses: Iterable[Clause]) -> dict[str, Clause]:
    return {f"{clause.act}: {clause.clause}" if clause.act else clause.clause: clause for clause in clauses}


@dataclass(frozen=True, slots=True)
class _Stated:
    """The elements of a section in a policy, and who states them."""

    policy: Policy
    elements: Mapping[str, Anything]

    def head(self, section: str, id_: str) -> Element:
        """The title, clause and origin of an element."""
        element = self.elements[id_]
        if isinstance(element, Element):
            return element
        source = self.policy.sources.get("facts" if section == "records" else section, {}).get(id_)
        if source is not None:
            return source
        title = getattr(element, "title", id_)
        clause = getattr(element, "clause", None)
        return Element(id_, title if isinstance(title, Text) else Text(title), self.policy.id, clause)


def _compared(section: str, old: _Stated, new: _Stated) -> Iterator[ElementChange]:
    for id_ in dict.fromkeys((*old.elements, *new.elements)):
        side = new if id_ in new.elements else old
        head, element = side.head(section, id_), side.elements[id_]
        about = (head.title, head.clause, head.origin)
        if id_ not in old.elements:
            yield ElementChange(section, id_, ChangeKind.ADDED, *about, element=element)
        elif id_ not in new.elements:
            yield ElementChange(section, id_, ChangeKind.REMOVED, *about, element=element)
        elif keys := tuple(_between(section, id_, old, new)):
            yield ElementChange(section, id_, ChangeKind.CHANGED, *about, keys, element=element)


def _between(section: str, id_: str, old: _Stated, new: _Stated) -> Iterator[KeyChange]:
    origins = [side.head(section, id_).origin for side in (old, new)]
    moved = origins[0] != origins[1]
    if moved:
        yield KeyChange("origin", *origins)
    for key in key_changes(old.elements[id_], new.elements[id_]):
        # another policy has other acts: that says no more than the origin does
        if not (moved and key.key.split(".")[-1] == "act"):
            yield key


def key_changes(old: object, new: object, path: str = "") -> Iterator[KeyChange]:
    """Where two values of the same kind differ, key by key."""
    before, after = dict(stated(old)), dict(stated(new))
    if isinstance(old, Eligibility) and isinstance(new, Eligibility) and _reordered(old, new):
        yield KeyChange("grounds", *(tuple(ground.id for ground in side.grounds) for side in (old, new)))
    for name in before:
        if name in ("id", "origin", "name") or same(before[name], after[name]):
            continue
        yield from _of_key(f"{path}.{name}" if path else name, before[name], after[name])


def _reordered(old: Eligibility, new: Eligibility) -> bool:
    """Whether the grounds that both have come in another order."""
    ids = [[ground.id for ground in side.grounds] for side in (old, new)]
    common = set(ids[0]) & set(ids[1])
    before, after = ([id_ for id_ in side if id_ in common] for side in ids)
    return before != after


def _of_key(key: str, old: Anything, new: Anything) -> Iterator[KeyChange]:
    if isinstance(old, tuple) and isinstance(new, tuple) and all(_id(member) for member in (*old, *new)):
        yield from _members(key, old, new)
    elif type(old) is type(new) and not isinstance(old, _WHOLE) and (is_dataclass(old) or isinstance(old, BaseModel)):
        yield from key_changes(old, new, key)
    else:
        yield KeyChange(key, old, new)


def _members(key: str, old: tuple[Anything, ...], new: tuple[Anything, ...]) -> Iterator[KeyChange]:
    before, after = ({_id(member): member for member in side} for side in (old, new))
    for id_ in dict.fromkeys((*before, *after)):
        one, other, path = before.get(id_), after.get(id_), f"{key}[{id_}]"
        if one is None or other is None:
            yield KeyChange(path, one, other)
        else:
            yield from key_changes(one, other, path)


def _id(member: object) -> str:
    if isinstance(member, Statement):
        return f"{member.kind} {member.id}"
    return str(getattr(member, "id", ""))


def inherited(
    changes: Iterable[ElementChange], above: Mapping[str, Iterable[ElementChange]]
) -> dict[str, list[ElementChange]]:
    """The changes that are those of a parent, seen from a child, by the parent that states the element.

    ``above`` are the changes of the child's parents by id. What the child makes another change of, because its own
    criteria or facts take part, is its own change.
    """
    found: dict[str, list[ElementChange]] = {}
    known = {parent: {change.name: change for change in changes} for parent, changes in above.items()}
    for change in changes:
        theirs = known.get(change.origin, {}).get(change.name)
        if theirs is not None and _is_same(theirs, change):
            found.setdefault(change.origin, []).append(change)
    return found


def _is_same(one: ElementChange, other: ElementChange) -> bool:
    return canonical(replace(one, element=None)) == canonical(replace(other, element=None))
