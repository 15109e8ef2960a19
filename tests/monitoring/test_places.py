import pytest

from acts import document, policy, schedule
from rosters.books import write_xlsx
from rsnms.domain.level import Level
from rsnms.domain.system import DocumentKind, ForEach
from rsnms.monitoring.duties import duties
from rsnms.monitoring.places import Places, read_places
from rsnms.rosters.problems import RosterError

NAMES = ("Камышинский район", "г. Волгоград")


def test_names_may_stand_in_the_call():
    assert read_places(" Камышинский   район; г. Волгоград;; камышинский район") == NAMES


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("names.txt", "Камышинский район\n\nг. Волгоград\n"),
        ("names.txt", "Муниципалитет\nКамышинский район\nг. Волгоград, центр\n"),
        ("names.csv", "№;Муниципалитет\n1;Камышинский район\n2;г. Волгоград\n"),
        ("names.csv", "Камышинский район\nг. Волгоград\n"),
    ],
)
def test_names_may_stand_in_a_text_or_a_table(tmp_path, file, text):
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    assert read_places(str(path)) in (NAMES, ("Камышинский район", "г. Волгоград, центр"))


def test_names_may_stand_in_a_workbook(tmp_path):
    rows = [["Список муниципалитетов"], [None], ["№", "Район"], [1, NAMES[0]], [2, NAMES[1]]]
    assert read_places(str(write_xlsx(tmp_path / "names.xlsx", rows))) == NAMES


@pytest.mark.parametrize(
    ("text", "ru", "en"),
    [
        (
            "а;б\nв;г\n",
            "В «names.csv» неясно, в каком столбце названия. Озаглавьте его «Муниципалитет» или «Организация».",
            "In 'names.csv' it is unclear which column holds the names. Head it 'Municipality' or 'Organisation'.",
        ),
        (
            "Район;Название\nв;г\n",
            "В «names.csv» неясно, в каком столбце названия. Озаглавьте его «Муниципалитет» или «Организация».",
            "In 'names.csv' it is unclear which column holds the names. Head it 'Municipality' or 'Organisation'.",
        ),
        (
            "Район\n",
            "В «names.csv» нет ни одного названия. "
            "Впишите их столбцом под заголовком «Муниципалитет» или «Организация».",
            "'names.csv' holds no names. Write them in a column below the heading 'Municipality' or 'Organisation'.",
        ),
    ],
)
def test_a_list_that_cannot_be_used_says_why(tmp_path, text, ru, en):
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RosterError) as caught:
        read_places(str(path))
    assert (caught.value.text(), caught.value.text("en")) == (ru, en)
    with pytest.raises(RosterError, match="Нет файла"):
        read_places(str(tmp_path / "absent.xlsx"))
    with pytest.raises(RosterError, match="нет ни одного названия"):
        read_places(" ; ")


@pytest.mark.parametrize(
    ("each", "level", "asked"),
    [
        (ForEach.MUNICIPALITY, Level.FEDERAL, True),
        (ForEach.MUNICIPALITY, Level.REGIONAL, True),
        (ForEach.MUNICIPALITY, Level.MUNICIPAL, False),
        (ForEach.MUNICIPALITY, Level.INSTITUTIONAL, False),
        (ForEach.ORGANISATION, Level.MUNICIPAL, True),
        (ForEach.ORGANISATION, Level.INSTITUTIONAL, False),
        (None, Level.REGIONAL, False),
    ],
)
def test_a_place_asks_nobody_but_itself(each, level, asked):
    [duty] = duties(policy(document("a", DocumentKind.PLAN, when=schedule(for_each=each))))
    assert Places(level).are_asked(duty) is asked
