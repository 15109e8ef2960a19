"""The prover against brute force over all kinds of people, and its witnesses against the reference meaning."""

from datetime import date
from itertools import product
from math import prod

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from imaginary import VOCABULARY as IMAGINARY
from rsnms import load_policies
from rsnms.domain import Fact, FactType, FactValue, Span, Text
from rsnms.domain.fact import About, Atom, Overlap
from rsnms.domain.fact_values import MAX_INTEGER
from rsnms.domain.lifetime import AGE, BIRTH_DATE, WORK_STARTED_ON
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, facts_of
from rsnms.rules.explain import explain
from rsnms.rules.proof.meaning import Encoder
from rsnms.rules.proof.prover import (
    ANY_TRUTH,
    MET,
    NOT_MET,
    UNKNOWN,
    UNMET,
    Demand,
    NoAnswerError,
    ProofError,
    Prover,
)
from rsnms.rules.proof.witness import is_no_more, is_possible
from rsnms.testing.drawing import integer, pick
from rules.proof.lives import DAYS, ON, PAIR, VOCABULARY, atoms_of, draw_asked

law = settings(max_examples=150, deadline=None)
TRUTHS = (MET, UNMET, UNKNOWN, NOT_MET, ANY_TRUTH, MET | UNKNOWN, MET | UNMET)
FEW = 20_000
"""Kinds of people up to which brute force is quick."""
APART = [
    ("age", "category", "hours", "roles", "trained", "diagnosed", "score", "place"),
    ("years", "listed", "rank", "stay", "shared", "subjects"),
    ("licence", "birth_date", "contribution", "fits", "mine"),
    ("traits", "age", "decided_on", "score"),
]
"""Groups of facts of which no two follow from the same stated ones, so that any of their values can meet."""


@st.composite
def questions(draw):
    """Two demands about facts that are independent of each other, and a day."""
    names = APART[draw(integer(0, len(APART) - 1))]
    vocabulary = {name: VOCABULARY[name] for name in names}
    demands = tuple(Demand(draw_asked(draw, vocabulary, depth=2), pick(draw, TRUTHS)) for _ in range(2))
    return demands, pick(draw, DAYS)


def can_be(fact: Fact, atom: Atom | None) -> bool:
    """Whether a whole number is one that a fact takes: the neighbours of the greatest are not."""
    return fact.type is not FactType.INTEGER or atom is None or abs(atom) <= MAX_INTEGER


def kinds_of_people(condition: Condition, on: date):
    """One of every kind that the condition tells apart, as the facts known on the day."""
    facts = facts_of(condition)
    values = [
        sorted((atom for atom in atoms_of(fact, condition, VOCABULARY, on) if can_be(fact, atom)), key=repr)
        for fact in facts
    ]
    assume(prod(map(len, values)) <= FEW)
    for atoms in product(*values):
        yield {fact.name: atom for fact, atom in zip(facts, atoms, strict=True) if atom is not None}


@law
@given(questions())
def test_there_is_a_witness_exactly_where_brute_force_finds_somebody(question):
    demands, on = question
    everybody = kinds_of_people(All(tuple(demand.condition for demand in demands)), on)
    somebody = any(all(demand.holds(case) for demand in demands) for case in everybody)
    prover = Prover(VOCABULARY, on, lifelike=False)
    witness = prover.find(*demands)

    assert prover.is_possible(*demands) is somebody
    assert (witness is not None) is somebody
    if witness is not None:
        case = witness.profile.case(facts_of(All(tuple(demand.condition for demand in demands))), on)
        assert all(explain(demand.condition, case).truth in demand.truths for demand in demands)


