"""The lists of clauses: whose they are, and which citations are looked up in them."""

import pytest

from policy.bad_system import CLAUSES, TWO_ACTS
from policy.folders import REGION, TREE, Files, criterion, eligibility, messages, section, sound, write
from rsnms.policy.system import Clause

CITING = """\
terms:
  - {id: t, title: Т, means: М, clause: "1"}
facts:
  - {id: met, type: boolean, title: Ф, clause: "2", item: 1}
criteria:
  - {id: c, title: К, clause: "3", when: {any: [{fact: score, is: 7, clause: "4"}, {not: {use: d, clause: "5"}}]}}
  - {id: d, title: К, when: {fact: trained, is: true}}
subjects:
  - id: s
    title: С
    kind: centre
    level: regional
    clause: "6"
    item: 2
    functions: [{id: f, title: Ф, item: 1}, {id: g, title: Г, clause: "7"}]
eligibility:
  - id: e
    title: Е
    clause: "8"
    formed_by: {subject: s, clause: "9"}
    gate: {fact: trained, is: true, clause: "10"}
    grounds: [{id: g, title: Г, clause: "11", when: {use: d, clause: "12"}}]
provisions:
  - {id: p, kind: goal, title: Ц, clause: "13", item: 2}
governance:
  - {id: v, relation: leads, by: s, title: Р, clause: "14"}
documents:
  - id: d
    kind: plan
    title: П
    clause: "15"
    sections:
      - {id: a, title: А, clause: "16", item: 1, sections: [{id: b, title: Б, item: 2}]}
      - {id: b1, title: Б, item: 2}
obligations:
  - {id: o, kind: meeting, title: З, clause: "17"}
indicators:
  - id: i
    title: П
    clause: "18"
    share: {where: {fact: trained, is: true, clause: "19"}}
    target: {at_least: 10 %, by_end_of: 2024, floor: {at_least: 5 %, clause: "20"}}
"""
ACTS = """\
title: Регион
level: regional
acts:
  - id: order-1
    kind: приказ
    title: О системе
    body: Комитет
    basis: [{kind: закон, clause: "21", item: 2}, {kind: указ}]
    repeals: [{kind: приказ, clause: "22"}]
"""
PLACES = (
    "terms[0].clause",
    "facts[0].clause",
    "criteria[0].clause",
    "criteria[0].when.any[0].clause",
    "criteria[0].when.any[1].not.clause",
    "subjects[0].clause",
    "subjects[0].functions[1].clause",
    "eligibility[0].clause",
    "eligibility[0].formed_by.clause",
    "eligibility[0].gate.clause",
    "eligibility[0].grounds[0].clause",
    "eligibility[0].grounds[0].when.clause",
    "provisions[0].clause",
    "governance[0].clause",
    "documents[0].clause",
    "documents[0].sections[0].clause",
    "obligations[0].clause",
    "indicators[0].clause",
    "indicators[0].share.where.clause",
    "indicators[0].target.floor.clause",
    "acts[0].basis[0].clause",
    "acts[0].repeals[0].clause",
)
"""Where the clauses 1, 2, 3 and so on are cited."""
ITEMS = {
    "facts[0].item": 1,
    "subjects[0].item": 2,
    "subjects[0].functions[0].item": 1,
    "provisions[0].item": 2,
    "documents[0].sections[0].item": 1,
    "documents[0].sections[0].sections[0].item": 2,
    "documents[0].sections[1].item": 2,
    "acts[0].basis[0].item": 2,
}
"""Where items are cited, and which."""


def cited(items: int = 2, without: int | None = None) -> Files:
    """All citations and a list of their clauses, each of so many items."""
    more = f", items: {items}" if items else ""
    numbers = [number for number in range(1, len(PLACES) + 1) if number != without]
    listed = "".join(f'  - {{clause: "{number}", title: П{more}}}\n' for number in numbers)
    return {"a/b/policy.yaml": ACTS, "a/b/clauses.yaml": f"clauses:\n{listed}", "a/b/x.yaml": CITING}


def policy(tmp_path, files: Files, id_: str = "a/b"):
    return sound(write(tmp_path, {**TREE, **files}))[id_].latest


def test_the_list_stands_in_the_order_of_the_file(tmp_path) -> None:
    listed = policy(tmp_path, section(CLAUSES + "  - {clause: 3.10, title: Заголовок, no_norm: Заголовок раздела}\n"))
    assert listed.clauses == (
        Clause("1.1", "О", "order-1"),
        Clause("1.2", "Д", "order-1", items=2),
        Clause("2.1.13 (второй)", "Т", "order-1"),
        Clause("3.10", "Заголовок", "order-1", no_norm="Заголовок раздела"),
    )


def test_every_place_may_cite_what_the_list_has(tmp_path) -> None:
    citing = policy(tmp_path, cited())
    assert len(citing.clauses) == len(PLACES)
    assert [(basis.clause, basis.item) for basis in citing.acts[0].basis] == [("21", 2), (None, None)]
    assert citing.acts[0].repeals[0].clause == "22"


@pytest.mark.parametrize(("number", "place"), list(enumerate(PLACES, 1)))
def test_a_clause_that_is_not_listed_is_found_in_every_place(number, place, tmp_path) -> None:
    lines = messages(write(tmp_path, {**TREE, **cited(without=number)}))
    assert [line.split(" ")[1:3] for line in lines] == [["unknown-clause:", f"{place}:"]]
    assert f"Пункта «{number}» нет в перечне" in lines[0]


