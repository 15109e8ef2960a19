"""The framework of competencies (перечень компетенций) against which the gains of a catalogue are read."""

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.text import Text
from rsnms.policy.competencies import Framework
from rsnms.policy.loading import load_policies
from rsnms.rosters.spelling import spellings

COMPETENCY = "competency"
_FEDERAL = "ru"


def framework(competencies: Framework | None = None) -> Fact:
    """The competencies that a catalogue may name, as a listed fact with their spellings.

    Args:
        competencies: those of a policy, by id; those of the packaged federal base by default.
    """
    known = competencies if competencies is not None else load_policies()[_FEDERAL].latest.competencies
    values = tuple(FactValue(one.id, one.title, one.synonyms) for one in known.values())
    return Fact(COMPETENCY, FactType.CHOICE, Text("Компетенция", "Competency"), values=values)


def nearest_id(competencies: Fact, text: str) -> str | None:
    """The id of the competency that a text names by its title or resembles most, if any does."""
    known = spellings(competencies)
    meant = known.exact(text) or known.exact(known.nearest(text) or "")
    return meant[0] if meant else None
