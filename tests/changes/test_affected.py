import shutil
from collections import Counter
from datetime import date

import pytest

from changes.edited import SMALL, changed, difference
from rsnms.changes.affected import Turn, concerned, effects, vocabulary
from rsnms.changes.diff import diff
from rsnms.changes.sources import read_sides
from rsnms.policy.loading import packaged_policies
from rsnms.rosters.roster import read_roster
from rsnms.rules.decision import decide
from rsnms.rules.judge import Verdict
from rsnms.rules.profile import Profile

HEADINGS = "Таб. №;Категория;Стаж;Роли;Обучен"
PEOPLE = (
    "new;высшая;3 года;нет;да",
    "old;высшая;5 лет;нет;да",
    "role;высшая;4 года;тьютор;да",
    "short;высшая;2 года;нет;да",
    "unknown;высшая;3 года;нет;",
    "without;высшая;;нет;да",
)


def judged(tmp_path, **edits):
    found = difference(tmp_path, SMALL, changed(SMALL, **edits))
    path = tmp_path / "people.csv"
    path.write_text("\n".join((HEADINGS, *PEOPLE)), encoding="utf-8")
    roster = read_roster(path, vocabulary(found, {"a/b"}), id_column="Таб. №")
    return found, roster, effects(found, roster)


def test_who_is_affected_and_how(tmp_path) -> None:
    _, _, found = judged(tmp_path, eligibility=("at_least: 5 years", "at_least: 3 years"))
    assert {one.row.id: one.turn for one in found.affected} == {
        "new": Turn.ADMITTED,
        "role": Turn.GROUND,
        "unknown": Turn.UNDETERMINED,
    }
    assert found.counts() == Counter([Turn.ADMITTED, Turn.GROUND, Turn.UNDETERMINED])
    assert found.rows == len(PEOPLE)
    assert [(policy, one.id) for policy, one in found.asked] == [("a/b", "active")]


def test_who_is_lost_refused_or_undetermined(tmp_path) -> None:
    _, _, found = judged(tmp_path, eligibility=("at_least: 5 years", "at_least: 15 years"))
    assert {one.row.id: one.turn for one in found.affected} == {"old": Turn.LOST}
    [lost] = found.affected
    assert [finding.fact for finding in lost.after.unmet] == ["stay", "roles"]


@pytest.mark.parametrize("years", ["3 years", "4 years", "15 years"])
def test_every_row_is_judged_as_decide_judges(tmp_path, years) -> None:
    found, roster, result = judged(tmp_path, eligibility=("at_least: 5 years", f"at_least: {years}"))
    [(one, _)] = concerned(found)
    on = one.versions.on
    expected = {}
    for row in roster.rows:
        sides = [
            decide(side.jurisdictions["a/b"], "active", Profile(row.facts, roster.as_of or on, row.id), on)
            for side in (found.old, found.new)
        ]
        if len({(side.verdict, side.ground and side.ground.id) for side in sides}) > 1:
            expected[row.id] = [(side.verdict, side.ground, side.unmet, side.unknown) for side in sides]
    assert {
        each.row.id: [(side.verdict, side.ground, side.unmet, side.unknown) for side in (each.before, each.after)]
        for each in result.affected
    } == expected


def test_the_example_roster_of_volgograd(tmp_path, request) -> None:
    root = request.config.rootpath
    copy = tmp_path / "policies"
    shutil.copytree(packaged_policies(), copy)
    stated = copy / "ru" / "volgograd" / "eligibility.yaml"
    text = stated.read_text(encoding="utf-8")
    gate = '        - {fact: diagnostics_passed, is: true, clause: "1.3"}\n'
    assert gate in text
    stated.write_text(text.replace(gate, ""), encoding="utf-8")
    found = diff(*read_sides(str(packaged_policies()), str(copy)), date(2024, 1, 1), policies=["ru/volgograd"])
    roster = read_roster(root / "examples" / "roster.xlsx", vocabulary(found, ["ru/volgograd"]))
    result = effects(found, roster)
    assert {one.turn for one in result.affected} <= {Turn.ADMITTED, Turn.UNDETERMINED}
    for one in result.affected:
        before = {finding.fact for finding in (*one.before.unmet, *one.before.unknown)}
        after = {finding.fact for finding in (*one.after.unmet, *one.after.unknown)}
        assert before - after == {"diagnostics_passed"}
    assert result.affected
    assert all(one.before.verdict is not Verdict.ELIGIBLE for one in result.affected)
