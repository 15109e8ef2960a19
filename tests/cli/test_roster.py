import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import yaml

ACTIVE = ("regional-methodical-active", "-p", "ru/volgograd", "--on", "2024-01-01")


def test_a_template_filled_in_is_decided_without_a_word_of_complaint(run, tmp_path) -> None:
    template = tmp_path / "template.xlsx"
    made = run("roster", "template", "regional-methodical-active", template, "-p", "ru/volgograd")
    assert made.returncode == 0, made.stderr
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[1]}
    filled = {
        "Таб. №": "17",
        "Диагностика пройдена": "да",
        "Обучение методической поддержке": "да",
        "Вид организации": "общеобразовательная",
        "Должность": "учитель",
        "Образование": "высшее педагогическое",
        "Категория": "высшая",
        "Стаж работы по специальности": "5 лет",
        "Роли": "тьютор; наставник",
    }
    for heading, value in filled.items():
        sheet.cell(2, headings[heading], value)
    book.save(template)
    decided = run("eligible", *ACTIVE, template, "--format", "json", "--strict")
    assert decided.returncode == 0, decided.stderr
    [result] = json.loads(decided.stdout)["results"]
    assert (result["id"], result["verdict"], result["ground"], result["errors"]) == ("17", "eligible", "core", [])


def test_a_mapping_is_proposed_with_what_is_open_as_comments(run, examples, tmp_path) -> None:
    out = tmp_path / "mapping.yaml"
    assert (
        run("roster", "map", examples / "export.xlsx", "-p", "ru/leningrad", "--no-ask", "--out", out).returncode == 0
    )
    text = out.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["columns"]["Должность"] == "post"
    assert "#     'вышее педагогическое': ignore" in text
    settled = text.replace("# values:", "values:").replace("#   education:", "  education:")
    settled = settled.replace("#     'вышее педагогическое': ignore", "    'вышее педагогическое': higher-pedagogical")
    out.write_text(settled, encoding="utf-8")
    question = ("municipal-methodical-active", examples / "export.xlsx", "-p", "ru/leningrad", "--on", "2024-01-01")
    before = run("eligible", *question, "--format", "json")
    after = run("eligible", *question, "--format", "json", "--mapping", out)
    assert "вышее" in before.stderr
    assert "вышее" not in after.stderr


def test_questions_settle_a_mapping(examples, tmp_path) -> None:
    out = tmp_path / "mapping.yaml"
    command = [
        Path(sys.executable).with_name("rsnms"), "roster", "map", examples / "export.xlsx", "-p", "ru/leningrad",
        "--ask", "--out", out,
    ]  # fmt: skip
    answers = "01.01.2024\n1\n\n\n\n\n\n\n"
    done = subprocess.run(
        command, input=answers, capture_output=True, text=True, encoding="utf-8", check=False, env=dict(os.environ)
    )
    assert done.returncode == 0, done.stderr
    mapping = yaml.safe_load(out.read_text(encoding="utf-8"))
    assert mapping["values"] == {"education": {"вышее педагогическое": "higher-pedagogical"}}
    assert str(mapping["as_of"]) == "2024-01-01"


def test_a_mistaken_mapping_is_refused_with_its_line(run, examples, tmp_path) -> None:
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("columns:\n  Должность: pots\n", encoding="utf-8")
    refused = run("eligible", *ACTIVE, examples / "roster.xlsx", "--mapping", mapping)
    assert refused.returncode == 2
    assert f"{mapping}:2:14: unknown-fact" in refused.stderr
    assert "«post»" in refused.stderr
