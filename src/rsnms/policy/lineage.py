"""Who inherits from whom, and which versions are in force together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rsnms.domain.fact_values import read_date
from rsnms.domain.text import Text
from rsnms.policy.elements import Chain
from rsnms.policy.encoding import shown_file
from rsnms.policy.layers import Layer
from rsnms.policy.problems import Problem, nearest

Versions = Mapping[str, Sequence[Layer]]
"""The versions of every jurisdiction by id, in the order in which they come into force."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The ancestors of a jurisdiction, nearest first."""

    ancestors: tuple[str, ...]
    is_known: bool
    """Whether these are all: no unknown parent, no circle."""


def lineage_of(id_: str, versions: Versions, problems: list[Problem]) -> Lineage:
    """Follow the parents of a jurisdiction, which its latest version names or its folder shows.

    An unknown parent is reported for the jurisdiction that names it, a circle for one of its members.
    """
    ancestors: list[str] = []
    current = id_
    while (parent := _parent(current, versions)) is not None:
        if parent == id_:
            _report_circle([id_, *ancestors], versions, problems)
        elif parent not in versions and current == id_:
            _report_unknown(id_, parent, versions, problems)
        if parent == id_ or parent in ancestors or parent not in versions:
            return Lineage(tuple(ancestors), is_known=False)
        ancestors.append(parent)
        current = parent
    return Lineage(tuple(ancestors), is_known=True)


def _parent(id_: str, versions: Versions) -> str | None:
    named = versions[id_][-1].parent
    if named is not None:
        return named
    above = [ancestor for ancestor in versions if id_.startswith(f"{ancestor}/")]
    return max(above, key=len, default=None)


def _report_unknown(id_: str, parent: str, versions: Versions, problems: list[Problem]) -> None:
    others = sorted(other for other in versions if other != id_)
    expected, guess = Text(", ".join(others)), nearest(parent, others)
    problems.append(versions[id_][-1].problem("unknown-parent", ("parent",), parent, expected=expected, nearest=guess))


def _report_circle(members: list[str], versions: Versions, problems: list[Problem]) -> None:
    """Report a circle once, at the first of the members that name their parent."""
    if members[0] == min(member for member in members if versions[member][-1].parent):
        shown = " → ".join([*members, members[0]])
        problems.append(versions[members[0]][-1].problem("parent-cycle", ("parent",), shown))


def overlaps(layers: Sequence[Layer]) -> Iterable[Problem]:
    """Report versions of one jurisdiction that are in force on the same day.

    A version in a dated folder is taken to begin on that day, even where its act says otherwise.
    """
    sound = [layer for layer in layers if layer.identity and (layer.since or not layer.is_version)]
    sound.sort(key=lambda layer: _begins(layer) or date.min)
    for index, later in enumerate(sound):
        begins = _begins(later)
        earlier = max(sound[:index], key=lambda layer: layer.until or date.max, default=None)
        if earlier is None or (earlier.until is not None and begins is not None and begins > earlier.until):
            continue
        path = ("acts", 0, "in_force", "from")
        yield later.problem("overlapping-versions", path, str(begins), expected=_shown(earlier))


def _begins(layer: Layer) -> date | None:
    return (read_date(layer.folder.name) if layer.is_version else None) or layer.since


def _shown(version: Layer) -> Text:
    folder, begins = shown_file(version.folder.name), _begins(version)
    since = (f"с {begins}", f"from {begins}") if begins else ("без даты начала", "without a first day")
    until = (f"по {version.until}", f"to {version.until}")
    if version.until is None:
        until = ("без даты окончания", "without a last day")
    return Text(
        f"версия в папке «{folder}» {since[0]} {until[0]}", f"that in the folder '{folder}' {since[1]} {until[1]}"
    )


def periods(own: Layer, lineage: Lineage, versions: Versions) -> Iterable[tuple[date | None, date | None, Chain]]:
    """The spans of a version's life in which the same versions of its ancestors are in force, base first."""
    ancestors = [layer for id_ in reversed(lineage.ancestors) for layer in versions[id_]]
    starts = {own.since or date.min}
    for layer in ancestors:
        starts |= {day for day in (layer.since, _next_day(layer.until)) if day and _covers(own, day)}
    ordered = sorted(starts)
    for index, start in enumerate(ordered):
        end = ordered[index + 1] - timedelta(days=1) if index + 1 < len(ordered) else own.until
        chain = (*(layer for layer in ancestors if _covers(layer, start)), own)
        yield (None if start == date.min else start), end, chain


def _covers(layer: Layer, day: date) -> bool:
    return (layer.since is None or layer.since <= day) and (layer.until is None or day <= layer.until)


def _next_day(day: date | None) -> date | None:
    return day + timedelta(days=1) if day and day < date.max else None
