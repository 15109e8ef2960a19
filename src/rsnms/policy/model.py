"""Policies as values: what a jurisdiction's acts say on a day, immutable and ready to be asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rsnms.domain.fact import About, Fact, Happened, Holds, Overlap, Since
from rsnms.domain.level import Level
from rsnms.domain.subject import Modality, Subject
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, Any, Condition
from rsnms.policy.problems import nearest

_LISTED = 20
"""Names that a message still lists; of more it gives the nearest alone."""


class UnknownNameError(LookupError):
    """A policy, eligibility or fact that does not exist; the message names the nearest known one."""

    def __init__(self, what: Text, name: str, known: Mapping[str, object], where: str = "") -> None:
        self.what, self.name, self.where = what, name, where
        self.known = tuple(known)
        self.nearest = nearest(name, known)
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        in_, maybe, there = ("в", "Возможно", "Есть") if lang == "ru" else ("in", "Perhaps", "There are")
        no = "Нет" if lang == "ru" else "There is no"
        place = f" {in_} {self.where}" if self.where else ""
        guess = f" {maybe}: «{self.nearest}»." if self.nearest else ""
        known = f" {there}: {', '.join(self.known)}." if 0 < len(self.known) <= _LISTED else ""
        return f"{no} {self.what.in_(lang)} «{self.name}»{place}.{guess}{known}"


class NotInForceError(LookupError):
    """A question about a day on which no act is in force; the message names the days nearest to it."""

    def __init__(self, what: str, on: date, periods: "Iterable[Policy]") -> None:
        spans = [(period.since, period.until) for period in periods]
        self.what, self.on = what, on
        self.before = max((until for _, until in spans if until and until < on), default=None)
        """The last day on which one was in force earlier."""
        self.after = min((since for since, _ in spans if since and since > on), default=None)
        """The first day on which one is in force later."""
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        if lang == "ru":
            said = [f"{self.on:%d.%m.%Y} в «{self.what}» не действует ни один акт"]
            said += [f"прежний действовал по {self.before:%d.%m.%Y}"] if self.before else []
            which = "следующий" if self.before else "первый"
            said += [f"{which} действует с {self.after:%d.%m.%Y}"] if self.after else []
        else:
            said = [f"No act of '{self.what}' is in force on {self.on}"]
            said += [f"the one before was in force until {self.before}"] if self.before else []
            which = "next" if self.before else "first"
            said += [f"the {which} is in force from {self.after}"] if self.after else []
        return "; ".join(said) + "."


@dataclass(frozen=True, slots=True)
class ActReference:
    """An act as another act names it."""

    kind: str | None = None
    body: str | None = None
    number: str | None = None
    dated: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A regulation (положение, приказ, рекомендации) that a policy encodes."""

    id: str
    kind: str
    title: str
    body: str
    number: str | None = None
    dated: date | None = None
    since: date | None = None
    until: date | None = None
    repeals: tuple[ActReference, ...] = ()
    basis: tuple[ActReference, ...] = ()
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """What every element of a policy has: an id, our own short title, and where it comes from."""

    id: str
    title: Text
    origin: str
    """The policy that states the element; a child inherits it from there."""
    clause: str | None = None
    act: str | None = None
    modality: Modality | None = None
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion(Element):
    """A named condition."""

    about: About = About.PERSON
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Ground(Element):
    """A ground of eligibility."""

    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Term(Element):
    """A defined term, in our own short words."""

    means: Text | None = None


@dataclass(frozen=True, slots=True)
class Activity(Element):
    """A canonical activity of the federal base."""


NOT_SPECIFIED = Text("в источнике не указано", "not specified in the source")


@dataclass(frozen=True, slots=True)
class Eligibility(Element):
    """Who may become what: everybody passes the gate; the first ground that is met gives the standing."""

    about: About = About.PERSON
    confers: Text | None = None
    formed_by: str | None = None
    formed_by_clause: str | None = None
    gate: Condition | None = None
    grounds: tuple[Ground, ...] = ()
    silent_on: tuple[str, ...] = ()

    @property
    def condition(self) -> Condition:
        """The gate and one of the grounds, as one condition."""
        entry = Any(tuple(ground.when for ground in self.grounds if ground.when is not None))
        return entry if self.gate is None else All((self.gate, entry))


