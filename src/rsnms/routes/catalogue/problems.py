"""What is wrong with a catalogue: where, what was found, what is expected, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rsnms.domain.text import Lang, Text
from rsnms.monitoring.evidence_problems import TableProblem
from rsnms.policy.problems import Path, Place, PolicyError, shown_path
from rsnms.policy.problems import Problem as FileProblem
from rsnms.rosters.addresses import Address
from rsnms.rosters.cell_problems import CellProblem, shortened
from rsnms.rosters.messages import NEAREST
from rsnms.rosters.problems import Problem, Severity
from rsnms.rosters.sheet import column_number
from rsnms.routes.catalogue.messages import OFFERS, TABLES
from rsnms.rules.wording import quoted


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of a YAML file: its line and column, and its path."""

    place: Place
    path: Path = ()

    def text(self, lang: Lang = "ru") -> str:  # noqa: ARG002 - addresses ask for a language
        """The place, then the path: ``catalogue.yaml:3:5, offers[0].kind``."""
        return f"{self.place}, {shown_path(self.path)}" if self.path else str(self.place)


Where = Address | Spot


@dataclass(frozen=True, slots=True)
class CatalogueProblem:
    """One problem; an error rejects the offer in which it stands, or leaves a column unread."""

    code: str
    message: Text
    """What is wrong and how to mend it, without the place."""
    where: Where | None = None
    found: str | None = None
    expected: Text | None = None
    nearest: str | None = None
    is_error: bool = True

    @classmethod
    def of(
        cls, code: str, where: Where | None, found: str | None = None, nearest: str | None = None, **words: str | Text
    ) -> "CatalogueProblem":
        """Make the problem from its code and the words that belong to it."""
        shown = None if found is None else shortened(found)
        expected = words.get("expected")
        said = [_said(OFFERS[code], words, shown, nearest, lang) for lang in _LANGS]
        return cls(code, Text(*said), where, shown, expected if isinstance(expected, Text) else None, nearest)

    @classmethod
    def in_file(cls, problem: FileProblem) -> "CatalogueProblem":
        """What strict reading of YAML has found."""
        found = problem.found.ru if isinstance(problem.found, Text) else problem.found
        said, where = Text(problem.text(), problem.text("en")), Spot(problem.place, problem.path)
        return cls(problem.code, said, where, found or None, problem.expected, problem.nearest)

    @classmethod
    def in_cell(cls, error: CellProblem) -> "CatalogueProblem":
        """What strict reading of a cell has found."""
        if error.code == "two-columns" and error.other is not None:
            return cls.of("other-column", error.address, other=Text(error.other.text(), error.other.text("en")))
        said = Text(error.message(), error.message("en"))
        expected = Text(error.expected(), error.expected("en"))
        return cls(error.code, said, error.address, error.found, expected, error.nearest)

    @classmethod
    def in_table(cls, problem: Problem) -> "CatalogueProblem":
        """What was found of a table as a whole."""
        about = CatalogueTable.like(problem)
        said, is_error = Text(about.text(), about.text("en")), about.severity is Severity.ERROR
        return cls(about.code, said, nearest=about.nearest, is_error=is_error)

    @property
    def order(self) -> tuple[int, int]:
        """Where it stands among others: what concerns the whole comes first."""
        match self.where:
            case Address(row, letters):
                return row, column_number(letters or "")
            case Spot(place):
                return place.line, place.column
        return 0, 0

    def text(self, lang: Lang = "ru") -> str:
        """The place, what is wrong, and how to mend it."""
        said = self.message.in_(lang)
        return f"{self.where.text(lang)}: {said}" if self.where else said

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine; rows and columns count from 1."""
        address = self.where if isinstance(self.where, Address) else None
        spot = self.where if isinstance(self.where, Spot) else None
        return {
            "code": self.code,
            "severity": "error" if self.is_error else "note",
            "row": address.row if address else spot.place.line if spot else None,
            "column": address.letters if address else spot.place.column if spot else None,
            "path": shown_path(spot.path) if spot else address.heading if address else None,
            "found": self.found,
            "expected": self.expected.in_(lang) if self.expected else None,
            "nearest": self.nearest,
            "message": self.message.in_(lang),
        }


_LANGS: tuple[Lang, Lang] = ("ru", "en")


def _said(
    template: tuple[Text, Text | None],
    words: Mapping[str, str | Text],
    found: str | None,
    nearest: str | None,
    lang: Lang,
) -> str:
    message, advice = template
    shown = {name: word.in_(lang) if isinstance(word, Text) else word for name, word in words.items()}
    shown["found"] = quoted(found or "", lang)
    said = [message.in_(lang).format(**shown)]
    if nearest:
        said.append(NEAREST.in_(lang).format(nearest=nearest))
    if advice:
        said.append(advice.in_(lang))
    return " ".join(said)


class CatalogueTable(TableProblem):
    """A problem of a table of offers as a whole, in words of its own where those of rosters would mislead."""

    __slots__ = ()

    @property
    def severity(self) -> Severity:
        """How much it matters; a catalogue without offers has to be mended."""
        return Severity.ERROR if self.code == "no-rows" else super().severity

    @property
    def template(self) -> tuple[Text, Text | None]:
        """What is said of problems of this code, and the advice."""
        return TABLES.get(self.code) or super().template

    @classmethod
    def like(cls, problem: Problem) -> "CatalogueTable":
        """What a roster's problem is in a catalogue."""
        return cls(problem.code, problem.words, problem.rows, problem.nearest)


class CatalogueError(PolicyError):
    """A YAML catalogue of which nothing can be read, with every problem found in it."""
