"""Facts: the typed things that can be known about a person, a pair of persons or an organisation.

A fact's value is held as an *atom*, the form in which conditions compare it: ``bool``, ``int``, ``float``, ``str``,
``date``, whole months (``int``) for durations, ``frozenset[str]`` for sets. A fact that is not known has no atom.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from rsnms.domain import fact_values
from rsnms.domain.span import Span
from rsnms.domain.text import Lang, Text, Unit

Atom = bool | int | float | str | date | frozenset[str]


class FactType(StrEnum):
    """The type of a fact's value."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    DURATION = "duration"
    """Years and months; compared in full years where the threshold is in years, else in full months."""
    CHOICE = "choice"
    """One of listed values."""
    CHOICES = "choices"
    """A set of listed values; the empty set is a known value."""
    TEXT = "text"
    TEXTS = "texts"
    """A set of free texts."""

    @property
    def is_set(self) -> bool:
        """Whether a value is a set."""
        return self in (FactType.CHOICES, FactType.TEXTS)

    @property
    def is_ordered(self) -> bool:
        """Whether values can be more or less."""
        return self in (FactType.INTEGER, FactType.NUMBER, FactType.DATE, FactType.DURATION)

    @property
    def is_listed(self) -> bool:
        """Whether the vocabulary lists the possible values."""
        return self in (FactType.CHOICE, FactType.CHOICES)


class About(StrEnum):
    """Whom or what a fact describes."""

    PERSON = "person"
    PAIR = "pair"
    ORGANISATION = "organisation"
    TEAM = "team"
    """A management team (управленческая команда)."""
    PROGRAMME = "programme"
    MUNICIPALITY = "municipality"
    METHODIST = "methodist"
    """A methodist whose load is counted (методист, за которым закреплены педагоги)."""
    DIAGNOSIS = "diagnosis"
    """A record of a person's diagnostics."""
    ROUTE = "route"
    """A record of a person's individual educational route (ИОМ)."""
    TRAINING = "training"
    """A record of a training that a person completed."""

    @property
    def is_record(self) -> bool:
        """Whether it is one of many records of a person, dated and counted."""
        return self in (About.DIAGNOSIS, About.ROUTE, About.TRAINING)


@dataclass(frozen=True, slots=True)
class FactValue:
    """One listed value of a fact with its words and the spellings met in rosters."""

    id: str
    title: Text
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grows:
    """A duration known for a day grows with the calendar afterwards."""


