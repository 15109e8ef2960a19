from xml.etree import ElementTree

import pytest

from policy.folders import write
from systems import FILES


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, FILES)


def test_svg_to_standard_output_and_html_to_a_file(run, folder, tmp_path) -> None:
    drawn = run("chart", "a/north", "--policies", folder)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    root = ElementTree.fromstring(drawn.stdout)  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    page = tmp_path / "chart.html"
    written = run("chart", "a/north", "--format", "html", "--out", page, "--lang", "en", "--policies", folder)
    assert (written.returncode, written.stdout) == (0, "")
    assert '<html lang="en">' in page.read_text("utf-8")


def test_lines_of_chosen_relations(run, folder) -> None:
    arguments = ("--format", "mermaid", "--relation", "interacts", "--policies", folder)
    drawn = run("chart", "a/north", *arguments).stdout
    assert '-.-|"взаимодействует"|' in drawn
    assert "сопровождает" not in drawn
    unknown = run("chart", "a/north", "--relation", "loves", "--policies", folder)
    assert unknown.returncode == 2
    assert "Traceback" not in unknown.stderr


@pytest.mark.parametrize("policy", ["ru/leningrad", "ru/volgograd"])
def test_packaged_policies(run, policy) -> None:
    drawn = run("chart", policy)
    assert drawn.returncode == 0
    assert "ЦНППМ" in drawn.stdout


def test_a_policy_without_subjects_says_so(run) -> None:
    drawn = run("chart", "ru", "--format", "mermaid")
    assert (drawn.returncode, drawn.stderr.strip()) == (0, "ru: в источнике не указано")
    assert drawn.stdout.startswith("flowchart TB\n")
