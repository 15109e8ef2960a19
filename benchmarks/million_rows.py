"""A million rows, five comparisons: verdict, ground, what is unmet and what is unknown, row by row."""

from functools import partial
from random import Random

import polars as pl

from benchmarks.five import FACTS, ON, eligibility
from benchmarks.made_up import SEED, UNKNOWN_SHARE, made_up_people
from benchmarks.million_rows_peers import Contender, contenders
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms.policy.conditions import comparisons, facts_of
from rsnms.policy.loading import load_policies
from rsnms.rules.judge import Judge
from rsnms.rules.table import decide_frame

OURS = "rsnms on Polars"
EXPRESSIONS = "Polars by hand, expressions"
LOOKED_UP = "Polars by hand, looked up by combination"

FEW = 1_000


def measure(*, quick: bool) -> Result:
    """Check that everybody gives the same columns, then time them in turns."""
    count = 20_000 if quick else 1_000_000
    people = made_up_people(facts_of(eligibility().condition), count)
    field = list(contenders(people))
    right = field[0].read(field[0].decide())
    _check_sample(people, right)
    words = {contender.name: _checked(contender, right, people) for contender in field}
    seconds = medians({it.name: it.decide for it in field}, rounds=3 if quick else 9)
    fixed = _fixed(people.head(FEW), rounds=3 if quick else 25)
    table = Table(
        f"{count:,} rows, five comparisons",
        ("", "ms", "million rows/s", "× rsnms on Polars", "gives", "next to rsnms"),
        tuple(
            (
                it.name,
                f"{seconds[it.name] * 1e3:.0f}",
                f"{count / seconds[it.name] / 1e6:.1f}",
                f"{seconds[it.name] / seconds[OURS]:.2f}",
                it.gives,
                words[it.name],
            )
            for it in field
        ),
        (
            f"Made-up people, {UNKNOWN_SHARE:.0%} of every column unknown; enumerations are Polars Enum, PyArrow "
            "dictionaries and DuckDB ENUM. The data are in each contender's own form before the clock starts; the "
            "result is a frame of the same kind (DuckDB: an Arrow table).",
            "2,000 rows are compared with `rsnms.Judge`, and every row of every contender with rsnms on Polars.",
            "“Expressions” is what one writes in Polars. “Looked up by combination” is the fastest we could write by "
            "hand knowing that there are five comparisons in one conjunction; it would have to be rewritten for any "
            "other condition.",
            f"Of rsnms on Polars {fixed[OURS] * 1e3:.0f} ms do not depend on the rows: it takes that for {FEW:,}, to "
            "turn the policy's condition into expressions at each call; looked up by hand takes "
            f"{fixed[LOOKED_UP] * 1e3:.0f} ms.",
            "OpenFisca has no unknown: its default values stand in the place of what is missing, so a person of whom "
            "something is unknown and nothing unmet is simply not eligible. Most of its time builds the population.",
        ),
    )
    goals = (
        Goal("a million rows: rsnms to Polars by hand, expressions", 1.5, seconds[OURS] / seconds[EXPRESSIONS], "×"),
        Goal("a million rows: rsnms to Polars by hand, looked up", 1.5, seconds[OURS] / seconds[LOOKED_UP], "×"),
    )
    return Result((table, _real_policy(count)), goals)


def _fixed(people: pl.DataFrame, *, rounds: int) -> dict[str, float]:
    """Seconds that so few people take that hardly anything but the preparation counts."""
    return medians({it.name: it.decide for it in contenders(people) if it.name in (OURS, LOOKED_UP)}, rounds=rounds)


def _check_sample(people: pl.DataFrame, decided: pl.DataFrame) -> None:
    judge = Judge(eligibility())
    rows = Random(SEED).sample(range(len(people)), min(2_000, len(people)))
    for person, decision in zip(people[rows].to_dicts(), decided[rows].to_dicts(), strict=True):
        judgement = judge({name: value for name, value in person.items() if value is not None})
        expected = {
            "verdict": str(judgement.verdict),
            "ground": judgement.ground.id if judgement.ground else None,
            "unmet": "; ".join(map(str, judgement.unmet)),
            "unknown": "; ".join(map(str, judgement.unknown)),
        }
        if decision != expected:
            raise AssertionError(f"{person}: {OURS} gives {decision}, expected {expected}")


def _checked(contender: Contender, right: pl.DataFrame, people: pl.DataFrame) -> str:
    """What a contender's answers lack; raises where they are wrong."""
    answer = contender.read(contender.decide())
    if isinstance(answer, pl.DataFrame):
        if not answer.equals(right):
            raise AssertionError(f"{contender.name} gives other columns than {OURS}")
        return "the same columns"
    complete = people.select(pl.all_horizontal(pl.col(FACTS).is_not_null())).to_series()
    verdict = right["verdict"]
    if not (answer == (verdict == "eligible")).filter(complete).all():
        raise AssertionError(f"{contender.name} gives other answers than {OURS} where everything is known")
    undetermined = ((verdict == "undetermined") & ~answer).sum()
    return f"no reasons; “no” to {undetermined:,} undetermined"


def _real_policy(count: int) -> Table:
    """The regional methodical active of the Volgograd region, whole, for scale."""
    asked = load_policies()["ru/volgograd"].eligibility("regional-methodical-active", ON)
    facts = facts_of(asked.condition)
    people = made_up_people(facts, count)
    grounds = [(ground.id, ground.when) for ground in asked.grounds]
    decide = partial(decide_frame, people, asked.gate, grounds)
    verdicts = decide()["verdict"].value_counts(sort=True).rows()
    seconds = medians({OURS: decide}, rounds=3 if count < 1_000_000 else 5)[OURS]
    compared = len({comparison.key for comparison in comparisons(asked.condition)})
    return Table(
        f"{count:,} rows, the regional methodical active of the Volgograd region",
        ("", "ms", "million rows/s", "verdicts"),
        (
            (
                OURS,
                f"{seconds * 1e3:.0f}",
                f"{count / seconds / 1e6:.1f}",
                ", ".join(f"{verdict} {number:,}" for verdict, number in verdicts),
            ),
        ),
        (f"For scale, a whole act: a gate and {len(grounds)} grounds, {compared} comparisons of {len(facts)} facts.",),
    )
