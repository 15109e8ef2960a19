"""Whatever holds a roster, opened: a file by its extension, or a dataframe."""

from collections.abc import Callable
from pathlib import Path

from rsnms.rosters.delimited import read_delimited
from rsnms.rosters.excel import read_excel
from rsnms.rosters.frames import read_frame, read_parquet
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Source

EXCEL = (".xlsx", ".xlsm", ".xls")
DELIMITED = (".csv", ".tsv", ".txt")
PARQUET = (".parquet",)


def open_source(
    source: object,
    knows: Callable[[str], bool],
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Source:
    """Open a file or a dataframe, or take what is open already; ``knows`` tells whether a text is a known heading.

    Raises:
        RosterError: there is no such file, its format is unknown, or it cannot be read.
        LibraryMissingError: the library that reads it is not installed.
    """
    if isinstance(source, Source):
        return source
    if not isinstance(source, str | Path):
        return Source(type(source).__name__, (read_frame(source),))
    path = Path(source)
    suffix = path.suffix.lower()
    try:
        if suffix in EXCEL:
            return read_excel(path)
        if suffix in DELIMITED:
            sheet = read_delimited(path.read_bytes(), path.name, knows, encoding=encoding, delimiter=delimiter)
            return Source(path.name, (sheet,))
        if suffix in PARQUET:
            return Source(path.name, (read_parquet(path),))
    except FileNotFoundError:
        raise RosterError.of("no-file", file=str(path)) from None
    except OSError as error:
        raise RosterError.of("unreadable", file=str(path), reason=error.strerror or str(error)) from None
    raise RosterError.of("unknown-format" if path.exists() else "no-file", file=str(path), format=suffix or path.name)
