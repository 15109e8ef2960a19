"""Methodists and tutors (методисты, тьюторы) who accompany educators' routes: who accompanies whom.

    methodists = methodists_among(persons, policy, on=day)
    accompaniment = accompany(accompanied_among(persons, policy, on=day), methodists, most=250)

Those who work for the region accompany educators anywhere; the others in their own municipality alone. What counts,
the first thing first: as many educators as possible; how close the methodist is (:class:`Closeness`); even loads; the
educators in turn have the methodist whose id comes first. So there is one best assignment, whatever the order of the
input.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from rsnms.domain.educator import Role
from rsnms.domain.fact import About, Atom
from rsnms.domain.text import Text
from rsnms.policy.model import NotInForceError, Policy
from rsnms.routes.pairs.pairing import pair_up
from rsnms.routes.pairs.pairing_problem import Helpers, Ranks, ranks_of
from rsnms.rules.profile import Profile, Subject, profile_of

MOST = 250
"""The most educators of a methodist where nobody says otherwise.

Volgograd's order of 05.06.2023 № 58, cl. 5.3, aims at no more on average; no act limits a single methodist.
"""

REGIONAL = frozenset({Role.REGIONAL_METHODIST, Role.CNPPM_STAFF})
"""Roles of those who accompany educators of the whole region."""
MUNICIPAL = frozenset({Role.MUNICIPAL_METHODIST, Role.MUNICIPAL_SERVICE_METHODIST, Role.TUTOR})
"""Roles of those who accompany educators of their municipality."""

_P = TypeVar("_P", "Methodist", "Accompanied")


class Closeness(IntEnum):
    """How close a methodist is to an educator, the closest first."""

    MUNICIPALITY_AND_SUBJECT = 0
    MUNICIPALITY = 1
    SUBJECT = 2
    """A subject in common, in another municipality."""
    REGION = 3


@dataclass(frozen=True, slots=True)
class Methodist:
    """A methodist or tutor who can accompany routes."""

    id: str
    is_regional: bool
    municipality: str | None = None
    subjects: frozenset[str] = frozenset()
    most: int | None = None
    """The most educators of this methodist; ``None`` for the common number."""

    def __post_init__(self) -> None:
        if self.most is not None and self.most < 0:
            raise ValueError(f"the load of {self.id!r} is {self.most} educators, expected 0 or more")


@dataclass(frozen=True, slots=True)
class Accompanied:
    """An educator whose route is to be accompanied."""

    id: str
    municipality: str | None = None
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Assignment:
    """A methodist for an educator."""

    educator: str
    methodist: str
    closeness: Closeness


class UnassignedReason(StrEnum):
    """Why somebody stays without a methodist."""

    NO_ONE = "no-one"
    """Nobody works in the municipality or for the region."""
    ALL_FULL = "all-full"
    """All who do have their full load."""


@dataclass(frozen=True, slots=True)
class Unassigned:
    """An educator without a methodist, why, and what would help."""

    educator: str
    reason: UnassignedReason
    full: int = 0
    """How many methodists could accompany the educator and have their full load."""

    @property
    def help(self) -> Text:
        """What would help."""
        if self.reason is UnassignedReason.NO_ONE:
            return Text(
                "Методист или тьютор в муниципалитете либо региональный методист",
                "A methodist or tutor in the municipality, or a regional methodist",
            )
        return Text(
            f"Место у одного из подходящих методистов (все заняты: {self.full}) или ещё один такой методист",
            f"A place with one of the methodists who could (all full: {self.full}), or another such methodist",
        )


@dataclass(frozen=True, slots=True)
class Load:
    """How many educators a methodist has, and how many there can be."""

    methodist: str
    educators: int
    most: int


@dataclass(frozen=True, slots=True)
class Accompaniment:
    """Who accompanies whom; assigned and unassigned educators in the order in which they count."""

    assignments: tuple[Assignment, ...]
    loads: tuple[Load, ...]
    """Of all methodists, by id."""
    unassigned: tuple[Unassigned, ...]


def methodists_among(
    persons: Mapping[str, Subject | Profile], policy: Policy, *, on: date, as_of: date | None = None
) -> tuple[Methodist, ...]:
    """Those who are known to have a role of :data:`REGIONAL` or :data:`MUNICIPAL`, ordered by id.

    ``as_of`` is the day for which facts were stated, by default ``on``.

    Raises:
        NotInForceError: the policy does not apply on that day.
        UnknownNameError: a fact is not in the policy's vocabulary.
        BadFactsError: values that their facts cannot take.
    """
    found = []
    for id_, case in _cases(persons, policy, on, as_of or on):
        roles = _members(case.get("roles"))
        if roles & (REGIONAL | MUNICIPAL):
            place, subjects = _place(case), _members(case.get("subjects"))
            found.append(Methodist(id_, bool(roles & REGIONAL), place, subjects))
    return tuple(found)


def accompanied_among(
    persons: Mapping[str, Subject | Profile], policy: Policy, *, on: date, as_of: date | None = None
) -> tuple[Accompanied, ...]:
    """All the persons, as educators to be accompanied, ordered by id; raises what :func:`methodists_among` raises."""
    cases = _cases(persons, policy, on, as_of or on)
    return tuple(Accompanied(id_, _place(case), _members(case.get("subjects"))) for id_, case in cases)


def accompany(
    educators: Iterable[Accompanied],
    methodists: Iterable[Methodist],
    *,
    most: int = MOST,
    order: Callable[[Accompanied], Any] | None = None,
) -> Accompaniment:
    """Assign methodists to educators; nobody is assigned to themself.

    Args:
        educators: those who need accompaniment.
        methodists: those who can give it.
        most: the most educators of a methodist who has no number of their own.
        order: a key by which educators count where there are too few places, the smallest first; ids decide between
            equals.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
        ValueError: two educators or two methodists have one id, or the load is below 0.
    """
    if most < 0:
        raise ValueError(f"the load is {most} educators, expected 0 or more")
    able = _sorted("methodists", methodists, None)
    waiting = _sorted("educators", educators, order)
    places = [most if one.most is None else one.most for one in able]
    field = _Field(able)
    ranks = [field.of(one) for one in waiting]
    assignments, unassigned = [], []
    for educator, close, helper in zip(waiting, ranks, pair_up(ranks, places), strict=True):
        if helper is not None:
            closeness = next(Closeness(rank) for rank, helpers in close if helpers >> helper & 1)
            assignments.append(Assignment(educator.id, able[helper].id, closeness))
        elif close:
            full = sum(helpers.bit_count() for _, helpers in close)
            unassigned.append(Unassigned(educator.id, UnassignedReason.ALL_FULL, full))
        else:
            unassigned.append(Unassigned(educator.id, UnassignedReason.NO_ONE))
    return Accompaniment(tuple(assignments), tuple(_loads(able, places, assignments)), tuple(unassigned))


class _Field:
    """The methodists as educators see them; educators of one municipality with the same subjects see the same."""

    def __init__(self, methodists: Sequence[Methodist]) -> None:
        self._number = {one.id: 1 << number for number, one in enumerate(methodists)}
        self._regional: Helpers = 0
        self._in: dict[str, Helpers] = {}
        self._teaching: dict[str, Helpers] = {}
        for one, bit in zip(methodists, self._number.values(), strict=True):
            self._regional |= bit if one.is_regional else 0
            if one.municipality:
                self._in[one.municipality] = self._in.get(one.municipality, 0) | bit
            for subject in one.subjects:
                self._teaching[subject] = self._teaching.get(subject, 0) | bit
        self._known: dict[tuple[str | None, frozenset[str], Helpers], Ranks] = {}

    def of(self, educator: Accompanied) -> Ranks:
        key = (educator.municipality, educator.subjects, self._number.get(educator.id, 0))
        if key not in self._known:
            self._known[key] = self._ranks(*key)
        return self._known[key]

    def _ranks(self, municipality: str | None, subjects: frozenset[str], self_: Helpers) -> Ranks:
        here = self._in.get(municipality, 0) & ~self_ if municipality else 0
        away = self._regional & ~here & ~self_
        teaching = 0
        for subject in subjects:
            teaching |= self._teaching.get(subject, 0)
        return ranks_of(
            {
                Closeness.MUNICIPALITY_AND_SUBJECT: here & teaching,
                Closeness.MUNICIPALITY: here & ~teaching,
                Closeness.SUBJECT: away & teaching,
                Closeness.REGION: away & ~teaching,
            }
        )


def _sorted(what: str, persons: Iterable[_P], order: Callable[[_P], Any] | None) -> list[_P]:
    found = sorted(persons, key=lambda one: one.id)
    for one, then in pairwise(found):
        if one.id == then.id:
            raise ValueError(f"two {what} have the id {one.id!r}")
    return sorted(found, key=order) if order else found


def _loads(methodists: Sequence[Methodist], places: Sequence[int], assignments: Sequence[Assignment]) -> Iterator[Load]:
    counts = Counter(one.methodist for one in assignments)
    for methodist, most in zip(methodists, places, strict=True):
        yield Load(methodist.id, counts[methodist.id], most)


def _cases(
    persons: Mapping[str, Subject | Profile], policy: Policy, on: date, as_of: date
) -> Iterator[tuple[str, Mapping[str, Atom]]]:
    if on not in policy:
        raise NotInForceError(policy.id, on, [policy])
    vocabulary = policy.facts_about(About.PERSON)
    facts = [vocabulary[name] for name in ("roles", "municipality", "subjects") if name in vocabulary]
    for id_ in sorted(persons):
        known = persons[id_]
        profile = known if isinstance(known, Profile) else profile_of(known, vocabulary, as_of)
        yield id_, profile.case(facts, on)


def _place(case: Mapping[str, Atom]) -> str | None:
    place = case.get("municipality")
    return place if isinstance(place, str) else None


def _members(atom: Atom | None) -> frozenset[str]:
    return atom if isinstance(atom, frozenset) else frozenset()
