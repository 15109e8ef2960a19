"""The difference of two sides: per jurisdiction the elements that changed, and what that does to people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.changes.criteria import through_criteria
from rsnms.changes.elements import ChangeKind, ElementChange, element_changes, inherited
from rsnms.changes.outcomes import Effect
from rsnms.changes.people import PeopleChange, people_changes
from rsnms.changes.sources import Side
from rsnms.changes.versions import Versions, left_out, versions
from rsnms.policy.model import Policy


@dataclass(frozen=True, slots=True)
class JurisdictionDiff:
    """What changed in a jurisdiction."""

    versions: Versions
    kind: ChangeKind
    elements: tuple[ElementChange, ...]
    """The changes that are told here; those of parents are told there."""
    inherited: Mapping[str, tuple[ElementChange, ...]]
    """The changes of parents that reach this jurisdiction, by parent."""
    people: tuple[PeopleChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything changed."""
        return self.kind is not ChangeKind.CHANGED or bool(self.elements or self.inherited or self.people)

    def may_be(self, effect: Effect) -> bool:
        """Whether an eligibility of the jurisdiction may affect somebody so.

        An eligibility that appears counts as admitting, one that vanishes as refusing, whomever it is for.
        """
        whole = {Effect.ADMITTED: ChangeKind.ADDED, Effect.LOST: ChangeKind.REMOVED}.get(effect)
        return any(one.kind is whole or one.may_be(effect) for one in self.people if one.section == "eligibility")


@dataclass(frozen=True, slots=True)
class Diff:
    """The difference of two sides."""

    old: Side
    new: Side
    jurisdictions: tuple[JurisdictionDiff, ...]
    """Those that differ, parents before their children."""
    compared: int
    """How many jurisdictions were compared."""
    left_out: tuple[Policy, ...] = ()
    """Versions that come into force after the day asked about, and were not compared."""

    def may_be(self, effect: Effect) -> bool:
        """Whether any eligibility may affect somebody so."""
        return any(one.may_be(effect) for one in self.jurisdictions)


def diff(old: Side, new: Side, today: date, on: date | None = None, policies: Iterable[str] = ()) -> Diff:
    """Compare two sides, as :func:`~rsnms.changes.versions.versions` pairs their versions.

    Raises:
        UnknownNameError, NotInForceError: as there.
        LibraryMissingError: something has to be proven, and Z3 is not installed (the extra ``proofs``).
    """
    pairs = sorted(versions(old, new, today, on, policies), key=lambda pair: len(pair.shown.parents))
    found: dict[str, list[JurisdictionDiff]] = {}
    for pair in pairs:
        above = {parent: _beside(pair, found.get(parent, ())) for parent in pair.shown.parents}
        elements = _elements(pair, old, new)
        known = {id_: one for id_, one in above.items() if one}
        found.setdefault(pair.id, []).append(_compared(pair, elements, known))
    differing = [one for id_ in sorted(found) for one in found[id_] if one.differs]
    return Diff(old, new, tuple(differing), len(found), left_out(old, new, pairs))


def _beside(pair: Versions, parents: Iterable[JurisdictionDiff]) -> JurisdictionDiff | None:
    """The comparison of a parent that is told for the same day, else the first one."""
    there = list(parents)
    return next((one for one in there if one.versions.on == pair.on), there[0] if there else None)


def _elements(pair: Versions, old: Side, new: Side) -> tuple[ElementChange, ...]:
    if pair.old is None or pair.new is None:
        return ()
    changes = element_changes(pair.old, pair.new)
    return through_criteria(changes, (old.workspace, pair.old), (new.workspace, pair.new))


def _compared(
    pair: Versions, changes: tuple[ElementChange, ...], above: Mapping[str, JurisdictionDiff]
) -> JurisdictionDiff:
    people = people_changes(pair, {id_: (one.versions, one.people) for id_, one in above.items()})
    if pair.old is None or pair.new is None:
        kind = ChangeKind.ADDED if pair.old is None else ChangeKind.REMOVED
        return JurisdictionDiff(pair, kind, (), {}, people)
    reaching = inherited(changes, {id_: one.elements for id_, one in above.items()})
    told = {id(change) for of_one in reaching.values() for change in of_one}
    own = tuple(change for change in changes if id(change) not in told)
    return JurisdictionDiff(
        pair, ChangeKind.CHANGED, own, {id_: tuple(of_one) for id_, of_one in reaching.items()}, people
    )
