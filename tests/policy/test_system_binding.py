"""Provisions, governance, documents and obligations: every key of them as a value."""

from datetime import date

import pytest

from policy.folders import REGION, TREE, Files, section, sound, write
from rsnms.domain.level import Level
from rsnms.domain.period import Every
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind, ProvisionKind, Relation
from rsnms.domain.text import Text
from rsnms.policy.system import Document, Governance, Obligation, Provision, Schedule, Section

SUBJECTS = """\
activities:
  - {id: planning, title: П}
subjects:
  - {id: service, title: С, kind: service, level: municipal}
  - id: council
    title: М
    kind: collegial-body
    level: municipal
    clause: "2"
    item: 2
    part_of: service
    in_structure: false
  - {id: authority, title: К, kind: authority, level: municipal}
"""
IN_FORCE = date(2024, 1, 1)


def policy(tmp_path, written: str, files: Files | None = None):
    stated = {**TREE, "a/b/subjects.yaml": SUBJECTS, **section(written), **(files or {})}
    return sound(write(tmp_path, stated))["a/b"].latest


def head(id_: str, title: str, **more: object) -> dict[str, object]:
    return {"id": id_, "title": Text(title), "origin": "a/b", "act": "order-1", **more}


def test_a_provision(tmp_path) -> None:
    stated = policy(
        tmp_path,
        """\
provisions:
  - {id: goals, kind: goal, title: {ru: Цели, en: Goals}, clause: "3.1"}
  - id: first
    kind: task
    title: Задача
    clause: "3.1"
    item: 1
    modality: recommended
    reading: Так понято
    subject: service
    level: regional
    activity: planning
    within: goals
""",
    ).provisions
    assert list(stated) == ["goals", "first"]
    assert stated["goals"] == Provision(
        "goals", Text("Цели", "Goals"), "a/b", clause="3.1", act="order-1", kind=ProvisionKind.GOAL
    )
    assert stated["first"] == Provision(
        **head("first", "Задача", clause="3.1", item=1, modality=Modality.RECOMMENDED, reading="Так понято"),
        kind=ProvisionKind.TASK,
        subject="service",
        level=Level.REGIONAL,
        activity="planning",
        within="goals",
    )


def test_governance(tmp_path) -> None:
    stated = policy(
        tmp_path,
        """\
documents:
  - {id: plan, kind: plan, title: План}
governance:
  - {id: leads, relation: leads, by: authority, title: Руководит}
  - id: approves
    relation: approves
    by: [authority, council]
    of: service
    document: plan
    activity: planning
    title: Утверждает
""",
    ).governance
    assert stated["leads"] == Governance(**head("leads", "Руководит"), relation=Relation.LEADS, by=("authority",))
    assert stated["approves"] == Governance(
        **head("approves", "Утверждает"),
        relation=Relation.APPROVES,
        by=("authority", "council"),
        of=("service",),
        document="plan",
        activity="planning",
    )


def test_a_document_with_the_sections_of_its_form(tmp_path) -> None:
    stated = policy(
        tmp_path,
        """\
documents:
  - id: roadmap
    kind: roadmap
    title: Дорожная карта
    clause: "5"
    of: service
    prepared_by: council
    approved_by: authority
    parties: [authority, council]
    columns: [Мероприятие, "Срок, дата"]
    sections:
      - id: first
        title: Первое
        note: Что пишут
        sections:
          - {id: inner, title: Внутри, item: 2}
          - {id: other, title: Рядом, clause: прил. 1}
      - {id: second, title: Второе, clause: "6"}
""",
    ).documents["roadmap"]
    assert isinstance(stated, Document)
    assert (stated.kind, stated.of, stated.prepared_by, stated.approved_by) == (
        DocumentKind.ROADMAP,
        "service",
        "council",
        "authority",
    )
    assert (stated.parties, stated.columns) == (("authority", "council"), ("Мероприятие", "Срок, дата"))
    inner = Section(**head("inner", "Внутри", clause="5", item=2))
    other = Section(**head("other", "Рядом", clause="прил. 1"))
    first = Section(**head("first", "Первое", clause="5"), note="Что пишут", sections=(inner, other))
    second = Section(**head("second", "Второе", clause="6"))
    assert stated.sections == (first, second)
    assert list(first.walk()) == [first, inner, other]


