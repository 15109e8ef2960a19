from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_tests.imagined import ID, TODAY
from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.level import Level
from rsnms.domain.target import Amount, Bound, Target
from rsnms.domain.text import Text
from rsnms.monitoring.measuring import Status
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.indicators import Indicator, Share, State, Tally
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.problems import Place
from rsnms.policy_tests.case import Case, ExpectedMeasurement, IndicatorCase
from rsnms.policy_tests.coverage import coverage
from rsnms.policy_tests.running import run_case
from rsnms.policy_tests.suggestions import suggestions
from rsnms.reports.policy_tests.coverage import coverage_lines

TRAINED = Fact("team_trained", FactType.BOOLEAN, Text("Команда обучена"), about=About.TEAM)
SHARE = Share(About.TEAM, None, Comparison(TRAINED, Op.IS, True))
TALLY = Tally(About.TEAM, Comparison(TRAINED, Op.IS, True))
DUE = date(2024, 12, 31)


def least(value: Fraction | int) -> Amount:
    return Amount(Bound.AT_LEAST, Fraction(value))


def aiming(target: Target | None, measure: Share | Tally | State = SHARE, until: date | None = None) -> Jurisdiction:
    indicator = Indicator("trained", Text("Команды обучены"), ID, clause="5", measure=measure, target=target)
    policy = Policy(
        ID,
        Text("Край"),
        Level.REGIONAL,
        since=date(2023, 1, 1),
        until=until,
        facts={TRAINED.name: TRAINED},
        indicators={"trained": indicator},
    )
    return Jurisdiction(ID, (policy,))


def slips(one: Jurisdiction) -> list[str]:
    (measured,) = coverage({ID: one}, [], [ID], TODAY)
    return [
        str(survivor.mutant.mutation.kind) for survivor in measured.survivors if not survivor.mutant.unit.comparisons
    ]


TENTH = least(Fraction(1, 10))
BY = Target(TENTH, by=DUE)


@pytest.mark.parametrize(
    ("target", "until", "expected"),
    [
        (BY, None, ["amount-lower", "amount-higher", "due-sooner", "due-later"]),
        (BY, DUE, ["amount-lower", "amount-higher", "due-sooner"]),
        (BY, date(2024, 6, 30), ["amount-lower", "amount-higher"]),
        (Target(least(1), by=date(2022, 1, 1)), None, ["amount-lower"]),
        (
            Target(TENTH, every_year_from=2022),
            None,
            ["amount-lower", "amount-higher", "first-year-later"],
        ),
        (
            Target(TENTH, every_year_from=2022, last_year=2024),
            None,
            ["amount-lower", "amount-higher", "first-year-later", "last-year-sooner", "last-year-later"],
        ),
        (
            Target(TENTH, every_year_from=2022, last_year=2024),
            DUE,
            ["amount-lower", "amount-higher", "first-year-later", "last-year-sooner"],
        ),
        (
            Target(steps=((2024, TENTH), (2025, least(Fraction(1, 5))))),
            None,
            ["amount-lower", "amount-higher"] * 2 + ["due-sooner", "due-later"],
        ),
        (None, None, []),
    ],
)
def test_only_what_some_outcome_shows_is_made(target: Target | None, until: date | None, expected: list[str]) -> None:
    assert slips(aiming(target, until=until)) == expected


def case(met: int, of: int, status: Status, on: date = TODAY, gap: int | None = None) -> IndicatorCase:
    return IndicatorCase(
        policy=ID,
        place=Place("teams.test.yaml", 4),
        name=f"{met} из {of}",
        on=on,
        as_of=min(on, DUE),
        indicator="trained",
        tables={About.TEAM: tuple({TRAINED.name: number < met} for number in range(of))},
        expected=ExpectedMeasurement(outcome=status, gap=gap),
    )


def surviving(one: Jurisdiction, *cases: Case) -> list[str]:
    (measured,) = coverage({ID: one}, cases, [ID], TODAY)
    return [str(one.mutant.mutation.kind) for one in measured.survivors if not one.mutant.unit.comparisons]


def test_a_target_is_held_to_the_unit_and_to_the_day() -> None:
    one = aiming(BY)
    far = case(1, 2, Status.MET), case(0, 2, Status.PENDING)
    assert surviving(one, *far) == ["amount-lower", "amount-higher", "due-sooner", "due-later"]
    assert surviving(one, *far, case(10, 100, Status.MET), case(9, 100, Status.PENDING)) == ["due-sooner", "due-later"]
    days = case(9, 100, Status.PENDING, DUE), case(9, 100, Status.MISSED, date(2025, 1, 1))
    assert surviving(one, case(10, 100, Status.MET), *days) == []


def test_a_survivor_is_told_in_words() -> None:
    said = list(coverage_lines(coverage({ID: aiming(BY)}, [case(1, 2, Status.MET)], [ID], TODAY)))
    where = said.index("  trained: цель: не менее 10 %, к концу 2024")
    assert said[where + 1 : where + 6] == [
        "    порог 10 % → 9 %: ни один тест не заметил",
        "    порог 10 % → 11 %: ни один тест не заметил",
        "    срок 31.12.2024 → 30.12.2024: ни один тест не заметил",
        "    срок 31.12.2024 → 01.01.2025: ни один тест не заметил",
        "    ближайший: «1 из 2» (teams.test.yaml:4)",
    ]
    yearly = aiming(Target(least(3), every_year_from=2022, last_year=2024), TALLY)
    english = list(coverage_lines(coverage({ID: yearly}, [], [ID], TODAY), "en"))
    assert "    threshold 3 → 2: no case has noticed" in english
    assert "    first year 2022 → 2023: no case has noticed" in english
    assert "    last year 2024 → 2025: no case has noticed" in english


PERCENT = st.integers(1, 100).map(lambda percent: Fraction(percent, 100))
BOUNDS = st.sampled_from(Bound)


@st.composite
def targets(draw: st.DrawFn) -> Jurisdiction:
    """A jurisdiction with one indicator, random in its target."""
    measure = draw(st.sampled_from([SHARE, TALLY, State()]))
    values = PERCENT if measure is SHARE else st.integers(1, 5).map(Fraction)
    amount = None if isinstance(measure, State) else Amount(draw(BOUNDS), draw(values))
    year = draw(st.integers(2022, 2025))
    ways = [
        Target(amount, by=date(year, draw(st.integers(1, 12)), 15)),
        Target(amount, every_year_from=year),
        Target(amount, every_year_from=year, last_year=year + draw(st.integers(0, 2))),
    ]
    if amount is not None:
        ways.append(Target(steps=((year, amount), (year + 2, amount))))
    return aiming(draw(st.sampled_from(ways)), measure)


@given(targets())
@settings(max_examples=20)
def test_suggested_cases_of_targets_pass_and_cover_everything(one: Jurisdiction) -> None:
    found = suggestions({ID: one}, coverage({ID: one}, [], [ID], TODAY), TODAY)
    cases = [replace(case, confirmed=True) for case in found.cases]
    assert found.unmatched == ()
    assert all(run_case(case, one).passed for case in cases)
    (measured,) = coverage({ID: one}, cases, [ID], TODAY)
    assert measured.survivors == ()
