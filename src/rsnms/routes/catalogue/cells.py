"""Cells of a table of offers that hold lists: gains and sessions, parted by semicolons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from rsnms.domain.competency import Severity
from rsnms.domain.fact import Fact
from rsnms.domain.fact_values import clean
from rsnms.domain.text import Text
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_problems import expected
from rsnms.rosters.dates import read_day
from rsnms.rosters.spelling import spellings
from rsnms.routes.catalogue.checks import Run
from rsnms.routes.catalogue.columns import LEVEL
from rsnms.routes.catalogue.problems import CatalogueProblem

SESSION_EXPECTED = Text(
    "запись вида «03.02.2025–14.02.2025, 25 мест, Барнаул»; несколько — через «;»",
    "an entry such as '03.02.2025–14.02.2025, 25 seats, Barnaul', several parted by ';'",
)
_PARTS = re.compile(r"[;\n]")
_DAY = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})(?:\s*г\.)?"
_SESSION = re.compile(rf"(?:с\s+)?{_DAY}(?:\s*(?:[-–—−…]|\.{{2,3}}|по)\s*{_DAY})?(?=$|[\s,(])(.*)", re.IGNORECASE)
_LIKE_SEATS = re.compile(r"\bмест[ао]?\b|\bseats?\b", re.IGNORECASE)
"""What speaks of seats and is not understood is no place."""
_SEATS = re.compile(r"(\d{1,6})\s*(?:мест\w*|чел\w*\.?|seats?)", re.IGNORECASE)


def parts_of(text: str, separators: re.Pattern[str] = _PARTS) -> list[str]:
    """The parts of a list in a cell, without empty ones."""
    return [part for part in map(clean, separators.split(text)) if part]


def listed(fact: Fact) -> Text:
    """What a cell of a listed fact may hold."""
    return Text(expected(fact), expected(fact, "en"))


@dataclass(slots=True)
class Gains:
    """The gains of one offer while its cells are read; a competency has one level."""

    competencies: Fact
    levels: dict[str, Severity] = field(default_factory=dict)

    def take(self, text: str, where: Address) -> Iterator[CatalogueProblem]:
        """Read a cell that lists gains; what is wrong with it."""
        for part in parts_of(text):
            before, colon, after = part.rpartition(":")
            name, level = (before.strip(), after.strip()) if colon else (part, "")
            meant = spellings(self.competencies).exact(name)
            if len(meant) != 1:
                guess = spellings(self.competencies).nearest(name)
                yield CatalogueProblem.of("unknown-competency", where, name, guess, expected=listed(self.competencies))
                continue
            levels = spellings(LEVEL).exact(level)
            if not level:
                yield CatalogueProblem.of("no-level", where, name, expected=_with_level(name))
            elif not levels:
                guess = spellings(LEVEL).nearest(level)
                yield CatalogueProblem.of("unknown-level", where, level, guess, expected=listed(LEVEL))
            else:
                yield from self.add(meant[0], Severity(levels[0]), where)

    def add(self, competency: str, level: Severity, where: Address) -> Iterator[CatalogueProblem]:
        """Take the level of one competency; it is an error where another cell says otherwise."""
        before = self.levels.setdefault(competency, level)
        if before is not level:
            shown = Text(
                *(", ".join(LEVEL.value(one).title.in_(lang) for one in (before, level)) for lang in ("ru", "en"))  # type: ignore[union-attr]
            )
            title = self.competencies.value(competency)
            found = title.title.ru if title else competency
            yield CatalogueProblem.of("two-levels", where, found, levels=shown)


def _with_level(name: str) -> Text:
    return Text(f"запись вида «{name}: высокий»", f"an entry such as '{name}: high'")


def read_runs(text: str, where: Address) -> tuple[Sequence[Run], Sequence[CatalogueProblem]]:
    """Read a cell of sessions; a session without a last day lasts one day."""
    runs: list[Run] = []
    problems: list[CatalogueProblem] = []
    for part in parts_of(text):
        match = _SESSION.fullmatch(part)
        if match is None:
            problems.append(CatalogueProblem.of("wrong-session", where, part, expected=SESSION_EXPECTED))
            continue
        days = [(said, read_day(said)) for said in match.groups()[:2] if said]
        wrong = [said for said, day in days if not isinstance(day, date)]
        if wrong:
            problems.append(CatalogueProblem.of("impossible-day", where, part, day=wrong[0]))
            continue
        seats, place, unclear = _rest(match[3])
        if unclear:
            problems.append(CatalogueProblem.of("wrong-session", where, part, expected=SESSION_EXPECTED))
            continue
        first, last = days[0][1], days[-1][1]
        assert isinstance(first, date)  # noqa: S101 - checked above
        assert isinstance(last, date)  # noqa: S101 - checked above
        runs.append(Run(first, last, seats, place, where))
    return runs, problems


def _rest(text: str) -> tuple[int | None, str | None, bool]:
    """The seats and the place behind the days of a session, and whether something cannot be told."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    pieces = [piece for piece in map(clean, text.split(",")) if piece]
    seats = [int(match[1]) for piece in pieces if (match := _SEATS.fullmatch(piece))]
    places = [piece for piece in pieces if not _SEATS.fullmatch(piece)]
    unclear = len(seats) > 1 or any(piece[0].isdigit() for piece in places[:1]) or any(map(_LIKE_SEATS.search, places))
    return seats[0] if seats else None, ", ".join(places) or None, unclear
