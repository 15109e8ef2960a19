"""From written conditions to the condition tree: names resolved, operands typed, impossible demands refused."""

from collections.abc import Mapping, Sequence

from rsnms.domain.fact import BadValueError, Fact
from rsnms.domain.text import Text
from rsnms.policy.condition_forms import AllForm, AnyForm, ComparisonForm, CountForm, NotForm, UseForm
from rsnms.policy.conditions import (
    MAX_DEPTH,
    OPS_OF_TYPE,
    All,
    Any,
    AtLeast,
    Comparison,
    Condition,
    Not,
    Op,
    Operand,
)
from rsnms.policy.feasibility import contradictory_facts, is_possible
from rsnms.policy.forms import BilingualForm
from rsnms.policy.layers import Written
from rsnms.policy.problems import Path, Problem, nearest

_FIELDS = {op: "is_" if op is Op.IS else op.value for op in Op}
_LISTS = (Op.ONE_OF, Op.NONE_OF, Op.ANY_OF, Op.ALL_OF, Op.BETWEEN)


class ConditionBinder:
    """Binds the conditions about one kind of subject; mistakes go to ``problems`` and make the result ``None``."""

    def __init__(
        self, vocabulary: Mapping[str, Fact], criteria: Mapping[str, Written], problems: list[Problem]
    ) -> None:
        self._vocabulary = vocabulary
        self._criteria = criteria
        self._problems = problems
        self._using: list[str] = []

    def bind(self, written: Written, form: object, path: Path, clause: str | None, depth: int = 0) -> Condition | None:
        """Bind the condition at a path of an element; ``clause`` stands for comparisons that name none."""
        if depth > MAX_DEPTH:
            self._problems.append(written.problem("too-deep", path, expected=Text(str(MAX_DEPTH))))
            return None
        match form:
            case ComparisonForm():
                return self._comparison(written, form, path, form.clause or clause)
            case UseForm():
                return self._criterion(written, form, path, form.clause or clause, depth)
            case NotForm():
                part = self.bind(written, form.not_, (*path, "not"), form.clause or clause, depth + 1)
                return None if part is None else Not(part, _text(form.title))
            case AllForm():
                parts = self._parts(written, form.all, (*path, "all"), form.clause or clause, depth)
                return self._all(written, form, path, parts)
            case AnyForm():
                parts = self._parts(written, form.any, (*path, "any"), form.clause or clause, depth)
                return Any(parts, _text(form.title)) if parts else None
            case CountForm():
                parts = self._parts(written, form.of, (*path, "of"), form.clause or clause, depth)
                return self._at_least(written, form, path, parts)
        raise TypeError(f"no condition: {form!r}")

    def _parts(
        self, written: Written, forms: Sequence[object], path: Path, clause: str | None, depth: int
    ) -> tuple[Condition, ...]:
        """Bind all parts; none of them, where one is mistaken."""
        parts = [self.bind(written, form, (*path, index), clause, depth + 1) for index, form in enumerate(forms)]
        bound = [part for part in parts if part is not None]
        return tuple(bound) if len(bound) == len(parts) else ()

    def _all(self, written: Written, form: AllForm, path: Path, parts: tuple[Condition, ...]) -> Condition | None:
        if not parts:
            return None
        condition = All(parts, _text(form.title))
        for name in contradictory_facts(condition):
            self._problems.append(written.problem("contradiction", path, name))
        return condition

    def _at_least(
        self, written: Written, form: CountForm, path: Path, parts: tuple[Condition, ...]
    ) -> Condition | None:
        if form.at_least > len(form.of):
            expected = Text(str(len(form.of)))
            found = str(form.at_least)
            self._problems.append(written.problem("wrong-count", (*path, "at_least"), found, expected=expected))
            return None
        return AtLeast(form.at_least, parts, _text(form.title)) if parts else None

    def _criterion(
        self, written: Written, form: UseForm, path: Path, clause: str | None, depth: int
    ) -> Condition | None:
        criterion = self._criteria.get(form.use)
        if criterion is None:
            guess = nearest(form.use, self._criteria)
            self._problems.append(written.problem("unknown-criterion", (*path, "use"), form.use, nearest=guess))
            return None
        if form.use in self._using:
            circle = " → ".join([*self._using[self._using.index(form.use) :], form.use])
            self._problems.append(written.problem("criterion-cycle", (*path, "use"), circle))
            return None
        self._using.append(form.use)
        clause = clause or criterion.form.clause
        bound = self.bind(criterion, criterion.form.when, ("when",), clause, depth + 1)
        self._using.pop()
        return None if bound is None else _titled(bound, criterion.form.title.text())

    def _comparison(self, written: Written, form: ComparisonForm, path: Path, clause: str | None) -> Condition | None:
        fact = self._vocabulary.get(form.fact)
        if fact is None:
            guess = nearest(form.fact, self._vocabulary)
            self._problems.append(written.problem("unknown-fact", (*path, "fact"), form.fact, nearest=guess))
            return None
        suitable = Text(", ".join(op for op in Op if op in OPS_OF_TYPE[fact.type]))
        ops = [op for op in Op if getattr(form, _FIELDS[op]) is not None]
        if len(ops) != 1:
            found = ", ".join(ops) or Text("ни одного", "none")
            self._problems.append(written.problem("operator-count", path, found, expected=suitable))
            return None
        op = ops[0]
        if op not in OPS_OF_TYPE[fact.type]:
            self._problems.append(written.problem("wrong-operator", (*path, op), op, expected=suitable))
            return None
        operand = self._operand(written, fact, op, getattr(form, _FIELDS[op]), (*path, op))
        if operand is None:
            return None
        comparison = Comparison(fact, op, operand, clause)
        if not is_possible(comparison):
            self._problems.append(written.problem("never-met", path, str(comparison), expected=_values(fact)))
        return comparison

    def _operand(self, written: Written, fact: Fact, op: Op, said: str | list[str], path: Path) -> Operand | None:
        if op is Op.KNOWN:
            return self._known(written, said, path)
        texts = said if isinstance(said, list) else [said]
        values = []
        for index, text in enumerate(texts):
            try:
                values.append(fact.read(text))
            except BadValueError as error:
                place = (*path, index) if op in _LISTS else path
                self._problems.append(
                    written.problem("wrong-value", place, text, expected=error.expected, nearest=error.nearest)
                )
        if len(values) < len(texts):
            return None
        if op is Op.BETWEEN:
            if len(values) != 2 or values[0] > values[1]:  # type: ignore[operator]
                expected = Text("два значения, меньшее первым", "two values, the lesser first")
                found = ", ".join(texts)
                self._problems.append(written.problem("wrong-value", path, found, expected=expected))
                return None
            return tuple(values)
        if op in _LISTS:
            if not values:
                expected = Text("непустой список", "a list that is not empty")
                self._problems.append(written.problem("wrong-value", path, "[]", expected=expected))
                return None
            order = [value.id for value in fact.values]
            return tuple(sorted(set(values), key=order.index if order else None))  # type: ignore[arg-type]
        return values[0]

    def _known(self, written: Written, said: str | list[str], path: Path) -> bool | None:
        if said in ("true", "false"):
            return said == "true"
        expected = Text("true или false", "true or false")
        self._problems.append(written.problem("wrong-value", path, str(said), expected=expected))
        return None


def _text(form: BilingualForm | None) -> Text | None:
    return form.text() if form else None


def _titled(condition: Condition, title: Text) -> Condition:
    """Give a criterion's condition its title, on a node of its own where the condition has one already."""
    match condition:
        case All(parts, None):
            return All(parts, title)
        case Any(parts, None):
            return Any(parts, title)
        case AtLeast(count, parts, None):
            return AtLeast(count, parts, title)
        case Not(part, None):
            return Not(part, title)
        case _:
            return All((condition,), title)


def _values(fact: Fact) -> Text:
    if fact.type.is_listed:
        return Text(", ".join(value.id for value in fact.values))
    low, high = fact.shown_range
    return Text(f"от {low} до {high}", f"{low} to {high}")
