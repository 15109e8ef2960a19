"""``rsnms evidence``: preparing the table of evidence from which duties are checked."""

from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import LangOption, PoliciesOption, PolicyOption, VersionOption, note

app = typer.Typer(help="Prepare evidence: a template to fill in.", no_args_is_help=True)

MunicipalitiesOption = Annotated[
    str | None,
    typer.Option(
        "--municipalities",
        metavar='FILE|"A; B"',
        help="The municipalities that are checked one by one: a table or text file, or the names themselves.",
    ),
]
OrganisationsOption = Annotated[
    str | None,
    typer.Option("--organisations", metavar='FILE|"A; B"', help="The organisations that are checked one by one."),
]


def names_of(stated: str | None) -> tuple[str, ...]:
    """The places that an option names; none where it is not given."""
    from rsnms.monitoring.places import read_places

    return read_places(stated) if stated is not None else ()


@app.command("template")
def template(
    out: Annotated[Path, typer.Argument(help="The workbook to write, .xlsx.")],
    policy: PolicyOption,
    on: VersionOption = None,
    municipalities: MunicipalitiesOption = None,
    organisations: OrganisationsOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Write a workbook for evidence, with lists of what a policy asks for and a guide to it."""
    from rsnms.monitoring.duties import duties
    from rsnms.monitoring.evidence_template import write_evidence_template
    from rsnms.policy.loading import load_policies
    from rsnms.reports.audit import DUTIES
    from rsnms.rules.wording import count_words

    jurisdiction = load_policies(*(folders or []))[policy]
    asked = jurisdiction.on(on) if on else jurisdiction.latest
    names = {"municipalities": names_of(municipalities), "organisations": names_of(organisations)}
    write_evidence_template(out, asked, lang, **names)
    note(f"{out}: {count_words(len(duties(asked)), DUTIES, lang)}")
