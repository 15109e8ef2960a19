"""The tour of mistakes: every mistake is caught by a command that says nothing while the policies are whole."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from replay import Difference, blocks, stage

PAGE = (Path(__file__).parents[2] / "docs" / "policy-tour.ru.md").read_text("utf-8")
MISTAKES = 10
"""At the least."""


@dataclass(frozen=True)
class Tour:
    """The commands ``rsnms`` under every numbered heading, with their exit codes, and what the page shows wrongly."""

    stations: dict[str, list[tuple[str, int]]]
    differences: list[Difference]


def without_mistakes(page: str) -> str:
    """The page without its edits and its files: only the commands are left."""
    for block in reversed([one for one in blocks(page) if one.file is not None]):
        begin = block.start - len(f"```{block.language}\n")
        page = page[:begin] + page[block.start + len(block.text) + len("```") :]
    return page


def played(page: str, folder: Path) -> Tour:
    play = stage(folder)
    play.page(page)
    lines = page.splitlines()
    stations: dict[str, list[tuple[str, int]]] = {}
    for line, command, code in play.codes:
        above = [text for text in lines[:line] if re.match(r"## [0-9]+\. ", text)]
        if above and command.startswith("rsnms "):
            stations.setdefault(above[-1].removeprefix("## "), []).append((command, code))
    return Tour(stations, play.differences)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Tour:
    return played(without_mistakes(PAGE), tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> Tour:
    return played(PAGE, tmp_path_factory.mktemp("broken"))


def test_every_command_prints_what_the_page_shows(broken) -> None:
    assert not broken.differences, "\n".join(map(str, broken.differences))


def test_every_mistake_is_caught(broken) -> None:
    assert len(broken.stations) >= MISTAKES
    assert [name for name, commands in broken.stations.items() if not any(code for _, code in commands)] == []


def test_nothing_is_caught_while_the_policies_are_whole(whole, broken) -> None:
    assert whole.stations.keys() == broken.stations.keys()
    assert [found for commands in whole.stations.values() for found in commands if found[1]] == []
