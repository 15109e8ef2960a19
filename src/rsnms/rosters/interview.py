"""Settling a mapping by questions and answers.

The dialogue is a generator: it yields a :class:`Question`, is sent the answer, and returns the mapping. Whoever talks
to a person (a terminal, a web page) drives it::

    dialogue = interview("roster.xlsx", facts)
    question = next(dialogue)
    while True:
        question = dialogue.send(ask(question))     # StopIteration.value is the mapping
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rsnms.domain.fact import BadValueError, Fact, FactType, Grows
from rsnms.domain.text import Lang, Text
from rsnms.rosters.dates import read_day
from rsnms.rosters.delimited import DELIMITERS
from rsnms.rosters.drafting import Request, draft_roster
from rsnms.rosters.known_columns import Column
from rsnms.rosters.mapping import IGNORE, RosterMapping
from rsnms.rosters.problems import RosterError
from rsnms.rosters.proposal import OpenColumn, OpenValue, Proposal, propose
from rsnms.rosters.spelling import words

LEAVE = ""
"""The answer that leaves a question open."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer that is likely, with the words that describe it."""

    answer: str
    label: Text


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask. Any candidate's answer is accepted, and what ``accepts`` takes; ``LEAVE`` where it is optional."""

    about: Text
    candidates: tuple[Candidate, ...]
    accepts: Callable[[str], bool]
    optional: bool = True
    refused: str | None = None
    """The answer that was given before and not accepted."""

    def text(self, lang: Lang = "ru") -> str:
        """The question in words."""
        asked = self.about.in_(lang)
        if self.refused is None:
            return asked
        again = Text(f"Ответ «{self.refused}» не подходит. ", f"The answer '{self.refused}' does not fit. ")
        return again.in_(lang) + asked

    def takes(self, answer: str) -> bool:
        """Whether an answer is accepted."""
        given = {candidate.answer for candidate in self.candidates}
        return answer in given or (self.optional and answer == LEAVE) or self.accepts(answer)


Dialogue = Generator[Question, str, RosterMapping]
_Asking = Generator[Question, str, str]


def interview(source: object, facts: Sequence[Fact], *, mapping: RosterMapping | str | Path | None = None) -> Dialogue:
    """Ask about everything that a source leaves open and return the mapping that settles it.

    Raises:
        RosterError: the source cannot be read whatever the answers.
        LibraryMissingError: the library that reads it is not installed.
    """
    settled = Request.of(facts, mapping).mapping
    settled = yield from _locate(source, facts, settled)
    proposal = propose(source, facts, mapping=settled)
    columns = dict(proposal.mapping.columns)
    for column in proposal.columns:
        answer = yield from _ask(_about_column(column, facts))
        columns |= {column.column: answer} if answer else {}
    for fact, keys in proposal.rivals:
        kept = yield from _ask(_about_rivals(fact, keys))
        columns |= {key: fact.name if key == kept else IGNORE for key in keys} if kept else {}
    settled = replace(proposal.mapping, columns=columns)
    settled = yield from _ask_ids(source, facts, settled)
    settled = yield from _ask_day(settled, facts)
    return (yield from _ask_values(propose(source, facts, mapping=settled)))


def _ask(question: Question) -> _Asking:
    """Ask until an answer is accepted."""
    answer = (yield question).strip()
    while not question.takes(answer):
        answer = (yield replace(question, refused=answer)).strip()
    return answer


def _locate(source: object, facts: Sequence[Fact], mapping: RosterMapping) -> Dialogue:
    """Ask where the roster is until it can be read; other errors are the caller's."""
    while True:
        try:
            draft_roster(source, Request.of(facts, mapping))
        except RosterError as error:
            mapping = yield from _settle(error, source, facts, mapping)
        else:
            return mapping


