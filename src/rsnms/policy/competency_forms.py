"""The form of competencies, and of the instruments that diagnose them: what they measure and where a deficit begins."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from rsnms.domain.competency import CompetencyArea, Severity
from rsnms.policy.forms import Bilingual, ElementForm, Form, Id, Words, refuse


class CompetencyForm(ElementForm):
    """A competency of the framework, within an area that the acts name."""

    area: CompetencyArea
    synonyms: list[Words] = Field(default_factory=list, description="Как её пишут в таблицах / spellings")


_CUT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,4})?) ?(%?)")


def _a_cut(text: object) -> object:
    match = _CUT.fullmatch(text) if isinstance(text, str) else None
    if match is None or (match[2] and Decimal(match[1]) > 100):
        raise refuse("баллы или процент до 100 %", "points, or a percentage up to 100 %")
    return Decimal(match[1]), bool(match[2])


Cut = Annotated[tuple[Decimal, bool], BeforeValidator(_a_cut), WithJsonSchema({"type": ["string", "number"]})]
"""A cut point, and whether it is a percentage."""


class CutForm(Form):
    """Results below the cut point are deficits of a severity."""

    severity: Severity
    below: Cut


class LevelForm(Form):
    """A level that an instrument reports in words; without a severity it is no deficit."""

    title: Words
    synonyms: list[Words] = Field(default_factory=list)
    severity: Severity | None = None


class MeasuredForm(Form):
    """What an instrument measures: its own block or competency, and the one of the framework that it tells of."""

    id: Id
    title: Bilingual
    competency: str | None = Field(None, description="Компетенция раздела competencies; по умолчанию с тем же id")
    synonyms: list[Words] = Field(default_factory=list, description="Как блок пишут в таблицах / spellings")
    cuts: list[CutForm] = Field(default_factory=list, description="Свои пороги / cut points of its own")


class InstrumentForm(ElementForm):
    """An instrument of diagnostics (инструмент диагностики): what it measures, cut points, levels in words."""

    measures: list[MeasuredForm] = Field(
        default_factory=list, description="Что измеряет; пусто — компетенции раздела competencies"
    )
    cuts: list[CutForm] = Field(default_factory=list, description="Пороги, по возрастанию / cut points, in order")
    levels: list[LevelForm] = Field(default_factory=list, description="Уровни словами / levels in words")
