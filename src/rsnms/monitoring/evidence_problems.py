"""What is wrong with evidence: why a row does not count, and what its table leaves out. It holds no personal data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rsnms.domain.text import Lang, Text
from rsnms.monitoring.evidence_messages import NOTES, ROWS, TABLES
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_problems import shortened
from rsnms.rosters.messages import NEAREST
from rsnms.rosters.personal import looks_personal
from rsnms.rosters.problems import Problem, Severity
from rsnms.rules.wording import quoted


class TableProblem(Problem):
    """A problem of a table as a whole, in words of its own where those of rosters would mislead."""

    __slots__ = ()

    @property
    def severity(self) -> Severity:
        """How much it matters; a table without evidence is none that somebody has to mend."""
        return Severity.NOTE if self.code in NOTES else super().severity

    @property
    def template(self) -> tuple[Text, Text | None]:
        """What is said of problems of this code, and the advice."""
        return TABLES.get(self.code) or super().template

    @classmethod
    def like(cls, problem: Problem) -> "TableProblem":
        """What a roster's problem is in a table of evidence."""
        return cls(problem.code, problem.words, problem.rows, problem.nearest)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row does not count. ``found`` is absent where there is nothing, or it may be personal data."""

    code: str
    found: str | None = None
    words: Mapping[str, str | Text] = field(default_factory=dict)
    nearest: str | None = None
    address: Address | None = None

    @classmethod
    def of(
        cls, code: str, found: str | None = None, *, nearest: str | None = None, **words: str | Text
    ) -> "RowProblem":
        """Make the problem, hiding what may be personal data."""
        shown = None if found is None or looks_personal(found) else shortened(found)
        return cls(code, shown, words, nearest)

    def at(self, address: Address) -> "RowProblem":
        """The same problem with its place."""
        return replace(self, address=address)

    @property
    def severity(self) -> Severity:
        """Whether somebody has to mend something."""
        return Severity.NOTE if self.code in NOTES else Severity.ERROR

    def text(self, lang: Lang = "ru") -> str:
        """The place, what is wrong, and how to mend it."""
        return f"{self.address.text(lang)}: {self.message(lang)}" if self.address else self.message(lang)

    def message(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it, without the place."""
        template, advice = ROWS[self.code]
        words = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in self.words.items()}
        words["found"] = quoted(self.found, lang) if self.found else "(не показано)" if lang == "ru" else "(not shown)"
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        place, expected = self.address, self.words.get("expected")
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sheet": place.sheet if place else None,
            "row": place.row if place else None,
            "column": place.letters if place else None,
            "heading": place.heading if place else None,
            "found": self.found,
            "expected": expected.in_(lang) if isinstance(expected, Text) else expected,
            "nearest": self.nearest,
            "message": self.message(lang),
        }
