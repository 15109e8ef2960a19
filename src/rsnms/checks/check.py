"""What a check is: a code and a name for ever, how grave its findings are, and the search itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rsnms.checks.suppressions import Suppression
from rsnms.domain.text import Text
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.workspace import Workspace


class Severity(StrEnum):
    """How grave a finding is (тяжесть замечания)."""

    NOTE = "note"
    """Worth knowing; often as the act has it."""
    WARNING = "warning"
    """Probably a mistake."""
    ERROR = "error"
    """Certainly a mistake."""

    @property
    def rank(self) -> int:
        """Its place from the mildest, 0, to the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe change of one line of a file: a piece of text replaced; columns count from 1, the end is excluded.

    A line of n characters ends at column n + 1; an end of n + 2 takes its line break too.
    """

    file: str
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, at a place of a file."""

    code: str
    place: Place
    message: Text
    policy: str
    """The id of the policy in which it holds."""
    path: Path = ()
    """Where in the document, for people who look the place up by name."""
    related: tuple[tuple[Place, Text], ...] = ()
    """Other places that belong to it, with what they are."""
    witness: Text | None = None
    """A person, in words, who shows it."""
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check looks at: the policies asked about, everything loaded, and the day on which it is asked."""

    workspace: Workspace
    policies: tuple[Policy, ...]
    """The policies to report on, every period of each; parents are to be looked at, not reported on."""
    on: date
    suppressions: tuple[Suppression, ...] = ()
    """The comments in the files of these policies that suppress findings; told to family 9 alone, which runs last."""
    idle: Mapping[Suppression, tuple[str, ...]] = field(default_factory=dict)
    """Of these comments, the codes that suppress nothing though their checks have run."""


Find = Callable[[Scope], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check of policies; its page is ``pages/<code>.md``, its test ``tests/checks/test_<module>.py``."""

    code: str
    """Stable: ``RS101``. The hundred is the family: 1 conditions, 2 names, 3 time, 4 sources, 9 suppressions."""
    name: str
    """Stable, in kebab case: ``unreachable-ground``."""
    severity: Severity
    title: Text
    """What it finds, in a few words."""
    find: Find = field(compare=False, repr=False)
    needs: str | None = None
    """The library that it cannot do without (``z3``), of the extra ``proofs``."""

    @property
    def family(self) -> int:
        """The hundred of its code."""
        return int(self.code[2])


SUPPRESSING = 9
"""The family that looks at suppressions, runs after all others, and cannot be suppressed."""