def _settle(error: RosterError, source: object, facts: Sequence[Fact], mapping: RosterMapping) -> Dialogue:
    about = Text(error.text("ru"), error.text("en"))
    match error.problem.code:
        case "several-sheets" | "no-sheet":
            opened = Request.of(facts, mapping).open(source)
            names = [sheet.name for sheet in opened.sheets if sheet.name]
            sheet = yield from _ask(Question(about, _plain(names), _never, optional=False))
            return replace(mapping, sheet=sheet)
        case "several-headers" | "no-header" | "empty-header":
            row = yield from _ask(
                Question(about, (), lambda answer: answer.isdecimal() and answer != "0", optional=False)
            )
            return replace(mapping, header_row=int(row))
        case "delimiter":
            named = {"tab" if delimiter == "\t" else delimiter: delimiter for delimiter in DELIMITERS}
            delimiter = yield from _ask(Question(about, _plain(named), _never, optional=False))
            return replace(mapping, delimiter=named[delimiter])
        case "encoding" | "wrong-encoding":
            known = _plain(["utf-8", "windows-1251", "utf-16", "cp866", "koi8-r"])
            encoding = yield from _ask(Question(about, known, _never, optional=False))
            return replace(mapping, encoding=encoding)
        case "no-id-column":
            return replace(mapping, id_column=None)
    raise error


def _plain(answers: Iterable[str]) -> tuple[Candidate, ...]:
    return tuple(Candidate(answer, Text(answer)) for answer in answers)


def _never(_: str) -> bool:
    return False


_IGNORED = Candidate(IGNORE, Text("не читать", "do not read"))


def _about_column(column: OpenColumn, facts: Sequence[Fact]) -> Question:
    names = {fact.name for fact in facts}
    likely = tuple(Candidate(fact.name, fact.title) for fact in column.likely)
    about = Text(f"Что стоит в столбце «{column.column}»?", f"What does the column '{column.column}' hold?")
    return Question(about, (*likely, _IGNORED), names.__contains__)


def _about_rivals(fact: Fact, keys: Sequence[str]) -> Question:
    about = Text(
        f"Из какого столбца брать «{fact.title.ru}»?", f"From which column is '{fact.title.in_('en')}' to be taken?"
    )
    return Question(about, _plain(keys), _never)


def _ask_ids(source: object, facts: Sequence[Fact], mapping: RosterMapping) -> Dialogue:
    header = draft_roster(source, Request.of(facts, mapping)).header
    ids = [heading.text for heading in header.headings if heading.meaning is Column.ID]
    if mapping.id_column is not None or len({words(id_) for id_ in ids}) <= 1:
        return mapping
    about = Text("Из какого столбца брать id?", "From which column are ids to be taken?")
    return replace(mapping, id_column=(yield from _ask(Question(about, _plain(ids), _never))) or None)


def _ask_day(mapping: RosterMapping, facts: Sequence[Fact]) -> Dialogue:
    named = {fact.name: fact for fact in facts}
    growing = any(isinstance(named[name].movement, Grows) for name in mapping.columns.values() if name in named)
    if mapping.as_of is not None or not growing:
        return mapping
    about = Text("На какую дату указан стаж?", "For which day is the experience stated?")
    answer = yield from _ask(Question(about, (), lambda text: not isinstance(read_day(text), str)))
    day = read_day(answer) if answer else None
    return replace(mapping, as_of=None if isinstance(day, str) else day)


def _ask_values(proposal: Proposal) -> Dialogue:
    values = {name: dict(texts) for name, texts in proposal.mapping.values.items()}
    for open_value in proposal.values:
        answer = yield from _ask(_about_value(open_value))
        if answer:
            values.setdefault(open_value.fact.name, {})[open_value.text] = answer
    return replace(proposal.mapping, values=values)


def _about_value(value: OpenValue) -> Question:
    fact = value.fact
    offered: tuple[Candidate, ...]
    if fact.type is FactType.BOOLEAN:
        offered = (Candidate("true", Text("да", "yes")), Candidate("false", Text("нет", "no")))
    else:
        offered = tuple(Candidate(listed.id, listed.title) for listed in fact.values)
    nothing = Candidate(IGNORE, Text("сведений нет", "nothing is known"))
    about = Text(
        f"«{fact.title.ru}»: что значит «{value.text}» (строк: {value.rows})?",
        f"'{fact.title.in_('en')}': what does '{value.text}' mean (rows: {value.rows})?",
    )
    return Question(about, (*offered, nothing), lambda answer: _is_value(fact, answer))


def _is_value(fact: Fact, answer: str) -> bool:
    try:
        fact.read(answer)
    except BadValueError:
        return False
    return True
