"""``rsnms calendar`` as users run it."""

import json

import icalendar
import pytest

from policy.folders import write

from .test_audit import POLICY

YEAR = ("--from", "2023-01-01", "--to", "2023-12-31")
NOTE = "Не в календаре, потому что акт не называет календарной даты, 1 обязательство:\n  Информирование\n"


@pytest.fixture
def calendar(run, tmp_path):
    write(tmp_path / "policies", POLICY)

    def calendar(*arguments: object, policy: str = "a/b"):
        return run("calendar", policy, "--policies", "policies", *arguments, cwd=tmp_path)

    return calendar


def test_a_file_is_written_and_a_table_shown(calendar, tmp_path):
    result = calendar(*YEAR, "--out", "plan.ics")
    assert result.returncode == 0
    events = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [
        "a.b.regulation.2023-03-01@rsnms",
        "a.b.meets.2023-03-31@rsnms",
        "a.b.bank.2023-05-01@rsnms",
        "a.b.meets.2023-06-30@rsnms",
        "a.b.meets.2023-09-30@rsnms",
        "a.b.agreement.2023-12-31@rsnms",
        "a.b.meets.2023-12-31@rsnms",
    ]
    assert "Банк практик (п. 4.4, рекомендация)" in " ".join(result.stdout.split())
    assert result.stderr == f"{NOTE}a/b, с 01.01.2023 по 31.12.2023: сроков 7\n"


def test_the_file_may_go_to_standard_output(calendar):
    result = calendar(*YEAR, "--format", "ics", "--remind", "3")
    assert result.stdout.startswith("BEGIN:VCALENDAR\n")
    assert len(icalendar.Calendar.from_ical(result.stdout).walk("VALARM")) == 7


def test_the_list_in_other_formats(calendar, tmp_path):
    records = json.loads(calendar("--from", "01.04.2023", "--to", "01.05.2023", "--format", "json").stdout)
    assert [(one["due"], one["duty"], one["modality"]) for one in records] == [("2023-05-01", "bank", "recommended")]
    assert calendar(*YEAR, "--format", "csv", "--out", "plan.csv").stdout == ""
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8").count("\n") == 8
    shown = calendar("--from", "2023-12-31", "--to", "2023-12-31", "--format", "md", "--lang", "en").stdout
    assert "| 31 December 2023 | Соглашение (cl. 3.4)<br>for each municipality | ЦНППМ |  |" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2023-02-01", "--to", "2023-01-01"), "the last day 2023-01-01 precedes the first"),
        (("--from", "2022-01-01", "--to", "2022-02-01"), "не действует ни один акт; первый действует с 15.11.2022."),
        (("--from", "2023-01-01"), "--to"),
    ],
)
def test_a_mistake_in_the_call_is_told_and_ends_in_code_2(calendar, arguments, said):
    result = calendar(*arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("policy", ["ru/volgograd", "ru/leningrad/kirovsk", "ru/yugra/megion", "ru/altai/ust-koksa"])
def test_the_packaged_policies_have_a_calendar(run, policy):
    result = run("calendar", policy, "--from", "2023-06-05", "--to", "2024-12-31", "--format", "ics")
    assert result.returncode == 0, result.stderr
    assert icalendar.Calendar.from_ical(result.stdout).walk("VEVENT")
