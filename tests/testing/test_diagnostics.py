"""Results of diagnostics and deficits: at the cut points, and readable again."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

import rsnms
from rsnms.domain.competency import Severity
from rsnms.routes.diagnostics.deficits import find_deficits
from rsnms.testing import deficits, diagnoses, diagnoses_csv
from testing.simplest import simplest

POLICY = rsnms.load_policies()["ru/leningrad"].latest
ON = date(2024, 1, 1)


@settings(max_examples=60)
@given(diagnoses(POLICY))
def test_results_read_back_from_csv(results):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diagnoses.csv"
        path.write_text(diagnoses_csv(results), encoding="utf-8", newline="")
        table = rsnms.read_diagnoses(path, POLICY) if results else None

    assert table is None or (table.problems, table.results) == ((), results)


@settings(max_examples=60)
@given(diagnoses(POLICY))
def test_deficits_are_found_in_them(results):
    for person in find_deficits(results, ON):
        assert {one.competency for one in person.found} <= set(POLICY.competencies)
        assert all(one.on <= ON for one in person.found)


def test_cut_points_are_met_from_both_sides():
    (cut,) = {cut.below for cut in POLICY.instruments["default"].cuts if cut.severity is Severity.HIGH}
    for share, severity in ((cut, Severity.MEDIUM), (cut - Fraction(1, 100), Severity.HIGH)):
        (result,) = simplest(diagnoses(POLICY), lambda results, at=share: [one.share for one in results] == [at])
        assert result.severity is severity


@settings(max_examples=60)
@given(deficits(POLICY))
def test_deficits_are_of_the_policys_competencies_each_once(drawn):
    named = [deficit.competency for deficit in drawn]

    assert len(set(named)) == len(named) <= 3
    assert set(named) <= set(POLICY.competencies)
    assert all(deficit.found_on is None or deficit.found_on <= ON for deficit in drawn)


def test_the_simplest_deficits_are_none_and_then_one():
    assert simplest(deficits(POLICY)) == ()
    (one,) = simplest(deficits(POLICY), lambda drawn: any(each.severity is Severity.HIGH for each in drawn))
    assert one.found_on is None
