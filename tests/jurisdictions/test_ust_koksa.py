"""Ust-Koksa district: order of 26.05.2022 № 158/1, read as the project's readings say."""

from datetime import date

import pytest

import rsnms
from answers import ON, answer, eligible, ineligible, undetermined, untested
from rsnms import NotInForceError, Span

UST_KOKSA = "ru/altai/ust-koksa"
YOUNG = "young-educator-support"
SUPPORTED = eligible("young", "must")

YOUNG_TEACHER = {
    "post": "teacher",
    "pedagogical_duties": False,
    "birth_date": date(1989, 1, 2),
    "work_started_on": date(2021, 1, 2),
}
PERSONS = [
    ("just-inside", YOUNG_TEACHER, SUPPORTED),
    ("thirty-five-today", {**YOUNG_TEACHER, "birth_date": date(1989, 1, 1)}, ineligible("age (5.1, 4)")),
    (
        "three-years-today",
        {**YOUNG_TEACHER, "work_started_on": date(2021, 1, 1)},
        ineligible("years_in_profession (5.1, 4)"),
    ),
    (
        "both",
        {**YOUNG_TEACHER, "birth_date": date(1989, 1, 1), "work_started_on": date(2021, 1, 1)},
        ineligible("age (5.1, 4)", "years_in_profession (5.1, 4)"),
    ),
    (
        "stated-in-years",
        {"post": "teacher", "age": Span.of(34), "years_in_profession": Span.of(2)},
        SUPPORTED,
    ),
    ("age-unknown", {**YOUNG_TEACHER, "birth_date": None}, undetermined("age (5.1, 4)")),
    ("work-unknown", {**YOUNG_TEACHER, "work_started_on": None}, undetermined("years_in_profession (5.1, 4)")),
    ("accountant", {**YOUNG_TEACHER, "post": "other"}, ineligible("post (5.1, 4)", "pedagogical_duties (5.1, 4)")),
    ("head-with-duties", {**YOUNG_TEACHER, "post": "head", "pedagogical_duties": True}, SUPPORTED),
    (
        "nothing-known",
        {},
        undetermined(
            "post (5.1, 4)",
            "pedagogical_duties (5.1, 4)",
            "age (5.1, 4)",
            "years_in_profession (5.1, 4)",
        ),
    ),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(*person, id=id_) for id_, *person in PERSONS])
def test_support_of_young_educators(facts, expected):
    assert answer(UST_KOKSA, YOUNG, facts) == expected


def test_support_ends_with_whichever_comes_first():
    decision = rsnms.decide(rsnms.load_policies()[UST_KOKSA], YOUNG, YOUNG_TEACHER, ON)

    assert (decision.eligible_from, decision.horizon.eligible_until) == (ON, ON)


def test_every_comparison_is_met_unmet_and_unknown_for_somebody():
    assert set(rsnms.load_policies()[UST_KOKSA].latest.eligibilities) == {YOUNG}
    assert untested(UST_KOKSA, YOUNG, [facts for _, facts, _ in PERSONS]) == set()


def test_the_order():
    (period,) = rsnms.load_policies()[UST_KOKSA].periods
    (act,) = period.acts

    assert (act.number, act.dated, period.since) == ("158/1", date(2022, 5, 26), date(2022, 5, 26))
    assert (period.level, period.code) == ("municipal", "RU-AL")
    with pytest.raises(NotInForceError, match=r"первый действует с 26\.05\.2022"):
        answer(UST_KOKSA, YOUNG, YOUNG_TEACHER, date(2022, 5, 25))
