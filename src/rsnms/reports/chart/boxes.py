"""Subjects as boxes: what stands in each, and how large that makes it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from rsnms.domain.level import Level
from rsnms.domain.subject import Subject
from rsnms.domain.text import Lang, Unit
from rsnms.reports.chart.lettering import wrap
from rsnms.reports.chart.words import DIRECTS
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import count_words
from rsnms.survey.structure import Structure

UNIT = 12.0
"""Tops, heights and gaps are multiples of it, so horizontal lines either share a row or keep apart."""
COLUMN, INDENT, PADDING, GAP = 212.0, 18.0, 10.0, UNIT
TITLE, CAPTION, TITLE_LINE, CAPTION_LINE = 13.0, 11.0, 16.0, 14.0
_DEEPEST = 3
_ROWS_FOR_AN_END = 0.7
"""Lines end at both sides of a box, in rows of one unit; more may come from one side than from the other."""
_FUNCTIONS = Unit("функция", "функции", "функций", ("function", "functions"))


@dataclass(frozen=True, slots=True)
class Box:
    """A subject, with its place once it has one."""

    subject: Subject
    title: tuple[str, ...]
    caption: tuple[str, ...]
    width: float
    height: float
    depth: int = 0
    parent: str | None = None
    """The box on the same lane of which it is part."""
    x: float = 0.0
    y: float = 0.0
    column: int = 0

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height


def families(structure: Structure, level: Level, lang: Lang) -> Iterator[tuple[Box, ...]]:
    """The subjects of a level: each that is part of no other, followed by its parts and theirs."""
    for head in structure.heads(level):
        boxes: dict[str, Box] = {}
        for subject in structure.family(head):
            around = boxes.get(subject.part_of or "")
            depth = around.depth + 1 if around else 0
            boxes[subject.id] = _box(structure, subject, depth, around.subject.id if around else None, lang)
        yield tuple(boxes.values())


def _box(structure: Structure, subject: Subject, depth: int, parent: str | None, lang: Lang) -> Box:
    width = COLUMN - INDENT * min(depth, _DEEPEST)
    room = width - 2 * PADDING
    title = tuple(wrap(subject.title, room, TITLE, bold=True))
    caption = tuple(line for said in _captions(structure, subject, lang) for line in wrap(said, room, CAPTION))
    lettering = 2 * PADDING + TITLE_LINE * len(title) + CAPTION_LINE * len(caption)
    height = max(ceil(lettering / UNIT), ceil(_ends(structure, subject) * _ROWS_FOR_AN_END) + 2) * UNIT
    return Box(subject, title, caption, width, height, depth, parent)


def _ends(structure: Structure, subject: Subject) -> int:
    """How many lines begin and end at a box; those of one relation begin together."""
    begin = {tie.relation for tie in structure.ties if tie.source == subject.id}
    return len(begin) + sum(tie.target == subject.id for tie in structure.ties)


def _captions(structure: Structure, subject: Subject, lang: Lang) -> Iterator[str]:
    """What stands below the title: where the act says it, how much it does, whether it directs the system."""
    functions = len(subject.functions) + len(subject.duties)
    said = [clause_words(subject.clause, lang), count_words(functions, _FUNCTIONS, lang) if functions else ""]
    yield " · ".join(filter(None, said))
    for relation in dict.fromkeys(governance.relation for governance in structure.directing.get(subject.id, ())):
        yield DIRECTS[relation].in_(lang)
