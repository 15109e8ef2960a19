"""How the chart looks: one style for every relation, told apart by colour and by dashes, in light and in dark."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.domain.system import Relation


@dataclass(frozen=True, slots=True)
class Line:
    """How the ties of a relation are drawn."""

    light: str
    dark: str
    dashes: str = ""
    width: float = 1.4
    both_ways: bool = False
    """Whether neither end is the first: no arrowhead."""


LINES = {
    Relation.COORDINATES: Line("#1d4ed8", "#7aa7ff", width=2.6),
    Relation.LEADS: Line("#b4235a", "#ff8fb8", width=2.6),
    Relation.FORMS: Line("#047857", "#5fd3a8"),
    Relation.CONVENES: Line("#0f766e", "#5eead4", "9 3"),
    Relation.APPOINTS: Line("#92400e", "#f0b36b"),
    Relation.APPROVES: Line("#6d28d9", "#c4a7ff"),
    Relation.PROPOSES: Line("#a16207", "#f4d06f", "9 3 2 3"),
    Relation.DECIDES: Line("#be123c", "#ff9aa9", "9 3"),
    Relation.SUPPORTS: Line("#0369a1", "#7dd3fc", "6 3"),
    Relation.CONTROLS: Line("#9f1239", "#fda4af", "2 3"),
    Relation.FINANCES: Line("#4d7c0f", "#bef264", "9 3 2 3"),
    Relation.INTERACTS: Line("#64748b", "#a3b1c6", "3 4", both_ways=True),
}
FACES = "'Segoe UI', 'Noto Sans', 'PT Sans', 'DejaVu Sans', Arial, sans-serif"
_LIGHT = {
    "ground": "#ffffff",
    "ink": "#16202c",
    "muted": "#52606f",
    "lane": "#f1f4f8",
    "lane-edge": "#d5dce5",
    "box": "#ffffff",
    "box-edge": "#8a99ab",
    "chief": "#fff4d6",
    "chief-edge": "#a86a00",
}
_DARK = {
    "ground": "#12171e",
    "ink": "#e8edf3",
    "muted": "#a9b6c5",
    "lane": "#1a212b",
    "lane-edge": "#303b49",
    "box": "#232c38",
    "box-edge": "#6f8096",
    "chief": "#43361a",
    "chief-edge": "#e5b458",
}


def style(*, dark: bool = False) -> str:
    """The rules of a chart; the dark ones lie over the light ones."""
    return "\n".join(
        _colours(_DARK if dark else _LIGHT, dark=dark) if dark else (*_shapes(), *_colours(_LIGHT, dark=False))
    )


def _shapes() -> Iterator[str]:
    yield f".chart text {{ font-family: {FACES}; }}"
    yield ".chart .head { font-size: 20px; font-weight: 700; }"
    yield ".chart .lane-title { font-size: 13px; font-weight: 700; }"
    yield ".chart .title { font-size: 13px; font-weight: 600; }"
    yield ".chart .caption { font-size: 11px; }"
    yield ".chart .outside { stroke-dasharray: 5 3; }"
    yield ".chart .chief { stroke-width: 2; }"
    yield ".chart .tie, .chart .hanging { fill: none; stroke-linejoin: round; }"
    yield ".chart .near { fill: none; stroke: none; stroke-width: 10; pointer-events: stroke; }"
    for relation, line in LINES.items():
        dashes = f" stroke-dasharray: {line.dashes};" if line.dashes else ""
        yield f".chart .{relation} {{ stroke-width: {line.width:g};{dashes} }}"


def _colours(palette: dict[str, str], *, dark: bool) -> Iterator[str]:
    yield f".chart .ground {{ fill: {palette['ground']}; }}"
    yield f".chart text {{ fill: {palette['ink']}; }}"
    yield f".chart .caption, .chart .lane-title {{ fill: {palette['muted']}; }}"
    yield f".chart .lane {{ fill: {palette['lane']}; stroke: {palette['lane-edge']}; }}"
    yield f".chart .box {{ fill: {palette['box']}; stroke: {palette['box-edge']}; }}"
    yield f".chart .chief {{ fill: {palette['chief']}; stroke: {palette['chief-edge']}; }}"
    yield f".chart .hanging {{ stroke: {palette['box-edge']}; }}"
    for relation, line in LINES.items():
        colour = line.dark if dark else line.light
        yield f".chart .{relation} {{ stroke: {colour}; }}"
        yield f".chart .arrow-{relation} {{ fill: {colour}; }}"


PAGE = f"""\
:root {{ color-scheme: light dark; }}
body {{ margin: 0; background: {_LIGHT["ground"]}; color: {_LIGHT["ink"]}; font: 16px/1.5 {FACES}; }}
main {{ max-width: 1480px; margin: 0 auto; padding: 16px; }}
figure {{ margin: 0 0 32px; overflow-x: auto; }}
figure svg {{ display: block; }}
figure a:hover .box, figure a:focus .box {{ stroke-width: 3; }}
figure g:hover > .tie {{ stroke-width: 4; }}
h1 {{ font-size: 24px; line-height: 1.25; }}
h2 {{ font-size: 20px; margin: 32px 0 8px; }}
h3 {{ font-size: 16px; margin: 20px 0 4px; }}
section {{ max-width: 860px; }}
section:target h3 {{ text-decoration: underline; }}
p, ul {{ margin: 4px 0; }}
.clause, .note, section > p {{ color: {_LIGHT["muted"]}; font-size: 14px; font-weight: 400; }}
@media print {{ figure {{ overflow: visible; }} figure svg {{ width: 100%; height: auto; }} }}"""
PAGE_DARK = f"""\
body {{ background: {_DARK["ground"]}; color: {_DARK["ink"]}; }}
.clause, .note, section > p {{ color: {_DARK["muted"]}; }}"""
"""What a dark page has otherwise."""
