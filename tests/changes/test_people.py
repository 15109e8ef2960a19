from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import imaginary
from changes.edited import ACTIVE, SMALL, changed, difference, swapped
from policy.folders import eligibility
from rsnms.changes.outcomes import Answer, Effect
from rsnms.changes.people import people_changes
from rsnms.changes.versions import Versions, unbound
from rsnms.reports.changes.outline import outline_text
from rsnms.rules.decision import decide
from rsnms.rules.judge import Verdict
from rsnms.rules.proof.prover import NoAnswerError, ProofError, Prover


def people(tmp_path, old, new):
    [one] = [one for one in difference(tmp_path, old, new).jurisdictions if one.people]
    [change] = one.people
    for outcome in change.outcomes:
        if change.section == "eligibility":
            agree_with_decide(one.versions, change.id, outcome.person)
    return change


def agree_with_decide(versions, id_, person) -> None:
    """Both decisions that are shown are those of decide about the facts that are shown."""
    if person is None:
        return
    known = {fact.name: atom for fact, atom in person.facts}
    for policy, shown in ((versions.old, person.before), (versions.new, person.after)):
        if shown is not None:
            decided = decide(unbound(policy), id_, shown.profile, person.on)
            assert (decided.verdict, decided.ground, decided.unmet, decided.unknown) == (
                shown.verdict,
                shown.ground,
                shown.unmet,
                shown.unknown,
            )
            assert dict(shown.profile.sources) == known


def answers(change):
    return [(outcome.effect, outcome.answer) for outcome in change.outcomes]


def shown(change, effect):
    return [
        (
            {fact.name: atom for fact, atom in one.person.facts},
            *(
                (side and (str(side.verdict), side.ground and side.ground.id))
                for side in (one.person.before, one.person.after)
            ),
        )
        for one in change.outcomes
        if one.effect is effect and one.person
    ]


def test_a_lower_threshold_admits_somebody_new_and_loses_nobody(tmp_path) -> None:
    change = people(tmp_path, SMALL, changed(SMALL, eligibility=("at_least: 5 years", "at_least: 3 years")))
    assert answers(change) == [
        (Effect.ADMITTED, Answer.SOMEBODY),
        (Effect.LOST, Answer.NOBODY),
        (Effect.GROUND, Answer.SOMEBODY),
    ]
    [(known, before, after)] = shown(change, Effect.ADMITTED)
    assert known == {"trained": True, "category": "highest", "stay": 36, "roles": frozenset()}
    assert (before, after) == (("ineligible", None), ("eligible", "core"))
    [(known, before, after)] = shown(change, Effect.GROUND)
    assert (before, after) == (("eligible", "other"), ("eligible", "core"))
    assert known["stay"] in range(36, 60)


def test_a_higher_threshold_loses_somebody(tmp_path) -> None:
    change = people(tmp_path, SMALL, changed(SMALL, eligibility=("at_least: 5 years", "at_least: 15 years")))
    assert answers(change)[:2] == [(Effect.ADMITTED, Answer.NOBODY), (Effect.LOST, Answer.SOMEBODY)]
    [(known, before, after)] = shown(change, Effect.LOST)
    assert known["stay"] == 60
    assert (before, after) == (("eligible", "core"), ("ineligible", None))


def test_under_and_up_to_differ_by_one_month(tmp_path) -> None:
    old = {**SMALL, "a/b/eligibility.yaml": eligibility("{fact: stay, less_than: 3 years}")}
    new = {**SMALL, "a/b/eligibility.yaml": eligibility("{fact: stay, at_most: 3 years}")}
    [(known, *_)] = shown(people(tmp_path, old, new), Effect.ADMITTED)
    assert 36 <= known["stay"] <= 47


def test_a_lost_gate_admits_and_is_no_longer_asked(tmp_path) -> None:
    without = ACTIVE.replace('    gate: {fact: trained, is: true, clause: "1.3"}\n', "")
    change = people(tmp_path, SMALL, {**SMALL, "a/b/eligibility.yaml": without})
    assert answers(change)[:2] == [(Effect.ADMITTED, Answer.SOMEBODY), (Effect.LOST, Answer.NOBODY)]
    assert [fact.name for fact in change.no_longer_asked] == ["trained"]
    assert change.newly_asked == ()
    assert change.outcomes[0].is_certain


