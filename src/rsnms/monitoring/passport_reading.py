"""Reading a passport: a folder of tables or a workbook with a sheet for each, nothing dropped silently."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import About
from rsnms.domain.text import Lang
from rsnms.monitoring.evidence import read_evidence
from rsnms.monitoring.passport import Passport, Remark, frame_of
from rsnms.monitoring.passport_problems import PassportError, remark
from rsnms.monitoring.tables import EVIDENCE, ID, TABLE_OF, TableKind, table_named, table_names
from rsnms.monitoring.typed_tables import read_typed
from rsnms.policy.model import Policy
from rsnms.rosters.files import DELIMITED, EXCEL, PARQUET, open_source
from rsnms.rosters.problems import Problem, Severity
from rsnms.rosters.roster import Roster, read_roster
from rsnms.rosters.sheet import Source
from rsnms.rosters.spelling import nearest

if TYPE_CHECKING:
    import polars as pl

_READABLE = (*EXCEL, *DELIMITED, *PARQUET)


def read_passport(source: str | Path, policy: Policy, *, as_of: date | None = None) -> Passport:
    """Read a passport with the vocabulary of a policy.

    A folder has a file for each table, named as the table (``people.csv``, ``Диагностики.xlsx``); a workbook has a
    sheet for each. :data:`~rsnms.monitoring.tables.TABLES` lists the tables; none of them has to be there. Cells that
    state no value of their fact leave it unknown; they and everything left out stand in :attr:`Passport.remarks`.

    Args:
        source: a folder, or an .xlsx or .xls workbook.
        policy: its facts are looked for.
        as_of: the day for which the people's figures hold, where no heading says so.

    Raises:
        PassportError: there is nothing to read, or two sources hold the same table.
        RosterError: a file cannot be read at all; the message names it.
        LibraryMissingError: the library that reads it is not installed.
    """
    path = Path(source)
    draft = _Draft(policy, as_of)
    for name, origin in _sources(path, draft):
        draft.take(name, origin)
    if not draft.tables and draft.evidence is None:
        raise PassportError.of("no-tables", source=path.name, names=", ".join(table_names()))
    draft.check_persons()
    return Passport(draft.tables, draft.as_of, draft.evidence, tuple(draft.remarks))


def _sources(path: Path, draft: "_Draft") -> Iterator[tuple[str, Path | Source]]:
    """The tables with the names they go by."""
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith((".", "~$")))
        for file in files:
            if file.suffix.lower() in _READABLE:
                yield file.stem, file
            else:
                draft.remarks.append(remark(file.name, "other-file", is_error=False))
        return
    if not path.exists():
        raise PassportError.of("no-passport", source=str(path))
    if path.suffix.lower() not in EXCEL:
        raise PassportError.of("not-a-passport", source=path.name)
    opened = open_source(path, lambda _: False)
    for sheet in opened.sheets:
        yield sheet.name or "", Source(f"{path.name}, {sheet.name}", (sheet,))


@dataclass(slots=True)
class _Draft:
    """A passport while it is being read."""

    policy: Policy
    as_of: date | None
    tables: "dict[About, pl.DataFrame]" = field(default_factory=dict)
    evidence: tuple[Evidence, ...] | None = None
    remarks: list[Remark] = field(default_factory=list)
    _named: dict[str, str] = field(default_factory=dict)
    _row_ids: bool = False
    """Whether the people have no ids of their own, so that records cannot refer to them."""

    def take(self, name: str, origin: Path | Source) -> None:
        """Read one table."""
        kind = table_named(name)
        if kind is None:
            guess = nearest(name, {one.casefold(): one for one in table_names()})
            words = {"names": ", ".join(table_names())}
            self.remarks.append(remark(name, "unknown-table", words, nearest=guess, is_error=guess is not None))
            return
        if kind.name in self._named:
            raise PassportError.of("table-twice", table=kind.title, first=self._named[kind.name], second=name)
        self._named[kind.name] = name
        if kind is EVIDENCE:
            self._take_evidence(name, origin)
        else:
            self._take_table(kind, name, origin)

    def _take_evidence(self, name: str, origin: Path | Source) -> None:
        read = read_evidence(origin, self.policy)
        self.evidence = read.evidence
        for said, is_error in ((read.problems, True), (read.notes, False)):
            self.remarks += [Remark(name, {"ru": one.text("ru"), "en": one.text("en")}, is_error) for one in said]

    def _take_table(self, kind: TableKind, name: str, origin: Path | Source) -> None:
        facts = list(self.policy.facts_about(kind.about).values())
        typed = read_typed(origin, kind, facts, name) if isinstance(origin, Path) else None
        if typed is not None:
            frame, remarks = typed
            self.tables[kind.about] = frame
            self.remarks += remarks
            return
        people = kind.about is About.PERSON
        roster = read_roster(origin, facts, as_of=self.as_of if people else None)
        rows = [{**row.facts, ID: row.id} if people else row.facts for row in roster.rows]
        self.tables[kind.about] = frame_of(rows, facts, ids=people)
        self.remarks += _remarks(name, roster)
        if people:
            self.as_of = self.as_of or roster.as_of
            self._row_ids = not roster.has_ids

    def check_persons(self) -> None:
        """Say of records that belong to nobody, or to nobody in the list of people, that they do not count."""
        people = self.tables.get(About.PERSON)
        for about, frame in self.tables.items():
            key = TABLE_OF[about].key
            if key is None:
                continue
            name = self._named[TABLE_OF[about].name]
            keys: Sequence[str | None] = frame[key].to_list() if key in frame.columns else [None] * len(frame)
            if missing := sum(one is None for one in keys):
                self.remarks.append(remark(name, "no-person", {"number": str(missing)}))
            if people is None:
                self.remarks.append(remark(name, "no-people"))
            elif self._row_ids:
                self.remarks.append(remark(name, "no-ids"))
            else:
                self._check_known(name, set(people[ID].to_list()), [one for one in keys if one is not None])

    def _check_known(self, name: str, ids: set[str], keys: Iterable[str]) -> None:
        strangers = Counter(one for one in keys if one not in ids)
        if strangers:
            shown = ", ".join(sorted(strangers)[:_SHOWN])
            words = {"number": str(sum(strangers.values())), "ids": shown + ("…" if len(strangers) > _SHOWN else "")}
            self.remarks.append(remark(name, "unknown-person", words))


_SHOWN = 5
"""Ids that a message names."""


def _remarks(name: str, roster: Roster) -> Iterator[Remark]:
    for problem in roster.problems:
        yield Remark(name, _both(problem), problem.severity is Severity.ERROR)
    for error in roster.errors:
        yield Remark(name, {"ru": error.text("ru"), "en": error.text("en")}, True, error.address.row)


def _both(problem: Problem) -> Mapping[Lang, str]:
    return {"ru": problem.text("ru"), "en": problem.text("en")}
