"""Loading: from folders of YAML to immutable policies for every period, with all mistakes reported at once."""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path as FilePath
from pathlib import PurePath

from rsnms.policy.elements import bind_policy
from rsnms.policy.encoding import shown_file
from rsnms.policy.inheritance import stated_ids
from rsnms.policy.layers import IDENTITY, Layer, read_layers
from rsnms.policy.lineage import Lineage, lineage_of, overlaps, periods
from rsnms.policy.model import Jurisdiction, PolicyTree
from rsnms.policy.problems import Place, PolicyError, Problem, in_order
from rsnms.policy.salvage import doubts
from rsnms.policy.workspace import Workspace


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


def root_of(path: FilePath) -> FilePath:
    """The root of the folder tree in which a jurisdiction's folder, or a file of one, stands; else the path itself.

    A tree need not repeat what is packaged: in ``ru/n-skaya`` the folder ``ru`` has no file of its own. From the top of
    a repository the one tree that stands somewhere below it is found.
    """
    folder = (path if path.is_dir() else path.parent).resolve()
    homes = [above for above in (folder, *folder.parents) if any(above.glob(f"{IDENTITY}.y*ml"))]
    top = homes[-1] if homes else folder
    base = base_of(top)
    if base is not None:
        return FilePath(os.path.relpath(base.parent))
    if homes:
        return FilePath(os.path.relpath(top.parent))
    roots = _roots_below(folder) - {folder}
    return FilePath(os.path.relpath(roots.pop())) if len(roots) == 1 else path


def _roots_below(folder: FilePath) -> set[PurePath]:
    """The roots of the trees that stand somewhere below a folder, as below the top of a repository."""
    homes = [path.parent for path in folder.rglob(f"{IDENTITY}.y*ml") if path.is_file()]
    shown = [home for home in homes if not any(part.startswith(".") for part in home.relative_to(folder).parts)]
    packaged = {home.name for home in packaged_policies().iterdir()}
    return {
        above.parent
        for home in shown
        for above in (home, *home.parents)
        if above.name in packaged and above.is_relative_to(folder) and above != folder
    }


def base_of(top: PurePath) -> PurePath | None:
    """The folder, at or above the outermost one of a tree, that bears the name of a packaged base such as ``ru``."""
    packaged = {home.name for home in packaged_policies().iterdir()}
    return next((above for above in (top, *top.parents[:_LEVELS_ABOVE]) if above.name in packaged), None)


_LEVELS_ABOVE = 2
"""A municipality stands below its region, and that below the country."""


def read_policies(*roots: str | FilePath) -> tuple[PolicyTree, tuple[Problem, ...]]:
    """Load as far as possible: the jurisdictions without mistakes, and all mistakes in the order of the files.

    Raises:
        FileNotFoundError: a root is no folder.
    """
    workspace = read_workspace(*roots)
    return workspace.tree, workspace.problems


def read_workspace(*roots: str | FilePath) -> Workspace:
    """Load as far as possible, and keep what the files say beside the policies made of them.

    Raises:
        FileNotFoundError: a root is no folder.
    """
    problems: list[Problem] = []
    versions = _read(roots, problems)
    problems += [problem for of_one in versions.values() for layer in of_one for problem in layer.problems]
    lineages = {id_: lineage_of(id_, versions, problems) for id_ in versions}
    bound = {id_: _bind(id_, lineages[id_], versions) for id_ in versions}
    jurisdictions: dict[str, Jurisdiction] = {}
    for id_, (jurisdiction, found) in bound.items():
        ancestors = lineages[id_].ancestors
        problems += _arising(
            id_, found, {problem for ancestor in ancestors for problem in bound[ancestor][1]}, versions
        )
        sound = lineages[id_].is_known and not any(
            layer.problems for member in (id_, *ancestors) for layer in versions[member]
        )
        if sound and not found:
            jurisdictions[id_] = jurisdiction
    return Workspace(PolicyTree(jurisdictions), in_order(problems), versions)


def _read(roots: tuple[str | FilePath, ...], problems: list[Problem]) -> dict[str, list[Layer]]:
    """The versions of every jurisdiction, in order; a later root's jurisdictions replace those of earlier ones."""
    versions: dict[str, list[Layer]] = {}
    for root in roots:
        found: dict[str, list[Layer]] = {}
        for layer in read_layers(FilePath(root)):
            found.setdefault(layer.id, []).append(layer)
        if not found:
            problems.append(Problem("no-policies", Place(shown_file(root))))
        versions |= found
    for of_one in versions.values():
        of_one.sort(key=lambda layer: layer.since or date.min)
    return versions


def _bind(id_: str, lineage: Lineage, versions: Mapping[str, list[Layer]]) -> tuple[Jurisdiction, list[Problem]]:
    own = versions[id_]
    problems = list(overlaps(own))
    above = [layer for ancestor in lineage.ancestors for layer in versions[ancestor]]
    ever = stated_ids(above)
    unsure = doubts([*own, *above], ancestors_known=lineage.is_known)
    policies = [
        bind_policy(id_, since, until, chain, ever, unsure, problems)
        for version in own
        for since, until, chain in periods(version, lineage, versions)
    ]
    return Jurisdiction(id_, tuple(policies)), problems


def _arising(id_: str, found: list[Problem], known: set[Problem], versions: Mapping[str, list[Layer]]) -> list[Problem]:
    """What is wrong in a jurisdiction and in none of its ancestors, said so where an inherited place is named."""
    own = {shown_file(layer.folder) for layer in versions[id_]}
    return [
        problem if str(FilePath(problem.place.file).parent) in own else replace(problem, arises_in=id_)
        for problem in found
        if problem not in known
    ]
