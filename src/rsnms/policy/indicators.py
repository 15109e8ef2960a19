"""Indicators (показатели): what is measured over which population, and what has to be reached by when."""

from dataclasses import dataclass
from typing import Literal

from rsnms.domain.fact import About
from rsnms.domain.target import Target
from rsnms.domain.text import Text, Unit
from rsnms.policy.conditions import Condition
from rsnms.policy.stated import Element


@dataclass(frozen=True, slots=True)
class Population:
    """Those of a kind who meet a condition; all of them where there is none."""

    about: About
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How large a part of a population meets a condition (доля)."""

    about: About
    of: Condition | None
    where: Condition


@dataclass(frozen=True, slots=True)
class Tally:
    """How many meet a condition (количество), in all or in each place."""

    about: About
    where: Condition | None = None
    per: Literal[About.MUNICIPALITY, About.ORGANISATION] | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of one population fall to one of another."""

    of: Population
    to: Population


@dataclass(frozen=True, slots=True)
class State:
    """Something is adopted and in use, as evidence shows of documents and obligations; or of the indicator itself."""

    documents: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()


Measure = Share | Tally | Ratio | State


@dataclass(frozen=True, slots=True)
class Indicator(Element):
    """An indicator of the system with its target, if the act sets one."""

    measure: Measure = State()
    target: Target | None = None
    unit: Unit | None = None
    """Whom or what the gap to the target counts."""
    area: str | None = None
    within: str | None = None
    """The indicator of which this one is a part ("в том числе")."""
    floor_from: Text | None = None
    """The act that sets the target's floor."""


@dataclass(frozen=True, slots=True)
class RecordRule:
    """A boolean fact that follows from a person's records: is there one that meets a condition, in time."""

    fact: str
    of: About
    date: str
    this_year: bool = False
    """Whether only records of the calendar year asked about count; else all up to the day."""
    where: Condition | None = None
