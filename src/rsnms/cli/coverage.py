"""What ``rsnms test`` does with ``--coverage``, ``--min-coverage`` and ``--suggest``."""

import sys
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from rsnms.cli.options import fail, is_terminal, note, today
from rsnms.domain.text import Lang

if TYPE_CHECKING:
    from rsnms.policy.workspace import Workspace
    from rsnms.policy_tests.case import Case
    from rsnms.policy_tests.coverage import PolicyCoverage
    from rsnms.policy_tests.suggestions import Suggestions

STDOUT = Path("-")
"""The file that stands for standard output."""
_SUGGESTED = "suggested.test.yaml"
_WHOLE = 100


def a_percentage(text: str) -> Fraction:
    """Read a percentage of the command line, exactly: ``100``, ``99.5``, ``99,5%``."""
    try:
        percent = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        percent = Decimal(-1)
    if not percent.is_finite() or not 0 <= percent <= _WHOLE:
        raise typer.BadParameter(f"'{text}' is no percentage; expected 0 to 100, such as 100 or 99.5")
    return Fraction(percent) / _WHOLE


def policies_of(workspace: "Workspace", paths: Iterable[Path], cases: "Iterable[Case]") -> list[str]:
    """The jurisdictions whose folders lie below some paths or around them, and those that the cases are about."""
    from rsnms.policy.loading import packaged_policies
    from rsnms.policy_tests.reading import jurisdiction_of

    below = [path.resolve() for path in list(paths) or [packaged_policies()]]
    found = {case.policy for case in cases}
    for id_, layers in workspace.versions.items():
        if any(layer.folder.resolve().is_relative_to(path) for layer in layers for path in below):
            found.add(id_)
    if not found:
        around = (jurisdiction_of(path / _SUGGESTED, workspace) for path in below if path.is_dir())
        found |= {id_ for id_ in around if id_ is not None}
    return [id_ for id_ in workspace.tree if id_ in found]


def measure_coverage(
    workspace: "Workspace", cases: "Iterable[Case]", policies: Iterable[str], lang: Lang
) -> "tuple[PolicyCoverage, ...]":
    """Measure the coverage of policies, with progress on a terminal."""
    from rsnms.policy_tests.coverage import coverage

    said = "Coverage" if lang == "en" else "Покрытие"
    with_progress = _progress(said) if is_terminal() else None
    return coverage(workspace.tree, cases, policies, today(), workspace=workspace, progress=with_progress)


def is_below(measured: "Iterable[PolicyCoverage]", least: Fraction, lang: Lang) -> bool:
    """Whether some policy is covered less than asked for, compared exactly; each is named on standard error."""
    from rsnms.reports.policy_tests.coverage_words import exact_percent_words, percent_words

    lacking = [one for one in measured if one.share < least]
    for one in lacking:
        share, asked = percent_words(one.share, lang), exact_percent_words(least, lang)
        if lang == "en":
            note(f"{one.policy}: {share} covered, less than {asked}")
        else:
            note(f"{one.policy}: покрытие {share}, меньше {asked}")
    return bool(lacking)


def suggest(
    workspace: "Workspace",
    cases: "Iterable[Case]",
    measured: "Iterable[PolicyCoverage]",
    out: Path | None,
    lang: Lang,
    *,
    force: bool,
) -> None:
    """Write the cases that are missing beside the policies, or to a file, or to standard output."""
    from rsnms.policy_tests.suggestions import suggestions
    from rsnms.policy_tests.writing import written_tests

    confirmed = {Path(case.place.file).resolve() for case in cases if case.confirmed}
    measured = list(measured)
    said = "Cases" if lang == "en" else "Случаи"
    found = suggestions(workspace.tree, measured, today(), progress=_progress(said) if is_terminal() else None)
    tests = found.by_policy()
    if out not in (None, STDOUT) and len(tests) > 1:
        listed = ", ".join(tests)
        fail(
            f"--out names one file, and cases are missing for several policies: {listed}. Name one folder, or no file."
            if lang == "en"
            else f"--out называет один файл, а случаев не хватает у нескольких политик: {listed}. "
            "Назовите папку одной политики или уберите --out."
        )
    texts = {id_: written_tests(workspace.tree[id_], own, heading=_HEADING) for id_, own in tests.items()}
    if out == STDOUT:
        sys.stdout.write("---\n".join(texts.values()))
    else:
        files = {id_: out or _beside(workspace, id_) for id_ in texts}
        for file in files.values():
            _check_free(file, confirmed, lang, force=force)
        for id_, text in texts.items():
            files[id_].write_text(text, encoding="utf-8")
            note(_written(files[id_], len(tests[id_]), lang))
    _tell_rest(found, lang)


_HEADING = """\
Предложено программой: rsnms test --suggest. Ожидается то, что выходит по политике сегодня, а верно ли это,
знает только акт. Прочтите пункт; если случай верен, удалите его строку «confirmed: false», если нет — ищите
ошибку в политике."""


def _beside(workspace: "Workspace", id_: str) -> Path:
    """The file beside the policy's own files, not in the folder of a dated version."""
    layers = workspace.versions[id_]
    home = next((layer.folder for layer in layers if not layer.is_version), layers[-1].folder)
    return home / _SUGGESTED


def _check_free(file: Path, confirmed: set[Path], lang: Lang, *, force: bool) -> None:
    """Refuse to write over a file; over one with confirmed cases in any event."""
    if not file.exists():
        return
    if file.resolve() in confirmed:
        fail(
            f"{file} holds confirmed cases: move them to another file (*.test.yaml) first"
            if lang == "en"
            else f"{file}: здесь есть подтверждённые случаи. Сначала перенесите их в другой файл *.test.yaml."
        )
    if not force:
        fail(
            f"{file} exists: confirm its cases or remove it, or replace it with --force"
            if lang == "en"
            else f"{file}: такой файл уже есть. Подтвердите его случаи или удалите его; заменить — с --force."
        )


def _written(file: Path, number: int, lang: Lang) -> str:
    return f"Tests suggested: {number}, in {file}" if lang == "en" else f"Предложено тестов: {number}, в {file}"


def _tell_rest(found: "Suggestions", lang: Lang) -> None:
    from rsnms.reports.policy_tests.coverage_words import change_words, unit_words

    if not found.tests and not found.unmatched:
        note("No cases are missing." if lang == "en" else "Недостающих случаев нет.")
    for mutant in found.unmatched:
        said = "no case was found for it" if lang == "en" else "случай не найден"
        where = f"{mutant.unit.at.place}: " if mutant.unit.at else ""
        note(f"{where}{unit_words(mutant.unit.node, lang)}, {change_words(mutant, lang)}: {said}")


def _progress(said: str) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r{said}: {done}/{total}{end}")
        sys.stderr.flush()

    return show
