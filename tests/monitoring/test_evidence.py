"""Reading evidence: what is read from every kind of source, and every error's message."""

from datetime import date, datetime

import pandas as pd
import polars as pl
import pytest

from acts import document, obligation, policy
from rosters.books import write_xls, write_xlsx
from rsnms.domain.evidence import Evidence
from rsnms.domain.period import Every, period_of
from rsnms.domain.system import DocumentKind, ObligationKind
from rsnms.monitoring.evidence import read_evidence
from rsnms.rosters.problems import RosterError

RU = ["Дата", "Вид", "Субъект", "Название", "Ссылка", "Период"]
EN = ["date", "kind", "subject", "title", "link", "period"]
FIRST_QUARTER = period_of(Every.QUARTER, date(2024, 1, 1))
NOON = datetime(2024, 4, 3, 12)  # noqa: DTZ001 - cells know no time zones
EXPECTED = [
    Evidence(
        on=date(2024, 4, 2),
        kind="заседание",
        subject="ЦНППМ",
        title="Протокол № 1",
        link="https://example.org/1",
        period=FIRST_QUARTER,
    ),
    Evidence(on=date(2024, 4, 3), kind="plan"),
]
ROWS = [
    [date(2024, 4, 2), "заседание", "ЦНППМ", "Протокол № 1", "https://example.org/1", "1 квартал 2024"],
    [date(2024, 4, 3), "plan", None, None, None, None],
]
POLICY = policy(document("plan", DocumentKind.PLAN), obligation("meets", ObligationKind.MEETING))


