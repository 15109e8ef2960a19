"""Educators and managers (педагогические работники и управленческие кадры), and pairs of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from rsnms.domain.base import Value
from rsnms.domain.calendar import add_months
from rsnms.domain.category import Category, SpecialCategory
from rsnms.domain.competency import Deficit, Diagnosis, Training
from rsnms.domain.experience import Experience
from rsnms.domain.organisation import Organisation

_EARLIEST_WORK = 14 * 12
"""Nobody works before fourteen (Labour Code, art. 63); in months."""


class Post(StrEnum):
    """A post by its kind (nomenclature of Government decree 21.02.2022 № 225)."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy-head"
    UNIT_HEAD = "unit-head"
    TEACHER = "teacher"
    LECTURER = "lecturer"
    """Преподаватель, including university staff."""
    PRESCHOOL_EDUCATOR = "preschool-educator"
    ADDITIONAL_EDUCATOR = "additional-educator"
    METHODIST = "methodist"
    TUTOR = "tutor"
    PSYCHOLOGIST = "psychologist"
    OTHER_PEDAGOGICAL = "other-pedagogical"
    OTHER = "other"


class Education(StrEnum):
    """The highest education, a pedagogical one first."""

    HIGHER_PEDAGOGICAL = "higher-pedagogical"
    HIGHER_OTHER = "higher-other"
    VOCATIONAL_PEDAGOGICAL = "vocational-pedagogical"
    VOCATIONAL_OTHER = "vocational-other"
    GENERAL = "general"


class Role(StrEnum):
    """Roles that the acts name beside a post; a jurisdiction may add others in its vocabulary."""

    HEAD_OF_ASSOCIATION = "head-of-methodical-association"
    HEAD_OF_MUNICIPAL_ASSOCIATION = "head-of-municipal-methodical-association"
    HEAD_OF_COUNCIL = "head-of-council"
    LEAD_EXAM_EXPERT = "lead-exam-expert"
    SENIOR_EXAM_EXPERT = "senior-exam-expert"
    EXAM_EXPERT = "exam-expert"
    ATTESTATION_CHAIR = "attestation-chair"
    ATTESTATION_EXPERT = "attestation-expert"
    TUTOR = "tutor"
    MENTOR = "mentor"
    COMMUNITY_LEADER = "community-leader"
    MUNICIPAL_SERVICE_METHODIST = "municipal-service-methodist"
    MUNICIPAL_METHODIST = "municipal-methodist"
    REGIONAL_METHODIST = "regional-methodist"
    INNOVATION_SITE_WORKER = "innovation-site-worker"
    CONTEST_WINNER = "contest-winner"
    CNPPM_STAFF = "cnppm-staff"
    METHODICAL_CENTRE_STAFF = "methodical-centre-staff"


