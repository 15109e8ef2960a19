"""Reporting mistakes in a file of cases, each at its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rsnms.domain.fact_values import read_date
from rsnms.domain.text import Text
from rsnms.policy.document import Document
from rsnms.policy.forms import Form
from rsnms.policy.problems import Path, nearest
from rsnms.policy_tests.messages import CaseProblem


@dataclass(frozen=True, slots=True)
class Reports:
    """The mistakes found in a document."""

    document: Document

    @property
    def number(self) -> int:
        """How many there are so far."""
        return len(self.document.problems)

    def add(
        self,
        code: str,
        path: Path,
        found: str | Text = "",
        expected: Text | None = None,
        guess: str | None = None,
        *,
        is_key: bool = False,
    ) -> None:
        """Report a mistake at a value, or at the key of a value."""
        place = self.document.key_place(path) if is_key else self.document.place(path)
        self.document.problems.append(CaseProblem(code, place, path, found, expected, guess))

    def unknown(self, code: str, path: Path, found: str, known: Iterable[str], *, is_key: bool = False) -> None:
        """Report a name that is not among the known ones."""
        names = list(known)
        self.add(code, path, found, Text(", ".join(names) or "—"), nearest(found, names), is_key=is_key)

    def check_named(self, code: str, path: Path, found: str, known: Iterable[str]) -> None:
        """Report a name unless it is among the known ones."""
        names = list(known)
        if found not in names:
            self.unknown(code, path, found, names)

    def not_on(self, what: Text, day: date, path: Path) -> None:
        """Report that something does not apply on the day of the test."""
        self.add("not-on-that-day", path, what, Text(f"{day:%d.%m.%Y}", str(day)))

    def assert_something(self, form: Form, path: Path) -> None:
        """Report an expectation in which nothing stands, or only lists that demand nothing."""
        stated = [getattr(form, name) for name in form.model_fields_set]
        demanding = [value for value in stated if value is not None]
        if not demanding or (all(value == [] for value in demanding) and not _EXACT & form.model_fields_set):
            keys = [field.alias or name for name, field in type(form).model_fields.items()]
            self.add("asserts-nothing", path, expected=Text(", ".join(keys)))

    def day(self, text: str, path: Path) -> date | None:
        """Read a day that the form has let pass."""
        day = read_date(text)
        if day is None:
            expected = Text("существующая дата вида 2024-01-31", "an existing date such as 2024-01-31")
            self.add("wrong-value", path, text, expected)
        return day


_EXACT = {"unmet", "unknown", "only", "open"}
"""Lists that say all that there is, so that an empty one demands that there is nothing."""
