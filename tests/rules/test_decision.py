"""Decisions: what is asked of whom and when, what comes out of it, and what cannot be asked."""

import json
from dataclasses import FrozenInstanceError
from datetime import date
from textwrap import dedent

import pytest

import rsnms
from imaginary import ASKED, ON, VOCABULARY, jurisdiction
from rsnms import (
    BadFactsError,
    Category,
    CategoryLevel,
    Education,
    Educator,
    NotInForceError,
    Organisation,
    OrganisationKind,
    Pair,
    Post,
    Role,
    Span,
    StatedExperience,
    UnknownNameError,
    Verdict,
    decide,
)
from rsnms.domain import Diagnosis, Modality, Training
from rsnms.policy.conditions import Any, Comparison, Not, Op
from rsnms.rules.decision import shown_atom
from rsnms.rules.explain import Literal
from rsnms.rules.profile import profile_of
from rsnms.rules.truth import Truth

POLICIES = rsnms.load_policies()
VOLGOGRAD, LENINGRAD = POLICIES["ru/volgograd"], POLICIES["ru/leningrad"]
REGIONAL, MUNICIPAL = "regional-methodical-active", "municipal-methodical-active"

CANDIDATE = {
    "post": "teacher",
    "organisation_kind": "general",
    "education": "higher-pedagogical",
    "diagnostics_passed": True,
    "category": "first",
    "pedagogical_experience": Span.of(4, 6),
    "contribution": True,
    "roles": ["contest-winner"],
}


# --- what comes out --------------------------------------------------------------------------------------------------


def test_a_decision_names_the_ground_and_its_modality():
    decision = decide(VOLGOGRAD, REGIONAL, {**CANDIDATE, "trained_in_methodical_support": True}, ON)

    assert decision.verdict is Verdict.ELIGIBLE
    assert decision.ground.id == "general-rule"
    assert decision.modality is Modality.MUST
    assert (decision.unmet, decision.unknown, decision.remedies, decision.questions) == ((), (), (), ())
    assert decision.eligible_from == ON


def test_a_decision_names_every_obstacle_with_clause_required_and_found():
    decision = decide(LENINGRAD, MUNICIPAL, CANDIDATE, ON)

    assert decision.verdict is Verdict.INELIGIBLE
    assert (decision.ground, decision.modality) == (None, None)
    assert [(f.fact, f.clause, f.required(), f.found) for f in decision.unmet] == [
        ("pedagogical_experience", "3.1", "не менее 5 лет", 54),
        ("category", "3.1", "высшая", "first"),
    ]
    assert [(f.fact, f.clause, f.required("en"), f.found) for f in decision.unknown] == [
        ("trained_in_methodical_support", "1.1", "yes", None)
    ]


def test_the_explanation_of_gate_and_grounds():
    decision = decide(VOLGOGRAD, REGIONAL, CANDIDATE, ON)

    assert decision.gate.truth is Truth.UNKNOWN
    assert {id_: ground.truth for id_, ground in decision.grounds.items()} == {
        "core": Truth.UNMET,
        "general-rule": Truth.MET,
        "permitted": Truth.UNKNOWN,
    }
    assert decide(VOLGOGRAD, "manager", CANDIDATE, ON).gate is None


def test_the_case_holds_what_was_asked_about_and_is_known():
    assert decide(LENINGRAD, "young-educator-support", {**CANDIDATE, "birth_date": date(1990, 5, 20)}, ON).case == {
        "organisation_kind": "general",
        "post": "teacher",
        "age": 33 * 12 + 7,
    }


