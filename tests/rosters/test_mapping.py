from datetime import date

import pytest

from rsnms.policy.problems import PolicyError
from rsnms.rosters.mapping import MappingError, RosterMapping, read_mapping
from rsnms.rosters.proposal import propose
from rsnms.rosters.roster import read_roster

from .books import write_xlsx
from .vocabulary import FACTS

FULL = """\
sheet: Реестр
header_row: 4
id_column: Таб. №
as_of: 2024-01-01
encoding: windows-1251
delimiter: tab
columns:
  Аттестация: category
  =H: ignore
values:
  category:
    вышка: highest
    на аттестации: ignore
  roles:
    рук. ШМО, тьютор: [head-of-methodical-association, tutor]
    нн: []
  diagnostics_passed: {прошли: true}
  pedagogical_experience: {менее года: 6 months}
  birth_date: {неизвестно когда: 1980-01-31}
separators:
  subjects: ","
derive:
  organisation_kind: organisation
"""


@pytest.fixture
def mapping_file(tmp_path):
    def write(text):
        path = tmp_path / "mapping.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_everything_a_mapping_can_say(mapping_file):
    mapping = read_mapping(mapping_file(FULL), FACTS)
    assert mapping == RosterMapping(
        sheet="Реестр",
        header_row=4,
        id_column="Таб. №",
        as_of=date(2024, 1, 1),
        encoding="windows-1251",
        delimiter="\t",
        columns={"Аттестация": "category", "=H": "ignore"},
        values={
            "category": {"вышка": "highest", "на аттестации": "ignore"},
            "roles": {"рук. ШМО, тьютор": ["head-of-methodical-association", "tutor"], "нн": []},
            "diagnostics_passed": {"прошли": "true"},
            "pedagogical_experience": {"менее года": "6 months"},
            "birth_date": {"неизвестно когда": "1980-01-31"},
        },
        separators={"subjects": ","},
        derive={"organisation_kind": "organisation"},
    )
    facts = {fact.name: fact for fact in FACTS}
    assert mapping.values_of(facts["roles"]) == {
        "рук шмо тьютор": {"head-of-methodical-association", "tutor"},
        "нн": frozenset(),
    }
    assert mapping.values_of(facts["pedagogical_experience"]) == {"менее года": 6}
    assert mapping.values_of(facts["diagnostics_passed"]) == {"прошли": True}
    assert mapping.values_of(facts["birth_date"]) == {"неизвестно когда": date(1980, 1, 31)}


@pytest.mark.parametrize("text", [FULL, "columns: {Разряд: category}\n"])
def test_round_trip(mapping_file, text):
    mapping = read_mapping(mapping_file(text), FACTS)
    assert read_mapping(mapping_file(mapping.yaml()), FACTS) == mapping


def test_a_mapping_that_says_nothing(mapping_file):
    assert read_mapping(mapping_file(RosterMapping().yaml()), FACTS) == RosterMapping()


@pytest.mark.parametrize(
    ("text", "place", "code", "nearest"),
    [
        ("colums: {}\n", "1:1", "unknown-key", "columns"),
        ("columns:\n  А: categry\n", "2:6", "unknown-fact", "category"),
        ("columns:\n  А: category\n  А: post\n", "3:3", "duplicate-key", None),
        ("columns:\n  А: [category]\n", "2:6", "wrong-shape", None),
        ("values:\n  categry: {а: first}\n", "2:3", "unknown-fact", "category"),
        ("values:\n  category: {а: frist}\n", "2:17", "wrong-value", "first"),
        ("values:\n  category: {а: [first, highest]}\n", "2:17", "wrong-value", "highest"),
        ("values:\n  birth_date: {а: 2024-02-30}\n", "2:19", "wrong-value", None),
        ("header_row: четыре\n", "1:13", "wrong-value", None),
        ("as_of: 01.01.2024\n", "1:8", "wrong-value", None),
        ("delimiter: '|'\n", "1:12", "wrong-value", None),
        ("separators: {predmet: ','}\n", "1:14", "unknown-fact", None),
        ("derive: {organisation_kind: category}\n", "1:29", "wrong-value", None),
        ("derive: {category: organisatio}\n", "1:20", "unknown-fact", "organisation"),
        ("derive: {roles: organisation}\n", "1:17", "wrong-value", None),
        ("columns: &a {}\nvalues: *a\n", "1:10", "anchor", None),
        ("", "1:1", "empty-file", None),
    ],
)
def test_mistakes_say_where_they_are(mapping_file, text, place, code, nearest):
    path = mapping_file(text)
    with pytest.raises(MappingError) as caught:
        read_mapping(path, FACTS)
    assert isinstance(caught.value, PolicyError)
    first = caught.value.problems[0]
    assert (str(first.place), first.code, first.nearest) == (f"{path}:{place}", code, nearest)
    assert first.text("ru") != first.text("en")


