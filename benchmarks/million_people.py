"""The nine indicators of Volgograd region measured for a million people, next to Polars by hand for one of them."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import polars as pl

from benchmarks.made_up import SEED
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms.domain.fact import About
from rsnms.monitoring.indicators import IndicatorReport, measure_indicators
from rsnms.monitoring.passport import Passport
from rsnms.policy.loading import load_policies
from rsnms.policy.model import Policy

ON = date(2024, 11, 15)
POLICY = "ru/volgograd"
BY_HAND = "routes-built"
ORGANISATIONS, MUNICIPALITIES = 20_000, 40
OURS, HAND = "rsnms, nine indicators and their milestones", f"Polars by hand, {BY_HAND} of one year"


def measure(*, quick: bool) -> Result:
    """Check one indicator against Polars by hand, then time both."""
    people = 20_000 if quick else 1_000_000
    policy, passport = load_policies()[POLICY].on(ON), _passport(people)
    report = measure_indicators(policy, passport, ON)
    _compare(report, passport)
    calls = {
        OURS: lambda: measure_indicators(policy, passport, ON),
        HAND: lambda: _by_hand(passport),
    }
    seconds = medians(calls, rounds=1 if quick else 3)
    measurements = sum(len(one.measurements) for one in report.results)
    rows = (
        (OURS, f"{seconds[OURS]:.2f}", str(measurements), f"{seconds[OURS] / measurements * 1e3:.0f}"),
        (HAND, f"{seconds[HAND]:.2f}", "1", f"{seconds[HAND] * 1e3:.0f}"),
    )
    records = sum(len(frame) for about, frame in passport.tables.items() if about.is_record)
    table = Table(
        f"Indicators of {people:,} people",
        ("", "seconds", "measurements", "ms each"),
        rows,
        (
            f"Made-up people of {ORGANISATIONS:,} organisations in {MUNICIPALITIES} municipalities with {records:,} "
            "records of diagnoses, routes and trainings. Each measurement gives bounds, unknown facts and a breakdown "
            "by municipality, the last one of an indicator also by organisation.",
            "By hand: one join and one share, without unknowns, bounds, places or conditions to change.",
        ),
    )
    return Result((table,), (Goal(f"nine indicators of {people:,} people", 10, seconds[OURS], " s"),))


def _passport(people: int) -> Passport:
    random = Random(SEED)
    ids = [str(number) for number in range(people)]
    places = [random.randrange(ORGANISATIONS) for _ in ids]

    def some(of: Iterable[object]) -> list[object]:
        return random.choices(list(of), k=people)

    frame = pl.DataFrame(
        {
            "id": ids,
            "municipality": [f"М {place % MUNICIPALITIES}" for place in places],
            "organisation": [f"Школа {place}" for place in places],
            "organisation_kind": some(("general", "preschool", "higher", None)),
            "post": some(("teacher", "head", "methodist", "other", None)),
            "pedagogical_duties": some((True, False, None)),
            "birth_date": _days(random, date(1955, 1, 1), date(2002, 1, 1), people),
            "work_started_on": _days(random, date(2000, 1, 1), date(2024, 1, 1), people),
            "supported_as_young": some((True, False, None)),
            "has_regional_methodist": some((True, False)),
        }
    )
    tables = {About.PERSON: frame}
    for about, person, day, flags in (
        (About.DIAGNOSIS, "diagnosis_person", "diagnosis_on", ("diagnosis_at_cnppm",)),
        (About.ROUTE, "route_person", "route_on", ("route_on_cnppm_diagnosis",)),
        (About.TRAINING, "training_person", "training_completed_on", ("training_in_register", "training_by_diagnosis")),
    ):
        number = people * 3 // 10
        columns = {
            person: random.choices(ids, k=number),
            day: _days(random, date(2022, 1, 1), date(2024, 11, 1), number),
            **{flag: random.choices((True, False), k=number) for flag in flags},
        }
        tables[about] = pl.DataFrame(columns)
    return Passport(tables)


def _days(random: Random, first: date, last: date, number: int) -> list[date]:
    span = (last - first).days
    return [first + timedelta(days=random.randrange(span)) for _ in range(number)]


def _by_hand(passport: Passport) -> tuple[int, int]:
    """Educators and managers whose route of the year rests on a diagnosis of the ЦНППМ, where all of that is known."""
    routes = passport.tables[About.ROUTE].filter(
        pl.col("route_on_cnppm_diagnosis"), pl.col("route_on").dt.year() == ON.year, pl.col("route_on") <= ON
    )
    kind, post, duties = pl.col("organisation_kind"), pl.col("post"), pl.col("pedagogical_duties")
    educates = post.is_in(("teacher", "methodist")) | duties
    educator = (kind != "higher") & educates
    manager = kind.is_not_null() & (post == "head")
    people = passport.tables[About.PERSON].filter(educator | manager)
    found = people.join(routes.select("route_person").unique(), left_on="id", right_on="route_person", how="semi")
    return len(found), len(people)


def _compare(report: IndicatorReport, passport: Passport) -> None:
    policy: Policy = report.policy
    whole = next(one for one in report.results if one.indicator is policy.indicators[BY_HAND]).current.whole
    ours = (whole.numerator, whole.denominator) if whole else None
    if ours != _by_hand(passport):
        raise AssertionError(f"{BY_HAND}: rsnms counts {ours}, by hand {_by_hand(passport)}")
