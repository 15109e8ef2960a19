"""What values a fact takes, from Python and from text."""

import math
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain import About, BadValueError, Fact, FactType, FactValue, Post, Span, Text
from rsnms.domain.fact import Grows, Since
from rsnms.domain.fact_values import MAX_INTEGER, clean

CATEGORY = Fact(
    "category",
    FactType.CHOICE,
    Text("Категория", "Category"),
    values=(FactValue("first", Text("первая")), FactValue("highest", Text("высшая"))),
)
POST = Fact("post", FactType.CHOICE, Text("Должность"), values=tuple(FactValue(post, Text(post)) for post in Post))
ROLES = Fact(
    "roles",
    FactType.CHOICES,
    Text("Роли"),
    values=(FactValue("tutor", Text("тьютор")), FactValue("mentor", Text("наставник"))),
)


def fact(type_: FactType, **more) -> Fact:
    return Fact("f", type_, Text("Факт"), **more)


FACTS = {type_: fact(type_) for type_ in FactType if not type_.is_listed} | {
    FactType.CHOICE: CATEGORY,
    FactType.CHOICES: ROLES,
}


# --- from Python -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "value", "atom"),
    [
        (FactType.BOOLEAN, True, True),
        (FactType.BOOLEAN, False, False),
        (FactType.INTEGER, 7, 7),
        (FactType.INTEGER, -MAX_INTEGER, -MAX_INTEGER),
        (FactType.NUMBER, 7, 7.0),
        (FactType.NUMBER, 3.5, 3.5),
        (FactType.NUMBER, Decimal("0.1"), 0.1),
        (FactType.NUMBER, 123456789012345, 123456789012345.0),
        (FactType.DATE, date(2024, 2, 29), date(2024, 2, 29)),
        (FactType.DURATION, Span.of(5), 60),
        (FactType.DURATION, Span(7), 7),
        (FactType.CHOICE, "highest", "highest"),
        (FactType.CHOICES, ["tutor", "mentor", "tutor"], frozenset({"tutor", "mentor"})),
        (FactType.CHOICES, set(), frozenset()),
        (FactType.TEXT, "  Школа \n № 1 ", "Школа № 1"),
        (FactType.TEXT, "и\u0306", "й"),
        (FactType.TEXTS, ("физика", " физика "), frozenset({"физика"})),
        (FactType.TEXTS, [], frozenset()),
    ],
)
def test_a_value_becomes_an_atom(type_, value, atom):
    found = FACTS[type_].atom(value)

    assert found == atom
    assert type(found) is type(atom)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (FactType.BOOLEAN, 1),
        (FactType.BOOLEAN, "true"),
        (FactType.BOOLEAN, "да"),
        (FactType.INTEGER, "7"),
        (FactType.INTEGER, 7.9),
        (FactType.INTEGER, 7.0),
        (FactType.INTEGER, True),
        (FactType.INTEGER, Decimal(7)),
        (FactType.INTEGER, MAX_INTEGER + 1),
        (FactType.NUMBER, "3.5"),
        (FactType.NUMBER, True),
        (FactType.NUMBER, math.nan),
        (FactType.NUMBER, math.inf),
        (FactType.NUMBER, Decimal("NaN")),
        (FactType.NUMBER, 1e300),
        (FactType.NUMBER, Decimal("0.1234567890123456")),
        (FactType.DATE, "2024-02-29"),
        (FactType.DATE, datetime(2024, 2, 29)),  # noqa: DTZ001 - a moment is refused whatever its zone
        (FactType.DURATION, 60),
        (FactType.DURATION, "5 years"),
        (FactType.CHOICE, "Highest"),
        (FactType.CHOICE, "hihgest"),
        (FactType.CHOICE, 1),
        (FactType.CHOICES, "tutor"),
        (FactType.CHOICES, ["tutor", "tuter"]),
        (FactType.CHOICES, 7),
        (FactType.TEXT, " "),
        (FactType.TEXT, 7),
        (FactType.TEXTS, "физика"),
        (FactType.TEXTS, ["физика", ""]),
        *((type_, None) for type_ in FactType),
    ],
)
def test_a_value_of_another_kind_is_refused(type_, value):
    with pytest.raises(BadValueError):
        FACTS[type_].atom(value)


def test_members_of_enumerations_stand_for_their_values():
    assert POST.atom(Post.TEACHER) == "teacher"
    assert type(POST.atom(Post.TEACHER)) is str


def test_a_refusal_says_what_was_found_what_is_expected_and_what_is_near():
    with pytest.raises(BadValueError) as refused:
        CATEGORY.atom("hihgest")

    assert str(refused.value) == "found «hihgest», expected one of: first, highest; did you mean 'highest'?"
    assert refused.value.expected == Text("одно из значений: first, highest", "one of: first, highest")
    assert refused.value.nearest == "highest"


@pytest.mark.parametrize(
    ("type_", "value", "message"),
    [
        (FactType.INTEGER, "7", "found «7», expected a whole number such as 7"),
        (FactType.INTEGER, 7.9, "found «7.9 (float)», expected a whole number such as 7"),
        (FactType.INTEGER, True, "found «True (bool)», expected a whole number such as 7"),
        (FactType.DATE, "29.02.2024", "found «29.02.2024», expected an existing date such as 2024-01-31"),
        (FactType.DURATION, 5, "found «5 (int)», expected a duration such as '5 years' or '2 years 6 months'"),
    ],
)
def test_a_refusal_names_the_type_found(type_, value, message):
    with pytest.raises(BadValueError) as refused:
        FACTS[type_].atom(value)

    assert str(refused.value) == message


AGE = fact(FactType.DURATION, lowest=14 * 12, highest=110 * 12, movement=Since("birth_date"))
SHARE = fact(FactType.NUMBER, lowest=0, highest=100)
BIRTH = fact(FactType.DATE, lowest=date(1920, 1, 1))