def csv(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "evidence.csv"
    path.write_bytes(text.encode(encoding))
    return path


def stated(table):
    return [one.model_copy(update={"row": None}) for one in table.evidence]


@pytest.mark.parametrize("headings", [RU, EN, [heading.upper() for heading in RU]])
@pytest.mark.parametrize("write", [write_xlsx, write_xls])
def test_a_workbook_is_read_wherever_its_header_stands(tmp_path, headings, write):
    path = tmp_path / f"evidence.{write.__name__.removeprefix('write_')}"
    read = read_evidence(write(path, [["Свидетельства за год"], [], headings, *ROWS]), POLICY)
    assert (stated(read), read.problems, read.notes) == (EXPECTED, (), ())
    assert [one.row for one in read.evidence] == [4, 5]
    assert (read.source, read.sheet) == (path.name, "Реестр")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_text_is_read_in_every_usual_form(tmp_path, encoding, separator):
    lines = [
        RU,
        ["02.04.2024", "заседание", "ЦНППМ", "Протокол № 1", "https://example.org/1", "2024-Q1"],
        ["3 апреля 2024 г.", "plan", "", "", "", ""],
    ]
    text = "\n".join(separator.join(cells) for cells in lines)
    assert stated(read_evidence(csv(tmp_path, text, encoding), POLICY)) == EXPECTED


@pytest.mark.parametrize("frame", [pl.DataFrame, pd.DataFrame])
def test_a_dataframe_is_read(frame):
    columns = {heading: [row[index] for row in ROWS] for index, heading in enumerate(EN)}
    read = read_evidence(frame(columns), POLICY)
    assert (stated(read), [one.row for one in read.evidence]) == (EXPECTED, [1, 2])


def test_columns_may_change_places_and_only_two_are_needed():
    read = read_evidence(pl.DataFrame({"Вид": ["план"], "Дата": [NOON]}), POLICY)
    assert stated(read) == [Evidence(on=date(2024, 4, 3), kind="план")]


def test_totals_and_silent_rows_are_named_not_lost(tmp_path):
    text = "№;Дата;Вид\n1;03.04.2024;план\n2;;\nИтого: 1;;\n"
    read = read_evidence(csv(tmp_path, text), POLICY)
    assert (len(read.evidence), read.problems) == (1, ())
    assert [note.text() for note in read.notes] == [
        "Столбцы, которые ни о чём нужном не говорят: A «№».",
        "Строки с итогами пропущены: 4.",
        "Строки, в которых нет ни одного из нужных сведений: 3. Возможно, это подписи или подзаголовки.",
    ]


ERRORS = [
    (
        ["31.02.2024", "план"],
        "строка 2, столбец A «Дата»: даты «31.02.2024» не существует. Исправьте день, месяц или год.",
        "row 2, column A “Дата”: “Date”: the date “31.02.2024” does not exist. Mend the day, month or year.",
    ),
    (
        ["01.02.24", "план"],
        "строка 2, столбец A «Дата»: в дате «01.02.24» год неполный. Запишите год четырьмя цифрами: 31.01.2024.",
        "row 2, column A “Дата”: “Date”: the year of the date “01.02.24” is not full. Write the year with four "
        "digits: 31.01.2024.",
    ),
    (
        ["весной", "план"],
        "строка 2, столбец A «Дата»: здесь «весной»; ожидается дата, например 31.01.2024.",
        "row 2, column A “Дата”: “Date”: found “весной”; expected a date such as 31.01.2024.",
    ),
    (
        ["", "план"],
        "строка 2, столбец A «Дата»: нет даты; ожидается дата, например 31.01.2024. Впишите день события или "
        "документа.",
        "row 2, column A “Дата”: there is no date; expected a date such as 31.01.2024. Write the day of the event or "
        "document.",
    ),
    (
        ["01.02.2024", ""],
        "строка 2, столбец B «Вид»: не указано, что это; ожидается идентификатор обязательства, его название или вид "
        "(план, заседание).",
        "row 2, column B “Вид”: it does not say what this is; expected a duty's id, its title or kind (plan, meeting).",
    ),
    (
        ["01.02.2024", "плн"],
        "строка 2, столбец B «Вид»: «плн» не распознано; ожидается идентификатор обязательства, его название или вид "
        "(план, заседание). Возможно, имелось в виду «план».",
        "row 2, column B “Вид”: “плн” is not recognised; expected a duty's id, its title or kind (plan, meeting). Did "
        "you mean 'план'?",
    ),
    (
        ["01.02.2024", "план", "", "", "", "1 квартл 2024"],
        "строка 2, столбец F «Период»: период «1 квартл 2024» не распознан; ожидается «2024», «2024-Q1», «1 квартал "
        "2024», «1 полугодие 2024» или «январь 2024».",
        "row 2, column F “Период”: the period “1 квартл 2024” is not recognised; expected '2024', '2024-Q1', "
        "'2024-H1', '2024-01' or 'January 2024'.",
    ),
]


@pytest.mark.parametrize(("cells", "ru", "en"), ERRORS)
def test_a_bad_cell_says_where_what_and_how_to_mend_it(tmp_path, cells, ru, en):
    line = ";".join([*cells, *[""] * (6 - len(cells))])
    read = read_evidence(csv(tmp_path, f"{';'.join(RU)}\n{line}\n03.04.2024;план;;;;\n"), POLICY)
    assert [(problem.text(), problem.text("en")) for problem in read.problems] == [(ru, en)]
    assert [one.row for one in read.evidence] == [3]


def test_all_errors_come_at_once(tmp_path):
    lines = [";".join([*cells, *[""] * (6 - len(cells))]) for cells, _, _ in ERRORS]
    read = read_evidence(csv(tmp_path, "\n".join([";".join(RU), *lines])), POLICY)
    assert [problem.code for problem in read.problems] == [
        *("impossible-date", "short-year", "wrong-value", "no-date", "no-kind", "unknown-kind", "unknown-period"),
    ]
    assert [problem.as_record()["row"] for problem in read.problems] == [2, 3, 4, 5, 6, 7, 8]


def test_a_row_that_may_be_shifted_is_not_read(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид;Название\n03.04.2024;план\n"), POLICY)
    assert [problem.text() for problem in read.problems] == [
        "строка 2: ячеек 2, а заголовков 3: строка могла сдвинуться и не прочитана. "
        "Проверьте разделители и кавычки в этой строке."
    ]


def test_a_period_that_excel_made_a_date_is_told(tmp_path):
    rows = [RU, [date(2024, 4, 3), "план", None, None, None, date(2024, 1, 1)]]
    read = read_evidence(write_xlsx(tmp_path / "evidence.xlsx", rows), POLICY)
    assert [problem.text() for problem in read.problems] == [
        "лист «Реестр», строка 2, столбец F «Период»: здесь дата, а не период; ожидается «2024», «2024-Q1», «1 квартал "
        "2024», «1 полугодие 2024» или «январь 2024». Возможно, Excel сам превратил запись в дату: задайте ячейке "
        "текстовый формат и впишите заново."
    ]
    year = [RU, [date(2024, 4, 3), "план", None, None, None, 2024]]
    assert read_evidence(write_xlsx(tmp_path / "year.xlsx", year), POLICY).evidence[0].period.last == date(2024, 12, 31)


def test_a_failed_formula_and_a_number_for_a_date_are_told(tmp_path):
    rows = [RU, ["=NA()", "план"], [45000, "план"]]
    read = read_evidence(write_xlsx(tmp_path / "evidence.xlsx", rows), POLICY)
    assert [problem.text() for problem in read.problems] == [
        "лист «Реестр», строка 2, столбец A «Дата»: формула закончилась ошибкой #N/A. "
        "Исправьте формулу или впишите значение.",
        "лист «Реестр», строка 3, столбец A «Дата»: здесь число, а не дата. "
        "Задайте ячейке формат даты или запишите дату текстом: 31.01.2024.",
    ]
    assert read.evidence == ()


def test_columns_that_are_not_read_are_named(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид;Субъет;Телефон\n03.04.2024;план;;\n"), POLICY)
    assert [problem.text() for problem in read.problems] == [
        "Столбец C «Субъет» не распознан и не читается. Возможно, имелось в виду «Субъект». "
        "Читаются «Дата», «Вид», «Субъект», «Название», «Ссылка», «Период»."
    ]
    assert [note.text("en") for note in read.notes] == ["Personal data is not read: D «Телефон»."]


def test_two_columns_of_one_meaning_are_refused(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид;Название;Наименование\n03.04.2024;план;А;Б\n"), POLICY)
    assert [problem.text() for problem in read.problems] == [
        "Несколько столбцов говорят одно («Название»): C «Название», D «Наименование». Ни один не читается. "
        "Оставьте один.",
        "строка 2, столбец C «Название»: сведение записано и в другом столбце: строка 2, столбец D «Наименование». "
        "Оставьте один столбец.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "ru"),
    [
        (
            *("a.csv", "Кто;Что\nя;план\n".encode()),
            "В «a.csv» нет строки заголовков: в первых 200 строках не найдены «Дата», «Вид», «Субъект», «Название», "
            "«Ссылка», «Период». Возьмите образец: rsnms evidence template.",
        ),
        (
            *("a.docx", b""),
            "Формат «.docx» не поддерживается. Сохраните таблицу как .xlsx, .xls, .csv или .parquet.",
        ),
        (
            *("a.csv", b"\xff\x00\x98\x98"),
            "Кодировка файла «a.csv» не определена: это не UTF-8 и не похоже на русский текст в Windows-1251. "
            "Сохраните файл в UTF-8.",
        ),
        (
            *("a.csv", "Дата;Вид\n\nВид;Дата\n".encode()),
            "Строк заголовков может быть несколько: 1, 3. Оставьте одну.",
        ),
        (
            *("a.csv", "а;б,в\n".encode()),
            "Разделитель столбцов в «a.csv» не определён: ни «;», ни «,», ни табуляция не дают одной таблицы. "
            "Сохраните файл как CSV с разделителем «;».",
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, content, ru):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(RosterError) as caught:
        read_evidence(path)
    assert str(caught.value) == caught.value.text() == ru
    with pytest.raises(RosterError, match="Нет файла"):
        read_evidence(tmp_path / "absent.csv")


def test_of_several_sheets_one_is_named(tmp_path):
    path = write_xlsx(tmp_path / "evidence.xlsx", [RU, *ROWS], more={"Ещё": [RU, *ROWS[1:]]})
    with pytest.raises(RosterError, match=r"на нескольких листах: «Реестр», «Ещё». Укажите лист \(--sheet\)."):
        read_evidence(path)
    assert len(read_evidence(path, sheet="Ещё").evidence) == 1


def test_without_a_policy_kinds_are_not_checked(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид\n03.04.2024;что угодно\n03.04.2024;\n"))
    assert [one.kind for one in read.evidence] == ["что угодно"]
    assert [problem.text("en") for problem in read.problems] == [
        "row 3, column B “Вид”: it does not say what this is; expected a kind, or the id of a duty."
    ]


def test_no_evidence_is_a_note(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид\n"), POLICY)
    assert (read.evidence, read.problems) == ((), ())
    assert [note.text() for note in read.notes] == ["Под строкой заголовков нет ни одного свидетельства."]


def test_names_of_people_are_not_repeated(tmp_path):
    read = read_evidence(csv(tmp_path, "Дата;Вид\n03.04.2024;Иванова Мария Петровна\n"), POLICY)
    assert "Иванова" not in read.problems[0].text()
    assert "(not shown)" in read.problems[0].text("en")
