"""Files of properties: what a repository of policies keeps proven, with the outcome that each is expected to have."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.document import Document
from rsnms.policy.forms import Day, Form, Words
from rsnms.policy.model import PolicyTree
from rsnms.policy.problems import Place, PolicyError, Problem
from rsnms.policy.reader import read_document
from rsnms.policy.validation import validate
from rsnms.rules.proof.proving import Outcome, Property, bind
from rsnms.rules.proof.statement import StatementError


class PropertyForm(Form):
    """One property."""

    name: Words
    statement: Words
    expect: Literal[Outcome.PROVEN, Outcome.REFUTED] = Outcome.PROVEN


class PropertiesForm(Form):
    """A file of properties."""

    policy: Words | None = None
    on: Day | None = None
    properties: list[PropertyForm] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Expected:
    """A property, its name, and what is expected of it."""

    property: Property
    name: str | None = None
    outcome: Outcome = Outcome.PROVEN


class PropertiesError(InputError):
    """Mistakes in statements, all of them, each with its place."""

    def __init__(self, mistakes: list[tuple[str, InputError]]) -> None:
        self.mistakes = mistakes
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """One mistake after another."""
        return "\n".join(f"{where}{mistake.text(lang)}" for where, mistake in self.mistakes)


class NoPolicyError(InputError):
    """Statements without the policy that they are about."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """What to add."""
        said = Text(
            f"{self.file}: не сказано, о какой политике эти свойства. Впишите policy: её идентификатор или назовите её "
            "в команде.",
            f"{self.file}: the policy of these properties is not stated. Write 'policy: ID' or name it in the command.",
        )
        return said.in_(lang)


def read_properties(
    path: Path, tree: PolicyTree, *, policy: str | None = None, on: date | None = None, today: date
) -> list[Expected]:
    """Read a file of properties and bind them; ``policy`` and ``on`` go before what the file says.

    Raises:
        PolicyError: the file has mistakes of form.
        PropertiesError: statements have mistakes.
        NoPolicyError: neither the file nor the caller names a policy.
        OSError: the file cannot be read.
    """
    document = read_document(path)
    form = validate(PropertiesForm, document)
    repeated = list(_repeated(form, document)) if form else []
    if document.problems or form is None or repeated:
        problems = [*document.problems, *repeated]
        raise PolicyError(problems or [Problem("empty-file", Place(document.file))])
    about = policy or form.policy
    if about is None:
        raise NoPolicyError(document.file)
    day = on or form.on or today
    bound: list[Expected] = []
    mistakes: list[tuple[str, InputError]] = []
    for index, stated in enumerate(form.properties):
        place = document.place(("properties", index, "statement"))
        try:
            made = bind(stated.statement, tree, about, day, source=f"{place}: {stated.name}")
            bound.append(Expected(made, stated.name, stated.expect))
        except InputError as mistake:
            # A problem of a condition in braces brings its place with it.
            mistakes.append(("" if isinstance(mistake, PolicyError) else f"{place}: «{stated.name}»: ", mistake))
    if mistakes:
        raise PropertiesError(mistakes)
    return bound


def bind_all(statements: list[str], tree: PolicyTree, policy: str, on: date) -> list[Expected]:
    """Bind the statements of a call; all their mistakes at once.

    Raises:
        PropertiesError: statements have mistakes.
    """
    bound, mistakes = [], []
    for statement in statements:
        try:
            bound.append(Expected(bind(statement, tree, policy, on)))
        except InputError as mistake:
            alone = isinstance(mistake, StatementError) or len(statements) == 1
            mistakes.append(("" if alone else f"«{statement}»: ", mistake))
    if mistakes:
        raise PropertiesError(mistakes)
    return bound


def _repeated(form: PropertiesForm, document: Document) -> Iterator[Problem]:
    names = [stated.name for stated in form.properties]
    for index, name in enumerate(names):
        if name in names[:index]:
            path = ("properties", index, "name")
            yield Problem("duplicate-id", document.place(path), path, name)
