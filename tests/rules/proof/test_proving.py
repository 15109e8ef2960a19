"""Properties over policies: what they mean, with three values, and what is said of mistaken names."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy.folders import write
from rsnms import load_policies
from rsnms.domain.input_error import InputError
from rsnms.policy.conditions import facts_of
from rsnms.policy.loading import load_policies as load
from rsnms.reports.proofs import Checked, proof_text
from rsnms.rules.explain import explain
from rsnms.rules.proof.properties import Expected, read_properties
from rsnms.rules.proof.proving import Outcome, Proving, bind, witnesses
from rsnms.rules.proof.statement import Relation
from rsnms.rules.truth import Truth

ON = date(2024, 6, 1)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def packaged():
    return load_policies()


def prove(statement, tree, policy="ru/volgograd", on=ON):
    return Proving().prove(bind(statement, tree, policy, on))


FILES = {
    "a/north/policy.yaml": """
title: Север
level: regional
acts:
  - {id: act, kind: приказ, title: Об активе, body: Комитет, in_force: {from: "2020-01-01", until: "2023-12-31"}}
""",
    "a/north/rest.yaml": """
facts:
  - {id: hours, type: integer, title: Часы}
  - {id: trained, type: boolean, title: Обучен}
  - {id: place, type: text, title: Место}
  - {id: score, type: number, title: Балл, about: programme}
criteria:
  - id: enough
    title: довольно часов
    when: {fact: hours, at_least: 5}
eligibility:
  - id: active
    title: Актив
    gate: {fact: trained, is: true}
    grounds:
      - {id: core, title: Основа, modality: must, when: {use: enough}}
      - {id: rest, title: Прочие, modality: may, when: {fact: place, is: Лицей}}
  - id: open
    title: Открытое
    grounds:
      - {id: all, title: Все, modality: must, when: {fact: hours, at_least: 0}}
""",
    "a/north/2024-01-01/policy.yaml": """
title: Север
level: regional
acts:
  - {id: act, kind: приказ, title: Об активе, body: Комитет, in_force: {from: "2024-01-01"}}
""",
    "a/north/2024-01-01/rest.yaml": """
facts:
  - {id: hours, type: integer, title: Часы}
  - {id: trained, type: boolean, title: Обучен}
  - {id: place, type: text, title: Место}
eligibility:
  - id: active
    title: Актив
    gate: {fact: trained, is: true}
    grounds:
      - {id: core, title: Основа, modality: must, when: {fact: hours, at_least: 7}}
""",
    "a/south/policy.yaml": "title: Юг\nlevel: regional\n"
    'acts:\n  - {id: act, kind: приказ, title: О, body: К, in_force: {from: "2020-01-01"}}\n',
    "a/south/rest.yaml": """
facts:
  - {id: hours, type: boolean, title: Часы}
eligibility:
  - id: active
    title: Актив
    grounds:
      - {id: core, title: Основа, modality: must, when: {fact: hours, is: true}}
