"""Educators, organisations and pairs as domain objects whose days and years fit together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from rsnms.domain.calendar import add_months, full_months
from rsnms.domain.category import Category, CategoryLevel, SpecialCategory, term_end
from rsnms.domain.competency import CompetencyArea, Deficit, DiagnosedMatter, Diagnosis, Severity, Training
from rsnms.domain.educator import Education, Educator, Pair, Post, Role
from rsnms.domain.experience import Experience, Period, StatedExperience, WorkedExperience
from rsnms.domain.fact import About, Fact
from rsnms.domain.organisation import Organisation, OrganisationKind, OrganisationTrait
from rsnms.domain.span import Span
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.testing.aimed_people import draw_value
from rsnms.testing.drawing import BOOLEANS, USUAL_DAY, Unprinted, day_between, few, integer, perhaps, pick, policy_of

T = TypeVar("T")

SCHOOLS = ("МБОУ СОШ № 3", "Лицей № 2", "Детский сад «Ромашка»")
PLACES = ("Камышинский район", "Волжский", "Мегион")
SUBJECTS = ("физика", "математика", "основы безопасности")
COURSES = ("Методическая поддержка педагогов", "Тьюторское сопровождение", "Функциональная грамотность")
YOUNGEST, OLDEST, WORKING = 18, 70, 16
"""Full years of educators, and those at which work begins at the earliest."""
_FIRST_CATEGORY = date(1970, 1, 1)
"""The vocabulary knows no earlier decision on a category."""
_MOST = 2
"""Diagnostics, trainings and periods of employment at most."""
_MOST_DEFICITS = 3
_PERCENTS = tuple(Decimal(percent) for percent in range(101))
_YES_OR_NO = (False, True)


def organisations() -> st.SearchStrategy[Organisation]:
    """Organisations of any kind, much of them unknown."""
    return _ORGANISATIONS


def educators(
    policy: Policy | Jurisdiction | None = None, *, on: date | None = None, known: bool = False
) -> st.SearchStrategy[Educator]:
    """Educators whose days and years fit together.

    Work begins at sixteen or later, no experience exceeds the years of work, and nobody is attested, trained or
    diagnosed before the work begins or after the day of the question.

    What is not known is ``None``; with ``known`` nothing is, but what facts of the policy hold beyond the standard
    ones. An educator about whom nothing is known is the simplest.

    Args:
        policy: its competencies are those of the deficits, and facts that it adds stand in ``other_facts``.
        on: the day for which all of it holds, by default 01.01.2024, or the first day on which the policy applies.
        known: whether everything is known.
    """
    version, day = policy_of(policy, on) if policy is not None else (None, on or USUAL_DAY)
    return _educators(Unprinted(_World.of(version)), day, known)


def pairs(policy: Policy | Jurisdiction | None = None, *, on: date | None = None) -> st.SearchStrategy[Pair]:
    """Pairs of two educators; the arguments are those of :func:`educators`."""
    each = educators(policy, on=on)
    return st.builds(Pair, mentor=each, mentee=each)


@dataclass(frozen=True)
class _World:
    """What a policy adds to the standard facts, and the competencies that it knows."""

    competencies: tuple[str, ...]
    others: tuple[Fact, ...] = ()

    @classmethod
    def of(cls, policy: Policy | None) -> "_World":
        if policy is None:
            return cls(tuple(map(str, CompetencyArea)))
        standard = {*Educator.model_fields, *_EVERYTHING_KNOWN.facts()}
        added = (fact for name, fact in policy.facts_about(About.PERSON).items() if name not in standard)
        records = set(policy.records)
        others = tuple(fact for fact in added if fact.movement is None and fact.name not in records)
        return cls(tuple(policy.competencies) or tuple(map(str, CompetencyArea)), others)


_EVERYTHING_KNOWN = Educator(
    organisation=Organisation(
        name="x", municipality="x", kind=OrganisationKind.GENERAL, runs_general_programmes=True, traits=frozenset()
    ),
    category=Category(level=CategoryLevel.FIRST, decided_on=USUAL_DAY, until=USUAL_DAY),
    diagnoses=(Diagnosis(on=USUAL_DAY),),
    trainings=(Training(title="x", completed_on=USUAL_DAY, methodical_support=True, tutoring=True),),
    deficits=(),
)
"""Names every fact that follows from the parts of an educator."""


@st.composite
def _organisations(draw: st.DrawFn) -> Organisation:
    return _organisation(_Draws(draw, known=False))


class _Draws:
    """Draws what may be unknown."""

    def __init__(self, draw: st.DrawFn, *, known: bool) -> None:
        self.draw, self._known = draw, known

    def perhaps(self, value: T) -> T | None:
        """What has been drawn, or that it is not known."""
        return value if self._known or self.draw(BOOLEANS) else None

    def one(self, among: Sequence[Any]) -> Any:
        return pick(self.draw, among) if self._known else perhaps(self.draw, among)

    def some(self, among: Sequence[Any], most: int = 2) -> frozenset[Any] | None:
        return self.perhaps(frozenset(few(self.draw, among, most)))

    def truth(self) -> bool | None:
        answer: bool | None = self.one(_YES_OR_NO)
        return answer


def _organisation(draws: _Draws) -> Organisation:
    return Organisation(
        name=draws.one(SCHOOLS),
        municipality=draws.one(PLACES),
        kind=draws.one(list(OrganisationKind)),
        runs_general_programmes=draws.truth(),
        traits=draws.some(list(OrganisationTrait)),
    )


@st.composite
def _educators(draw: st.DrawFn, around: Unprinted[_World], on: date, known: bool) -> Educator:
    world = around.of
    draws = _Draws(draw, known=known)
    born = day_between(draw, add_months(on, -OLDEST * 12), add_months(on, -YOUNGEST * 12))
    began = day_between(draw, add_months(born, WORKING * 12), on)
    life: dict[str, Any] = {"birth_date": draws.perhaps(born), "work_started_on": draws.perhaps(began)}
    for name in ("specialty_experience", "pedagogical_experience"):
        life[name] = draws.perhaps(draw_experience(draw, began, on))
    life["category"] = draws.perhaps(_category(draw, began, on))
    life["diagnoses"] = draws.perhaps(_diagnoses(draw, began, on))
    life["trainings"] = draws.perhaps(_trainings(draw, began, on))
    life["deficits"] = draws.perhaps(draw_deficits(draw, world.competencies, began, on))
    for name in _TRUTHS:
        life[name] = draws.truth()
    others = {fact.name: _Draws(draw, known=False).perhaps(draw_value(draw, fact, on)) for fact in world.others}
    return Educator(
        organisation=_organisation(draws),
        post=draws.one(list(Post)),
        education=draws.one(list(Education)),
        special_categories=draws.some(list(SpecialCategory)),
        subjects=draws.some(SUBJECTS),
        roles=draws.some(list(map(str, Role))),
        competencies=draws.some(world.competencies),
        other_facts={name: value for name, value in others.items() if value is not None},
        **life,
    )


_TRUTHS = (
    "teaches",
    "pedagogical_duties",
    "manages_organisation",
    "long_break",
    "young_specialist",
    "supported_as_young",
    "has_regional_methodist",
    "steadily_high_results",
    "contribution",
)


def draw_experience(draw: st.DrawFn, began: date, on: date) -> Experience:
    """An experience of somebody who has begun to work on a day: by up to two periods, or stated for a day since."""
    stated = day_between(draw, began, on)
    months, is_over = draw(integer(0, full_months(began, stated))), draw(BOOLEANS)
    periods = [_period(draw, began, on) for _ in range(_MOST)][: draw(integer(0, _MOST))]
    if draw(BOOLEANS):
        return StatedExperience(span=Span(months), on=stated, continuing=not is_over)
    return WorkedExperience(periods=tuple(periods))


def _period(draw: st.DrawFn, began: date, on: date) -> Period:
    start = day_between(draw, began, on)
    end = day_between(draw, start, on)
    return Period(start=start, end=end if draw(BOOLEANS) else None)


def _category(draw: st.DrawFn, began: date, on: date) -> Category:
    level = pick(draw, list(CategoryLevel))
    decided = day_between(draw, max(began, _FIRST_CATEGORY), on)
    is_dated, is_termed = draw(BOOLEANS), draw(BOOLEANS)
    until = term_end(decided) if is_dated and is_termed else None
    return Category(level=level, decided_on=decided if is_dated else None, until=until)


def _diagnoses(draw: st.DrawFn, began: date, on: date) -> tuple[Diagnosis, ...]:
    drawn = [
        Diagnosis(
            on=day_between(draw, began, on),
            at_cnppm=perhaps(draw, _YES_OR_NO),
            of=perhaps(draw, list(DiagnosedMatter)),
            percent=perhaps(draw, _PERCENTS),
        )
        for _ in range(_MOST)
    ]
    return tuple(drawn[: draw(integer(0, _MOST))])


def _trainings(draw: st.DrawFn, began: date, on: date) -> tuple[Training, ...]:
    drawn = [
        Training(
            title=pick(draw, COURSES),
            completed_on=day_between(draw, began, on),
            hours=perhaps(draw, (16, 36, 72)),
            in_register=perhaps(draw, _YES_OR_NO),
            by_diagnosis=perhaps(draw, _YES_OR_NO),
            methodical_support=draw(BOOLEANS),
            tutoring=draw(BOOLEANS),
        )
        for _ in range(_MOST)
    ]
    return tuple(drawn[: draw(integer(0, _MOST))])


def draw_deficits(draw: st.DrawFn, competencies: Sequence[str], began: date, on: date) -> tuple[Deficit, ...]:
    """Deficits of at most three competencies, found since a day."""
    drawn = [
        (perhaps(draw, competencies), pick(draw, list(Severity)), day_between(draw, began, on), draw(BOOLEANS))
        for _ in range(_MOST_DEFICITS)
    ]
    found = {
        competency: Deficit(competency=competency, severity=severity, found_on=day if is_dated else None)
        for competency, severity, day, is_dated in drawn
        if competency is not None
    }
    return tuple(found[competency] for competency in competencies if competency in found)


@st.composite
def experiences(draw: st.DrawFn, days: st.SearchStrategy[date], most_months: int) -> Experience:
    """Experiences whose days come from a strategy: also gaps, overlaps, work that ends or begins after its day."""
    if draw(BOOLEANS):
        return StatedExperience(span=Span(draw(integer(0, most_months))), on=draw(days), continuing=draw(BOOLEANS))
    periods = []
    for _ in range(draw(integer(0, 3))):
        start, length = draw(days), draw(integer(-1, 1200))
        periods.append(Period(start=start, end=None if length < 0 else start + timedelta(days=length)))
    return WorkedExperience(periods=tuple(periods))


_ORGANISATIONS = _organisations()
