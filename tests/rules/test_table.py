"""Tables decide like explain, row by row, on every kind of frame."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Condition, Not, Op, parts_of
from rsnms.rules.explain import Literal, explain
from rsnms.rules.table import DECISION, decide_frame, judge
from rsnms.rules.truth import Truth
from rsnms.testing.condition_trees import VOCABULARIES, draw_case, draw_condition
from rsnms.testing.drawing import integer

ATOMS = {
    FactType.BOOLEAN: pl.Boolean(),
    FactType.INTEGER: pl.Int64(),
    FactType.NUMBER: pl.Float64(),
    FactType.DATE: pl.Date(),
    FactType.DURATION: pl.Int32(),
    FactType.CHOICE: pl.String(),
    FactType.CHOICES: pl.List(pl.String),
    FactType.TEXT: pl.String(),
    FactType.TEXTS: pl.List(pl.String),
}
VERDICTS = {Truth.MET: "eligible", Truth.UNMET: "ineligible", Truth.UNKNOWN: "undetermined"}


def to_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """As pandas itself holds it: integers with gaps as floats, dates as objects; its rows are numbered backwards."""
    rows = range(len(frame), 0, -1)
    return pd.DataFrame({name: frame[name].to_list() for name in frame.columns}, index=rows)


FRAMES = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "pandas": to_pandas,
    "pandas with arrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
}
every_frame = pytest.mark.parametrize("kind", FRAMES)
every_kind = pytest.mark.parametrize("kind", ["polars", "polars lazy", "pyarrow", "pandas", "duckdb"])


def rows_of(native: object) -> list[dict[str, object]]:
    frame = nw.from_native(native)
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return eager.to_polars().to_dicts()


@dataclass(frozen=True)
class Batch:
    """A rule and the people it is asked about."""

    vocabulary: tuple[Fact, ...]
    gate: Condition | None
    grounds: tuple[tuple[str, Condition], ...]
    people: tuple[dict[str, Atom], ...]

    @property
    def whole(self) -> Condition:
        either = Any(tuple(ground for _, ground in self.grounds))
        return All((self.gate, either)) if self.gate else either

    def frame(self) -> pl.DataFrame:
        """A column for every fact that somebody's is known of."""
        known = [fact for fact in self.vocabulary if any(fact.name in person for person in self.people)]
        table: dict[str, pl.Series] = {"row": pl.Series(range(len(self.people)))}
        for fact in known:
            atoms = [person.get(fact.name) for person in self.people]
            stated = [sorted(atom) if isinstance(atom, frozenset) else atom for atom in atoms]
            table[fact.name] = pl.Series(stated, dtype=ATOMS[fact.type])
        return pl.DataFrame(table)

    def expected(self) -> Iterator[dict[str, str | None]]:
        order = list(dict.fromkeys(labels(self.whole)))
        for person in self.people:
            explanation = explain(self.whole, person)
            met = [id_ for id_, ground in self.grounds if explain(ground, person).truth is Truth.MET]
            ways = list(explanation.in_the_way())
            listed = {
                truth: {str(literal) for literal, found, _ in ways if found is truth}
                for truth in (Truth.UNMET, Truth.UNKNOWN)
            }
            yield {
                "verdict": VERDICTS[explanation.truth],
                "ground": met[0] if explanation.truth is Truth.MET else None,
                "unmet": "; ".join(sorted(listed[Truth.UNMET], key=order.index)),
                "unknown": "; ".join(sorted(listed[Truth.UNKNOWN], key=order.index)),
            }


def labels(condition: Condition, negated: bool = False) -> Iterator[str]:
    if isinstance(condition, Comparison):
        yield str(Literal(condition, negated))
    for part in parts_of(condition):
        yield from labels(part, negated != isinstance(condition, Not))


@st.composite
def batches(draw: st.DrawFn, size: int) -> Batch:
    vocabulary = draw(VOCABULARIES)
    gate, *conditions = (draw_condition(draw, vocabulary, True, 2) for _ in range(draw(integer(2, 4))))
    grounds = tuple((f"ground-{number}", ground) for number, ground in enumerate(conditions))
    empty = Batch(vocabulary, gate if draw(st.booleans()) else None, grounds, ())
    return replace(empty, people=tuple(draw_case(draw, vocabulary, empty.whole) for _ in range(size)))


