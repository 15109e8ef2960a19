"""Parquet tables whose columns are facts already, in their types: taken whole, checked column by column."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rsnms.domain.extras import need
from rsnms.domain.fact import About, Fact, FactType
from rsnms.monitoring.passport import Remark, dtype_of
from rsnms.monitoring.passport_problems import remark
from rsnms.monitoring.tables import ID, TableKind
from rsnms.rosters.files import PARQUET

if TYPE_CHECKING:
    import polars as pl

Typed = "tuple[pl.DataFrame, list[Remark]]"
_SHOWN = 5
"""Wrong values that a message names."""


def read_typed(
    path: Path, kind: TableKind, facts: Sequence[Fact], name: str
) -> "tuple[pl.DataFrame, list[Remark]] | None":
    """Read a Parquet file whose columns are named by facts; ``None`` where it has to be read cell by cell.

    Every known column has to be of its fact's type (durations are whole months), and people need ``id`` as text.
    Values that the fact cannot take become unknown, with a remark.
    """
    if path.suffix.lower() not in PARQUET:
        return None
    polars = need("polars")
    try:
        frame = polars.read_parquet(path)
    except polars.exceptions.PolarsError:
        return None  # the reader of cells says what is wrong with the file
    return check_typed(frame, kind, facts, name)


def check_typed(
    frame: "pl.DataFrame", kind: TableKind, facts: Sequence[Fact], name: str
) -> "tuple[pl.DataFrame, list[Remark]] | None":
    """Check a frame whose columns are facts; ``None`` where it is not of that kind."""
    polars = need("polars")
    known = {fact.name: fact for fact in facts if fact.name in frame.columns}
    ids = kind.about is About.PERSON
    if not known or (ids and frame.schema.get(ID) != polars.String):
        return None
    frame = frame.with_columns(
        polars.col(column).cast(polars.String)
        for column, dtype in frame.schema.items()
        if dtype in (polars.Enum, polars.Categorical)
    )
    if any(not _fits(frame.schema[column], fact.type) for column, fact in known.items()):
        return None
    remarks: list[Remark] = []
    for column, fact in known.items():
        frame, found = _checked(frame, column, fact, name)
        remarks += found
    kept = [*known, *([ID] if ids else [])]
    left = [column for column in frame.columns if column not in kept]
    if left:
        remarks.append(remark(name, "unread-columns", {"columns": ", ".join(left)}, is_error=False))
    return frame.select(kept), remarks


def _fits(dtype: Any, type_: FactType) -> bool:
    polars = need("polars")
    wanted = dtype_of(type_)
    return bool(
        dtype == wanted
        or (wanted == polars.Int64 and dtype.is_integer())
        or (wanted == polars.Float64 and dtype.is_numeric())
        or dtype == polars.Null
    )


def _checked(frame: "pl.DataFrame", column: str, fact: Fact, table: str) -> "tuple[pl.DataFrame, list[Remark]]":
    """The frame with impossible values of a column unknown, and what was found."""
    polars = need("polars")
    frame = frame.with_columns(polars.col(column).cast(dtype_of(fact.type)))
    bad = _impossible(fact, column)
    if bad is None:
        return frame, []
    wrong = frame.filter(bad.fill_null(False))
    if not len(wrong):
        return frame, []
    cleaned = frame.with_columns(
        polars.when(bad.fill_null(False)).then(None).otherwise(polars.col(column)).alias(column)
    )
    return cleaned, list(_said(fact, column, wrong[column].to_list(), table))


def _impossible(fact: Fact, column: str) -> "pl.Expr | None":
    polars = need("polars")
    values = polars.col(column)
    if fact.type.is_listed:
        listed = [value.id for value in fact.values]
        unlisted: pl.Expr = ~values.is_in(listed)
        if fact.type.is_set:
            unlisted = values.list.eval(~polars.element().is_in(listed)).list.any()
        return unlisted
    limits = [
        *([values < fact.lowest] if fact.lowest is not None else []),
        *([values > fact.highest] if fact.highest is not None else []),
    ]
    beyond: pl.Expr | None = polars.any_horizontal(limits) if limits else None
    return beyond


def _said(fact: Fact, column: str, wrong: Sequence[Any], table: str) -> Iterator[Remark]:
    if fact.type.is_listed:
        listed = {value.id for value in fact.values}
        flat = {one for value in wrong for one in (value if fact.type.is_set else [value])} - listed
        found = ", ".join(f"«{one}»" for one in sorted(flat)[:_SHOWN]) + ("…" if len(flat) > _SHOWN else "")
        words = {"fact": column, "found": found, "expected": ", ".join(sorted(listed))}
        yield remark(table, "unlisted", words)
        return
    low, high = (_shown(limit) for limit in (fact.lowest, fact.highest))
    words = {"fact": column, "number": str(len(wrong)), "expected": f"{low} … {high}"}
    yield remark(table, "out-of-range", words)


def _shown(limit: float | date | None) -> str:
    return "" if limit is None else str(limit)
