"""A passport on a day: facts moved to that day, and those that follow from records found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rsnms.domain.extras import need
from rsnms.domain.fact import About, Fact
from rsnms.monitoring.passport import Passport
from rsnms.monitoring.tables import ID, TABLE_OF
from rsnms.policy.conditions import Condition, facts_of
from rsnms.policy.indicators import RecordRule
from rsnms.policy.model import Policy
from rsnms.rules.columns import facts_on
from rsnms.rules.table import judge

if TYPE_CHECKING:
    import polars as pl


@dataclass(slots=True)
class Snapshot:
    """The tables of a passport as they stand on a day; each is made once."""

    passport: Passport
    policy: Policy
    day: date
    as_of: date
    _frames: "dict[About, pl.DataFrame | None]" = field(default_factory=dict)

    def frame(self, about: About) -> "pl.DataFrame | None":
        """A table with all of its facts on the day; ``None`` where the passport has no such table."""
        if about not in self._frames:
            stated = self.passport.tables.get(about)
            self._frames[about] = None if stated is None else self._moved(about, stated)
        return self._frames[about]

    def met(self, about: About, condition: Condition | None) -> "pl.Series | None":
        """Whether each row of a table meets a condition, null where that is unknown; ``None`` without the table."""
        polars = need("polars")
        frame = self.frame(about)
        if frame is None:
            return None
        if condition is None:
            return polars.repeat(True, len(frame), dtype=polars.Boolean, eager=True)  # type: ignore[no-any-return]
        read = [fact.name for fact in facts_of(condition) if fact.name in frame.columns]
        asked = frame.select(read) if read else polars.DataFrame({"_row": range(len(frame))})
        return judge(asked, condition)["met"]

    def _moved(self, about: About, stated: "pl.DataFrame") -> "pl.DataFrame":
        facts = list(self.policy.facts_about(about).values())
        moved = facts_on(stated, facts, self.as_of, self.day)
        return self._with_records(moved, facts) if about is About.PERSON else moved

    def _with_records(self, people: "pl.DataFrame", facts: Sequence[Fact]) -> "pl.DataFrame":
        names = {fact.name for fact in facts}
        for rule in self.policy.records.values():
            if rule.fact in names:
                people = self._with_record(people, rule)
        return people

    def _with_record(self, people: "pl.DataFrame", rule: RecordRule) -> "pl.DataFrame":
        """The people with a fact that follows from their records, else from what was stated where that still holds."""
        polars = need("polars")
        stated = self._still_holding(people, rule)
        found = self._found(rule) if ID in people.columns else None
        if found is None:
            if stated is not None:
                return people.with_columns(stated.alias(rule.fact))
            return people.drop(rule.fact, strict=False)
        people = people.join(found, left_on=ID, right_on="_person", how="left", maintain_order="left")
        derived = polars.when(polars.col("_listed").is_null()).then(False).otherwise(polars.col("_found"))
        known = derived if stated is None else polars.coalesce(derived, stated)
        return people.with_columns(known.alias(rule.fact)).drop("_listed", "_found")

    def _still_holding(self, people: "pl.DataFrame", rule: RecordRule) -> "pl.Expr | None":
        """What was stated for ``as_of``, where it says something about the day."""
        polars = need("polars")
        if rule.fact not in people.columns:
            return None
        column: pl.Expr = polars.col(rule.fact)
        if rule.this_year:
            return column if self.day.year == self.as_of.year else None
        if self.day >= self.as_of:
            return column
        earlier: pl.Expr = polars.when(~column).then(False)
        return earlier

    def _found(self, rule: RecordRule) -> "pl.DataFrame | None":
        """By person: whether some record counts, null where that is not known."""
        polars = need("polars")
        frame, key = self.frame(rule.of), TABLE_OF[rule.of].key
        if frame is None or key not in frame.columns:
            return None
        happened = polars.col(rule.date) if rule.date in frame.columns else polars.lit(None, polars.Date)
        in_time = happened <= self.day
        if rule.this_year:
            in_time = in_time & (happened.dt.year() == self.day.year)
        counts = frame.select(polars.col(key).alias("_person"), in_time.alias("_in_time"))
        counts = counts.with_columns(self.met(rule.of, rule.where).alias("_met"))  # type: ignore[union-attr]
        either = (polars.col("_met") & polars.col("_in_time")).any(ignore_nulls=False)
        by_person = counts.drop_nulls("_person").group_by("_person").agg(either.alias("_found"))
        return by_person.with_columns(polars.lit(True).alias("_listed"))


@dataclass(slots=True)
class Snapshots:
    """The snapshots of a passport by day, made as they are asked for."""

    passport: Passport
    policy: Policy
    as_of: date
    _by_day: dict[date, Snapshot] = field(default_factory=dict)

    def on(self, day: date) -> Snapshot:
        """The snapshot of a day."""
        if day not in self._by_day:
            self._by_day[day] = Snapshot(self.passport, self.policy, day, self.as_of)
        return self._by_day[day]
