"""Deciding a whole roster: one decision for every row, in the order of the file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rsnms.domain.text import Lang
from rsnms.policy.model import Jurisdiction
from rsnms.rosters.roster import Roster, Row
from rsnms.rules.decision import Decision, decide
from rsnms.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class RowDecision:
    """A row of a roster and the decision about the person in it."""

    row: Row
    decision: Decision

    def as_record(self, lang: Lang = "ru") -> dict[str, Any]:
        """The row's result for a machine."""
        record = self.decision.as_record(lang)
        eligible_from = record.pop("eligible_from")
        errors = [problem.as_record(lang) for problem in self.row.errors]
        return {"row": self.row.row, "id": self.row.id, **record, "errors": errors, "eligible_from": eligible_from}


def decide_roster(
    roster: Roster, jurisdiction: Jurisdiction, eligibility: str, on: date, *, as_of: date | None = None
) -> Iterator[RowDecision]:
    """Decide every row.

    ``as_of`` is the day for which the figures hold; by default the roster's own, else ``on``.

    Raises:
        NotInForceError, UnknownNameError: as :func:`rsnms.decide` does.
    """
    jurisdiction.eligibility(eligibility, on)
    stated = as_of or roster.as_of or on
    for row in roster.rows:
        yield decide_row(row, jurisdiction, eligibility, on, as_of=stated)


def decide_row(row: Row, jurisdiction: Jurisdiction, eligibility: str, on: date, *, as_of: date) -> RowDecision:
    """Decide one row."""
    return RowDecision(row, decide(jurisdiction, eligibility, Profile(row.facts, as_of, row.id), on))


def find_rows(roster: Roster, id_: str) -> tuple[Row, ...]:
    """The rows with an id; where no row has it, the row with that number."""
    by_id = tuple(row for row in roster.rows if row.id == id_)
    return by_id or tuple(row for row in roster.rows if str(row.row) == id_)
