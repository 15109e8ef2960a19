"""All indicators of a policy measured from a passport, milestone by milestone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rsnms.domain.target import Milestone
from rsnms.domain.text import Text
from rsnms.monitoring.forecast import Earlier, Forecast, forecast
from rsnms.monitoring.measuring import Measurement, Status, measure
from rsnms.monitoring.passport import Passport
from rsnms.monitoring.recommendations import Laggard, laggards
from rsnms.monitoring.snapshot import Snapshots
from rsnms.monitoring.states import measure_state
from rsnms.policy.indicators import Indicator, State
from rsnms.policy.model import Policy, UnknownNameError


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with what was measured of it: past milestones, then the next one."""

    indicator: Indicator
    measurements: tuple[Measurement, ...]
    forecast: Forecast | None = None
    laggards: tuple[Laggard, ...] = ()
    """The places that hold the indicator back most, worst first; for addressed recommendations."""

    @property
    def current(self) -> Measurement:
        """The measurement that matters now: of the milestone to come, else of the last one."""
        return self.measurements[-1]

    @property
    def status(self) -> Status:
        """What can be said of the target."""
        return self.current.status


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """What was measured in a passport on a day."""

    policy: Policy
    on: date
    as_of: date
    results: tuple[Measured, ...]
    passport: Passport

    @property
    def missed(self) -> tuple[Measured, ...]:
        """The indicators whose target's day has passed without its being met."""
        return tuple(one for one in self.results if one.status is Status.MISSED)


def measure_indicators(
    policy: Policy,
    passport: Passport,
    on: date,
    *,
    only: Iterable[str] = (),
    earlier: Iterable[Earlier] = (),
) -> IndicatorReport:
    """Measure the indicators of a policy on a day.

    A milestone that is past is measured as of its own day: records (diagnoses, routes, trainings) are counted up to
    it, while who works where is taken from the passport as it is. ``earlier`` are values of earlier reports, from
    which a forecast is made.

    Raises:
        UnknownNameError: the policy has no indicator of that id.
    """
    asked = [_indicator(policy, id_) for id_ in only] or list(policy.indicators.values())
    snapshots = Snapshots(passport, policy, passport.as_of or on)
    known = list(earlier)
    results = []
    for indicator in asked:
        dated: list[Milestone | None] = [*milestones_of(indicator, on)]
        measured = tuple(
            _measure(indicator, snapshots, milestone, on, is_last=number >= len(dated))
            for number, milestone in enumerate(dated or [None], 1)
        )
        current = measured[-1]
        own = [one for one in known if one.indicator == indicator.id]
        results.append(Measured(indicator, measured, forecast(current, own, on), laggards(indicator, current)))
    return IndicatorReport(policy, on, snapshots.as_of, tuple(results), passport)


def milestones_of(indicator: Indicator, on: date) -> list[Milestone]:
    """The milestones of an indicator's target up to a day and the next one; none without a target."""
    return list(indicator.target.milestones(on)) if indicator.target else []


def _indicator(policy: Policy, id_: str) -> Indicator:
    if id_ not in policy.indicators:
        raise UnknownNameError(Text("показателя", "indicator"), id_, policy.indicators, policy.id)
    return policy.indicators[id_]


def _measure(
    indicator: Indicator, snapshots: Snapshots, milestone: Milestone | None, on: date, *, is_last: bool
) -> Measurement:
    day = min(milestone.due, on) if milestone else on
    if isinstance(indicator.measure, State):
        return measure_state(indicator, snapshots.policy, snapshots.passport.evidence, milestone, day, on)
    return measure(indicator, snapshots.on(day), milestone, on, by_organisation=is_last)
