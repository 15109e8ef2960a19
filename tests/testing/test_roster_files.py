"""Rosters read back as the people they were written from, flawed cells apart."""

from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from rsnms.rosters.roster import Roster
from rsnms.testing import RosterFile, rosters
from testing.simplest import simplest

VOLGOGRAD = rsnms.load_policies()["ru/volgograd"]
LENINGRAD = rsnms.load_policies()["ru/leningrad"]


def read(file: RosterFile) -> Roster:
    with TemporaryDirectory() as folder:
        return rsnms.read_roster(file.write(folder), file.facts, as_of=file.as_of)


def facts_of(roster: Roster) -> list[dict]:
    return [dict(row.facts) for row in roster.rows]


@settings(max_examples=60)
@given(rosters(VOLGOGRAD))
def test_any_people_read_back(file):
    roster = read(file)

    assert [error.text() for error in roster.errors] == []
    assert facts_of(roster) == list(file.people)
    assert not file.flaws


@settings(max_examples=60)
@given(rosters(LENINGRAD, "municipal-methodical-active"))
def test_people_at_the_thresholds_read_back(file):
    roster = read(file)

    assert [error.text() for error in roster.errors] == []
    assert facts_of(roster) == list(file.people)


@settings(max_examples=60)
@given(rosters(VOLGOGRAD, "young-educator-support", flawed=True))
def test_flawed_cells_are_the_errors_and_nothing_else_is_lost(file):
    roster = read(file)

    found = {(row.id, error.fact.name) for row in roster.rows for error in row.errors}
    assert found == {(file.rows[flaw.row][0], flaw.fact) for flaw in file.flaws}
    assert facts_of(roster) == list(file.people)


@settings(max_examples=20)
@given(rosters(VOLGOGRAD, "regional-methodical-active"))
def test_the_records_make_a_dataframe(file):
    frame = pl.DataFrame(file.records, schema=dict.fromkeys(file.headings, pl.String))

    assert facts_of(rsnms.read_roster(frame, file.facts, as_of=file.as_of)) == list(file.people)


def test_the_simplest_flawed_roster_is_one_cell(tmp_path: Path):
    file = simplest(rosters(VOLGOGRAD, "young-educator-support", flawed=True), lambda file: bool(file.flaws))

    assert len(file.rows) == 1
    assert len(file.flaws) == 1
    assert sum(bool(cell) for cell in file.rows[0][1:]) == 1
    assert file.write(tmp_path).read_text("utf-8") == file.csv().replace("\r\n", "\n")


@settings(max_examples=30)
@given(rosters(VOLGOGRAD), st.sampled_from([";", ",", "\t"]))
def test_a_roster_may_be_written_with_any_separator(file, delimiter):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        path.write_text(file.csv(delimiter), encoding="utf-8", newline="")
        roster = rsnms.read_roster(path, file.facts, as_of=file.as_of)

    assert facts_of(roster) == list(file.people)
