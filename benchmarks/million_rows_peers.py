"""The five comparisons over a table, as the library and its peers hold them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import product
from operator import add
from typing import Any

import duckdb
import numpy as np
import polars as pl
import polars.selectors as cs
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import MONTH
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.variables import Variable
from openfisca_country_template import CountryTaxBenefitSystem
from openfisca_country_template.entities import Person
from polars import col, lit, when

from benchmarks.five import CATEGORIES, EDUCATIONS, FACTS, FIVE_YEARS, eligibility
from rsnms.rules.table import decide_frame

DECISION = ("verdict", "ground", "unmet", "unknown")
LABELS = dict(
    zip(
        FACTS,
        (
            "diagnostics_passed is true",
            "trained_in_methodical_support is true",
            "category is highest",
            "education is higher-pedagogical",
            "specialty_experience at_least 5 years",
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to decide every row. Only ``decide`` is timed; ``read`` makes of its result what is compared."""

    name: str
    gives: str
    decide: Callable[[], Any]
    read: Callable[[Any], pl.DataFrame | pl.Series]


FULL = "verdict, ground, unmet, unknown"


def contenders(people: pl.DataFrame) -> Iterator[Contender]:
    """Everybody, the library first; each has the people in its own form already."""
    gate, grounds = eligibility().gate, [(ground.id, ground.when) for ground in eligibility().grounds]
    arrow = people.to_arrow()
    database = duckdb.connect()
    database.execute("create table people as select * from arrow")
    table = database.table("people")

    def ours(frame: Any) -> Any:
        return decide_frame(frame, gate, grounds)

    yield Contender("rsnms on Polars", FULL, lambda: ours(people), _of_polars)
    yield Contender("rsnms on PyArrow", FULL, lambda: ours(arrow), _of_arrow)
    yield Contender("rsnms on DuckDB", FULL, lambda: ours(table).to_arrow_table(), _of_arrow)
    yield Contender("Polars by hand, expressions", FULL, lambda: _polars_expressions(people), _of_polars)
    yield Contender("Polars by hand, looked up by combination", FULL, lambda: _polars_lookup(people), _of_polars)
    yield Contender("DuckDB SQL by hand", FULL, lambda: database.sql(_SQL).to_arrow_table(), _of_arrow)
    system, inputs = _tax_benefit_system(), _openfisca_inputs(people)
    yield Contender("OpenFisca", "yes or no", lambda: _calculate(_simulation(system, len(people)), inputs), pl.Series)
    population = _simulation(system, len(people))
    yield Contender(
        "OpenFisca, population built before", "yes or no", lambda: _calculate(population, inputs), pl.Series
    )


