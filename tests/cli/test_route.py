import csv
import io
import json
import random
import re

import openpyxl
import pytest

from cli.in_process import call

PEOPLE = """\
Таб. №;ФИО;СНИЛС;Муниципалитет;Место работы;Вид организации;Должность;Предмет;Дата рождения;Дата начала работы
Т-101;Иванова Анна Петровна;112-233-445 95;Заречный район;МБОУ СОШ № 15;школа;учитель;физика;12.05.1999;01.09.2023
Т-102;Сидоров Пётр Ильич;087-654-303 00;Степной район;МБДОУ «Ромашка»;детский сад;воспитатель;;03.07.1980;01.09.2005
Т-103;Орлова Вера Олеговна;;Степной район;МБОУ СОШ № 2;школа;учитель;химия;01.02.1975;01.09.1999
"""
RESULTS = """\
Таб. №;Дата диагностики;Блок;Баллы;Максимум
Т-101;18.11.2024;ИКТ;2;10
Т-101;18.11.2024;Методический блок;9;30
Т-101;18.11.2024;Нормативный блок;12;20
Т-102;19.11.2024;ИКТ;5;10
"""
CATALOGUE = """\
ID;Название;Вид;Компетенции;Часы;Форма обучения;Должности;Сессии;В реестре с;Кто проводит;Пройти раньше;Стоимость, руб.
К-1;Цифровой урок;ПК;ИКТ: высокий;36;дистанционная;;10.02.2025–21.02.2025, 20 мест;01.01.2024;Институт;;
К-2;Урок и оценивание;ПК;методическая: высокий;72;очная;учитель;{sessions};01.01.2024;Институт;К-1;9000,50
К-3;Доска и класс;мастер-класс;ИКТ: низкий;4;очная;;05.11.2025, 5 мест, Степной;;Служба;;
К-4;Консультация об уроке;консультация;методическая: низкий;2;дистанционная;;;;Служба;;
К-5;Читаем закон;самообразование;нормативная: средний;6;дистанционная;;;;;;
""".format(sessions='"03.03.2025–28.03.2025, 20 мест, Заречный; 06.10.2025–31.10.2025, 20 мест, Степной"')
BAD_OFFER = "К-6;Без компетенций;вебинар;;2;;;;;;;\n"
TELLING = ("Т-10", "Иванова", "Сидоров", "112-233", "СОШ", "Ромашка", "район", "физика", "12.05.1999", " лет", "years")
"""What tells who somebody is: ids, names, and facts of the people."""
FILES = (
    "--policy",
    "ru/volgograd",
    "-c",
    "catalogue.csv",
    "-d",
    "results.csv",
    "-r",
    "people.csv",
    "--on",
    "2025-01-13",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("route")
    texts = {"people": PEOPLE, "results": RESULTS, "catalogue": CATALOGUE, "bad": CATALOGUE + BAD_OFFER}
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answers():
    return {}


@pytest.fixture(scope="module")
def route(home, answers):
    """Ask for routes in the folder; equal questions are asked once."""

    def ask(*arguments):
        key = tuple(map(str, arguments))
        if key not in answers:
            answers[key] = call("route", *key, cwd=home)
        return answers[key]

    return ask


@pytest.fixture(scope="module")
def saved(route, home):
    """The routes of two people, in a file."""
    done = route("Т-101", "Т-102", *FILES, "--format", "json", "--out", "routes.json", "--strict")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return home / "routes.json"


def of(text, person="Т-101"):
    return next(one for one in json.loads(text) if one["person"] == person)


def days(record, id_):
    return next(((one["begins"], one["ends"]) for one in record["steps"] if one["id"] == id_), None)


def test_the_document_is_the_default(run, home) -> None:
    done = run("route", "Т-101", *FILES, cwd=home)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "# Индивидуальный образовательный маршрут\n\n- Для кого: Т-101\n- Должность: учитель\n"
    )
    assert "- Срок: 13.01.2025–13.01.2026" in done.stdout
    for title in ("Дефициты", "Шаги", "Итог", "Что неизвестно", "Основания", "Подписи"):
        assert f"\n## {title}\n" in done.stdout
    said = done.stderr.splitlines()
    assert said[-1] == "1 человек: 120 часов, закрывается дефицитов: 3, остаётся открытыми: 0"
    assert not re.search(r"Иванов|Анна|112-233", done.stdout + done.stderr)


