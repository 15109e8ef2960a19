"""What no life contradicts, as laws for Z3; :mod:`rsnms.rules.proof.witness` judges known facts by the same."""

from collections.abc import Iterator
from datetime import date
from typing import Any as Anything

from rsnms.domain.fact import Fact, FactType, Grows
from rsnms.domain.lifetime import AGE, BIRTH_DATE, EARLIEST_WORK, WORK_STARTED_ON, beside
from rsnms.rules.proof import days
from rsnms.rules.proof.symbols import Symbols


def laws_of_life(z3: Anything, symbols: Symbols, fact: Fact, on: date) -> Iterator[Anything]:
    """Born by now, no day before the birth, no work before fourteen."""
    birth, age = (symbols.vocabulary.get(beside(fact.name, other)) for other in (BIRTH_DATE, AGE))
    symbol = symbols.of(fact)
    if birth is not None and fact.name == birth.name:
        yield z3.Implies(symbol.known, symbol.value <= days.number(on))
    elif fact.type is FactType.DATE and birth is not None:
        born = symbols.of(birth)
        since = symbol.value >= born.value
        if fact.name == beside(fact.name, WORK_STARTED_ON):
            # Who was born on 29 February is fourteen on the 28th: there is no such day fourteen years later.
            earliest = born.value + EARLIEST_WORK * days.DAY
            since = z3.Or(symbol.value >= earliest, z3.And(symbol.value == earliest - 1, days.is_leap_day(born.value)))
        yield z3.Implies(z3.And(symbol.known, born.known), since)
    elif isinstance(fact.movement, Grows) and age is not None:
        old = symbols.of(age)
        worked = z3.If(old.value > EARLIEST_WORK, old.value - EARLIEST_WORK, 0)
        yield z3.Implies(z3.And(symbol.known, old.known), symbol.value <= worked)
