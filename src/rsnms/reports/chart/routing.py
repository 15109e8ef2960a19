"""Lines from box to box that run through no box: shortest ways over a grid of gutters, bands and gaps.

Ties of one relation and source share a trunk, as wires do on a board. Lines of different trunks may cross, which costs
something, but neither run on top of each other nor meet at a corner as long as there is room.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count, pairwise

from rsnms.reports.chart.boxes import UNIT, Box
from rsnms.reports.chart.hanging import hangings
from rsnms.reports.chart.plan import Plan
from rsnms.survey.structure import COORDINATING, Tie

Point = tuple[float, float]
Node = tuple[int, int]
"""A crossing of the grid: the index of its x and of its y."""
Net = tuple[str, str]
"""A relation and a source: what shares a trunk."""
_PARTS: Net = ("part-of", "")

_BEND, _CROSSING, _CLASH, _SHARED, _INDENTED = 45.0, 70.0, 4000.0, 0.15, 60.0
"""What a way costs beside its length: bends, crossings, lines on top of each other; its own trunk costs little."""
_CLEAR = 4.0
"""Between a line and a box that it passes."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a tie, corner by corner."""

    tie: Tie
    points: tuple[Point, ...]
    own: tuple[Point, ...]
    """The last part of it, which no other tie of its trunk had before."""

    @property
    def branches(self) -> bool:
        """Whether it leaves a trunk that another tie has laid."""
        return self.own[0] != self.points[0]


@dataclass(frozen=True, slots=True)
class Routes:
    """All ways, and whether lines had to run on top of each other."""

    routes: tuple[Route, ...]
    clashes: int


def route(plan: Plan, ties: Iterable[Tie]) -> Routes:
    """Find a way for every tie, those that direct others first, then the near before the far."""
    board = _Board(plan)
    ordered = sorted(ties, key=lambda tie: (tie.relation not in COORDINATING, _distance(plan, tie)))
    return Routes(tuple([board.connect(tie) for tie in ordered]), board.clashes)


def _distance(plan: Plan, tie: Tie) -> float:
    one, other = plan.boxes[tie.source], plan.boxes[tie.target]
    return abs(one.x - other.x) + abs(one.y - other.y)


@dataclass(slots=True)
class _Trunk:
    """What a net occupies: nodes, each with the node before it."""

    before: dict[Node, Node | None] = field(default_factory=dict)


