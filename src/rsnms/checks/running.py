"""Running checks over policies: what is found, each finding once, and what comments in the files suppress."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as FilePath

from rsnms.checks import registry
from rsnms.checks.check import SUPPRESSING, Check, Finding, Scope, Severity
from rsnms.checks.files import Files
from rsnms.checks.suppressions import Suppression, suppressions
from rsnms.domain.extras import LibraryMissingError, need
from rsnms.domain.text import Lang
from rsnms.policy.problems import Problem
from rsnms.policy.workspace import Workspace
from rsnms.rules.proof.prover import NoAnswerError


class CheckNeedsLibraryError(LibraryMissingError):
    """A library without which some of the checks cannot run is not installed."""

    def __init__(self, missing: LibraryMissingError, checks: Sequence[Check]) -> None:
        families = {f"RS{check.family}" for check in checks}
        whole = {check.code for check in registry.checks() if f"RS{check.family}" in families}
        named = families if whole == {check.code for check in checks} else {check.code for check in checks}
        self.left_out = ",".join(sorted(named))
        super().__init__(missing.module, missing.extra)

    def text(self, lang: Lang = "ru") -> str:
        """Which library is missing, how to install it, and how to do without the checks that need it."""
        do_without = (
            "To leave out the checks that need it:" if lang == "en" else "Обойтись без проверок, которым она нужна:"
        )
        return f"{super().text(lang)}\n{do_without} --ignore {self.left_out}"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a comment suppresses."""

    finding: Finding
    by: Suppression


@dataclass(frozen=True, slots=True)
class Report:
    """What checks found in policies on a day, in the order of the places."""

    workspace: Workspace
    on: date
    policies: tuple[str, ...]
    """The ids of those reported on, by id; only the sound ones have been checked."""
    checks: tuple[Check, ...]
    """Those that have run, by code."""
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    files: Files
    unanswered: tuple[tuple[Check, NoAnswerError], ...] = ()
    """The checks that a question too hard for the solver has stopped; what they found before it counts."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The mistakes by which policies are not valid, in everything that was loaded."""
        return self.workspace.problems

    def check(self, finding: Finding) -> Check:
        """The check that found it."""
        return next(check for check in self.checks if check.code == finding.code)

    def severity(self, finding: Finding) -> Severity:
        """How grave it is."""
        return self.check(finding).severity

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings that are as grave or graver, without the suppressed ones."""
        return tuple(one for one in self.findings if self.severity(one).rank >= severity.rank)


def run_checks(
    workspace: Workspace,
    on: date,
    policies: Collection[str] | None = None,
    checks: Sequence[Check] | None = None,
) -> Report:
    """Run checks (all of them if none is named) over policies, named by id (all of them if ``None``).

    A policy with mistakes is not checked. Its mistakes are in the report.

    Raises:
        CheckNeedsLibraryError: a check needs a library that is not installed.
    """
    running = tuple(registry.checks() if checks is None else checks)
    for library in dict.fromkeys(check.needs for check in running if check.needs):
        try:
            need(library, "proofs")
        except LibraryMissingError as error:
            raise CheckNeedsLibraryError(error, [check for check in running if check.needs == library]) from None
    ids = tuple(sorted(workspace.versions if policies is None else policies))
    periods = tuple(period for id_ in ids if id_ in workspace.tree for period in workspace.tree[id_].periods)
    scope = Scope(workspace, periods, on)
    files = Files(workspace)

    first = [check for check in running if check.family != SUPPRESSING]
    unanswered: list[tuple[Check, NoAnswerError]] = []
    found = _found(first, scope, unanswered)
    own = [file for id_ in ids for file in files.of(id_)]
    read = {
        file: suppressions(files.text(file), file, files.whose(file))
        for file in {*own, *(one.place.file for one in found)}
    }
    by = {one: next((s for s in read[one.place.file] if s.covers(one.code, one.place)), None) for one in found}
    suppressed = tuple(Suppressed(one, comment) for one, comment in by.items() if comment)

    stated = tuple(suppression for file in dict.fromkeys(own) for suppression in read[file])
    # Where policies are mistaken not everything has been checked, so nothing is known to be idle.
    whole = {check.code for check in first} - {check.code for check, _ in unanswered}
    idle = {} if workspace.problems else _idle(stated, found, whole)
    last = [check for check in running if check.family == SUPPRESSING]
    on_comments = _found(last, replace(scope, suppressions=stated, idle=idle), unanswered)

    kept = [one for one in found if not by[one]]
    findings = tuple(sorted([*kept, *on_comments], key=_order))
    return Report(workspace, on, ids, running, findings, suppressed, files, tuple(unanswered))


def policies_under(workspace: Workspace, paths: Iterable[FilePath]) -> tuple[str, ...]:
    """The ids of the jurisdictions whose folders stand at or below the paths; a file stands for its folder."""
    homes = [(path if path.is_dir() else path.parent).resolve() for path in paths]
    return tuple(
        id_
        for id_, layers in workspace.versions.items()
        if any(layer.folder.resolve().is_relative_to(home) for layer in layers for home in homes)
    )


def _found(checks: Iterable[Check], scope: Scope, unanswered: list[tuple[Check, NoAnswerError]]) -> list[Finding]:
    """The findings of checks in order, one that several periods or policies meet only once."""
    met: dict[object, Finding] = {}
    for check in checks:
        try:
            for finding in check.find(scope):
                met.setdefault((finding.code, finding.place, finding.message), finding)
        except NoAnswerError as error:
            unanswered.append((check, error))
    return sorted(met.values(), key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    return finding.place, finding.code, finding.message.ru


def _idle(
    stated: Iterable[Suppression], found: Sequence[Finding], ran: Collection[str]
) -> dict[Suppression, tuple[str, ...]]:
    """The codes of each comment that suppress nothing, as far as their checks have run."""
    idle = {
        suppression: tuple(
            code
            for code in dict.fromkeys(suppression.codes)
            if code in ran and not any(suppression.covers(code, one.place) for one in found if one.code == code)
        )
        for suppression in stated
        if suppression.is_whole
    }
    return {suppression: codes for suppression, codes in idle.items() if codes}
