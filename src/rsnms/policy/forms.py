"""What forms are made of: strict mappings, and scalars that arrive as text and become what their field asks for."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from rsnms.domain.fact_values import read_date
from rsnms.domain.subject import Modality
from rsnms.domain.text import Text

ID_PATTERN = r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"


class Form(BaseModel):
    """A mapping of a policy file: unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, use_enum_values=False)

    exactly_one: ClassVar[tuple[str, ...]] = ()
    """Keys of which exactly one stands."""
    apart: ClassVar[tuple[str, ...]] = ()
    """Keys of which no two stand together."""
    needs: ClassVar[Mapping[str, str]] = {}
    """Keys that stand only beside another one."""

    @model_validator(mode="after")
    def _keys_suit_each_other(self) -> Self:
        chosen = self._stated(self.exactly_one)
        if self.exactly_one and len(chosen) != 1:
            raise PydanticCustomError("key-count", "{found}", {"found": chosen, "expected": self.exactly_one})
        together = self._stated(self.apart)
        if len(together) > 1:
            raise PydanticCustomError("keys-together", "{found}", {"found": together})
        for key in self._stated(tuple(self.needs)):
            if not self._stated((self.needs[key],)):
                raise PydanticCustomError("needed-key", "{key}", {"key": self.needs[key]})
        return self

    def _stated(self, keys: tuple[str, ...]) -> list[str]:
        return [key for key in keys if getattr(self, key) not in (None, False, [])]

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = handler(schema)
        if cls.exactly_one:
            handler.resolve_ref_schema(written)["oneOf"] = [{"required": [key]} for key in cls.exactly_one]
        if cls.apart:
            handler.resolve_ref_schema(written)["not"] = {"required": list(cls.apart)}
        if cls.needs:
            needed = {key: [other] for key, other in cls.needs.items()}
            handler.resolve_ref_schema(written)["dependentRequired"] = needed
        return written


def refuse(ru: str, en: str) -> PydanticCustomError:
    """A value that a form does not take, and what it expects."""
    return PydanticCustomError("expected", "{en}", {"ru": ru, "en": en})


def _a_date(text: object) -> object:
    if isinstance(text, date):
        return text
    day = read_date(text) if isinstance(text, str) else None
    if day is None:
        raise refuse("существующая дата вида 2024-01-31", "an existing date such as 2024-01-31")
    return day


def _a_boolean(text: object) -> object:
    if isinstance(text, bool):
        return text
    if text not in ("true", "false"):
        raise refuse("true или false", "true or false")
    return text == "true"


def _a_count(text: object) -> object:
    if isinstance(text, int):
        return text
    if not isinstance(text, str) or not re.fullmatch(r"[1-9][0-9]{0,2}", text):
        raise refuse("целое число от 1 до 999", "a whole number from 1 to 999")
    return int(text)


def _an_id(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(ID_PATTERN, text):
        raise refuse(
            "идентификатор из строчных латинских букв, цифр, «-» и «_»",
            "an id of lower-case Latin letters, digits, '-' and '_'",
        )
    return text


def _words(text: object) -> object:
    if not isinstance(text, str) or not text.strip():
        raise refuse("непустой текст", "a text that is not empty")
    return " ".join(text.split())


def _one_value(text: object) -> object:
    if not isinstance(text, str):
        raise refuse(
            "одно значение; несколько бывает у one_of, none_of, any_of и all_of",
            "one value; one_of, none_of, any_of and all_of have several",
        )
    return text


_CountSchema = {"type": ["integer", "string"], "minimum": 1, "maximum": 999, "pattern": "^[1-9][0-9]{0,2}$"}
Day = Annotated[date, BeforeValidator(_a_date), WithJsonSchema({"type": "string", "format": "date"})]
Flag = Annotated[bool, BeforeValidator(_a_boolean), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Count = Annotated[int, BeforeValidator(_a_count), WithJsonSchema(_CountSchema)]
Id = Annotated[str, BeforeValidator(_an_id), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
Words = Annotated[str, BeforeValidator(_words), WithJsonSchema({"type": "string", "minLength": 1})]
Scalar = Annotated[str, BeforeValidator(_one_value), WithJsonSchema({"type": ["string", "number", "boolean"]})]
_one_name_is_a_list = BeforeValidator(lambda names: [names] if isinstance(names, str) else names)


def _names_schema(least: int) -> WithJsonSchema:
    listed = {"type": "array", "items": {"type": "string"}, **({"minItems": least} if least else {})}
    return WithJsonSchema({"anyOf": [{"type": "string"}, listed]})


Names = Annotated[list[str], _one_name_is_a_list, _names_schema(0)]
"""One name or a list of them."""
SomeNames = Annotated[list[str], Field(min_length=1), _one_name_is_a_list, _names_schema(1)]
"""One name or a list of at least one."""
Clause = Annotated[
    Words, WithJsonSchema({"type": ["string", "number"], "description": "Пункт акта, например 3.2.4 или прил. 2, 4.1"})
]


class BilingualForm(Form):
    """A text in Russian, with an English wording where there is one: ``title: …`` or ``title: {ru: …, en: …}``."""

    ru: Words
    en: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text_is_russian(cls, value: object) -> object:
        if isinstance(value, str):
            return {"ru": value}
        if not isinstance(value, dict):
            raise refuse("текст или {ru: …, en: …}", "a text or {ru: …, en: …}")
        return value

    def text(self) -> Text:
        """The domain's text."""
        return Text(self.ru, self.en)


_BilingualSchema = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"ru": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
            "required": ["ru"],
            "additionalProperties": False,
        },
    ]
}
Bilingual = Annotated[BilingualForm, WithJsonSchema(_BilingualSchema)]


class StatedForm(Form):
    """What everything has that an act says."""

    id: Id
    title: Bilingual
    clause: Clause | None = None
    item: Count | None = Field(
        None, description="Место в ненумерованном перечне пункта, с 1 / place in the clause's unnumbered list"
    )
    act: Id | None = Field(None, description="Акт из policy.yaml; по умолчанию первый / defaults to the first act")
    modality: Modality | None = None
    reading: Words | None = Field(None, description="Чтение: что текст акта оставляет открытым / our reading")


class ElementForm(StatedForm):
    """What every element of a section has; one of the parents' is replaced as a whole."""

    needs: ClassVar = {"item": "clause"}

    override: Flag = False
