"""Results are read strictly: every row counts or is reported."""

from datetime import date
from fractions import Fraction

import pytest

from rsnms.policy.loading import load_policies
from rsnms.policy.model import UnknownNameError
from rsnms.routes.diagnostics.diagnoses import read_diagnoses

HEADING = "Таб. №;Дата диагностики;Блок;Баллы;Максимум;Процент;Уровень;Инструмент;В ЦНППМ"
ROW = "1;01.03.2024;Предметный блок;12;20;;;;да"


@pytest.fixture(scope="module")
def policy():
    return load_policies()["ru"].latest


@pytest.fixture
def read(tmp_path, policy):
    def read(*rows, heading=HEADING, **options):
        path = tmp_path / "results.csv"
        path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
        return read_diagnoses(path, policy, **options)

    return read


def said(table, lang="ru"):
    return [problem.text(lang) for problem in table.problems]


def test_points_with_a_maximum(read) -> None:
    (result,) = read(ROW).results
    assert (result.person, result.on, result.share, result.points) == ("1", date(2024, 3, 1), Fraction(3, 5), 12)
    assert (result.measured.competency, result.at_cnppm, result.row) == ("subject", True, 2)
    assert result.instrument.id == "default"


@pytest.mark.parametrize(
    ("row", "share"),
    [("1;01.03.2024;ИКТ;;;54,5;;;", Fraction(109, 200)), ("1;01.03.2024;ict;;;54.5 %;;;", Fraction(109, 200))],
)
def test_percentages(read, row, share) -> None:
    assert read(row).results[0].share == share


def test_levels_in_words(read) -> None:
    (result,) = read("1;01.03.2024;Методическая компетенция;;;;Базовый;;").results
    assert result.level.title == "средний"


@pytest.mark.parametrize("nothing", ["", "не оценивалось", "н/о", "Не оценивалась"])
def test_what_was_not_assessed_is_known_to_be_nothing(read, nothing) -> None:
    table = read(f"1;01.03.2024;ИКТ;{nothing};20;;;;")
    assert said(table) == []
    assert not table.results[0].is_assessed


@pytest.mark.parametrize(
    ("row", "ru", "en"),
    [
        (
            "1;01.03.2024;Методичский блок;12;20;;;;",
            "строка 2: «Методичский блок» инструмент не измеряет; ожидается одно из: Предметная компетенция, "
            "Методическая компетенция, Психолого-педагогическая компетенция, Коммуникативная компетенция, "
            "ИКТ-компетенция, Нормативная компетенция. Возможно, имелось в виду «методический блок».",
            "row 2: the instrument does not measure 'Методичский блок'; expected one of: ",
        ),
        (
            ";01.03.2024;ИКТ;12;20;;;;",
            "строка 2: не указано, чей это результат. Заполните «Таб. №».",
            "row 2: it does not say whose result this is. Fill in 'Person'.",
        ),
        (
            "1;;ИКТ;12;20;;;;",
            "строка 2: нет даты диагностики, без неё не понять, какой результат последний. Заполните дату.",
            "row 2: there is no date, and without it nobody knows which result is the latest.",
        ),
        (
            "1;01.03.2024;;12;20;;;;",
            "строка 2: не указано, что измерялось. Заполните «Компетенция».",
            "row 2: it does not say what was measured. Fill in 'Competency'.",
        ),
        (
            "1;01.03.2024;ИКТ;много;20;;;;",
            "строка 2, «Баллы»: здесь «много»; ожидается число, например 70,5, или «не оценивалось».",
            "row 2, 'Баллы': found 'много'; expected a number such as 70.5, or 'not assessed'.",
        ),
        (
            "1;01.03.2024;ИКТ;21;20;;;;",
            "строка 2: результат «21» больше максимума 20, или максимум не положителен. Исправьте.",
            "row 2: the result '21' exceeds the maximum 20, or that is not above zero. Mend it.",
        ),
        (
            "1;01.03.2024;ИКТ;7;;;;;",
            "строка 2: баллы «7» без максимума, а пороги заданы долей. Впишите максимум или процент.",
            "row 2: the points '7' have no maximum, and the cut points are shares. Add it, or the percentage.",
        ),
        (
            "1;01.03.2024;ИКТ;;;101;;;",
            "строка 2: результат «101» больше максимума 100, или максимум не положителен. Исправьте.",
            "row 2: the result '101' exceeds the maximum 100, or that is not above zero. Mend it.",
        ),
        (
            "1;01.03.2024;ИКТ;10;20;70;;;",
            "строка 2: баллы 10 / 20 и процент расходятся. Исправьте одно из них.",
            "row 2: the points 10 / 20 and the percentage disagree. Mend one of them.",
        ),
        (
            "1;01.03.2024;ИКТ;;;;срдний;;",
            "строка 2: уровня «срдний» у инструмента нет; ожидается одно из: низкий, ниже среднего, средний, высокий. "
            "Возможно, имелось в виду «средний».",
            "row 2: the instrument has no level 'срдний'; expected one of: ",
        ),
        (
            "1;01.03.2024;ИКТ;12;20;;;defalt;",
            "строка 2: инструмента «defalt» в политике нет. Объявите его в разделе instruments. "
            "Возможно, имелось в виду «default».",
            "row 2: the policy has no instrument 'defalt'.",
        ),
    ],
)
def test_a_wrong_row_says_what_is_wrong_and_does_not_count(read, row, ru, en) -> None:
    table = read(row, ROW)
    assert said(table) == [ru]
    assert said(table, "en")[0].startswith(en)
    assert [result.row for result in table.results] == [3]


def test_all_mistakes_of_a_row_are_told_at_once(read) -> None:
    assert len(said(read(";;Икт и не только;много;0;;;;"))) == 5


def test_a_date_that_does_not_exist_is_a_mistake_of_its_cell(read) -> None:
    table = read("1;31.02.2024;ИКТ;12;20;;;;")
    assert len(said(table)) == 1
    assert "столбец B" in said(table)[0]
    assert table.results == ()


def test_an_unknown_instrument_of_the_caller(read) -> None:
    with pytest.raises(UnknownNameError, match="Возможно: «default»"):
        read(ROW, instrument="defaul")


def test_the_example_is_what_its_script_writes(tmp_path, policy) -> None:
    import runpy
    from pathlib import Path

    examples = Path(__file__).parents[3] / "examples"
    script = runpy.run_path(str(examples / "make_diagnoses.py"))
    script["write_diagnoses"](tmp_path / "d.csv")
    assert (tmp_path / "d.csv").read_bytes() == (examples / "diagnoses.csv").read_bytes()
    assert len(read_diagnoses(examples / "diagnoses.csv", policy).problems) == 2
