"""Organisations in which educators work."""

from enum import StrEnum

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
