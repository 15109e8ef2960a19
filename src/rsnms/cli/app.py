"""The command ``rsnms``: its commands, and the one place where errors become messages and exit codes."""

import sys
from typing import Annotated

import typer

from rsnms.cli import (
    audit,
    calendar,
    catalogue,
    chart,
    check,
    compare,
    deficits,
    diff,
    eligible,
    evidence,
    explain,
    gaps,
    indicators,
    passport,
    plan,
    policies,
    prove,
    rate,
    roster,
    route,
    schema,
    show,
    test,
    trace,
)
from rsnms.cli.options import BAD_INPUT
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang

app = typer.Typer(
    name="rsnms",
    help="Ask the regulations of scientific and methodical support of educators (РСНМС, МСНМС).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("policies")(policies.policies)
app.command("show")(show.show)
app.command("trace")(trace.trace)
app.command("compare")(compare.compare)
app.command("diff")(diff.diff)
app.command("gaps")(gaps.gaps)
app.command("chart")(chart.chart)
app.command("check")(check.check)
app.command("test")(test.run_tests)
app.command("indicators")(indicators.indicators)
app.command("audit")(audit.audit)
app.command("calendar")(calendar.calendar)
app.command("prove")(prove.prove)
app.command("eligible")(eligible.eligible)
app.command("explain")(explain.explain)
app.command("deficits")(deficits.deficits)
app.command("route")(route.route)
app.command("plan")(plan.plan)
app.command("rate")(rate.rate)
app.command("schema")(schema.schema)
app.add_typer(roster.app, name="roster")
app.add_typer(evidence.app, name="evidence")
app.add_typer(passport.app, name="passport")
app.add_typer(catalogue.app, name="catalogue")


def _version(asked: bool) -> None:
    if asked:
        from rsnms import __version__

        typer.echo(f"rsnms {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Ask the regulations of scientific and methodical support of educators (РСНМС, МСНМС)."""


def main() -> None:
    """Run the command line; a mistake in the input ends in a message and exit code 2, never in a traceback."""
    try:
        app()
    except InputError as error:
        _stop(error.text(_asked_lang()))
    except OSError as error:
        _stop(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))


def _stop(message: str) -> None:
    typer.echo(message, err=True)
    sys.exit(BAD_INPUT)


def _asked_lang() -> Lang:
    """The language asked for, read from the arguments because the command that parsed them has failed."""
    import os

    arguments = sys.argv[1:]
    asked = os.environ.get("RSNMS_LANG", "ru")
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == "--lang":
            asked = following
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return "en" if asked == "en" else "ru"


if __name__ == "__main__":
    main()
