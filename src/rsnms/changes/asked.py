"""Eligibilities as both versions have them, route rules among them: a rule is asked whom it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.changes.canonical import asks_the_same
from rsnms.changes.versions import Versions
from rsnms.policy.conditions import Any, Comparison, Condition, Op, facts_of
from rsnms.policy.model import Policy
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Eligibility, Ground

ELIGIBILITY, ROUTES = "eligibility", "routes"
"""Sections of what is asked of people."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An eligibility as both versions have it; ``None`` where a version has none."""

    section: str
    old: Eligibility | None
    new: Eligibility | None

    @property
    def shown(self) -> Eligibility:
        """The eligibility by which it is named: the new one where there is one."""
        eligibility = self.new or self.old
        assert eligibility is not None  # noqa: S101 - one of the versions has it
        return eligibility

    @property
    def both(self) -> tuple[Eligibility, Eligibility] | None:
        """The eligibility of either version, where both have it."""
        return (self.old, self.new) if self.old and self.new else None


def asked_of_people(versions: Versions) -> Iterator[Asked]:
    """The eligibilities of both versions, and the route rules that name people in either."""
    yield from _eligibilities(versions)
    yield from _route_rules(versions)


def _eligibilities(versions: Versions) -> Iterator[Asked]:
    sides = [policy.eligibilities if policy else {} for policy in (versions.old, versions.new)]
    for id_ in dict.fromkeys((*sides[0], *sides[1])):
        yield Asked(ELIGIBILITY, sides[0].get(id_), sides[1].get(id_))


def _route_rules(versions: Versions) -> Iterator[Asked]:
    """The rules of both versions whose conditions about the person are not the same, each as an eligibility."""
    if versions.old is None or versions.new is None:
        return
    for id_, rule in versions.new.routes.items():
        before = versions.old.routes.get(id_)
        stated = (before.when or rule.when) if before else None
        if before is not None and stated is not None:
            yield Asked(ROUTES, *(_reached(one, one.when or _of_everybody(stated)) for one in (before, rule)))


def _reached(rule: RouteRule, when: Condition) -> Eligibility:
    """Whom a rule reaches, as an eligibility with one ground."""
    ground = Ground(rule.id, rule.title, rule.origin, rule.clause, when=when)
    return Eligibility(rule.id, rule.title, rule.origin, rule.clause, grounds=(ground,))


def _of_everybody(when: Condition) -> Condition:
    """A condition that everybody meets, over a fact of another one: it is known, or it is not."""
    [fact, *_] = facts_of(when)
    return Any((Comparison(fact, Op.KNOWN, True), Comparison(fact, Op.KNOWN, False)))


def stated_in(policy: Policy | None, section: str, id_: str) -> Eligibility | None:
    """An eligibility, or whom a route rule reaches, of one version."""
    if policy is None:
        return None
    if section == ELIGIBILITY:
        return policy.eligibilities.get(id_)
    rule = policy.routes.get(id_)
    return _reached(rule, rule.when) if rule and rule.when else None


def admits_the_same(one: Eligibility, other: Eligibility) -> bool:
    """Whether two eligibilities admit the same people on the same grounds, by what they ask of facts of one meaning."""
    facts = zip(*(sorted(facts_of(side.condition), key=lambda fact: fact.name) for side in (one, other)), strict=False)
    return (
        asks_the_same(one.condition, other.condition)
        and _has_same_grounds(one, other)
        and all((fact.type, fact.movement) == (theirs.type, theirs.movement) for fact, theirs in facts)
    )


def _has_same_grounds(one: Eligibility, other: Eligibility) -> bool:
    return len(one.grounds) == len(other.grounds) and all(
        mine.id == theirs.id
        and mine.when is not None
        and theirs.when is not None
        and asks_the_same(mine.when, theirs.when)
        for mine, theirs in zip(one.grounds, other.grounds, strict=True)
    )
