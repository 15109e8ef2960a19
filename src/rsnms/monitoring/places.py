"""The places for each of which something has to be done: the municipalities and organisations of a system."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from rsnms.domain.level import Level
from rsnms.domain.system import ForEach
from rsnms.monitoring.duties import Duty
from rsnms.monitoring.evidence_problems import TableProblem
from rsnms.rosters.cells import shown
from rsnms.rosters.files import DELIMITED, EXCEL, PARQUET, open_source
from rsnms.rosters.problems import RosterError
from rsnms.rosters.sheet import Sheet, blank
from rsnms.rosters.spelling import words

_OWN = {
    ForEach.MUNICIPALITY: (Level.MUNICIPAL, Level.INSTITUTIONAL),
    ForEach.ORGANISATION: (Level.INSTITUTIONAL,),
}
"""The levels of policies for which "each" is one: the place to which the policy belongs."""
_HEADINGS = {
    words(heading)
    for heading in (
        *("муниципалитет", "муниципалитеты", "муниципальное образование", "муниципальный район", "район", "округ"),
        *("организация", "организации", "образовательная организация", "школа", "название", "наименование"),
        *("municipality", "municipalities", "organisation", "organisations", "name"),
    )
}


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a system, as far as somebody has given them."""

    level: Level
    """The level of the policy."""
    municipalities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()

    def are_asked(self, duty: Duty) -> bool:
        """Whether a duty has to be done by several places, each for itself; a place's own policy asks just it."""
        each = duty.schedule.for_each
        return each is not None and self.level not in _OWN[each]

    def of(self, duty: Duty) -> tuple[str, ...]:
        """The places that have to do a duty each for itself; none where nobody has given them."""
        return self.municipalities if duty.schedule.for_each is ForEach.MUNICIPALITY else self.organisations


def read_places(stated: str) -> tuple[str, ...]:
    """Read the names of places from a file, or from the text itself: "Камышинский район; Серафимовичский район".

    A file is a table with the names in a column, which a heading tells from others, or a text with a name on a line.

    Raises:
        RosterError: the file cannot be read; there are no names; it is unclear which column holds them.
    """
    path = Path(stated)
    if path.suffix.lower() not in (*EXCEL, *DELIMITED, *PARQUET):
        return _each_once(stated.split(";")) or _refuse("no-names", stated)
    delimiter = "\t" if path.suffix.lower() == ".txt" else None
    source = open_source(path, lambda cell: words(cell) in _HEADINGS, delimiter=delimiter)
    names = _each_once(name for sheet in source.sheets for name in _column(sheet, source.name))
    return names or _refuse("no-names", source.name)


def _column(sheet: Sheet, source: str) -> list[str]:
    rows = [list(map(shown, row)) for row in ([sheet.headings] if sheet.headings else [])]
    rows += [["" if blank(cell) else shown(cell) for cell in row] for row in sheet.rows]
    for number, row in enumerate(rows):
        headed = [index for index, cell in enumerate(row) if words(cell) in _HEADINGS]
        if headed:
            if len(headed) > 1:
                _refuse("which-column", source)
            return [row[headed[0]] for row in rows[number + 1 :] if len(row) > headed[0]]
    filled = {index for row in rows for index, cell in enumerate(row) if cell}
    if len(filled) > 1:
        _refuse("which-column", source)
    return [row[index] for index in filled for row in rows if len(row) > index]


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        if words(name):
            found.setdefault(words(name), " ".join(name.split()))
    return tuple(found.values())


def _refuse(code: str, source: str) -> NoReturn:
    raise RosterError(TableProblem(code, {"source": source}))
