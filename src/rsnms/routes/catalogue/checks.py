"""What has to hold of offers wherever they are read from: of each by itself, and of all together."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rsnms.domain.measure import Measure
from rsnms.domain.offer import EducationKind, Offer, OfferKind, Session
from rsnms.domain.text import Text
from rsnms.rosters.spelling import nearest, words
from rsnms.routes.catalogue.problems import CatalogueProblem, Where
from rsnms.rules.wording import date_words

At = Callable[[str], Where]
"""The place of a field of one offer by its name."""
_NEEDED = Text(
    "компетенция и уровень, например «методическая: высокий»", "a competency and a level, such as 'methodical: high'"
)
_DAY = Text("дата, например 31.01.2024", "a date such as 31.01.2024")


_RESERVED = re.compile(rf"diagnosis|(?:{'|'.join(Measure)})(?:-after-.+)?")
"""Ids of the steps of a route that are no offers: measures, also with the step that they follow."""


@dataclass(frozen=True, slots=True)
class Run:
    """A session as it was written, which may yet end before it starts."""

    starts_on: date
    ends_on: date
    seats: int | None
    place: str | None
    where: Where


@dataclass(slots=True)
class Stated:
    """An offer of a catalogue on its way: its id or else its place, what it waits for, the offer unless rejected."""

    label: str
    at: At
    prerequisites: frozenset[str] = frozenset()
    offer: Offer | None = None


def education_of(kind: OfferKind) -> EducationKind:
    """The education of an offer that does not state it: formal for programmes, informal for self-education."""
    if kind.is_programme:
        return EducationKind.FORMAL
    return EducationKind.INFORMAL if kind is OfferKind.SELF_EDUCATION else EducationKind.NON_FORMAL


def offer_problems(
    at: At, runs: Sequence[Run], since: date | None, until: date | None, *, gains: bool
) -> Iterator[CatalogueProblem]:
    """What contradicts itself within one offer, in the register from ``since`` on; ``gains``: whether it closes any."""
    if not gains:
        yield CatalogueProblem.of("no-gains", at("gains"), expected=_NEEDED)
    for run in runs:
        if run.ends_on < run.starts_on:
            start, end = _shown(run.starts_on), _shown(run.ends_on)
            yield CatalogueProblem.of("session-backwards", run.where, start=start, end=end)
    if until is None:
        return
    if since is None:
        yield CatalogueProblem.of("register-no-start", at("register_from"), expected=_DAY)
    elif until < since:
        yield CatalogueProblem.of("register-backwards", at("register_until"), start=_shown(since), end=_shown(until))


def offer_of(fields: Mapping[str, Any], runs: Sequence[Run]) -> Offer:
    """The offer of fields that are without problems."""
    sessions = [Session(starts_on=run.starts_on, ends_on=run.ends_on, seats=run.seats, place=run.place) for run in runs]
    return Offer(**fields, sessions=tuple(sessions))


def _shown(day: date) -> Text:
    return Text(date_words(day), date_words(day, "en"))


def between_offers(stated: Sequence[Stated]) -> Iterator[CatalogueProblem]:
    """Reject offers with reserved ids or with prerequisites unknown, rejected or in a circle, and say so."""
    for one in stated:
        if one.offer is not None and _RESERVED.fullmatch(one.offer.id):
            yield CatalogueProblem.of("reserved-id", one.at("id"), one.offer.id)
            one.offer = None
    labels = {words(one.label): one.label for one in stated}
    known = {one.label for one in stated}
    for one in stated:
        unknown = [id_ for id_ in sorted(one.prerequisites) if id_ not in known]
        for id_ in unknown:
            guess = nearest(id_, {key: label for key, label in labels.items() if label != one.label})
            yield CatalogueProblem.of("unknown-prerequisite", one.at("prerequisites"), id_, guess)
        if unknown:
            one.offer = None
    yield from _circles(stated)
    yield from _rejected(stated)


def _circles(stated: Sequence[Stated]) -> Iterator[CatalogueProblem]:
    named = {one.label: one for one in stated}
    for circle in _found_circles({label: sorted(one.prerequisites) for label, one in named.items()}):
        for label in circle:
            named[label].offer = None
        said = " → ".join((*circle, circle[0]))
        yield CatalogueProblem.of("circle", named[circle[0]].at("prerequisites"), circle=said)


def _found_circles(needs: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Circles of a graph, none sharing a node with another, each beginning with its first node."""
    order = {label: place for place, label in enumerate(needs)}
    done: set[str] = set()
    circles: list[list[str]] = []
    for start in needs:
        path: list[str] = []
        branches = [iter([start])]
        while branches:
            following = next(branches[-1], None)
            if following is None:
                branches.pop()
                if path:
                    done.add(path.pop())
            elif following in path:
                circle = path[path.index(following) :]
                if not any(set(circle) & set(other) for other in circles):
                    first = circle.index(min(circle, key=order.__getitem__))
                    circles.append([*circle[first:], *circle[:first]])
            elif following in needs and following not in done:
                path.append(following)
                branches.append(iter(needs[following]))
    return circles


def _rejected(stated: Sequence[Stated]) -> Iterator[CatalogueProblem]:
    """Offers that wait for a rejected one are rejected, however long the chain."""
    accepted = {one.label for one in stated if one.offer}
    waiting = [one for one in stated if one.offer and one.prerequisites]
    while True:
        lost = [(one, id_) for one in waiting if one.offer for id_ in sorted(one.prerequisites) if id_ not in accepted]
        for one, id_ in lost:
            yield CatalogueProblem.of("rejected-prerequisite", one.at("prerequisites"), id_)
        for one, _ in lost:
            one.offer = None
            accepted.discard(one.label)
        if not lost:
            return
