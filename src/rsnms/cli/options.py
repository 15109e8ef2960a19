"""Options that several commands share, and what they stand for."""

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from rsnms.domain.fact_values import read_date
from rsnms.domain.text import Lang

if TYPE_CHECKING:
    from rsnms.reports.listing import ListFormat, Listing

OK, FINDINGS, BAD_INPUT = 0, 1, 2
"""Exit codes."""


def fail(message: str) -> NoReturn:
    """Say what is wrong with the input or the call, on standard error, and leave with exit code 2."""
    typer.echo(message, err=True)
    raise typer.Exit(BAD_INPUT)


def note(message: str) -> None:
    """Say something beside the result, on standard error."""
    typer.echo(message, err=True)


def a_day(text: str) -> date:
    """Read a day of the command line, ``2024-01-31`` or ``31.01.2024``."""
    parts = text.split(".")
    day = read_date("-".join(reversed(parts)) if len(parts) == 3 else text)
    if day is None:
        raise typer.BadParameter(f"'{text}' is no existing date; expected 2024-01-31 or 31.01.2024")
    return day


def today() -> date:
    """The day on which a question is asked if none is named."""
    return date.today()  # noqa: DTZ011 - the calendar day where the user is


def _a_lang(text: str) -> Lang:
    if text not in ("ru", "en"):
        raise typer.BadParameter(f"'{text}' is no language; expected ru or en")
    return "en" if text == "en" else "ru"


LangOption = Annotated[
    Lang,
    typer.Option("--lang", parser=_a_lang, metavar="ru|en", envvar="RSNMS_LANG", help="Language of texts for people."),
]
PoliciesOption = Annotated[
    list[Path] | None,
    typer.Option("--policies", metavar="DIR", help="A folder tree of one's own policies, laid over the packaged ones."),
]
PolicyOption = Annotated[str, typer.Option("--policy", "-p", metavar="ID", help="The policy, such as ru/volgograd.")]
OnOption = Annotated[
    date | None,
    typer.Option("--on", parser=a_day, metavar="DATE", help="The day asked about; today by default."),
]
VersionOption = Annotated[
    date | None,
    typer.Option("--on", parser=a_day, metavar="DATE", help="The day asked about; the latest version by default."),
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=a_day, metavar="DATE", help="The day for which the roster's figures hold; --on by default."
    ),
]
OutOption = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the result to a file.")]


def write_out(text: str, out: Path | None) -> None:
    """Write a machine format to a file, or to standard output."""
    if out is None:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    else:
        out.write_text(text, encoding="utf-8")


def is_terminal() -> bool:
    """Whether progress and colours have somebody to look at them."""
    return sys.stderr.isatty() and "CI" not in os.environ


def write_pieces(pieces: Iterable[str], out: Path | None) -> None:
    """Write a long machine format piece by piece."""
    if out is None:
        sys.stdout.writelines(pieces)
    else:
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)


def show_listing(listing: "Listing", form: "ListFormat", out: Path | None = None) -> None:
    """Print a list as a table for the terminal (an empty one is not drawn), or write it in another format."""
    from rsnms.reports.listing import ListFormat

    if form is not ListFormat.TABLE:
        write_out(listing.text(form), out)
        return
    from rich.console import Console

    if out is None and not listing.rows:
        return
    if out is None:
        Console().print(listing.table())
    else:
        with out.open("w", encoding="utf-8") as file:
            Console(file=file, width=200).print(listing.table())
