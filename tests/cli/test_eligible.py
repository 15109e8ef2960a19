import csv
import io
import json

import openpyxl

ACTIVE = ("regional-methodical-active", "--policy", "ru/volgograd", "--on", "2024-01-01")

HEADINGS = (
    "Таб. №;Вид организации;Должность;Образование;Категория;Стаж по специальности;Роли;"
    "Диагностика пройдена;Обучение методической поддержке"
)
PEOPLE = {
    "core": "общеобразовательная;учитель;высшее педагогическое;высшая;5 лет;нет;да;да",
    "general": "общеобразовательная;учитель;высшее педагогическое;первая;2 года;нет;да;да",
    "permitted": "дополнительного образования детей;педагог дополнительного образования;;первая;2 года;тьютор;да;да",
    "unknown": "общеобразовательная;учитель;высшее педагогическое;высшая;5 лет;нет;да;",
    "untrained": "общеобразовательная;учитель;высшее педагогическое;высшая;5 лет;тьютор;да;нет",
    "university": "высшего образования;преподаватель;высшее педагогическое;высшая;5 лет;тьютор;да;да",
}


def roster(path, headings=HEADINGS, people=PEOPLE):
    lines = [headings, *(f"{name};{cells}" for name, cells in people.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def results(run, *arguments):
    done = run("eligible", *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_cases_of_volgograd(run, tmp_path) -> None:
    answer = results(run, *ACTIVE, roster(tmp_path / "people.csv"))
    assert (answer["policy"], answer["eligibility"], answer["on"]) == (
        "ru/volgograd",
        "regional-methodical-active",
        "2024-01-01",
    )
    by_id = {result["id"]: result for result in answer["results"]}
    said = {id_: (result["verdict"], result["ground"], result["modality"]) for id_, result in by_id.items()}
    assert said == {
        "core": ("eligible", "core", "base"),
        "general": ("eligible", "general-rule", "must"),
        "permitted": ("eligible", "permitted", "may"),
        "unknown": ("undetermined", None, None),
        "untrained": ("ineligible", None, None),
        "university": ("ineligible", None, None),
    }
    assert [finding["fact"] for finding in by_id["unknown"]["unknown"]] == ["trained_in_methodical_support"]
    assert by_id["unknown"]["unmet"] == []
    [untrained] = by_id["untrained"]["unmet"]
    assert {key: untrained[key] for key in ("fact", "clause", "required", "found")} == {
        "fact": "trained_in_methodical_support",
        "clause": "1.3",
        "required": "да",
        "found": "нет",
    }
    assert [finding["fact"] for finding in by_id["university"]["unmet"]] == ["organisation_kind"]
    assert by_id["core"]["eligible_from"] == "2024-01-01"


def test_leningrad_from_when(run, tmp_path) -> None:
    headings = HEADINGS.replace("Стаж по специальности", "Педагогический стаж") + ";Вклад"
    cells = "общеобразовательная;учитель;высшее педагогическое;высшая;4 года 6 месяцев;нет;да;да;"
    people = roster(
        tmp_path / "people.csv", headings, {"soon": f"{cells}да", "unattested": cells.replace("4 года 6", "9 лет 6")}
    )
    answer = results(run, "municipal-methodical-active", "--policy", "ru/leningrad", "--on", "2024-01-01", people)
    soon, unattested = answer["results"]
    assert (soon["verdict"], soon["eligible_from"]) == ("ineligible", "2024-07-01")
    assert [finding["fact"] for finding in soon["unmet"]] == ["pedagogical_experience"]
    assert unattested["verdict"] == "undetermined"
    assert [finding["fact"] for finding in unattested["unknown"]] == ["contribution"]


def test_every_row_of_a_flawed_export_has_a_result(run, examples) -> None:
    done = run(
        "eligible", "municipal-methodical-active", examples / "export.xlsx", "-p", "ru/leningrad", "--on", "2024-01-01",
        "--format", "json",
    )  # fmt: skip
    answer = json.loads(done.stdout)
    assert [result["row"] for result in answer["results"]] == list(range(5, 17))
    assert all(result["verdict"] in ("eligible", "ineligible", "undetermined") for result in answer["results"])
    flawed = {result["row"]: result["errors"] for result in answer["results"] if result["errors"]}
    assert set(flawed) == {7, 9, 11, 13}
    assert "строка 9, столбец N «Образование»" in done.stderr
    assert "высшее педагогическое" in done.stderr


def test_personal_data_stays_out_of_messages_and_results(run, examples) -> None:
    done = run(
        "eligible", "municipal-methodical-active", examples / "export.xlsx", "-p", "ru/leningrad", "--on", "2024-01-01",
        "--format", "json",
    )  # fmt: skip
    sheet = openpyxl.load_workbook(examples / "export.xlsx").active
    for row in sheet.iter_rows(min_row=5, min_col=3, values_only=True):
        surname, snils, mail = row[2], row[7], row[16]
        for private in (snils, mail, f"{surname} "):
            assert private not in done.stdout + done.stderr


def test_table_csv_and_workbook_agree(run, examples, tmp_path) -> None:
    question = (*ACTIVE, examples / "roster.xlsx")
    verdicts = [result["verdict"] for result in results(run, *question)["results"]]
    rows = list(csv.DictReader(io.StringIO(run("eligible", *question, "--format", "csv").stdout)))
    assert [row["verdict"] for row in rows] == verdicts
    out = tmp_path / "result.xlsx"
    assert run("eligible", *question, "--format", "xlsx", "--out", out).returncode == 0
    sheet = openpyxl.load_workbook(out).active
    words = {"подходит": "eligible", "не подходит": "ineligible"}
    shown = [row[2] for row in sheet.iter_rows(min_row=3, values_only=True)]
    assert [words.get(word, "undetermined") for word in shown] == verdicts
    table = run("eligible", *question)
    assert "1003" in table.stdout
    assert "Основа актива (основа)" in table.stdout
    assert table.stderr.strip().endswith(
        "24 человека: подходит: 7, не подходит: 9, нельзя определить: не хватает сведений: 8"
    )


def test_nothing_in_a_workbook_becomes_a_formula(run, tmp_path) -> None:
    people = roster(tmp_path / "people.csv", people={"=1+1": PEOPLE["core"], "@SUM(A1)": PEOPLE["general"]})
    out = tmp_path / "result.xlsx"
    assert run("eligible", *ACTIVE, people, "--format", "xlsx", "--out", out).returncode == 0
    sheet = openpyxl.load_workbook(out).active
    assert [(cell.value, cell.data_type) for cell in sheet["B"][2:]] == [("=1+1", "s"), ("@SUM(A1)", "s")]


def test_strict_makes_mistakes_in_the_roster_a_finding(run, tmp_path) -> None:
    flawed = roster(tmp_path / "people.csv", people={"x": PEOPLE["core"].replace("высшая", "вышая")})
    assert run("eligible", *ACTIVE, flawed).returncode == 0
    assert run("eligible", *ACTIVE, flawed, "--strict").returncode == 1


def test_usage_mistakes_end_in_a_message(run, examples, tmp_path) -> None:
    attempts = {
        ("eligible", *ACTIVE, "nowhere.xlsx"): "nowhere.xlsx",
        ("eligible", *ACTIVE, examples / "make_rosters.py"): "",
        ("eligible", "regional-active", *ACTIVE[1:], examples / "roster.xlsx"): "regional-methodical-active",
        ("eligible", *ACTIVE, examples / "roster.xlsx", "--format", "xlsx"): "--out",
        ("eligible", *ACTIVE[:3], "--on", "2020-01-01", examples / "roster.xlsx"): "01.01.2020",
        ("eligible", *ACTIVE, examples / "roster.xlsx", "--format", "pdf"): "pdf",
        ("eligible", *ACTIVE, examples / "roster.xlsx", "--out", tmp_path / "no" / "folder.txt"): "folder.txt",
    }
    for arguments, named in attempts.items():
        done = run(*arguments)
        assert done.returncode == 2, arguments
        assert named in done.stderr
        assert "Traceback" not in done.stderr


def test_pairs(run, tmp_path) -> None:
    people = tmp_path / "pairs.csv"
    people.write_text(
        "id;Наставник: Предмет;Наставляемый: Предмет;Наставник: Роли;Наставляемый: Молодой специалист\n"
        "a;Физика; физика;нет;нет\n"
        "b;Физика;Химия;наставник;да\n"
        "c;Физика;Химия;нет;нет\n",
        encoding="utf-8",
    )
    answer = results(run, "teacher-pair", people, "-p", "ru/volgograd", "--on", "2024-01-01")
    assert [(result["id"], result["verdict"], result["ground"]) for result in answer["results"]] == [
        ("a", "eligible", "same-subject"),
        ("b", "eligible", "mentor-and-young"),
        ("c", "undetermined", None),
    ]
