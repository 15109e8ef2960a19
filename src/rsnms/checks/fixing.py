"""Safe fixes: applied together, kept only while the policies stay valid, shown as a difference on demand."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from importlib.resources import files as packaged
from pathlib import Path as FilePath

from rsnms.checks.check import Edit, Finding
from rsnms.checks.running import Report
from rsnms.policy.encoding import LINE_BREAK
from rsnms.policy.problems import Problem

MOST_PASSES = 10
"""Fixes whose places overlap are made one after the other, in so many readings at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after the fixes of some findings."""

    file: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes of files by which findings are fixed."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was fixed, the files that were put back because a fix spoilt them, and what is found now."""

    fixed: tuple[Finding, ...]
    restored: tuple[str, ...]
    report: Report


def plan(report: Report, paths: Collection[FilePath], but: Collection[str] = ()) -> Plan:
    """Plan the fixes of a report's findings, in the files at or below the paths alone; of overlapping ones the first.

    Suppressed findings are left alone, and so are the files in ``but`` and those that come with the library.
    """
    taken: dict[str, list[Edit]] = {}
    fixed = []
    for finding in report.findings:
        fresh = [edit for edit in finding.fix if edit not in taken.get(edit.file, ())]
        allowed = all(edit.file not in but and _may_write(edit.file, paths) for edit in finding.fix)
        clashes = any(_overlap(edit, other) for edit in fresh for other in taken.get(edit.file, ()))
        if finding.fix and allowed and not clashes:
            fixed.append(finding)
            for edit in fresh:
                taken.setdefault(edit.file, []).append(edit)
    changes = (_change(file, edits) for file, edits in sorted(taken.items()))
    return Plan(tuple(change for change in changes if change.before != change.after), tuple(fixed))


def difference(plan: Plan) -> str:
    """The changes of a plan as a unified diff."""
    return "".join(line for change in plan.changes for line in _difference(change))


def fix(read: Callable[[], Report], paths: Collection[FilePath]) -> Outcome:
    """Fix what can be fixed safely in the files below the paths, reading everything anew after each pass.

    Files are written in place, their encoding and line ends kept. Where a policy that was valid is no longer so, every
    file of the pass is put back as it was, and the spoilt ones are not touched again.

    Raises:
        OSError: a file cannot be written.
    """
    report = read()
    known = _kinds(report.problems)
    fixed: list[Finding] = []
    restored: set[str] = set()
    for _ in range(MOST_PASSES):
        planned = plan(report, paths, restored)
        if not planned.changes:
            break
        _write((change.file, change.after) for change in planned.changes)
        report = read()
        spoilt = {problem.place.file for problem in report.problems if not _kinds([problem]) <= known}
        if spoilt:
            _write((change.file, change.before) for change in planned.changes)
            changed = {change.file for change in planned.changes}
            restored |= changed & spoilt or changed
            report = read()
        else:
            fixed += planned.findings
    return Outcome(tuple(fixed), tuple(sorted(restored)), report)


def _kinds(problems: Iterable[Problem]) -> set[tuple[str, str, object]]:
    """Problems without their lines, which fixes move."""
    return {(problem.code, problem.place.file, problem.path) for problem in problems}


def _may_write(file: str, paths: Collection[FilePath]) -> bool:
    whole = FilePath(file).resolve()
    is_asked = any(whole.is_relative_to(path.resolve()) for path in paths)
    return is_asked and not whole.is_relative_to(FilePath(str(packaged("rsnms"))).resolve())


def _overlap(one: Edit, other: Edit) -> bool:
    if (one.file, one.line) != (other.file, other.line):
        return False
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _change(file: str, edits: Sequence[Edit]) -> Change:
    before = FilePath(file).read_bytes()
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    text = before.decode("utf-8-sig")
    lines = _bounds(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start), reverse=True):
        begin, end, whole = lines[edit.line - 1]
        start = min(begin + edit.start - 1, end)
        stop = whole if begin + edit.end - 1 > end else begin + edit.end - 1
        text = text[:start] + edit.text.replace("\n", newline) + text[stop:]
    return Change(file, before, bom + text.encode("utf-8"))


def _bounds(text: str) -> list[tuple[int, int, int]]:
    """Of each line: where it begins, where its text ends, where its line break ends."""
    bounds, start = [], 0
    for ended in LINE_BREAK.finditer(text):
        bounds.append((start, ended.start(), ended.end()))
        start = ended.end()
    return [*bounds, (start, len(text), len(text))]


def _write(contents: Iterable[tuple[str, bytes]]) -> None:
    for file, content in contents:
        FilePath(file).write_bytes(content)


def _difference(change: Change) -> Iterator[str]:
    """With the byte order mark and the line ends of the file, so that it can be applied."""
    before, after = (part.decode("utf-8").split("\n") for part in (change.before, change.after))
    before, after = (
        [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line] for lines in (before, after)
    )
    for line in unified_diff(before, after, change.file, change.file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
