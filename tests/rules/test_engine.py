"""The engine holds what its module promises, above all where durable-rules alone would be wrong in silence."""

import gc
import operator
import struct
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rsnms.rules.engine import MAX_FACTS, MAX_FIELDS, MAX_KINDS, MAX_PATTERNS, MAX_RULES, MAX_TEXT, RuleBook
from rsnms.rules.production import (
    MAX_PREMISES,
    Conclusion,
    Constraint,
    Fact,
    Pattern,
    Relation,
    Rule,
    RuleBookError,
)

MEANING = {
    Relation.IS: operator.eq,
    Relation.IS_NOT: operator.ne,
    Relation.AT_LEAST: operator.ge,
    Relation.LESS_THAN: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.MORE_THAN: operator.gt,
}
YES = Fact("yes")


def fact(kind, **values):
    return Fact(kind, tuple(values.items()))


def rule(name, *when, then=YES, count=1):
    return Rule(name, when, lambda _: (then,), count)


def where(kind, field, relation, value):
    return Pattern(kind, (Constraint(field, relation, value),))


def concludes(relation, asked, found):
    book = RuleBook([rule("one", where("thing", "value", relation, asked))])
    return [conclusion.fact for conclusion in book.infer([fact("thing", value=found)])] == [YES]


def adult_book():
    return RuleBook([rule("adult", where("person", "age", Relation.AT_LEAST, 18))])


def live_facts(book):
    import durable_rules_engine

    return durable_rules_engine.get_facts(book._network._handle, None)


YOUNG, NEED = fact("young"), fact("needs", what="mentoring")


def mentoring_book():
    return RuleBook(
        [
            rule("young", where("person", "age", Relation.LESS_THAN, 35), then=YOUNG),
            Rule(
                "mentoring",
                (Pattern("young"), where("deficit", "level", Relation.AT_LEAST, 2)),
                lambda because: [Fact("needs", (("what", "mentoring"), ("area", dict(because[1].values)["area"])))],
            ),
            rule("plan", where("needs", "what", Relation.IS, "mentoring"), then=fact("plan"), count=2),
        ]
    )


def test_rules_chain_and_each_conclusion_knows_what_led_to_it():
    person = fact("person", age=30)
    ict, method, small = (fact("deficit", area=a, level=n) for a, n in (("ict", 3), ("method", 2), ("subject", 1)))
    book = mentoring_book()

    conclusions = book.infer([person, ict, method, small])

    shown = {(c.rule.name, c.fact, frozenset(c.because)) for c in conclusions}
    needs = {area: fact("needs", what="mentoring", area=area) for area in ("ict", "method")}
    assert shown == {
        ("young", YOUNG, frozenset({person})),
        ("mentoring", needs["ict"], frozenset({YOUNG, ict})),
        ("mentoring", needs["method"], frozenset({YOUNG, method})),
        ("plan", fact("plan"), frozenset(needs.values())),
    }


def test_matched_facts_stand_in_the_order_of_the_premises_whatever_the_order_of_the_facts():
    seen = []
    book = RuleBook([Rule("pair", (Pattern("mentor"), Pattern("mentee")), lambda because: seen.append(because) or ())])
    mentor, mentee = fact("mentor"), fact("mentee")
    book.infer([mentor, mentee])
    book.infer([mentee, mentor])
    assert seen == [(mentor, mentee)] * 2


def test_a_rule_matches_another_fact_with_each_premise():
    book = RuleBook([rule("pair", Pattern("person"), Pattern("person"))])
    assert book.infer([fact("person", name="a")]) == []
    assert book.infer([fact("person", name="a"), fact("person", name="b")])


def test_a_fact_concluded_in_two_ways_has_two_conclusions_and_is_one_fact():
    book = RuleBook(
        [
            rule("adult", where("person", "age", Relation.AT_LEAST, 18), then=fact("may")),
            rule("teacher", where("person", "post", Relation.IS, "teacher"), then=fact("may")),
            rule("then", Pattern("may")),
            rule("twice", Pattern("may"), then=fact("never"), count=2),
        ]
    )
    assert sorted(c.rule.name for c in book.infer([fact("person", age=40, post="teacher")])) == [
        "adult",
        "teacher",
        "then",
    ]


def test_equal_facts_are_one_and_facts_that_no_rule_asks_about_do_no_harm():
    book = RuleBook([rule("two", Pattern("person"), count=2)])
    assert book.infer([fact("person", age=1), fact("person", age=1), fact("stranger", age=1)]) == []
    assert book.infer([]) == []


