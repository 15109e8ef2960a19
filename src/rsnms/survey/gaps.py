"""Gaps of a policy: what nobody does, nobody coordinates, nobody approves, and who is named without doing anything."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rsnms.domain.subject import Modality, StatementKind, Subject
from rsnms.domain.system import Relation
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.policy.system import Governance
from rsnms.survey.record import Record
from rsnms.survey.records import records

COORDINATION = "coordinate"
"""The activity of coordinating itself: governance "in" it is about every activity."""
_COORDINATING = (Relation.COORDINATES, Relation.LEADS)
_PERFORMED = (StatementKind.FUNCTION, StatementKind.DUTY)


class GapCode(StrEnum):
    """What is missing; codes are never renamed."""

    UNPERFORMED = "activity-unperformed"
    UNCOORDINATED = "activity-uncoordinated"
    IDLE = "subject-without-functions"
    OUTSIDE = "functions-outside-structure"
    UNAPPROVED = "document-unapproved"


_TEXTS = {
    GapCode.UNPERFORMED: Text("Эту деятельность никто не ведёт", "Nobody performs this activity"),
    GapCode.UNCOORDINATED: Text(
        "Этим занимаются {names}, но никто их в этом не координирует",
        "This is performed by {names}, and nobody coordinates them in it",
    ),
    GapCode.IDLE: Text(
        "Субъект назван в структуре, но функций у него нет",
        "The structure names this subject, and it has no functions",
    ),
    GapCode.OUTSIDE: Text(
        "У субъекта есть функции, но структура его не называет",
        "This subject has functions, and the structure does not name it",
    ),
    GapCode.UNAPPROVED: Text(
        "Не сказано, кто утверждает этот документ",
        "Nobody is said to approve this document",
    ),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing, and the element that shows it."""

    code: GapCode
    element: Record
    clauses: tuple[str, ...] = ()
    """The clauses by which one sees it; none where the act is silent."""
    subjects: tuple[Subject, ...] = ()
    """Those who perform an activity that nobody coordinates."""

    def text(self, lang: Lang = "ru") -> str:
        """What is missing, in a sentence."""
        names = ", ".join(subject.title for subject in self.subjects)
        return _TEXTS[self.code].in_(lang).format(names=names)

    def as_record(self, lang: Lang = "ru") -> dict[str, Any]:
        """The gap for a machine."""
        return {
            "code": str(self.code),
            "kind": self.element.kind,
            "id": self.element.id,
            "title": self.element.title.in_(lang),
            "clauses": list(self.clauses),
            "subjects": [subject.id for subject in self.subjects],
            "inherited_from": self.element.inherited_from,
            "text": self.text(lang),
        }


def gaps(policy: Policy) -> tuple[Gap, ...]:
    """What is missing in all that applies under a policy, by code and then in the order of the policy."""
    performed = _performed(policy)
    return (
        *_unperformed(policy, performed),
        *_uncoordinated(policy, performed),
        *_subjects(policy),
        *_unapproved(policy),
    )


def _performed(policy: Policy) -> Mapping[str, list[Record]]:
    """The functions and duties by activity."""
    performed: dict[str, list[Record]] = defaultdict(list)
    for kind in _PERFORMED:
        for record in records(policy, kind=kind):
            if record.activity is not None:
                performed[record.activity].append(record)
    return performed


def _unperformed(policy: Policy, performed: Mapping[str, list[Record]]) -> Iterator[Gap]:
    for activity in records(policy, kind="activity"):
        if activity.id not in performed:
            yield Gap(GapCode.UNPERFORMED, activity)


def _uncoordinated(policy: Policy, performed: Mapping[str, list[Record]]) -> Iterator[Gap]:
    for activity in records(policy, kind="activity"):
        functions = performed.get(activity.id, [])
        performers = dict.fromkeys(record.subject for record in functions if record.subject)
        if len(performers) > 1 and not any(
            coordinates(governance, activity.id, performers, policy) for governance in policy.governance.values()
        ):
            clauses = dict.fromkeys(record.clause for record in functions if record.clause)
            subjects = tuple(policy.subjects[id_] for id_ in performers)
            yield Gap(GapCode.UNCOORDINATED, activity, tuple(clauses), subjects)


def coordinates(governance: Governance, activity: str, performers: Mapping[str, object], policy: Policy) -> bool:
    """Whether a statement of governance makes somebody the coordinator of those who perform an activity.

    It does where it is about the system as a whole, about the activity, or about everybody who performs it, be it
    through a body of which they are part. One that is about another activity does not, nor one about a document.
    """
    if governance.relation not in _COORDINATING:
        return False
    if governance.activity == activity:
        return True
    if governance.activity not in (None, COORDINATION):
        return False
    if not governance.of:
        return governance.document is None
    covered = {*governance.of, *governance.by}
    return all(covered.intersection(_around(performer, policy)) for performer in performers)


def _around(subject: str, policy: Policy) -> Iterator[str]:
    """A subject and the bodies of which it is part, a circle gone through once."""
    seen: dict[str, None] = {}
    current: str | None = subject
    while current is not None and current not in seen:
        seen[current] = None
        current = policy.subjects[current].part_of
    yield from seen


def _subjects(policy: Policy) -> Iterator[Gap]:
    listed = {record.id: record for record in records(policy, kind="subject")}
    performing = {id_ for id_ in listed if any(one.kind in _PERFORMED for one in policy.subjects[id_].statements)}
    for id_, record in listed.items():
        if policy.subjects[id_].in_structure and id_ not in performing:
            yield Gap(GapCode.IDLE, record, _clauses(record))
    for id_, record in listed.items():
        if not policy.subjects[id_].in_structure and id_ in performing:
            yield Gap(GapCode.OUTSIDE, record, _clauses(record))


def _unapproved(policy: Policy) -> Iterator[Gap]:
    approved = {one.document for one in policy.governance.values() if one.relation is Relation.APPROVES}
    for record in records(policy, kind="document"):
        document = policy.documents[record.id]
        if document.modality is not Modality.MAY and document.approved_by is None and document.id not in approved:
            yield Gap(GapCode.UNAPPROVED, record, _clauses(record))


def _clauses(record: Record) -> tuple[str, ...]:
    return (record.clause,) if record.clause else ()
