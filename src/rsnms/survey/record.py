"""The record of one element of a policy, and how an element becomes one."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rsnms.domain.level import Level
from rsnms.domain.subject import Modality
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import Condition, comparisons
from rsnms.policy.model import Policy
from rsnms.policy.stated import Element


@dataclass(frozen=True, slots=True)
class Record:
    """One element of a policy.

    ``kind`` is what the act states: ``function``, ``right`` and ``duty`` of a subject, ``goal``, ``task``,
    ``direction`` and the other kinds of provisions, ``document``, ``section``, ``obligation``, ``indicator``,
    ``route-rule``, ``eligibility``, ``ground``, ``governance``, ``term``, ``basis``, ``subject``; ``fact``,
    ``criterion`` and ``activity`` are the vocabulary. ``sort`` narrows it: a subject's, document's or obligation's
    own kind, a route rule's measure.
    """

    kind: str
    id: str
    clause: str | None
    item: int | None
    title: Text
    subject: str | None = None
    level: Level | None = None
    modality: Modality | None = None
    activity: str | None = None
    sort: str | None = None
    within: str | None = None
    """The element of which this one is a part."""
    subjects: tuple[str, ...] = ()
    """Every subject that the element names: ``subject`` and those whom it concerns besides."""
    cited: tuple[str, ...] = ()
    """Further clauses, which its conditions cite."""
    reading: str | None = None
    act: str | None = None
    origin: str = ""
    """The policy that states the element."""
    inherited_from: str | None = None
    """The same, where it is a parent."""

    @property
    def clauses(self) -> tuple[str, ...]:
        """Its own clause and those that its conditions cite."""
        return tuple(dict.fromkeys(filter(None, (self.clause, *self.cited))))

    def as_record(self, lang: Lang = "ru") -> dict[str, Any]:
        """The record for a machine."""
        shown = asdict(self)
        shown["title"] = self.title.in_(lang)
        shown["level"] = str(self.level) if self.level else None
        shown["modality"] = str(self.modality) if self.modality else None
        return shown


def record_of(policy: Policy, kind: str, element: Element, **more: Any) -> Record:
    """The record of an element; ``more`` are the fields that not every element has."""
    inherited = element.origin if element.origin != policy.id else None
    more.setdefault("subjects", tuple(filter(None, (more.get("subject"),))))
    return Record(
        kind=kind,
        id=element.id,
        clause=element.clause,
        item=element.item,
        title=element.title,
        modality=element.modality,
        reading=element.reading,
        act=element.act,
        origin=element.origin,
        inherited_from=inherited,
        **more,
    )


def record_concerning(
    policy: Policy, kind: str, element: Element, named: Iterable[str | None], sort: str, **more: Any
) -> Record:
    """The record of an element that names subjects, the first of whom it belongs to."""
    subjects = tuple(dict.fromkeys(filter(None, named)))
    subject = subjects[0] if subjects else None
    level = level_of(policy, subject)
    return record_of(policy, kind, element, subject=subject, subjects=subjects, level=level, sort=sort, **more)


def level_of(policy: Policy, subject: str | None) -> Level | None:
    """The level of a subject, by its id."""
    return policy.subjects[subject].level if subject is not None else None


def clauses_cited(*conditions: Condition | None) -> tuple[str, ...]:
    """The clauses that conditions cite, each once."""
    cited = (one.clause for condition in conditions if condition for one in comparisons(condition) if one.clause)
    return tuple(dict.fromkeys(cited))
