"""Indicators and facts of records: what is measured, over whom, and what has to be reached by when."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.folders import TREE, Files, sound, write
from rsnms.domain.fact import About
from rsnms.domain.target import Amount, Bound, Target
from rsnms.domain.text import Text, Unit
from rsnms.policy.conditions import All, Comparison, Op
from rsnms.policy.indicator_binding import shown
from rsnms.policy.indicators import Indicator, Population, Ratio, RecordRule, Share, State, Tally

FACTS = """\
facts:
  - {id: ready, about: team, type: boolean, title: Г}
  - {id: grade, about: methodist, type: choice, title: У, values: [{id: regional, title: р}, {id: municipal, title: м}]}
  - {id: d_on, about: diagnosis, type: date, title: Д}
  - {id: d_home, about: diagnosis, type: boolean, title: Ж}
  - {id: r_on, about: route, type: date, title: М}
criteria:
  - {id: pedagogue, title: П, when: {fact: category, one_of: [first, highest]}}
  - {id: team-ready, about: team, title: Г, when: {fact: ready, is: true}}
documents:
  - {id: roadmap, kind: roadmap, title: Д}
  - {id: plan, kind: plan, title: П}
obligations:
  - {id: monitoring, kind: monitoring, title: М}
"""


def policy(tmp_path, written: str, files: Files | None = None):
    return sound(write(tmp_path, {**TREE, "a/b/f.yaml": FACTS, "a/b/x.yaml": written, **(files or {})}))["a/b"].latest


def indicator(tmp_path, written: str) -> Indicator:
    return policy(tmp_path, f"indicators:\n  - {{id: i, title: И, {written}}}\n").indicators["i"]


def comparison(condition) -> tuple[str, Op, object, str | None]:
    assert isinstance(condition, Comparison)
    return condition.fact.name, condition.op, condition.operand, condition.clause


# --- what is measured ------------------------------------------------------------------------------------------------


def test_a_share(tmp_path) -> None:
    measure = indicator(
        tmp_path, 'clause: "5.2", share: {of: {use: pedagogue}, where: {fact: trained, is: true, clause: "5.3"}}'
    ).measure
    assert isinstance(measure, Share)
    assert measure.about is About.PERSON
    assert isinstance(measure.of, All)
    assert measure.of.title == Text("П")
    assert comparison(measure.of.parts[0]) == ("category", Op.ONE_OF, ("first", "highest"), "5.2")
    assert comparison(measure.where) == ("trained", Op.IS, True, "5.3")


def test_a_share_of_all_of_another_kind(tmp_path) -> None:
    measure = indicator(tmp_path, "share: {about: team, where: {use: team-ready}}").measure
    assert (measure.about, measure.of) == (About.TEAM, None)
    assert comparison(measure.where.parts[0]) == ("ready", Op.IS, True, None)


@pytest.mark.parametrize(
    ("written", "about", "has_where", "per"),
    [
        ("count: {}", About.PERSON, False, None),
        ("count: {where: {fact: trained, is: true}}", About.PERSON, True, None),
        (
            "count: {about: team, where: {fact: ready, is: true}, per: municipality}",
            About.TEAM,
            True,
            About.MUNICIPALITY,
        ),
        ("count: {about: organisation, per: organisation}", About.ORGANISATION, False, About.ORGANISATION),
        ("count: {about: diagnosis, where: {fact: d_home, is: true}}", About.DIAGNOSIS, True, None),
    ],
)
def test_a_count(written, about, has_where, per, tmp_path) -> None:
    measure = indicator(tmp_path, written).measure
    assert isinstance(measure, Tally)
    assert (measure.about, measure.where is not None, measure.per) == (about, has_where, per)


def test_a_ratio(tmp_path) -> None:
    measure = indicator(
        tmp_path,
        "ratio: {of: {where: {use: pedagogue}}, to: {about: methodist, where: {fact: grade, is: regional}}}",
    ).measure
    assert isinstance(measure, Ratio)
    assert (measure.of.about, measure.to.about) == (About.PERSON, About.METHODIST)
    assert comparison(measure.of.where.parts[0])[0] == "category"
    assert comparison(measure.to.where) == ("grade", Op.IS, "regional", None)
    whole = indicator(tmp_path / "whole", "ratio: {of: {}, to: {about: methodist}}").measure
    assert whole == Ratio(Population(About.PERSON), Population(About.METHODIST))


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("state: {}", State()),
        ("state: {documents: [], obligations: []}", State()),
        ("state: {documents: roadmap}", State(("roadmap",))),
        (
            "state: {documents: [roadmap, plan], obligations: [monitoring]}",
            State(("roadmap", "plan"), ("monitoring",)),
        ),
    ],
)
def test_a_state(written, state, tmp_path) -> None:
    assert indicator(tmp_path, written).measure == state


def test_what_else_an_indicator_says(tmp_path) -> None:
    stated = policy(
        tmp_path,
        """\