@law
@given(questions(), st.booleans())
def test_there_is_a_loss_exactly_where_brute_force_finds_one(question, falling):
    (demand, _), on = question
    condition = demand.condition
    fact = facts_of(condition)[0]
    assume(fact.type is not FactType.TEXT)
    loss = Prover(VOCABULARY, on, lifelike=False).find_loss(condition, fact, falling=falling)

    people = [case for case in kinds_of_people(condition, on) if fact.name in case]
    lost = False
    beside: dict[object, list] = {}
    for case in people:
        rest = frozenset((name, value) for name, value in case.items() if name != fact.name)
        beside.setdefault(rest, []).append((case[fact.name], explain(condition, case).truth in MET))
    for same in beside.values():
        lost = lost or any(
            met and not still and is_no_more(fact, *((after, before) if falling else (before, after)))
            for before, met in same
            for after, still in same
        )
    assert (loss is not None) is lost
    if loss is not None:
        before, after = (one.profile.case(facts_of(condition), on) for one in (loss.before, loss.after))
        assert explain(condition, before).truth in MET
        assert explain(condition, after).truth in NOT_MET
        less, more = (after, before) if falling else (before, after)
        assert is_no_more(fact, less[fact.name], more[fact.name])
        assert {n: v for n, v in loss.before.facts.items() if n != fact.name} == {
            n: v for n, v in loss.after.facts.items() if n != fact.name
        }


@settings(law, max_examples=100)
@given(st.data())
def test_witnesses_of_pairs_satisfy_what_was_asked(data):
    condition = draw_asked(data.draw, PAIR)
    demand = Demand(condition, pick(data.draw, TRUTHS))
    witness = Prover(PAIR, ON).find(demand)
    if witness is not None:
        assert explain(condition, witness.profile.case(facts_of(condition), ON)).truth in demand.truths


# --- the same question has the same answer ----------------------------------------------------------------------------


@settings(law, max_examples=60)
@given(st.lists(questions(), min_size=2, max_size=4))
def test_a_witness_does_not_depend_on_what_was_asked_before(asked):
    on = asked[0][1]
    prover = Prover(VOCABULARY, on)
    first, *others = [demands for demands, _ in asked]
    alone = prover.find(*first)
    for demands in others:
        prover.find(*demands)
        prover.is_possible(*demands)
    assert prover.find(*first) == alone
    assert Prover(VOCABULARY, on).find(*first) == alone
    assert list(alone.facts if alone else ()) == list(again.facts if (again := prover.find(*first)) else ())


# --- the prover is held to the reference meaning ----------------------------------------------------------------------


def test_a_sabotaged_meaning_does_not_get_through(monkeypatch):
    condition = Comparison(VOCABULARY["hours"], Op.AT_LEAST, 3)
    honest = Encoder._holds

    def sabotaged(self, node, symbol):
        return self._z3.Not(honest(self, node, symbol))

    monkeypatch.setattr(Encoder, "_holds", sabotaged)
    with pytest.raises(ProofError, match=r"the witness \{'hours': -?[0-9]+\} does not show"):
        Prover(VOCABULARY, ON).find(Demand(condition, MET))
    with pytest.raises(ProofError, match="does not show"):
        Prover(VOCABULARY, ON).find_loss(condition, VOCABULARY["hours"])


@settings(law, max_examples=80)
@given(questions())
def test_no_random_question_gets_a_wrong_witness_past_a_sabotaged_meaning(question):
    """Whatever a prover gone wrong finds, what it returns has been judged by the reference."""
    demands, on = question
    honest = Encoder.all

    def sabotaged(self, node, parts):
        return honest(self, node, parts[:-1] or parts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Encoder, "all", sabotaged)
        try:
            witness = Prover(VOCABULARY, on).find(*demands)
        except ProofError:
            return
    if witness is not None:
        case = witness.profile.case(facts_of(All(tuple(demand.condition for demand in demands))), on)
        assert all(demand.holds(case) for demand in demands)


def test_z3_that_gives_up_is_an_error(monkeypatch):
    prover = Prover(VOCABULARY, ON)
    monkeypatch.setattr(type(prover._solver), "check", lambda *_: prover._z3.unknown)
    monkeypatch.setattr(type(prover._solver), "reason_unknown", lambda _: "canceled")
    with pytest.raises(NoAnswerError) as raised:
        prover.is_possible(Demand(Comparison(VOCABULARY["trained"], Op.IS, True), MET))
    assert raised.value.text() == (
        "Ответа нет: условия слишком сложны, чтобы что-то доказать за 50 млн шагов решателя (Z3: canceled). "
        "Спросите об их частях, например об отдельных основаниях."
    )
    assert raised.value.text("en") == (
        "No answer: the conditions are too hard to prove anything of within 50 million steps (Z3: canceled). "
        "Ask about their parts, such as single grounds."
    )


