"""Mapping files (файлы соответствий): YAML that settles what a roster leaves open.

A mapping says which column holds which fact, what a value means, and where the roster is::

    sheet: Реестр
    header_row: 4
    id_column: Таб. №
    as_of: 2024-01-01
    columns:
      Аттестация: category
      =H: ignore                # a column by its letter, where headings repeat
    values:
      category: {вышка: highest, на аттестации: ignore}
    separators: {subjects: ","}
    derive: {organisation_kind: organisation}

Headings and values are compared without regard to case and punctuation. ``ignore`` leaves a column out, or says that
a value means nothing is known. ``derive`` takes a listed fact from the words of a text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field

from rsnms.domain.fact import Atom, BadValueError, Fact, FactType
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.document import Document
from rsnms.policy.forms import Count, Day, Form, Words
from rsnms.policy.problems import Path as PathInDocument
from rsnms.policy.problems import PolicyError, Problem, nearest
from rsnms.policy.reader import read_document
from rsnms.policy.validation import validate
from rsnms.rosters.delimited import DELIMITERS
from rsnms.rosters.spelling import key, words

IGNORE = "ignore"
BY_LETTERS = "="
"""A column's key that begins so names the column by its letters."""
_TAB = "tab"


class MappingError(PolicyError):
    """A mapping file that cannot be used, with every problem found in it."""


@dataclass(frozen=True, slots=True)
class RosterMapping:
    """What a mapping file says; the default says nothing."""

    sheet: str | None = None
    header_row: int | None = None
    id_column: str | None = None
    as_of: date | None = None
    encoding: str | None = None
    delimiter: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """By heading, or ``=`` and letters: the name of a fact, or ``ignore``."""
    values: Mapping[str, Mapping[str, str | Sequence[str]]] = field(default_factory=dict)
    """By fact and text: a value in the form of policy files, several for a set, or ``ignore``."""
    separators: Mapping[str, str] = field(default_factory=dict)
    """By fact: the separator of its lists, beside ";"."""
    derive: Mapping[str, str] = field(default_factory=dict)
    """By listed fact: the text from which it is taken where nothing states it."""

    def column_facts(self, facts: Sequence[Fact]) -> dict[str, Fact | None]:
        """The settled columns, by the words of their headings or by ``=`` and letters: a fact, or ``None`` to ignore.

        Raises:
            KeyError: a fact is not in the vocabulary.
        """
        named = {fact.name: fact for fact in facts}
        return {column_key(column): None if name == IGNORE else named[name] for column, name in self.columns.items()}

    def values_of(self, fact: Fact) -> dict[str, Atom | None]:
        """The settled values of a fact by the key of their texts: an atom, or ``None`` for nothing known.

        Raises:
            BadValueError: a value is none of the fact's.
        """
        return {key(text): _atom(fact, value) for text, value in self.values.get(fact.name, {}).items()}

    def yaml(self) -> str:
        """The mapping as a YAML file, which reads back as the same mapping."""
        return "".join(self.sections().values()) or "{}\n"

    def sections(self) -> dict[str, str]:
        """The YAML of each section that says something."""
        stated = {name: value for name, value in self._stated() if value}
        return {name: _dumped({name: value}) for name, value in stated.items()}

    def _stated(self) -> Iterator[tuple[str, Any]]:
        yield "sheet", self.sheet
        yield "header_row", self.header_row
        yield "id_column", self.id_column
        yield "as_of", self.as_of
        yield "encoding", self.encoding
        yield "delimiter", _TAB if self.delimiter == "\t" else self.delimiter
        yield "columns", dict(self.columns)
        yield "values", {name: _listed(texts) for name, texts in self.values.items() if texts}
        yield "separators", dict(self.separators)
        yield "derive", dict(self.derive)


def _dumped(stated: Mapping[str, Any]) -> str:
    return yaml.safe_dump(stated, allow_unicode=True, sort_keys=False, width=1000)


