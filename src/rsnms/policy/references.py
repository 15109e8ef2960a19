"""References between elements: whether what they name exists in a period, and if not, why."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from rsnms.domain.fact import Fact
from rsnms.domain.text import Text
from rsnms.policy.inheritance import Elements, Ids, Merged
from rsnms.policy.layers import Layer, Written
from rsnms.policy.problems import Path, Place, Problem, nearest
from rsnms.policy.salvage import NAMED, Check
from rsnms.policy.syntax import LISTED_FORMS

_CODES = {section: code for code, section in NAMED.items()}
_EVERYWHERE = {
    "act": "acts",
    "activity": "activities",
    "subject": "subjects",
    "use": "criteria",
    "fact": "facts",
}
_NAMED_IN: dict[str, dict[str, str]] = {
    "facts": dict.fromkeys(("since", "from", "until", "happened_on", "overlap"), "facts"),
    "subjects": {"part_of": "subjects"},
    "provisions": {"within": "provisions"},
    "governance": {"by": "subjects", "of": "subjects", "document": "documents"},
    "documents": dict.fromkeys(("of", "prepared_by", "approved_by", "parties"), "subjects"),
    "obligations": {"by": "subjects", "of": "subjects", "document": "documents", "roadmap": "documents"},
    "instruments": {"competency": "competencies"},
    "routes": {"by": "subjects", "eligible_for": "eligibility", "competency": "competencies"},
    "indicators": {"within": "indicators", "documents": "documents", "obligations": "obligations"},
}
"""By section and key, the section of what stands there; some keys name the same in every section."""


class References:
    """Checks references to acts and elements; what does not exist goes to ``problems``."""

    def __init__(
        self, facts: Mapping[str, Fact], elements: Elements, chain: tuple[Layer, ...], problems: list[Problem]
    ) -> None:
        self._facts = facts
        self._elements = elements
        self._acts = {layer.id: [act.id for act in layer.identity.acts] for layer in chain if layer.identity}
        self._problems = problems
        self.checks: dict[str, dict[str, Check]] = {
            section: {
                key: self.check_act if named == "acts" else partial(self.check_named, named)
                for key, named in (_EVERYWHERE | _NAMED_IN.get(section, {})).items()
            }
            for section in LISTED_FORMS
        }
        """By section, the checks by the key under which a reference stands."""

    def has_act(self, policy: str, id_: str) -> bool:
        """Whether a policy has an act, as far as its ``policy.yaml`` could be read."""
        return id_ in self._acts.get(policy, (id_,))

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

    def check_named(self, section: str, written: Written, path: Path, id_: str | None) -> None:
        """Check that an element of a section exists; facts may be those of one side of a pair."""
        known: Mapping[str, object] = self._facts if section == "facts" else self._elements[section]
        name = id_.removeprefix("mentor.").removeprefix("mentee.") if id_ and section == "facts" else id_
        if id_ is not None and name not in known:
            self._problems.append(written.problem(_CODES[section], path, id_, nearest=nearest(id_, known)))

    def check_all(self, section: str, written: Written, path: Path, ids: Iterable[str]) -> None:
        """Check that every element of a list exists; a single name may stand for the list."""
        is_list = written.document.is_list((*written.path, *path))
        for index, id_ in enumerate(ids):
            self.check_named(section, written, (*path, index) if is_list else path, id_)

    def check_circles(self, section: str, key: str) -> None:
        """Report the elements that are parts of themselves by what stands under a key, each circle once."""
        stated = self._elements[section]
        reported: set[str] = set()
        for id_ in stated:
            members: list[str] = []
            current: str | None = id_
            while current in stated and current not in members:
                members.append(current)
                current = _effective(stated[current], key)
            if current == id_ and id_ not in reported:
                reported |= set(members)
                self._problems.append(_circle([stated[member] for member in members], key))

    def head(self, written: Written, act: str | None = None) -> dict[str, Any]:
        """What every element has, its reference to an act checked; ``act`` is that of the element around it."""
        form = written.form
        self.check_act(written, ("act",), form.act)
        return {
            "id": form.id,
            "title": form.title.text(),
            "origin": written.origin,
            "clause": form.clause,
            "item": form.item,
            "act": form.act or act or self.principal_act(written.origin),
            "modality": form.modality,
            "reading": form.reading,
        }


def _effective(written: Written, key: str) -> str | None:
    """What stands under a key of an element, or else of the one that it extends."""
    value: str | None = getattr(written.form, key)
    return value if value is not None or written.extended is None else _effective(written.extended, key)


def _circle(members: list[Written], key: str) -> Problem:
    """The problem of a circle: told at the most special jurisdiction's first element in it."""

    def order(index: int) -> tuple[int, Place]:
        written = members[index]
        return -written.origin.count("/"), written.document.place((*written.path, key))

    first = min(range(len(members)), key=order)
    turned = [*members[first:], *members[: first + 1]]
    return turned[0].problem("within-circle", (key,), " → ".join(member.form.id for member in turned))


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