def test_a_decision_is_frozen():
    decision = decide(VOLGOGRAD, REGIONAL, {}, ON)

    with pytest.raises(FrozenInstanceError):
        decision.verdict = Verdict.ELIGIBLE
    assert repr(decision) == "Decision(on=datetime.date(2024, 1, 1), verdict=<Verdict.UNDETERMINED: 'undetermined'>)"


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_the_whole_decision_as_json():
    said = decide(LENINGRAD, MUNICIPAL, CANDIDATE, ON).to_json()
    record = json.loads(said)
    gate, grounds = record.pop("gate"), record.pop("grounds")

    assert (gate["truth"], gate["unmet"], gate["unknown"]) == ("unmet", record["unmet"], record["unknown"])
    assert [ground["id"] for ground in grounds] == [one.id for one in LENINGRAD.latest.eligibility(MUNICIPAL).grounds]
    assert json.dumps(json.loads(said), ensure_ascii=False, indent=2) == said
    assert json.dumps(record, ensure_ascii=False, indent=2) == dedent(
        """\
        {
          "policy": "ru/leningrad",
          "eligibility": "municipal-methodical-active",
          "stated_by": "ru/leningrad",
          "on": "2024-01-01",
          "id": null,
          "verdict": "ineligible",
          "ground": null,
          "modality": null,
          "unmet": [
            {
              "fact": "pedagogical_experience",
              "clause": "3.1",
              "required": "не менее 5 лет",
              "found": "4 года 6 месяцев",
              "negated": false,
              "op": "at_least",
              "operand": "5 years",
              "value": "4 years 6 months"
            },
            {
              "fact": "category",
              "clause": "3.1",
              "required": "высшая",
              "found": "первая",
              "negated": false,
              "op": "is",
              "operand": "highest",
              "value": "first"
            }
          ],
          "unknown": [
            {
              "fact": "trained_in_methodical_support",
              "clause": "1.1",
              "required": "да",
              "found": null,
              "negated": false,
              "op": "is",
              "operand": "true",
              "value": null
            }
          ],
          "eligible_from": null,
          "eligible_until": null,
          "remedies": [
            {
              "changes": [
                {
                  "fact": "trained_in_methodical_support",
                  "value": true,
                  "text": "Пройти повышение квалификации в области методической поддержки педагогов"
                },
                {
                  "fact": "category",
                  "value": "highest",
                  "text": "Пройти аттестацию, категория: высшая"
                }
              ],
              "eligible_from": "2024-07-01"
            }
          ],
          "questions": []
        }"""
    )


def test_json_in_english():
    record = json.loads(decide(LENINGRAD, MUNICIPAL, {**CANDIDATE, "category": "highest"}, ON).to_json("en"))

    assert record["unmet"][0]["required"] == "at least 5 years"
    assert record["unmet"][0]["found"] == "4 years 6 months"
    assert record["remedies"][0]["changes"][0]["text"] == "Complete training in methodical support of educators"


def test_json_of_an_eligible_person_with_an_end():
    young = Educator(
        id="7",
        post=Post.TEACHER,
        organisation=Organisation(kind=OrganisationKind.GENERAL),
        birth_date=date(1990, 5, 20),
        work_started_on=date(2022, 9, 1),
    )

    assert json.loads(decide(VOLGOGRAD, "young-educator-support", young, ON).to_json()) == {
        "policy": "ru/volgograd",
        "eligibility": "young-educator-support",
        "stated_by": "ru/volgograd",
        "on": "2024-01-01",
        "id": "7",
        "verdict": "eligible",
        "ground": "young",
        "modality": "must",
        "unmet": [],
        "unknown": [],
        "eligible_from": "2024-01-01",
        "eligible_until": "2025-05-19",
        "gate": {"truth": "met", "unmet": [], "unknown": []},
        "grounds": [{"id": "young", "truth": "met", "unmet": [], "unknown": []}],
        "remedies": [],
        "questions": [],
    }


def test_json_of_an_undetermined_person_says_what_to_ask():
    record = json.loads(decide(VOLGOGRAD, "manager", {"organisation_kind": "general"}, ON).to_json())

    assert record["unknown"][0] == {
        "fact": "post",
        "clause": "1.3",
        "required": "одно из: руководитель организации, заместитель руководителя, "
        "руководитель структурного подразделения",
        "found": None,
        "negated": False,
        "op": "one_of",
        "operand": "[head, deputy-head, unit-head]",
        "value": None,
    }
    assert record["questions"] == [{"fact": "post", "text": "Какую должность занимает?", "settling": 2, "answers": 2}]


def test_the_record_of_a_row_is_part_of_the_json():
    decision = decide(LENINGRAD, MUNICIPAL, CANDIDATE, ON)

    assert list(decision.as_record()) == ["verdict", "ground", "modality", "unmet", "unknown", "eligible_from"]
    assert decision.as_record().items() <= json.loads(decision.to_json()).items()


def test_json_is_the_same_every_time():
    assert len({decide(LENINGRAD, MUNICIPAL, CANDIDATE, ON).to_json() for _ in range(3)}) == 1


def test_json_of_what_must_not_be():
    tutor = Comparison(VOCABULARY["roles"], Op.ANY_OF, ("mentor", "tutor"), "2.1")

    (record,) = decide(jurisdiction(Not(tutor)), ASKED, {"roles": ["tutor", "expert"]}, ON).as_record()["unmet"]

    assert record == {
        "fact": "roles",
        "clause": "2.1",
        "required": "нет ни одного из: tutor, mentor",
        "found": "tutor, expert",
        "negated": True,
        "op": "any_of",
        "operand": "[mentor, tutor]",
        "value": "[expert, tutor]",
    }