@dataclass(frozen=True, slots=True)
class Policy:
    """What applies in a jurisdiction during one period, its parents' rules included."""

    id: str
    title: Text
    level: Level
    code: str | None = None
    acts: tuple[Act, ...] = ()
    note: str | None = None
    since: date | None = None
    """First day of the period; ``None`` for the base, which always applies."""
    until: date | None = None
    parents: tuple[str, ...] = ()
    """The policies inherited from, nearest first."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    eligibilities: Mapping[str, Eligibility] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    """The stating policy of every subject, by id."""

    def eligibility(self, id_: str) -> Eligibility:
        """The eligibility with an id.

        Raises:
            UnknownNameError: the policy has none of that id.
        """
        if id_ not in self.eligibilities:
            raise UnknownNameError(Text("права на включение", "eligibility"), id_, self.eligibilities, self.id)
        return self.eligibilities[id_]

    def facts_about(self, about: About) -> dict[str, Fact]:
        """The vocabulary of a subject of conditions; of a pair also both persons' facts, prefixed."""
        return vocabulary_about(self.facts, about)

    def __contains__(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A jurisdiction through time: one policy for each period, in order, without overlaps."""

    id: str
    periods: tuple[Policy, ...]

    def on(self, day: date) -> Policy:
        """The policy that applies on a day.

        Raises:
            NotInForceError: no act is in force on that day.
        """
        for policy in self.periods:
            if day in policy:
                return policy
        raise NotInForceError(self.id, day, self.periods)

    def eligibility(self, id_: str, day: date) -> Eligibility:
        """The eligibility with an id as it applies on a day.

        Raises:
            NotInForceError: no act, or no act that has this eligibility, is in force on that day.
            UnknownNameError: the jurisdiction never has it.
        """
        policy = self.on(day)
        if id_ in policy.eligibilities:
            return policy.eligibilities[id_]
        having = [period for period in self.periods if id_ in period.eligibilities]
        if having:
            raise NotInForceError(f"{self.id}: {id_}", day, having)
        return policy.eligibility(id_)

    @property
    def latest(self) -> Policy:
        """The policy of the last period."""
        return self.periods[-1]


class PolicyTree(Mapping[str, Jurisdiction]):
    """All loaded jurisdictions by id, such as ``ru/leningrad/kirovsk``."""

    def __init__(self, jurisdictions: Mapping[str, Jurisdiction]) -> None:
        self._jurisdictions = dict(sorted(jurisdictions.items()))

    def __getitem__(self, id_: str) -> Jurisdiction:
        try:
            return self._jurisdictions[id_]
        except KeyError:
            raise UnknownPolicyError(Text("политики", "policy"), id_, self._jurisdictions) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._jurisdictions)

    def __len__(self) -> int:
        return len(self._jurisdictions)

    def __repr__(self) -> str:
        return f"PolicyTree({', '.join(self)})"


class UnknownPolicyError(UnknownNameError, KeyError):
    """A policy that is not among the loaded ones."""

    __str__ = UnknownNameError.__str__


def vocabulary_about(facts: Mapping[str, Fact], about: About) -> dict[str, Fact]:
    """The facts that conditions about something may ask; of a pair also ``mentor.…`` and ``mentee.…``."""
    own = {name: fact for name, fact in facts.items() if fact.about is about}
    if about is About.PAIR:
        persons = [fact for fact in facts.values() if fact.about is About.PERSON]
        for side, whose in _SIDES.items():
            own |= {f"{side}.{fact.name}": _of_side(fact, side, whose) for fact in persons}
    return own


_SIDES = {"mentor": Text("Наставник", "Mentor"), "mentee": Text("Наставляемый", "Mentee")}


def _of_side(fact: Fact, side: str, whose: Text) -> Fact:
    def beside(name: str | None) -> str | None:
        return name and f"{side}.{name}"

    movement = fact.movement
    match movement:
        case Since(start=start):
            movement = Since(f"{side}.{start}")
        case Happened(on=on):
            movement = Happened(f"{side}.{on}")
        case Holds(start=start, until=until):
            movement = replace(movement, start=beside(start), until=beside(until))
        case Overlap(first=first, second=second):
            movement = Overlap(f"{side}.{first}", f"{side}.{second}")
    title = Text(f"{fact.title.ru} ({whose.ru.lower()})", f"{fact.title.in_('en')} ({whose.in_('en').lower()})")
    headings = tuple(f"{whose.ru}: {heading}" for heading in fact.headings)
    return replace(fact, name=f"{side}.{fact.name}", title=title, movement=movement, headings=headings)
