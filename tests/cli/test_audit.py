"""``rsnms audit`` and ``rsnms evidence`` as users run them."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from policy.folders import BASE, Files, write

POLICY: Files = {
    "a/policy.yaml": BASE,
    "a/b/policy.yaml": """\
title: Регион
level: regional
acts:
  - {id: order-1, kind: приказ, title: О системе, body: Комитет, in_force: {from: 2022-11-15}}
""",
    "a/b/subjects.yaml": """\
subjects:
  - {id: cnppm, title: ЦНППМ, kind: centre, level: regional}
  - {id: council, title: Методический совет, kind: collegial-body, level: regional}
""",
    "a/b/documents.yaml": """\
documents:
  - {id: regulation, kind: regulation, title: Положение, clause: "1", approved_by: cnppm, due: 2023-03-01}
  - id: agreement
    kind: agreement
    title: Соглашение
    clause: "3.4"
    parties: [cnppm]
    for_each: municipality
    due: 2023-12-31
  - {id: bank, kind: database, title: Банк практик, clause: "4.4", modality: recommended, due: 2023-05-01}
""",
    "a/b/obligations.yaml": """\
obligations:
  - {id: meets, kind: meeting, title: Заседание, clause: "3.1", by: council, every: quarter}
  - {id: informing, kind: informing, title: Информирование, by: cnppm, date_note: В течение года}
""",
}
EVIDENCE = """\
Дата;Вид;Субъект;Название
10.03.2023;положение;;Приказ № 5
15.02.2023;заседание;;Протокол № 1
15.05.2023;заседание;Методический совет;Протокол № 2
01.04.2023;соглашение;Камышинский район;Соглашение № 1
01.07.2023;заседание;;
01.02.2023;засидание;;
01.02.2023;заседание;ЦНППМ;
"""
PLACES = "Камышинский район; Серафимовичский район"
FIRST_HALF = ("--on", "2023-06-30")


@pytest.fixture
def home(tmp_path):
    write(tmp_path / "policies", POLICY)
    (tmp_path / "evidence.csv").write_text(EVIDENCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def audit(run, home):
    def audit(*arguments: object, evidence: str = "evidence.csv", policy: str = "a/b"):
        return run("audit", evidence, "-p", policy, "--policies", "policies", *arguments, cwd=home)

    return audit


def test_each_duty_is_shown_with_what_is_found_of_it(audit):
    result = audit(*FIRST_HALF, "--municipalities", PLACES, "--format", "md")
    assert result.returncode == 0
    assert (
        result.stdout
        == """\