@pytest.mark.parametrize(
    ("name", "op", "operand", "atom", "shown"),
    [
        ("stay", Op.AT_LEAST, Span.of(5), 24, "2 years"),
        ("stay", Op.AT_LEAST, Span.of(5), 25, "2 years 1 month"),
        ("stay", Op.AT_LEAST, Span.of(5), 0, "0 years"),
        ("hours", Op.AT_LEAST, 3, 24, "24"),
        ("birth_date", Op.AT_LEAST, ON, date(2000, 2, 29), "2000-02-29"),
        ("trained", Op.IS, True, False, "false"),
        ("roles", Op.ANY_OF, ("tutor",), frozenset(), "[]"),
        ("category", Op.IS, "highest", "none", "none"),
    ],
)
def test_a_found_value_is_written_as_in_policy_files(name, op, operand, atom, shown):
    assert shown_atom(Literal(Comparison(VOCABULARY[name], op, operand)), atom) == shown


# --- of whom ---------------------------------------------------------------------------------------------------------


def test_a_domain_object_and_a_mapping_are_decided_alike():
    educator = Educator(
        post=Post.TEACHER,
        organisation=Organisation(kind=OrganisationKind.GENERAL, runs_general_programmes=True),
        education=Education.HIGHER_PEDAGOGICAL,
        category=Category(level=CategoryLevel.FIRST, decided_on=date(2022, 3, 1)),
        pedagogical_experience=StatedExperience(span=Span.of(3, 6), on=date(2023, 1, 1)),
        roles=frozenset({Role.CONTEST_WINNER}),
        diagnoses=(Diagnosis(on=date(2023, 6, 1)),),
        trainings=(Training(title="Курс", completed_on=date(2024, 3, 1), methodical_support=True),),
        contribution=True,
    )
    mapping = {
        "post": "teacher",
        "organisation_kind": "general",
        "organisation_runs_general_programmes": True,
        "education": "higher-pedagogical",
        "category": "first",
        "category_decided_on": date(2022, 3, 1),
        "pedagogical_experience": Span.of(4, 6),
        "roles": ["contest-winner"],
        "diagnosed_on": date(2023, 6, 1),
        "trained_in_methodical_support_on": date(2024, 3, 1),
        "trained_in_tutoring": False,
        "contribution": True,
    }

    one, other = decide(LENINGRAD, MUNICIPAL, educator, ON), decide(LENINGRAD, MUNICIPAL, mapping, ON)

    assert one.to_json() == other.to_json()
    assert one.text() == other.text()
    assert one.horizon == other.horizon


def test_a_profile_made_once_is_decided_on_any_day():
    policy = LENINGRAD.on(ON)
    profile = profile_of({**CANDIDATE, "category": "highest", "trained_in_methodical_support": True}, policy.facts, ON)

    verdicts = [decide(LENINGRAD, MUNICIPAL, profile, day).verdict for day in (ON, date(2024, 7, 1))]
    assert verdicts == [Verdict.INELIGIBLE, Verdict.ELIGIBLE]


def test_a_pair_is_decided_by_the_facts_of_both():
    physics, chemistry = (Educator(subjects=frozenset({subject})) for subject in ("физика", "химия"))

    assert decide(VOLGOGRAD, "teacher-pair", Pair(mentor=physics, mentee=physics), ON).ground.id == "same-subject"
    undetermined = decide(VOLGOGRAD, "teacher-pair", Pair(mentor=physics, mentee=chemistry), ON)
    assert undetermined.verdict is Verdict.UNDETERMINED
    assert [finding.fact for finding in undetermined.unmet] == ["same_subject"]


# --- as of when ------------------------------------------------------------------------------------------------------


def verdict_of_experience(as_of: date | None, on: date = ON) -> Verdict:
    facts = {**CANDIDATE, "category": "highest", "trained_in_methodical_support": True}
    return decide(LENINGRAD, MUNICIPAL, facts, on, as_of=as_of).verdict


def test_facts_are_stated_for_the_day_asked_about_unless_said_otherwise():
    assert verdict_of_experience(None) is verdict_of_experience(ON) is Verdict.INELIGIBLE


def test_experience_has_grown_since_it_was_stated():
    assert verdict_of_experience(date(2023, 7, 2)) is Verdict.INELIGIBLE
    assert verdict_of_experience(date(2023, 7, 1)) is Verdict.ELIGIBLE


