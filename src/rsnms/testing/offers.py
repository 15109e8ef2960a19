"""Catalogues of offers that close deficits of a policy's competencies."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from rsnms.domain.competency import Severity
from rsnms.domain.educator import Post
from rsnms.domain.offer import Audience, Offer, OfferKind, Session, StudyForm
from rsnms.domain.organisation import OrganisationKind
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.routes.catalogue.catalogue import Catalogue
from rsnms.routes.catalogue.checks import education_of
from rsnms.testing.drawing import BOOLEANS, day_between, few, integer, perhaps, pick, policy_of

_HOURS = (0, 2, 16, 36, 72, 144)
_COSTS = ("0", "1500", "4999.5")
_SEATS = (0, 1, 25)
_SUBJECTS = ("физика", "математика")
_PROVIDERS = ("ЦНППМ", "Институт развития образования")
_PLACES = ("Волжский", "Барнаул")
_YEAR = 366


def catalogues(
    policy: Policy | Jurisdiction, *, on: date | None = None, most: int = 5, least: int = 0
) -> st.SearchStrategy[Catalogue]:
    """Catalogues without mistakes, as :func:`rsnms.read_catalogue` gives them.

    Every offer closes something; prerequisites are offers of the same catalogue and go in no circle; sessions take
    place within a year before or after the day. :func:`rsnms.routes.catalogue.writing.catalogue_yaml` writes the
    offers into a file that reads back.

    Args:
        policy: the competencies that the offers close are its own.
        on: the day around which sessions and terms lie, by default 01.01.2024, or the first on which the policy
            applies.
        most: how many offers there are at most.
        least: how many there are at least.

    Raises:
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    return _catalogues(tuple(version.competencies), day, least, most)


@st.composite
def _catalogues(draw: st.DrawFn, competencies: tuple[str, ...], on: date, least: int, most: int) -> Catalogue:
    offers: list[Offer] = []
    for number in range(draw(integer(least, most)) if competencies else 0):
        offers.append(_offer(draw, f"offer-{number + 1}", competencies, [one.id for one in offers], on))
    return Catalogue("catalogue", {one.id: one for one in offers})


def _offer(draw: st.DrawFn, id_: str, competencies: Sequence[str], before: Sequence[str], on: date) -> Offer:
    kind = pick(draw, list(OfferKind))
    closed = [pick(draw, competencies), *few(draw, competencies, 2)]
    listed, until = _terms(draw, on)
    return Offer(
        id=id_,
        title=f"Предложение {id_.removeprefix('offer-')}",
        kind=kind,
        gains={competency: pick(draw, list(Severity)) for competency in dict.fromkeys(closed)},
        hours=pick(draw, _HOURS),
        education=education_of(kind),
        form=pick(draw, list(StudyForm)),
        audience=_audience(draw),
        sessions=tuple([_session(draw, on) for _ in range(2)][: draw(integer(0, 2))]),
        register_from=listed,
        register_until=until,
        provider=perhaps(draw, _PROVIDERS),
        prerequisites=frozenset(few(draw, before, 1)),
        cost=Decimal(pick(draw, _COSTS)),
    )


def _audience(draw: st.DrawFn) -> Audience:
    """For everybody, mostly."""
    limited = Audience(
        posts=_limited(draw, [str(post) for post in Post]),
        subjects=_limited(draw, _SUBJECTS),
        organisation_kinds=_limited(draw, [str(kind) for kind in OrganisationKind]),
    )
    return limited if draw(integer(0, 3)) == 3 else Audience()


def _limited(draw: st.DrawFn, among: Sequence[str]) -> frozenset[str] | None:
    return frozenset(few(draw, among, 2)) or None


def _session(draw: st.DrawFn, on: date) -> Session:
    starts = day_between(draw, on - timedelta(days=_YEAR), on + timedelta(days=_YEAR))
    ends = starts + timedelta(days=draw(integer(0, 60)))
    return Session(starts_on=starts, ends_on=ends, seats=perhaps(draw, _SEATS), place=perhaps(draw, _PLACES))


def _terms(draw: st.DrawFn, on: date) -> tuple[date | None, date | None]:
    """From when and until when the offer stands in the federal register, at the day of the question or beside it."""
    if not draw(BOOLEANS):
        return None, None
    since = on + timedelta(days=pick(draw, (-_YEAR, -1, 0, 1)))
    return since, pick(draw, (None, since, max(since, on - timedelta(days=1)), max(since, on)))
