"""Two small regional systems written as policies, a municipality in one of them, and random systems."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from hypothesis import strategies as st

import imaginary
from policy.folders import FACTS, sound, write
from rsnms.domain import Level, Modality, Statement, StatementKind, Subject, SubjectKind, Text
from rsnms.domain.fact import About
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind, ProvisionKind, Relation
from rsnms.domain.target import Amount, Bound, Target
from rsnms.policy.indicators import Indicator, Share, State, Tally
from rsnms.policy.model import Policy, PolicyTree
from rsnms.policy.stated import Activity, Element, Term
from rsnms.policy.system import Document, Governance, Obligation, Provision, Schedule

ACTIVITIES = """\
activities:
  - {id: coordinate, title: {ru: координация, en: coordination}}
  - {id: mentoring, title: {ru: наставничество, en: mentoring}}
  - {id: consult, title: консультирование}
  - {id: research, title: исследования}
"""
NORTH = {
    "a/north/policy.yaml": """\
title: {ru: Север, en: North}
level: regional
acts:
  - id: order-1
    kind: приказ
    title: О системе Севера
    body: Комитет
    in_force: {from: 2024-01-01}
    basis: [{kind: закон, number: "273-ФЗ", date: 2012-12-29, clause: "1"}]
""",
    "a/north/clauses.yaml": """\
clauses:
  - {clause: "1", title: Общие положения}
  - {clause: "1.1", title: Предмет, no_norm: "повторяет название"}
  - {clause: "3", title: Субъекты}
  - {clause: "3.1", title: Институт}
  - {clause: "3.2", title: Центр, items: 2}
  - {clause: "3.20", title: Служба}
  - {clause: "4", title: Актив}
  - {clause: "5", title: Документы}
  - {clause: "5.1", title: Заседания}
  - {clause: "6", title: Показатели}
""",
    "a/north/subjects.yaml": """\
subjects:
  - {id: institute, title: Институт, kind: organisation, level: regional, clause: "3.1"}
  - id: centre
    title: Центр
    kind: centre
    level: regional
    part_of: institute
    clause: "3.2"
    functions:
      - {id: runs, activity: coordinate, title: Координирует систему, clause: "3.2", item: 1}
      - {id: advises, activity: consult, title: Консультирует педагогов, clause: "3.2", item: 2, modality: recommended}
    rights:
      - {id: asks, title: Запрашивает сведения, clause: "3.2", reading: "У кого, не сказано"}
  - id: service
    title: Служба
    kind: service
    level: municipal
    clause: "3.20"
    functions:
      - {id: advises, activity: consult, title: Консультирует школы, clause: "3.20"}
  - id: mentors
    title: Наставники
    kind: role
    level: institutional
    in_structure: false
    clause: "3"
    duties:
      - {id: mentor, activity: mentoring, title: Ведут молодых, clause: "3", modality: may}
""",
    "a/north/governance.yaml": """\
governance:
  - {id: helps, relation: supports, by: [institute, centre], of: service, title: Сопровождают службу, clause: "3.1"}
  - {id: works, relation: interacts, by: service, of: mentors, title: Служба и наставники, clause: "3"}
""",
    "a/north/documents.yaml": """\
documents:
  - id: plan
    kind: plan
    title: План
    of: service
    every: year
    clause: "5"
    sections: [{id: goals, title: Цели, sections: [{id: first-goal, title: Первая цель}]}]
  - {id: regulation, kind: regulation, title: Положение, of: centre, approved_by: institute, clause: "5"}
  - {id: notes, kind: materials, title: Записки, of: service, modality: may, clause: "5"}
""",
    "a/north/obligations.yaml": """\
obligations:
  - {id: meets, kind: meeting, title: Заседание службы, by: centre, of: service, every: quarter, clause: "5.1"}
""",
    "a/north/indicators.yaml": """\
indicators:
  - id: trained
    title: Обучены
    share: {where: {fact: trained, is: true}}
    target: {at_least: 10 %, every_year_from: 2024}
    clause: "6"
  - {id: tutors, title: Тьюторы, count: {where: {fact: roles, any_of: [tutor]}}, clause: "6"}
""",
    "a/north/eligibility.yaml": """\
