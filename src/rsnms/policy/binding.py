"""From written conditions to the condition tree: names resolved, operands typed, impossible demands refused."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from rsnms.domain.fact import About, Fact
from rsnms.domain.text import Text
from rsnms.policy.comparisons import bind_comparison
from rsnms.policy.condition_forms import AllForm, AnyForm, ComparisonForm, CountForm, NotForm, UseForm
from rsnms.policy.conditions import (
    MAX_DEPTH,
    All,
    Any,
    AtLeast,
    Comparison,
    Condition,
    Not,
    comparisons,
)
from rsnms.policy.feasibility import contradictory_facts
from rsnms.policy.forms import BilingualForm
from rsnms.policy.layers import Written
from rsnms.policy.model import vocabulary_about
from rsnms.policy.problems import Path, Place, Problem, nearest

MAX_COMPARISONS = 2_000
"""A condition with more of them, its criteria written out, is refused."""


@dataclass(slots=True)
class _Size:
    """How deep a condition is and how many comparisons it holds, its criteria written out."""

    depth: int = 0
    comparisons: int = 0

    def add(self, depth: int, comparisons: int = 0) -> None:
        self.depth = max(self.depth, depth)
        self.comparisons += comparisons

    @property
    def excess(self) -> Literal["too-deep", "too-many-comparisons"] | None:
        if self.depth > MAX_DEPTH:
            return "too-deep"
        return "too-many-comparisons" if self.comparisons > MAX_COMPARISONS else None


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound condition, ``None`` where it is mistaken, and its size."""

    condition: Condition | None
    size: _Size


