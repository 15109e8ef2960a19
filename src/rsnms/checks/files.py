"""The texts of the files that state a workspace's policies: for excerpts, suppressions and fixes."""

from collections.abc import Sequence
from pathlib import Path as FilePath

from rsnms.policy.encoding import LINE_BREAK
from rsnms.policy.problems import Place
from rsnms.policy.workspace import Workspace


class Files:
    """Files by the name under which messages show them, each read once, when it is first asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._of = {id_: _files_of(workspace, id_) for id_ in workspace.versions}
        self._whose = {file: id_ for id_, files in self._of.items() for file in files}
        self._texts: dict[str, str] = {}
        self._lines: dict[str, Sequence[str]] = {}

    def of(self, id_: str) -> tuple[str, ...]:
        """The files that state something in a jurisdiction, every version of it, in order."""
        return self._of.get(id_, ())

    def whose(self, file: str) -> str:
        """The id of the jurisdiction to which a file belongs; empty where it belongs to none."""
        return self._whose.get(file, "")

    def text(self, file: str) -> str:
        """The text of a file; empty where there is none of that name."""
        if file not in self._texts:
            path = FilePath(file)
            self._texts[file] = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
        return self._texts[file]

    def lines(self, file: str) -> Sequence[str]:
        """The lines of a file, without their ends."""
        if file not in self._lines:
            self._lines[file] = LINE_BREAK.split(self.text(file))
        return self._lines[file]

    def line(self, place: Place) -> str:
        """The line at a place; empty where the file has none."""
        lines = self.lines(place.file)
        return lines[place.line - 1] if place.line <= len(lines) else ""


def _files_of(workspace: Workspace, id_: str) -> tuple[str, ...]:
    found: set[str] = set()
    for layer in workspace.versions[id_]:
        stated = [written for section in layer.sections.values() for written in section] + layer.broken
        stated += [layer.removals] if layer.removals else []
        found |= {written.document.file for written in stated}
        found |= {layer.identity_document.file} if layer.identity_document else set()
    return tuple(sorted(found))
