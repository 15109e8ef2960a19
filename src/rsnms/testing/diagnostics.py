"""Results of diagnostics by the instruments of a policy, at their cut points, and deficits of its competencies."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from io import StringIO

from hypothesis import strategies as st

from rsnms.domain.competency import Deficit
from rsnms.policy.competencies import Instrument, Measured
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.routes.diagnostics.diagnoses import (
    COMPETENCY,
    DATE,
    DEFAULT,
    INSTRUMENT,
    LEVEL,
    MAXIMUM,
    PERCENT,
    PERSON,
    PLACE,
    POINTS,
)
from rsnms.routes.diagnostics.results import Result
from rsnms.testing.drawing import Unprinted, day_between, integer, perhaps, pick, policy_of
from rsnms.testing.educators_at_work import draw_deficits

_COLUMNS = (PERSON, DATE, COMPETENCY, POINTS, MAXIMUM, PERCENT, LEVEL, INSTRUMENT, PLACE)
_MAXIMA = (10, 25, 100)
_HUNDREDTH = Fraction(1, 100)
_PERSONS = ("п1", "п2", "п3")
_EARLIEST = date(2019, 1, 1)


def deficits(
    policy: Policy | Jurisdiction, *, on: date | None = None, since: date = _EARLIEST
) -> st.SearchStrategy[tuple[Deficit, ...]]:
    """Deficits of none to three competencies of a policy, found between ``since`` and the day of the question.

    No competency comes twice; no deficits are the simplest.
    """
    version, day = policy_of(policy, on)
    return _deficits(tuple(version.competencies), min(since, day), day)


@st.composite
def _deficits(draw: st.DrawFn, competencies: tuple[str, ...], since: date, on: date) -> tuple[Deficit, ...]:
    return draw_deficits(draw, competencies, since, on) if competencies else ()


def diagnoses(
    policy: Policy | Jurisdiction, *, instrument: str = DEFAULT, on: date | None = None, most: int = 6
) -> st.SearchStrategy[tuple[Result, ...]]:
    """Results as :func:`rsnms.read_diagnoses` gives them, ready for :func:`rsnms.find_deficits`.

    Up to three persons; shares and points lie at the instrument's cut points and one hundredth (one point) to either
    side of them, or anywhere, or a level is reported, or nothing was assessed.

    Args:
        policy: its instruments say what is measured.
        instrument: the instrument used.
        on: the last day of a diagnostics, by default 01.01.2024, or the first day on which the policy applies.
        most: how many results there are at most.

    Raises:
        KeyError: the policy has no such instrument.
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    used = version.instruments[instrument]
    framework = version.competencies.values()
    measures = used.measures or tuple(Measured(one.id, one.title, one.id, one.synonyms) for one in framework)
    return _diagnoses(Unprinted((used, measures)), min(_EARLIEST, day), day, most)


@st.composite
def _diagnoses(
    draw: st.DrawFn, used: Unprinted[tuple[Instrument, Sequence[Measured]]], since: date, on: date, most: int
) -> tuple[Result, ...]:
    instrument, measures = used.of
    return tuple(
        _result(draw, instrument, measures, day_between(draw, since, on), row)
        for row in range(2, 2 + draw(integer(0, most)))
    )


def _result(draw: st.DrawFn, instrument: Instrument, measures: Sequence[Measured], on: date, row: int) -> Result:
    person, measured = pick(draw, _PERSONS), pick(draw, measures)
    cuts = instrument.cuts_of(measured)
    at_cnppm = perhaps(draw, (False, True))
    kind = draw(integer(0, 3))
    share = points = level = None
    if kind == 1 and instrument.levels:
        level = pick(draw, instrument.levels)
    elif kind >= 2 or (kind == 1 and cuts):
        share, points = _amount(draw, [cut.below for cut in cuts], is_share=not cuts or cuts[0].is_share)
    return Result(person, on, instrument, measured, share, points, level, at_cnppm, row)


def _amount(draw: st.DrawFn, bounds: Sequence[Fraction], *, is_share: bool) -> tuple[Fraction | None, Fraction | None]:
    """A share of the maximum with or without points, or points with their maximum."""
    if not is_share:
        near = [bound + step for bound in bounds for step in (0, -1, 1) if bound + step >= 0]
        return None, pick(draw, near)
    near = [bound + step * _HUNDREDTH for bound in bounds for step in (0, -1, 1) if 0 <= bound + step * _HUNDREDTH <= 1]
    number = draw(integer(0, len(near) + 1))
    if number < len(near):
        return near[number], None
    if number == len(near):
        return Fraction(draw(integer(0, 100)), 100), None
    maximum = pick(draw, _MAXIMA)
    points = Fraction(draw(integer(0, maximum)))
    return points / maximum, points


def diagnoses_csv(results: Iterable[Result]) -> str:
    """The results as the text of a CSV file from which :func:`rsnms.read_diagnoses` reads them again.

    Shares are written in per cent: they are read back exactly where they are whole hundredths, as those of
    :func:`diagnoses` are.
    """
    text = StringIO(newline="")
    table = csv.writer(text, delimiter=";")
    table.writerow([fact.title.ru for fact in _COLUMNS])
    table.writerows(_cells(result) for result in results)
    return text.getvalue()


def _cells(result: Result) -> Sequence[str]:
    points, share = result.points, result.share
    has_maximum = points is not None and share is not None and share > 0
    maximum = points / share if points is not None and share is not None and share > 0 else None
    nothing = "" if result.is_assessed else "не оценивалось"
    return (
        result.person,
        f"{result.on:%d.%m.%Y}",
        result.measured.title.ru,
        nothing if points is None else str(points),
        str(maximum) if has_maximum else "",
        "" if share is None or has_maximum else str(share * 100),
        result.level.title if result.level else "",
        result.instrument.id,
        "" if result.at_cnppm is None else "да" if result.at_cnppm else "нет",
    )
