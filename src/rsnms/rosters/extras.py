"""Heavy libraries, loaded where they are used and named in the error where they are missing."""

from importlib import import_module
from typing import Any

from rsnms.rosters.problems import RosterError


def need(module: str, extra: str = "tables") -> Any:
    """Load a library of an extra of ours.

    Raises:
        RosterError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError:
        raise RosterError.of("needs-extra", module=module, extra=extra) from None
