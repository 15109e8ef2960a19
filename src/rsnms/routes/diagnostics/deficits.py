"""Deficits (профессиональные дефициты) from results of diagnostics: the latest result of each competency counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.domain.competency import Deficit, Severity
from rsnms.routes.diagnostics.results import Result


@dataclass(frozen=True, slots=True)
class Found:
    """What the latest diagnostics says of one competency of a person."""

    competency: str
    severity: Severity | None
    """``None`` where there is no deficit."""
    results: tuple[Result, ...]
    """The results of that day; several where blocks of an instrument tell of the same competency."""

    @property
    def on(self) -> date:
        """The day of the diagnostics."""
        return self.results[0].on

    @property
    def is_conflicting(self) -> bool:
        """Whether results of the same thing on the same day say different things."""
        said: dict[tuple[str, str], set[Severity | None]] = {}
        for result in self.results:
            said.setdefault((result.instrument.id, result.measured.id), set()).add(result.severity)
        return any(len(severities) > 1 for severities in said.values())


@dataclass(frozen=True, slots=True)
class PersonDeficits:
    """What diagnostics found of one person."""

    person: str
    found: tuple[Found, ...]
    """By competency, the most severe deficits first, those without a deficit last."""
    not_assessed: tuple[str, ...] = ()
    """Competencies that an instrument was to measure and did not; nothing follows from that."""

    @property
    def deficits(self) -> tuple[Deficit, ...]:
        """The deficits, the most severe first."""
        return tuple(
            Deficit(competency=one.competency, severity=one.severity, found_on=one.on)
            for one in self.found
            if one.severity is not None
        )

    @property
    def conflicts(self) -> tuple[Found, ...]:
        """The competencies of which results of one day contradict each other; the more severe one counts."""
        return tuple(one for one in self.found if one.is_conflicting)


def find_deficits(results: Iterable[Result], on: date) -> tuple[PersonDeficits, ...]:
    """The deficits of every person on a day, in the order in which the persons come.

    Of each competency the results of the latest day up to ``on`` count. Where several tell of it, the most severe
    deficit counts. A result that the instrument's cut points cannot be applied to counts as not assessed.
    """
    persons: dict[str, dict[str, list[Result]]] = {}
    missing: dict[str, dict[str, None]] = {}
    for result in results:
        known = persons.setdefault(result.person, {})
        competency = result.measured.competency
        if result.on > on:
            continue
        if result.is_assessed and result.is_comparable:
            known.setdefault(competency, []).append(result)
        else:
            missing.setdefault(result.person, {})[competency] = None
    return tuple(
        PersonDeficits(person, tuple(_found(known)), tuple(one for one in missing.get(person, ()) if one not in known))
        for person, known in persons.items()
    )


def _found(known: Mapping[str, list[Result]]) -> Iterator[Found]:
    found = [_latest(competency, results) for competency, results in known.items()]
    yield from sorted(found, key=lambda one: (-(one.severity.rank if one.severity else 0), one.competency))


def _latest(competency: str, results: list[Result]) -> Found:
    day = max(result.on for result in results)
    latest = tuple(sorted((one for one in results if one.on == day), key=lambda one: (one.measured.id, one.row or 0)))
    severities = [result.severity for result in latest if result.severity is not None]
    return Found(competency, max(severities, key=lambda one: one.rank, default=None), latest)
