"""Route rules (правила маршрутов): when an act, or the federal base in its silence, requires which measure."""

from dataclasses import dataclass

from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.domain.measure import Measure
from rsnms.policy.conditions import Condition
from rsnms.policy.stated import Element


@dataclass(frozen=True, slots=True)
class DeficitPattern:
    """Which deficits a rule is about; what is empty or ``None`` excludes none."""

    competencies: tuple[str, ...] = ()
    areas: tuple[CompetencyArea, ...] = ()
    severity: Severity | None = None
    """The least severity."""


@dataclass(frozen=True, slots=True)
class RouteRule(Element):
    """A rule of a route: where everything that it states holds, a measure is required."""

    when: Condition | None = None
    """About the person."""
    deficit: DeficitPattern | None = None
    """The rule applies to each of these deficits; without it, to the person as a whole."""
    eligible_for: str | None = None
    """An eligibility that the person has to meet."""
    after: tuple[Measure, ...] = ()
    """Measures, one of which has to be required: for the same deficit, or for the person as a whole."""
    measure: Measure = Measure.REGISTER_PROGRAMME
    by: str | None = None
    """The subject that provides the measure; ``None`` where the act does not say."""
    note: str | None = None
    """What the plan must contain."""

    @property
    def is_default(self) -> bool:
        """Whether no act states it: the federal base fills an act's silence (умолчание федеральной основы)."""
        return self.clause is None
