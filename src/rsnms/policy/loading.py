"""Loading: from folders of YAML to immutable policies for every period, with all mistakes reported at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path as FilePath

from rsnms.domain.text import Text
from rsnms.policy.elements import Chain, bind_policy
from rsnms.policy.inheritance import stated_ids
from rsnms.policy.layers import Layer, read_layers
from rsnms.policy.model import Jurisdiction, PolicyTree
from rsnms.policy.problems import Place, PolicyError, Problem, nearest, shown_path
from rsnms.policy.salvage import without_consequences


def packaged_policies() -> FilePath:
    """The folder of the policies that come with the library."""
    packed = FilePath(str(files("rsnms"))) / "policies"
    return packed if packed.is_dir() else FilePath(__file__).parents[3] / "policies"


def load_policies(*roots: str | FilePath) -> PolicyTree:
    """Load the packaged policies and, over them, one's own folder trees, whose jurisdictions take precedence.

    The packaged policies alone are loaded once for the process.

    Raises:
        PolicyError: with every mistake in the files.
        FileNotFoundError: a root is no folder.
    """
    return _loaded(packaged_policies(), *roots) if roots else _packaged()


@cache
def _packaged() -> PolicyTree:
    return _loaded(packaged_policies())


def _loaded(*roots: str | FilePath) -> PolicyTree:
    tree, problems = read_policies(*roots)
    if problems:
        raise PolicyError(problems)
    return tree


def read_policies(*roots: str | FilePath) -> tuple[PolicyTree, tuple[Problem, ...]]:
    """Load as far as possible: the jurisdictions without mistakes, and all mistakes in the order of the files."""
    versions: dict[str, list[Layer]] = {}
    for root in roots:
        found: dict[str, list[Layer]] = {}
        for layer in read_layers(FilePath(root)):
            found.setdefault(layer.id, []).append(layer)
        versions |= found
    for of_one in versions.values():
        of_one.sort(key=lambda layer: layer.since or date.min)
    layers = [layer for of_one in versions.values() for layer in of_one]
    problems = [problem for layer in layers for problem in layer.problems]
    jurisdictions: dict[str, Jurisdiction] = {}
    for id_, own_versions in versions.items():
        before = len(problems)
        problems += _overlaps(own_versions)
        lineage = _lineage(id_, versions, problems)
        ever = stated_ids(layer for ancestor in lineage for layer in versions[ancestor])
        periods = [
            bind_policy(id_, since, until, chain, ever, problems)
            for own in own_versions
            for since, until, chain in _periods(own, lineage, versions)
        ]
        broken = any(layer.problems for ancestor in (id_, *lineage) for layer in versions[ancestor])
        if len(problems) == before and not broken:
            jurisdictions[id_] = Jurisdiction(id_, tuple(periods))
    unique = sorted(
        set(without_consequences(problems, layers)), key=lambda problem: (problem.place, problem.code, problem.path)
    )
    return PolicyTree(jurisdictions), tuple(unique)


def _order(problem: Problem) -> tuple[Place, str, str]:
    return problem.place, problem.code, shown_path(problem.path)


# --- who inherits from whom, and when --------------------------------------------------------------------------------


def _lineage(id_: str, versions: Mapping[str, list[Layer]], problems: list[Problem]) -> list[str]:
    """The ancestors of a jurisdiction, nearest first."""
    lineage: list[str] = []
    current = id_
    while (parent := _parent(current, versions, problems)) is not None:
        if parent == id_ or parent in lineage:
            circle = " → ".join([id_, *lineage, parent])
            problems.append(versions[id_][0].problem("parent-cycle", ("parent",), circle))
            return []
        lineage.append(parent)
        current = parent
    return lineage


def _parent(id_: str, versions: Mapping[str, list[Layer]], problems: list[Problem]) -> str | None:
    layer = versions[id_][-1]
    named = layer.identity.parent if layer.identity else None
    if named is not None:
        if named in versions:
            return named
        others = [other for other in versions if other != id_]
        known = Text(", ".join(sorted(others)))
        guess = nearest(named, others)
        problems.append(layer.problem("unknown-parent", ("parent",), named, expected=known, nearest=guess))
    above = [ancestor for ancestor in versions if id_.startswith(f"{ancestor}/")]
    return max(above, key=len, default=None)


def _overlaps(layers: Sequence[Layer]) -> Iterable[Problem]:
    for earlier, later in pairwise(layers):
        if earlier.until is None or later.since is None or later.since <= earlier.until:
            since, until = earlier.since or "…", earlier.until or "…"
            expected = Text(
                f"с {since} по {until} ({earlier.folder.name})", f"{since} to {until} ({earlier.folder.name})"
            )
            path = ("acts", 0, "in_force", "from")
            yield later.problem("overlapping-versions", path, str(later.since), expected=expected)


def _periods(
    own: Layer, lineage: Sequence[str], versions: Mapping[str, list[Layer]]
) -> Iterable[tuple[date | None, date | None, Chain]]:
    """The spans of a version's life in which the same versions of its ancestors are in force, base first."""
    ancestors = [layer for id_ in reversed(lineage) for layer in versions[id_]]
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
    return day + timedelta(days=1) if day else None
