"""RS403: a hundred characters fit, one more does not."""

import pytest

from checks.findings import found, places
from rsnms.checks.sources.long_title import CHECK, LONGEST


@pytest.mark.parametrize(("length", "number"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_the_limit(tmp_path, length, number):
    text = f"terms:\n  - id: t\n    title: {'а' * length}\n    means: М\n"
    findings = found(CHECK, tmp_path, {"x.yaml": text})
    assert places(findings, tmp_path) == ["x.yaml:3:12"] * number
    assert [finding.message.ru for finding in findings] == [
        "В названии 101 знак; сократите его до 100, подробности перенесите в reading."
    ] * number


def test_names_of_others_and_line_breaks_do_not_count(tmp_path):
    long = "слово " * 30
    files = {
        "x.yaml": "subjects:\n  - id: s\n    title: С\n    kind: centre\n    level: regional\n"
        f"    official_name: {long}\n    reading: {long}\n",
        "y.yaml": f"terms:\n  - id: t\n    means: М\n    title: >\n      {'а' * 60}\n{' ' * 50}{'б' * 30}\n",
    }
    assert found(CHECK, tmp_path, files) == []
