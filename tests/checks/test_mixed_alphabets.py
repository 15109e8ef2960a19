"""RS405: letters of two alphabets in one word: where, which, and how they are mended."""

import pytest

from checks.findings import found, places
from rsnms.checks.sources.mixed_alphabets import CHECK


def provision(title: str) -> dict[str, str]:
    return {"x.yaml": f"provisions:\n  - {{id: p, kind: task, title: {title}}}\n"}


@pytest.mark.parametrize(
    ("written", "mended", "letters"),
    [
        ("к\u0061тегория", "категория", "латинские буквы: a (2-я)"),
        ("\u0043\u006fвет", "Совет", "латинские буквы: C (1-я), o (2-я)"),
        ("\u041airovsk", "Kirovsk", "русские буквы: К (1-я)"),
        ("sch\u043e\u043el", "school", "русские буквы: о (4-я)"),
        ("вс\u00eb", "всё", "латинские буквы: \u00eb (3-я)"),
    ],
)
def test_letters_that_look_alike_are_mended(tmp_path, written, mended, letters):
    [finding] = found(CHECK, tmp_path, provision(f"Вот {written} тут"))
    assert places([finding], tmp_path) == ["x.yaml:2:36"]
    assert f"В слове «{written}» есть {letters}. " in finding.message.ru
    [edit] = finding.fix
    line = (tmp_path / "ru/example/x.yaml").read_text("utf-8").split("\n")[edit.line - 1]
    assert line[edit.start - 1 : edit.end - 1] == written
    assert edit.text == mended


@pytest.mark.parametrize("written", ["рsыw", "\u0430\u0061"])
def test_where_the_meant_word_is_not_sure_nothing_is_mended(tmp_path, written):
    [finding] = found(CHECK, tmp_path, provision(written))
    assert finding.fix == ()


@pytest.mark.parametrize(
    "title", ["IT-куратор и Wi-Fi-сеть", "e-mail и VIII класс", "3D модель", '"Строка\\nПеренос"', "Школа A и Б"]
)
def test_parts_joined_by_a_hyphen_and_whole_foreign_words_are_right(tmp_path, title):
    assert found(CHECK, tmp_path, provision(title)) == []


def test_a_latin_letter_alone_between_russian_words(tmp_path):
    [finding] = found(CHECK, tmp_path, provision("Работа \u0063 детьми"))
    assert places([finding], tmp_path) == ["x.yaml:2:39"]
    assert [edit.text for edit in finding.fix] == ["\u0441"]


def test_block_texts_lists_and_comments_have_exact_places(tmp_path):
    text = (
        "# к\u006fмментарий\n"
        "facts:\n"
        "  - id: f\n"
        "    type: choice\n"
        "    title: Факт\n"
        "    values:\n"
        "      - {id: a, title: А, synonyms: [первая, втор\u0061я]}\n"
        "    reading: |\n"
        "      Строка\n"
        "        и д\u0435тали, и д\u0065тали\n"
    )
    findings = found(CHECK, tmp_path, {"x.yaml": text})
    assert places(findings, tmp_path) == ["x.yaml:1:3", "x.yaml:7:46", "x.yaml:10:21"]
    assert {finding.policy for finding in findings} == {"ru/example"}
