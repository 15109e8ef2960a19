"""The coverage of an act as a list, and in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rsnms.domain.text import Lang, Text
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.names import kind_words
from rsnms.survey.act_text import Missing
from rsnms.survey.coverage import Coverage, Traced

_COLUMNS = (
    Column("clause", Text("Пункт", "Clause"), 16),
    Column("title", Text("О чём", "About"), 40),
    Column("status", Text("Покрыт", "Covered"), 10),
    Column("elements", Text("Элементы", "Elements"), 80),
)
_SHOWN = 6
"""Elements of a clause that the table of a whole act names."""


def coverage_table(clauses: Sequence[Traced], lang: Lang = "ru", *, in_full: bool = False) -> Listing:
    """The clauses, each with the elements that carry it (all of them ``in_full``) or the reason why none does."""
    return Listing(_COLUMNS, [_row(traced, lang, in_full=in_full) for traced in clauses], lang)


def _row(traced: Traced, lang: Lang, *, in_full: bool) -> Row:
    clause = traced.clause
    status = _status(traced)
    mark = {"covered": "✓", "no-norm": "—"}.get(status, "✗")
    if clause.items:
        mark += f" {clause.items - len(traced.missing)}/{clause.items}"
    record: dict[str, Any] = {
        "clause": clause.clause,
        "title": clause.title,
        "act": clause.act,
        "status": status,
        "items": clause.items,
        "missing_items": list(traced.missing),
        "no_norm": clause.no_norm,
        "elements": [f"{one.kind}:{one.id}" for one in traced.elements],
    }
    style = "" if traced.is_covered and not traced.is_contradictory else "red"
    return Row(record, (clause.clause, clause.title, mark, _elements(traced, lang, in_full=in_full)), style)


def _status(traced: Traced) -> str:
    if traced.is_contradictory:
        return "contradictory"
    if traced.clause.no_norm is not None:
        return "no-norm"
    return "covered" if traced.is_covered else "partly" if traced.elements else "missing"


def _elements(traced: Traced, lang: Lang, *, in_full: bool) -> str:
    ru = lang == "ru"
    said = []
    if traced.clause.no_norm:
        said.append(("нормы нет: " if ru else "no norm: ") + traced.clause.no_norm)
    if traced.missing:
        said.append(("не покрыты позиции: " if ru else "items not covered: ") + ", ".join(map(str, traced.missing)))
    named = traced.elements if in_full else traced.elements[:_SHOWN]
    shown = [f"{kind_words(one.kind, lang)}: {one.title.in_(lang)}" for one in named]
    if rest := len(traced.elements) - len(named):
        shown.append(f"и ещё {rest}" if ru else f"and {rest} more")
    return "\n".join([*said, *shown])


def coverage_summary(found: Coverage, lang: Lang = "ru") -> str:
    """How much of the act is covered, in one line; the share is never rounded up."""
    if not found.clauses:
        return (
            f"У политики {found.policy} нет перечня пунктов (раздел clauses): покрытие не определить"
            if lang == "ru"
            else f"{found.policy} has no list of clauses (section clauses): its coverage cannot be said"
        )
    tenths = found.covered * 1000 // found.total if found.total else 1000
    share = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    if lang == "en":
        return f"{found.policy}: {found.covered} of {found.total} clauses and items covered ({share}%)"
    return f"{found.policy}: покрыто {found.covered} из {found.total} пунктов и позиций ({share.replace('.', ',')} %)"


def missing_lines(absent: Iterable[Missing], lang: Lang = "ru") -> Iterator[str]:
    """What the text has and the list lacks, a number on a line."""
    for one in absent:
        lines, found, listed = ", ".join(map(str, one.lines)), one.in_text, one.in_list
        if lang == "en":
            yield f"The list lacks clause {one.number} (in the text {found}×, lines {lines}; listed {listed}×)"
        else:
            yield f"В перечне нет пункта {one.number} (в тексте {found}×, строки {lines}; в перечне {listed}×)"
