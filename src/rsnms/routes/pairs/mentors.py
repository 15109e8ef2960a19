"""Mentors (наставники) among persons: whoever has the role or the category, and needs no mentor."""

from collections.abc import Mapping, Set
from datetime import date

from rsnms.domain.category import SpecialCategory
from rsnms.domain.educator import Educator, Role
from rsnms.domain.fact import About
from rsnms.domain.measure import Measure
from rsnms.policy.conditions import Any, Comparison, Condition, Op
from rsnms.policy.model import NotInForceError, Policy
from rsnms.routes.pairs.records import Known, Mentor
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.compile import compile_condition
from rsnms.rules.profile import Profile, profile_of
from rsnms.rules.truth import Truth


def mentors_among(
    persons: Mapping[str, Known],
    policy: Policy,
    *,
    on: date,
    as_of: date | None = None,
    in_need: Set[str] = frozenset(),
) -> tuple[Mentor, ...]:
    """Those who can be mentors, ordered by id: known to have the role or the category «педагог-наставник».

    Left out is who needs a mentor: those in ``in_need``, and those of whom a route rule of the policy requires
    mentoring on that day. ``as_of`` is the day for which facts were stated, by default ``on``.

    Raises:
        NotInForceError: the policy does not apply on that day.
        UnknownNameError: a fact is not in the policy's vocabulary.
        BadFactsError: values that their facts cannot take.
    """
    if on not in policy:
        raise NotInForceError(policy.id, on, [policy])
    vocabulary = policy.facts_about(About.PERSON)
    asked = {"roles": str(Role.MENTOR), "special_categories": str(SpecialCategory.MENTOR)}
    parts: list[Condition] = [
        Comparison(vocabulary[name], Op.ANY_OF, (value,)) for name, value in asked.items() if name in vocabulary
    ]
    if not parts:
        return ()
    is_mentor = compile_condition(Any(tuple(parts)))
    facts = [vocabulary[name] for name in asked if name in vocabulary]
    requirements = Requirements(policy)
    mentors = []
    for id_ in sorted(persons.keys() - in_need):
        known = persons[id_]
        profile = known if isinstance(known, Profile) else profile_of(known, vocabulary, as_of or on)
        if is_mentor(profile.case(facts, on)).truth is not Truth.MET:
            continue
        deficits = known.deficits or () if isinstance(known, Educator) else ()
        if all(one.measure is not Measure.MENTORING for one in requirements.of(profile, deficits, on)):
            mentors.append(Mentor(id_, known))
    return tuple(mentors)
