import pytest

from rsnms.rosters.mapping import RosterMapping
from rsnms.rosters.personal import looks_personal, snils_digits
from rsnms.rosters.proposal import propose
from rsnms.rosters.roster import read_roster

from .books import write_xlsx
from .vocabulary import FACTS

PERSONAL = [
    "112-233-445 95",
    "11223344595",
    "+7 (900) 123-45-67",
    "8 900 1234567",
    "ivanova@example.org",
    "Иванова Анна Петровна",
    "ИВАНОВА АННА ПЕТРОВНА",
    "Иванова А.П.",
    "А. П. Иванова",
    "Иванова Анна",
    "Анна Петровна",
    "Иванова",
    "Сидоренко",
    "Островский",
    "4510 123456",
    "г. Волгоград, ул. Мира, д. 5, кв. 7",
]
HARMLESS = [
    *("учетель физики", "перавя", "Вышая категория", "12,5", "30.02.2024", "2024-02-30 00:00:00", "логопед", "№ 12345"),
    *("соответствие", "возможно", "более 10 лет", "тьютор; главный"),
]


@pytest.mark.parametrize("text", PERSONAL)
def test_what_looks_personal(text):
    assert looks_personal(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_not(text):
    assert not looks_personal(text)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("112-233-445 95", "11223344595"),
        ("112 233 445 95", "11223344595"),
        ("11223344595", "11223344595"),
        ("8765430300", "08765430300"),
        ("001-001-998 00", "00100199800"),
        ("112-233-445 96", None),
        ("000-000-000 00", None),
        ("1122334459", None),
        ("112-233-445", None),
        ("нет", None),
        ("", None),
    ],
)
def test_the_form_of_snils(text, digits):
    assert snils_digits(text) == digits


@pytest.fixture(params=PERSONAL)
def misplaced(request, tmp_path):
    """A roster in whose every column stands somebody's personal data, twice."""
    headings = ["id", *(fact.title.ru for fact in FACTS), "СНИЛС", "ФИО", "Хобби"]
    row = [request.param] * len(headings)
    return request.param, write_xlsx(tmp_path / "roster.xlsx", [headings, row, row])


def test_no_message_shows_personal_data(misplaced):
    text, path = misplaced
    mapping = RosterMapping(derive={"organisation_kind": "organisation"})
    roster = read_roster(path, FACTS, mapping=mapping)
    assert len(list(roster.errors)) > 20
    shown = [
        one.text(lang) + str(one.as_record(lang)) for lang in ("ru", "en") for one in (*roster.problems, *roster.errors)
    ]
    assert not [message for message in shown if text in message]
    assert all(error.found is None for error in roster.errors)
    assert text not in propose(path, FACTS).yaml()


def test_no_error_of_a_list_shows_personal_data(tmp_path):
    rows = [["Роли", "Район"], ["тьютор; Иванова Анна Петровна", "А"], ["тьютор, Иванова А.П.; кто-то", "А"]]
    path = write_xlsx(tmp_path / "roster.xlsx", rows)
    messages = [error.text() for error in read_roster(path, FACTS).errors]
    assert len(messages) == 2
    assert not [message for message in messages if "Иванова" in message]


def test_a_row_of_persons_taken_for_the_header_is_not_shown(tmp_path):
    rows = [["Категория", "Район"], ["Иванова Анна", "112-233-445 95"], ["высшая", "А"]]
    path = write_xlsx(tmp_path / "roster.xlsx", rows)
    roster = read_roster(path, FACTS, header_row=2)
    assert not [problem.text() for problem in roster.problems if "Иванова" in problem.text() or "112" in problem.text()]
