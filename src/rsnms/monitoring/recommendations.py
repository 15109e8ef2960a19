"""Addressed recommendations (адресные рекомендации): the places that hold an indicator back most.

After monitoring the acts ask for recommendations to those whom they concern. A place holds a share back by as many
people as it lacks to reach the target by itself; together the places at the top of the list close the gap first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rsnms.domain.target import Bound
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.policy.indicators import Indicator, Ratio

MOST = 5
"""Places that are named."""


@dataclass(frozen=True, slots=True)
class Laggard:
    """A place and how many it lacks."""

    municipality: str | None
    organisation: str | None
    part: Part
    gap: int


def laggards(indicator: Indicator, measurement: Measurement, most: int = MOST) -> tuple[Laggard, ...]:
    """The places that lack most: organisations where they are known, else municipalities; none once it is met."""
    milestone = measurement.milestone
    amount = milestone.amount if milestone else None
    if amount is None or measurement.status in (Status.MET, Status.NO_TARGET):
        return ()
    if isinstance(indicator.measure, Ratio) and amount.bound is Bound.AT_MOST:
        return _worst({(place, None): part for place, part in measurement.municipalities.items()}, most)
    named = {place: part for place, part in measurement.organisations.items() if place[1] is not None}
    if not named:
        named = {(place, None): part for place, part in measurement.municipalities.items() if place is not None}
    return _worst(named, most)


def _worst(parts: Mapping[tuple[str | None, str | None], Part], most: int) -> tuple[Laggard, ...]:
    lacking = [Laggard(*place, part, part.gap) for place, part in parts.items() if part.gap]
    return tuple(sorted(_known(lacking), key=_order)[:most])


def _known(lacking: Iterable[Laggard]) -> Iterable[Laggard]:
    return (one for one in lacking if one.municipality is not None or one.organisation is not None)


def _order(one: Laggard) -> tuple[int, str, str]:
    return -one.gap, one.municipality or "", one.organisation or ""
