"""Operands of statements bound to policies: the condition that each stands for, and whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from rsnms.domain.fact import About
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.condition_forms import ConditionForm
from rsnms.policy.conditions import All, Any, Condition, Not
from rsnms.policy.document import Document
from rsnms.policy.forms import BilingualForm, Form
from rsnms.policy.layers import Written
from rsnms.policy.model import Policy, PolicyTree
from rsnms.policy.problems import Place, PolicyError, Problem, nearest
from rsnms.policy.reader import parse_document
from rsnms.policy.stated import Criterion, Eligibility, Ground
from rsnms.policy.syntax import CriterionForm
from rsnms.policy.validation import validate
from rsnms.rules.proof.statement import (
    GATE,
    CriterionName,
    Flow,
    Joined,
    Negated,
    Operand,
    Reference,
    Statement,
    StatementError,
)


class AboutDifferError(InputError):
    """The conditions of a statement are about different things, a person and a pair for example."""

    def __init__(self, one: About, other: About) -> None:
        self.one, self.other = one, other
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """Whom the conditions are about."""
        if lang == "en":
            one, other = (f"{'an' if about is About.ORGANISATION else 'a'} {about}" for about in (self.one, self.other))
            return f"One condition is about {one}, the other about {other}; nothing is proven of both."
        return f"Одно условие — {_ABOUT[self.one]}, другое — {_ABOUT[self.other]}: сопоставить их нельзя."


_ABOUT = {
    About.PERSON: "о человеке",
    About.PAIR: "о паре",
    About.ORGANISATION: "об организации",
    About.TEAM: "о команде",
    About.PROGRAMME: "о программе",
    About.MUNICIPALITY: "о муниципалитете",
    About.METHODIST: "о методисте",
    About.DIAGNOSIS: "о диагностике",
    About.ROUTE: "о маршруте",
    About.TRAINING: "об обучении",
}


class NoConditionError(InputError):
    """An eligibility without the gate, or a ground without the condition, that a statement names."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """What has no condition."""
        return f"'{self.name}' states no condition." if lang == "en" else f"У «{self.name}» в политике нет условия."


@dataclass(frozen=True, slots=True)
class Bound:
    """An operand as a condition; ``policy`` and what follows it say where it is stated, ``None`` of a joined one."""

    condition: Condition
    about: About
    policy: Policy | None = None
    eligibility: Eligibility | None = None
    ground: Ground | None = None
    is_gate: bool = False
    criterion: Criterion | None = None
    chosen_on: date | None = None
    """The day by which a version was chosen otherwise than by the day asked about."""
    parts: tuple["Bound", ...] = ()
    operand: Operand | None = None


class OperandBinder:
    """Binds operands over loaded policies; ``policy`` is meant where an operand names none.

    Args:
        tree: the policies.
        policy: the id of the policy asked about.
        on: the day asked about, by which versions are chosen.
        source: what messages about conditions in braces call the statement.
    """

    def __init__(self, tree: PolicyTree, policy: str, on: date, source: str = "statement") -> None:
        self._tree, self._policy, self._on, self._source = tree, policy, on, source
        self.policies: dict[int, Policy] = {}
        """The policies that operands have named so far, by identity."""

    def bind(self, operand: Operand, statement: Statement) -> Bound:
        """Bind an operand of a statement.

        Raises:
            UnknownNameError: a policy, an eligibility, a ground or a criterion does not exist.
            NotInForceError: nothing of that name is in force on the day.
            NoConditionError: a gate or a condition is not stated.
            PolicyError: a condition in braces has mistakes.
            StatementError: a ground does not exist.
            AboutDifferError: joined operands are about different things.
        """
        match operand:
            case Reference():
                return self._reference(operand, statement)
            case CriterionName():
                return self._criterion(operand, statement)
            case Flow():
                return self._flow(operand, statement)
            case Negated(part=part):
                inner = self.bind(part, statement)
                return Bound(Not(inner.condition), inner.about, parts=(inner,), operand=operand)
            case Joined(parts=parts):
                bound = tuple(self.bind(part, statement) for part in parts)
                for one in bound[1:]:
                    same_about(bound[0], one)
                kind = All if operand.is_all else Any
                return Bound(kind(tuple(one.condition for one in bound)), bound[0].about, parts=bound, operand=operand)

    def policy(self) -> Policy:
        """The policy asked about, as it applies on the day.

        Raises:
            UnknownPolicyError: there is none of that id.
            NotInForceError: none is in force.
        """
        return self._taken(self._tree[self._policy].on(self._on))

    def _taken(self, policy: Policy) -> Policy:
        self.policies[id(policy)] = policy
        return policy

    def _reference(self, operand: Reference, statement: Statement) -> Bound:
        jurisdiction = self._tree[operand.policy or self._policy]
        day = operand.on or self._on
        eligibility = jurisdiction.eligibility(operand.eligibility, day)
        policy = self._taken(jurisdiction.on(day))
        whole = Bound(
            eligibility.condition,
            eligibility.about,
            policy,
            eligibility,
            chosen_on=operand.on,
            operand=operand,
        )
        if operand.part is None:
            return whole
        if operand.part == GATE:
            if eligibility.gate is None:
                raise NoConditionError(f"{eligibility.id}/{GATE}")
            return replace(whole, condition=eligibility.gate, is_gate=True)
        ground = next((ground for ground in eligibility.grounds if ground.id == operand.part), None)
        if ground is None:
            known = [*(ground.id for ground in eligibility.grounds), GATE]
            expected = Text(
                f"основание права «{eligibility.id}»: {', '.join(known)}",
                f"a ground of '{eligibility.id}': {', '.join(known)}",
            )
            place = statement.text.index("/" + operand.part, operand.position) + 1
            raise StatementError(statement.text, place, operand.part, expected, nearest(operand.part, known))
        if ground.when is None:
            raise NoConditionError(f"{eligibility.id}/{ground.id}")
        entry = ground.when if eligibility.gate is None else All((eligibility.gate, ground.when))
        return replace(whole, condition=entry, ground=ground)

    def _criterion(self, operand: CriterionName, statement: Statement) -> Bound:
        policy = self.policy()
        criterion = policy.criteria.get(operand.name)
        if criterion is None:
            expected = Text(
                f"критерий политики {policy.id}: {', '.join(policy.criteria)}",
                f"a criterion of {policy.id}: {', '.join(policy.criteria)}",
            )
            guess = nearest(operand.name, policy.criteria)
            raise StatementError(statement.text, operand.position, operand.name, expected, guess)
        if criterion.when is None:
            raise NoConditionError(criterion.id)
        return Bound(criterion.when, criterion.about, policy, criterion=criterion, operand=operand)

    def _flow(self, operand: Flow, statement: Statement) -> Bound:
        """Bind a condition as one of the policy's files is bound: about whom it is, follows from its facts."""
        policy = self.policy()
        document = _read_flow(statement.text, operand, self._source)
        form = validate(_ConditionFile, document)
        if document.problems or form is None:
            raise PolicyError(_in_statement(document.problems))
        written, criteria = Written(form, document, (), policy.id), _written(policy.criteria)
        failed: list[list[Problem]] = []
        for about in _abouts(policy):
            problems: list[Problem] = []
            condition = ConditionBinder(about, policy.facts, criteria, set(), problems).bind(
                written, form.when, ("when",), None
            )
            if condition is not None and not problems:
                return Bound(condition, about, policy, operand=operand)
            failed.append(problems)
        raise PolicyError(_in_statement(min(failed, key=len)))


