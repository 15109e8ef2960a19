"""Forward chaining over the facts of one case: the one module that knows the durable-rules engine.

Rules match facts and conclude further facts, which other rules match, until nothing new follows. Each conclusion
knows the rule and the facts that led to it::

    book = RuleBook([Rule("grown", (Pattern("person", (Constraint("age", Relation.AT_LEAST, 18),)),), grant)])
    book.infer([Fact("person", (("age", 20),))])  # what grant returned, because of that person

durable-rules is called through its C extension. The Python layer above it starts threads, keeps every rule set for
good and swallows the errors of consequents; without it a case takes a quarter of the time. What the engine gets wrong
in silence never reaches it:

- It matches a message of its own too: every pattern begins with an equality on the kind of fact.
- It tells facts apart by a hash of their content, in which ``'7'`` is ``7``: facts carry numbers of our own.
- It reads floats by the decimal point of the process's locale, no exponents, and lengths modulo 65,536: a value is a
  whole number of 64 bits or a text of :data:`MAX_TEXT` characters, kinds and fields go by short names of our own.
- Its tables have fixed sizes that it does not always check: a rule book that would not fit is refused.
"""

import json
import struct
import weakref
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from types import ModuleType

from rsnms.rules.production import Conclusion, Fact, Pattern, Relation, Rule, RuleBookError, Value

MAX_TEXT = 5_000
"""Characters of a text; written in ASCII they stay below the 65,536 bytes that the engine counts."""
MAX_FACTS = 2_000
"""Facts alive in one case; more are taken for rules that feed each other without end."""
MAX_FIELDS = 250
"""Fields of a kind of fact that the rules of one book ask about."""
MAX_KINDS = 250
"""Kinds of facts that the rules of one book ask about."""
MAX_RULES = 4_000
"""Rules of one book."""
MAX_PATTERNS = 1_024
"""Patterns of one book over the same kind of fact."""

_BUNDLE = 32
"""Patterns below one node of the engine's network, whose search overflows where more than 64 tests hold at once."""
_OPENING = {"kind": 0}


class RuleBook:
    """Rules made ready to be asked about many cases, one at a time; threads may share a book.

    A book takes about 0.2 MB and 15 KB a rule, and gives them back when it is garbage.

    Raises:
        RuleBookError: the rules exceed what the engine holds.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._kinds = _kinds(self._rules)
        self._network = _Network(_definition(self._rules, self._kinds))
        self._lock = Lock()

    def infer(self, facts: Iterable[Fact]) -> list[Conclusion]:
        """Draw every conclusion from the facts of one case; nothing of the case stays behind.

        A fact concluded in several ways has a conclusion for each. An exception in a consequent ends the case and
        reaches the caller. A consequent must not ask its own book.

        Raises:
            RuleBookError: a value is neither a 64-bit whole number nor a short text, or conclusions have no end.
        """
        with self._lock:
            case = _Case(self._network, self._rules, self._kinds)
            try:
                for fact in facts:
                    case.assert_fact(fact)
                self._network.run(case.fire)
            finally:
                case.retract()
        return case.conclusions


class _Case:
    """The facts of one case while the engine holds them, numbered by their place."""

    def __init__(self, network: "_Network", rules: tuple[Rule, ...], kinds: "dict[str, _Kind]") -> None:
        self.conclusions: list[Conclusion] = []
        self._network = network
        self._rules = rules
        self._kinds = kinds
        self._known: set[Fact] = set()
        self._live: list[Fact] = []

    def assert_fact(self, fact: Fact) -> None:
        """Give a new fact to the engine; one that no rule asks about is none of its business."""
        kind = self._kinds.get(fact.kind)
        if kind is None or fact in self._known:
            return
        if len(self._live) == MAX_FACTS:
            raise RuleBookError(f"more than {MAX_FACTS} facts in one case; the last is {fact}")
        message = kind.message(fact, len(self._live))
        self._known.add(fact)
        self._live.append(fact)
        self._network.assert_fact(message)

    def fire(self, rule_number: int, matches: "list[_Match]") -> None:
        """Conclude what follows from the facts that a rule has matched."""
        rule = self._rules[rule_number]
        because = tuple(self._live[int(match[str(n)]["id"])] for match in matches for n in range(len(rule.when)))
        for fact in rule.then(because):
            self.conclusions.append(Conclusion(fact, rule, because))
            self.assert_fact(fact)

    def retract(self) -> None:
        """Take every fact back."""
        for number in range(len(self._live)):
            self._network.retract_fact(number)


_Match = dict[str, dict[str, str]]
"""The messages that matched, by the number of the premise."""


class _Network:
    """A rule set inside the engine."""

    def __init__(self, definition: dict[str, object]) -> None:
        self._engine = _load_engine()
        self._handle = self._engine.create_ruleset("rules", json.dumps(definition))
        _, self._state = self._engine.assert_fact(self._handle, json.dumps(_OPENING | {"id": "0"}))
        # The engine frees a state safely only after an action has run in it: the opening rule's.
        self.run(lambda *_: None)
        self.retract_fact(0)
        weakref.finalize(self, _free, self._engine, self._handle).atexit = False

    def assert_fact(self, message: str) -> None:
        self._engine.assert_fact(self._handle, message)

    def retract_fact(self, number: int) -> None:
        self._engine.retract_fact(self._handle, f'{{"id":"{number}"}}')

    def run(self, fire: Callable[[int, list[_Match]], None]) -> None:
        """Report every rule that fires, by its number, until none does."""
        started = self._engine.start_action_for_state(self._handle, self._state)
        action = started[1] if started else None
        try:
            while action:
                ((rule_number, matches),) = json.loads(action).items()
                fire(int(rule_number), matches if isinstance(matches, list) else [matches])
                action = self._complete_action()
        finally:
            # An action left open would fire in the next case, with facts that are gone.
            while action:
                action = self._complete_action()

    def _complete_action(self) -> str | None:
        """Close the open action and open the next one, if there is one."""
        return self._engine.complete_and_start_action(self._handle, self._state)  # type: ignore[no-any-return]


def _load_engine() -> ModuleType:
    if struct.calcsize("l") < 8:
        raise ImportError("durable-rules holds large numbers only where the long of the C compiler has 64 bits")
    import durable_rules_engine

    return durable_rules_engine  # type: ignore[no-any-return]


def _free(engine: ModuleType, handle: int) -> None:
    engine.delete_state(handle, None)
    engine.delete_ruleset(handle)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of fact as the engine knows it: numbers for its name and for the fields asked about."""

    number: int
    fields: dict[str, str]

    def message(self, fact: Fact, number: int) -> str:
        values = {self.fields[name]: _checked(value) for name, value in fact.values if name in self.fields}
        return json.dumps({"kind": self.number, "id": str(number), "always": 0} | values)


