"""The result of a roster: JSON, CSV, Excel and a table for the terminal."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rsnms.domain.extras import need
from rsnms.domain.text import Lang, Text
from rsnms.rosters.decisions import RowDecision
from rsnms.rules.judge import Verdict
from rsnms.rules.narrative import MODALITIES, VERDICTS, finding_words
from rsnms.rules.wording import PEOPLE, count_words, date_words

if TYPE_CHECKING:
    from rich.table import Table

COLUMNS = (
    ("row", Text("Строка", "Row"), 8),
    ("id", Text("Идентификатор", "Id"), 16),
    ("verdict", Text("Вывод", "Verdict"), 20),
    ("ground", Text("Основание", "Ground"), 36),
    ("modality", Text("Сила", "Force"), 16),
    ("unmet", Text("Не выполнено", "Unmet"), 60),
    ("unknown", Text("Нет сведений", "Not known"), 60),
    ("eligible_from", Text("Подходит с", "Eligible from"), 14),
    ("errors", Text("Ошибки в данных", "Mistakes in the data"), 60),
)
"""Columns of the tables for people: key, heading, width in characters."""


def as_json(
    policy: str, eligibility: str, on: date, results: Iterable[RowDecision], lang: Lang = "ru"
) -> Iterator[str]:
    """The stable JSON object of a result, in pieces, so that long rosters need little memory."""
    head = {"policy": policy, "eligibility": eligibility, "on": on.isoformat()}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "results": ['
    for index, result in enumerate(results):
        yield ("," if index else "") + "\n" + json.dumps(result.as_record(lang), ensure_ascii=False)
    yield "\n]}\n"


def as_csv(results: Iterable[RowDecision], lang: Lang = "ru") -> Iterator[str]:
    """The result as CSV with the keys of the JSON as headings, line by line."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([key for key, _, _ in COLUMNS])
    for result in results:
        cells = _cells(result, lang)
        writer.writerow(
            [*cells[:2], str(result.decision.verdict), *_machine(result), *cells[5:7], *_tail(result, cells)]
        )
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _machine(result: RowDecision) -> tuple[str, str]:
    decision = result.decision
    return decision.ground.id if decision.ground else "", str(decision.modality or "")


def _tail(result: RowDecision, cells: Sequence[object]) -> tuple[object, object]:
    first = result.decision.eligible_from
    return first.isoformat() if first else "", cells[8]


def _cells(result: RowDecision, lang: Lang) -> tuple[object, ...]:
    """A row of the tables for people, in the order of :data:`COLUMNS`."""
    decision = result.decision
    first = decision.eligible_from
    return (
        result.row.row,
        result.row.id,
        VERDICTS[decision.verdict].in_(lang),
        decision.ground.title.in_(lang) if decision.ground else "",
        MODALITIES[decision.modality].in_(lang) if decision.modality else "",
        "; ".join(finding_words(finding, lang) for finding in decision.unmet),
        "; ".join(finding_words(finding, lang) for finding in decision.unknown),
        date_words(first, lang) if first else "",
        "; ".join(problem.text(lang) for problem in result.row.errors),
    )


def write_xlsx(path: Path, title: str, results: Iterable[RowDecision], lang: Lang = "ru") -> Counter[Verdict]:
    """Write the result as a workbook, row by row; texts are written as texts, so no formula comes from data."""
    xlsxwriter = need("xlsxwriter")
    counts: Counter[Verdict] = Counter()
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("Результат" if lang == "ru" else "Result")
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        day = workbook.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        sheet.write_string(0, 0, title, workbook.add_format({"bold": True}))
        for column, (_, heading, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, heading.in_(lang), bold)
        sheet.freeze_panes(2, 2)
        row = 1
        for row, result in enumerate(results, 2):
            counts[result.decision.verdict] += 1
            for column, cell in enumerate(_cells(result, lang)):
                first = result.decision.eligible_from
                if COLUMNS[column][0] == "eligible_from" and first:
                    sheet.write_datetime(row, column, first, day)
                elif isinstance(cell, int):
                    sheet.write_number(row, column, cell, wrapped)
                elif cell:
                    sheet.write_string(row, column, str(cell), wrapped)
        sheet.autofilter(1, 0, max(row, 2), len(COLUMNS) - 1)
    return counts


def results_table(results: Iterable[RowDecision], lang: Lang = "ru") -> "Table":
    """The result for the terminal: one column says why, so that it fits eighty columns."""
    from rich import box
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("Кто", "Вывод", "С", "Почему") if lang == "ru" else ("Who", "Verdict", "From", "Why"):
        table.add_column(heading, no_wrap=heading not in ("Почему", "Why"))
    for result in results:
        decision = result.decision
        first = decision.eligible_from
        table.add_row(
            Styled(result.row.id),
            Styled(_SHORT[decision.verdict].in_(lang), style=_COLOURS[decision.verdict]),
            date_words(first, lang) if first and first > decision.on else "",
            Styled("\n".join(_reasons(result, lang))),
        )
    return table


def _reasons(result: RowDecision, lang: Lang) -> Iterator[str]:
    decision = result.decision
    if decision.ground:
        modality = f" ({MODALITIES[decision.modality].in_(lang)})" if decision.modality else ""
        yield decision.ground.title.in_(lang) + modality
    yield from (f"✗ {finding_words(finding, lang)}" for finding in decision.unmet)
    yield from (f"? {finding_words(finding, lang)}" for finding in decision.unknown)
    yield from (f"! {error.text(lang)}" for error in result.row.errors)


_SHORT = {
    Verdict.ELIGIBLE: Text("подходит", "eligible"),
    Verdict.INELIGIBLE: Text("не подходит", "not eligible"),
    Verdict.UNDETERMINED: Text("нет сведений", "not known"),
}
_COLOURS = {Verdict.ELIGIBLE: "green", Verdict.INELIGIBLE: "red", Verdict.UNDETERMINED: "yellow"}


def summary(counts: Counter[Verdict], lang: Lang = "ru") -> str:
    """How many people came to which verdict."""
    parts = [f"{VERDICTS[verdict].in_(lang)}: {counts[verdict]}" for verdict in Verdict]
    return f"{count_words(counts.total(), PEOPLE, lang)}: " + ", ".join(parts)
