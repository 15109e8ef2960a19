"""RS401: where a clause may stand, and what needs none."""

import pytest

from checks.findings import TOWN, found, packaged, places
from rsnms.checks.sources.element_without_clause import CHECK

SUBJECT = "subjects:\n  - id: s\n    title: Служба\n    kind: service\n    level: regional\n"


def test_an_element_and_the_parts_of_one(tmp_path):
    functions = '    functions:\n      - {id: f, title: Ф}\n      - {id: g, title: Ф, clause: "2"}\n'
    files = {"terms.yaml": "terms: [{id: t, title: Т, means: М}]\n", "subjects.yaml": SUBJECT + functions}
    findings = found(CHECK, tmp_path, files)
    assert places(findings, tmp_path) == ["subjects.yaml:7:14", "terms.yaml:1:14"]
    assert findings[0].path == ("subjects", 0, "functions", 0, "id")
    assert findings[1].message.ru == (
        "У «t» не указан пункт акта; добавьте clause, чтобы по нему можно было найти источник."
    )


@pytest.mark.parametrize(
    "stated",
    [
        SUBJECT + '    clause: "1"\n    functions: [{id: f, title: Ф}]\n',
        "eligibility:\n  - id: e\n    title: П\n    grounds:\n"
        '      - {id: g, title: О, when: {fact: teaches, is: true, clause: "1"}}\n',
        'documents:\n  - {id: d, kind: plan, title: П, clause: "1", sections: [{id: s, title: Р}]}\n',
        "facts: [{id: f, type: boolean, title: Ф}]\n",
        "criteria: [{id: c, title: К, when: {fact: teaches, is: true}}]\n",
        "instruments: [{id: i, title: И}]\n",
    ],
)
def test_a_clause_around_it_or_inside_it_or_no_need_of_one(tmp_path, stated):
    assert found(CHECK, tmp_path, {"x.yaml": stated}) == []


def test_what_extends_an_element_has_its_clause(tmp_path):
    extending = SUBJECT.replace("    title", "    extends: true\n    title")
    files = {"town/policy.yaml": TOWN, "town/x.yaml": extending}
    assert found(CHECK, tmp_path / "with", {"x.yaml": SUBJECT + '    clause: "1"\n', **files}) == []
    without = found(CHECK, tmp_path / "without", {"x.yaml": SUBJECT, **files})
    assert places(without, tmp_path / "without") == ["x.yaml:2:9", "town/x.yaml:2:9"]


def test_every_packaged_element_names_its_clause():
    assert packaged(CHECK) == []
