"""Small trees of policies in two states, for the tests of what a change does."""

from datetime import date
from pathlib import Path

from policy.folders import TREE, Files, write
from rsnms.changes.diff import Diff, diff
from rsnms.changes.sources import read_sides

TODAY = date(2026, 3, 1)
ACTIVE = """\
eligibility:
  - id: active
    title: Актив
    clause: "3"
    gate: {fact: trained, is: true, clause: "1.3"}
    grounds:
      - id: core
        title: Основа
        modality: base
        when: {all: [{fact: category, is: highest}, {fact: stay, at_least: 5 years}]}
      - {id: other, title: Прочие, modality: may, when: {fact: roles, any_of: [tutor, mentor]}}
"""
SMALL: Files = {**TREE, "a/b/eligibility.yaml": ACTIVE}
CHILD = """\
title: Район
level: municipal
acts:
  - {id: order-2, kind: приказ, title: О системе, body: Управление, in_force: {from: 2024-02-01}}
"""


def pair(root: Path, old: Files, new: Files) -> tuple[Path, Path]:
    """Two trees below a root."""
    return write(root / "old", old), write(root / "new", new)


def changed(files: Files, **edits: tuple[str, str]) -> Files:
    """Files with one place replaced in each of those named by the stem of the file, which has to be there."""
    named = {Path(name).stem: name for name in files}
    edited = dict(files)
    for stem, (before, after) in edits.items():
        text = str(edited[named[stem]])
        assert before in text
        edited[named[stem]] = text.replace(before, after)
    return edited


def difference(root: Path, old: Files, new: Files, on: date | None = None) -> Diff:
    """The difference of two trees."""
    return diff(*read_sides(*map(str, pair(root, old, new))), TODAY, on)


def swapped() -> str:
    """The eligibility with its grounds in the other order."""
    head, core, other = ACTIVE.split("      - ")
    return "      - ".join((head, other, core))
