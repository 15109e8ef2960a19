"""Categories and the time for which they hold."""

from datetime import date

import pytest
from pydantic import ValidationError

from rsnms.domain import Category, CategoryLevel
from rsnms.domain.category import day_after, term_end

HIGHEST = CategoryLevel.HIGHEST


@pytest.mark.parametrize(
    ("decided_on", "last_day"),
    [
        (date(2019, 5, 10), date(2024, 5, 10)),
        (date(2020, 2, 29), date(2025, 2, 28)),
        (date(2023, 8, 31), date(2028, 8, 31)),
        (date(2023, 9, 1), None),
        (date(2024, 1, 1), None),
        (None, None),
    ],
)
def test_only_categories_given_before_september_2023_end(decided_on, last_day):
    assert term_end(decided_on) == last_day
    assert Category(level=HIGHEST, decided_on=decided_on).last_day == last_day


def test_a_stated_end_prevails_over_the_usual_term():
    category = Category(level=HIGHEST, decided_on=date(2019, 5, 10), until=date(2025, 5, 10))

    assert category.last_day == date(2025, 5, 10)


def test_a_category_holds_from_its_decision_through_its_last_day():
    category = Category(level=HIGHEST, decided_on=date(2019, 5, 10))

    days = [date(2019, 5, 9), date(2019, 5, 10), date(2024, 5, 10), date(2024, 5, 11)]
    assert [category.level_on(day) for day in days] == [None, HIGHEST, HIGHEST, CategoryLevel.NONE]


def test_a_category_without_days_holds_always():
    assert Category(level=HIGHEST).level_on(date(2024, 1, 1)) is HIGHEST


def test_a_category_does_not_end_before_its_decision():
    with pytest.raises(ValidationError, match="the category ends on 2019-05-09, before its decision on 2019-05-10"):
        Category(level=HIGHEST, decided_on=date(2019, 5, 10), until=date(2019, 5, 9))


def test_the_day_after():
    assert day_after(date(2024, 2, 29)) == date(2024, 3, 1)
