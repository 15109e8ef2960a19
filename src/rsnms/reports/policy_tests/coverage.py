"""Coverage of policies by their tests: lines for people, records for machines."""

from collections.abc import Iterable, Iterator
from typing import Any

from rsnms.domain.text import Lang
from rsnms.policy.conditions import shown_operand
from rsnms.policy.problems import Place, shown_path
from rsnms.policy_tests.coverage import PolicyCoverage, Survivor, UnitCoverage
from rsnms.policy_tests.mutants import Mutant, Unit
from rsnms.reports.policy_tests.coverage_words import change_words, percent_words, tenths_of_percent, unit_words
from rsnms.rules.wording import quoted


def coverage_lines(measured: Iterable[PolicyCoverage], lang: Lang = "ru") -> Iterator[str]:
    """A line for each policy; below it the units in which something goes unnoticed, and what is said twice."""
    for one in measured:
        yield summary(one, lang)
        for unit in one.units:
            if unit.survivors:
                yield from _unnoticed(unit, lang)
        for unit in one.units:
            if unit.equivalent:
                yield from _equivalent(unit, lang)


def summary(one: PolicyCoverage, lang: Lang = "ru") -> str:
    """How much of a policy is covered."""
    share, equivalent = percent_words(one.share, lang), len(one.equivalent)
    if lang == "en":
        said = f"{one.policy}: {share}, {one.covered} of {one.counted} places covered, {one.cases} cases"
        return f"{said}; {equivalent} mutants mean the same" if equivalent else said
    said = f"{one.policy}: {share}, закрыто мест: {one.covered} из {one.counted}, тестов: {one.cases}"
    return f"{said}, равносильных замен: {equivalent}" if equivalent else said


def _unnoticed(unit: UnitCoverage, lang: Lang) -> Iterator[str]:
    yield _headed(unit.unit, lang)
    unnoticed = "no case has noticed" if lang == "en" else "ни один тест не заметил"
    for survivor in unit.survivors:
        yield f"    {change_words(survivor.mutant, lang)}: {unnoticed}"
    nearest = next((survivor.nearest for survivor in unit.survivors if survivor.nearest), None)
    if nearest is None:
        yield "    no case speaks of it" if lang == "en" else "    ни один тест об этом не говорит"
    else:
        which = "the nearest" if lang == "en" else "ближайший"
        yield f"    {which}: {quoted(nearest.name, lang)} ({_line(nearest.place)})"


def _equivalent(unit: UnitCoverage, lang: Lang) -> Iterator[str]:
    yield _headed(unit.unit, lang)
    same = "changes nothing for anybody" if lang == "en" else "ни для кого ничего не меняет"
    for mutant in unit.equivalent:
        yield f"    {change_words(mutant, lang)}: {same}"


def _headed(unit: Unit, lang: Lang) -> str:
    where = f"{unit.at.place}: " if unit.at else ""
    criterion = unit.at.criterion if unit.at else None
    if criterion:
        inside = "in the criterion" if lang == "en" else "в критерии"
        return f"  {where}{unit.element}: {unit_words(unit.node, lang)} ({inside} {_line(criterion)})"
    return f"  {where}{unit.element}: {unit_words(unit.node, lang)}"


def _line(place: Place) -> str:
    return f"{place.file}:{place.line}"


def coverage_records(measured: Iterable[PolicyCoverage], lang: Lang = "ru") -> list[dict[str, Any]]:
    """Coverage for machines; ``percent`` is rounded down to a tenth, ``share`` exact."""
    return [
        {
            "policy": one.policy,
            "units": one.counted,
            "covered": one.covered,
            "share": str(one.share),
            "percent": tenths_of_percent(one.share) / 10,
            "cases": one.cases,
            "survivors": [_survivor_record(survivor, lang) for survivor in one.survivors],
            "equivalent": [_mutant_record(mutant, lang) for mutant in one.equivalent],
        }
        for one in measured
    ]


def _survivor_record(survivor: Survivor, lang: Lang) -> dict[str, Any]:
    nearest = survivor.nearest
    shown = nearest and {"name": nearest.name, "file": nearest.place.file, "line": nearest.place.line}
    return {**_mutant_record(survivor.mutant, lang), "nearest": shown}


def _mutant_record(mutant: Mutant, lang: Lang) -> dict[str, Any]:
    unit = mutant.unit
    at = unit.at.place if unit.at else None
    comparison = unit.comparison
    return {
        "section": unit.section,
        "element": unit.element,
        "path": shown_path(unit.path),
        "steps": list(unit.steps),
        "file": at.file if at else None,
        "line": at.line if at else None,
        "column": at.column if at else None,
        "fact": comparison.fact.name if comparison else None,
        "op": str(comparison.op) if comparison else None,
        "operand": shown_operand(comparison.operand) if comparison else None,
        "unit": unit_words(unit.node, lang),
        "mutation": str(mutant.mutation.kind),
        "change": change_words(mutant, lang),
    }
