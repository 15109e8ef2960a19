"""What a professional life is drawn from: the policy's questions, and the values that its steps can bring about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st

from rsnms.domain.competency import Deficit
from rsnms.domain.experience import WorkedExperience
from rsnms.domain.fact import About, Fact, FactType, Happened, Overlap, Since
from rsnms.domain.text import Text
from rsnms.policy.model import Jurisdiction, Policy, UnknownNameError
from rsnms.routes.requirements.requirements import Requirements
from rsnms.testing.aimed_people import Person, Question, question_people
from rsnms.testing.aiming import Stated
from rsnms.testing.diagnostics import deficits
from rsnms.testing.drawing import policy_of

_OWN_STEPS = ("category", "post", "organisation_kind", "roles", "diagnostics_passed")
"""Facts that a step of their own changes."""


@dataclass(frozen=True)
class World:
    """A jurisdiction as somebody lives in it from a day on; made once for a class of lives."""

    start: date
    eligibilities: tuple[str, ...]
    question: Question
    values: Mapping[str, tuple[Any, ...]]
    """By fact that can be changed, the values at which something turns."""
    trainings: tuple[str, ...]
    others: tuple[tuple[str, Any], ...]
    """Changes of facts that no other step changes: the fact and its new value."""
    told: tuple[Stated, ...]
    """What may be learned of a fact."""
    people: st.SearchStrategy[Person]
    deficits: st.SearchStrategy[tuple[Deficit, ...]]
    _requirements: dict[int, Requirements] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, jurisdiction: Jurisdiction, eligibilities: Sequence[str] | None, on: date | None) -> "World":
        """The world of some eligibilities about persons, by default of all that there are on the first day.

        Raises:
            UnknownNameError: one of them does not exist, or is not about persons.
            NotInForceError: no act is in force on that day.
        """
        policy, start = policy_of(jurisdiction, on)
        personal = {id_: one for id_, one in policy.eligibilities.items() if one.about is About.PERSON}
        for id_ in eligibilities or ():
            if id_ not in personal:
                raise UnknownNameError(Text("права на включение человека", "eligibility of a person"), id_, personal)
        question = Question.of(policy, start, *(eligibilities or ()))
        values = {fact.name: tuple(_values(fact, question)) for fact in question.asked if _can_change(fact)}
        trainings = tuple(name for name in values if name.startswith("trained_") and _is_event(question, name))
        known = {*_OWN_STEPS, *trainings}
        others = tuple((name, value) for name, among in values.items() if name not in known for value in among)
        return cls(
            start,
            tuple(eligibilities or personal),
            question,
            values,
            trainings,
            others,
            tuple(aim.stated for fact in question.asked for aim in question.aims[fact.name]),
            question_people(question),
            deficits(policy, on=start),
        )

    def requirements(self, policy: Policy) -> Requirements:
        """The route rules of one of the jurisdiction's policies, compiled once."""
        if id(policy) not in self._requirements:
            self._requirements[id(policy)] = Requirements(policy)
        return self._requirements[id(policy)]


def _can_change(fact: Fact) -> bool:
    """Whether anything but time, or other facts, changes a fact."""
    return not isinstance(fact.movement, Since | Overlap) and fact.type is not FactType.DATE


def _is_event(question: Question, name: str) -> bool:
    return isinstance(question.vocabulary[name].movement, Happened)


def _values(fact: Fact, question: Question) -> Iterator[Any]:
    for aim in question.aims[fact.name]:
        value = aim.stated.get(fact.name)
        if len(aim.stated) == 1 and value is not None and not isinstance(value, WorkedExperience):
            yield value
