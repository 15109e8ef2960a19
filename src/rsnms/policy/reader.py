"""Strict reading of YAML: every scalar is text, every value knows its place, and all mistakes are found at once.

Anchors, tags, several documents, duplicate keys, tabs in indentation and other encodings are refused. A mistake that
leaves the rest of the file readable costs one value only, which is then :data:`~rsnms.policy.document.UNREAD`.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any

import yaml

from rsnms.domain.text import Text
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.encoding import read_text, shown_file
from rsnms.policy.problems import Path, Place, Problem
from rsnms.policy.yaml_errors import syntax_problem

MAX_DEPTH = 100

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
"""Only its parser is used, which makes events and no objects."""


def read_document(path: FilePath, shown: str | None = None) -> Document:
    """Read a file strictly; its mistakes are in :attr:`Document.problems`.

    Raises:
        OSError: the file cannot be read.
    """
    document = Document(shown or shown_file(path))
    text = read_text(path, document.file, document.problems)
    if text is not None:
        _parse(text, document)
    return document


def parse_document(text: str, shown: str) -> Document:
    """Read YAML that stands elsewhere than in a file, as strictly; ``shown`` is what messages call the place."""
    document = Document(shown)
    _parse(text, document)
    return document


def _parse(text: str, document: Document) -> None:
    builder = _Builder(document, text)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
            if builder.stopped:
                return
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is not None and _PARSER_LIMIT in str(error):
            # The parser gives up beyond its own depth before it hands over what is above: read just that.
            _parse(text[: mark.index - 1], document)
            return
        document.data = None
        document.problems.append(syntax_problem(error, text, document.file))
        return
    if not builder.documents:
        document.problems.append(Problem("empty-file", Place(document.file)))


_PARSER_LIMIT = "exceeded maximum nesting depth"
_CORE_TAGS = "tag:yaml.org,2002:"
_WHOLE = re.compile(r"-?[0-9]+")
_DECIMALS = re.compile(r"[0-9]+(?: ?%)?")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


class _Builder:
    """Builds the document from parser events, never from objects, so nothing can be smuggled in."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._text = text
        self._stack: list[_Open] = []
        self._anchors: set[str] = set()
        self.documents = 0
        self.stopped = False

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:
                    self._report("several-documents", event, ())
                    self.stopped = True
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()

    @property
    def _awaits_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None

    def _alias(self, event: yaml.AliasEvent) -> None:
        path = self._stack[-1].path if self._awaits_key else self._next_path()
        name = str(event.anchor)
        if name not in self._anchors:
            self._anchors.add(name)
            self._report("anchor", event, path, found=f"*{name}")
        if self._awaits_key:
            self._spoil(f"*{name}")
        else:
            self._add(UNREAD, event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if self._awaits_key:
            self._key(self._stack[-1], event)
            return
        is_sound = self._check_node(event)
        if event.value or event.style or not is_sound:
            key = self._stack[-1].key if self._stack else None
            self._add(event.value if is_sound else UNREAD, event)
            if key and not event.style and not _NAME.fullmatch(event.value):
                self._stack[-1].words = _Words(key, _begin(event))
        elif not self._stack:
            self._report("empty-file", event, ())
        elif not self._is_decimal_comma(self._stack[-1]):
            self._empty(self._stack[-1], event)

    def _empty(self, top: "_Open", event: yaml.ScalarEvent) -> None:
        path = self._next_path()
        place = self._document.keys.get(path, self._place(event))
        found = Text("У элемента списка", "A list item")
        if isinstance(path[-1], str):
            found = Text(f"У ключа «{path[-1]}»", f"The key '{path[-1]}'")
        problem = Problem("empty-value", place, path, found)
        words = top.words if self._is_cut(top, event) else None
        if words:
            if words.problem:
                self._document.problems.remove(words.problem)
            whole = " ".join(self._text[words.begin : top.key_end].split())
            problem = words.problem = replace(words.problem or problem, advice=_quoted(words.key, whole))
        self._document.problems.append(problem)
        self._add(UNREAD, event)
        top.words = words

    def _is_cut(self, top: "_Open", event: yaml.ScalarEvent) -> bool:
        """Whether a comma in braces has cut a text and made its rest a key: ``{title: One, two}``."""
        return (
            top.is_flow
            and top.words is not None
            and top.key is not None
            and not _NAME.fullmatch(top.key)
            and ":" not in self._text[top.key_end : _begin(event)]
        )

    def _key(self, top: "_Open", event: yaml.ScalarEvent) -> None:
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._report("anchor", event, top.path, found=f"&{event.anchor}")
        if event.tag is not None:
            self._report("tag", event, top.path, found=_shown_tag(event.tag))
        if event.value == "<<" and not event.style:
            self._report("merge-key", event, top.path)
            self._spoil("<<")
            return
        path = (*top.path, event.value)
        if event.value in top.value:
            self._report("duplicate-key", event, path, found=event.value)
        self._document.keys[path] = self._place(event)
        top.key, top.key_end = event.value, event.end_mark.index if event.end_mark else 0

    def _spoil(self, key: str) -> None:
        """Take a key whose meaning is not known: it may bring any key into its mapping, so nothing is left of that."""
        top = self._stack[-1]
        top.key = key
        if len(self._stack) == 1:
            self._document.data = UNREAD
        else:
            self._stack[-2].value[top.path[-1]] = UNREAD

    def _is_decimal_comma(self, top: "_Open") -> bool:
        """Whether an empty value is the second half of a number in braces: ``{at_least: 3,5}``."""
        before = next(reversed(top.value), None) if isinstance(top.value, dict) else None
        whole = top.value[before] if before is not None else None
        if before is None or not isinstance(whole, str) or not _WHOLE.fullmatch(whole) or not top.key:
            return False
        start, comma = self._document.places[*top.path, before], self._document.keys[*top.path, top.key]
        follows = comma.line == start.line and comma.column == start.column + len(whole) + 1
        if not follows or not _DECIMALS.fullmatch(top.key):
            return False
        path, found = (*top.path, before), f"{whole},{top.key}"
        expected = Text(f"{whole}.{top.key}")
        self._document.problems.append(Problem("decimal-comma", start, path, found, expected))
        top.value[before] = UNREAD
        top.key = None
        return True

    def _open(self, value: Any, event: yaml.CollectionStartEvent) -> None:
        if self._awaits_key:
            expected, shown = Text("простой ключ", "a simple key"), Text("вложенная структура", "a nested structure")
            self._report("wrong-shape", event, self._stack[-1].path, found=shown, expected=expected)
            self._stop()
            return
        is_sound = self._check_node(event)
        path = self._add(value if is_sound else UNREAD, event)
        self._stack.append(_Open(value, path, is_flow=bool(event.flow_style)))
        if len(self._stack) > MAX_DEPTH:
            self._report("too-deep", event, path, expected=Text(str(MAX_DEPTH)))
            self._stop()

    def _stop(self) -> None:
        self._document.data = None
        self.stopped = True

    def _add(self, value: Any, event: yaml.Event) -> Path:
        path = self._next_path()
        if not self._stack:
            self._document.data = value
        else:
            top = self._stack[-1]
            top.words = None
            if isinstance(top.value, dict):
                top.value[top.key] = value
                top.key = None
            else:
                top.value.append(value)
        self._document.places[path] = self._place(event)
        return path

    def _next_path(self) -> Path:
        if not self._stack:
            return ()
        top = self._stack[-1]
        return (*top.path, top.key if isinstance(top.value, dict) and top.key is not None else len(top.value))

    def _check_node(self, event: yaml.NodeEvent) -> bool:
        """Report an anchor or a tag; whether the value is what it would be without it."""
        path = self._next_path()
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._report("anchor", event, path, found=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._report("tag", event, path, found=_shown_tag(tag))
        return tag is None

    def _report(
        self, code: str, event: yaml.Event, path: Path, found: str | Text = "", expected: Text | None = None
    ) -> None:
        self._document.problems.append(Problem(code, self._place(event), path, found, expected))

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._document.file, mark.line + 1, mark.column + 1) if mark else Place(self._document.file)


def _begin(event: yaml.Event) -> int:
    """Where an event begins in the text."""
    return event.start_mark.index if event.start_mark else 0


def _shown_tag(tag: str) -> str:
    return f"!!{tag.removeprefix(_CORE_TAGS)}" if tag.startswith(_CORE_TAGS) else tag


_LONGEST = 60


def _quoted(key: str, words: str) -> Text:
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    quote = "'" if '"' in words else '"'
    written = f"{key}: {quote}{shown}{quote}"
    return Text(
        f"В {{…}} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: {written}.",
        f"In {{…}} a comma begins a new key, so a text with a comma is quoted: {written}.",
    )


@dataclass(slots=True)
class _Words:
    """A text without quotes: its key, where it begins, and what was said of it where commas have cut it."""

    key: str
    begin: int
    problem: Problem | None = None


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being read, its path, and the key whose value comes next."""

    value: Any
    path: Path
    is_flow: bool
    key: str | None = None
    key_end: int = 0
    words: _Words | None = None
    """The text that was read last, where it stands in a mapping without quotes."""
