"""The five comparisons, for one person, as the library and its peers hold them.

Peers that were made for a yes or a no appear with the bare condition, and once more with the reasons written out by
hand where their language can say them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import cedarpy
import cel
import zen
from durable.engine import Host, MessageNotHandledException

import rsnms
from benchmarks.five import ELIGIBILITY, FACTS, FIVE_YEARS, ON, Person, eligibility, jurisdiction
from rsnms.rules.inference import Inference

VERDICTS = ("ineligible", "undetermined", "eligible")
"""By the number of their truth."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contender says of a person; ``None`` is what it does not say."""

    verdict: str | None = None
    is_eligible: bool | None = None
    unmet: tuple[str, ...] | None = None
    unknown: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to decide. Only ``ask`` is timed: it takes what ``prepare`` made of a person."""

    name: str
    gives: str
    ask: Callable[[Any], Any]
    read: Callable[[Any], Answer]
    prepare: Callable[[Person], Any] = dict
    knows_unknown: bool = False


YES_OR_NO = "yes or no"
VERDICT = "verdict of three"
REASONS = "verdict of three, unmet, unknown"
WHOLE = "`Decision`: values checked, facts of the day, grounds, reasons with values and clauses"


def contenders() -> Iterator[Contender]:
    """Everybody, the library first."""
    yield from _ours()
    yield Contender("plain Python", REASONS, _by_hand, _read_by_hand, knows_unknown=True)
    yield Contender(
        "zen-engine, bare expression", YES_OR_NO, zen.compile_expression(_conjunction(" and ")).evaluate, _yes
    )
    yield Contender(
        "zen-engine, reasons by hand",
        "unmet, unknown",
        zen.compile_expression(_zen_reasons()).evaluate,
        _read_lists,
        knows_unknown=True,
    )
    yield Contender("common-expression-language, bare", YES_OR_NO, cel.compile(_conjunction(" && ")).execute, _yes)
    yield Contender(
        "common-expression-language, reasons by hand",
        "unmet, unknown",
        cel.compile(_cel_reasons()).execute,
        _read_lists,
        lambda person: {"person": dict(person)},
        knows_unknown=True,
    )
    yield from _cedar()
    yield from _durable_rules()


def _ours() -> Iterator[Contender]:
    condition = eligibility().condition
    place = jurisdiction()
    yield Contender(
        "rsnms.compile_condition", REASONS, rsnms.compile_condition(condition), _read_outcome, knows_unknown=True
    )
    yield Contender(
        "rsnms.Judge", REASONS + ", ground", rsnms.Judge(eligibility()), _read_judgement, knows_unknown=True
    )
    yield Contender(
        "rsnms.decide",
        WHOLE,
        lambda person: rsnms.decide(place, ELIGIBILITY, person, ON),
        _read_decision,
        _stated,
        knows_unknown=True,
    )
    yield Contender(
        "rsnms on durable-rules (rules.inference)",
        VERDICT,
        Inference(condition).truth,
        lambda truth: Answer(verdict=VERDICTS[truth.value]),
        knows_unknown=True,
    )


def _stated(person: Person) -> dict[str, Any]:
    experience = person.get("specialty_experience")
    months = {} if experience is None else {"specialty_experience": rsnms.Span.of(months=experience)}
    return {**person, **months}


def _read_outcome(outcome: Any) -> Answer:
    unmet, unknown = (_names(literal.comparison.fact for literal in part) for part in (outcome.unmet, outcome.unknown))
    return Answer(VERDICTS[outcome.truth.value], unmet=unmet, unknown=unknown)


def _read_judgement(judgement: Any) -> Answer:
    unmet, unknown = (
        _names(literal.comparison.fact for literal in part) for part in (judgement.unmet, judgement.unknown)
    )
    return Answer(str(judgement.verdict), unmet=unmet, unknown=unknown)


def _read_decision(decision: Any) -> Answer:
    unmet, unknown = (tuple(finding.fact for finding in part) for part in (decision.unmet, decision.unknown))
    return Answer(str(decision.verdict), unmet=unmet, unknown=unknown)


def _names(facts: Any) -> tuple[str, ...]:
    return tuple(fact.name for fact in facts)


def _by_hand(person: Person) -> tuple[str, list[str], list[str]]:
    """What a programmer writes who wants the verdict and every reason."""
    unmet: list[str] = []
    unknown: list[str] = []
    get = person.get
    passed = get("diagnostics_passed")
    if passed is None:
        unknown.append("diagnostics_passed")
    elif not passed:
        unmet.append("diagnostics_passed")
    trained = get("trained_in_methodical_support")
    if trained is None:
        unknown.append("trained_in_methodical_support")
    elif not trained:
        unmet.append("trained_in_methodical_support")
    category = get("category")
    if category is None:
        unknown.append("category")
    elif category != "highest":
        unmet.append("category")
    education = get("education")
    if education is None:
        unknown.append("education")
    elif education != "higher-pedagogical":
        unmet.append("education")
    experience = get("specialty_experience")
    if experience is None:
        unknown.append("specialty_experience")
    elif experience < FIVE_YEARS:
        unmet.append("specialty_experience")
    return "ineligible" if unmet else "undetermined" if unknown else "eligible", unmet, unknown


def _read_by_hand(answer: tuple[str, list[str], list[str]]) -> Answer:
    verdict, unmet, unknown = answer
    return Answer(verdict, unmet=tuple(unmet), unknown=tuple(unknown))


TESTS = dict(
    zip(
        FACTS,
        (
            "diagnostics_passed",
            "trained_in_methodical_support",
            'category == "highest"',
            'education == "higher-pedagogical"',
            f"specialty_experience >= {FIVE_YEARS}",
        ),
        strict=True,
    )
)
"""The comparisons in the words that zen, CEL and Cedar share."""


def _conjunction(connective: str, prefix: str = "") -> str:
    return connective.join(prefix + test for test in TESTS.values())


def _yes(answer: bool) -> Answer:
    return Answer(is_eligible=answer)


def _zen_reasons() -> str:
    unmet = ", ".join(f'{fact} != null and not ({test}) ? "{fact}" : null' for fact, test in TESTS.items())
    unknown = ", ".join(f'{fact} == null ? "{fact}" : null' for fact in FACTS)
    return f"{{unmet: filter([{unmet}], # != null), unknown: filter([{unknown}], # != null)}}"


def _cel_reasons() -> str:
    unmet = ", ".join(f'has(person.{fact}) && !(person.{test}) ? "{fact}" : ""' for fact, test in TESTS.items())
    unknown = ", ".join(f'has(person.{fact}) ? "" : "{fact}"' for fact in FACTS)
    return f'{{"unmet": [{unmet}].filter(it, it != ""), "unknown": [{unknown}].filter(it, it != "")}}'


def _read_lists(answer: dict[str, list[str]]) -> Answer:
    return Answer(unmet=tuple(answer["unmet"]), unknown=tuple(answer["unknown"]))


def _cedar() -> Iterator[Contender]:
    bare = f"permit(principal, action, resource) when {{ {_conjunction(' && ', 'context.')} }};"
    forbidden = (
        f'@id("unmet {fact}") forbid(principal, action, resource) when {{ context has {fact} && !(context.{test}) }};\n'
        f'@id("unknown {fact}") forbid(principal, action, resource) when {{ !(context has {fact}) }};\n'
        for fact, test in TESTS.items()
    )
    reasoned = "permit(principal, action, resource);\n" + "".join(forbidden)
    nobody = cedarpy.Entities.from_json_str("[]")

    def request(person: Person) -> dict[str, Any]:
        return {"principal": 'U::"u"', "action": 'A::"a"', "resource": 'R::"r"', "context": dict(person)}

    def asking(policies: str) -> Callable[[Any], Any]:
        parsed = cedarpy.PolicySet.from_str(policies)
        return lambda asked: cedarpy.is_authorized(asked, parsed, nobody)

    def allowed(result: Any) -> bool:
        return result.decision is cedarpy.Decision.Allow

    def reasons(result: Any) -> Answer:
        found = [] if allowed(result) else result.diagnostics.id_annotations_by_reason.values()
        unmet, unknown = (tuple(fact for fact in FACTS if f"{kind} {fact}" in found) for kind in ("unmet", "unknown"))
        return Answer(is_eligible=allowed(result), unmet=unmet, unknown=unknown)

    yield Contender("cedarpy, one permit", YES_OR_NO, asking(bare), lambda result: _yes(allowed(result)), request)
    yield Contender(
        "cedarpy, a forbid for each reason",
        "yes or no, unmet, unknown",
        asking(reasoned),
        reasons,
        request,
        knows_unknown=True,
    )


class _QuietHost(Host):
    """A host without the two threads that dispatch timers."""

    def _run(self) -> None:
        pass


def _durable_rules() -> Iterator[Contender]:
    fired: list[bool] = []
    asked = [
        {"kind": "person"},
        {"diagnostics_passed": True},
        {"trained_in_methodical_support": True},
        {"category": "highest"},
        {"education": "higher-pedagogical"},
        {"$gte": {"specialty_experience": FIVE_YEARS}},
    ]
    rule = {"all": [{"m": {"$and": asked}}], "run": lambda _: fired.append(True)}
    host = _QuietHost({"five": {"eligible": rule}})

    def post(message: dict[str, Any]) -> bool:
        fired.clear()
        try:
            host.post("five", message)
        except MessageNotHandledException:
            return False
        return bool(fired)

    yield Contender("durable-rules, one rule", YES_OR_NO, post, _yes, lambda person: {"kind": "person", **person})
