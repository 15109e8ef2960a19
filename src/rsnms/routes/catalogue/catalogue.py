"""Catalogues of offers (каталог предложений) from YAML, Excel, CSV, Parquet and dataframes: nothing is guessed.

An offer with a mistake is rejected and reported; the others are kept, and every mistake is reported at once. Offers
have to close something, ids to be different, prerequisites to be in the catalogue and to go in no circle. What nobody
states is taken as follows: programmes are formal education, self-education is informal, everything else non-formal;
one takes part in person; it costs nothing; it excludes nobody; a session without a last day lasts one day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rsnms.domain.offer import Offer
from rsnms.domain.text import Lang
from rsnms.policy.competencies import Framework
from rsnms.routes.catalogue.checks import between_offers
from rsnms.routes.catalogue.files import read_file
from rsnms.routes.catalogue.framework import framework
from rsnms.routes.catalogue.problems import CatalogueError, CatalogueProblem
from rsnms.routes.catalogue.tables import read_tables

__all__ = ["Catalogue", "CatalogueError", "CatalogueProblem", "read_catalogue"]

_YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The offers of a source by id, in its order, without the rejected ones."""

    source: str
    offers: Mapping[str, Offer]
    problems: tuple[CatalogueProblem, ...] = ()
    """What somebody has to mend."""
    notes: tuple[CatalogueProblem, ...] = ()
    """What was left out knowingly."""
    rejected: tuple[str, ...] = field(default=())
    """The ids of offers that have errors; ``row 7`` or ``offers[3]`` where there is none."""

    def __iter__(self) -> Iterator[Offer]:
        return iter(self.offers.values())

    def __len__(self) -> int:
        return len(self.offers)

    def text(self, lang: Lang = "ru") -> str:
        """Every problem on a line of its own."""
        return "\n".join(problem.text(lang) for problem in self.problems)


def read_catalogue(source: object, *, competencies: Framework | None = None) -> Catalogue:
    """Read a catalogue.

    A YAML file holds forms below ``offers`` (:mod:`rsnms.routes.catalogue.files`), with ids for listed values. A table
    has Russian or English headings in any order, the id, title, kind and hours among them, and gains: in one column
    («методическая: высокий; ИКТ: средний»), or in a column for each competency. Sessions stand in one cell
    («03.02.2025–14.02.2025, 25 мест, Барнаул», parted by ";"), or one in each row (start, end, seats, place), where
    further rows repeat the id.

    Args:
        source: the path of a .yaml, .xlsx, .xls, .csv or .parquet file, or a dataframe that narwhals knows.
        competencies: those that gains may name, such as ``policy.competencies``; those of the packaged federal base
            by default.

    Raises:
        CatalogueError: nothing can be made of a YAML file.
        RosterError: a table cannot be read, or it is undecided where the catalogue is.
        LibraryMissingError: the library that reads it is not installed.
        OSError: a YAML file cannot be read.
    """
    known = framework(competencies)
    if isinstance(source, str | Path) and Path(source).suffix.lower() in _YAML:
        name, stated, problems = read_file(Path(source), known)
    else:
        name, stated, problems = read_tables(source, known)
    problems = sorted([*problems, *between_offers(stated)], key=lambda problem: problem.order)
    return Catalogue(
        source=name,
        offers={one.offer.id: one.offer for one in stated if one.offer},
        problems=tuple(problem for problem in problems if problem.is_error),
        notes=tuple(problem for problem in problems if not problem.is_error),
        rejected=tuple(dict.fromkeys(one.label for one in stated if one.offer is None)),
    )
