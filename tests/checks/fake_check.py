"""A check for the tests of what runs, suppresses, fixes and reports checks: no line may say "плохо"."""

from datetime import date
from pathlib import Path

from rsnms.checks.check import Check, Edit, Finding, Severity
from rsnms.checks.files import Files
from rsnms.checks.running import policies_under, run_checks
from rsnms.checks.suppressing import idle, unknown_code, unreasoned
from rsnms.domain.text import Text
from rsnms.policy.loading import read_workspace
from rsnms.policy.problems import Place

ON = date(2025, 1, 1)
WORD = "плохо"
BASE = """\
title: Область
level: regional
acts:
  - {id: order, kind: приказ, title: О системе, body: Комитет, number: "1", in_force: {from: 2024-01-01}}
"""
FACTS = """\
facts:
  - id: rank
    title: Ранг
    about: person
    type: integer
"""


def fake(code="RS199", name="bad-word", severity=Severity.WARNING, mended="хорошо", needs=None, word=WORD):
    """The check, under any code."""

    def find(scope):
        files = Files(scope.workspace)
        for policy in scope.policies:
            for file in files.of(policy.id):
                for number, line in enumerate(files.lines(file), 1):
                    said = line.partition("#")[0]
                    if word in said:
                        start = said.index(word) + 1
                        edit = Edit(file, number, start, start + len(word), mended)
                        message = Text(f"Здесь «{word}».", f"Here is '{word}'.")
                        related = ((Place(file, 1), Text("Начало файла", "The beginning of the file")),)
                        yield Finding(
                            code,
                            Place(file, number, start),
                            message,
                            policy.id,
                            ("facts", 0, "title"),
                            related,
                            Text("стаж 5 лет", "experience of 5 years"),
                            (edit,),
                        )

    return Check(code, name, severity, Text("Плохое слово", "A bad word"), find, needs)


def suppressing():
    """The checks of suppressions themselves."""
    return unreasoned.CHECK, idle.CHECK, unknown_code.CHECK


def write(root: Path, facts: str, folder: str = "ru/oblast", base: str = BASE) -> Path:
    """A jurisdiction with facts of its own; the path of the file of its facts."""
    home = root / folder
    home.mkdir(parents=True, exist_ok=True)
    (home / "policy.yaml").write_text(base, encoding="utf-8")
    (home / "facts.yaml").write_text(facts, encoding="utf-8")
    return home / "facts.yaml"


def report_of(root: Path, *running: Check, paths=None):
    """The report of checks over a folder tree that stands for itself."""
    workspace = read_workspace(root)
    return run_checks(workspace, ON, policies_under(workspace, paths or [root]), running)
