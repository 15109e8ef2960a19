"""Cases (проверочные случаи): whom or what a policy is tried on, on which day, and what must come out.

A case knows nothing of the policy that it is run against: any :class:`~rsnms.policy.model.Jurisdiction` will do, also
one that somebody has changed to see whether a case notices (:mod:`rsnms.policy_tests.running`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from rsnms.domain.competency import Deficit
from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import About, Atom
from rsnms.domain.measure import Measure
from rsnms.domain.span import Span
from rsnms.monitoring.measuring import Status
from rsnms.policy.problems import Place
from rsnms.rules.judge import Verdict

Facts = Mapping[str, Atom | Span]
"""What is known of somebody, by fact; durations as spans. A fact that is absent is unknown."""
Row = Mapping[str, Atom | Span]
"""A row of a table: facts, of people also ``id``."""

NONE: Final = "none"
"""Written where something must not be there: no ground, nobody named as provider, no value."""
NEVER: Final = "never"
"""Written where time alone must not bring eligibility."""
PERSON: Final = "person"
"""Written for a requirement about the person as a whole, and not for a deficit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What all cases have."""

    policy: str
    """The id of the jurisdiction."""
    place: Place
    """Where it is written; of a varied case, where the varied value stands."""
    name: str
    """Unique in its file; a varied case has its value in brackets."""
    on: date
    confirmed: bool = True
    """Whether somebody vouches for it. What is suggested and not confirmed proves nothing, and is not run."""

    @property
    def subject(self) -> tuple[str, str]:
        """The section of the policy, and the id in it, that the case is about; of routes the id is empty."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ExpectedDecision:
    """What a decision must be; ``None`` where the case does not say."""

    verdict: Verdict | None = None
    ground: str | None = None
    """The id of the ground, or :data:`NONE`."""
    unmet: frozenset[str] | None = None
    """Exactly the facts of the unmet comparisons that stand in the way."""
    unknown: frozenset[str] | None = None
    """Exactly the facts that are missing and still matter."""
    eligible_from: date | Literal["never"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilityCase(Case):
    """Somebody, and what must be decided about them."""

    eligibility: str
    facts: Facts
    as_of: date | None = None
    """The day for which the facts were stated; ``None`` for ``on``."""
    expected: ExpectedDecision

    @property
    def subject(self) -> tuple[str, str]:
        """The eligibility."""
        return ("eligibility", self.eligibility)


@dataclass(frozen=True, slots=True)
class ExpectedRequirement:
    """A requirement as far as a case describes it; ``None`` where any will do."""

    rule: str | None = None
    measure: Measure | None = None
    by: str | None = None
    """The id of the subject that provides it, or :data:`NONE`."""
    deficit: str | None = None
    """The competency that is lacking, or :data:`PERSON`."""


@dataclass(frozen=True, slots=True)
class ExpectedRoute:
    """What must be required; ``None`` where the case does not say."""

    requires: tuple[ExpectedRequirement, ...] = ()
    """At least these."""
    not_requires: tuple[ExpectedRequirement, ...] = ()
    only: tuple[ExpectedRequirement, ...] | None = None
    """These and no others."""
    open: frozenset[str] | None = None
    """Exactly the rules that wait for unknown facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteCase(Case):
    """Somebody with deficits, and what the rules of routes must require."""

    facts: Facts
    deficits: tuple[Deficit, ...] = ()
    as_of: date | None = None
    """The day for which the facts were stated; ``None`` for ``on``."""
    expected: ExpectedRoute

    @property
    def subject(self) -> tuple[str, str]:
        """The rules of routes as a whole: they chain on each other."""
        return ("routes", "")


@dataclass(frozen=True, slots=True)
class ExpectedMeasurement:
    """What must be measured; ``None`` where the case does not say. Shares are fractions of 1."""

    value: Fraction | Literal["none"] | None = None
    low: Fraction | Literal["none"] | None = None
    """The least value that is possible however the unknown turns out."""
    high: Fraction | Literal["none"] | None = None
    outcome: Status | None = None
    gap: int | None = None
    """How many are missing to the target by what is confirmed; 0 where nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorCase(Case):
    """A small passport, and what an indicator must come to."""

    indicator: str
    tables: Mapping[About, tuple[Row, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] | None = None
    """Documents and events; ``None`` where the case states none, which is not the same as that there are none."""
    due: date | None = None
    """The last day of the milestone asked about; ``None`` for the one that is current on ``on``."""
    as_of: date | None = None
    """The day for which people's figures hold; ``None`` for ``on``."""
    expected: ExpectedMeasurement

    @property
    def subject(self) -> tuple[str, str]:
        """The indicator."""
        return ("indicators", self.indicator)
