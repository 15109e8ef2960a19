"""Taking out the room in gutters and bands that no line has used."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rsnms.reports.chart.boxes import COLUMN, UNIT
from rsnms.reports.chart.plan import SHOULDER, Plan
from rsnms.reports.chart.routing import Point, Route

Scale = dict[float, float]
"""Where coordinates go."""


def squeeze(plan: Plan, routes: Sequence[Route]) -> tuple[Plan, tuple[Route, ...]]:
    """Bring columns and lanes as close together as the lines between them allow."""
    used = [
        ({x for (x, _), (other, _) in pairwise(route.points) if x == other}, {y for _, y in route.points})
        for route in routes
    ]
    xs, columns = _across(plan, {x for across, _ in used for x in across})
    ys, shifts = _down(plan, {y for _, down in used for y in down})

    def moved(y: float) -> float:
        return shifts[max(lane.y for lane in plan.lanes if lane.y <= y)]

    boxes = {
        id_: replace(box, x=box.x + columns[box.column] - plan.columns[box.column], y=box.y - moved(box.y))
        for id_, box in plan.boxes.items()
    }
    for id_, box in plan.boxes.items():
        xs |= {box.x: boxes[id_].x, box.right: boxes[id_].right}
    lanes = tuple(replace(lane, y=lane.y - shifts[lane.y]) for lane in plan.lanes)
    gutters = tuple(tuple(xs[x] for x in gutter if x in xs) for gutter in plan.gutters)
    bands = tuple(tuple(ys[y] for y in band if y in ys) for band in plan.bands)
    squeezed = replace(
        plan,
        boxes=boxes,
        lanes=lanes,
        columns=tuple(columns),
        gutters=gutters,
        bands=bands,
        width=columns[-1] + COLUMN + _gutter(gutters[-1]),
        height=(lanes[-1].y + lanes[-1].height if lanes else UNIT) + _band(bands[-1]),
    )

    def point(x: float, y: float) -> Point:
        return xs[x], ys[y] if y in ys else y - moved(y)

    def way(points: Iterable[Point]) -> tuple[Point, ...]:
        return tuple(point(x, y) for x, y in points)

    return squeezed, tuple(Route(one.tie, way(one.points), way(one.own)) for one in routes)


def _across(plan: Plan, used: set[float]) -> tuple[Scale, list[float]]:
    """Where the lines of gutters go, and the left sides of the columns."""
    scale: Scale = {}
    columns: list[float] = []
    left = 0.0
    for gutter in plan.gutters:
        lines = [x for x in gutter if x in used]
        scale |= {x: left + SHOULDER + UNIT * index for index, x in enumerate(lines)}
        columns.append(left + _gutter(lines))
        left = columns[-1] + COLUMN
    return scale, columns[:-1]


def _gutter(lines: Sequence[float]) -> float:
    return 2 * SHOULDER + UNIT * max(len(lines) - 1, 0)


def _down(plan: Plan, used: set[float]) -> tuple[Scale, Scale]:
    """Where the lines of bands go, and how far each lane moves up."""
    scale: Scale = {}
    shifts: Scale = {}
    shift = 0.0
    for band, lane in zip(plan.bands, (*plan.lanes, None), strict=True):
        lines = [y for y in band if y in used]
        top = band[0] - 1.5 * UNIT - shift
        scale |= {y: top + UNIT * (index + 1.5) for index, y in enumerate(lines)}
        shift += UNIT * (len(band) + 1) - _band(lines)
        if lane is not None:
            shifts[lane.y] = shift
    return scale, shifts


def _band(lines: Iterable[float]) -> float:
    count = len(list(lines))
    return UNIT * (count + 1) if count else UNIT
