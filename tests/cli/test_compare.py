import json

import pytest

from policy.folders import write
from systems import FILES


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, FILES)


def test_two_regions_side_by_side(run, folder) -> None:
    compared = run("compare", "a/north", "a/south", "--kind", "indicators", "--policies", folder)
    assert compared.returncode == 0
    shown = " ".join(compared.stdout.split())
    assert "не менее 10 % (п. 6) │ не менее 20 % (п. 6)" in shown
    assert compared.stderr.strip() == "Показатели: различается 1; только в a/north: 1"


def test_json_names_every_aspect_asked_for(run, folder) -> None:
    arguments = ("--kind", "subjects", "--kind", "terms", "--format", "json", "--policies", folder)
    compared = json.loads(run("compare", "a/north", "a/south", *arguments).stdout)
    assert {aspect: [one["status"] for one in things] for aspect, things in compared["aspects"].items()} == {
        "subjects": ["both", "one", "differs", "one"],
        "terms": ["both"],
    }
    mirrored = json.loads(run("compare", "a/south", "a/north", *arguments).stdout)
    assert [one["status"] for one in mirrored["aspects"]["subjects"]] == ["both", "other", "differs", "other"]


def test_csv_and_markdown(run, folder) -> None:
    table = run("compare", "a/north", "a/south", "--kind", "terms", "--format", "csv", "--policies", folder).stdout
    assert table.splitlines()[1] == "terms,active,both,,,active,active,1,"
    text = run("compare", "a/north", "a/south", "--format", "md", "--lang", "en", "--policies", folder).stdout
    assert "## Subjects\n\n| What |  | North | Юг |" in text
    assert text.count("\n## ") == 8


def test_packaged_policies_on_a_day(run) -> None:
    compared = run(
        "compare", "ru/volgograd", "ru/leningrad", "--on", "2024-06-01", "--kind", "eligibility", COLUMNS="200"
    )
    assert compared.returncode == 0
    assert "Стаж работы по специальности" in compared.stdout
    early = run("compare", "ru/volgograd", "ru/leningrad", "--on", "2023-07-01")
    assert early.returncode == 2
    assert early.stderr.startswith("01.07.2023 в «ru/leningrad» не действует ни один акт")


def test_mistakes_end_in_a_message(run) -> None:
    unknown = run("compare", "ru/volgograd", "ru/leningrd")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "Возможно: «ru/leningrad»" in unknown.stderr
    kind = run("compare", "ru/volgograd", "ru/leningrad", "--kind", "subject")
    assert kind.returncode == 2
    assert "Traceback" not in unknown.stderr + kind.stderr
