"""How every two of 89 regions' conditions of the regional methodical active relate, next to brute force over cells."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations, product
from random import Random
from time import perf_counter

from benchmarks.made_up import SEED
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms import load_policies
from rsnms.domain.fact import About, Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.policy.conditions import (
    All,
    Any,
    AtLeast,
    Comparison,
    Condition,
    Not,
    Op,
    bounds,
    comparisons,
    facts_of,
)
from rsnms.rules.compile import compile_condition
from rsnms.rules.proof.prover import MET, UNMET, Demand, Prover
from rsnms.rules.proof.relations import Related, relations
from rsnms.rules.truth import Truth

REGIONS, ON = 89, date(2024, 6, 1)
FEW = 4
"""Regions that are compared with brute force."""
Answers = dict[tuple[str, str], Related]
MODEL, ELIGIBILITY = "ru/volgograd", "regional-methodical-active"
OURS, ONE_BY_ONE, CELLS = "rsnms.relations", "every question to Z3", "brute force over cells"


def measure(*, quick: bool) -> Result:
    """Relate all regions, compare a sample with brute force and with Z3 asked every question, then time them."""
    policy = load_policies()[MODEL].on(ON)
    vocabulary = policy.facts_about(About.PERSON)
    regions = made_up_regions(policy.eligibility(ELIGIBILITY).condition, vocabulary, 12 if quick else REGIONS)
    found = relations(regions, vocabulary, ON)
    same, one_by_one = _timed(partial(_one_by_one, regions, vocabulary))
    if same != found.pairs:
        raise SystemExit("relations differ from what Z3 says of every pair by itself")
    brute, by_cells = _timed(partial(_by_cells, dict(list(regions.items())[:FEW])))
    if any(found.pairs[pair] is not related for pair, related in brute.items()):
        raise SystemExit("relations differ from brute force")
    ours = medians({OURS: partial(relations, regions, vocabulary, ON)}, rounds=1 if quick else 3)[OURS]
    pairs = len(found.pairs)
    counts = {related: sum(one is related for one in found.pairs.values()) for related in Related}
    rows = (
        (OURS, f"{ours:.2f}", f"{found.questions}", "dates, ages and lives; three values"),
        (ONE_BY_ONE, f"{one_by_one:.2f}", f"{3 * pairs}", "the same"),
        (CELLS, f"{by_cells / len(brute) * pairs:.0f}", "", "facts independent of each other: no dates, no lives"),
    )
    kinds = ", ".join(f"{related} {number}" for related, number in counts.items() if number)
    table = Table(
        f"How {len(regions)} regions' conditions relate, {pairs:,} pairs",
        ("", "all pairs, s", "questions to Z3", "minds"),
        rows,
        (
            f"Made-up variants of one condition ({MODEL}: {ELIGIBILITY}): other thresholds, categories, posts, roles, "
            f"gates and grounds. The relations: {kinds}.",
            "A question is whether somebody meets one condition and fails the other, or meets both; both directions "
            "and disjointness of every pair are answered. The same relations from the first two; ours is the median "
            "of three runs, the others run once.",
            f"Brute force is timed on {len(brute)} pairs, whose relations were the same, and reckoned up to all: it "
            "judges a person for every combination of values that the two conditions tell apart.",
        ),
    )
    goal = Goal(f"the relations of all pairs of {REGIONS} regions' conditions", 10, ours, " s")
    return Result((table,), (goal,))


def _timed(call: Callable[[], Answers]) -> tuple[Answers, float]:
    """What a slow contender answers, and the seconds of that one call."""
    start = perf_counter()
    answers = call()
    return answers, perf_counter() - start


# --- made-up regions --------------------------------------------------------------------------------------------------


def made_up_regions(condition: Condition, vocabulary: dict[str, Fact], count: int) -> dict[str, Condition]:
    """Variants of a condition such as regions make of the same model, the same ones every time."""
    random = Random(SEED)
    return {f"region-{number:02}": _varied(condition, vocabulary, random) for number in range(1, count + 1)}


def _varied(condition: Condition, vocabulary: dict[str, Fact], random: Random) -> Condition:
    assert isinstance(condition, All)
    gate, entry = condition.parts
    assert isinstance(gate, All)
    assert isinstance(entry, Any)
    gates = [_changed(part, random) for part in gate.parts if random.random() > 0.15]
    if random.random() < 0.2:
        age = Comparison(vocabulary["age"], Op.LESS_THAN, Span.of(years=random.choice((35, 55, 65))))
        gates.append(age)
    if random.random() < 0.15:
        gates.append(Not(Comparison(vocabulary["long_break"], Op.IS, True)))
    grounds = [_changed(part, random) for part in entry.parts if random.random() > 0.25] or [entry.parts[0]]
    if random.random() < 0.2:
        grounds.append(AtLeast(2, tuple(comparisons(entry.parts[0]))))
    random.shuffle(grounds)
    return All((*gates, Any(tuple(grounds))))


def _changed(condition: Condition, random: Random) -> Condition:
    match condition:
        case Comparison():
            return _comparison(condition, random) if random.random() < 0.3 else condition
        case Not(part=part):
            return Not(_changed(part, random))
        case _:
            return replace(condition, parts=tuple(_changed(part, random) for part in condition.parts))


def _comparison(node: Comparison, random: Random) -> Comparison:
    """Another threshold, another list: what differs between regions."""
    match node.operand:
        case Span():
            return replace(node, operand=Span.of(years=random.choice((2, 3, 5, 7, 10))))
        case tuple() as listed if len(listed) > 1:
            kept = tuple(member for member in listed if random.random() > 0.2)
            return replace(node, operand=kept or listed)
        case str() if node.fact.name == "category":
            return Comparison(node.fact, Op.ONE_OF, random.choice((("first", "highest"), ("highest",))))
        case str() if node.fact.name == "education":
            return Comparison(node.fact, Op.ONE_OF, ("higher-pedagogical", "vocational-pedagogical"))
    return node


# --- the peers --------------------------------------------------------------------------------------------------------


def _one_by_one(regions: dict[str, Condition], vocabulary: dict[str, Fact]) -> Answers:
    """One solver, asked every question."""
    prover = Prover(vocabulary, ON)

    def nobody(one: Condition, other: Condition, truths: frozenset[Truth]) -> bool:
        return not prover.is_possible(Demand(one, MET), Demand(other, truths))

    return {
        (one, other): _related(
            nobody(regions[one], regions[other], UNMET),
            nobody(regions[other], regions[one], UNMET),
            nobody(regions[one], regions[other], MET),
        )
        for one, other in combinations(regions, 2)
    }


def _by_cells(regions: dict[str, Condition]) -> Answers:
    """Plain Python: one person for every combination of values that two conditions tell apart."""
    related = {}
    for one, other in combinations(regions, 2):
        pair = (regions[one], regions[other])
        judges = [compile_condition(condition) for condition in pair]
        facts = list({fact.name: fact for condition in pair for fact in facts_of(condition)}.values())
        names = [fact.name for fact in facts]
        seen = set()
        for atoms in product(*(_cells(fact, pair) for fact in facts)):
            case = dict(zip(names, atoms, strict=True))
            seen.add(tuple(judge(case).truth for judge in judges))
        related[one, other] = _related(
            (Truth.MET, Truth.UNMET) not in seen,
            (Truth.UNMET, Truth.MET) not in seen,
            (Truth.MET, Truth.MET) not in seen,
        )
    return related


def _cells(fact: Fact, conditions: tuple[Condition, ...]) -> list[Atom]:
    """A value of every kind that conditions tell apart."""
    asked = [one for condition in conditions for one in comparisons(condition) if one.fact.name == fact.name]
    if fact.type is FactType.BOOLEAN:
        return [False, True]
    if fact.type is FactType.CHOICE:
        named = {str(one.operand) if isinstance(one.operand, str) else one.operand for one in asked}
        kinds = {}
        for value in fact.values:
            key = tuple(value.id == one or (isinstance(one, tuple) and value.id in one) for one in named)
            kinds.setdefault(key, value.id)
        return list(kinds.values())
    if fact.type is FactType.CHOICES:
        lists = {one.operand for one in asked}
        kinds = {tuple(value.id in listed for listed in lists): value.id for value in fact.values}
        return [frozenset(chosen) for chosen in _subsets(list(kinds.values()))]
    ends = [end for one in asked if (found := bounds(one)) for end in (found.low, found.high) if end is not None]
    return sorted({value for end in ends for value in (end - 1, end, end + 1)})  # type: ignore[operator,type-var]


def _subsets(members: list[str]) -> list[list[str]]:
    return [[one for index, one in enumerate(members) if chosen >> index & 1] for chosen in range(2 ** len(members))]


def _related(implies: bool, implied: bool, excludes: bool) -> Related:
    if implies and implied:
        return Related.EQUIVALENT
    if excludes:
        return Related.DISJOINT
    if implies:
        return Related.IMPLIES
    return Related.IMPLIED if implied else Related.OVERLAPPING
