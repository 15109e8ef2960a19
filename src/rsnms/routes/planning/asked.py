"""What rules ask of the offers of a route: a measure for one deficit, or for the person as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from rsnms.domain.educator import Post
from rsnms.domain.measure import Measure
from rsnms.domain.offer import Offer, OfferKind
from rsnms.domain.subject import Modality
from rsnms.routes.requirements.required import Requirement

PROGRAMMES = (Measure.REGISTER_PROGRAMME, Measure.MANAGEMENT_TEAM_PROGRAMME)
"""Measures that only a programme keeps: part of what the learning has to bring."""

CARRIERS = {
    Measure.INTERNSHIP: frozenset({OfferKind.INTERNSHIP}),
    Measure.TRANSFER_INTO_PRACTICE: frozenset({OfferKind.INTERNSHIP, OfferKind.MASTER_CLASS, OfferKind.COMMUNITY}),
    Measure.HORIZONTAL_LEARNING: frozenset({OfferKind.COMMUNITY, OfferKind.MASTER_CLASS}),
    Measure.POST_COURSE_SUPPORT: frozenset({OfferKind.CONSULTATION}),
}
"""Measures that come after or beside the learning, with the kinds of offers that keep them, in the order of choice.

Where no offer does, the subject of the system that the rule names provides the measure all the same.
"""

AFTER_LEARNING = frozenset({Measure.INTERNSHIP, Measure.TRANSFER_INTO_PRACTICE, Measure.POST_COURSE_SUPPORT})
"""Those that begin when the learning for their deficit has ended."""

_MANAGERS = frozenset({Post.HEAD, Post.DEPUTY_HEAD, Post.UNIT_HEAD})


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """A measure that offers can keep, asked by one rule or by several."""

    measure: Measure
    competency: str
    """Of the deficit; empty where it is about the person as a whole."""
    is_prescribed: bool
    """By at least one rule with the force of an obligation."""


def asked_of(requirements: Iterable[Requirement]) -> tuple[Asked, ...]:
    """What requirements ask of offers, several rules for the same joined; sorted."""
    prescribed: dict[tuple[Measure, str], bool] = {}
    for one in requirements:
        if one.measure in PROGRAMMES or one.measure in CARRIERS:
            key = one.measure, one.deficit.competency if one.deficit else ""
            prescribed[key] = prescribed.get(key, False) or one.modality is Modality.MUST
    return tuple(sorted(Asked(*key, is_must) for key, is_must in prescribed.items()))


def is_for_managers(offer: Offer) -> bool:
    """Whether a programme is made for managers and nobody else (программа для управленческих команд)."""
    posts = offer.audience.posts
    return offer.kind.is_programme and bool(posts) and posts is not None and posts <= _MANAGERS
