"""What acts state about people and words: eligibilities, criteria, terms, each with the clause it comes from."""

from dataclasses import dataclass
from datetime import date

from rsnms.domain.fact import About
from rsnms.domain.subject import Modality
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, Condition


@dataclass(frozen=True, slots=True)
class ActReference:
    """An act as another act names it."""

    kind: str | None = None
    body: str | None = None
    number: str | None = None
    dated: date | None = None
    title: str | None = None
    clause: str | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A regulation (положение, приказ, рекомендации) that a policy encodes."""

    id: str
    kind: str
    title: str
    body: str
    number: str | None = None
    dated: date | None = None
    since: date | None = None
    until: date | None = None
    repeals: tuple[ActReference, ...] = ()
    basis: tuple[ActReference, ...] = ()
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """What every element of a policy has: an id, our own short title, and where it comes from."""

    id: str
    title: Text
    origin: str
    """The policy that states the element; a child inherits it from there."""
    clause: str | None = None
    item: int | None = None
    """The place in the clause's unnumbered list, from 1."""
    act: str | None = None
    modality: Modality | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion(Element):
    """A named condition."""

    about: About = About.PERSON
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Ground(Element):
    """A ground of eligibility."""

    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Term(Element):
    """A defined term, in our own short words."""

    means: Text | None = None


@dataclass(frozen=True, slots=True)
class Activity(Element):
    """A canonical activity of the federal base."""


NOT_SPECIFIED = Text("в источнике не указано", "not specified in the source")


@dataclass(frozen=True, slots=True)
class Eligibility(Element):
    """Who may become what: everybody passes the gate; the first ground that is met gives the standing."""

    about: About = About.PERSON
    confers: Text | None = None
    formed_by: str | None = None
    formed_by_clause: str | None = None
    gate: Condition | None = None
    grounds: tuple[Ground, ...] = ()
    silent_on: tuple[str, ...] = ()

    @property
    def condition(self) -> Condition:
        """The gate and one of the grounds, as one condition."""
        entry = Any(tuple(ground.when for ground in self.grounds if ground.when is not None))
        return entry if self.gate is None else All((self.gate, entry))
