"""From a written comparison to one of the condition tree: the operator checked, the operand typed."""

from rsnms.domain.fact import BadValueError, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.condition_forms import ComparisonForm
from rsnms.policy.conditions import OPS_OF_TYPE, Comparison, Op, Operand
from rsnms.policy.feasibility import is_possible
from rsnms.policy.layers import Written
from rsnms.policy.problems import Path, Problem

_FIELDS = {op: "is_" if op is Op.IS else op.value for op in Op}
_LISTS = (Op.ONE_OF, Op.NONE_OF, Op.ANY_OF, Op.ALL_OF, Op.BETWEEN)


def bind_comparison(
    fact: Fact, written: Written, form: ComparisonForm, path: Path, clause: str | None, problems: list[Problem]
) -> Comparison | None:
    """Bind the comparison at a path of an element; a demand that no value of the fact meets is a mistake, too."""
    suitable = Text(", ".join(op for op in Op if op in OPS_OF_TYPE[fact.type]))
    ops = [op for op in Op if getattr(form, _FIELDS[op]) is not None]
    if len(ops) != 1:
        found = ", ".join(ops) or Text("ни одного", "none")
        problems.append(written.problem("operator-count", path, found, expected=suitable))
        return None
    op = ops[0]
    if op not in OPS_OF_TYPE[fact.type]:
        problems.append(written.problem("wrong-operator", (*path, op), op, expected=suitable))
        return None
    operand = _operand(written, fact, op, getattr(form, _FIELDS[op]), (*path, op), problems)
    if operand is None:
        return None
    comparison = Comparison(fact, op, operand, clause)
    if not is_possible(comparison):
        problems.append(written.problem("never-met", (*path, op), str(comparison), expected=_values(fact)))
    return comparison


def _operand(
    written: Written, fact: Fact, op: Op, said: str | list[str], path: Path, problems: list[Problem]
) -> Operand | None:
    if op is Op.KNOWN:
        return _known(written, said, path, problems)
    texts = said if isinstance(said, list) else [said]
    values = []
    for index, text in enumerate(texts):
        try:
            values.append(fact.read(text))
        except BadValueError as error:
            place = (*path, index) if op in _LISTS else path
            problems.append(written.problem("wrong-value", place, text, expected=error.expected, nearest=error.nearest))
    if len(values) < len(texts):
        return None
    if op is Op.BETWEEN:
        if len(values) != 2 or values[0] > values[1]:  # type: ignore[operator]
            expected = Text("пара значений, меньшее первым", "a pair of values, the lesser first")
            found = f"[{', '.join(texts)}]"
            problems.append(written.problem("wrong-value", path, found, expected=expected))
            return None
        return tuple(values)
    if op in _LISTS:
        if not values:
            expected = Text("непустой список", "a list that is not empty")
            problems.append(written.problem("wrong-value", path, "[]", expected=expected))
            return None
        order = [value.id for value in fact.values]
        return tuple(sorted(set(values), key=order.index if order else None))  # type: ignore[arg-type]
    return values[0]


def _known(written: Written, said: str | list[str], path: Path, problems: list[Problem]) -> bool | None:
    if said in ("true", "false"):
        return said == "true"
    expected = Text("true или false", "true or false")
    problems.append(written.problem("wrong-value", path, str(said), expected=expected))
    return None


def _values(fact: Fact) -> Text:
    if fact.type.is_listed:
        return Text(", ".join(value.id for value in fact.values))
    low, high = fact.shown_range
    if fact.lowest is None and fact.type is FactType.DURATION:
        low = str(Span(0, whole_years=True))
    if low == _NO_LIMIT:
        return Text(f"не более {high}", f"up to {high}")
    if high == _NO_LIMIT:
        return Text(f"не менее {low}", f"from {low}")
    return Text(f"от {low} до {high}", f"{low} to {high}")


_NO_LIMIT = "…"
