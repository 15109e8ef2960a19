"""The folder tree of jurisdictions: reading each folder's files into a layer, before any name is resolved."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from rsnms.domain.fact import read_date
from rsnms.domain.text import Text
from rsnms.policy.problems import Path, Place, Problem, nearest
from rsnms.policy.reader import Document, read_document
from rsnms.policy.syntax import ELEMENT_FORMS, SECTIONS, ElementForm, IdentityForm, RemoveForm, SectionsForm
from rsnms.policy.validation import shape, validate

IDENTITY_FILE = "policy.yaml"


@dataclass(frozen=True, slots=True)
class Written:
    """An element as a file states it, with what is needed to say where."""

    form: Any
    document: Document
    path: Path
    origin: str

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
    unreadable: bool = False
    """A file could not be read at all, so names may be missing that it defines."""
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

    def problem(self, code: str, path: Path = (), found: str = "", **details: Any) -> Problem:
        """Make a problem at a path of ``policy.yaml``."""
        document = self.identity_document
        place = document.place(path) if document else Place(str(self.folder))
        return Problem(code, place, path, found, **details)


def read_layers(root: FilePath) -> list[Layer]:
    """Read every jurisdiction below a root; a folder named by a date is an earlier or later version of its parent.

    Raises:
        FileNotFoundError: the root is no folder.
    """
    if not root.is_dir():
        raise FileNotFoundError(root)
    folders = sorted({path.parent for path in root.rglob("*.yaml")} | {path.parent for path in root.rglob("*.yml")})
    return [_read_layer(folder, root) for folder in folders]


def _read_layer(folder: FilePath, root: FilePath) -> Layer:
    is_version = read_date(folder.name) is not None
    home = folder.parent if is_version else folder
    layer = Layer(home.relative_to(root).as_posix(), folder)
    files = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
    for path in files:
        document = read_document(path, shown=str(path))
        if path.name == IDENTITY_FILE:
            layer.identity_document = document
            layer.identity = validate(IdentityForm, document)
            _check_identity(layer)
        else:
            _take_sections(layer, document)
        layer.problems += document.problems
    if layer.identity_document is None:
        layer.problems.append(Problem("no-identity", Place(str(folder))))
    elif is_version and layer.identity and read_date(folder.name) != layer.since:
        expected = Text(str(layer.since))
        layer.problems.append(layer.problem("version-folder", ("acts",), folder.name, expected=expected))
    return layer


def _check_identity(layer: Layer) -> None:
    for index, act in enumerate(layer.identity.acts if layer.identity else []):
        force = act.in_force
        if force and force.until and force.until < force.from_:
            path = ("acts", index, "in_force", "until")
            layer.problems.append(
                layer.problem("dates-reversed", path, str(force.until), expected=Text(str(force.from_)))
            )


def _take_sections(layer: Layer, document: Document) -> None:
    if document.data is None:
        layer.unreadable = True
        return
    if not isinstance(document.data, dict):
        validate(SectionsForm, document)
        return
    for name in document.data:
        place = document.key_place((name,))
        if name not in SECTIONS:
            expected = Text(", ".join(SECTIONS))
            guess = nearest(name, SECTIONS)
            document.problems.append(Problem("unknown-section", place, (name,), name, expected, guess))
        elif name in layer.files:
            expected = Text(layer.files[name])
            document.problems.append(Problem("section-twice", place, (name,), name, expected))
        else:
            layer.files[name] = FilePath(document.file).name
            _take_section(layer, document, name)


def _take_section(layer: Layer, document: Document, name: str) -> None:
    """Validate a section element by element, so that one mistake does not hide those of other elements."""
    if name == "remove":
        removals = validate(RemoveForm, document, (name,))
        layer.removals = Written(removals, document, (name,), layer.id) if removals else None
        return
    stated = document.data[name]
    if not isinstance(stated, list):
        place = document.place((name,))
        document.problems.append(Problem("wrong-shape", place, (name,), shape(stated), shape([])))
        return
    layer.sections[name] = []
    for index, data in enumerate(stated):
        path = (name, index)
        form: ElementForm | None = validate(ELEMENT_FORMS[name], document, path)
        if form is None:
            layer.broken.append(Written(data, document, path, layer.id))
        else:
            layer.sections[name].append(Written(form, document, path, layer.id))
