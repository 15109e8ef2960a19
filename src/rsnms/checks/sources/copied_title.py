"""RS404: the same long title in jurisdictions that do not inherit from each other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import Families, Version, data_of, texts, versions
from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Place
from rsnms.policy.workspace import place_of

SHORTEST = 6
"""Words from which on two people hardly find the same title by themselves."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title in a file of a jurisdiction."""

    policy: str
    written: Written
    path: Path

    @property
    def place(self) -> Place:
        return place_of(self.written, self.path)


def find(scope: Scope) -> Iterator[Finding]:
    """Find own titles of so many words that another jurisdiction, no parent and no child, has word by word.

    Both may stem from one model regulation; then the element belongs to a common parent. Or the words are the act's,
    not our own. Of two jurisdictions the later one by id is told of.
    """
    families = Families(scope.workspace)
    everywhere: dict[str, list[_Title]] = defaultdict(list)
    for id_, layers in scope.workspace.versions.items():
        for layer in layers:
            for title, words in _titles(id_, layer):
                everywhere[words].append(title)
    for version in versions(scope):
        for title, words in _titles(version.policy.id, version.layer):
            other = next(
                (one for one in everywhere[words] if _is_earlier_stranger(families, one.policy, title.policy)), None
            )
            if other is not None:
                yield _finding(version, title, other)


def _titles(id_: str, layer: Layer) -> Iterator[tuple[_Title, str]]:
    """The long titles of a layer, with their words; those of clauses only name what an act has there."""
    for section, stated in layer.sections.items():
        for written in stated if section != "clauses" else ():
            for path, text in texts(data_of(written), ("title",)):
                words = text.casefold().replace("ё", "е").split()
                if len(words) >= SHORTEST:
                    yield _Title(id_, written, path), " ".join(words)


def _is_earlier_stranger(families: Families, one: str, other: str) -> bool:
    return one < other and not families.are_related(one, other)


def _finding(version: Version, title: _Title, other: _Title) -> Finding:
    message = Text(
        f"Слово в слово то же название есть в «{other.policy}». Назовите своими словами, "
        "а если норма общая — объявите её один раз, в общем родителе.",
        f"The policy '{other.policy}' has the same title word by word. Use words of your own, "
        "or, where the norm is common to both, state it once, in a common parent.",
    )
    related = ((other.place, Text(f"то же название в «{other.policy}»", f"the same title in '{other.policy}'")),)
    return version.finding(CHECK.code, title.written, title.path, message, related)


CHECK = Check(
    "RS404",
    "copied-title",
    Severity.NOTE,
    Text("Название, одинаковое в разных юрисдикциях", "The same title in different jurisdictions"),
    find,
)
