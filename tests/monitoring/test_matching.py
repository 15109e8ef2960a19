"""Which duty a row means, or why none: every message asserted."""

from types import MappingProxyType

import pytest

from acts import PLACES, SINCE, document, obligation, policy, row, schedule
from rsnms.domain.level import Level
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.domain.text import Text
from rsnms.monitoring.evidence_problems import RowProblem
from rsnms.monitoring.matching import Matcher
from rsnms.monitoring.places import Places
from rsnms.policy.indicators import Indicator, State

EACH = schedule(for_each=ForEach.MUNICIPALITY)
POLICY = policy(
    document("regulation-1", DocumentKind.REGULATION, "Положение о системе", approved_by="authority"),
    document("regulation-2", DocumentKind.REGULATION, "Положение о совете", of="council", approved_by="authority"),
    document("regulation-3", DocumentKind.REGULATION, "Положение о площадках"),
    document("agreement", DocumentKind.AGREEMENT, "Трёхстороннее соглашение", when=EACH, parties=("authority",)),
    document("plan", DocumentKind.PLAN, "План", of="cnppm"),
    document("year-plan", DocumentKind.PLAN, "Годовой план", of="council"),
    obligation("meets", ObligationKind.MEETING, "Заседание совета", by=("council",)),
    indicators=MappingProxyType({"in-use": Indicator("in-use", Text("Мониторинг внедрён", "In use"), "x")}),
)
LISTED = Places(Level.REGIONAL, municipalities=PLACES)


def matched(kind, subject=None, places=LISTED):
    found = Matcher(POLICY, places).match(row(SINCE, kind, subject))
    return (found.message(), found.message("en")) if isinstance(found, RowProblem) else (found.duty.id, found.place)


@pytest.mark.parametrize(
    ("kind", "subject", "duty"),
    [
        ("meets", None, "meets"),
        ("Заседание", None, "meets"),
        ("MEETING", "методический совет", "meets"),
        ("заседание  совета", "council", "meets"),
        ("заседание", "Край", "meets"),
        ("положение", "Методический совет", "regulation-2"),
        ("regulation-1", None, "regulation-1"),
        ("regulation-1", "Комитет образования", "regulation-1"),
        ("положение", "ЦНППМ", "regulation-3"),
        ("plan", None, "plan"),
        ("план", "Методический совет", "year-plan"),
        ("plan", "council", "year-plan"),
    ],
)
def test_a_row_counts_for_the_one_duty_that_its_kind_and_subject_fit(kind, subject, duty):
    assert matched(kind, subject) == (duty, None)


@pytest.mark.parametrize("kind", ["agreement", "соглашение", "Договор", "Трехстороннее соглашение"])
def test_a_row_names_the_place_of_what_each_place_has_to_do(kind):
    assert matched(kind, "камышинский РАЙОН") == ("agreement", "Камышинский район")
    assert matched(kind, "Даниловский р-н", Places(Level.REGIONAL)) == ("agreement", "Даниловский р-н")
    assert matched(kind, None, Places(Level.MUNICIPAL)) == ("agreement", None)


