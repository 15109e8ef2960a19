"""The chart as text for Mermaid: a flowchart with a box around each level."""

from collections.abc import Iterator

from rsnms.domain.level import Level
from rsnms.domain.subject import Subject
from rsnms.domain.system import Relation
from rsnms.domain.text import Lang
from rsnms.reports.chart.style import LINES
from rsnms.reports.chart.words import DIRECTS, LEVELS, PART, chart_summary, chart_title
from rsnms.reports.names import RELATIONS
from rsnms.rules.narrative import clause_words
from rsnms.survey.structure import COORDINATING, Structure, Tie

_ESCAPES = str.maketrans(
    {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\n": " ", ";": "#59;"}
)
_PLAIN = str.maketrans({"#": "№", ";": ",", '"': "'", "<": "‹", ">": "›", "{": "(", "}": ")", "`": "'"})


def mermaid(structure: Structure, lang: Lang = "ru") -> str:
    """Write a structure as a Mermaid flowchart."""
    return "\n".join(_lines(structure, lang)) + "\n"


def _lines(structure: Structure, lang: Lang) -> Iterator[str]:
    yield "flowchart TB"
    yield f"  accTitle: {_plain(chart_title(structure, lang))}"
    yield f"  accDescr: {_plain(chart_summary(structure, lang))}"
    names = {subject.id: f"s{number}" for number, subject in enumerate(structure.subjects, 1)}
    for level in (level for level in Level if structure.at(level)):
        yield f'  subgraph {level}["{_escaped(LEVELS[level].in_(lang))}"]'
        for subject in structure.at(level):
            yield f'    {names[subject.id]}["{_label(structure, subject, lang)}"]'
        yield "  end"
    links = list(_links(structure, names, lang))
    yield from (f"  {link}" for link, _ in links)
    yield "  classDef chief fill:#fff4d6,stroke:#a86a00,stroke-width:2px,color:#16202c"
    yield "  classDef outside stroke-dasharray:5 3"
    yield from _classed("chief", [names[id_] for id_ in structure.directing])
    yield from _classed("outside", [names[subject.id] for subject in structure.subjects if not subject.in_structure])
    for number, (_, relation) in enumerate(links):
        if relation is not None:
            yield f"  linkStyle {number} stroke:{LINES[relation].light}"


def _label(structure: Structure, subject: Subject, lang: Lang) -> str:
    said = [subject.title, clause_words(subject.clause, lang)]
    stated = structure.directing.get(subject.id, ())
    said += [DIRECTS[relation].in_(lang) for relation in dict.fromkeys(one.relation for one in stated)]
    return "<br/>".join(_escaped(line) for line in said if line)


def _links(structure: Structure, names: dict[str, str], lang: Lang) -> Iterator[tuple[str, Relation | None]]:
    for subject in structure.subjects:
        if subject.part_of is not None:
            yield f'{names[subject.part_of]} ---|"{_escaped(PART.in_(lang))}"| {names[subject.id]}', None
    for tie in structure.ties:
        label = _escaped(RELATIONS[tie.relation].in_(lang))
        yield f'{names[tie.source]} {_arrow(tie)}|"{label}"| {names[tie.target]}', tie.relation


def _arrow(tie: Tie) -> str:
    if tie.relation in COORDINATING:
        return "==>"
    return "-.-" if LINES[tie.relation].both_ways else "-->"


def _classed(name: str, members: list[str]) -> Iterator[str]:
    if members:
        yield f"  class {','.join(members)} {name}"


def _escaped(text: str) -> str:
    """A text inside quotation marks, where Mermaid knows entities by their names between # and ;."""
    return text.translate(_ESCAPES)


def _plain(text: str) -> str:
    """A text to the end of its line, outside quotation marks."""
    return " ".join(text.split()).translate(_PLAIN)
