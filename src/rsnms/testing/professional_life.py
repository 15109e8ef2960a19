"""A person's professional life as a stateful model: it works, attests, trains and is diagnosed, and the laws hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rsnms.domain.calendar import add_months
from rsnms.domain.competency import Deficit
from rsnms.domain.experience import StatedExperience
from rsnms.domain.fact import Grows
from rsnms.domain.span import Span
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.rules.decision import Decision, decide
from rsnms.rules.horizon import turning_days
from rsnms.rules.profile import Profile, profile_of
from rsnms.testing import laws
from rsnms.testing.aimed_people import Person
from rsnms.testing.aiming import Stated
from rsnms.testing.drawing import integer
from rsnms.testing.life_world import World

T = TypeVar("T")
_DAY = timedelta(days=1)
_LAST_YEAR = 2100


def _from_world(draws: Callable[[World], st.SearchStrategy[T]]) -> st.SearchStrategy[T]:
    """A strategy of the world in which the life is lived."""
    return st.runner().flatmap(lambda life: draws(life.world))


def _values_of(fact: str) -> st.SearchStrategy[Any]:
    return _from_world(lambda world: st.sampled_from(world.values[fact]))


class ProfessionalLife(RuleBasedStateMachine):
    """The life of one person under a policy, from day to day.

    Set the class attributes in a subclass, and let pytest find its ``TestCase``::

        class LifeInVolgograd(ProfessionalLife):
            jurisdiction = rsnms.load_policies()["ru/volgograd"]

        TestLifeInVolgograd = LifeInVolgograd.TestCase

    After each step the laws of :mod:`rsnms.testing.laws` are checked. A region adds its own with ``@invariant()``, and
    steps with ``@rule(…)``; :attr:`profile`, :attr:`day`, :attr:`deficits` and :attr:`decisions` say how things stand,
    :meth:`change` changes a fact.
    """

    jurisdiction: ClassVar[Jurisdiction]
    eligibilities: ClassVar[Sequence[str] | None] = None
    """Those asked about; by default all that are about a person."""
    _made: ClassVar[World | None] = None
    start: ClassVar[date | None] = None
    """The day on which the life is first looked at: by default 01.01.2024, or the first on which the policy applies."""

    def __init__(self) -> None:
        super().__init__()
        if not hasattr(self, "jurisdiction"):
            raise TypeError(f"{type(self).__name__} needs the class attribute 'jurisdiction'")
        self.world = self._world()
        self.day = self.world.start
        self.profile = Profile({}, self.day)
        self.deficits: tuple[Deficit, ...] = ()
        self._decided: tuple[Profile, date, dict[str, Decision]] | None = None

    # --- how things stand --------------------------------------------------------------------------------------------

    @property
    def policy(self) -> Policy:
        """The policy in force on the day."""
        return self.jurisdiction.on(self.day)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions of the day, by eligibility; those that are not in force are absent."""
        if self._decided is None or self._decided[0] is not self.profile or self._decided[1] != self.day:
            asked = [id_ for id_ in self.world.eligibilities if id_ in self.policy.eligibilities]
            made = {id_: decide(self.jurisdiction, id_, self.profile, self.day) for id_ in asked}
            self._decided = self.profile, self.day, made
        return self._decided[2]

    def change(self, fact: str, value: Any) -> None:
        """Change a fact today; days on which it was based before no longer count.

        Raises:
            UnknownNameError: the policy has no such fact.
            BadFactsError: the fact cannot take the value.
        """
        vocabulary = self.world.question.vocabulary
        profile_of({fact: value}, vocabulary, self.day)
        known = vocabulary[fact]
        self.profile = self.profile.with_change(known, known.atom(value), self.day)

    def asks(self, fact: str) -> bool:
        """Whether some eligibility asks about a fact."""
        return fact in self.world.question.aims

    # --- what happens ------------------------------------------------------------------------------------------------

    @initialize(person=_from_world(lambda world: world.people))
    def begins(self, person: Person) -> None:
        """Somebody at the thresholds of the policy."""
        self.profile = profile_of(person, self.world.question.vocabulary, self.day)

    @rule(months=integer(0, 30), days=integer(0, 31))
    def works(self, months: int, days: int) -> None:
        """Time passes."""
        self._live_until(add_months(self.day, months) + timedelta(days=days))

    @rule(which=integer(0, 3), beside=integer(-1, 1))
    def waits(self, which: int, beside: int) -> None:
        """Time passes up to one of the next days on which something turns, the day before or the day after."""
        turning = sorted(self._turning())
        if turning:
            self._live_until(turning[min(which, len(turning) - 1)] + beside * _DAY)

    @precondition(lambda self: self.asks("category"))
    @rule(category=_values_of("category"))
    def attests(self, category: Any) -> None:
        """A category is given today."""
        self.change("category", category)

    @precondition(lambda self: self.asks("post"))
    @rule(post=_values_of("post"))
    def takes_post(self, post: Any) -> None:
        """Another post."""
        self.change("post", post)

    @precondition(lambda self: self.asks("organisation_kind"))
    @rule(kind=_values_of("organisation_kind"))
    def moves_to(self, kind: Any) -> None:
        """An organisation of another kind."""
        self.change("organisation_kind", kind)

    @precondition(lambda self: self.asks("roles"))
    @rule(roles=_values_of("roles"))
    def takes_up(self, roles: Any) -> None:
        """Some roles beside those held."""
        self.change("roles", self._roles() | roles)

    @precondition(lambda self: self.asks("roles"))
    @rule(roles=_values_of("roles"))
    def gives_up(self, roles: Any) -> None:
        """Some of the roles."""
        self.change("roles", self._roles() - roles)

    @precondition(lambda self: bool(self.world.trainings))
    @rule(training=_from_world(lambda world: st.sampled_from(world.trainings)))
    def trains(self, training: str) -> None:
        """A training is completed today."""
        self.change(training, True)

    @rule(found=_from_world(lambda world: world.deficits))
    def is_diagnosed(self, found: tuple[Deficit, ...]) -> None:
        """A diagnostics today says what is lacking, and what is not any more."""
        self.deficits = tuple(one.model_copy(update={"found_on": self.day}) for one in found)
        if self.asks("diagnostics_passed"):
            self.change("diagnostics_passed", True)

    @precondition(lambda self: bool(self.world.others))
    @rule(changed=_from_world(lambda world: st.sampled_from(world.others)))
    def changes(self, changed: tuple[str, Any]) -> None:
        """Another fact changes, such as one that the jurisdiction declares for itself."""
        self.change(*changed)

    @rule(told=_from_world(lambda world: st.sampled_from(world.told)))
    def is_learned(self, told: Stated) -> None:
        """A fact that was unknown becomes known; what contradicts the known is not heard."""
        before, vocabulary = self.decisions, self.world.question.vocabulary
        new = {name: value for name, value in told.items() if name not in self.profile.sources}
        added = {
            name: StatedExperience(span=value, on=self.day)
            if isinstance(value, Span) and isinstance(vocabulary[name].movement, Grows)
            else value
            for name, value in new.items()
        }
        learned = Profile(
            {**self.profile.sources, **profile_of(added, vocabulary, self.day).sources}, self.profile.as_of
        )
        for decision in before.values():
            after = learned.case(self.world.question.asked, self.day)
            if any(after.get(name) != atom for name, atom in decision.case.items()):
                return
        self.profile = learned
        for id_, decision in before.items():
            laws.learning_settles(decision, self.decisions[id_])

    # --- what holds --------------------------------------------------------------------------------------------------

    @invariant()
    def keeps_the_laws(self) -> None:
        """Every law of decisions, and of what routes require."""
        for decision in self.decisions.values():
            laws.answers_are_stable(decision)
            laws.interpretations_agree(decision)
            laws.eligible_from_is_exact(decision)
            laws.remedies_help(decision)
        if self.deficits and self.policy.routes:
            requirements = self.world.requirements(self.policy)
            laws.worse_asks_no_less(requirements, self.profile, self.deficits, self.day)

    # --- within ------------------------------------------------------------------------------------------------------

    @classmethod
    def _world(cls) -> World:
        """Made once for the class, because that costs more than a life."""
        made = cls.__dict__.get("_made")
        if made is None:
            made = World.of(cls.jurisdiction, cls.eligibilities, cls.start)
            cls._made = made
        return made

    def _roles(self) -> frozenset[str]:
        held = self.profile.sources.get("roles")
        return held if isinstance(held, frozenset) else frozenset()

    def _turning(self) -> Iterator[date]:
        for decision in self.decisions.values():
            yield from (day for day in turning_days(decision.eligibility, self.profile) if day > self.day)

    def _live_until(self, day: date) -> None:
        """Time never goes back, nor beyond the days on which some act is in force."""
        in_force = any(day in policy for policy in self.jurisdiction.periods)
        if day > self.day and in_force and day.year <= _LAST_YEAR:
            self.day = day
