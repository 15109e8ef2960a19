"""The structure of a system: its subjects level by level, of what they are part, and who acts on whom."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rsnms.domain.level import Level
from rsnms.domain.subject import Subject
from rsnms.domain.system import Relation
from rsnms.policy.model import Policy
from rsnms.policy.system import Governance

COORDINATING = (Relation.COORDINATES, Relation.LEADS)
"""Relations by which one subject directs the work of others."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What one subject does with regard to another, once for all statements that say so."""

    relation: Relation
    source: str
    target: str
    stated: tuple[Governance, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """Subjects and ties in the order of the policy."""

    policy: Policy
    subjects: tuple[Subject, ...]
    ties: tuple[Tie, ...]
    directing: Mapping[str, tuple[Governance, ...]] = field(default_factory=dict)
    """By subject: what makes it coordinate or lead the system as a whole."""

    def at(self, level: Level) -> tuple[Subject, ...]:
        """The subjects of a level."""
        return tuple(subject for subject in self.subjects if subject.level is level)

    def parts_of(self, subject: Subject) -> tuple[Subject, ...]:
        """Those parts of a subject that stand on its own level."""
        return tuple(one for one in self.at(subject.level) if one.part_of == subject.id)

    def heads(self, level: Level) -> tuple[Subject, ...]:
        """The subjects of a level that are part of no other of it, or of a circle that has no head."""
        members = {subject.id: subject for subject in self.at(level)}
        reached: set[str] = set()
        heads = [subject for subject in members.values() if subject.part_of not in members]
        for head in heads:
            reached |= {one.id for one in self.family(head)}
        for subject in members.values():
            if subject.id not in reached:
                head = _top(subject, members)
                heads.append(head)
                reached |= {one.id for one in self.family(head)}
        return tuple(heads)

    def family(self, head: Subject) -> tuple[Subject, ...]:
        """A subject and all its parts on the level, each after what it is part of."""
        found: dict[str, Subject] = {}
        waiting = [head]
        while waiting:
            subject = waiting.pop(0)
            if subject.id not in found:
                found[subject.id] = subject
                waiting = [*self.parts_of(subject), *waiting]
        return tuple(found.values())


def _top(subject: Subject, members: Mapping[str, Subject]) -> Subject:
    """The first of a circle that one comes to from a subject upwards."""
    seen: set[str] = set()
    while subject.id not in seen:
        seen.add(subject.id)
        subject = members.get(subject.part_of or "", subject)
    return subject


def structure(policy: Policy, relations: Collection[Relation] | None = None) -> Structure:
    """The structure under a policy, inherited subjects included; ``relations`` narrows the ties."""
    wanted = frozenset(relations or Relation)
    stated = [governance for governance in policy.governance.values() if governance.relation in wanted]
    ties: dict[tuple[Relation, str, str], list[Governance]] = {}
    directing: dict[str, list[Governance]] = {}
    for governance in stated:
        for source, target in _pairs(governance):
            ties.setdefault((governance.relation, source, target), []).append(governance)
        if governance.relation in COORDINATING and not governance.of and governance.document is None:
            for source in governance.by:
                directing.setdefault(source, []).append(governance)
    return Structure(
        policy,
        tuple(policy.subjects.values()),
        tuple(Tie(*key, tuple(said)) for key, said in ties.items()),
        {source: tuple(said) for source, said in directing.items()},
    )


def _pairs(governance: Governance) -> Iterator[tuple[str, str]]:
    for source in governance.by:
        for target in governance.of:
            if source != target:
                yield source, target
