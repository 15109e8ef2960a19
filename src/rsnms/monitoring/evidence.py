"""Reading evidence (свидетельства) from Excel, CSV and dataframes: nothing is guessed, nothing is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.evidence_problems import RowProblem, TableProblem
from rsnms.monitoring.matching import Matcher
from rsnms.monitoring.periods import read_period
from rsnms.monitoring.places import Places
from rsnms.policy.model import Policy
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_problems import CellProblem
from rsnms.rosters.drafting import Draft, Request, draft_roster
from rsnms.rosters.persons import Person
from rsnms.rosters.problems import RosterError, Severity


def _column(name: str, type_: FactType, ru: str, en: str, *headings: str) -> Fact:
    return Fact(name, type_, Text(ru, en), headings=(ru, *headings))


DATE = _column("date", FactType.DATE, "Дата", "Date", "Дата документа", "Дата события", "Дата проведения", "Когда")
KIND = _column("kind", FactType.TEXT, "Вид", "Kind", "Обязательство", "Вид или обязательство", "Вид свидетельства")
SUBJECT = _column(
    *("subject", FactType.TEXT, "Субъект", "Subject", "Субъект или место", "Субъект, муниципалитет или организация"),
)
TITLE = _column("title", FactType.TEXT, "Название", "Title", "Наименование", "Название документа", "Реквизиты")
LINK = _column("link", FactType.TEXT, "Ссылка", "Link", "Ссылка на документ", "Где опубликовано", "URL")
PERIOD = _column("period", FactType.TEXT, "Период", "Period", "За какой период", "Отчётный период")
COLUMNS = (DATE, KIND, SUBJECT, TITLE, LINK, PERIOD)
"""The columns of a table of evidence; only the date and the kind have to be there."""

DATE_EXPECTED = Text("дата, например 31.01.2024", "a date such as 31.01.2024")
PERIOD_EXPECTED = Text(
    "«2024», «2024-Q1», «1 квартал 2024», «1 полугодие 2024» или «январь 2024»",
    "'2024', '2024-Q1', '2024-H1', '2024-01' or 'January 2024'",
)
_KIND_EXPECTED = Text("вид или идентификатор обязательства", "a kind, or the id of a duty")


class Said(Protocol):
    """A problem that says what is wrong and how to mend it."""

    @property
    def code(self) -> str:
        """The kind of problem."""

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong, where, and how to mend it."""

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """The evidence of a source, in its order, without the rows that have errors."""

    source: str
    sheet: str | None
    evidence: tuple[Evidence, ...]
    problems: tuple[Said, ...] = ()
    """What somebody has to mend: columns that were not read, and the errors of rows that do not count."""
    notes: tuple[Said, ...] = ()
    """What was left out knowingly."""


def read_evidence(
    source: object, policy: Policy | None = None, *, sheet: str | None = None, header_row: int | None = None
) -> EvidenceTable:
    """Read evidence from a file or a dataframe.

    The columns are date, kind, subject, title, link and period, headed in Russian or English, in any order. A row with
    an error does not count; every error is reported at once.

    Args:
        source: the path of an .xlsx, .xls, .csv or .parquet file, or a dataframe that narwhals knows.
        policy: with it, a kind that names none of its duties is an error of its cell.
        sheet: the sheet, where several hold evidence.
        header_row: the row of the headings, where it is not found.

    Raises:
        RosterError: the source cannot be read, or it is undecided where the evidence is.
        LibraryMissingError: the library that reads it is not installed.
    """
    try:
        draft = draft_roster(source, Request(COLUMNS, sheet=sheet, header_row=header_row))
    except RosterError as error:
        raise RosterError(TableProblem.like(error.problem)) from None
    read = _Reader(draft, Matcher(policy, Places(policy.level)) if policy else None)
    rows = [(row, list(read.problems(row))) for row in draft.persons if row.facts or row.errors]
    about = [TableProblem.like(problem) for problem in draft.problems]
    silent = tuple(row.row for row in draft.persons if not (row.facts or row.errors))
    about += [TableProblem("says-nothing", rows=silent)] if silent else []
    about += [] if draft.persons else [TableProblem("no-rows")]
    return EvidenceTable(
        draft.source,
        draft.header.sheet.name,
        tuple(_evidence(row) for row, problems in rows if not problems),
        (
            *(problem for problem in about if problem.severity is Severity.ERROR),
            *(problem for _, problems in rows for problem in problems),
        ),
        tuple(problem for problem in about if problem.severity is Severity.NOTE),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes evidence of the rows of one table."""

    draft: Draft
    matcher: Matcher | None

    def problems(self, row: Person) -> Iterator[Said]:
        """What is wrong with a row; nothing more is said of one that may be shifted."""
        failed = {error.fact.name for error in row.errors if error.fact is not None}
        yield from map(_in_evidence, row.errors)
        if row.shifted:
            return
        if DATE.name not in row.facts and DATE.name not in failed:
            yield RowProblem.of("no-date", expected=DATE_EXPECTED).at(self._cell(row, DATE))
        kind, period = row.facts.get(KIND.name), row.facts.get(PERIOD.name)
        if kind is None and KIND.name not in failed:
            expected = self.matcher.kinds_expected if self.matcher else _KIND_EXPECTED
            yield RowProblem.of("no-kind", expected=expected).at(self._cell(row, KIND))
        wrong = self.matcher.check_kind(str(kind)) if self.matcher and kind is not None else None
        if wrong is not None:
            yield wrong.at(self._cell(row, KIND))
        if period is not None and read_period(str(period)) is None:
            problem = RowProblem.of("unknown-period", str(period), expected=PERIOD_EXPECTED)
            yield problem.at(self._cell(row, PERIOD))

    def _cell(self, row: Person, fact: Fact) -> Address:
        """The cell of a row, also where the table lacks the column."""
        sheet, column = self.draft.header.sheet.name, self.draft.columns.facts.get(fact.name)
        return column[0].at(row.row, sheet) if column else Address(row.row, heading=fact.title.ru, sheet=sheet)


def _evidence(row: Person) -> Evidence:
    """The evidence of a row without errors."""
    stated = {name: str(atom) for name, atom in row.facts.items() if not isinstance(atom, date)}
    on, period = row.facts[DATE.name], stated.pop(PERIOD.name, None)
    assert isinstance(on, date)  # noqa: S101 - the column holds dates
    return Evidence(on=on, period=read_period(period) if period else None, row=row.row, **stated)


def _in_evidence(error: CellProblem) -> Said:
    """A roster's error in the words of evidence."""
    if error.code == "two-columns" and error.other is not None:
        other = Text(error.other.text(), error.other.text("en"))
        return RowProblem.of("other-column", other=other).at(error.address)
    if error.fact == PERIOD and error.code == "wrong-value":
        return RowProblem.of("period-as-date", expected=PERIOD_EXPECTED).at(error.address)
    return error
