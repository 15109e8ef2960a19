"""What supports educators (сопровождение): individual routes, programmes of further education, methodists."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import model_validator

from rsnms.domain.base import Value


class Route(Value):
    """An individual educational route (индивидуальный образовательный маршрут, ИОМ) that was built for a person."""

    on: date
    person: str | None = None
    """The id of the person, where the record stands by itself (запись паспорта)."""
    on_cnppm_diagnosis: bool | None = None
    """Built on what a diagnostics at a ЦНППМ has found."""

    def facts(self) -> dict[str, Any]:
        """What is known of the route as facts; unknown ones are absent."""
        return self._facts("route", "person", "on", "on_cnppm_diagnosis")


class Programme(Value):
    """A programme of further professional education (программа ДПО); whatever is not known stays ``None``."""

    title: str | None = None
    provider: str | None = None
    """The organisation that runs it."""
    by_regional_institute: bool | None = None
    in_register: bool | None = None
    """In the federal register of programmes (федеральный реестр программ ДПО)."""
    in_register_from: date | None = None
    in_register_until: date | None = None
    """The last day in the register."""

    @model_validator(mode="after")
    def _leaves_after_it_enters(self) -> "Programme":
        first, last = self.in_register_from, self.in_register_until
        if first is not None and last is not None and last < first:
            raise ValueError(f"in the register until {last}, which precedes {first}")
        return self

    def facts(self) -> dict[str, Any]:
        """What is known of the programme as facts; unknown ones are absent."""
        register = ("in_register", "in_register_from", "in_register_until")
        return self._facts("programme", "title", "provider", "by_regional_institute", *register)


class MethodistLevel(StrEnum):
    """On which level a methodist works."""

    REGIONAL = "regional"
    """Региональный методист."""
    MUNICIPAL = "municipal"
    """Муниципальный методист."""


class Methodist(Value):
    """A methodist to whom educators are assigned (методист, за которым закреплены педагоги)."""

    level: MethodistLevel | None = None
    municipality: str | None = None

    def facts(self) -> dict[str, Any]:
        """What is known of the methodist as facts; unknown ones are absent."""
        return self._facts("methodist", "level", "municipality")