class _Board:
    """The grid, and which nets occupy it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        sides = {edge for box in plan.boxes.values() for edge in (box.x, box.right)}
        rows = {y for box in plan.boxes.values() for y in _rows_of(box)}
        inside = {y for y in rows if any(lane.y < y < lane.y + lane.height for lane in plan.lanes)}
        self._xs = sorted(sides | {x for gutter in plan.gutters for x in gutter})
        self._ys = sorted(inside | {y for band in plan.bands for y in band})
        self._x_at = {x: index for index, x in enumerate(self._xs)}
        self._y_at = {y: index for index, y in enumerate(self._ys)}
        self._tracks = {self._x_at[x] for gutter in plan.gutters for x in gutter}
        self._across = [self._free_across(y) for y in self._ys]
        self._trunks: dict[Net, _Trunk] = defaultdict(_Trunk)
        self._owners: dict[tuple[Node, Node], set[Net]] = defaultdict(set)
        self._passing: dict[Node, dict[Net, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.clashes = 0
        for hanging in hangings(plan):
            self._keep_off(hanging.rows)

    def _keep_off(self, rows: Iterable[tuple[float, float, float]]) -> None:
        """Let lines cross, and not run along, the lines by which the parts of a family hang on it."""
        for y, left, right in rows:
            row = self._y_at.get(y)
            nodes = [(x, row) for x in range(len(self._xs)) if left < self._xs[x] < right] if row is not None else []
            for node in nodes:
                self._passing[node][_PARTS].add("h")
            for node, following in pairwise(nodes):
                self._owners[_edge(node, following)].add(_PARTS)

    def _free_across(self, y: float) -> list[bool]:
        """Of each two neighbouring x whether a line may run between them on a row."""
        near = [box for box in self._plan.boxes.values() if box.y - _CLEAR < y < box.bottom + _CLEAR]
        return [not any(box.x < right and left < box.right for box in near) for left, right in pairwise(self._xs)]

    def connect(self, tie: Tie) -> Route:
        """Find the cheapest way from the trunk of a tie's net to its target, and occupy it."""
        net = (str(tie.relation), tie.source)
        trunk = self._trunks[net]
        starts = list(trunk.before) or list(self._ports(self._plan.boxes[tie.source]))
        ends = {
            node: _extra(self._plan.boxes[tie.target], self._xs[node[0]])
            for node in self._ports(self._plan.boxes[tie.target])
        }
        way = self._search(net, starts, ends)
        self._occupy(net, trunk, way)
        before = _back(trunk, way[0])
        while len(way) > 1 and way[1] in before:
            way = way[1:]
        return Route(tie, self._corners([*_back(trunk, way[0]), *way[1:]]), self._corners(way))

    def _corners(self, nodes: Sequence[Node]) -> tuple[Point, ...]:
        """The ends of a way and the points where it turns."""
        points = [(self._xs[x], self._ys[y]) for x, y in nodes]
        kept = [
            here
            for before, here, after in zip(points, points[1:], points[2:], strict=False)
            if (before[0] == here[0]) != (here[0] == after[0])
        ]
        return (points[0], *kept, points[-1])

    def _ports(self, box: Box) -> Iterator[Node]:
        for y in _port_rows(box):
            yield self._x_at[box.x], self._y_at[y]
            yield self._x_at[box.right], self._y_at[y]

    def _search(self, net: Net, starts: Iterable[Node], ends: dict[Node, float]) -> list[Node]:
        """Dijkstra's search over nodes and directions."""
        order = count()
        best: dict[tuple[Node, str], float] = {}
        before: dict[tuple[Node, str], tuple[Node, str]] = {}
        queue: list[tuple[float, int, Node, str]] = []
        for node in starts:
            for way in "hv":
                best[node, way] = 0.0
                heappush(queue, (0.0, next(order), node, way))
        goal: tuple[Node, str] | None = None
        cheapest = float("inf")
        while queue:
            cost, _, node, way = heappop(queue)
            if cost >= cheapest:
                break
            if cost > best[node, way]:
                continue
            if node in ends and way == "h" and (node, way) in before:
                whole = cost + ends[node] + self._met(net, node, way, is_corner=True)
                if whole < cheapest:
                    goal, cheapest = (node, way), whole
            for following, turned, length in self._steps(node):
                step = cost + self._price(net, node, way, following, turned, length)
                if step < best.get((following, turned), float("inf")):
                    best[following, turned] = step
                    before[following, turned] = (node, way)
                    heappush(queue, (step, next(order), following, turned))
        if goal is None:
            raise ValueError("no way between two boxes")
        path = [goal]
        while path[-1] in before:
            path.append(before[path[-1]])
        return [node for node, _ in reversed(path)]

    def _steps(self, node: Node) -> Iterator[tuple[Node, str, float]]:
        x, y = node
        if x > 0 and self._across[y][x - 1]:
            yield (x - 1, y), "h", self._xs[x] - self._xs[x - 1]
        if x + 1 < len(self._xs) and self._across[y][x]:
            yield (x + 1, y), "h", self._xs[x + 1] - self._xs[x]
        if x in self._tracks:
            if y > 0:
                yield (x, y - 1), "v", self._ys[y] - self._ys[y - 1]
            if y + 1 < len(self._ys):
                yield (x, y + 1), "v", self._ys[y + 1] - self._ys[y]

    def _price(self, net: Net, node: Node, way: str, following: Node, turned: str, length: float) -> float:
        owners = self._owners.get(_edge(node, following), set())
        price = length * (_SHARED if net in owners else 1.0)
        if owners - {net}:
            price += _CLASH
        bends = way != turned
        return price + (_BEND if bends else 0.0) + self._met(net, node, way, is_corner=bends)

    def _met(self, net: Net, node: Node, way: str, *, is_corner: bool) -> float:
        """What meeting other nets at a node costs: little where one runs straight across the other."""
        price = 0.0
        for other, ways in self._passing.get(node, {}).items():
            if other != net:
                price += _CLASH if is_corner or "corner" in ways or way in ways else _CROSSING
        return price

    def _occupy(self, net: Net, trunk: _Trunk, way: list[Node]) -> None:
        trunk.before.setdefault(way[0], None)
        last = len(way) - 1
        for index, node in enumerate(way):
            here = self._passing[node][net]
            if index in (0, last):
                here.add("corner")
            else:
                before, after = _way(way[index - 1], node), _way(node, way[index + 1])
                here.add(before if before == after else "corner")
        for node, following in pairwise(way):
            owners = self._owners[_edge(node, following)]
            self.clashes += bool(owners - {net})
            owners.add(net)
            trunk.before.setdefault(following, node)


def _port_rows(box: Box) -> Iterator[float]:
    """The y at which lines may end on the sides of a box, the corners left out where there is room."""
    rows = round(box.height / UNIT)
    for row in range(1, rows - 1) if rows > 2 else range(rows):
        yield box.y + UNIT * (row + 0.5)


def _rows_of(box: Box) -> Iterator[float]:
    """The y at which lines may end at a box or pass below it."""
    yield from _port_rows(box)
    yield box.bottom + UNIT / 2
    yield box.bottom + UNIT * 1.5


def _extra(box: Box, x: float) -> float:
    """Lines that come from the left to a part cross the line by which it hangs on the whole."""
    return _INDENTED if box.depth and x == box.x else 0.0


def _edge(node: Node, following: Node) -> tuple[Node, Node]:
    return (node, following) if node <= following else (following, node)


def _way(node: Node, following: Node) -> str:
    return "h" if node[1] == following[1] else "v"


def _back(trunk: _Trunk, node: Node) -> list[Node]:
    """The way along the trunk from the source to a node, that included."""
    way = [node]
    while (before := trunk.before[way[-1]]) is not None:
        way.append(before)
    return way[::-1]
