"""What to ask next: only what is unknown and still decides, and what it promises to settle it settles."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rsnms
from imaginary import ON, ROLES, VOCABULARY, eligibilities, eligibility, profiles
from rsnms import Span, Verdict, decide
from rsnms.domain import Fact, FactType, FactValue, Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, comparisons
from rsnms.rules.explain import compare
from rsnms.rules.judge import judge_of
from rsnms.rules.questions import NextQuestion, answers, next_questions
from rsnms.testing import vocabularies
from rsnms.testing.condition_trees import draw_atom, draw_condition, thresholds


def compared(name: str, op: Op, operand) -> Comparison:
    return Comparison(VOCABULARY[name], op, operand)


highest = compared("category", Op.IS, "highest")
diagnosed = compared("diagnosed", Op.IS, True)
trained = compared("trained", Op.IS, True)
contributed = compared("contribution", Op.IS, True)
stay_5 = compared("stay", Op.AT_LEAST, Span.of(5))


def asked(condition: Condition, **case) -> list[tuple[str, int, int]]:
    questions = next_questions(eligibility(condition), case)
    return [(question.fact.name, question.settling, question.answers) for question in questions]


# --- one by one ------------------------------------------------------------------------------------------------------


def test_nothing_is_asked_when_the_verdict_is_settled():
    assert asked(All((trained, diagnosed)), trained=False) == []
    assert asked(Any((trained, diagnosed)), trained=True) == []


def test_the_last_unknown_fact_settles_everything():
    assert asked(All((trained, diagnosed)), trained=True) == [("diagnosed", 2, 2)]


def test_the_fact_that_settles_most_comes_first():
    condition = All((Any((trained, highest)), contributed))

    assert asked(condition) == [("contribution", 1, 2), ("trained", 0, 2), ("category", 0, 2)]


def test_facts_that_settle_as_much_keep_the_order_of_the_act():
    assert asked(All((trained, diagnosed, contributed))) == [
        ("trained", 1, 2),
        ("diagnosed", 1, 2),
        ("contribution", 1, 2),
    ]


def test_a_fact_that_leaves_less_to_ask_comes_before_one_that_leaves_more():
    condition = Any((All((trained, contributed)), All((diagnosed, stay_5, highest))))

    assert asked(condition)[0] == ("diagnosed", 0, 2)


def test_what_lies_in_a_lost_part_is_not_asked():
    two_of_four = AtLeast(2, (diagnosed, contributed, stay_5, highest))
    condition = Any((All((compared("hours", Op.AT_LEAST, 3), trained)), two_of_four))

    assert "trained" not in [name for name, *_ in asked(condition, hours=1)]


def test_a_fact_asked_about_several_times_is_one_question():
    condition = All((highest, Not(compared("category", Op.IS, "first")), trained))

    assert asked(condition, trained=True) == [("category", 3, 3)]


# --- the answers that matter -----------------------------------------------------------------------------------------


def matter(fact: Fact, *asked: Comparison) -> list:
    return list(answers(fact, judge_of(eligibility(Any(asked)))))


HOURS, ROLE = VOCABULARY["hours"], VOCABULARY["roles"]
SHARE = Fact("share", FactType.NUMBER, Text("Доля"), lowest=0, highest=1)
AGE = Fact("age", FactType.DURATION, Text("Возраст"), lowest=14 * 12, highest=110 * 12)
PLACE = Fact("place", FactType.TEXT, Text("Место"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([Comparison(HOURS, Op.AT_LEAST, 3)], [3, 2]),
        ([Comparison(HOURS, Op.IS, 3)], [3, 2]),
        ([Comparison(HOURS, Op.ONE_OF, (3, 5))], [3, 2]),
        ([Comparison(HOURS, Op.BETWEEN, (3, 5)), Comparison(HOURS, Op.MORE_THAN, 4)], [3, 2, 5, 6]),
        # Below a share of 0.7 there is only what the range allows.
        ([Comparison(SHARE, Op.AT_LEAST, 0.7)], [0, 0.7]),
        ([Comparison(SHARE, Op.MORE_THAN, 0.7), Comparison(SHARE, Op.LESS_THAN, 0.8)], [0.7, 0.75, 0.8]),
        ([Comparison(AGE, Op.AT_LEAST, Span.of(10))], [14 * 12]),
        ([Comparison(AGE, Op.LESS_THAN, Span.of(35))], [14 * 12, 35 * 12]),
        ([Comparison(PLACE, Op.ONE_OF, ("а", "б"))], ["а", "…"]),
        ([Comparison(ROLE, Op.ANY_OF, ("mentor", "tutor"))], [set(), {"mentor"}]),
        ([Comparison(ROLE, Op.ALL_OF, ("mentor", "tutor"))], [set(), {"mentor", "tutor"}]),
        (
            [Comparison(ROLE, Op.ANY_OF, (role,)) for role in ROLES[:2]],
            [set(), {"mentor"}, {"tutor"}, {"mentor", "tutor"}],
        ),
    ],
)
def test_one_answer_for_every_way_it_can_matter(asked, expected):
    found = matter(asked[0].fact, *asked)

    assert len(found) == len(expected)
    assert all(answer in expected for answer in found)


def test_very_many_members_are_asked_one_by_one():
    words = [f"роль-{number}" for number in range(20)]
    roles = Fact("many", FactType.CHOICES, Text("Роли"), values=tuple(FactValue(word, Text(word)) for word in words))

    assert len(matter(roles, *(Comparison(roles, Op.ANY_OF, (word,)) for word in words))) == 22


@st.composite
def single_facts(draw):
    """A fact, a condition that asks about nothing else, and some value of it."""
    fact = draw(vocabularies())[0]
    condition = draw_condition(draw, (fact,), known_ops=False, depth=2)
    return fact, condition, draw_atom(draw, fact, thresholds(condition, fact))


@settings(max_examples=500, deadline=None)
@given(single_facts())
def test_whatever_is_answered_an_answer_like_it_was_considered(drawn):
    fact, condition, value = drawn
    asked = list(comparisons(condition))
    considered = answers(fact, judge_of(eligibility(condition)))

    def truths(answer):
        return [compare(comparison, answer) for comparison in asked]

    assert truths(value) in [truths(answer) for answer in considered]


# --- random persons --------------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(eligibilities(known=False), profiles())
def test_questions_keep_their_promise(active, profile):
    judge = judge_of(active)
    case = profile.case(judge.facts, ON)
    questions = next_questions(active, case)

    undetermined = judge(case).verdict is Verdict.UNDETERMINED
    assert bool(questions) == undetermined, "there is something to ask exactly when something is open"
    for question in questions:
        assert question.fact.name not in case
        judged = [judge({**case, question.fact.name: answer}) for answer in answers(question.fact, judge)]
        assert question.answers == len(judged)
        assert question.settling == sum(one.verdict is not Verdict.UNDETERMINED for one in judged)
    assert [question.share for question in questions] == sorted((q.share for q in questions), reverse=True)


@settings(max_examples=100, deadline=None)
@given(eligibilities(known=False), profiles(), st.randoms())
def test_asking_the_first_question_again_and_again_settles_the_verdict(active, profile, random):
    judge = judge_of(active)
    case = profile.case(judge.facts, ON)

    for _ in judge.facts:
        questions = next_questions(active, case)
        if not questions:
            break
        fact = questions[0].fact
        case = {**case, fact.name: random.choice(answers(fact, judge))}

    assert judge(case).verdict is not Verdict.UNDETERMINED


def test_a_question_knows_its_share():
    assert NextQuestion(HOURS, 1, 4).share == 0.25


# --- the packaged policies -------------------------------------------------------------------------------------------


def test_of_a_person_about_whom_nothing_is_known_the_gate_is_asked_first():
    volgograd = rsnms.load_policies()["ru/volgograd"]

    questions = decide(volgograd, "regional-methodical-active", {}, ON + timedelta(days=1)).questions

    assert questions[0].fact.question.ru == "Пройдена ли диагностика профессиональных компетенций?"
    assert len({question.fact.name for question in questions}) == len(questions) == 11
