"""The form of conditions in policy files."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from rsnms.policy.forms import Bilingual, Clause, Count, Form, Scalar


class ComparisonForm(Form):
    """A fact compared with a value, by exactly one operator."""

    fact: str = Field(description="Имя факта / name of the fact")
    is_: Scalar | None = Field(None, alias="is", description="равно / equals")
    is_not: Scalar | None = Field(None, description="не равно / differs from")
    one_of: list[Scalar] | None = Field(None, description="одно из значений / one of the values")
    at_least: Scalar | None = Field(None, description="не менее / at least")
    at_most: Scalar | None = Field(None, description="не более / at most")
    more_than: Scalar | None = Field(None, description="более / more than")
    less_than: Scalar | None = Field(None, description="менее / less than")
    between: list[Scalar] | None = Field(None, description="от и до включительно / from and to, both included")
    any_of: list[Scalar] | None = Field(None, description="множество содержит хотя бы одно / the set has any of")
    all_of: list[Scalar] | None = Field(None, description="множество содержит все / the set has all of")
    none_of: list[Scalar] | None = Field(None, description="ни одно из значений / none of the values")
    known: Scalar | None = Field(None, description="факт известен / the fact is known")
    clause: Clause | None = None


class AllForm(Form):
    """Every part is met."""

    all: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class AnyForm(Form):
    """At least one part is met."""

    any: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class NotForm(Form):
    """The part is unmet."""

    not_: "ConditionForm" = Field(alias="not")
    title: Bilingual | None = None
    clause: Clause | None = None


class CountForm(Form):
    """At least so many of the parts are met: ``{at_least: 2, of: [...]}``."""

    at_least: Count
    of: list["ConditionForm"] = Field(min_length=1)
    title: Bilingual | None = None
    clause: Clause | None = None


class UseForm(Form):
    """A named criterion; a clause here stands for its comparisons that name none."""

    use: str
    clause: Clause | None = None


CONDITION_KEYS = ("fact", "use", "all", "any", "not", "of")
"""A condition has exactly one of these keys."""


def _kind_of_condition(value: object) -> str | None:
    kinds = [key for key in CONDITION_KEYS if key in value] if isinstance(value, dict) else []
    return f"<{kinds[0]}>" if len(kinds) == 1 else None


ConditionForm = Annotated[
    Annotated[ComparisonForm, Tag("<fact>")]
    | Annotated[UseForm, Tag("<use>")]
    | Annotated[AllForm, Tag("<all>")]
    | Annotated[AnyForm, Tag("<any>")]
    | Annotated[NotForm, Tag("<not>")]
    | Annotated[CountForm, Tag("<of>")],
    Discriminator(_kind_of_condition),
]

for _form in (AllForm, AnyForm, NotForm, CountForm):
    _form.model_rebuild()
