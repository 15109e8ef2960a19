"""Cases of indicators: small tables of facts, checked against the vocabulary of a policy."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rsnms.domain.evidence import Evidence
from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.text import Text
from rsnms.monitoring.indicators import milestones_of
from rsnms.monitoring.tables import ID, TABLES
from rsnms.policy.document import UNREAD
from rsnms.policy.indicators import Indicator, Share, State, Tally
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path
from rsnms.policy.validation import shape_of
from rsnms.policy_tests.case import ExpectedMeasurement, IndicatorCase, Row
from rsnms.policy_tests.facts import FactReader
from rsnms.policy_tests.forms import IndicatorCaseForm, MeasurementForm
from rsnms.policy_tests.reports import Reports

TIMES = "times"
"""A column that says how often a row stands in the table."""

_ABOUT = {kind.name: kind.about for kind in TABLES}
_PERSON_ID = Fact(ID, FactType.TEXT, Text("Идентификатор", "Id"))
_ROWS = Text("список строк, каждая — набор «факт: значение»", "a list of rows, each a mapping 'fact: value'")
_ROW = Text("строка таблицы: набор «факт: значение»", "a row of the table: a mapping 'fact: value'")


def bind_indicator_case(
    form: IndicatorCaseForm, policy: Policy, head: Mapping[str, Any], path: Path, reports: Reports
) -> Iterator[IndicatorCase]:
    """Make the case of an indicator; ``head`` is what it has beside what is measured."""
    indicator = policy.indicators.get(form.indicator)
    if indicator is None:
        reports.unknown("unknown-indicator", (*path, "indicator"), form.indicator, policy.indicators)
        return
    reports.assert_something(form.expect, (*path, "expect"))
    if form.due:
        _check_due(form, indicator, head, path, reports)
    evidence = None
    if form.evidence is not None:
        evidence = tuple(Evidence(**row.model_dump()) for row in form.evidence)
    yield IndicatorCase(
        **head,
        indicator=indicator.id,
        due=form.due,
        tables=dict(_tables(form, indicator, policy, path, reports)),
        evidence=evidence,
        expected=_measurement(form.expect),
    )


def _check_due(
    form: IndicatorCaseForm, indicator: Indicator, head: Mapping[str, Any], path: Path, reports: Reports
) -> None:
    days = [milestone.due for milestone in milestones_of(indicator, head["on"])]
    if form.due not in days:
        found = Text(f"{form.due:%d.%m.%Y}", str(form.due))
        known = Text(", ".join(f"{day:%d.%m.%Y}" for day in days) or "ни одного", ", ".join(map(str, days)) or "none")
        reports.add("no-milestone", (*path, "due"), found, known)


def _measurement(form: MeasurementForm) -> ExpectedMeasurement:
    return ExpectedMeasurement(form.value, form.low, form.high, form.outcome, form.gap)


def _tables(
    form: IndicatorCaseForm, indicator: Indicator, policy: Policy, path: Path, reports: Reports
) -> Iterator[tuple[About, tuple[Row, ...]]]:
    if form.table is not None:
        match indicator.measure:
            case Share(about=about) | Tally(about=about):
                yield about, tuple(_rows(form.table, about, policy, (*path, "table"), reports))
            case measure:
                instead = "evidence: […]" if isinstance(measure, State) else "tables: {people: […], methodists: […]}"
                reports.add("which-table", (*path, "table"), expected=Text(instead), is_key=True)
    for name, rows in (form.tables or {}).items():
        where = (*path, "tables", name)
        if name not in _ABOUT:
            reports.unknown("unknown-table", where, name, _ABOUT, is_key=True)
        elif isinstance(rows, list):
            yield _ABOUT[name], tuple(_rows(rows, _ABOUT[name], policy, where, reports))
        elif rows is not UNREAD:
            reports.add("wrong-shape", where, shape_of(rows), _ROWS)


def _rows(rows: list[Any], about: About, policy: Policy, path: Path, reports: Reports) -> Iterator[Row]:
    vocabulary = policy.facts_about(about)
    reader = FactReader(reports.document, {**vocabulary, **_ids(about)}, about)
    for index, row in enumerate(rows):
        where = (*path, index)
        if not isinstance(row, dict):
            if row is not UNREAD:
                reports.add("wrong-shape", where, shape_of(row), _ROW)
            continue
        stated = reader.mapping({name: value for name, value in row.items() if name != TIMES}, where)
        times = _times(row, where, reports)
        yield from [{name: value for name, value in stated.items() if value is not None}] * times


def _ids(about: About) -> dict[str, Fact]:
    return {ID: _PERSON_ID} if about is About.PERSON else {}


def _times(row: dict[str, Any], path: Path, reports: Reports) -> int:
    """How often a row stands in the table."""
    said = row.get(TIMES, "1")
    if isinstance(said, str) and re.fullmatch(r"[1-9][0-9]{0,2}", said):
        return int(said)
    if said is not UNREAD:
        shown = said if isinstance(said, str) else shape_of(said)
        expected = Text("целое число от 1 до 999", "a whole number from 1 to 999")
        reports.add("wrong-value", (*path, TIMES), shown, expected)
    return 1
