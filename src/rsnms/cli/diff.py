"""``rsnms diff``: what a change of policies does to their texts and to people."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    AsOfOption,
    LangOption,
    OutOption,
    PoliciesOption,
    a_day,
    fail,
    note,
    show_listing,
    today,
    write_out,
)
from rsnms.cli.people import IdColumnOption, MappingOption, SheetOption, report
from rsnms.domain.text import Lang

if TYPE_CHECKING:
    from rsnms.changes.affected import Effects
    from rsnms.changes.diff import Diff


class Format(StrEnum):
    """Formats of a difference; the last two are those of the people of a roster."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"
    XLSX = "xlsx"


_OF_ROSTER = (Format.CSV, Format.XLSX)
SideArgument = "a folder, REV:PATH of git (HEAD~1:policies) or POLICY@DATE (ru/volgograd@2024-01-31)"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"What was: {SideArgument}.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What is now, likewise.")],
    policy: Annotated[
        list[str] | None, typer.Option("--policy", "-p", metavar="ID", help="Only this policy; repeatable.")
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            parser=a_day,
            metavar="DATE",
            help="The day on which people are judged by both; today by default, or the first day of the new version.",
        ),
    ] = None,
    no_new: Annotated[
        bool, typer.Option("--no-new-eligibility", help="Exit with 1 if anybody may be newly admitted.")
    ] = False,
    no_lost: Annotated[
        bool, typer.Option("--no-lost-eligibility", help="Exit with 1 if anybody may be no longer admitted.")
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything differs.")] = False,
    roster: Annotated[
        Path | None, typer.Option("--roster", metavar="FILE", help="Also say who of this roster is affected.")
    ] = None,
    output: Annotated[Format, typer.Option("--format", help="Format; csv and xlsx list the roster.")] = Format.TABLE,
    out: OutOption = None,
    as_of: AsOfOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = None,
    id_column: IdColumnOption = None,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Compare policies: what changed in the text, and whom it admits, refuses or moves to another ground, with proof.

    Like git diff it exits with 0 also when something differs, unless a gate or --exit-code is given.
    """
    from rsnms.changes.diff import diff as compare
    from rsnms.changes.outcomes import Effect
    from rsnms.changes.sources import read_sides
    from rsnms.reports.changes.outline import summary

    if output in _OF_ROSTER and roster is None:
        fail(f"--format {output} needs --roster FILE")
    if output is Format.XLSX and out is None:
        fail("--format xlsx needs --out FILE")
    found = compare(*read_sides(old, new, folders or []), today(), on, policy or ())
    effects = None
    if roster is not None:
        effects = _effects(found, roster, as_of, mapping, sheet, id_column, lang)
    _write(found, effects, output, out, lang)
    note(summary(found, lang))
    if found.left_out:
        note(_left_out_words(found, lang))
    if effects is not None:
        from rsnms.reports.changes.affected import affected_summary

        note(affected_summary(effects, lang))
    gates = [(no_new, Effect.ADMITTED), (no_lost, Effect.LOST)]
    closed = [effect for asked, effect in gates if asked and found.may_be(effect)]
    for effect in closed:
        note(_gate_words(effect, lang))
    if closed or (exit_code and found.jurisdictions):
        raise typer.Exit(FINDINGS)


def _effects(
    found: "Diff",
    roster: Path,
    as_of: date | None,
    mapping: Path | None,
    sheet: str | None,
    id_column: str | None,
    lang: Lang,
) -> "Effects":
    from rsnms.changes.affected import concerned, effects, vocabulary
    from rsnms.rosters.roster import read_roster

    policies = list(dict.fromkeys(one.versions.id for one, _ in concerned(found)))
    if len(policies) > 1:
        fail(_which_policy(policies, lang))
    facts = vocabulary(found, policies)
    read = read_roster(roster, facts, mapping=mapping, sheet=sheet, id_column=id_column, as_of=as_of)
    report(read, lang)
    return effects(found, read, as_of)


def _which_policy(policies: list[str], lang: Lang) -> str:
    listed = ", ".join(policies)
    if lang == "en":
        return f"A roster is judged by one policy, and several change: {listed}. Name one with --policy."
    return f"Список проверяется по одной политике, а меняется несколько: {listed}. Назовите одну: --policy."


def _write(found: "Diff", effects: "Effects | None", output: Format, out: Path | None, lang: Lang) -> None:
    from rsnms.reports.changes.affected import affected_brief, affected_listing, affected_text
    from rsnms.reports.changes.outline import outline_markdown, outline_text
    from rsnms.reports.changes.records import diff_json
    from rsnms.reports.listing import ListFormat

    match output:
        case Format.JSON:
            write_out(diff_json(found, effects, lang), out)
        case Format.CSV if effects is not None:
            write_out(affected_listing(effects, lang).csv(), out)
        case Format.XLSX if effects is not None and out is not None:
            affected_listing(effects, lang).write_xlsx(out, f"{found.old.asked} → {found.new.asked}")
        case Format.MARKDOWN:
            people = f"\n{affected_brief(effects, lang).markdown()}" if effects and effects.affected else ""
            write_out(outline_markdown(found, lang) + people, out)
        case Format.TABLE:
            text = outline_text(found, lang)
            if out is not None:
                people = affected_text(effects, lang) if effects else ""
                out.write_text(text + people, encoding="utf-8")
                return
            typer.echo(text, nl=False)
            if effects is not None:
                show_listing(affected_brief(effects, lang), ListFormat.TABLE)


def _left_out_words(found: "Diff", lang: Lang) -> str:
    """Which versions the chosen day leaves out: a gate says nothing of them."""
    versions = ", ".join(f"{one.id} ({one.since:%d.%m.%Y})" for one in found.left_out if one.since)
    if lang == "en":
        return f"Not compared, because they come into force after the day of --on: {versions}"
    return f"Не сравнивались, потому что вступают в силу после дня --on: {versions}"


def _gate_words(effect: object, lang: Lang) -> str:
    gate = "--no-new-eligibility" if effect == "admitted" else "--no-lost-eligibility"
    if lang == "en":
        who = (
            "somebody is newly admitted, or this is not excluded"
            if effect == "admitted"
            else ("somebody is no longer admitted, or this is not excluded")
        )
        return f"{gate}: {who}"
    who = (
        "есть те, кто теперь подходит, или это не исключено"
        if effect == "admitted"
        else ("есть те, кто больше не подходит, или это не исключено")
    )
    return f"{gate}: {who}"
