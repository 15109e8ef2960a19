"""Who holds an indicator back most."""

from datetime import date
from fractions import Fraction

from rsnms.domain.fact import About
from rsnms.domain.target import Amount, Bound, Milestone
from rsnms.domain.text import Text
from rsnms.monitoring.counts import Bounded
from rsnms.monitoring.measuring import Measurement, Part, Status
from rsnms.monitoring.recommendations import laggards
from rsnms.policy.indicators import Indicator, Population, Ratio, Tally

ON = date(2024, 11, 15)
HALF = Milestone(date(2024, 12, 31), Amount(Bound.AT_LEAST, Fraction(1, 2)))
ANY = Bounded(None, None, None)


def part(gap, status=Status.PENDING):
    return Part(1, 10, 0, ANY, status, gap)


def measurement(status=Status.PENDING, municipalities=None, organisations=None, milestone=HALF):
    return Measurement(
        ON, milestone, part(9, status), municipalities=municipalities or {}, organisations=organisations or {}
    )


INDICATOR = Indicator("i", Text("i"), "x", measure=Tally(About.PERSON))
LOAD = Indicator("i", Text("i"), "x", measure=Ratio(Population(About.PERSON), Population(About.METHODIST)))


def test_the_organisations_that_lack_most_come_first() -> None:
    organisations = {("Север", "А"): part(2), ("Юг", "Б"): part(5), ("Юг", "В"): part(None), ("Юг", None): part(7)}
    found = laggards(INDICATOR, measurement(organisations=organisations))
    assert [(one.municipality, one.organisation, one.gap) for one in found] == [("Юг", "Б", 5), ("Север", "А", 2)]


def test_equal_gaps_are_named_in_the_same_order_every_time() -> None:
    organisations = {("Юг", "Б"): part(1), ("Север", "В"): part(1), ("Север", "А"): part(1)}
    found = laggards(INDICATOR, measurement(organisations=organisations), most=2)
    assert [one.organisation for one in found] == ["А", "В"]


def test_municipalities_stand_in_where_organisations_are_not_known() -> None:
    found = laggards(INDICATOR, measurement(municipalities={"Юг": part(3), None: part(9)}))
    assert [(one.municipality, one.organisation) for one in found] == [("Юг", None)]


def test_a_load_is_that_of_a_municipality() -> None:
    most = Milestone(date(2024, 12, 31), Amount(Bound.AT_MOST, Fraction(250)))
    found = laggards(
        LOAD, measurement(municipalities={"Юг": part(3)}, organisations={("Юг", "А"): part(1)}, milestone=most)
    )
    assert [(one.municipality, one.organisation) for one in found] == [("Юг", None)]


def test_nobody_is_named_once_the_target_is_met_or_where_there_is_none() -> None:
    organisations = {("Юг", "Б"): part(5)}
    assert laggards(INDICATOR, measurement(Status.MET, organisations=organisations)) == ()
    assert laggards(INDICATOR, measurement(organisations=organisations, milestone=None)) == ()
