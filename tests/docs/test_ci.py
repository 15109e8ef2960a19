"""The files for continuous integration: what they call is there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from rsnms.cli.app import app

ROOT = Path(__file__).parents[2]
FILES = ("docs/ci/github.yml", "docs/ci/gitlab.yml", ".pre-commit-hooks.yaml")
COMMANDS = get_command(app)


def texts(node: Any) -> Iterator[str]:
    """Every text that stands anywhere in a file."""
    if isinstance(node, str):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from texts(part)


def calls(file: str) -> list[list[str]]:
    """The arguments of every call of ours in a file; the mere name of a hook is none."""
    stated = yaml.safe_load((ROOT / file).read_text("utf-8"))
    lines = [line.strip() for text in texts(stated) for line in text.splitlines()]
    commands = [re.split(r"\|\|?|&&|;", line)[0] for line in lines if line.startswith("rsnms ")]
    known = [command for command in commands if re.match(r"rsnms [a-z]+ [^ ]*policies", command)]
    return [[word for word in shlex.split(command)[1:] if word != "$GATES"] for command in known]


CALLS = [
    pytest.param(call, id=f"{file}: {' '.join(call)}")
    for file in FILES
    for call in calls(file)
    if call[0] in COMMANDS.commands
]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_is_one_that_the_command_line_takes(call):
    command = COMMANDS.commands[call[0]]
    assert command.make_context(call[0], call[1:]).params


@pytest.mark.parametrize("file", FILES)
def test_checks_are_run_by_every_file(file):
    assert any(call[0] == "check" and call[1] == "policies" for call in calls(file))


def test_github_uploads_what_the_check_writes():
    steps = yaml.safe_load((ROOT / FILES[0]).read_text("utf-8"))["jobs"]["policies"]["steps"]
    [upload] = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    written = [call[call.index("--out") + 1] for call in calls(FILES[0]) if "sarif" in call]
    assert written == [upload["with"]["sarif_file"]]


def test_gitlab_reads_the_reports_that_its_jobs_write():
    jobs = yaml.safe_load((ROOT / FILES[1]).read_text("utf-8"))
    for job in jobs.values():
        report = job.get("artifacts", {}).get("reports", {}).get("junit")
        if report:
            assert any("--format junit" in line and line.endswith(f"--out {report}") for line in job["script"])


def test_hooks_bring_the_library_that_proofs_need():
    hooks = yaml.safe_load((ROOT / FILES[2]).read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["rsnms-check", "rsnms-test"]
    for hook in hooks:
        assert hook["language"] == "python"
        assert hook["additional_dependencies"] == [".[proofs,tables]"]
        assert hook["pass_filenames"] is False
        assert hook["always_run"] is True
        assert re.search(hook["files"], "policies/ru/criteria.yaml")


@pytest.mark.parametrize("file", FILES)
def test_everything_that_the_commands_need_is_installed(file):
    """Cases of indicators count tables."""
    assert "[proofs,tables]" in (ROOT / file).read_text("utf-8")


@pytest.mark.parametrize("file", FILES[:2])
def test_the_gates_of_a_difference_are_options(file):
    gates = re.search(r"--no-new-eligibility --no-lost-eligibility", (ROOT / file).read_text("utf-8"))
    assert gates
    assert COMMANDS.commands["diff"].make_context("diff", ["old", "new", *gates[0].split()]).params
