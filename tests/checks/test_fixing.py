from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.fake_check import FACTS, fake, report_of, suppressing, write
from rsnms.checks import registry
from rsnms.checks.check import Check, Edit, Finding, Severity
from rsnms.checks.fixing import Change, Plan, difference, fix, plan
from rsnms.domain.text import Text
from rsnms.policy.problems import Place

BAD = FACTS.replace("Ранг", "плохо")


def fixing(root, *checks, paths=None):
    return fix(partial(report_of, root, *checks), paths or [root])


def test_fixes_are_made_and_what_is_left_is_reported(tmp_path):
    file = write(tmp_path, BAD + "    reading: плохо\n")
    outcome = fixing(tmp_path, fake())
    assert file.read_text(encoding="utf-8") == FACTS.replace("Ранг", "хорошо") + "    reading: хорошо\n"
    assert [one.place.line for one in outcome.fixed] == [3, 6]
    assert (outcome.restored, outcome.report.findings) == ((), ())


def test_byte_order_mark_and_line_ends_are_kept(tmp_path):
    file = write(tmp_path, "")
    file.write_bytes(b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode())
    fixing(tmp_path, fake())
    expected = FACTS.replace("Ранг", "хорошо").replace("\n", "\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_overlapping_fixes_are_made_one_after_the_other(tmp_path):
    file = write(tmp_path, FACTS.replace("Ранг", "плохо1"))
    first, second = fake("RS198", mended="лучше"), fake("RS199", mended="хорошо", word="плохо1")
    assert [one.code for one in plan(report_of(tmp_path, first, second), [tmp_path]).findings] == ["RS198"]
    outcome = fixing(tmp_path, first, second)
    assert "title: лучше1" in file.read_text(encoding="utf-8")
    assert [one.code for one in outcome.fixed] == ["RS198"]


def test_a_fix_that_breaks_the_policy_is_taken_back(tmp_path):
    file = write(tmp_path, FACTS)
    fine = write(tmp_path, BAD, "ru/fine")
    outcome = fixing(tmp_path, fake("RS198", word="integer", mended="integr"), fake())
    assert file.read_text(encoding="utf-8") == FACTS
    assert str(file) in outcome.restored
    assert outcome.report.problems == ()
    assert fine.read_text(encoding="utf-8").count("integer") == 1


def test_sound_files_are_fixed_though_another_is_put_back(tmp_path):
    file = write(tmp_path, FACTS.replace("rank", "rank1"))
    fine = write(tmp_path, BAD, "ru/fine")
    outcome = fixing(tmp_path, fake("RS198", word="rank1", mended="Rank 1"), fake())
    assert outcome.restored == (str(file),)
    assert "хорошо" in fine.read_text(encoding="utf-8")
    assert [one.code for one in outcome.fixed] == ["RS199"]
    assert [one.code for one in outcome.report.findings] == ["RS198"]


def test_only_files_under_the_paths_are_written(tmp_path):
    file, other = write(tmp_path, BAD), write(tmp_path, BAD, "ru/other")
    outcome = fixing(tmp_path, fake(), paths=[file])
    assert "хорошо" in file.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8") == BAD
    assert [one.place.file for one in outcome.report.findings] == [str(other)]


def test_a_file_that_is_named_is_written_and_no_other_of_its_folder_or_below(tmp_path):
    file, inside = write(tmp_path, BAD), write(tmp_path, BAD, "ru/oblast/town")
    beside = file.with_name("more.yaml")
    beside.write_text("terms:\n  - {id: a, title: плохо, means: Слово}\n", encoding="utf-8")
    before = beside.read_text(encoding="utf-8")
    outcome = fixing(tmp_path, fake(), paths=[file])
    assert [one.place.file for one in outcome.fixed] == [str(file)]
    assert (beside.read_text(encoding="utf-8"), inside.read_text(encoding="utf-8")) == (before, BAD)


def test_a_link_to_elsewhere_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(BAD, encoding="utf-8")
    file = write(tmp_path / "root", FACTS)
    file.unlink()
    file.symlink_to(elsewhere)
    fixing(tmp_path / "root", fake())
    assert elsewhere.read_text(encoding="utf-8") == BAD


def test_files_of_the_library_are_not_written(tmp_path, monkeypatch):
    file = write(tmp_path, BAD)
    monkeypatch.setattr("rsnms.checks.fixing.packaged", lambda _: tmp_path)
    assert plan(report_of(tmp_path, fake()), [tmp_path]).changes == ()
    assert fixing(tmp_path, fake()).fixed == ()
    assert file.read_text(encoding="utf-8") == BAD


def test_a_difference_writes_nothing(tmp_path):
    file = write(tmp_path, BAD)
    shown = difference(plan(report_of(tmp_path, fake()), [tmp_path]))
    assert shown.splitlines() == [
        f"--- {file}",
        f"+++ {file}",
        "@@ -1,5 +1,5 @@",
        " facts:",
        "   - id: rank",
        "-    title: плохо",
        "+    title: хорошо",
        "     about: person",
        "     type: integer",
    ]
    assert file.read_text(encoding="utf-8") == BAD


@pytest.mark.parametrize(
    "before",
    ["\ufeffterms: # плохо\n  - a\n", "плохо", BAD.replace("\n", "\r\n"), BAD + "# \u2028 \x85"],
)
def test_a_difference_is_of_the_bytes_of_the_file(before):
    after = before.replace("плохо", "хорошо")
    made = Plan((Change("a.yaml", before.encode(), after.encode()),), ())
    lines = difference(made).removesuffix("\n\\ No newline at end of file\n").split("\n")
    old = "\n".join(line[1:] for line in lines[3:] if line[:1] in (" ", "-"))
    new = "\n".join(line[1:] for line in lines[3:] if line[:1] in (" ", "+"))
    assert [old.rstrip("\n"), new.rstrip("\n")] == [before.rstrip("\n"), after.rstrip("\n")]


def test_idle_suppressions_are_removed(tmp_path, monkeypatch):
    known = (fake(), *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: known)
    idle = "# rsnms: ignore RS199 — так в акте  "
    file = write(tmp_path, FACTS.replace("    title: Ранг\n", f"    {idle}\n    title: Ранг  {idle}\n"))
    outcome = fixing(tmp_path, *known)
    assert file.read_text(encoding="utf-8") == FACTS
    assert [one.code for one in outcome.fixed] == ["RS902", "RS902"]


PIECES = st.tuples(st.integers(1, 5), st.integers(1, 8), st.integers(0, 4), st.text("хx\n", max_size=3))


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=5))
def test_planned_edits_never_overlap_and_leave_the_rest(tmp_path_factory, pieces):
    root = tmp_path_factory.mktemp("tree")
    file = str(write(root, FACTS))
    lines = FACTS.splitlines()

    def find(_scope):
        for number, (line, start, length, text) in enumerate(pieces):
            edit = Edit(file, line, start, min(start + length, len(lines[line - 1]) + 1), text)
            if edit.start <= edit.end:
                yield Finding("RS199", Place(file, line, start), Text(str(number)), "ru/oblast", fix=(edit,))

    planned = plan(report_of(root, Check("RS199", "any", Severity.NOTE, Text("x"), find)), [root])
    expected = [list(line) for line in lines]
    for edit in {edit for finding in planned.findings for edit in finding.fix}:
        row = expected[edit.line - 1]
        for column in range(edit.start - 1, edit.end - 1):
            assert not row[column].startswith("\0")
            row[column] = "\0"
    for change in planned.changes:
        kept = [sign for row in expected for sign in row if sign != "\0"]
        remains = iter(change.after.decode().replace("\n", ""))
        assert all(sign in remains for sign in kept)
    assert Path(file).read_text(encoding="utf-8") == FACTS
