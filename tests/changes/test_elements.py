from changes.edited import ACTIVE, CHILD, SMALL, changed, difference, swapped


def told(found):
    return {
        one.versions.id: {
            (change.section, change.id): (str(change.kind), [(key.key, key.old, key.new) for key in change.keys])
            for change in one.elements
        }
        for one in found.jurisdictions
    }


def test_nothing_differs_between_equal_trees(tmp_path) -> None:
    found = difference(tmp_path, SMALL, dict(SMALL))
    assert (found.jurisdictions, found.compared) == ((), 2)


def test_formatting_comments_and_order_are_no_change(tmp_path) -> None:
    rewritten = """\
# переписано
eligibility:
- title: {ru: Актив}
  id: active
  clause: '3'
  grounds:
  - id: core
    title: "Основа"
    modality: base
    when:
      all:
      - fact: stay
        at_least: 5 лет
      - fact: category
        is: highest
  - id: other
    title: Прочие
    modality: may
    when: {any: [{fact: roles, any_of: [mentor, tutor]}]}
  gate: {fact: trained, is: true, clause: "1.3"}
"""
    facts = str(SMALL["a/facts.yaml"])
    head, *elements = facts.split("\n  - ")
    reordered = "\n  - ".join([head, *(one.rstrip() for one in reversed(elements))]) + "\n"
    new = {**SMALL, "a/b/eligibility.yaml": rewritten, "a/facts.yaml": reordered}
    assert difference(tmp_path, SMALL, new).jurisdictions == ()


def test_the_order_of_grounds_is_a_change(tmp_path) -> None:
    found = difference(tmp_path, SMALL, {**SMALL, "a/b/eligibility.yaml": swapped()})
    assert told(found) == {
        "a/b": {("eligibility", "active"): ("changed", [("grounds", ("core", "other"), ("other", "core"))])}
    }


def test_added_removed_and_changed_elements(tmp_path) -> None:
    terms = "terms:\n  - {id: one, title: Один, means: Первое}\n  - {id: two, title: Два, means: Второе}\n"
    later = "terms:\n  - {id: one, title: Один, means: Первый}\n  - {id: three, title: Три, means: Третье}\n"
    old, new = ({**SMALL, "a/b/terms.yaml": text} for text in (terms, later))
    [(_, changes)] = told(difference(tmp_path, old, new)).items()
    assert {name: kind for name, (kind, _) in changes.items()} == {
        ("terms", "one"): "changed",
        ("terms", "two"): "removed",
        ("terms", "three"): "added",
    }
    [(key, before, after)] = changes["terms", "one"][1]
    assert (key, str(before), str(after)) == ("means", "Первое", "Первый")


def test_a_condition_of_a_ground_a_clause_and_a_value_of_a_fact(tmp_path) -> None:
    new = changed(
        SMALL,
        eligibility=("at_least: 5 years", "at_least: 6 years"),
        facts=("{id: mentor, title: наставник}", "{id: mentor, title: наставник}, {id: lead, title: лидер}"),
    )
    new = changed(new, eligibility=('clause: "1.3"', 'clause: "1.4"'))
    found = told(difference(tmp_path, SMALL, new))
    assert [key for key, *_ in found["a/b"]["eligibility", "active"][1]] == ["gate", "grounds[core].when"]
    [(key, before, after)] = found["a"]["facts", "roles"][1]
    assert (key, before, after.id) == ("values[lead]", None, "lead")


def test_an_element_that_becomes_the_childs_own_moves_its_origin(tmp_path) -> None:
    criterion = "criteria:\n  - {id: c, title: К, when: {fact: score, at_least: 5}}\n"
    own = criterion.replace("id: c,", "id: c, override: true,")
    old = {**SMALL, "a/criteria.yaml": criterion}
    found = told(difference(tmp_path, old, {**old, "a/b/criteria.yaml": own}))
    assert found == {"a/b": {("criteria", "c"): ("changed", [("origin", "a", "a/b")])}}


