"""Counting the rows of a snapshot, in all and place by place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rsnms.domain.extras import need
from rsnms.domain.fact import About
from rsnms.monitoring.counts import Counts
from rsnms.monitoring.snapshot import Snapshot
from rsnms.monitoring.tables import TABLE_OF
from rsnms.policy.conditions import Condition, facts_of

if TYPE_CHECKING:
    import polars as pl

Place = tuple[str | None, str | None]
"""A municipality and an organisation; ``None`` where a row names none."""

_KINDS = {
    (True, True): "met",
    (True, False): "unmet",
    (True, None): "open",
    (None, True): "maybe_met",
    (None, False): "maybe_unmet",
    (None, None): "maybe_open",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows of a table counted, by municipality and organisation."""

    about: About
    by_place: Mapping[Place, Counts]
    missing: Mapping[str, int] = field(default_factory=dict)
    """Facts that are not known of rows on which something depends, with the number of such rows."""

    @property
    def total(self) -> Counts:
        """All rows together."""
        return sum(self.by_place.values(), Counts())

    def by_municipality(self) -> dict[str | None, Counts]:
        """The rows of each municipality."""
        return self._summed(0)

    def by_name(self) -> dict[str | None, Counts]:
        """The rows of each organisation, by its name alone."""
        return self._summed(1)

    def by_organisation(self) -> dict[Place, Counts]:
        """The rows of each organisation, named with its municipality."""
        return dict(self.by_place)

    def _summed(self, part: int) -> dict[str | None, Counts]:
        summed: dict[str | None, Counts] = {}
        for place, counts in self.by_place.items():
            summed[place[part]] = summed.get(place[part], Counts()) + counts
        return summed


def count(snapshot: Snapshot, about: About, of: Condition | None, where: Condition | None) -> Counted | None:
    """Count a table's rows by whether they belong to a population and meet a condition; ``None`` without the table."""
    polars = need("polars")
    frame = snapshot.frame(about)
    if frame is None:
        return None
    places = [TABLE_OF[about].places.get(kind) for kind in (About.MUNICIPALITY, About.ORGANISATION)]
    columns = [
        polars.col(name).alias(alias) if name in frame.columns else polars.lit(None, polars.String).alias(alias)
        for name, alias in zip(places, ("_municipality", "_organisation"), strict=True)
    ]
    judged = frame.with_columns(
        *columns,
        _judged(snapshot, about, of).alias("_of"),
        _judged(snapshot, about, where).alias("_where"),
    ).select("_municipality", "_organisation", "_of", "_where")
    groups = judged.group_by("_municipality", "_organisation", "_of", "_where").len()
    by_place: dict[Place, dict[str, int]] = {}
    for municipality, organisation, inside, met, number in groups.sort(groups.columns).iter_rows():
        if inside is not False:
            by_place.setdefault((municipality, organisation), {})[_KINDS[inside, met]] = number
    counted = {place: Counts(**numbers) for place, numbers in by_place.items()}
    return Counted(about, counted, _missing(frame, judged, of, where))


def _judged(snapshot: Snapshot, about: About, condition: Condition | None) -> "pl.Series":
    met = snapshot.met(about, condition)
    assert met is not None  # noqa: S101 - the table is there
    return met


def _missing(
    frame: "pl.DataFrame", judged: "pl.DataFrame", of: Condition | None, where: Condition | None
) -> dict[str, int]:
    """The unknown facts of the rows whose place in the count is not settled."""
    polars = need("polars")
    outside = polars.col("_of").fill_null(True).not_()
    unsettled = judged.select((polars.col("_of").is_null() | polars.col("_where").is_null()) & ~outside).to_series()
    rows = frame.filter(unsettled)
    if not len(rows):
        return {}
    names = dict.fromkeys(fact.name for one in (of, where) if one is not None for fact in facts_of(one))
    missing = {name: rows[name].null_count() if name in rows.columns else len(rows) for name in names}
    return {name: number for name, number in missing.items() if number}
