"""The points on which subjects, indicators, documents and other elements of two policies are compared."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from rsnms.domain.subject import Subject
from rsnms.domain.target import Amount, Bound, Target
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator, Population, Ratio, Share, State, Tally
from rsnms.policy.system import Document, Governance, Obligation, Schedule
from rsnms.rules.words import words
from rsnms.survey.matched import Point, Said
from rsnms.survey.record import Record

E = TypeVar("E")
Sayings = Callable[[E], Iterable[Said]]
"""What an element says at a point."""


def subject_points(one: Iterable[Subject], other: Iterable[Subject]) -> tuple[Point, ...]:
    """Compare subjects: what they are, and where they stand."""
    return _points(
        one,
        other,
        {
            "kind": lambda subject: [Said(str(subject.kind), subject.kind, subject.clause)],
            "level": lambda subject: [Said(str(subject.level), subject.level, subject.clause)],
            "part_of": lambda subject: _names(subject.clause, subject.part_of),
            "in_structure": lambda subject: [
                Said(str(subject.in_structure).lower(), subject.in_structure, subject.clause)
            ],
        },
    )


def performer_points(one: Iterable[Record], other: Iterable[Record]) -> tuple[Point, ...]:
    """Compare who performs an activity."""
    return _points(one, other, {"performer": lambda record: _names(record.clause, record.subject)})


def governance_points(one: Iterable[Governance], other: Iterable[Governance]) -> tuple[Point, ...]:
    """Compare who leads, coordinates, approves."""
    return _points(one, other, {"by": lambda governance: _names(governance.clause, *governance.by)})


def document_points(one: Iterable[Document], other: Iterable[Document]) -> tuple[Point, ...]:
    """Compare when documents are due, and whose hands they pass through."""
    return _points(
        one,
        other,
        {
            "when": _when,
            "approved_by": lambda document: _names(document.clause, document.approved_by),
            "prepared_by": lambda document: _names(document.clause, document.prepared_by),
            "party": lambda document: _names(document.clause, *document.parties),
        },
    )


def obligation_points(one: Iterable[Obligation], other: Iterable[Obligation]) -> tuple[Point, ...]:
    """Compare how often something has to happen, and who is responsible."""
    return _points(one, other, {"when": _when, "by": lambda obligation: _names(obligation.clause, *obligation.by)})


def indicator_points(one: Iterable[Indicator], other: Iterable[Indicator]) -> tuple[Point, ...]:
    """Compare what indicators measure, and their targets; one without a target says nothing of it."""
    return _points(one, other, {"measure": _measure, "measured": _measured, "amount": _amounts, "date": _dates})


def _points(one: Iterable[E], other: Iterable[E], sayings: dict[str, Sayings[E]]) -> tuple[Point, ...]:
    """The points at which either side says something."""
    sides = [list(one), list(other)]
    points = (Point(name, None, *(_each_once(side, say) for side in sides)) for name, say in sayings.items())
    return tuple(point for point in points if point.one or point.other)


def _each_once(elements: Iterable[E], say: Sayings[E]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(said for element in elements for said in say(element)))


def _names(clause: str | None, *ids: str | None) -> Iterator[Said]:
    for id_ in ids:
        if id_ is not None:
            yield Said(id_, None, clause)


def _when(element: Document | Obligation) -> Iterator[Said]:
    schedule = element.schedule
    yield Said(schedule_text(schedule), schedule, element.clause)


def schedule_text(schedule: Schedule) -> str:
    """A schedule as policy files write it: "every: quarter", "due: 2024-12-31, for_each: municipality"."""
    stated = {
        "every": schedule.every,
        "due": schedule.due,
        "date_note": schedule.date_note,
        "for_each": schedule.for_each,
    }
    return ", ".join(f"{key}: {value}" for key, value in stated.items() if value is not None)


def _measure(indicator: Indicator) -> Iterator[Said]:
    match indicator.measure:
        case Share(about=about):
            text = f"share of {about}"
        case Tally(about=about, per=per):
            text = f"count of {about}" + (f" per {per}" if per else "")
        case Ratio(of=of, to=to):
            text = f"{of.about} to one {to.about}"
        case State():
            text = "state"
    yield Said(text, indicator.measure, indicator.clause)


def _measured(indicator: Indicator) -> Iterator[Said]:
    """The conditions that are counted, and what stands for a state."""
    match indicator.measure:
        case Share(of=of, where=where):
            stated: dict[str, Condition | None] = {"of": of, "where": where}
        case Tally(where=where):
            stated = {"where": where}
        case Ratio(of=Population(where=counted), to=Population(where=base)):
            stated = {"of": counted, "to": base}
        case State(documents=documents, obligations=obligations):
            for id_ in (*documents, *obligations):
                yield Said(id_, None, indicator.clause)
            return
    for key, condition in stated.items():
        if condition is not None:
            yield Said(f"{key}: {words(condition)}", (key, condition), indicator.clause)


def _amounts(indicator: Indicator) -> Iterator[Said]:
    target = indicator.target or Target()
    is_share = isinstance(indicator.measure, Share)
    for year, amount in ((None, target.amount), *target.steps):
        if amount is not None:
            text = amount_text(amount, is_share=is_share)
            yield Said(text if year is None else f"{year}: {text}", (year, amount, indicator), indicator.clause)


def amount_text(amount: Amount, *, is_share: bool) -> str:
    """An amount as policy files write it: "at_least 10 %", "at_most 250"."""
    value = amount.value * 100 if is_share else amount.value
    bound = "at_least" if amount.bound is Bound.AT_LEAST else "at_most"
    return f"{bound} {_exact(value)}{' %' if is_share else ''}"


def _exact(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6f}".rstrip("0")


def _dates(indicator: Indicator) -> Iterator[Said]:
    target = indicator.target
    if target is None:
        return
    if target.by is not None:
        yield Said(f"by {target.by}", target.by, indicator.clause)
    if target.every_year_from is not None:
        years = (target.every_year_from, target.last_year)
        until = f" until {target.last_year}" if target.last_year else ""
        yield Said(f"every year from {target.every_year_from}{until}", years, indicator.clause)
    for year, _ in target.steps:
        yield Said(f"by the end of {year}", year, indicator.clause)
