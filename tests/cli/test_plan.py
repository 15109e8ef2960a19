import csv
import io
import json
import random
import re
from datetime import datetime

import openpyxl
import pytest

from cli.in_process import call
from rsnms.reports.routes.plan_lists import PlanList

PEOPLE = """\
Таб. №;ФИО;СНИЛС;Муниципалитет;Место работы;Вид организации;Должность;Предмет;Дата рождения;Дата начала работы;Роли
Т-201;Иванова Анна Петровна;112-233-445 95;Заречный район;СОШ № 15;школа;учитель;физика;12.05.1999;01.09.2023;нет
Т-202;Сидоров Пётр Ильич;087-654-303 00;Заречный район;СОШ № 15;школа;учитель;физика;03.07.1980;01.09.2005;наставник
Т-203;Орлова Вера Олеговна;;Заречный район;СОШ № 2;школа;учитель;химия;01.02.1975;01.09.1999;нет
Т-204;Белова Яна Юрьевна;;Заречный район;СОШ № 2;школа;методист;;01.02.1970;01.09.1995;муниципальный методист
"""
RESULTS = """\
Таб. №;Дата диагностики;Блок;Баллы;Максимум
Т-203;18.11.2024;Методический блок;9;30
Т-201;18.11.2024;Методический блок;9;30
Т-201;18.11.2024;ИКТ;2;10
Т-201;18.11.2024;Нормативный блок;12;20
Т-202;18.11.2024;Психолого-педагогический блок;5;20
"""
CATALOGUE = """\
ID;Название;Вид;Компетенции;Часы;Форма обучения;Должности;Сессии;В реестре с
К-1;Цифровой урок;ПК;ИКТ: высокий;36;дистанционная;;10.02.2025–21.02.2025, 20 мест;01.01.2024
К-2;Урок и оценивание;ПК;методическая: высокий;72;очная;учитель;{sessions};01.01.2024
К-5;Читаем закон;самообразование;нормативная: средний;6;дистанционная;;;
""".format(sessions='"03.03.2025–28.03.2025, 1 место, Заречный; 02.02.2026–27.02.2026, 20 мест, Степной"')
FILES = ("-p", "ru/volgograd", "-c", "catalogue.csv", "-d", "results.csv", "-r", "people.csv", "--on", "2025-01-13")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    for name, text in (("people", PEOPLE), ("results", RESULTS), ("catalogue", CATALOGUE)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        heading, *rows = text.splitlines(keepends=True)
        random.Random(3).shuffle(rows)  # noqa: S311 - no secret
        (folder / f"{name}2.csv").write_text(heading + "".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answers():
    return {}


@pytest.fixture(scope="module")
def plan(home, answers):
    """Ask for a plan in the folder; equal questions are asked once."""

    def ask(*arguments):
        key = tuple(map(str, arguments))
        if key not in answers:
            answers[key] = call("plan", *FILES, *key, cwd=home)
        return answers[key]

    return ask


@pytest.fixture(scope="module")
def record(plan):
    """The whole plan."""
    done = plan("--format", "json", "--strict")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_plan_is_valid_json_with_a_route_a_line(run, home, record) -> None:
    """By the real command, once."""
    done = run("plan", *FILES, "--format", "json", "--strict", cwd=home)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == record
    assert list(record) == ["policy", "on", "routes", "request", "waiting", "open", "pairs", "methodists", "seats"]
    lines = [line.rstrip(",") for line in done.stdout.splitlines() if line.startswith('{"version"')]
    assert [json.loads(line) for line in lines] == record["routes"]


def test_seats_are_shared_and_everything_is_listed(record) -> None:
    assert [one["person"] for one in record["routes"]] == ["Т-201", "Т-202", "Т-203", "Т-204"]
    assert [(one["offer"], one["taken"], one["seats"]) for one in record["seats"]] == [("К-1", 1, 20), ("К-2", 1, 1)]
    [waiting] = record["waiting"]
    assert waiting == {
        "person": "Т-203",
        "competency": "methodical",
        "severity": "high",
        "reason": "no-seats",
        "offer": "К-2",
        "next": "2026-02-02",
    }
    needed = {(one["competency"], one["needed"], one["seats"], one["reason"]) for one in record["request"]}
    assert needed == {
        ("psychological-pedagogical", "offer", 1, "no-offer"),
        ("methodical", "offer", 1, "no-seats"),
        ("normative", "programme", 1, "no-offer"),
    }
    [pair] = [one for one in record["pairs"] if one["mentor"]]
    assert (pair["mentee"], pair["mentor"], pair["nearness"]) == ("Т-201", "Т-202", "same-organisation")
    assert [(one["methodist"], sorted(one["persons"])) for one in record["methodists"]] == [
        ("Т-204", ["Т-201", "Т-202", "Т-203"])
    ]
    steps = {step["id"]: step["person"] for step in record["routes"][0]["steps"]}
    assert (steps["mentoring"], steps["accompaniment"]) == ("Т-202", "Т-204")


def test_the_summary_is_a_message_and_the_list_stands_alone(plan) -> None:
    done = plan()
    assert done.returncode == 0
    assert done.stderr.splitlines()[-3:] == [
        "4 человека: 114 часов, закрывается дефицитов: 3, остаётся открытыми: 2",
        "Без места: 1; заявка на программы: 3 места",
        "Пар наставничества: 1, без наставника: 0; с методистом: 3, без методиста: 0",
    ]
    words = " ".join(done.stdout.split())
    assert "Закрывает" in words
    assert "3 из 3" in words
    assert "Пар наставничества" not in done.stdout
    english = plan("--lang", "en", "--list", "steps")
    assert "Mentoring pairs: 1, without a mentor: 0; with a methodist: 3, without: 0" in english.stderr
    assert "What, and provided by" in english.stdout
    assert "Т-202" in english.stdout
    assert not [name for name in ("Иванова", "Белова", "112-233") if name in done.stdout + done.stderr]


@pytest.mark.parametrize(
    ("which", "form", "lang", "said"),
    [
        ("steps", "csv", "ru", "Т-201,3,learning,2025-02-10,2025-02-21,Цифровой урок,upskilling,"),
        (
            "request",
            "md",
            "ru",
            "Дефицит закрывает другое предложение, а программы, которой требует правило, в каталоге нет.",
        ),
        ("waiting", "md", "ru", "следующая сессия 02.02–27.02.2026, Степной"),
        ("pairs", "table", "en", "the same organisation"),
        ("seats", "csv", "en", "К-2,Урок и оценивание,2025-03-03; 2025-03-28,Заречный,1,1"),
    ],
)
def test_every_list_in_its_formats(plan, which, form, lang, said) -> None:
    done = plan("--list", which, "--format", form, "--lang", lang)
    assert done.returncode == 0
    assert said in (" ".join(done.stdout.replace("│", " ").split()) if form == "table" else done.stdout)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(done.stdout)))
        assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("which", PlanList)
