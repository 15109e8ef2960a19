"""Bases of pairs (основания пар): on what ground a mentor and a mentee make a pair by the acts.

Where a policy says who makes a pair of educators, the grounds of that eligibility are the bases, and its gate holds
for each. Where the acts are silent, the federal base fills in with the same three: a subject in common, a mentor and
a young specialist, a competency to pass on. Of managers' pairs no act says anything: that both manage is a default
beside the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rsnms.domain.educator import Post
from rsnms.domain.fact import About, Fact
from rsnms.domain.measure import Measure
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, Comparison, Condition, Op
from rsnms.policy.model import Policy

MANAGERS = (str(Post.DEPUTY_HEAD), str(Post.HEAD))
_BOTH_MANAGE = Text("Наставник-руководитель и руководитель", "A manager mentors a manager")


@dataclass(frozen=True, slots=True)
class Base:
    """A base of pairs; ``condition`` is what both persons have to meet."""

    id: str
    title: Text
    condition: Condition = field(compare=False, repr=False)
    clause: str | None = None
    """The clause of the act; ``None`` for a default of the federal base."""
    is_default: bool = False
    """Whether the acts are silent and the federal base fills in (умолчание федеральной основы)."""


def bases_of(policy: Policy, measure: Measure = Measure.MENTORING) -> tuple[Base, ...]:
    """The bases on which a policy lets persons be paired, in the order of the act."""
    stated = tuple(_stated(policy)) or tuple(_defaults(policy))
    if measure is not Measure.MANAGERIAL_MENTORING:
        return stated
    return (*stated, *_of_managers(policy.facts_about(About.PAIR)))


def _stated(policy: Policy) -> Iterator[Base]:
    for eligibility in policy.eligibilities.values():
        if eligibility.about is not About.PAIR:
            continue
        for ground in eligibility.grounds:
            if ground.when is not None:
                parts = (eligibility.gate, ground.when) if eligibility.gate else (ground.when,)
                yield Base(ground.id, ground.title, All(parts), ground.clause or eligibility.clause)


def _defaults(policy: Policy) -> Iterator[Base]:
    facts = policy.facts_about(About.PAIR)
    young = policy.criteria.get("pair-mentor-and-young")
    if "same_subject" in facts:
        yield _by_fact("same-subject", facts["same_subject"])
    if young is not None and young.when is not None:
        yield Base("mentor-and-young", young.title, young.when, is_default=True)
    if "competency_to_pass_on" in facts:
        yield _by_fact("competency", facts["competency_to_pass_on"])


def _by_fact(id_: str, fact: Fact) -> Base:
    return Base(id_, fact.title, Comparison(fact, Op.IS, True), is_default=True)


def _of_managers(facts: Mapping[str, Fact]) -> Iterator[Base]:
    """The posts are those of the federal route rule on mentoring among managers."""
    if not {"mentor.post", "mentee.post", "mentee.manages_organisation"} <= facts.keys():
        return
    mentor, mentee = (Comparison(facts[f"{side}.post"], Op.ONE_OF, MANAGERS) for side in ("mentor", "mentee"))
    manages = Comparison(facts["mentee.manages_organisation"], Op.IS, True)
    yield Base("managers", _BOTH_MANAGE, All((mentor, Any((mentee, manages)))), is_default=True)
