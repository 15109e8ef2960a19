"""When offers can be taken within the terms of a route, and how many seats are left."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from rsnms.domain.offer import Offer, Session, StudyForm
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.planning.terms import Terms
from rsnms.routes.timetable.timetable import Month, Slot

LIGHT = 1
"""Academic hours a working day up to which a session runs beside others, as mentoring and communities do."""
HOURS_A_WEEK = 6
"""The pace of what has no sessions, such as self-education."""

SessionKey = tuple[str, date, date, str | None]
"""An offer's id, the days and the place of its session."""


def session_key(offer: str, session: Session) -> SessionKey:
    """How a session is known among all."""
    return offer, session.starts_on, session.ends_on, session.place


@dataclass(slots=True)
class Seats:
    """Seats taken so far, by session; it changes while the routes of many people are planned."""

    taken: dict[SessionKey, int] = field(default_factory=dict)

    def left(self, offer: str, session: Session) -> bool:
        """Whether there is a seat left."""
        return session.seats is None or self.taken.get(session_key(offer, session), 0) < session.seats

    def take(self, offer: str, session: Session) -> None:
        """Take one."""
        key = session_key(offer, session)
        self.taken[key] = self.taken.get(key, 0) + 1


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an offer has no opening: the reason, and the next session that would be one but for it."""

    reason: Reason
    session: Session | None = None


class Openings:
    """The openings of offers under the same terms, worked out once each."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._places = None if terms.places is None else {place.casefold() for place in terms.places}
        self._sessions: dict[str, tuple[Slot, ...]] = {}

    def of(self, offer: Offer, seats: Seats, begins: Iterable[date] = ()) -> tuple[Slot, ...]:
        """The slots of an offer that have a seat, covering nothing yet.

        Args:
            offer: the offer; one without sessions may begin on the first day of the terms or on those of ``begins``,
                a programme also on its first day in the federal register.
            seats: the seats that others have taken.
            begins: further days on which an offer without sessions may begin.
        """
        if not offer.sessions:
            days = {self.terms.begins, *(day for day in begins if day >= self.terms.begins)}
            if offer.kind.is_programme and offer.register_from is not None:
                days.add(max(offer.register_from, self.terms.begins))
            return tuple(slot for day in sorted(days) if (slot := self._on(offer, day)).ends <= self.terms.last_day)
        slots = self._sessions.get(offer.id)
        if slots is None:
            slots = self._sessions[offer.id] = tuple(sorted(self._dated(offer), key=_by_last_day))
        return tuple(slot for slot in slots if slot.session is None or seats.left(offer.id, slot.session))

    def obstacle(self, offer: Offer, seats: Seats) -> Obstacle | None:
        """Why an offer has no opening, the reason that is mended most easily; ``None`` where it has one."""
        if self.of(offer, seats):
            return None
        if not offer.sessions:
            return Obstacle(Reason.SESSIONS_OVER)
        coming = sorted(
            (one for one in offer.sessions if one.starts_on >= self.terms.begins), key=lambda one: one.starts_on
        )
        within = [one for one in coming if one.ends_on <= self.terms.last_day]
        reachable = [one for one in within if self._reaches(offer, one)]
        later = (one for one in coming if one not in within and seats.left(offer.id, one) and self._reaches(offer, one))
        if reachable:
            return Obstacle(Reason.NO_SEATS, next(later, None))
        if within:
            free = (one for one in within if seats.left(offer.id, one))
            return Obstacle(Reason.PLACE_NOT_ALLOWED, next(free, within[0]))
        return Obstacle(Reason.SESSIONS_OVER, next(later, None))

    def _dated(self, offer: Offer) -> Iterator[Slot]:
        for session in offer.sessions:
            within = self.terms.begins <= session.starts_on and session.ends_on <= self.terms.last_day
            if within and self._reaches(offer, session):
                yield slot_of(offer, session.starts_on, session.ends_on, session)

    def _on(self, offer: Offer, day: date) -> Slot:
        day = next_working_day(day)
        days = min(-(-offer.hours * 7 // HOURS_A_WEEK), (self.terms.last_day - day).days + 7)  # beyond it, it is over
        return slot_of(offer, day, next_working_day(day + timedelta(days=max(days, 1) - 1)), None)

    def _reaches(self, offer: Offer, session: Session) -> bool:
        if self._places is None or session.place is None or offer.form is StudyForm.DISTANCE:
            return True
        return session.place.casefold() in self._places


def _by_last_day(slot: Slot) -> tuple[date, date, str]:
    return slot.ends, slot.begins, (slot.session.place if slot.session else None) or ""


def slot_of(offer: Offer, begins: date, ends: date, session: Session | None) -> Slot:
    """The slot of an offer on its days, covering nothing yet."""
    return Slot(
        offer.id,
        begins,
        ends,
        hours_by_month(offer.hours, begins, ends),
        covers=0,
        occupies=session is not None and offer.hours > LIGHT * working_days(begins, ends),
        unregistered=int(offer.kind.is_programme and not offer.in_register(begins)),
        session=session,
    )


def working_days(begins: date, ends: date) -> int:
    """Days from Monday to Friday, both ends included; at least one."""
    weeks, rest = divmod((ends - begins).days + 1, 7)
    days = weeks * 5 + sum((begins.weekday() + day) % 7 < 5 for day in range(rest))
    return max(days, 1)


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= 5 else 0)


def hours_by_month(hours: int, begins: date, ends: date) -> tuple[tuple[Month, int], ...]:
    """Hours spread evenly over the days, by month; what does not divide goes to the earlier months."""
    if (begins.year, begins.month) == (ends.year, ends.month):
        return (((begins.year, begins.month), hours),)
    total = (ends - begins).days + 1
    spread: dict[Month, int] = {}
    done = 0
    day = begins
    while day <= ends:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        passed = (min(following, ends + timedelta(days=1)) - begins).days
        upto = -(-hours * passed // total)
        spread[day.year, day.month] = upto - done
        done, day = upto, following
    return tuple((month, share) for month, share in spread.items() if share)


def month_hours(slots: Iterable[Slot]) -> Mapping[Month, int]:
    """Hours of several slots together, by month."""
    months: dict[Month, int] = {}
    for slot in slots:
        for month, hours in slot.hours:
            months[month] = months.get(month, 0) + hours
    return months
