"""What a change does to people: who is newly admitted, who no longer is, and whose ground is another one.

Every answer is one person, found by the prover and judged by both versions as any person is, or the proof that there
is nobody. The person is as known on one day; whichever version is not in force on that day is asked as if it were.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rsnms.changes.asked import Asked, admits_the_same, asked_of_people, stated_in
from rsnms.changes.elements import ChangeKind
from rsnms.changes.inquiry import Inquiry, Provers
from rsnms.changes.outcomes import Answer, Effect, Outcome
from rsnms.changes.versions import Versions
from rsnms.domain.fact import About, Fact
from rsnms.domain.text import Text
from rsnms.policy.conditions import facts_of
from rsnms.rules.proof.operands import AboutDifferError
from rsnms.rules.proof.prover import MET, Demand
from rsnms.rules.proof.vocabulary import FactsDifferError


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """What a change of an eligibility, or of whom a route rule is about, does to people."""

    section: str
    """"eligibility" or "routes"."""
    id: str
    title: Text
    about: About
    kind: ChangeKind
    outcomes: tuple[Outcome, ...] = ()
    newly_asked: tuple[Fact, ...] = ()
    no_longer_asked: tuple[Fact, ...] = ()
    through: str | None = None
    """The parent whose change this is; it is told there."""
    differing: FactsDifferError | AboutDifferError | None = None
    """What the versions understand differently, so that nothing can be proven: a fact, or whom it is for."""

    def may_be(self, effect: Effect) -> bool:
        """Whether somebody may be affected so: anything but the proof that nobody is."""
        if self.through is not None:
            return False
        if self.differing is not None:
            return True
        return any(one.effect is effect and one.answer is not Answer.NOBODY for one in self.outcomes)

    @property
    def changes_people(self) -> bool:
        """Whether anything of it is to be told."""
        return bool(self.outcomes or self.newly_asked or self.no_longer_asked or self.through or self.differing)


Above = Mapping[str, tuple[Versions, tuple[PeopleChange, ...]]]
"""The versions of a jurisdiction's parents and what changed there, by parent."""


def people_changes(versions: Versions, above: Above) -> tuple[PeopleChange, ...]:
    """What a change does to people, by eligibility and then by route rule.

    ``above`` are the parents' versions and changes, by id: a child's eligibility that changes as the parent's does is
    told there.

    Raises:
        LibraryMissingError: something has to be proven, and Z3 is not installed (the extra ``proofs``).
    """
    provers = Provers(versions)
    found = []
    for asked in asked_of_people(versions):
        parent = _parent_of(asked, versions, above)
        change = _through(asked, parent) if parent else _change(asked, versions, provers)
        if change.changes_people:
            found.append(change)
    return tuple(found)


def _parent_of(asked: Asked, versions: Versions, above: Above) -> PeopleChange | None:
    """The parent's change that this one is, if it asks the same of people there."""
    if asked.both is None or len({side.origin for side in asked.both}) > 1:
        return None
    theirs = above.get(asked.shown.origin)
    if theirs is None or theirs[0].on != versions.on:
        return None
    pairs = [stated_in(policy, asked.section, asked.shown.id) for policy in (theirs[0].old, theirs[0].new)]
    if not all(side and admits_the_same(side, own) for side, own in zip(pairs, asked.both, strict=True)):
        return None
    return next((one for one in theirs[1] if (one.section, one.id) == (asked.section, asked.shown.id)), None)


def _through(asked: Asked, parent: PeopleChange) -> PeopleChange:
    shown = asked.shown
    return PeopleChange(asked.section, shown.id, shown.title, shown.about, parent.kind, through=shown.origin)


def _change(asked: Asked, versions: Versions, provers: Provers) -> PeopleChange:
    shown, both = asked.shown, asked.both
    head = (asked.section, shown.id, shown.title, shown.about)
    if both is None:
        kind, effect = (ChangeKind.ADDED, Effect.ADMITTED) if asked.new else (ChangeKind.REMOVED, Effect.LOST)
        inquiry = Inquiry(asked, versions, provers.of(asked))
        return PeopleChange(*head, kind, (inquiry.answer(effect, [Demand(shown.condition, MET)]),))
    if both[0].about is not both[1].about:
        return PeopleChange(*head, ChangeKind.CHANGED, differing=AboutDifferError(both[0].about, both[1].about))
    if admits_the_same(*both):
        return PeopleChange(*head, ChangeKind.CHANGED)
    before, after = ({fact.name: fact for fact in facts_of(side.condition)} for side in both)
    newly = tuple(fact for name, fact in after.items() if name not in before)
    dropped = tuple(fact for name, fact in before.items() if name not in after)
    try:
        inquiry = Inquiry(asked, versions, provers.of(asked))
    except FactsDifferError as error:
        return PeopleChange(*head, ChangeKind.CHANGED, (), newly, dropped, differing=error)
    return PeopleChange(*head, ChangeKind.CHANGED, tuple(inquiry.outcomes(*both)), newly, dropped)
