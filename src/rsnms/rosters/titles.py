"""Posts with a category in their titles: one column that states two facts."""

from dataclasses import dataclass, field

from rsnms.domain.fact import Fact
from rsnms.rosters.cell_problems import Bad, CellProblem
from rsnms.rosters.cells import CellReader, Reading, shown
from rsnms.rosters.header import Heading
from rsnms.rosters.persons import Person
from rsnms.rosters.posts import CategoryInPost
from rsnms.rosters.sheet import Cell, blank
from rsnms.rosters.spelling import key, spellings

POST, CATEGORY = "post", "category"
"""The facts that titles of posts state, of one person or, after ``mentor.`` and ``mentee.``, of two."""


def category_beside(post: str) -> str | None:
    """The name of the category of the person whose post a fact is; ``None`` where the fact is no post."""
    side, _, name = post.rpartition(".")
    return f"{side}.{CATEGORY}".lstrip(".") if name == POST else None


@dataclass(slots=True)
class TitleReader:
    """Reads the post from its title, and takes out of the title the category."""

    post: CellReader
    category: Fact
    heading: Heading
    sheet: str | None
    taken: list[int] = field(default_factory=list)
    """Rows whose category came from the post alone."""
    _known: dict[object, tuple[Reading, Reading]] = field(default_factory=dict)
    _inside: CategoryInPost = field(init=False)

    def __post_init__(self) -> None:
        self._inside = CategoryInPost(spellings(self.category))

    def read(self, cell: Cell) -> Reading:
        """The post that a cell states."""
        return self._both(cell)[0]

    def complete(self, person: Person, category: Heading | None) -> None:
        """Fill in the category of a person from the post, or say that the two disagree."""
        found = self._both(person.cell(self.heading.index))[1]
        name = self.category.name
        stated = person.facts.get(name)
        if found is None or person.fails(name):
            return
        here = self.heading.at(person.row, self.sheet)
        if isinstance(found, Bad):
            if stated is None:
                person.errors.append(CellProblem(found, here, self.category))
        elif stated is None:
            person.facts[name] = found
            self.taken.append(person.row)
        elif stated != found and category is not None:
            del person.facts[name]
            bad = Bad.of("category-disagrees", self.category, shown(person.cell(category.index)))
            person.errors.append(CellProblem(bad, category.at(person.row, self.sheet), self.category, here))

    def _both(self, cell: Cell) -> tuple[Reading, Reading]:
        if not isinstance(cell, str) or blank(cell):
            return self.post.read(cell), None
        if cell not in self._known:
            title = self._inside.split(cell)
            settled = key(cell) in self.post.settled
            post = self.post.read(cell if settled or not title.categories else title.post)
            category: Reading = title.categories[0] if len(title.categories) == 1 else None
            if title.unclear or len(title.categories) > 1:
                category = Bad.of("category-unclear", self.category, cell)
            self._known[cell] = post, category
        return self._known[cell]
