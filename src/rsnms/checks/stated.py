"""What the policies of a scope state in files of their own, version by version, and its texts in our own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rsnms.checks.check import Finding, Scope
from rsnms.domain.text import Text
from rsnms.policy.layers import Layer, Written
from rsnms.policy.lineage import lineage_of
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.workspace import Workspace, place_of

Related = tuple[tuple[Place, Text], ...]

OUR_WORDS = (
    *("title", "means", "reading", "note", "confers", "question", "evidence", "action"),
    *("result", "date_note", "no_norm", "area"),
)
"""Keys of texts that are short and our own; official names and the spellings of rosters are others' words."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a jurisdiction as its files state it, and a period in which it applies."""

    policy: Policy
    """That of the day asked about, where the version applies then; else its last one."""
    layer: Layer

    @property
    def is_base(self) -> bool:
        """Whether it is a base that nobody adopted: without parents and without a day in force."""
        return not self.policy.parents and self.layer.since is None

    def stated(self, *sections: str) -> Iterator[Written]:
        """What its files state in some sections, in all of them by default."""
        for section, elements in self.layer.sections.items():
            if not sections or section in sections:
                yield from elements

    def finding(
        self,
        code: str,
        written: Written,
        path: Path,
        message: Text,
        related: Related = (),
    ) -> Finding:
        """A finding at a path of an element."""
        return Finding(code, place_of(written, path), message, self.policy.id, written.path + path, related)

    def finding_in_identity(self, code: str, path: Path, message: Text, related: Related = ()) -> Finding:
        """A finding at a path of ``policy.yaml``."""
        document = self.layer.identity_document
        place = document.place(path) if document else Place(str(self.layer.folder))
        return Finding(code, place, message, self.policy.id, path, related)


def versions(scope: Scope) -> tuple[Version, ...]:
    """The versions that the policies of a scope are made of, each once; of several periods that of the day asked."""
    found: dict[tuple[str, date | None], Version] = {}
    for policy in scope.policies:
        layer = scope.workspace.layer(policy.id, policy.since)
        if layer is not None and not (_key(policy, layer) in found and scope.on not in policy):
            found[_key(policy, layer)] = Version(policy, layer)
    return tuple(found.values())


def _key(policy: Policy, layer: Layer) -> tuple[str, date | None]:
    return policy.id, layer.since


def versions_in_force(scope: Scope) -> tuple[Version, ...]:
    """Those of the versions that apply on the day asked about."""
    return tuple(version for version in versions(scope) if scope.on in version.policy)


class Families:
    """Who inherits from whom in a workspace, mistaken jurisdictions included."""

    def __init__(self, workspace: Workspace) -> None:
        self._versions = workspace.versions
        self._ancestors = {id_: lineage_of(id_, workspace.versions, []).ancestors for id_ in workspace.versions}
        self._heirs: dict[str, list[str]] = {}
        for id_, ancestors in self._ancestors.items():
            for ancestor in ancestors:
                self._heirs.setdefault(ancestor, []).append(id_)

    def are_related(self, one: str, other: str) -> bool:
        """Whether two jurisdictions are one, or one inherits from the other."""
        return one == other or one in self._ancestors[other] or other in self._ancestors[one]

    def downwards(self, id_: str) -> Iterator[Layer]:
        """All versions of a jurisdiction and of those that inherit from it."""
        for member in (id_, *self._heirs.get(id_, ())):
            yield from self._versions[member]

    def whole(self, id_: str) -> Iterator[Layer]:
        """The same, and all versions of those that it inherits from."""
        yield from self.downwards(id_)
        for ancestor in self._ancestors[id_]:
            yield from self._versions[ancestor]


def data_of(written: Written) -> Any:
    """An element as the file has it: nested ``dict``, ``list`` and ``str``."""
    data = written.document.data
    for step in written.path:
        data = data[step]
    return data


def texts(data: Any, keys: tuple[str, ...] = OUR_WORDS, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The Russian texts under some keys, at any depth, with their paths."""
    if isinstance(data, dict):
        for key, value in data.items():
            below = (*path, key)
            if key not in keys:
                yield from texts(value, keys, below)
            elif isinstance(value, str):
                yield below, value
            elif isinstance(value, dict) and isinstance(value.get("ru"), str):
                yield (*below, "ru"), value["ru"]
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from texts(part, keys, (*path, index))
