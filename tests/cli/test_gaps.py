import json

import pytest

from policy.folders import write
from systems import FILES

WITHOUT = {
    "a/policy.yaml": "title: Основа\nlevel: federal\n",
    "a/b/policy.yaml": """\
title: Край
level: regional
acts: [{id: order, kind: приказ, title: О, body: К, in_force: {from: 2024-01-01}}]
""",
}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, FILES)


def test_gaps_are_listed_with_clauses_and_exit_code_1(run, folder) -> None:
    found = run("gaps", "a/north", "--policies", folder, COLUMNS="200")
    assert found.returncode == 1
    shown = " ".join(found.stdout.split())
    assert "1 вид деятельности: исследования" in shown
    assert "п. 3.2, п. 3.20" in shown
    assert found.stderr.strip() == "a/north: 5 пробелов"


def test_formats_for_machines(run, folder) -> None:
    found = json.loads(run("gaps", "a/north", "--format", "json", "--policies", folder).stdout)
    assert [one["code"] for one in found] == [
        "activity-unperformed",
        "activity-uncoordinated",
        "subject-without-functions",
        "functions-outside-structure",
        "document-unapproved",
    ]
    table = run("gaps", "a/north", "--format", "csv", "--lang", "en", "--policies", folder).stdout.splitlines()
    assert table[0] == "code,kind,id,title,clauses,subjects,inherited_from,text"
    assert table[-1] == "document-unapproved,document,plan,План,5,,,Nobody is said to approve this document"
    text = run("gaps", "a/north", "--format", "md", "--policies", folder).stdout
    assert "| документ: План | п. 5 | Не сказано, кто утверждает этот документ | document-unapproved |" in text


def test_no_gaps_is_exit_code_0(run, tmp_path) -> None:
    found = run("gaps", "a/b", "--policies", write(tmp_path, WITHOUT))
    assert (found.returncode, found.stdout, found.stderr.strip()) == (0, "", "a/b: пробелов нет")
    empty = run("gaps", "a/b", "--format", "json", "--policies", tmp_path)
    assert (empty.returncode, json.loads(empty.stdout)) == (0, [])


def test_packaged_policies_have_gaps_that_their_acts_leave(run) -> None:
    found = run("gaps", "ru/volgograd", "--format", "json")
    assert found.returncode == 1
    assert {one["code"] for one in json.loads(found.stdout)} >= {"activity-unperformed"}
    unknown = run("gaps", "ru/volgogrd")
    assert unknown.returncode == 2
    assert "Возможно: «ru/volgograd»" in unknown.stderr
