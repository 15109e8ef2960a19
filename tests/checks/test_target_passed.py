"""RS304: the last day that is stated, and whether it has passed."""

from datetime import date

import pytest

from checks.findings import IDENTITY, found, places
from rsnms.checks.time.target_passed import CHECK


def target(stated: str) -> dict[str, str]:
    where = "{about: team, where: {fact: team_trained, is: true}}"
    return {"i.yaml": f"indicators:\n  - id: i\n    title: Обучено\n    count: {where}\n    target: {{{stated}}}\n"}


@pytest.mark.parametrize(
    "stated",
    [
        "at_least: 5, by_end_of: 2024",
        "at_least: 5, by: 2024-12-31",
        "at_least: 5, every_year_from: 2022, until_year: 2024",
        "steps: [{year: 2023, at_least: 3}, {year: 2024, at_least: 5}]",
    ],
)
def test_after_the_last_day_and_on_it(tmp_path, stated):
    assert len(found(CHECK, tmp_path, target(stated), date(2025, 1, 1))) == 1
    assert found(CHECK, tmp_path, target(stated), date(2024, 12, 31)) == []


@pytest.mark.parametrize("stated", ["at_least: 5, every_year_from: 2022", "at_least: 5, by_end_of: 2025"])
def test_a_later_day_is_stated(tmp_path, stated):
    assert found(CHECK, tmp_path, target(stated)) == []


def test_an_act_that_has_ended_asks_for_nothing(tmp_path):
    ended = IDENTITY.replace("from: 2024-01-01", "from: 2024-01-01, until: 2024-12-31")
    assert found(CHECK, tmp_path, {"policy.yaml": ended, **target("at_least: 5, by_end_of: 2024")}) == []


def test_a_duty_with_a_day(tmp_path):
    files = {"o.yaml": "obligations:\n  - {id: o, kind: measure, title: Обучить, due: 2024-06-01}\n"}
    [finding] = found(CHECK, tmp_path, files)
    assert places([finding], tmp_path) == ["o.yaml:2:49"]
    assert finding.message.ru == (
        "«Обучить»: срок был 01.06.2024. Узнайте, исполнено ли это и не назначен ли новый срок."
    )


def test_the_words_of_a_target(tmp_path):
    [finding] = found(CHECK, tmp_path, target("at_least: 5, by_end_of: 2024"))
    assert places([finding], tmp_path) == ["i.yaml:5:38"]
    assert finding.message.ru == (
        "«Обучено»: последний срок цели — 31.12.2024, дальше акт цели не ставит, хотя действует. "
        "Узнайте, достигнута ли она и есть ли новая."
    )
