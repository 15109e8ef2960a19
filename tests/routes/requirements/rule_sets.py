"""Random sets of route rules over three facts, an eligibility and four competencies, and random cases for them."""

from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from rsnms.domain import Level, Modality, Text
from rsnms.domain.competency import CompetencyArea, Deficit, Severity
from rsnms.domain.fact import Fact, FactType
from rsnms.domain.measure import Measure
from rsnms.policy.competencies import FrameworkCompetency
from rsnms.policy.conditions import All, Comparison, Condition, Not, Op
from rsnms.policy.conditions import Any as AnyOf
from rsnms.policy.model import Policy
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.policy.stated import Eligibility, Ground

ON = date(2024, 9, 1)
NAMES = ("a", "b", "c")
FACTS = {name: Fact(name, FactType.BOOLEAN, Text(name)) for name in NAMES}
MEASURES = tuple(Measure)[:5]
AREAS = (CompetencyArea.ICT, CompetencyArea.SUBJECT)
KNOWN = {"boards": CompetencyArea.ICT, "nets": CompetencyArea.ICT, "physics": CompetencyArea.SUBJECT}
COMPETENCIES = (*KNOWN, "unlisted")


def holds(name: str, value: bool = True) -> Comparison:
    return Comparison(FACTS[name], Op.IS, value)


ACTIVE = Eligibility("active", Text("Актив"), "test", grounds=(Ground("g", Text("g"), "test", when=holds("a")),))
leaves = st.builds(holds, st.sampled_from(NAMES), st.booleans())
conditions: st.SearchStrategy[Condition] = st.one_of(
    leaves,
    st.builds(Not, leaves),
    st.builds(All, st.tuples(leaves, leaves)),
    st.builds(AnyOf, st.tuples(leaves, leaves)),
)
patterns = st.builds(
    DeficitPattern,
    st.lists(st.sampled_from(COMPETENCIES), max_size=2, unique=True).map(tuple),
    st.lists(st.sampled_from(AREAS), max_size=2, unique=True).map(tuple),
    st.none() | st.sampled_from(Severity),
)


@st.composite
def rule_sets(draw: st.DrawFn) -> tuple[RouteRule, ...]:
    return tuple(
        RouteRule(
            id=f"r{number}",
            title=Text("П"),
            origin="test",
            modality=Modality.MUST,
            when=draw(st.none() | conditions),
            deficit=draw(st.none() | patterns),
            eligible_for=draw(st.none() | st.none() | st.just("active")),
            after=tuple(draw(st.lists(st.sampled_from(MEASURES), max_size=2, unique=True))),
            measure=draw(st.sampled_from(MEASURES)),
        )
        for number in range(draw(st.integers(0, 8)))
    )


deficits = st.builds(
    Deficit, competency=st.sampled_from(COMPETENCIES), severity=st.sampled_from(Severity), found_on=st.none()
)
lacking = st.lists(deficits, max_size=5, unique=True)
persons: st.SearchStrategy[dict[str, Any]] = st.dictionaries(st.sampled_from(NAMES), st.booleans())


def policy_of(rules: tuple[RouteRule, ...]) -> Policy:
    competencies = {name: FrameworkCompetency(name, Text(name), "test", area=area) for name, area in KNOWN.items()}
    return Policy(
        "test",
        Text("Проба"),
        Level.REGIONAL,
        facts=FACTS,
        eligibilities={"active": ACTIVE},
        competencies=competencies,
        routes=MappingProxyType({rule.id: rule for rule in rules}),
    )
