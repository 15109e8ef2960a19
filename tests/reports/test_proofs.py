"""Properties in words."""

from datetime import date

import pytest

from rsnms import load_policies
from rsnms.reports.proofs import Checked, operand_words, proof_text, sentence, summary
from rsnms.rules.proof.properties import Expected
from rsnms.rules.proof.proving import Outcome, Proof, Proving, bind

ON = date(2024, 6, 1)


def bound(statement):
    return bind(statement, load_policies(), "ru/volgograd", ON)


@pytest.mark.parametrize(
    ("operand", "ru", "en"),
    [
        ("manager", "«Управленческие кадры» (Волгоградская область)", "“Manager” (Volgograd region)"),
        (
            "regional-methodical-active/core",
            "«Основа актива» («Региональный методический актив», Волгоградская область)",
            "“Core of the active” (“Regional methodical active”, Volgograd region)",
        ),
        (
            "regional-methodical-active/gate",
            "«Общее условие» («Региональный методический актив», Волгоградская область)",
            "“Gate” (“Regional methodical active”, Volgograd region)",
        ),
        (
            "manager@2024-03-01",
            "«Управленческие кадры» (Волгоградская область, 01.03.2024)",
            "“Manager” (Volgograd region, 1 March 2024)",
        ),
        (
            "criterion young-educator",
            "критерий «до 35 лет в первые три года работы»",
            "the criterion “under 35 in the first three years of work”",
        ),
        ("{fact: age, at_least: 35 years}", "«Возраст — не менее 35 лет»", "“Age — at least 35 years”"),
        (
            "not (criterion young-educator or {fact: teaches, is: true})",
            "не (критерий «до 35 лет в первые три года работы» или «Ведёт педагогическую деятельность: да»)",
            "not (the criterion “under 35 in the first three years of work” or “Teaches: yes”)",
        ),
    ],
)
def test_operands_in_words(operand, ru, en):
    asked = bound(f"{operand} possible")
    assert operand_words(asked.left) == ru
    assert operand_words(asked.left, "en") == en


@pytest.mark.parametrize(
    ("statement", "ru"),
    [
        ("{0} implies {0}", "Кто подходит под {1}, подходит и под {1}"),
        ("{0} equivalent {0}", "Под {1} и под {1} подходят одни и те же"),
        ("{0} disjoint {0}", "Никто не подходит сразу под {1} и под {1}"),
        ("{0} possible", "Под {1} можно подойти"),
        ("{0} always", "Под {1} подходит каждый"),
        ("{0} monotone in age", "Кто подходит под {1}, подойдёт и тогда, когда «возраст» больше"),
        ("{0} falling in age", "Кто подходит под {1}, подойдёт и тогда, когда «возраст» меньше"),
    ],
)
def test_every_relation_in_words(statement, ru):
    asked = bound(statement.format("{fact: age, at_least: 35 years}"))
    assert sentence(Proof(asked, Outcome.PROVEN)) == ru.format(None, "«Возраст — не менее 35 лет»")


def test_only_the_reasons_that_decide_are_told():
    """What is not known does not matter to somebody who fails something else."""
    asked = bound("{fact: age, less_than: 35 years} implies criterion young-educator")
    text = proof_text(Checked(Expected(asked), Proving().prove(asked)))
    assert text.endswith("не подходит\n      — Время с начала работы: 3 года — требуется: менее 3 лет")


def test_a_summary_counts_in_words():
    asked = bound("manager possible")
    fine = Checked(Expected(asked), Proof(asked, Outcome.PROVEN))
    wrong = Checked(Expected(asked, outcome=Outcome.REFUTED), Proof(asked, Outcome.PROVEN))
    assert summary([fine] * 21) == "21 свойство, всё как ожидалось"
    assert summary([fine, wrong]) == "2 свойства, не так, как ожидалось: 1"
    assert summary([fine], "en") == "1 property, all as expected"
