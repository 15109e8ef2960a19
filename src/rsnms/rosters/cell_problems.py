"""What is wrong with a cell of a roster: where, what was found, what is expected, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_messages import EXPECTED, TEXTS
from rsnms.rosters.messages import NEAREST
from rsnms.rosters.personal import hides, looks_personal
from rsnms.rosters.spelling import spellings
from rsnms.rules.wording import date_words, number_words, quoted, span_words

_LISTED = 12
_SUGGESTING = {"not-listed", "unknown-members"}
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a cell states no value of its fact. ``found`` is absent where it may be personal data."""

    code: str
    found: str | None = None
    words: Mapping[str, str | Text] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, fact: Fact, found: object, **words: str | Text) -> "Bad":
        """Make the finding, hiding what may be personal data."""
        text = str(found)
        hidden = hides(fact) or looks_personal(text)
        return cls(code, None if hidden else shortened(text), words)


def shortened(text: str) -> str:
    """A text on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """A fact that a row does not settle although something is written. Without a ``fact`` it concerns the whole row."""

    bad: Bad
    address: Address
    fact: Fact | None = None
    other: Address | None = None
    """The cell with which this one disagrees."""

    @property
    def code(self) -> str:
        """The kind of problem."""
        return self.bad.code

    @property
    def found(self) -> str | None:
        """What was found, where it may be shown."""
        return self.bad.found

    @property
    def nearest(self) -> str | None:
        """The title of the listed value that resembles what was found, if any does."""
        if self.fact is None or self.found is None or self.code not in _SUGGESTING:
            return None
        return _nearest(self.fact, str(self.bad.words.get("unknown", self.found)))

    def text(self, lang: Lang = "ru") -> str:
        """The whole message: the cell, the fact, what is wrong, and how to mend it."""
        title = self.fact.title.in_(lang) if self.fact else None
        about = f"{quoted(title, lang)}: " if title and title != self.address.heading else ""
        return f"{self.address.text(lang)}: {about}{self.message(lang)}"

    def message(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it, without the place."""
        template, advice = TEXTS[self.code]
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.bad.words.items()}
        hidden = "(не показано)" if lang == "ru" else "(not shown)"
        words["found"] = quoted(self.found, lang) if self.found else hidden
        words["expected"] = self.expected(lang)
        words["other"] = self.other.text(lang) if self.other else ""
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def expected(self, lang: Lang = "ru") -> str:
        """What the cell may hold."""
        return expected(self.fact, lang) if self.fact else ""

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "fact": self.fact.name if self.fact else None,
            "sheet": self.address.sheet,
            "row": self.address.row,
            "column": self.address.letters,
            "heading": self.address.heading,
            "found": self.found,
            "expected": self.expected(lang) or None,
            "nearest": self.nearest,
            "message": self.message(lang),
        }


@lru_cache(4096)
def _nearest(fact: Fact, found: str) -> str | None:
    return spellings(fact).nearest(found)


def expected(fact: Fact, lang: Lang = "ru") -> str:
    """What a cell of a fact may hold, in the words of a person who fills in tables."""
    if fact.type.is_listed:
        titles = [value.title.in_(lang) for value in fact.values]
        shown = "; ".join(titles[:_LISTED]) + ("; …" if len(titles) > _LISTED else "")
        return EXPECTED[fact.type].in_(lang).format(values=shown)
    return EXPECTED[fact.type].in_(lang)


def range_words(fact: Fact, lang: Lang = "ru") -> str:
    """The limits of a fact: "от 0 лет до 80 лет"."""
    low, high = (_bound(fact, bound, lang) for bound in (fact.lowest, fact.highest))
    lower, upper = ("от", "до") if lang == "ru" else ("from", "to")
    return " ".join([*([lower, low] if low else []), *([upper, high] if high else [])])


def _bound(fact: Fact, bound: object, lang: Lang) -> str:
    match fact.type, bound:
        case _, None:
            return ""
        case FactType.DATE, _:
            return date_words(bound, lang)  # type: ignore[arg-type]
        case FactType.DURATION, _:
            return span_words(bound, lang, genitive=True)  # type: ignore[arg-type]
    return number_words(bound, lang)  # type: ignore[arg-type]
