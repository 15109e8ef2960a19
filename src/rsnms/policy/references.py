"""References between elements: whether what they name exists in a period, and if not, why."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rsnms.domain.fact import Fact
from rsnms.domain.text import Text
from rsnms.policy.inheritance import Elements, Ids, Merged
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.salvage import NAMED, Check


class References:
    """Checks references to acts, subjects, activities and facts; what does not exist goes to ``problems``."""

    def __init__(
        self, facts: Mapping[str, Fact], elements: Elements, chain: tuple[Layer, ...], problems: list[Problem]
    ) -> None:
        self._facts = facts
        self._elements = elements
        self._acts = {layer.id: [act.id for act in layer.identity.acts] for layer in chain if layer.identity}
        self._problems = problems
        self.checks: dict[str, Check] = {
            "act": self.check_act,
            "activity": self.check_activity,
            **dict.fromkeys(("subject", "part_of"), self.check_subject),
            "use": self._check_criterion,
            **dict.fromkeys(("fact", "since", "from", "until", "happened_on", "overlap"), self._check_fact),
        }
        """The checks by the key under which a reference stands."""

    def principal_act(self, policy: str) -> str | None:
        """The first act of a policy."""
        return next(iter(self._acts.get(policy, ())), None)

    def check_act(self, written: Written, path: Path, id_: str | None) -> None:
        """Check that the policy that states an element has an act."""
        known = self._acts.get(written.origin)
        if id_ is not None and known is not None and id_ not in known:
            expected = Text(", ".join(known) or "ни одного", ", ".join(known) or "none")
            problem = written.problem("unknown-act", path, id_, expected=expected, nearest=nearest(id_, known))
            self._problems.append(problem)

    def check_subject(self, written: Written, path: Path, id_: str | None) -> None:
        """Check that a subject exists."""
        self._check("unknown-subject", self._elements["subjects"], written, path, id_)

    def check_subjects(self, written: Written, path: Path, ids: Iterable[str]) -> None:
        """Check that every subject of a list exists; a single name may stand for the list."""
        stated = list(ids)
        places = [path] if len(stated) == 1 and not written.document.is_list((*written.path, *path)) else None
        for index, id_ in enumerate(stated):
            self.check_subject(written, places[index] if places else (*path, index), id_)

    def check_named(self, section: str, written: Written, path: Path, id_: str | None) -> None:
        """Check that a provision, document, obligation or indicator exists."""
        self._check(f"unknown-{section.removesuffix('s')}", self._elements[section], written, path, id_)

    def check_circles(self, section: str) -> None:
        """Report the elements of a section that are parts of themselves, each circle once."""
        around = {id_: written.form.within for id_, written in self._elements[section].items()}
        reported: set[str] = set()
        for id_ in around:
            members: list[str] = []
            current: str | None = id_
            while current is not None and current not in members:
                members.append(current)
                current = around.get(current)
            if current == id_ and id_ not in reported:
                reported |= set(members)
                shown = " → ".join([*members, id_])
                self._problems.append(self._elements[section][id_].problem("within-circle", ("within",), shown))

    def head(self, written: Written) -> dict[str, Any]:
        """What every element has, its reference to an act checked."""
        form = written.form
        self.check_act(written, ("act",), form.act)
        return {
            "id": form.id,
            "title": form.title.text(),
            "origin": written.origin,
            "clause": form.clause,
            "item": form.item,
            "act": form.act or self.principal_act(written.origin),
            "modality": form.modality,
            "reading": form.reading,
        }

    def check_activity(self, written: Written, path: Path, id_: str | None) -> None:
        """Check that an activity exists."""
        self._check("unknown-activity", self._elements["activities"], written, path, id_)

    def _check_criterion(self, written: Written, path: Path, id_: str) -> None:
        self._check("unknown-criterion", self._elements["criteria"], written, path, id_)

    def _check_fact(self, written: Written, path: Path, id_: str) -> None:
        if id_.removeprefix("mentor.").removeprefix("mentee.") not in self._facts:
            self._check("unknown-fact", self._facts, written, path, id_)

    def _check(self, code: str, known: Mapping[str, object], written: Written, path: Path, id_: str | None) -> None:
        if id_ is not None and id_ not in known:
            self._problems.append(written.problem(code, path, id_, nearest=nearest(id_, known)))


def explained(
    problems: list[Problem], merged: Merged, ever: Ids, since: date | None, until: date | None
) -> list[Problem]:
    """Say of names that are unknown only in this period why: removed, or stated by a version not in force."""
    return [_explained(problem, merged, ever, since, until) for problem in problems]


def _explained(problem: Problem, merged: Merged, ever: Ids, since: date | None, until: date | None) -> Problem:
    section = NAMED.get(problem.code)
    if section is None:
        return problem
    name = str(problem.found).rsplit(".", 1)[-1]
    if name in merged.removed[section]:
        removals, path = merged.removed[section][name]
        return removals.problem("removed-but-used", path, name, expected=Text(str(problem.place)))
    if name in ever[section] and name not in merged.elements[section]:
        first = (f"с {since} ", f"from {since} ") if since else ("", "")
        last = (f"по {until}", f"to {until}") if until else ("без конца", "on")
        expected = Text(first[0] + last[0], first[1] + last[1])
        return Problem("not-in-force", problem.place, problem.path, problem.found, expected)
    return problem
