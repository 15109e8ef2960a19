"""A whole condition in Russian and English, on one line or as an outline.

Negations are carried down to the comparisons (De Morgan), so that a reader meets "менее 5 лет" and never "неверно, что
не менее 5 лет". A condition reads, on one line and as an outline::

    Категория — высшая; и (стаж — не менее 5 лет; или роли — хотя бы одно из: тьютор, наставник)

    Соблюдены все условия:
      – Категория — высшая
      – Соблюдено хотя бы одно из условий:
        – Стаж — не менее 5 лет
        – Роли — хотя бы одно из: тьютор, наставник
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rsnms.domain.fact import FactType
from rsnms.domain.text import Lang, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, fold
from rsnms.rules.explain import Literal
from rsnms.rules.requirement import requirement
from rsnms.rules.wording import CONDITIONS, capitalised, count_words, mid_sentence, quoted


def words(condition: Condition, lang: Lang = "ru") -> str:
    """Say a condition on one line; inner groups stand in parentheses, after their title where they have one."""
    return capitalised(_line(fold(condition, _Reader(lang)).plain, lang))


def outline(condition: Condition, lang: Lang = "ru") -> str:
    """Say a condition as indented lines, one for each comparison and each group."""
    return "\n".join(_lines(fold(condition, _Reader(lang)).plain, lang))


def literal_words(literal: Literal, lang: Lang = "ru") -> str:
    """Say one comparison, or its contrary, with the fact's title: "Стаж — не менее 5 лет", "Ведёт уроки: да"."""
    fact, op = literal.comparison.fact, literal.comparison.op
    title, required = fact.title.in_(lang), requirement(literal, lang)
    if op is Op.KNOWN:
        return capitalised(f"{required}: {mid_sentence(title)}")
    return capitalised(f"{title}: {required}" if fact.type is FactType.BOOLEAN else f"{title} — {required}")


@dataclass(frozen=True, slots=True)
class _Phrases:
    """How a language joins and heads the parts of a group; braces stand for numbers and titles."""

    and_: str
    or_: str
    all_: str
    any_: str
    at_least: str
    contrary: str


_PHRASES: dict[Lang, _Phrases] = {
    "ru": _Phrases(
        and_="; и ",
        or_="; или ",
        all_="соблюдены все условия",
        any_="соблюдено хотя бы одно из условий",
        at_least="соблюдено не менее {} из {}",
        contrary="не соблюдено условие {}, то есть",
    ),
    "en": _Phrases(
        and_="; and ",
        or_="; or ",
        all_="all of these conditions are met",
        any_="at least one of these conditions is met",
        at_least="at least {} of these {} are met",
        contrary="the condition {} is not met, which means",
    ),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """So many of these parts; ``title`` names the group, or what it is the contrary of."""

    count: int
    parts: tuple["_Clause", ...]
    title: Text | None = None
    contrary: bool = False

    @property
    def is_all(self) -> bool:
        return self.count == len(self.parts)

    @property
    def is_any(self) -> bool:
        return self.count == 1


_Clause = str | _Group
"""The words of a comparison, or a group."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a condition and its contrary read."""

    plain: _Clause
    contrary: _Clause

    def titled(self, title: Text | None) -> "_Reading":
        if title is None:
            return self
        return _Reading(_titled(self.plain, title), _titled(self.contrary, title, contrary=True))


class _Reader:
    """The algebra of readings."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def comparison(self, node: Comparison) -> _Reading:
        return _Reading(*(literal_words(Literal(node, negated), self._lang) for negated in (False, True)))

    def all(self, node: All, parts: list[_Reading]) -> _Reading:
        return _counted(len(parts), parts).titled(node.title)

    def any(self, node: Any, parts: list[_Reading]) -> _Reading:
        return _counted(1, parts).titled(node.title)

    def negation(self, node: Not, part: _Reading) -> _Reading:
        return _Reading(part.contrary, part.plain).titled(node.title)

    def at_least(self, node: AtLeast, parts: list[_Reading]) -> _Reading:
        return _counted(node.count, parts).titled(node.title)


def _counted(count: int, parts: list[_Reading]) -> _Reading:
    """At least ``count`` of the parts hold; in the contrary, so many fail that ``count`` cannot."""
    return _Reading(
        _group(count, [part.plain for part in parts]),
        _group(len(parts) - count + 1, [part.contrary for part in parts]),
    )


def _group(count: int, parts: list[_Clause]) -> _Clause:
    """Group parts; a group of one is its part, and a group of the same kind inside is opened."""
    if len(parts) == 1:
        return parts[0]
    if count not in (1, len(parts)):
        return _Group(count, tuple(parts))
    opened = tuple(inner for part in parts for inner in _opened(part, all_=count != 1))
    return _Group(1 if count == 1 else len(opened), opened)


def _opened(part: _Clause, *, all_: bool) -> tuple[_Clause, ...]:
    if isinstance(part, str) or part.title is not None:
        return (part,)
    return part.parts if (part.is_all if all_ else part.is_any) else (part,)


def _titled(clause: _Clause, title: Text, *, contrary: bool = False) -> _Group:
    if isinstance(clause, str) or clause.title is not None:
        return _Group(1, (clause,), title, contrary)
    return replace(clause, title=title, contrary=contrary)


def _line(clause: _Clause, lang: Lang, *, inner: bool = False) -> str:
    if isinstance(clause, str):
        return mid_sentence(clause)
    phrases = _PHRASES[lang]
    parts = [_line(part, lang, inner=len(clause.parts) > 1) for part in clause.parts]
    if clause.is_all or clause.is_any:
        line = (phrases.and_ if clause.is_all else phrases.or_).join(parts)
    else:
        line = f"{_asked(clause, lang)}: {'; '.join(parts)}"
    if clause.title is None:
        return f"({line})" if inner else line
    return f"{_named(clause, clause.title, lang)} ({line})"


def _lines(clause: _Clause, lang: Lang, indent: str = "", bullet: str = "") -> Iterator[str]:
    if isinstance(clause, str):
        yield f"{indent}{bullet}{clause}"
        return
    yield f"{indent}{bullet}{capitalised(_heading(clause, lang))}:"
    for part in clause.parts:
        yield from _lines(part, lang, indent + "  ", "– ")


def _heading(group: _Group, lang: Lang) -> str:
    asked = _asked(group, lang) if len(group.parts) > 1 else ""
    if group.title is None:
        return asked
    named = _named(group, group.title, lang)
    if group.contrary:
        return f"{named} {asked}".rstrip()
    return f"{named} ({asked})" if asked else named


def _asked(group: _Group, lang: Lang) -> str:
    phrases = _PHRASES[lang]
    if group.is_all:
        return phrases.all_
    if group.is_any:
        return phrases.any_
    return phrases.at_least.format(group.count, count_words(len(group.parts), CONDITIONS, lang, genitive=True))


def _named(group: _Group, title: Text, lang: Lang) -> str:
    name = quoted(title.in_(lang), lang)
    return _PHRASES[lang].contrary.format(name) if group.contrary else name