def test_an_unknown_field_satisfies_no_constraint():
    for relation in Relation:
        book = RuleBook([rule("one", where("thing", "value", relation, 0))])
        assert book.infer([fact("thing", other=0)]) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(-(2**63), 2**63 - 1), st.integers(-(2**63), 2**63 - 1), st.sampled_from(Relation))
@example(2**63 - 1, 2**63 - 2, Relation.MORE_THAN)
@example(-(2**63), -(2**63), Relation.IS)
def test_whole_numbers_compare_exactly(found, asked, relation):
    assert concludes(relation, asked, found) == MEANING[relation](found, asked)
    assert concludes(relation, found, found) == MEANING[relation](found, found)


TEXTS = [
    "",
    "a",
    "ab",
    "abc",
    "'",
    '"',
    '\\"',
    "\\",
    "a\nb",
    "a\0b",
    "ёж",
    "Ёж",
    "\ud800",
    "👩‍🏫",
    "7",
    "true",
    "null",
    "$m",
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS) | st.text(max_size=8), st.sampled_from(TEXTS) | st.text(max_size=8))
@example("👩" * MAX_TEXT, "👩" * (MAX_TEXT - 1))
@example("👩" * (MAX_TEXT - 1), "👩" * MAX_TEXT)
def test_texts_are_equal_or_not_exactly(found, asked):
    for relation in (Relation.IS, Relation.IS_NOT):
        assert concludes(relation, asked, found) == MEANING[relation](found, asked)
        assert concludes(relation, found, found) == MEANING[relation](found, found)


def test_names_of_fields_kinds_and_rules_may_be_anything():
    names = ["id", "sid", "kind", "always", "$s", "$and", "f0", "mentor.age", "mentor", "возраст", "", '"', "m$not"]
    for name in names:
        book = RuleBook([rule(name, where(name, name, Relation.IS, 1), then=YES)])
        given_fact = Fact(name, tuple((other, int(other == name)) for other in names))
        assert [c.fact for c in book.infer([given_fact])] == [YES], name


@pytest.mark.parametrize("value", [True, 1.5, None, 2**63, -(2**63) - 1, "x" * (MAX_TEXT + 1), ("a",)])
def test_other_values_are_refused_in_rules_and_in_facts(value):
    with pytest.raises(RuleBookError, match="64 bits"):
        RuleBook([rule("one", where("person", "age", Relation.IS, value))])
    book = adult_book()
    with pytest.raises(RuleBookError, match="64 bits"):
        book.infer([fact("person", age=20), fact("person", age=value)])
    assert live_facts(book) == "[]"
    assert book.infer([fact("person", age=17)]) == []


def test_an_exception_in_a_consequent_reaches_the_caller_and_leaves_nothing_behind():
    def fails(because):
        if dict(because[0].values)["age"] > 100:
            raise LookupError("too old")
        return [YES]

    book = RuleBook(
        [Rule("fails", (Pattern("person"),), fails), rule("also", Pattern("person")), rule("more", Pattern("person"))]
    )
    for _ in range(3):
        with pytest.raises(LookupError, match="too old"):
            book.infer([fact("person", age=age) for age in (101, 102, 103)])
        assert live_facts(book) == "[]"
        assert [c.because for c in book.infer([fact("person", age=1)])] == [(fact("person", age=1),)] * 3


def test_rules_that_feed_each_other_without_end_are_stopped():
    def next_number(because):
        return [fact("number", value=dict(because[0].values)["value"] + 1)]

    book = RuleBook([Rule("next", (where("number", "value", Relation.AT_LEAST, 0),), next_number)])
    with pytest.raises(RuleBookError, match=f"more than {MAX_FACTS} facts"):
        book.infer([fact("number", value=0)])
    assert live_facts(book) == "[]"
    assert book.infer([fact("number", value=-1)]) == []


def test_a_loop_over_the_same_facts_ends():
    ping, pong = fact("ping"), fact("pong")
    book = RuleBook([rule("there", Pattern("ping"), then=pong), rule("back", Pattern("pong"), then=ping)])
    assert [c.fact for c in book.infer([ping])] == [pong, ping]


def test_every_number_of_a_fact_has_its_own_hash_in_the_engine():
    def fnv(text):
        hashed = 2166136261
        for byte in text.encode():
            hashed = ((hashed ^ byte) * 16777619) % 2**32
        return hashed

    assert len({fnv(text) for text in [*map(str, range(MAX_FACTS)), "sid-0"]}) == MAX_FACTS + 1