@pytest.mark.parametrize(
    ("kind", "subject", "places", "ru", "en"),
    [
        (
            *("засидание", None, LISTED),
            "«засидание» не распознано; ожидается идентификатор обязательства, его название или вид (положение, план, "
            "соглашение, заседание). Возможно, имелось в виду «заседание».",
            "“засидание” is not recognised; expected a duty's id, its title or kind (regulation, plan, agreement, "
            "meeting). Did you mean 'заседание'?",
        ),
        (
            *("мониторинг", None, LISTED),
            "обязательств вида «мониторинг» в политике нет; ожидается идентификатор обязательства, его название или "
            "вид (положение, план, соглашение, заседание).",
            "the policy has no duties of the kind “мониторинг”; expected a duty's id, its title or kind (regulation, "
            "plan, agreement, meeting).",
        ),
        (
            *("положение", None, LISTED),
            "«положение» подходит сразу нескольким обязательствам: regulation-1, regulation-2, regulation-3. Впишите "
            "в столбец «Вид» идентификатор одного из них или уточните субъект.",
            "“положение” fits several duties: regulation-1, regulation-2, regulation-3. Write the id of one of them "
            "in the column 'Kind', or say whose it is in 'Subject'.",
        ),
        (
            *("положение", "комитет образования", LISTED),
            "«положение, комитет образования» подходит сразу нескольким обязательствам: regulation-1, regulation-2. "
            "Впишите в столбец «Вид» идентификатор одного из них или уточните субъект.",
            "“положение, комитет образования” fits several duties: regulation-1, regulation-2. Write the id of one "
            "of them in the column 'Kind', or say whose it is in 'Subject'.",
        ),
        (
            *("meets", "ЦНППМ", LISTED),
            "субъект «ЦНППМ» в этом обязательстве не назван; ожидается Методический совет. Проверьте субъект и вид.",
            "the duty does not name the subject “ЦНППМ”; expected Методический совет. Check the subject and the kind.",
        ),
        (
            *("meets", "методсовет", LISTED),
            "субъект «методсовет» не распознан; ожидается Методический совет. Возможно, имелось в виду "
            "«Методический совет».",
            "the subject “методсовет” is not recognised; expected Методический совет. Did you mean "
            "'Методический совет'?",
        ),
        (
            *("regulation-3", "Камышинский район", LISTED),
            "субъект «Камышинский район» не распознан; ожидается субъект этой политики или пустая ячейка.",
            "the subject “Камышинский район” is not recognised; expected a subject of this policy, or an empty cell.",
        ),
        (
            *("соглашение", None, LISTED),
            "«Трёхстороннее соглашение» проверяется для каждого места, а место не указано; ожидается муниципалитет. "
            "Впишите его в столбец «Субъект».",
            "'Трёхстороннее соглашение' is checked for each place, and no place is named; expected a municipality. "
            "Write it in the column 'Subject'.",
        ),
        (
            *("соглашение", "Камышенский район", LISTED),
            "«Камышенский район» нет в данном списке мест; ожидается муниципалитет. Возможно, имелось в виду "
            "«Камышинский район».",
            "“Камышенский район” is not among the places given; expected a municipality. Did you mean 'Камышинский "
            "район'?",
        ),
        (
            *("соглашение", "Комитет образованя", Places(Level.REGIONAL)),
            "субъект «Комитет образованя» не распознан; ожидается Комитет образования. Возможно, "
            "имелось в виду «Комитет образования».",
            "the subject “Комитет образованя” is not recognised; expected Комитет образования. Did you mean "
            "'Комитет образования'?",
        ),
        (
            *("in-use", None, LISTED),
            "это свидетельство показателя «Мониторинг внедрён», а не обязательства.",
            "this is evidence of the indicator 'In use', not of a duty.",
        ),
    ],
)
def test_a_row_that_counts_for_no_duty_says_why(kind, subject, places, ru, en):
    assert matched(kind, subject, places) == (ru, en)


def test_names_of_people_are_not_repeated():
    said, _ = matched("meets", "Иванова Мария Петровна")
    assert said.startswith("субъект (не показано) не распознан")


def test_only_an_indicator_that_names_nothing_else_has_evidence_of_its_own():
    through = Indicator("in-use", Text("Мониторинг внедрён"), "x", measure=State(documents=("plan",)))
    found = Matcher(policy(indicators=MappingProxyType({"in-use": through})), LISTED).match(row(SINCE, "in-use"))
    assert found.code == "unknown-kind"


def test_a_duty_is_named_by_its_title_unless_others_have_it_too():
    shared = policy(
        document("a", DocumentKind.PLAN, "План"),
        document("b", DocumentKind.PLAN, "Годовой план"),
        document("c", DocumentKind.MATERIALS, "Материалы"),
        document("d", DocumentKind.MATERIALS, "Материалы"),
    )
    matcher = Matcher(shared, LISTED)
    assert [matcher.name_of(duty) for duty in matcher.duties] == ["a", "Годовой план", "c", "d"]
    for duty in matcher.duties:
        assert matcher.match(row(SINCE, matcher.name_of(duty))).duty == duty


def test_what_a_problem_is_for_machines():
    found = Matcher(POLICY, LISTED).match(row(SINCE, "засидание"))
    assert found.as_record("en") == {
        "code": "unknown-kind",
        "severity": "error",
        "sheet": None,
        "row": None,
        "column": None,
        "heading": None,
        "found": "засидание",
        "expected": "a duty's id, its title or kind (regulation, plan, agreement, meeting)",
        "nearest": "заседание",
        "message": found.message("en"),
    }