def test_the_document_in_english_of_several_people(route, home) -> None:
    done = route("Т-101", "Т-102", "Т-101", *FILES, "--lang", "en", "--out", "routes.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1].startswith("2 people: 160 hours, deficits closed: 4, left open: 0")
    text = (home / "routes.md").read_text(encoding="utf-8")
    assert re.findall("- For whom: (.*)", text) == ["Т-101", "Т-102"]
    assert "- Period: 13 January 2025 to 13 January 2026" in text
    assert "3. **Цифровой урок** — 10 February to 21 February 2025, 36 hours, planned" in text


def test_machine_formats_stand_alone_on_standard_output(route, saved) -> None:
    both = ("Т-101", "Т-102", *FILES)
    records = json.loads(saved.read_text(encoding="utf-8"))
    assert [one["person"] for one in records] == ["Т-101", "Т-102"]
    assert [one["hours"] for one in records] == [120, 40]
    rows = list(csv.DictReader(io.StringIO(route(*both, "--format", "csv").stdout)))
    assert [(row["person"], row["begins"], row["hours"]) for row in rows if row["kind"]] == [
        (one["person"], step["begins"], str(step["hours"])) for one in records for step in one["steps"] if step["offer"]
    ]
    drawn = route(*both, "--format", "table")
    assert "Цифровой урок" in " ".join(drawn.stdout.split())
    assert "закрывается дефицитов" not in drawn.stdout
    assert "закрывается дефицитов" in drawn.stderr


def sheets(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_a_workbook_needs_a_file_and_holds_everything(route, home) -> None:
    missing = route("Т-101", *FILES, "--format", "xlsx")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "--out" in missing.stderr
    done = route("Т-101", "Т-102", *FILES, "--format", "xlsx", "--out", "routes.xlsx", "--hours", 60)
    assert (done.returncode, done.stdout) == (0, "")
    told = sheets(home / "routes.xlsx")
    assert list(told) == ["Маршруты", "Шаги", "Не закрыто", "Основания", "Темп"]
    assert [row[0] for row in told["Маршруты"][1:]] == ["Т-101", "Т-102"]
    assert "вместо 60" in told["Не закрыто"][1][5].replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("form", "lang"), [("doc", "ru"), ("json", "ru"), ("md", "en"), ("xlsx", "en")])
def test_an_anonymous_route_tells_nothing_of_the_person(route, home, form, lang) -> None:
    out = home / f"anonymous-{lang}.{form}"
    done = route("Т-101", "Т-102", *FILES, "--anonymous", "--format", form, "--out", out, "--lang", lang)
    assert done.returncode == 0, done.stderr
    text = repr(sheets(out)) if form == "xlsx" else out.read_text(encoding="utf-8")
    assert "Цифровой" in text
    assert [one for one in TELLING if one in text + done.stderr.replace("ФИО", "")] == []
    if form == "json":
        assert [one["person"] for one in json.loads(text)] == ["№ 1", "№ 2"]
    if form == "md":
        assert {line.split(" | ")[0] for line in text.splitlines()[2:]} == {"| № 1", "| № 2"}


def test_an_anonymous_route_planned_again_names_no_mentor(route, home, saved) -> None:
    records = json.loads(saved.read_text(encoding="utf-8"))
    for step in records[0]["steps"]:
        step["person"] = "Т-103" if step["id"] == "mentoring" else None
    (home / "mentored.json").write_text(json.dumps(records), encoding="utf-8")
    again = (*FILES[:-1], "2025-02-03", "--previous", "mentored.json")
    done = route("Т-101", "Т-102", *again, "--format", "json", "--anonymous")
    assert "mentoring" in {one["id"] for one in of(done.stdout, "№ 1")["steps"]}
    assert "Т-10" not in done.stdout + done.stderr


WRONG = [
    (("Т-1o1",), "Нет человека «Т-1o1». Возможно: «Т-101»"),
    (("Т-101", "--until", "2025-01-12"), "--until 2025-01-12 is before --on 2025-01-13"),
    (("Т-101", "--until", "2125-01-12"), "more than 10 years"),
    (("Т-101", "--until", "31.02.2025"), "'31.02.2025' is no existing date"),
    (("Т-101", "--on", "9999-06-01"), "beyond the year 9000"),
    (("Т-101", "--hours", "1" * 30), "--hours"),
    (("Т-101", "--cost", "1e999999"), "is no amount in roubles"),
    (("Т-101", "--done", "К-1"), "--previous"),
    (("Т-101", "--instrument", "defalt"), "Возможно: «default»"),
    (("Т-101", "--catalogue", "нет.csv"), "нет.csv"),
    (("Т-101", "--out", "нет/routes.md"), "нет"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_calls_end_in_a_message(route, arguments, said) -> None:
    done = route(arguments[0], *FILES, *arguments[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert said in re.sub(r"[│\s]+", " ", done.stderr)
    assert "Traceback" not in done.stderr


def test_people_come_from_a_roster_or_from_results(route) -> None:
    neither = route("Т-101", *FILES[:4], "--on", "2025-01-13")
    assert (neither.returncode, neither.stdout) == (2, "")
    assert "--roster" in neither.stderr
    listed = route("Т-101", *FILES[:4], *FILES[6:], "--format", "json")
    assert of(listed.stdout)["deficits"] == []
    assert {one["id"] for one in of(listed.stdout)["steps"]} >= {"mentoring"}
    diagnosed = of(route("Т-101", *FILES[:6], *FILES[8:], "--format", "json").stdout)
    assert len(diagnosed["deficits"]) == 3
    assert {"post", "age"} <= {name for one in diagnosed["open"] for name in one["missing"]}
    [left] = diagnosed["uncovered"]
    assert (left["reason"], left["remedies"][0]["unknown"]) == ("not-known", ["post"])


def test_what_does_not_count_is_told_and_can_be_made_to_fail(route, home) -> None:
    bad = ("Т-101", *FILES, "-c", "bad.csv", "--format", "csv")
    told = route(*bad)
    assert told.returncode == 0
    assert "строка 7, столбец D «Компетенции»" in told.stderr
    assert any(re.match(r"[\w-]+\.csv: строка 7", line) for line in told.stderr.splitlines())
    assert "К-2" not in told.stderr
    assert "Урок и оценивание" in told.stdout
    strict = route(*bad, "--strict")
    assert (strict.returncode, strict.stdout) == (1, told.stdout)
    (home / "twice.csv").write_text(PEOPLE + PEOPLE.splitlines()[1] + "\n", encoding="utf-8")
    twice = route("Т-101", *FILES, "-r", "twice.csv", "--strict")
    assert twice.returncode == 1
    assert "Иванова" not in twice.stderr


def test_terms_are_kept_and_recorded(route) -> None:
    limits = ("--hours", 60, "--hours-a-month", 40, "--cost", "7 500,50", "--form", "distance", "--until", "30.06.2025")
    found = of(route("Т-101", *FILES, *limits, "--place", "степной", "--format", "json").stdout)
    assert found["terms"] == {
        "begins": "2025-01-13",
        "until": "2025-06-30",
        "hours": 60,
        "hours_a_month": 40,
        "cost": 7500.5,
        "forms": ["distance"],
        "places": ["степной"],
    }
    assert {one["offer"]["form"] for one in found["steps"] if one["offer"]} == {"distance"}
    [left] = found["uncovered"]
    assert (left["deficit"]["competency"], left["reason"]) == ("methodical", "form-not-allowed")


def test_places_choose_sessions_and_unknown_ones_are_told(route) -> None:
    near = route("Т-101", *FILES, "--place", "степной", "--format", "json")
    assert days(of(near.stdout), "К-2") == ("2025-10-06", "2025-10-31")
    assert "сессий" not in near.stderr
    wrong = route("Т-101", *FILES, "--place", "Зарчный", "--place", "Луна", "--format", "json")
    assert wrong.returncode == 0
    assert "В каталоге нет сессий в месте «Зарчный». Возможно: «Заречный»." in wrong.stderr
    assert "В каталоге нет сессий в месте «Луна».\n" in wrong.stderr
    [left] = of(wrong.stdout)["uncovered"]
    assert left["reason"] == "place-not-allowed"


def test_a_route_is_planned_again(route, saved) -> None:
    same = route("Т-101", *FILES, "--previous", "routes.json", "--format", "json")
    assert "Маршрут без изменений" in same.stderr
    assert of(same.stdout)["steps"] == of(saved.read_text(encoding="utf-8"))["steps"]
    again = route(
        *("Т-101", "Т-102", *FILES[:-1], "2025-02-24", "--previous", "routes.json", "--format", "json"),
        *("--done", "К-1=20.02.2025"),
    )
    assert again.returncode == 0, again.stderr
    first = of(again.stdout)
    assert [one["status"] for one in first["steps"] if one["id"] == "К-1"] == ["done"]
    assert days(first, "К-1") == ("2025-02-10", "2025-02-20")
    assert days(first, "К-2") == ("2025-03-03", "2025-03-28")
    assert first["terms"]["until"] == "2026-01-13"
    told = again.stderr.splitlines()
    assert told.index("Т-101:") < told.index("К-1: шаг пройден, 10.02–20.02.2025") < told.index("Т-102:")


def test_terms_of_the_previous_route_stay_unless_stated_anew(route) -> None:
    short = ("--until", "2025-06-30", "--hours", 60, "--cost", 500, "--place", "Степной")
    route("Т-101", *FILES, *short, "--format", "json", "--out", "short.json")
    again = ("Т-101", *FILES[:-1], "2025-01-20", "--previous", "short.json", "--format", "json")
    terms = of(route(*again, "--hours", 200).stdout)["terms"]
    assert (terms["until"], terms["hours"], terms["cost"], terms["places"]) == ("2025-06-30", 200, 500, ["Степной"])


@pytest.mark.usefixtures("saved")
def test_deficits_that_were_assessed_again_count(route, home) -> None:
    blocks = [("ИКТ", 10, 10), ("Методический блок", 30, 30), ("Нормативный блок", 20, 20)]
    rows = [f"Т-101;03.02.2025;{block};{points};{most}" for block, points, most in blocks]
    (home / "closed.csv").write_text(RESULTS + "\n".join(rows) + "\n", encoding="utf-8")
    again = ("Т-101", *FILES[:-1], "2025-02-05", "--previous", "routes.json", "--format", "json")
    assert of(route(*again, "-d", "closed.csv").stdout)["deficits"] == []
    nothing = RESULTS.splitlines()[0] + "\nТ-101;03.02.2025;ИКТ;не оценивалось;10\n"
    (home / "nothing.csv").write_text(nothing, encoding="utf-8")
    kept = of(route(*again, "-d", "nothing.csv").stdout)["deficits"]
    assert [one["competency"] for one in kept] == ["ict", "methodical", "normative"]


@pytest.mark.usefixtures("saved")
def test_a_partial_repeated_diagnosis_keeps_the_other_deficits(route, home) -> None:
    rows = ("Т-101;03.02.2025;ИКТ;10;10", "Т-101;03.02.2025;Методический блок;18;30")
    (home / "partial.csv").write_text("\n".join((RESULTS.splitlines()[0], *rows)) + "\n", encoding="utf-8")
    again = ("Т-101", *FILES[:-1], "2025-02-05", "--previous", "routes.json", "--format", "json")
    found = of(route(*again, "-d", "partial.csv").stdout)
    assert [(one["competency"], one["severity"], one["found_on"]) for one in found["deficits"]] == [
        ("methodical", "low", "2025-02-03"),
        ("normative", "low", "2024-11-18"),
    ]
    assert days(found, "diagnosis") == ("2024-11-18", "2025-02-03")
    closed = {one["competency"] for step in found["steps"] for one in step["closes"]}
    assert closed == {"normative", "methodical"}


PREVIOUS = [
    ("{", "это не JSON, строка 1, столбец 2"),
    ('[{"person": "Т-101"}]', "Не хватает ключа «steps»"),
    (None, "several routes of Т-101"),
]


@pytest.mark.parametrize(("text", "said"), PREVIOUS)
def test_broken_files_of_routes_are_told(home, saved, text, said) -> None:
    one = json.loads(saved.read_text(encoding="utf-8"))[0]
    (home / "previous.json").write_text(text or json.dumps([one, one]), encoding="utf-8")
    done = call("route", "Т-101", *FILES, "--previous", "previous.json", cwd=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("К-9", "в маршруте нет шага К-9; его шаги: diagnosis, К-5, К-1"),
        ("К-1=2025-02-01", "шаг К-1 пройден 01.02.2025, а ожидается день с 10.02.2025 по 24.02.2025"),
        ("К-1=тогда", "'тогда' is no existing date"),
    ],
)
def test_steps_that_cannot_be_done_are_told(route, done, said) -> None:
    found = route("Т-101", *FILES[:-1], "2025-02-24", "--previous", "routes.json", "--done", done)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in re.sub(r"[│\s]+", " ", found.stderr)


@pytest.mark.usefixtures("saved")
def test_a_route_of_another_policy_is_told(route) -> None:
    changed = ("-p", "ru/leningrad", "--on", "2025-02-24", "--lang", "en")
    other = route("Т-101", *FILES, *changed, "--previous", "routes.json", "--format", "csv")
    assert other.returncode == 0
    assert "Routes made by ru/volgograd, not by ru/leningrad." in other.stderr
    assert "К-1: removed, 10 February to 21 February 2025" in other.stderr
    assert "Internship (after К-5): moved, " in other.stderr


def shuffled(text, seed):
    heading, *rows = text.splitlines(keepends=True)
    random.Random(seed).shuffle(rows)  # noqa: S311 - no secret
    return heading + "".join(rows)


def test_the_order_of_rows_changes_nothing(route, home, saved) -> None:
    for name, text in (("people", PEOPLE), ("results", RESULTS), ("catalogue", CATALOGUE)):
        (home / f"{name}2.csv").write_text(shuffled(text, 5), encoding="utf-8")
    files = ("-c", "catalogue2.csv", "-d", "results2.csv", "-r", "people2.csv")
    mixed = route("Т-101", "Т-102", *FILES, *files, "--format", "json")
    assert mixed.stdout == saved.read_text(encoding="utf-8") + "\n" * (not saved.read_bytes().endswith(b"\n"))


def test_rosters_are_read_as_everywhere(route, home) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Список"])
    sheet = book.create_sheet("Педагоги")
    sheet.append(["Номер", "Кем работает", "Организация", "Молодой специалист"])
    sheet.append(["Т-101", "учитель", "школа", "да"])
    book.save(home / "people.xlsx")
    mapping = "columns:\n  Кем работает: post\n  Организация: organisation_kind\n"
    (home / "mapping.yaml").write_text(mapping, encoding="utf-8")
    asked = ("-r", "people.xlsx", "--sheet", "Педагоги", "--id-column", "Номер", "--mapping", "mapping.yaml")
    done = route("Т-101", *FILES, *asked, "--as-of", "2024-09-01", "--instrument", "default")
    assert done.returncode == 0, done.stderr
    assert "- Должность: учитель" in done.stdout
    assert "остаётся открытыми: 0" in done.stderr


def test_the_example_municipality(run) -> None:
    files = ("-d", "examples/municipality/diagnoses.csv", "-r", "examples/municipality/educators.csv")
    done = run("route", "20063", "-p", "ru/volgograd", "-c", "examples/catalogue.csv", *files, "--on", "2025-01-13")
    assert done.returncode == 0
    assert "Маршрут наилучший при этих условиях (доказано)." in done.stdout
    assert done.stderr.splitlines() == ["1 человек: 310 часов, закрывается дефицитов: 5, остаётся открытыми: 1"]


def test_a_catalogue_without_a_sound_offer_ends_the_command(home) -> None:
    (home / "empty.csv").write_text("ID;Название;Вид;Компетенции;Часы\nК;Урок;вебинар;нет;2\n", encoding="utf-8")
    arguments = ["empty.csv" if one == "catalogue.csv" else one for one in FILES]
    done = call("route", "Т-101", *arguments, cwd=home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == "empty.csv: в каталоге нет ни одного годного предложения"


def test_who_is_not_in_the_roster_is_told(home) -> None:
    text = (home / "results.csv").read_text(encoding="utf-8")
    (home / "more.csv").write_text(f"{text}Т-999;18.11.2024;ИКТ;2;10\n", encoding="utf-8")
    arguments = ["more.csv" if one == "results.csv" else one for one in FILES]
    done = call("route", "Т-101", *arguments, cwd=home)
    assert done.returncode == 0
    assert "В диагностике есть те, кого нет в списке: Т-999" in done.stderr
