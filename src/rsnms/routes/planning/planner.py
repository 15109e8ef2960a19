"""Individual educational routes (ИОМ) of people: from deficits and rules to steps with dates, proven best.

    planner = Planner(policy, catalogue, Terms(begins=day, hours_a_month=36))
    route = planner.plan({"post": "teacher"}, deficits)
    for step in route.steps:
        print(step.stage, step.begins, step.offer.title if step.offer else step.measures)

The same input gives the same route, in whatever order deficits and offers come.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Educator, Post
from rsnms.domain.fact import About
from rsnms.domain.offer import Offer, Session
from rsnms.domain.organisation import Organisation, OrganisationKind
from rsnms.policy.model import Policy
from rsnms.routes.choice.choice import by_id, most_severe
from rsnms.routes.fitting.prerequisites import with_prerequisites
from rsnms.routes.planning.arrangement import Arrangement, Case, Fits, Placed
from rsnms.routes.planning.arranging import arrange
from rsnms.routes.planning.asked import PROGRAMMES, asked_of
from rsnms.routes.planning.openings import Openings, Seats, SessionKey, session_key
from rsnms.routes.planning.reasons import explain_open, offers_for
from rsnms.routes.planning.route import Route, RouteWorth, Stage, Step
from rsnms.routes.planning.situation import Supply
from rsnms.routes.planning.standing import asked_again, placed_of
from rsnms.routes.planning.steps import compose
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Requirement
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.profile import Profile, Subject, profile_of


class Planner:
    """Plans the routes of people by one policy, one catalogue and the same terms.

    Raises:
        ValueError: two offers have one id.
    """

    def __init__(self, policy: Policy, offers: Iterable[Offer], terms: Terms) -> None:
        self.policy = policy
        self.terms = terms
        self.offers = {id_: _with_whole_sessions(offer) for id_, offer in sorted(by_id(offers).items())}
        self.requirements = Requirements(policy)
        self.openings = Openings(terms)
        self._supply = Supply(self.offers, self.openings)
        self._vocabulary = policy.facts_about(About.PERSON)
        self._fits: dict[object, Fits] = {}
        self._arranged: dict[object, tuple[Arrangement, frozenset[SessionKey]]] = {}
        self._seats_of = {
            session_key(id_, session): session.seats
            for id_, offer in self.offers.items()
            for session in offer.sessions
            if session.seats is not None
        }

    def plan(
        self,
        person: Subject | Profile,
        deficits: Iterable[Deficit],
        *,
        on: date | None = None,
        as_of: date | None = None,
        standing: Sequence[Step] = (),
        seats: Seats | None = None,
    ) -> Route:
        """The best route of a person.

        Args:
            person: what is known of them.
            deficits: found by diagnostics; of two in one competency the more severe counts.
            on: the day on which rules are asked; the first day of the terms by default.
            as_of: the day for which the facts were stated; ``on`` by default.
            standing: steps of an earlier route that are done or begun; they stay, and what they close is closed.
            seats: what others have taken of the sessions; nothing by default. The route takes no seats itself.

        Raises:
            NotInForceError: the policy does not apply on that day.
            UnknownNameError: a fact is not in the policy's vocabulary.
            BadFactsError: values that their facts cannot take.
            LibraryMissingError: the problem needs OR-Tools, which is not installed; the message says how to install it.
        """
        day = on or self.terms.begins
        profile = person if isinstance(person, Profile) else profile_of(person, self._vocabulary, as_of or day)
        found = most_severe(deficits)
        judged = self.requirements.judge(profile, found, day)
        applicant = applicant_of(profile)
        standing = asked_again(standing, judged.requirements, found)
        placed = tuple(one for step in standing for one in placed_of(step))
        left = [one for one in found if not any(one in step.closes for step in standing)]
        case = Case(
            tuple(Deficit(competency=one.competency, severity=one.severity) for one in left),
            asked_of(one for one in judged.requirements if _is_to_be_asked(one, left, standing)),
            placed,
            frozenset(
                step.offer.id if step.offer is not None else step.id
                for step in standing
                if step.offer is not None or step.stage is Stage.LEARNING
            ),
        )
        seats = seats or Seats()
        fits = self._fits_of(applicant, case.completed)
        arrangement = self._arrange(applicant, case, fits, seats)
        composed = compose(self.policy, self.terms, found, judged.requirements, arrangement, standing)
        closed = {one for step in composed.steps for one in step.closes}
        open_ = [one for one in found if one not in closed]
        reasons = explain_open(open_, self._supply, fits, arrangement, placed, seats)
        unkept = (
            one._replace(offers=offers_for(one.requirement, self._supply, fits, seats)) for one in composed.unkept
        )
        return Route(
            person=profile.id,
            policy=self.policy.id,
            on=day,
            terms=self.terms,
            deficits=tuple(found),
            steps=composed.steps,
            uncovered=tuple(reasons),
            unkept=tuple(unkept),
            open=judged.open,
            worth=_worth(open_, judged.requirements, composed.steps, (*placed, *arrangement.placed)),
            gap=arrangement.gap,
        )

    def _fits_of(self, applicant: Educator, completed: frozenset[str]) -> Fits:
        key = _audience_of(applicant), completed
        if key not in self._fits:
            closures, hindrances = with_prerequisites(
                self.offers, applicant, forms=self.terms.forms, completed=completed
            )
            self._fits[key] = Fits(closures, hindrances)
        return self._fits[key]

    def _arrange(self, applicant: Educator, case: Case, fits: Fits, seats: Seats) -> Arrangement:
        """The arrangement of a case; an equal case keeps the one found before while its seats last.

        It is the best of what was open then, so it does not stand where a session that was full has seats.
        """
        key = (
            _audience_of(applicant),
            case.deficits,
            case.asked,
            case.completed,
            tuple((one.offer.id, one.slot.begins, one.slot.ends, one.is_learning) for one in case.standing),
        )
        if key in self._arranged:
            known, full = self._arranged[key]
            if _has_seats(known, seats) and all(map(partial(self._is_full, seats), full)):
                return known
        arrangement = arrange(self._supply, case, fits, seats)
        self._arranged[key] = arrangement, frozenset(each for each in seats.taken if self._is_full(seats, each))
        return arrangement

    def _is_full(self, seats: Seats, session: SessionKey) -> bool:
        return session in self._seats_of and seats.taken.get(session, 0) >= self._seats_of[session]


def plan_route(
    policy: Policy,
    person: Subject | Profile,
    deficits: Iterable[Deficit],
    offers: Iterable[Offer],
    terms: Terms,
    *,
    on: date | None = None,
    as_of: date | None = None,
) -> Route:
    """The best route of one person; a :class:`Planner` serves many. It raises what :meth:`Planner.plan` raises."""
    return Planner(policy, offers, terms).plan(person, deficits, on=on, as_of=as_of)


def _with_whole_sessions(offer: Offer) -> Offer:
    """The offer with groups that run on the same days in one place as one session, which has the seats of all."""
    groups: dict[SessionKey, list[Session]] = {}
    for session in offer.sessions:
        groups.setdefault(session_key(offer.id, session), []).append(session)
    if len(groups) == len(offer.sessions):
        return offer
    seats = [[session.seats for session in group if session.seats is not None] for group in groups.values()]
    sessions = (
        group[0].model_copy(update={"seats": sum(known) if len(known) == len(group) else None})
        for group, known in zip(groups.values(), seats, strict=True)
    )
    return offer.model_copy(update={"sessions": tuple(sessions)})


def applicant_of(profile: Profile) -> Educator:
    """What audiences ask of a person: the post, the subjects taught, the kind of organisation."""
    known = profile.sources
    post, subjects, kind = known.get("post"), known.get("subjects"), known.get("organisation_kind")
    return Educator(
        id=profile.id,
        post=Post(post) if isinstance(post, str) else None,
        subjects=frozenset(map(str, subjects)) if isinstance(subjects, frozenset) else None,
        organisation=Organisation(kind=OrganisationKind(kind) if isinstance(kind, str) else None),
    )


def _audience_of(applicant: Educator) -> object:
    return applicant.post, applicant.subjects, applicant.organisation.kind


def _is_to_be_asked(requirement: Requirement, left: Sequence[Deficit], standing: Iterable[Step]) -> bool:
    """Whether offers are looked for: of programmes for deficits that are open, and those that nothing keeps yet."""
    if requirement.measure not in PROGRAMMES or requirement.deficit in left:
        return True
    return requirement.deficit is None and not any(requirement in step.requirements for step in standing)


def _has_seats(arrangement: Arrangement, seats: Seats) -> bool:
    return all(one.slot.session is None or seats.left(one.offer.id, one.slot.session) for one in arrangement.placed)


def _worth(
    open_: Sequence[Deficit], requirements: Iterable[Requirement], steps: Sequence[Step], placed: Iterable[Placed]
) -> RouteWorth:
    """What the learning is worth."""
    asked = asked_of(one for one in requirements if one.measure in PROGRAMMES)
    kept = {(one.measure, one.competency) for step in steps for one in asked_of(step.requirements)}
    registered = (step for step in steps if step.offer and step.offer.in_register(step.begins))
    in_register = {(one.measure, one.competency) for step in registered for one in asked_of(step.requirements)}
    unkept = [one for one in asked if (one.measure, one.competency) not in kept]
    ids = {one.offer.id for one in placed if one.is_learning}
    learning = [(step, step.offer) for step in steps if step.offer and step.offer.id in ids]
    high, medium, low = (sum(one.severity is severity for one in open_) for severity in reversed(Severity))
    return RouteWorth(
        high,
        medium,
        low,
        unkept=sum(one.is_prescribed for one in unkept),
        unkept_recommended=sum(not one.is_prescribed for one in unkept),
        outside_register=sum((one.measure, one.competency) not in in_register for one in asked),
        hours=sum(step.hours for step, _ in learning),
        unregistered=sum(offer.kind.is_programme and not offer.in_register(step.begins) for step, offer in learning),
        ends_on=max((step.ends for step, _ in learning), default=date.min),
        cost=sum((offer.cost for _, offer in learning), Decimal(0)),
        offers=len(learning),
    )