@every_kind
@settings(max_examples=145, deadline=None)
@given(data=st.data())
def test_a_table_decides_like_explain(kind, data):
    batch = data.draw(batches(size=14))
    given_frame = batch.frame()
    decided = decide_frame(FRAMES[kind](given_frame), batch.gate, batch.grounds)
    assert type(decided) is type(FRAMES[kind](given_frame))
    rows = sorted(rows_of(decided), key=lambda row: row["row"])
    assert list(rows[0]) == [*given_frame.columns, *DECISION]
    assert [{name: row[name] for name in DECISION} for row in rows] == list(batch.expected())


@every_kind
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_judge_says_what_explain_says(kind, data):
    batch = data.draw(batches(size=14))
    judged = rows_of(judge(FRAMES[kind](batch.frame()), batch.whole))
    expected = [explain(batch.whole, person).truth for person in batch.people]
    met = {row["row"]: Truth.of(row["met"]) for row in judged}
    assert [met[row] for row in range(len(batch.people))] == expected


def fact(name: str, type_: FactType = FactType.BOOLEAN) -> Fact:
    return Fact(name, type_, Text(name))


def is_(name: str, operand: object, type_: FactType = FactType.CHOICE) -> Comparison:
    return Comparison(fact(name, type_), Op.IS, operand)


ONE, OTHER = is_("one", True, FactType.BOOLEAN), is_("other", True, FactType.BOOLEAN)
TRAINED = is_("trained", True, FactType.BOOLEAN)
HIGHEST = is_("category", "высшая")
EXPERIENCED = Comparison(fact("mentor.experience", FactType.DURATION), Op.AT_LEAST, Span.of(years=5))
TUTOR = Comparison(fact("roles", FactType.CHOICES), Op.ANY_OF, ("mentor", "tutor"))
SCORED = Comparison(fact("score", FactType.NUMBER), Op.AT_LEAST, 3.5)


def column(native: object, name: str) -> list[object]:
    return [row[name] for row in rows_of(native)]


@every_frame
def test_unknown_follows_kleene(kind):
    yes, no, unknown = True, False, None
    pairs = {
        "one": [yes, yes, yes, unknown, unknown, unknown, no, no, no],
        "other": [yes, unknown, no, yes, unknown, no, yes, unknown, no],
    }
    frame = FRAMES[kind](pl.DataFrame(pairs))
    assert column(judge(frame, All((ONE, OTHER))), "met") == [yes, unknown, no, unknown, unknown, no, no, no, no]
    assert column(judge(frame, Any((ONE, OTHER))), "met") == [yes, yes, yes, yes, unknown, unknown, yes, unknown, no]
    assert column(judge(frame, Not(ONE)), "met") == [no, no, no, unknown, unknown, unknown, yes, yes, yes]
    two = AtLeast(2, (ONE, OTHER, TRAINED))
    assert column(judge(frame, two), "met") == [yes, unknown, unknown, unknown, unknown, unknown, unknown, unknown, no]


@every_frame
def test_a_decision_names_the_ground_and_what_stands_in_the_way(kind):
    people = pl.DataFrame(
        {
            "name": ["Анна", "Борис", "Вера", "Глеб"],
            "trained": [True, True, None, False],
            "category": ["высшая", "первая", "высшая", None],
            "mentor.experience": [60, 59, None, 12],
            "roles": [["tutor"], ["mentor", "expert"], [], None],
        }
    )
    decided = decide_frame(FRAMES[kind](people), TRAINED, [("core", All((HIGHEST, EXPERIENCED))), ("by-role", TUTOR)])
    roles = "roles any_of [mentor, tutor]"
    assert column(decided, "name") == people["name"].to_list()
    assert column(decided, "verdict") == ["eligible", "eligible", "undetermined", "ineligible"]
    assert column(decided, "ground") == ["core", "by-role", None, None]
    assert column(decided, "unmet") == ["", "", roles, "trained is true; mentor.experience at_least 5 years"]
    assert column(decided, "unknown") == [
        "",
        "",
        "trained is true; mentor.experience at_least 5 years",
        f"category is высшая; {roles}",
    ]


@every_frame
def test_a_repeated_comparison_is_listed_once_where_it_first_stands(kind):
    frame = FRAMES[kind](pl.DataFrame({"one": [False], "other": [False]}))
    decided = decide_frame(frame, None, [("a", All((ONE, OTHER))), ("b", All((OTHER, ONE))), ("c", Not(Not(ONE)))])
    assert column(decided, "unmet") == ["one is true; other is true"]


