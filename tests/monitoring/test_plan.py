from dataclasses import replace
from datetime import date

import pytest

from acts import document, obligation, policy, schedule
from rsnms.domain.period import Every
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.plan import plan
from rsnms.policy.model import Jurisdiction, NotInForceError

QUARTERLY = obligation("meets", ObligationKind.MEETING, when=schedule(every=Every.QUARTER))
EACH = document("agreement", DocumentKind.AGREEMENT, when=schedule(due=date(2023, 5, 1), for_each=ForEach.MUNICIPALITY))
UNDATED = document("plan", DocumentKind.PLAN, when=schedule(date_note="постоянно"))
UNBEGUN = obligation("monitoring", ObligationKind.MONITORING, when=schedule(every=Every.YEAR, since=None))


def dues(found):
    return [(one.duty.id, one.due) for one in found.occasions]


def test_what_is_due_comes_by_day_and_what_has_none_is_apart():
    found = plan(Jurisdiction("x", (policy(QUARTERLY, EACH, UNDATED, UNBEGUN),)), date(2023, 3, 31), date(2023, 6, 30))
    assert dues(found) == [
        ("meets", date(2023, 3, 31)),
        ("agreement", date(2023, 5, 1)),
        ("meets", date(2023, 6, 30)),
    ]
    assert [duty.id for duty in found.undated] == ["plan", "monitoring"]


def test_each_day_has_the_policy_in_force_on_it():
    first = policy(QUARTERLY, EACH, until=date(2023, 6, 29))
    act = replace(first.acts[0], until=None)
    monthly = replace(QUARTERLY, schedule=schedule(every=Every.MONTH, since=date(2023, 6, 30)))
    second = replace(policy(monthly), since=date(2023, 6, 30), acts=(act,))
    found = plan(Jurisdiction("x", (first, second)), date(2023, 1, 1), date(2023, 8, 31))
    assert dues(found) == [
        ("meets", date(2023, 3, 31)),
        ("agreement", date(2023, 5, 1)),
        ("meets", date(2023, 7, 31)),
        ("meets", date(2023, 8, 31)),
    ]
    assert found.policy is second


def test_a_window_without_an_act_in_force_is_refused():
    jurisdiction = Jurisdiction("x", (policy(QUARTERLY),))
    with pytest.raises(NotInForceError, match=r"первый действует с 15\.11\.2022"):
        plan(jurisdiction, date(2022, 1, 1), date(2022, 11, 14))
    with pytest.raises(ValueError, match="before it begins"):
        plan(jurisdiction, date(2023, 1, 2), date(2023, 1, 1))