def _listed(texts: Mapping[str, str | Sequence[str]]) -> dict[str, str | list[str]]:
    return {text: value if isinstance(value, str) else list(value) for text, value in texts.items()}


def column_key(column: str) -> str:
    """The key by which columns of a mapping and of a sheet are matched."""
    return column.upper() if column.startswith(BY_LETTERS) else words(column)


def _atom(fact: Fact, value: str | Sequence[str]) -> Atom | None:
    if value == IGNORE:
        return None
    if fact.type.is_set:
        return frozenset(str(fact.read(member)) for member in ([value] if isinstance(value, str) else value))
    if not isinstance(value, str):
        raise fact.refuse(", ".join(value))
    atom = fact.read(value)
    return atom.months if isinstance(atom, Span) else atom


class _MappingForm(Form):
    sheet: Words | None = None
    header_row: Count | None = None
    id_column: Words | None = None
    as_of: Day | None = None
    encoding: Words | None = None
    delimiter: Literal[";", ",", "tab"] | None = None
    columns: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str | list[str]]] = Field(default_factory=dict)
    separators: dict[str, str] = Field(default_factory=dict)
    derive: dict[str, str] = Field(default_factory=dict)


def read_mapping(path: str | Path, facts: Sequence[Fact]) -> RosterMapping:
    """Read a mapping file strictly.

    Raises:
        MappingError: mistakes, each with its line, what was expected and the nearest known name.
        OSError: the file cannot be read.
    """
    document = read_document(Path(path))
    form = validate(_MappingForm, document)
    if form is not None:
        document.problems += _Check(document, {fact.name: fact for fact in facts}).problems(form)
    if document.problems or form is None:
        raise MappingError(document.problems)
    stated = form.model_dump()
    return RosterMapping(**{**stated, "delimiter": DELIMITERS[-1] if form.delimiter == _TAB else form.delimiter})


@dataclass(frozen=True, slots=True)
class _Check:
    """Holds a form against the vocabulary."""

    document: Document
    facts: Mapping[str, Fact]

    def problems(self, form: _MappingForm) -> Iterator[Problem]:
        for column, name in form.columns.items():
            if name != IGNORE:
                yield from self._unknown(name, ("columns", column))
        for name, texts in form.values.items():
            unknown = list(self._unknown(name, ("values", name), is_key=True))
            yield from unknown or self._wrong_values(self.facts[name], texts)
        for name in form.separators:
            yield from self._unknown(name, ("separators", name), is_key=True)
        for target, source in form.derive.items():
            unknown = [
                *self._unknown(target, ("derive", target), is_key=True),
                *self._unknown(source, ("derive", target)),
            ]
            yield from unknown or self._wrong_types(target, source)

    def _unknown(self, name: str, path: PathInDocument, *, is_key: bool = False) -> Iterator[Problem]:
        if name not in self.facts:
            place = self.document.key_place(path) if is_key else self.document.place(path)
            yield Problem("unknown-fact", place, path, name, nearest=nearest(name, self.facts))

    def _wrong_values(self, fact: Fact, texts: Mapping[str, str | list[str]]) -> Iterator[Problem]:
        for text, value in texts.items():
            path = ("values", fact.name, text)
            try:
                _atom(fact, value)
            except BadValueError as error:
                found, place = error.found.strip("«»"), self.document.place(path)
                yield Problem("wrong-value", place, path, found, error.expected, error.nearest)

    def _wrong_types(self, target: str, source: str) -> Iterator[Problem]:
        for name, type_ in ((target, FactType.CHOICE), (source, FactType.TEXT)):
            found = self.facts[name].type
            if found is not type_:
                path = ("derive", target)
                expected = Text(f"факт типа {type_}", f"a fact of type {type_}")
                yield Problem("wrong-value", self.document.place(path), path, f"{name} ({found})", expected)