""",
}


@pytest.fixture(scope="module")
def north(tmp_path_factory):
    return load(write(tmp_path_factory.mktemp("north"), FILES))


def north_on(statement, tree, on=date(2023, 6, 1)):
    return prove(statement, tree, "a/north", on)


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("active/core implies active", "proven"),
        ("active implies active/core", "refuted"),
        ("active equivalent active/core or active/rest", "proven"),
        ("active equivalent active/gate", "refuted"),
        ("active implies active/gate", "proven"),
        ("active/gate and criterion enough equivalent active/core", "proven"),
        ("criterion enough equivalent {fact: hours, more_than: 4}", "proven"),
        ("{use: enough} equivalent criterion enough", "proven"),
        ("active/core disjoint not active/gate", "proven"),
        ("active/core disjoint active/rest", "refuted"),
        ("active and not active possible", "refuted"),
        ("{fact: hours, known: true} or {fact: hours, known: false} always", "proven"),
        ("{fact: hours, at_least: 0} or {fact: hours, less_than: 0} always", "proven"),
        ("active always", "refuted"),
        ("active monotone in hours", "proven"),
        ("active falling in hours", "refuted"),
        ("active monotone in trained", "proven"),
        ("not active falling in trained", "proven"),
        ("not active monotone in trained", "refuted"),
    ],
)
def test_what_relations_mean(north, statement, outcome):
    assert str(north_on(statement, north).outcome) == outcome


def test_a_refusal_shows_the_person(north):
    proof = north_on("active implies active/core", north)
    assert dict(proof.witness.facts) == {"trained": True, "hours": 4, "place": "Лицей"}
    assert not proof.holds()


def test_an_implication_says_apart_of_whom_it_cannot_be_said(north):
    proof = north_on("active/gate implies {fact: hours, at_least: 5} or {fact: hours, less_than: 5}", north)
    assert proof.outcome is Outcome.PROVEN
    assert dict(proof.unsaid.facts) == {"trained": True}
    assert proof.holds()
    assert not proof.holds(strict=True)
    assert north_on("active/core implies active", north).holds(strict=True)


def test_versions_are_chosen_by_their_day(north):
    proof = north_on("active/core@2024-01-01 implies active@2023-01-01", north)
    assert proof.outcome is Outcome.PROVEN
    proof = north_on("active/core@2023-01-01 implies active@2024-01-01", north)
    assert dict(proof.witness.facts) == {"trained": True, "hours": 5}


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whoever_is_shown_shows_it(data):
    tree = load_policies()
    names = ["regional-methodical-active", "young-educator-support", "manager", "pedagogical-worker",
             "ru/leningrad:regional-methodical-active", "ru/leningrad:mentoring", "ru/leningrad:manager",
             "regional-methodical-active/permitted", "{fact: age, less_than: 35 years}", "criterion young-educator",
             "ru/leningrad:municipal-methodical-active/gate", "ru/altai/ust-koksa:young-educator-support"]  # fmt: skip
    one, other = (data.draw(st.sampled_from(names)) for _ in range(2))
    relation = data.draw(st.sampled_from(["implies", "equivalent", "disjoint"]))
    proof = prove(f"{one} {relation} {other}", tree)
    for name, witness in witnesses(proof):
        truths = [
            explain(operand.condition, witness.profile.case(facts_of(operand.condition), ON)).truth
            for operand in proof.property.operands
        ]
        wanted = {"implies": [[Truth.MET, Truth.UNMET]], "disjoint": [[Truth.MET, Truth.MET]]}
        wanted["equivalent"] = [[Truth.MET, Truth.UNMET], [Truth.UNMET, Truth.MET]]
        if name == "unsaid":
            wanted = {one: [[Truth.MET, Truth.UNKNOWN], [Truth.UNKNOWN, Truth.MET]] for one in wanted}
        assert truths in wanted[relation]


def test_pairs_are_asked_about_too(packaged):
    proof = prove("{fact: mentor.age, at_least: 30 years} disjoint teacher-pair", packaged)
    assert proof.outcome is Outcome.REFUTED
    assert "mentor.age" in proof.witness.facts
    assert proof.property.statement.relation is Relation.DISJOINT


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "activ possible",
            "Нет права на включение «activ» в a/north. Возможно: «active». Есть: active, open.",
        ),
        ("a/nort:active possible", "Нет политики «a/nort». Возможно: «a/north»."),
        (
            "active/cor possible",
            "Утверждение, символ 8: указано «cor», ожидается основание права «active»: core, rest, gate. "
            "Возможно, «core».\n  active/cor possible\n         ^",
        ),
        ("open/gate possible", "У «open/gate» в политике нет условия."),
        (
            "criterion enouh possible",
            "enouh», ожидается критерий политики a/north: ",
        ),
        (
            "active monotone in hour",
            "Утверждение, символ 20: указано «hour», ожидается факт, о котором спрашивает условие: trained, hours, "
            "place. Возможно, «hours».\n  active monotone in hour\n                     ^",
        ),
        (
            "active monotone in place",
            "Утверждение, символ 20: указано «place», ожидается факт, который бывает больше и меньше, а не свободный "
            "текст.",
        ),
        (
            "active possible or {fact: hour, is: 1}",
            "Утверждение, символ 17: указано «or», ожидается конец утверждения.",
        ),
        (
            "active implies {fact: hour, is: 1}",
            "statement:1:23: unknown-fact: when.fact: Неизвестный факт «hour». Возможно, имелось в виду «hours».",
        ),
        (
            "{fact: hours, at_leest: 1} possible",
            "statement:1:15: unknown-key: when.at_leest: Неизвестный ключ «at_leest». Возможно, имелось в виду "
            "«at_least».",
        ),
        (
            "{use: enoug} possible",
            "statement:1:7: unknown-criterion: when.use: Неизвестный критерий «enoug». Возможно, имелось в виду "
            "«enough».",
        ),
        ("{fact: score, at_least: 1.5} implies active", "Одно условие — о программе, другое — о человеке"),
        (
            "active implies a/south:active",
            "Политики понимают факт «hours» по-разному (integer/person и boolean/person), доказать ничего нельзя.",
        ),
        ("active@2019-01-01 possible", "01.01.2019 в «a/north» не действует ни один акт"),
    ],
)
def test_mistakes_are_told_in_words(north, statement, message):
    with pytest.raises(InputError) as error:
        bind(statement, north, "a/north", date(2023, 6, 1))
    assert message in error.value.text()


def test_the_properties_of_the_example_hold_as_expected(packaged):
    found = read_properties(ROOT / "examples" / "properties.yaml", packaged, today=date(2020, 1, 1))
    assert len(found) >= 10
    proving = Proving()
    wrong = [one.name for one in found if proving.prove(one.property).outcome is not one.outcome]
    assert wrong == []


def test_what_is_too_hard_is_neither_proven_nor_refuted(north, monkeypatch):
    monkeypatch.setattr("rsnms.rules.proof.prover.MOST_STEPS", 1)
    proof = north_on("active implies active/core", north)
    assert proof.outcome is Outcome.UNDECIDED
    assert list(witnesses(proof)) == []
    assert not proof.holds()
    checked = Checked(Expected(proof.property), proof)
    assert not checked.is_as_expected
    assert not Checked(Expected(proof.property, outcome=Outcome.REFUTED), proof).is_as_expected
    assert proof_text(checked) == (
        "✗ Кто подходит под «Актив» (Север), подходит и под «Основа» («Актив», Север): ответа нет, условия слишком "
        "сложны для решателя; спросите об их частях, например об отдельных основаниях."
    )
