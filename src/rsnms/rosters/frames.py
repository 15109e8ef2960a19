"""Dataframes of any library that narwhals knows, and Parquet files, as sheets of cells."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from rsnms.domain.extras import need
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Cell, Sheet

_MISSING = {"NAType", "NaTType"}
_PLAIN = (str, bool, int, date, time, timedelta)


def read_parquet(path: Path) -> Sheet:
    """Read a Parquet file.

    Raises:
        RosterError: it is no Parquet file.
        LibraryMissingError: the reader is not installed.
    """
    polars = need("polars")
    try:
        frame = polars.read_parquet(path)
    except polars.exceptions.PolarsError as error:
        raise RosterError.of("damaged", file=path.name, reason=str(error).splitlines()[0]) from None
    return read_frame(frame)


def read_frame(frame: Any) -> Sheet:
    """Read a dataframe: its columns are named by facts or by headings, its rows count from 1.

    Raises:
        RosterError: it is no dataframe, or two of its columns have the same name.
    """
    import narwhals as nw

    try:
        known = nw.from_native(frame)
    except TypeError:
        raise RosterError.of("not-a-frame", kind=type(frame).__name__) from None
    except nw.exceptions.DuplicateError as error:
        raise RosterError.of("unreadable", file=type(frame).__name__, reason=str(error).splitlines()[0]) from None
    table = known.collect() if isinstance(known, nw.LazyFrame) else known
    columns = [list(map(_cell, table[name].to_list())) for name in table.columns]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return Sheet(None, rows, headings=tuple(map(str, table.columns)))


def _cell(value: Any) -> Cell:
    """A value as a cell; what cells do not know becomes text, so that it is reported and not lost."""
    kind = type(value)
    if value is None or kind is str or kind is bool or kind is int:
        return value  # type: ignore[no-any-return]
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value))
    if hasattr(value, "tolist"):
        return _cell(value.tolist())
    if kind.__name__ in _MISSING or value != value:
        return None
    if isinstance(value, float | Decimal):
        number = float(value)
        return number if abs(number) != float("inf") else str(value)
    if isinstance(value, datetime):
        return datetime(*value.timetuple()[:6], value.microsecond)  # noqa: DTZ001 - cells know no time zones
    return value if isinstance(value, _PLAIN) else str(value)
