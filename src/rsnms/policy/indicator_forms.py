"""The form of indicators: what is measured over which population, and the target by date."""

import re
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

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
    per: Annotated[About | None, WithJsonSchema({"enum": ["municipality", "organisation"]})] = None

    @model_validator(mode="after")
    def _per_place(self) -> Self:
        if self.per not in (None, About.MUNICIPALITY, About.ORGANISATION):
            raise refuse("wrong-value", "per: municipality или organisation", "per: municipality or organisation")
        return self


class RatioForm(Form):
    """How many of one population fall to one of another (на одного)."""

    of: PopulationForm
    to: PopulationForm


class StateForm(Form):
    """Something is adopted and in use: documents and obligations of this policy, shown by evidence."""

    documents: Names = Field(default_factory=list)
    obligations: Names = Field(default_factory=list)


_AMOUNT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?) ?(%?)")


def _an_amount(text: object) -> object:
    match = _AMOUNT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise refuse("wrong-value", "число или доля вида 10 %", "a number, or a share such as 10 %")
    return Decimal(match[1]), bool(match[2])


StatedAmount = Annotated[
    tuple[Decimal, bool],
    BeforeValidator(_an_amount),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^[0-9]+(\.[0-9]+)? ?%?$"}),
]
"""A number, and whether it is a percentage."""


def _a_year(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"(19|20|21)[0-9]{2}", text):
        raise refuse("wrong-value", "год вида 2024", "a year such as 2024")
    return int(text)


Year = Annotated[
    int, BeforeValidator(_a_year), WithJsonSchema({"type": ["integer", "string"], "pattern": "^[0-9]{4}$"})
]


class AmountForm(Form):
    """A bound from one side."""

    at_least: StatedAmount | None = None
    at_most: StatedAmount | None = None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if self.at_least is not None and self.at_most is not None:
            raise refuse("wrong-value", "либо at_least, либо at_most", "either at_least or at_most")
        return self


class FloorForm(AmountForm):
    """The amount of a higher level, under which the target may not fall."""

    stated_by: Words | None = Field(None, description="Какой акт её устанавливает / the act that sets it")
    clause: Clause | None = None


class StepForm(AmountForm):
    """An amount by the end of a year."""

    year: Year


class TargetForm(AmountForm):
    """What is to be reached, and by when: exactly one of the four ways to say so."""

    by_end_of: Year | None = Field(None, description="К концу года / by the end of a year")
    by: Day | None = Field(None, description="К дню / by a day")
    every_year_from: Year | None = Field(None, description="Ежегодно, начиная с / in each year from")
    steps: list[StepForm] = Field(default_factory=list, description="По годам / year by year")
    floor: FloorForm | None = Field(None, description="Нижняя граница вышестоящего уровня / a floor from above")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [self.by_end_of, self.by, self.every_year_from, self.steps or None]
        if sum(way is not None for way in ways) != 1:
            raise refuse(
                "wrong-value",
                "ровно одно из by_end_of, by, every_year_from, steps",
                "exactly one of by_end_of, by, every_year_from, steps",
            )
        return self


class IndicatorForm(ElementForm):
    """An indicator of the system: exactly one of ``share``, ``count``, ``ratio`` and ``state``."""

    share: ShareForm | None = None
    count: TallyForm | None = None
    ratio: RatioForm | None = None
    state: StateForm | None = None
    target: TargetForm | None = Field(None, description="Без цели показатель измеряют и показывают / optional")
    unit: Unit | None = Field(None, description="Кого недостаёт: [педагог, педагога, педагогов] / who is missing")
    area: Words | None = Field(None, description="Область показателей в акте / the act's group of indicators")
    within: str | None = Field(None, description="Показатель, частью которого является этот / «в том числе»")

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        measures = [self.share, self.count, self.ratio, self.state]
        if sum(measure is not None for measure in measures) != 1:
            raise refuse(
                "wrong-value", "ровно одно из share, count, ratio, state", "exactly one of share, count, ratio, state"
            )
        return self
