"""RS401: elements of an act's policy that do not say which clause of the act they come from."""

from collections.abc import Iterator
from typing import Any

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import Version, data_of, versions
from rsnms.domain.text import Text
from rsnms.policy.layers import Written
from rsnms.policy.problems import Path
from rsnms.policy.workspace import Workspace

_VOCABULARY = ("facts", "criteria", "activities", "competencies", "instruments", "clauses")
"""What policies are written with; the clause is named by those who use it."""
_PARTS = ("functions", "rights", "duties", "grounds", "sections")


def find(scope: Scope) -> Iterator[Finding]:
    """Find own elements without a clause, and parts of them where the element around has none.

    The clause may also stand in a condition of the element, or in what it extends. A base follows no act by clauses.
    """
    for version in versions(scope):
        if version.is_base or not version.policy.acts:
            continue
        for section in version.layer.sections:
            for written in version.stated(section) if section not in _VOCABULARY else ():
                if not _is_inherited(scope.workspace, version, section, written):
                    for path, data in _unsourced(data_of(written)):
                        yield version.finding(CHECK.code, written, (*path, "id"), _message(data))


def _is_inherited(workspace: Workspace, version: Version, section: str, written: Written) -> bool:
    """Whether an element extends one of the parents' that names a clause."""
    if not getattr(written.form, "extends", False):
        return False
    extended = workspace.inherited(version.policy, section, written.form.id)
    return extended is not None and _has_clause(data_of(extended))


def _unsourced(data: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    if "clause" in data:
        return
    parts = [((key, index), part) for key in _PARTS for index, part in enumerate(data.get(key, ()))]
    if not parts and not _has_clause(data):
        yield (), data
    for path, part in parts:
        if not _has_clause(part):
            yield path, part


def _has_clause(data: Any) -> bool:
    if isinstance(data, dict):
        return "clause" in data or any(map(_has_clause, data.values()))
    return isinstance(data, list) and any(map(_has_clause, data))


def _message(data: dict[str, Any]) -> Text:
    return Text(
        f"У «{data['id']}» не указан пункт акта; добавьте clause, чтобы по нему можно было найти источник.",
        f"'{data['id']}' names no clause of the act; add clause, so that people can look up where it comes from.",
    )


CHECK = Check(
    "RS401",
    "element-without-clause",
    Severity.WARNING,
    Text("Элемент без пункта акта", "An element without a clause"),
    find,
)
