"""The legend of a chart: a sample of every kind of line and box that it has, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from rsnms.domain.system import Relation
from rsnms.domain.text import Lang
from rsnms.reports.chart.boxes import CAPTION
from rsnms.reports.chart.lettering import width
from rsnms.reports.chart.style import LINES
from rsnms.reports.chart.words import CHIEF, OUTSIDE, PART
from rsnms.reports.names import RELATIONS
from rsnms.survey.structure import Structure

_SAMPLE, _BETWEEN, _ROW, _TOP = 36.0, 26.0, 22.0, 14.0


@dataclass(frozen=True, slots=True)
class Legend:
    """The shapes, and how much room they take below the chart."""

    shapes: tuple[str, ...]
    height: float


def legend(structure: Structure, room: float, lang: Lang) -> Legend:
    """Draw a legend of what a chart has, as wide as the chart."""
    shapes: list[str] = []
    x, y = 0.0, _TOP
    for sample, words in _entries(structure, lang):
        taken = _SAMPLE + 8 + width(words, CAPTION) + _BETWEEN
        if x and x + taken - _BETWEEN > room:
            x, y = 0.0, y + _ROW
        text = f'<text class="caption" x="{_SAMPLE + 8:g}" y="4">{escape(words)}</text>'
        shapes.append(f'<g transform="translate({x:g} {y:g})">{sample}{text}</g>')
        x += taken
    return Legend(tuple(shapes), y + _ROW - _TOP / 2)


def _entries(structure: Structure, lang: Lang) -> Iterator[tuple[str, str]]:
    """Each sample, drawn around y = 0, and its words."""
    drawn = {tie.relation for tie in structure.ties}
    for relation in (relation for relation in Relation if relation in drawn):
        arrow = "" if LINES[relation].both_ways else f' marker-end="url(#arrow-{relation})"'
        yield f'<path class="tie {relation}" d="M0 0 H{_SAMPLE:g}"{arrow}/>', RELATIONS[relation].in_(lang)
    if any(structure.parts_of(subject) for subject in structure.subjects):
        yield f'<path class="hanging" d="M6 -8 V0 H{_SAMPLE:g}"/>', PART.in_(lang)
    frame = f'x="0" y="-8" width="{_SAMPLE:g}" height="16" rx="4"'
    if structure.directing:
        yield f'<rect class="box chief" {frame}/>', CHIEF.in_(lang)
    if not all(subject.in_structure for subject in structure.subjects):
        yield f'<rect class="box outside" {frame}/>', OUTSIDE.in_(lang)
