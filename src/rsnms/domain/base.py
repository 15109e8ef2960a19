"""The base of everything that exists: frozen, strict values that compare by content."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen domain value: no unknown fields, no conversion between types, equality by content.

    Raises:
        pydantic.ValidationError: a field has a wrong type or the value breaks an invariant; the message says which.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True)

    def _facts(self, prefix: str, *attributes: str) -> dict[str, Any]:
        """The known among some attributes, as facts whose names begin with a prefix."""
        stated = {f"{prefix}_{name}": getattr(self, name) for name in attributes}
        return {name: value for name, value in stated.items() if value is not None}