@every_frame
def test_values_that_say_nothing_are_unknown(kind):
    frame = pl.DataFrame({"score": [float("nan"), None, 3.5], "roles": [[None, "tutor"], [None], None]})
    native = FRAMES[kind](frame)
    assert column(judge(native, SCORED), "met") == [None, None, True]
    assert column(judge(native, Comparison(SCORED.fact, Op.KNOWN, True)), "met") == [False, False, True]
    assert column(judge(native, TUTOR), "met") == [True, False, None], "a null in a list is no member"
    assert column(judge(native, HIGHEST), "met") == [None, None, None], "no column"
    assert column(judge(native, Comparison(HIGHEST.fact, Op.KNOWN, False)), "met") == [True, True, True]


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "pandas", "pandas with arrow"])
@pytest.mark.parametrize("type_", [pl.Null, pl.Float64, pl.Boolean, pl.List(pl.Null)])
def test_a_column_of_nulls_alone_is_unknown_whatever_its_type(kind, type_):
    frame = pl.DataFrame({"row": [1, 2], "category": pl.Series([None, None], dtype=type_)})
    assert column(judge(FRAMES[kind](frame), HIGHEST), "met") == [None, None]


@pytest.mark.parametrize("kind", ["polars", "polars lazy", "pyarrow", "pandas with arrow"])
@pytest.mark.parametrize("type_", [pl.Enum(["высшая", "первая"]), pl.Categorical, pl.Enum(["первая", "вторая"])])
def test_listed_values_may_be_encoded(kind, type_):
    words = pl.Series(["первая", None]).cast(type_)
    frame = FRAMES[kind](
        pl.DataFrame({"category": words, "roles": pl.Series([["первая"], None], dtype=pl.List(type_))})
    )
    either = ("высшая", "первая", "третья")
    assert column(judge(frame, HIGHEST), "met") == [False, None]
    assert column(judge(frame, Comparison(HIGHEST.fact, Op.ONE_OF, either)), "met") == [True, None]
    assert column(judge(frame, Comparison(TUTOR.fact, Op.ALL_OF, either)), "met") == [False, None]
    assert column(judge(frame, Comparison(TUTOR.fact, Op.ANY_OF, either)), "met") == [True, None]


def test_duckdb_may_encode_them_too():
    connection = duckdb.connect()
    connection.execute("create type category as enum ('первая', 'вторая')")
    frame = connection.sql("select unnest(['первая', null])::category as category")
    assert column(judge(frame, HIGHEST), "met") == [False, None]


@pytest.mark.parametrize("type_", [pl.Int8, pl.UInt64, pl.Int128])
@pytest.mark.parametrize("kind", ["polars", "polars lazy"])
def test_integers_of_any_width_compare_with_any_threshold(kind, type_):
    frame = FRAMES[kind](
        pl.DataFrame({"age": pl.Series([7, None], dtype=type_), "score": pl.Series([7, 3], dtype=type_)})
    )
    age = fact("age", FactType.INTEGER)
    assert column(judge(frame, Comparison(age, Op.LESS_THAN, 10**15)), "met") == [True, None]
    assert column(judge(frame, Comparison(age, Op.ONE_OF, (-(10**15), 7))), "met") == [True, None]
    assert column(judge(frame, SCORED), "met") == [True, False]


@every_frame
@pytest.mark.parametrize(
    ("condition", "values", "found", "expected"),
    [
        (ONE, ["true"], "String", "Boolean"),
        (is_("one", 7, FactType.INTEGER), [7.9], "Float64", "an integer type"),
        (is_("one", 7, FactType.INTEGER), ["7"], "String", "an integer type"),
        (is_("one", Span(7), FactType.DURATION), [True], "Boolean", "whole months"),
        (is_("one", 7.0, FactType.NUMBER), [date(2024, 1, 1)], "Date", "Float64"),
        (is_("one", date(2024, 1, 1), FactType.DATE), ["2024-01-01"], "String", "Date"),
        (is_("one", "7"), [7], "Int64", "String, Enum or Categorical"),
        (Comparison(fact("one", FactType.TEXTS), Op.ANY_OF, ("a",)), ["a"], "String", "List"),
        (Comparison(fact("one", FactType.TEXTS), Op.ANY_OF, ("a",)), [[1]], "List", "List"),
    ],
)
def test_a_column_of_the_wrong_type_is_an_error(kind, condition, values, found, expected):
    frame = FRAMES[kind](pl.DataFrame({"one": values}))
    with pytest.raises(ValueError, match=f"column 'one': found {found}.*, expected .*{expected}"):
        judge(frame, condition)


