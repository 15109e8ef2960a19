"""An individual educational route (индивидуальный образовательный маршрут, ИОМ): steps with dates, frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, Protocol

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer, Session, StudyForm
from rsnms.routes.fitting.uncovered import Uncovered
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Open, Requirement
from rsnms.routes.timetable.timetable import Gap, Month


class Stage(StrEnum):
    """The stages of a route (этапы маршрута)."""

    DIAGNOSIS = "diagnosis"
    """Диагностика."""
    LEARNING = "learning"
    """Обучение."""
    TRANSFER = "transfer"
    """Перенос в практику."""
    POST_COURSE = "post-course"
    """Посткурсовое сопровождение."""
    THROUGHOUT = "throughout"
    """Сопровождение на протяжении маршрута: наставник, методист или тьютор."""
    REPEATED_DIAGNOSIS = "repeated-diagnosis"
    """Повторная диагностика."""


DATED = frozenset({Stage.LEARNING, Stage.TRANSFER, Stage.POST_COURSE})
"""The stages whose steps have days of their own, which the accompaniment and the repeated diagnosis go by."""


class Status(StrEnum):
    """How far a step is."""

    PLANNED = "planned"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an offer in one of its sessions, or a measure that a subject of the system provides."""

    id: str
    """The offer's id, else the measure's name, with the step that it follows; ``diagnosis`` for the first step."""
    stage: Stage
    begins: date
    ends: date
    hours: int = 0
    offer: Offer | None = None
    session: Session | None = None
    month_hours: tuple[tuple[Month, int], ...] = ()
    closes: tuple[Deficit, ...] = ()
    """The deficits that the offer closes."""
    serves: tuple[Deficit, ...] = ()
    """The deficits for which it is asked, beside those that it closes."""
    requirements: tuple[Requirement, ...] = ()
    """The rules that asked for it, those for one measure joined; none where it only closes deficits."""
    by: tuple[str, ...] = ()
    """The responsible subjects (ответственные субъекты), by id."""
    person: str | None = None
    """The mentor, methodist or tutor assigned, by id."""
    after: tuple[str, ...] = ()
    """Ids of the steps that come before it."""
    status: Status = Status.PLANNED

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that it keeps."""
        return tuple(dict.fromkeys(one.measure for one in self.requirements))


class RouteWorth(NamedTuple):
    """What the learning of a route is measured by: less is better, and what comes first counts first."""

    uncovered_high: int
    uncovered_medium: int
    uncovered_low: int
    unkept: int
    """Programmes that the rules of an act prescribe and that the route lacks."""
    unkept_recommended: int
    outside_register: int
    """Programmes asked for that the route does not take from the federal register."""
    hours: int
    unregistered: int
    ends_on: date
    cost: Decimal
    offers: int


class Unkept(NamedTuple):
    """A requirement that no step keeps with an offer, and what would."""

    requirement: Requirement
    offers: tuple[str, ...] = ()
    """Offers that the person could take and that would keep it; none where the catalogue has none."""
    after: str | None = None
    """The step that it follows, where there is one and the period has no day left after it."""


@dataclass(frozen=True, slots=True)
class Route:
    """A route of one person."""

    person: str | None
    policy: str
    on: date
    """The day on which it was made."""
    terms: Terms
    deficits: tuple[Deficit, ...]
    """The most severe first."""
    steps: tuple[Step, ...]
    """By stage, then by day."""
    uncovered: tuple[Uncovered, ...] = ()
    """Deficits that stay open, and why."""
    unkept: tuple[Unkept, ...] = ()
    open: tuple[Open, ...] = ()
    """Rules that what is known does not decide."""
    worth: RouteWorth | None = None
    gap: Gap | None = None
    """Where the search gave up before the proof."""

    @property
    def is_proven(self) -> bool:
        """Whether no learning part is better."""
        return self.gap is None

    def of_stage(self, stage: Stage) -> tuple[Step, ...]:
        """The steps of a stage."""
        return tuple(step for step in self.steps if step.stage is stage)

    def step(self, id_: str) -> Step:
        """A step by its id.

        Raises:
            KeyError: there is none.
        """
        for step in self.steps:
            if step.id == id_:
                return step
        raise KeyError(id_)

    @property
    def hours(self) -> int:
        """Total time (общее время)."""
        return sum(step.hours for step in self.steps)

    @property
    def cost(self) -> Decimal:
        """In roubles."""
        return sum((step.offer.cost for step in self.steps if step.offer), Decimal(0))

    @property
    def content(self) -> tuple[str, ...]:
        """Содержание: the titles of what is studied."""
        return tuple(step.offer.title for step in self.steps if step.offer)

    @property
    def forms(self) -> tuple[StudyForm, ...]:
        """Формы."""
        return tuple(dict.fromkeys(step.offer.form for step in self.steps if step.offer))

    @property
    def technologies(self) -> tuple[str, ...]:
        """Технологии, as the offers state them."""
        return tuple(dict.fromkeys(each for step in self.steps if step.offer for each in step.offer.technologies))

    @property
    def pace(self) -> Mapping[Month, int]:
        """Темп: hours by month, the months without any left out."""
        months: dict[Month, int] = {}
        for step in self.steps:
            for month, hours in step.month_hours:
                months[month] = months.get(month, 0) + hours
        return dict(sorted(months.items()))

    @property
    def ends_on(self) -> date:
        """The last day of what is not mere accompaniment; the day on which it was made where there is nothing."""
        return last_day(self.steps) or self.on


class _Staged(Protocol):
    @property
    def stage(self) -> Stage: ...
    @property
    def ends(self) -> date: ...


def last_day(steps: Iterable[_Staged]) -> date | None:
    """The last day of a route, beside what runs throughout and the diagnosis before it; ``None`` of nothing else."""
    ends = (step.ends for step in steps if step.stage not in (Stage.DIAGNOSIS, Stage.THROUGHOUT))
    return max(ends, default=None)
