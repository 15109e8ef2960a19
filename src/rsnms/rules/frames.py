"""How facts stand in a table: one column each, named as the fact, null where the fact is not known.

============  ==================================================================================
fact          column
============  ==================================================================================
boolean       booleans
integer       integers of any width
number        Float64 or integers; NaN is unknown
date          dates without a time
duration      whole months as integers
choice, text  strings, Enum or Categorical
sets          lists of those; a null inside a list is no member, a null list is an unknown set
============  ==================================================================================

A fact without a column is unknown in every row; so is one whose column holds nothing but nulls, whatever its type
(a lazy frame cannot be asked that). Values are taken as they are: a string that the vocabulary does not list is known
and equals no listed value; reading rosters is where such values are refused.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import narwhals as nw
from narwhals.typing import IntoFrame, IntoFrameT

from rsnms.domain.fact import FactType

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


class Columns:
    """The columns of a frame, checked when they are read."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._schema = frame.collect_schema()

    def __contains__(self, name: str) -> bool:
        return name in self._schema

    def read(self, name: str, type_: FactType) -> nw.Expr | None:
        """The atoms of a fact of a type, ``None`` where nothing is known in any row.

        Raises:
            ValueError: the column does not hold values of the type.
        """
        if name not in self._schema:
            return None
        dtype = self._schema[name]
        if not _READABLE[type_](dtype):
            if isinstance(self._frame, nw.DataFrame) and self._frame[name].is_null().all():
                return None
            raise ValueError(f"column {name!r}: found {dtype}, expected {_EXPECTED[type_]} for a fact of type {type_}")
        column = nw.col(self._reference(name))
        match type_:
            case FactType.INTEGER | FactType.DURATION:
                return column.cast(nw.Int64) if dtype != nw.Int64 else column
            case FactType.NUMBER if dtype.is_integer():
                return column.cast(nw.Float64)
            case FactType.NUMBER:
                return nw.when(~column.is_nan()).then(column)
            case _:
                return column

    def _reference(self, name: str) -> str:
        """Spark alone takes a dot in a name for a way into a structure."""
        return f"`{name}`" if "." in name and self._frame.implementation in _SPARK else name

    def unused_prefix(self) -> str:
        """The beginning of names that no column has, whatever its case."""
        prefix = "_"
        while any(str(name).lower().startswith(prefix) for name in self._schema):
            prefix += "_"
        return prefix


def compute(
    native: IntoFrameT, reads: Iterable[str], writes: Sequence[str], function: Callable[[Frame], Frame]
) -> IntoFrameT:
    """Apply a function, which adds or replaces the columns ``writes``, where null logic is Kleene's logic.

    pandas has other logic: of its frames the columns ``reads`` go through PyArrow, and what was written comes back in
    columns of Arrow types, the rest of the frame untouched. Its floats without a fraction are read as integers.

    Raises:
        TypeError: the frame is of a kind with other logic and without this way.
    """
    frame: Frame = nw.from_native(native)
    if frame.implementation in _NOT_KLEENE:
        raise TypeError(f"{frame.implementation.value} takes unknown for false; convert the frame to Polars or PyArrow")
    if not frame.implementation.is_pandas():
        return function(frame).to_native()  # type: ignore[no-any-return]
    assert isinstance(frame, nw.DataFrame)  # noqa: S101 - pandas frames are eager
    place = Columns(frame).unused_prefix() + "place"
    present = [name for name in dict.fromkeys(reads) if name in frame.columns]
    rows = nw.maybe_reset_index(frame.select(present)) if present else frame.with_row_index(place).select(place)
    written = function(_whole_numbers(nw.from_native(rows.to_arrow())))
    back = [name for name in writes if name in written.collect_schema()]
    arrow_type = frame.implementation.to_native_namespace().ArrowDtype
    columns = nw.from_native(written.select(back).to_native().to_pandas(types_mapper=arrow_type, ignore_metadata=True))
    return frame.with_columns(*(columns[name] for name in back)).to_native()  # type: ignore[no-any-return]


def _whole_numbers(frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Make integers of the columns that pandas holds as floats because a value is missing."""
    floats = [name for name, dtype in frame.schema.items() if dtype == nw.Float64]
    whole = [name for name in floats if ((frame[name] % 1 == 0) & frame[name].is_between(-_EXACT, _EXACT)).all()]
    return frame.with_columns(nw.col(whole).cast(nw.Int64))


_EXACT = 2**53
"""Up to here floats hold every integer."""


def refuse_clash(native: IntoFrame, writes: Sequence[str]) -> None:
    """Make sure that new columns meet no namesake, whatever its case: SQL does not tell case apart.

    Raises:
        ValueError: a column of the frame has one of the names.
    """
    taken = [name for name in nw.from_native(native).collect_schema().names() if str(name).lower() in writes]
    if taken:
        raise ValueError(f"the frame already has {', '.join(map(repr, taken))}; rename what would be written over")


_NOT_KLEENE = (nw.Implementation.MODIN, nw.Implementation.CUDF, nw.Implementation.DASK)
_SPARK = (nw.Implementation.PYSPARK, nw.Implementation.PYSPARK_CONNECT)


def _is_text(dtype: nw.dtypes.DType) -> bool:
    return dtype in (nw.String, nw.Enum, nw.Categorical)


def _is_list(dtype: nw.dtypes.DType) -> bool:
    return isinstance(dtype, nw.List) and dtype.inner in (nw.String, nw.Enum, nw.Categorical, nw.Unknown)


def _is_number(dtype: nw.dtypes.DType) -> bool:
    return dtype == nw.Float64 or dtype.is_integer()


_READABLE: dict[FactType, Callable[[nw.dtypes.DType], bool]] = {
    FactType.BOOLEAN: lambda dtype: dtype == nw.Boolean,
    FactType.INTEGER: lambda dtype: dtype.is_integer(),
    FactType.NUMBER: _is_number,
    FactType.DATE: lambda dtype: dtype == nw.Date,
    FactType.DURATION: lambda dtype: dtype.is_integer(),
    FactType.CHOICE: _is_text,
    FactType.CHOICES: _is_list,
    FactType.TEXT: _is_text,
    FactType.TEXTS: _is_list,
}

_EXPECTED: dict[FactType, str] = {
    FactType.BOOLEAN: "Boolean",
    FactType.INTEGER: "an integer type",
    FactType.NUMBER: "Float64",
    FactType.DATE: "Date",
    FactType.DURATION: "an integer type (whole months)",
    FactType.CHOICE: "String, Enum or Categorical",
    FactType.CHOICES: "List(String)",
    FactType.TEXT: "String, Enum or Categorical",
    FactType.TEXTS: "List(String)",
}
