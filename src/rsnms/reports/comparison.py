"""The comparison of two policies: a table an aspect, one flat list, and records for machines."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.policy.stated import NOT_SPECIFIED
from rsnms.reports.compared_words import ASPECTS, ComparedWords
from rsnms.reports.listing import Column, Listing, Row
from rsnms.survey.comparison import Comparison
from rsnms.survey.matched import Aspect, Matched, Point, Said, Status
from rsnms.survey.record import Record

_FLAT = tuple(
    Column(key, Text(key))
    for key in ("aspect", "key", "status", "point", "about", "one", "other", "one_clauses", "other_clauses")
)
_WHOLE = {Aspect.ELIGIBILITY, Aspect.INDICATORS}
"""Aspects of which people want to see also the points on which both agree."""
_TARGET = {"amount", "date"}
_LONG = {"measured"}
"""Points that are too long to be shown where both say the same."""
_SHOWN_BESIDE = {Aspect.FUNCTIONS}
"""Aspects whose points the elements already show."""
_MARKS = {Status.BOTH: "=", Status.DIFFERS: "≠", Status.ONE: "", Status.OTHER: ""}
_NONE = "—"
_COUNTS = {
    Status.BOTH: Text("совпадает {}", "{} the same"),
    Status.DIFFERS: Text("различается {}", "{} different"),
    Status.ONE: Text("только в {one}: {}", "only in {one}: {}"),
    Status.OTHER: Text("только в {other}: {}", "only in {other}: {}"),
}


def comparison_tables(
    comparison: Comparison, sides: tuple[Policy, Policy], aspects: Iterable[Aspect], lang: Lang = "ru"
) -> Iterator[tuple[str, Listing]]:
    """The aspects that have something to compare, each with its name and its table."""
    words = ComparedWords(sides, lang)
    columns = (
        Column("key", Text("Что", "What"), 40),
        Column("status", Text("", ""), 4),
        *(Column(side, policy.title, 60) for side, policy in zip(("one", "other"), sides, strict=True)),
    )
    for aspect in aspects:
        rows = [row for matched in comparison.of(aspect) for row in _rows(matched, words)]
        if rows:
            yield ASPECTS[aspect].in_(lang), Listing(columns, rows, lang)


def _rows(matched: Matched, words: ComparedWords) -> Iterator[Row]:
    """The row of a thing, and one for each of its points that is worth seeing."""
    found = [
        words.elements(side, matched.aspect, policy) or _NONE
        for side, policy in zip((matched.one, matched.other), words.sides, strict=True)
    ]
    yield Row({}, (words.thing(matched), _MARKS[matched.status], *found))
    if matched.aspect in _SHOWN_BESIDE or not (matched.one and matched.other):
        return
    for point in matched.points:
        if point.status is Status.BOTH and (matched.aspect not in _WHOLE or point.name in _LONG):
            continue
        nothing = NOT_SPECIFIED.in_(words.lang) if point.name in _TARGET else _NONE
        said = [
            "\n".join(words.said(matched, point, one, policy) for one in stated) or nothing
            for stated, policy in zip((point.one, point.other), words.sides, strict=True)
        ]
        style = "dim" if point.status is Status.BOTH else ""
        yield Row({}, (f"  {words.point(point)}", _MARKS[point.status], *said), style)


def comparison_flat(comparison: Comparison, aspects: Iterable[Aspect]) -> Listing:
    """Everything in one list for machines: a row for each thing, and one for each of its points."""
    rows = [Row(record, ()) for aspect in aspects for matched in comparison.of(aspect) for record in _flat(matched)]
    return Listing(_FLAT, rows)


def _flat(matched: Matched) -> Iterator[dict[str, Any]]:
    thing = {"aspect": str(matched.aspect), "key": " ".join(matched.key)}
    yield thing | {
        "status": str(matched.status),
        "one": [record.id for record in matched.one],
        "other": [record.id for record in matched.other],
        "one_clauses": _clauses(matched.one),
        "other_clauses": _clauses(matched.other),
    }
    for point in matched.points:
        yield thing | {
            "status": str(point.status),
            "point": point.name,
            "about": point.about,
            "one": [said.text for said in point.one],
            "other": [said.text for said in point.other],
            "one_clauses": _clauses(point.one),
            "other_clauses": _clauses(point.other),
        }


def _clauses(stated: Iterable[Record | Said]) -> list[str]:
    return list(dict.fromkeys(one.clause for one in stated if one.clause))


def comparison_json(comparison: Comparison, aspects: Iterable[Aspect], lang: Lang = "ru") -> str:
    """The whole comparison for machines."""
    whole = {
        "one": comparison.one,
        "other": comparison.other,
        "aspects": {str(aspect): [_record(match, lang) for match in comparison.of(aspect)] for aspect in aspects},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _record(matched: Matched, lang: Lang) -> dict[str, Any]:
    return {
        "key": list(matched.key),
        "status": str(matched.status),
        "one": [record.as_record(lang) for record in matched.one],
        "other": [record.as_record(lang) for record in matched.other],
        "points": [_point(point) for point in matched.points],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "point": point.name,
        "about": point.about,
        "status": str(point.status),
        "one": [_said(said) for said in point.one],
        "other": [_said(said) for said in point.other],
    }


def _said(said: Said) -> dict[str, Any]:
    modality = str(said.modality) if said.modality else None
    return {"value": said.text, "clause": said.clause, "ground": said.ground, "modality": modality}


def comparison_summary(comparison: Comparison, aspects: Iterable[Aspect], lang: Lang = "ru") -> Iterator[str]:
    """How much both have, how much only one has, aspect by aspect; and where an act says nothing at all."""
    for aspect in aspects:
        counts = {status: comparison.count(aspect, status) for status in Status}
        said = [
            words.in_(lang).format(counts[status], one=comparison.one, other=comparison.other)
            for status, words in _COUNTS.items()
            if counts[status]
        ]
        for side, silent in ((comparison.one, Status.OTHER), (comparison.other, Status.ONE)):
            if counts[silent] == sum(counts.values()):
                said.append(f"{side}: {NOT_SPECIFIED.in_(lang)}")
        yield f"{ASPECTS[aspect].in_(lang)}: {'; '.join(said)}"
