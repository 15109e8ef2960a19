"""Competencies and instruments: references, cut points in order, inheritance."""

from fractions import Fraction

import pytest

from policy.folders import TREE, messages, sound, write
from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.policy.competencies import Cut

COMPETENCIES = "competencies:\n  - {id: boards, title: Доски, area: ict, synonyms: [доска]}\n"


def instrument(keys):
    return f"{COMPETENCIES}instruments:\n  - {{id: test, title: Тест, {keys}}}\n"


def test_an_instrument_with_what_it_measures(tmp_path) -> None:
    keys = (
        "measures: [{id: block, title: Блок, competency: boards, cuts: [{severity: low, below: 95 %}]}],"
        " cuts: [{severity: high, below: 40 %}, {severity: low, below: 70.5 %}],"
        " levels: [{title: низкий, severity: high}, {title: высокий}]"
    )
    policy = sound(write(tmp_path, {**TREE, "a/b/x.yaml": instrument(keys)}))["a/b"].latest
    test = policy.instruments["test"]
    assert policy.competencies["boards"].area is CompetencyArea.ICT
    assert test.cuts == (Cut(Severity.HIGH, Fraction(2, 5), True), Cut(Severity.LOW, Fraction(141, 200), True))
    assert test.cuts_of(test.measures[0]) == (Cut(Severity.LOW, Fraction(19, 20), True),)
    assert [level.severity for level in test.levels] == [Severity.HIGH, None]


def test_an_instrument_is_inherited_and_replaced(tmp_path) -> None:
    files = {
        **TREE,
        "a/x.yaml": instrument("cuts: [{severity: high, below: 10}]"),
        "a/b/x.yaml": "instruments:\n  - {id: test, override: true, title: Т, cuts: [{severity: high, below: 12}]}\n",
    }
    tree = sound(write(tmp_path, files))
    assert tree["a"].latest.instruments["test"].cuts[0].below == 10
    assert tree["a/b"].latest.instruments["test"].cuts == (Cut(Severity.HIGH, Fraction(12), False),)


@pytest.mark.parametrize(
    "cuts",
    [
        "{severity: low, below: 70 %}, {severity: high, below: 40 %}",
        "{severity: high, below: 40 %}, {severity: low, below: 40 %}",
        "{severity: low, below: 40 %}, {severity: high, below: 70 %}",
        "{severity: high, below: 40 %}, {severity: high, below: 70 %}",
        "{severity: high, below: 12}, {severity: low, below: 70 %}",
    ],
)
def test_cut_points_stand_in_order_and_are_of_one_kind(tmp_path, cuts) -> None:
    (said,) = messages(write(tmp_path, {**TREE, "a/b/x.yaml": instrument(f"cuts: [{cuts}]")}))
    assert said.startswith("a/b/x.yaml:4:")
    assert said.endswith(
        "instrument-definition: instruments[0].cuts: Инструмент описан неверно: нужны пороги одного вида (все в % или "
        "все в баллах) по возрастанию, от тяжёлого дефицита к лёгкому."
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("measures: [{id: board, title: Блок}]", "unknown-competency: instruments[0].measures[0].id: Неизвестная "),
        ("measures: [{id: x, title: Б, competency: bords}]", "Возможно, имелось в виду «boards»."),
        ("cuts: [{severity: high, below: 101 %}]", "Здесь «101 %», ожидается баллы или процент до 100 %."),
        ("cuts: [{severity: high, below: много}]", "Здесь «много», ожидается баллы или процент до 100 %."),
        ("cuts: [{severity: hihg, below: 40 %}]", "Возможно, имелось в виду «high»."),
        ("measures: [{id: boards, title: Б}, {id: boards, title: В}]", "Идентификатор «boards» уже занят"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, keys, said) -> None:
    (message,) = messages(write(tmp_path, {**TREE, "a/b/x.yaml": instrument(keys)}))
    assert said in message


def test_the_federal_instrument_has_a_cut_point_for_each_severity() -> None:
    from rsnms.policy.loading import load_policies

    base = load_policies()["ru"].latest
    assert {one.area for one in base.competencies.values()} == set(CompetencyArea)
    assert {cut.severity for cut in base.instruments["default"].cuts} == set(Severity)
    assert base.instruments["default"].reading
