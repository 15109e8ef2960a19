"""The chart as SVG: lanes, boxes, lines and a legend, with texts for those who do not see it."""

from collections.abc import Iterator, Sequence
from html import escape

from rsnms.domain.text import Lang
from rsnms.policy.stated import NOT_SPECIFIED
from rsnms.reports.chart.boxes import CAPTION_LINE, PADDING, TITLE_LINE, UNIT, Box
from rsnms.reports.chart.hanging import hangings
from rsnms.reports.chart.legend import legend
from rsnms.reports.chart.lettering import wrap
from rsnms.reports.chart.plan import Lane, Plan, plan
from rsnms.reports.chart.routing import Point, Route, route
from rsnms.reports.chart.squeezing import squeeze
from rsnms.reports.chart.style import LINES, style
from rsnms.reports.chart.words import LEVELS, chart_summary, chart_title, tie_words
from rsnms.survey.structure import COORDINATING, Structure

_HEAD, _HEAD_LINE, _SIDE, _OUTDENT = 20.0, 26.0, 16.0, 12.0
_ROUND = 7.0
"""The radius of corners."""
_KNOT = 3.0
"""The radius of the knot where a line leaves its trunk, so that nobody takes it for a crossing."""
_TRACKS = (4, 7, 10)
"""How many lines a gutter may hold: tried in this order until no line has to run on top of another."""


def svg(structure: Structure, lang: Lang = "ru", *, linked: bool = False) -> str:
    """Draw a structure; ``linked`` makes of each box a link to ``#subject-<id>`` of the page around it."""
    drawn, routes = _laid_out(structure, lang)
    wide, below = drawn.width + 2 * _SIDE, legend(structure, drawn.width, lang)
    heading = wrap(chart_title(structure, lang), drawn.width, _HEAD, bold=True)
    top = _SIDE + _HEAD_LINE * len(heading) + UNIT
    high = top + drawn.height + below.height + _SIDE
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {wide:g} {high:g}"'
            f' width="{wide:g}" height="{high:g}" aria-labelledby="chart-title chart-description">',
            f'<title id="chart-title">{escape(chart_title(structure, lang))}</title>',
            f'<desc id="chart-description">{escape(chart_summary(structure, lang))}</desc>',
            f"<style>{style()}</style>",
            *_markers(structure),
            f'<rect class="ground" width="{wide:g}" height="{high:g}"/>',
            *_texts(heading, "head", _SIDE, _SIDE + _HEAD, _HEAD_LINE),
            f'<g transform="translate({_SIDE:g} {top:g})">',
            *_drawing(structure, drawn, routes, lang, linked=linked),
            f'<g transform="translate(0 {drawn.height:g})">',
            *below.shapes,
            "</g></g></svg>",
        ]
    )


def _laid_out(structure: Structure, lang: Lang) -> tuple[Plan, Sequence[Route]]:
    for tracks in _TRACKS:
        drawn = plan(structure, tracks, lang)
        found = route(drawn, structure.ties)
        if not found.clashes:
            break
    return squeeze(drawn, found.routes)


def _markers(structure: Structure) -> Iterator[str]:
    yield "<defs>"
    for relation in dict.fromkeys(tie.relation for tie in structure.ties):
        if not LINES[relation].both_ways:
            yield (
                f'<marker id="arrow-{relation}" class="arrow-{relation}" viewBox="0 0 10 10" refX="9.5" refY="5"'
                ' markerUnits="userSpaceOnUse" markerWidth="11" markerHeight="11" orient="auto">'
                '<path d="M0 1 L10 5 L0 9 z"/></marker>'
            )
    yield "</defs>"


def _drawing(structure: Structure, drawn: Plan, routes: Sequence[Route], lang: Lang, *, linked: bool) -> Iterator[str]:
    if not drawn.lanes:
        yield from _texts([NOT_SPECIFIED.in_(lang)], "caption", 0, UNIT, 0)
    for lane in drawn.lanes:
        yield from _lane(lane, drawn, lang)
    for hanging in hangings(drawn):
        yield f'<path class="hanging" d="{_rounded(hanging.points)}"/>'
    for found in sorted(routes, key=lambda found: found.tie.relation in COORDINATING):
        yield from _tie(structure, found, lang)
    for box in drawn.boxes.values():
        link = linked and box.subject.id
        yield f'<a href="#subject-{escape(box.subject.id)}">' if link else "<g>"
        yield from _box(structure, box)
        yield "</a>" if link else "</g>"


def _lane(lane: Lane, drawn: Plan, lang: Lang) -> Iterator[str]:
    yield f'<rect class="lane" x="0" y="{lane.y:g}" width="{drawn.width:g}" height="{lane.height:g}" rx="10"/>'
    yield from _texts([LEVELS[lane.level].in_(lang)], "lane-title", drawn.columns[0] - _OUTDENT, lane.y + 23, 0)


def _tie(structure: Structure, found: Route, lang: Lang) -> Iterator[str]:
    """The line of a tie, and around it an unseen wider one that says under the pointer what it means."""
    relation = found.tie.relation
    arrow = "" if LINES[relation].both_ways else f' marker-end="url(#arrow-{relation})"'
    yield f"<g><title>{escape(tie_words(structure, found.tie, lang))}</title>"
    yield f'<path class="near" d="{_rounded(found.points)}"/>'
    yield f'<path class="tie {relation}" d="{_rounded(found.own)}"{arrow}/>'
    if found.branches:
        x, y = found.own[0]
        yield f'<circle class="arrow-{relation}" cx="{x:g}" cy="{y:g}" r="{_KNOT:g}"/>'
    yield "</g>"


def _rounded(points: Sequence[Point]) -> str:
    """A way whose corners are round as far as its pieces are long enough."""
    steps = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_ROUND, *(abs(corner[0] - end[0] + corner[1] - end[1]) / 2 for end in (before, after)))
        (x1, y1), (x2, y2) = (_towards(corner, end, radius) for end in (before, after))
        steps.append(f"L{x1:g} {y1:g} Q{corner[0]:g} {corner[1]:g} {x2:g} {y2:g}")
    return " ".join([*steps, f"L{points[-1][0]:g} {points[-1][1]:g}"])


def _towards(corner: Point, end: Point, distance: float) -> Point:
    """The point so far from a corner towards the end of a straight piece."""
    length = abs(end[0] - corner[0] + end[1] - corner[1]) or 1.0
    x, y = ((end[index] - corner[index]) / length * distance + corner[index] for index in (0, 1))
    return x, y


def _box(structure: Structure, box: Box) -> Iterator[str]:
    subject = box.subject
    chief = " chief" if subject.id in structure.directing else ""
    outside = "" if subject.in_structure else " outside"
    size = f'width="{box.width:g}" height="{box.height:g}"'
    yield f'<rect class="box{chief}{outside}" x="{box.x:g}" y="{box.y:g}" {size} rx="6"/>'
    yield f"<title>{escape(subject.official_name or subject.title)}</title>"
    used = TITLE_LINE * len(box.title) + CAPTION_LINE * len(box.caption)
    top = box.y + (box.height - used) / 2
    yield from _texts(box.title, "title", box.x + PADDING, top + 12.5, TITLE_LINE)
    top += TITLE_LINE * len(box.title)
    yield from _texts(box.caption, "caption", box.x + PADDING, top + 11, CAPTION_LINE)


def _texts(lines: Sequence[str], kind: str, x: float, y: float, line_height: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f'<text class="{kind}" x="{x:g}" y="{y + number * line_height:g}">{escape(line)}</text>'
