"""Profiles: what is known about one subject, checked against a vocabulary and asked as of a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rsnms.domain.educator import Educator, Pair
from rsnms.domain.experience import Experience, StatedExperience, WorkedExperience
from rsnms.domain.fact import Atom, BadValueError, Fact, Grows, Happened, Holds
from rsnms.domain.span import Span
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import UnknownNameError
from rsnms.rules.derivations import value_on

Subject = Educator | Pair | Mapping[str, Any]
"""Whom a question is about: a domain object, or the known facts by name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Stated facts with the day for which they were stated."""

    sources: Mapping[str, Atom | Experience]
    as_of: date
    id: str | None = None

    def case(self, facts: Iterable[Fact], on: date) -> dict[str, Atom]:
        """The atoms of the facts on a day; unknown ones are absent."""
        case = {}
        for fact in facts:
            atom = value_on(fact, self.sources, self.as_of, on)
            if atom is not None:
                case[fact.name] = atom
        return case

    def with_change(self, fact: Fact, value: Atom, on: date) -> "Profile":
        """The profile after the subject has changed a fact on a day."""
        sources = {name: source for name, source in self.sources.items() if name not in _days_of(fact)}
        sources[fact.name] = value
        match fact.movement:
            case Holds(start=start) if start:
                sources[start] = on
            case Happened(on=name) if value is True:
                sources[name] = on
            case Grows() if isinstance(value, int):
                sources[fact.name] = StatedExperience(span=Span(value), on=on)
        return Profile(sources, self.as_of, self.id)


def _days_of(fact: Fact) -> tuple[str | None, ...]:
    match fact.movement:
        case Holds(start=start, until=until):
            return (start, until)
        case Happened(on=name):
            return (name,)
    return ()


def profile_of(subject: Subject, vocabulary: Mapping[str, Fact], as_of: date) -> Profile:
    """Check what is known about a subject, strictly, and make its profile.

    Raises:
        UnknownNameError: a fact is not in the vocabulary.
        BadFactsError: values that their facts cannot take, all of them.
    """
    facts = subject.facts() if isinstance(subject, Educator | Pair) else subject
    sources: dict[str, Atom | Experience] = {}
    wrong: dict[str, BadValueError] = {}
    for name, value in facts.items():
        if name not in vocabulary:
            raise UnknownNameError(Text("факта", "fact"), name, vocabulary)
        fact = vocabulary[name]
        try:
            if value is not None:
                sources[name] = _source(fact, value)
        except BadValueError as error:
            wrong[name] = error
    if wrong:
        raise BadFactsError(wrong)
    return Profile(sources, as_of, None if isinstance(subject, Mapping) else subject.id)


class BadFactsError(ValueError):
    """Values that their facts cannot take, by fact."""

    def __init__(self, errors: Mapping[str, BadValueError]) -> None:
        self.errors = dict(errors)
        super().__init__(self.text("en"))

    def text(self, lang: Lang = "ru") -> str:
        """All mistakes, one after another."""
        return "; ".join(f"{name}: {error.text(lang)}" for name, error in self.errors.items())


def _source(fact: Fact, value: Any) -> Atom | Experience:
    if not isinstance(value, StatedExperience | WorkedExperience):
        return fact.atom(value)
    if not isinstance(fact.movement, Grows):
        raise fact.refuse(value)
    if isinstance(value, StatedExperience):
        fact.atom(value.span)
    return value