def pigeonholes(pigeons: int) -> tuple[dict[str, Fact], Condition]:
    """Every pigeon in a hole and no two in one, with a hole too few: impossible, and hard to prove for a solver."""
    facts = {name: Fact(name, FactType.BOOLEAN, Text(name)) for name in pigeon_names(pigeons)}
    sits = [
        [Comparison(facts[f"p{pigeon}h{hole}"], Op.IS, True) for hole in range(pigeons - 1)]
        for pigeon in range(pigeons)
    ]
    shared = [Not(AtLeast(2, tuple(hole))) for hole in zip(*sits, strict=True)]
    return facts, All((*(Any(tuple(holes)) for holes in sits), *shared))


def pigeon_names(pigeons: int) -> list[str]:
    return [f"p{pigeon}h{hole}" for pigeon in range(pigeons) for hole in range(pigeons - 1)]


def test_a_question_that_is_too_hard_is_given_up_and_the_next_one_answered(monkeypatch):
    facts, condition = pigeonholes(10)
    monkeypatch.setattr("rsnms.rules.proof.prover.MOST_STEPS", 1_000_000)
    prover = Prover(facts, ON)
    with pytest.raises(NoAnswerError):
        prover.find(Demand(condition, MET))
    assert prover.find(Demand(Comparison(facts["p0h0"], Op.IS, True), MET)).facts == {"p0h0": True}
    few, easy = pigeonholes(4)
    assert Prover(few, ON).find(Demand(easy, MET)) is None


def test_a_condition_of_two_thousand_comparisons_is_no_hard_question():
    facts = [Fact(f"q{number}", FactType.INTEGER, Text(f"q{number}")) for number in range(2_000)]
    condition = AtLeast(1_000, tuple(Comparison(fact, Op.AT_LEAST, 5) for fact in facts))
    prover = Prover({fact.name: fact for fact in facts}, ON)
    assert prover.is_possible(Demand(condition, MET))
    assert prover.is_possible(Demand(condition, UNMET))
    assert not prover.is_possible(Demand(condition, MET), Demand(condition, UNMET))


@pytest.mark.parametrize("changed", [False, True])
def test_at_least_so_many_of_many_are_compared(changed):
    """Twelve of twenty-four: that who meets the one does not fail the other."""
    facts = [Fact(f"q{number}", FactType.INTEGER, Text(f"q{number}")) for number in range(24)]
    ends = [5, 4 if changed else 5]
    one, other = (
        AtLeast(12, tuple(Comparison(fact, Op.AT_LEAST, end if fact is facts[0] else 5) for fact in facts))
        for end in ends
    )
    prover = Prover({fact.name: fact for fact in facts}, ON)
    assert prover.find(Demand(one, MET), Demand(other, UNMET)) is None
    assert (prover.find(Demand(other, MET), Demand(one, UNMET)) is not None) is changed


@pytest.mark.parametrize(("parts", "count"), [(parts, count) for parts in range(1, 6) for count in range(1, parts + 1)])
def test_a_count_is_reached_by_so_many_and_no_fewer(parts, count):
    facts = [Fact(f"b{number}", FactType.BOOLEAN, Text(f"b{number}")) for number in range(parts)]
    asked = [Comparison(fact, Op.IS, True) for fact in facts]
    prover = Prover({fact.name: fact for fact in facts}, ON)
    for said in product((True, False, None), repeat=parts):
        stated = [
            Demand(one, UNKNOWN if atom is None else MET if atom else UNMET)
            for one, atom in zip(asked, said, strict=True)
        ]
        case = {fact.name: atom for fact, atom in zip(facts, said, strict=True) if atom is not None}
        condition = AtLeast(count, tuple(asked))
        for truths in (MET, UNMET, UNKNOWN):
            holds = explain(condition, case).truth in truths
            assert prover.is_possible(*stated, Demand(condition, truths)) is holds


