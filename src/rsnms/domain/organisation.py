"""Organisations in which educators work, their management teams, and the municipalities in which they stand."""

from datetime import date
from enum import StrEnum
from typing import Any

from rsnms.domain.base import Value


class OrganisationKind(StrEnum):
    """The kind of an educational organisation by its main programmes (Federal law 273-ФЗ, art. 23)."""

    GENERAL = "general"
    ADDITIONAL_CHILDREN = "additional-children"
    PRESCHOOL = "preschool"
    VOCATIONAL = "vocational"
    HIGHER = "higher"
    FURTHER_PROFESSIONAL = "further-professional"
    """Дополнительное профессиональное образование (ДПО)."""
    OTHER_EDUCATIONAL = "other-educational"
    """Another organisation that carries out educational activity."""
    NOT_EDUCATIONAL = "not-educational"


class OrganisationTrait(StrEnum):
    """A trait that calls for methodical help."""

    LOW_RESULTS = "low-results"
    """Низкие образовательные результаты (ШНОР)."""
    DIFFICULT_SOCIAL_CONDITIONS = "difficult-social-conditions"
    """Сложные социальные условия (ССУ)."""


class Organisation(Value):
    """An organisation; whatever is not known stays ``None``."""

    name: str | None = None
    municipality: str | None = None
    kind: OrganisationKind | None = None
    runs_general_programmes: bool | None = None
    """Реализует основные общеобразовательные программы."""
    traits: frozenset[OrganisationTrait] | None = None

    def facts(self) -> dict[str, Any]:
        """What is known of the organisation as one of many; its kind and traits are facts of those who work there."""
        return self._facts("organisation", "name", "municipality")


class Municipality(Value):
    """A municipality (муниципальное образование)."""

    name: str

    def facts(self) -> dict[str, Any]:
        """What is known of the municipality as facts."""
        return self._facts("municipality", "name")


class ManagementTeam(Value):
    """The management team (управленческая команда) of an organisation; whatever is not known stays ``None``."""

    organisation: str | None = None
    municipality: str | None = None
    trained: bool | None = None
    """Повысила квалификацию."""
    trained_on: date | None = None
    training_on_quality: bool | None = None
    """The training was on managing the quality of education (управление качеством образования)."""

    def facts(self) -> dict[str, Any]:
        """What is known of the team as facts; unknown ones are absent."""
        return self._facts("team", "organisation", "municipality", "trained", "trained_on", "training_on_quality")
