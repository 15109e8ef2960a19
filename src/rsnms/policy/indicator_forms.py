"""The form of indicators: what is measured over which population, and the target by date."""

import re
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from rsnms.domain.fact import About
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.fact_forms import Unit
from rsnms.policy.forms import Clause, Day, ElementForm, Form, Names, Words, refuse


class PopulationForm(Form):
    """Those whom a condition picks out of everybody of a kind."""

    about: About = About.PERSON
    where: ConditionForm | None = Field(None, description="Кто считается; без условия все / who counts")


class ShareForm(Form):
    """How large a part of a population meets a condition (доля)."""

    about: About = About.PERSON
    of: ConditionForm | None = Field(None, description="Знаменатель; без условия все / the denominator")
    where: ConditionForm = Field(description="Числитель / the numerator")


class TallyForm(Form):
    """How many meet a condition (количество); with ``per`` in each municipality."""

    about: About = About.PERSON
    where: ConditionForm | None = None
    per: Literal[About.MUNICIPALITY, About.ORGANISATION] | None = Field(
        None, description="В каждом муниципалитете или в каждой организации / in each place"
    )


class RatioForm(Form):
    """How many of one population fall to one of another (на одного)."""

    of: PopulationForm
    to: PopulationForm


class StateForm(Form):
    """Something is adopted and in use, as evidence shows of documents and obligations, else of the indicator."""

    documents: Names = Field(default_factory=list)
    obligations: Names = Field(default_factory=list)


_AMOUNT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)[ \u00a0\u202f]?(%?)")
"""A no-break space before the sign comes with texts that are copied from elsewhere."""


def _an_amount(text: object) -> object:
    match = _AMOUNT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise refuse(
            "число, например 250, или доля, например 10 %; дробная часть — через точку",
            "a number such as 250, or a share such as 10 %, with a decimal point",
        )
    return Decimal(match[1]), bool(match[2])


StatedAmount = Annotated[
    tuple[Decimal, bool],
    BeforeValidator(_an_amount),
    WithJsonSchema({"type": ["string", "number"], "minimum": 0, "pattern": f"^{_AMOUNT.pattern}$"}),
]
"""A number, and whether it is a percentage."""


def _a_year(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(_YEAR, text):
        raise refuse("год четырьмя цифрами, например 2024", "a year of four digits such as 2024")
    return int(text)


_YEAR = "(19|20|21)[0-9]{2}"
_YearSchema = {"type": ["integer", "string"], "minimum": 1900, "maximum": 2199, "pattern": f"^{_YEAR}$"}
Year = Annotated[int, BeforeValidator(_a_year), WithJsonSchema(_YearSchema)]


class AmountForm(Form):
    """A bound from one side."""

    apart: ClassVar = ("at_least", "at_most")

    at_least: StatedAmount | None = None
    at_most: StatedAmount | None = None


class StatedAmountForm(AmountForm):
    """A bound that has to be stated."""

    exactly_one: ClassVar = ("at_least", "at_most")


class FloorForm(StatedAmountForm):
    """The amount of a higher level, under which the target may not fall."""

    stated_by: Words | None = Field(None, description="Какой акт её устанавливает / the act that sets it")
    clause: Clause | None = None


class StepForm(StatedAmountForm):
    """An amount by the end of a year."""

    year: Year


class TargetForm(AmountForm):
    """What is to be reached, and by when: exactly one of the four ways to say so."""

    exactly_one: ClassVar = ("by_end_of", "by", "every_year_from", "steps")

    by_end_of: Year | None = Field(None, description="К концу года / by the end of a year")
    by: Day | None = Field(None, description="К дню / by a day")
    every_year_from: Year | None = Field(None, description="Ежегодно, начиная с / in each year from")
    until_year: Year | None = Field(None, description="Последний год ежегодной цели / last year of a yearly target")
    steps: list[StepForm] = Field(default_factory=list, min_length=1, description="По годам / year by year")
    floor: FloorForm | None = Field(None, description="Нижняя граница вышестоящего уровня / a floor from above")


class IndicatorForm(ElementForm):
    """An indicator of the system: exactly one of ``share``, ``count``, ``ratio`` and ``state``."""

    exactly_one: ClassVar = ("share", "count", "ratio", "state")

    share: ShareForm | None = None
    count: TallyForm | None = None
    ratio: RatioForm | None = None
    state: StateForm | None = None
    target: TargetForm | None = Field(None, description="Без цели показатель измеряют и показывают / optional")
    unit: Unit | None = Field(None, description="Кого недостаёт: [педагог, педагога, педагогов] / who is missing")
    area: Words | None = Field(None, description="Область показателей в акте / the act's group of indicators")
    within: str | None = Field(None, description="Показатель, частью которого является этот / «в том числе»")
