"""Reading the cases beside policies (``*.test.yaml``): strictly, with all mistakes of all files at once."""

import errno
from collections.abc import Iterable, Iterator
from pathlib import Path

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.encoding import shown_file
from rsnms.policy.forms import Form
from rsnms.policy.layers import CASES
from rsnms.policy.problems import Problem, nearest
from rsnms.policy.reader import read_document
from rsnms.policy.validation import shape_of, validate
from rsnms.policy.workspace import Workspace
from rsnms.policy_tests.binding import Binder
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.forms import EligibilityCaseForm, FileForm, IndicatorCaseForm, RouteCaseForm
from rsnms.policy_tests.messages import CaseProblem, CasesError

_SUFFIXES = (".yaml", ".yml")
_KINDS: dict[str, type[EligibilityCaseForm] | type[RouteCaseForm] | type[IndicatorCaseForm]] = {
    "eligibility": EligibilityCaseForm,
    "routes": RouteCaseForm,
    "deficits": RouteCaseForm,
    "indicator": IndicatorCaseForm,
}
"""The kind of a case, by a key that shows it."""


class CaseFileError(InputError, OSError):
    """A path at which no cases can be read."""

    def __init__(self, path: Path) -> None:
        self.is_there = path.exists()
        super().__init__(errno.ENOENT, "нет тестов", shown_file(path))

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        if self.is_there:
            said = Text("Это не файл с тестами (*.test.yaml)", "This is no file of tests (*.test.yaml)")
        else:
            said = Text("Нет такого файла или папки", "There is no such file or folder")
        return f"{said.in_(lang)}: {self.filename}"

    def __str__(self) -> str:
        return self.text()


def read_cases(workspace: Workspace, paths: Iterable[Path]) -> tuple[Case, ...]:
    """Read the cases of files, and of all ``*.test.yaml`` below folders, in the order of the paths and the files.

    A file among the folders of a jurisdiction is about that one, unless it names another.

    Raises:
        CasesError: with every mistake in the files.
        CaseFileError: there is no such file or folder, or a file is none of cases.
    """
    problems: list[Problem] = []
    cases = [case for file in case_files(paths) for case in _read_file(file, workspace, problems)]
    if problems:
        raise CasesError(problems)
    return tuple(cases)


def case_files(paths: Iterable[Path]) -> list[Path]:
    """The files of cases among paths and below folders, each once; hidden files and folders are left alone.

    Raises:
        CaseFileError: there is no such file or folder, or a file is none of cases.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else [path]:
            if not is_case_file(file):
                raise CaseFileError(file)
            found.setdefault(file.resolve(), file)
    return list(found.values())


def is_case_file(path: Path) -> bool:
    """Whether a path is an existing file that is named as files of cases are."""
    named = path.suffix.lower() in _SUFFIXES and path.stem.lower().endswith(CASES)
    return named and path.is_file()


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if is_case_file(path) and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def jurisdiction_of(path: Path, workspace: Workspace) -> str | None:
    """The id of the jurisdiction whose folder a file stands in, or below; ``None`` where it is none of the loaded."""
    homes = {layer.folder.resolve(): layer.id for layers in workspace.versions.values() for layer in layers}
    return next((homes[folder] for folder in path.resolve().parents if folder in homes), None)


def _read_file(path: Path, workspace: Workspace, problems: list[Problem]) -> list[Case]:
    document = read_document(path)
    form = validate(FileForm, document)
    tests = document.data.get("tests") if isinstance(document.data, dict) else None
    written = list(_forms(document, tests)) if isinstance(tests, list) else []
    policy = _policy(form, document, path, workspace) if form else None
    cases: list[Case] = []
    if form and policy:
        binder = Binder(document, workspace.tree[policy], form)
        cases = [case for one, index in written for case in binder.cases(one, ("tests", index))]
        binder.check_persons(complete=len(written) == len(form.tests))
    problems += document.problems
    return cases


def _policy(form: FileForm, document: Document, path: Path, workspace: Workspace) -> str | None:
    tree, policy = workspace.tree, form.policy or jurisdiction_of(path, workspace)
    if policy is None:
        document.problems.append(CaseProblem("no-jurisdiction", document.place(())))
    elif policy not in tree:
        where = ("policy",) if form.policy else ()
        expected = Text(", ".join(tree))
        place, guess = document.place(where), nearest(policy, tree)
        document.problems.append(CaseProblem("unknown-policy", place, where, policy, expected, guess))
        return None
    return policy


Written = EligibilityCaseForm | RouteCaseForm | IndicatorCaseForm


def _forms(document: Document, tests: list[object]) -> Iterator[tuple[Written, int]]:
    """The forms of the tests without mistakes of form; no two of a file have the same name."""
    names: set[str] = set()
    for index, data in enumerate(tests):
        path = ("tests", index)
        if data is UNREAD:
            continue
        if not isinstance(data, dict):
            expected = Text("тест: набор «ключ: значение»", "a test: a mapping 'key: value'")
            document.problems.append(CaseProblem("wrong-shape", document.place(path), path, shape_of(data), expected))
            continue
        kind = _kind(data, document, path)
        form: Form | None = validate(kind, document, path) if kind else None
        name = data.get("name")
        if isinstance(name, str):
            name = " ".join(name.split())
            if name in names:
                whole = (*path, "name")
                document.problems.append(CaseProblem("duplicate-name", document.place(whole), whole, name))
            names.add(name)
        if isinstance(form, EligibilityCaseForm | RouteCaseForm | IndicatorCaseForm):
            yield form, index


def _kind(data: dict[str, object], document: Document, path: tuple[str | int, ...]) -> type[Form] | None:
    """The form of a test by the keys that show its kind."""
    shown = {key: _KINDS[key] for key in _KINDS if key in data}
    if len(set(shown.values())) == 1:
        return next(iter(shown.values()))
    if shown:
        whole = (*path, list(shown)[-1])
        listed = Text(" и ".join(shown), " and ".join(shown))
        document.problems.append(CaseProblem("keys-together", document.key_place(whole), whole, listed))
    else:
        guess = next((meant for key in data if key not in _KINDS and (meant := nearest(key, _KINDS))), None)
        document.problems.append(CaseProblem("no-subject", document.place(path), path, nearest=guess))
    return None
