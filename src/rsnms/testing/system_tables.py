"""Passports of a system and evidence of its duties: what indicators are measured from, and what audits look at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import About, Atom, Fact
from rsnms.domain.period import period_of
from rsnms.domain.system import ForEach
from rsnms.monitoring.duties import Duty, duties
from rsnms.monitoring.passport import Passport, frame_of
from rsnms.monitoring.passport_template import tables_needed
from rsnms.monitoring.places import Places
from rsnms.monitoring.tables import ID, TABLE_OF, TableKind
from rsnms.policy.conditions import Comparison, Condition, comparisons
from rsnms.policy.indicators import Indicator, Ratio, Share, Tally
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.testing.aimed_people import draw_value
from rsnms.testing.aiming import aims
from rsnms.testing.drawing import Unprinted, day_between, integer, perhaps, pick, policy_of
from rsnms.testing.educators_at_work import PLACES, SCHOOLS

_IDS = ("п1", "п2", "п3", "п4", "п5")
_PLACES = {About.MUNICIPALITY: PLACES, About.ORGANISATION: SCHOOLS}
_YEARS_BACK = 3
_TITLES = ("Протокол № 1", "Приказ от 01.09.2023 № 12")
_LINKS = ("https://example.org/1",)


def passports(
    policy: Policy | Jurisdiction, *, on: date | None = None, most: int = 4, by_evidence: bool = True
) -> st.SearchStrategy[Passport]:
    """Passports with the tables that the policy's indicators need, as :func:`rsnms.read_passport` gives them.

    The facts that indicators ask about lie at their thresholds or are unknown; records refer to people of the
    passport; now and then a table is absent, which is not the same as empty.

    Args:
        policy: its indicators say which tables and columns there are.
        on: the day for which the figures hold and up to which records reach, by default 01.01.2024, or the first day
            on which the policy applies.
        most: how many rows a table has at most.
        by_evidence: whether there may be evidence of the policy's duties, too.

    Raises:
        NotInForceError: no act is in force on that day.
        LibraryMissingError: drawing one without polars, which holds the tables.
    """
    version, day = policy_of(policy, on)
    return _passports(Unprinted(_Tables.of(version, day)), evidence(version, on=day) if by_evidence else None, most)


@dataclass(frozen=True)
class _Tables:
    """The tables of a policy's passport: their facts, and the values at which indicators turn."""

    on: date
    facts: Mapping[TableKind, tuple[Fact, ...]]
    turning: Mapping[str, tuple[Atom, ...]]

    @classmethod
    def of(cls, policy: Policy, on: date) -> "_Tables":
        facts = tables_needed(policy) or {TABLE_OF[About.PERSON]: tuple(policy.facts_about(About.PERSON).values())[:8]}
        asked: dict[str, list[Comparison]] = {}
        for condition in _conditions(policy):
            for comparison in comparisons(condition):
                asked.setdefault(comparison.fact.name, []).append(comparison)
        turning = {
            fact.name: tuple(aim.atom for aim in aims(fact, asked[fact.name], policy.facts, on, by_days=False))
            for columns in facts.values()
            for fact in columns
            if fact.name in asked
        }
        return cls(on, facts, turning)


def _conditions(policy: Policy) -> Iterable[Condition]:
    wheres = [where for indicator in policy.indicators.values() for where in _wheres(indicator)]
    wheres += [rule.where for rule in policy.records.values()]
    return (where for where in wheres if where is not None)


def _wheres(indicator: Indicator) -> tuple[Condition | None, ...]:
    match indicator.measure:
        case Share(of=of, where=where):
            return of, where
        case Tally(where=where):
            return (where,)
        case Ratio(of=of, to=to):
            return of.where, to.where
    return ()


@st.composite
def _passports(
    draw: st.DrawFn, known: Unprinted[_Tables], shown: st.SearchStrategy[tuple[Evidence, ...]] | None, most: int
) -> Passport:
    tables, frames = known.of, {}
    ids: Sequence[str] = ()
    for kind, facts in tables.facts.items():
        if draw(integer(0, 7)) == 7:
            continue
        number = draw(integer(0, most))
        if kind.about is About.PERSON:
            ids = _IDS[:number] or ()
        rows = [_row(draw, kind, facts, tables, ids) for _ in range(number)]
        if kind.about is About.PERSON:
            rows = [{**row, ID: id_} for row, id_ in zip(rows, ids, strict=False)]
        frames[kind.about] = frame_of(rows, facts, ids=kind.about is About.PERSON)
    return Passport(frames, tables.on, None if shown is None else draw(st.none() | shown))


def _row(
    draw: st.DrawFn, kind: TableKind, facts: Sequence[Fact], tables: _Tables, ids: Sequence[str]
) -> dict[str, Atom]:
    row: dict[str, Atom] = {}
    for fact in facts:
        value = _cell(draw, kind, fact, tables, ids)
        if value is not None:
            row[fact.name] = value
    return row


def _cell(draw: st.DrawFn, kind: TableKind, fact: Fact, tables: _Tables, ids: Sequence[str]) -> Atom | None:
    if fact.name == kind.key:
        return pick(draw, ids or _IDS)
    for about, name in kind.places.items():
        if fact.name == name:
            return perhaps(draw, _PLACES[about])
    if fact.name in tables.turning:
        return perhaps(draw, tables.turning[fact.name])
    if not draw(integer(0, 2)):
        return None
    value: Any = draw_value(draw, fact, tables.on)
    return min(value, tables.on) if isinstance(value, date) else fact.atom(value)


def evidence(
    policy: Policy | Jurisdiction,
    *,
    on: date | None = None,
    municipalities: Sequence[str] = PLACES,
    organisations: Sequence[str] = SCHOOLS,
    most: int = 4,
) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """Evidence of a policy's duties, as :func:`rsnms.read_evidence` gives it, ready for :func:`rsnms.audit`.

    Each names a duty by its id, one of the subjects that the act names in it or none, and a place where each place has
    to do it. Days reach three years back; some name the period for which they count.

    Args:
        policy: its documents and obligations are the duties; without any there is no evidence.
        on: the last day of evidence, by default 01.01.2024, or the first day on which the policy applies.
        municipalities: places that may be named; give the same to the audit.
        organisations: the same of organisations.
        most: how many there are at most.

    Raises:
        NotInForceError: no act is in force on that day.
    """
    version, day = policy_of(policy, on)
    places = Places(version.level, tuple(municipalities), tuple(organisations))
    return _evidence(Unprinted(duties(version)), places, day, most)


@st.composite
def _evidence(
    draw: st.DrawFn, owed: Unprinted[tuple[Duty, ...]], places: Places, on: date, most: int
) -> tuple[Evidence, ...]:
    number = draw(integer(0, most)) if owed.of else 0
    return tuple(_shown(draw, pick(draw, owed.of), places, on) for _ in range(number))


def _shown(draw: st.DrawFn, duty: Duty, places: Places, on: date) -> Evidence:
    day = day_between(draw, on - timedelta(days=366 * _YEARS_BACK), on)
    if places.are_asked(duty):
        each = duty.schedule.for_each is ForEach.MUNICIPALITY
        subject: str | None = pick(draw, places.municipalities if each else places.organisations)
    else:
        subject = perhaps(draw, duty.involved) if duty.involved else None
    every = duty.schedule.every
    period = period_of(every, day) if every is not None and draw(integer(0, 3)) == 3 else None
    return Evidence(
        on=day,
        kind=duty.id,
        subject=subject,
        title=perhaps(draw, _TITLES),
        link=perhaps(draw, _LINKS),
        period=period,
    )
