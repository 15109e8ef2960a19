"""The language of properties: what it reads, and what it says of mistakes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.rules.proof.statement import (
    CriterionName,
    FactName,
    Flow,
    Joined,
    Negated,
    Reference,
    Relation,
    StatementError,
)
from rsnms.rules.proof.statement_reading import MAX_LENGTH, read_statement


@pytest.mark.parametrize(
    ("english", "russian", "relation"),
    [
        ("a implies b", "a влечёт b", Relation.IMPLIES),
        ("a implies b", "a влечет b", Relation.IMPLIES),
        ("a equivalent b", "a равносильно b", Relation.EQUIVALENT),
        ("a disjoint b", "a несовместимо с b", Relation.DISJOINT),
        ("a possible", "a возможно", Relation.POSSIBLE),
        ("a always", "a ВСЕГДА", Relation.ALWAYS),
        ("a monotone in x", "a монотонно по x", Relation.MONOTONE),
        ("a falling in x", "a убывает по x", Relation.FALLING),
    ],
)
def test_every_relation_in_both_languages(english, russian, relation):
    one, other = read_statement(english), read_statement(russian)
    assert one.relation is other.relation is relation
    assert one.left == other.left == Reference(0, None, "a")
    assert (one.right is None) == (other.right is None) == (" b" not in english)
    assert (one.fact and one.fact.name) == (other.fact and other.fact.name) == ("x" if english.endswith("x") else None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("active", Reference(0, None, "active")),
        ("active/core", Reference(0, None, "active", "core")),
        ("active/gate", Reference(0, None, "active", "gate")),
        ("ru/north:active", Reference(0, "ru/north", "active")),
        ("ru/north:active/core", Reference(0, "ru/north", "active", "core")),
        ("ru/north:active/core@2024-02-29", Reference(0, "ru/north", "active", "core", date(2024, 2, 29))),
        ("active@2024-01-01", Reference(0, None, "active", None, date(2024, 1, 1))),
        ("criterion young", CriterionName(10, "young")),
        ("критерий young", CriterionName(9, "young")),
        ("{fact: a, is: '}'}", Flow(0, "{fact: a, is: '}'}")),
        ("{all: [{fact: a, is: true}]}", Flow(0, "{all: [{fact: a, is: true}]}")),
    ],
)
def test_operands(written, meant):
    assert read_statement(f"{written} possible").left == meant


def test_not_binds_closest_then_and_then_or():
    a, b = Reference(0, None, "a"), Reference(5, None, "b")
    assert read_statement("a or b and not c possible").left == Joined(
        (a, Joined((b, Negated(Reference(15, None, "c"))), is_all=True)), is_all=False
    )
    assert read_statement("a или b и   не c возможно").left == Joined(
        (a, Joined((Reference(6, None, "b"), Negated(Reference(15, None, "c"))), is_all=True)), is_all=False
    )


def test_brackets_come_first():
    left = read_statement("(a or b) and c implies (d)").left
    assert isinstance(left, Joined)
    assert left.is_all
    assert isinstance(left.parts[0], Joined)
    assert not left.parts[0].is_all


def test_a_fact_keeps_its_place():
    assert read_statement("a monotone in experience").fact == FactName(14, "experience")


def test_a_statement_may_stand_on_several_lines():
    assert read_statement("a\n  implies\n  b").right == Reference(14, None, "b")


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "",
            "Утверждение, символ 1: конец утверждения, ожидается право на включение, criterion с именем, условие в "
            "{…} или скобка.",
        ),
        (
            "a implise b",
            "Утверждение, символ 3: указано «implise», ожидается отношение: implies (влечёт), equivalent "
            "(равносильно), disjoint (несовместимо с), possible (возможно), always (всегда), monotone in "
            "(монотонно по), falling in (убывает по). Возможно, «implies».",
        ),
        (
            "a implies",
            "Утверждение, символ 10: конец утверждения, ожидается право на включение, criterion с именем, условие в "
            "{…} или скобка.",
        ),
        ("a implies b c", "Утверждение, символ 13: указано «c», ожидается конец утверждения."),
        ("a possible b", "Утверждение, символ 12: указано «b», ожидается конец утверждения."),
        ("(a possible", "Утверждение, символ 4: указано «possible», ожидается закрывающая скобка «)»."),
        ("a несовместимо b", "Утверждение, символ 16: указано «b», ожидается «с» после «несовместимо»."),
        ("a monotone x", "Утверждение, символ 12: указано «x», ожидается «in» после «monotone»."),
        ("a monotone in", "Утверждение, символ 14: конец утверждения, ожидается имя факта."),
        ("criterion possible", "Утверждение, символ 11: указано «possible», ожидается имя критерия."),
        (
            "a/b/c possible",
            "Утверждение, символ 1: указано «a/b/c», ожидается [политика:]право[/основание или /gate][@дата].",
        ),
        (
            "a@2024-02-30 possible",
            "Утверждение, символ 3: указано «2024-02-30», ожидается существующая дата вида 2024-01-31.",
        ),
        ("{fact: a possible", "Утверждение, символ 18: конец утверждения, ожидается закрывающая скобка «}»."),
        (
            "a and } possible",
            "Утверждение, символ 7: указано «}», ожидается право на включение, criterion с именем, условие в {…} или "
            "скобка.",
        ),
    ],
)
def test_mistakes_say_where_they_stand(statement, message):
    with pytest.raises(StatementError) as error:
        read_statement(statement)
    assert error.value.message() == message


def test_a_mistake_is_marked_in_the_statement():
    with pytest.raises(StatementError) as error:
        read_statement("a implise b")
    assert error.value.text("en") == (
        "Statement, character 3: found 'implise', expected a relation: implies, equivalent, disjoint, possible, "
        "always, monotone in, falling in. Perhaps 'implies'.\n  a implise b\n    ^"
    )


def test_excess_is_refused():
    with pytest.raises(StatementError, match="ожидается не больше 40 вложенных скобок и «не»"):
        read_statement("not " * 200 + "a possible")
    with pytest.raises(StatementError, match="ожидается не больше 40 вложенных скобок и «не»"):
        read_statement("(" * 3000 + "a" + ")" * 3000 + " possible")
    with pytest.raises(StatementError, match=f"ожидается не больше {MAX_LENGTH} символов"):
        read_statement("a" * (MAX_LENGTH + 1))


WORDS = st.sampled_from(
    ["a", "b/c", "p:q/r@2024-01-01", "implies", "and", "or", "not", "и", "не", "(", ")", "{", "}", "criterion", "in",
     "monotone", "possible", "{fact: a}", "'", '"', "@", ":", "/", "\n", "влечёт"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=30))
def test_any_text_is_read_or_refused_with_a_place_in_it(text):
    try:
        statement, mistake = read_statement(text), None
    except StatementError as error:
        statement, mistake = None, error
    if statement is not None:
        assert (statement.right is not None) == (
            statement.relation in (Relation.IMPLIES, Relation.EQUIVALENT, Relation.DISJOINT)
        )
    else:
        assert 0 <= mistake.position <= len(text)
        assert mistake.text().startswith(mistake.message())
