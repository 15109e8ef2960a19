"""The other pages: what their commands print, their tables, their policies, their links."""

import re
from pathlib import Path

import pytest
from make_tables import pages, with_tables
from replay import blocks, play, shows

from rsnms.policy.loading import packaged_policies, read_policies
from rsnms.policy.syntax import SECTIONS

ROOT = Path(__file__).parents[2]
PLAYED_APART = ("tutorial.ru.md", "policy-tour.ru.md")
PAGES = [page for page in pages() if page.name not in PLAYED_APART]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
IDENTITY = "title: Пример\nlevel: regional\nacts:\n  - {id: act, kind: приказ, title: О примере, body: Орган}\n"
CRITERION = "criteria:\n  - id: example\n    title: Пример\n    when:\n"


def named(page):
    return page.name


def prose(page):
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_and_statements_print_what_the_page_shows(page, tmp_path):
    _, differences = play(page, tmp_path)
    assert not differences, "\n".join(map(str, differences))


@pytest.mark.parametrize("page", list(pages()), ids=named)
def test_generated_tables_are_fresh(page):
    text = page.read_text("utf-8")
    assert with_tables(text) == text, "run: python docs/make_tables.py"


def policies_of(page):
    return [
        pytest.param(block.text, id=f"{page}:{block.line}")
        for block in blocks((ROOT / page).read_text("utf-8"))
        if block.language == "yaml" and block.file is None
    ]


def as_file(text):
    """An identity or sections as they stand; anything else is a condition and becomes a criterion."""
    if text.startswith("title:"):
        return "policy.yaml", text
    if text.partition(":")[0] in SECTIONS:
        return "sections.yaml", text
    return "sections.yaml", CRITERION + re.sub("^", " " * 6, text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "text", [*policies_of("docs/language.ru.md"), *policies_of("README.md"), *policies_of("README.ru.md")]
)
def test_policies_of_the_pages_are_sound(text, tmp_path):
    folder = tmp_path / "ru" / "example"
    folder.mkdir(parents=True)
    name, written = as_file(text)
    (folder / "policy.yaml").write_text(IDENTITY, encoding="utf-8")
    (folder / name).write_text(written, encoding="utf-8")
    tree, problems = read_policies(packaged_policies(), tmp_path)
    assert not problems, "\n".join(problem.line() for problem in problems)
    assert "ru/example" in tree


def anchor(heading):
    """The anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").strip().lower())
    return kept.replace(" ", "-")


@pytest.mark.parametrize("page", list(pages()), ids=named)
def test_links_lead_somewhere(page):
    for target in LINK.findall(prose(page)):
        if re.match(r"https?:|mailto:", target):
            continue
        file, _, fragment = target.partition("#")
        aim = (page.parent / file).resolve() if file else page
        assert aim.exists(), target
        if fragment:
            assert fragment in map(anchor, HEADING.findall(prose(aim))), target


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a\nb", "a\nb"),
        ("a\n…\nd", "a\nb\nc\nd"),
        ("…", ""),
        ("a … c", "a b c"),
        ("", ""),
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out(shown, printed):
    assert shows(shown, printed)


@pytest.mark.parametrize(("shown", "printed"), [("a", "b"), ("a\n…\nd", "a\nb"), ("", "a"), ("a", ""), ("a", "a\nb")])
def test_nothing_else_is_left_out(shown, printed):
    assert not shows(shown, printed)
