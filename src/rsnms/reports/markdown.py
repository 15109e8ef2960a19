"""Texts and tables in Markdown that read well as plain text."""

from collections.abc import Iterable, Iterator, Sequence

_MARKS = frozenset("\\`*<[|")


def plain(text: str) -> str:
    """A text of others on one line, nothing of it taken for Markdown."""
    words = " ".join(text.split())
    return "".join(f"\\{character}" if character in _MARKS else character for character in words)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table whose columns are in line."""
    cells = [list(headings), *([plain(cell) for cell in row] for row in rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(headings))]
    cells.insert(1, ["-" * width for width in widths])
    for row in cells:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
