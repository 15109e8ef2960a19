"""Whole conditions in words."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op, comparisons
from rsnms.rules.explain import Literal, explain
from rsnms.rules.words import literal_words, outline, words
from rsnms.testing.condition_trees import trials

CATEGORY = Fact(
    "category",
    FactType.CHOICE,
    Text("Категория", "Category"),
    values=(FactValue("first", Text("первая", "first")), FactValue("highest", Text("высшая", "highest"))),
)
STAY = Fact("stay", FactType.DURATION, Text("Стаж", "Experience"))
AGE = Fact("age", FactType.DURATION, Text("Возраст", "Age"))
ICT = Fact("ict", FactType.BOOLEAN, Text("ИКТ-компетентность подтверждена", "ICT competency confirmed"))
ROLES = Fact(
    "roles",
    FactType.CHOICES,
    Text("Роли", "Roles"),
    values=(FactValue("tutor", Text("тьютор", "tutor")), FactValue("mentor", Text("наставник", "mentor"))),
)

highest = Comparison(CATEGORY, Op.IS, "highest")
skilled = Comparison(ICT, Op.IS, True)
experienced = Comparison(STAY, Op.AT_LEAST, Span.of(5))
active = Comparison(ROLES, Op.ANY_OF, ("mentor", "tutor"))
young = All(
    (Comparison(AGE, Op.LESS_THAN, Span.of(35)), Comparison(STAY, Op.LESS_THAN, Span.of(3))),
    Text("молодой педагог", "young educator"),
)
core = All((highest, Any((experienced, active))))


@pytest.mark.parametrize(
    ("condition", "ru", "en"),
    [
        (experienced, "Стаж — не менее 5 лет", "Experience — at least 5 years"),
        (Not(experienced), "Стаж — менее 5 лет", "Experience — less than 5 years"),
        (skilled, "ИКТ-компетентность подтверждена: да", "ICT competency confirmed: yes"),
        (Comparison(STAY, Op.KNOWN, True), "Указано: стаж", "Stated: experience"),
        (Not(Comparison(ICT, Op.KNOWN, True)), "Не указано: ИКТ-компетентность подтверждена", None),
        (
            All((highest, skilled)),
            "Категория — высшая; и ИКТ-компетентность подтверждена: да",
            "Category — highest; and ICT competency confirmed: yes",
        ),
        (
            core,
            "Категория — высшая; и (стаж — не менее 5 лет; или роли — хотя бы одно из: тьютор, наставник)",
            "Category — highest; and (experience — at least 5 years; or roles — at least one of: tutor, mentor)",
        ),
        (
            Not(core),
            "Категория — не высшая; или (стаж — менее 5 лет; и роли — нет ни одного из: тьютор, наставник)",
            "Category — not highest; or (experience — less than 5 years; and roles — none of: tutor, mentor)",
        ),
        (
            young,
            "«молодой педагог» (возраст — менее 35 лет; и стаж — менее 3 лет)",
            "“young educator” (age — less than 35 years; and experience — less than 3 years)",
        ),
        (
            All((highest, Not(young))),
            "Категория — высшая; и не соблюдено условие «молодой педагог», "
            "то есть (возраст — не менее 35 лет; или стаж — не менее 3 лет)",
            "Category — highest; and the condition “young educator” is not met, "
            "which means (age — at least 35 years; or experience — at least 3 years)",
        ),
        (
            Not(experienced, Text("новичок")),
            "«новичок» (стаж — менее 5 лет)",
            "“новичок” (experience — less than 5 years)",
        ),
        (
            Not(Not(experienced, Text("новичок"))),
            "Не соблюдено условие «новичок», то есть (стаж — не менее 5 лет)",
            None,
        ),
        (
            All((Any((highest, skilled), Text("один")),), Text("два")),
            "«два» («один» (категория — высшая; или ИКТ-компетентность подтверждена: да))",
            None,
        ),
        (
            AtLeast(2, (highest, experienced, active)),
            "Соблюдено не менее 2 из 3 условий: категория — высшая; стаж — не менее 5 лет; "
            "роли — хотя бы одно из: тьютор, наставник",
            "At least 2 of these 3 conditions are met: category — highest; experience — at least 5 years; "
            "roles — at least one of: tutor, mentor",
        ),
        (
            AtLeast(2, (highest, experienced, skilled), Text("опытный")),
            "«опытный» (соблюдено не менее 2 из 3 условий: категория — высшая; стаж — не менее 5 лет; "
            "ИКТ-компетентность подтверждена: да)",
            None,
        ),
        (
            Not(AtLeast(3, (highest, highest, experienced, skilled), Text("опытный"))),
            "Не соблюдено условие «опытный», то есть (соблюдено не менее 2 из 4 условий: категория — не высшая; "
            "категория — не высшая; стаж — менее 5 лет; ИКТ-компетентность подтверждена: нет)",
            None,
        ),
        (
            Any((skilled, AtLeast(2, (highest, experienced, active)))),
            "ИКТ-компетентность подтверждена: да; или (соблюдено не менее 2 из 3 условий: категория — высшая; "
            "стаж — не менее 5 лет; роли — хотя бы одно из: тьютор, наставник)",
            None,
        ),
    ],
)
def test_on_one_line(condition, ru, en):
    assert words(condition) == ru
    if en:
        assert words(condition, "en") == en


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (All((highest,)), highest),
        (AtLeast(1, (highest, skilled)), Any((highest, skilled))),
        (AtLeast(2, (highest, skilled)), All((highest, skilled))),
        (All((All((highest, skilled)), experienced)), All((highest, skilled, experienced))),
        (Any((highest, Any((skilled, experienced)))), Any((highest, skilled, experienced))),
        (Not(All((highest, skilled))), Any((Not(highest), Not(skilled)))),
        (Not(AtLeast(2, (highest, skilled, active))), AtLeast(2, (Not(highest), Not(skilled), Not(active)))),
    ],
)
def test_what_is_the_same_reads_the_same(one, other):
    assert words(one) == words(other)
    assert outline(one) == outline(other)


def test_an_outline_in_russian():
    condition = All((core, young, AtLeast(2, (highest, experienced, skilled)), Not(young)), Text("основа актива"))
    assert (
        outline(condition)
        == """\
