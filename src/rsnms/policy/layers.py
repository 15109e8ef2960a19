"""The folder tree of jurisdictions: reading each folder's files into a layer, before any name is resolved."""

import errno
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from rsnms.domain.fact_values import read_date
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.encoding import shown_file
from rsnms.policy.forms import Form
from rsnms.policy.problems import Path, Place, Problem, nearest
from rsnms.policy.reader import read_document
from rsnms.policy.syntax import ELEMENT_FORMS, LISTED_FORMS, SECTIONS, IdentityForm, RemoveForm, SectionsForm
from rsnms.policy.validation import shape_of, validate

IDENTITY = "policy"
"""``policy.yaml`` says who the jurisdiction is."""
_SUFFIXES = (".yaml", ".yml")
CASES = ".test"
"""``*.test.yaml`` beside the policy files holds cases to test them with."""


class PolicyFolderError(InputError, FileNotFoundError):
    """A root of policies that is no folder."""

    def __init__(self, root: FilePath) -> None:
        super().__init__(errno.ENOENT, "нет такой папки политик", shown_file(root))

    def text(self, lang: Lang = "ru") -> str:
        """The message in a language."""
        said = "There is no folder of policies" if lang == "en" else "Нет такой папки политик"
        return f"{said}: {self.filename}"

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True, slots=True)
class Written:
    """An element as a file states it, with what is needed to say where."""

    form: Any
    document: Document
    path: Path
    origin: str
    extended: "Written | None" = None
    """The parent's element whose statements this one keeps."""

    def problem(self, code: str, path: Path = (), found: str | Text = "", **details: Any) -> Problem:
        """Make a problem at a path below the element."""
        whole = self.path + path
        return Problem(code, self.document.place(whole), whole, found, **details)


