"""Passports (паспорт региональной системы): the tables from which indicators are measured, as frames of facts.

A table has one column a fact, null where the fact is not known (:mod:`rsnms.rules.frames`), the people also ``id``.
Records of a person (diagnoses, routes, trainings) refer to that id; where their table is there, it is taken to be
complete: a person without a record has none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rsnms.domain.evidence import Evidence
from rsnms.domain.extras import need
from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.tables import ID, TABLE_OF
from rsnms.policy.model import UnknownNameError

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found wrong with a table, or left out of it; ``is_error`` where somebody has to mend it."""

    table: str
    message: Mapping[Lang, str]
    is_error: bool
    row: int | None = None

    def text(self, lang: Lang = "ru") -> str:
        """The message with the name of its table."""
        return f"{self.table}: {self.message[lang]}"


@dataclass(frozen=True, slots=True)
class Passport:
    """The tables of a system."""

    tables: "Mapping[About, pl.DataFrame]"
    as_of: date | None = None
    """The day for which the people's figures hold; ``None`` for the day of the question."""
    evidence: tuple[Evidence, ...] | None = None
    """Documents and events; ``None`` where nobody gave any, which is not the same as none."""
    remarks: tuple[Remark, ...] = field(default=())

    def in_municipality(self, name: str) -> "Passport":
        """The passport of one municipality: rows of other places are left out, also those without a place.

        Raises:
            UnknownNameError: no table names it.
        """
        polars = need("polars")
        known = self.places(About.MUNICIPALITY)
        if name not in known:
            raise UnknownNameError(Text("муниципалитета", "municipality"), name, dict.fromkeys(known))
        kept: dict[About, pl.DataFrame] = {}
        for about, frame in self.tables.items():
            place = TABLE_OF[about].places.get(About.MUNICIPALITY)
            named = frame.filter(polars.col(place) == name) if place in frame.columns else frame
            kept[about] = named
        people = kept.get(About.PERSON)
        if people is not None and ID in people.columns:
            for about, frame in kept.items():
                key = TABLE_OF[about].key
                if key in frame.columns:
                    kept[about] = frame.join(people.select(ID), left_on=key, right_on=ID, how="semi")
        return Passport(kept, self.as_of, self.evidence, self.remarks)

    def places(self, about: About) -> tuple[str, ...]:
        """The names of all municipalities or organisations that some table knows, in order."""
        names: set[str] = set()
        for kind, frame in self.tables.items():
            column = TABLE_OF[kind].places.get(about)
            if column in frame.columns:
                names |= set(frame[column].drop_nulls().unique().to_list())
        return tuple(sorted(names))


def frame_of(rows: Iterable[Mapping[str, object]], facts: Iterable[Fact], *, ids: bool) -> "pl.DataFrame":
    """A frame of rows of atoms, with a column for each fact that is known of some row."""
    polars = need("polars")
    listed = [dict(row) for row in rows]
    stated = {name for row in listed for name in row}
    schema = {fact.name: dtype_of(fact.type) for fact in facts if fact.name in stated}
    if ids:
        schema[ID] = polars.String
    if not schema:
        return polars.DataFrame({"_row": range(len(listed))})  # type: ignore[no-any-return]
    columns = {
        name: [sorted(value) if isinstance(value, frozenset) else value for value in (row.get(name) for row in listed)]
        for name in schema
    }
    frame: pl.DataFrame = polars.DataFrame(columns, schema=schema)
    return frame


def dtype_of(type_: FactType) -> "pl.DataType | type[pl.DataType]":
    """The type of a fact's column."""
    polars = need("polars")
    types: dict[FactType, type[pl.DataType] | pl.DataType] = {
        FactType.BOOLEAN: polars.Boolean,
        FactType.INTEGER: polars.Int64,
        FactType.NUMBER: polars.Float64,
        FactType.DATE: polars.Date,
        FactType.DURATION: polars.Int64,
        FactType.CHOICE: polars.String,
        FactType.TEXT: polars.String,
        FactType.CHOICES: polars.List(polars.String),
        FactType.TEXTS: polars.List(polars.String),
    }
    return types[type_]
