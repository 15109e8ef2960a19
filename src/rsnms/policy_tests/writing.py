"""Writing cases as the YAML that :mod:`rsnms.policy_tests.reading` reads, each with the clause that it is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any as Anything

import yaml

from rsnms.domain.fact import About
from rsnms.monitoring.tables import TABLE_OF
from rsnms.policy.indicators import Indicator, RecordRule, Share, Tally
from rsnms.policy.model import Jurisdiction
from rsnms.policy.routes import RouteRule
from rsnms.policy_tests.case import (
    Case,
    EligibilityCase,
    ExpectedRequirement,
    ExpectedRoute,
    Facts,
    IndicatorCase,
    RouteCase,
)
from rsnms.policy_tests.stated_conditions import stated_in
from rsnms.policy_tests.suggested_tests import SuggestedTest
from rsnms.policy_tests.values import written_value
from rsnms.rules.explain import Literal
from rsnms.rules.words import literal_words

_WIDTH = 10_000
"""Columns after which a line would be broken: never, for comments stand at the ends of rows."""


def written_tests(jurisdiction: Jurisdiction, tests: Iterable[SuggestedTest], *, heading: str = "") -> str:
    """A file of tests of one jurisdiction, each below the clause and the words that it is about."""
    listed = list(tests)
    days = Counter(test.cases[0].on for test in listed)
    usual = days.most_common(1)[0][0] if days else None
    lines = [f"# {line}" for line in heading.splitlines()]
    lines += [f"policy: {jurisdiction.id}", *([f"on: {usual}"] if usual else []), "", "tests:"]
    for test in listed:
        lines += [f"  # {line}" for line in _about(test, jurisdiction)]
        lines += _item(_test_data(test, jurisdiction, usual), test.remarks)
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


_TOLD = 3
"""Comparisons that a comment tells."""


def _about(test: SuggestedTest, jurisdiction: Jurisdiction) -> list[str]:
    """The clauses and comparisons that a test holds."""
    told: dict[str, None] = {}
    for mutant in test.mutants:
        stated = stated_in(jurisdiction.on(test.cases[0].on), mutant.unit.section)[mutant.unit.element]
        general = None if isinstance(stated, RecordRule) else stated.clause
        said = [(comparison.clause, literal_words(Literal(comparison))) for comparison in mutant.unit.comparisons]
        if isinstance(stated, RouteRule | Indicator) and not said:
            said = [(None, stated.title.ru)]
        for own, words in said:
            clause = own or general
            told[f"{f'п. {clause}: ' if clause else ''}{words}"] = None
    more = ["…"] if len(told) > _TOLD else []
    return [*list(told)[:_TOLD], *more]


def _test_data(test: SuggestedTest, jurisdiction: Jurisdiction, usual: date | None) -> dict[str, Anything]:
    data = {**case_data(test.cases[0], jurisdiction), "name": test.name}
    if data["on"] == usual:
        del data["on"]
    if test.vary is not None:
        first = test.cases[0]
        assert isinstance(first, EligibilityCase | RouteCase)  # noqa: S101 - nothing else varies
        about = next(key for key, value in data.items() if isinstance(value, dict) and test.vary in value)
        data[about] = {name: value for name, value in data[about].items() if name != test.vary}
        values = [case.facts[test.vary] for case in test.cases if isinstance(case, EligibilityCase | RouteCase)]
        vary = {"vary": {test.vary: [written_value(value) for value in values]}}
        expect = {"expect": data.pop("expect")}
        data = data | vary | expect
    return data


def case_data(case: Case, jurisdiction: Jurisdiction) -> dict[str, Anything]:
    """A case as a file says it."""
    data: dict[str, Anything] = {"name": case.name}
    if not case.confirmed:
        data["confirmed"] = False
    data["on"] = case.on
    match case:
        case EligibilityCase():
            about = jurisdiction.eligibility(case.eligibility, case.on).about
            data |= {"eligibility": case.eligibility, **_as_of(case.as_of), str(about): _facts(case.facts)}
            data["expect"] = _stated(
                verdict=case.expected.verdict and str(case.expected.verdict),
                ground=case.expected.ground,
                unmet=_names(case.expected.unmet),
                unknown=_names(case.expected.unknown),
                eligible_from=case.expected.eligible_from,
            )
        case RouteCase():
            data |= {"routes": True, **_as_of(case.as_of), **({"person": _facts(case.facts)} if case.facts else {})}
            if case.deficits:
                data["deficits"] = [
                    _stated(competency=one.competency, severity=str(one.severity), found_on=one.found_on)
                    for one in case.deficits
                ]
            data["expect"] = _route(case.expected)
        case IndicatorCase():
            data |= {"indicator": case.indicator, **_as_of(case.as_of), **_stated(due=case.due)}
            data |= _tables(case, jurisdiction)
            if case.evidence is not None:
                data["evidence"] = [_stated(on=one.on, kind=one.kind, subject=one.subject) for one in case.evidence]
            measure = jurisdiction.on(case.on).indicators[case.indicator].measure
            data["expect"] = _stated(
                value=_amount(case.expected.value, is_share=isinstance(measure, Share)),
                low=_amount(case.expected.low, is_share=isinstance(measure, Share)),
                high=_amount(case.expected.high, is_share=isinstance(measure, Share)),
                outcome=case.expected.outcome and str(case.expected.outcome),
                gap=case.expected.gap,
            )
    return data


def _as_of(day: date | None) -> dict[str, date]:
    return {} if day is None else {"as_of": day}


def _stated(**values: Anything) -> dict[str, Anything]:
    return {name: value for name, value in values.items() if value is not None}


def _names(names: frozenset[str] | None) -> list[str] | None:
    return None if names is None else sorted(names)


def _facts(facts: Facts) -> dict[str, Anything]:
    return {name: written_value(value) for name, value in facts.items()}


def _route(expected: ExpectedRoute) -> dict[str, Anything]:
    data: dict[str, Anything] = {}
    if expected.requires:
        data["requires"] = [_requirement(one) for one in expected.requires]
    if expected.not_requires:
        data["not_requires"] = [_requirement(one) for one in expected.not_requires]
    if expected.only is not None:
        data["only"] = [_requirement(one) for one in expected.only]
    return data | _stated(open=_names(expected.open))


def _requirement(one: ExpectedRequirement) -> dict[str, str]:
    return _stated(rule=one.rule, measure=one.measure and str(one.measure), by=one.by) | (
        {"for": one.deficit} if one.deficit is not None else {}
    )


def _tables(case: IndicatorCase, jurisdiction: Jurisdiction) -> dict[str, Anything]:
    measure = jurisdiction.on(case.on).indicators[case.indicator].measure
    tables: Mapping[About, tuple[Facts, ...]] = case.tables
    if isinstance(measure, Share | Tally) and list(tables) == [measure.about]:
        return {"table": _rows(tables[measure.about])}
    named = {TABLE_OF[about].name: _rows(rows) for about, rows in tables.items()}
    return {"tables": named} if named else {}


def _rows(rows: Iterable[Facts]) -> list[dict[str, Anything]]:
    """The rows of a table; equal ones in a row are one with their number."""
    listed = []
    for row, equal in groupby(rows):
        times = sum(1 for _ in equal)
        listed.append({**_facts(row), "times": times} if times > 1 else _facts(row))
    return listed


def _amount(value: Fraction | str | None, *, is_share: bool) -> str | None:
    """A value as files write it: "50 %", "1/3", "250"."""
    if not isinstance(value, Fraction):
        return value
    percent = value * 100
    if is_share and percent.denominator == 1:
        return f"{percent} %"
    return str(value)


def _item(data: Mapping[str, Anything], remarks: Mapping[About, tuple[str, ...]]) -> Iterator[str]:
    text = yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    said = {("table" if len(remarks) == 1 else TABLE_OF[about].name): list(rows) for about, rows in remarks.items()}
    waiting: list[str] = []
    for number, line in enumerate(text.replace("'on': ", "on: ").splitlines()):
        name = line.strip().removesuffix(":")
        remark = ""
        if name in said and not line.lstrip().startswith("- "):
            waiting = said.pop(name)
        elif waiting and line.lstrip().startswith("- {"):
            remark = waiting.pop(0)
        shown = f"{line}  # {remark}" if remark else line
        yield f"  - {shown}" if number == 0 else f"    {shown}"


class _Dumper(yaml.SafeDumper):
    """Lists stand on one line, but those of mappings, whose members do; nothing refers to anything else."""

    def ignore_aliases(self, data: Anything) -> bool:  # noqa: ARG002 - the dumper's signature
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _list(dumper: yaml.SafeDumper, data: list[Anything]) -> yaml.Node:
    is_flat = not any(isinstance(member, dict) for member in data)
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=is_flat)
    for member in node.value:
        if isinstance(member, yaml.MappingNode):
            member.flow_style = True
    return node


_Dumper.add_representer(list, _list)
