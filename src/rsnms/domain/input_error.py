"""The base of mistakes in what somebody gave us: files, names, days."""

from abc import abstractmethod

from rsnms.domain.text import Lang


class InputError(Exception):
    """A mistake in the input, told in words to the person who can mend it; never a fault of the program."""

    @abstractmethod
    def text(self, lang: Lang = "ru") -> str:
        """What is wrong, where, and how to mend it."""