class ConditionBinder:
    """Binds the conditions about one kind of subject; mistakes go to ``problems`` and make the result ``None``.

    Comparisons of ``doubtful`` facts, whose definition is itself mistaken, are not checked.
    """

    def __init__(
        self,
        about: About,
        facts: Mapping[str, Fact],
        criteria: Mapping[str, Written],
        doubtful: Set[str],
        problems: list[Problem],
    ) -> None:
        self._about = about
        self._facts = facts
        self._vocabulary = vocabulary_about(facts, about)
        self._criteria = criteria
        self._doubtful = doubtful
        self._problems = problems
        self._using: list[_Step] = []
        self._bound: dict[tuple[str, str | None], _Bound] = {}
        self._size = _Size()

    def bind(self, written: Written, form: object, path: Path, clause: str | None) -> Condition | None:
        """Bind the condition at a path of an element; ``clause`` stands for comparisons that name none."""
        return self._whole(written, form, path, clause).condition

    def bind_criterion(self, name: str, clause: str | None = None) -> Condition | None:
        """Bind the condition of a criterion, whose own clause gives way to ``clause``."""
        return self._of_criterion(name, clause).condition

    def _of_criterion(self, name: str, clause: str | None) -> "_Bound":
        criterion = self._criteria[name]
        clause = clause or criterion.form.clause
        if (name, clause) not in self._bound:
            self._bound[name, clause] = self._whole(criterion, criterion.form.when, ("when",), clause)
        return self._bound[name, clause]

    def _whole(self, written: Written, form: object, path: Path, clause: str | None) -> "_Bound":
        """Bind a condition and measure it; one that is too large is reported and not bound."""
        around, self._size = self._size, _Size()
        condition = self._bind(written, form, path, clause, 0)
        own, self._size = self._size, around
        if own.excess is None:
            return _Bound(condition, own if condition else _Size())
        limit = MAX_DEPTH if own.excess == "too-deep" else MAX_COMPARISONS
        self._problems.append(written.problem(own.excess, path, expected=Text(str(limit))))
        return _Bound(None, _Size())

    def _bind(self, written: Written, form: object, path: Path, clause: str | None, depth: int) -> Condition | None:
        self._size.add(depth)
        if self._size.excess:
            return None
        match form:
            case ComparisonForm():
                return self._comparison(written, form, path, form.clause or clause)
            case UseForm():
                return self._criterion(written, form, path, form.clause or clause, depth)
            case NotForm():
                part = self._bind(written, form.not_, (*path, "not"), form.clause or clause, depth + 1)
                return None if part is None else Not(part, _text(form.title))
            case AllForm():
                parts = self._parts(written, form.all, (*path, "all"), form.clause or clause, depth)
                return self._all(written, form, path, parts)
            case AnyForm():
                parts = self._parts(written, form.any, (*path, "any"), form.clause or clause, depth)
                return Any(parts, _text(form.title)) if parts else None
            case CountForm():
                parts = self._parts(written, form.of, (*path, "of"), form.clause or clause, depth)
                return self._at_least(written, form, path, parts)
            case Comparison() | All() | Any() | Not() | AtLeast():
                # The criteria of a loaded policy are bound already.
                self._size.add(0, comparisons=sum(1 for _ in comparisons(form)))
                return form
        raise TypeError(f"no condition: {form!r}")

    def _parts(
        self, written: Written, forms: Sequence[object], path: Path, clause: str | None, depth: int
    ) -> tuple[Condition, ...]:
        """Bind all parts; none of them, where one is mistaken."""
        parts = [self._bind(written, form, (*path, index), clause, depth + 1) for index, form in enumerate(forms)]
        bound = [part for part in parts if part is not None]
        return tuple(bound) if len(bound) == len(parts) else ()

    def _all(self, written: Written, form: AllForm, path: Path, parts: tuple[Condition, ...]) -> Condition | None:
        if not parts:
            return None
        condition = All(parts, _text(form.title))
        for name in contradictory_facts(condition):
            self._problems.append(written.problem("contradiction", path, name))
        return condition

    def _at_least(
        self, written: Written, form: CountForm, path: Path, parts: tuple[Condition, ...]
    ) -> Condition | None:
        if form.at_least > len(form.of):
            expected = Text(str(len(form.of)))
            found = str(form.at_least)
            self._problems.append(written.problem("wrong-count", (*path, "at_least"), found, expected=expected))
            return None
        return AtLeast(form.at_least, parts, _text(form.title)) if parts else None

    def _criterion(
        self, written: Written, form: UseForm, path: Path, clause: str | None, depth: int
    ) -> Condition | None:
        criterion = self._criteria.get(form.use)
        if criterion is None:
            guess = nearest(form.use, self._criteria)
            self._problems.append(written.problem("unknown-criterion", (*path, "use"), form.use, nearest=guess))
            return None
        if criterion.form.about is not self._about:
            expected = self._other_than(criterion.form.about)
            self._problems.append(written.problem("wrong-about", (*path, "use"), form.use, expected=expected))
            return None
        step = _Step(form.use, written, (*path, "use"))
        circle = self._circle(step)
        if circle:
            self._problems.append(_problem_of(circle))
            return None
        self._using.append(step)
        bound = self._of_criterion(form.use, clause)
        self._using.pop()
        self._size.add(depth + 1 + bound.size.depth, bound.size.comparisons)
        return None if bound.condition is None else _titled(bound.condition, criterion.form.title.text())

    def _circle(self, step: "_Step") -> list["_Step"]:
        """The uses that lead from a criterion back to it, this one the last."""
        names = [used.criterion for used in self._using]
        return [*self._using[names.index(step.criterion) + 1 :], step] if step.criterion in names else []

    def _comparison(self, written: Written, form: ComparisonForm, path: Path, clause: str | None) -> Condition | None:
        self._size.add(0, comparisons=1)
        fact = self._vocabulary.get(form.fact)
        if fact is None:
            self._problems.append(self._no_fact(written, form.fact, (*path, "fact")))
            return None
        if form.fact.rsplit(".", 1)[-1] in self._doubtful:
            return None
        return bind_comparison(fact, written, form, path, clause, self._problems)

    def _no_fact(self, written: Written, name: str, path: Path) -> Problem:
        """A fact that nobody declares, or that is about somebody else."""
        other = self._facts.get(name)
        if other is None:
            return written.problem("unknown-fact", path, name, nearest=nearest(name, self._vocabulary))
        of_mentor = f"mentor.{name}"
        guess = of_mentor if of_mentor in self._vocabulary else None
        return written.problem("wrong-about", path, name, expected=self._other_than(other.about), nearest=guess)

    def _other_than(self, about: About) -> Text:
        return Text(f"{about}, а здесь {self._about}", f"{about}, not {self._about}")


def _text(form: BilingualForm | None) -> Text | None:
    return form.text() if form else None


@dataclass(frozen=True, slots=True)
class _Step:
    """A use of a criterion, and where it is written."""

    criterion: str
    written: Written
    path: Path


def _problem_of(circle: Sequence[_Step]) -> Problem:
    """One problem for a circle wherever it is entered: at the most special jurisdiction's first use in it."""

    def order(index: int) -> tuple[int, Place]:
        written = circle[index].written
        return -written.origin.count("/"), written.document.place(written.path + circle[index].path)

    first = min(range(len(circle)), key=order)
    turned = [*circle[first:], *circle[:first]]
    shown = " → ".join([turned[-1].criterion, *(step.criterion for step in turned)])
    return turned[0].written.problem("criterion-cycle", turned[0].path, shown)


def _titled(condition: Condition, title: Text) -> Condition:
    """Give a criterion's condition its title, on a node of its own where the condition has one already."""
    match condition:
        case All(parts, None):
            return All(parts, title)
        case Any(parts, None):
            return Any(parts, title)
        case AtLeast(count, parts, None):
            return AtLeast(count, parts, title)
        case Not(part, None):
            return Not(part, title)
        case _:
            return All((condition,), title)
