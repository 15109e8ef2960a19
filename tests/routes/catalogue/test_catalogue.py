"""Catalogues are read strictly from YAML and tables: every mistake is told at once, with its place and its remedy."""

import csv
import io
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from rosters.books import write_xlsx
from rsnms.domain.competency import Severity
from rsnms.domain.offer import Audience, EducationKind, Offer, OfferKind, Session, StudyForm
from rsnms.domain.text import Text
from rsnms.policy.competencies import Framework, FrameworkCompetency
from rsnms.rosters.problems import RosterError
from rsnms.routes.catalogue.catalogue import CatalogueError, read_catalogue
from rsnms.routes.catalogue.writing import HEADINGS, catalogue_rows, catalogue_yaml


def competencies(**titles: str) -> Framework:
    """A framework of the titles of competencies by id."""
    return {
        id_: FrameworkCompetency(id=id_, title=Text(title), origin="", act=None, clause=None)
        for id_, title in titles.items()
    }


EXAMPLES = Path(__file__).parents[3] / "examples"
NEEDED = ("ID", "Название", "Вид", "Компетенции", "Часы")
FULL = Offer(
    id="ПК-1",
    title="Оценивание",
    kind=OfferKind.UPSKILLING,
    gains={"methodical": Severity.HIGH, "ict": Severity.MEDIUM},
    hours=36,
    education=EducationKind.FORMAL,
    form=StudyForm.DISTANCE,
    technologies=("кейс-метод", "взаимное обучение"),
    audience=Audience(
        posts=frozenset({"teacher", "methodist"}),
        subjects=frozenset({"физика", "химия"}),
        organisation_kinds=frozenset({"general"}),
    ),
    sessions=(
        Session(starts_on=date(2025, 2, 3), ends_on=date(2025, 2, 14), seats=25, place="Барнаул"),
        Session(starts_on=date(2025, 5, 5), ends_on=date(2025, 5, 5)),
    ),
    register_from=date(2024, 1, 15),
    register_until=date(2026, 12, 31),
    provider="Институт",
    prerequisites=frozenset({"0"}),
    cost=Decimal("12500.50"),
)
FIRST = Offer(id="0", title="Начала", kind=OfferKind.WEBINAR, gains={"ict": Severity.LOW}, hours=2)
YAML = """\
offers:
  - {id: 0, title: Начала, kind: webinar, gains: {ict: low}, hours: 2}
  - id: ПК-1
    title: Оценивание
    kind: upskilling
    gains: {methodical: high, ict: medium}
    hours: 36
    form: distance
    technologies: [кейс-метод, взаимное  обучение]
    audience: {posts: [teacher, methodist], subjects: [Физика, химия], organisation_kinds: general}
    sessions:
      - {from: 2025-02-03, until: 2025-02-14, seats: 25, place: Барнаул}
      - {from: 2025-05-05}
    register: {from: 2024-01-15, until: 2026-12-31}
    provider: Институт
    prerequisites: 0
    cost: 12500.50
"""


@pytest.fixture
def table(tmp_path):
    def read(*rows, heading=NEEDED, **asked):
        path = tmp_path / "c.csv"
        path.write_text(as_csv(heading, rows), encoding="utf-8")
        return read_catalogue(path, **asked)

    return read


