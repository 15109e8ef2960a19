"""All cases run: which pass, which fail, and which nobody vouches for and are therefore not run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from rsnms.policy.model import Jurisdiction
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.running import CaseResult, run_case


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of cases, in their order."""

    results: tuple[CaseResult, ...]
    unconfirmed: tuple[Case, ...] = ()
    """Suggested cases that nobody has confirmed."""

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """The results that are not as their cases expect."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def passed(self) -> tuple[CaseResult, ...]:
        """The results that are as their cases expect."""
        return tuple(result for result in self.results if result.passed)

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the cases, each once."""
        cases = (*(result.case for result in self.results), *self.unconfirmed)
        return tuple(sorted({case.place.file for case in cases}))


def run_cases(cases: Iterable[Case], jurisdictions: Mapping[str, Jurisdiction]) -> Outcomes:
    """Run the cases that are confirmed, each against its own jurisdiction; raises what :func:`run_case` raises."""
    listed = list(cases)
    results = (run_case(case, jurisdictions[case.policy]) for case in listed if case.confirmed)
    return Outcomes(tuple(results), tuple(case for case in listed if not case.confirmed))


def named_like(cases: Iterable[Case], pattern: str) -> tuple[Case, ...]:
    """The cases with a pattern in their name; ``*`` stands for anything, capital and small letters are the same."""
    asked = f"*{pattern.casefold()}*"
    return tuple(case for case in cases if fnmatchcase(case.name.casefold(), asked))
