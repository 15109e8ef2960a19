"""The lines by which parts hang on the whole, below it or, in a family of several columns, beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.reports.chart.boxes import INDENT, UNIT
from rsnms.reports.chart.plan import Plan


@dataclass(frozen=True, slots=True)
class Hanging:
    """A line from a whole to a part, corner by corner."""

    points: tuple[tuple[float, float], ...]

    @property
    def rows(self) -> Iterator[tuple[float, float, float]]:
        """Its horizontal pieces: y, and the ends from left to right."""
        for (x1, y1), (x2, y2) in zip(self.points, self.points[1:], strict=False):
            if y1 == y2:
                yield y1, min(x1, x2), max(x1, x2)


def hangings(plan: Plan) -> Iterator[Hanging]:
    """The lines from each whole to each of its parts."""
    for box in plan.boxes.values():
        if box.parent is None:
            continue
        whole = plan.boxes[box.parent]
        start, end, trunk = whole.x + INDENT / 2, box.y + box.height / 2, box.x - INDENT / 2
        if whole.column == box.column:
            yield Hanging(((start, whole.bottom), (start, end), (box.x, end)))
        else:
            bus = whole.bottom + UNIT / 2
            yield Hanging(((start, whole.bottom), (start, bus), (trunk, bus), (trunk, end), (box.x, end)))
