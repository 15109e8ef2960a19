"""``rsnms show``: what one policy says on a day."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rsnms.cli.options import LangOption, PoliciesOption, VersionOption, note, show_listing, write_out
from rsnms.domain.text import Lang
from rsnms.reports.listing import ListFormat

if TYPE_CHECKING:
    from rsnms.policy.model import Policy


def show(
    policy: Annotated[str, typer.Argument(help="The policy, such as ru/volgograd.")],
    on: VersionOption = None,
    eligibility: Annotated[str | None, typer.Option("--eligibility", help="Only this eligibility, in full.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only elements of a kind, such as function.")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="Only what names a subject, such as cnppm.")] = None,
    level: Annotated[str | None, typer.Option("--level", help="Only a level, such as municipal.")] = None,
    clause: Annotated[str | None, typer.Option("--clause", help="Only a clause and those below it.")] = None,
    activity: Annotated[str | None, typer.Option("--activity", help="Only an activity, such as mentoring.")] = None,
    modality: Annotated[str | None, typer.Option("--modality", help="Only a modality, such as must.")] = None,
    own: Annotated[bool, typer.Option("--own", help="Only what the policy itself states, not its parents.")] = False,
    folders: PoliciesOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help="Format of the output.")] = ListFormat.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Show a policy: its acts, who may become what and on which conditions, its subjects and facts.

    With a filter, the elements that it leaves, each with its clause.
    """
    from rsnms.policy.loading import load_policies

    jurisdiction = load_policies(*(folders or []))[policy]
    shown = jurisdiction.on(on) if on else jurisdiction.latest
    asked: dict[str, Any] = {"kind": kind, "subject": subject, "level": level, "clause": clause}
    asked |= {"activity": activity, "modality": modality, "own": own or None}
    asked = {name: value for name, value in asked.items() if value is not None}
    if eligibility is not None and asked:
        raise typer.BadParameter(f"--eligibility shows one eligibility in full, without --{next(iter(asked))}")
    if asked or output in (ListFormat.CSV, ListFormat.MD):
        _elements(shown, eligibility, asked, output, lang)
    else:
        _whole(shown, eligibility, output, lang)


def _elements(policy: "Policy", eligibility: str | None, asked: dict[str, Any], output: ListFormat, lang: Lang) -> None:
    from rsnms.reports.records import for_readers, nothing_found, records_listing, records_table
    from rsnms.survey.records import records

    found = records(policy, **asked)
    if eligibility is not None:
        chosen = policy.eligibility(eligibility).id
        found = tuple(one for one in found if chosen == {"eligibility": one.id, "ground": one.within}.get(one.kind))
    if not found:
        note(nothing_found(policy, asked.get("clause"), lang))
    if output is not ListFormat.TABLE:
        listing = records_listing(found, policy, lang)
        show_listing(for_readers(listing) if output is ListFormat.MD else listing, output)
    elif found:
        from rich.console import Console

        Console().print(records_table(found, policy, lang))


def _whole(policy: "Policy", eligibility: str | None, output: ListFormat, lang: Lang) -> None:
    from rsnms.reports.policies import eligibility_record, policy_record, policy_renderables

    if output is ListFormat.JSON:
        chosen = (
            eligibility_record(policy.eligibility(eligibility), lang) if eligibility else policy_record(policy, lang)
        )
        write_out(json.dumps(chosen, ensure_ascii=False, indent=2), None)
        return
    from rich.console import Console

    console = Console()
    for renderable in policy_renderables(policy, eligibility, lang):
        console.print(renderable)
