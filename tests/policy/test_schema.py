"""The JSON Schema that editors use: it lets through what the reader takes, and refuses what has a wrong form."""

from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from policy import bad_conditions, bad_facts, bad_forms, bad_indicators, bad_system, bad_trees
from policy.folders import FACTS, REGION, criterion, eligibility
from rsnms.policy.loading import packaged_policies
from rsnms.policy.syntax import json_schema

KINDS = ("sections", "identity")
VALIDATORS = {kind: Draft202012Validator(json_schema(kind)) for kind in KINDS}


def as_editors_read(text: str, loader: type = yaml.SafeLoader) -> Any:
    """Data with types; JSON knows no dates, so they are texts again."""
    return _without_dates(yaml.load(text, Loader=loader))  # noqa: S506 - our own files


def _without_dates(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_dates(part) for part in data]
    return data.isoformat() if isinstance(data, date) else data


def mistakes(kind: str, data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema(kind) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "null" not in str(schema)


PACKAGED = sorted(path for path in packaged_policies().rglob("*.yaml") if not path.name.endswith(".test.yaml"))


@pytest.mark.parametrize("path", PACKAGED, ids=str)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_packaged_files_pass(path, loader) -> None:
    """Read as text and as types, by a parser that is stricter than the reader's."""
    kind = "identity" if path.name == "policy.yaml" else "sections"
    assert mistakes(kind, as_editors_read(path.read_text("utf-8"), loader)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("identity", REGION),
        ("identity", "title: {ru: Т}\nlevel: municipal\nparent: a/b\nnote: Н\n"),
        ("sections", FACTS),
        ("sections", criterion("{at_least: 2, of: [{fact: score, is: 7}, {not: {use: d}, title: Не}]}")),
        ("sections", criterion("{fact: born, between: [2024-01-01, 2024-12-31], clause: 3.10}")),
        (
            "sections",
            eligibility("{any: [{fact: trained, is: true}], title: {ru: О, en: One}}", head="    override: true\n"),
        ),
        ("sections", "facts:\n  - {id: q, type: duration, title: Т, time: {grows: true}, effort: 3}\n"),
        (
            "sections",
            "facts:\n  - {id: q, type: number, title: Т, unit: {ru: [а, б, в], en: p}, range: {at_most: 0.5}}\n",
        ),
        ("sections", "remove: {facts: [a], terms: []}\nterms: []\n"),
        ("sections", "clauses:\n  - {clause: 1, title: О, items: 3}\n  - {clause: 1.10, title: Д, no_norm: Нет}\n"),
        ("sections", "provisions:\n  - {id: p, kind: goal, title: Ц, clause: 1, item: 2, within: q, level: federal}\n"),
        ("sections", "governance:\n  - {id: g, relation: leads, title: Р, by: s, of: [t]}\n"),
        (
            "sections",
            "documents:\n  - {id: d, kind: plan, title: П, every: year, from: 2024-01-01, for_each: municipality,\n"
            "     parties: [], sections: [{id: a, title: А, sections: [{id: b, title: Б, note: З}]}]}\n",
        ),
        ("sections", "obligations:\n  - {id: o, kind: meeting, title: З, due: 2024-01-31, by: [s, t], roadmap: d}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, state: {}, target: {every_year_from: 2021}}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, state: {documents: [], obligations: o}}\n"),
        (
            "sections",
            "indicators:\n  - {id: i, title: П, count: {per: municipality}, target: {at_least: 2, by_end_of: 2024}}\n",
        ),
        (
            "sections",
            "indicators:\n  - {id: i, title: П, share: {about: team, where: {fact: q, is: true}},\n"
            "     target: {steps: [{year: 2024, at_least: 12.5%}], floor: {at_least: 10 %, stated_by: Область}}}\n",
        ),
        (
            "sections",
            "indicators:\n  - {id: i, title: П, ratio: {of: {}, to: {about: methodist}}, unit: [а, б, в],\n"
            "     target: {at_most: 250, by: 2024-12-31}}\n",
        ),
        (
            "sections",
            "facts:\n  - {id: q, type: boolean, title: Ф, records: {of: route, date: d, within: year}}\n",
        ),
        ("sections", "{}\n"),
    ],
)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_sound_files_pass(kind, text, loader) -> None:
    assert mistakes(kind, as_editors_read(text, loader)) == []