def _kinds(rules: tuple[Rule, ...]) -> dict[str, _Kind]:
    kinds: dict[str, _Kind] = {}
    for pattern in (pattern for rule in rules for pattern in rule.when):
        kind = kinds.setdefault(pattern.kind, _Kind(len(kinds) + 1, {}))
        for constraint in pattern.constraints:
            kind.fields.setdefault(constraint.field, f"f{len(kind.fields)}")
    _bound(len(rules), MAX_RULES, "rules")
    _bound(len(kinds), MAX_KINDS, "kinds of facts")
    for name, kind in kinds.items():
        _bound(len(kind.fields), MAX_FIELDS, f"fields of {name!r}")
    return kinds


def _definition(rules: tuple[Rule, ...], kinds: dict[str, _Kind]) -> dict[str, object]:
    patterns: Counter[str] = Counter()

    def written(pattern: Pattern) -> dict[str, object]:
        kind = kinds[pattern.kind]
        bundle = {Relation.AT_LEAST.value: {"always": -(patterns[pattern.kind] // _BUNDLE)}}
        patterns[pattern.kind] += 1
        _bound(patterns[pattern.kind], MAX_PATTERNS, f"patterns of {pattern.kind!r}")
        constraints = [{it.relation.value: {kind.fields[it.field]: _checked(it.value)}} for it in pattern.constraints]
        return {"$and": [{"kind": kind.number}, bundle, *constraints]}

    definition: dict[str, object] = {
        str(number): {"all": [{str(n): written(pattern)} for n, pattern in enumerate(rule.when)], "count": rule.count}
        for number, rule in enumerate(rules)
    }
    return definition | {str(len(rules)): {"all": [{"0": _OPENING}]}}


def _bound(found: int, possible: int, what: str) -> None:
    if found > possible:
        raise RuleBookError(f"{found} {what} in one rule book, {possible} are possible")


def _checked(value: Value) -> Value:
    if type(value) is int and -(2**63) <= value < 2**63:
        return value
    if type(value) is str and len(value) <= MAX_TEXT:
        return value
    shown = f"{value[:20]}…" if isinstance(value, str) else repr(value)
    raise RuleBookError(f"{shown} is neither a whole number of 64 bits nor a text of at most {MAX_TEXT} characters")
