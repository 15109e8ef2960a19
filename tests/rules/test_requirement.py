"""What a comparison requires and what was found, in words."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text, Unit
from rsnms.policy.conditions import OPS_OF_TYPE, Comparison, Op
from rsnms.rules.explain import Literal, compare
from rsnms.rules.requirement import found_words, requirement
from rsnms.testing import facts
from rsnms.testing.condition_trees import comparison_of, draw_atom, thresholds


def value(id_, ru, en):
    return FactValue(id_, Text(ru, en))


POINTS = Unit("балл", "балла", "баллов")
DONE = Fact("done", FactType.BOOLEAN, Text("Диагностика пройдена"))
SCORE = Fact("score", FactType.INTEGER, Text("Баллы"), unit=POINTS)
YEAR = Fact("year", FactType.INTEGER, Text("Год окончания"))
MEAN = Fact("mean", FactType.NUMBER, Text("Средний балл"), unit=POINTS)
SHARE = Fact("share", FactType.NUMBER, Text("Доля"), unit=Unit.invariable("%"))
TAKEN = Fact("taken", FactType.DATE, Text("Дата приёма"))
STAY = Fact("stay", FactType.DURATION, Text("Стаж"))
CATEGORY = Fact(
    "category",
    FactType.CHOICE,
    Text("Категория"),
    values=(value("none", "нет", "none"), value("first", "первая", "first"), value("highest", "высшая", "highest")),
)
PROVED = Fact(
    "proved",
    FactType.CHOICE,
    Text("Вклад"),
    values=(value("p", "доказан", "proved"), value("n", "не доказан", "not proved"), value("d", "спорный", "disputed")),
)
ROLES = Fact(
    "roles",
    FactType.CHOICES,
    Text("Роли"),
    values=(
        value("tutor", "тьютор", "tutor"),
        value("mentor", "наставник", "mentor"),
        value("site", "работник площадки, базовой школы", "worker of a site, or a base school"),
    ),
)
PLACE = Fact("place", FactType.TEXT, Text("Место работы"))
SUBJECTS = Fact("subjects", FactType.TEXTS, Text("Предметы"))

AUTUMN, SUMMER = date(2023, 9, 1), date(2024, 8, 31)

RUSSIAN = [
    (DONE, Op.IS, True, "да", "нет"),
    (DONE, Op.IS, False, "нет", "да"),
    (DONE, Op.IS_NOT, True, "нет", "да"),
    (DONE, Op.KNOWN, True, "указано", "не указано"),
    (DONE, Op.KNOWN, False, "не указано", "указано"),
    (SCORE, Op.IS, 1, "ровно 1 балл", "не 1 балл"),
    (SCORE, Op.IS_NOT, 3, "не 3 балла", "ровно 3 балла"),
    (SCORE, Op.ONE_OF, (3,), "ровно 3 балла", "не 3 балла"),
    (SCORE, Op.ONE_OF, (1, 5), "одно из: 1 балл, 5 баллов", "не из числа: 1 балл, 5 баллов"),
    (SCORE, Op.NONE_OF, (1, 5), "не из числа: 1 балл, 5 баллов", "одно из: 1 балл, 5 баллов"),
    (SCORE, Op.AT_LEAST, 21, "не менее 21 балла", "менее 21 балла"),
    (SCORE, Op.AT_MOST, 22, "не более 22 баллов", "более 22 баллов"),
    (SCORE, Op.MORE_THAN, 5, "более 5 баллов", "не более 5 баллов"),
    (SCORE, Op.LESS_THAN, 1, "менее 1 балла", "не менее 1 балла"),
    (SCORE, Op.BETWEEN, (5, 10), "от 5 до 10 баллов включительно", "менее 5 или более 10 баллов"),
    (SCORE, Op.BETWEEN, (5, 5), "ровно 5 баллов", "не 5 баллов"),
    (SCORE, Op.KNOWN, True, "указано", "не указано"),
    (YEAR, Op.AT_LEAST, 2015, "не менее 2015", "менее 2015"),
    (MEAN, Op.IS, 4.0, "ровно 4 балла", "не 4 балла"),
    (MEAN, Op.IS_NOT, 3.5, "не 3,5 балла", "ровно 3,5 балла"),
    (MEAN, Op.AT_LEAST, 3.5, "не менее 3,5 балла", "менее 3,5 балла"),
    (MEAN, Op.AT_MOST, 4.0, "не более 4 баллов", "более 4 баллов"),
    (MEAN, Op.MORE_THAN, 3.5, "более 3,5 балла", "не более 3,5 балла"),
    (MEAN, Op.LESS_THAN, 3.5, "менее 3,5 балла", "не менее 3,5 балла"),
    (MEAN, Op.BETWEEN, (3.5, 5.0), "от 3,5 до 5 баллов включительно", "менее 3,5 или более 5 баллов"),
    (MEAN, Op.KNOWN, False, "не указано", "указано"),
    (SHARE, Op.AT_LEAST, 72.0, "не менее 72 %", "менее 72 %"),
    (TAKEN, Op.IS, AUTUMN, "01.09.2023", "не 01.09.2023"),
    (TAKEN, Op.IS_NOT, AUTUMN, "не 01.09.2023", "01.09.2023"),
    (TAKEN, Op.AT_LEAST, AUTUMN, "не ранее 01.09.2023", "ранее 01.09.2023"),
    (TAKEN, Op.AT_MOST, AUTUMN, "не позднее 01.09.2023", "позднее 01.09.2023"),
    (TAKEN, Op.MORE_THAN, AUTUMN, "позднее 01.09.2023", "не позднее 01.09.2023"),
    (TAKEN, Op.LESS_THAN, AUTUMN, "ранее 01.09.2023", "не ранее 01.09.2023"),
    (TAKEN, Op.BETWEEN, (AUTUMN, SUMMER), "с 01.09.2023 по 31.08.2024", "ранее 01.09.2023 или позднее 31.08.2024"),
    (TAKEN, Op.BETWEEN, (AUTUMN, AUTUMN), "01.09.2023", "не 01.09.2023"),
    (TAKEN, Op.KNOWN, True, "указано", "не указано"),
    (STAY, Op.IS, Span.of(1), "1 полный год", "не 1 полный год"),
    (STAY, Op.IS, Span.of(2), "2 полных года", "не 2 полных года"),
    (STAY, Op.IS_NOT, Span.of(5), "не 5 полных лет", "5 полных лет"),
    (STAY, Op.IS, Span(30), "ровно 2 года 6 месяцев", "не 2 года 6 месяцев"),
    (STAY, Op.AT_LEAST, Span.of(1), "не менее 1 года", "менее 1 года"),
    (STAY, Op.AT_LEAST, Span.of(5), "не менее 5 лет", "менее 5 лет"),
    (STAY, Op.AT_LEAST, Span(30), "не менее 2 лет 6 месяцев", "менее 2 лет 6 месяцев"),
    (STAY, Op.AT_MOST, Span.of(2), "не более 2 лет", "более 2 лет"),
    (STAY, Op.AT_MOST, Span(24), "не более 24 месяцев", "более 24 месяцев"),
    (STAY, Op.MORE_THAN, Span.of(5), "более 5 лет", "не более 5 лет"),
    (STAY, Op.LESS_THAN, Span.of(35), "менее 35 лет", "не менее 35 лет"),
    (STAY, Op.BETWEEN, (Span.of(2), Span.of(5)), "от 2 до 5 лет включительно", "менее 2 или более 5 лет"),
    (
        STAY,
        Op.BETWEEN,
        (Span(6), Span.of(1)),
        "от 6 месяцев до 1 года включительно",
        "менее 6 месяцев или более 1 года",
    ),
    (STAY, Op.BETWEEN, (Span.of(2), Span.of(2)), "2 полных года", "не 2 полных года"),
    (STAY, Op.KNOWN, True, "указано", "не указано"),
    (CATEGORY, Op.IS, "highest", "высшая", "не высшая"),
    (CATEGORY, Op.IS_NOT, "highest", "не высшая", "высшая"),
    (CATEGORY, Op.IS_NOT, "none", "любое, кроме «нет»", "нет"),
    (CATEGORY, Op.IS, "third", "third", "не third"),
    (CATEGORY, Op.ONE_OF, ("highest", "first"), "одно из: первая, высшая", "не из числа: первая, высшая"),
    (CATEGORY, Op.ONE_OF, ("highest",), "высшая", "не высшая"),
    (CATEGORY, Op.NONE_OF, ("first", "highest"), "не из числа: первая, высшая", "одно из: первая, высшая"),
    (CATEGORY, Op.NONE_OF, ("first",), "не первая", "первая"),
    (CATEGORY, Op.KNOWN, True, "указано", "не указано"),
    (PROVED, Op.IS_NOT, "p", "любое, кроме «доказан»", "доказан"),
    (PROVED, Op.IS, "n", "не доказан", "любое, кроме «не доказан»"),
    (PLACE, Op.IS, "Школа № 1", "«Школа № 1»", "не «Школа № 1»"),
    (PLACE, Op.IS_NOT, "Школа № 1", "не «Школа № 1»", "«Школа № 1»"),
    (PLACE, Op.ONE_OF, ("ёж", "уж"), "одно из: «ёж», «уж»", "не из числа: «ёж», «уж»"),
    (PLACE, Op.NONE_OF, ("ёж", "уж"), "не из числа: «ёж», «уж»", "одно из: «ёж», «уж»"),
    (PLACE, Op.KNOWN, False, "не указано", "указано"),
    (
        ROLES,
        Op.ANY_OF,
        ("mentor", "tutor"),
        "хотя бы одно из: тьютор, наставник",
        "нет ни одного из: тьютор, наставник",
    ),
    (
        ROLES,
        Op.ALL_OF,
        ("mentor", "tutor"),
        "все перечисленные: тьютор, наставник",
        "не все перечисленные: тьютор, наставник",
    ),
    (
        ROLES,
        Op.NONE_OF,
        ("mentor", "tutor"),
        "нет ни одного из: тьютор, наставник",
        "хотя бы одно из: тьютор, наставник",
    ),
    (ROLES, Op.ANY_OF, ("tutor",), "в их числе есть: тьютор", "в их числе нет: тьютор"),
    (ROLES, Op.ALL_OF, ("tutor",), "в их числе есть: тьютор", "в их числе нет: тьютор"),
    (ROLES, Op.NONE_OF, ("tutor",), "в их числе нет: тьютор", "в их числе есть: тьютор"),
    (
        ROLES,
        Op.ANY_OF,
        ("site", "tutor"),
        "хотя бы одно из: тьютор; работник площадки, базовой школы",
        "нет ни одного из: тьютор; работник площадки, базовой школы",
    ),
    (ROLES, Op.KNOWN, True, "указано", "не указано"),
    (
        SUBJECTS,
        Op.ANY_OF,
        ("физика", "химия"),
        "хотя бы одно из: «физика», «химия»",
        "нет ни одного из: «физика», «химия»",
    ),
    (
        SUBJECTS,
        Op.ALL_OF,
        ("физика", "химия"),
        "все перечисленные: «физика», «химия»",
        "не все перечисленные: «физика», «химия»",
    ),
    (SUBJECTS, Op.NONE_OF, ("физика",), "в их числе нет: «физика»", "в их числе есть: «физика»"),
    (SUBJECTS, Op.KNOWN, True, "указано", "не указано"),
]

ENGLISH = [
    (DONE, Op.IS, True, "yes", "no"),
    (DONE, Op.IS_NOT, True, "no", "yes"),
    (DONE, Op.KNOWN, True, "stated", "not stated"),
    (YEAR, Op.IS, 2015, "exactly 2015", "not 2015"),
    (YEAR, Op.IS_NOT, 2015, "not 2015", "exactly 2015"),
    (YEAR, Op.ONE_OF, (2015, 2016), "one of: 2015, 2016", "not one of: 2015, 2016"),
    (YEAR, Op.NONE_OF, (2015, 2016), "not one of: 2015, 2016", "one of: 2015, 2016"),
    (YEAR, Op.AT_LEAST, 2015, "at least 2015", "less than 2015"),
    (YEAR, Op.AT_MOST, 2015, "at most 2015", "more than 2015"),
    (YEAR, Op.MORE_THAN, 2015, "more than 2015", "at most 2015"),
    (YEAR, Op.LESS_THAN, 2015, "less than 2015", "at least 2015"),
    (YEAR, Op.BETWEEN, (2015, 2020), "from 2015 to 2020 inclusive", "less than 2015 or more than 2020"),
    (SHARE, Op.IS, 72.5, "exactly 72.5%", "not 72.5%"),
    (SHARE, Op.AT_LEAST, 72.5, "at least 72.5%", "less than 72.5%"),
    (SHARE, Op.BETWEEN, (5.0, 72.5), "from 5 to 72.5% inclusive", "less than 5 or more than 72.5%"),
    (TAKEN, Op.IS, AUTUMN, "1 September 2023", "not 1 September 2023"),
    (TAKEN, Op.IS_NOT, AUTUMN, "not 1 September 2023", "1 September 2023"),
    (TAKEN, Op.AT_LEAST, AUTUMN, "on or after 1 September 2023", "before 1 September 2023"),
    (TAKEN, Op.AT_MOST, AUTUMN, "on or before 1 September 2023", "after 1 September 2023"),
    (TAKEN, Op.MORE_THAN, AUTUMN, "after 1 September 2023", "on or before 1 September 2023"),
    (TAKEN, Op.LESS_THAN, AUTUMN, "before 1 September 2023", "on or after 1 September 2023"),
    (
        TAKEN,
        Op.BETWEEN,
        (AUTUMN, SUMMER),
        "from 1 September 2023 to 31 August 2024",
        "before 1 September 2023 or after 31 August 2024",
    ),
    (STAY, Op.IS, Span.of(1), "1 full year", "not 1 full year"),
    (STAY, Op.IS_NOT, Span.of(2), "not 2 full years", "2 full years"),
    (STAY, Op.IS, Span(30), "exactly 2 years 6 months", "not 2 years 6 months"),
    (STAY, Op.AT_LEAST, Span.of(5), "at least 5 years", "less than 5 years"),
    (STAY, Op.AT_MOST, Span.of(1), "at most 1 year", "more than 1 year"),
    (STAY, Op.MORE_THAN, Span.of(5), "more than 5 years", "at most 5 years"),
    (STAY, Op.LESS_THAN, Span.of(35), "less than 35 years", "at least 35 years"),
    (STAY, Op.BETWEEN, (Span.of(2), Span.of(5)), "from 2 to 5 years inclusive", "less than 2 or more than 5 years"),
    (CATEGORY, Op.IS, "highest", "highest", "not highest"),
    (CATEGORY, Op.IS_NOT, "none", "anything but “none”", "none"),
    (CATEGORY, Op.ONE_OF, ("first", "highest"), "one of: first, highest", "not one of: first, highest"),
    (CATEGORY, Op.NONE_OF, ("first", "highest"), "not one of: first, highest", "one of: first, highest"),
    (PLACE, Op.IS, "School 1", "“School 1”", "not “School 1”"),
    (ROLES, Op.ANY_OF, ("mentor", "tutor"), "at least one of: tutor, mentor", "none of: tutor, mentor"),
    (ROLES, Op.ALL_OF, ("mentor", "tutor"), "all of: tutor, mentor", "not all of: tutor, mentor"),
    (ROLES, Op.NONE_OF, ("mentor", "tutor"), "none of: tutor, mentor", "at least one of: tutor, mentor"),
    (ROLES, Op.ANY_OF, ("tutor",), "including tutor", "not including tutor"),
    (SUBJECTS, Op.ANY_OF, ("a", "b"), "at least one of: “a”, “b”", "none of: “a”, “b”"),
]


@pytest.mark.parametrize(
    ("lang", "fact", "op", "operand", "plain", "negated"),
    [("ru", *row) for row in RUSSIAN] + [("en", *row) for row in ENGLISH],
)
def test_a_comparison_and_its_contrary(lang, fact, op, operand, plain, negated):
    comparison = Comparison(fact, op, operand)
    assert requirement(Literal(comparison), lang) == plain
    assert requirement(Literal(comparison, negated=True), lang) == negated


def test_the_tables_hold_every_op_of_every_type():
    told = {(fact.type, op) for fact, op, *_ in RUSSIAN}
    assert {(type_, op) for type_, ops in OPS_OF_TYPE.items() for op in ops} - told == set()


@pytest.mark.parametrize(
    ("fact", "atom", "ru", "en"),
    [
        (STAY, 54, "4 года 6 месяцев", "4 years 6 months"),
        (STAY, 24, "2 года", "2 years"),
        (STAY, 0, "менее месяца", "less than a month"),
        (STAY, None, "не указано", "not stated"),
        (CATEGORY, "first", "первая", "first"),
        (CATEGORY, "third", "third", "third"),
        (DONE, True, "да", "yes"),
        (DONE, False, "нет", "no"),
        (DONE, None, "не указано", "not stated"),
        (ROLES, frozenset({"mentor", "tutor"}), "тьютор, наставник", "tutor, mentor"),
        (ROLES, frozenset(), "нет", "none"),
        (ROLES, None, "не указано", "not stated"),
        (SUBJECTS, frozenset({"химия", "Физика"}), "«Физика», «химия»", "“Физика”, “химия”"),
        (PLACE, "Школа № 1", "«Школа № 1»", "“Школа № 1”"),
        (TAKEN, date(2024, 7, 1), "01.07.2024", "1 July 2024"),
        (SCORE, 2, "2 балла", "2 балла"),
        (MEAN, 3.5, "3,5 балла", "3.5 балла"),
        (SHARE, 72.5, "72,5 %", "72.5%"),
        (YEAR, 2015, "2015", "2015"),
        (YEAR, 0, "0", "0"),
    ],
)
def test_what_was_found(fact, atom, ru, en):
    assert found_words(fact, atom) == ru
    assert found_words(fact, atom, "en") == en


OPERANDS = {
    FactType.BOOLEAN: [False, True],
    FactType.INTEGER: [-1, 0, 1, 2],
    FactType.NUMBER: [-0.5, 0.0, 0.5, 1.0],
    FactType.DATE: [date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 2)],
    FactType.DURATION: [Span.of(0), Span(0), Span(6), Span.of(1), Span(12), Span(13), Span.of(2), Span(24)],
}
ATOMS = {**OPERANDS, FactType.DURATION: list(range(40)), FactType.INTEGER: list(range(-3, 5))}


def all_comparisons(fact):
    """Every comparison of a fact with a few operands, those around the limits of full years among them."""
    values = OPERANDS.get(fact.type) or ([listed.id for listed in fact.values] or ["ёж", "уж", "a"])
    for op in sorted(OPS_OF_TYPE[fact.type]):
        match op:
            case Op.KNOWN:
                operands = [False, True]
            case Op.BETWEEN:
                operands = [(low, high) for low in values for high in values if low <= high]
            case Op.ONE_OF | Op.NONE_OF | Op.ANY_OF | Op.ALL_OF:
                operands = [chosen for size in (1, 2, 3) for chosen in combinations(sorted(values), size)]
            case _:
                operands = values
        yield from (Comparison(fact, op, operand) for operand in operands)


def all_atoms(fact):
    if fact.type in ATOMS:
        return ATOMS[fact.type]
    values = [*(listed.id for listed in fact.values), "ёж", "уж", "a", "another"]
    if fact.type.is_set:
        return [frozenset(chosen) for size in range(4) for chosen in combinations(values, size)]
    return values


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "fact",
    [DONE, SCORE, YEAR, MEAN, TAKEN, STAY, CATEGORY, PROVED, ROLES, PLACE, SUBJECTS],
    ids=lambda fact: fact.name,
)
def test_different_meanings_read_differently(fact, lang):
    meanings = {}
    for comparison in all_comparisons(fact):
        for negated in (False, True):
            truths = [compare(comparison, atom) for atom in (None, *all_atoms(fact))]
            meaning = tuple(truth.opposite if negated else truth for truth in truths)
            said = requirement(Literal(comparison, negated), lang)
            assert meanings.setdefault(said, meaning) == meaning, said


@st.composite
def atoms(draw, fact, near=()):
    return draw_atom(draw, fact, near)


@given(st.data(), facts("f"), st.sampled_from(["ru", "en"]))
def test_words_are_lost_by_no_random_pair(data, fact, lang):
    first, second = data.draw(comparison_of(fact)), data.draw(comparison_of(fact))
    near = (*thresholds(first, fact), *thresholds(second, fact))
    found = data.draw(st.none() | atoms(fact, near))
    if requirement(Literal(first), lang) == requirement(Literal(second), lang):
        assert compare(first, found) is compare(second, found)
    if requirement(Literal(first), lang) == requirement(Literal(second, negated=True), lang):
        assert compare(first, found) is compare(second, found).opposite


@given(st.data(), facts("f"), st.sampled_from(["ru", "en"]), st.booleans())
def test_there_is_always_something_to_say(data, fact, lang, negated):
    said = requirement(Literal(data.draw(comparison_of(fact)), negated), lang)
    found = found_words(fact, data.draw(st.none() | atoms(fact)), lang)
    for text in (said, found):
        assert text == text.strip() != ""
        assert "{" not in text