def test_at_eighty_columns_no_word_is_cut(home, which, lang) -> None:
    loads = ("--mentees", 0, "--educators", 1, "--place", "Степной")
    shown = [
        call("plan", *FILES, "--list", which, "--lang", lang, *more, cwd=home, COLUMNS="80") for more in ((), loads)
    ]
    for done, more in zip(shown, ((), loads), strict=True):
        assert max(map(len, done.stdout.splitlines()), default=0) <= 80
        assert "…" not in done.stdout
        whole = call("plan", *FILES, "--list", which, "--lang", lang, *more, cwd=home, COLUMNS="1000")
        assert set(words(whole.stdout)) == set(words(done.stdout))


def words(drawn):
    return [word for word in re.split(r"[\s┃│┏┓┡┩├┤┼┴┬┳╇┗┛└┘━─]+", drawn) if word]


def test_the_workbook_has_a_sheet_for_each_list(plan, home) -> None:
    missing = plan("--format", "xlsx")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "--out" in missing.stderr
    done = plan("--format", "xlsx", "--out", "plan.xlsx")
    assert (done.returncode, done.stdout) == (0, "")
    book = openpyxl.load_workbook(home / "plan.xlsx")
    assert book.sheetnames == [
        "Маршруты",
        "Шаги",
        "Заявка на программы",
        "Без места",
        "Не закрыто",
        "Наставники",
        "Методисты",
        "Места",
    ]
    rows = list(book["Места"].iter_rows(values_only=True))
    assert rows[2][-2:] == (1, 1)
    assert list(book["Методисты"].iter_rows(min_row=2, max_col=3, values_only=True)) == [("Т-204", 3, 250)]
    person, begins = next(row[:2] for row in book["Маршруты"].iter_rows(min_row=2, values_only=True))
    assert (person, type(begins)) == ("Т-201", datetime)


