"""Offers from a YAML file, read strictly: every mistake at once, with its line and column.

::

    offers:
      - id: ПК-001
        title: Формирующее оценивание
        kind: upskilling
        gains: {methodical: high, ict: medium}
        hours: 36
        form: distance
        technologies: [дистанционные образовательные технологии, кейс-метод]
        audience: {posts: [teacher], subjects: [физика], organisation_kinds: [general]}
        sessions: [{from: 2025-02-03, until: 2025-02-14, seats: 25, place: Барнаул}]
        register: {from: 2024-01-15, until: 2026-12-31}
        provider: Институт развития образования
        prerequisites: [ПК-000]
        cost: 12500.50
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from rsnms.domain.competency import Severity
from rsnms.domain.educator import Post
from rsnms.domain.fact import Fact
from rsnms.domain.fact_values import read_date
from rsnms.domain.offer import Audience, EducationKind, OfferKind, StudyForm
from rsnms.domain.organisation import OrganisationKind
from rsnms.domain.text import Text
from rsnms.policy.document import Document
from rsnms.policy.forms import Day, Form, Names, Words, refuse
from rsnms.policy.problems import Path as PathInDocument
from rsnms.policy.problems import nearest
from rsnms.policy.reader import read_document
from rsnms.policy.validation import validate
from rsnms.routes.catalogue.checks import At, Run, Stated, education_of, offer_of, offer_problems
from rsnms.routes.catalogue.framework import nearest_id
from rsnms.routes.catalogue.problems import CatalogueError, CatalogueProblem, Spot


def _whole(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{1,6}", text):
        raise refuse("целое число от 0", "a whole number from 0")
    return int(text)


def _roubles(text: object) -> object:
    if not isinstance(text, str) or not re.fullmatch(r"[0-9]{1,12}([.,][0-9]{1,2})?", text):
        raise refuse("рубли, например 12500.50", "roubles such as 12500.50")
    return Decimal(text.replace(",", "."))


_one_is_a_list = BeforeValidator(lambda one: [one] if isinstance(one, str) else one)
_Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
_Roubles = Annotated[Decimal, BeforeValidator(_roubles), WithJsonSchema({"type": "number", "minimum": 0})]


class _SessionForm(Form):
    starts_on: Day = Field(alias="from")
    until: Day | None = None
    """Without it the session lasts one day."""
    seats: _Whole | None = None
    place: Words | None = None


class _AudienceForm(Form):
    posts: Annotated[list[Post], _one_is_a_list] | None = None
    subjects: Names | None = None
    organisation_kinds: Annotated[list[OrganisationKind], _one_is_a_list] | None = None


class _RegisterForm(Form):
    since: Day = Field(alias="from")
    until: Day | None = None


class OfferForm(Form):
    """An offer of a YAML catalogue."""

    id: Words
    title: Words
    kind: OfferKind
    gains: dict[str, Severity] = Field(default_factory=dict)
    hours: _Whole
    education: EducationKind | None = None
    form: StudyForm = StudyForm.IN_PERSON
    technologies: Annotated[list[Words], _one_is_a_list] = Field(default_factory=list)
    audience: _AudienceForm = Field(default_factory=_AudienceForm)
    sessions: list[_SessionForm] = Field(default_factory=list)
    register_: _RegisterForm | None = Field(None, alias="register")
    provider: Words | None = None
    prerequisites: Names = Field(default_factory=list)
    cost: _Roubles = Decimal(0)


class _CatalogueForm(Form):
    offers: list[Any] = Field(min_length=1)


def read_file(path: Path, competencies: Fact) -> tuple[str, list[Stated], list[CatalogueProblem]]:
    """Read the offers of a YAML file: its name, the offers and what is wrong.

    Raises:
        CatalogueError: nothing can be made of the file.
        OSError: the file cannot be read.
    """
    document = read_document(path)
    validate(_CatalogueForm, document)
    listed = document.data.get("offers") if isinstance(document.data, dict) else None
    if not isinstance(listed, list) or not listed:
        raise CatalogueError(document.problems)
    reader = _Reader(document, competencies)
    stated = [reader.offer(index, data) for index, data in enumerate(listed)]
    problems = [CatalogueProblem.in_file(problem) for problem in dict.fromkeys(document.problems)]
    return document.file, stated, [*problems, *reader.problems]


class _Reader:
    """Makes offers of the list in a document, and lists what is wrong with them."""

    def __init__(self, document: Document, competencies: Fact) -> None:
        self.problems: list[CatalogueProblem] = []
        self._document = document
        self._competencies = competencies
        self._stated: dict[str, Stated] = {}

    def offer(self, index: int, data: object) -> Stated:
        """The offer at a place of the list; it is rejected where it has an error."""
        base: PathInDocument = ("offers", index)
        before = len(self.problems)
        raw: dict[str, Any] = data if isinstance(data, dict) else {}
        id_ = " ".join(raw["id"].split()) if isinstance(raw.get("id"), str) else ""

        def at(name: str) -> Spot:
            return self._spot((*base, *_STEPS.get(name, (name,))))

        stated = Stated(id_ or f"offers[{index}]", at, frozenset(_texts(raw.get("prerequisites"))))
        form = validate(OfferForm, self._document, base)
        if id_:
            self._check_id(stated)
        if isinstance(data, dict):
            self.problems += self._contradictions(raw, base, at)
        sound = len(self.problems) == before and all(one.path[:2] != base for one in self._document.problems)
        if form is not None and sound:
            stated.offer = offer_of(_fields(form), list(self._runs(raw, base)))
        return stated

    def _contradictions(self, raw: dict[str, Any], base: PathInDocument, at: At) -> Iterator[CatalogueProblem]:
        """What is wrong beyond the form, as far as an offer can be read."""
        gains, register = raw.get("gains", {}), raw.get("register")
        yield from self._unknown_gains(list(gains) if isinstance(gains, dict) else [], base)
        since, until = (_day(register, key) for key in ("from", "until"))
        yield from offer_problems(at, list(self._runs(raw, base)), since, until if since else None, gains=gains != {})

    def _spot(self, path: PathInDocument) -> Spot:
        return Spot(self._document.place(path), path)

    def _check_id(self, stated: Stated) -> None:
        where = stated.at("id")
        first = self._stated.setdefault(stated.label, stated)
        if first is not stated:
            first.offer = None
            other = Text(first.at("id").text())
            self.problems.append(CatalogueProblem.of("id-twice", where, stated.label, other=other))

    def _unknown_gains(self, gains: Sequence[str], base: PathInDocument) -> Iterator[CatalogueProblem]:
        ids = [value.id for value in self._competencies.values]
        for competency in gains:
            if competency not in ids:
                path = (*base, "gains", competency)
                where = Spot(self._document.key_place(path), path)
                guess = nearest_id(self._competencies, competency) or nearest(competency, ids)
                expected = Text(f"одно из: {', '.join(ids)}", f"one of: {', '.join(ids)}")
                yield CatalogueProblem.of("unknown-competency", where, competency, guess, expected=expected)

    def _runs(self, raw: dict[str, Any], base: PathInDocument) -> Iterator[Run]:
        """The sessions whose days can be read."""
        sessions = raw.get("sessions")
        for index, run in enumerate(sessions if isinstance(sessions, list) else []):
            first = _day(run, "from")
            last = _day(run, "until") if isinstance(run, dict) and "until" in run else first
            if first is not None and last is not None:
                where = self._spot((*base, "sessions", index, "until"))
                seats, place = run.get("seats"), run.get("place")
                whole = int(seats) if isinstance(seats, str) and seats.isdecimal() else None
                yield Run(first, last, whole, " ".join(place.split()) if isinstance(place, str) else None, where)


def _day(raw: object, key: str) -> date | None:
    stated = raw.get(key) if isinstance(raw, dict) else None
    return read_date(stated) if isinstance(stated, str) else None


def _texts(raw: object) -> list[str]:
    listed = raw if isinstance(raw, list) else [raw]
    return [one for one in listed if isinstance(one, str)]


_STEPS: dict[str, tuple[str, ...]] = {"register_from": ("register", "from"), "register_until": ("register", "until")}
"""Where fields stand that are not keys of the offer itself."""


def _fields(form: OfferForm) -> dict[str, Any]:
    audience, register = form.audience, form.register_
    return {
        "id": form.id,
        "title": form.title,
        "kind": form.kind,
        "gains": dict(form.gains),
        "hours": form.hours,
        "education": form.education or education_of(form.kind),
        "form": form.form,
        "technologies": tuple(form.technologies),
        "audience": Audience(
            posts=_ids(audience.posts),
            subjects=frozenset(one.lower() for one in audience.subjects) if audience.subjects else None,
            organisation_kinds=_ids(audience.organisation_kinds),
        ),
        "register_from": register.since if register else None,
        "register_until": register.until if register else None,
        "provider": form.provider,
        "prerequisites": frozenset(form.prerequisites),
        "cost": form.cost,
    }


def _ids(listed: Sequence[str] | None) -> frozenset[str] | None:
    return frozenset(map(str, listed)) if listed else None