indicators:
  - {id: whole, title: {ru: Все, en: All}, count: {}, clause: "5", item: 3, area: Управление  системой}
  - {id: part, title: Часть, count: {}, within: whole, unit: {ru: [педагог, педагога, педагогов], en: [one, many]}}
  - {id: sign, title: Знак, count: {}, unit: ч, reading: Так понято}
""",
    ).indicators
    whole, part, sign = stated.values()
    assert (whole.title, whole.clause, whole.item, whole.act) == (Text("Все", "All"), "5", 3, "order-1")
    assert (whole.area, whole.within, whole.unit, whole.target) == ("Управление системой", None, None, None)
    assert (part.within, part.unit) == ("whole", Unit("педагог", "педагога", "педагогов", ("one", "many")))
    assert (sign.unit, sign.reading, sign.origin) == (Unit.invariable("ч"), "Так понято", "a/b")


# --- what has to be reached ------------------------------------------------------------------------------------------

TENTH = Amount(Bound.AT_LEAST, Fraction(1, 10))
AT_MOST_250 = Amount(Bound.AT_MOST, Fraction(250))
OF_SHARE = "share: {where: {fact: trained, is: true}}"


@pytest.mark.parametrize(
    ("measure", "written", "target"),
    [
        (OF_SHARE, "at_least: 10 %, by_end_of: 2024", Target(TENTH, by=date(2024, 12, 31))),
        (OF_SHARE, "at_least: 10%, by: 2024-06-30", Target(TENTH, by=date(2024, 6, 30))),
        (OF_SHARE, "at_least: 10\u00a0%, every_year_from: 2022", Target(TENTH, every_year_from=2022)),
        (
            OF_SHARE,
            "steps: [{year: 2022, at_least: 10 %}, {year: 2024, at_least: 12.5 %}]",
            Target(steps=((2022, TENTH), (2024, Amount(Bound.AT_LEAST, Fraction(1, 8))))),
        ),
        (
            OF_SHARE,
            "at_least: 10 %, by_end_of: 2024, floor: {at_least: 9.9999 %, stated_by: Область, clause: '5.2'}",
            Target(TENTH, by=date(2024, 12, 31), floor=Amount(Bound.AT_LEAST, Fraction(99999, 10**6))),
        ),
        (
            OF_SHARE,
            "at_most: 0 %, by_end_of: 2024, floor: {at_most: 0 %}",
            Target(Amount(Bound.AT_MOST, Fraction(0)), by=date(2024, 12, 31), floor=Amount(Bound.AT_MOST, Fraction(0))),
        ),
        (
            "count: {}",
            "at_least: 2, by_end_of: 2022",
            Target(Amount(Bound.AT_LEAST, Fraction(2)), by=date(2022, 12, 31)),
        ),
        (
            "count: {}",
            "at_least: 2, by_end_of: 2022, floor: {at_least: 1}",
            Target(
                Amount(Bound.AT_LEAST, Fraction(2)), by=date(2022, 12, 31), floor=Amount(Bound.AT_LEAST, Fraction(1))
            ),
        ),
        (
            "ratio: {of: {}, to: {about: methodist}}",
            "at_most: 250, by_end_of: 2024",
            Target(AT_MOST_250, by=date(2024, 12, 31)),
        ),
        (
            "ratio: {of: {}, to: {about: methodist}}",
            "at_most: 0.1, by: 2024-01-01",
            Target(Amount(Bound.AT_MOST, Fraction(1, 10)), by=date(2024, 1, 1)),
        ),
        (
            OF_SHARE,
            "at_least: 10 %, every_year_from: 2021, until_year: 2021",
            Target(TENTH, every_year_from=2021, last_year=2021),
        ),
        ("state: {}", "every_year_from: 2021", Target(every_year_from=2021)),
        ("state: {documents: plan}", "by_end_of: 2021", Target(by=date(2021, 12, 31))),
    ],
)
def test_a_target(measure, written, target, tmp_path) -> None:
    assert indicator(tmp_path, f"{measure}, target: {{{written}}}").target == target


def test_a_floor_says_whose_it_is(tmp_path) -> None:
    named, bare = (
        indicator(tmp_path / where, f"{OF_SHARE}, target: {{at_least: 10 %, by_end_of: 2024, floor: {{{written}}}}}")
        for where, written in (("1", "at_least: 10 %, stated_by: Приказ области"), ("2", "at_least: 5 %"))
    )
    assert (named.floor_from, bare.floor_from) == (Text("Приказ области"), None)


@pytest.mark.parametrize(
    ("value", "is_share", "words"),
    [
        (Fraction(1, 10), True, "at_least: 10 %"),
        (Fraction(1), True, "at_least: 100 %"),
        (Fraction(1, 8), True, "at_least: 12.5 %"),
        (Fraction(0), True, "at_least: 0 %"),
        (Fraction(1), False, "at_least: 1"),
        (Fraction(250), False, "at_least: 250"),
        (Fraction(123456789), False, "at_least: 123456789"),
        (Fraction(1, 10), False, "at_least: 0.1"),
    ],
)
def test_an_amount_is_shown_as_it_is_written(value, is_share, words) -> None:
    assert shown(Amount(Bound.AT_LEAST, value), is_share=is_share) == words


@given(st.decimals(0, 10**8, places=4), st.sampled_from(Bound))
def test_an_amount_that_is_shown_is_the_amount(number, bound) -> None:
    key, written = shown(Amount(bound, Fraction(number)), is_share=False).split(": ")
    assert (key, Decimal(written)) == (bound, number)


# --- facts that follow from records ----------------------------------------------------------------------------------


def test_facts_of_records(tmp_path) -> None:
    stated = policy(
        tmp_path,
        FACTS.replace(
            "criteria:",
            "  - {id: ever, type: boolean, title: Ф, records: {of: diagnosis, date: d_on}}\n"
            "  - {id: lately, type: boolean, title: Ф, records: {of: route, date: r_on, within: year}}\n"
            "  - id: at_home\n"
            "    type: boolean\n"
            "    title: Ф\n"
            '    clause: "4"\n'
            "    records: {of: diagnosis, date: d_on, where: {fact: d_home, is: true}}\n"
            "criteria:",
        ),
        {"a/b/f.yaml": "terms: []\n"},
    )
    assert list(stated.records) == ["ever", "lately", "at_home"]
    assert stated.records["ever"] == RecordRule("ever", About.DIAGNOSIS, "d_on")
    assert stated.records["lately"] == RecordRule("lately", About.ROUTE, "r_on", this_year=True)
    assert stated.records["at_home"].this_year is False
    assert comparison(stated.records["at_home"].where) == ("d_home", Op.IS, True, "4")


def test_a_child_replaces_and_removes_facts_of_records(tmp_path) -> None:
    own = (
        "facts:\n  - {id: ever, override: true, type: boolean, title: Ф}\n"
        "  - {id: home, override: true, type: boolean, title: Ф, records: {of: route, date: r_on}}\n"
        "remove: {facts: [lately]}\n"
    )
    derived = "".join(
        f"  - {{id: {name}, type: boolean, title: Ф, records: {{of: diagnosis, date: d_on}}}}\n"
        for name in ("ever", "lately", "home")
    )
    facts = f"{TREE['a/facts.yaml']}{FACTS.removeprefix('facts:')[1:]}".replace("criteria:", f"{derived}criteria:")
    loaded = sound(write(tmp_path, {**TREE, "a/facts.yaml": facts, "a/b/x.yaml": own}))
    assert list(loaded["a"].latest.records) == ["ever", "lately", "home"]
    assert dict(loaded["a/b"].latest.records) == {"home": RecordRule("home", About.ROUTE, "r_on")}
