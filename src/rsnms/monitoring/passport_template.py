"""An empty passport to fill in: a workbook with a sheet for each table that a policy's indicators need."""

from collections.abc import Iterable
from pathlib import Path

from rsnms.domain.fact import About, Fact
from rsnms.domain.text import Lang
from rsnms.monitoring.tables import TABLES, TableKind
from rsnms.policy.conditions import Condition, facts_of
from rsnms.policy.indicators import Indicator, Ratio, Share, Tally
from rsnms.policy.model import Policy
from rsnms.rosters.template import TemplateSheet, facts_to_state, write_workbook


def tables_needed(policy: Policy) -> dict[TableKind, tuple[Fact, ...]]:
    """The tables from which a policy's indicators are measured, each with the facts that have to be stated.

    What follows from records is not asked of people; its records are. Every table also asks for its places.
    """
    asked: dict[About, dict[str, Fact]] = {}
    for indicator in policy.indicators.values():
        for about, condition in _asked(indicator):
            wanted = asked.setdefault(about, {})
            if condition is not None:
                wanted |= {fact.name: fact for fact in facts_of(condition)}
    for name in list(asked.get(About.PERSON, ())):
        rule = policy.records.get(name)
        if rule is not None:
            del asked[About.PERSON][name]
            record = asked.setdefault(rule.of, {})
            record[rule.date] = policy.facts[rule.date]
            if rule.where is not None:
                record |= {fact.name: fact for fact in facts_of(rule.where)}
    return {kind: _columns(kind, asked[kind.about], policy) for kind in TABLES if kind.about in asked}


def _asked(indicator: Indicator) -> Iterable[tuple[About, Condition | None]]:
    match indicator.measure:
        case Share(about=about, of=of, where=where):
            yield from ((about, of), (about, where))
        case Tally(about=about, where=where, per=per):
            yield about, where
            if per is not None:
                yield per, None
        case Ratio(of=of, to=to):
            yield from ((one.about, one.where) for one in (of, to))


def _columns(kind: TableKind, asked: dict[str, Fact], policy: Policy) -> tuple[Fact, ...]:
    vocabulary = policy.facts_about(kind.about)
    first = [name for name in (kind.key, *kind.places.values()) if name in vocabulary]
    return facts_to_state([*(vocabulary[name] for name in first), *asked.values()], vocabulary)


def write_passport_template(path: str | Path, policy: Policy, lang: Lang = "ru") -> tuple[TableKind, ...]:
    """Write the workbook, which :func:`~rsnms.monitoring.passport_reading.read_passport` reads back; the tables in it.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    needed = tables_needed(policy)
    sheets = [
        TemplateSheet(kind.title.in_(lang), facts, with_id=kind.about is About.PERSON) for kind, facts in needed.items()
    ]
    write_workbook(path, sheets, policy.title.in_(lang), lang)
    return tuple(needed)
