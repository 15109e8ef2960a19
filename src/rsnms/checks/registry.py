"""The checks there are, in the order of their codes: every module of a family package that names a ``CHECK``."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rsnms.checks.check import Check

FAMILIES = ("conditions", "names", "time", "sources")
"""Packages of :mod:`rsnms.checks` that hold checks, by the hundred of their codes."""


@cache
def checks() -> tuple[Check, ...]:
    """Every check, by code."""
    found = []
    for family in FAMILIES:
        package = import_module(f"rsnms.checks.{family}")
        for module in iter_modules(package.__path__):
            check = getattr(import_module(f"{package.__name__}.{module.name}"), "CHECK", None)
            found += [check] if isinstance(check, Check) else []
    return tuple(sorted(found, key=lambda check: check.code))


@cache
def by_code() -> dict[str, Check]:
    """The checks by code."""
    return {check.code: check for check in checks()}