@dataclass(frozen=True, slots=True)
class Since:
    """A duration counted in full months from a date fact (age from the date of birth)."""

    start: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A value that holds from one date fact to another, and is ``then`` afterwards (a category with its term).

    Where the last day is not known, a decision taken before ``term_before`` holds for ``term`` months.
    """

    start: str | None
    until: str | None
    then: Atom | None = None
    term: int | None = None
    term_before: date | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """A boolean that turns true on the day a date fact names (diagnostics passed on …)."""

    on: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """A boolean: do two set facts share a member (the same subject in a pair)."""

    first: str
    second: str


Movement = Grows | Since | Holds | Happened | Overlap
"""How a fact follows from other facts and from time."""


class BadValueError(ValueError):
    """A value that a fact cannot take: what was found, what is expected, the nearest known value."""

    def __init__(self, found: str, expected: Text, nearest: str | None = None) -> None:
        self.found = found
        self.expected = expected
        self.nearest = nearest
        super().__init__(self.text("en"))

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        expected = self.expected.in_(lang)
        if lang == "en":
            guess = f"; did you mean {self.nearest!r}?" if self.nearest else ""
            return f"found {self.found}, expected {expected}{guess}"
        guess = f"; возможно, «{self.nearest}»" if self.nearest else ""
        return f"указано {self.found}, ожидается {expected}{guess}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the vocabulary: its name, type and words."""

    name: str
    type: FactType
    title: Text
    about: About = About.PERSON
    values: tuple[FactValue, ...] = ()
    unit: Unit | None = field(default=None, compare=False, repr=False)
    question: Text | None = field(default=None, compare=False, repr=False)
    evidence: Text | None = field(default=None, compare=False, repr=False)
    action: Text | None = field(default=None, compare=False, repr=False)
    """What a person does to change the fact; ``None`` where a person cannot."""
    effort: int = field(default=1, compare=False, repr=False)
    """How much the action asks of a person, to rank ways of becoming eligible."""
    movement: Movement | None = None
    lowest: int | float | date | None = None
    highest: int | float | date | None = None
    headings: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """Column headings of rosters under which the fact is found."""

    def __hash__(self) -> int:
        return hash((self.name, self.type))

    @property
    def changeable(self) -> bool:
        """Whether a person can change the fact by acting."""
        return self.action is not None

    def value(self, id_: str) -> FactValue | None:
        """The listed value with an id."""
        return next((value for value in self.values if value.id == id_), None)

    def atom(self, value: Any) -> Atom:
        """Check a Python value strictly and return its atom.

        ``True`` is no integer, ``"7"`` no number, ``7.9`` no integer; an unlisted word is no value.

        Raises:
            BadValueError: the value is not of the fact's type, not listed, or outside the fact's range.
        """
        atom = fact_values.atom_of(self, value)
        self._check_range(atom, value)
        return atom

    def read(self, text: str) -> Atom | Span:
        """Read the fact's value from the text of a policy; durations come back as :class:`Span`.

        Raises:
            BadValueError: the text does not say a value of the fact's type.
        """
        return fact_values.value_in(self, text)

    def expected(self) -> Text:
        """What a value of this fact looks like, for error messages."""
        if self.type.is_listed:
            listed = ", ".join(value.id for value in self.values)
            return Text(f"одно из значений: {listed}", f"one of: {listed}")
        return _EXPECTED[self.type]

    def refuse(self, found: object) -> BadValueError:
        """Make the error that says that ``found`` is no value of this fact."""
        shown = found if isinstance(found, str) else f"{found!r} ({type(found).__name__})"
        return BadValueError(f"«{shown}»", self.expected(), self._nearest(str(found)))

    @property
    def shown_range(self) -> tuple[str, str]:
        """The least and greatest value in words; ``…`` where there is no limit."""
        return _shown_bound(self.type, self.lowest), _shown_bound(self.type, self.highest)

    def _nearest(self, found: str) -> str | None:
        from difflib import get_close_matches

        return next(iter(get_close_matches(found, [value.id for value in self.values], 1, 0.6)), None)

    def _check_range(self, atom: Atom, value: object) -> None:
        if not self.type.is_ordered:
            return
        below = self.lowest is not None and atom < self.lowest  # type: ignore[operator]
        above = self.highest is not None and atom > self.highest  # type: ignore[operator]
        if below or above:
            low, high = self.shown_range
            raise BadValueError(f"«{value}»", Text(f"от {low} до {high}", f"{low} to {high}"))


def _shown_bound(type_: FactType, bound: object) -> str:
    if bound is None:
        return "…"
    return str(Span(bound, bound % 12 == 0)) if type_ is FactType.DURATION and isinstance(bound, int) else str(bound)


_EXPECTED: dict[FactType, Text] = {
    FactType.BOOLEAN: Text("true или false", "true or false"),
    FactType.INTEGER: Text("целое число, например 7", "a whole number such as 7"),
    FactType.NUMBER: Text("число с точкой, например 3.5", "a number such as 3.5"),
    FactType.DATE: Text(
        "существующая дата вида ГГГГ-ММ-ДД, например 2024-01-31", "an existing date such as 2024-01-31"
    ),
    FactType.DURATION: Text(
        "срок, например «5 years», «5 лет» или «2 years 6 months»", "a duration such as '5 years' or '2 years 6 months'"
    ),
    FactType.TEXT: Text("непустой текст", "a text that is not empty"),
    FactType.TEXTS: Text("непустые тексты", "texts that are not empty"),
}
