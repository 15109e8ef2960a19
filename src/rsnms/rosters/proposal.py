"""The start of a mapping for a source, with what it leaves open for somebody to settle."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from rsnms.domain.fact import Fact
from rsnms.domain.text import Lang, Text
from rsnms.rosters.cell_problems import expected
from rsnms.rosters.cells import shown
from rsnms.rosters.columns import Columns
from rsnms.rosters.drafting import Draft, Request, draft_roster
from rsnms.rosters.header import Header, Heading
from rsnms.rosters.headings import States, headings_of
from rsnms.rosters.known_columns import Column
from rsnms.rosters.mapping import BY_LETTERS, IGNORE, RosterMapping
from rsnms.rosters.personal import looks_personal
from rsnms.rosters.spelling import key, words

_LIKELY = 5
_SETTLED_BY_VALUE = {"not-listed", "wrong-value", "ambiguous", "several-values", "unknown-members", "unit-unclear"}
_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True)
class OpenColumn:
    """A column that nobody knows, by its key in a mapping, with the facts that it may hold, the likeliest first."""

    column: str
    likely: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenValue:
    """A text that is no value of its fact, and in how many rows it stands."""

    fact: Fact
    text: str
    rows: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping with what it settles already and what it leaves open. Values that look personal are left out."""

    mapping: RosterMapping
    columns: tuple[OpenColumn, ...] = ()
    rivals: tuple[tuple[Fact, tuple[str, ...]], ...] = ()
    """Facts with several columns, by their keys in a mapping."""
    values: tuple[OpenValue, ...] = ()

    def yaml(self, lang: Lang = "ru") -> str:
        """The mapping as a YAML file. What is open stands in its place behind ``# ``, to be completed."""
        sections = self.mapping.sections()
        if self.columns or self.rivals:
            sections["columns"] = sections.get("columns", "# columns:\n") + "".join(self._open_columns(lang))
        if self.values:
            head = "values:\n" if "values" in sections else "# values:\n"
            sections["values"] = head + "".join(self._all_values(lang))
        return "".join(sections.values()) or "{}\n"

    def _open_columns(self, lang: Lang) -> Iterator[str]:
        yield _OPEN_COLUMNS.in_(lang)
        for column in self.columns:
            yield f"#   {_quoted(column.column)}: {column.likely[0].name if column.likely else IGNORE}\n"
        for fact, keys in self.rivals:
            yield from (f"#   {_quoted(column)}: {fact.name}\n" for column in keys)

    def _all_values(self, lang: Lang) -> Iterator[str]:
        for name in dict.fromkeys([*self.mapping.values, *(value.fact.name for value in self.values)]):
            settled, left = self.mapping.values.get(name), [value for value in self.values if value.fact.name == name]
            yield f"  {name}:\n" if settled else f"#   {name}:\n"
            for text, value in (settled or {}).items():
                listed = _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"
                yield f"    {_quoted(text)}: {listed}\n"
            if left:
                yield f"#     # {expected(left[0].fact, lang)}\n"
            yield from (f"#     {_quoted(value.text)}: {IGNORE}  # × {value.rows}\n" for value in left)


_OPEN_COLUMNS = Text(
    "# Не распознаны: уберите «# » и впишите факт или ignore.\n",
    "# Not recognised: remove '# ' and give a fact or ignore.\n",
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def propose(
    source: object,
    facts: Sequence[Fact],
    *,
    mapping: RosterMapping | str | Path | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Proposal:
    """Make the start of a mapping: where the roster is, and what its known headings hold.

    Raises:
        RosterError: the source cannot be read, or it is undecided where the roster is.
        LibraryMissingError: the library that reads it is not installed.
        MappingError: the mapping to start from has mistakes.
    """
    request = Request.of(facts, mapping, sheet=sheet, header_row=header_row)
    draft = draft_roster(source, request)
    rivals = tuple(
        (found[0][1].fact, tuple(_key(heading, draft.header) for heading, _ in found))
        for found in draft.columns.rivals.values()
    )
    return Proposal(
        _located(request.mapping, draft),
        tuple(OpenColumn(_key(one, draft.header), likely_facts(one.text, facts)) for one in _unknown(draft.header)),
        rivals,
        tuple(_open_values(draft)),
    )


def _located(mapping: RosterMapping, draft: Draft) -> RosterMapping:
    header, columns = draft.header, draft.columns
    return replace(
        mapping,
        sheet=header.sheet.name,
        header_row=header.row or None,
        id_column=mapping.id_column or (columns.id.text if columns.id else None),
        as_of=columns.as_of,
        columns={**_known(header, columns), **mapping.columns},
    )


def _known(header: Header, columns: Columns) -> Mapping[str, str]:
    known: dict[str, str] = {}
    read = {heading for heading, _ in columns.facts.values()}
    for heading in header.headings:
        if isinstance(heading.meaning, States) and heading in read:
            known[_key(heading, header)] = heading.meaning.fact.name
        elif heading.meaning in (Column.PERSONAL, Column.UNUSED):
            known[_key(heading, header)] = IGNORE
    return known


def _unknown(header: Header) -> list[Heading]:
    return [heading for heading in header.headings if not isinstance(heading.meaning, States | Column)]


def _key(heading: Heading, header: Header) -> str:
    """The key of a column in a mapping: its heading, or its letters where another column has the same heading."""
    same = [other for other in header.headings if words(other.text) == words(heading.text)]
    return f"{BY_LETTERS}{heading.letters}" if len(same) > 1 and heading.letters else heading.text


def likely_facts(heading: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts whose headings resemble a heading most, the likeliest first."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words(heading))

    def likeness(fact: Fact) -> float:
        ratios = []
        for known in headings_of(fact):
            matcher.set_seq1(words(known))
            ratios.append(matcher.ratio())
        return max(ratios)

    return tuple(sorted(facts, key=likeness, reverse=True)[:_LIKELY])


def _open_values(draft: Draft) -> Iterator[OpenValue]:
    places = {heading.letters or heading.text: heading.index for heading, _ in draft.columns.facts.values()}
    texts: dict[tuple[str, str], tuple[Fact, str]] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for person in draft.persons:
        for error in person.errors:
            place = places.get(error.address.letters or error.address.heading or "")
            if error.fact is None or error.found is None or place is None or error.code not in _SETTLED_BY_VALUE:
                continue
            text = str(error.bad.words.get("unknown", shown(person.cell(place))))
            if len(text) <= _LONGEST_VALUE and not looks_personal(text):
                counted[error.fact.name, key(text)] += 1
                texts.setdefault((error.fact.name, key(text)), (error.fact, text))
    for where, rows in counted.most_common():
        yield OpenValue(*texts[where], rows)
