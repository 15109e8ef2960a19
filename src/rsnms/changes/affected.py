"""Who of a roster is affected by a change: every row that the two versions judge differently."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsnms.changes.diff import Diff, JurisdictionDiff
from rsnms.changes.people import PeopleChange
from rsnms.changes.versions import unbound
from rsnms.domain.fact import About, Fact
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.stated import Eligibility
from rsnms.rosters.roster import Roster, Row
from rsnms.rules.decision import Decision, decide
from rsnms.rules.judge import Judge, Verdict, judge_of
from rsnms.rules.profile import Profile


class Turn(StrEnum):
    """How somebody is affected."""

    ADMITTED = "admitted"
    """Eligible now, and not before."""
    LOST = "lost"
    """Eligible before, and now refused or undetermined."""
    GROUND = "ground"
    """Eligible before and now, on different grounds."""
    REFUSED = "refused"
    """Undetermined before, refused now."""
    UNDETERMINED = "undetermined"
    """Refused before, undetermined now."""


@dataclass(frozen=True, slots=True)
class Affected:
    """A row that the two versions judge differently; ``None`` where a version has no such eligibility."""

    row: Row
    policy: str
    eligibility: Eligibility
    on: date
    before: Decision | None
    after: Decision | None

    @property
    def turn(self) -> Turn:
        """How the person is affected."""
        before, after = (one.verdict if one else Verdict.INELIGIBLE for one in (self.before, self.after))
        if after is Verdict.ELIGIBLE:
            return Turn.GROUND if before is Verdict.ELIGIBLE else Turn.ADMITTED
        if before is Verdict.ELIGIBLE:
            return Turn.LOST
        return Turn.REFUSED if before is Verdict.UNDETERMINED else Turn.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change does to the people of a roster."""

    asked: tuple[tuple[str, Eligibility], ...]
    """The eligibilities about which the rows were judged, each with its policy."""
    rows: int
    affected: tuple[Affected, ...]

    def counts(self) -> Counter[Turn]:
        """How many decisions turned in which way."""
        return Counter(one.turn for one in self.affected)


def concerned(found: Diff) -> tuple[tuple[JurisdictionDiff, PeopleChange], ...]:
    """The eligibilities for persons that a change may touch, also those that change through a parent."""
    return tuple(
        (one, change)
        for one in found.jurisdictions
        for change in one.people
        if change.section == "eligibility" and change.about is About.PERSON
    )


def vocabulary(found: Diff, policies: Iterable[str]) -> list[Fact]:
    """The facts about persons of both versions of some policies, the new version's where both have one."""
    facts: dict[str, Fact] = {}
    for one in found.jurisdictions:
        if one.versions.id in policies:
            for policy in (one.versions.old, one.versions.new):
                facts |= policy.facts_about(About.PERSON) if policy else {}
    return list(facts.values())


def effects(found: Diff, roster: Roster, as_of: date | None = None) -> Effects:
    """Judge every row by both versions, on the day on which these are compared.

    ``as_of`` is the day for which the figures hold; by default the roster's own, else the day of the comparison.
    """
    asked, affected = [], []
    for one, change in concerned(found):
        sides = [_Side.of(policy, change.id) for policy in (one.versions.old, one.versions.new)]
        shown = next(side.eligibility for side in reversed(sides) if side is not None)
        asked.append((one.versions.id, shown))
        for row in roster.rows:
            profile = Profile(row.facts, as_of or roster.as_of or one.versions.on, row.id)
            if _differ(sides, profile, one.versions.on):
                before, after = (None if side is None else side.decide(profile, one.versions.on) for side in sides)
                affected.append(Affected(row, one.versions.id, shown, one.versions.on, before, after))
    return Effects(tuple(asked), len(roster.rows), tuple(affected))


@dataclass(frozen=True, slots=True)
class _Side:
    """An eligibility of one version, ready to be asked many times."""

    jurisdiction: Jurisdiction
    eligibility: Eligibility
    judge: Judge

    @classmethod
    def of(cls, policy: Policy | None, id_: str) -> "_Side | None":
        eligibility = policy.eligibilities.get(id_) if policy else None
        if policy is None or eligibility is None:
            return None
        return cls(unbound(policy, eligibility), eligibility, judge_of(eligibility))

    def standing(self, profile: Profile, on: date) -> tuple[Verdict, str | None]:
        """Verdict and ground, much faster than the whole decision."""
        judgement = self.judge(profile.case(self.judge.facts, on))
        return judgement.verdict, judgement.ground.id if judgement.ground else None

    def decide(self, profile: Profile, on: date) -> Decision:
        return decide(self.jurisdiction, self.eligibility.id, profile, on)


def _differ(sides: list[_Side | None], profile: Profile, on: date) -> bool:
    before, after = (side.standing(profile, on) if side else (Verdict.INELIGIBLE, None) for side in sides)
    return before != after
