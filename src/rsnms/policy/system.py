"""What acts state about the system: clauses, provisions, governance, and what has to exist or happen by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rsnms.domain.level import Level
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind, ProvisionKind, Relation
from rsnms.policy.stated import Element


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an act (пункт), as our own list of the act's clauses has it."""

    clause: str
    title: str
    act: str | None = None
    items: int = 0
    """How many unnumbered items of the clause elements have to cover one by one; 0 where the clause is one norm."""
    no_norm: str | None = None
    """Why the clause states nothing that could be asked."""


@dataclass(frozen=True, slots=True)
class Provision(Element):
    """A goal, task, principle, direction, mechanism or another provision."""

    kind: ProvisionKind = ProvisionKind.RULE
    subject: str | None = None
    level: Level | None = None
    activity: str | None = None
    within: str | None = None
    """The provision of which this is a part."""


@dataclass(frozen=True, slots=True)
class Governance(Element):
    """Who leads, coordinates, approves, convenes or forms; whom or what."""

    relation: Relation = Relation.LEADS
    by: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    """Subjects; empty where it is a document, or the system as a whole."""
    document: str | None = None
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is due: at least once in each period, by a day, or without a date."""

    every: Every | None = None
    due: date | None = None
    since: date | None = None
    """The first day on which it binds: stated, else that of the act's coming into force."""
    until: date | None = None
    date_note: str | None = None
    """The date as the act prints it, where that is no calendar date."""
    for_each: ForEach | None = None


@dataclass(frozen=True, slots=True)
class Section(Element):
    """A section of a document's form."""

    note: str | None = None
    sections: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """The section and those below it."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Scheduled(Element):
    """What is due at some time, shown by evidence."""

    schedule: Schedule = Schedule()


@dataclass(frozen=True, slots=True)
class Document(Scheduled):
    """A document that has to exist."""

    kind: DocumentKind = DocumentKind.OTHER
    of: str | None = None
    prepared_by: str | None = None
    approved_by: str | None = None
    parties: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation(Scheduled):
    """A duty in time: a meeting, monitoring, a publication, a measure of a roadmap."""

    kind: ObligationKind = ObligationKind.MEASURE
    by: tuple[str, ...] = ()
    of: str | None = None
    document: str | None = None
    result: str | None = None
    roadmap: str | None = None
    """The roadmap document of which this is a row."""
