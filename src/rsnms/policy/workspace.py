"""A workspace: policies as they were loaded, with the files that state them, for tools that point into the files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rsnms.policy.condition_forms import AllForm, AnyForm, ComparisonForm, CountForm, NotForm, UseForm
from rsnms.policy.layers import Layer, Written
from rsnms.policy.model import Policy, PolicyTree
from rsnms.policy.problems import Path, Place, Problem

Steps = tuple[int, ...]
"""The way from a condition down to a part of it, by the number of the part at each node."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The jurisdictions without mistakes, all mistakes in the order of the files, every version as it is written."""

    tree: PolicyTree
    problems: tuple[Problem, ...]
    versions: Mapping[str, Sequence[Layer]]
    """The layers of every jurisdiction by id, in the order in which they come into force."""

    def layer(self, id_: str, day: date | None) -> Layer | None:
        """The version of a jurisdiction that applies on a day; ``None`` is the first of days."""
        on = day or date.min
        for layer in self.versions.get(id_, ()):
            if (layer.since or date.min) <= on <= (layer.until or date.max):
                return layer
        return None

    def written(self, policy: Policy, section: str, id_: str) -> Written | None:
        """What a file says of the element that applies in a policy: its own statement, else the nearest parent's."""
        for member in (policy.id, *policy.parents):
            layer = self.layer(member, policy.since)
            for written in layer.sections.get(section, ()) if layer else ():
                if written.form.id == id_:
                    return written
        return None

    def own(self, policy: Policy) -> Iterator[tuple[str, Written]]:
        """Everything that a policy's own version states, with its section."""
        layer = self.layer(policy.id, policy.since)
        for section, stated in layer.sections.items() if layer else ():
            for written in stated:
                yield section, written

    def inherited(self, policy: Policy, section: str, id_: str) -> Written | None:
        """What the nearest parent says of the element of that id."""
        for member in policy.parents:
            layer = self.layer(member, policy.since)
            for written in layer.sections.get(section, ()) if layer else ():
                if written.form.id == id_:
                    return written
        return None


def condition_path(form: object, steps: Steps) -> Path:
    """The path in the file, below a condition's form, of the part that the bound condition has at ``steps``.

    A part inside a criterion stands at the place where the criterion is used.
    """
    match form:
        case AllForm(all=parts) | AnyForm(any=parts) | CountForm(of=parts) if steps:
            key = "all" if isinstance(form, AllForm) else "any" if isinstance(form, AnyForm) else "of"
            return (key, steps[0], *condition_path(parts[steps[0]], steps[1:]))
        case NotForm(not_=part) if steps:
            return ("not", *condition_path(part, steps[1:]))
        case UseForm():
            return ("use",)
        case ComparisonForm() | _:
            return ()


def place_of(written: Written, path: Path = ()) -> Place:
    """The place in its file of what an element says at a path."""
    return written.document.place(written.path + path)
