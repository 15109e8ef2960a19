"""Strict reading of YAML: every scalar is text, every value knows its place, and all mistakes are found at once.

Anchors, tags, several documents, duplicate keys, tabs in indentation and other encodings are refused.
"""

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from rsnms.domain.text import Text
from rsnms.policy.problems import Path, Place, Problem

MAX_BYTES = 2_000_000
MAX_DEPTH = 100

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
"""Only its parser is used, which makes events and no objects."""


@dataclass(slots=True)
class Document:
    """What a file says: nested ``dict``, ``list`` and ``str``, and the place of every value and key."""

    file: str
    data: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The place of a value, or of the nearest thing around it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file))

    def key_place(self, path: Path) -> Place:
        """The place of the key under which a value stands."""
        return self.keys.get(path) or self.place(path)


def read_document(path: FilePath, shown: str | None = None) -> Document:
    """Read a file strictly; its mistakes are in :attr:`Document.problems`, and then its data is ``None``.

    Raises:
        OSError: the file cannot be read.
    """
    document = Document(shown or str(path))
    raw = path.read_bytes()
    text = _decoded(raw, document)
    if text is None:
        return document
    if not text.strip():
        return _failed(document, "empty-file")
    for number, line in enumerate(text.splitlines(), 1):
        indentation = line[: len(line) - len(line.lstrip())]
        if "\t" in indentation and line.strip():
            column = indentation.index("\t") + 1
            document.problems.append(Problem("tab", Place(document.file, number, column)))
    if not document.problems:
        _parse(text, document)
        if document.data is None and not document.problems:
            return _failed(document, "empty-file")
    if document.problems:
        document.data = None
    return document


def _failed(document: Document, code: str, found: str = "", expected: Text | None = None) -> Document:
    document.problems.append(Problem(code, Place(document.file), found=found, expected=expected))
    return document


def _decoded(raw: bytes, document: Document) -> str | None:
    if len(raw) > MAX_BYTES:
        _failed(document, "too-large", expected=Text(f"{MAX_BYTES} байт", f"{MAX_BYTES} bytes"))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = "UTF-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "Windows-1251"
        _failed(document, "not-utf8", found)
        return None


def _parse(text: str, document: Document) -> None:
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
            if builder.stopped:
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(document.file, mark.line + 1, mark.column + 1) if mark else Place(document.file)
        document.problems.append(Problem("syntax", place, found=str(error.problem or error.context)))
    except yaml.YAMLError as error:
        document.problems.append(Problem("syntax", Place(document.file), found=str(error).replace("\n", " ")))


class _Builder:
    """Builds the document from parser events, never from objects, so nothing can be smuggled in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stack: list[_Open] = []
        self._documents = 0
        self._has_root = False
        self.stopped = False

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self._report("several-documents", event)
                    self.stopped = True
            case yaml.AliasEvent():
                self._report("anchor", event)
                self._add("", event)
            case yaml.ScalarEvent():
                self._check_node(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._check_node(event)
                self._open({}, event)
            case yaml.SequenceStartEvent():
                self._check_node(event)
                self._open([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._key(top, event)
            return
        if event.value == "" and not event.style:
            if top is None:
                self._report("empty-file", event)
                return
            path = self._next_path()
            key = str(path[-1]) if path and isinstance(path[-1], str) else "-"
            self._document.problems.append(
                Problem("empty-value", self._document.keys.get(path, self._place(event)), path, key)
            )
        self._add(event.value, event)

    def _key(self, top: "_Open", event: yaml.ScalarEvent) -> None:
        path = (*top.path, event.value)
        if event.value in top.value:
            self._document.problems.append(Problem("duplicate-key", self._place(event), path, event.value))
        self._document.keys[path] = self._place(event)
        top.key = event.value

    def _open(self, value: Any, event: yaml.NodeEvent) -> None:
        top = self._stack[-1] if self._stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            expected = Text("простой ключ", "a simple key")
            shown = Text("вложенная структура", "a nested structure")
            self._document.problems.append(Problem("wrong-shape", self._place(event), top.path, shown, expected))
            self.stopped = True
            return
        path = self._add(value, event)
        self._stack.append(_Open(value, path))
        if len(self._stack) > MAX_DEPTH:
            self._report("too-deep", event, expected=Text(str(MAX_DEPTH)))
            self.stopped = True

    def _add(self, value: Any, event: yaml.Event) -> Path:
        if not self._stack:
            self._document.data = value
            self._document.places[()] = self._place(event)
            return ()
        path = self._next_path()
        top = self._stack[-1]
        if isinstance(top.value, dict):
            top.value[top.key] = value
            top.key = None
        else:
            top.value.append(value)
        self._document.places[path] = self._place(event)
        return path

    def _next_path(self) -> Path:
        top = self._stack[-1]
        return (*top.path, top.key if isinstance(top.value, dict) and top.key is not None else len(top.value))

    def _check_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._report("anchor", event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._report("tag", event, found=tag)

    def _report(self, code: str, event: yaml.Event, found: str = "", expected: Text | None = None) -> None:
        path = self._stack[-1].path if self._stack else ()
        self._document.problems.append(Problem(code, self._place(event), path, found, expected))

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._document.file, mark.line + 1, mark.column + 1) if mark else Place(self._document.file)


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being read, its path, and the key whose value comes next."""

    value: Any
    path: Path
    key: str | None = None