@pytest.fixture
def yaml(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read(text, **asked):
        Path("c.yaml").write_text(text, encoding="utf-8")
        return read_catalogue("c.yaml", **asked)

    return read


def as_csv(heading, rows) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return buffer.getvalue()


def offer(id_="1", title="Имя", kind="вебинар", gains="ИКТ: низкий", hours="2", *more):
    return (id_, title, kind, gains, hours, *more)


def said(catalogue, lang="ru"):
    return [problem.text(lang) for problem in catalogue.problems]


def only(catalogue):
    assert catalogue.rejected
    (message,) = said(catalogue)
    return message


def test_yaml(yaml) -> None:
    read = yaml(YAML)
    assert said(read) == []
    assert list(read) == [FIRST, FULL]
    assert (list(read.offers), len(read), read.rejected, read.source) == (["0", "ПК-1"], 2, (), "c.yaml")


CELLS = {
    "Код": "ПК-1",
    "Наименование": "Оценивание",
    "Вид": "ПК",
    "Закрываемые дефициты": "Методические компетенции: высокий; ИКТ: средняя",
    "Объём": "36 ч",
    "Форма": "дистанционно",
    "Образовательные технологии": "кейс-метод; взаимное  обучение;",
    "Должности": "учитель, методист",
    "Предметы": "Физика; химия",
    "Для каких организаций": "школа",
    "Сроки проведения": "03.02.2025–14.02.2025 (25 мест, Барнаул); 5.05.2025",
    "В федеральном реестре": "да",
    "В реестре с": "15.01.2024",
    "В реестре по": "2026-12-31",
    "Кто проводит": "Институт",
    "Пройти раньше": "0",
    "Стоимость": "12 500,50 руб.",
}
BLANK = [""] * (len(CELLS) - 5)


def test_a_table_with_sessions_in_one_cell(table) -> None:
    first = ("0", "Начала", "вебинар", "ИКТ: низкий", "2", *BLANK)
    read = table(first, tuple(CELLS.values()), heading=tuple(CELLS))
    assert said(read) == []
    assert list(read) == [FIRST, FULL]


ENGLISH = ("id", "title", "kind", "methodical", "ict", "hours", "starts on", "ends on", "seats", "place", "cost")


def test_a_row_a_session_with_a_column_a_competency_and_english_headings(table) -> None:
    rows = (
        ("a", "T", "upskilling", "high", "medium", "36", "2025-02-03", "2025-02-14", "25", "Barnaul", "free"),
        ("a", "", "", "", "", "", "05.05.2025", "", "unlimited", "", ""),
        ("b", "U", "webinar", "", "low", "2", "", "", "", "", ""),
        ("a", "T", "upskilling", "high", "medium", "36", "06.05.2025", "07.05.2025", "", "", "0"),
    )
    read = table(*rows, heading=ENGLISH)
    assert said(read) == []
    assert read.offers["a"].sessions == (
        Session(starts_on=date(2025, 2, 3), ends_on=date(2025, 2, 14), seats=25, place="Barnaul"),
        Session(starts_on=date(2025, 5, 5), ends_on=date(2025, 5, 5)),
        Session(starts_on=date(2025, 5, 6), ends_on=date(2025, 5, 7)),
    )
    assert read.offers["a"].gains == {"methodical": Severity.HIGH, "ict": Severity.MEDIUM}
    assert (read.offers["a"].cost, read.offers["b"].education) == (0, EducationKind.NON_FORMAL)


def test_excel_parquet_and_dataframes(tmp_path, table) -> None:
    rows = [[1, "Имя", "вебинар", "ИКТ: низкий", 2, date(2025, 3, 3), 1200.5]]
    heading = [*NEEDED, "Начало", "Стоимость"]
    expected = list(table(offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", "03.03.2025", "1200,5"), heading=heading))
    assert expected[0].cost == Decimal("1200.5")
    assert list(read_catalogue(write_xlsx(tmp_path / "c.xlsx", [heading, *rows]))) == expected
    frame = pl.DataFrame([["1", *rows[0][1:]]], schema=heading, orient="row")
    frame.write_parquet(tmp_path / "c.parquet")
    assert list(read_catalogue(tmp_path / "c.parquet")) == expected
    assert list(read_catalogue(frame)) == expected
    listed = frame.with_columns(pl.Series("Пройти раньше", [["2"]]))
    assert said(read_catalogue(listed))[0].startswith(
        "строка 1, столбец «Пройти раньше»: предложения «2» в каталоге нет."
    )


@pytest.mark.parametrize(
    ("spelling", "id_"),
    [
        ("предметные знания", "subject"),
        ("methodical", "methodical"),
        ("Psychological and pedagogical", "psychological-pedagogical"),
        ("коммуникативный блок", "communicative"),
        ("IT", "ict"),
        ("ИКТ компетенции", "ict"),
        ("цифровая компетентность", "ict"),
        ("информационно-коммуникационные технологии", "ict"),
        ("правовые компетенции", "normative"),
        ("нормативно-правовое обеспечение", "normative"),
    ],
)
def test_gains_name_federal_competencies_where_none_are_given(table, spelling, id_) -> None:
    assert list(next(iter(table(offer(gains=f"{spelling}: низкий")))).gains) == [id_]


@pytest.mark.parametrize("offers", [[FIRST, FULL], list(read_catalogue(EXAMPLES / "catalogue.csv"))])
def test_round_trip(offers, tmp_path) -> None:
    by_yaml, by_csv = tmp_path / "c.yaml", tmp_path / "c.csv"
    by_yaml.write_text(catalogue_yaml(offers), encoding="utf-8")
    by_csv.write_text(as_csv(HEADINGS, catalogue_rows(offers)), encoding="utf-8")
    for path in (by_yaml, by_csv):
        read = read_catalogue(path)
        assert said(read) == []
        assert list(read) == offers


def test_the_example_is_what_its_script_writes(tmp_path, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    sys.modules.pop("make_catalogue", None)
    import make_catalogue

    make_catalogue.write_catalogue(tmp_path / "c.csv")
    assert (tmp_path / "c.csv").read_bytes() == (EXAMPLES / "catalogue.csv").read_bytes()
    read = read_catalogue(tmp_path / "c.csv")
    assert (read.problems, read.notes) == ((), ())
    assert len(read) >= 400
    assert {one.kind for one in read} == set(OfferKind)


AREAS = (
    "Предметная компетенция; Методическая компетенция; Психолого-педагогическая компетенция; "
    "Коммуникативная компетенция; ИКТ-компетенция; Нормативная компетенция"
)
SESSION = "запись вида «03.02.2025–14.02.2025, 25 мест, Барнаул»; несколько — через «;»"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("", "Имя"), "столбец A «ID»: не заполнено; ожидается текст."),
        (("1", ""), "столбец B «Название»: не заполнено; ожидается текст."),
        (
            ("1", "Имя", "вебинар", "ИКТ: низкий", ""),
            "столбец E «Часы»: не заполнено; ожидается целое число, например 7.",
        ),
        (
            ("1", "Имя", "вебинар", "ИКТ: низкий", "2,5"),
            "столбец E «Часы»: здесь «2,5»; ожидается целое число, например 7.",
        ),
        (
            ("1", "Имя", "вебинр"),
            "столбец C «Вид»: «вебинр» не распознано; ожидается одно из значений: повышение квалификации; "
            "профессиональная переподготовка; стажировка; мастер-класс; профессиональное сообщество; вебинар; "
            "консультация; наставничество; самообразование. Возможно, имелось в виду «вебинар».",
        ),
        (
            ("1", "Имя", "вебинар", ""),
            "столбец D «Компетенции»: не сказано, какие дефициты предложение закрывает; ожидается компетенция и "
            "уровень, например «методическая: высокий». Предложение, которое ничего не закрывает, в маршрут не войдёт.",
        ),
        (
            ("1", "Имя", "вебинар", "методичская: высокий"),
            f"столбец D «Компетенции»: компетенция «методичская» не распознана; ожидается одно из значений: {AREAS}. "
            "Возможно, имелось в виду «Методическая компетенция».",
        ),
        (
            ("1", "Имя", "вебинар", "ИКТ"),
            "столбец D «Компетенции»: у компетенции «ИКТ» не указан уровень дефицита, который она закрывает; "
            "ожидается запись вида «ИКТ: высокий». Впишите его через двоеточие.",
        ),
        (
            ("1", "Имя", "вебинар", "ИКТ: высокй"),
            "столбец D «Компетенции»: уровень «высокй» не распознан; ожидается одно из значений: низкий; средний; "
            "высокий. Возможно, имелось в виду «высокий».",
        ),
        (
            ("1", "Имя", "вебинар", "ИКТ: низкий; цифровая: высокий"),
            "столбец D «Компетенции»: у компетенции «ИКТ-компетенция» указаны разные уровни: низкий, высокий. "
            "Оставьте один.",
        ),
    ],
)
def test_cells_that_every_offer_needs(table, cells, message) -> None:
    assert only(table(offer(*cells))) == f"строка 2, {message}"


@pytest.mark.parametrize(
    ("heading", "cell", "message"),
    [
        ("Сессии", "весной", f"сессия «весной» не распознана; ожидается {SESSION}."),
        ("Сессии", "03.02.25", f"сессия «03.02.25» не распознана; ожидается {SESSION}."),
        (
            "Сессии",
            "03.02.2025, 5 мест, 6 мест",
            f"сессия «03.02.2025, 5 мест, 6 мест» не распознана; ожидается {SESSION}.",
        ),
        (
            "Сессии",
            "31.02.2025",
            "в сессии «31.02.2025» даты 31.02.2025 не существует. Исправьте день, месяц или год.",
        ),
        (
            "Сессии",
            "05.02.2025–04.02.2025",
            "сессия заканчивается 04.02.2025, раньше своего начала 05.02.2025. Исправьте одну из дат.",
        ),
        (
            "Места",
            "5",
            "о сессии есть сведения, но нет даты её начала; ожидается дата, например 31.01.2024.",
        ),
        (
            "Пройти раньше",
            "З1",
            "предложения «З1» в каталоге нет. Впишите id предложения, которое нужно пройти раньше.",
        ),
        (
            "Пройти раньше",
            "1",
            "предложения ждут друг друга по кругу: 1 → 1. Уберите одно из условий; пока не принято ни одно из них.",
        ),
        (
            "В реестре по",
            "31.12.2025",
            "не сказано, с какого дня программа в федеральном реестре; ожидается дата, например 31.01.2024.",
        ),
        (
            "В федеральном реестре",
            "да",
            "не сказано, с какого дня программа в федеральном реестре; ожидается дата, например 31.01.2024.",
        ),
        ("В федеральном реестре", "может", "здесь «может»; ожидается «да» или «нет»."),
        ("Стоимость", "дорого", "здесь «дорого»; ожидается число, например 3,5."),
        ("Стоимость", "-5", "«-5» вне допустимого: от 0."),
        ("Начало", "31.02.2025", "даты «31.02.2025» не существует. Исправьте день, месяц или год."),
    ],
)
def test_other_cells(table, heading, cell, message) -> None:
    place, _, shown = only(
        table(offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", cell), heading=(*NEEDED, heading))
    ).partition(": ")
    assert place.startswith("строка 2, столбец ")
    assert shown == message


def test_listed_audiences_suggest_the_nearest(table) -> None:
    read = table(offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", "учетель"), heading=(*NEEDED, "Должности"))
    assert only(read).startswith(
        "строка 2, столбец F «Должности»: не распознано «учетель»; ожидается одно или несколько"
    )
    assert only(read).endswith("Возможно, имелось в виду «учитель».")


def test_days_that_contradict_each_other(table) -> None:
    heading = (*NEEDED, "Начало", "Окончание", "В реестре с", "В реестре по", "В реестре")
    read = table(
        offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", "03.02.2025", "01.02.2025", "", "", ""),
        offer("2", "Имя", "вебинар", "ИКТ: низкий", "2", "", "", "03.02.2025", "01.02.2025", ""),
        offer("3", "Имя", "вебинар", "ИКТ: низкий", "2", "", "", "03.02.2025", "", "нет"),
        heading=heading,
    )
    assert said(read) == [
        "строка 2, столбец G «Окончание»: сессия заканчивается 01.02.2025, раньше своего начала 03.02.2025. "
        "Исправьте одну из дат.",
        "строка 3, столбец I «В реестре по»: срок в реестре заканчивается 01.02.2025, раньше своего начала 03.02.2025. "
        "Исправьте одну из дат.",
        "строка 4, столбец J «В реестре»: сказано, что программы в федеральном реестре нет, но указан её срок в нём. "
        "Исправьте одно из двух.",
    ]
    assert read.rejected == ("1", "2", "3")


def test_a_repeated_id_is_a_session_or_an_error(table) -> None:
    read = table(
        offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", "03.02.2025"),
        offer("1", "Другое", "вебинар", "ИКТ: низкий", "3", "04.02.2025"),
        offer("2", "Имя", "вебинар", "ИКТ: низкий", "2", ""),
        offer("2", "Имя", "вебинар", "ИКТ: низкий", "2", ""),
        heading=(*NEEDED, "Начало"),
    )
    advice = (
        "Дайте другой. Если это ещё одна сессия того же предложения, заполните её дату начала, а прочие ячейки "
        "повторите или оставьте пустыми."
    )
    assert said(read) == [
        "строка 3, столбец A «ID»: идентификатор «1» уже занят: строка 2, столбец A «ID»; расходятся столбцы: "
        f"Название, Часы. {advice}",
        f"строка 5, столбец A «ID»: идентификатор «2» уже занят: строка 4, столбец A «ID». {advice}",
    ]
    assert read.rejected == ("1", "2")


def test_circles_and_those_who_wait_for_rejected_ones(table) -> None:
    rows = [("1", "2"), ("2", "3"), ("3", "1"), ("4", "1"), ("5", "4"), ("6", ""), ("7", "6")]
    offers = [offer(id_, "Имя", "вебинар", "ИКТ: низкий", "2", after) for id_, after in rows]
    read = table(*offers, heading=(*NEEDED, "Пройти раньше"))
    rejected = "не принято; поэтому не принято и это. Исправьте сначала его."
    assert said(read) == [
        "строка 2, столбец F «Пройти раньше»: предложения ждут друг друга по кругу: 1 → 2 → 3 → 1. "
        "Уберите одно из условий; пока не принято ни одно из них.",
        f"строка 5, столбец F «Пройти раньше»: предложение «1», которое нужно пройти раньше, {rejected}",
        f"строка 6, столбец F «Пройти раньше»: предложение «4», которое нужно пройти раньше, {rejected}",
    ]
    assert (list(read.offers), read.rejected) == (["6", "7"], ("1", "2", "3", "4", "5"))


@pytest.mark.parametrize("seats", ["-3 места", "мест 5", "минус 3 места", "мест: 5"])
def test_what_speaks_of_seats_is_no_place(table, seats) -> None:
    read = table((*offer(), f"15.09.2025–19.09.2025, {seats}"), heading=(*NEEDED, "Сессии"))
    assert [problem.code for problem in read.problems] == ["wrong-session"]
    assert not read.offers


def test_ids_of_steps_are_reserved(table, yaml) -> None:
    ids = ("mentoring", "diagnosis", "internship-after-ПК-1", "mentoring-1", "диагностика")
    read = table(*(offer(id_, "Имя", "вебинар", "ИКТ: низкий", "2") for id_ in ids))
    assert said(read) == [
        f"строка {row}, столбец A «ID»: идентификатор «{id_}» занят шагами маршрутов. Дайте другой, например с номером."
        for row, id_ in enumerate(ids[:3], 2)
    ]
    assert (list(read.offers), read.rejected) == (list(ids[3:]), ids[:3])
    assert said(yaml(YAML.replace("id: 0,", "id: mentoring,").replace("prerequisites: 0", "prerequisites: mentoring")))


def test_what_concerns_the_whole_table(table) -> None:
    read = table(
        offer("1", "Имя", "вебинар", "ИКТ: низкий", "2", "", "", ""), heading=(*NEEDED, "Дедлайн", "Название", "Тема")
    )
    assert said(read) == [
        "Несколько столбцов говорят одно («Название»): B «Название», G «Название», H «Тема». Ни один не читается. "
        "Оставьте один.",
        "Столбец F «Дедлайн» не распознан и не читается. Исправьте заголовок или удалите столбец.",
        "строка 2, столбец B «Название»: сведение записано и в другом столбце: строка 2, столбец G «Название». "
        "Оставьте один столбец.",
    ]
    assert said(table()) == ["Под строкой заголовков нет ни одного предложения."]
    assert said(table(), "en") == ["There are no offers below the header."]


def test_headings_that_leave_it_open(table) -> None:
    read = table(offer(), competencies=competencies(load="Часы", ict="ИКТ"))
    assert said(read)[0] == (
        "Столбец E «Часы» не читается: подходит нескольким сведениям (Часы; Часы). Уточните заголовок."
    )
    needed = "Нужны столбцы «ID», «Название», «Вид», «Компетенции», «Часы»."
    assert f"Ни один столбец не содержит сведений о предложениях. {needed}" in said(table(heading=("СНИЛС", "ИНН")))
    with pytest.raises(RosterError) as caught:
        table(("Код", "Тема", "Тип", "Цена", "Часы"))
    assert caught.value.text() == "Строк заголовков может быть несколько: 1, 2. Оставьте одну."


def test_rows_that_state_nothing_are_noted(table) -> None:
    read = table((*offer(), ""), ("", "", "", "", "", "Директор"), heading=(*NEEDED, "Примечание"))
    assert (read.problems, len(read)) == ((), 1)
    assert "Строки, в которых нет ни одного сведения: 3. Возможно, это подписи или подзаголовки." in [
        note.text() for note in read.notes
    ]
    assert not any(note.is_error for note in read.notes)


def test_a_shifted_row_is_told_once(table) -> None:
    assert only(table(("1", "Имя", "вебинар"))) == (
        "строка 2: ячеек 3, а заголовков 5: строка могла сдвинуться и не прочитана. "
        "Проверьте разделители и кавычки в этой строке."
    )


def test_a_framework_of_ones_own(table, yaml) -> None:
    own = competencies(reading="Читательская грамотность", maths="Математическая грамотность")
    read = table(offer("1", "Имя", "вебинар", "читательская грамотность: высокий"), competencies=own)
    assert read.offers["1"].gains == {"reading": Severity.HIGH}
    assert only(table(offer("1", "Имя", "вебинар", "ИКТ: высокий"), competencies=own)).startswith(
        "строка 2, столбец D «Компетенции»: компетенция «ИКТ» не распознана; ожидается одно из значений: "
        "Читательская грамотность; Математическая грамотность."
    )
    text = "offers: [{id: a, title: T, kind: webinar, gains: {reding: low}, hours: 1}]"
    assert only(yaml(text, competencies=own)) == (
        "c.yaml:1:51, offers[0].gains.reding: компетенция «reding» не распознана; ожидается одно из: reading, maths. "
        "Возможно, имелось в виду «reading»."
    )


BAD_YAML = """\
offers:
  - id: a
    title: T
    kind: webinr
    gains: {metodical: high, ИКТ: low}
    hours: -3
    sessions: [{from: 2025-02-03, until: 2025-02-01, seats: many}]
    cost: 12.500
    audience: {posts: [techer]}
    oops: 1
    prerequisites: [b, c]
  - id: b
    title: T
    kind: webinar
    hours: 3
    register: {from: 2025-02-03, until: 2025-02-01}
  - {id: b, title: T, kind: webinar, gains: {ict: low}, hours: 3}
  - text
  - {id: d, title: T, kind: webinar, gains: {ict: low}, hours: 3, hours: 4}
  - {id: e, title: T, kind: webinar, gains: {ict: low}, hours: 3}
"""
KINDS = ", ".join(OfferKind)


def test_every_mistake_of_a_file_at_once(yaml) -> None:
    read = yaml(BAD_YAML)
    areas = "subject, methodical, psychological-pedagogical, communicative, ict, normative"
    posts = (
        "head, deputy-head, unit-head, teacher, lecturer, preschool-educator, additional-educator, methodist, tutor, "
        "psychologist, other-pedagogical, other"
    )
    keys = (
        "audience, cost, education, form, gains, hours, id, kind, prerequisites, provider, register, sessions, "
        "technologies, title"
    )
    assert said(read) == [
        f"c.yaml:4:11, offers[0].kind: Здесь «webinr», ожидается одно из: {KINDS}. Возможно, имелось в виду «webinar».",
        f"c.yaml:5:13, offers[0].gains.metodical: компетенция «metodical» не распознана; ожидается одно из: {areas}. "
        "Возможно, имелось в виду «methodical».",
        f"c.yaml:5:30, offers[0].gains.ИКТ: компетенция «ИКТ» не распознана; ожидается одно из: {areas}. "
        "Возможно, имелось в виду «ict».",
        "c.yaml:6:12, offers[0].hours: Здесь «-3», ожидается целое число от 0.",
        "c.yaml:7:42, offers[0].sessions[0].until: сессия заканчивается 01.02.2025, раньше своего начала 03.02.2025. "
        "Исправьте одну из дат.",
        "c.yaml:7:61, offers[0].sessions[0].seats: Здесь «many», ожидается целое число от 0.",
        "c.yaml:8:11, offers[0].cost: Здесь «12.500», ожидается рубли, например 12500.50.",
        f"c.yaml:9:24, offers[0].audience.posts[0]: Здесь «techer», ожидается одно из: {posts}. "
        "Возможно, имелось в виду «teacher».",
        f"c.yaml:10:5, offers[0].oops: Неизвестный ключ «oops». Здесь известны: {keys}.",
        "c.yaml:11:20, offers[0].prerequisites: предложения «c» в каталоге нет. "
        "Впишите id предложения, которое нужно пройти раньше.",
        "c.yaml:12:5, offers[1].gains: не сказано, какие дефициты предложение закрывает; ожидается компетенция и "
        "уровень, например «методическая: высокий». Предложение, которое ничего не закрывает, в маршрут не войдёт.",
        "c.yaml:16:41, offers[1].register.until: срок в реестре заканчивается 01.02.2025, раньше своего начала "
        "03.02.2025. Исправьте одну из дат.",
        "c.yaml:17:10, offers[2].id: идентификатор «b» уже занят: c.yaml:12:9, offers[1].id. "
        "Дайте одному из предложений другой.",
        "c.yaml:18:5, offers[3]: Здесь «text», ожидается набор «ключ: значение».",
        "c.yaml:19:67, offers[4].hours: Ключ «hours» записан дважды. Оставьте одну запись.",
    ]
    assert (list(read.offers), read.rejected) == (["e"], ("a", "b", "offers[3]", "d"))


def test_english(yaml, table) -> None:
    assert said(yaml(BAD_YAML), "en")[2:5] == [
        "c.yaml:5:30, offers[0].gains.ИКТ: the competency “ИКТ” is not recognised; expected one of: subject, "
        "methodical, psychological-pedagogical, communicative, ict, normative. Did you mean 'ict'?",
        "c.yaml:6:12, offers[0].hours: Found '-3', expected a whole number from 0.",
        "c.yaml:7:42, offers[0].sessions[0].until: the session ends on 1 February 2025, before it starts on "
        "3 February 2025. Mend one of the dates.",
    ]
    assert said(table(offer("1", "Имя", "webinar", "ICT")), "en") == [
        "row 2, column D “Компетенции”: the competency “ICT” has no level of the deficit that is closed; expected "
        "an entry such as 'ICT: high'. Write it after a colon."
    ]


def test_a_problem_for_a_machine(yaml, table) -> None:
    record = yaml(BAD_YAML).problems[0].as_record("en")
    assert record | {"message": ""} == {
        "code": "wrong-value",
        "severity": "error",
        "row": 4,
        "column": 11,
        "path": "offers[0].kind",
        "found": "webinr",
        "expected": f"one of: {KINDS}",
        "nearest": "webinar",
        "message": "",
    }
    record = table(offer("1", "Имя", "вебинар", "ИКТ: высокй")).problems[0].as_record()
    assert (record["row"], record["column"], record["path"]) == (2, "D", "Компетенции")
    assert (record["found"], record["nearest"]) == ("высокй", "высокий")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("offers: []\n", "c.yaml:1:9: wrong-shape: offers: Здесь пустой список, ожидается непустой список."),
        ("offer: 1\n", "c.yaml:1:1: unknown-key: offer: Неизвестный ключ «offer». Возможно, имелось в виду «offers»."),
        ("", "c.yaml:1:1: empty-file: В файле нет ни одной записи."),
        ("offers: [\n", "c.yaml:2:1: syntax: Запись YAML нарушена"),
    ],
)
def test_a_file_of_which_nothing_can_be_made(yaml, text, message) -> None:
    with pytest.raises(CatalogueError) as caught:
        yaml(text)
    assert caught.value.text().startswith(message)


def test_a_table_that_cannot_be_read(tmp_path) -> None:
    with pytest.raises(RosterError, match="Нет файла"):
        read_catalogue(tmp_path / "no.csv")
    (tmp_path / "c.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(RosterError) as caught:
        read_catalogue(tmp_path / "c.csv")
    assert caught.value.text().endswith("Нужны столбцы «ID», «Название», «Вид», «Компетенции», «Часы».")
    assert caught.value.text("en").endswith("Needed are the columns 'id', 'title', 'kind', 'gains', 'hours'.")


def test_several_sheets_are_told_apart(tmp_path) -> None:
    rows = [NEEDED, offer()]
    path = write_xlsx(tmp_path / "c.xlsx", rows, sheet="А", more={"Б": rows})
    with pytest.raises(RosterError) as caught:
        read_catalogue(path)
    assert caught.value.text() == "Каталоги есть на нескольких листах: «А», «Б». Оставьте один лист."
