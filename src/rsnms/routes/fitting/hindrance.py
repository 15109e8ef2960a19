"""Whether a person can take an offer, and if not, what stands in the way."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsnms.domain.educator import Educator
from rsnms.domain.offer import Offer, Session, StudyForm


class Reason(StrEnum):
    """Why a deficit stays open, the reason that is mended most easily first."""

    OVER_BUDGET = "over-budget"
    """Beyond the hours or the cost allowed, together with what was chosen."""
    NO_TIME = "no-time"
    """On its days something else is taken, or the hours of a month are used up."""
    NO_SEATS = "no-seats"
    """No session within the period has a seat left."""
    SESSIONS_OVER = "sessions-over"
    """No session lies within the period."""
    PLACE_NOT_ALLOWED = "place-not-allowed"
    """Where the person cannot come to."""
    NOT_KNOWN = "not-known"
    """The audience asks for a fact that is not known of the person."""
    FORM_NOT_ALLOWED = "form-not-allowed"
    """In a form (форма обучения) that is not allowed."""
    PREREQUISITE = "prerequisite"
    """It builds on an offer that the catalogue lacks, or on itself."""
    COMPLETED = "completed"
    """The person has completed it already."""
    NOT_FOR_AUDIENCE = "not-for-audience"
    """Made for other people (целевая аудитория)."""
    NO_OFFER = "no-offer"
    """Nothing in the catalogue closes the deficit at its severity."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """All that keeps a person from an offer and from what it builds on; empty when nothing does."""

    unknown: frozenset[str] = frozenset()
    """Facts of the person that the audience asks for and nobody knows."""
    excluded_by: frozenset[str] = frozenset()
    """Facts of the person that the audience does not admit."""
    forms: frozenset[StudyForm] = frozenset()
    """Forms that would have to be allowed."""
    missing: frozenset[str] = frozenset()
    """Prerequisites that cannot be met: the catalogue lacks them, or they go round in a circle."""
    completed: frozenset[str] = frozenset()
    """Offers that the person has completed already."""
    over: frozenset[str] = frozenset()
    """Offers whose sessions have all begun."""
    full: frozenset[str] = frozenset()
    """Offers whose coming sessions have no seats."""

    def __or__(self, other: "Hindrance") -> "Hindrance":
        return Hindrance(
            self.unknown | other.unknown,
            self.excluded_by | other.excluded_by,
            self.forms | other.forms,
            self.missing | other.missing,
            self.completed | other.completed,
            self.over | other.over,
            self.full | other.full,
        )

    @property
    def reason(self) -> Reason | None:
        """What is hardest to mend of it; ``None`` when nothing stands in the way."""
        for stands, reason in (
            (self.excluded_by, Reason.NOT_FOR_AUDIENCE),
            (self.completed, Reason.COMPLETED),
            (self.missing, Reason.PREREQUISITE),
            (self.forms, Reason.FORM_NOT_ALLOWED),
            (self.unknown, Reason.NOT_KNOWN),
            (self.over, Reason.SESSIONS_OVER),
            (self.full, Reason.NO_SEATS),
        ):
            if stands:
                return reason
        return None


NOTHING = Hindrance()


def hindrance(
    offer: Offer,
    person: Educator,
    *,
    forms: Set[StudyForm] | None = None,
    completed: Set[str] = frozenset(),
    on: date | None = None,
) -> Hindrance:
    """What keeps a person from an offer as such, its prerequisites aside.

    Args:
        offer: what the person would take.
        person: for whom; an audience that asks for what is not known of them does not fit.
        forms: the forms allowed, all when ``None``.
        completed: offers that the person has completed and does not take again.
        on: the day from which on a session has to begin and to have seats; ``None`` where sessions are not looked at.
    """
    unknown, excluded_by = set(), set()
    for fact, asked, of_person in _asked(offer, person):
        if of_person is None and asked:
            unknown.add(fact)
        elif not asked & (of_person or frozenset()):
            excluded_by.add(fact)
    not_allowed = forms is not None and offer.form not in forms
    closed = None if on is None or not offer.sessions else _closed(offer.sessions, on)
    if not (unknown or excluded_by or not_allowed or closed or offer.id in completed):
        return NOTHING
    return Hindrance(
        unknown=frozenset(unknown),
        excluded_by=frozenset(excluded_by),
        forms=frozenset({offer.form} if not_allowed else ()),
        completed=frozenset({offer.id} & completed),
        over=frozenset({offer.id} if closed is Reason.SESSIONS_OVER else ()),
        full=frozenset({offer.id} if closed is Reason.NO_SEATS else ()),
    )


def _closed(sessions: Iterable[Session], on: date) -> Reason | None:
    """Why none of the sessions can be joined from a day on, if none can."""
    coming = [session for session in sessions if session.starts_on >= on]
    if not coming:
        return Reason.SESSIONS_OVER
    return Reason.NO_SEATS if all(session.seats == 0 for session in coming) else None


def _asked(offer: Offer, person: Educator) -> Iterator[tuple[str, frozenset[str], frozenset[str] | None]]:
    """The facts that the audience asks for: their names, what it admits, what is known of the person."""
    audience = offer.audience
    if audience.posts is not None:
        yield "post", audience.posts, _one(person.post)
    if audience.subjects is not None:
        known = person.subjects
        yield "subjects", audience.subjects, None if known is None else frozenset(map(str.lower, known))
    if audience.organisation_kinds is not None:
        yield "organisation_kind", audience.organisation_kinds, _one(person.organisation.kind)


def _one(value: str | None) -> frozenset[str] | None:
    return None if value is None else frozenset({value})
