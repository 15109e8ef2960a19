"""The pages of checks: what a check finds, why it matters, an example with the mistake, and the same one mended."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from rsnms.domain.text import Lang

FINDS, WHY, BAD, GOOD, SUPPRESSED = (
    "Что находит",
    "Почему это плохо",
    "Пример с ошибкой",
    "Как исправить",
    "Подавление",
)
"""The headings of a page, in their order; the last may be left out."""
FOLDER = "ru/example"
"""The jurisdiction of an example, over the packaged policies."""
ASKED = date(2025, 1, 1)
"""The day on which an example is checked if its page names none."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a check, in Markdown."""

    code: str
    name: str
    text: str
    lang: Lang
    """The language in which it is written: Russian where there is no page in the language asked for."""
    sections: Mapping[str, str]
    on: date
    """The day on which its examples are checked."""

    @property
    def summary(self) -> str:
        """What the check finds: the first paragraph of the page."""
        first = next(iter(self.sections.values()), "")
        return " ".join(first.split("\n\n")[0].split())

    @property
    def bad(self) -> dict[str, str]:
        """The example with the mistake: the texts of its files by path below the root of the policies."""
        return _example(self.sections.get(BAD, ""))

    @property
    def good(self) -> dict[str, str]:
        """The example without the mistake."""
        return _example(self.sections.get(GOOD, ""))


def page(code: str, lang: Lang = "ru") -> Page | None:
    """The page of a check; ``None`` where none is written."""
    folder = files("rsnms.checks") / "pages"
    for language in ("en", "ru") if lang == "en" else ("ru",):
        file = folder / (f"{code}.en.md" if language == "en" else f"{code}.md")
        if file.is_file():
            return parse(file.read_text(encoding="utf-8"), "en" if language == "en" else "ru")
    return None


def page_codes() -> tuple[str, ...]:
    """The codes of which there is a page."""
    names = (file.name for file in (files("rsnms.checks") / "pages").iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if re.fullmatch(r"RS\d+\.md", name)))


_HEADING = re.compile(r"#\s+(?P<code>\S+)\s+(?P<name>\S+)\s*$", re.MULTILINE)
_DAY = re.compile(r"<!--\s*on:\s*(\d{4}-\d\d-\d\d)\s*-->")
_FENCE = re.compile(r"^```yaml(?P<info>[^\n]*)\n(?P<text>.*?)^```\s*$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(r'(\w+)="([^"]*)"')


def parse(text: str, lang: Lang = "ru") -> Page:
    """Read the text of a page."""
    heading = _HEADING.match(text)
    day = _DAY.search(text)
    code, name = (heading["code"], heading["name"]) if heading else ("", "")
    on = date.fromisoformat(day[1]) if day else ASKED
    return Page(code, name, text, lang, dict(_sections(text)), on)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a page by heading; a "## " within a block is no heading."""
    title, lines, is_block = "", list[str](), False
    for line in text.splitlines():
        is_block ^= line.startswith("```")
        if line.startswith("## ") and not is_block:
            if title:
                yield title, "\n".join(lines).strip()
            title, lines = line.removeprefix("## ").strip(), []
        else:
            lines.append(line)
    if title:
        yield title, "\n".join(lines).strip()


def _example(section: str) -> dict[str, str]:
    found = {}
    for fence in _FENCE.finditer(f"{section}\n"):
        said = dict(_SAID.findall(fence["info"]))
        if "title" in said:
            found[f"{said.get('folder', FOLDER)}/{said['title']}"] = fence["text"]
    return found
