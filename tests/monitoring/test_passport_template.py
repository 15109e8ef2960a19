"""A template asks for just what the indicators need, and is read back."""

import pytest

from rsnms.domain.fact import About
from rsnms.monitoring.passport_reading import read_passport
from rsnms.monitoring.passport_template import tables_needed, write_passport_template
from rsnms.policy.loading import load_policies


@pytest.fixture(scope="module")
def volgograd():
    return load_policies()["ru/volgograd"].latest


def test_records_are_asked_for_where_facts_follow_from_them(volgograd) -> None:
    needed = {kind.name: [fact.name for fact in facts] for kind, facts in tables_needed(volgograd).items()}
    assert list(needed) == ["people", "diagnoses", "routes", "trainings", "teams", "programmes", "methodists"]
    assert needed["diagnoses"] == ["diagnosis_person", "diagnosis_on", "diagnosis_at_cnppm", "diagnosis_of"]
    assert needed["trainings"] == [
        "training_person",
        "training_completed_on",
        "training_in_register",
        "training_by_diagnosis",
    ]
    assert needed["people"][:2] == ["municipality", "organisation"]
    assert "birth_date" in needed["people"]
    assert not {"age", "diagnosed_at_cnppm_this_year", "register_programme_by_diagnosis"} & set(needed["people"])


def test_a_place_for_each_count_asks_for_the_list_of_places() -> None:
    needed = {kind.about for kind in tables_needed(load_policies()["ru/altai/ust-koksa"].latest)}
    assert About.MUNICIPALITY in needed


def test_a_policy_without_indicators_needs_nothing() -> None:
    assert tables_needed(load_policies()["ru/leningrad"].latest) == {}


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_workbook_is_read_back_without_a_complaint(tmp_path, volgograd, lang) -> None:
    path = tmp_path / "passport.xlsx"
    written = write_passport_template(path, volgograd, lang)
    read = read_passport(path, volgograd)
    assert set(read.tables) == {kind.about for kind in written}
    complaints = [remark.text("en") for remark in read.remarks if remark.is_error]
    assert all(complaint.endswith("There is no data below the header.") for complaint in complaints), complaints