@dataclass(slots=True)
class Layer:
    """One version of one jurisdiction as its folder states it."""

    id: str
    folder: FilePath
    identity: IdentityForm | None = None
    identity_document: Document | None = None
    sections: dict[str, list[Written]] = field(default_factory=dict)
    removals: Written | None = None
    files: dict[str, str] = field(default_factory=dict)
    """The file in which each section stands."""
    broken: list[Written] = field(default_factory=list)
    """Elements with mistakes of form; here ``form`` is what the file says."""
    unread: set[str] = field(default_factory=set)
    """Sections of which something could not be read at all, so names may be missing that they define."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def since(self) -> date | None:
        """The first day in force, by the principal act."""
        return self._in_force.from_ if self._in_force else None

    @property
    def until(self) -> date | None:
        """The last day in force, by the principal act."""
        return self._in_force.until if self._in_force else None

    @property
    def _in_force(self) -> Any:
        acts = self.identity.acts if self.identity else []
        return acts[0].in_force if acts else None

    @property
    def is_version(self) -> bool:
        """Whether the folder is named by a date, as those of further versions are."""
        return _is_dated(self.folder)

    @property
    def parent(self) -> str | None:
        """The parent that ``policy.yaml`` names, even where it is mistaken in other things."""
        stated = self.identity_document.data if self.identity_document else None
        parent = stated.get("parent") if isinstance(stated, dict) else None
        return parent if isinstance(parent, str) else None

    def problem(self, code: str, path: Path = (), found: str = "", **details: Any) -> Problem:
        """Make a problem at a path of ``policy.yaml``."""
        document = self.identity_document
        place = document.place(path) if document else Place(shown_file(self.folder))
        return Problem(code, place, path, found, **details)


def read_layers(root: FilePath) -> list[Layer]:
    """Read every jurisdiction below a root; a folder named by a date is an earlier or later version of its parent.

    Hidden files and folders are left alone.

    Raises:
        PolicyFolderError: the root is no folder.
    """
    if not root.is_dir():
        raise PolicyFolderError(root)
    files = [path for path in root.rglob("*") if _is_policy_file(path)]
    shown = [path for path in files if not any(part.startswith(".") for part in path.relative_to(root).parts)]
    return [_read_layer(folder, root) for folder in sorted({path.parent for path in shown})]


def _is_policy_file(path: FilePath) -> bool:
    is_yaml = path.suffix.lower() in _SUFFIXES and path.is_file()
    return is_yaml and not path.stem.lower().endswith(CASES)


def _is_dated(folder: FilePath) -> bool:
    return re.fullmatch(r"[0-9]+(?:[-._][0-9]+)+", folder.name) is not None


def _read_layer(folder: FilePath, root: FilePath) -> Layer:
    home = folder.parent if folder != root and _is_dated(folder) else folder
    layer = Layer(shown_file(home.relative_to(root).as_posix()), folder)
    files = sorted(path for path in folder.iterdir() if _is_policy_file(path))
    if home == root:
        layer.unread |= set(ELEMENT_FORMS)
        layer.problems.append(Problem("root-file", Place(shown_file(files[0]))))
        return layer
    for path in files:
        if path.name.startswith("."):
            continue
        document = read_document(path)
        if not isinstance(document.data, dict):
            layer.unread |= set(ELEMENT_FORMS)
        if path.stem == IDENTITY:
            _take_identity(layer, document)
        else:
            _take_sections(layer, document)
        layer.problems += document.problems
    if layer.identity_document is None and not any(problem.code == "wrong-file" for problem in layer.problems):
        layer.problems.append(Problem("no-identity", Place(shown_file(folder))))
    return layer


def _take_identity(layer: Layer, document: Document) -> None:
    if layer.identity_document is not None:
        expected = Text(FilePath(layer.identity_document.file).name)
        document.problems.append(Problem("identity-twice", Place(document.file), expected=expected))
        return
    layer.identity_document = document
    sections = [name for name in document.data if name in SECTIONS] if isinstance(document.data, dict) else []
    for name in sections:
        expected = Text(f"раздел в отдельный файл, например {name}.yaml", f"to another file such as {name}.yaml")
        document.problems.append(Problem("wrong-file", document.key_place((name,)), (name,), name, expected))
        _take_section(layer, document, name)
        del document.data[name]
    layer.identity = validate(IdentityForm, document)
    if layer.identity:
        document.problems += _misdated(layer) + _repeated_acts(layer)


def _misdated(layer: Layer) -> list[Problem]:
    found = []
    for index, act in enumerate(layer.identity.acts if layer.identity else []):
        force = act.in_force
        if force and force.until and force.until < force.from_:
            path = ("acts", index, "in_force", "until")
            found.append(layer.problem("dates-reversed", path, str(force.until), expected=Text(str(force.from_))))
    if not layer.is_version:
        return found
    if layer.since is None:
        found.append(layer.problem("version-undated", ("acts",), shown_file(FilePath(layer.folder.name))))
    elif read_date(layer.folder.name) != layer.since:
        expected = Text(str(layer.since))
        found.append(
            layer.problem("version-folder", ("acts", 0, "in_force", "from"), layer.folder.name, expected=expected)
        )
    return found


def _repeated_acts(layer: Layer) -> list[Problem]:
    ids = [act.id for act in layer.identity.acts] if layer.identity else []
    return [
        layer.problem("duplicate-id", ("acts", index, "id"), id_) for index, id_ in enumerate(ids) if id_ in ids[:index]
    ]


def _take_sections(layer: Layer, document: Document) -> None:
    if not isinstance(document.data, dict):
        validate(SectionsForm, document)
        return
    for name in document.data:
        place = document.key_place((name,))
        if name in SECTIONS:
            if name in layer.files:
                expected = Text(layer.files[name])
                document.problems.append(Problem("section-twice", place, (name,), name, expected))
            _take_section(layer, document, name)
        elif name in IdentityForm.model_fields:
            expected = Text("его в policy.yaml", "to policy.yaml")
            document.problems.append(Problem("wrong-file", place, (name,), name, expected))
        else:
            expected = Text(", ".join(SECTIONS))
            guess = nearest(name, SECTIONS)
            layer.unread |= {guess} if guess else set(ELEMENT_FORMS)
            document.problems.append(Problem("unknown-section", place, (name,), name, expected, guess))


def _take_section(layer: Layer, document: Document, name: str) -> None:
    """Validate a section element by element, so that one mistake does not hide those of other elements."""
    layer.files.setdefault(name, FilePath(document.file).name)
    stated = document.data[name]
    if stated is UNREAD:
        layer.unread.add(name)
    elif name == "remove":
        removals = validate(RemoveForm, document, (name,))
        layer.removals = Written(removals, document, (name,), layer.id) if removals else layer.removals
    elif not isinstance(stated, list):
        layer.unread.add(name)
        expected = Text("список элементов, каждый с «- »", "a list of elements, each with '- '")
        place = document.place((name,))
        document.problems.append(Problem("wrong-shape", place, (name,), shape_of(stated), expected))
    else:
        taken = layer.sections.setdefault(name, [])
        for index, data in enumerate(stated):
            path = (name, index)
            form: Form | None = validate(LISTED_FORMS[name], document, path)
            if form is None:
                layer.broken.append(Written(data, document, path, layer.id))
            else:
                taken.append(Written(form, document, path, layer.id))
