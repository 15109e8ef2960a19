"""The reference meaning: what every comparison means, and which of them stand in the way."""

from datetime import date

import pytest

from rsnms.domain import Fact, FactType, FactValue, Span, Text
from rsnms.policy.conditions import OPS_OF_TYPE, All, Any, AtLeast, Comparison, Not, Op
from rsnms.rules.explain import Literal, compare, explain
from rsnms.rules.truth import Truth

UNMET, UNKNOWN, MET = Truth


def listed(name: str, type_: FactType, *ids: str) -> Fact:
    return Fact(name, type_, Text(name), values=tuple(FactValue(id_, Text(id_)) for id_ in ids))


TRAINED = Fact("trained", FactType.BOOLEAN, Text("Обучен"))
HOURS = Fact("hours", FactType.INTEGER, Text("Часы"))
SCORE = Fact("score", FactType.NUMBER, Text("Балл"))
SINCE = Fact("since", FactType.DATE, Text("С"))
STAY = Fact("stay", FactType.DURATION, Text("Стаж"))
CATEGORY = listed("category", FactType.CHOICE, "first", "highest")
ROLES = listed("roles", FactType.CHOICES, "tutor", "mentor", "expert")
PLACE = Fact("place", FactType.TEXT, Text("Место"))
SUBJECTS = Fact("subjects", FactType.TEXTS, Text("Предметы"))

YEARS_2, MONTHS_24 = Span.of(2), Span(24)


@pytest.mark.parametrize(
    ("fact", "op", "operand", "met", "unmet"),
    [
        (TRAINED, Op.IS, True, [True], [False]),
        (TRAINED, Op.IS, False, [False], [True]),
        (TRAINED, Op.IS_NOT, True, [False], [True]),
        (HOURS, Op.IS, 72, [72], [71, 73]),
        (HOURS, Op.IS_NOT, 72, [71, 73, 0, -72], [72]),
        (HOURS, Op.AT_LEAST, 72, [72, 73], [71]),
        (HOURS, Op.AT_MOST, 72, [71, 72], [73]),
        (HOURS, Op.MORE_THAN, 72, [73], [71, 72]),
        (HOURS, Op.LESS_THAN, 72, [71], [72, 73]),
        (HOURS, Op.BETWEEN, (36, 72), [36, 50, 72], [35, 73]),
        (HOURS, Op.ONE_OF, (36, 72), [36, 72], [37, 0]),
        (HOURS, Op.NONE_OF, (36, 72), [37, 0], [36, 72]),
        (SCORE, Op.AT_LEAST, 0.7, [0.7, 0.7000001], [0.6999999]),
        (SCORE, Op.MORE_THAN, 0.7, [0.7000001], [0.7]),
        (SCORE, Op.IS, 3.0, [3.0], [3.0000001]),
        (SINCE, Op.AT_LEAST, date(2024, 2, 29), [date(2024, 2, 29), date(2024, 3, 1)], [date(2024, 2, 28)]),
        (SINCE, Op.LESS_THAN, date(2024, 2, 29), [date(2024, 2, 28)], [date(2024, 2, 29)]),
        (
            SINCE,
            Op.BETWEEN,
            (date(2024, 1, 1), date(2024, 12, 31)),
            [date(2024, 1, 1), date(2024, 12, 31)],
            [date(2023, 12, 31), date(2025, 1, 1)],
        ),
        # Years compare in full years, months in full months.
        (STAY, Op.AT_LEAST, YEARS_2, [24, 25], [23]),
        (STAY, Op.LESS_THAN, YEARS_2, [0, 23], [24]),
        (STAY, Op.AT_MOST, YEARS_2, [24, 35], [36]),
        (STAY, Op.MORE_THAN, YEARS_2, [36], [24, 35]),
        (STAY, Op.IS, YEARS_2, [24, 35], [23, 36]),
        (STAY, Op.IS_NOT, YEARS_2, [23, 36], [24, 35]),
        (STAY, Op.BETWEEN, (Span.of(1), YEARS_2), [12, 35], [11, 36]),
        (STAY, Op.AT_LEAST, MONTHS_24, [24], [23]),
        (STAY, Op.AT_MOST, MONTHS_24, [24], [25]),
        (STAY, Op.MORE_THAN, MONTHS_24, [25], [24]),
        (STAY, Op.IS, MONTHS_24, [24], [23, 25]),
        (STAY, Op.BETWEEN, (Span(6), YEARS_2), [6, 35], [5, 36]),
        (CATEGORY, Op.IS, "highest", ["highest"], ["first"]),
        (CATEGORY, Op.IS_NOT, "highest", ["first"], ["highest"]),
        (CATEGORY, Op.ONE_OF, ("first", "highest"), ["first", "highest"], []),
        (CATEGORY, Op.NONE_OF, ("first",), ["highest"], ["first"]),
        (PLACE, Op.IS, "Школа № 1", ["Школа № 1"], ["школа № 1"]),
        (PLACE, Op.ONE_OF, ("а", "б"), ["а"], ["в"]),
        (ROLES, Op.ANY_OF, ("mentor", "tutor"), [{"tutor"}, {"tutor", "expert"}], [set(), {"expert"}]),
        (ROLES, Op.ALL_OF, ("mentor", "tutor"), [{"tutor", "mentor"}], [set(), {"tutor"}, {"mentor", "expert"}]),
        (ROLES, Op.NONE_OF, ("mentor", "tutor"), [set(), {"expert"}], [{"tutor"}, {"tutor", "expert"}]),
        (SUBJECTS, Op.ANY_OF, ("физика",), [{"физика"}], [set(), {"Физика"}]),
    ],
)
def test_what_a_comparison_means(fact, op, operand, met, unmet):
    node = Comparison(fact, op, operand)

    def truths(values):
        return [compare(node, frozenset(value) if isinstance(value, set) else value) for value in values]

    assert truths(met) == [MET] * len(met)
    assert truths(unmet) == [UNMET] * len(unmet)
    assert compare(node, None) is UNKNOWN