# --- numbers of at most fifteen digits --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "between"),
    [
        (0.1, 0.100000000000001, False),
        (0.1, 0.100000000000002, True),
        (999_999.999999999, 1_000_000.0, False),
        (1_000_000.0, 1_000_000.00000001, False),
        (-0.100000000000001, -0.1, False),
        (0.0, 1e-15, True),
        (-1e-15, 0.0, True),
        (0.3, 0.30000000000000004, False),
    ],
)
def test_no_number_lies_between_neighbours(low, high, between):
    """Z3's numbers are dense; those that a fact can have are not."""
    score = Fact("weight", FactType.NUMBER, Text("weight"))
    inside = All((Comparison(score, Op.MORE_THAN, low), Comparison(score, Op.LESS_THAN, high)))
    witness = Prover({"weight": score}, ON).find(Demand(inside, MET))
    assert (witness is not None) is between
    if witness is not None:
        assert score.atom(witness.facts["weight"]) == witness.facts["weight"]


@settings(law, max_examples=80)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=4, unique=True), st.data())
def test_a_witness_has_a_number_that_somebody_can_state(steps, data):
    weight = Fact("weight", FactType.NUMBER, Text("weight"))
    ends = [float(f"{1 + step * 1e-14:.14f}") for step in sorted(steps)]
    parts = tuple(
        Comparison(weight, pick(data.draw, (Op.MORE_THAN, Op.LESS_THAN, Op.AT_LEAST, Op.AT_MOST, Op.IS_NOT)), end)
        for end in ends
    )
    condition = pick(data.draw, (All, Any))(parts)
    people = [float(f"{1 + step * 1e-14:.14f}") for step in range(40)]
    truth = pick(data.draw, (MET, UNMET))
    expected = any(explain(condition, {"weight": number}).truth in truth for number in people)
    witness = Prover({"weight": weight}, ON).find(Demand(condition, truth))
    assert (witness is not None) is expected
    if witness is not None:
        assert weight.atom(witness.facts["weight"]) == witness.facts["weight"]


# --- simple and lifelike witnesses ------------------------------------------------------------------------------------


def test_a_witness_states_what_matters_and_no_more():
    condition = All(
        (
            Comparison(VOCABULARY["hours"], Op.AT_LEAST, 3),
            Any((Comparison(VOCABULARY["trained"], Op.IS, True), Comparison(VOCABULARY["contribution"], Op.IS, True))),
        )
    )
    witness = Prover(VOCABULARY, ON).find(Demand(condition, MET))
    assert witness is not None
    assert len(witness.facts) == 2
    assert witness.facts["hours"] == 3
    assert Prover(VOCABULARY, ON).find(Demand(condition, UNMET)).facts in (
        {"hours": 2},
        {"trained": False, "contribution": False},
    )
    assert Prover(VOCABULARY, ON).find(Demand(condition, UNKNOWN)).facts == {}


@pytest.fixture(scope="module")
def persons():
    return load_policies()["ru/volgograd"].latest.facts_about(About.PERSON)


@settings(law, max_examples=100)
@given(st.data())
def test_witnesses_over_the_real_vocabulary_are_lifelike(data):
    facts = load_policies()["ru/volgograd"].latest.facts_about(About.PERSON)
    lived = (
        "age",
        "birth_date",
        "work_started_on",
        "years_in_profession",
        "specialty_experience",
        "diagnosed_on",
        "pedagogical_experience",
        "category",
        "category_decided_on",
        "category_until",
    )
    condition = draw_asked(data.draw, {name: facts[name] for name in lived}, depth=2)
    witness = Prover(facts, ON).find(Demand(condition, pick(data.draw, (MET, UNMET))))
    if witness is None:
        return
    known = witness.profile.case(facts.values(), ON)
    assert is_possible(witness.facts, facts, ON, lifelike=True)
    born = known.get(BIRTH_DATE)
    for name, value in known.items():
        if born is not None and facts[name].type is FactType.DATE and name != BIRTH_DATE:
            assert value >= born, name
    if AGE in known and "specialty_experience" in known:
        assert known["specialty_experience"] <= max(known[AGE] - 14 * 12, 0)
    if born is not None and WORK_STARTED_ON in known:
        assert (known[WORK_STARTED_ON].year - born.year) >= 14
    for name, value in known.items():
        fact = facts[name]
        assert fact.lowest is None or value >= fact.lowest, name
        assert fact.highest is None or value <= fact.highest, name


