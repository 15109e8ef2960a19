"""The table form of :mod:`rsnms.rules.derivations`: whole columns brought from the day they were stated for to another.

Of experience it knows stated months that go on growing; employment periods are for the form that takes one person.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import narwhals as nw
from narwhals.typing import IntoFrameT

from rsnms.domain.calendar import full_months, is_month_end
from rsnms.domain.fact import Atom, Fact, FactType, Grows, Happened, Holds, Overlap, Since
from rsnms.rules.frames import Columns, Frame, compute


def facts_on(frame: IntoFrameT, facts: Sequence[Fact], as_of: date, on: date) -> IntoFrameT:
    """Add or replace the column of every fact that moves by its atoms on the day ``on``, null where not known then.

    The frame holds what was stated for the day ``as_of`` in the way :mod:`rsnms.rules.frames` describes. A fact stays
    without a column where neither it nor what it follows from has one. Whether two sets overlap is found out where
    ``facts`` has both of them with the values they can take; of free texts it has to be stated in a column.

    Raises:
        ValueError: a column is of the wrong type.
        TypeError: the frame is of a kind that cannot tell unknown from false.
    """
    moving = [fact for fact in facts if fact.movement is not None]
    listed = {fact.name: fact for fact in facts}

    def move(frame: Frame) -> Frame:
        columns = Columns(frame)
        moved = {fact.name: _on(fact, columns, listed, as_of, on) for fact in moving}
        known = {name: column for name, column in moved.items() if column is not None}
        return frame.with_columns(**known) if known else frame

    reads = [name for fact in moving for name in (fact.name, *_sources(fact))]
    return compute(frame, reads, [fact.name for fact in moving], move)


def _on(fact: Fact, columns: Columns, listed: dict[str, Fact], as_of: date, on: date) -> nw.Expr | None:
    """The fact's atoms on a day, ``None`` where nothing is known in any row."""
    stated = columns.read(fact.name, fact.type)
    match fact.movement:
        case Since(start=start):
            first = columns.read(start, FactType.DATE)
            grown = None if stated is None else _grown(stated, as_of, on)
            if first is None:
                return grown
            counted = nw.when(first <= on).then(_full_months(first, on))
            return counted if grown is None else counted.otherwise(nw.when(first.is_null()).then(grown))
        case Grows():
            return None if stated is None else _grown(stated, as_of, on)
        case Holds() as holds:
            return None if stated is None else _held(fact, holds, stated, columns, on)
        case Happened(on=name):
            day = columns.read(name, FactType.DATE)
            return _first_known(None if day is None else day <= on, stated)
        case Overlap(first=one, second=other):
            return _first_known(stated, _share(listed.get(one), listed.get(other), columns))
    return stated


def _sources(fact: Fact) -> tuple[str, ...]:
    """The names of the facts that a fact follows from."""
    match fact.movement:
        case Since(start=name) | Happened(on=name):
            return (name,)
        case Holds(start=start, until=until):
            return tuple(name for name in (start, until) if name is not None)
        case Overlap(first=one, second=other):
            return (one, other)
    return ()


def _full_months(start: nw.Expr, end: date) -> nw.Expr:
    """:func:`rsnms.domain.calendar.full_months` of a column and a day."""
    months = end.year * 12 + end.month - (start.dt.year().cast(nw.Int64) * 12 + start.dt.month().cast(nw.Int64))
    return months if is_month_end(end) else months - (start.dt.day() > end.day).cast(nw.Int64)


def _grown(stated: nw.Expr, as_of: date, on: date) -> nw.Expr:
    return stated + full_months(as_of, on) if on >= as_of else nw.lit(None, nw.Int64)


def _held(fact: Fact, holds: Holds, stated: nw.Expr, columns: Columns, on: date) -> nw.Expr:
    start = columns.read(holds.start, FactType.DATE) if holds.start else None
    until = columns.read(holds.until, FactType.DATE) if holds.until else None
    expired = _first_known(None if until is None else until < on, _term_over(holds, start, on))
    value = stated if expired is None else _until(expired.fill_null(False), fact, stated, holds.then)
    return value if start is None else nw.when(~(start > on).fill_null(False)).then(value)


def _until(expired: nw.Expr, fact: Fact, stated: nw.Expr, then: Atom | None) -> nw.Expr:
    """What was stated as long as it has not expired; ``then`` may be none of an Enum's values."""
    if then is None:
        return nw.when(~expired).then(stated)
    if fact.type.is_set:
        stated = stated.cast(nw.List(nw.String))
    elif fact.type in (FactType.CHOICE, FactType.TEXT):
        stated = stated.cast(nw.String)
    after = nw.lit(sorted(then), nw.List(nw.String)) if isinstance(then, frozenset) else nw.lit(then)
    return nw.when(~expired).then(stated).otherwise(nw.when(~stated.is_null()).then(after))


def _term_over(holds: Holds, start: nw.Expr | None, on: date) -> nw.Expr | None:
    """Whether the last day of the term, ``add_months(start, term)``, is past: the term was full the day before."""
    if start is None or holds.term is None or on == date.min:
        return None
    over = _full_months(start, on - timedelta(days=1)) >= holds.term
    return over if holds.term_before is None else over & (start < holds.term_before)


def _share(one: Fact | None, other: Fact | None, columns: Columns) -> nw.Expr | None:
    """Whether two sets of listed values have a member in common."""
    if one is None or other is None:
        return None
    first, second = columns.read(one.name, one.type), columns.read(other.name, other.type)
    common = {value.id for value in one.values} & {value.id for value in other.values}
    if first is None or second is None or not common:
        return None
    both = (first.list.contains(member) & second.list.contains(member) for member in sorted(common))
    return nw.when(~first.is_null(), ~second.is_null()).then(nw.any_horizontal(*both, ignore_nulls=False))


def _first_known(*answers: nw.Expr | None) -> nw.Expr | None:
    known = [answer for answer in answers if answer is not None]
    return nw.coalesce(*known) if known else None
