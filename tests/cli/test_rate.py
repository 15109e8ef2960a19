import csv
import io
import json

import pytest

from cli.in_process import call

ROUTE = {
    "person": "Т-301",
    "policy": "ru/volgograd",
    "on": "2025-01-13",
    "terms": {"begins": "2025-01-13"},
    "deficits": [
        {"competency": "ict", "severity": "high"},
        {"competency": "methodical", "severity": "high"},
        {"competency": "normative", "severity": "low"},
        {"competency": "communicative", "severity": "low"},
    ],
    "steps": [
        {
            "id": "К-1",
            "stage": "learning",
            "begins": "2025-02-10",
            "ends": "2025-02-21",
            "hours": 36,
            "offer": "К-1",
            "closes": [{"competency": "ict", "severity": "high"}],
        }
    ],
}
REPEATED = """\
Таб. №;ФИО;Дата диагностики;Блок;Баллы;Максимум
Т-301;Иванова Анна Петровна;18.11.2024;Нормативный блок;20;20
Т-301;Иванова Анна Петровна;01.12.2025;ИКТ;10;10
Т-301;Иванова Анна Петровна;01.12.2025;Методический блок;18;30
Т-301;Иванова Анна Петровна;01.12.2025;Коммуникативный блок;2;20
Т-301;Иванова Анна Петровна;01.12.2025;Предметный блок;2;40
Т-302;Сидоров Пётр Ильич;01.12.2025;ИКТ;1;10
"""
CALL = ("rate", "routes.json", "repeated.csv", "--policy", "ru/volgograd", "--on", "2025-12-15")


@pytest.fixture
def home(tmp_path):
    (tmp_path / "routes.json").write_text(json.dumps([ROUTE, ROUTE | {"person": "Т-303"}]), encoding="utf-8")
    (tmp_path / "repeated.csv").write_text(REPEATED, encoding="utf-8")
    return tmp_path


def test_deficits_are_rated_by_later_results(run, home) -> None:
    done = run(*CALL, "--format", "csv", "--strict", cwd=home)
    assert done.returncode == 0, done.stderr
    rows = [tuple(row.values()) for row in csv.DictReader(io.StringIO(done.stdout))]
    assert rows[:5] == [
        ("Т-301", "ict", "high", "", "closed", "2025-12-01", "К-1"),
        ("Т-301", "methodical", "high", "low", "lessened", "2025-12-01", ""),
        ("Т-301", "normative", "low", "", "not-assessed", "", ""),
        ("Т-301", "communicative", "low", "high", "worsened", "2025-12-01", ""),
        ("Т-301", "subject", "", "high", "new", "2025-12-01", ""),
    ]
    assert {row[4] for row in rows[5:]} == {"not-assessed"}
    summary = "Дефицитов: 8, оценено повторно: 3, закрыто: 1 (33,3 %), новых: 1"
    assert " ".join(done.stderr.splitlines()[-1].split()) == summary
    assert "Иванова" not in done.stdout + done.stderr


def test_the_list_in_every_other_format(home) -> None:
    table = call(*CALL, cwd=home)
    assert "закрыт" in table.stdout
    assert "уменьшился" in table.stdout
    assert "новых: 1" not in table.stdout
    said = call(*CALL, "--format", "md", "--lang", "en", cwd=home)
    assert "| Т-301 | ICT competency | severe | no deficit | closed | 1 December 2025 | К-1 |" in said.stdout
    assert said.stderr.splitlines()[-1] == "Deficits: 8, assessed again: 3, closed: 1 (33.3%), new: 1"
    written = call(*CALL, "--format", "json", "--out", "rated.json", cwd=home)
    assert written.stdout == ""
    records = json.loads((home / "rated.json").read_text(encoding="utf-8"))
    assert records[0]["steps"] == ["К-1"]


def test_results_after_the_day_asked_about_do_not_count(home) -> None:
    done = call(*CALL[:-1], "2025-11-30", "--format", "csv", cwd=home)
    assert done.stderr.splitlines()[-1] == "Дефицитов: 8; повторной диагностики не было"


def test_rows_that_do_not_count_are_told_and_can_be_made_to_fail(home) -> None:
    (home / "repeated.csv").write_text(REPEATED.replace("ИКТ;1;10", "ИКТ;11;10"), encoding="utf-8")
    (home / "routes.json").write_text(json.dumps(ROUTE | {"policy": "ru/leningrad"}), encoding="utf-8")
    done = call(*CALL, "--format", "csv", "--strict", cwd=home)
    assert done.returncode == 1
    assert "строка 7" in done.stderr
    assert "Есть маршруты, составленные по ru/leningrad, а не по ru/volgograd." in done.stderr
    assert done.stdout.startswith("person,competency,before,after,outcome,on,steps\n")


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("[", (), "это не JSON"),
        (json.dumps(ROUTE | {"on": "13.13.2025", "stps": []}), (), "routes.json: on:"),
        (None, ("--instrument", "default"), "routes.json: "),
    ],
)
def test_wrong_calls_end_in_a_message(home, text, arguments, said) -> None:
    if text is None:
        (home / "routes.json").unlink()
    else:
        (home / "routes.json").write_text(text, encoding="utf-8")
    done = call(*CALL, *arguments, cwd=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