def test_nobody_has_worked_longer_than_he_could(persons):
    age, experience = persons["age"], persons["specialty_experience"]
    young, long = (
        Comparison(age, Op.LESS_THAN, Span.of(years=20)),
        Comparison(experience, Op.AT_LEAST, Span.of(years=10)),
    )
    demands = Demand(young, MET), Demand(long, MET)
    assert Prover(persons, ON).find(*demands) is None
    assert Prover(persons, ON, lifelike=False).find(*demands).facts == {"age": 239, "specialty_experience": 120}


def test_who_was_born_on_a_leap_day_works_from_the_day_on_which_he_is_fourteen(persons):
    born = Demand(Comparison(persons[BIRTH_DATE], Op.IS, date(2000, 2, 29)), MET)
    from_then = [
        Demand(Comparison(persons[WORK_STARTED_ON], Op.IS, day), MET) for day in (date(2014, 2, 28), date(2014, 2, 27))
    ]
    assert Prover(persons, ON).is_possible(born, from_then[0])
    assert not Prover(persons, ON).is_possible(born, from_then[1])
    trained = Comparison(persons["diagnosed_on"], Op.LESS_THAN, date(2000, 2, 29))
    assert not Prover(persons, ON).is_possible(born, Demand(trained, MET))
    assert Prover(persons, ON).find(born, from_then[0]).facts[WORK_STARTED_ON] == date(2014, 2, 28)


def test_an_age_keeps_to_its_range_where_only_the_day_of_birth_is_asked(persons):
    """Facts about persons begin at fourteen."""
    born = persons["birth_date"]
    prover = Prover(persons, ON)
    assert prover.is_possible(Demand(Comparison(born, Op.IS, date(2010, 2, 28)), MET))
    assert not prover.is_possible(Demand(Comparison(born, Op.IS, date(2010, 3, 1)), MET))
    assert prover.find_loss(Comparison(born, Op.AT_MOST, date(2010, 2, 28)), born) is None


# --- texts that nobody names ------------------------------------------------------------------------------------------


def test_a_text_that_no_condition_names_is_always_possible():
    place = VOCABULARY["place"]
    named = ("другое", "другое+", "Лицей")
    elsewhere = Comparison(place, Op.NONE_OF, named)
    witness = Prover(VOCABULARY, ON).find(Demand(elsewhere, MET))
    assert witness is not None
    assert witness.facts["place"] not in named


def test_texts_named_later_are_told_apart_too():
    place, prover = VOCABULARY["place"], Prover(VOCABULARY, ON)
    one, other = (Comparison(place, Op.IS, word) for word in ("А", "Б"))
    assert prover.find(Demand(one, MET)).facts == {"place": "А"}
    assert prover.find(Demand(one, MET), Demand(other, MET)) is None
    assert prover.find(Demand(other, MET)).facts == {"place": "Б"}
    assert prover.find(Demand(one, UNMET), Demand(other, UNMET)).facts["place"] not in ("А", "Б")


def test_two_people_share_what_is_stated_of_both():
    shared = PAIR["pass_on"]
    demands = (
        Demand(Comparison(shared, Op.IS, True), MET),
        Demand(Comparison(PAIR["mentor.roles"], Op.ANY_OF, ("expert",)), MET),
    )
    witness = Prover(PAIR, ON).find(*demands)
    assert witness is not None
    assert Prover(PAIR, ON).find(Demand(Comparison(shared, Op.IS, True), UNKNOWN)).facts == {}


