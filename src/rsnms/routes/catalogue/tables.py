"""Offers from Excel, CSV, Parquet and dataframes: a row an offer, or a row a session of it.

A row that repeats the id of another row is a further session of the same offer: it has a session, and its other cells
are empty or say the same. An offer with an error in any of its rows is rejected.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from rsnms.domain.competency import Severity
from rsnms.domain.fact import Fact
from rsnms.domain.offer import Audience, EducationKind, OfferKind, StudyForm
from rsnms.domain.text import Text
from rsnms.rosters.addresses import Address
from rsnms.rosters.cells import shown
from rsnms.rosters.drafting import Draft, Request, draft_roster
from rsnms.rosters.files import open_source
from rsnms.rosters.persons import Person
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Source
from rsnms.routes.catalogue import columns
from rsnms.routes.catalogue.cells import Gains, listed, parts_of, read_runs
from rsnms.routes.catalogue.checks import Run, Stated, education_of, offer_of, offer_problems
from rsnms.routes.catalogue.problems import CatalogueProblem, CatalogueTable

_LISTS = re.compile(r"[;,\n]")
_NEEDED = (columns.ID, columns.TITLE, columns.KIND, columns.HOURS)
_DAY = Text("дата, например 31.01.2024", "a date such as 31.01.2024")
_OF_SESSION = {fact.name for fact in columns.OF_SESSION}


def read_tables(source: object, competencies: Fact) -> tuple[str, list[Stated], list[CatalogueProblem]]:
    """Read the offers of a table: the name of the source, the offers and what is wrong.

    Raises:
        RosterError: the source cannot be read, or it is undecided where the catalogue is.
        LibraryMissingError: the library that reads it is not installed.
    """
    facts = (*columns.COLUMNS, *columns.gain_columns(competencies))
    request = Request(facts, columns.SETTLED)
    try:
        draft = draft_roster(_flat(open_source(source, request.headings().knows)), request)
    except RosterError as error:
        raise RosterError(CatalogueTable.like(error.problem)) from None
    reader = _Reader(draft, competencies)
    problems = [CatalogueProblem.in_table(problem) for problem in draft.problems]
    said = [row for row in draft.persons if row.facts or row.errors]
    silent = tuple(row.row for row in draft.persons if not (row.facts or row.errors))
    problems += [CatalogueProblem.in_table(CatalogueTable("says-nothing", rows=silent))] if silent else []
    problems += [] if said else [CatalogueProblem.in_table(CatalogueTable("no-rows"))]
    return draft.source, [reader.offer(rows) for rows in _together(said)], [*problems, *reader.problems]


def _flat(source: Source) -> Source:
    """The source with lists of dataframes as texts, as they stand in files."""
    sheets = tuple(
        replace(
            sheet, rows=[["; ".join(cell) if isinstance(cell, tuple) else cell for cell in row] for row in sheet.rows]
        )
        for sheet in source.sheets
    )
    return replace(source, sheets=sheets)


def _together(rows: Sequence[Person]) -> list[list[Person]]:
    """The rows of each offer, by its id; a row without one stands by itself."""
    offers: dict[object, list[Person]] = {}
    for row in rows:
        offers.setdefault(row.facts.get(columns.ID.name, row.row), []).append(row)
    return list(offers.values())


@dataclass(slots=True)
class _Reader:
    """Makes offers of the rows of one table, and lists what is wrong with them."""

    draft: Draft
    competencies: Fact
    problems: list[CatalogueProblem] = field(default_factory=list)

    def offer(self, rows: Sequence[Person]) -> Stated:
        """The offer of its rows; it is rejected where one of them has an error."""
        first, before = rows[0], len(self.problems)
        id_ = first.facts.get(columns.ID.name)
        needed = first.facts.get(columns.PREREQUISITES.name)
        waits_for = frozenset(parts_of(str(needed), _LISTS)) if needed is not None else frozenset()
        stated = Stated(str(id_ or f"row {first.row}"), lambda name: self._cell(first, name), waits_for)
        for row in rows:
            self.problems += map(CatalogueProblem.in_cell, row.errors)
        if any(row.shifted for row in rows):
            return stated
        for row in rows[1:]:
            self.problems += self._other_offer(first, row)
        self.problems += self._missing(first)
        gains, runs = self._gains(first), [run for row in rows for run in self._runs(row)]
        self.problems += self._register(first)
        since, until = (first.facts.get(fact.name) for fact in (columns.REGISTER_FROM, columns.REGISTER_UNTIL))
        found = offer_problems(stated.at, runs, since, until, gains=bool(gains) or _fails_gains(first))  # type: ignore[arg-type]
        said = {problem.where for problem in self.problems[before:]}
        self.problems += [one for one in found if one.code == "session-backwards" or one.where not in said]
        if not any(problem.is_error for problem in self.problems[before:]):
            stated.offer = offer_of({**_fields(first.facts), "gains": gains, "prerequisites": waits_for}, runs)
        return stated

    def _cell(self, row: Person, name: str) -> Address:
        """The cell of a row, also where the table lacks the column."""
        sheet, column = self.draft.header.sheet.name, self.draft.columns.facts.get(name)
        if column:
            return column[0].at(row.row, sheet)
        title = next((fact.title.ru for fact in columns.COLUMNS if fact.name == name), name)
        return Address(row.row, heading=title, sheet=sheet)

    def _missing(self, row: Person) -> Iterator[CatalogueProblem]:
        for fact in _NEEDED:
            if fact.name not in row.facts and not row.fails(fact.name):
                yield CatalogueProblem.of("missing", self._cell(row, fact.name), expected=listed(fact))

    def _gains(self, row: Person) -> Mapping[str, Severity]:
        gains = Gains(self.competencies)
        stated = row.facts.get(columns.GAINS.name)
        if stated is not None:
            self.problems += gains.take(str(stated), self._cell(row, columns.GAINS.name))
        for name, level in row.facts.items():
            if name.startswith(columns.GAIN):
                competency = name.removeprefix(columns.GAIN)
                self.problems += gains.add(competency, Severity(str(level)), self._cell(row, name))
        return gains.levels

    def _runs(self, row: Person) -> list[Run]:
        """The sessions of a row: those of the cell of sessions, then that of the columns."""
        runs: list[Run] = []
        facts = row.facts
        if columns.SESSIONS.name in facts:
            where = self._cell(row, columns.SESSIONS.name)
            found, problems = read_runs(str(facts[columns.SESSIONS.name]), where)
            runs += found
            self.problems += problems
        start, end, seats, place = (facts.get(fact.name) for fact in columns.OF_SESSION[1:])
        if start is not None:
            where = self._cell(row, (columns.STARTS if end is None else columns.ENDS).name)
            runs.append(Run(start, end or start, seats, place, where))  # type: ignore[arg-type]
        elif not row.fails(columns.STARTS.name) and any(value is not None for value in (end, seats, place)):
            self.problems.append(CatalogueProblem.of("no-start", self._cell(row, columns.STARTS.name), expected=_DAY))
        return runs

    def _register(self, row: Person) -> Iterator[CatalogueProblem]:
        """Whether the column that says yes or no agrees with the days in the register."""
        stated = row.facts.get(columns.IN_REGISTER.name)
        dated = {columns.REGISTER_FROM.name, columns.REGISTER_UNTIL.name} & row.facts.keys()
        if stated is False and dated:
            yield CatalogueProblem.of("register-denied", self._cell(row, columns.IN_REGISTER.name))
        since = columns.REGISTER_FROM.name
        if stated is True and since not in row.facts and not row.fails(since):
            yield CatalogueProblem.of("register-no-start", self._cell(row, since), expected=_DAY)

    def _other_offer(self, first: Person, row: Person) -> Iterator[CatalogueProblem]:
        """Why a row that repeats an id is no further session of its offer."""
        differs = [
            name for name, atom in row.facts.items() if name not in _OF_SESSION and first.facts.get(name) != atom
        ]
        if not differs and (_OF_SESSION & row.facts.keys() or row.errors):
            return
        other = self._cell(first, columns.ID.name)
        places = [other.text(lang) for lang in ("ru", "en")]
        if differs:
            heads = [", ".join(str(self._cell(row, name).heading) for name in differs)] * 2
            parts = (("расходятся столбцы", "the columns differ"), heads)
            places = [f"{place}; {said}: {head}" for place, said, head in zip(places, *parts, strict=True)]
        found = str(row.facts[columns.ID.name])
        yield CatalogueProblem.of("duplicate-id", self._cell(row, columns.ID.name), found, other=Text(*places))


def _fails_gains(row: Person) -> bool:
    """Whether an error stands in the way of a gain."""
    return any(error.fact is not None and error.fact.name.startswith(columns.GAIN) for error in row.errors)


def _fields(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that a row without errors states alone."""
    kind = OfferKind(facts[columns.KIND.name])
    stated = facts.get(columns.EDUCATION.name)
    subjects, technologies = (facts.get(fact.name) for fact in (columns.SUBJECTS_FOR, columns.TECHNOLOGIES))
    return {
        "id": facts[columns.ID.name],
        "title": facts[columns.TITLE.name],
        "kind": kind,
        "hours": facts[columns.HOURS.name],
        "education": EducationKind(stated) if stated else education_of(kind),
        "form": StudyForm(facts.get(columns.FORM.name, StudyForm.IN_PERSON)),
        "technologies": tuple(parts_of(technologies)) if technologies else (),
        "audience": Audience(
            posts=facts.get(columns.POSTS_FOR.name) or None,
            subjects=frozenset(one.lower() for one in parts_of(subjects, _LISTS)) if subjects else None,
            organisation_kinds=facts.get(columns.KINDS_FOR.name) or None,
        ),
        "register_from": facts.get(columns.REGISTER_FROM.name),
        "register_until": facts.get(columns.REGISTER_UNTIL.name),
        "provider": facts.get(columns.PROVIDER.name),
        "cost": Decimal(shown(facts.get(columns.COST.name, 0))),
    }
