"""The list of an act's clauses: bound, and every clause that an element cites looked up in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem
from rsnms.policy.references import References
from rsnms.policy.system import Clause
from rsnms.policy.system_forms import ClauseForm

Listed = dict[tuple[str | None, str], Clause]


def bind_clauses(layer: Layer, references: References, problems: list[Problem]) -> tuple[Clause, ...]:
    """The clauses that a layer lists; those that its elements cite and the list lacks are reported.

    A layer without a list may cite what it likes.
    """
    listed: Listed = {}
    principal = references.principal_act(layer.id)
    for written in layer.sections.get("clauses", ()):
        form: ClauseForm = written.form
        references.check_act(written, ("act",), form.act)
        key = (form.act or principal, form.clause)
        if key in listed:
            problems.append(written.problem("duplicate-clause", ("clause",), form.clause))
        listed[key] = Clause(form.clause, form.title, key[0], form.items or 0, form.no_norm)
    if listed and "clauses" not in layer.unread:
        doubtful = {_text(one.form, "clause") for one in layer.broken if one.path[0] == "clauses"}
        for element in _elements(layer):
            for cited in _citations(element.form, _Cited(principal, None)):
                has_act = cited.act is None or references.has_act(layer.id, cited.act)
                if has_act and cited.clause not in doubtful and None not in doubtful:
                    problems += _misnamed(element, cited, listed)
    return tuple(listed.values())


def _elements(layer: Layer) -> Iterator[Written]:
    """What a layer's files say, element by element, as written."""
    for section, stated in layer.sections.items():
        for written in stated if section != "clauses" else ():
            data: Any = written.document.data
            for step in written.path:
                data = data[step]
            yield Written(data, written.document, written.path, written.origin)
    document = layer.identity_document
    if document and layer.identity:
        for index, act in enumerate(document.data.get("acts", ())):
            yield Written({**act, "act": act["id"]}, document, ("acts", index), layer.id)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A clause that an element names at a path, with the item of it."""

    act: str | None
    clause: str | None
    item: int | None = None
    path: Path = ()


def _citations(data: Any, around: _Cited, path: Path = ()) -> Iterator[_Cited]:
    """The clauses that an element names, and the items; what names no act or clause has those around it."""
    if isinstance(data, dict):
        item = data.get("item")
        number = int(item) if isinstance(item, str) and item.isdigit() else None
        own = _Cited(_text(data, "act") or around.act, _text(data, "clause") or around.clause, number, path)
        if own.clause is not None and ("clause" in data or "item" in data):
            yield own
        for key, part in data.items():
            yield from _citations(part, own, (*path, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _citations(part, around, (*path, index))


def _misnamed(element: Written, cited: _Cited, listed: Listed) -> Iterator[Problem]:
    known = listed.get((cited.act, cited.clause or ""))
    if known is None:
        path = (*cited.path, "clause")
        if element.document.is_at((*element.path, *path)):
            names = [clause for act, clause in listed if act == cited.act]
            guess = _nearest_clause(cited.clause or "", names)
            act = Text(cited.act) if cited.act else Text("не указан", "none")
            yield element.problem("unknown-clause", path, cited.clause or "", expected=act, nearest=guess)
    elif cited.item is not None and cited.item > known.items:
        path = (*cited.path, "item")
        yield element.problem("unknown-item", path, str(cited.item), expected=Text(known.clause))


def _nearest_clause(clause: str, names: list[str]) -> str | None:
    """The clause that is meant: of the same number, else almost spelt so; a neighbour's number is no likeness."""
    number = _NUMBER.search(clause)
    same = [name for name in names if number and number[0] in _NUMBER.findall(name)]
    if len(same) == 1:
        return same[0]
    return next(iter(get_close_matches(clause, same or names, 1, _LIKENESS)), None)


_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_LIKENESS = 0.85


def _text(data: Any, key: str) -> str | None:
    stated = data.get(key) if isinstance(data, dict) else None
    return " ".join(stated.split()) if isinstance(stated, str) else None
