"""What can happen to people when a policy changes, and somebody who shows it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsnms.domain.fact import Atom, Fact
from rsnms.rules.decision import Decision
from rsnms.rules.judge import Verdict


class Effect(StrEnum):
    """What happens to a person."""

    ADMITTED = "admitted"
    """Admitted by the new version, and not by the old one."""
    LOST = "lost"
    """Admitted by the old version, and not by the new one."""
    GROUND = "ground"
    """Admitted by both, on different grounds."""


class Answer(StrEnum):
    """What is known of an effect."""

    SOMEBODY = "somebody"
    NOBODY = "nobody"
    """It is proven that there is nobody."""
    UNPROVEN = "unproven"
    """Neither a person nor a proof was found."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who shows an effect, and both decisions; ``None`` where a version has no such eligibility."""

    facts: tuple[tuple[Fact, Atom], ...]
    """The facts that matter; all others are unknown."""
    on: date
    before: Decision | None
    after: Decision | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An effect with a person who shows it, or without one."""

    effect: Effect
    answer: Answer
    person: Person | None = None
    reason: str = ""
    """Why it is unproven."""

    @property
    def is_certain(self) -> bool:
        """Whether the other version refuses the person; else it lacks facts to decide."""
        shown = self.person
        return shown is None or Verdict.UNDETERMINED not in (
            shown.before and shown.before.verdict,
            shown.after and shown.after.verdict,
        )
