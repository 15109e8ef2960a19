"""The page docs/testing.md: its faulty policy is found out, with the very person that it shows; its life is lived."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "testing.md").read_text("utf-8")
sys.path.insert(0, str(ROOT / "docs"))
from replay import blocks  # noqa: E402 - the scripts beside the documentation are no package

FILES = {block.file: block.text for block in blocks(PAGE) if block.file}
(SHOWN,) = (block.text for block in blocks(PAGE) if block.language == "text")
POLICY = "my-policies/ru/example/eligibility.yaml"


def run(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> dict[str, Any]:
    """The names of a test file of the page, beside the page's policies."""
    for path, text in {**FILES, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {"__name__": name}
    exec(compile(FILES[name], name, "exec"), names)  # noqa: S102 - our own page
    return names


def test_the_mistake_is_found_and_the_person_is_as_the_page_shows(tmp_path, monkeypatch):
    test = run("test_active.py", tmp_path, monkeypatch)["test_a_month_more_of_experience_never_harms"]

    with pytest.raises(AssertionError) as caught:
        settings(database=None, derandomize=True)(test)()

    (note,) = (note for note in caught.value.__notes__ if "person=" in note)
    assert SHOWN.strip() in note


def test_mended_as_the_page_says_it_passes(tmp_path, monkeypatch):
    mended = FILES[POLICY].replace("at_most", "at_least")
    names = run("test_active.py", tmp_path, monkeypatch, **{POLICY: mended})

    settings(database=None, derandomize=True)(names["test_a_month_more_of_experience_never_harms"])()


def test_the_life_of_the_page_is_lived(tmp_path, monkeypatch):
    life = run("test_life.py", tmp_path, monkeypatch)["LifeInVolgograd"]

    run_state_machine_as_test(life, settings=settings(max_examples=10, stateful_step_count=10, database=None))
