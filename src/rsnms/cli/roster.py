"""``rsnms roster``: preparing rosters."""

import typer

app = typer.Typer(help="Prepare rosters: templates and mappings.", no_args_is_help=True)


@app.callback()
def _x() -> None: ...