def test_what_could_not_be_decided_before_is_said_apart(tmp_path) -> None:
    old = {
        **SMALL,
        "a/b/eligibility.yaml": eligibility("{any: [{fact: score, at_least: 5}, {fact: score, less_than: 5}]}"),
    }
    new = {
        **SMALL,
        "a/b/eligibility.yaml": eligibility("{any: [{fact: score, known: true}, {fact: score, known: false}]}"),
    }
    change = people(tmp_path, old, new)
    assert answers(change)[:2] == [(Effect.ADMITTED, Answer.SOMEBODY), (Effect.LOST, Answer.NOBODY)]
    assert not change.outcomes[0].is_certain
    assert shown(change, Effect.ADMITTED) == [({}, ("undetermined", None), ("eligible", "g1"))]


def test_the_order_of_grounds_changes_the_ground_alone(tmp_path) -> None:
    change = people(tmp_path, SMALL, {**SMALL, "a/b/eligibility.yaml": swapped()})
    assert answers(change) == [(Effect.GROUND, Answer.SOMEBODY)]
    [(_, before, after)] = shown(change, Effect.GROUND)
    assert (before, after) == (("eligible", "core"), ("eligible", "other"))


def test_another_way_of_saying_the_same_is_proven_to_change_nobody(tmp_path) -> None:
    old = {**SMALL, "a/b/eligibility.yaml": eligibility("{not: {fact: stay, less_than: 5 years}}")}
    new = {**SMALL, "a/b/eligibility.yaml": eligibility("{fact: stay, at_least: 5 years}")}
    change = people(tmp_path, old, new)
    assert answers(change) == [(effect, Answer.NOBODY) for effect in Effect]


