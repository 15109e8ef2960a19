"""The framework of competencies (перечень компетенций) against which the gains of a catalogue are read."""

from collections.abc import Iterator, Mapping

from rsnms.domain.competency import CompetencyArea
from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.text import Text
from rsnms.policy.competencies import FrameworkCompetency
from rsnms.rosters.spelling import spellings

_AREAS: dict[CompetencyArea, tuple[Text, tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    CompetencyArea.SUBJECT: (Text("предметная", "subject"), (("предметная", "предметные"),), ()),
    CompetencyArea.METHODICAL: (Text("методическая", "methodical"), (("методическая", "методические"),), ()),
    CompetencyArea.PSYCHOLOGICAL_PEDAGOGICAL: (
        Text("психолого-педагогическая", "psychological and pedagogical"),
        (("психолого-педагогическая", "психолого-педагогические"),),
        (),
    ),
    CompetencyArea.COMMUNICATIVE: (
        Text("коммуникативная", "communicative"),
        (("коммуникативная", "коммуникативные"),),
        (),
    ),
    CompetencyArea.ICT: (
        Text("ИКТ", "ICT"),
        (
            ("ИКТ", "ИКТ"),
            ("цифровая", "цифровые"),
            ("информационно-коммуникационная", "информационно-коммуникационные"),
        ),
        ("информационно-коммуникационные технологии", "digital"),
    ),
    CompetencyArea.NORMATIVE: (
        Text("нормативная", "normative"),
        (("нормативная", "нормативные"), ("нормативно-правовая", "нормативно-правовые"), ("правовая", "правовые")),
        ("нормативно-правовое обеспечение",),
    ),
}
"""By area: its title, its adjectives in the singular and plural, other spellings."""

COMPETENCY = "competency"


def framework(competencies: Mapping[str, FrameworkCompetency] | None = None) -> Fact:
    """The competencies that a catalogue may name, as a listed fact with their spellings.

    Args:
        competencies: those of a policy, by id; the areas of :class:`~rsnms.domain.competency.CompetencyArea` by
            default.
    """
    title = Text("Компетенция", "Competency")
    if competencies is not None:
        values = tuple(FactValue(one.id, one.title, one.synonyms) for one in competencies.values())
    else:
        values = tuple(FactValue(str(area), said[0], tuple(_spelt(*said[1:]))) for area, said in _AREAS.items())
    return Fact(COMPETENCY, FactType.CHOICE, title, values=values)


def _spelt(adjectives: tuple[tuple[str, str], ...], others: tuple[str, ...]) -> Iterator[str]:
    for one, many in adjectives:
        yield from (one, many, f"{one} компетенция", f"{one} компетентность", f"{many} компетенции")
    yield from others


def nearest_id(competencies: Fact, text: str) -> str | None:
    """The id of the competency that a text names by its title or resembles most, if any does."""
    known = spellings(competencies)
    meant = known.exact(text) or known.exact(known.nearest(text) or "")
    return meant[0] if meant else None
