"""Who is matched with whom: mentors, mentees, pairs, and why somebody stays without a mentor."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Educator
from rsnms.domain.fact import Fact
from rsnms.domain.measure import Measure
from rsnms.domain.text import Text
from rsnms.routes.pairs.bases import Base
from rsnms.rules.profile import Profile, Subject

Known = Subject | Profile
"""What is known of a person: an educator, known facts by name, or a profile."""

_MEASURES = (Measure.MENTORING, Measure.MANAGERIAL_MENTORING)


@dataclass(frozen=True, slots=True)
class Mentor:
    """A mentor (наставник)."""

    id: str
    known: Known
    load: int | None = None
    """The most mentees of this mentor; ``None`` for the common number."""

    def __post_init__(self) -> None:
        if self.load is not None and self.load < 0:
            raise ValueError(f"the load of {self.id!r} is {self.load} mentees, expected 0 or more")


@dataclass(frozen=True, slots=True)
class Mentee:
    """A person who needs a mentor (наставляемый)."""

    id: str
    known: Known
    deficits: tuple[Deficit, ...] = ()
    """Deficits beside those that an educator's own record has."""
    measure: Measure = Measure.MENTORING
    """Mentoring, or mentoring among managers (менторство)."""

    def __post_init__(self) -> None:
        if self.measure not in _MEASURES:
            raise ValueError(f"the measure is {self.measure}, expected one of {', '.join(_MEASURES)}")

    @property
    def severities(self) -> dict[str, Severity]:
        """How severe the person's deficits are, by competency; of several the most severe."""
        own = self.known.deficits or () if isinstance(self.known, Educator) else ()
        found: dict[str, Severity] = {}
        for deficit in (*own, *self.deficits):
            known = found.get(deficit.competency)
            if known is None or deficit.severity.rank > known.rank:
                found[deficit.competency] = deficit.severity
        return found

    @property
    def urgency(self) -> tuple[int, ...]:
        """The smaller, the more urgent: by the number of deficits of high, then medium, then low severity."""
        severities = list(self.severities.values())
        return tuple(-severities.count(severity) for severity in reversed(Severity))


class Nearness(IntEnum):
    """How near two persons work, the nearest first."""

    SAME_ORGANISATION = 0
    SAME_MUNICIPALITY = 1
    ELSEWHERE = 2
    """In another municipality, or it is not known where."""


@dataclass(frozen=True, slots=True)
class PairMatch:
    """A mentor for a mentee, and on what bases."""

    mentor: str
    mentee: str
    measure: Measure
    bases: tuple[Base, ...]
    """All bases that the pair has, in the order of the act."""
    nearness: Nearness
    same_subject: bool
    """Whether they are known to have a subject in common."""


class UnmatchedReason(StrEnum):
    """Why somebody stays without a mentor."""

    NO_MENTOR = "no-mentor"
    """There is nobody who could mentor by this measure."""
    NO_BASE = "no-base"
    """With no mentor there is a base."""
    NOT_KNOWN = "not-known"
    """With no mentor a base is known; with some it hangs on facts that are not known."""
    ALL_FULL = "all-full"
    """All mentors with a base have their full load."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A mentee without a mentor, why, and what would help."""

    mentee: str
    measure: Measure
    reason: UnmatchedReason
    full: tuple[str, ...] = ()
    """The mentors with a base, all with full load, those who rank best first."""
    undecided: int = 0
    """With how many mentors there may be a base."""
    missing: tuple[Fact, ...] = ()
    """The facts that would tell, of the mentee (``mentee.…``) and of those mentors (``mentor.…``)."""

    @property
    def help(self) -> Text:
        """What would help."""
        managers = self.measure is Measure.MANAGERIAL_MENTORING
        match self.reason:
            case UnmatchedReason.NO_MENTOR:
                if managers:
                    return Text(
                        "Найти наставника среди руководителей и их заместителей",
                        "Find a mentor among heads and deputy heads",
                    )
                return Text("Найти наставников: подходящих нет", "Find mentors: there are none")
            case UnmatchedReason.NO_BASE:
                return Text(
                    "Найти наставника, с которым есть основание пары: общий предмет или нужная компетенция",
                    "Find a mentor with a base for the pair: a subject in common, or a competency that is needed",
                )
            case UnmatchedReason.NOT_KNOWN:
                names = [fact.title for fact in self.missing]
                return Text(
                    f"Узнать: {'; '.join(name.ru for name in names)} (наставников, о которых неясно: {self.undecided})",
                    f"Find out: {'; '.join(name.in_('en') for name in names)} (undecided mentors: {self.undecided})",
                )
            case UnmatchedReason.ALL_FULL:
                return Text(
                    f"Место у одного из наставников, с которыми есть основание пары (все заняты: {len(self.full)}), "
                    "или ещё один такой наставник",
                    f"A place with one of the mentors with a base for the pair (all full: {len(self.full)}), "
                    "or another such mentor",
                )


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs, and who stays without a mentor; both in the order in which mentees count."""

    pairs: tuple[PairMatch, ...]
    unmatched: tuple[Unmatched, ...]

    @property
    def loads(self) -> dict[str, int]:
        """How many mentees each mentor of a pair has, by id."""
        loads: dict[str, int] = {}
        for mentor in sorted(pair.mentor for pair in self.pairs):
            loads[mentor] = loads.get(mentor, 0) + 1
        return loads
