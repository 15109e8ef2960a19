"""Two policies compared: what both have, what only one has, and where they ask different things."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rsnms.domain.subject import StatementKind
from rsnms.domain.system import ProvisionKind
from rsnms.policy.model import Policy
from rsnms.policy.system import Governance
from rsnms.survey.demands import eligibility_points
from rsnms.survey.matched import Aspect, Matched, Point, Status, in_order
from rsnms.survey.points import (
    document_points,
    governance_points,
    indicator_points,
    obligation_points,
    performer_points,
    subject_points,
)
from rsnms.survey.record import Record
from rsnms.survey.records import records

PERFORMED = (str(StatementKind.FUNCTION), str(StatementKind.DUTY))
"""Kinds of records by which a subject performs an activity."""
SYSTEM = "system"
"""What governance is directed at where it names neither subject nor document nor activity."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a policy and another one say, thing by thing."""

    one: str
    other: str
    matches: tuple[Matched, ...]

    def of(self, aspect: Aspect | str) -> tuple[Matched, ...]:
        """What is compared under one aspect."""
        return tuple(match for match in self.matches if match.aspect == aspect)

    def count(self, aspect: Aspect | str, status: Status) -> int:
        """How many things of an aspect have a status."""
        return sum(match.status is status for match in self.of(aspect))

    @property
    def mirrored(self) -> "Comparison":
        """The comparison of the other policy with the one."""
        return Comparison(self.other, self.one, tuple(match.mirrored for match in self.matches))


def compare(policy: Policy, other: Policy) -> Comparison:
    """Compare everything that applies under two policies, what they inherit included.

    ``compare(q, p)`` is ``compare(p, q).mirrored``.
    """
    sides = tuple(_Side(side) for side in (policy, other))
    matches = (match for aspect in Aspect for match in _matches(aspect, *sides))
    return Comparison(policy.id, other.id, tuple(matches))


Key = tuple[str, ...]


class _Side:
    """The records of a policy by aspect and key, in the order of the policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.records: dict[Aspect, dict[Key, list[Record]]] = {aspect: defaultdict(list) for aspect in Aspect}
        for record in records(policy):
            aspect = _ASPECTS.get(record.kind)
            if aspect is not None:
                self.records[aspect][_key(record, policy)].append(record)


_ASPECTS = {
    "subject": Aspect.SUBJECTS,
    **dict.fromkeys(PERFORMED, Aspect.FUNCTIONS),
    "eligibility": Aspect.ELIGIBILITY,
    "indicator": Aspect.INDICATORS,
    "document": Aspect.DOCUMENTS,
    "obligation": Aspect.OBLIGATIONS,
    "governance": Aspect.GOVERNANCE,
    **dict.fromkeys(map(str, ProvisionKind), Aspect.PROVISIONS),
    "term": Aspect.TERMS,
}


def _key(record: Record, policy: Policy) -> Key:
    """By what an element of one policy is found in another."""
    match _ASPECTS[record.kind]:
        case Aspect.FUNCTIONS:
            return (record.activity or "",)
        case Aspect.DOCUMENTS:
            return (record.sort or "", policy.documents[record.id].of or "")
        case Aspect.OBLIGATIONS:
            return (record.sort or "", policy.obligations[record.id].of or record.subject or "")
        case Aspect.GOVERNANCE:
            return _directed(policy.governance[record.id])
        case Aspect.PROVISIONS:
            return (record.kind,)
    return (record.id,)


def _directed(governance: Governance) -> Key:
    aim = sorted(governance.of) or [governance.document or governance.activity or SYSTEM]
    return (str(governance.relation), *aim)


def _matches(aspect: Aspect, one: _Side, other: _Side) -> Iterator[Matched]:
    mine, theirs = one.records[aspect], other.records[aspect]
    for key in in_order(mine, theirs):
        found = (tuple(mine.get(key, ())), tuple(theirs.get(key, ())))
        yield Matched(aspect, key, *found, _POINTS[aspect](*zip(found, (one.policy, other.policy), strict=True)))


Stated = tuple[tuple[Record, ...], Policy]
"""What a policy says of a thing."""


def _elements(stated: Stated, section: str) -> list[Any]:
    found, policy = stated
    elements: Mapping[str, Any] = getattr(policy, section)
    return [elements[record.id] for record in found]


def _of(section: str, points: Callable[[Any, Any], tuple[Point, ...]]) -> Callable[[Stated, Stated], tuple[Point, ...]]:
    return lambda one, other: points(_elements(one, section), _elements(other, section))


def _asked(one: Stated, other: Stated) -> tuple[Point, ...]:
    stated = [next(iter(_elements(side, "eligibilities")), None) for side in (one, other)]
    return eligibility_points(*stated)


_POINTS: dict[Aspect, Callable[[Stated, Stated], tuple[Point, ...]]] = {
    Aspect.SUBJECTS: _of("subjects", subject_points),
    Aspect.FUNCTIONS: lambda one, other: performer_points(one[0], other[0]),
    Aspect.ELIGIBILITY: _asked,
    Aspect.INDICATORS: _of("indicators", indicator_points),
    Aspect.DOCUMENTS: _of("documents", document_points),
    Aspect.OBLIGATIONS: _of("obligations", obligation_points),
    Aspect.GOVERNANCE: _of("governance", governance_points),
    Aspect.PROVISIONS: lambda _one, _other: (),
    Aspect.TERMS: lambda _one, _other: (),
}
