"""Where everything stands: lanes below each other, in them columns of boxes, between them room for lines.

A subject's parts hang below it, moved to the right; a large family spreads over several columns. All lanes share their
columns, so the gutters between columns run from top to bottom, and no line in a gutter or in the band between two lanes
ever meets a box.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from rsnms.domain.level import Level
from rsnms.domain.text import Lang
from rsnms.reports.chart.boxes import COLUMN, GAP, UNIT, Box, families
from rsnms.survey.structure import Structure

FAMILY_GAP = 2 * UNIT
LANE_HEAD, LANE_FOOT = 3 * UNIT, UNIT
SHOULDER = 20.0
"""Between the outermost line of a gutter and a box."""
_MOST_COLUMNS = 5
_ATTRACTION = 40.0
"""How much lower, in pixels a column, a box may stand to be nearer to those with whom it has ties."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A level, from side to side."""

    level: Level
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes and lanes, and where lines may run between them."""

    boxes: dict[str, Box]
    lanes: tuple[Lane, ...]
    columns: tuple[float, ...]
    """The left sides of the columns."""
    gutters: tuple[tuple[float, ...], ...]
    """The x of the vertical lines left of each column and right of the last."""
    bands: tuple[tuple[float, ...], ...]
    """The y of the horizontal lines above each lane and below the last."""
    width: float
    height: float


_Lanes = Mapping[Level, Sequence[Sequence[Box]]]


def plan(structure: Structure, tracks: int, lang: Lang = "ru") -> Plan:
    """Lay a structure out, with room for so many lines in each gutter and band."""
    levels = [level for level in Level if structure.at(level)]
    lanes_of_boxes = {level: list(families(structure, level, lang)) for level in levels}
    most = max((sum(map(len, found)) for found in lanes_of_boxes.values()), default=1)
    for count in range(min(_MOST_COLUMNS, most), 0, -1):
        laid_out = _laid_out(structure, lanes_of_boxes, count, tracks)
        if any(box.column == count - 1 for box in laid_out.boxes.values()):
            break
    return laid_out


def _laid_out(structure: Structure, lanes_of_boxes: _Lanes, count: int, tracks: int) -> Plan:
    """Lay families out in so many columns, of which the last ones may stay empty."""
    gutter, band = 2 * SHOULDER + UNIT * (tracks - 1), UNIT * (tracks + 1)
    columns = tuple(gutter + index * (COLUMN + gutter) for index in range(count))
    stacks = _Stacks(structure, columns)
    lanes, bands, y = [], [], 0.0
    for level, found in lanes_of_boxes.items():
        bands.append(_lines(y + 1.5 * UNIT, tracks))
        start = y + band
        stacks.begin(start + LANE_HEAD)
        for family in found:
            stacks.place(family, _spread(family, found, count))
        y = stacks.bottom + LANE_FOOT
        lanes.append(Lane(level, start, y - start))
    bands.append(_lines(y + 1.5 * UNIT, tracks))
    lefts = [0.0, *(left + COLUMN for left in columns)]
    gutters = tuple(_lines(left + SHOULDER, tracks) for left in lefts)
    return Plan(stacks.boxes, tuple(lanes), columns, gutters, tuple(bands), lefts[-1] + gutter, y + band)


def _lines(start: float, tracks: int) -> tuple[float, ...]:
    return tuple(start + UNIT * index for index in range(tracks))


def _spread(family: Sequence[Box], found: Iterable[Sequence[Box]], count: int) -> int:
    """Over how many columns a family goes, so that it is not much higher than the lane has to be."""
    share = sum(_height(one) + FAMILY_GAP for one in found) / count
    branches = sum(box.depth == 1 for box in family)
    return max(1, min(ceil(_height(family) / (share * 1.3)), branches, count))


def _height(boxes: Iterable[Box]) -> float:
    return sum(box.height + GAP for box in boxes)


class _Stacks:
    """The columns of a lane, filled from the top."""

    def __init__(self, structure: Structure, columns: Sequence[float]) -> None:
        self.boxes: dict[str, Box] = {}
        self._columns = columns
        self._bottoms = [0.0] * len(columns)
        self._ties = [{tie.source, tie.target} for tie in structure.ties]

    def begin(self, top: float) -> None:
        """Begin a lane."""
        self._bottoms = [top] * len(self._columns)

    @property
    def bottom(self) -> float:
        """The lower side of the lowest box."""
        return max(self._bottoms) - FAMILY_GAP

    def place(self, family: Sequence[Box], spread: int) -> None:
        """Put a family where it comes to stand highest, or somewhat lower near those with whom it has ties."""
        windows = [range(first, first + spread) for first in range(len(self._columns) - spread + 1)]
        window = min(windows, key=lambda window: self._cost(family, window))
        top = max(self._bottoms[column] for column in window)
        head, *others = family
        head = self._put(head, window[0], top)
        for column, boxes in zip(window, _shares(others, spread), strict=True):
            y = head.bottom + GAP
            for box in boxes:
                y = self._put(box, column, y).bottom + GAP
            self._bottoms[column] = y - GAP + FAMILY_GAP

    def _put(self, box: Box, column: int, y: float) -> Box:
        placed = replace(box, x=self._columns[column] + COLUMN - box.width, y=y, column=column)
        self.boxes[box.subject.id] = placed
        return placed

    def _cost(self, family: Sequence[Box], window: range) -> float:
        ids = {box.subject.id for box in family}
        near = [self.boxes[id_] for tie in self._ties if tie & ids for id_ in tie - ids if id_ in self.boxes]
        away = sum(min(abs(box.column - column) for column in window) for box in near)
        return max(self._bottoms[column] for column in window) + _ATTRACTION * away


def _shares(boxes: Sequence[Box], count: int) -> Iterator[list[Box]]:
    """Deal the branches of a family out to columns, in order, each about as high as the others."""
    branches: list[list[Box]] = []
    for box in boxes:
        if box.depth == 1:
            branches.append([])
        branches[-1].append(box)
    left = _height(boxes)
    for remaining in range(count, 0, -1):
        share: list[Box] = []
        while (
            branches
            and len(branches) >= remaining
            and (not share or remaining == 1 or _height(share) + _height(branches[0]) / 2 <= left / remaining)
        ):
            share += branches.pop(0)
        left -= _height(share)
        yield share
