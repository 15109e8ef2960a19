"""Policies of an example over the packaged ones, and what a check finds in them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from policy.folders import write
from rsnms.checks.check import Check, Finding, Scope
from rsnms.policy.loading import packaged_policies, read_workspace

HOME = "ru/example"
DAY = date(2025, 1, 1)
IDENTITY = """\
title: Область
level: regional
acts:
  - {id: order, kind: приказ, title: О системе, body: Министерство, in_force: {from: 2024-01-01}}
"""
TOWN = IDENTITY.replace("Область", "Район").replace("regional", "municipal")


def found(check: Check, root: Path, files: Mapping[str, str], on: date = DAY) -> list[Finding]:
    """What a check finds in the example: ``files`` by path below its folder, with an identity if they have none."""
    write(root, {f"{HOME}/{name}": text for name, text in {"policy.yaml": IDENTITY, **files}.items()})
    workspace = read_workspace(packaged_policies(), root)
    assert [problem.line() for problem in workspace.problems] == []
    periods = tuple(
        period
        for id_, jurisdiction in workspace.tree.items()
        if id_.startswith(HOME)
        for period in jurisdiction.periods
    )
    return list(dict.fromkeys(check.find(Scope(workspace, periods, on))))


def places(findings: list[Finding], root: Path) -> list[str]:
    """Where findings are, the files relative to the folder of the example."""
    return [str(finding.place).replace(f"{root}/{HOME}/", "") for finding in findings]


def packaged(check: Check, on: date = DAY) -> list[str]:
    """The messages of a check about the packaged policies."""
    workspace = read_workspace(packaged_policies())
    periods = tuple(period for jurisdiction in workspace.tree.values() for period in jurisdiction.periods)
    return [finding.message.ru for finding in check.find(Scope(workspace, periods, on))]
