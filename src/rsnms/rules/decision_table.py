"""Deciding a whole table: facts brought to the day, then every row judged, on the frame the caller has."""

from datetime import date

from narwhals.typing import IntoFrameT

from rsnms.policy.conditions import facts_of
from rsnms.policy.model import Jurisdiction
from rsnms.rules.columns import facts_on
from rsnms.rules.table import decide_frame


def decide_table(
    frame: IntoFrameT, jurisdiction: Jurisdiction, eligibility: str, on: date, *, as_of: date | None = None
) -> IntoFrameT:
    """Decide every row of a frame of facts, as :func:`rsnms.decide` decides one person.

    One column a fact, named as the fact (:mod:`rsnms.rules.frames` says how); a fact without a column is unknown.
    Columns of facts that time moves come back with their values on the day ``on``; ``as_of`` is the day for which they
    were stated, by default ``on``. Added are ``verdict``, ``ground``, ``unmet`` and ``unknown``.

    Raises:
        NotInForceError: no act with this eligibility is in force on that day.
        UnknownNameError: the jurisdiction never has this eligibility.
        ValueError: a column is of the wrong type, or named as one of the results.
        TypeError: the frame is of a kind that cannot tell unknown from false.
    """
    asked = jurisdiction.eligibility(eligibility, on)
    facts = facts_of(asked.condition)
    grounds = [(ground.id, ground.when) for ground in asked.grounds if ground.when is not None]
    return decide_frame(facts_on(frame, facts, as_of or on, on), asked.gate, grounds)
