"""Conditions over tables: one decision a row, on whatever kind of frame the caller has.

Every node of a condition becomes a nullable boolean column in which null is unknown; Polars, PyArrow, DuckDB and Spark
combine those by Kleene's logic, pandas goes through PyArrow. The answers of the comparisons come first, then the inner
nodes by height, then what is asked for: a stage names the columns of the stage before, so that no query repeats a part.

What is asked for depends on the answers of the comparisons alone. A frame in memory is therefore judged once for each
combination of answers that occurs in it, of which a million rows have few.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any as Anything

import narwhals as nw
from narwhals.typing import IntoFrameT

from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, bounds, facts_of, fold
from rsnms.rules.explain import Literal
from rsnms.rules.frames import Columns, Frame, compute, refuse_clash

DECISION = ("verdict", "ground", "unmet", "unknown")
"""The columns of a decision."""


def decide_frame(frame: IntoFrameT, gate: Condition | None, grounds: Sequence[tuple[str, Condition]]) -> IntoFrameT:
    """Decide every row: the gate and at least one of the grounds, given with their ids, are met.

    The frame comes back with the columns ``verdict`` ("eligible", "ineligible" or "undetermined"), ``ground`` (the id
    of the first ground that is met where the verdict is eligible, else null), ``unmet`` and ``unknown`` (the
    comparisons that stand in the way, as :meth:`~rsnms.rules.explain.Explanation.in_the_way` finds them, each once,
    in the order of the condition, joined by "; "; empty where there are none). :mod:`rsnms.rules.frames` says how
    facts stand in the columns of the frame, which may be eager or lazy and stays so.

    Raises:
        ValueError: there is no ground, the frame has a column of those names, or a column is of the wrong type.
        TypeError: the frame is of a kind that cannot tell unknown from false.
    """
    either = Any(tuple(condition for _, condition in grounds))
    whole = either if gate is None else All((gate, either))

    def decision(root: "_Node") -> dict[str, nw.Expr]:
        choice = root if gate is None else root.parts[1]
        met = [nw.when(part.truth).then(nw.lit(id_)) for (id_, _), part in zip(grounds, choice.parts, strict=True)]
        obstacles = list(root.in_the_way())
        return {
            "verdict": nw.coalesce(
                nw.when(root.truth).then(nw.lit("eligible")),
                nw.when(~root.truth).then(nw.lit("ineligible")),
                nw.lit("undetermined"),
            ),
            "ground": nw.when(root.truth).then(nw.coalesce(*met)),
            "unmet": _listed([(obstacle.label, obstacle.unmet) for obstacle in obstacles]),
            "unknown": _listed([(obstacle.label, obstacle.unknown) for obstacle in obstacles]),
        }

    return _judged(frame, whole, DECISION, decision)


def judge(frame: IntoFrameT, condition: Condition) -> IntoFrameT:
    """The frame with the column ``met``: whether the condition is met in a row, null where that is unknown.

    Raises:
        ValueError: the frame has a column ``met``, or a column is of the wrong type.
        TypeError: the frame is of a kind that cannot tell unknown from false.
    """
    return _judged(frame, condition, ("met",), lambda root: {"met": root.truth})


_Eager = nw.DataFrame[Anything]


@dataclass(frozen=True, slots=True)
class _Obstacle:
    """A comparison as it stands in a condition, and in which rows it is in the way."""

    label: str
    unmet: nw.Expr
    unknown: nw.Expr


@dataclass(frozen=True, slots=True)
class _Node:
    """A node, the column that holds its truth, the stage that computes it, and its parts."""

    condition: Condition
    column: str
    stage: int
    parts: tuple["_Node", ...] = ()

    @property
    def truth(self) -> nw.Expr:
        return nw.col(self.column)

    def in_the_way(self, *, negated: bool = False, among: tuple[nw.Expr, ...] = ()) -> Iterator[_Obstacle]:
        """The comparisons from left to right; ``among`` are the conditions for a row to look inside this node.

        A node that needs all of its parts is not met where one of them is not, so it hides nothing by itself.
        """
        if isinstance(self.condition, Comparison):
            unmet = self.truth if negated else ~self.truth
            label = str(Literal(self.condition, negated))
            yield _Obstacle(label, _every(unmet, *among), _every(self.truth.is_null(), *among))
        if isinstance(self.condition, AtLeast | (All if negated else Any)):
            among = (*among, self.truth.fill_null(True) if negated else ~self.truth.fill_null(False))
        below = negated != isinstance(self.condition, Not)
        for part in self.parts:
            yield from part.in_the_way(negated=below, among=among)


class _Staging:
    """The algebra of columns: what a comparison asks of its column, and the inner nodes stage by stage."""

    def __init__(self, columns: Columns, prefix: str) -> None:
        self._columns = columns
        self._prefix = prefix
        self._names: dict[Anything, str] = {}
        self.stages: list[dict[str, nw.Expr]] = [{}]

    def comparison(self, node: Comparison) -> _Node:
        if node.key not in self._names:
            column = self._columns.read(node.fact.name, node.fact.type)
            self._names[node.key] = self._add(0, _answer(node, column))
        return _Node(node, self._names[node.key], 0)

    def all(self, node: All, parts: list[_Node]) -> _Node:
        return self._inner(node, parts, _every(*_truths(parts)))

    def any(self, node: Any, parts: list[_Node]) -> _Node:
        return self._inner(node, parts, _some(*_truths(parts)))

    def negation(self, node: Not, part: _Node) -> _Node:
        return self._inner(node, [part], ~part.truth)

    def at_least(self, node: AtLeast, parts: list[_Node]) -> _Node:
        """Settled where it makes no difference whether the unknown parts turn out unmet or met."""
        surely, possibly = (
            nw.sum_horizontal(*(truth.fill_null(unknown).cast(nw.Int64) for truth in _truths(parts))) >= node.count
            for unknown in (False, True)
        )
        return self._inner(node, parts, nw.when(surely == possibly).then(surely))

    def _inner(self, node: Condition, parts: list[_Node], truth: nw.Expr) -> _Node:
        stage = 1 + max(part.stage for part in parts)
        return _Node(node, self._add(stage, truth), stage, tuple(parts))

    def _add(self, stage: int, truth: nw.Expr) -> str:
        if stage == len(self.stages):
            self.stages.append({})
        name = f"{self._prefix}{stage}_{len(self.stages[stage])}"
        self.stages[stage][name] = truth
        return name


def _every(*answers: nw.Expr) -> nw.Expr:
    return nw.all_horizontal(*answers, ignore_nulls=False)


def _some(*answers: nw.Expr) -> nw.Expr:
    return nw.any_horizontal(*answers, ignore_nulls=False)


def _truths(parts: list[_Node]) -> list[nw.Expr]:
    return [part.truth for part in parts]


def _answer(node: Comparison, column: nw.Expr | None) -> nw.Expr:
    """What a comparison answers: null where its fact is not known."""
    if column is None:
        return nw.lit(not node.operand if node.op is Op.KNOWN else None, nw.Boolean)
    if node.op is Op.KNOWN:
        return ~column.is_null() if node.operand else column.is_null()
    interval = bounds(node)
    if interval is None:
        return _membership(node, column)
    limits = []
    if interval.low is not None:
        limits.append(column > interval.low if interval.low_open else column >= interval.low)
    if interval.high is not None:
        limits.append(column < interval.high if interval.high_open else column <= interval.high)
    within = _every(*limits)
    return ~within if node.op is Op.IS_NOT else within


def _membership(node: Comparison, column: nw.Expr) -> nw.Expr:
    """What a comparison with one value or with listed ones answers."""
    if not isinstance(node.operand, tuple):
        return ~(column == node.operand) if node.op is Op.IS_NOT else column == node.operand
    match node.op:
        case Op.ONE_OF:
            return column.is_in(node.operand)
        case Op.NONE_OF if not node.fact.type.is_set:
            return ~column.is_in(node.operand)
        case Op.ANY_OF:
            return _some(*_has(column, node.operand))
        case Op.ALL_OF:
            return _every(*_has(column, node.operand))
        case Op.NONE_OF:
            return ~_some(*_has(column, node.operand))
    raise ValueError(f"{node.op} does not apply to {node.fact.type}")


def _has(column: nw.Expr, members: Sequence[Anything]) -> list[nw.Expr]:
    return [column.list.contains(member) for member in members]


def _listed(marked: list[tuple[str, nw.Expr]]) -> nw.Expr:
    """The labels of the rows that each is true for."""
    by_label: dict[str, list[nw.Expr]] = {}
    for label, here in marked:
        by_label.setdefault(label, []).append(here)
    shown = [nw.when(_some(*places)).then(nw.lit(label)) for label, places in by_label.items()]
    return nw.concat_str(*shown, separator="; ", ignore_nulls=True)


def _judged(
    native: IntoFrameT, condition: Condition, writes: Sequence[str], outputs: Callable[[_Node], dict[str, nw.Expr]]
) -> IntoFrameT:
    """Add the columns ``writes`` that ``outputs`` makes of the columns of the nodes."""
    refuse_clash(native, writes)

    def add(frame: Frame) -> Frame:
        columns = Columns(frame)
        prefix = columns.unused_prefix()
        staging = _Staging(columns, prefix)
        root = fold(condition, staging)
        answers, *inner = staging.stages

        def finish(answered: Frame) -> Frame:
            for stage in (*inner, outputs(root)):
                answered = answered.with_columns(**stage)
            return answered

        answered = frame.with_columns(**answers)
        if isinstance(answered, nw.DataFrame) and len(answered) and len(answers) <= _MOST_ANSWERS:
            combinations, places = _combinations(answered.select(*answers), f"{prefix}key")
            judged: _Eager = finish(combinations).select(*writes)[places]  # type: ignore[index]
            return frame.with_columns(*(judged[name] for name in writes))
        return finish(answered).drop([name for stage in staging.stages for name in stage])

    return compute(native, (fact.name for fact in facts_of(condition)), writes, add)


_MOST_ANSWERS = 39
"""Answers of three kinds whose combinations a 64-bit integer can number."""
_FEW_ANSWERS = 6
"""Answers with so few combinations that it takes longer to find those that occur than to judge them all."""


def _combinations(answers: _Eager, key: str) -> tuple[_Eager, nw.Series[Anything]]:
    """A table of combinations with every one that occurs, and for each row the place of its own."""
    names = answers.columns
    digits = [
        nw.when(nw.col(name)).then(2 * 3**place).otherwise(nw.when(nw.col(name).is_null()).then(3**place).otherwise(0))
        for place, name in enumerate(reversed(names))
    ]
    numbered = answers.with_columns(nw.sum_horizontal(*digits).alias(key))
    if len(names) <= _FEW_ANSWERS:
        columns = dict(zip(names, zip(*product((False, None, True), repeat=len(names)), strict=True), strict=True))
        types = dict.fromkeys(names, nw.Boolean())
        return nw.from_dict(columns, types, backend=answers.implementation), numbered[key]
    found = numbered.unique(subset=key)
    return found, numbered[key].replace_strict(found[key].to_list(), range(len(found)))
