"""Competencies, scores and trainings."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from rsnms.domain import Deficit, Diagnosis, Score, Severity, Training


def score(points: str, maximum: str) -> Score:
    return Score(competency="methodical", points=Decimal(points), maximum=Decimal(maximum))


@pytest.mark.parametrize(("points", "maximum", "percent"), [("7", "10", "70"), ("0", "10", "0"), ("2.5", "2.5", "100")])
def test_a_score_is_a_percentage_of_its_maximum(points, maximum, percent):
    assert score(points, maximum).percent == Decimal(percent)


@pytest.mark.parametrize(
    ("points", "maximum", "message"),
    [
        ("11", "10", "11 points lie outside 0 to 10"),
        ("-1", "10", "-1 points lie outside 0 to 10"),
        ("0", "0", "the maximum is 0, expected more than 0"),
        ("0", "-3", "the maximum is -3, expected more than 0"),
        ("NaN", "10", "Input should be a finite number"),
        ("1", "Infinity", "Input should be a finite number"),
    ],
)
def test_points_lie_between_nothing_and_the_maximum(points, maximum, message):
    with pytest.raises(ValidationError, match=message):
        score(points, maximum)


@pytest.mark.parametrize("percent", ["-1", "100.1"])
def test_a_result_lies_between_nothing_and_the_whole(percent):
    with pytest.raises(ValidationError, match=f"the result is {percent} %, expected 0 to 100"):
        Diagnosis(on=date(2023, 6, 1), percent=Decimal(percent))


def test_what_is_known_of_a_record_becomes_facts():
    assert Diagnosis(on=date(2023, 6, 1), at_cnppm=False).facts() == {
        "diagnosis_on": date(2023, 6, 1),
        "diagnosis_at_cnppm": False,
    }
    assert Training(title="Курс", completed_on=date(2023, 6, 1), person="7", hours=72).facts() == {
        "training_programme": "Курс",
        "training_completed_on": date(2023, 6, 1),
        "training_person": "7",
    }


@pytest.mark.parametrize("hours", [0, -8])
def test_a_training_takes_time(hours):
    with pytest.raises(ValidationError, match=f"the training takes {hours} hours, expected more than 0"):
        Training(title="Тьюторское сопровождение", completed_on=date(2023, 6, 1), hours=hours)


@pytest.mark.parametrize("hours", ["72", 72.0, 7.9, True])
def test_nothing_but_a_whole_number_is_a_number_of_hours(hours):
    with pytest.raises(ValidationError, match="Input should be a valid integer"):
        Training(title="Тьюторское сопровождение", completed_on=date(2023, 6, 1), hours=hours)


def test_values_are_frozen_and_equal_by_content():
    diagnosis = Diagnosis(on=date(2023, 6, 1), at_cnppm=True, scores=(score("7", "10"),))

    assert diagnosis == Diagnosis(on=date(2023, 6, 1), at_cnppm=True, scores=(score("7", "10"),))
    assert hash(diagnosis) == hash(diagnosis.model_copy())
    with pytest.raises(ValidationError, match="Instance is frozen"):
        diagnosis.on = date(2024, 1, 1)


def test_there_are_no_unknown_fields():
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Deficit(competency="ict", severity=Severity.HIGH, level=3)
