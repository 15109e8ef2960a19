from datetime import date

from acts import PLACES, document, obligation, policy, schedule
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.duties import duties
from rsnms.monitoring.occasions import asks_for, occasions, occasions_within


def duty(**stated):
    return duties(policy(obligation("meets", ObligationKind.MEETING, when=schedule(**stated))))[0]


def dues(found):
    return [one.due for one in found]


def test_the_period_in_which_the_act_came_into_force_does_not_count():
    found = list(occasions(duty(every=Every.QUARTER), date(2023, 5, 1)))
    assert dues(found) == [date(2023, 3, 31), date(2023, 6, 30), date(2023, 9, 30)]
    assert [one.opens for one in found] == [date(2023, 1, 1), date(2023, 4, 1), date(2023, 7, 1)]


def test_a_duty_that_binds_from_the_first_day_of_a_period_has_it():
    assert dues(occasions(duty(every=Every.YEAR, since=date(2024, 1, 1)), date(2024, 1, 1))) == [
        date(2024, 12, 31),
        date(2025, 12, 31),
    ]


def test_before_it_binds_there_is_just_the_next():
    assert dues(occasions(duty(every=Every.MONTH, since=date(2025, 1, 10)), date(2024, 5, 1))) == [date(2025, 2, 28)]


def test_a_period_that_ends_after_the_duty_does_not_count():
    ended = duty(every=Every.HALF_YEAR, until=date(2024, 3, 31))
    assert dues(occasions(ended, date(2025, 1, 1))) == [date(2023, 6, 30), date(2023, 12, 31)]
    assert dues(occasions(duty(every=Every.YEAR, until=date(2023, 12, 30)), date(2025, 1, 1))) == []


def test_other_duties_have_one_occasion_with_or_without_a_day():
    due = duty(due=date(2023, 3, 1))
    assert dues(occasions(due, date(2024, 1, 1))) == [date(2023, 3, 1)]
    assert [(one.due, one.opens) for one in occasions(duty(), date(2024, 1, 1))] == [(None, date(2022, 11, 15))]


def test_nobody_knows_the_periods_of_a_duty_without_a_first_day():
    assert dues(occasions(duty(every=Every.YEAR, since=None), date(2024, 1, 1))) == []
    assert asks_for(duty(every=Every.YEAR, since=None), next(iter(occasions(duty(every=Every.YEAR), date.max))).period)


def test_each_place_has_its_own():
    found = list(occasions(duty(every=Every.YEAR), date(2023, 5, 1), PLACES))
    assert [(one.place, one.due.year) for one in found] == [
        ("Камышинский район", 2023),
        ("Камышинский район", 2024),
        ("Серафимовичский район", 2023),
        ("Серафимовичский район", 2024),
    ]


def test_a_window_holds_what_is_due_in_it_both_days_included():
    quarterly = duty(every=Every.QUARTER)
    assert dues(occasions_within(quarterly, date(2023, 3, 31), date(2023, 9, 30))) == [
        date(2023, 3, 31),
        date(2023, 6, 30),
        date(2023, 9, 30),
    ]
    assert dues(occasions_within(quarterly, date(2023, 4, 1), date(2023, 6, 29))) == []
    once = duty(due=date(2023, 3, 1))
    assert dues(occasions_within(once, date(2023, 3, 1), date(2023, 3, 1))) == [date(2023, 3, 1)]
    assert dues(occasions_within(once, date(2023, 3, 2), date(2023, 3, 9))) == []
    assert dues(occasions_within(duty(), date(2000, 1, 1), date(2100, 1, 1))) == []


def test_in_a_window_what_each_place_has_to_do_is_one():
    each = document("a", DocumentKind.AGREEMENT, when=schedule(due=date(2023, 3, 1), for_each=ForEach.MUNICIPALITY))
    [found] = occasions_within(duties(policy(each))[0], date(2023, 1, 1), date(2023, 12, 31))
    assert (found.due, found.place) == (date(2023, 3, 1), None)


def test_the_end_of_time_is_no_obstacle():
    assert dues(occasions(duty(every=Every.YEAR, since=date(9998, 1, 1)), date.max)) == [date(9998, 12, 31), date.max]
