"""Mutations of a route rule as a whole: what a slip beside its condition would require of whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.policy.model import Policy
from rsnms.policy.routes import DeficitPattern, RouteRule


class RuleSlip(StrEnum):
    """What a mutation does to a rule."""

    GONE = "rule-gone"
    """The rule is not there."""
    MEASURE = "other-measure"
    PROVIDER = "other-provider"
    NO_PROVIDER = "no-provider"
    NOT_BY_DEFICIT = "not-by-deficit"
    """The rule is about the person as a whole, whatever the deficits."""
    WITHOUT_COMPETENCY = "without-competency"
    """One of the competencies named is left out; so with areas and earlier measures."""
    ANY_COMPETENCY = "any-competency"
    WITHOUT_AREA = "without-area"
    ANY_AREA = "any-area"
    MILDER = "severity-lower"
    """A deficit one step less severe suffices."""
    GRAVER = "severity-higher"
    WITHOUT_EARLIER = "without-earlier-measure"
    AFTER_NOTHING = "after-nothing"
    """No earlier measure has to be required."""
    NOT_BY_ELIGIBILITY = "not-by-eligibility"
    """The eligibility that the rule names need not be met."""


@dataclass(frozen=True, slots=True)
class RuleMutation:
    """A change of one rule."""

    kind: RuleSlip
    value: str | None = None
    """The measure, the provider or the severity put in; the competency, the area or the earlier measure left out."""

    def of(self, rule: RouteRule) -> RouteRule | None:
        """The rule that takes the place of the one that the mutation was made for; ``None`` where none does."""
        match self.kind:
            case RuleSlip.GONE:
                return None
            case RuleSlip.MEASURE if self.value is not None:
                return replace(rule, measure=Measure(self.value))
            case RuleSlip.PROVIDER | RuleSlip.NO_PROVIDER:
                return replace(rule, by=self.value)
            case RuleSlip.NOT_BY_DEFICIT:
                return replace(rule, deficit=None)
            case RuleSlip.WITHOUT_EARLIER:
                return replace(rule, after=tuple(measure for measure in rule.after if measure != self.value))
            case RuleSlip.AFTER_NOTHING:
                return replace(rule, after=())
            case RuleSlip.NOT_BY_ELIGIBILITY:
                return replace(rule, eligible_for=None)
        assert rule.deficit is not None  # noqa: S101 - only then there are such mutations
        return replace(rule, deficit=self._pattern(rule.deficit))

    def _pattern(self, pattern: DeficitPattern) -> DeficitPattern:
        match self.kind:
            case RuleSlip.WITHOUT_COMPETENCY:
                return replace(pattern, competencies=tuple(one for one in pattern.competencies if one != self.value))
            case RuleSlip.ANY_COMPETENCY:
                return replace(pattern, competencies=())
            case RuleSlip.WITHOUT_AREA:
                return replace(pattern, areas=tuple(one for one in pattern.areas if one != self.value))
            case RuleSlip.ANY_AREA:
                return replace(pattern, areas=())
            case RuleSlip.MILDER | RuleSlip.GRAVER if self.value is not None:
                return replace(pattern, severity=Severity(self.value))
        raise ValueError(f"{self.kind} does not change which deficits a rule is about")

    @property
    def only_narrows(self) -> bool:
        """Whether the mutant requires, or might require, nothing where the rule does not."""
        return self.kind not in _WIDENING


_WIDENING = {
    RuleSlip.NOT_BY_DEFICIT,
    RuleSlip.ANY_COMPETENCY,
    RuleSlip.ANY_AREA,
    RuleSlip.MILDER,
    RuleSlip.AFTER_NOTHING,
    RuleSlip.NOT_BY_ELIGIBILITY,
}


def rule_mutations(rule: RouteRule, policy: Policy) -> Iterator[RuleMutation]:
    """The mutations of a rule that somebody's requirements can show under a policy."""
    yield RuleMutation(RuleSlip.GONE)
    yield RuleMutation(RuleSlip.MEASURE, _other_measure(rule, policy))
    if rule.by is not None:
        other = next((id_ for id_ in policy.subjects if id_ != rule.by), None)
        if other is not None:
            yield RuleMutation(RuleSlip.PROVIDER, other)
        yield RuleMutation(RuleSlip.NO_PROVIDER)
    if rule.deficit is not None:
        yield RuleMutation(RuleSlip.NOT_BY_DEFICIT)
        yield from _of_pattern(rule.deficit, policy)
    if rule.after:
        required = {one.measure for one in policy.routes.values() if one.id != rule.id}
        if len(rule.after) > 1:
            left_out = (measure for measure in rule.after if measure in required)
            yield from (RuleMutation(RuleSlip.WITHOUT_EARLIER, measure) for measure in left_out)
        yield RuleMutation(RuleSlip.AFTER_NOTHING)
    if rule.eligible_for is not None:
        yield RuleMutation(RuleSlip.NOT_BY_ELIGIBILITY)


def _other_measure(rule: RouteRule, policy: Policy) -> Measure:
    """The next measure, if there is one that no other rule requires or comes after: then nothing else shows it."""
    measures = list(Measure)
    first = measures.index(rule.measure) + 1
    others = measures[first:] + measures[: first - 1]
    spoken_of = {measure for one in policy.routes.values() for measure in (one.measure, *one.after)}
    return next((measure for measure in others if measure not in spoken_of), others[0])


def _of_pattern(pattern: DeficitPattern, policy: Policy) -> Iterator[RuleMutation]:
    matched = {id_ for id_ in policy.competencies if _is_about(pattern, id_, policy)}
    if len(pattern.competencies) > 1:
        named = (id_ for id_ in pattern.competencies if id_ in matched)
        yield from (RuleMutation(RuleSlip.WITHOUT_COMPETENCY, id_) for id_ in named)
    if len(pattern.areas) > 1:
        met = [area for area in pattern.areas if any(policy.competencies[id_].area is area for id_ in matched)]
        yield from (RuleMutation(RuleSlip.WITHOUT_AREA, area) for area in met)
    for kind, is_stated in ((RuleSlip.ANY_COMPETENCY, pattern.competencies), (RuleSlip.ANY_AREA, pattern.areas)):
        wider = RuleMutation(kind)._pattern(pattern)
        if is_stated and any(_is_about(wider, id_, policy) for id_ in policy.competencies if id_ not in matched):
            yield RuleMutation(kind)
    if pattern.severity is not None:
        severities = list(Severity)
        rank = severities.index(pattern.severity)
        if rank > 0:
            yield RuleMutation(RuleSlip.MILDER, severities[rank - 1])
        if rank + 1 < len(severities):
            yield RuleMutation(RuleSlip.GRAVER, severities[rank + 1])


def _is_about(pattern: DeficitPattern, id_: str, policy: Policy) -> bool:
    is_named = not pattern.competencies or id_ in pattern.competencies
    return is_named and (not pattern.areas or policy.competencies[id_].area in pattern.areas)