@pytest.mark.parametrize("items", [0, 1, 2])
def test_items_are_looked_up_in_the_clause_around_them(items, tmp_path) -> None:
    lines = messages(write(tmp_path, {**TREE, **cited(items)}))
    found = {line.split(" ")[2].removesuffix(":") for line in lines if " unknown-item: " in line}
    assert len(found) == len(lines)
    assert found == {place for place, item in ITEMS.items() if item > items}


def test_a_policy_without_a_list_cites_freely(tmp_path) -> None:
    free = policy(tmp_path, {name: text for name, text in cited().items() if name != "a/b/clauses.yaml"})
    assert free.clauses == ()
    assert (free.terms["t"].clause, free.provisions["p"].item) == ("1", 2)


def test_blanks_make_no_other_clause(tmp_path) -> None:
    cited = policy(
        tmp_path, section(CLAUSES + "terms:\n  - {id: t, title: Т, means: М, clause: ' 2.1.13   (второй) '}\n")
    )
    assert cited.terms["t"].clause == "2.1.13 (второй)"


# --- whose list it is ------------------------------------------------------------------------------------------------

PARENT = {
    "a/policy.yaml": REGION,
    "a/clauses.yaml": CLAUSES,
    "a/terms.yaml": 'terms:\n  - {id: t, title: Т, means: М, clause: "1.1"}\n',
    "a/criteria.yaml": criterion('{fact: score, is: 7, clause: "1.2"}'),
}


def test_a_list_is_not_inherited(tmp_path) -> None:
    child = policy(tmp_path, {**PARENT, **section('terms:\n  - {id: u, title: У, means: М, clause: "77"}\n')})
    assert child.clauses == ()
    assert (child.terms["t"].clause, child.terms["u"].clause) == ("1.1", "77")


def test_what_is_inherited_is_not_looked_up_in_the_childs_list(tmp_path) -> None:
    own = "clauses:\n  - {clause: '5', title: П}\n" + eligibility("{use: c, clause: '5'}", head="    clause: '5'\n")
    child = policy(tmp_path, {**PARENT, **section(own)})
    assert [clause.clause for clause in child.clauses] == ["5"]
    assert child.terms["t"].clause == "1.1"
    assert child.eligibilities["active"].grounds[0].when.parts[0].clause == "1.2"


def test_the_parents_clauses_are_checked_in_the_parent_alone(tmp_path) -> None:
    wrong = PARENT["a/terms.yaml"].replace('"1.1"', '"9"')
    lines = messages(write(tmp_path, {**TREE, **PARENT, "a/terms.yaml": wrong, "a/b/clauses.yaml": CLAUSES}))
    assert [line.split(" ")[0] for line in lines] == ["a/terms.yaml:2:41:"]


# --- several acts ----------------------------------------------------------------------------------------------------

OF_TWO_ACTS = """\
clauses:
  - {clause: "1", title: О}
  - {clause: "1", title: О, act: order-2}
  - {clause: "2", title: Д, act: order-2}
terms:
  - {id: t, title: Т, means: М, clause: "1"}
  - {id: u, title: У, means: М, clause: "2", act: order-2}
eligibility:
  - id: e
    title: Е
    act: order-2
    clause: "2"
    grounds:
      - {id: g, title: Г, clause: "2", when: {fact: trained, is: true, clause: "2"}}
      - {id: h, title: Х, act: order-1, clause: "1", when: {fact: trained, is: true}}
subjects:
  - id: s
    title: С
    kind: centre
    level: regional
    clause: "1"
    functions: [{id: f, title: Ф, act: order-2, clause: "2"}, {id: k, title: К}]
  - {id: r, title: Р, kind: centre, level: regional, act: order-2, clause: "2", rights: [{id: f, title: Ф}]}
documents:
  - id: d
    kind: plan
    title: П
    act: order-2
    clause: "2"
    sections: [{id: a, title: А, sections: [{id: b, title: Б}]}, {id: c, title: В, act: order-1, clause: "1"}]
"""


def test_each_act_has_clauses_of_its_own(tmp_path) -> None:
    of_two = policy(tmp_path, {"a/b/policy.yaml": TWO_ACTS, **section(OF_TWO_ACTS)})
    assert [(clause.act, clause.clause) for clause in of_two.clauses] == [
        ("order-1", "1"),
        ("order-2", "1"),
        ("order-2", "2"),
    ]


def test_what_names_no_act_or_clause_has_those_around_it(tmp_path) -> None:
    of_two = policy(tmp_path, {"a/b/policy.yaml": TWO_ACTS, **section(OF_TWO_ACTS)})
    assert [of_two.terms[id_].act for id_ in ("t", "u")] == ["order-1", "order-2"]
    assert [ground.act for ground in of_two.eligibilities["e"].grounds] == ["order-2", "order-1"]
    statements = [one for subject in of_two.subjects.values() for one in subject.statements]
    assert [(one.act, one.clause) for one in statements] == [("order-2", "2"), ("order-1", "1"), ("order-2", "2")]
    sections = [below for one in of_two.documents["d"].sections for below in one.walk()]
    assert [(one.id, one.act, one.clause) for one in sections] == [
        ("a", "order-2", "2"),
        ("b", "order-2", "2"),
        ("c", "order-1", "1"),
    ]
