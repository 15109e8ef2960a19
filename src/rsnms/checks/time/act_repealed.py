"""RS305: acts that a policy follows or cites although they no longer hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.names.stems import stems
from rsnms.checks.stated import Version, versions, versions_in_force
from rsnms.domain.text import Text
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.stated import Act, ActReference
from rsnms.rules.wording import date_words


def find(scope: Scope) -> Iterator[Finding]:
    """Find own acts, and acts on which these rest, that another act in force repeals; and versions that have ended."""
    repeals = list(_repeals(scope))
    for version in versions_in_force(scope):
        for path, named in _named(version.policy, scope):
            for repeal in repeals:
                if _is_same(named, repeal.of):
                    yield _repealed(version, path, named, repeal)
                    break
    for version in versions(scope):
        yield from _ended(scope, version)


@dataclass(frozen=True, slots=True)
class _Repeal:
    """An act in force that repeals another one, and where it says so."""

    by: Act
    of: ActReference
    place: Place


def _repeals(scope: Scope) -> Iterator[_Repeal]:
    for jurisdiction in scope.workspace.tree.values():
        for policy in jurisdiction.periods:
            layer = scope.workspace.layer(policy.id, policy.since) if scope.on in policy else None
            document = layer.identity_document if layer else None
            for index, act in enumerate(policy.acts if document else ()):
                for number, of in enumerate(act.repeals if _is_in_force(act, scope) else ()):
                    if document is not None:
                        yield _Repeal(act, of, document.place(("acts", index, "repeals", number)))


def _named(policy: Policy, scope: Scope) -> Iterator[tuple[Path, Act | ActReference]]:
    for index, act in enumerate(policy.acts):
        if _is_in_force(act, scope):
            yield ("acts", index, "number"), act
            yield from ((("acts", index, "basis", number), basis) for number, basis in enumerate(act.basis))


def _is_in_force(act: Act, scope: Scope) -> bool:
    return (act.since is None or act.since <= scope.on) and (act.until is None or scope.on <= act.until)


def _is_same(act: Act | ActReference, repealed: ActReference) -> bool:
    """Whether both have one number and date, and the body of one is that of the other or a shorter form of it.

    The kind of an act is often named otherwise elsewhere (приказ, распоряжение) and tells nothing.
    """
    if act.number is None or repealed.number is None or act.dated is None or act.dated != repealed.dated:
        return False
    bodies = [stems(body) for body in (act.body, repealed.body) if body]
    is_one_body = len(bodies) < 2 or bodies[0] <= bodies[1] or bodies[1] <= bodies[0]
    return _number(act.number) == _number(repealed.number) and is_one_body


def _number(number: str) -> str:
    return "".join(number.replace("№", "").casefold().split())


def _repealed(version: Version, path: Path, act: Act | ActReference, repeal: _Repeal) -> Finding:
    by = repeal.by
    ru = f"Этот акт отменён: {_shown(act)}. Отменяет {_shown(by)} ({by.body}). Найдите акт, который его заменил."
    en = f"This act is repealed: {_shown(act)}. It is repealed by {_shown(by)} ({by.body}). Find what takes its place."
    said = Text("здесь сказано об отмене", "the repeal is stated here")
    return version.finding_in_identity(CHECK.code, path, Text(ru, en), ((repeal.place, said),))


def _shown(act: Act | ActReference) -> str:
    """An act by kind, date and number."""
    parts = (
        act.kind or "акт",
        f"от {act.dated:%d.%m.%Y}" if act.dated else "",
        f"№ {act.number}" if act.number else "",
    )
    return " ".join(filter(None, parts))


def _ended(scope: Scope, version: Version) -> Iterator[Finding]:
    """The last version of a jurisdiction, where its principal act has ended."""
    until = version.layer.until
    if version.layer is scope.workspace.versions[version.policy.id][-1] and until is not None and until < scope.on:
        message = Text(
            f"Главный акт действовал по {date_words(until, 'ru')}, а новой редакции политики нет.",
            f"The principal act was in force until {date_words(until, 'en')}, and there is no later version.",
        )
        yield version.finding_in_identity(CHECK.code, ("acts", 0, "in_force", "until"), message)


CHECK = Check(
    "RS305",
    "act-repealed",
    Severity.WARNING,
    Text("Акт отменён или утратил силу", "An act that is repealed or has ended"),
    find,
)