eligibility:
  - id: active
    title: Актив
    clause: "4"
    formed_by: {subject: centre, clause: "3.2"}
    gate: {fact: trained, is: true, clause: "1"}
    grounds:
      - id: core
        title: Основа
        modality: base
        when: {all: [{fact: category, is: highest}, {fact: stay, at_least: 5 years}]}
      - {id: by-role, title: По роли, modality: may, when: {fact: roles, any_of: [tutor]}}
""",
    "a/north/terms.yaml": """\
terms:
  - {id: active, title: Актив, means: Те, clause: "1"}
provisions:
  - {id: aim, kind: goal, title: Расти, clause: "1"}
  - {id: why, kind: principle, title: Открытость, subject: service, clause: "1"}
""",
}
SOUTH = {
    "a/south/policy.yaml": """\
title: Юг
level: regional
acts:
  - {id: order-2, kind: приказ, title: О системе Юга, body: Комитет, in_force: {from: 2023-01-01}}
""",
    "a/south/system.yaml": """\
subjects:
  - {id: institute, title: Академия, kind: organisation, level: regional, clause: "2"}
  - id: service
    title: Служба
    kind: service
    level: institutional
    clause: "3"
    functions:
      - {id: tells, activity: consult, title: Советует}
      - {id: leads, activity: mentoring, title: Ведёт молодых}
governance:
  - {id: helps, relation: supports, by: institute, of: service, title: Сопровождает, clause: "2"}
documents:
  - {id: year-plan, kind: plan, title: Годовой план, of: service, every: half-year, clause: "4"}
obligations:
  - {id: meeting, kind: meeting, title: Совет службы, by: institute, of: service, every: quarter, clause: "5"}
indicators:
  - id: trained
    title: Обучены
    share: {where: {fact: trained, is: true}}
    target: {at_least: 20 %, by_end_of: 2025}
    clause: "6"
eligibility:
  - id: active
    title: Актив Юга
    clause: "4"
    gate: {all: [{fact: trained, is: true}, {fact: category, is: highest, clause: "4.1"}]}
    grounds:
      - {id: core, title: Основа, modality: must, when: {fact: stay, at_least: 3 years}}
terms:
  - {id: active, title: Актив, means: Другие}
provisions:
  - {id: goal, kind: goal, title: Учиться}
""",
}
TOWN = {
    "a/north/town/policy.yaml": """\
title: Город
level: municipal
acts:
  - {id: order-3, kind: приказ, title: О службе города, body: Отдел, in_force: {from: 2024-03-01}}
""",
    "a/north/town/subjects.yaml": """\
subjects:
  - {id: service, override: true, title: Городская служба, kind: service, level: municipal, clause: "2"}
