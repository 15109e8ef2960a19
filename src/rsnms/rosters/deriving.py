"""A listed fact taken from a name: the kind of an organisation from "МБОУ СОШ № 3".

This is a guess, if a good one. It happens only where a mapping file asks for it, and the roster says in which rows.
"""

from dataclasses import dataclass, field

from rsnms.domain.fact import Fact
from rsnms.rosters.cell_problems import Bad, CellProblem
from rsnms.rosters.cells import titles_of
from rsnms.rosters.header import Heading
from rsnms.rosters.persons import Person
from rsnms.rosters.spelling import phrase, runs, spellings


@dataclass(slots=True)
class NameReader:
    """Looks for the spellings of a fact's values in the text of another fact; a longer spelling hides those inside."""

    fact: Fact
    source: Fact
    heading: Heading
    sheet: str | None
    taken: list[int] = field(default_factory=list)
    """Rows in which the fact was derived."""
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def complete(self, person: Person) -> None:
        """Fill in the fact where nothing states it; several kinds in one name are an error, none is nothing."""
        name = person.facts.get(self.source.name)
        if not isinstance(name, str) or self.fact.name in person.facts or person.fails(self.fact.name):
            return
        ids = self._ids(name)
        if len(ids) == 1:
            person.facts[self.fact.name] = ids[0]
            self.taken.append(person.row)
        elif ids:
            bad = Bad.of("several-values", self.fact, name, candidates=titles_of(self.fact, ids))
            person.errors.append(CellProblem(bad, self.heading.at(person.row, self.sheet), self.fact))

    def _ids(self, name: str) -> tuple[str, ...]:
        if name not in self._known:
            phrases = spellings(self.fact).phrases()
            found = (phrases[run] for run in runs(phrase(name), phrases))
            self._known[name] = tuple(dict.fromkeys(id_ for ids in found for id_ in ids))
        return self._known[name]