@pytest.mark.parametrize(
    ("ranged", "value"),
    [
        (AGE, Span.of(14)),
        (AGE, Span.of(110)),
        (SHARE, 0),
        (SHARE, 100),
        (BIRTH, date(1920, 1, 1)),
        (BIRTH, date(9999, 12, 31)),
    ],
)
def test_the_ends_of_a_range_belong_to_it(ranged, value):
    ranged.atom(value)


@pytest.mark.parametrize(
    ("ranged", "value", "message"),
    [
        (AGE, Span(14 * 12 - 1), "found «13 years 11 months», expected 14 years to 110 years"),
        (AGE, Span(110 * 12 + 1), "found «110 years 1 month», expected 14 years to 110 years"),
        (SHARE, -0.5, "found «-0.5», expected 0 to 100"),
        (SHARE, 100.5, "found «100.5», expected 0 to 100"),
        (BIRTH, date(1919, 12, 31), "found «1919-12-31», expected 1920-01-01 to …"),
    ],
)
def test_a_value_outside_the_range_is_refused(ranged, value, message):
    with pytest.raises(BadValueError) as refused:
        ranged.atom(value)

    assert str(refused.value) == message


# --- from text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (FactType.BOOLEAN, "true", True),
        (FactType.BOOLEAN, "false", False),
        (FactType.INTEGER, "7", 7),
        (FactType.INTEGER, "-7", -7),
        (FactType.INTEGER, "0", 0),
        (FactType.NUMBER, "3.5", 3.5),
        (FactType.NUMBER, "70", 70.0),
        (FactType.NUMBER, "-0.25", -0.25),
        (FactType.DATE, "2024-02-29", date(2024, 2, 29)),
        (FactType.DURATION, "5 years", Span.of(5)),
        (FactType.DURATION, "2 года 6 месяцев", Span.of(2, 6)),
        (FactType.CHOICE, "highest", "highest"),
        (FactType.CHOICES, "tutor", "tutor"),
        (FactType.TEXT, " физика ", "физика"),
        (FactType.TEXTS, "физика", "физика"),
    ],
)
def test_a_text_is_read(type_, text, value):
    read = FACTS[type_].read(text)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (FactType.BOOLEAN, "yes"),
        (FactType.BOOLEAN, "True"),
        (FactType.BOOLEAN, "no"),
        (FactType.INTEGER, "7.0"),
        (FactType.INTEGER, "07"),
        (FactType.INTEGER, "+7"),
        (FactType.INTEGER, "1_000"),
        (FactType.INTEGER, "٧"),
        (FactType.INTEGER, "9999999999999999"),
        (FactType.NUMBER, "3,5"),
        (FactType.NUMBER, ".nan"),
        (FactType.NUMBER, ".inf"),
        (FactType.NUMBER, "1e3"),
        (FactType.NUMBER, "0.1234567890123456"),
        (FactType.DATE, "2024-02-30"),
        (FactType.DATE, "2023-02-29"),
        (FactType.DATE, "29.02.2024"),
        (FactType.DATE, "2024-2-9"),
        (FactType.DATE, "20240229"),
        (FactType.DURATION, "5"),
        (FactType.DURATION, "5 years,"),
        (FactType.CHOICE, "hihgest"),
        (FactType.CHOICE, "высшая"),
        (FactType.CHOICES, "tuter"),
        (FactType.TEXT, "  "),
        *((type_, "") for type_ in FactType),
    ],
)
def test_another_text_is_refused(type_, text):
    with pytest.raises(BadValueError):
        FACTS[type_].read(text)


@given(st.dates())
def test_a_date_is_read_as_it_is_written(day):
    assert fact(FactType.DATE).read(day.isoformat()) == day


def read_or_none(of_type: Fact, text: str):
    try:
        return of_type.read(text)
    except BadValueError:
        return None


@given(st.text(max_size=12))
def test_what_can_be_read_can_be_held(text):
    for type_, of_type in FACTS.items():
        value = read_or_none(of_type, text)
        assert value is None or of_type.atom([value] if type_.is_set else value) is not None


@given(st.text())
def test_a_clean_text_stays_as_it_is(text):
    assert clean(clean(text)) == clean(text)


# --- what a fact is --------------------------------------------------------------------------------------------------


def test_a_fact_is_changeable_where_a_person_can_act():
    assert fact(FactType.BOOLEAN, action=Text("Пройти диагностику")).changeable
    assert not fact(FactType.BOOLEAN).changeable


def test_facts_compare_by_meaning_and_not_by_words():
    plain = fact(FactType.DURATION, movement=Grows())

    assert plain == fact(FactType.DURATION, movement=Grows(), question=Text("Какой?"), headings=("Стаж",), effort=3)
    assert plain != fact(FactType.DURATION)
    assert plain != fact(FactType.DURATION, movement=Grows(), about=About.PAIR)


def test_the_range_is_shown_in_words():
    assert AGE.shown_range == ("14 years", "110 years")
    assert BIRTH.shown_range == ("1920-01-01", "…")
    assert fact(FactType.INTEGER).shown_range == ("…", "…")
    assert fact(FactType.DURATION, lowest=6).shown_range == ("6 months", "…")


def test_what_types_can_do():
    assert {type_ for type_ in FactType if type_.is_set} == {FactType.CHOICES, FactType.TEXTS}
    assert {type_ for type_ in FactType if type_.is_listed} == {FactType.CHOICE, FactType.CHOICES}
    assert {type_ for type_ in FactType if type_.is_ordered} == {
        FactType.INTEGER,
        FactType.NUMBER,
        FactType.DATE,
        FactType.DURATION,
    }