«основа актива» (соблюдены все условия):
  – Категория — высшая
  – Соблюдено хотя бы одно из условий:
    – Стаж — не менее 5 лет
    – Роли — хотя бы одно из: тьютор, наставник
  – «молодой педагог» (соблюдены все условия):
    – Возраст — менее 35 лет
    – Стаж — менее 3 лет
  – Соблюдено не менее 2 из 3 условий:
    – Категория — высшая
    – Стаж — не менее 5 лет
    – ИКТ-компетентность подтверждена: да
  – Не соблюдено условие «молодой педагог», то есть соблюдено хотя бы одно из условий:
    – Возраст — не менее 35 лет
    – Стаж — не менее 3 лет"""
    )


def test_an_outline_in_english():
    assert (
        outline(Any((core, Not(young), Not(experienced, Text("новичок")))), "en")
        == """\
At least one of these conditions is met:
  – All of these conditions are met:
    – Category — highest
    – At least one of these conditions is met:
      – Experience — at least 5 years
      – Roles — at least one of: tutor, mentor
  – The condition “young educator” is not met, which means at least one of these conditions is met:
    – Age — at least 35 years
    – Experience — at least 3 years
  – “новичок”:
    – Experience — less than 5 years"""
    )


def test_a_contrary_of_one_part_in_an_outline():
    assert outline(Not(Not(experienced, Text("новичок")))) == (
        "Не соблюдено условие «новичок», то есть:\n  – Стаж — не менее 5 лет"
    )
    assert outline(Not(Not(experienced, Text("новичок"))), "en") == (
        "The condition “новичок” is not met, which means:\n  – Experience — at least 5 years"
    )


@given(trials(), st.sampled_from(["ru", "en"]))
def test_every_condition_has_words(trial, lang):
    line, lines = words(trial.condition, lang), outline(trial.condition, lang)
    assert line == line.strip() != ""
    assert all(text.strip(" –") for text in lines.splitlines())
    assert line.count("(") == line.count(")")
    assert "{" not in line + lines


@given(trials(), st.sampled_from(["ru", "en"]))
def test_two_negations_cancel_out(trial, lang):
    assert words(Not(Not(trial.condition)), lang) == words(trial.condition, lang)
    assert outline(Not(Not(trial.condition)), lang) == outline(trial.condition, lang)


def read_back(lines, literals):
    """Take an outline for what it says to a reader: a heading asks for a number of the parts indented below it."""
    first, *rest = lines
    said = first.strip(" –")
    if said in literals:
        return literals[said]
    starts = [number for number, line in enumerate(rest) if line.index("–") == rest[0].index("–")]
    parts = [read_back(rest[start:end], literals) for start, end in pairwise([*starts, len(rest)])]
    if "все " in said:
        return All(tuple(parts))
    count, of = map(int, re.findall(r"\d+", said) or (1, len(parts)))
    assert of == len(parts)
    return AtLeast(count, tuple(parts))


@settings(max_examples=500)
@given(trials(cases_each=4))
def test_an_outline_says_what_the_condition_means(trial):
    literals = {}
    for comparison in comparisons(trial.condition):
        literals[literal_words(Literal(comparison))] = comparison
        literals[literal_words(Literal(comparison, negated=True))] = Not(comparison)
    reading = read_back(outline(trial.condition).splitlines(), literals)
    for case in trial.cases:
        assert explain(reading, case).truth is explain(trial.condition, case).truth