def test_a_change_of_a_parent_is_told_once_and_named_in_the_child(tmp_path) -> None:
    old = {**SMALL, "a/b/c/policy.yaml": CHILD}
    new = changed(old, eligibility=("at_least: 5 years", "at_least: 6 years"))
    parent, child = difference(tmp_path, old, new).jurisdictions
    assert [change.name for change in parent.elements] == [("eligibility", "active")]
    assert child.elements == ()
    assert {id_: [one.name for one in changes] for id_, changes in child.inherited.items()} == {
        "a/b": [("eligibility", "active")]
    }
    assert [(one.id, one.through, one.outcomes) for one in child.people] == [("active", "a/b", ())]


def test_a_child_with_a_criterion_of_its_own_is_affected_otherwise(tmp_path) -> None:
    used = ACTIVE.replace('{fact: trained, is: true, clause: "1.3"}', "{use: entry}")
    criterion = "criteria:\n  - {{id: entry, title: Вход, {}when: {{fact: score, at_least: {}}}}}\n"
    old = {
        **SMALL,
        "a/b/eligibility.yaml": used,
        "a/b/criteria.yaml": criterion.format("", 5),
        "a/b/c/policy.yaml": CHILD,
        "a/b/c/criteria.yaml": criterion.format("override: true, ", 50),
    }
    new = {**old, "a/b/criteria.yaml": criterion.format("", 6)}
    [parent] = difference(tmp_path, old, new).jurisdictions
    assert [change.name for change in parent.elements] == [("criteria", "entry"), ("eligibility", "active")]


def test_clauses_acts_and_a_target(tmp_path) -> None:
    share = "share: {of: {fact: score, at_least: 1}, where: {fact: trained, is: true}}"
    indicator = f"indicators:\n  - {{id: i, title: П, {share}, target: {{at_least: 10 %, by_end_of: 2024}}}}\n"
    clauses = "clauses:\n  - {clause: '1.3', title: Первый}\n  - {clause: '3', title: Второй}\n"
    old = {**SMALL, "a/b/indicators.yaml": indicator, "a/b/clauses.yaml": clauses}
    new = changed(old, indicators=("10 %", "20 %"), clauses=("title: Второй", "title: Иной"))
    new["a/b/policy.yaml"] = str(new["a/b/policy.yaml"]).replace("О системе", "О новой системе")
    found = told(difference(tmp_path, old, new))["a/b"]
    assert {name: [key for key, *_ in keys] for name, (_, keys) in found.items()} == {
        ("acts", "order-1"): ["title"],
        ("clauses", "order-1: 3"): ["title"],
        ("indicators", "i"): ["target"],
    }


def test_a_jurisdiction_that_appears_or_vanishes(tmp_path) -> None:
    more = {**SMALL, "a/b/c/policy.yaml": CHILD}
    [one] = difference(tmp_path / "1", SMALL, more).jurisdictions
    assert (one.versions.id, str(one.kind), [str(change.kind) for change in one.people]) == (
        "a/b/c",
        "added",
        ["added"],
    )
    [one] = difference(tmp_path / "2", more, SMALL).jurisdictions
    assert (one.versions.id, str(one.kind), [str(change.kind) for change in one.people]) == (
        "a/b/c",
        "removed",
        ["removed"],
    )


def test_what_only_a_criterion_changes_is_told_of_the_criterion(tmp_path) -> None:
    inner = "{{id: inner, title: В, when: {{fact: score, at_least: {}}}}}"
    criteria = f"criteria:\n  - {inner}\n  - {{{{id: entry, title: Вход, when: {{{{use: inner}}}}}}}}\n"
    gate = '{fact: trained, is: true, clause: "1.3"}'
    old = {
        **SMALL,
        "a/b/eligibility.yaml": ACTIVE.replace(gate, '{use: entry, clause: "1.3"}'),
        "a/criteria.yaml": criteria.format(5),
    }
    base, region = difference(tmp_path, old, {**old, "a/criteria.yaml": criteria.format(6)}).jurisdictions
    assert [(change.id, change.through) for change in base.elements] == [("inner", ()), ("entry", ("inner",))]
    assert [(change.id, change.through) for change in region.elements] == [("active", ("entry", "inner"))]
    assert [(one.id, one.through) for one in region.people] == [("active", None)]
