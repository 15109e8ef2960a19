"""Matching mentors and mentees (наставники и наставляемые) of a municipality or a region.

    policy = rsnms.load_policies()["ru/volgograd"].on(day)
    mentors = mentors_among({person.id: person for person in educators}, policy, on=day)
    matching = match_pairs(policy, mentors, mentees, on=day, load=3)

A pair needs a base (:mod:`rsnms.routes.pairs.bases`): to work near each other is none. Of the pairs that have one,
those with more bases rank first, then the nearer ones, then those with a subject in common. What counts in the whole,
the first thing first: as many mentees as possible, and the more urgent of them; the best ranks; even loads; the
mentees in turn have the mentor whose id comes first. So there is one best matching, whatever the order of the input.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from rsnms.policy.model import NotInForceError, Policy
from rsnms.routes.pairs.bases import Base, bases_of
from rsnms.routes.pairs.field import PairField
from rsnms.routes.pairs.mentors import mentors_among
from rsnms.routes.pairs.pairing import pair_up
from rsnms.routes.pairs.records import (
    Known,
    Matching,
    Mentee,
    Mentor,
    Nearness,
    PairMatch,
    Unmatched,
    UnmatchedReason,
)

__all__ = [
    "Base",
    "Known",
    "Matching",
    "Mentee",
    "Mentor",
    "Nearness",
    "PairMatch",
    "Unmatched",
    "UnmatchedReason",
    "bases_of",
    "match_pairs",
    "mentors_among",
]

_P = TypeVar("_P", Mentor, Mentee)

LOAD = 3
"""The most mentees of a mentor where nobody says otherwise; no act names a number."""


def match_pairs(
    policy: Policy,
    mentors: Iterable[Mentor],
    mentees: Iterable[Mentee],
    *,
    on: date,
    as_of: date | None = None,
    load: int = LOAD,
    order: Callable[[Mentee], Any] | None = None,
) -> Matching:
    """Match mentees with mentors on a day.

    Args:
        policy: whose bases count, and whose vocabulary names the facts.
        mentors: those who can be mentors (:func:`mentors_among`); managers are mentored by heads and deputy heads
            among them alone.
        mentees: those who need a mentor; nobody is matched with themself.
        on: the day.
        as_of: the day for which facts were stated, by default ``on``.
        load: the most mentees of a mentor who has no ``load`` of their own; mentees of both measures count.
        order: a key by which mentees count, the smallest first, by default the severity of their deficits; their ids
            decide between equals.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
        NotInForceError: the policy does not apply on that day.
        UnknownNameError: a fact is not in the policy's vocabulary.
        BadFactsError: values that their facts cannot take.
        ValueError: two mentors or two mentees have one id, or the load is below 0.
    """
    _check_day(policy, on)
    if load < 0:
        raise ValueError(f"the load is {load} mentees, expected 0 or more")
    able = sorted(_by_id("mentors", mentors).values(), key=lambda one: one.id)
    key = order or _urgency
    waiting = sorted(_by_id("mentees", mentees).values(), key=lambda one: (key(one), one.id))
    places = [load if one.load is None else one.load for one in able]
    field = PairField(policy, able, on, as_of or on)
    prospects = [field.of(mentee) for mentee in waiting]
    helpers = pair_up([one.ranks for one in prospects], places)
    pairs, unmatched = [], []
    for mentee, seen, helper in zip(waiting, prospects, helpers, strict=True):
        if helper is None:
            unmatched.append(seen.unmatched(mentee.id))
        else:
            pairs.append(seen.pair(mentee.id, helper))
    return Matching(tuple(pairs), tuple(unmatched))


def _check_day(policy: Policy, on: date) -> None:
    if on not in policy:
        raise NotInForceError(policy.id, on, [policy])


def _by_id(what: str, persons: Iterable[_P]) -> dict[str, _P]:
    found: dict[str, _P] = {}
    for person in persons:
        if person.id in found:
            raise ValueError(f"two {what} have the id {person.id!r}")
        found[person.id] = person
    return found


def _urgency(mentee: Mentee) -> tuple[int, ...]:
    return mentee.urgency
