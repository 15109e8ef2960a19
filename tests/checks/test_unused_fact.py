"""RS201: a fact counts as asked for wherever anything names it, here or in a child."""

import pytest

from checks.findings import TOWN, found, packaged, places
from rsnms.checks.names.unused_fact import CHECK

FACTS = """\
facts:
  - {id: won, type: boolean, title: Победил}
  - {id: won_on, type: date, title: Дата победы}
"""
ASKING = "criteria:\n  - {{id: c, title: К, when: {{fact: {}, is: true}}}}\n"


def test_nobody_asks(tmp_path):
    findings = found(CHECK, tmp_path, {"facts.yaml": FACTS})
    assert places(findings, tmp_path) == ["facts.yaml:2:10", "facts.yaml:3:10"]
    assert findings[0].message.ru == (
        "Факт «won» объявлен, но ни одно условие о нём не спрашивает; используйте его или удалите."
    )
    assert findings[0].message.en == "The fact 'won' is declared, and no condition asks for it; use it or delete it."
    assert (findings[0].policy, findings[0].path) == ("ru/example", ("facts", 0, "id"))


def test_a_condition_and_a_derivation_ask(tmp_path):
    derived = FACTS.replace("title: Победил}", "title: Победил, time: {happened_on: won_on}}")
    assert found(CHECK, tmp_path, {"facts.yaml": derived, "criteria.yaml": ASKING.format("won")}) == []


def test_a_child_asks_and_a_sister_does_not_count(tmp_path):
    files = {"facts.yaml": FACTS.split("\n  - {id: won_on")[0], "town/policy.yaml": TOWN}
    asked = {**files, "town/criteria.yaml": ASKING.format("won")}
    assert found(CHECK, tmp_path / "asked", asked) == []
    sister = {f"{town}/facts.yaml": files["facts.yaml"] for town in ("a", "b")}
    sister |= {"a/policy.yaml": TOWN, "b/policy.yaml": TOWN, "b/criteria.yaml": ASKING.format("won")}
    assert places(found(CHECK, tmp_path / "sister", sister), tmp_path / "sister") == ["a/facts.yaml:2:10"]


@pytest.mark.parametrize("side", ["mentor", "mentee"])
def test_a_pair_asks_of_one_side(tmp_path, side):
    asking = f"criteria:\n  - {{id: c, title: К, about: pair, when: {{fact: {side}.won, is: true}}}}\n"
    assert found(CHECK, tmp_path, {"facts.yaml": FACTS.split("\n  - {id: won_on")[0], "criteria.yaml": asking}) == []


def test_a_rule_about_records_asks_for_its_date(tmp_path):
    facts = """\
facts:
  - {id: seen_on, type: date, about: diagnosis, title: Дата осмотра}
  - {id: seen, type: boolean, title: Осмотрен, records: {of: diagnosis, date: seen_on}}
"""
    assert places(found(CHECK, tmp_path, {"facts.yaml": facts}), tmp_path) == ["facts.yaml:3:10"]


def test_the_packaged_policies_ask_for_all_their_facts():
    assert packaged(CHECK) == []
