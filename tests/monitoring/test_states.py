"""States are shown by evidence: of documents, of yearly obligations, or of the indicator itself."""

from datetime import date

import pytest

from rsnms.domain.evidence import Evidence
from rsnms.domain.level import Level
from rsnms.domain.period import Every, Period
from rsnms.domain.system import DocumentKind, ObligationKind
from rsnms.domain.target import Milestone
from rsnms.domain.text import Text
from rsnms.monitoring.measuring import Status
from rsnms.monitoring.states import measure_state
from rsnms.policy.indicators import Indicator, State
from rsnms.policy.model import Policy
from rsnms.policy.system import Document, Obligation, Schedule

ON = date(2024, 11, 15)
IN_2023 = Milestone(date(2023, 12, 31), None, date(2023, 1, 1))
IN_2024 = Milestone(date(2024, 12, 31), None, date(2024, 1, 1))
ROADMAP = Document("roadmap", Text("Дорожная карта"), "x", kind=DocumentKind.ROADMAP)
MONITORING = Obligation(
    "monitoring",
    Text("Мониторинг"),
    "x",
    schedule=Schedule(every=Every.YEAR, since=date(2022, 1, 1)),
    kind=ObligationKind.MONITORING,
)
BOTH = Indicator("in-force", Text("Карта реализуется"), "x", measure=State(("roadmap",), ("monitoring",)))
ITSELF = Indicator("programme", Text("Программа выполняется"), "x", measure=State())
POLICY = Policy(
    "x",
    Text("Край"),
    Level.REGIONAL,
    documents={"roadmap": ROADMAP},
    obligations={"monitoring": MONITORING},
    indicators={"in-force": BOTH, "programme": ITSELF},
)


def shown(kind, on, period=None):
    return Evidence(on=on, kind=kind, period=period)


def measured(indicator, evidence, milestone=IN_2024):
    day = min(milestone.due, ON) if milestone else ON
    return measure_state(indicator, POLICY, evidence, milestone, day, ON)


def test_without_evidence_nothing_is_said() -> None:
    found = measured(BOTH, None)
    assert (found.whole, found.reason, found.status) == (None, "no-evidence", Status.UNDECIDED)


def test_a_document_counts_from_its_day_on_and_an_obligation_in_its_year() -> None:
    roadmap, monitoring = shown("roadmap", date(2021, 5, 1)), shown("мониторинг", date(2024, 3, 1))
    found = measured(BOTH, [roadmap, monitoring])
    assert (found.status, found.whole.numerator, found.whole.denominator) == (Status.MET, 2, 2)
    before = measured(BOTH, [roadmap, monitoring], IN_2023)
    assert (before.status, before.whole.numerator, before.whole.value.value) == (Status.MISSED, 1, 0)


def test_what_is_missing_this_year_may_still_come() -> None:
    assert measured(BOTH, []).status is Status.PENDING


def test_evidence_may_name_the_year_for_which_it_was_done() -> None:
    late = shown("monitoring", date(2024, 1, 20), Period(date(2023, 1, 1), date(2023, 12, 31)))
    roadmap = shown("roadmap", date(2021, 5, 1))
    assert measured(BOTH, [roadmap, late]).status is Status.PENDING


@pytest.mark.parametrize("kind", ["programme", "Программа выполняется"])
def test_a_state_of_nothing_listed_is_attested_by_its_own_name(kind) -> None:
    assert measured(ITSELF, [shown(kind, date(2024, 2, 1))]).status is Status.MET
    assert measured(ITSELF, [shown(kind, date(2023, 2, 1))]).status is Status.PENDING
    assert measured(ITSELF, [shown(kind, date(2023, 2, 1))], None).whole.value.value == 1
    assert measured(ITSELF, [], None).status is Status.NO_TARGET


def test_evidence_of_a_later_day_does_not_count() -> None:
    assert measured(ITSELF, [shown("programme", date(2024, 12, 1))]).status is Status.PENDING