def test_experience_stated_for_a_later_day_is_unknown():
    facts = {**CANDIDATE, "category": "highest", "trained_in_methodical_support": True}

    decision = decide(LENINGRAD, MUNICIPAL, facts, ON, as_of=date(2024, 1, 2))

    assert decision.verdict is Verdict.UNDETERMINED
    assert [finding.fact for finding in decision.unknown] == ["pedagogical_experience"]


def test_a_category_given_later_is_unknown_and_a_training_of_later_has_not_happened():
    facts = {
        **CANDIDATE,
        "category": "highest",
        "category_decided_on": date(2024, 2, 1),
        "trained_in_methodical_support_on": date(2024, 2, 1),
        "pedagogical_experience": Span.of(9),
    }

    decision = decide(LENINGRAD, MUNICIPAL, facts, ON)

    assert [finding.fact for finding in decision.unknown] == ["category"]
    assert [finding.fact for finding in decision.unmet] == ["trained_in_methodical_support"]
    assert decision.eligible_from == date(2024, 2, 1)


# --- what cannot be asked --------------------------------------------------------------------------------------------


def test_no_act_is_in_force_before_the_first():
    with pytest.raises(NotInForceError) as refused:
        decide(VOLGOGRAD, REGIONAL, CANDIDATE, date(2023, 6, 4))

    assert str(refused.value) == (
        "04.06.2023 в «ru/volgograd» не действует ни один акт; первый действует с 05.06.2023."
    )
    assert refused.value.text("en") == (
        "No act of 'ru/volgograd' is in force on 2023-06-04; the first is in force from 2023-06-05."
    )
    assert decide(VOLGOGRAD, REGIONAL, CANDIDATE, date(2023, 6, 5)).verdict is Verdict.UNDETERMINED


def test_an_act_may_be_in_force_before_the_one_that_has_the_eligibility():
    kirovsk = POLICIES["ru/leningrad/kirovsk"]

    with pytest.raises(NotInForceError, match=r"^31\.12\.2023 в .* первый действует с 01\.01\.2024\.$"):
        decide(kirovsk, MUNICIPAL, CANDIDATE, date(2023, 12, 31))
    assert decide(kirovsk, MUNICIPAL, CANDIDATE, ON).verdict is Verdict.INELIGIBLE
    assert decide(kirovsk, "manager", {"post": "head"}, date(2023, 5, 23)).verdict is Verdict.ELIGIBLE


@pytest.mark.parametrize(
    ("eligibility", "facts", "message", "nearest"),
    [
        (
            "regional-metodical-active",
            {},
            "Нет права на включение «regional-metodical-active» в ru/volgograd",
            REGIONAL,
        ),
        ("активисты", {}, "Нет права на включение «активисты» в ru/volgograd", None),
        (REGIONAL, {"categroy": "first"}, "Нет факта «categroy»", "category"),
        (REGIONAL, {"accompanies_development": True}, "Нет факта «accompanies_development»", None),
    ],
)
def test_a_name_that_does_not_exist_is_refused_with_the_nearest(eligibility, facts, message, nearest):
    with pytest.raises(UnknownNameError) as refused:
        decide(VOLGOGRAD, eligibility, facts, ON)

    assert str(refused.value).startswith(message)
    assert refused.value.nearest == nearest


def test_values_that_facts_cannot_take_are_all_named():
    bad = {"category": "высшая", "teaches": 1, "age": 34, "roles": ["tuter"], "birth_date": "1990-05-20"}

    with pytest.raises(BadFactsError) as refused:
        decide(VOLGOGRAD, REGIONAL, {**CANDIDATE, **bad}, ON)

    assert set(refused.value.errors) == set(bad)
    assert refused.value.errors["roles"].nearest == "tutor"


def test_a_person_is_no_pair():
    with pytest.raises(UnknownNameError, match="Нет факта «post»"):
        decide(VOLGOGRAD, "teacher-pair", Educator(post=Post.TEACHER), ON)


def test_a_condition_may_ask_whether_a_fact_is_known():
    known = Comparison(VOCABULARY["contribution"], Op.KNOWN, True)
    where = jurisdiction(Any((known, Comparison(VOCABULARY["trained"], Op.IS, True))))

    decision = decide(where, ASKED, {"trained": False}, ON)

    assert decision.verdict is Verdict.INELIGIBLE
    assert [str(finding.literal) for finding in decision.unmet] == ["contribution known true", "trained is true"]
