"""People as known facts of a policy's vocabulary: any people, and people at the very thresholds of the policy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from rsnms.domain.experience import StatedExperience, WorkedExperience
from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.span import Span
from rsnms.policy.conditions import All, AtLeast, Comparison, Condition, Not, comparisons
from rsnms.policy.conditions import Any as AnyOf
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.rosters.consistency import Check, checks
from rsnms.rosters.template import facts_to_state
from rsnms.rules.explain import Literal, compare
from rsnms.rules.truth import Truth
from rsnms.testing.aiming import Aim, aims
from rsnms.testing.drawing import BOOLEANS, Unprinted, day_between, few, integer, pick, policy_of

Person = dict[str, Any]
"""Known facts by name, as :func:`rsnms.decide` takes them; absent facts are unknown."""
NAMES = ("Лицей № 2", "МБОУ СОШ № 3", "Ёлкино", "физика", "основы безопасности", "другое")
"""Free texts."""
_LED = 12
"""Of so many facts that a way into an eligibility asks for, one is unknown, and one is any."""


def people(
    policy: Policy | Jurisdiction, eligibility: str | None = None, *, on: date | None = None
) -> st.SearchStrategy[Person]:
    """Any people: values from the whole range of each fact, many unknown, none contradicting another.

    Args:
        policy: its vocabulary is drawn from.
        eligibility: only facts on which it depends, and of those whom it is about (of a pair both persons'); without
            it all facts about a person.
        on: the day for which the facts hold, by default 01.01.2024, or the first day on which the policy applies.

    Raises:
        UnknownNameError: the policy has no such eligibility.
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    if eligibility is None:
        vocabulary = version.facts_about(About.PERSON)
        return _people(Unprinted(_Anybody(day, tuple(vocabulary.values()), _checks(vocabulary, day))))
    question = Question.of(version, day, eligibility)
    return _people(Unprinted(_Anybody(day, facts_to_state(question.asked, question.vocabulary), question.checks)))


def policy_people(
    policy: Policy | Jurisdiction, eligibility: str | None = None, *, on: date | None = None, by_days: bool = True
) -> st.SearchStrategy[Person]:
    """People at the thresholds of a policy: where a condition turns is where mistakes hide.

    Ordered facts lie at a bound or one unit to either side of it; listed ones are among those named or not; days are
    such that the person turns 35, or a category expires, on the day of the question, the day before or the day after.
    Every other person is made so that the conditions of some ground are met, but for a fact here and there. Facts that
    no condition asks about are absent, and what fails comes out with as few facts as it takes.

    Args:
        policy: its conditions are aimed at.
        eligibility: the one aimed at; without it all that are about persons.
        on: the day of the question, by default 01.01.2024, or the first day on which the policy applies.
        by_days: whether facts that follow from days may be stated by them, an experience by periods of employment.

    Raises:
        UnknownNameError: the policy has no such eligibility.
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    return question_people(Question.of(version, day, *([eligibility] if eligibility else ()), by_days=by_days))


@dataclass(frozen=True)
class Question:
    """Some eligibilities of a policy on a day: what they ask, and the ways in which it can be stated."""

    on: date
    vocabulary: Mapping[str, Fact]
    conditions: tuple[Condition, ...]
    asked: tuple[Fact, ...]
    aims: Mapping[str, tuple[Aim, ...]]
    checks: Sequence[Check]

    @classmethod
    def of(cls, policy: Policy, on: date, *eligibilities: str, by_days: bool = True) -> "Question":
        """The question after some eligibilities, all about the same; without any after those about persons."""
        if eligibilities:
            wanted = [policy.eligibility(id_) for id_ in eligibilities]
        else:
            wanted = [one for one in policy.eligibilities.values() if one.about is About.PERSON]
        vocabulary = policy.facts_about(wanted[0].about if wanted else About.PERSON)
        asked: dict[str, list[Comparison]] = {}
        for eligibility in wanted:
            for comparison in comparisons(eligibility.condition):
                asked.setdefault(comparison.fact.name, []).append(comparison)
        return cls(
            on,
            vocabulary,
            tuple(eligibility.condition for eligibility in wanted),
            tuple(vocabulary[name] for name in asked),
            {name: aims(vocabulary[name], of, vocabulary, on, by_days=by_days) for name, of in asked.items()},
            _checks(vocabulary, on),
        )


def _checks(vocabulary: Mapping[str, Fact], on: date) -> Sequence[Check]:
    return checks(vocabulary.values(), vocabulary, on)


# --- at the thresholds -----------------------------------------------------------------------------------------------


def question_people(question: Question) -> st.SearchStrategy[Person]:
    """People at the thresholds of a question."""
    return _aimed(Unprinted(question))


@st.composite
def _aimed(draw: st.DrawFn, asked: Unprinted[Question]) -> Person:
    question = asked.of
    way: dict[str, list[Literal]] = {}
    is_led = bool(question.conditions) and draw(BOOLEANS)
    if is_led:
        for literal in _way(draw, pick(draw, question.conditions), True):
            way.setdefault(literal.comparison.fact.name, []).append(literal)
    person: Person = {}
    for fact in question.asked:
        aim = _aim(draw, question.aims[fact.name], way.get(fact.name, ()))
        for name, value in aim.stated.items() if aim else ():
            person.setdefault(name, value)
    return consistent(person, question.vocabulary, question.checks, question.on, question.asked)


def _aim(draw: st.DrawFn, among: Sequence[Aim], asked: Sequence[Literal]) -> Aim | None:
    """A way to state a fact: as a way into an eligibility asks, mostly; any, or unknown, where none does."""
    suitable = [aim for aim in among if _suits(aim, asked)] if asked else []
    number, led = draw(integer(0, len(among))), draw(integer(0, _LED - 1)) if suitable else _LED
    if led < _LED - 2:
        return suitable[number % len(suitable)]
    return among[number - 1] if number and led != _LED - 2 else None


def _suits(aim: Aim, asked: Iterable[Literal]) -> bool:
    return all((compare(literal.comparison, aim.atom) is Truth.MET) != literal.negated for literal in asked)


def _way(draw: st.DrawFn, condition: Condition, wanted: bool) -> Iterator[Literal]:
    """Comparisons, or contraries of them, that together make a condition met or (not ``wanted``) unmet."""
    match condition:
        case Comparison():
            yield Literal(condition, negated=not wanted)
        case Not(part=part):
            yield from _way(draw, part, not wanted)
        case All(parts=parts) | AnyOf(parts=parts) | AtLeast(parts=parts):
            met = condition.count if isinstance(condition, AtLeast) else len(parts) if isinstance(condition, All) else 1
            needed = met if wanted else len(parts) - met + 1
            first = draw(integer(0, len(parts) - 1)) if needed < len(parts) else 0
            for number in range(needed):
                yield from _way(draw, parts[(first + number) % len(parts)], wanted)


# --- any -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Anybody:
    """What may be known of anybody on a day."""

    on: date
    facts: tuple[Fact, ...]
    checks: Sequence[Check]


@st.composite
def _people(draw: st.DrawFn, whoever: Unprinted[_Anybody]) -> Person:
    anybody = whoever.of
    facts, on = anybody.facts, anybody.on
    drawn = [(fact, draw(BOOLEANS), draw_value(draw, fact, on)) for fact in facts]
    person = {fact.name: value for fact, is_known, value in drawn if is_known}
    return consistent(person, {fact.name: fact for fact in facts}, anybody.checks, on)


def draw_value(draw: st.DrawFn, fact: Fact, on: date) -> Any:
    """Any value of a fact that somebody may state on a day, as Python says it."""
    low, high = fact.lowest, fact.highest
    match fact.type:
        case FactType.BOOLEAN:
            return draw(BOOLEANS)
        case FactType.DATE:
            first = low if isinstance(low, date) else date(1950, 1, 1)
            return day_between(draw, first, high if isinstance(high, date) else on + timedelta(days=365))
        case FactType.DURATION:
            return Span(draw(integer(_whole(low, 0), _whole(high, 80 * 12))))
        case FactType.INTEGER:
            return draw(integer(_whole(low, 0), _whole(high, 100)))
        case FactType.NUMBER:
            return draw(integer(_whole(low, 0) * 1000, _whole(high, 100) * 1000)) / 1000
        case FactType.CHOICE:
            return pick(draw, fact.values).id
        case FactType.CHOICES:
            return frozenset(value.id for value in few(draw, fact.values, 3))
        case FactType.TEXT:
            return pick(draw, NAMES)
        case FactType.TEXTS:
            return frozenset(few(draw, NAMES, 3))


def _whole(end: object, usual: int) -> int:
    return int(end) if isinstance(end, int | float) else usual


# --- without contradictions ------------------------------------------------------------------------------------------


def consistent(
    person: Person, vocabulary: Mapping[str, Fact], found: Sequence[Check], on: date, asked: Iterable[Fact] = ()
) -> Person:
    """The person without the facts that contradict others; of two the one that nobody asks about goes first."""
    kept, wanted = dict(person), {fact.name for fact in asked}
    for check in found:
        rivals = [fact for fact in (check.fact, check.other) if fact is not None]
        if not all(fact.name in kept for fact in rivals):
            continue
        atoms = [_atom(vocabulary[fact.name], kept[fact.name], on) for fact in rivals]
        if None not in atoms and check.contradicts(*atoms):
            del kept[min(reversed(rivals), key=lambda fact: fact.name in wanted).name]
    return kept


def _atom(fact: Fact, value: Any, on: date) -> Any:
    if isinstance(value, StatedExperience | WorkedExperience):
        return value.months_on(on)
    return fact.atom(value)