def test_a_change_of_words_alone_asks_no_prover(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("rsnms.changes.inquiry.Prover", None)
    new = changed(SMALL, eligibility=("title: Основа", "title: Ядро"))
    [one] = difference(tmp_path, SMALL, new).jurisdictions
    assert (len(one.elements), one.people) == (1, ())


def test_an_eligibility_added_or_removed_altogether(tmp_path) -> None:
    bare = {name: text for name, text in SMALL.items() if name != "a/b/eligibility.yaml"}
    change = people(tmp_path / "1", bare, SMALL)
    assert (str(change.kind), answers(change)) == ("added", [(Effect.ADMITTED, Answer.SOMEBODY)])
    assert [(before, after) for _, before, after in shown(change, Effect.ADMITTED)] == [(None, ("eligible", "other"))]
    change = people(tmp_path / "2", SMALL, bare)
    assert (str(change.kind), answers(change)) == ("removed", [(Effect.LOST, Answer.SOMEBODY)])


def test_a_new_value_of_a_fact_is_proven_over_both_vocabularies(tmp_path) -> None:
    new = changed(
        SMALL,
        facts=("{id: mentor, title: наставник}", "{id: mentor, title: наставник}, {id: lead, title: лидер}"),
        eligibility=("any_of: [tutor, mentor]", "any_of: [tutor, mentor, lead]"),
    )
    [_, one] = difference(tmp_path, SMALL, new).jurisdictions
    [change] = one.people
    [(known, *_)] = shown(change, Effect.ADMITTED)
    assert known["roles"] == frozenset({"lead"})


def test_a_fact_of_another_type_closes_the_gates_and_is_named(tmp_path) -> None:
    new = changed(
        SMALL,
        facts=(
            "type: duration, title: Стаж, time: {grows: true}, range: {at_least: 0 years, at_most: 80 years}",
            "type: integer, title: Стаж",
        ),
        eligibility=("at_least: 5 years", "at_least: 5"),
    )
    found = difference(tmp_path, SMALL, new)
    [_, one] = found.jurisdictions
    assert one.people[0].differing is not None
    assert "«stay»" in one.people[0].differing.text()
    assert found.may_be(Effect.ADMITTED)
    assert found.may_be(Effect.LOST)


def test_an_eligibility_that_is_for_others_now_closes_the_gates(tmp_path) -> None:
    """An eligibility of persons becomes one of organisations, over other facts."""
    new = {
        **SMALL,
        "a/b/eligibility.yaml": "facts:\n  - {id: is_base, type: boolean, title: Базовая, about: organisation}\n"
        "eligibility:\n  - id: active\n    title: Актив\n    about: organisation\n    grounds:\n"
        "      - {id: core, title: Основа, modality: base, when: {fact: is_base, is: true}}\n",
    }
    found = difference(tmp_path, SMALL, new)
    [one] = found.jurisdictions
    assert one.people[0].differing is not None
    assert one.people[0].differing.text() == (
        "Одно условие — о человеке, другое — об организации: сопоставить их нельзя."
    )
    assert one.people[0].differing.text("en") == (
        "One condition is about a person, the other about an organisation; nothing is proven of both."
    )
    assert found.may_be(Effect.ADMITTED)
    assert found.may_be(Effect.LOST)


def test_whom_a_route_rule_newly_reaches(tmp_path) -> None:
    rules = "routes:\n  - {{id: r, title: Наставничество, modality: must, {}require: {{measure: mentoring}}}}\n"
    limited = rules.format("when: {fact: stay, less_than: 3 years}, ")
    old = {**SMALL, "a/b/routes.yaml": limited}
    change = people(tmp_path / "1", old, {**SMALL, "a/b/routes.yaml": limited.replace("3 years", "5 years")})
    assert (change.section, answers(change)) == (
        "routes",
        [(Effect.ADMITTED, Answer.SOMEBODY), (Effect.LOST, Answer.NOBODY)],
    )
    assert shown(change, Effect.ADMITTED)[0][0] == {"stay": 36}
    deficit = rules.format("deficit: true, ")
    old = {**SMALL, "a/b/routes.yaml": rules.format("deficit: true, when: {fact: stay, less_than: 3 years}, ")}
    change = people(tmp_path / "2", old, {**SMALL, "a/b/routes.yaml": deficit})
    assert answers(change) == [(Effect.ADMITTED, Answer.SOMEBODY), (Effect.LOST, Answer.NOBODY)]


@pytest.mark.parametrize("on", [None, date(2025, 1, 31)])
def test_the_day_of_the_people(tmp_path, on) -> None:
    new = changed(SMALL, eligibility=("at_least: 5 years", "at_least: 3 years"))
    [one] = difference(tmp_path, SMALL, new, on).jurisdictions
    assert {outcome.person.on for outcome in one.people[0].outcomes if outcome.person} == {on or date(2026, 3, 1)}


@settings(max_examples=60)
@given(imaginary.eligibilities(), imaginary.eligibilities(), st.lists(imaginary.profiles(), min_size=1, max_size=4))
def test_nobody_is_affected_whom_the_answers_leave_out(old, new, profiles) -> None:
    versions = Versions("x", imaginary.policy(old), imaginary.policy(new), imaginary.ON)
    found = {outcome.effect for change in people_changes(versions, {}) for outcome in change.outcomes if outcome.person}
    for profile in profiles:
        known = replace(profile, as_of=imaginary.ON)
        before, after = (
            decide(unbound(policy), imaginary.ASKED, known, imaginary.ON) for policy in (versions.old, versions.new)
        )
        eligible = [decision.verdict is Verdict.ELIGIBLE for decision in (before, after)]
        if eligible == [False, True]:
            assert Effect.ADMITTED in found
        if eligible == [True, False]:
            assert Effect.LOST in found
        if eligible == [True, True] and before.ground.id != after.ground.id:
            assert Effect.GROUND in found


@pytest.mark.parametrize("error", [ProofError("a wrong witness"), NoAnswerError("canceled")])
def test_what_cannot_be_proven_is_not_taken_for_nobody(tmp_path, monkeypatch, error) -> None:
    def give_up(*_):
        raise error

    monkeypatch.setattr(Prover, "find", give_up)
    found = difference(tmp_path, SMALL, changed(SMALL, eligibility=("at_least: 5 years", "at_least: 4 years")))
    [one] = found.jurisdictions
    assert {outcome.answer for outcome in one.people[0].outcomes} == {Answer.UNPROVEN}
    assert found.may_be(Effect.ADMITTED)
    assert found.may_be(Effect.LOST)
    assert ("    Теперь подходят: не удалось ни найти такого человека, ни доказать, что его нет\n") in outline_text(
        found
    )
