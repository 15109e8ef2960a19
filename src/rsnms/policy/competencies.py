"""Competencies, and the instruments that diagnose them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.domain.text import Text
from rsnms.policy.stated import Element


@dataclass(frozen=True, slots=True)
class FrameworkCompetency(Element):
    """A competency (профессиональная компетенция) of a framework."""

    area: CompetencyArea = CompetencyArea.SUBJECT
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """Results below are deficits of a severity; a share of the maximum, or points."""

    severity: Severity
    below: Fraction
    is_share: bool


@dataclass(frozen=True, slots=True)
class ResultLevel:
    """A level in words; without a severity it is no deficit."""

    title: str
    synonyms: tuple[str, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A block or competency of an instrument, and the competency of the framework that it tells of."""

    id: str
    title: Text
    competency: str
    synonyms: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument(Element):
    """An instrument of diagnostics."""

    measures: tuple[Measured, ...] = ()
    cuts: tuple[Cut, ...] = ()
    levels: tuple[ResultLevel, ...] = ()

    def cuts_of(self, measured: Measured) -> tuple[Cut, ...]:
        """The cut points that hold for what is measured: its own, else the instrument's."""
        return measured.cuts or self.cuts


Framework = Mapping[str, FrameworkCompetency]
"""Competencies by id."""