def test_a_book_holds_as_much_as_it_says():
    fields = [f"field {number}" for number in range(MAX_FIELDS)]
    rules = [
        rule(str(n), where("thing", fields[n % MAX_FIELDS], Relation.AT_LEAST, -n), then=fact("done", number=n))
        for n in range(MAX_PATTERNS)
    ]
    everything = Fact("thing", tuple((field, 0) for field in fields))
    assert len(RuleBook(rules).infer([everything])) == MAX_PATTERNS
    with pytest.raises(RuleBookError, match="patterns of 'thing'"):
        RuleBook([*rules, rules[0]])
    with pytest.raises(RuleBookError, match="fields of 'thing'"):
        RuleBook([*rules[1:], rule("more", where("thing", "another", Relation.IS, 1))])


def test_equal_patterns_may_repeat_as_often_as_others():
    book = RuleBook([rule(str(n), where("thing", "value", Relation.IS, 1)) for n in range(MAX_PATTERNS)])
    assert len(book.infer([fact("thing", value=1)])) == MAX_PATTERNS


def test_kinds_and_rules_are_bounded():
    kinds = [f"kind {number}" for number in range(MAX_KINDS)]
    book = RuleBook([rule(kind, Pattern(kind)) for kind in kinds])
    assert len(book.infer([fact(kind) for kind in kinds])) == MAX_KINDS
    with pytest.raises(RuleBookError, match="kinds of facts"):
        RuleBook([rule(kind, Pattern(kind)) for kind in [*kinds, "more"]])
    with pytest.raises(RuleBookError, match="rules"):
        RuleBook([rule(str(number), Pattern(kinds[number % MAX_KINDS])) for number in range(MAX_RULES + 1)])


def test_premises_are_bounded():
    when = tuple(where("thing", "value", Relation.IS, number) for number in range(MAX_PREMISES))
    book = RuleBook([rule("many", *when)])
    things = [fact("thing", value=number) for number in range(MAX_PREMISES)]
    assert book.infer(things) == [Conclusion(YES, book._rules[0], tuple(things))]
    assert book.infer(things[:-1]) == []
    for wrong in ((), (*when, when[0])):
        with pytest.raises(RuleBookError, match="premises"):
            rule("wrong", *wrong)
    with pytest.raises(RuleBookError, match="count"):
        rule("wrong", when[0], count=0)


def test_threads_share_a_book_and_make_their_own():
    shared = adult_book()

    def ages(seed):
        own = adult_book()
        return all(
            bool(book.infer([fact("person", age=age)])) == (age >= 18)
            for age in range(seed, seed + 150)
            for book in (shared, own)
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ages, range(-140, 20, 10)))


def test_no_thread_is_started():
    before = threading.active_count()
    adult_book().infer([fact("person", age=20)])
    assert threading.active_count() == before


def megabytes_grown(code):
    """Run code twice in a new process: how much the second run, with all tables warm, adds to its peak."""
    script = f"""
import resource, sys
from rsnms.rules.engine import RuleBook
from rsnms.rules.production import *
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
def book():
    when = (Pattern("person", (Constraint("age", Relation.AT_LEAST, 18),)),)
    return RuleBook([Rule(str(n), when, lambda _: [Fact("grown")]) for n in range(3)] +
        [Rule("go", (Pattern("grown"), Pattern("person")), lambda _: [Fact("go")])])
def run(times):
{code}
run(200)
before = peak()
run(3000)
print(peak() - before)
"""
    return float(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)


def test_three_thousand_cases_take_no_memory():
    code = """
    one = book()
    for age in range(times):
        assert len(one.infer([Fact("person", (("age", age + 18),))])) == 4
"""
    assert megabytes_grown(code) < 4


def test_three_thousand_books_that_are_garbage_take_no_memory():
    code = """
    for age in range(times):
        book().infer([Fact("person", (("age", age),))])
"""
    assert megabytes_grown(code) < 4


def test_hundreds_of_books_at_once_take_a_fraction_of_a_megabyte_each():
    books = [adult_book() for _ in range(500)]
    assert all(book.infer([fact("person", age=20)]) for book in books)
    assert megabytes_grown("    books = [book() for _ in range(times // 10)]") < 0.35 * 300
    del books
    gc.collect()
    assert adult_book().infer([fact("person", age=20)])


def test_the_engine_is_loaded_only_when_a_book_is_made():
    code = "import sys, rsnms.rules.engine, rsnms.rules.inference; print([n for n in sys.modules if 'durable' in n])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_a_platform_with_short_longs_is_refused(monkeypatch):
    monkeypatch.setattr(struct, "calcsize", lambda _: 4)
    with pytest.raises(ImportError, match="64 bits"):
        adult_book()
