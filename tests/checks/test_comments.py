import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.checks.comments import comments

TEXT = """\
# alone
a: |  # after the sign of a block
  text # inside
  # inside too
# after the block
b: "x # inside
  # inside" # after quotes
c: plain#inside # after plain
d: 'it''s # inside'# no comment
"""


def shown(text):
    return [(one.line, one.column, one.text, one.is_alone) for one in comments(text)]


def test_a_sign_within_a_text_is_no_comment():
    text = TEXT.replace("d: 'it''s # inside'# no comment\n", "d: ['it''s # inside']  # after a list\n")
    assert shown(text) == [
        (1, 1, "# alone", True),
        (2, 7, "# after the sign of a block", False),
        (5, 1, "# after the block", True),
        (7, 13, "# after quotes", False),
        (8, 17, "# after plain", False),
        (9, 24, "# after a list", False),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028"])
def test_every_line_break_counts(newline):
    text = newline.join(["a: 1 # one", "# two", "b: 2 # three"])
    assert [(line, column) for line, column, _, _ in shown(text)] == [(1, 6), (2, 1), (3, 6)]


def test_what_is_no_yaml_has_none():
    assert shown('a: 1 # one\nb: "x # two\n') == []


TITLES = st.text(st.sampled_from("ая# '\"\\:,-"), max_size=12)


@settings(max_examples=200)
@given(st.lists(TITLES, min_size=1, max_size=4))
def test_comments_are_found_after_any_quoted_text(titles):
    quoted = ["'" + title.replace("'", "''") + "'" for title in titles]
    text = "".join(f"k{number}: {title} # c{number}\n" for number, title in enumerate(quoted))
    assert [one.text for one in comments(text)] == [f"# c{number}" for number in range(len(titles))]
