"""RS204: what explains an abbreviation, and what is none."""

import pytest

from checks.findings import TOWN, found, places
from rsnms.checks.names.undefined_abbreviation import CHECK


def said(text: str) -> str:
    return f'provisions:\n  - {{id: p, kind: task, title: "{text}"}}\n'


def test_each_once_at_its_first_place(tmp_path):
    texts = said("Ведёт ППКП и ЦНБ-центр") + '  - {id: q, kind: task, title: "ППКП"}\n'
    findings = found(CHECK, tmp_path, {"provisions.yaml": texts})
    assert places(findings, tmp_path) == ["provisions.yaml:2:32"] * 2
    assert [finding.message.ru for finding in findings] == [
        f"Сокращение «{short}» нигде не раскрыто: ни в понятиях, ни в названиях субъектов и документов."
        for short in ("ППКП", "ЦНБ")
    ]


@pytest.mark.parametrize(
    "text", ["Закон 273-ФЗ", "Подготовка к ЕГЭ в РФ", "Я и А", "Приказ № 7-ОД", "IT и VIII класс", "ДОКументы"]
)
def test_no_abbreviation_or_one_that_everybody_knows(tmp_path, text):
    assert found(CHECK, tmp_path, {"provisions.yaml": said(text)}) == []


@pytest.mark.parametrize(
    "explained",
    [
        "terms: [{id: t, title: План (ППКП), means: М}]",
        "terms: [{id: t, title: Персональный план карьеры педагога, means: М}]",
        "documents: [{id: d, kind: plan, title: ППКП педагога}]",
        "subjects:\n  - id: s\n    title: С\n    kind: centre\n    level: regional\n"
        "    official_name: Областной Приют поддержки карьерного поиска",
    ],
)
def test_a_name_explains_it_here_and_in_a_child(tmp_path, explained):
    own = {"x.yaml": explained, "provisions.yaml": said("Ведёт ППКП")}
    assert found(CHECK, tmp_path / "own", own) == []
    child = {"x.yaml": explained, "town/policy.yaml": TOWN, "town/provisions.yaml": said("Ведёт ППКП")}
    assert found(CHECK, tmp_path / "child", child) == []


def test_a_reading_may_quote_the_act(tmp_path):
    text = said("План").replace('"}', '", reading: В акте напечатано ППКП}')
    assert found(CHECK, tmp_path, {"provisions.yaml": text}) == []
