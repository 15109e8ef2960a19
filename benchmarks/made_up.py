"""Made-up people in a table, the same ones every time."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import polars as pl

from rsnms.domain.fact import Fact, FactType

SEED = 58
UNKNOWN_SHARE = 0.1
MONTHS = 40 * 12


def made_up_people(facts: Sequence[Fact], count: int) -> pl.DataFrame:
    """A column for each fact, with values that are equally likely and gaps where the fact is unknown."""
    random = np.random.default_rng(SEED)
    columns = {fact.name: _values(fact, random, count) for fact in facts}
    return pl.DataFrame({name: _with_gaps(random, values) for name, values in columns.items()})


def _values(fact: Fact, random: np.random.Generator, count: int) -> pl.Series:
    ids = [value.id for value in fact.values]
    match fact.type:
        case FactType.BOOLEAN:
            return pl.Series(random.random(count) < 0.75)
        case FactType.DURATION:
            return pl.Series(random.integers(0, MONTHS, count))
        case FactType.CHOICE:
            return _picked(pl.Series(ids, dtype=pl.Enum(ids)), random, count)
        case FactType.CHOICES:
            sets = [[], *([id_] for id_ in ids), *map(list, combinations(ids, 2))]
            return _picked(pl.Series(sets, dtype=pl.List(pl.Enum(ids))), random, count)
    raise ValueError(f"no made-up values for {fact.name}, a {fact.type}")


def _picked(pool: pl.Series, random: np.random.Generator, count: int) -> pl.Series:
    return pool[random.integers(0, len(pool), count)]


def _with_gaps(random: np.random.Generator, values: pl.Series) -> pl.Series:
    known = pl.Series(random.random(len(values)) >= UNKNOWN_SHARE)
    return pl.select(pl.when(known).then(values)).to_series()
