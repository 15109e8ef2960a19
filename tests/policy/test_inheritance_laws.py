"""A law of inheritance: it does not matter which of three layers are laid over each other first."""

from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings

from policy.folders import sound, write
from policy.layered import flat, joined, lines
from rsnms.domain.fact import Fact
from rsnms.domain.subject import Subject
from rsnms.policy.model import Policy
from rsnms.policy.stated import Element
from rsnms.testing.layers import Layer, tree

SECTIONS = {
    "activities": "activities",
    "facts": "facts",
    "criteria": "criteria",
    "subjects": "subjects",
    "eligibility": "eligibilities",
    "terms": "terms",
    "provisions": "provisions",
    "documents": "documents",
    "governance": "governance",
    "obligations": "obligations",
    "indicators": "indicators",
}
"""By section, the name under which a policy has its elements."""
CORE_FACTS = ["score", "stay", "born", "age", "category", "roles", "diagnosed_on"]


def lowest(line: list[Layer]) -> Policy:
    """The policy of the last of some jurisdictions that lie over each other, in which nothing is wrong."""
    with TemporaryDirectory() as folder:
        loaded = sound(write(Path(folder), tree(line)))
    return loaded["/".join("abc"[: len(line)])].latest


def said(policy: Policy) -> dict[str, list[tuple[str, Any]]]:
    """All that a policy says, in order, whoever of its line has stated it."""
    mappings = {name: getattr(policy, name) for name in (*SECTIONS.values(), "records")}
    mappings |= {f"sources of {section}": sources for section, sources in policy.sources.items()}
    return {name: [(id_, without_origin(value)) for id_, value in one.items()] for name, one in mappings.items()}


def without_origin(value: Any) -> Any:
    """A value as it would be wherever it is stated; of facts also what does not count when they are compared."""
    if isinstance(value, tuple):
        return tuple(map(without_origin, value))
    if isinstance(value, Subject):
        statements = tuple(statement.model_copy(update={"origin": None}) for statement in value.statements)
        return value.model_copy(update={"statements": statements})
    if isinstance(value, Fact):
        return tuple(getattr(value, field.name) for field in fields(value))
    if not isinstance(value, Element):
        return value
    parts = {field.name: without_origin(getattr(value, field.name)) for field in fields(value)}
    return replace(value, **parts | {"origin": ""})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines())
def test_layers_may_be_joined_from_either_end(line) -> None:
    first, second, third = line
    inherited = second.over(first.over({}))
    whole = lowest([first, second, third])
    assert said(lowest([flat(inherited), third])) == said(whole)
    assert said(lowest([first, joined(second, third)])) == said(whole)
    for section, name in SECTIONS.items():
        expected = [id_ for kind, id_ in third.over(inherited) if kind == section]
        assert list(getattr(whole, name)) == (CORE_FACTS if section == "facts" else []) + expected


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lines())
def test_a_layer_that_says_nothing_changes_nothing(line) -> None:
    first, second, _ = line
    both = said(lowest([first, second]))
    assert said(lowest([first, second, Layer()])) == both
    assert said(lowest([first, Layer(), second])) == both