| Обязательство | Кто отвечает | Срок | Состояние |
| --- | --- | --- | --- |
| Положение (п. 1) | ЦНППМ | до 01.03.2023 | выполнено 10.03.2023, с опозданием на 9 дней<br>Приказ № 5 |
| Соглашение (п. 3.4) | ЦНППМ | Камышинский район<br>до 31.12.2023 | выполнено 01.04.2023<br>Соглашение № 1 |
|  |  | Серафимовичский район<br>до 31.12.2023 | до конца срока 184 дня |
| Банк практик (п. 4.4, рекомендация) |  | до 01.05.2023 | просрочено на 60 дней |
| Заседание (п. 3.1) | Методический совет | I квартал 2023<br>до 31.03.2023 | выполнено 15.02.2023<br>Протокол № 1 |
|  |  | II квартал 2023<br>до 30.06.2023 | выполнено 15.05.2023<br>Протокол № 2 |
|  |  | III квартал 2023<br>до 30.09.2023 | начнётся 01.07.2023 |
| Информирование | ЦНППМ | В течение года | срок в акте не календарный («В течение года»), свидетельств нет |
"""
    )
    assert result.stderr.splitlines() == [
        "строка 7, столбец B «Вид»: «засидание» не распознано; ожидается идентификатор обязательства, его название "
        "или вид (положение, соглашение, банк данных, заседание, информирование). Возможно, имелось в виду "
        "«заседание».",
        "строка 6: дата позже дня проверки (30.06.2023), свидетельство не учтено.",
        "строка 8: субъект «ЦНППМ» в этом обязательстве не назван; ожидается Методический совет. "
        "Проверьте субъект и вид.",
        "a/b, 30.06.2023: 5 обязательств: выполнено 1, с опозданием 1, просрочено 1 (обязательных 0), срок идёт 1, "
        "нельзя проверить 1",
    ]


def test_something_overdue_that_has_to_be_done_ends_in_code_1(audit):
    late = audit("--on", "2024-02-01", "--municipalities", PLACES, "--status", "overdue", "--format", "csv")
    assert late.returncode == 1
    found = list(csv.DictReader(io.StringIO(late.stdout)))
    assert [(one["duty"], one["place"], one["period"], one["days"]) for one in found] == [
        ("agreement", "Серафимовичский район", "", "32"),
        ("bank", "", "", "276"),
        ("meets", "", "2023-Q4", "32"),
    ]
    assert audit("--on", "2024-02-01", "--status", "done", "--format", "csv").returncode == 1
    assert audit("--on", "2024-02-01", "--subject", "cnppm", "--format", "csv").returncode == 0


def test_mistakes_in_rows_do_not_stop_unless_asked_to(audit, home):
    assert audit(*FIRST_HALF).returncode == 0
    assert audit(*FIRST_HALF, "--strict").returncode == 1
    (home / "clean.csv").write_text("Дата;Вид\n01.07.2023;заседание\n", encoding="utf-8")
    clean = audit("--on", "2023-01-01", "--strict", evidence="clean.csv")
    assert (clean.returncode, "строка 2: дата позже дня проверки" in clean.stderr) == (0, True)


def test_without_a_list_of_places_it_is_said_how_to_give_one(audit, home):
    result = audit(*FIRST_HALF, "--format", "json")
    whole = json.loads(result.stdout)
    found = [(one["place"], one["status"], one["reason"]) for one in whole["findings"] if one["duty"] == "agreement"]
    assert found == [(None, "not-checkable", "no-places"), ("Камышинский район", "done", None)]
    assert "Чтобы проверить каждое место, задайте список: --municipalities" in result.stderr
    assert whole["standings"]["not-checkable"] == 2
    assert [one["code"] for one in whole["errors"]] == ["unknown-kind"]
    assert [one["code"] for one in whole["uncounted"]] == ["later", "other-subject"]
    (home / "places.csv").write_text("Район\nКамышинский район\n", encoding="utf-8")
    listed = audit(*FIRST_HALF, "--municipalities", "places.csv", "--format", "json")
    assert json.loads(listed.stdout)["standings"]["not-checkable"] == 1


def test_a_workbook_is_written(audit, home):
    assert audit(*FIRST_HALF, "--format", "xlsx").returncode == 2
    assert audit(*FIRST_HALF, "--format", "xlsx", "--out", "audit.xlsx").returncode == 0
    rows = list(openpyxl.load_workbook(home / "audit.xlsx").active.iter_rows(values_only=True))
    assert rows[0][:4] == ("Идентификатор", "Обязательство", "Вид", "Пункт")
    assert rows[1][-6:] == ("01.03.2023", "с опозданием", "9", "10.03.2023", "2", rows[1][-1])
    assert rows[1][-1] == "выполнено 10.03.2023, с опозданием на 9 дней"


def test_in_english(audit):
    result = audit(*FIRST_HALF, "--lang", "en", "--format", "md")
    assert "| Положение (cl. 1) | ЦНППМ | by 1 March 2023 | done on 10 March 2023, 9 days late" in result.stdout
    assert result.stderr.splitlines()[-1] == (
        "a/b, 30 June 2023: 5 duties: 1 done, 1 done late, 1 overdue (0 binding), 2 not checkable"
    )


def test_the_table_fits_a_terminal(audit):
    result = audit(*FIRST_HALF)
    assert "Методический совет" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--on", "2022-01-01"), "01.01.2022 в «a/b» не действует ни один акт; первый действует с 15.11.2022."),
        ((*FIRST_HALF, "--subject", "cnpm"), "Нет субъекта «cnpm» в a/b. Возможно: «cnppm». Есть: cnppm, council."),
        ((*FIRST_HALF, "--municipalities", "no.xlsx"), "Нет файла «no.xlsx»."),
        ((*FIRST_HALF, "--status", "late"), "'late' is not one of 'overdue'"),
    ],
)
def test_a_mistake_in_the_call_is_told_and_ends_in_code_2(audit, arguments, said):
    result = audit(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unreadable_file_and_an_unknown_policy_end_in_code_2(audit):
    missing, unknown = audit(evidence="no.csv"), audit(policy="a/c")
    assert (missing.returncode, missing.stderr) == (2, "Нет файла «no.csv».\n")
    assert (unknown.returncode, "Нет политики «a/c»." in unknown.stderr) == (2, True)


def test_a_template_is_filled_in_and_checked(run, home, audit):
    made = run("evidence", "template", "new.xlsx", "-p", "a/b", "--policies", "policies", cwd=home)
    assert (made.returncode, made.stderr) == (0, "new.xlsx: 5 обязательств\n")
    book = openpyxl.load_workbook(home / "new.xlsx")
    book.worksheets[0].append([date(2023, 2, 1), "Положение"])
    book.save(home / "new.xlsx")
    result = audit(*FIRST_HALF, "--status", "done", "--format", "csv", "--strict", evidence="new.xlsx")
    assert [line.split(",")[0] for line in result.stdout.splitlines()[1:]] == ["regulation"]


@pytest.mark.parametrize("policy", ["ru/volgograd", "ru/leningrad/kirovsk", "ru/yugra/megion", "ru/altai/ust-koksa"])
def test_the_packaged_policies_are_audited(run, tmp_path: Path, policy):
    (tmp_path / "none.csv").write_text("Дата;Вид\n", encoding="utf-8")
    result = run("audit", "none.csv", "-p", policy, "--on", "2024-11-01", "--format", "json", cwd=tmp_path)
    assert result.returncode in (0, 1), result.stderr
    whole = json.loads(result.stdout)
    assert whole["duties"] == sum(whole["standings"].values()) > 0
    assert whole["standings"]["done"] == 0
