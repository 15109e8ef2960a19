"""Small policies that ask for documents and for things to happen, and random ones with random evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from hypothesis import strategies as st

from rsnms.domain.evidence import Evidence
from rsnms.domain.level import Level
from rsnms.domain.period import Every, period_of
from rsnms.domain.subject import Modality, Subject, SubjectKind
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.domain.text import Text
from rsnms.monitoring.duties import Duty, duties
from rsnms.policy.model import Policy
from rsnms.policy.stated import Act
from rsnms.policy.system import Document, Obligation, Schedule

SINCE = date(2022, 11, 15)
"""The act comes into force part-way through a quarter and a year."""
SUBJECTS = {
    id_: Subject(id=id_, title=title, kind=SubjectKind.CENTRE, level=Level.REGIONAL)
    for id_, title in (("cnppm", "ЦНППМ"), ("council", "Методический совет"), ("authority", "Комитет образования"))
}
PLACES = ("Камышинский район", "Серафимовичский район")


def schedule(**stated) -> Schedule:
    """A schedule that binds since the act is in force, unless said otherwise."""
    return Schedule(**{"since": SINCE, **stated})


def document(id_: str, kind: DocumentKind, title: str = "", *, when: Schedule | None = None, **stated) -> Document:
    return Document(id_, Text(title or id_), "x", act="order", schedule=when or schedule(), kind=kind, **stated)


def obligation(
    id_: str, kind: ObligationKind, title: str = "", *, when: Schedule | None = None, **stated
) -> Obligation:
    return Obligation(id_, Text(title or id_), "x", act="order", schedule=when or schedule(), kind=kind, **stated)


def policy(
    *elements: Document | Obligation, level: Level = Level.REGIONAL, until: date | None = None, **stated
) -> Policy:
    """A policy of one act, in force since the day above."""
    return Policy(
        "x",
        Text("Край", "Territory"),
        level,
        acts=(Act("order", "приказ", "О системе", "Комитет", since=SINCE, until=until),),
        since=SINCE,
        until=until,
        subjects=MappingProxyType(SUBJECTS),
        documents=MappingProxyType({one.id: one for one in elements if isinstance(one, Document)}),
        obligations=MappingProxyType({one.id: one for one in elements if isinstance(one, Obligation)}),
        **stated,
    )


def row(on: date, kind: str, subject: str | None = None, **stated) -> Evidence:
    return Evidence(on=on, kind=kind, subject=subject, **stated)


# --- random policies and evidence ------------------------------------------------------------------------------------

_TURNS = [
    date(year, month, day) for year in (2023, 2024) for month, day in ((1, 1), (3, 31), (4, 1), (6, 30), (12, 31))
]
DAYS = st.sampled_from(_TURNS) | st.dates(date(2022, 6, 1), date(2025, 6, 30))
_KINDS = {
    Document: (DocumentKind.AGREEMENT, DocumentKind.PLAN, DocumentKind.ANALYSIS),
    Obligation: (ObligationKind.MEETING, ObligationKind.MONITORING, ObligationKind.ANALYSIS),
}
_IDS = ("a", "b", "plan", "meeting")
_TITLES = ("План", "Заседание", "Мониторинг", "Годовой план")


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    since = draw(st.none() | st.just(SINCE) | DAYS)
    way = draw(st.sampled_from(("every", "due", "none")))
    return Schedule(
        every=draw(st.sampled_from(Every)) if way == "every" else None,
        due=draw(DAYS) if way == "due" else None,
        since=since,
        until=draw(st.none() | DAYS),
        date_note=draw(st.none() | st.just("в течение года")),
        for_each=draw(st.none() | st.sampled_from(ForEach)),
    )


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    elements: list[Document | Obligation] = []
    subjects = st.lists(st.sampled_from(sorted(SUBJECTS)), max_size=2, unique=True).map(tuple)
    for make, named in ((Document, "parties"), (Obligation, "by")):
        for id_ in draw(st.lists(st.sampled_from(_IDS), max_size=2, unique=True)):
            title, modality = draw(st.sampled_from(_TITLES)), draw(st.none() | st.sampled_from(Modality))
            origin = draw(st.sampled_from(("x", "parent")))
            head = {"act": "order", "modality": modality, "schedule": draw(schedules())}
            kind = draw(st.sampled_from(_KINDS[make]))
            elements.append(make(id_, Text(title), origin, kind=kind, **head, **{named: draw(subjects)}))
    level = draw(st.sampled_from((Level.REGIONAL, Level.MUNICIPAL, Level.INSTITUTIONAL)))
    made = policy(*elements, level=level)
    return replace(made, since=None, until=draw(st.none() | st.just(date(2025, 3, 15))))


_NAMES = (*_IDS, *_TITLES, "document:a", "obligation:b", "соглашение", "план", "заседание", "анализ", "чего-то нет")
_WHOSE = (
    None,
    "ЦНППМ",
    "council",
    "Комитет образования",
    "Край",
    *PLACES,
    "камышинский  РАЙОН",
    "Камышенский район",
    "?",
)


@st.composite
def evidence(draw: st.DrawFn, of: Sequence[Duty]) -> Evidence:
    """A row, mostly one that fits a duty."""
    duty = draw(st.sampled_from(of)) if of and draw(_MOSTLY) else None
    kind = duty.id if duty else draw(st.sampled_from(_NAMES))
    if duty and draw(_MOSTLY):
        subject = draw(st.sampled_from(PLACES)) if duty.schedule.for_each else None
    else:
        subject = draw(st.sampled_from(_WHOSE))
    period = None if draw(_MOSTLY) else draw(st.builds(period_of, st.sampled_from(Every), DAYS))
    return Evidence(on=draw(DAYS), kind=kind, subject=subject, period=period, row=draw(st.integers(2, 9)))


_MOSTLY = st.sampled_from((True, True, True, True, False))


@dataclass(frozen=True)
class Case:
    """A policy, some rows and more rows, the day asked about, and the places that are given."""

    policy: Policy
    some: list[Evidence]
    more: list[Evidence]
    on: date
    places: dict[str, tuple[str, ...]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    asked = draw(policies())
    rows = st.lists(evidence(duties(asked)), max_size=6)
    places = draw(st.sampled_from(({}, {"municipalities": PLACES}, {"organisations": PLACES[:1]})))
    on = draw(st.dates(date(2022, 11, 1), date(2023, 12, 31)) | st.dates(date(2024, 1, 1), date(2025, 3, 15)))
    return Case(asked, draw(rows), draw(rows), on, places)
