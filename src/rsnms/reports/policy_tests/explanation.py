"""Why a case came out as it did: the tree of a decision, the chains of rules, the figures of an indicator."""

from collections.abc import Iterator
from io import StringIO

from rsnms.domain.competency import Deficit
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.indicators import Measured
from rsnms.monitoring.measuring import Measurement
from rsnms.policy.model import Policy
from rsnms.policy_tests.case import IndicatorCase
from rsnms.policy_tests.running import CaseResult, asked_measurement
from rsnms.reports.indicator_words import (
    REASONS,
    STATUSES,
    bounds_words,
    counted_words,
    target_words,
    unknown_words,
    value_words,
)
from rsnms.reports.routes.basis import because_words, open_words
from rsnms.reports.routes.words import MEASURES
from rsnms.routes.requirements.required import Judged
from rsnms.rules.decision import Decision
from rsnms.rules.wording import capitalised, date_words

WIDTH = 118
"""Columns of a drawn tree."""

_NOTHING_REQUIRED = Text("Ничего не требуется.", "Nothing is required.")
_NO_MILESTONE = Text("Такого рубежа у показателя нет.", "The indicator has no such milestone.")


def explanation_lines(result: CaseResult, lang: Lang = "ru") -> list[str]:
    """Why a case came out as it did, a statement on a line."""
    match result.outcome, result.case:
        case Decision() as decision, _:
            return _tree_lines(decision, lang)
        case Judged() as judged, _:
            return list(_chains(judged, result.policy, lang))
        case Measured() as measured, IndicatorCase() as case:
            return list(_figures(measured, asked_measurement(case, measured), result.policy, lang))
    raise TypeError(f"no outcome: {result.outcome!r}")


def _tree_lines(decision: Decision, lang: Lang) -> list[str]:
    from rich.console import Console

    console = Console(file=StringIO(), width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as drawn:
        console.print(decision.tree(lang))
    return [line.rstrip() for line in drawn.get().splitlines()]


def _chains(judged: Judged, policy: Policy, lang: Lang) -> Iterator[str]:
    for one in judged.requirements:
        said = capitalised(MEASURES[one.measure].in_(lang))
        yield f"{said} [{one.rule.id}{_of(one.deficit)}]: {because_words(one, policy, lang)}"
    for waiting in judged.open:
        yield f"? {open_words(waiting, policy, lang)}"
    if not judged.requirements and not judged.open:
        yield _NOTHING_REQUIRED.in_(lang)


def _of(deficit: Deficit | None) -> str:
    return f", {deficit.competency}" if deficit else ""


def _figures(measured: Measured, measurement: Measurement | None, policy: Policy, lang: Lang) -> Iterator[str]:
    indicator, ru = measured.indicator, lang == "ru"
    if measurement is None:
        yield _NO_MILESTONE.in_(lang)
        return
    yield f"{indicator.title.in_(lang)}, {date_words(measurement.on, lang)}: {STATUSES[measurement.status].in_(lang)}"
    if measurement.reason:
        yield REASONS[measurement.reason].in_(lang).format(tables=", ".join(measurement.tables))
    if measurement.whole:
        value = value_words(indicator, measurement.whole.value.value, lang)
        yield f"{'Значение' if ru else 'Value'}: {value} ({counted_words(measurement.whole)})"
        bounds = bounds_words(indicator, measurement.whole, lang)
        if bounds:
            yield f"{'Границы' if ru else 'Bounds'}: {bounds}"
    yield f"{'Цель' if ru else 'Target'}: {target_words(indicator.target, indicator, lang)}"
    unknown = unknown_words(measurement, policy, lang)
    if unknown:
        yield f"{'Неизвестно' if ru else 'Unknown'}: {unknown}"
