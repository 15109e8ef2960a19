"""``rsnms passport``: an empty passport to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, PoliciesOption, PolicyOption, VersionOption, fail, note

app = typer.Typer(help="Passports: the tables from which indicators are measured.", no_args_is_help=True)


@app.command("template")
def template(
    out: Annotated[Path, typer.Argument(help="The workbook to write, .xlsx.")],
    policy: PolicyOption,
    on: VersionOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Write a workbook with just the tables and columns that a policy's indicators need."""
    from rsnms.monitoring.passport_template import tables_needed, write_passport_template
    from rsnms.policy.loading import load_policies

    if out.suffix.lower() != ".xlsx":
        fail(f"{out}: expected a file that ends in .xlsx")
    jurisdiction = load_policies(*(folders or []))[policy]
    shown = jurisdiction.on(on) if on else jurisdiction.latest
    if not tables_needed(shown):
        said = "показателей в источнике не указано" if lang == "ru" else "the source specifies no indicators"
        fail(f"{policy}: {said}")
    written = write_passport_template(out, shown, lang)
    note(f"{out}: {', '.join(kind.title.in_(lang) for kind in written)}")
