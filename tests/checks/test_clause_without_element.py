"""RS402: clauses and items that nothing carries."""

from checks.findings import found, packaged, places
from rsnms.checks.sources.clause_without_element import CHECK

CLAUSES = """\
clauses:
  - {clause: "1", title: А}
  - {clause: "2", title: Б, items: 3}
  - {clause: "3", title: В, no_norm: вводная}
  - {clause: "4", title: Г}
"""


def terms(*stated: str) -> str:
    return "terms:\n" + "".join(f"  - {{id: t{n}, title: Т, means: М, {where}}}\n" for n, where in enumerate(stated))


def test_each_kind_of_gap(tmp_path):
    files = {"clauses.yaml": CLAUSES, "terms.yaml": terms('clause: "2", item: 2', 'clause: "3"', 'clause: "4"')}
    findings = found(CHECK, tmp_path, files)
    assert places(findings, tmp_path) == ["clauses.yaml:2:14", "clauses.yaml:3:14", "clauses.yaml:4:14"]
    assert [finding.message.ru for finding in findings] == [
        "На пункт 1 не ссылается ни один элемент; добавьте элемент или объясните в no_norm, почему нормы нет.",
        "В пункте 2 остались без элементов позиции: 1, 3. Добавьте элементы с clause и item.",
        "О пункте 3 сказано, что нормы в нём нет (no_norm), но на него ссылаются: t1.",
    ]


def test_without_a_list_of_clauses_nothing_is_missing(tmp_path):
    assert found(CHECK, tmp_path, {"terms.yaml": terms('clause: "9"')}) == []


def test_the_packaged_policies_leave_no_clause_out():
    assert packaged(CHECK) == []