# --- dates, exact to the day ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2023, 2, 28), date(1988, 2, 29)),
        (date(2024, 2, 28), date(1989, 2, 28)),
        (date(2024, 2, 29), date(1989, 2, 28)),
        (date(2024, 4, 30), date(1989, 4, 30)),
    ],
)
def test_the_youngest_person_of_thirty_five(on, last):
    """The last day of birth with which somebody is 35 on a day: proven, not only found."""
    age, born = IMAGINARY["age"], IMAGINARY["birth_date"]
    is_35 = Comparison(age, Op.AT_LEAST, Span.of(years=35))
    prover = Prover(IMAGINARY, on)
    assert prover.is_possible(Demand(is_35, MET), Demand(Comparison(born, Op.IS, last), MET))
    assert not prover.is_possible(Demand(is_35, MET), Demand(Comparison(born, Op.MORE_THAN, last), MET))


def test_sixty_months_of_a_category_end_on_their_day():
    category, decided = IMAGINARY["category"], IMAGINARY["decided_on"]
    highest = Demand(Comparison(category, Op.IS, "highest"), MET)
    on = Demand(Comparison(decided, Op.IS, date(2019, 2, 28)), MET)
    assert Prover(IMAGINARY, date(2024, 2, 28)).is_possible(highest, on)
    assert Prover(IMAGINARY, date(2024, 2, 29)).find(highest, on).facts["until"] >= date(2024, 2, 29)
    unlimited = Demand(Comparison(decided, Op.IS, date(2023, 9, 1)), MET)
    assert Prover(IMAGINARY, date(2040, 1, 1)).is_possible(highest, unlimited)


# --- monotony ---------------------------------------------------------------------------------------------------------


def test_a_bound_from_below_is_monotone_and_falls_in_the_other_direction():
    hours = VOCABULARY["hours"]
    enough = Comparison(hours, Op.AT_LEAST, 3)
    assert Prover(VOCABULARY, ON).find_loss(enough, hours) is None
    change = Prover(VOCABULARY, ON).find_loss(enough, hours, falling=True)
    assert (change.before.facts, change.after.facts) == ({"hours": 3}, {"hours": 2})


def test_a_loss_is_looked_for_among_those_given():
    hours, trained = VOCABULARY["hours"], VOCABULARY["trained"]
    few = Any((Comparison(hours, Op.LESS_THAN, 3), Comparison(trained, Op.IS, True)))
    assert Prover(VOCABULARY, ON).find_loss(few, hours) is not None
    given_ = [Demand(Comparison(trained, Op.IS, True), MET)]
    assert Prover(VOCABULARY, ON).find_loss(few, hours, given=given_) is None


def test_more_of_a_choice_is_a_further_value_of_the_list():
    with pytest.raises(ValueError, match="place has no order"):
        Prover(VOCABULARY, ON).find_loss(Comparison(VOCABULARY["place"], Op.IS, "А"), VOCABULARY["place"])
    category = Fact(
        "grade", FactType.CHOICE, Text("Разряд"), values=tuple(FactValue(v, Text(v)) for v in ("z", "m", "a"))
    )
    prover = Prover({"grade": category}, ON)
    assert prover.find_loss(Comparison(category, Op.ONE_OF, ("a", "m")), category) is None
    change = prover.find_loss(Comparison(category, Op.ONE_OF, ("m", "z")), category)
    assert (change.before.facts["grade"], change.after.facts["grade"]) in (("z", "a"), ("m", "a"))


def test_overlap_is_monotone_in_either_set():
    shared = Comparison(PAIR["pass_on"], Op.IS, True)
    assert isinstance(PAIR["pass_on"].movement, Overlap)
    prover = Prover(PAIR, ON)
    assert prover.find_loss(shared, PAIR["mentor.roles"]) is None
    assert prover.find_loss(Not(shared), PAIR["mentor.roles"]) is not None
