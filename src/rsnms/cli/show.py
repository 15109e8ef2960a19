"""``rsnms show``: what one policy says on a day."""

import json
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, PoliciesOption, VersionOption, write_out
from rsnms.cli.policies import Format


def show(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    on: VersionOption = None,
    eligibility: Annotated[str | None, typer.Option("--eligibility", help="Only this eligibility, in full.")] = None,
    folders: PoliciesOption = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the output.")] = Format.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Show a policy: its acts, who may become what and on which conditions, its subjects and facts."""
    from rsnms.policy.loading import load_policies
    from rsnms.reports.policies import eligibility_record, policy_record, policy_renderables

    jurisdiction = load_policies(*(folders or []))[policy]
    shown = jurisdiction.on(on) if on else jurisdiction.latest
    if output is Format.JSON:
        chosen = eligibility_record(shown.eligibility(eligibility), lang) if eligibility else policy_record(shown, lang)
        write_out(json.dumps(chosen, ensure_ascii=False, indent=2), None)
        return
    from rich.console import Console

    console = Console()
    for renderable in policy_renderables(shown, eligibility, lang):
        console.print(renderable)
