"""The tutorial is played as it stands: its files written, its commands run, what they print compared."""

from pathlib import Path

from replay import play

ROOT = Path(__file__).parents[2]


def test_every_command_of_the_tutorial_prints_what_it_shows(tmp_path):
    _, differences = play(ROOT / "docs" / "tutorial.ru.md", tmp_path)
    assert not differences, "\n".join(map(str, differences))
