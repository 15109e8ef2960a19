"""Heavy libraries, loaded where they are used and named in the error where they are missing."""

from importlib import import_module
from typing import Any

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text

_MISSING = Text(
    'Для этого нужна библиотека {module}. Установите её: pip install "rsnms[{extra}]"',
    'This needs the library {module}. Install it: pip install "rsnms[{extra}]"',
)


class LibraryMissingError(InputError):
    """A library of an extra of ours is not installed."""

    def __init__(self, module: str, extra: str) -> None:
        self.module, self.extra = module, extra
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """Which library is missing, and how to install it."""
        return _MISSING.in_(lang).format(module=self.module, extra=self.extra)


def need(module: str, extra: str = "tables") -> Any:
    """Load a library of an extra of ours.

    Raises:
        LibraryMissingError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError:
        raise LibraryMissingError(module, extra) from None
