"""RS202: a criterion counts as used wherever a condition names it, here or in a child."""

from checks.findings import TOWN, found, packaged, places
from rsnms.checks.names.unused_criterion import CHECK

CRITERION = "criteria:\n  - {id: trained, title: Обучен, when: {fact: diagnostics_passed, is: true}}\n"
USING = """\
eligibility:
  - id: active
    title: Актив
    grounds:
      - {id: g, title: О, when: {all: [{not: {use: trained}}, {fact: teaches, is: true}]}}
"""


def test_nobody_uses_it(tmp_path):
    findings = found(CHECK, tmp_path, {"criteria.yaml": CRITERION})
    assert places(findings, tmp_path) == ["criteria.yaml:2:10"]
    assert findings[0].message.ru == (
        "Критерий «trained» объявлен, но нигде не использован; впишите «use: trained» в условие или удалите критерий."
    )


def test_it_is_used_deep_in_a_condition_of_its_own_policy_or_of_a_child(tmp_path):
    assert found(CHECK, tmp_path / "own", {"criteria.yaml": CRITERION, "eligibility.yaml": USING}) == []
    child = {"criteria.yaml": CRITERION, "town/policy.yaml": TOWN, "town/eligibility.yaml": USING}
    assert found(CHECK, tmp_path / "child", child) == []


def test_every_criterion_of_the_base_is_used_by_some_packaged_policy():
    assert packaged(CHECK) == []
