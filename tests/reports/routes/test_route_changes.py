"""What changed in a route, and what became of its deficits, in words."""

from dataclasses import replace
from datetime import date, timedelta

from reports.routes.route_samples import EMPTY, ICT, METHODICAL, POLICY, ROUTE
from rsnms.reports.routes.changes import changes_words, ratings_listing, ratings_summary
from rsnms.routes.planning.comparison import compare_routes
from rsnms.routes.planning.rating import Outcome, Rated, RouteRating
from rsnms.routes.planning.route import Status

DIAGNOSIS, LEARNING, TRANSFER, MENTORING, REPEATED = ROUTE.steps
FOLLOWING = replace(TRANSFER, id="transfer-into-practice-after-ПК-001")
BEFORE = replace(ROUTE, steps=(DIAGNOSIS, LEARNING, FOLLOWING, MENTORING, REPEATED))


def changes(after, lang="ru", before=BEFORE):
    return list(changes_words(compare_routes(before, after), POLICY, lang))


def moved(step, days):
    return replace(step, begins=step.begins + timedelta(days=days), ends=step.ends + timedelta(days=days))


def test_steps_of_subjects_are_told_by_their_measure():
    learning = replace(LEARNING, status=Status.DONE)
    after = replace(BEFORE, steps=(DIAGNOSIS, learning, moved(FOLLOWING, 1), REPEATED))
    assert changes(after) == [
        "ПК-001: шаг пройден, 03.02–14.03.2025",
        "Перенос освоенного в практику (после ПК-001): шаг перенесён, 17.03–30.05.2025 → 18.03–31.05.2025",
        "Наставничество: шаг снят, 02.09.2024–30.05.2025",
    ]
    said = changes(after, "en")
    assert said[1].startswith("Transfer into practice (after ПК-001): moved, 17 March to 30 May 2025 → ")
    assert said[2].startswith("Mentoring: removed, ")
    assert changes(BEFORE, before=after)[-1] == "Наставничество: шаг добавлен, 02.09.2024–30.05.2025"


def test_a_later_diagnosis_is_no_step_moved():
    after = replace(BEFORE, steps=(replace(DIAGNOSIS, ends=date(2024, 9, 1)), *BEFORE.steps[1:]))
    assert changes(after) == ["Диагностика: новые результаты, 18.02–01.09.2024"]
    assert changes(after, "en") == ["Diagnostics: new results, 18 February to 1 September 2024"]


def test_hours_end_and_closed_deficits_that_changed_are_told():
    after = replace(BEFORE, steps=(DIAGNOSIS, moved(REPEATED, 3)))
    assert changes(after)[-3:] == [
        "Общее время: 48 часов → 0 часов",
        "Завершение: 31.05.2025 → 03.06.2025",
        "Больше не закрываются: ИКТ-компетенция",
    ]
    assert "Closed now: ICT competency" in changes(BEFORE, "en", before=after)


def test_what_stays_is_told_as_a_whole():
    assert changes(BEFORE) == ["Маршрут без изменений"]
    assert changes(EMPTY, "en", before=EMPTY) == ["The route is unchanged"]
    done = replace(BEFORE, steps=(DIAGNOSIS, replace(LEARNING, status=Status.DONE), FOLLOWING, MENTORING, REPEATED))
    assert changes(done)[-1] == "Остальные шаги без изменений"


def test_ratings_name_the_steps_that_were_to_close_a_deficit():
    on = date(2025, 6, 2)
    rated = (
        Rated(ICT, Outcome.CLOSED, None, on, ("ПК-001",)),
        Rated(METHODICAL, Outcome.UNCHANGED, METHODICAL.severity, on, ("internship-after-ПК-001",)),
    )
    rating = RouteRating("У-17", rated, ())
    assert [tuple(row.cells) for row in ratings_listing([rating], POLICY).rows] == [
        ("У-17", "ИКТ-компетенция", "тяжёлый", "дефицита нет", "закрыт", "02.06.2025", "ПК-001"),
        (
            *("У-17", "Методическая компетенция", "лёгкий", "лёгкий", "без изменений", "02.06.2025"),
            "Стажировка (после ПК-001)",
        ),
    ]
    assert ratings_summary([rating]) == "Дефицитов: 2, оценено повторно: 2, закрыто: 1 (50 %), новых: 0"
