"""Small made-up choices, and the plain definition of the best one by trying every set of offers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Educator, Post
from rsnms.domain.offer import Audience, Offer, OfferKind, Session, StudyForm
from rsnms.routes.choice.choice import Choice, Limits, choose
from rsnms.routes.fitting.hindrance import hindrance

ON = date(2025, 3, 1)
COMPETENCIES = "abcdef"
TEACHER = Educator(post=Post.TEACHER, subjects=frozenset({"физика"}))


def offer(id_: str, gains: Mapping[str, Severity] | str, hours: int = 10, **more: object) -> Offer:
    """An offer; gains as a text of competencies close any severity."""
    if isinstance(gains, str):
        gains = dict.fromkeys(gains, Severity.HIGH)
    kind = more.pop("kind", OfferKind.WEBINAR)
    return Offer.model_validate({"id": id_, "title": id_, "kind": kind, "gains": gains, "hours": hours, **more})


def deficits(competencies: str, severity: Severity = Severity.HIGH) -> list[Deficit]:
    return [Deficit(competency=each, severity=severity) for each in competencies]


@dataclass(frozen=True)
class Case:
    deficits: tuple[Deficit, ...]
    offers: tuple[Offer, ...]
    limits: Limits = field(default_factory=Limits)
    completed: frozenset[str] = frozenset()

    def choose(self, **changes: object) -> Choice:
        case = replace(self, **changes)
        return choose(case.deficits, case.offers, TEACHER, on=ON, limits=case.limits, completed=case.completed)

    def is_allowed(self, ids: frozenset[str]) -> bool:
        """Whether the person can take just these offers within the limits."""
        taken = [one for one in self.offers if one.id in ids]
        keep_off = [hindrance(one, TEACHER, forms=self.limits.forms, completed=self.completed) for one in taken]
        open_ = all(
            not one.sessions or any(run.starts_on >= ON and run.seats != 0 for run in one.sessions) for one in taken
        )
        met = all(one.prerequisites - self.completed <= ids for one in taken)
        within_hours = self.limits.hours is None or sum(one.hours for one in taken) <= self.limits.hours
        within_cost = self.limits.cost is None or sum(one.cost for one in taken) <= self.limits.cost
        fits = open_ and not any(one.reason for one in keep_off)
        return fits and met and self._in_turn(ids) and within_hours and within_cost

    def _in_turn(self, ids: frozenset[str]) -> bool:
        """Whether there is an order in which everything comes after its prerequisites."""
        left = {one.id: one.prerequisites & ids for one in self.offers if one.id in ids}
        while ready := {id_ for id_, before in left.items() if not before & left.keys()}:
            left = {id_: before for id_, before in left.items() if id_ not in ready}
        return not left

    def worth(self, ids: frozenset[str]) -> tuple[object, ...]:
        """The whole objective, the ids included."""
        taken = [one for one in self.offers if one.id in ids]
        left = [d for d in self.deficits if not any(one.closes(d.competency, d.severity) for one in taken)]
        return (
            *(sum(d.severity is severity for d in left) for severity in (Severity.HIGH, Severity.MEDIUM, Severity.LOW)),
            sum(one.hours for one in taken),
            sum(one.kind.is_programme and not one.in_register(ON) for one in taken),
            sum(one.cost for one in taken),
            len(taken),
            tuple(sorted(ids)),
        )

    def best_by_trying(self) -> tuple[object, ...]:
        ids = [one.id for one in self.offers]
        sets = (frozenset(some) for size in range(len(ids) + 1) for some in combinations(ids, size))
        return min(self.worth(some) for some in sets if self.is_allowed(some))


def whole(choice: Choice) -> tuple[object, ...]:
    return *choice.objective, tuple(one.offer.id for one in choice.chosen)


@st.composite
def cases(draw: st.DrawFn, *, limits: bool = True, prerequisites: bool = True, hindered: bool = True) -> Case:
    """Up to six deficits and seven offers, with many ties; drawn at random: ties matter more than shrinking."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    wanted = random.sample(COMPETENCIES, random.randint(1, 6))
    found = tuple(Deficit(competency=each, severity=random.choice(list(Severity))) for each in wanted)
    ids = random.sample("hijklmnop", random.randint(0, 7))
    offers = tuple(_offer(random, id_, ids, prerequisites=prerequisites, hindered=hindered) for id_ in ids)
    chosen = Limits(
        hours=random.choice((None, random.randint(0, 40))) if limits else None,
        cost=random.choice((None, Decimal(random.randint(0, 60)) / 10)) if limits else None,
        forms=frozenset({StudyForm.IN_PERSON}) if hindered and random.random() < 0.3 else None,
    )
    completed = frozenset(id_ for id_ in ids if prerequisites and random.random() < 0.1)
    return Case(found, offers, chosen, completed)


def _offer(random: Random, id_: str, ids: list[str], *, prerequisites: bool, hindered: bool) -> Offer:
    before = ids[: ids.index(id_)] if random.random() < 0.95 else [*ids, "absent"]
    needs = random.sample(before, min(len(before), random.choice((0, 0, 1, 2)))) if prerequisites else []
    audience = (Audience(),) * 6 + (
        Audience(posts=frozenset({Post.TEACHER, Post.HEAD})),
        Audience(posts=frozenset({Post.HEAD})),
        Audience(subjects=frozenset({"химия"})),
        Audience(organisation_kinds=frozenset({"general"})),
    )
    return offer(
        id_,
        {each: random.choice(list(Severity)) for each in random.sample(COMPETENCIES, random.randint(0, 4))},
        random.choice((0, 5, 5, 10, 16)),
        kind=random.choice((OfferKind.UPSKILLING, OfferKind.WEBINAR)),
        register_from=random.choice((None, ON)),
        cost=random.choice((Decimal(0), Decimal(1), Decimal("1.5"))),
        form=random.choice((StudyForm.IN_PERSON, StudyForm.IN_PERSON, StudyForm.DISTANCE)),
        audience=random.choice(audience) if hindered else Audience(),
        sessions=_sessions(random) if hindered and random.random() < 0.3 else (),
        prerequisites=frozenset(needs),
    )


def _sessions(random: Random) -> tuple[Session, ...]:
    """One or two runs around the day, some of them without seats."""
    days = [ON + timedelta(days=random.choice((-30, -1, 0, 1, 30))) for _ in range(random.randint(1, 2))]
    return tuple(Session(starts_on=day, ends_on=day, seats=random.choice((None, 0, 5))) for day in days)
