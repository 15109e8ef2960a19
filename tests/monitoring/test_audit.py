"""What is done, late, overdue, due; and that more evidence never makes anything less done."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import acts
from acts import PLACES, document, obligation, policy, row, schedule
from rsnms.domain.level import Level
from rsnms.domain.period import Every, period_of
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind, ForEach, ObligationKind
from rsnms.monitoring.audit import Reason, Status, audit
from rsnms.policy.model import NotInForceError, UnknownNameError
from rsnms.rosters.spelling import words

ON = date(2023, 5, 10)


def found(element, *evidence, on=ON, level=Level.REGIONAL, until=None, **places):
    """Status, days, due day and rows of everything found of one element."""
    result = audit(policy(element, level=level, until=until), evidence, on, **places)
    return [
        (str(one.status), one.days, one.occasion.due, tuple(r.row for r in one.evidence)) for one in result.findings
    ]


def regulation(**stated):
    return document("regulation", DocumentKind.REGULATION, "Положение", when=schedule(**stated))


def meets(every=Every.QUARTER, **stated):
    return obligation("meets", ObligationKind.MEETING, "Заседание совета", when=schedule(every=every, **stated))


DUE = date(2023, 3, 1)


@pytest.mark.parametrize(
    ("done_on", "on", "status", "days"),
    [
        (DUE, ON, "done", None),
        (date(2020, 1, 1), ON, "done", None),
        (date(2023, 3, 2), ON, "done-late", 1),
        (ON, ON, "done-late", 70),
        (None, ON, "overdue", 70),
        (None, date(2023, 3, 2), "overdue", 1),
        (None, DUE, "due", 0),
        (None, date(2023, 2, 1), "due", 28),
        (date(2023, 2, 15), date(2023, 2, 1), "due", 28),
    ],
)
def test_what_is_due_on_a_day(done_on, on, status, days):
    evidence = [row(done_on, "положение", row=2)] if done_on else []
    rows = (2,) if status.startswith("done") else ()
    assert found(regulation(due=DUE), *evidence, on=on) == [(status, days, DUE, rows)]


def test_the_earliest_evidence_decides_and_all_of_it_is_named():
    rows = [row(date(2023, 4, 1), "regulation", row=2), row(date(2023, 2, 1), "regulation", row=3)]
    assert found(regulation(due=DUE), *rows) == [("done", None, DUE, (3, 2))]


def test_what_does_not_bind_yet_is_not_due():
    assert found(regulation(due=date(2024, 1, 1), since=date(2023, 9, 1))) == [
        ("not-yet-due", 236, date(2024, 1, 1), ())
    ]
    assert found(regulation(since=date(2023, 9, 1))) == [("not-yet-due", None, None, ())]


def test_what_has_no_date_is_done_by_evidence_and_else_not_checkable():
    assert found(regulation(), row(ON, "положение", row=2)) == [("done", None, None, (2,))]
    reasons = {
        one.duty.id: one.reason
        for one in audit(
            policy(
                regulation(),
                obligation("a", ObligationKind.INFORMING, when=schedule(date_note="В течение года")),
                obligation("b", ObligationKind.MONITORING, when=schedule(every=Every.YEAR, since=None)),
                obligation("c", ObligationKind.MONITORING, when=schedule(every=Every.YEAR, until=date(2023, 6, 1))),
                document("d", DocumentKind.AGREEMENT, when=schedule(due=DUE, for_each=ForEach.MUNICIPALITY)),
            ),
            [],
            ON,
        ).findings
    }
    assert reasons == {
        "regulation": Reason.NO_DATE,
        "a": Reason.DATE_IN_WORDS,
        "b": Reason.NO_START,
        "c": Reason.NO_PERIOD,
        "d": Reason.NO_PLACES,
    }


def test_a_date_in_words_beside_a_day_is_no_obstacle():
    assert found(regulation(due=DUE, date_note="далее — в течение года")) == [("overdue", 70, DUE, ())]


def test_a_meeting_is_held_in_each_full_quarter():
    """In force since 15.11.2022: the first quarter is that of January 2023."""
    rows = [
        row(date(2022, 12, 1), "meets", row=2),
        row(date(2023, 3, 31), "заседание", row=3),
        row(date(2023, 7, 1), "заседание", row=4),
        row(date(2023, 8, 1), "заседание", row=5),
    ]
    assert found(meets(), *rows, on=date(2023, 11, 1)) == [
        ("done", None, date(2023, 3, 31), (3,)),
        ("overdue", 124, date(2023, 6, 30), ()),
        ("done", None, date(2023, 9, 30), (4, 5)),
        ("due", 60, date(2023, 12, 31), ()),
    ]


def test_once_a_period_is_done_the_next_one_is_named():
    assert found(meets(Every.YEAR), row(date(2023, 2, 1), "meets", row=2)) == [
        ("done", None, date(2023, 12, 31), (2,)),
        ("not-yet-due", 601, date(2024, 12, 31), ()),
    ]
    assert found(meets(Every.YEAR, since=date(2024, 1, 1))) == [("not-yet-due", 601, date(2024, 12, 31), ())]


def test_evidence_may_name_the_period_for_which_it_was_done():
    first, second = (period_of(Every.QUARTER, date(2023, month, 1)) for month in (1, 4))
    late = row(date(2023, 4, 20), "meets", period=first, row=2)
    early = row(date(2023, 3, 20), "meets", period=second, row=3)
    assert found(meets(), late, early)[:2] == [
        ("done-late", 20, date(2023, 3, 31), (2,)),
        ("done", None, date(2023, 6, 30), (3,)),
    ]


def test_a_shorter_period_counts_for_the_one_around_it_and_a_longer_one_for_none():
    march = row(date(2024, 1, 10), "meets", period=period_of(Every.MONTH, date(2023, 3, 1)), row=2)
    assert found(meets(Every.YEAR), march, on=date(2024, 2, 1))[0] == ("done-late", 10, date(2023, 12, 31), (2,))
    year = row(date(2023, 3, 1), "meets", period=period_of(Every.YEAR, date(2023, 3, 1)), row=2)
    result = audit(policy(meets()), [year], ON)
    assert [one.problem.text() for one in result.uncounted] == [
        "строка 2: период «2023 год» шире срока исполнения; ожидается I квартал 2023. "
        "Укажите период исполнения или оставьте ячейку пустой."
    ]


def test_what_is_done_ahead_of_its_time_is_shown():
    ahead = row(date(2023, 5, 1), "meets", period=period_of(Every.QUARTER, date(2024, 1, 1)), row=2)
    assert found(meets(), ahead)[-1] == ("done", None, date(2024, 3, 31), (2,))


def test_evidence_outside_the_life_of_a_duty_is_listed_not_lost():
    rows = [row(date(2022, 12, 1), "meets", row=2), row(date(2023, 4, 1), "meets", row=3)]
    result = audit(policy(meets(until=date(2023, 3, 31))), rows, ON)
    assert [one.problem.text("en") for one in result.uncounted] == [
        "row 2: 'Заседание совета' is not asked for in Q4 2022: at least once a quarter, "
        "from 15 November 2022 to 31 March 2023.",
        "row 3: 'Заседание совета' is not asked for in Q2 2023: at least once a quarter, "
        "from 15 November 2022 to 31 March 2023.",
    ]


def test_evidence_of_a_later_day_is_listed_not_counted():
    result = audit(policy(regulation(due=DUE)), [row(date(2023, 5, 11), "положение", row=2)], ON)
    assert [one.problem.text() for one in result.uncounted] == [
        "строка 2: дата позже дня проверки (10.05.2023), свидетельство не учтено."
    ]
    assert [one.status for one in result.findings] == [Status.OVERDUE]


AGREEMENT = document(
    "agreement", DocumentKind.AGREEMENT, "Соглашение", when=schedule(due=DUE, for_each=ForEach.MUNICIPALITY)
)


def places_found(element, *evidence, **places):
    result = audit(policy(element), evidence, ON, **places)
    return [(one.occasion.place, str(one.status), one.days) for one in result.findings]


def test_each_municipality_is_checked():
    rows = [row(date(2023, 2, 1), "соглашение", "камышинский   РАЙОН"), row(date(2023, 3, 5), "agreement", PLACES[1])]
    assert places_found(AGREEMENT, *rows, municipalities=(*PLACES, "Даниловский район")) == [
        ("Камышинский район", "done", None),
        ("Серафимовичский район", "done-late", 4),
        ("Даниловский район", "overdue", 70),
    ]


def test_without_a_list_of_places_what_is_done_is_still_shown():
    quarterly = meets(for_each=ForEach.ORGANISATION)
    rows = [row(date(2023, 2, 1), "meets", "Школа № 2"), row(date(2023, 2, 3), "meets", "ШКОЛА № 2")]
    assert places_found(quarterly, *rows) == [(None, "not-checkable", None), ("Школа № 2", "done", None)]
    assert places_found(AGREEMENT) == [(None, "not-checkable", None)]


def test_a_municipal_policy_asks_its_own_municipality_once():
    assert found(AGREEMENT, level=Level.MUNICIPAL) == [("overdue", 70, DUE, ())]
    done = row(date(2023, 2, 1), "соглашение", "Край", row=2)
    assert found(AGREEMENT, done, level=Level.MUNICIPAL) == [("done", None, DUE, (2,))]
    assert found(AGREEMENT, row(date(2023, 2, 1), "соглашение", row=2), level=Level.INSTITUTIONAL)[0][0] == "done"


def test_a_duty_stands_as_its_most_pressing_occasion():
    result = audit(
        policy(
            meets(),
            regulation(due=DUE),
            AGREEMENT,
            document("plan", DocumentKind.PLAN, when=schedule(due=DUE), modality=Modality.RECOMMENDED),
            obligation("later", ObligationKind.MONITORING, when=schedule(every=Every.YEAR, since=date(2024, 1, 1))),
        ),
        [
            row(date(2023, 2, 1), "meets"),
            row(date(2023, 3, 9), "regulation"),
            row(date(2023, 2, 1), "соглашение", PLACES[0]),
        ],
        ON,
    )
    assert {id_: str(status) for id_, status in result.standings.items()} == {
        "regulation": "done-late",
        "agreement": "not-checkable",
        "plan": "overdue",
        "meets": "due",
        "later": "not-yet-due",
    }
    assert result.overdue == ()
    assert sum(result.counts.values()) == len(result.duties) == 5


def test_an_audit_can_be_narrowed_to_a_subject():
    elements = (
        document("a", DocumentKind.PLAN, of="cnppm"),
        document("b", DocumentKind.PLAN, approved_by="authority"),
    )
    result = audit(policy(*elements), [], ON)
    assert [one.duty.id for one in result.of_subject("цнппм").findings] == ["a"]
    assert list(result.of_subject("authority").standings) == ["b"]
    with pytest.raises(UnknownNameError, match=r"Нет субъекта «cnpm» в x. Возможно: «cnppm»."):
        result.of_subject("cnpm")


def test_a_policy_is_asked_about_days_on_which_it_is_in_force():
    with pytest.raises(NotInForceError, match=r"01.11.2022 в «x» не действует ни один акт"):
        audit(policy(regulation()), [], date(2022, 11, 1))


# --- properties ------------------------------------------------------------------------------------------------------

_FULFILLED = {Status.OVERDUE: 0, Status.DONE_LATE: 2, Status.DONE: 3}


def fulfilled(status):
    return _FULFILLED.get(status, 1)


def audited(case, rows):
    return audit(case.policy, rows, case.on, **case.places)


def by_occasion(result):
    return {(one.duty.id, words(one.occasion.place or ""), one.occasion.period): one for one in result.findings}


@given(acts.cases())
def test_more_evidence_never_makes_anything_less_done(case):
    before, after = audited(case, case.some), audited(case, [*case.some, *case.more])
    found_before, found_after = by_occasion(before), by_occasion(after)
    for key, one in found_before.items():
        other = found_after[key]
        assert fulfilled(other.status) >= fulfilled(one.status)
        assert other.status is not Status.DONE_LATE or not one.status.is_done or other.days <= one.days
        assert set(map(repr, one.evidence)) <= set(map(repr, other.evidence))
    for key, one in found_after.items():
        assert key in found_before or one.status.is_done or one.status is Status.NOT_YET_DUE
    for id_, status in before.standings.items():
        assert fulfilled(after.standings[id_]) >= fulfilled(status)


@given(acts.cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(case, random):
    mixed = [*case.some, *case.more]
    random.shuffle(mixed)
    assert audited(case, mixed) == audited(case, [*case.some, *case.more])


@given(acts.cases())
def test_every_row_counts_once_or_says_why_not(case):
    result = audited(case, case.some)
    counted = [row for one in result.findings for row in one.evidence]
    listed = [one.evidence for one in result.uncounted]
    assert sorted(map(repr, [*counted, *listed])) == sorted(map(repr, case.some))


@given(acts.cases())
def test_what_a_row_counts_for_does_not_hang_on_other_rows(case):
    together = [repr(one) for one in audited(case, [*case.some, *case.more]).uncounted]
    assert all(repr(one) in together for one in audited(case, case.some).uncounted)


@given(acts.cases())
def test_every_duty_stands_somehow(case):
    result = audited(case, case.some)
    assert set(result.standings) == {duty.id for duty in result.duties}
    for one in result.findings:
        assert (one.reason is not None) == (one.status is Status.NOT_CHECKABLE)
        assert bool(one.evidence) == one.status.is_done
        assert one.days is None or one.days >= 0
