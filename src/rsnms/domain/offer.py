"""Offers of a catalogue (предложения каталога): what an individual educational route is composed of."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field, model_validator

from rsnms.domain.base import Value
from rsnms.domain.competency import Severity


class OfferKind(StrEnum):
    """What an offer is."""

    UPSKILLING = "upskilling"
    """Программа повышения квалификации (ДПП ПК)."""
    RETRAINING = "retraining"
    """Программа профессиональной переподготовки (ДПП ПП)."""
    INTERNSHIP = "internship"
    """Стажировка."""
    MASTER_CLASS = "master-class"
    COMMUNITY = "community"
    """Участие в профессиональном сообществе."""
    WEBINAR = "webinar"
    CONSULTATION = "consultation"
    MENTORING = "mentoring"
    """Наставничество."""
    SELF_EDUCATION = "self-education"
    """Самообразование."""

    @property
    def is_programme(self) -> bool:
        """Whether it is a programme of further professional education."""
        return self in (OfferKind.UPSKILLING, OfferKind.RETRAINING)


class EducationKind(StrEnum):
    """Formal, non-formal and informal education (формальное, неформальное, информальное)."""

    FORMAL = "formal"
    NON_FORMAL = "non-formal"
    INFORMAL = "informal"


class StudyForm(StrEnum):
    """How one takes part (форма обучения)."""

    IN_PERSON = "in-person"
    DISTANCE = "distance"
    MIXED = "mixed"
    NETWORKED = "networked"
    """Сетевая форма."""
    CASCADE = "cascade"
    """Каскадная модель."""


class Session(Value):
    """One run of an offer, both days included; ``seats`` is ``None`` where nobody limits them."""

    starts_on: date
    ends_on: date
    seats: int | None = Field(default=None, ge=0)
    place: str | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Session":
        if self.ends_on < self.starts_on:
            raise ValueError(f"the session ends on {self.ends_on}, before it starts on {self.starts_on}")
        return self


class Audience(Value):
    """For whom an offer is made; what is ``None`` excludes nobody."""

    posts: frozenset[str] | None = None
    subjects: frozenset[str] | None = None
    """Subjects taught, lower case."""
    organisation_kinds: frozenset[str] | None = None


class Offer(Value):
    """Something that closes deficits: a programme, an internship, a master class, mentoring."""

    id: str
    title: str
    kind: OfferKind
    gains: Mapping[str, Severity]
    """By competency, the most severe deficit that it closes."""
    hours: int = Field(ge=0)
    education: EducationKind = EducationKind.NON_FORMAL
    form: StudyForm = StudyForm.IN_PERSON
    technologies: tuple[str, ...] = ()
    """Образовательные технологии, in words."""
    audience: Audience = Audience()
    sessions: tuple[Session, ...] = ()
    """Dated runs; none where one may begin on any day."""
    register_from: date | None = None
    """First day in the federal register (федеральный реестр ДПП); ``None`` where it is not in it."""
    register_until: date | None = None
    provider: str | None = None
    prerequisites: frozenset[str] = frozenset()
    """Offers that have to be completed before."""
    cost: Decimal = Field(default=Decimal(0), ge=0)
    """In roubles."""

    def closes(self, competency: str, severity: Severity) -> bool:
        """Whether it closes a deficit of a severity."""
        gain = self.gains.get(competency)
        return gain is not None and gain.rank >= severity.rank

    def in_register(self, on: date) -> bool:
        """Whether it stands in the federal register on a day."""
        if self.register_from is None or on < self.register_from:
            return False
        return self.register_until is None or on <= self.register_until