def _of_polars(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(DECISION)


def _of_arrow(table: Any) -> pl.DataFrame:
    return pl.from_arrow(table).select(pl.col(*DECISION).cast(pl.String))


def _polars_tests() -> dict[str, pl.Expr]:
    return {
        "diagnostics_passed": col.diagnostics_passed,
        "trained_in_methodical_support": col.trained_in_methodical_support,
        "category": col.category == "highest",
        "education": col.education == "higher-pedagogical",
        "specialty_experience": col.specialty_experience >= FIVE_YEARS,
    }


def _polars_expressions(people: pl.DataFrame) -> pl.DataFrame:
    """What one writes in Polars: each comparison once, then every column from the answers, in one lazy query."""
    answers = {f"answer_{fact}": test for fact, test in _polars_tests().items()}
    labels = dict(zip(answers, LABELS.values(), strict=True))
    unmet = [when(~col(answer)).then(lit(label)) for answer, label in labels.items()]
    unknown = [when(col(answer).is_null()).then(lit(label)) for answer, label in labels.items()]
    return (
        people.lazy()
        .with_columns(**answers)
        .with_columns(met=pl.all_horizontal(*answers))
        .with_columns(
            verdict=when(col.met).then(lit("eligible"))
            .when(~col.met).then(lit("ineligible"))
            .otherwise(lit("undetermined")),
            ground=when(col.met).then(lit("core")),
            unmet=pl.concat_str(unmet, separator="; ", ignore_nulls=True),
            unknown=pl.concat_str(unknown, separator="; ", ignore_nulls=True),
        )
        .drop("met", *answers)
        .collect()
    )  # fmt: skip


def _polars_lookup(people: pl.DataFrame) -> pl.DataFrame:
    """The same for somebody who knows what is coming: the answers make a number, the number a row of a table of 243."""
    digits = [test.cast(pl.UInt8).fill_null(2) * 3**place for place, test in enumerate(_polars_tests().values())]
    numbers = people.lazy().select(number=reduce(add, digits).cast(pl.UInt32)).collect()["number"]
    return people.hstack(_every_combination()[numbers])


def _every_combination() -> pl.DataFrame:
    rows = []
    for backwards in product((False, True, None), repeat=len(FACTS)):
        answers = backwards[::-1]
        unmet, unknown = (
            [label for label, it in zip(LABELS.values(), answers, strict=True) if it is bad] for bad in (False, None)
        )
        verdict = "ineligible" if unmet else "undetermined" if unknown else "eligible"
        rows.append((verdict, "core" if verdict == "eligible" else None, "; ".join(unmet), "; ".join(unknown)))
    return pl.DataFrame(rows, dict.fromkeys(DECISION, pl.String), orient="row")


_SQL_TESTS = {
    "diagnostics_passed": "diagnostics_passed",
    "trained_in_methodical_support": "trained_in_methodical_support",
    "category": "category = 'highest'",
    "education": "education = 'higher-pedagogical'",
    "specialty_experience": f"specialty_experience >= {FIVE_YEARS}",
}


def _sql() -> str:
    answers = ", ".join(f"{test} as answer_{fact}" for fact, test in _SQL_TESTS.items())
    met = " and ".join(f"answer_{fact}" for fact in FACTS)
    unmet = ", ".join(f"case when not answer_{fact} then '{label}' end" for fact, label in LABELS.items())
    unknown = ", ".join(f"case when answer_{fact} is null then '{label}' end" for fact, label in LABELS.items())
    return f"""
        with answered as (select *, {answers} from people), judged as (select *, {met} as met from answered)
        select {", ".join(FACTS)},
            case when met then 'eligible' when not met then 'ineligible' else 'undetermined' end as verdict,
            case when met then 'core' end as ground,
            concat_ws('; ', {unmet}) as unmet,
            concat_ws('; ', {unknown}) as unknown
        from judged
    """


_SQL = _sql()

_PERIOD = "2024-01"
Category = Enum("Category", CATEGORIES)
Education = Enum("Education", EDUCATIONS)


def _tax_benefit_system() -> CountryTaxBenefitSystem:
    """The country template with the five facts and the eligibility as variables of its persons."""
    common = {"entity": Person, "definition_period": MONTH}

    def choice(values: type[Enum]) -> dict[str, Any]:
        return common | {"value_type": Enum, "possible_values": values, "default_value": next(iter(values))}

    def formula(person: Any, period: Any) -> Any:
        return (
            person("diagnostics_passed", period)
            * person("trained_in_methodical_support", period)
            * (person("category", period) == Category["highest"])
            * (person("education", period) == Education["higher-pedagogical"])
            * (person("specialty_experience", period) >= FIVE_YEARS)
        )

    kinds = {
        "diagnostics_passed": common | {"value_type": bool},
        "trained_in_methodical_support": common | {"value_type": bool},
        "category": choice(Category),
        "education": choice(Education),
        "specialty_experience": common | {"value_type": int},
        "eligible": common | {"value_type": bool, "formula": formula},
    }
    system = CountryTaxBenefitSystem()
    for name, attributes in kinds.items():
        system.add_variable(type(name, (Variable,), attributes | {"label": name, "__module__": __name__}))
    return system


def _openfisca_inputs(people: pl.DataFrame) -> dict[str, np.ndarray]:
    """The columns as arrays; OpenFisca has no unknown, so its defaults stand in their place."""
    known = people.select(cs.boolean().fill_null(False), (~cs.boolean()).to_physical().fill_null(0))
    return {name: known[name].to_numpy() for name in people.columns}


def _simulation(system: CountryTaxBenefitSystem, count: int) -> Simulation:
    return SimulationBuilder().build_default_simulation(system, count=count)


def _calculate(simulation: Simulation, inputs: dict[str, np.ndarray]) -> np.ndarray:
    for name, values in inputs.items():
        simulation.set_input(name, _PERIOD, values)
    simulation.delete_arrays("eligible")
    return simulation.calculate("eligible", _PERIOD)
