"""One person, five comparisons: how long a decision takes, next to peers that give the same answers."""

from functools import partial

from benchmarks.five import Person, all_persons, complete_persons, eligibility
from benchmarks.one_person_peers import Answer, Contender, contenders
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms.rules.explain import explain
from rsnms.rules.truth import Truth

REFERENCE = "rsnms.compile_condition"
PLAIN = "plain Python"
ZEN = "zen-engine, bare expression"


def measure(*, quick: bool) -> Result:
    """Check that everybody gives the right answers, then time them in turns."""
    field = list(contenders())
    complete, everybody = complete_persons(), all_persons()
    unknown_words = {contender.name: _checked(contender, complete, everybody) for contender in field}
    rounds, at_least = (3, 0.002) if quick else (11, 0.1)
    asked = {("known", it.name): _asking(it, complete) for it in field}
    asked |= {("some unknown", it.name): _asking(it, everybody) for it in field if it.knows_unknown}
    seconds = medians(asked, rounds=rounds, at_least=at_least)
    known = {name: total / len(complete) for (kind, name), total in seconds.items() if kind == "known"}
    partly = {name: total / len(everybody) for (kind, name), total in seconds.items() if kind != "known"}
    rows = tuple(
        (
            it.name,
            _micro(known[it.name]),
            f"{known[it.name] / known[REFERENCE]:.1f}",
            _micro(partly[it.name]) if it.name in partly else "",
            it.gives,
            unknown_words[it.name],
        )
        for it in field
    )
    table = Table(
        "One person, five comparisons",
        ("", "all known, µs", "× rsnms", "some unknown, µs", "gives", "where the facts leave it undetermined, it says"),
        rows,
        (
            f"Median time a person over {len(complete)} persons whose facts are all known, and over {len(everybody)} "
            "with every combination of known and unknown facts. Everything is parsed and compiled beforehand, and each "
            "contender gets its persons in the form it takes.",
            "Before the timing everybody's answers are compared with a fold over the policy's own condition; bare "
            "yes-or-no contenders on persons whose facts are all known, the others on all of them. The last column is "
            f"counted over the {_undetermined_count(everybody)} persons whom unknown facts leave undetermined.",
            "Bare expressions stop at the first comparison that fails; contenders with reasons look at all of them. "
            "Names of facts stand for the reasons in plain Python, zen, CEL and Cedar; ours are comparisons with "
            "clause and operand.",
            "`rsnms.compile_condition` and `rsnms.Judge` remember what each combination of truths settles: the figure "
            "is that of a loop over many persons, not of a first call.",
            "Cedar's reasons come back as numbers of policies; translating them into names is not in its time.",
        ),
    )
    goals = (
        Goal("one person: rsnms to zen-engine's bare expression", 1, known[REFERENCE] / known[ZEN], "×"),
        Goal("one person: rsnms to plain Python", 3, known[REFERENCE] / known[PLAIN], "×"),
    )
    return Result((table,), goals)


def _asking(contender: Contender, persons: list[Person]) -> partial:
    return partial(_ask_all, contender.ask, [contender.prepare(person) for person in persons])


def _ask_all(ask, prepared: list) -> None:
    for person in prepared:
        ask(person)


def _micro(seconds: float) -> str:
    micro = seconds * 1e6
    return f"{micro:.2f}" if micro < 10 else f"{micro:.0f}"


def _right(person: Person) -> Answer:
    """The right answer, by the interpretation that all the others are held to."""
    explanation = explain(eligibility().condition, person)
    found = [(literal.comparison.fact.name, truth) for literal, truth, _ in explanation.in_the_way()]
    return Answer(
        {Truth.MET: "eligible", Truth.UNMET: "ineligible", Truth.UNKNOWN: "undetermined"}[explanation.truth],
        explanation.truth is Truth.MET,
        tuple(name for name, truth in found if truth is Truth.UNMET),
        tuple(name for name, truth in found if truth is Truth.UNKNOWN),
    )


def _checked(contender: Contender, complete: list[Person], everybody: list[Person]) -> str:
    """What the contender says of the undetermined; raises where it is wrong about those it can decide."""
    for person in everybody if contender.knows_unknown else complete:
        _check(contender, person)
    said = [_said(contender, person) for person in everybody if _right(person).verdict == "undetermined"]
    return ", ".join(f"{word} ({said.count(word)})" for word in dict.fromkeys(sorted(said)))


def _check(contender: Contender, person: Person) -> None:
    right, answer = _right(person), contender.read(contender.ask(contender.prepare(person)))
    for name in ("verdict", "is_eligible", "unmet", "unknown"):
        given = getattr(answer, name)
        if given is not None and given != getattr(right, name):
            raise AssertionError(f"{contender.name}: {name} of {person} is {given}, expected {getattr(right, name)}")


def _said(contender: Contender, person: Person) -> str:
    try:
        answer = contender.read(contender.ask(contender.prepare(person)))
    except (RuntimeError, TypeError):
        return "error"
    if answer.unknown is not None:
        return "what is unknown"
    return answer.verdict or ("yes" if answer.is_eligible else "no")


def _undetermined_count(persons: list[Person]) -> int:
    return sum(_right(person).verdict == "undetermined" for person in persons)