class Educator(Value):
    """A person of the education system. Whatever is not known stays ``None``; an empty set is knowledge.

    Raises:
        pydantic.ValidationError: the values contradict each other (a category decided before birth, experience
            longer than a working life, a diagnostics before birth).
    """

    id: str | None = None
    birth_date: date | None = None
    post: Post | None = None
    teaches: bool | None = None
    """Осуществляет педагогическую деятельность."""
    pedagogical_duties: bool | None = None
    """Выполняет обязанности по обучению, воспитанию или организации образовательной деятельности."""
    manages_organisation: bool | None = None
    """Осуществляет руководство организацией."""
    organisation: Organisation = Field(default_factory=Organisation)
    subjects: frozenset[str] | None = None
    education: Education | None = None
    category: Category | None = None
    special_categories: frozenset[SpecialCategory] | None = None
    specialty_experience: Experience | None = None
    """Стаж работы по специальности."""
    pedagogical_experience: Experience | None = None
    """Педагогический стаж."""
    work_started_on: date | None = None
    long_break: bool | None = None
    """Длительный перерыв в педагогической деятельности."""
    young_specialist: bool | None = None
    supported_as_young: bool | None = None
    """Участвует в формах поддержки и сопровождения молодых педагогов."""
    has_regional_methodist: bool | None = None
    """Закреплён за региональным методистом."""
    roles: frozenset[str] | None = None
    diagnostics_passed: bool | None = None
    diagnoses: tuple[Diagnosis, ...] | None = None
    trained_in_methodical_support: bool | None = None
    trained_in_tutoring: bool | None = None
    trainings: tuple[Training, ...] | None = None
    steadily_high_results: bool | None = None
    """Обучающиеся демонстрируют стабильно высокие результаты."""
    contribution: bool | None = None
    """Вклад в совершенствование муниципальной системы образования, attested."""
    competencies: frozenset[str] | None = None
    """Competencies that the person can pass on."""
    deficits: tuple[Deficit, ...] | None = None
    other_facts: Mapping[str, Any] = Field(default_factory=dict)
    """Facts that a jurisdiction declares beyond the standard ones, by name."""

    @model_validator(mode="after")
    def _life_is_consistent(self) -> "Educator":
        if self.birth_date is None:
            return self
        for what, day in self._events():
            if day is not None and day < self.birth_date:
                raise ValueError(f"{what} on {day} precedes the birth on {self.birth_date}")
        working_age = add_months(self.birth_date, _EARLIEST_WORK)
        for what, began in self._beginnings_of_work():
            if began is not None and began < working_age:
                raise ValueError(f"{what} would begin on {began}, before the age of 14 on {working_age}")
        return self

    def _events(self) -> Iterator[tuple[str, date | None]]:
        if self.category:
            yield "the category decided", self.category.decided_on
            yield "the category's last day", self.category.until
        for diagnosis in self.diagnoses or ():
            yield "a diagnostics", diagnosis.on
        for training in self.trainings or ():
            yield "a training", training.completed_on
        for deficit in self.deficits or ():
            yield "a deficit found", deficit.found_on

    def _beginnings_of_work(self) -> Iterator[tuple[str, date | None]]:
        yield "the work", self.work_started_on
        if self.specialty_experience:
            yield "the specialty experience", self.specialty_experience.began_by
        if self.pedagogical_experience:
            yield "the pedagogical experience", self.pedagogical_experience.began_by

    def facts(self) -> dict[str, Any]:
        """The person's known facts by name, before any time is applied; unknown ones are absent."""
        facts = {name: getattr(self, name) for name in _DIRECT}
        facts |= {name: getattr(self.organisation, attribute) for name, attribute in _OF_ORGANISATION.items()}
        if self.category:
            facts |= {
                "category": self.category.level,
                "category_decided_on": self.category.decided_on,
                "category_until": self.category.until,
            }
        facts |= _event("diagnostics_passed", "diagnosed_on", self.diagnostics_passed, self._diagnosed())
        for kind in ("methodical_support", "tutoring"):
            name = f"trained_in_{kind}"
            facts |= _event(name, f"{name}_on", getattr(self, name), self._trained(kind))
        if self.deficits is not None:
            facts["deficits"] = frozenset(deficit.competency for deficit in self.deficits)
        return {name: value for name, value in facts.items() if value is not None} | dict(self.other_facts)

    def _diagnosed(self) -> list[date] | None:
        return None if self.diagnoses is None else [diagnosis.on for diagnosis in self.diagnoses]

    def _trained(self, kind: str) -> list[date] | None:
        return None if self.trainings is None else [t.completed_on for t in self.trainings if getattr(t, kind)]


def _event(name: str, day_name: str, stated: bool | None, days: list[date] | None) -> dict[str, Any]:
    """What is known of an event: what was stated, else its first day, else that a full record lacks it."""
    if stated is not None or days is None:
        return {name: stated}
    return {day_name: min(days)} if days else {name: False}


_DIRECT = (
    "birth_date",
    "post",
    "teaches",
    "pedagogical_duties",
    "manages_organisation",
    "subjects",
    "education",
    "special_categories",
    "specialty_experience",
    "pedagogical_experience",
    "work_started_on",
    "long_break",
    "young_specialist",
    "supported_as_young",
    "has_regional_methodist",
    "roles",
    "steadily_high_results",
    "contribution",
    "competencies",
)
_OF_ORGANISATION = {
    "organisation": "name",
    "municipality": "municipality",
    "organisation_kind": "kind",
    "organisation_runs_general_programmes": "runs_general_programmes",
    "organisation_traits": "traits",
}


class Pair(Value):
    """A pair of educators (пара педагогов): one who passes on, one who learns."""

    mentor: Educator
    mentee: Educator
    id: str | None = None

    def facts(self) -> dict[str, Any]:
        """The known facts of both, named ``mentor.…`` and ``mentee.…``."""
        return {
            f"{side}.{name}": value
            for side, person in (("mentor", self.mentor), ("mentee", self.mentee))
            for name, value in person.facts().items()
        }
