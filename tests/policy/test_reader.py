from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.policy.problems import Place
from rsnms.policy.reader import read_document


def read(folder, content: str | bytes):
    path = Path(folder) / "file.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path, "file.yaml")


def test_every_scalar_is_the_text_that_was_written(tmp_path) -> None:
    said = "[3.10, no, 1e5, 0x1F, 2024-01-01, ~, null, '7', \"\", .nan, yes, 1_000]"
    document = read(tmp_path, said)
    assert document.data == ["3.10", "no", "1e5", "0x1F", "2024-01-01", "~", "null", "7", "", ".nan", "yes", "1_000"]


def test_values_and_keys_know_their_places(tmp_path) -> None:
    document = read(tmp_path, "a:\n  - b: первый\n    c: {d: e}\n")
    assert document.place(("a", 0, "b")) == Place("file.yaml", 2, 8)
    assert document.key_place(("a", 0, "c")) == Place("file.yaml", 3, 5)
    assert document.place(("a", 0, "c", "d")) == Place("file.yaml", 3, 12)
    assert document.place(("a", 0, "missing")) == Place("file.yaml", 2, 5), "the nearest thing around it"


def test_a_byte_order_mark_is_no_mistake(tmp_path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa: b\n").data == {"a": "b"}


def test_a_merge_key_is_an_ordinary_key(tmp_path) -> None:
    assert read(tmp_path, "<<: x\n").data == {"<<": "x"}


def test_deep_nesting_and_large_files_are_refused(tmp_path) -> None:
    assert [problem.code for problem in read(tmp_path, "[" * 5000).problems] == ["too-deep"]
    assert [problem.code for problem in read(tmp_path, "a: " + "x" * 2_000_001).problems] == ["too-large"]


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.text("{}[]:,-&*!|>'\"#% \n\tab", max_size=40))
def test_any_text_gives_data_or_problems(tmp_path_factory, text) -> None:
    document = read(tmp_path_factory.getbasetemp(), text)
    assert (document.data is None) == bool(document.problems)


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        texts, lambda part: st.lists(part, max_size=4) | st.dictionaries(texts, part, max_size=4), max_leaves=12
    )
)
def test_what_yaml_writes_is_read_back(tmp_path_factory, data) -> None:
    written = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assert read(tmp_path_factory.getbasetemp(), written).data == data
