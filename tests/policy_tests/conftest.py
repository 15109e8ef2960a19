from collections.abc import Callable
from pathlib import Path

import pytest

from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy.workspace import Workspace
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.reading import read_cases

Read = Callable[..., tuple[Case, ...]]


@pytest.fixture(scope="session")
def packaged() -> Workspace:
    """The packaged policies with their files."""
    return read_workspace(packaged_policies())


@pytest.fixture
def read(tmp_path: Path, packaged: Workspace) -> Read:
    """Read the tests of a file about Volgograd on 2024-01-01, ``head`` above them."""

    def read(tests: str, head: str = "") -> tuple[Case, ...]:
        file = tmp_path / "people.test.yaml"
        file.write_text(f"policy: ru/volgograd\non: 2024-01-01\n{head}tests:\n{tests}", encoding="utf-8")
        return read_cases(packaged, [file])

    return read
