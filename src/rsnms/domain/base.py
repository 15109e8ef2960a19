"""The base of everything that exists: frozen, strict values that compare by content."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen domain value: no unknown fields, no conversion between types, equality by content.

    Raises:
        pydantic.ValidationError: a field has a wrong type or the value breaks an invariant; the message says which.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True)
