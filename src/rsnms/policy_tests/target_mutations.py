"""Mutations of an indicator's target: another amount, another day, other years.

Only those are made that some outcome shows. That a yearly target had begun a year earlier shows in none: a case can
ask only about milestones that there are, and the current one stays the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from rsnms.domain.target import Amount, Target
from rsnms.policy.indicators import Indicator, Share
from rsnms.policy.model import Policy

_PERCENTAGE_POINT = Fraction(1, 100)
_A_DAY = timedelta(days=1)


class TargetSlip(StrEnum):
    """What a mutation does to a target."""

    LOWER = "amount-lower"
    """The amount is one less, of a share one percentage point."""
    HIGHER = "amount-higher"
    SOONER = "due-sooner"
    """The milestone is due a day sooner, in a target by years a year."""
    LATER = "due-later"
    BEGINS_LATER = "first-year-later"
    ENDS_SOONER = "last-year-sooner"
    ENDS_LATER = "last-year-later"


@dataclass(frozen=True, slots=True)
class TargetMutation:
    """A change of one target."""

    kind: TargetSlip
    unit: Fraction = Fraction(1)
    """By how much the amount moves."""
    step: int | None = None
    """The number of the step of a target by years."""

    def of(self, target: Target) -> Target:
        """The target that takes the place of the one that the mutation was made for."""
        forward = -1 if self.kind in (TargetSlip.LOWER, TargetSlip.SOONER, TargetSlip.ENDS_SOONER) else 1
        match self.kind:
            case TargetSlip.LOWER | TargetSlip.HIGHER if self.step is not None:
                year, amount = target.steps[self.step]
                return _with_step(target, self.step, (year, _moved(amount, forward * self.unit)))
            case TargetSlip.LOWER | TargetSlip.HIGHER if target.amount is not None:
                return replace(target, amount=_moved(target.amount, forward * self.unit))
            case TargetSlip.SOONER | TargetSlip.LATER if self.step is not None:
                year, amount = target.steps[self.step]
                return _with_step(target, self.step, (year + forward, amount))
            case TargetSlip.SOONER | TargetSlip.LATER if target.by is not None:
                return replace(target, by=target.by + forward * _A_DAY)
            case TargetSlip.BEGINS_LATER if target.every_year_from is not None:
                return replace(target, every_year_from=target.every_year_from + 1)
            case TargetSlip.ENDS_SOONER | TargetSlip.ENDS_LATER if target.last_year is not None:
                return replace(target, last_year=target.last_year + forward)
        raise ValueError(f"{self.kind} does not apply to {target}")


def _with_step(target: Target, number: int, step: tuple[int, Amount]) -> Target:
    return replace(target, steps=(*target.steps[:number], step, *target.steps[number + 1 :]))


def _moved(amount: Amount, by: Fraction) -> Amount:
    return replace(amount, value=amount.value + by)


def unit_of(indicator: Indicator) -> Fraction:
    """By how much an amount moves: one, of a share one percentage point."""
    return _PERCENTAGE_POINT if isinstance(indicator.measure, Share) else Fraction(1)


def target_mutations(indicator: Indicator, periods: Iterable[Policy]) -> Iterator[TargetMutation]:
    """The mutations of an indicator's target that an outcome on some day of the periods can show."""
    target, applying = indicator.target, list(periods)
    if target is None:
        return
    unit, highest = unit_of(indicator), Fraction(1) if isinstance(indicator.measure, Share) else None
    amounts = [(None, target.amount), *((number, amount) for number, (_, amount) in enumerate(target.steps))]
    for step, amount in amounts:
        if amount is not None:
            if amount.value - unit >= 0:
                yield TargetMutation(TargetSlip.LOWER, unit, step)
            if highest is None or amount.value + unit <= highest:
                yield TargetMutation(TargetSlip.HIGHER, unit, step)
    yield from _of_days(target, applying)


def _of_days(target: Target, periods: list[Policy]) -> Iterator[TargetMutation]:
    if target.by is not None:
        # Whether it has passed shows on the day itself, and on the day after it.
        if target.by > date.min and _applies(target.by, periods):
            yield TargetMutation(TargetSlip.SOONER)
        if target.by < date.max and _applies(target.by + _A_DAY, periods):
            yield TargetMutation(TargetSlip.LATER)
    elif target.every_year_from is not None:
        yield TargetMutation(TargetSlip.BEGINS_LATER)
        if target.last_year is not None:
            if target.last_year > target.every_year_from and _applies_from(target.last_year, periods):
                yield TargetMutation(TargetSlip.ENDS_SOONER)
            if _applies_from(target.last_year + 1, periods):
                yield TargetMutation(TargetSlip.ENDS_LATER)
    else:
        years = {year for year, _ in target.steps}
        for number, (year, _) in enumerate(target.steps):
            earlier = [one for one, _ in target.steps[:number]]
            if not earlier or _applies_from(earlier[-1] + 1, periods):
                for kind, moved in ((TargetSlip.SOONER, year - 1), (TargetSlip.LATER, year + 1)):
                    if moved not in years:
                        yield TargetMutation(kind, step=number)


def _applies(day: date, periods: list[Policy]) -> bool:
    return any(day in policy for policy in periods)


def _applies_from(year: int, periods: list[Policy]) -> bool:
    return any(policy.until is None or policy.until.year >= year for policy in periods)
