import json

from changes.edited import CHILD, SMALL, changed, difference
from rsnms.reports.changes.records import diff_json


def test_the_whole_difference_as_json(tmp_path) -> None:
    old = {**SMALL, "a/b/c/policy.yaml": CHILD}
    new = changed(old, eligibility=("at_least: 5 years", "at_least: 15 years"))
    record = json.loads(diff_json(difference(tmp_path, old, new)))
    assert list(record) == ["old", "new", "compared", "new_eligibility", "lost_eligibility", "jurisdictions"]
    assert (record["compared"], record["new_eligibility"], record["lost_eligibility"]) == (3, False, True)
    parent, child = record["jurisdictions"]
    assert (parent["policy"], parent["on"], parent["change"]) == ("a/b", "2026-03-01", "changed")
    assert parent["old_version"] == {"since": "2024-01-01", "until": None}
    [element] = parent["elements"]
    [key] = element.pop("keys")
    assert element == {
        "section": "eligibility",
        "id": "active",
        "change": "changed",
        "title": "Актив",
        "clause": "3",
        "origin": "a/b",
        "through_criteria": [],
    }
    assert key["key"] == "grounds[core].when"
    assert key["new"] == (
        '{all: [{fact: category, is: highest, clause: "3"}, {fact: stay, at_least: 15 years, clause: "3"}]}'
    )
    assert key["new_words"] == "Категория — высшая; и стаж — не менее 15 лет"
    [people] = parent["people"]
    assert {name: people[name] for name in ("id", "change", "through", "unprovable", "newly_asked")} == {
        "id": "active",
        "change": "changed",
        "through": None,
        "unprovable": None,
        "newly_asked": [],
    }
    nobody, lost, ground = people["effects"]
    assert nobody == {
        "effect": "admitted",
        "answer": "nobody",
        "certain": None,
        "person": None,
        "before": None,
        "after": None,
    }
    assert lost["person"] == {
        "text": "Человек: обучен: да; категория — высшая; стаж — 5 лет; роли: нет",
        "facts": {"trained": True, "category": "highest", "stay": "5 years", "roles": []},
        "on": "2026-03-01",
    }
    assert (lost["before"]["verdict"], lost["before"]["ground"]) == ("eligible", "core")
    assert [finding["fact"] for finding in lost["after"]["unmet"]] == ["stay", "roles"]
    assert (ground["effect"], ground["before"]["ground"], ground["after"]["ground"]) == ("ground", "core", "other")
    assert child["elements"] == []
    assert child["inherited"] == {"a/b": [{"section": "eligibility", "id": "active", "change": "changed"}]}
    assert [(one["id"], one["through"], one["effects"]) for one in child["people"]] == [("active", "a/b", [])]
