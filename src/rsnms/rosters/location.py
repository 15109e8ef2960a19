"""Where in a source the roster is: the sheet and the header, or a clear error."""

from collections.abc import Iterable
from difflib import get_close_matches

from rsnms.rosters.header import ENOUGH, SEARCHED_ROWS, Header, find_header, header_at
from rsnms.rosters.headings import Headings
from rsnms.rosters.problems import Problem, RosterError
from rsnms.rosters.sheet import Sheet, Source


def locate(
    source: Source, known: Headings, *, sheet: str | None = None, header_row: int | None = None
) -> tuple[Header, list[Problem]]:
    """Find the one sheet that holds a roster, and its header; sheets that were passed over are noted.

    A hidden sheet is read only where it is named.

    Raises:
        RosterError: no sheet has that name, no header was found, or several sheets or rows may be meant.
    """
    sheets = [_named(source, sheet)] if sheet is not None else list(source.sheets)
    if header_row is not None:
        headers = [
            header_at(one, header_row, known) for one in sheets if one.headings is not None or one.row(header_row)
        ]
        if not headers:
            raise RosterError.of("empty-header", row=str(header_row))
    else:
        found = [header for one in sheets if (header := find_header(one, known))]
        headers = [header for header in found if header.known >= ENOUGH] or found
    if not headers:
        raise RosterError.of("no-header", file=source.name, rows_seen=str(SEARCHED_ROWS))
    if len(headers) > 1:
        raise RosterError.of("several-sheets", sheets=_names(header.sheet for header in headers))
    return headers[0], list(_passed_over(source, headers[0].sheet))


def _named(source: Source, name: str) -> Sheet:
    sheets = {sheet.name or "": sheet for sheet in (*source.sheets, *source.hidden)}
    if name in sheets:
        return sheets[name]
    close = get_close_matches(name, sheets, 1, 0.5)
    raise RosterError.of(
        "no-sheet", nearest=close[0] if close else None, file=source.name, sheet=name, sheets=_names(sheets.values())
    )


def _names(sheets: Iterable[Sheet]) -> str:
    return ", ".join(f"«{sheet.name}»" for sheet in sheets if sheet.name) or "—"


def _passed_over(source: Source, read: Sheet) -> Iterable[Problem]:
    for code, sheets in (("other-sheets", source.sheets), ("hidden-sheets", source.hidden)):
        others = [sheet for sheet in sheets if sheet is not read and sheet.rows]
        if others:
            yield Problem(code, {"sheets": _names(others)})
