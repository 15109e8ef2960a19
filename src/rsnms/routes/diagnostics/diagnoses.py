"""Reading results of diagnostics from Excel, CSV, Parquet and dataframes, strictly: one row a person and competency.

The columns are person, date, competency (or block), points and maximum, or per cent, or level, the instrument, and
whether it was held at the ЦНППМ. "Не оценивалось", "н/о" and an empty result are known to be no result.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Text
from rsnms.policy.competencies import Instrument, Measured, ResultLevel
from rsnms.policy.model import Policy, UnknownNameError
from rsnms.rosters.problems import Severity
from rsnms.rosters.roster import Row, read_roster
from rsnms.rosters.spelling import nearest, words
from rsnms.routes.diagnostics.problems import ResultProblem, Said
from rsnms.routes.diagnostics.results import Result

DEFAULT = "default"
"""The instrument that counts where none is named."""


def _column(name: str, type_: FactType, ru: str, en: str, *headings: str) -> Fact:
    return Fact(name, type_, Text(ru, en), headings=(ru, *headings))


PERSON = _column("person", FactType.TEXT, "Таб. №", "Person", "Табельный номер", "Идентификатор", "ID", "Педагог")
DATE = _column("date", FactType.DATE, "Дата диагностики", "Date", "Дата", "Дата прохождения диагностики")
COMPETENCY = _column("competency", FactType.TEXT, "Компетенция", "Competency", "Блок", "Блок диагностики", "Область")
POINTS = _column("points", FactType.TEXT, "Баллы", "Points", "Балл", "Набрано баллов", "Результат")
MAXIMUM = _column("maximum", FactType.TEXT, "Максимум", "Maximum", "Максимальный балл", "Из", "Макс. балл")
PERCENT = _column("percent", FactType.TEXT, "Процент", "Percent", "Результат, %", "Процент выполнения", "%")
LEVEL = _column("level", FactType.TEXT, "Уровень", "Level", "Уровень владения")
INSTRUMENT = _column("instrument", FactType.TEXT, "Инструмент", "Instrument", "Диагностика", "Тест")
PLACE = _column("at_cnppm", FactType.BOOLEAN, "В ЦНППМ", "At the ЦНППМ", "Проведена в ЦНППМ")
COLUMNS = (PERSON, DATE, COMPETENCY, POINTS, MAXIMUM, PERCENT, LEVEL, INSTRUMENT, PLACE)
_NOTHING = {words(text) for text in ("не оценивалось", "не оценивалась", "не оценивался", "н/о", "нет", "not assessed")}
_ROUNDING = 1
"""Percentage points by which a stated percentage may differ from the points, because people round."""
_NUMBER = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class DiagnosisTable:
    """The results of a source, in its order, without the rows that have errors."""

    source: str
    results: tuple[Result, ...]
    problems: tuple[Said, ...] = ()
    """What somebody has to mend; rows with errors do not count."""
    notes: tuple[Said, ...] = ()
    """What was left out knowingly."""


def read_diagnoses(
    source: object, policy: Policy, *, instrument: str | None = None, sheet: str | None = None
) -> DiagnosisTable:
    """Read results of diagnostics with the competencies and instruments of a policy.

    Args:
        source: the path of an .xlsx, .xls, .csv or .parquet file, or a dataframe that narwhals knows.
        policy: its instruments say what is measured and where deficits begin.
        instrument: the instrument of rows that name none; ``default`` of the federal base where nobody says.
        sheet: the sheet, where several hold results.

    Raises:
        RosterError: the source cannot be read, or it is undecided where the results are.
        LibraryMissingError: the library that reads it is not installed.
        UnknownNameError: the policy has no such instrument.
    """
    usual = instrument or DEFAULT
    if usual not in policy.instruments:
        raise UnknownNameError(Text("инструмента", "instrument"), usual, policy.instruments, policy.id)
    roster = read_roster(source, COLUMNS, sheet=sheet)
    reader = _Reader(policy, policy.instruments[usual])
    results: list[Result] = []
    problems: list[Said] = [one for one in roster.problems if one.severity is Severity.ERROR]
    for row in roster.rows:
        wrong: list[Said] = [*row.errors, *reader.problems(row)]
        problems += wrong
        if not wrong:
            results.append(reader.result(row))
    notes = tuple(one for one in roster.problems if one.severity is Severity.NOTE)
    return DiagnosisTable(roster.source, tuple(results), tuple(problems), notes)


class _Reader:
    """Makes results of rows, with the names that a policy knows."""

    def __init__(self, policy: Policy, usual: Instrument) -> None:
        self._policy = policy
        self._usual = usual
        self._instruments = {
            words(name): one
            for one in policy.instruments.values()
            for name in (one.id, one.title.ru, one.title.in_("en"))
        }

    def problems(self, row: Row) -> Iterator[ResultProblem]:
        """What is wrong with a row whose cells could be read."""
        failed = {error.fact.name for error in row.errors if error.fact}
        for fact, code in ((PERSON, "no-person"), (DATE, "no-date"), (COMPETENCY, "no-competency")):
            if fact.name not in row.facts and fact.name not in failed:
                yield ResultProblem(code, row.row)
        stated = row.facts.get(INSTRUMENT.name)
        instrument = self._instrument(row)
        if instrument is None:
            known = {words(name): name for name in self._policy.instruments}
            yield ResultProblem("unknown-instrument", row.row, str(stated), nearest(str(stated), known))
            return
        said = row.facts.get(COMPETENCY.name)
        if said is not None and self._measured(instrument, str(said)) is None:
            known = {words(name): name for one in self._measures(instrument) for name in _names(one)}
            expected = ", ".join(one.title.ru for one in self._measures(instrument))
            yield ResultProblem("unknown-competency", row.row, str(said), nearest(str(said), known), expected)
        yield from self._wrong_numbers(row)
        if said is not None and self._lacks_maximum(row, instrument, str(said)):
            yield ResultProblem("no-maximum", row.row, str(row.facts[POINTS.name]))
        level = row.facts.get(LEVEL.name)
        if level is not None and words(str(level)) not in _NOTHING and _level(instrument, str(level)) is None:
            known = {words(one.title): one.title for one in instrument.levels}
            expected = ", ".join(one.title for one in instrument.levels)
            yield ResultProblem("unknown-level", row.row, str(level), nearest(str(level), known), expected)

    def _wrong_numbers(self, row: Row) -> Iterator[ResultProblem]:
        for fact in (POINTS, MAXIMUM, PERCENT):
            text = row.facts.get(fact.name)
            if text is not None and words(str(text)) not in _NOTHING and _number(str(text)) is None:
                yield ResultProblem("wrong-number", row.row, str(text), expected=fact.title.ru)
        points, maximum, percent = (_number_of(row.facts, fact) for fact in (POINTS, MAXIMUM, PERCENT))
        if maximum is not None and (maximum <= 0 or (points is not None and points > maximum)):
            yield ResultProblem("over-maximum", row.row, str(row.facts.get(POINTS.name, "")), expected=str(maximum))
        if percent is not None and percent > 100:
            yield ResultProblem("over-maximum", row.row, str(row.facts[PERCENT.name]), expected="100")
        if points is None or not maximum or percent is None:
            return
        if abs(points / maximum * 100 - percent) >= _ROUNDING:
            yield ResultProblem("disagree", row.row, f"{row.facts[POINTS.name]} / {row.facts[MAXIMUM.name]}")

    def _lacks_maximum(self, row: Row, instrument: Instrument, said: str) -> bool:
        """Whether only points are stated where the cut points are shares of a maximum."""
        points, maximum, percent = (_number_of(row.facts, fact) for fact in (POINTS, MAXIMUM, PERCENT))
        if points is None or maximum is not None or percent is not None or LEVEL.name in row.facts:
            return False
        measured = self._measured(instrument, said)
        cuts = instrument.cuts_of(measured) if measured else ()
        return bool(cuts) and cuts[0].is_share

    def result(self, row: Row) -> Result:
        """The result of a row without problems."""
        instrument = self._instrument(row)
        assert instrument is not None  # noqa: S101 - the row has no problems
        measured = self._measured(instrument, str(row.facts[COMPETENCY.name]))
        on, level = row.facts[DATE.name], row.facts.get(LEVEL.name)
        assert measured is not None and isinstance(on, date)  # noqa: S101, PT018 - the row has no problems
        points, maximum, percent = (_number_of(row.facts, fact) for fact in (POINTS, MAXIMUM, PERCENT))
        share = percent / 100 if percent is not None else None
        if points is not None and maximum is not None:
            share = points / maximum
        place = row.facts.get(PLACE.name)
        return Result(
            person=str(row.facts[PERSON.name]),
            on=on,
            instrument=instrument,
            measured=measured,
            share=share,
            points=points,
            level=None if level is None else _level(instrument, str(level)),
            at_cnppm=place if isinstance(place, bool) else None,
            row=row.row,
        )

    def _instrument(self, row: Row) -> Instrument | None:
        stated = row.facts.get(INSTRUMENT.name)
        return self._usual if stated is None else self._instruments.get(words(str(stated)))

    def _measures(self, instrument: Instrument) -> tuple[Measured, ...]:
        """What an instrument measures; one that lists nothing measures the framework itself."""
        framework = self._policy.competencies.values()
        return instrument.measures or tuple(Measured(one.id, one.title, one.id, one.synonyms) for one in framework)

    def _measured(self, instrument: Instrument, said: str) -> Measured | None:
        for one in self._measures(instrument):
            if words(said) in map(words, _names(one)):
                return one
        return None


def _names(measured: Measured) -> tuple[str, ...]:
    return (measured.title.ru, *measured.synonyms, measured.title.in_("en"), measured.id)


def _level(instrument: Instrument, said: str) -> ResultLevel | None:
    known = (one for one in instrument.levels if words(said) in map(words, (one.title, *one.synonyms)))
    return next(known, None)


def _number(text: str) -> Fraction | None:
    plain = text.strip().removesuffix("%").strip()
    return Fraction(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None


def _number_of(facts: Mapping[str, object], fact: Fact) -> Fraction | None:
    text = facts.get(fact.name)
    return None if text is None else _number(str(text))
