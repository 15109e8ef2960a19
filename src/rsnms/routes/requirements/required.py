"""What is required of a person, with the chain of rules down to the facts, and what is still open."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.domain.competency import Deficit
from rsnms.domain.fact import Atom, Fact
from rsnms.domain.measure import Measure
from rsnms.domain.subject import Modality
from rsnms.policy.conditions import Condition
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Ground


@dataclass(frozen=True, slots=True)
class Met:
    """A rule's condition that the person meets, with what is known of the facts that it asks about."""

    condition: Condition
    found: tuple[tuple[Fact, Atom], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An eligibility that the person meets, and the ground that gives it."""

    eligibility: str
    ground: Ground | None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A measure that a rule requires, for a deficit or (``None``) for the person as a whole."""

    rule: RouteRule
    deficit: Deficit | None
    because: "tuple[Reason, ...]"
    """What the rule rests on; through the requirement after which this one follows, down to the facts."""

    @property
    def measure(self) -> Measure:
        """What the plan must contain."""
        return self.rule.measure

    @property
    def by(self) -> str | None:
        """The subject that provides it; ``None`` where the act does not say."""
        return self.rule.by

    @property
    def clause(self) -> str | None:
        """The clause of the rule; ``None`` for a default of the federal base."""
        return self.rule.clause

    @property
    def modality(self) -> Modality:
        """The force of the requirement: an obligation, a recommendation, a permission."""
        return self.rule.modality or Modality.MUST

    @property
    def is_default(self) -> bool:
        """Whether the acts are silent and the federal base fills in (умолчание федеральной основы)."""
        return self.rule.is_default

    def chain(self) -> "Iterator[Requirement]":
        """The requirements that led here, the first one first, and this one."""
        for reason in self.because:
            if isinstance(reason, Requirement):
                yield from reason.chain()
        yield self


Reason = Met | Standing | Deficit | Requirement
"""What a requirement rests on."""


@dataclass(frozen=True, slots=True)
class Open:
    """A rule that what is known does not decide, though it might require something."""

    rule: RouteRule
    missing: tuple[Fact, ...] = ()
    """The unknown facts about the person."""
    competencies: tuple[str, ...] = ()
    """Competencies with a deficit whose area the policy does not know."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is required, and which rules are open."""

    requirements: tuple[Requirement, ...]
    open: tuple[Open, ...]
