"""Small jurisdictions made in memory for tests of coverage and suggestions."""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from rsnms.domain.fact import Fact, FactType, FactValue
from rsnms.domain.level import Level
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy.stated import Eligibility, Ground
from rsnms.testing.condition_trees import VOCABULARIES, draw_condition

ID, ASKED, TODAY = "ru/x", "asked", date(2024, 6, 15)

CATEGORY = Fact(
    "category", FactType.CHOICE, Text("Категория"), values=tuple(FactValue(one, Text(one)) for one in ("none", "first"))
)
EXPERIENCE = Fact("experience", FactType.DURATION, Text("Педагогический стаж"))
TUTOR = Fact("tutor", FactType.BOOLEAN, Text("Тьютор"))
GRADE = Fact("grade", FactType.INTEGER, Text("Балл"), lowest=0, highest=3)
SCORE = Fact("score", FactType.NUMBER, Text("Балл"))
ROLES = Fact(
    "roles", FactType.CHOICES, Text("Роли"), values=tuple(FactValue(one, Text(one)) for one in ("mentor", "expert"))
)
SMALL = (CATEGORY, TUTOR, GRADE, ROLES)
"""Facts with few values."""


def jurisdiction(facts: Iterable[Fact], gate: Condition | None, *grounds: Condition) -> Jurisdiction:
    stated = tuple(
        Ground(f"g{number}", Text(f"Основание {number}"), ID, clause=f"2.{number}", when=when)
        for number, when in enumerate(grounds, 1)
    )
    eligibility = Eligibility(ASKED, Text("Методический актив"), ID, clause="2", gate=gate, grounds=stated)
    policy = Policy(
        ID,
        Text("Край"),
        Level.REGIONAL,
        since=date(2020, 1, 1),
        facts={fact.name: fact for fact in facts},
        eligibilities={ASKED: eligibility},
    )
    return Jurisdiction(ID, (policy,))


@st.composite
def jurisdictions(draw: st.DrawFn, vocabulary: tuple[Fact, ...] | None = None) -> Jurisdiction:
    """A jurisdiction with one eligibility, random in its gate and grounds."""
    facts = vocabulary or draw(VOCABULARIES)
    conditions = [draw_condition(draw, facts, True, 2) for _ in range(draw(st.integers(1, 3)))]
    gate = draw_condition(draw, facts, True, 1) if draw(st.booleans()) else None
    return jurisdiction(facts, gate, *conditions)
