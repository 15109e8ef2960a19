"""Indicators that are states (разработано и реализуется), shown by evidence of documents, obligations or themselves."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

from rsnms.domain.evidence import Evidence
from rsnms.domain.target import Milestone
from rsnms.monitoring.counts import Bounded
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.matching import Match, Matcher
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.monitoring.places import Places
from rsnms.policy.indicators import Indicator, State
from rsnms.policy.model import Policy
from rsnms.rosters.spelling import words


def measure_state(
    indicator: Indicator,
    policy: Policy,
    evidence: Iterable[Evidence] | None,
    milestone: Milestone | None,
    day: date,
    on: date,
) -> Measurement:
    """Whether evidence up to a day shows everything that a state consists of; ``on`` is today.

    A document counts once it exists, a periodic duty by evidence of the milestone's year. A state for which the act
    names neither is attested by evidence whose kind is the indicator's id or title.
    """
    if evidence is None:
        return Measurement(day, milestone, None, "no-evidence", ("evidence",))
    rows = [row for row in evidence if row.on <= day]
    parts = _parts(indicator, policy)
    shown = sum(any(counts(row) and _in_time(row, periodic, milestone) for row in rows) for counts, periodic in parts)
    is_reached = shown == len(parts)
    value = Bounded(*(Fraction(is_reached),) * 3)
    if milestone is None:
        status = Status.NO_TARGET
    elif is_reached:
        status = Status.MET
    else:
        status = Status.MISSED if milestone.due < on else Status.PENDING
    return Measurement(day, milestone, Part(shown, len(parts), 0, value, status))


Counts = Callable[[Evidence], bool]


def _parts(indicator: Indicator, policy: Policy) -> list[tuple[Counts, bool]]:
    """What the state consists of: which rows show each part, and whether it is to be shown anew each year."""
    assert isinstance(indicator.measure, State)  # noqa: S101 - the caller has asked
    matcher = Matcher(policy, Places(policy.level))
    elements = [
        *(policy.documents[id_] for id_ in indicator.measure.documents),
        *(policy.obligations[id_] for id_ in indicator.measure.obligations),
    ]
    duties = [duty for element in elements for duty in matcher.duties if duty.element is element]
    if duties:
        return [(_shows(matcher, duty), duty.schedule.every is not None) for duty in duties]
    names = {words(name) for name in (indicator.id, indicator.title.ru, indicator.title.in_("en"))}
    return [(lambda row: words(row.kind) in names, True)]


def _shows(matcher: Matcher, duty: Duty) -> Counts:
    def shows(row: Evidence) -> bool:
        found = matcher.match(row)
        return isinstance(found, Match) and found.duty is duty

    return shows


def _in_time(row: Evidence, periodic: bool, milestone: Milestone | None) -> bool:
    """Whether a row counts for the milestone's year, where each year counts by itself."""
    if not periodic or milestone is None or milestone.since is None:
        return True
    first = row.period.first if row.period else row.on
    return milestone.since <= first <= milestone.due
