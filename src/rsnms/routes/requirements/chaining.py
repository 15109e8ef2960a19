"""Route rules in the inference engine: what is required of one case, and after which other requirement.

A condition about the person is judged before and is one fact of the case; so is every deficit and every standing. A
requirement is a fact too, which rules with ``after`` match. No rule joins two deficits.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.rules.engine import MAX_FACTS, RuleBook
from rsnms.rules.production import Conclusion, Constraint, Fact, Pattern, Relation, Rule

_CASE, _MET, _STANDING, _DEFICIT, _REQUIRED = "case", "met", "standing", "deficit", "required"
_LAST = "required last"
"""Required too, but no rule comes after such a measure: the engine need not hold it."""
_WHOLE = -1
"""In the place of a deficit's number: the person as a whole."""


class Key(NamedTuple):
    """A requirement: the numbers of its rule and of its deficit, ``None`` where it is about the person as a whole."""

    rule: int
    deficit: int | None


Sources = Mapping[Key, Set[Key | None]]
"""What is required, each with the requirements after which it follows; ``None`` where it needs none."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A deficit as rules match it; with no ``areas`` its area is not known."""

    number: int
    competency: str
    severity: Severity
    areas: tuple[CompetencyArea, ...]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of one case: rules by number whose condition is met, eligibilities that are, and deficits."""

    met: Sequence[int] = ()
    standings: Sequence[str] = ()
    lacks: Sequence[Lack] = ()


class Chaining:
    """Route rules made ready for many cases, one at a time; threads may share it.

    Raises:
        rsnms.rules.production.RuleBookError: there are more rules than the engine holds.
    """

    def __init__(self, rules: Sequence[RouteRule]) -> None:
        self._awaited = {measure for rule in rules for measure in rule.after}
        named = [name for rule in rules if rule.deficit for name in rule.deficit.competencies]
        self._competencies = {name: number for number, name in enumerate(dict.fromkeys(named))}
        self._book = RuleBook(written for number, rule in enumerate(rules) for written in self._written(number, rule))
        self._at_once = max(1, MAX_FACTS // 2 // (len(rules) + 1))

    def sources(self, case: CaseFacts) -> Sources:
        """Everything that is required, with all the ways in which it follows."""
        found: dict[Key, set[Key | None]] = {}
        for conclusion in self._conclusions(case):
            required = (fact for fact in conclusion.because if fact.kind == _REQUIRED)
            source = next((_key(fact) for fact in required), None)
            found.setdefault(_key(conclusion.fact), set()).add(source)
        return found

    def _conclusions(self, case: CaseFacts) -> Iterator[Conclusion]:
        person = [Fact(_CASE)]
        person += [Fact(_MET, (("rule", number),)) for number in case.met]
        person += [Fact(_STANDING, (("eligibility", id_),)) for id_ in case.standings]
        for first in range(0, max(1, len(case.lacks)), self._at_once):
            lacks = case.lacks[first : first + self._at_once]
            yield from self._book.infer([*person, *(fact for lack in lacks for fact in self._of(lack))])

    def _of(self, lack: Lack) -> Iterator[Fact]:
        """The facts of a deficit: one for each area that it may be of, or one without an area."""
        values: list[tuple[str, int | str]] = [("number", lack.number), ("severity", lack.severity.rank)]
        if lack.competency in self._competencies:
            values.append(("competency", self._competencies[lack.competency]))
        if not lack.areas:
            yield Fact(_DEFICIT, tuple(values))
        for area in lack.areas:
            yield Fact(_DEFICIT, (*values, ("area", str(area))))

    def _written(self, number: int, rule: RouteRule) -> Iterator[Rule]:
        """The engine's rules for a rule: one for each combination of the alternatives that it names."""
        patterns: list[list[Pattern]] = []
        if rule.when is not None:
            patterns.append([_where(_MET, "rule", number)])
        if rule.eligible_for is not None:
            patterns.append([_where(_STANDING, "eligibility", rule.eligible_for)])
        if rule.deficit is not None:
            patterns.append(list(self._deficits(rule.deficit)))
        if rule.after:
            patterns.append([_where(_REQUIRED, "measure", str(measure)) for measure in rule.after])
        kind = _REQUIRED if rule.measure in self._awaited else _LAST
        for premises in product(*patterns or [[Pattern(_CASE)]]):
            yield Rule(rule.id, tuple(premises), _requirer(kind, number, rule))

    def _deficits(self, asked: DeficitPattern) -> Iterator[Pattern]:
        least = asked.severity.rank if asked.severity else 0
        competencies = [self._competencies[name] for name in asked.competencies]
        for competency, area in product(competencies or (None,), asked.areas or (None,)):
            constraints = [Constraint("severity", Relation.AT_LEAST, least)]
            if competency is not None:
                constraints.append(Constraint("competency", Relation.IS, competency))
            if area is not None:
                constraints.append(Constraint("area", Relation.IS, str(area)))
            yield Pattern(_DEFICIT, tuple(constraints))


def _where(kind: str, field: str, value: int | str) -> Pattern:
    return Pattern(kind, (Constraint(field, Relation.IS, value),))


def _requirer(kind: str, number: int, rule: RouteRule) -> Callable[[tuple[Fact, ...]], Iterable[Fact]]:
    def require(matched: tuple[Fact, ...]) -> Iterable[Fact]:
        numbers = {deficit for fact in matched if (deficit := _deficit_of(fact)) is not None}
        if len(numbers) > 1:  # the requirement before is about another deficit
            return ()
        about = next(iter(numbers), _WHOLE)
        return (Fact(kind, (("measure", str(rule.measure)), ("rule", number), ("deficit", about))),)

    return require


def _deficit_of(fact: Fact) -> int | None:
    if fact.kind == _DEFICIT:
        return int(dict(fact.values)["number"])
    return _key(fact).deficit if fact.kind == _REQUIRED else None


def _key(required: Fact) -> Key:
    values = dict(required.values)
    about = int(values["deficit"])
    return Key(int(values["rule"]), None if about == _WHOLE else about)
