"""Small made-up plans, and the plain definition of the best learning by trying every timetable.

Nothing here uses the modules that plan: openings, hours by month, limits and the worth are worked out anew, slowly.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from hypothesis import strategies as st

from routes.choice.choosing import offer
from rsnms.domain import Level, Modality, Text
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Post
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Audience, Offer, OfferKind, Session, StudyForm
from rsnms.policy.model import Policy
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.routes.planning.openings import Seats, session_key
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.route import Route, Step
from rsnms.routes.planning.terms import Terms
from rsnms.rules.profile import Profile

ON = date(2025, 3, 3)
"""A Monday."""
MANAGERS = Audience(posts=frozenset({Post.HEAD, Post.DEPUTY_HEAD}))
SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)
AFTER = (Measure.REGISTER_PROGRAMME, Measure.MANAGEMENT_TEAM_PROGRAMME)


def day(days: int) -> date:
    return ON + timedelta(days=days)


def run(starts: int, days: int = 1, **more: object) -> Session:
    """A session that starts so many days after the first day."""
    return Session.model_validate({"starts_on": day(starts), "ends_on": day(starts + days - 1), **more})


def programme(id_: str, gains: str | dict[str, Severity], hours: int = 16, **more: object) -> Offer:
    """A programme of the federal register, unless said otherwise."""
    return offer(id_, gains, hours, **{"kind": OfferKind.UPSKILLING, "register_from": date(2024, 1, 1), **more})


def found(competencies: str, severity: Severity = Severity.HIGH, on: date | None = None) -> list[Deficit]:
    return [Deficit(competency=each, severity=severity, found_on=on) for each in competencies]


def rule(id_: str, measure: Measure, modality: Modality = Modality.MUST, **more: object) -> RouteRule:
    return RouteRule(id_, Text("П"), "test", modality=modality, measure=measure, **more)


def for_deficits(id_: str, measure: Measure, modality: Modality = Modality.MUST, **more: object) -> RouteRule:
    return rule(id_, measure, modality, deficit=DeficitPattern(), **more)


def policy_of(*rules: RouteRule, **more: object) -> Policy:
    routes = MappingProxyType({one.id: one for one in rules})
    return Policy("test", Text("Проба"), **{"level": Level.REGIONAL, "routes": routes, **more})


def person(post: Post | None = Post.TEACHER, id_: str = "p", **facts: object) -> Profile:
    known = {"post": str(post)} if post else {}
    return Profile({**known, "organisation_kind": "general", "subjects": frozenset({"физика"}), **facts}, ON, id_)


@cache
def policy(asking: tuple[tuple[Measure, Modality], ...]) -> Policy:
    """A policy that asks for measures: programmes for managers of the person, others for each deficit."""
    rules = []
    for measure, modality in asking:
        if measure is Measure.MANAGEMENT_TEAM_PROGRAMME:
            rules.append(rule(str(measure), measure, modality))
        elif measure in (Measure.POST_COURSE_SUPPORT, Measure.TRANSFER_INTO_PRACTICE):
            rules.append(rule(str(measure), measure, modality, after=AFTER))
        else:
            rules.append(for_deficits(str(measure), measure, modality))
    return policy_of(*rules)


class Run(NamedTuple):
    """An offer in days on which it can be taken."""

    offer: Offer
    begins: date
    ends: date
    session: Session | None

    @property
    def days(self) -> frozenset[date]:
        return frozenset(self.begins + timedelta(days=n) for n in range((self.ends - self.begins).days + 1))

    @property
    def occupies(self) -> bool:
        """Whether it takes more than an hour a working day: nothing else of the kind can share a day with it."""
        working = max(sum(each.weekday() < 5 for each in self.days), 1)
        return self.session is not None and self.offer.hours > working

    @property
    def is_registered(self) -> bool:
        since, until = self.offer.register_from, self.offer.register_until
        return since is not None and since <= self.begins <= (until or date.max)

    @property
    def months(self) -> Counter[tuple[int, int]]:
        """Hours by month, given out day by day."""
        number, hours = len(self.days), self.offer.hours
        given: Counter[tuple[int, int]] = Counter()
        for place, each in enumerate(sorted(self.days)):
            given[each.year, each.month] += -(-hours * (place + 1) // number) - -(-hours * place // number)
        return given


@dataclass(frozen=True)
class Case:
    deficits: tuple[Deficit, ...]
    offers: tuple[Offer, ...]
    terms: Terms
    asking: tuple[tuple[Measure, Modality], ...] = ()
    person: Profile = field(default_factory=person)
    taken: tuple[tuple[str, Session, int], ...] = ()
    """Seats that others have: an offer, a session, how many."""

    def plan(self, **changes: object) -> Route:
        case = replace(self, **changes)
        return Planner(policy(case.asking), case.offers, case.terms).plan(case.person, case.deficits, seats=case.seats)

    @property
    def seats(self) -> Seats:
        return Seats({session_key(offer, session): number for offer, session, number in self.taken})

    # --- what can be taken, by itself

    def fits(self, one: Offer, below: frozenset[str] = frozenset()) -> bool:
        """Whether the person can take an offer and all that it builds on, dates aside."""
        by_id = {each.id: each for each in self.offers}
        posts = one.audience.posts
        suits = (posts is None or self.person.sources.get("post") in posts) and (
            self.terms.forms is None or one.form in self.terms.forms
        )
        below |= {one.id}
        return suits and all(
            each in by_id and each not in below and self.fits(by_id[each], below) for each in one.prerequisites
        )

    def runs(self, one: Offer) -> list[Run]:
        """When an offer can be taken; one without sessions from the first day on, or after what it builds on."""
        if not one.sessions:
            return [each for each in self._any_day(one) if each.ends <= self.terms.last_day]
        return [Run(one, each.starts_on, each.ends_on, each) for each in one.sessions if self.is_open(one, each)]

    def is_open(self, one: Offer, session: Session) -> bool:
        places = self.terms.places
        near = places is None or session.place is None or one.form is StudyForm.DISTANCE or session.place in places
        taken = sum(number for id_, other, number in self.taken if (id_, other) == (one.id, session))
        free = session.seats is None or taken < session.seats
        return near and free and self.terms.begins <= session.starts_on and session.ends_on <= self.terms.last_day

    def _any_day(self, one: Offer) -> Iterator[Run]:
        by_id = {each.id: each for each in self.offers}
        days = {self.terms.begins}
        for each in one.prerequisites:
            days |= {before.ends + timedelta(days=1) for before in self.runs(by_id[each])}
        if one.kind.is_programme and one.register_from:
            days.add(max(one.register_from, self.terms.begins))
        if self.terms.hours_a_month is not None:
            later = (self.terms.begins + timedelta(days=n) for n in range((self.terms.last_day - ON).days + 1))
            days |= {each for each in later if each.day == 1}
        for begins in sorted(days):
            begins = monday(begins)
            weeks_of_six_hours = -(-one.hours * 7 // 6)
            yield Run(one, begins, monday(begins + timedelta(days=max(weeks_of_six_hours, 1) - 1)), None)

    # --- what can be taken together

    def is_within(self, runs: Sequence[Run]) -> bool:
        terms, months = self.terms, sum((one.months for one in runs), Counter())
        occupied = Counter(each for one in runs if one.occupies for each in one.days)
        ends = {one.offer.id: one.ends for one in runs}
        return (
            max(occupied.values(), default=0) <= 1
            and (terms.hours is None or sum(one.offer.hours for one in runs) <= terms.hours)
            and (terms.cost is None or sum(one.offer.cost for one in runs) <= terms.cost)
            and (terms.hours_a_month is None or max(months.values(), default=0) <= terms.hours_a_month)
            and all(ends.get(each, date.max) < one.begins for one in runs for each in one.offer.prerequisites)
        )

    # --- the best by trying everything

    def best_by_trying(self) -> tuple[object, ...]:
        runs = {one.id: self.runs(one) if self.fits(one) else [] for one in self.offers}
        able = {id_: found for id_, found in runs.items() if found and all(runs.get(each) for each in self._below(id_))}
        keeping = self._keeping([one for found in able.values() for one in found])
        return min(
            self._worth(taken, keeping)
            for chosen in product(*([None, *found] for found in able.values()))
            if self.is_within(taken := [one for one in chosen if one is not None])
        )

    def _below(self, id_: str) -> set[str]:
        needs = next(one.prerequisites for one in self.offers if one.id == id_)
        return set(needs).union(*map(self._below, needs))

    def _keeping(self, runs: Sequence[Run]) -> dict[tuple[Modality, str], list[Run]]:
        """Programmes that rules ask for, and what keeps each."""
        keeping = {}
        for measure, modality in self.asking:
            if measure is Measure.REGISTER_PROGRAMME:
                for deficit in self.deficits:
                    keeping[modality, deficit.competency] = [
                        one
                        for one in runs
                        if one.offer.kind.is_programme and one.offer.closes(deficit.competency, deficit.severity)
                    ]
            if measure is Measure.MANAGEMENT_TEAM_PROGRAMME:
                keeping[modality, ""] = [
                    one for one in runs if one.offer.kind.is_programme and one.offer.audience == MANAGERS
                ]
        return keeping

    def _worth(self, taken: Sequence[Run], keeping: dict[tuple[Modality, str], list[Run]]) -> tuple[object, ...]:
        left = [d for d in self.deficits if not any(one.offer.closes(d.competency, d.severity) for one in taken)]
        unkept = [modality for (modality, _), runs in keeping.items() if not any(one in runs for one in taken)]
        outside = [runs for runs in keeping.values() if not any(one in runs and one.is_registered for one in taken)]
        return (
            *(sum(deficit.severity is severity for deficit in left) for severity in SEVERITIES),
            unkept.count(Modality.MUST),
            len(unkept) - unkept.count(Modality.MUST),
            len(outside),
            sum(one.offer.hours for one in taken),
            sum(one.offer.kind.is_programme and not one.is_registered for one in taken),
            max((one.ends for one in taken), default=date.min),
            sum((one.offer.cost for one in taken), Decimal(0)),
            len(taken),
        )


def monday(each: date) -> date:
    """The day itself, or the Monday after a weekend."""
    while each.weekday() >= 5:
        each += timedelta(days=1)
    return each


def runs_of(steps: Iterable[Step]) -> list[Run]:
    return [Run(step.offer, step.begins, step.ends, step.session) for step in steps if step.offer]


@st.composite
def cases(draw: st.DrawFn, *, most_offers: int = 5) -> Case:
    """Up to three deficits and five offers of up to two sessions, with many ties, drawn at random."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    wanted = random.sample("abc", random.randint(1, 3))
    lacking = tuple(Deficit(competency=each, severity=random.choice(SEVERITIES)) for each in wanted)
    ids = [f"o{number}" for number in range(random.randint(0, most_offers))]
    offers = tuple(an_offer(random, id_, ids) for id_ in ids)
    taken = tuple(
        (one.id, session, random.randint(0, session.seats))
        for one in offers
        for session in one.sessions
        if session.seats is not None
    )
    asking = tuple((measure, random.choice((Modality.MUST, Modality.RECOMMENDED))) for measure in _measures(random))
    who = person(random.choice((Post.TEACHER, Post.DEPUTY_HEAD)))
    return Case(lacking, offers, _terms(random), asking, who, taken)


