"""People whose routes are planned: the rows of a roster joined with what diagnostics found (участники)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rsnms.domain.competency import Deficit
from rsnms.domain.fact import Atom
from rsnms.policy.competencies import Framework
from rsnms.rosters.roster import Row
from rsnms.rosters.spelling import Spellings, spellings
from rsnms.routes.catalogue.framework import framework
from rsnms.routes.diagnostics.deficits import PersonDeficits
from rsnms.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Participant:
    """A person with what is known of them and the deficits that were found."""

    id: str
    profile: Profile
    deficits: tuple[Deficit, ...] = ()
    """The most severe first."""
    assessed: frozenset[str] = frozenset()
    """The competencies of which diagnostics has told anything."""
    is_listed: bool = True
    """Whether the roster has the person; of others only the deficits are known."""


def join(
    rows: Iterable[Row], found: Iterable[PersonDeficits], as_of: date, *, competencies: Framework
) -> Mapping[str, Participant]:
    """People by id: those of the roster in its order, then those of whom only results are known.

    Args:
        rows: of several with one id the first counts; the roster reports the others.
        found: what diagnostics found.
        as_of: the day for which the facts were stated.
        competencies: those of the policy; competencies that a person can pass on are known by their ids from here on,
            so that they meet the deficits of others.
    """
    known = spellings(framework(competencies))
    by_person = {one.person: one for one in found}
    joined: dict[str, Participant] = {}
    for row in rows:
        if row.id not in joined:
            joined[row.id] = _participant(row.id, _named(row.facts, known), as_of, by_person.get(row.id))
    for person, results in by_person.items():
        if person not in joined:
            joined[person] = _participant(person, {}, as_of, results, is_listed=False)
    return joined


def _participant(
    id_: str, facts: Mapping[str, Atom], as_of: date, found: PersonDeficits | None, *, is_listed: bool = True
) -> Participant:
    """A person; that diagnostics was passed is known from its results, where the roster does not speak of it."""
    if found is None:
        return Participant(id_, Profile(facts, as_of, id_), is_listed=is_listed)
    if found.found and not {"diagnostics_passed", "diagnosed_on"} & facts.keys():
        facts = {**facts, "diagnosed_on": min(one.on for one in found.found)}
    assessed = frozenset(one.competency for one in found.found)
    return Participant(id_, Profile(facts, as_of, id_), found.deficits, assessed, is_listed)


def _named(facts: Mapping[str, Atom], known: Spellings) -> Mapping[str, Atom]:
    """The facts with competencies by their ids; a text that names none stays as it is."""
    held = facts.get("competencies")
    if not isinstance(held, frozenset):
        return facts
    ids = frozenset(meant[0] if len(meant := known.exact(str(one))) == 1 else one for one in held)
    return {**facts, "competencies": ids}
