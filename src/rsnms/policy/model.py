"""Policies as values: what a jurisdiction's acts say on a day, immutable and ready to be asked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rsnms.domain.fact import About, Fact, Happened, Holds, Overlap, Since
from rsnms.domain.input_error import InputError
from rsnms.domain.level import Level
from rsnms.domain.subject import Subject
from rsnms.domain.text import Lang, Text
from rsnms.policy.competencies import FrameworkCompetency, Instrument
from rsnms.policy.indicators import Indicator, RecordRule
from rsnms.policy.problems import nearest
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Act, Activity, Criterion, Element, Eligibility, Term
from rsnms.policy.system import Clause, Document, Governance, Obligation, Provision

_LISTED = 20
"""Names that a message still lists; of more it gives the nearest alone."""


class UnknownNameError(InputError, LookupError):
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


class NotInForceError(InputError, LookupError):
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
class Policy:
    """What applies in a jurisdiction during one period, its parents' rules included."""

    id: str
    title: Text
    level: Level
    code: str | None = None
    acts: tuple[Act, ...] = ()
    note: str | None = None
    review_by: date | None = None
    """The day by which the policy has to be compared with its acts again."""
    since: date | None = None
    """First day of the period; ``None`` for the base, which always applies."""
    until: date | None = None
    parents: tuple[str, ...] = ()
    """The policies inherited from, nearest first."""
    parent_titles: Mapping[str, Text] = field(default_factory=dict)
    """Their titles, by id."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    eligibilities: Mapping[str, Eligibility] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    governance: Mapping[str, Governance] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    obligations: Mapping[str, Obligation] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    competencies: Mapping[str, FrameworkCompetency] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    routes: Mapping[str, RouteRule] = field(default_factory=dict)
    records: Mapping[str, RecordRule] = field(default_factory=dict)
    """How boolean facts follow from the dated records of a passport, by fact."""
    clauses: tuple[Clause, ...] = ()
    """The clauses of the jurisdiction's own acts, in their order."""
    sources: Mapping[str, Mapping[str, Element]] = field(default_factory=dict)
    """Where facts and subjects are stated, by section ("facts", "subjects") and id."""

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
