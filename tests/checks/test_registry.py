import re

import pytest

from rsnms.checks.check import Severity
from rsnms.checks.registry import FAMILIES, by_code, checks, chosen, named
from rsnms.policy.messages import TEXTS
from rsnms.policy.model import UnknownNameError


def test_codes_and_names_are_of_one_form_and_unique():
    codes, names = [one.code for one in checks()], [one.name for one in checks()]
    assert codes == sorted(set(codes))
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"RS[1-9]\d\d", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)
    assert not {*names} & {*TEXTS}


def test_a_code_tells_the_family_in_whose_package_the_check_stands():
    numbers = dict(zip(FAMILIES, (1, 2, 3, 4, 9), strict=True))
    assert all(numbers[check.find.__module__.split(".")[2]] == check.family for check in checks())


def test_every_check_has_a_title_in_both_languages():
    assert [one.code for one in checks() if not one.title.en or not one.title.ru] == []


def test_checks_are_named_by_code_or_name():
    assert named("RS902") is named("idle-suppression") is by_code()["RS902"]


def test_an_unknown_one_is_told_the_nearest():
    with pytest.raises(UnknownNameError) as error:
        chosen(select=["idle-supression"])
    assert error.value.text() == "Нет проверки «idle-supression». Возможно: «idle-suppression»."


def test_a_choice_selects_and_ignores():
    assert [one.code for one in chosen(["RS903", "RS901"])] == ["RS901", "RS903"]
    assert [one.code for one in chosen(["RS903", "RS901"], ["unknown-code"])] == ["RS901"]
    assert chosen(ignore=["RS901"]) == tuple(one for one in checks() if one.code != "RS901")
    assert chosen() == checks()


def test_a_family_stands_for_its_checks():
    assert {one.family for one in chosen(["RS1"])} == {1}
    assert chosen(["RS1"], ["RS101", "RS1"]) == ()
    assert {one.family for one in chosen(ignore=["RS1", "RS9"])} == {2, 3, 4}


@pytest.mark.parametrize("word", ["RS", "RS7", "RS10"])
def test_another_beginning_of_a_code_is_none(word):
    with pytest.raises(UnknownNameError):
        chosen(select=[word])


def test_severities_are_ordered():
    assert sorted(Severity, key=lambda one: one.rank) == [Severity.NOTE, Severity.WARNING, Severity.ERROR]