def test_all_mistakes_are_found_at_once(mapping_file):
    with pytest.raises(MappingError) as caught:
        read_mapping(mapping_file("columns: {А: categry, Б: pos}\nvalues: {category: {а: x}}\n"), FACTS)
    assert [problem.code for problem in caught.value.problems] == ["unknown-fact", "unknown-fact", "wrong-value"]


ROWS = [
    ["Список", None, None, None, None, None],
    ["Таб. №", "Аттестация", "Роли", "Предмет", "Педстаж", "Фамилия"],
    ["1", "вышка", "рук. ШМО, тьютор", "Физика, химия", "5", "Иванов"],
    ["2", "вышка", "тьютор; главный", "Физика", "менее года", "Петров"],
    ["3", "первая", "Иванов Иван Иванович", "нет", "3", "Сидоров"],
]


def test_a_mapping_settles_what_is_open(tmp_path, mapping_file):
    path = write_xlsx(tmp_path / "roster.xlsx", ROWS)
    mapping = mapping_file(
        "columns: {Аттестация: category}\nseparators: {subjects: ','}\nvalues:\n  category: {Вышка!: highest}\n"
        "  roles: {'рук. ШМО, тьютор': [tutor], главный: mentor, Иванов Иван Иванович: ignore}\n"
        "  pedagogical_experience: {менее года: 6 months}\n"
    )
    roster = read_roster(path, FACTS, mapping=mapping)
    assert not list(roster.errors)
    assert [dict(row.facts) for row in roster.rows] == [
        {"category": "highest", "roles": {"tutor"}, "subjects": {"Физика", "химия"}, "pedagogical_experience": 60},
        {"category": "highest", "roles": {"tutor", "mentor"}, "subjects": {"Физика"}, "pedagogical_experience": 6},
        {"category": "first", "subjects": set(), "pedagogical_experience": 36},
    ]


def test_the_start_of_a_mapping(tmp_path, mapping_file):
    path = write_xlsx(tmp_path / "roster.xlsx", ROWS)
    proposal = propose(path, FACTS)
    assert proposal.mapping == RosterMapping(
        sheet="Реестр",
        header_row=2,
        id_column="Таб. №",
        columns={"Роли": "roles", "Предмет": "subjects", "Педстаж": "pedagogical_experience", "Фамилия": "ignore"},
    )
    assert [column.column for column in proposal.columns] == ["Аттестация"]
    assert "category_decided_on" in [fact.name for fact in proposal.columns[0].likely]
    assert [(value.fact.name, value.text, value.rows) for value in proposal.values] == [
        ("roles", "рук. ШМО, тьютор", 1),
        ("roles", "главный", 1),
        ("pedagogical_experience", "менее года", 1),
    ]
    text = proposal.yaml()
    assert "Иванов" not in text
    assert read_mapping(mapping_file(text), FACTS) == proposal.mapping
    lines = text.splitlines(keepends=True)
    completed = "".join(line[2:] if line.startswith(("#   ", "# values")) else line for line in lines)
    assert read_mapping(mapping_file(completed), FACTS).values["roles"] == {
        "рук. ШМО, тьютор": "ignore",
        "главный": "ignore",
    }


def test_a_proposal_keeps_what_is_settled(tmp_path, mapping_file):
    path = write_xlsx(tmp_path / "roster.xlsx", ROWS)
    settled = RosterMapping(columns={"Аттестация": "category"}, values={"category": {"вышка": "highest"}})
    proposal = propose(path, FACTS, mapping=settled)
    assert not proposal.columns
    assert read_mapping(mapping_file(proposal.yaml("en")), FACTS) == proposal.mapping
    assert proposal.mapping.values == settled.values


def test_a_proposal_names_columns_with_one_heading_by_letters(tmp_path, mapping_file):
    path = write_xlsx(tmp_path / "roster.xlsx", [["Категория", "Категория", "Район"], ["высшая", "первая", "А"]])
    proposal = propose(path, FACTS)
    assert [(fact.name, keys) for fact, keys in proposal.rivals] == [("category", ("=A", "=B"))]
    assert read_mapping(mapping_file(proposal.yaml()), FACTS) == proposal.mapping
