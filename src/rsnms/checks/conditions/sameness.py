"""Elements compared by what they mean: conditions by proof, everything else by content, apart from who states it."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any as Anything

from rsnms.domain.base import Value
from rsnms.domain.fact import About
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, comparisons, parts_of

Equivalent = Callable[[About, Condition, Condition], bool]
"""Whether two conditions about a kind of subject always have the same truth."""
_WHOSE = ("origin", "act")
"""Fields that say who states an element, and not what."""


def says_the_same(one: Anything, other: Anything, equivalent: Equivalent, about: About = About.PERSON) -> bool:
    """Whether an element says no more and no less than another one of the same kind."""
    match one, other:
        case ((Comparison() | All() | Any() | Not() | AtLeast()), (Comparison() | All() | Any() | Not() | AtLeast())):
            return equivalent(about, one, other)
        case tuple(), tuple():
            pairs = zip(one, other, strict=False)
            return len(one) == len(other) and all(says_the_same(*pair, equivalent, about) for pair in pairs)
    if type(one) is not type(other) or not (is_dataclass(one) or isinstance(one, Value)):
        return bool(one == other)
    about = _about(one, about)
    names = type(one).model_fields if isinstance(one, Value) else [field.name for field in fields(one)]
    return all(
        says_the_same(getattr(one, name), getattr(other, name), equivalent, about)
        for name in names
        if name not in _WHOSE
    )


def _about(element: Anything, about: About) -> About:
    """Whom the conditions of an element are about; a rule about records says it under ``of``."""
    stated = (getattr(element, name, None) for name in ("about", "of"))
    return next((one for one in stated if isinstance(one, About)), about)


def names_nothing_new(own: Condition, other: Condition) -> bool:
    """Whether a condition refers to the same clauses and gives no part a title that the other one lacks."""
    clauses = ({comparison.clause for comparison in comparisons(one)} for one in (own, other))
    return next(clauses) == next(clauses) and set(_titles(own)) <= set(_titles(other))


def _titles(condition: Condition) -> Iterator[Text]:
    title = getattr(condition, "title", None)
    if title is not None:
        yield title
    for part in parts_of(condition):
        yield from _titles(part)
