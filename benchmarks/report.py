"""What a section of the benchmark finds out, for a terminal and for the README."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table as RichTable


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with the words that say how to read them; the first column holds names, the others may hold figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that the library has set itself, and the one measured; less is better."""

    what: str
    limit: float
    measured: float
    unit: str

    @property
    def is_met(self) -> bool:
        """Whether the measured figure is within the limit."""
        return self.measured <= self.limit

    def as_row(self) -> tuple[str, ...]:
        """The goal as a row of a table."""
        over = "" if self.is_met else f", over by {self.measured / self.limit - 1:.0%}"
        return (
            self.what,
            f"≤ {self.limit:g}{self.unit}",
            f"{self.measured:.3g}{self.unit}",
            "met" if self.is_met else f"missed{over}",
        )


@dataclass(frozen=True, slots=True)
class Result:
    """The tables of a section and the goals it has a figure for."""

    tables: tuple[Table, ...]
    goals: tuple[Goal, ...] = ()


def goals_table(goals: Iterable[Goal]) -> Table:
    """The goals of all sections, met or missed."""
    return Table("Goals", ("goal", "limit", "measured", "result"), tuple(goal.as_row() for goal in goals))


def show(table: Table, console: Console) -> None:
    """Print a table on a terminal."""
    shown = RichTable(title=table.title, title_justify="left", title_style="bold")
    for index, column in enumerate(table.columns):
        shown.add_column(column, justify="right" if _is_numeric(table, index) else "left", overflow="fold")
    for row in table.rows:
        shown.add_row(*row)
    console.print(shown)
    for note in table.notes:
        console.print(f"- {note}", highlight=False, markup=False)
    console.print()


def markdown(table: Table) -> str:
    """The table as a section of a Markdown document."""
    rule = ["---:" if _is_numeric(table, index) else "---" for index in range(len(table.columns))]
    lines = [f"| {' | '.join(row)} |" for row in (table.columns, tuple(rule), *table.rows)]
    notes = ["", *(f"- {note}" for note in table.notes)] if table.notes else []
    return "\n".join([f"### {table.title}", "", *lines, *notes])


def _is_numeric(table: Table, index: int) -> bool:
    return all(not row[index] or row[index][0].isdigit() for row in table.rows)
