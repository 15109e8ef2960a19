"""Catalogues: without mistakes by the library's own reading, and fit to plan with."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

import rsnms
from rsnms.routes.catalogue.writing import catalogue_yaml
from rsnms.testing import catalogues, deficits
from testing.simplest import simplest

LENINGRAD = rsnms.load_policies()["ru/leningrad"]
ON = date(2024, 1, 1)


@settings(max_examples=40)
@given(catalogues(LENINGRAD, least=1))
def test_catalogues_read_back_from_yaml(catalogue):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.yaml"
        path.write_text(catalogue_yaml(catalogue), encoding="utf-8")
        read = rsnms.read_catalogue(path)

    assert (read.problems, read.rejected) == ((), ())
    assert dict(read.offers) == dict(catalogue.offers)


@settings(max_examples=40)
@given(deficits(LENINGRAD), catalogues(LENINGRAD))
def test_what_is_chosen_closes_what_can_be_closed(lacking, catalogue):
    choice = rsnms.choose(lacking, catalogue, rsnms.Educator(), on=ON)

    closed = {deficit for chosen in choice.chosen for deficit in chosen.closes}
    assert closed | {one.deficit for one in choice.uncovered} == set(lacking)
    assert all(chosen.offer == catalogue.offers[chosen.offer.id] for chosen in choice.chosen)


def test_the_simplest_catalogues_are_empty_and_then_of_one_offer():
    assert len(simplest(catalogues(LENINGRAD))) == 0
    (offer,) = simplest(catalogues(LENINGRAD), lambda catalogue: any(one.sessions for one in catalogue))
    assert len(offer.gains) == 1
    assert len(offer.sessions) == 1


@settings(max_examples=40)
@given(catalogues(LENINGRAD, least=2))
def test_prerequisites_come_before(catalogue):
    ids = list(catalogue.offers)

    for number, offer in enumerate(catalogue):
        assert offer.prerequisites <= set(ids[:number])
