"""Compiling: a condition becomes one Python function for hot loops.

The function finds the truth of every comparison, packs the truths into a number, and looks up what that combination
settles. No text of a policy becomes source: names and operands are passed to the function as values.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from rsnms.policy.conditions import Comparison, Condition, Op, bounds, comparisons
from rsnms.rules.explain import Case
from rsnms.rules.standing import Outcome, standing
from rsnms.rules.truth import Truth

T = TypeVar("T")
Truths = dict[Comparison, Truth]

_REMEMBERED = 100_000
"""Combinations of truths that are kept before the memory starts anew."""
_UNMET, _UNKNOWN, _MET = (truth.value for truth in Truth)


def compile_condition(condition: Condition) -> Callable[[Case], Outcome]:
    """Make a function from a case to the condition's outcome."""
    return Compiled(condition, lambda truths: Outcome.of(standing(condition, truths))).settle


class Compiled(Generic[T]):
    """A compiled condition; ``settle(case)`` gives what ``conclude`` makes of the truths of its comparisons."""

    def __init__(self, condition: Condition, conclude: Callable[[Truths], T]) -> None:
        self._groups: dict[object, list[Comparison]] = {}
        for comparison in comparisons(condition):
            self._groups.setdefault(comparison.key, []).append(comparison)
        self._conclude = conclude
        self._memory: dict[int, T] = {}
        self.settle: Callable[[Case], T] = self._build()

    def _build(self) -> Callable[[Case], T]:
        constants: dict[str, object] = {"recall": self._memory.get, "learn": self._learn}
        lines = ["def settle(case):", "    get = case.get", "    key = 0"]
        fetched: dict[str, str] = {}
        for index, group in enumerate(self._groups.values()):
            comparison = group[0]
            name = comparison.fact.name
            if name not in fetched:
                fetched[name] = f"v{len(fetched)}"
                constants[f"n_{fetched[name]}"] = name
                lines.append(f"    {fetched[name]} = get(n_{fetched[name]})")
            test = _test(comparison, fetched[name], f"k{index}", constants)
            weight = 3**index
            lines.append(f"    if {test}: key += {weight * _MET}")
            if comparison.op is not Op.KNOWN:
                lines.append(f"    elif {fetched[name]} is None: key += {weight * _UNKNOWN}")
        lines.append("    return recall(key) or learn(key)")
        exec("\n".join(lines), constants)  # noqa: S102 - generated source without any outside text
        return constants["settle"]  # type: ignore[return-value]

    def _learn(self, key: int) -> T:
        truths: Truths = {}
        rest = key
        for group in self._groups.values():
            rest, value = divmod(rest, 3)
            truths |= dict.fromkeys(group, Truth(value))
        concluded = self._conclude(truths)
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[key] = concluded
        return concluded


def _test(comparison: Comparison, value: str, constant: str, constants: dict[str, object]) -> str:
    """The source of a test that is true when the comparison is met, and false for an unknown value."""
    if comparison.op is Op.KNOWN:
        return f"{value} is not None" if comparison.operand else f"{value} is None"
    interval = bounds(comparison)
    if interval is None:
        constants[constant] = _constant(comparison)
        membership = _MEMBERSHIP[comparison.fact.type.is_set][comparison.op]
        return f"{value} is not None and {membership.format(value, constant)}"
    tests = []
    for bound, symbol, suffix in (
        (interval.low, ">" if interval.low_open else ">=", "a"),
        (interval.high, "<" if interval.high_open else "<=", "b"),
    ):
        if bound is not None:
            constants[constant + suffix] = bound
            tests.append(f"{value} {symbol} {constant}{suffix}")
    inside = " and ".join(tests)
    return f"{value} is not None and " + (f"not ({inside})" if comparison.op is Op.IS_NOT else inside)


def _constant(comparison: Comparison) -> object:
    return frozenset(comparison.operand) if isinstance(comparison.operand, tuple) else comparison.operand


_MEMBERSHIP: dict[bool, dict[Op, str]] = {
    False: {Op.IS: "{} == {}", Op.IS_NOT: "{} != {}", Op.ONE_OF: "{} in {}", Op.NONE_OF: "{} not in {}"},
    True: {
        Op.ANY_OF: "not {}.isdisjoint({})",
        Op.ALL_OF: "{} >= {}",
        Op.NONE_OF: "{}.isdisjoint({})",
    },
}
