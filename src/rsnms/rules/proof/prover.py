"""The prover: is there anybody of whom these demands hold together? A witness, or the proof that there is nobody.

::

    prover = Prover(policy.facts_about(About.PERSON), on=date(2024, 1, 1))
    witness = prover.find(Demand(new.condition, MET), Demand(old.condition, NOT_MET))
    if witness is None: ...  # proven: the new condition admits nobody whom the old one did not

Three values are kept: every fact may be unknown, and a condition is met, unmet or neither. Dates, ages and durations
are exact (:mod:`rsnms.rules.proof.days`). A witness is simplified and judged again by the reference meaning.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any as Anything

from rsnms.domain.extras import need
from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang
from rsnms.policy.conditions import Condition, comparisons, fold
from rsnms.rules.proof import days, numbers
from rsnms.rules.proof.life import laws_of_life
from rsnms.rules.proof.meaning import Encoder, Meaning, formula
from rsnms.rules.proof.symbols import Symbol, Symbols
from rsnms.rules.proof.witness import (
    ANY_TRUTH,
    MET,
    NOT_MET,
    UNKNOWN,
    UNMET,
    Change,
    Demand,
    Witness,
    asked_of,
    simplest,
    simplest_change,
)

__all__ = [
    "ANY_TRUTH",
    "MET",
    "NOT_MET",
    "UNKNOWN",
    "UNMET",
    "Change",
    "Demand",
    "NoAnswerError",
    "ProofError",
    "Prover",
    "Witness",
]

MOST_STEPS = 50_000_000
"""Steps of Z3 after which a question is given up: about ten seconds. Unlike a time limit they are the same anywhere."""


class NoAnswerError(InputError):
    """A question that is too hard: Z3 has neither found anybody nor proven that there is nobody."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        """Why, in the words of Z3."""
        super().__init__(self.text("en"))

    def text(self, lang: Lang = "ru") -> str:
        """What became of the question, and what to ask instead."""
        steps = MOST_STEPS // 10**6
        if lang == "en":
            return (
                f"No answer: the conditions are too hard to prove anything of within {steps} million steps "
                f"(Z3: {self.reason}). Ask about their parts, such as single grounds."
            )
        return (
            f"Ответа нет: условия слишком сложны, чтобы что-то доказать за {steps} млн шагов решателя "
            f"(Z3: {self.reason}). Спросите об их частях, например об отдельных основаниях."
        )


class ProofError(RuntimeError):
    """The prover gave an answer that the reference meaning contradicts: a fault of ours, never of the input."""


class Prover:
    """Answers questions about subjects of one vocabulary, as they are known on one day.

    It keeps the formulas of every condition it has seen, so that many questions about the same conditions are cheap.
    A prover serves one thread. ``lifelike`` leaves out lives that contradict themselves (work before fourteen).

    Raises:
        LibraryMissingError: Z3 is not installed (the extra ``proofs``).
    """

    def __init__(self, vocabulary: Mapping[str, Fact], on: date, *, lifelike: bool = True) -> None:
        self._z3 = need("z3", "proofs")
        self.vocabulary, self.on = vocabulary, on
        self._lifelike = lifelike
        self._context = self._z3.Context()
        self._solver = self._z3.Solver(ctx=self._context)
        self._texts: tuple[str, ...] = ()
        self._start()

    def _start(self) -> None:
        self._solver.reset()
        self._solver.set("rlimit", MOST_STEPS)
        self._symbols = Symbols(self._z3, self._context, self.vocabulary, self.on, self._texts)
        self._encoder = Encoder(self._z3, self._context, self._symbols)
        self._meanings: dict[Condition, Meaning] = {}
        self._named: dict[tuple[Condition, frozenset[object]], Anything] = {}

    def find(self, *demands: Demand) -> Witness | None:
        """Somebody of whom every demand holds, or ``None``: it is proven that there is nobody.

        Raises:
            NoAnswerError: Z3 gives up.
            ProofError: its witness fails when judged again.
        """
        return self._alone()._find(demands) if self.is_possible(*demands) else None

    def anybody(self, *demands: Demand) -> Witness | None:
        """Somebody of whom every demand holds, just as Z3 has found him: much cheaper than :meth:`find`.

        Who it is depends on what was asked before, and he has more facts than matter.

        Raises:
            NoAnswerError: Z3 gives up.
            ProofError: its witness fails when judged again.
        """
        model = self._model(demands)
        if model is None:
            return None
        witness = Witness(self._facts_of(model, self._symbols), self.on)
        _judge_again(witness, demands)
        return witness

    def _find(self, demands: tuple[Demand, ...]) -> Witness:
        """A witness whom there is, see :meth:`find`."""
        witness = self.anybody(*demands)
        if witness is None:
            raise ProofError("a question has had two answers")
        return simplest(witness, demands, self._symbols.vocabulary, lifelike=self._lifelike)

    def _alone(self) -> "Prover":
        """A prover that has been asked nothing: what is learnt from other questions would change its witnesses."""
        return Prover(self.vocabulary, self.on, lifelike=self._lifelike)

    def is_possible(self, *demands: Demand) -> bool:
        """Whether there is anybody of whom every demand holds; cheaper than :meth:`find`, which also makes him simple.

        Raises:
            NoAnswerError: Z3 gives up.
        """
        return self._model(demands) is not None

    def find_loss(
        self, condition: Condition, fact: Fact, *, falling: bool = False, given: Iterable[Demand] = ()
    ) -> Change | None:
        """Somebody who meets a condition and no longer does when a fact grows (``falling``: when it shrinks).

        More is a later day, a greater number, a longer duration, a further value of the vocabulary's list, a larger
        set, true after false. ``None``: it is proven that the condition is monotone in the fact.

        Raises:
            NoAnswerError: Z3 gives up.
            ProofError: its witness fails when judged again.
            ValueError: the fact is a free text, which is neither more nor less than another.
        """
        if fact.type is FactType.TEXT:
            raise ValueError(f"{fact.name} has no order")
        return self._alone()._find_loss(condition, fact, falling, (*given, Demand(condition, MET)))

    def _find_loss(self, condition: Condition, fact: Fact, falling: bool, demands: tuple[Demand, ...]) -> Change | None:
        z3 = self._z3
        self._know([demand.condition for demand in demands])
        fact = self._symbols.known_as(fact)
        asked = [self._literal(demand) for demand in demands]
        twin = Symbols(z3, self._context, self._symbols.vocabulary, self.on, self._texts, self._symbols, fact.name)
        after = fold(condition, Encoder(z3, self._context, twin))
        one, other = self._symbols.of(fact), twin.of(fact)
        less, more = (other, one) if falling else (one, other)
        # What is changed is what is stated of the fact, so that it must not follow from elsewhere, as an age can.
        is_stated = [symbols.state(fact).known for symbols in (self._symbols, twin)]
        life = self._life(twin)
        self._obey()
        self._solver.push()
        try:
            self._solver.add(*twin.laws, *life, *is_stated, one.known, other.known)
            self._solver.add(self._no_more(less.value, more.value))
            model = self._checked([*asked, z3.Not(after.met)])
        finally:
            self._solver.pop()
        if model is None:
            return None
        change = Change(*(Witness(self._facts_of(model, symbols), self.on) for symbols in (self._symbols, twin)))
        _judge_again(change.before, demands)
        _judge_again(change.after, [Demand(condition, NOT_MET)])
        shown = [*demands, Demand(condition, NOT_MET)]
        return simplest_change(
            change, fact.name, shown, self._symbols.vocabulary, falling=falling, lifelike=self._lifelike
        )

    def _no_more(self, less: Anything, more: Anything) -> Anything:
        if isinstance(less, dict):
            return self._z3.And(*(self._z3.Implies(less[member], more[member]) for member in less))
        return self._z3.Implies(less, more) if self._z3.is_bool(less) else less <= more

    def _model(self, demands: Iterable[Demand]) -> Anything | None:
        demands = tuple(demands)
        self._know([demand.condition for demand in demands])
        asked = [self._literal(demand) for demand in demands]
        self._obey()
        return self._checked(asked)

    def _checked(self, asked: list[Anything]) -> Anything | None:
        answer = self._solver.check(*asked)
        if answer == self._z3.unknown:
            raise NoAnswerError(self._solver.reason_unknown())
        return self._solver.model() if answer == self._z3.sat else None

    def _know(self, conditions: Iterable[Condition]) -> None:
        """Take note of the texts that conditions name; new ones change the variables, so everything starts anew."""
        texts = dict.fromkeys(self._texts)
        for comparison in (one for condition in conditions for one in comparisons(condition)):
            if comparison.fact.type in (FactType.TEXT, FactType.TEXTS) and not isinstance(comparison.operand, bool):
                operand = comparison.operand
                texts |= dict.fromkeys(map(str, operand if isinstance(operand, tuple) else (operand,)))
        if len(texts) > len(self._texts):
            self._texts = tuple(texts)
            self._start()

    def _literal(self, demand: Demand) -> Anything:
        """A variable that stands for a demand, so that the solver keeps what it learns from question to question."""
        key = (demand.condition, demand.truths)
        if key not in self._named:
            name = self._z3.Bool(f"demand {len(self._named)}", self._context)
            meaning = self._meaning(demand.condition)
            self._solver.add(self._z3.Implies(name, formula(self._z3, meaning, demand.truths)))
            self._named[key] = name
        return self._named[key]

    def _meaning(self, condition: Condition) -> Meaning:
        if condition not in self._meanings:
            self._meanings[condition] = fold(condition, self._encoder)
        return self._meanings[condition]

    def _obey(self) -> None:
        """Give the solver the laws of the facts that have come up since the last question."""
        life = self._life(self._symbols)
        self._solver.add(*self._symbols.laws, *life)
        self._symbols.laws.clear()

    def _life(self, symbols: Symbols) -> list[Anything]:
        """What no life contradicts, of the facts that have not been told yet."""
        if not self._lifelike:
            return []
        laws: list[Anything] = []
        told = symbols.lived
        while untold := [name for name in symbols.stated if name not in told]:
            # A law can bring in a further fact: the day of birth beside a day of training.
            told.update(untold)
            for name in untold:
                laws += laws_of_life(self._z3, symbols, symbols.vocabulary[name], self.on)
        return laws

    def _facts_of(self, model: Anything, symbols: Symbols) -> dict[str, Atom]:
        return {
            name: self._atom(model, symbols.vocabulary[name], symbol)
            for name, symbol in symbols.stated.items()
            if self._is_true(model, symbol.known)
        }

    def _is_true(self, model: Anything, formula: Anything) -> bool:
        return bool(self._z3.is_true(model.eval(formula, model_completion=True)))

    def _atom(self, model: Anything, fact: Fact, symbol: Symbol) -> Atom:
        if fact.type.is_set:
            return frozenset(member for member, has in symbol.value.items() if self._is_true(model, has))
        if fact.type is FactType.BOOLEAN:
            return self._is_true(model, symbol.value)
        value = model.eval(symbol.value, model_completion=True)
        if fact.type is FactType.NUMBER:
            return numbers.rounded(value)
        number = int(value.as_long())
        match fact.type:
            case FactType.DATE:
                return days.from_number(number)
            case FactType.CHOICE | FactType.TEXT:
                return self._symbols.members(fact)[number]
        return number


def _judge_again(witness: Witness, demands: Iterable[Demand]) -> None:
    """Hold the prover to the reference meaning."""
    demands = tuple(demands)
    case = witness.profile.case(asked_of(demands).values(), witness.on)
    for demand in demands:
        if not demand.holds(case):
            raise ProofError(f"the witness {dict(witness.facts)} does not show {demand}")
