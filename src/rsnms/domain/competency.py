"""Competencies, diagnoses and deficits (компетенции, диагностика, профессиональные дефициты)."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from rsnms.domain.base import Value


class CompetencyArea(StrEnum):
    """The areas that the acts and diagnostics name."""

    SUBJECT = "subject"
    METHODICAL = "methodical"
    PSYCHOLOGICAL_PEDAGOGICAL = "psychological-pedagogical"
    COMMUNICATIVE = "communicative"
    ICT = "ict"
    NORMATIVE = "normative"


class Competency(Value):
    """A professional competency (профессиональная компетенция) within an area."""

    id: str
    title: str
    area: CompetencyArea


class Score(Value):
    """Points out of a maximum in one competency or block."""

    competency: str
    points: Decimal
    maximum: Decimal

    @model_validator(mode="after")
    def _within_maximum(self) -> "Score":
        if self.maximum <= 0:
            raise ValueError(f"the maximum is {self.maximum}, expected more than 0")
        if not 0 <= self.points <= self.maximum:
            raise ValueError(f"{self.points} points lie outside 0 to {self.maximum}")
        return self

    @property
    def percent(self) -> Decimal:
        """Points as a percentage of the maximum."""
        return self.points * 100 / self.maximum


class DiagnosedMatter(StrEnum):
    """What a diagnostics is about (что диагностировалось)."""

    COMPETENCIES = "competencies"
    FUNCTIONAL_LITERACY = "functional-literacy"
    """Функциональная грамотность."""
    OTHER = "other"


class Diagnosis(Value):
    """A diagnostics of competencies (диагностика профессиональных компетенций) that a person has passed."""

    on: date
    person: str | None = None
    """The id of the person, where the record stands by itself (запись паспорта)."""
    at_cnppm: bool | None = None
    """Whether it took place at a ЦНППМ."""
    of: DiagnosedMatter | None = None
    percent: Decimal | None = None
    """The result as a whole, in per cent."""
    scores: tuple[Score, ...] = ()

    @model_validator(mode="after")
    def _percent_of_a_whole(self) -> "Diagnosis":
        if self.percent is not None and not 0 <= self.percent <= 100:
            raise ValueError(f"the result is {self.percent} %, expected 0 to 100")
        return self

    def facts(self) -> dict[str, Any]:
        """What is known of the diagnostics as facts; unknown ones are absent."""
        return self._facts("diagnosis", "person", "on", "at_cnppm", "of", "percent")


class Severity(StrEnum):
    """How far a competency falls short."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """1 for the least severe, growing."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity, start=1)}


class Deficit(Value):
    """A professional deficit (профессиональный дефицит): a competency that is lacking."""

    competency: str
    severity: Severity
    found_on: date | None = None


class Training(Value):
    """A completed training (повышение квалификации, обучение)."""

    title: str
    completed_on: date
    person: str | None = None
    """The id of the person, where the record stands by itself (запись паспорта)."""
    hours: int | None = None
    in_register: bool | None = None
    """Of a programme of the federal register (федеральный реестр программ ДПО)."""
    by_diagnosis: bool | None = None
    """Chosen by what a diagnostics has found (подобрана по диагностике)."""
    methodical_support: bool = False
    """In the field of methodical support of educators (в области методической поддержки)."""
    tutoring: bool = False
    """In tutoring support (тьюторское сопровождение)."""

    @model_validator(mode="after")
    def _has_hours(self) -> "Training":
        if self.hours is not None and self.hours <= 0:
            raise ValueError(f"the training takes {self.hours} hours, expected more than 0")
        return self

    def facts(self) -> dict[str, Any]:
        """What is known of the training as facts; unknown ones are absent."""
        known = self._facts("training", "person", "completed_on", "in_register", "by_diagnosis")
        return {"training_programme": self.title, **known}
