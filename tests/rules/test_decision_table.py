from datetime import date

import polars as pl
import pytest

import rsnms
from rsnms.rules.explain import Literal

ON = date(2024, 1, 1)
LENINGRAD = rsnms.load_policies()["ru/leningrad"]
ELIGIBILITIES = [
    (jurisdiction, id_)
    for jurisdiction in rsnms.load_policies().values()
    for id_, eligibility in jurisdiction.latest.eligibilities.items()
    if eligibility.about == "person"
]
PEOPLE = [
    {"category": "highest", "category_decided_on": date(2018, 3, 1), "education": "higher-pedagogical"},
    {"category": "highest", "category_decided_on": date(2023, 10, 1), "pedagogical_experience": rsnms.Span.of(4, 6)},
    {"birth_date": date(1990, 2, 28), "work_started_on": date(2022, 9, 1), "post": "teacher"},
    {"birth_date": date(1980, 1, 1), "post": "head", "organisation_kind": "general", "roles": {"tutor", "mentor"}},
    {"roles": set(), "post": "other", "specialty_experience": rsnms.Span.of(7), "organisation_kind": "higher"},
    {"diagnosed_on": date(2024, 5, 1), "trained_in_methodical_support": True, "contribution": True},
    {},
]


def frame_of(people, vocabulary) -> pl.DataFrame:
    types = {"date": pl.Date, "duration": pl.Int64, "boolean": pl.Boolean, "choices": pl.List(pl.String)}
    names = sorted({name for person in people for name in person})
    columns = {}
    for name in names:
        atoms = [vocabulary[name].atom(person[name]) if name in person else None for person in people]
        cells = [sorted(atom) if isinstance(atom, frozenset) else atom for atom in atoms]
        columns[name] = pl.Series(name, cells, dtype=types.get(vocabulary[name].type, pl.String))
    return pl.DataFrame(columns)


@pytest.mark.parametrize(("jurisdiction", "id_"), ELIGIBILITIES, ids=lambda value: getattr(value, "id", value))
@pytest.mark.parametrize("on", [date(2024, 1, 1), date(2024, 12, 31)])
def test_a_table_is_decided_as_its_people_are(jurisdiction, id_, on) -> None:
    policy = jurisdiction.on(on)
    frame = frame_of(PEOPLE, policy.facts_about(policy.eligibility(id_).about))
    decided = rsnms.decide_table(frame, jurisdiction, id_, on, as_of=ON)
    for row, person in zip(decided.iter_rows(named=True), PEOPLE, strict=True):
        decision = rsnms.decide(jurisdiction, id_, person, on, as_of=ON)
        assert row["verdict"] == decision.verdict
        assert row["ground"] == (decision.ground.id if decision.ground else None)
        assert row["unmet"] == labels(decision.unmet)
        assert row["unknown"] == labels(decision.unknown)


def labels(findings) -> str:
    return "; ".join(str(Literal(finding.literal.comparison, finding.literal.negated)) for finding in findings)


def test_questions_about_nothing_are_refused() -> None:
    frame = pl.DataFrame({"contribution": [True]})
    with pytest.raises(rsnms.UnknownNameError, match="municipal-methodical-active"):
        rsnms.decide_table(frame, LENINGRAD, "municipal-methodical-activ", ON)
    with pytest.raises(rsnms.NotInForceError, match=r"01\.01\.2024"):
        rsnms.decide_table(frame, LENINGRAD, "municipal-methodical-active", date(2023, 1, 1))
