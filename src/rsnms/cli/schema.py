"""``rsnms schema``: the JSON Schema of policy files, for editors."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from rsnms.cli.options import OutOption, write_out


class Kind(StrEnum):
    """Which files a schema describes."""

    SECTIONS = "sections"
    IDENTITY = "identity"


def schema(
    kind: Annotated[
        Kind, typer.Option("--kind", help="identity for policy.yaml, sections for all other files.")
    ] = Kind.SECTIONS,
    out: OutOption = None,
) -> None:
    """Print the JSON Schema of the policy language."""
    from rsnms.policy.syntax import json_schema

    write_out(
        json.dumps(json_schema("identity" if kind is Kind.IDENTITY else "sections"), ensure_ascii=False, indent=2), out
    )