WRONG_FORM = {
    "missing-key",
    "unknown-key",
    "key-count",
    "keys-together",
    "unknown-section",
    "wrong-shape",
    "wrong-file",
    "empty-value",
}
OF_WRONG_FORM = {
    name: (file, text)
    for table in (bad_conditions, bad_facts, bad_forms, bad_system, bad_indicators, bad_trees)
    for name, case in table.CASES.items()
    if {line.split(": ")[1] for line in case.ru} <= WRONG_FORM
    for file, text in case.files.items()
    if isinstance(text, str) and any(line.startswith(f"{file}:") for line in case.ru)
}


@pytest.mark.parametrize(("file", "text"), OF_WRONG_FORM.values(), ids=OF_WRONG_FORM)
def test_files_of_a_wrong_form_are_refused(file, text) -> None:
    assert mistakes("identity" if file.endswith("policy.yaml") else "sections", as_editors_read(text))


def test_there_are_files_of_a_wrong_form() -> None:
    assert len(OF_WRONG_FORM) > 40


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("sections", "terms:\n  - {id: T, title: Т, means: М}\n"),
        ("sections", "terms:\n  - {id: t, title: Т, means: М, modality: shall}\n"),
        ("sections", "terms:\n  - {id: t, title: Т, means: М, override: да}\n"),
        ("sections", "terms:\n  - {id: t, title: '', means: М}\n"),
        ("sections", "terms:\n  - {id: t, title: Т, means: М, clause: }\n"),
        ("sections", "facts:\n  - {id: q, type: int, title: Т}\n"),
        ("sections", "facts:\n  - {id: q, type: integer, title: Т, effort: 0}\n"),
        ("sections", "facts:\n  - {id: q, type: integer, title: Т, effort: много}\n"),
        ("sections", "facts:\n  - {id: q, type: duration, title: Т, time: {grows: false}}\n"),
        ("sections", "subjects:\n  - {id: s, title: С, kind: center, level: regional}\n"),
        ("sections", "terms:\n  - {id: t, title: Т, means: М, item: 2}\n"),
        ("sections", "terms:\n  - {id: t, title: Т, means: М, clause: 1, item: 0}\n"),
        ("sections", "provisions:\n  - {id: p, kind: gaol, title: Ц}\n"),
        ("sections", "governance:\n  - {id: g, relation: leads, title: Р, by: []}\n"),
        ("sections", "documents:\n  - {id: d, kind: plan, title: П, every: год}\n"),
        ("sections", "obligations:\n  - {id: o, kind: meeting, title: З, for_each: school}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, count: {per: person}}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, count: {}, target: {at_least: десять, by_end_of: 2024}}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, count: {}, target: {at_least: -1, by_end_of: 2024}}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, count: {}, target: {at_least: 1, by_end_of: 24}}\n"),
        ("sections", "indicators:\n  - {id: i, title: П, count: {}, target: {at_least: 1, steps: [{year: 2024}]}}\n"),
        ("sections", "facts:\n  - {id: q, type: boolean, title: Ф, records: {of: person, date: d}}\n"),
        ("sections", "facts:\n  - {id: q, type: boolean, title: Ф, records: {of: route, date: d, within: month}}\n"),
        ("sections", criterion("{at_least: 1000, of: [{fact: score, is: 7}]}")),
        ("sections", criterion("{not: [{fact: score, is: 7}]}")),
        ("sections", eligibility("{fact: score, is: 7}", head="    silent_on: [exits]\n")),
        ("identity", "title: Т\nlevel: town\n"),
        ("identity", "level: federal\n"),
        ("identity", "title: Т\nlevel: federal\nacts: [{id: a, kind: к, title: т}]\n"),
        (
            "identity",
            "title: Т\nlevel: federal\nacts: [{id: a, kind: к, title: т, body: б, in_force: {until: 2024-01-01}}]\n",
        ),
    ],
)
def test_wrong_values_are_refused(kind, text) -> None:
    assert mistakes(kind, as_editors_read(text))
