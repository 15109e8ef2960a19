"""What one comparison requires and what was found, in words without the fact's title.

A negated comparison is put as its natural opposite: not "at least 5 years" is "less than 5 years". Comparisons that
mean the same may read the same; those that mean something different never do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import cast

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Lang
from rsnms.policy.conditions import Comparison, Op
from rsnms.rules.explain import Literal
from rsnms.rules.wording import (
    Number,
    count_words,
    date_words,
    full_years_words,
    list_words,
    number_words,
    quoted,
    span_ends,
    span_words,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The words of a comparison and of its contrary."""

    plain: str
    negated: str

    @property
    def reversed(self) -> "_Pair":
        return _Pair(self.negated, self.plain)

    def put(self, *words: str, negated: bool) -> str:
        return (self.negated if negated else self.plain).format(*words)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The words of a language; braces stand for the operand."""

    yes: str
    no: str
    stated: _Pair
    no_member: str
    """Found: the empty set."""
    below_month: str
    """Found: a duration of less than one full month."""
    value: _Pair
    negations: tuple[str, ...]
    """How a title begins that is a denial itself, as "без образовательной деятельности"; "не без …" would mislead."""
    anything_but: str
    amount: _Pair
    bounds: dict[Op, _Pair]
    between: _Pair
    day_bounds: dict[Op, _Pair]
    days_between: _Pair
    one_of: _Pair
    member: _Pair
    any_of: _Pair
    all_of: _Pair


def _bounds(at_least: str, less_than: str, at_most: str, more_than: str) -> dict[Op, _Pair]:
    low, high = _Pair(at_least, less_than), _Pair(at_most, more_than)
    return {Op.AT_LEAST: low, Op.LESS_THAN: low.reversed, Op.AT_MOST: high, Op.MORE_THAN: high.reversed}


_PHRASES: dict[Lang, _Phrases] = {
    "ru": _Phrases(
        yes="да",
        no="нет",
        stated=_Pair("указано", "не указано"),
        no_member="нет",
        below_month="менее месяца",
        value=_Pair("{}", "не {}"),
        negations=("не ", "нет", "без "),
        anything_but="любое, кроме {}",
        amount=_Pair("ровно {}", "не {}"),
        bounds=_bounds("не менее {}", "менее {}", "не более {}", "более {}"),
        between=_Pair("от {} до {} включительно", "менее {} или более {}"),
        day_bounds=_bounds("не ранее {}", "ранее {}", "не позднее {}", "позднее {}"),
        days_between=_Pair("с {} по {}", "ранее {} или позднее {}"),
        one_of=_Pair("одно из: {}", "не из числа: {}"),
        member=_Pair("в их числе есть: {}", "в их числе нет: {}"),
        any_of=_Pair("хотя бы одно из: {}", "нет ни одного из: {}"),
        all_of=_Pair("все перечисленные: {}", "не все перечисленные: {}"),
    ),
    "en": _Phrases(
        yes="yes",
        no="no",
        stated=_Pair("stated", "not stated"),
        no_member="none",
        below_month="less than a month",
        value=_Pair("{}", "not {}"),
        negations=("not ", "no ", "none", "without "),
        anything_but="anything but {}",
        amount=_Pair("exactly {}", "not {}"),
        bounds=_bounds("at least {}", "less than {}", "at most {}", "more than {}"),
        between=_Pair("from {} to {} inclusive", "less than {} or more than {}"),
        day_bounds=_bounds("on or after {}", "before {}", "on or before {}", "after {}"),
        days_between=_Pair("from {} to {}", "before {} or after {}"),
        one_of=_Pair("one of: {}", "not one of: {}"),
        member=_Pair("including {}", "not including {}"),
        any_of=_Pair("at least one of: {}", "none of: {}"),
        all_of=_Pair("all of: {}", "not all of: {}"),
    ),
}


@lru_cache(maxsize=4096)
def requirement(literal: Literal, lang: Lang = "ru") -> str:
    """Say what a comparison, or its contrary, requires of its fact: "не менее 5 лет", "одно из: первая, высшая"."""
    node, phrases = _simplest(literal.comparison), _PHRASES[lang]
    negated = literal.negated != (node.op in (Op.IS_NOT, Op.NONE_OF))
    match node.fact.type, node.op:
        case _, Op.KNOWN:
            return phrases.stated.put(negated=negated == node.operand)
        case FactType.BOOLEAN, _:
            return found_words(node.fact, node.operand != negated, lang)
        case FactType.CHOICES | FactType.TEXTS, _:
            return _members_required(node, lang, negated=negated)
        case _, Op.ONE_OF | Op.NONE_OF:
            return phrases.one_of.put(_list(node.fact, _members(node), lang), negated=negated)
        case FactType.DATE, _:
            return _day_required(node, lang, negated=negated)
        case FactType.INTEGER | FactType.NUMBER | FactType.DURATION, _:
            return _amount_required(node, lang, negated=negated)
    return _value_required(node, lang, negated=negated)


def _value_required(node: Comparison, lang: Lang, *, negated: bool) -> str:
    phrases, value = _PHRASES[lang], _value(node.fact, cast("Atom", node.operand), lang)
    contrary = phrases.value.put(value, negated=True)
    titles = {listed.title.in_(lang) for listed in node.fact.values}
    if negated and (value.startswith(phrases.negations) or contrary in titles):
        return phrases.anything_but.format(quoted(value, lang))
    return contrary if negated else value


def _simplest(node: Comparison) -> Comparison:
    """The same comparison said more plainly: one of a single value, or between equal ends, is that value."""
    if node.fact.type.is_set or not isinstance(node.operand, tuple) or len(set(node.operand)) != 1:
        return node
    return Comparison(node.fact, Op.IS_NOT if node.op is Op.NONE_OF else Op.IS, node.operand[0])


def _members_required(node: Comparison, lang: Lang, *, negated: bool) -> str:
    phrases, members = _PHRASES[lang], _members(node)
    several = phrases.all_of if node.op is Op.ALL_OF else phrases.any_of
    pair = several if len(members) > 1 else phrases.member
    return pair.put(_list(node.fact, members, lang), negated=negated)


def _members(node: Comparison) -> Sequence[Atom | Span]:
    return node.operand if isinstance(node.operand, tuple) else (node.operand,)


def _list(fact: Fact, values: Iterable[Atom | Span], lang: Lang) -> str:
    places = {value.id: place for place, value in enumerate(fact.values)}
    ordered = sorted(values, key=lambda value: places.get(str(value), len(places)))
    return list_words(_value(fact, value, lang) for value in ordered)


def _day_required(node: Comparison, lang: Lang, *, negated: bool) -> str:
    phrases = _PHRASES[lang]
    if isinstance(node.operand, tuple):
        first, last = (_value(node.fact, day, lang) for day in node.operand)
        return phrases.days_between.put(first, last, negated=negated)
    return phrases.day_bounds.get(node.op, phrases.value).put(_value(node.fact, node.operand, lang), negated=negated)


def _amount_required(node: Comparison, lang: Lang, *, negated: bool) -> str:
    phrases, operand = _PHRASES[lang], node.operand
    if isinstance(operand, tuple):
        return phrases.between.put(*_ends(node.fact, *operand, lang=lang), negated=negated)
    if node.op in phrases.bounds:
        return phrases.bounds[node.op].put(_amount(node.fact, operand, lang, genitive=True), negated=negated)
    if isinstance(operand, Span) and operand.whole_years:
        return phrases.value.put(full_years_words(operand.months // 12, lang), negated=negated)
    return phrases.amount.put(_amount(node.fact, operand, lang), negated=negated)


def _ends(fact: Fact, low: Atom | Span, high: Atom | Span, *, lang: Lang) -> tuple[str, str]:
    if isinstance(low, Span) and isinstance(high, Span):
        return span_ends(low, high, lang)
    return number_words(cast("Number", low), lang), _amount(fact, high, lang, genitive=True)


def _amount(fact: Fact, amount: Atom | Span, lang: Lang, *, genitive: bool = False) -> str:
    if isinstance(amount, Span):
        return span_words(amount, lang, genitive)
    number = cast("Number", amount)
    return count_words(number, fact.unit, lang, genitive=genitive) if fact.unit else number_words(number, lang)


@lru_cache(maxsize=4096)
def found_words(fact: Fact, atom: Atom | None, lang: Lang = "ru") -> str:
    """Say what was found: "4 года 6 месяцев", "первая", "да", "01.07.2024"; "не указано" where the fact is not known.

    Members of a set stand in the order of the vocabulary, free texts in that of the alphabet.
    """
    phrases = _PHRASES[lang]
    if atom is None:
        return phrases.stated.negated
    if isinstance(atom, frozenset):
        by_alphabet = sorted(atom, key=lambda text: (text.casefold(), text))
        return _list(fact, by_alphabet, lang) or phrases.no_member
    return _value(fact, atom, lang)


def _value(fact: Fact, atom: Atom | Span, lang: Lang) -> str:
    phrases = _PHRASES[lang]
    match atom:
        case bool():
            return phrases.yes if atom else phrases.no
        case date():
            return date_words(atom, lang)
        case str() if fact.type.is_listed:
            listed = fact.value(atom)
            return listed.title.in_(lang) if listed else atom
        case str():
            return quoted(atom, lang)
        case int() if fact.type is FactType.DURATION:
            return span_words(atom, lang) if atom else phrases.below_month
    return _amount(fact, atom, lang)
