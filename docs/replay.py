"""Plays a page of the documentation: writes its files, runs its commands, and compares what they print.

What is played is marked by nothing but the way the page reads:

- a paragraph that ends in ```…`path`:``` before a block: the block is the file at that path;
- the same before a ``diff`` block: the lines with "-" in that file are replaced by those with "+";
- a ``console`` block: lines with "$ " are commands, those below are what they print;
- a ``python`` block with ``>>>``: its statements share their names with the other such blocks of the page.

In the output a line of "…" alone stands for any lines, "…" within a line for any characters.

``python docs/replay.py PAGE…`` plays pages and writes into them what commands print now.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = "100"
"""Columns of the terminal for which outputs are shown."""

_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.[a-z]+)`[^`\n]*:\s*$")
_ENDED = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, where it begins in the page, and the file named just before it."""

    language: str
    text: str
    start: int
    line: int
    file: str | None


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    for match in _FENCE.finditer(page):
        before = page[: match.start()].rstrip().rsplit("\n", 1)[-1]
        named = _FILE.search(before)
        line = page.count("\n", 0, match.start(2)) + 1
        yield Block(match[1], match[2], match.start(2), line, named[1] if named else None)


@dataclass(frozen=True, slots=True)
class Difference:
    """A command that prints something other than the page shows."""

    line: int
    command: str
    shown: str
    printed: str

    def __str__(self) -> str:
        return f"line {self.line}: $ {self.command}\n--- the page shows\n{self.shown}\n--- it prints\n{self.printed}\n"


@dataclass(slots=True)
class Play:
    """A page played in a folder of its own."""

    folder: Path
    differences: list[Difference] = field(default_factory=list)
    codes: list[tuple[int, str, int]] = field(default_factory=list)
    """The line of every command that was run, the command and its exit code."""

    def page(self, text: str) -> str:
        """Play a page; return it with what its commands print now."""
        played, end = [], 0
        for block in blocks(text):
            played.append(text[end : block.start])
            played.append(self._block(block))
            end = block.start + len(block.text)
        self._statements(text)
        return "".join([*played, text[end:]])

    def _block(self, block: Block) -> str:
        if block.language == "console":
            return self._commands(block)
        if block.file is not None and block.language == "diff":
            path = self.folder / block.file
            path.write_text(_edited(path.read_text("utf-8"), block), encoding="utf-8")
        elif block.file is not None:
            path = self.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        return block.text

    def _commands(self, block: Block) -> str:
        played = []
        line = block.line
        for part in re.split(r"^(?=\$ )", block.text, flags=re.MULTILINE):
            command, _, shown = part.removeprefix("$ ").partition("\n")
            if part.startswith("$ ") and not command.startswith(_SET_UP):
                printed, code = self.run(command)
                self.codes.append((line, command, code))
                if not shows(shown, printed):
                    self.differences.append(Difference(line, command, shown.strip("\n"), printed))
                    gap = "\n\n" if shown == "\n" or shown.endswith("\n\n") else "\n"
                    part = f"$ {command}\n{printed}{gap}" if printed else f"$ {command}\n"
            played.append(part)
            line += part.count("\n")
        return "".join(played)

    def run(self, command: str) -> tuple[str, int]:
        """Run a command in the folder; return what it prints, errors among the rest, and its exit code."""
        program, *arguments = shlex.split(command)
        printed, code = _run_rsnms(arguments, self.folder) if program == "rsnms" else _run_other(command, self.folder)
        return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n"), code

    def _statements(self, text: str) -> None:
        parser = doctest.DocTestParser()
        runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
        names: dict[str, object] = {}
        with contextlib.chdir(self.folder):
            for block in blocks(text):
                if block.language == "python" and block.file is None:
                    test = parser.get_doctest(block.text, names, f"line {block.line}", None, block.line - 1)
                    report = io.StringIO()
                    runner.run(test, out=report.write, clear_globs=False)
                    names = test.globs
                    if report.getvalue():
                        self.differences.append(Difference(block.line, "python", "", report.getvalue()))


_SET_UP = ("make ", "git ", "pip ", "python3 -m venv", "sudo ", "source ", "xcode-select")
"""Commands that make an environment, which is there already where a page is played."""


def shows(shown: str, printed: str) -> bool:
    """Whether what a page shows agrees with what was printed."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == _ENDED else ".*".join(map(re.escape, line.split(_ENDED))) + r"\n"
        for line in lines
    )
    return re.fullmatch(pattern, f"{printed}\n" if printed else "") is not None


def _edited(text: str, block: Block) -> str:
    """The text with the edits of a diff block; runs of "-" lines are replaced by the "+" lines that follow."""
    for edit in re.finditer(r"((?:^-.*\n)+)((?:^\+.*\n)*)", block.text, re.MULTILINE):
        old, new = (re.sub(r"^[-+]", "", part, flags=re.MULTILINE) for part in edit.groups())
        if text.count(old) != 1:
            raise ValueError(f"line {block.line}: {block.file} has {text.count(old)} times:\n{old}")
        text = text.replace(old, new)
    return text


def _run_rsnms(arguments: Sequence[str], folder: Path) -> tuple[str, int]:
    """Run the command line in this process, which costs no start-up."""
    from rsnms.cli.app import main

    printed, code = io.StringIO(), 0
    argv, environment = sys.argv, dict(os.environ)
    os.environ |= {"COLUMNS": WIDTH, "NO_COLOR": "1"}
    os.environ.pop("RSNMS_LANG", None)
    sys.argv = ["rsnms", *arguments]
    try:
        with contextlib.chdir(folder), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main()
    except SystemExit as leaving:
        if leaving.code not in (0, 1, 2, None):
            raise
        code = int(leaving.code or 0)
    finally:
        sys.argv = argv
        os.environ.clear()
        os.environ |= environment
    return printed.getvalue(), code


def _run_other(command: str, folder: Path) -> tuple[str, int]:
    """Run a command of the shell; ``python`` is this interpreter."""
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"COLUMNS": WIDTH, "PYTEST_ADDOPTS": "-p no:cacheprovider", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(  # noqa: S602 - the commands of our own pages
        command, shell=True, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout, done.returncode


def stage(folder: Path) -> Play:
    """A play in a folder that has the project's examples and policies."""
    for shared in ("examples", "policies"):
        (folder / shared).symlink_to(ROOT / shared)
    (folder / "out").mkdir()
    return Play(folder)


def play(page: Path, folder: Path) -> tuple[str, list[Difference]]:
    """Play a page; return its new text and the differences."""
    played = stage(folder)
    return played.page(page.read_text("utf-8")), played.differences


def main(pages: Sequence[str]) -> None:
    """Play pages and write into them what commands print now."""
    for page in map(Path, pages):
        with tempfile.TemporaryDirectory() as folder:
            text, differences = play(page, Path(folder))
        for difference in differences:
            sys.stdout.write(f"{page}, {difference}\n")
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
