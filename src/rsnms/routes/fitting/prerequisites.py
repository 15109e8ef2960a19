"""Offers with everything that they build on (входные требования программ), and what keeps a person from all of it."""

from collections.abc import Mapping
from datetime import date

from rsnms.domain.educator import Educator
from rsnms.domain.offer import Offer, StudyForm
from rsnms.routes.fitting.hindrance import Hindrance, hindrance


def with_prerequisites(
    catalogue: Mapping[str, Offer],
    person: Educator,
    *,
    forms: frozenset[StudyForm] | None = None,
    completed: frozenset[str] = frozenset(),
    on: date | None = None,
) -> tuple[dict[str, frozenset[str]], dict[str, Hindrance]]:
    """For each offer, itself with everything that it builds on, and what keeps the person from all of that.

    Sessions are looked at from the day ``on`` on, or not at all.
    """
    alone = {id_: hindrance(offer, person, forms=forms, completed=completed, on=on) for id_, offer in catalogue.items()}
    closures = {id_: frozenset({id_}) for id_ in catalogue}
    hindrances = dict(alone)
    for id_, offer in catalogue.items():
        if not offer.prerequisites:
            continue
        below = _below(id_, catalogue, completed)
        within = (below | {id_}) & catalogue.keys()
        closures[id_] = within
        for each in within:
            hindrances[id_] |= alone[each]
        circles = {each for each in within if each in _below(each, catalogue, completed)}
        hindrances[id_] |= Hindrance(missing=(below - catalogue.keys()) | circles)
    return closures, hindrances


def _below(id_: str, catalogue: Mapping[str, Offer], completed: frozenset[str]) -> frozenset[str]:
    """What an offer builds on and is not completed, at any remove; itself too if it goes round in a circle."""
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        offer = catalogue.get(waiting.pop())
        new = (offer.prerequisites if offer else frozenset()) - completed - found
        found |= new
        waiting += new
    return frozenset(found)