def test_an_obligation(tmp_path) -> None:
    stated = policy(
        tmp_path,
        """\
documents:
  - {id: roadmap, kind: roadmap, title: Дорожная карта}
  - {id: minutes, kind: minutes, title: Протоколы}
obligations:
  - {id: meets, kind: meeting, title: Заседание}
  - id: row
    kind: measure
    title: Мера
    by: [service, council]
    of: authority
    document: minutes
    roadmap: roadmap
    result: Протокол заседания
""",
    ).obligations
    assert stated["meets"] == Obligation(
        **head("meets", "Заседание"), schedule=Schedule(since=IN_FORCE), kind=ObligationKind.MEETING
    )
    assert stated["row"] == Obligation(
        **head("row", "Мера"),
        schedule=Schedule(since=IN_FORCE),
        kind=ObligationKind.MEASURE,
        by=("service", "council"),
        of="authority",
        document="minutes",
        result="Протокол заседания",
        roadmap="roadmap",
    )


@pytest.mark.parametrize(
    ("written", "schedule"),
    [
        ("every: quarter", Schedule(every=Every.QUARTER, since=IN_FORCE)),
        ("every: half-year, from: 2024-07-01", Schedule(every=Every.HALF_YEAR, since=date(2024, 7, 1))),
        (
            "every: year, until: 2024-01-01, for_each: municipality",
            Schedule(every=Every.YEAR, since=IN_FORCE, until=IN_FORCE, for_each=ForEach.MUNICIPALITY),
        ),
        ("due: 2021-08-27", Schedule(due=date(2021, 8, 27), since=IN_FORCE)),
        (
            "due: 2024-09-01, from: 2024-09-01, date_note: до начала  года",
            Schedule(due=date(2024, 9, 1), since=date(2024, 9, 1), date_note="до начала года"),
        ),
        ("date_note: в течение года", Schedule(since=IN_FORCE, date_note="в течение года")),
    ],
)
@pytest.mark.parametrize(("kind", "of"), [("documents", "plan"), ("obligations", "meeting")])
def test_when_something_is_due(kind, of, written, schedule, tmp_path) -> None:
    stated = policy(tmp_path, f"{kind}:\n  - {{id: e, kind: {of}, title: Э, {written}}}\n")
    assert getattr(stated, kind)["e"].schedule == schedule


def test_something_binds_from_the_day_of_its_own_act(tmp_path) -> None:
    later = "  - {id: order-2, kind: приказ, title: О, body: К, in_force: {from: 2025-03-01}}\n"
    undated = "  - {id: order-3, kind: приказ, title: О, body: К}\n"
    stated = policy(
        tmp_path,
        "obligations:\n" + "".join(f"  - {{id: o{n}, kind: meeting, title: З, act: order-{n}}}\n" for n in (1, 2, 3)),
        {"a/b/policy.yaml": REGION + later + undated},
    ).obligations
    assert [stated[f"o{n}"].schedule.since for n in (1, 2, 3)] == [IN_FORCE, date(2025, 3, 1), None]


def test_what_a_child_inherits_binds_from_the_day_of_the_parents_act(tmp_path) -> None:
    inherited = policy(
        tmp_path,
        "terms: []\n",
        {
            "a/policy.yaml": REGION.replace("2024-01-01", "2023-05-11"),
            "a/o.yaml": "obligations:\n  - {id: o, kind: meeting, title: З, every: quarter}\n",
        },
    ).obligations["o"]
    assert (inherited.origin, inherited.schedule.since) == ("a", date(2023, 5, 11))


def test_the_base_has_no_first_day(tmp_path) -> None:
    files = {**TREE, "a/o.yaml": "obligations:\n  - {id: o, kind: meeting, title: З, every: year}\n"}
    assert sound(write(tmp_path, files))["a"].latest.obligations["o"].schedule == Schedule(every=Every.YEAR)


def test_a_subject_may_stand_outside_of_the_structure(tmp_path) -> None:
    subjects = policy(tmp_path, "terms: []\n").subjects
    assert [subject.in_structure for subject in subjects.values()] == [True, False, True]
    assert (subjects["council"].clause, subjects["council"].item) == ("2", 2)


def test_a_name_means_what_applies_here(tmp_path) -> None:
    """The parent's obligation names a document; the child's own document of that id takes its place."""
    inherited = policy(
        tmp_path,
        "documents:\n  - {id: plan, override: true, kind: roadmap, title: Карта}\nremove: {governance: [leads]}\n",
        {
            "a/s.yaml": "documents:\n  - {id: plan, kind: plan, title: План}\n"
            "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\n"
            "governance:\n  - {id: leads, relation: leads, by: s, title: Р}\n"
            "obligations:\n  - {id: o, kind: measure, title: М, document: plan}\n",
        },
    )
    assert inherited.documents[inherited.obligations["o"].document].kind is DocumentKind.ROADMAP
    assert dict(inherited.governance) == {}
