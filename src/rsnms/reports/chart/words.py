"""The words of a chart: its title, what it shows in sentences, and the legend."""

from collections.abc import Iterator

from rsnms.domain.level import Level
from rsnms.domain.system import Relation
from rsnms.domain.text import Lang, Text, Unit
from rsnms.policy.system import Governance
from rsnms.reports.names import RELATIONS
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import count_words
from rsnms.survey.structure import COORDINATING, Structure, Tie

LEVELS = {
    Level.FEDERAL: Text("Федеральный уровень", "Federal level"),
    Level.REGIONAL: Text("Региональный уровень", "Regional level"),
    Level.MUNICIPAL: Text("Муниципальный уровень", "Municipal level"),
    Level.INSTITUTIONAL: Text("Институциональный уровень", "Institutional level"),
}
CHIEF = Text("координирует систему в целом или руководит ею", "coordinates or leads the system as a whole")
DIRECTS = {
    Relation.COORDINATES: Text("координирует систему", "coordinates the system"),
    Relation.LEADS: Text("руководит системой", "leads the system"),
}
OUTSIDE = Text("в перечне субъектов акта не назван", "not in the act's list of subjects")
PART = Text("входит в состав", "part of")
_TITLE = Text("Кто есть кто в системе и кто кого координирует", "Who is who in the system, and who coordinates whom")
_SUBJECTS = Unit("субъект", "субъекта", "субъектов", ("subject", "subjects"))
_TIES = Unit("связь", "связи", "связей", ("tie", "ties"))


def chart_title(structure: Structure, lang: Lang) -> str:
    """What the chart is of."""
    return f"{structure.policy.title.in_(lang)}. {_TITLE.in_(lang)}"


def chart_summary(structure: Structure, lang: Lang) -> str:
    """What the chart shows, for those who do not see it: how many subjects and ties, and who directs whom."""
    counted = (
        f"{count_words(len(structure.subjects), _SUBJECTS, lang)}, {count_words(len(structure.ties), _TIES, lang)}"
    )
    return " ".join([f"{counted}.", *_directing(structure, lang)])


def _directing(structure: Structure, lang: Lang) -> Iterator[str]:
    for id_, stated in structure.directing.items():
        title = structure.policy.subjects[id_].title
        yield f"{title}: {stated[0].title.in_(lang)}{_clauses(stated, lang)}."
    for tie in structure.ties:
        if tie.relation in COORDINATING:
            yield f"{tie_words(structure, tie, lang)}."


def tie_words(structure: Structure, tie: Tie, lang: Lang) -> str:
    """A tie in words: who does what with regard to whom, and where the act says so."""
    source, target = (structure.policy.subjects[id_].title for id_ in (tie.source, tie.target))
    return f"{source} — {RELATIONS[tie.relation].in_(lang)}: {target}{_clauses(tie.stated, lang)}"


def _clauses(stated: tuple[Governance, ...], lang: Lang) -> str:
    clauses = dict.fromkeys(clause_words(one.clause, lang) for one in stated if one.clause)
    return f" ({', '.join(clauses)})" if clauses else ""
