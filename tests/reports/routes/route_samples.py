"""A route made by hand: a young teacher of Volgograd region with a severe and a mild deficit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import rsnms
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import EducationKind, Offer, OfferKind, Session, StudyForm
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.fitting.uncovered import Remedy, Uncovered
from rsnms.routes.planning.route import Route, RouteWorth, Stage, Status, Step, Unkept
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.requirements import Requirements

ON = date(2024, 9, 2)
POLICY = rsnms.load_policies()["ru/volgograd"].on(ON)
ICT = Deficit(competency="ict", severity=Severity.HIGH, found_on=date(2024, 2, 18))
METHODICAL = Deficit(competency="methodical", severity=Severity.LOW, found_on=date(2024, 2, 18))
TEACHER = {
    "post": "teacher",
    "subjects": frozenset({"физика", "астрономия"}),
    "organisation": "МОУ СОШ № 1",
    "organisation_kind": "general",
    "birth_date": date(1999, 3, 1),
    "work_started_on": date(2022, 9, 1),
    "education": "higher-pedagogical",
    "long_break": False,
}
JUDGED = Requirements(POLICY).judge(TEACHER, [ICT, METHODICAL], ON)
TERMS = Terms(
    begins=ON,
    until=date(2025, 6, 30),
    hours=72,
    cost=Decimal("12500.50"),
    forms=frozenset({StudyForm.IN_PERSON, StudyForm.MIXED}),
    places=frozenset({"Волгоград"}),
)
RUN = Session(starts_on=date(2025, 2, 3), ends_on=date(2025, 3, 14), seats=25, place="Волгоград")
PROGRAMME = Offer(
    id="ПК-001",
    title="Цифровые средства на уроке",
    kind=OfferKind.UPSKILLING,
    gains={"ict": Severity.HIGH},
    hours=48,
    education=EducationKind.FORMAL,
    form=StudyForm.MIXED,
    technologies=("кейсы", "проекты"),
    sessions=(RUN,),
    register_from=date(2024, 1, 1),
    provider="ВГАПО",
    cost=Decimal("12500.50"),
)
LATER = Offer(
    id="ПК-014", title="Формирующее оценивание", kind=OfferKind.WEBINAR, gains={"methodical": Severity.LOW}, hours=36
)
OFFERS = {one.id: one for one in (PROGRAMME, LATER)}


def required(measure: Measure, *deficits: Deficit | None):
    """The requirements of a measure, for some deficits where they are given."""
    return tuple(
        one for one in JUDGED.requirements if one.measure is measure and (not deficits or one.deficit in deficits)
    )


LEARNING = Step(
    "ПК-001",
    Stage.LEARNING,
    RUN.starts_on,
    RUN.ends_on,
    hours=48,
    offer=PROGRAMME,
    session=RUN,
    month_hours=(((2025, 2), 32), ((2025, 3), 16)),
    closes=(ICT,),
    requirements=required(Measure.REGISTER_PROGRAMME, ICT),
    by=("regional-institute",),
    after=("diagnosis",),
)
STEPS = (
    Step("diagnosis", Stage.DIAGNOSIS, date(2024, 2, 18), date(2024, 2, 18), status=Status.DONE),
    LEARNING,
    Step(
        "transfer-into-practice",
        Stage.TRANSFER,
        date(2025, 3, 17),
        date(2025, 5, 30),
        serves=(ICT,),
        requirements=required(Measure.TRANSFER_INTO_PRACTICE, ICT),
        by=("municipal-methodical-service",),
        after=("ПК-001",),
    ),
    Step(
        "mentoring",
        Stage.THROUGHOUT,
        ON,
        date(2025, 5, 30),
        requirements=required(Measure.MENTORING),
        by=("teacher-pairs",),
        person="М-7",
    ),
    Step(
        "repeated-diagnosis",
        Stage.REPEATED_DIAGNOSIS,
        date(2025, 5, 31),
        date(2025, 5, 31),
        serves=(ICT,),
        requirements=required(Measure.REPEATED_DIAGNOSIS, ICT),
        after=("ПК-001",),
    ),
)
LEFT = Uncovered(METHODICAL, Reason.OVER_BUDGET, (Remedy("ПК-014", hours=84),))
ROUTE = Route(
    "У-17",
    POLICY.id,
    ON,
    TERMS,
    (ICT, METHODICAL),
    STEPS,
    uncovered=(LEFT,),
    unkept=(Unkept(*required(Measure.INTERNSHIP, ICT)),),
    open=tuple(one for one in JUDGED.open if one.rule.id == "help-for-low-results"),
    worth=RouteWorth(0, 0, 1, 1, 0, 1, 48, 0, date(2025, 3, 14), Decimal("12500.50"), 1),
)
EMPTY = Route(None, POLICY.id, ON, Terms(begins=ON), (), ())


def with_title(title: str) -> Route:
    """The route with another title of its programme."""
    offer = PROGRAMME.model_copy(update={"title": title})
    step = replace(LEARNING, offer=offer)
    return replace(ROUTE, steps=tuple(step if one is LEARNING else one for one in STEPS))
