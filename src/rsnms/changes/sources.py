"""What can be compared: a folder of policies, a folder in a git revision, one policy on a day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rsnms.changes.git import check_out
from rsnms.domain.fact_values import read_date
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang
from rsnms.policy.encoding import shown_file
from rsnms.policy.layers import IDENTITY
from rsnms.policy.loading import packaged_policies, read_workspace, root_of
from rsnms.policy.model import Jurisdiction
from rsnms.policy.problems import PolicyError, Problem
from rsnms.policy.reader import read_document
from rsnms.policy.workspace import Workspace

_DATED = re.compile(
    r"(?P<policy>[a-z0-9][a-z0-9/_-]*)@(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{4})"
)


class SourceError(InputError):
    """A side of a comparison that is none, or sides that cannot be compared."""

    def __init__(self, ru: str, en: str) -> None:
        self.ru, self.en = ru, en
        super().__init__(ru)

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        return self.en if lang == "en" else self.ru


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: jurisdictions by id; of one policy on a day only that version."""

    asked: str
    """As the user wrote it."""
    jurisdictions: Mapping[str, Jurisdiction]
    workspace: Workspace
    """The same with the files that state it."""
    policy: str | None = None
    """The one policy, where a policy on a day was asked for."""
    day: date | None = None


def read_side(asked: str, folders: Iterable[Path] = ()) -> Side:
    """Read ``FOLDER``, ``REV:PATH`` or ``POLICY@DATE``.

    A folder that holds every ancestor of its jurisdictions stands by itself; any other lies over the packaged policies
    and ``folders``. A policy on a day is looked up in ``folders`` and the packaged policies.

    Raises:
        SourceError: it is none of these.
        GitError: git does not have what is asked of it.
        PolicyError: the policies have mistakes; files of a revision are named ``REV:path/file.yaml``.
        UnknownPolicyError, NotInForceError: there is no such policy, or not on that day.
    """
    dated = _DATED.fullmatch(asked)
    if Path(asked).is_dir():
        return _whole(asked, root_of(Path(asked)), folders)
    if dated:
        return _version(asked, dated["policy"], dated["day"], folders)
    if ":" in asked:
        with TemporaryDirectory(prefix="rsnms-") as temporary:
            root, shown = check_out(asked, Path(temporary))
            return _whole(asked, root, folders, shown)
    raise SourceError(
        f"Нечего сравнивать: «{asked}» — не папка с политиками, не ревизия git (РЕВИЗИЯ:ПАПКА, например "
        "HEAD~1:policies) и не политика на дату (ПОЛИТИКА@ДАТА, например ru/volgograd@2024-01-31).",
        f"Nothing to compare: '{asked}' is no folder of policies, no git revision (REV:PATH, such as HEAD~1:policies) "
        "and no policy on a day (POLICY@DATE, such as ru/volgograd@2024-01-31).",
    )


def read_sides(old: str, new: str, folders: Iterable[Path] = ()) -> tuple[Side, Side]:
    """Read both sides; two policies on days have to be the same policy.

    Raises:
        SourceError: they are different policies, besides what :func:`read_side` raises.
    """
    sides = read_side(old, folders), read_side(new, folders)
    one, other = (side.policy for side in sides)
    if one is not None and other is not None and one != other:
        raise SourceError(
            f"Сравниваются версии одной политики, а указаны две: {one} и {other}. Разные политики сравнивает "
            f"rsnms compare {one} {other}.",
            f"Versions of one policy are compared, but there are two: {one} and {other}. For different policies use "
            f"rsnms compare {one} {other}.",
        )
    return sides


def _version(asked: str, policy: str, day: str, folders: Iterable[Path]) -> Side:
    on = read_date(day if "-" in day else "-".join(reversed(day.split("."))))
    if on is None:
        raise SourceError(
            f"{asked}: даты «{day}» не существует; ожидается 2024-01-31 или 31.01.2024.",
            f"{asked}: there is no date '{day}'; expected 2024-01-31 or 31.01.2024.",
        )
    workspace = read_workspace(packaged_policies(), *folders)
    if workspace.problems:
        raise PolicyError(workspace.problems)
    version = workspace.tree[policy].on(on)
    return Side(asked, {policy: Jurisdiction(policy, (version,))}, workspace, policy, on)


def _whole(asked: str, root: Path, folders: Iterable[Path], shown: str | None = None) -> Side:
    below = () if _stands_by_itself(root) else (packaged_policies(), *folders)
    workspace = read_workspace(*below, root)
    if workspace.problems:
        problems = workspace.problems
        raise PolicyError(problem if shown is None else _renamed(problem, root, shown) for problem in problems)
    return Side(asked, workspace.tree, workspace)


def _stands_by_itself(root: Path) -> bool:
    """Whether a root holds the ancestors of all its jurisdictions, so that no others are needed below it."""
    found = (path for path in root.rglob(f"{IDENTITY}.y*ml") if path.is_file() and path.parent != root)
    identities = {path.parent.relative_to(root).as_posix(): path for path in found}
    return bool(identities) and all(
        id_.split("/")[0] in identities and _parent(path) in (None, *identities) for id_, path in identities.items()
    )


def _parent(identity: Path) -> str | None:
    stated = read_document(identity).data
    parent = stated.get("parent") if isinstance(stated, dict) else None
    return parent if isinstance(parent, str) else None


def _renamed(problem: Problem, root: Path, shown: str) -> Problem:
    """A problem in a file of a revision, which names the revision in place of the temporary folder."""
    place, here = problem.place, shown_file(root)
    if place.file != here and not place.file.startswith(f"{here}/"):
        return problem
    below = place.file.removeprefix(here).removeprefix("/")
    joined = f"{shown}{below}" if shown.endswith(":") else f"{shown}/{below}".rstrip("/")
    return replace(problem, place=replace(place, file=joined))
