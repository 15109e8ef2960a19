"""The whole documents of five realistic routes, one in each jurisdiction, as a methodist would hand them over.

``RSNMS_WRITE_GOLDEN=1 pytest tests/jurisdictions/test_golden_routes.py`` writes them anew; read them then.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

import rsnms
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.fact import About
from rsnms.reports.routes.document import route_document
from rsnms.routes.catalogue.catalogue import read_catalogue
from rsnms.routes.planning.planner import Planner
from rsnms.routes.planning.route import Stage
from rsnms.routes.planning.terms import Terms
from rsnms.rules.profile import profile_of

FOLDER = Path(__file__).with_name("routes")
ON = date(2025, 1, 13)
REWRITE = "RSNMS_WRITE_GOLDEN"
HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW


class Case(NamedTuple):
    policy: str
    id: str
    person: Mapping[str, object]
    deficits: Mapping[str, Severity]
    terms: Terms
    diagnosed_on: date = date(2024, 11, 18)


CASES = {
    # A young teacher of physics in a school with low results; some facts of the active are not known.
    "volgograd": Case(
        "ru/volgograd",
        "В-101",
        {
            "post": "teacher",
            "subjects": frozenset({"физика"}),
            "organisation": "МОУ СОШ № 12",
            "municipality": "Волгоград",
            "organisation_kind": "general",
            "organisation_traits": frozenset({"low-results"}),
            "education": "higher-pedagogical",
            "birth_date": date(1999, 3, 1),
            "work_started_on": date(2023, 9, 1),
            "long_break": False,
        },
        {"ict": HIGH, "methodical": MEDIUM, "subject": LOW},
        Terms(ON, until=date(2025, 12, 31), hours_a_month=60, places=frozenset({"Волгоград"})),
    ),
    # An experienced teacher back after a long break, who satisfies all that the active asks; the hours do not suffice.
    "leningrad": Case(
        "ru/leningrad",
        "Л-7",
        {
            "post": "teacher",
            "subjects": frozenset({"история", "обществознание"}),
            "organisation": "МБОУ «Лицей № 1»",
            "municipality": "Тосненский район",
            "organisation_kind": "general",
            "organisation_traits": frozenset({"low-results", "difficult-social-conditions"}),
            "education": "higher-pedagogical",
            "birth_date": date(1979, 6, 20),
            "work_started_on": date(2003, 9, 1),
            "long_break": True,
            "young_specialist": False,
            "pedagogical_experience": rsnms.Span.of(12),
            "category": "highest",
            "contribution": True,
            "diagnostics_passed": True,
            "trained_in_methodical_support": True,
            "roles": frozenset({"exam-expert"}),
        },
        {"methodical": HIGH, "psychological-pedagogical": MEDIUM, "normative": LOW},
        Terms(ON, until=date(2025, 12, 31), hours=130, places=frozenset({"Кировск", "Тосно"})),
    ),
    # A teacher without pedagogical education; money is short, and one severe deficit stays open.
    "kirovsk": Case(
        "ru/leningrad/kirovsk",
        "К-33",
        {
            "post": "teacher",
            "subjects": frozenset({"информатика"}),
            "organisation": "МБОУ «Кировская гимназия»",
            "municipality": "Кировский район",
            "organisation_kind": "general",
            "organisation_traits": frozenset(),
            "education": "higher-other",
            "birth_date": date(1985, 10, 2),
            "work_started_on": date(2021, 9, 1),
            "long_break": False,
            "young_specialist": False,
        },
        {"methodical": HIGH, "psychological-pedagogical": HIGH, "communicative": LOW},
        Terms(ON, until=date(2025, 12, 31), cost=Decimal(6000), places=frozenset({"Кировск"})),
    ),
    # A deputy head with one deficit: the programme of managers closes it.
    "megion": Case(
        "ru/yugra/megion",
        "М-2",
        {
            "post": "deputy-head",
            "organisation": "МАОУ «СОШ № 9»",
            "municipality": "Мегион",
            "organisation_kind": "general",
            "organisation_traits": frozenset(),
            "education": "higher-pedagogical",
            "manages_organisation": False,
            "pedagogical_duties": False,
            "long_break": False,
        },
        {"normative": MEDIUM},
        Terms(ON, until=date(2025, 12, 31), places=frozenset({"Мегион"})),
    ),
    # A young educator of a kindergarten who cannot leave the village.
    "ust-koksa": Case(
        "ru/altai/ust-koksa",
        "У-5",
        {
            "post": "preschool-educator",
            "organisation": "МБДОУ «Тополёк»",
            "municipality": "Усть-Коксинский район",
            "organisation_kind": "preschool",
            "organisation_traits": frozenset(),
            "education": "vocational-pedagogical",
            "birth_date": date(1998, 5, 5),
            "work_started_on": date(2023, 8, 1),
            "long_break": False,
        },
        {"methodical": LOW, "communicative": MEDIUM},
        Terms(ON, until=date(2025, 12, 31), hours_a_month=40, places=frozenset({"Усть-Кокса"})),
    ),
}


@pytest.fixture(scope="module")
def routes():
    """Every route with its policy and the facts of the person."""
    policies = rsnms.load_policies()
    made = {}
    for name, case in CASES.items():
        policy = policies[case.policy].on(ON)
        catalogue = read_catalogue(FOLDER / "catalogue.yaml", competencies=policy.competencies)
        assert not catalogue.problems
        profile = replace(profile_of(case.person, policy.facts_about(About.PERSON), ON), id=case.id)
        found = [
            Deficit(competency=id_, severity=one, found_on=case.diagnosed_on) for id_, one in case.deficits.items()
        ]
        made[name] = (
            Planner(policy, catalogue.offers.values(), case.terms).plan(profile, found),
            policy,
            catalogue.offers,
        )
    return made


@pytest.mark.parametrize("name", CASES)
def test_the_document_is_as_it_was_read(routes, name) -> None:
    route, policy, offers = routes[name]
    document = route_document(route, policy, person_facts=CASES[name].person, offers=offers)
    golden = FOLDER / f"{name}.md"
    if os.environ.get(REWRITE):
        golden.write_text(document, encoding="utf-8")
    assert document == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_hours_dates_and_order_hold_together(routes, name) -> None:
    route, _, offers = routes[name]
    terms, steps = CASES[name].terms, {step.id: step for step in route.steps}
    assert sum(route.pace.values()) == route.hours == sum(offers[id_].hours for id_ in steps if id_ in offers)
    assert route.hours <= (terms.hours or route.hours)
    assert max(route.pace.values()) <= (terms.hours_a_month or route.hours)
    assert route.cost <= (terms.cost if terms.cost is not None else route.cost)
    for step in route.steps:
        assert step.stage is Stage.DIAGNOSIS or terms.begins <= step.begins <= step.ends <= terms.last_day
        if step.offer is None:
            continue
        assert all(steps[before].ends < step.begins for before in step.after)
        assert step.session is None or step.session in step.offer.sessions
        place = step.session.place if step.session else None
        assert not (terms.places and place and step.offer.form != "distance") or place in terms.places


@pytest.mark.parametrize(
    ("name", "told", "raised"),
    [
        ("leningrad", "предел 178 часов вместо 130", {"hours": 178}),
        ("kirovsk", "предел 11 900,50 рубля вместо 6000 рублей", {"cost": Decimal("11900.50")}),
        ("ust-koksa", "разрешить место «Горно-Алтайск»", {"places": frozenset({"Усть-Кокса", "Горно-Алтайск"})}),
    ],
)
def test_what_is_said_to_help_helps(routes, name, told, raised) -> None:
    route, policy, offers = routes[name]
    case = CASES[name]
    document = route_document(route, policy, offers=offers).replace("\N{NO-BREAK SPACE}", " ")
    assert told in document
    [left] = route.uncovered
    profile = profile_of(case.person, policy.facts_about(About.PERSON), ON)
    again = Planner(policy, offers.values(), replace(case.terms, **raised)).plan(profile, route.deficits)
    assert left.remedies[0].offer in {step.id for step in again.steps if left.deficit in step.closes}
    assert not again.uncovered