""",
}
FILES = {
    "a/policy.yaml": "title: Основа\nlevel: federal\n",
    "a/facts.yaml": FACTS,
    "a/activities.yaml": ACTIVITIES,
    **NORTH,
    **SOUTH,
    **TOWN,
}


@cache
def tree() -> PolicyTree:
    """The base ``a``, the regions ``a/north`` and ``a/south``, the municipality ``a/north/town``."""
    with TemporaryDirectory() as root:
        return sound(write(Path(root), FILES))


def north() -> Policy:
    return tree()["a/north"].latest


def south() -> Policy:
    return tree()["a/south"].latest


def town() -> Policy:
    return tree()["a/north/town"].latest


# --- random systems --------------------------------------------------------------------------------------------------

IDS = ("institute", "centre", "service", "council", "active")
ACTIVITY_IDS = ("coordinate", "mentoring", "consult")
CLAUSES = st.sampled_from((None, "1", "2.1", "прил. 1, 3"))
_LEVELS = st.sampled_from(list(Level))
_MODALITIES = st.none() | st.sampled_from(list(Modality))


def _head(draw: st.DrawFn, id_: str) -> dict:
    title = draw(st.sampled_from((f"Элемент {id_}", 'Он <сказал> "да" & ушёл', "Очень" + "длинное" * 8)))
    return {"id": id_, "title": Text(title), "origin": "x", "clause": draw(CLAUSES), "modality": draw(_MODALITIES)}


@st.composite
def subjects(draw: st.DrawFn, ids: tuple[str, ...]) -> dict[str, Subject]:
    """Subjects of the ids, each perhaps part of another, perhaps in a circle."""
    return {
        id_: Subject(
            id=id_,
            title=_head(draw, id_)["title"].ru,
            kind=draw(st.sampled_from(list(SubjectKind))),
            level=draw(_LEVELS),
            clause=draw(CLAUSES),
            part_of=draw(st.none() | st.sampled_from(ids)),
            in_structure=draw(st.booleans()),
            statements=tuple(
                Statement(
                    id=f"does-{number}",
                    kind=kind,
                    title="Делает",
                    clause=draw(CLAUSES),
                    activity=draw(st.none() | st.sampled_from(ACTIVITY_IDS)),
                )
                for number, kind in enumerate(draw(st.lists(st.sampled_from(list(StatementKind)), max_size=2)))
            ),
        )
        for id_ in ids
    }


def _schedule(draw: st.DrawFn) -> Schedule:
    every = draw(st.none() | st.sampled_from(list(Every)))
    return Schedule(every=every, for_each=draw(st.none() | st.sampled_from(list(ForEach))))


def _measure(draw: st.DrawFn) -> Share | Tally | State:
    condition = draw(imaginary.conditions(depth=1))
    return draw(st.sampled_from((Share(About.PERSON, None, condition), Tally(About.PERSON, condition), State())))


def _target(draw: st.DrawFn) -> Target:
    amount = Amount(Bound.AT_LEAST, draw(st.fractions(0, 1, max_denominator=20)))
    return Target(amount, every_year_from=draw(st.sampled_from((2022, 2023))))


@st.composite
def systems(draw: st.DrawFn, id_: str = "x") -> Policy:
    """A small policy with a bit of everything; its names come from few, so that two have much in common."""
    ids = tuple(draw(st.lists(st.sampled_from(IDS), unique=True, max_size=5)))
    named = st.sampled_from(ids) if ids else st.none()
    some = st.lists(named, unique=True, max_size=2).map(tuple) if ids else st.just(())
    optional = st.none() | named
    documents = {
        one: Document(
            **_head(draw, one),
            schedule=_schedule(draw),
            kind=draw(st.sampled_from((DocumentKind.PLAN, DocumentKind.REGULATION))),
            of=draw(optional),
            approved_by=draw(optional),
        )
        for one in draw(st.lists(st.sampled_from(("plan", "rules")), unique=True))
    }
    governance = {
        one: Governance(
            **_head(draw, one),
            relation=draw(st.sampled_from(list(Relation))),
            by=(draw(named),),
            of=draw(some),
            document=draw(st.none() | st.sampled_from(list(documents))) if documents else None,
            activity=draw(st.none() | st.sampled_from(ACTIVITY_IDS)),
        )
        for one in (draw(st.lists(st.sampled_from(("g1", "g2", "g3", "g4")), unique=True)) if ids else ())
    }
    obligations = {
        one: Obligation(
            **_head(draw, one),
            schedule=_schedule(draw),
            kind=draw(st.sampled_from((ObligationKind.MEETING, ObligationKind.MEASURE))),
            by=draw(some),
            of=draw(optional),
        )
        for one in draw(st.lists(st.sampled_from(("meets", "acts")), unique=True))
    }
    indicators = {
        one: Indicator(
            **_head(draw, one), measure=_measure(draw), target=_target(draw) if draw(st.booleans()) else None
        )
        for one in draw(st.lists(st.sampled_from(("share", "count")), unique=True))
    }
    provisions = {
        one: Provision(**_head(draw, one), kind=draw(st.sampled_from((ProvisionKind.GOAL, ProvisionKind.TASK))))
        for one in draw(st.lists(st.sampled_from(("p1", "p2")), unique=True))
    }
    eligibilities = draw(st.lists(imaginary.eligibilities(), max_size=1))
    members = draw(subjects(ids))
    return Policy(
        id_,
        Text("Край"),
        Level.REGIONAL,
        facts=MappingProxyType(imaginary.VOCABULARY),
        subjects=MappingProxyType(members),
        governance=MappingProxyType(governance),
        documents=MappingProxyType(documents),
        obligations=MappingProxyType(obligations),
        indicators=MappingProxyType(indicators),
        provisions=MappingProxyType(provisions),
        eligibilities=MappingProxyType({one.id: one for one in eligibilities}),
        activities=MappingProxyType({one: Activity(one, Text(f"{one}-ru", one), "x") for one in ACTIVITY_IDS}),
        terms=MappingProxyType({"term": Term("term", Text("Термин"), "x")} if draw(st.booleans()) else {}),
        sources=MappingProxyType(
            {"subjects": {one: Element(one, Text(members[one].title), "x", members[one].clause) for one in members}}
        ),
    )
