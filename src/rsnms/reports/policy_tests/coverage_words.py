"""Coverage in words: shares that are never rounded up, units, and what a mutant changes."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from rsnms.domain.fact import Atom
from rsnms.domain.span import Span
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Op
from rsnms.policy.indicators import Indicator
from rsnms.policy.routes import RouteRule
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.mutations import Kind, Mutation
from rsnms.policy_tests.rule_mutations import RuleMutation
from rsnms.policy_tests.target_mutations import TargetMutation
from rsnms.reports.indicator_words import target_words
from rsnms.reports.policy_tests.slip_words import rule_change_words, target_change_words
from rsnms.rules.explain import Literal
from rsnms.rules.requirement import found_words
from rsnms.rules.wording import date_words, number_words, quoted, span_words
from rsnms.rules.words import literal_words, words

_LONGEST = 160
"""Characters of a unit that a line shows."""
_CHANGES = {
    Kind.NEVER: Text("условие не выполнено ни у кого", "the condition is met by nobody"),
    Kind.ALWAYS: Text("условие выполнено у всех", "the condition is met by everybody"),
}
_ALL = Text("все условия", "all conditions")
_ANY = Text("хотя бы одно условие", "at least one condition")


def tenths_of_percent(share: Fraction) -> int:
    """A share in tenths of a per cent, rounded down."""
    return share.numerator * 1000 // share.denominator


def percent_words(share: Fraction, lang: Lang = "ru") -> str:
    """A share rounded down to a tenth: "99,9 %", and "100 %" only where nothing is missing."""
    whole, tenth = divmod(tenths_of_percent(share), 10)
    point = "." if lang == "en" else ","
    number = f"{whole}{point}{tenth}" if tenth else str(whole)
    return f"{number}%" if lang == "en" else f"{number} %"


def exact_percent_words(share: Fraction, lang: Lang = "ru") -> str:
    """A share that was stated in decimals, with all of them: "66,67 %"."""
    percent = share * 100
    number = f"{(Decimal(percent.numerator) / percent.denominator).normalize():f}"
    return f"{number}%" if lang == "en" else f"{number.replace('.', ',')} %"


def unit_words(node: Condition | RouteRule | Indicator, lang: Lang = "ru") -> str:
    """A comparison with the title of its fact, the conditions that a node joins, a rule, or an indicator's target."""
    match node:
        case Comparison():
            said = literal_words(Literal(node), lang)
        case RouteRule(title=title):
            said = f"the rule {quoted(title.in_(lang), lang)}" if lang == "en" else f"правило {quoted(title.ru)}"
        case Indicator(target=target):
            said = f"{'target' if lang == 'en' else 'цель'}: {target_words(target, node, lang)}"
        case _:
            said = words(node, lang)
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


def change_words(mutant: Mutant, lang: Lang = "ru") -> str:
    """What a mutant changes: "порог 5 лет → 6 лет", "нет значения «первая»"."""
    node, mutation = mutant.unit.node, mutant.mutation
    match node, mutation:
        case RouteRule(), RuleMutation():
            return rule_change_words(node, mutation, lang)
        case Indicator(), TargetMutation():
            return target_change_words(node, mutation, lang)
    assert not isinstance(node, RouteRule | Indicator)  # noqa: S101 - those have mutations of their own
    assert isinstance(mutation, Mutation)  # noqa: S101
    changed = mutation.of(node)
    match mutation.kind, node, changed:
        case ((Kind.LOWER | Kind.HIGHER), Comparison(), Comparison()):
            before, after = (_bound(one.operand, mutation.end) for one in (node, changed))
            threshold = "threshold" if lang == "en" else "порог"
            return f"{threshold} {_value_words(before, lang)} → {_value_words(after, lang)}"
        case Kind.WITHOUT, Comparison(fact=fact, operand=tuple(members)), _:
            member = quoted(found_words(fact, _atom(members[mutation.end]), lang), lang)
            return f"without the value {member}" if lang == "en" else f"нет значения {member}"
        case Kind.EDGE, Comparison(op=op, operand=operand), _:
            value = _value_words(_bound(operand, mutation.end), lang)
            met, unmet = ("met", "not met") if lang == "en" else ("подходит", "не подходит")
            before, after = (unmet, met) if op in (Op.MORE_THAN, Op.LESS_THAN) else (met, unmet)
            exactly = "exactly" if lang == "en" else "ровно"
            return f"{exactly} {value}: {before} → {after}"
        case Kind.SWAPPED, _, _:
            return f"{_joined(node).in_(lang)} → {_joined(changed).in_(lang)}"
        case _, AtLeast(count=before_), AtLeast(count=after_):
            least = "at least" if lang == "en" else "не менее"
            return f"{least} {before_} → {least} {after_}"
    return _CHANGES[mutation.kind].in_(lang)


def _joined(node: Condition) -> Text:
    assert isinstance(node, All | Any)  # noqa: S101 - only these are swapped
    return _ALL if isinstance(node, All) else _ANY


def _bound(operand: object, end: int) -> object:
    return operand[end] if isinstance(operand, tuple) else operand


def _atom(value: Atom | Span) -> Atom:
    return value.months if isinstance(value, Span) else value


def _value_words(bound: object, lang: Lang) -> str:
    match bound:
        case Span():
            return span_words(bound, lang)
        case date():
            return date_words(bound, lang)
        case int() | float():
            return number_words(bound, lang)
    raise TypeError(f"no bound: {bound!r}")
