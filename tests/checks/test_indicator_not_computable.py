"""RS302: what a passport can give a value."""

import pytest

from checks.findings import found, packaged, places
from rsnms.checks.time.indicator_not_computable import CHECK


def indicator(measure: str) -> dict[str, str]:
    documents = "documents: [{id: d, kind: plan, title: План}]\n"
    return {"x.yaml": documents, "i.yaml": f"indicators:\n  - {{id: i, title: Итог, {measure}}}\n"}


@pytest.mark.parametrize(
    "measure",
    [
        "count: {about: diagnosis, per: municipality}",
        "count: {about: programme, per: organisation}",
        "count: {about: methodist, per: organisation}",
        "count: {about: municipality, per: organisation}",
        "state: {}",
    ],
)
def test_nothing_gives_it_a_value(tmp_path, measure):
    assert len(found(CHECK, tmp_path, indicator(measure))) == 1


@pytest.mark.parametrize(
    "measure",
    [
        "count: {about: person, per: organisation}",
        "count: {about: methodist, per: municipality}",
        "count: {about: programme}",
        "state: {documents: [d]}",
        "state: {}, reading: Показывает отчёт",
    ],
)
def test_a_passport_gives_it_a_value(tmp_path, measure):
    assert found(CHECK, tmp_path, indicator(measure)) == []


def test_the_words(tmp_path):
    [finding] = found(CHECK, tmp_path, indicator("count: {about: route, per: municipality}"))
    assert places([finding], tmp_path) == ["i.yaml:2:53"]
    assert finding.message.ru == (
        "В таблице «Маршруты» не указывается муниципалитет, разложить строки по ним (per: municipality) нельзя; "
        "считайте всех вместе или по другой таблице (about)."
    )


def test_the_packaged_indicators_can_be_computed():
    assert packaged(CHECK) == []
