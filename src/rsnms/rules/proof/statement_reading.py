"""Reading statements of the language of properties, strictly: the place of every mistake is told.

``not`` (``не``) binds closest, then ``and`` (``и``), then ``or`` (``или``).
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from rsnms.domain.fact_values import read_date
from rsnms.domain.text import Text
from rsnms.policy.problems import nearest
from rsnms.rules.proof.statement import (
    CriterionName,
    FactName,
    Flow,
    Joined,
    Negated,
    Operand,
    Reference,
    Relation,
    Statement,
    StatementError,
)

_RELATIONS = {
    ("implies",): Relation.IMPLIES,
    ("влечёт",): Relation.IMPLIES,
    ("влечет",): Relation.IMPLIES,
    ("equivalent",): Relation.EQUIVALENT,
    ("равносильно",): Relation.EQUIVALENT,
    ("disjoint",): Relation.DISJOINT,
    ("несовместимо", "с"): Relation.DISJOINT,
    ("possible",): Relation.POSSIBLE,
    ("возможно",): Relation.POSSIBLE,
    ("always",): Relation.ALWAYS,
    ("всегда",): Relation.ALWAYS,
    ("monotone", "in"): Relation.MONOTONE,
    ("монотонно", "по"): Relation.MONOTONE,
    ("falling", "in"): Relation.FALLING,
    ("убывает", "по"): Relation.FALLING,
}
_OF_TWO = {Relation.IMPLIES, Relation.EQUIVALENT, Relation.DISJOINT}
_IN_FACT = {Relation.MONOTONE, Relation.FALLING}
_AND, _OR, _NOT = {"and", "и"}, {"or", "или"}, {"not", "не"}
_CRITERION = {"criterion", "критерий"}
_KEYWORDS = {*(word for words in _RELATIONS for word in words), *_AND, *_OR, *_NOT, *_CRITERION}
_TOKEN = re.compile(r"\s*(?:(?P<bracket>[()])|(?P<flow>\{)|(?P<word>[^\s(){}]+)|(?P<stray>\}))")
_REFERENCE = re.compile(r"(?:(?P<policy>[^:@]+):)?(?P<eligibility>[^:@/]+)(?:/(?P<part>[^:@/]+))?(?:@(?P<on>[^:@]+))?")
_MAX_DEPTH = 40
MAX_LENGTH = 10_000
"""Characters of a statement beyond which it is refused."""

_RELATION = Text(
    "отношение: implies (влечёт), equivalent (равносильно), disjoint (несовместимо с), possible (возможно), "
    "always (всегда), monotone in (монотонно по), falling in (убывает по)",
    "a relation: implies, equivalent, disjoint, possible, always, monotone in, falling in",
)
_OPERAND = Text(
    "право на включение, criterion с именем, условие в {…} или скобка",
    "an eligibility, criterion with a name, a condition in {…}, or a bracket",
)
_SHAPE = Text("[политика:]право[/основание или /gate][@дата]", "[policy:]eligibility[/ground or /gate][@date]")
_END_OF_TEXT = Text("конец утверждения", "the end of the statement")


def read_statement(text: str) -> Statement:
    """Read a property.

    Raises:
        StatementError: the text is no statement.
    """
    return _Reader(text).statement()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int

    @property
    def word(self) -> str:
        return self.text.lower() if self.kind == "word" else ""


class _Reader:
    """Reads by descent, a method for each thing of the grammar."""

    def __init__(self, text: str) -> None:
        self._text = text
        if len(text) > MAX_LENGTH:
            limit = Text(f"не больше {MAX_LENGTH} символов", f"at most {MAX_LENGTH} characters")
            raise StatementError(text, MAX_LENGTH, Text(f"{len(text)} символов", f"{len(text)} characters"), limit)
        self._tokens = _tokens(text)
        self._next = 0

    def statement(self) -> Statement:
        left = self._operand(0)
        relation = self._relation()
        right = self._operand(0) if relation in _OF_TWO else None
        fact = self._fact() if relation in _IN_FACT else None
        if self._token is not None:
            raise self._unexpected(_END_OF_TEXT, _AND | _OR if right else ())
        return Statement(self._text, relation, left, right, fact)

    @property
    def _token(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _takes(self, words: set[str]) -> bool:
        taken = self._token is not None and self._token.word in words
        self._next += taken
        return taken

    def _relation(self) -> Relation:
        ahead = tuple(token.word for token in self._tokens[self._next : self._next + 2])
        for words, relation in _RELATIONS.items():
            if ahead[: len(words)] == words:
                self._next += len(words)
                return relation
        for words in _RELATIONS:
            if len(words) == 2 and ahead[:1] == words[:1]:
                self._next += 1
                raise self._unexpected(Text(f"«{words[1]}» после «{words[0]}»", f"'{words[1]}' after '{words[0]}'"))
        raise self._unexpected(_RELATION, [words[0] for words in _RELATIONS])

    def _operand(self, depth: int) -> Operand:
        return self._joined(depth, _OR, is_all=False)

    def _joined(self, depth: int, words: set[str], *, is_all: bool) -> Operand:
        def part() -> Operand:
            return self._term(depth) if is_all else self._joined(depth, _AND, is_all=True)

        parts = [part()]
        while self._takes(words):
            parts.append(part())
        return Joined(tuple(parts), is_all) if len(parts) > 1 else parts[0]

    def _term(self, depth: int) -> Operand:
        token = self._token
        if depth > _MAX_DEPTH:
            limit = Text(f"не больше {_MAX_DEPTH} вложенных скобок и «не»", f"at most {_MAX_DEPTH} nested brackets")
            raise self._unexpected(limit)
        if self._takes(_NOT):
            return Negated(self._term(depth + 1))
        if token is None:
            raise self._unexpected(_OPERAND)
        self._next += 1
        if token.text == "(":
            inner = self._operand(depth + 1)
            if self._token is None or self._token.text != ")":
                raise self._unexpected(Text("закрывающая скобка «)»", "a closing bracket ')'"))
            self._next += 1
            return inner
        if token.kind == "flow":
            return Flow(token.position, token.text)
        if token.word in _CRITERION:
            name = self._name(Text("имя критерия", "the name of a criterion"))
            return CriterionName(name.position, name.text)
        if token.kind != "word" or token.word in _KEYWORDS:
            self._next -= 1
            raise self._unexpected(_OPERAND)
        return self._reference(token)

    def _reference(self, token: _Token) -> Reference:
        found = _REFERENCE.fullmatch(token.text)
        if found is None:
            raise StatementError(self._text, token.position, token.text, _SHAPE)
        on = None
        if found["on"] is not None:
            on = read_date(found["on"])
            if on is None:
                expected = Text("существующая дата вида 2024-01-31", "an existing date such as 2024-01-31")
                raise StatementError(self._text, token.position + found.start("on"), found["on"], expected)
        return Reference(token.position, found["policy"], found["eligibility"], found["part"], on)

    def _fact(self) -> FactName:
        token = self._name(Text("имя факта", "the name of a fact"))
        return FactName(token.position, token.text)

    def _name(self, expected: Text) -> _Token:
        token = self._token
        if token is None or token.kind != "word" or token.word in _KEYWORDS:
            raise self._unexpected(expected)
        self._next += 1
        return token

    def _unexpected(self, expected: Text, known: Collection[str] = ()) -> StatementError:
        token = self._token
        if token is None:
            return StatementError(self._text, len(self._text.rstrip()), _END_OF_TEXT, expected)
        guess = nearest(token.word, sorted(known)) if known and token.word else None
        return StatementError(self._text, token.position, token.text, expected, guess)


def _tokens(text: str) -> list[_Token]:
    found, position = [], 0
    while text[position:].strip():
        match = _TOKEN.match(text, position)
        assert match is not None  # noqa: S101 - some kind of token begins with every character
        kind = str(match.lastgroup)
        start = match.start(kind)
        if kind == "stray":
            raise StatementError(text, start, "}", _OPERAND)
        position = _flow_end(text, start) if kind == "flow" else match.end()
        found.append(_Token(kind, text[start:position], start))
    return found


def _flow_end(text: str, start: int) -> int:
    """Where the braces that begin at a place are closed; those within quotation marks do not count."""
    depth, quote = 0, ""
    for position in range(start, len(text)):
        character = text[position]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        else:
            depth += (character == "{") - (character == "}")
            if depth == 0:
                return position + 1
    raise StatementError(text, len(text), _END_OF_TEXT, Text("закрывающая скобка «}»", "a closing brace '}'"))
