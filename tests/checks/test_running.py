import sys
from dataclasses import replace

import pytest

from checks.fake_check import BASE, FACTS, ON, fake, report_of, write
from rsnms.checks import registry
from rsnms.checks.check import Severity
from rsnms.checks.running import CheckNeedsLibraryError, policies_under, run_checks
from rsnms.domain.extras import LibraryMissingError
from rsnms.policy.loading import read_workspace
from rsnms.rules.proof.prover import NoAnswerError

BAD = FACTS.replace("Ранг", "плохо")
CHILD = "title: Район\nlevel: municipal\nacts: []\n"


def test_findings_stand_in_the_order_of_their_places(tmp_path):
    file = write(tmp_path, FACTS + "    reading: плохо\n" + FACTS.replace("facts:\n", "").replace("rank", "rank2"))
    file.write_text(file.read_text().replace("title: Ранг", "title: плохо"))
    report = report_of(tmp_path, fake("RS198"), fake("RS199"))
    found = [(one.place.line, one.code) for one in report.findings]
    assert found == sorted(found)
    assert len(found) == 6
    assert {report.severity(one) for one in report.findings} == {Severity.WARNING}


def test_a_finding_of_several_periods_is_told_once(tmp_path):
    write(tmp_path, BAD)
    dated = BASE.replace("{from: 2024-01-01}", "{from: 2020-01-01, until: 2023-12-31}")
    write(tmp_path, FACTS, "ru/oblast/2020-01-01", dated)
    report = report_of(tmp_path, fake())
    assert len(report.workspace.tree["ru/oblast"].periods) == 2
    assert len(report.findings) == 1


def test_only_policies_under_the_paths_are_reported_on(tmp_path):
    file = write(tmp_path, BAD)
    write(tmp_path, BAD, "ru/other")
    workspace = read_workspace(tmp_path)
    assert policies_under(workspace, [tmp_path]) == ("ru/oblast", "ru/other")
    assert policies_under(workspace, [file]) == policies_under(workspace, [file.parent]) == ("ru/oblast",)
    assert {one.policy for one in report_of(tmp_path, fake(), paths=[file]).findings} == {"ru/oblast"}


def test_mistaken_policies_are_not_checked_and_the_others_are(tmp_path):
    write(tmp_path, BAD)
    write(tmp_path, BAD.replace("integer", "integr"), "ru/wrong")
    report = report_of(tmp_path, fake())
    assert [problem.code for problem in report.problems] == ["wrong-value"]
    assert [one.policy for one in report.findings] == ["ru/oblast"]
    assert report.policies == ("ru/oblast", "ru/wrong")


def test_a_missing_library_is_not_passed_over(tmp_path):
    write(tmp_path, BAD)
    workspace = read_workspace(tmp_path)
    with pytest.raises(LibraryMissingError, match=r'pip install "rsnms\[proofs\]"'):
        run_checks(workspace, ON, None, [fake(needs="no_such_library")])


@pytest.mark.parametrize(("left_out", "told"), [((), "RS1"), (("RS101",), ",".join(f"RS10{n}" for n in range(2, 10)))])
def test_without_a_library_the_checks_that_need_it_can_be_left_out(tmp_path, monkeypatch, left_out, told):
    monkeypatch.setitem(sys.modules, "z3", None)
    write(tmp_path, FACTS)
    workspace = read_workspace(tmp_path)
    with pytest.raises(CheckNeedsLibraryError) as error:
        run_checks(workspace, ON, None, registry.chosen(ignore=left_out))
    assert error.value.text() == (
        'Для этого нужна библиотека z3. Установите её: pip install "rsnms[proofs]"\n'
        f"Обойтись без проверок, которым она нужна: --ignore {told}"
    )
    assert error.value.text("en").endswith(f"To leave out the checks that need it: --ignore {told}")
    assert run_checks(workspace, ON, None, registry.chosen(ignore=[*left_out, *told.split(",")])).problems == ()


def test_severities_from_a_threshold(tmp_path):
    write(tmp_path, BAD)
    report = report_of(
        tmp_path, fake("RS197", severity=Severity.NOTE), fake("RS198"), fake("RS199", severity=Severity.ERROR)
    )
    assert [len(report.at_least(severity)) for severity in Severity] == [3, 2, 1]


def test_a_question_too_hard_stops_its_check_alone_and_is_told(tmp_path):
    write(tmp_path, BAD)

    def too_hard(scope):
        yield from fake("RS198").find(scope)
        raise NoAnswerError("max. resource limit exceeded")

    report = report_of(tmp_path, replace(fake("RS198"), find=too_hard), fake("RS199"))
    assert [check.code for check, _ in report.unanswered] == ["RS198"]
    assert {one.code for one in report.findings} == {"RS198", "RS199"}
    assert report_of(tmp_path, fake("RS198")).unanswered == ()
