"""Facts of a case: values as policies write them, sets of facts by name, and facts that vary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from rsnms.domain.fact import About, Atom, BadValueError, Fact
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.problems import Path, Place, nearest
from rsnms.policy.validation import shape_of
from rsnms.policy_tests.case import Facts
from rsnms.policy_tests.messages import CaseProblem

UNKNOWN = "unknown"
"""Written as the value of a fact that is not known."""
MOST_VARIANTS = 500
"""Cases that one test may make."""

_MAPPING = Text("набор «факт: значение»", "a mapping 'fact: value'")
_VALUES = Text("непустой список значений", "a list of values that is not empty")
_ONE_VALUE = Text("одно значение", "one value")

Stated = dict[str, Atom | Span | None]
"""Facts as far as they are stated; ``None`` where one is said to be unknown."""


@dataclass(frozen=True, slots=True)
class Variant:
    """The facts of one case; ``label`` says what varies, ``place`` where the varying value stands."""

    facts: Facts
    label: str = ""
    place: Place | None = None


class FactReader:
    """Reads facts of one vocabulary from a document; mistakes go to the document."""

    def __init__(self, document: Document, vocabulary: Mapping[str, Fact], about: About) -> None:
        self._document = document
        self._vocabulary = vocabulary
        self._about = about

    def mapping(self, data: object, path: Path) -> Stated:
        """What a mapping of facts says; what is mistaken is left out."""
        if data is UNREAD or data is None:
            return {}
        if not isinstance(data, dict):
            self._report("wrong-shape", path, shape_of(data), expected=_MAPPING)
            return {}
        stated: Stated = {}
        for name, value in data.items():
            fact = self._fact(name, path)
            if fact and value is not UNREAD:
                self._take(stated, fact, value, (*path, name))
        return stated

    def variants(self, base: Stated, vary: Mapping[str, object], path: Path) -> Iterator[Variant]:
        """The cases that the varying facts make of the others: one for each combination of their values."""
        choices = [list(self._choices(name, values, path)) for name, values in vary.items()]
        number = prod(map(len, choices))
        if number > MOST_VARIANTS:
            self._report("too-many-cases", path, str(number), expected=Text(str(MOST_VARIANTS)))
            return
        for chosen in product(*choices):
            facts = base | {fact.name: value for fact, value, _, _ in chosen}
            known = {name: value for name, value in facts.items() if value is not None}
            label = ", ".join(f"{fact.name}: {shown}" for fact, _, shown, _ in chosen)
            yield Variant(known, label, chosen[-1][3] if chosen else None)

    def check_names(self, names: Sequence[str], path: Path) -> None:
        """Report names that are no facts."""
        is_list = self._document.is_list(path)
        for index, name in enumerate(names):
            if name not in self._vocabulary:
                guess, expected = nearest(name, self._vocabulary), Text(str(self._about))
                self._report("unknown-fact", (*path, index) if is_list else path, name, expected=expected, guess=guess)

    def _choices(self, name: str, values: object, path: Path) -> Iterator[tuple[Fact, Atom | Span | None, str, Place]]:
        fact, path = self._fact(name, path), (*path, name)
        if fact is None or values is UNREAD:
            return
        if not isinstance(values, list) or not values:
            self._report("wrong-shape", path, shape_of(values), expected=_VALUES)
            return
        given: list[Atom | None] = []
        for index, said in enumerate(values):
            stated: Stated = {}
            if said is not UNREAD:
                self._take(stated, fact, said, (*path, index))
            if fact.name in stated:
                shown = ", ".join(said) if isinstance(said, list) else str(said)
                place = self._document.place((*path, index))
                value = stated[fact.name]
                atom = None if value is None else fact.atom(value)
                if atom in given:
                    self._report("repeated-value", (*path, index), shown, expected=Text(fact.name))
                given.append(atom)
                yield fact, value, f"[{shown}]" if isinstance(said, list) else shown, place

    def _fact(self, name: str, path: Path) -> Fact | None:
        fact = self._vocabulary.get(name)
        if fact is None:
            whole = (*path, name)
            place, guess = self._document.key_place(whole), nearest(name, self._vocabulary)
            problem = CaseProblem("unknown-fact", place, whole, name, Text(str(self._about)), guess)
            self._document.problems.append(problem)
        return fact

    def _take(self, stated: Stated, fact: Fact, said: object, path: Path) -> None:
        """Read a value; one text is also a set of one member."""
        if said == UNKNOWN:
            stated[fact.name] = None
            return
        if isinstance(said, str):
            said = [said]
        elif not isinstance(said, list) or not fact.type.is_set:
            self._report("wrong-shape", path, shape_of(said), expected=fact.expected() if said else _ONE_VALUE)
            return
        read = [self._read(fact, text, path) for text in said if text is not UNREAD]
        if None in read or len(read) < len(said):
            return
        try:
            value = frozenset(map(str, read)) if fact.type.is_set else read[0]
            fact.atom(value)
        except BadValueError as error:
            self._report("wrong-value", path, str(said[0]), expected=error.expected)
            return
        stated[fact.name] = value

    def _read(self, fact: Fact, text: object, path: Path) -> Atom | Span | None:
        if not isinstance(text, str):
            self._report("wrong-shape", path, shape_of(text), expected=fact.expected())
            return None
        try:
            return fact.read(text)
        except BadValueError as error:
            self._report("wrong-value", path, text, expected=error.expected, guess=error.nearest)
            return None

    def _report(self, code: str, path: Path, found: str | Text, *, expected: Text, guess: str | None = None) -> None:
        place = self._document.place(path)
        self._document.problems.append(CaseProblem(code, place, path, found, expected, guess))