@pytest.mark.parametrize("fact", [TRAINED, HOURS, SINCE, STAY, CATEGORY, ROLES, SUBJECTS])
def test_whether_a_fact_is_known_is_always_known(fact):
    found = {FactType.CHOICES: frozenset(), FactType.TEXTS: frozenset(), FactType.BOOLEAN: False}.get(fact.type, 0)

    assert compare(Comparison(fact, Op.KNOWN, True), found) is MET
    assert compare(Comparison(fact, Op.KNOWN, True), None) is UNMET
    assert compare(Comparison(fact, Op.KNOWN, False), None) is MET
    assert compare(Comparison(fact, Op.KNOWN, False), found) is UNMET


@pytest.mark.parametrize("fact", [TRAINED, CATEGORY, PLACE])
def test_an_operator_that_does_not_suit_a_fact_is_an_error_and_not_an_answer(fact):
    assert Op.ALL_OF not in OPS_OF_TYPE[fact.type]
    with pytest.raises(ValueError, match=r"^all_of does not apply to"):
        compare(Comparison(fact, Op.ALL_OF, ("a",)), "a")


# --- what stands in the way ------------------------------------------------------------------------------------------

highest = Comparison(CATEGORY, Op.IS, "highest", "3.1")
experienced = Comparison(STAY, Op.AT_LEAST, Span.of(5), "3.1")
tutor = Comparison(ROLES, Op.ANY_OF, ("tutor",), "3.2")
trained = Comparison(TRAINED, Op.IS, True, "1.3")


def in_the_way(condition, **case):
    return [(str(literal), truth, found) for literal, truth, found in explain(condition, case).in_the_way()]


def test_a_part_that_is_met_hides_what_is_unknown_in_it():
    """The example of the module's documentation."""
    condition = All((highest, Any((experienced, tutor))))

    explanation = explain(condition, {"category": "first", "roles": frozenset({"tutor"})})

    assert explanation.truth is UNMET
    assert [part.truth for part in explanation.parts] == [UNMET, MET]
    assert [part.truth for part in explanation.parts[1].parts] == [UNKNOWN, MET]
    assert [part.found for part in explanation.parts[1].parts] == [None, frozenset({"tutor"})]
    assert list(explanation.in_the_way()) == [(Literal(highest), UNMET, "first")]


def test_everything_unmet_and_unknown_is_listed_from_left_to_right():
    condition = All((trained, Any((highest, All((experienced, tutor))))))

    assert in_the_way(condition, category="first", roles=frozenset()) == [
        ("trained is true", UNKNOWN, None),
        ("category is highest", UNMET, "first"),
        ("stay at_least 5 years", UNKNOWN, None),
        ("roles any_of [tutor]", UNMET, frozenset()),
    ]
    assert in_the_way(condition, trained=True, category="highest") == []


def test_under_a_negation_the_contrary_is_asked_for():
    condition = Not(Any((highest, Not(trained))))

    assert in_the_way(condition, category="highest", trained=False) == [
        ("not (category is highest)", UNMET, "highest"),
        ("trained is true", UNMET, False),
    ]
    assert in_the_way(condition, category="first") == [("trained is true", UNKNOWN, None)]


def test_of_a_number_of_parts_all_that_could_still_count_are_listed():
    condition = AtLeast(2, (highest, experienced, trained))

    assert in_the_way(condition, category="highest", stay=12) == [
        ("stay at_least 5 years", UNMET, 12),
        ("trained is true", UNKNOWN, None),
    ]
    assert in_the_way(condition, category="highest", trained=True) == []