def test_every_open_deficit_is_listed_with_the_reason(record) -> None:
    left = [
        (route["person"], one["deficit"]["competency"], one["reason"])
        for route in record["routes"]
        for one in route["uncovered"]
    ]
    assert [(one["person"], one["competency"], one["reason"]) for one in record["open"]] == left
    assert record["waiting"] == [one for one in record["open"] if one["reason"] == "no-seats"]
    assert len(left) > len(record["waiting"]) > 0


def test_the_order_of_rows_changes_nothing(plan, record) -> None:
    mixed = plan("-c", "catalogue2.csv", "-d", "results2.csv", "-r", "people2.csv", "--format", "json")
    assert json.loads(mixed.stdout) == record


def test_a_plan_is_planned_again_and_rated(plan, home) -> None:
    done = plan("--format", "json", "--out", "plan.json")
    assert (done.returncode, done.stdout) == (0, "")
    again = call("route", "Т-201", *FILES, "--previous", "plan.json", "--format", "json", cwd=home)
    assert again.returncode == 0, again.stderr
    assert "Маршрут без изменений" in again.stderr
    [route] = json.loads(again.stdout)
    assert {step["person"] for step in route["steps"] if step["person"]} == {"Т-202", "Т-204"}
    rated = call("rate", "plan.json", "results.csv", "-p", "ru/volgograd", "--format", "csv", cwd=home)
    assert rated.returncode == 0
    assert len(rated.stdout.splitlines()) == 6


def test_terms_and_loads(plan) -> None:
    limits = ("--hours", 40, "--hours-a-month", 40, "--cost", 0, "--form", "distance", "--until", "2025-06-30")
    done = plan(*limits, "--place", "Зарчный", "--mentees", 0, "--educators", 1, "--format", "json")
    assert "Возможно: «Заречный»" in done.stderr
    found = json.loads(done.stdout)
    assert found["routes"][0]["terms"]["until"] == "2025-06-30"
    assert {step["offer"]["form"] for one in found["routes"] for step in one["steps"] if step["offer"]} == {"distance"}
    assert [(one["mentee"], one["reason"]) for one in found["pairs"]] == [("Т-201", "all-full")]
    assert [one["educators"] for one in found["methodists"]] == [1, 0, 0]


def test_what_does_not_count_is_told_and_can_be_made_to_fail(plan, home) -> None:
    (home / "bad.csv").write_text(CATALOGUE + "К-6;Без компетенций;вебинар;;2\n", encoding="utf-8")
    strict = plan("-c", "bad.csv", "--strict", "--list", "seats", "--format", "csv")
    assert strict.returncode == 1
    assert "строка 5" in strict.stderr
    assert "К-2,Урок и оценивание" in strict.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--until", "2025-01-12"), "--until 2025-01-12 is before --on 2025-01-13"),
        (("--mentees=-1",), "'--mentees'"),
    ],
)
def test_wrong_calls_end_in_a_message(plan, arguments, said) -> None:
    done = plan(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("which", PlanList)
def test_anonymous_lists_hold_no_ids(plan, which):
    whole, hidden = plan("--list", which, "--format", "csv"), plan("--list", which, "--format", "csv", "--anonymous")
    assert hidden.returncode == 0
    assert "Т-2" not in hidden.stdout
    assert len(hidden.stdout.splitlines()) == len(whole.stdout.splitlines())


def test_one_number_stands_for_a_person_throughout(plan):
    whole, hidden = (json.loads(plan("--format", "json", *more).stdout) for more in ((), ("--anonymous",)))
    numbers = {one["person"]: other["person"] for one, other in zip(whole["routes"], hidden["routes"], strict=True)}
    assert sorted(numbers.values()) == ["№ 1", "№ 2", "№ 3", "№ 4"]
    for key, who in (("pairs", "mentee"), ("pairs", "mentor"), ("waiting", "person"), ("methodists", "methodist")):
        assert [numbers.get(one[who]) for one in whole[key]] == [one[who] for one in hidden[key]]
    assert [[numbers[each] for each in one["persons"]] for one in whole["request"]] == [
        one["persons"] for one in hidden["request"]
    ]
    assert "Т-2" not in json.dumps(hidden, ensure_ascii=False)
