"""Mentors as mentees see them: who could take one, on what bases, how near, and in what order of preference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rsnms.domain.fact import About, Fact
from rsnms.domain.measure import Measure
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.model import Policy
from rsnms.routes.pairs.bases import MANAGERS, Base, bases_of
from rsnms.routes.pairs.pairing_problem import Helpers, Ranks, members, ranks_of
from rsnms.routes.pairs.records import Known, Mentee, Mentor, Nearness, PairMatch, Unmatched, UnmatchedReason
from rsnms.routes.pairs.testing import Pairs, PairTest
from rsnms.rules.compile import compile_condition
from rsnms.rules.profile import Profile, profile_of
from rsnms.rules.truth import Truth


@dataclass(frozen=True)
class Prospects:
    """What mentors are to one mentee."""

    mentors: Sequence[Mentor]
    measure: Measure
    allowed: Helpers
    """Whoever could mentor by the measure, the mentee aside."""
    bases: tuple[tuple[Base, Pairs], ...]
    near: Mapping[Nearness, Helpers]
    same_subject: Helpers
    vocabulary: Mapping[str, Fact]

    @cached_property
    def ranks(self) -> Ranks:
        """Mentors with a base: those with more bases first, then the nearer, then those with a subject in common."""
        having = {0: self.allowed}
        for _, pairs in self.bases:
            more = {count + 1: helpers & pairs.met for count, helpers in having.items()}
            having = {
                count: (having.get(count, 0) & ~pairs.met) | more.get(count, 0) for count in having.keys() | more.keys()
            }
        by_rank = {}
        for count, with_bases in having.items():
            for nearness, near in self.near.items() if count else ():
                rank = (len(self.bases) - count) * len(Nearness) + nearness
                by_rank[2 * rank] = with_bases & near & self.same_subject
                by_rank[2 * rank + 1] = with_bases & near & ~self.same_subject
        return ranks_of(by_rank)

    def pair(self, mentee: str, number: int) -> PairMatch:
        """The pair with the mentor of a number."""
        bases = tuple(base for base, pairs in self.bases if pairs.met >> number & 1)
        nearness = next(nearness for nearness, near in self.near.items() if near >> number & 1)
        same_subject = bool(self.same_subject >> number & 1)
        return PairMatch(self.mentors[number].id, mentee, self.measure, bases, nearness, same_subject)

    def unmatched(self, mentee: str) -> Unmatched:
        """Why there is no pair."""
        if not self.allowed:
            return Unmatched(mentee, self.measure, UnmatchedReason.NO_MENTOR)
        if self.ranks:
            full = tuple(self.mentors[number].id for _, helpers in self.ranks for number in members(helpers))
            return Unmatched(mentee, self.measure, UnmatchedReason.ALL_FULL, full=full)
        undecided = 0
        missing: set[str] = set()
        for _, pairs in self.bases:
            if pairs.unknown & self.allowed:
                undecided |= pairs.unknown & self.allowed
                missing |= pairs.missing
        if not undecided:
            return Unmatched(mentee, self.measure, UnmatchedReason.NO_BASE)
        facts = tuple(self.vocabulary[name] for name in sorted(missing))
        return Unmatched(
            mentee, self.measure, UnmatchedReason.NOT_KNOWN, undecided=undecided.bit_count(), missing=facts
        )


class PairField:
    """The mentors of a matching, looked at once for all mentees."""

    def __init__(self, policy: Policy, mentors: Sequence[Mentor], on: date, as_of: date) -> None:
        self._policy, self._mentors, self._on, self._as_of = policy, mentors, on, as_of
        self._persons = policy.facts_about(About.PERSON)
        self._pairs = policy.facts_about(About.PAIR)
        self._places = [self._persons[name] for name in ("organisation", "municipality") if name in self._persons]
        self._profiles = [self._profile(mentor.known) for mentor in mentors]
        self._number = {mentor.id: 1 << number for number, mentor in enumerate(mentors)}
        self._tests: dict[Measure, tuple[tuple[Base, PairTest], ...]] = {}
        self._working: dict[tuple[str, object], Helpers] = {}
        for number, profile in enumerate(self._profiles):
            case = profile.case(self._places, on)
            for place in ("organisation", "municipality"):
                key = (place, case.get(place))
                self._working[key] = self._working.get(key, 0) | 1 << number
        subject = self._pairs.get("same_subject")
        self._same_subject = PairTest(Comparison(subject, Op.IS, True), self._profiles, on) if subject else None

    def of(self, mentee: Mentee) -> Prospects:
        """What the mentors are to a mentee."""
        profile = self._with_deficits(mentee)
        allowed = self._managers if mentee.measure is Measure.MANAGERIAL_MENTORING else (1 << len(self._mentors)) - 1
        return Prospects(
            self._mentors,
            mentee.measure,
            allowed & ~self._number.get(mentee.id, 0),
            tuple((base, test.of(profile)) for base, test in self._tests_of(mentee.measure)),
            self._near(profile),
            self._same_subject.of(profile).met if self._same_subject else 0,
            self._pairs,
        )

    @cached_property
    def _managers(self) -> Helpers:
        if "post" not in self._persons:
            return 0
        post = self._persons["post"]
        manages = compile_condition(Comparison(post, Op.ONE_OF, MANAGERS))
        cases = (profile.case((post,), self._on) for profile in self._profiles)
        return sum(1 << number for number, case in enumerate(cases) if manages(case).truth is Truth.MET)

    def _tests_of(self, measure: Measure) -> tuple[tuple[Base, PairTest], ...]:
        if measure not in self._tests:
            self._tests[measure] = tuple(
                (base, PairTest(base.condition, self._profiles, self._on)) for base in bases_of(self._policy, measure)
            )
        return self._tests[measure]

    def _near(self, profile: Profile) -> dict[Nearness, Helpers]:
        """The mentors by nearness; a school of one name counts as the same unless it is in another municipality."""
        case = profile.case(self._places, self._on)
        municipality, organisation = case.get("municipality"), case.get("organisation")
        everybody = (1 << len(self._mentors)) - 1
        around = self._working.get(("municipality", municipality), 0) if municipality else 0
        elsewhere_unknown = self._working.get(("municipality", None), 0)
        here = self._working.get(("organisation", organisation), 0) if organisation else 0
        if municipality:
            here &= around | elsewhere_unknown
        return {
            Nearness.SAME_ORGANISATION: here,
            Nearness.SAME_MUNICIPALITY: around & ~here,
            Nearness.ELSEWHERE: everybody & ~around & ~here,
        }

    def _profile(self, known: Known) -> Profile:
        return known if isinstance(known, Profile) else profile_of(known, self._persons, self._as_of)

    def _with_deficits(self, mentee: Mentee) -> Profile:
        profile = self._profile(mentee.known)
        fact = self._persons.get("deficits")
        lacking = mentee.severities
        if fact is None or not lacking:
            return profile
        stated = profile.sources.get("deficits")
        known = stated if isinstance(stated, frozenset) else frozenset()
        sources = {**profile.sources, "deficits": fact.atom(known | lacking.keys())}
        return Profile(sources, profile.as_of, profile.id)
