"""``rsnms policies``: what is there to be asked."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, PoliciesOption, write_out


class Format(StrEnum):
    """Formats of a list."""

    TABLE = "table"
    JSON = "json"


def policies(
    folders: PoliciesOption = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the output.")] = Format.TABLE,
    lang: LangOption = "ru",
) -> None:
    """List the policies, their level, and since when they are in force."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.policies import policies_list, policy_summary

    tree = load_policies(*(folders or []))
    if output is Format.JSON:
        records = [policy_summary(jurisdiction, lang) for jurisdiction in tree.values()]
        write_out(json.dumps(records, ensure_ascii=False, indent=2), None)
    else:
        for line in policies_list(tree, lang):
            typer.echo(line)