def _measures(random: Random) -> list[Measure]:
    often = [Measure.REGISTER_PROGRAMME] * (random.random() < 0.7) + [Measure.MANAGEMENT_TEAM_PROGRAMME] * (
        random.random() < 0.4
    )
    others = (
        *(Measure.INTERNSHIP, Measure.TRANSFER_INTO_PRACTICE, Measure.POST_COURSE_SUPPORT),
        *(Measure.HORIZONTAL_LEARNING, Measure.ACCOMPANIMENT, Measure.REPEATED_DIAGNOSIS),
    )
    return [*often, *(each for each in others if random.random() < 0.4)]


def _terms(random: Random) -> Terms:
    return Terms(
        begins=ON,
        until=random.choice((None, day(20), day(45), day(80))),
        hours=random.choice((None, None, random.randint(0, 50))),
        hours_a_month=random.choice((None, None, random.randint(4, 30))),
        cost=random.choice((None, None, Decimal(random.randint(0, 40)) / 10)),
        forms=random.choice((None, None, frozenset({StudyForm.IN_PERSON}))),
        places=random.choice((None, None, frozenset({"Дубовка"}))),
    )


def an_offer(random: Random, id_: str, ids: Sequence[str]) -> Offer:
    before = ids[: ids.index(id_)] if id_ in ids else ids
    kind = random.choice((OfferKind.UPSKILLING,) * 4 + tuple(OfferKind))
    dated = random.random() < 0.8
    return offer(
        id_,
        {each: random.choice(SEVERITIES) for each in random.sample("abc", random.randint(0, 3))},
        random.choice((1, 6, 6, 10, 16)),
        kind=kind,
        register_from=random.choice((None, date(2024, 1, 1), day(10))),
        cost=random.choice((Decimal(0), Decimal(1), Decimal("1.5"))),
        form=random.choice((StudyForm.IN_PERSON, StudyForm.IN_PERSON, StudyForm.DISTANCE)),
        audience=random.choice((Audience(),) * 3 + (MANAGERS,)),
        sessions=different(a_session(random) for _ in range(random.randint(1, 2))) if dated else (),
        prerequisites=frozenset(random.sample(before, min(len(before), random.choice((0, 0, 0, 1, 2))))),
    )


def a_session(random: Random) -> Session:
    starts = random.choice((-7, 0, 2, 7, 8, 14, 26, 40))
    seats, place = random.choice((None, None, 0, 1, 2)), random.choice((None, "Дубовка", "Елань"))
    return run(starts, random.choice((1, 2, 5, 12, 30)), seats=seats, place=place)


def different(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Those that differ in their days or in their place: seats are counted by these."""
    return tuple({(one.starts_on, one.ends_on, one.place): one for one in sessions}.values())
