"""Routes, programmes and methodists: what is known about them becomes facts."""

from datetime import date

import pytest
from pydantic import ValidationError

from rsnms.domain import Methodist, MethodistLevel, Programme, Route

DAY = date(2024, 1, 31)


def test_what_is_known_becomes_a_fact():
    assert Route(on=DAY, on_cnppm_diagnosis=False).facts() == {"route_on": DAY, "route_on_cnppm_diagnosis": False}
    assert Methodist(level=MethodistLevel.MUNICIPAL).facts() == {"methodist_level": "municipal"}
    assert Programme(title="Курсы", in_register_from=DAY).facts() == {
        "programme_title": "Курсы",
        "programme_in_register_from": DAY,
    }


def test_of_what_nothing_is_known_there_are_no_facts():
    assert Methodist().facts() == Programme().facts() == {}


def test_a_programme_does_not_leave_the_register_before_it_enters():
    with pytest.raises(ValidationError, match="in the register until 2024-01-30, which precedes 2024-01-31"):
        Programme(in_register_from=DAY, in_register_until=date(2024, 1, 30))
    assert Programme(in_register_from=DAY, in_register_until=DAY).in_register is None
