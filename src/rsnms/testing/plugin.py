"""A pytest plugin that collects the cases beside policies: ``pytest policies`` runs ``policies/**/*.test.yaml``.

Every pytest run of an environment in which the library is installed loads this module, so it imports nothing of ours
before there is a file to collect. ``-p no:rsnms`` turns it off.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rsnms.domain.text import Lang
    from rsnms.policy.model import PolicyTree
    from rsnms.policy.workspace import Workspace
    from rsnms.policy_tests.case import Case
    from rsnms.policy_tests.running import CaseResult

_NAMED = (".test.yaml", ".test.yml")
_IDENTITIES = ("policy.yaml", "policy.yml")
_WORKSPACES: "pytest.StashKey[dict[Path, Workspace]]" = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a project name the folders of policies that its cases need beside those among which they stand."""
    parser.addini(
        "rsnms_policies",
        "Folder trees of policies that lie over the packaged ones, for cases of policies (*.test.yaml).",
        type="paths",
        default=[],
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "CaseFile | None":
    """Take ``*.test.yaml`` beside or below a ``policy.yaml``, and such a file anywhere that is asked for by name."""
    if not file_path.name.lower().endswith(_NAMED):
        return None
    if not parent.session.isinitpath(file_path) and not _is_among_policies(file_path):
        return None
    return CaseFile.from_parent(parent, path=file_path)


def _is_among_policies(path: Path) -> bool:
    return any((folder / name).is_file() for folder in path.parents for name in _IDENTITIES)


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> "Iterator[CaseItem]":
        """Make an item of every case; mistakes in the file, or in the policies, are told as such."""
        from rsnms.domain.input_error import InputError
        from rsnms.policy_tests.reading import read_cases

        try:
            workspace = _workspace(self.config, self.path)
            cases = read_cases(workspace, [_from_here(self.path)])
        except InputError as error:
            raise self.CollectError(error.text(_lang())) from error
        for case in cases:
            yield CaseItem.from_parent(self, name=case.name, case=case, tree=workspace.tree)


def _from_here(path: Path) -> Path:
    """The path as messages show it: from the working folder where it lies in that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _workspace(config: pytest.Config, path: Path) -> "Workspace":
    """The packaged policies, those of the settings, and those among which a file stands; loaded once for a tree.

    Raises:
        PolicyError: the policies have mistakes.
    """
    from rsnms.policy.loading import packaged_policies, read_workspace, root_of
    from rsnms.policy.problems import PolicyError

    loaded = config.stash.setdefault(_WORKSPACES, {})
    root = root_of(path)
    if root not in loaded:
        own = [root] if root.is_dir() else []
        loaded[root] = read_workspace(packaged_policies(), *config.getini("rsnms_policies"), *own)
    if loaded[root].problems:
        raise PolicyError(loaded[root].problems)
    return loaded[root]


def _lang() -> "Lang":
    return "en" if os.environ.get("RSNMS_LANG") == "en" else "ru"


class CaseFailedError(Exception):
    """A case that is not as it expects."""

    def __init__(self, result: "CaseResult") -> None:
        self.result = result
        super().__init__(result.case.name)


class CaseItem(pytest.Item):
    """A case."""

    def __init__(self, *, case: "Case", tree: "PolicyTree", **options: Any) -> None:
        super().__init__(**options)
        self._case = case
        self._tree = tree

    def runtest(self) -> None:
        """Run the case; one that nobody has confirmed is skipped."""
        from rsnms.policy_tests.running import run_case
        from rsnms.reports.policy_tests.text import UNCONFIRMED

        if not self._case.confirmed:
            pytest.skip(UNCONFIRMED.in_(_lang()))
        result = run_case(self._case, self._tree[self._case.policy])
        if not result.passed:
            raise CaseFailedError(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Tell a failure in the words of ``rsnms test``, without a traceback."""
        from rsnms.domain.input_error import InputError
        from rsnms.reports.policy_tests.text import failure_text

        if isinstance(excinfo.value, CaseFailedError):
            return failure_text(excinfo.value.result, _lang())
        if isinstance(excinfo.value, InputError):
            return f"{self._case.place}: {excinfo.value.text(_lang())}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case is written, for lists of tests."""
        return self.path, self._case.place.line - 1, self.name