def same_about(one: Bound, other: Bound) -> None:
    """See to it that conditions are about the same kind of thing.

    Raises:
        AboutDifferError: they are not.
    """
    if one.about is not other.about:
        raise AboutDifferError(one.about, other.about)


def _abouts(policy: Policy) -> list[About]:
    """Persons first, then whatever else the policy's facts are about; a pair has facts of its persons."""
    return list(dict.fromkeys([About.PERSON, *(fact.about for fact in policy.facts.values()), About.PAIR]))


class _ConditionFile(Form):
    """A condition that stands alone."""

    when: ConditionForm


_HEAD = "when:\n"
"""Put before a condition, so that it is a file; what stands below keeps its columns."""


def _read_flow(text: str, operand: Flow, source: str) -> Document:
    before = text[: operand.position].rpartition("\n")[2]
    return parse_document(f"{_HEAD}{' ' * (len(before) + 1)}{operand.text}\n", source)


def _in_statement(problems: list[Problem]) -> list[Problem]:
    """Problems with their places in the statement."""
    return [
        replace(problem, place=Place(problem.place.file, problem.place.line - 1 or 1, max(1, problem.place.column - 1)))
        for problem in problems
    ]


def _written(criteria: Mapping[str, Criterion]) -> dict[str, Written]:
    """The criteria of a policy in the shape in which conditions use them."""
    return {
        name: Written(
            CriterionForm.model_construct(
                id=name,
                title=BilingualForm.model_construct(ru=criterion.title.ru, en=criterion.title.en),
                about=criterion.about,
                when=criterion.when,  # type: ignore[arg-type]
                clause=criterion.clause,
            ),
            Document(criterion.origin),
            (),
            criterion.origin,
        )
        for name, criterion in criteria.items()
    }
