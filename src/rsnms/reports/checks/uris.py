"""Files as other tools name them: relative to the folder in which the command runs, where they stand below it."""

import os
from pathlib import Path
from urllib.parse import quote


def relative_path(file: str) -> str:
    """The path with "/", relative to the working folder where the file stands below it, else absolute."""
    here = Path.cwd()
    path = Path(os.path.normpath(here / file))
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def uri(file: str) -> str:
    """The URI reference of a file, percent-encoded; ``file:`` for one that stands elsewhere."""
    path = relative_path(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
