"""``rsnms prove``: properties of policies, proven or refuted by somebody who shows it."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    LangOption,
    OnOption,
    PoliciesOption,
    fail,
    note,
    show_listing,
    today,
    write_out,
)
from rsnms.domain.text import Lang


class Format(StrEnum):
    """Formats of proofs; ``csv`` and ``md`` only of ``--pairs``, ``junit`` only of statements."""

    TABLE = "table"
    JSON = "json"
    JUNIT = "junit"
    CSV = "csv"
    MD = "md"


def prove(
    policy: Annotated[
        str | None, typer.Argument(metavar="[POLICY]", help="The policy meant where a statement names none.")
    ] = None,
    statements: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STATEMENT]...", help="Such as 'regional-methodical-active possible'."),
    ] = None,
    file: Annotated[
        list[Path] | None, typer.Option("--file", metavar="FILE", help="A file of properties (properties: [...]).")
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option("--pairs", metavar="ELIGIBILITY", help="Relate every two policies that have it, each version."),
    ] = None,
    on: OnOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Proven only if it holds of those too of whom facts are missing.")
    ] = False,
    output: Annotated[Format, typer.Option("--format", help="Format of the output.")] = Format.TABLE,
    folders: PoliciesOption = None,
    lang: LangOption = "ru",
) -> None:
    """Prove properties of policies, or show somebody who refutes them.

    A implies B, A equivalent B, A disjoint B, A possible, A always, A monotone in FACT, A falling in FACT.

    Exit code 1 when a property is not proven (or, in a file, is not as expected).
    """
    if pairs is not None:
        if policy or statements or file or strict or output is Format.JUNIT:
            fail(_PAIRS_ALONE[lang])
        _relate(pairs, on, folders or [], output, lang)
        return
    if output in (Format.CSV, Format.MD):
        fail(_ONLY_PAIRS[lang])
    if not file and not (policy and statements):
        fail(_NOTHING_TO_PROVE[lang])
    _prove(policy, statements or [], file or [], on, strict, output, folders or [], lang)


_PAIRS_ALONE = {
    "ru": "--pairs сопоставляет все политики сразу: без политики, утверждений, --file, --strict и --format junit.",
    "en": "--pairs relates all policies at once: without a policy, statements, --file, --strict and --format junit.",
}
_ONLY_PAIRS = {
    "ru": "Форматы csv и md есть только у --pairs; у утверждений — table, json и junit.",
    "en": "The formats csv and md are those of --pairs; statements have table, json and junit.",
}
_NOTHING_TO_PROVE = {
    "ru": "Нечего доказывать: назовите политику и утверждения, файл (--file) или право на включение (--pairs).",
    "en": "Nothing to prove: name a policy and statements, a file (--file) or an eligibility (--pairs).",
}


def _prove(
    policy: str | None,
    statements: list[str],
    files: list[Path],
    on: date | None,
    strict: bool,
    output: Format,
    folders: list[Path],
    lang: Lang,
) -> None:
    from rsnms.policy.loading import load_policies
    from rsnms.reports.proofs import Checked, proof_text, proofs_json, proofs_junit, summary
    from rsnms.rules.proof.properties import bind_all, read_properties
    from rsnms.rules.proof.proving import Proving

    tree, day = load_policies(*folders), today()
    expected = bind_all(statements, tree, policy, on or day) if policy and statements else []
    for path in files:
        expected += read_properties(path, tree, policy=policy, on=on, today=day)
    proving = Proving()
    checked = [Checked(one, proving.prove(one.property), strict) for one in expected]
    match output:
        case Format.JSON:
            write_out(proofs_json(checked, lang), None)
        case Format.JUNIT:
            write_out(proofs_junit(checked, policy or "rsnms", lang), None)
        case _:
            for one in checked:
                typer.echo(proof_text(one, lang))
            if len(checked) > 1:
                note(summary(checked, lang))
    if not all(one.is_as_expected for one in checked):
        raise typer.Exit(FINDINGS)


def _relate(eligibility: str, on: date | None, folders: list[Path], output: Format, lang: Lang) -> None:
    from rsnms.policy.loading import load_policies
    from rsnms.reports.listing import ListFormat
    from rsnms.reports.proofs import relations_listing
    from rsnms.rules.proof.relations import relate_versions

    found = relate_versions(load_policies(*folders), eligibility, on or today())
    show_listing(relations_listing(found, lang), ListFormat(output.value))
