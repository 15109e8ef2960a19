"""The list of an act's clauses: bound, and every clause that an element cites looked up in it."""

from collections.abc import Iterator
from typing import Any

from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem, nearest
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
            problems.append(written.problem("duplicate-id", ("clause",), form.clause))
        listed[key] = Clause(form.clause, form.title, key[0], form.items or 0, form.no_norm)
    if listed and "clauses" not in layer.unread:
        known = [clause for _, clause in listed]
        for element in _elements(layer):
            act = _text(element.form, "act") or principal
            for path, clause, item in _citations(element.form, None):
                problems += _misnamed(element, path, clause, item, listed.get((act, clause)), known)
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


def _citations(data: Any, around: str | None, path: Path = ()) -> Iterator[tuple[Path, str, int | None]]:
    """The clauses that an element names, and the items; an item without a clause belongs to the clause around it."""
    if isinstance(data, dict):
        clause = _text(data, "clause") or around
        item = data.get("item")
        if clause is not None and ("clause" in data or "item" in data):
            yield path, clause, int(item) if isinstance(item, str) and item.isdigit() else None
        for key, part in data.items():
            yield from _citations(part, clause, (*path, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _citations(part, around, (*path, index))


def _misnamed(
    element: Written, path: Path, clause: str, item: int | None, known: Clause | None, names: list[str]
) -> Iterator[Problem]:
    if known is None:
        if element.document.is_at((*element.path, *path, "clause")):
            yield element.problem("unknown-clause", (*path, "clause"), clause, nearest=nearest(clause, names))
    elif item is not None and item > known.items:
        yield element.problem("unknown-item", (*path, "item"), str(item), expected=Text(clause))


def _text(data: Any, key: str) -> str | None:
    stated = data.get(key) if isinstance(data, dict) else None
    return " ".join(stated.split()) if isinstance(stated, str) else None
