"""Subjects of scientific and methodical activity (субъекты научно-методической деятельности) and what they do."""

from enum import StrEnum

from rsnms.domain.base import Value
from rsnms.domain.level import Level


class Modality(StrEnum):
    """The force of a statement of an act."""

    MUST = "must"
    """An obligation or a general rule."""
    MAY = "may"
    """A permission ("допускается")."""
    RECOMMENDED = "recommended"
    """A recommendation."""
    BASE = "base"
    """A description of the core ("основу составляют"): it excludes nobody."""


class SubjectKind(StrEnum):
    """What a subject is made of."""

    AUTHORITY = "authority"
    """An education authority (орган управления образованием)."""
    ORGANISATION = "organisation"
    """A legal entity or its branch."""
    CENTRE = "centre"
    """A structural unit with a name and tasks of its own, such as a ЦНППМ."""
    SERVICE = "service"
    """A methodical service (методическая служба)."""
    COLLEGIAL_BODY = "collegial-body"
    """A council (методический совет)."""
    ASSOCIATION = "association"
    """A methodical association (методическое объединение)."""
    COMMUNITY = "community"
    """A professional community, a club (профессиональное сообщество)."""
    ACTIVE = "active"
    """A methodical active (методический актив)."""
    PAIR = "pair"
    """A pair of educators (пара педагогов)."""
    ROLE = "role"
    """A role that a person holds, such as tutor or methodist."""


class StatementKind(StrEnum):
    """What an act says that a subject has."""

    FUNCTION = "function"
    RIGHT = "right"
    DUTY = "duty"


class Statement(Value):
    """One function (функция), right (право) or duty (обязанность) of a subject, with the clause that gives it."""

    id: str
    kind: StatementKind
    title: str
    clause: str | None = None
    item: int | None = None
    """The place in the clause's unnumbered list, from 1."""
    act: str | None = None
    origin: str | None = None
    """The policy that states it; a subject may keep statements of its parents."""
    activity: str | None = None
    """The canonical activity of the federal base, by which acts are compared."""
    modality: Modality = Modality.MUST
    reading: str | None = None


class Subject(Value):
    """A subject of the system: its level, its place in the structure and its statements."""

    id: str
    title: str
    kind: SubjectKind
    level: Level
    clause: str | None = None
    item: int | None = None
    official_name: str | None = None
    part_of: str | None = None
    in_structure: bool = True
    """Whether the act's list of subjects names it (структура системы); others occur elsewhere in the act."""
    modality: Modality = Modality.MUST
    statements: tuple[Statement, ...] = ()
    reading: str | None = None

    def of_kind(self, kind: StatementKind) -> tuple[Statement, ...]:
        """The subject's functions, rights or duties."""
        return tuple(statement for statement in self.statements if statement.kind is kind)

    @property
    def functions(self) -> tuple[Statement, ...]:
        """The subject's functions."""
        return self.of_kind(StatementKind.FUNCTION)

    @property
    def rights(self) -> tuple[Statement, ...]:
        """The subject's rights."""
        return self.of_kind(StatementKind.RIGHT)

    @property
    def duties(self) -> tuple[Statement, ...]:
        """The subject's duties."""
        return self.of_kind(StatementKind.DUTY)