def test_single_precision_is_no_number():
    with pytest.raises(ValueError, match="column 'score': found Float32, expected Float64"):
        judge(pl.DataFrame({"score": pl.Series([3.5], dtype=pl.Float32)}), SCORED)


@every_frame
@pytest.mark.parametrize("name", ["verdict", "Ground", "UNKNOWN"])
def test_columns_are_never_written_over(kind, name):
    frame = FRAMES[kind](pl.DataFrame({"one": [True], name: ["mine"]}))
    with pytest.raises(ValueError, match=f"the frame already has '{name}'"):
        decide_frame(frame, None, [("a", ONE)])


@every_frame
def test_temporary_columns_meet_no_column_of_the_frame(kind):
    frame = pl.DataFrame({"one": [True], "_0_0": ["mine"], "__1_0": ["mine too"], "_key": [1]})
    decided = decide_frame(FRAMES[kind](frame), None, [("a", ONE)])
    assert rows_of(decided) == [
        {**frame.to_dicts()[0], "verdict": "eligible", "ground": "a", "unmet": "", "unknown": ""}
    ]


def test_a_rule_without_grounds_is_an_error():
    with pytest.raises(ValueError, match="at least one part"):
        decide_frame(pl.DataFrame({"one": [True]}), ONE, [])


@every_frame
def test_a_frame_without_rows_stays_one(kind):
    frame = FRAMES[kind](pl.DataFrame(schema={"one": pl.Boolean, "category": pl.String}))
    decided = decide_frame(frame, ONE, [("a", HIGHEST)])
    assert rows_of(decided) == []
    assert nw.from_native(decided).collect_schema().names() == ["one", "category", *DECISION]


@every_frame
@pytest.mark.parametrize("count", [25, 39, 60])
def test_many_comparisons_are_as_good_as_few(kind, count):
    marks = [is_(f"f{number}", True, FactType.BOOLEAN) for number in range(count)]
    rows = [[(row + number) % 7 != 0 if (row * number) % 5 else None for number in range(count)] for row in range(20)]
    schema = {mark.fact.name: pl.Boolean for mark in marks}
    frame = FRAMES[kind](pl.DataFrame(rows, schema=schema, orient="row"))
    whole = AtLeast(count // 2, tuple(marks))
    people = [{m.fact.name: v for m, v in zip(marks, row, strict=True) if v is not None} for row in rows]
    ways = [[(str(way), truth) for way, truth, _ in explain(whole, person).in_the_way()] for person in people]
    decided = decide_frame(frame, None, [("a", whole)])
    assert column(decided, "unmet") == ["; ".join(w for w, t in way if t is Truth.UNMET) for way in ways]
    assert column(decided, "unknown") == ["; ".join(w for w, t in way if t is Truth.UNKNOWN) for way in ways]


@every_frame
def test_deep_conditions_do_not_explode(kind):
    deep: Condition = ONE
    for _ in range(9):
        deep = AtLeast(1, (All((Any((Not(deep), OTHER)), OTHER)), OTHER))
    frame = FRAMES[kind](pl.DataFrame({"one": [True, None], "other": [False, None]}))
    cases_ = [{"one": True, "other": False}, {}]
    expected = [VERDICTS[explain(deep, case).truth] for case in cases_]
    assert column(decide_frame(frame, None, [("a", deep)]), "verdict") == expected


def test_pandas_keeps_what_it_had():
    frame = pd.DataFrame({"one": [True, None], "seen": pd.to_datetime(["2024-01-01", None]), 3: [object(), 7]})
    frame.index = pd.Index(["ё", "ё"], name="id")
    decided = decide_frame(frame, None, [("a", ONE)])
    pd.testing.assert_frame_equal(decided[["one", "seen", 3]], frame)
    assert decided["verdict"].to_list() == ["eligible", "undetermined"]
    assert list(frame.columns) == ["one", "seen", 3]


def test_lazy_frames_are_not_collected():
    def fail(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError("the frame was collected")

    lazy = pl.DataFrame({"one": [True]}).lazy().map_batches(fail, schema={"one": pl.Boolean})
    assert isinstance(decide_frame(lazy, None, [("a", ONE)]), pl.LazyFrame)


def test_arrow_tables_may_hold_older_layouts():
    table = pa.table(
        {
            "category": pa.array(["высшая", None]).dictionary_encode(),
            "roles": pa.array([["tutor"], None], pa.list_(pa.string())),
        }
    )
    assert column(judge(table, All((HIGHEST, TUTOR))), "met") == [True, None]
