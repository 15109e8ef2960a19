"""Numbers that a fact can have: decimals of at most fifteen digits, between which Z3 would find others.

Nothing lies between 0.1 and its neighbour 0.100000000000001. So every number that a condition names keeps the gaps
beside it empty; then any number that Z3 finds can be rounded without passing what a condition names.
"""

from decimal import Context, Decimal
from typing import Any

from rsnms.domain.fact_values import MAX_DIGITS

_DIGITS = Context(prec=MAX_DIGITS)


def exactly(number: float) -> Decimal:
    """The decimal that a fact's number stands for."""
    return Decimal(repr(number))


def neighbours(number: float) -> tuple[Decimal, Decimal] | None:
    """The nearest numbers below and above; of zero none, because those beside it are as small as one likes."""
    own = exactly(number)
    return (_DIGITS.next_minus(own), _DIGITS.next_plus(own)) if number else None


def moved(number: float, step: int) -> float:
    """A number of a fact near another one."""
    return float(_DIGITS.add(exactly(number), Decimal(step)))


def rounded(found: Any) -> float:
    """The number of a fact that is nearest to one found by Z3."""
    fraction = found.as_fraction()
    return float(_DIGITS.divide(Decimal(fraction.numerator), Decimal(fraction.denominator)))
