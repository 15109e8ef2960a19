"""The checks there are, in the order of their codes: every module of a family package that names a ``CHECK``."""

import re
from collections.abc import Collection
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rsnms.checks.check import Check
from rsnms.domain.text import Text
from rsnms.policy.model import UnknownNameError

FAMILIES = ("conditions", "names", "time", "sources", "suppressing")
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


def by_code() -> dict[str, Check]:
    """The checks by code."""
    return {check.code: check for check in checks()}


def named(word: str) -> Check:
    """The check with a code or a name.

    Raises:
        UnknownNameError: there is none; the message names the nearest.
    """
    by_word = by_code() | {check.name: check for check in checks()}
    if word not in by_word:
        raise UnknownNameError(CHECK, word, by_word)
    return by_word[word]


def chosen(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Check, ...]:
    """The checks to run: those selected by code, name or family (``RS1``), all if none is, without those to be ignored.

    Raises:
        UnknownNameError: a word is no code, no name and no family of checks.
    """
    selected = [check for word in select for check in _meant(word)] or checks()
    ignored = [check for word in ignore for check in _meant(word)]
    return tuple(check for check in checks() if check in selected and check not in ignored)


def _meant(word: str) -> tuple[Check, ...]:
    """The checks of a family, or the one with a code or a name."""
    family = tuple(check for check in checks() if re.fullmatch(r"RS\d", word) and check.code.startswith(word))
    return family or (named(word),)


CHECK = Text("проверки", "check")
