"""The reader: text in, text out, and a place for everything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policy.folders import TREE, criterion, eligibility, lines, write
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.loading import packaged_policies, read_policies
from rsnms.policy.problems import Place
from rsnms.policy.reader import read_document

SAME_FOLDER = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=150
)


def read(folder: Path, content: str | bytes) -> Document:
    return read_document(write(folder, {"x.yaml": content}) / "x.yaml", shown="x.yaml")


@pytest.mark.parametrize(
    "scalar",
    [
        *("3.10", "no", "yes", "on", "true", "null", "~", "1e5", "0x1F", "0o17", "017", "1_000", "+1", "-0", ".nan"),
        *("2024-01-01", "2024-02-30", "12:30:45", "1.5", "58", "158/1", "Р-174", "=", "٣", "a#b", "a:b", "-a", "a?"),
    ],
)
def test_scalars_stay_text(scalar, tmp_path) -> None:
    document = read(tmp_path, f"a: {scalar}\nb: [{scalar}]\n{scalar}: c\n")
    assert document.problems == []
    assert document.data["a"] == scalar
    assert all(isinstance(value, str) for value in (document.data["a"], *document.data["b"], *document.data))


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("a: 'no'\n", {"a": "no"}),
        ('a: "7"\n', {"a": "7"}),
        ('a: "\\u0416\\t\\n"\n', {"a": "Ж\t\n"}),
        ("a: ''\n", {"a": ""}),
        ("a: |\n  б\n  в\n", {"a": "б\nв\n"}),
        ("a: >-\n  б\n  в\n", {"a": "б в"}),
        ("a: б\n  в\n", {"a": "б в"}),
        ("{a: b, c: [d, {e: f}]}\n", {"a": "b", "c": ["d", {"e": "f"}]}),
        ("- a\n- - b\n  - c\n", ["a", ["b", "c"]]),
        ("a:\n- b\n", {"a": ["b"]}),
        ("a: []\nb: {}\n", {"a": [], "b": {}}),
        ("текст\n", "текст"),
        ("? a\n: b\n", {"a": "b"}),
        ("'<<': b\n", {"<<": "b"}),
        ("a: 'b'\t# c\n", {"a": "b"}),
        ("a: b\u2028c: d\n", {"a": "b", "c": "d"}),
    ],
)
def test_what_is_read(written, data, tmp_path) -> None:
    document = read(tmp_path, written)
    assert document.problems == []
    assert document.data == data


@pytest.mark.parametrize(
    "encoded", ["a: Ж\n".encode("utf-8-sig"), "a: Ж\n".encode(), b"a: \xd0\x96\r\n", b"a: \xd0\x96"]
)
def test_a_mark_and_line_ends_change_nothing(encoded, tmp_path) -> None:
    document = read(tmp_path, encoded)
    assert (document.problems, document.data) == ([], {"a": "Ж"})
    assert document.place(("a",)) == Place("x.yaml", 1, 4)


def test_every_value_and_key_knows_its_place(tmp_path) -> None:
    document = read(tmp_path, "# начало\nключ: Ж\nb:\n  - c: {d: e, ё: [f, g]}\n  - |\n    h\n")
    assert {path: (place.line, place.column) for path, place in document.places.items()} == {
        (): (2, 1),
        ("ключ",): (2, 7),
        ("b",): (4, 3),
        ("b", 0): (4, 5),
        ("b", 0, "c"): (4, 8),
        ("b", 0, "c", "d"): (4, 12),
        ("b", 0, "c", "ё"): (4, 18),
        ("b", 0, "c", "ё", 0): (4, 19),
        ("b", 0, "c", "ё", 1): (4, 22),
        ("b", 1): (5, 5),
    }
    assert {path: (place.line, place.column) for path, place in document.keys.items()} == {
        ("ключ",): (2, 1),
        ("b",): (3, 1),
        ("b", 0, "c"): (4, 5),
        ("b", 0, "c", "d"): (4, 9),
        ("b", 0, "c", "ё"): (4, 15),
    }


def test_what_has_no_place_stands_where_its_surroundings_do(tmp_path) -> None:
    document = read(tmp_path, "a:\n  - b: c\n")
    assert document.place(("a", 0, "title", "ru")) == document.place(("a", 0)) == Place("x.yaml", 2, 5)
    assert document.key_place(("a", 0, "title")) == Place("x.yaml", 2, 5)
    assert document.place(("z",)) == Place("x.yaml", 1, 1)
    assert Document("y.yaml").place(("z",)) == Place("y.yaml")


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("a: \nb: c\n", {"a": UNREAD, "b": "c"}),
        ("a: [b, *c]\n", {"a": ["b", UNREAD]}),
        ("a: !!int 7\nb: c\n", {"a": UNREAD, "b": "c"}),
        ("a: !!map {b: c}\nd: e\n", {"a": UNREAD, "d": "e"}),
        ("a: &x {b: c}\nd: e\n", {"a": {"b": "c"}, "d": "e"}),
        ("a: {<<: {x: y}, b: c}\nd: e\n", {"a": UNREAD, "d": "e"}),
        ("a: [{*x : y, b: c}, d]\n", {"a": [UNREAD, "d"]}),
        ("<<: {x: y}\nb: c\n", UNREAD),
        ("a: b\na: c\n", {"a": "c"}),
        ("{a: 3,5, b: c}\n", {"a": UNREAD, "b": "c"}),
        ("{a: 3, 5}\n", {"a": "3", "5": UNREAD}),
        ("a: b\n---\nc: d\n", {"a": "b"}),
        ("a: b\nc d\n", None),
        ("? {a: b}\n: c\n", None),
        ("\ta: b\n", None),
        ("", None),
        ("# a\n", None),
    ],
)
def test_what_remains_beside_a_mistake(written, data, tmp_path) -> None:
    document = read(tmp_path, written)
    assert len(document.problems) == 1
    assert document.data == data


def values_of(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield path, data
    for step, part in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from values_of(part, (*path, step))


characters = st.characters(exclude_categories=["Cs"])
yaml_like = st.text(st.sampled_from("ab:-?,[]{}&*!|>'\"%@`# \n\tЖ0~<.\\") | characters, max_size=40)
anything = yaml_like.map(str.encode) | st.binary(max_size=40)


@given(content=anything)
@SAME_FOLDER
def test_anything_gives_data_or_problems(content, tmp_path) -> None:
    document = read(tmp_path, content)
    assert document.problems or document.data is not None
    assert all(problem.line(lang) for problem in document.problems for lang in ("ru", "en"))
    assert all(problem.place.line <= content.count(b"\n") + content.count(b"\r") + 2 for problem in document.problems)
    if not document.problems:
        for path, value in values_of(document.data):
            assert isinstance(value, str | list | dict)
            assert path in document.places


texts = st.text(st.characters(exclude_categories=["Cs", "Zs"], include_characters=" "), max_size=12)
"""Without special spaces: PyYAML may fold a text before one, and then it looks like an indentation."""
documents = st.recursive(
    texts, lambda parts: st.lists(parts, max_size=4) | st.dictionaries(texts, parts, max_size=4), max_leaves=12
)


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the base class names it
        return True


WRITTEN = {"Dumper": Dumper, "default_style": '"', "allow_unicode": True, "sort_keys": False}


@given(data=documents, flow=st.booleans(), width=st.sampled_from([20, 80, 10**6]))
@SAME_FOLDER
def test_what_yaml_writes_is_read_back(data, flow, width, tmp_path) -> None:
    document = read(tmp_path, yaml.dump(data, default_flow_style=flow, width=width, **WRITTEN))
    assert document.problems == []
    assert document.data == data
    for path, _ in values_of(data):
        assert path in document.places


SOUND = eligibility("{fact: trained, is: true}", "{all: [{use: c}, {fact: stay, at_least: 5 years}]}") + criterion(
    "\n      any:\n        - {fact: category, is: highest}\n        - fact: roles\n          any_of: [tutor]"
)


slips = st.sampled_from(["", "", *":-,{}[]'\"#&*!\t\n 0ж", "\n  ", "<<: ", "null"])


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A sound file after some slips of the hand."""
    text = SOUND
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 1, 2, 8, 30])))
        text = text[:start] + draw(slips) + text[end:]
    return text


@given(text=damaged())
@SAME_FOLDER
def test_slips_of_the_hand_end_in_messages(text, tmp_path) -> None:
    root = write(tmp_path, {**TREE, "a/b/x.yaml": text})
    tree, problems = read_policies(root)
    assert ("a/b" in tree) == (not problems)
    assert all(len(said) == len(set(said)) for said in (lines(problems, root, "ru"), lines(problems, root, "en")))


@pytest.mark.parametrize("path", sorted(packaged_policies().rglob("*.yaml")), ids=str)
def test_packaged_files_are_the_same_to_every_parser(path, monkeypatch) -> None:
    document = read_document(path)
    assert document.problems == []
    assert document.data == yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes no objects
    monkeypatch.setattr("rsnms.policy.reader._Loader", yaml.Loader)
    assert read_document(path) == document
