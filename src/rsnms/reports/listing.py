"""Lists of any kind in every format: a table for the terminal, Markdown, CSV, JSON records and Excel."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsnms.domain.extras import need
from rsnms.domain.text import Lang, Text

if TYPE_CHECKING:
    from rich.table import Table

Record = Mapping[str, Any]


class ListFormat(StrEnum):
    """Formats of a list."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class ReportFormat(StrEnum):
    """Formats of a report that is also a workbook."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of machine formats, the heading for people, the width in characters of a sheet."""

    key: str
    heading: Text
    width: int = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what machines read, by key, and the cells for people in the order of the columns."""

    record: Record
    cells: Sequence[str]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Columns and rows of a list."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    lang: Lang = "ru"

    @property
    def records(self) -> list[Record]:
        """What machines read."""
        return [row.record for row in self.rows]

    def text(self, form: ListFormat) -> str:
        """The list in a machine format, or in Markdown."""
        match form:
            case ListFormat.JSON:
                return json.dumps(self.records, ensure_ascii=False, indent=2)
            case ListFormat.CSV:
                return self.csv()
            case ListFormat.MD:
                return self.markdown()
        raise ValueError(f"{form} is drawn, not written")

    def csv(self) -> str:
        """The records as CSV, the keys as headings; lists are joined by "; "."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow([column.key for column in self.columns])
        for row in self.rows:
            writer.writerow([_plain(row.record.get(column.key)) for column in self.columns])
        return buffer.getvalue()

    def markdown(self) -> str:
        """The cells for people as a Markdown table."""
        headings = [column.heading.in_(self.lang) for column in self.columns]
        lines = [headings, ["---"] * len(headings), *(row.cells for row in self.rows)]
        return "\n".join("| " + " | ".join(_markdown(cell) for cell in line) + " |" for line in lines) + "\n"

    def table(self) -> "Table":
        """The cells for people as a table of the terminal; columns that are empty throughout are left out."""
        from rich.table import Table
        from rich.text import Text as Styled

        shown = [index for index in range(len(self.columns)) if any(row.cells[index] for row in self.rows)]
        tall = any("\n" in row.cells[index] for row in self.rows for index in shown)
        table = Table(show_lines=tall)
        for index in shown:
            table.add_column(self.columns[index].heading.in_(self.lang), overflow="fold")
        for row in self.rows:
            table.add_row(*(Styled(row.cells[index]) for index in shown), style=row.style)
        return table

    def write_xlsx(self, path: Path, title: str) -> None:
        """Write the cells for people to a workbook with filters and a frozen header; nothing becomes a formula.

        Raises:
            LibraryMissingError: the library that writes workbooks is not installed.
            OSError: the file cannot be written.
        """
        xlsxwriter = need("xlsxwriter")
        with path.open("wb") as file, xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            book.set_properties({"title": title})
            sheet = book.add_worksheet()
            head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7"})
            wrapped = book.add_format({"text_wrap": True, "valign": "top"})
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(self.rows), 1), len(self.columns) - 1)
            for index, column in enumerate(self.columns):
                sheet.set_column(index, index, column.width, wrapped)
                sheet.write_string(0, index, column.heading.in_(self.lang), head)
            for number, row in enumerate(self.rows, 1):
                for index, cell in enumerate(row.cells):
                    sheet.write_string(number, index, cell, wrapped)


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else value


def _markdown(cell: str) -> str:
    return cell.replace("|", "\\|").replace("\n", "<br>")
