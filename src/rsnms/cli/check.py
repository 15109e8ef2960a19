"""``rsnms check``: are the policy files sound."""

import json
from pathlib import Path
from typing import Annotated

import typer

from rsnms.cli.options import FINDINGS, LangOption, PoliciesOption, note, write_out
from rsnms.cli.policies import Format


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Policy folders or files; the packaged by default.")
    ] = None,
    folders: PoliciesOption = None,
    output: Annotated[Format, typer.Option("--format", help="Format of the output.")] = Format.TABLE,
    lang: LangOption = "ru",
) -> None:
    """Check policy folders, one's own over the packaged ones. Exit code 1 when something is wrong."""
    from rsnms.policy.loading import packaged_policies, read_policies, root_of

    roots = dict.fromkeys([packaged_policies(), *(folders or []), *map(root_of, paths or [])])
    tree, problems = read_policies(*roots)
    if output is Format.JSON:
        records = [problem.as_record(lang) for problem in problems]
        write_out(json.dumps({"policies": list(tree), "problems": records}, ensure_ascii=False, indent=2), None)
    else:
        for problem in problems:
            typer.echo(problem.line(lang))
        note(_summary(len(tree), len(problems), lang))
    if problems:
        raise typer.Exit(FINDINGS)


def _summary(sound: int, wrong: int, lang: str) -> str:
    from rsnms.rules.wording import ERRORS, count_words

    if wrong:
        return count_words(wrong, ERRORS, "en" if lang == "en" else "ru")
    return f"Policies in order: {sound}" if lang == "en" else f"Политики в порядке: {sound}"
