"""Whole random policies as files, and policies loaded from files in memory."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from rsnms.policy.loading import load_policies, read_policies
from rsnms.policy.model import PolicyTree
from rsnms.policy.problems import PolicyError
from rsnms.testing.drawing import integer
from rsnms.testing.layers import Key, Layer, Stated, layers, tree

Files = dict[str, str]
"""Texts of YAML files by their paths within the tree of jurisdictions."""
_DEEPEST = 3


def policies(depth: int | None = None) -> st.SearchStrategy[Files]:
    """Whole valid policies: the files of a jurisdiction ``a``, and of ``a/b`` and ``a/b/c`` that inherit from it.

    Every section of the language may be there, with references from one to another; a child states, replaces
    (``override``), extends and removes what its parents say. :func:`load` loads them without a problem. A jurisdiction
    that says nothing is the simplest.

    Args:
        depth: how many jurisdictions there are, 1 to 3; by default any of these.

    Raises:
        ValueError: the depth is another one.
    """
    if depth is not None and not 1 <= depth <= _DEEPEST:
        raise ValueError(f"a depth of {depth}, expected 1 to {_DEEPEST}")
    return _policies(depth)


@st.composite
def _policies(draw: st.DrawFn, depth: int | None) -> Files:
    line: list[Layer] = []
    inherited: dict[Key, Stated] = {}
    for _ in range(depth or draw(integer(1, _DEEPEST))):
        line.append(draw(layers(inherited)))
        inherited = line[-1].over(inherited)
    return tree(line)


def load(files: Mapping[str, str], folder: str | Path, *, over_packaged: bool = False) -> PolicyTree:
    """Write files into a folder and load the policies that they state.

    Args:
        files: texts by path, such as ``{"ru/example/policy.yaml": "title: …"}``.
        folder: an empty folder, such as pytest's ``tmp_path``.
        over_packaged: whether they lie over the packaged policies, so that ``ru/example`` inherits from the federal
            base and knows its facts; else they stand alone.

    Raises:
        PolicyError: with every mistake in the files.
        OSError: a file cannot be written.
    """
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if over_packaged:
        return load_policies(folder)
    loaded, problems = read_policies(folder)
    if problems:
        raise PolicyError(problems)
    return loaded
