"""The choice of offers for one person, next to CP-SAT, without and with dominated offers, and to a greedy choice."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from statistics import median

from ortools.sat.python import cp_model

from benchmarks.made_up import SEED
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.educator import Educator, Post
from rsnms.domain.offer import Audience, Offer, OfferKind
from rsnms.routes.choice.choice import choose
from rsnms.routes.choice.cover import cover
from rsnms.routes.choice.greedy import grab
from rsnms.routes.choice.problem import Objective, Problem, pose, without_dominated

ON = date(2025, 3, 1)
DEFICITS, OFFERS, INSTANCES = 12, 400, 15
COMPETENCIES = [f"competency-{number}" for number in range(30)]
PERSON = Educator(post=Post.TEACHER)
WHOLE, OURS, DIRECT = "rsnms, from the catalogue to the explained choice", "rsnms, the choice alone", "CP-SAT, direct"
REMOVED, GREEDY = "CP-SAT, dominated offers removed", "greedy"


def measure(*, quick: bool) -> Result:
    """Compare the objectives of every instance, then time the contenders on each."""
    instances = 2 if quick else INSTANCES
    seconds: dict[str, list[float]] = {name: [] for name in (OURS, WHOLE, REMOVED, DIRECT, GREEDY)}
    hours_more: list[float] = []
    for number in range(instances):
        deficits, offers = _made_up(Random(SEED + number))
        problem = _posed(deficits, offers)
        best = _compare(problem, deficits, offers)
        hours_more.append(problem.objective(grab(problem)).hours / best.hours - 1)
        calls = {
            OURS: lambda problem=problem: cover(without_dominated(problem)),
            WHOLE: partial(choose, deficits, offers, PERSON, on=ON),
            REMOVED: lambda problem=problem: _by_solver(without_dominated(problem)),
            DIRECT: partial(_by_solver, problem),
            GREEDY: partial(grab, problem),
        }
        for name, taken in medians(calls, rounds=1 if quick else 3).items():
            seconds[name].append(taken)
    said = {
        OURS: "proven, the same on every instance",
        WHOLE: "proven, the same on every instance",
        REMOVED: "proven, the same on every instance",
        DIRECT: "proven, the same on every instance",
        GREEDY: f"hours above the best: {median(hours_more):.0%}, at worst {max(hours_more):.0%}",
    }
    rows = tuple(
        (name, *(f"{figure(taken) * 1e3:.3g}" for figure in (median, min, max)), said[name])
        for name, taken in seconds.items()
    )
    table = Table(
        f"The choice of {OFFERS} offers for {DEFICITS} deficits",
        ("", "median, ms", "least, ms", "most, ms", "objective"),
        rows,
        (
            f"{instances} made-up catalogues; an offer closes up to four of the deficits or, one in twenty, up "
            "to eight. All deficits can be closed.",
            "CP-SAT gets the levels of the objective as one weighted sum (its quickest way), one worker, and no ids to "
            "choose between choices that are alike; ours also settles those.",
            "The first row and CP-SAT begin with the offers as bits; the second row also looks at audiences, "
            "prerequisites and gains of the whole catalogue.",
        ),
    )
    goal = Goal(f"the choice of {OFFERS} offers for {DEFICITS} deficits", 10, median(seconds[OURS]) * 1e3, " ms")
    return Result((table,), (goal,))


def _made_up(random: Random) -> tuple[list[Deficit], list[Offer]]:
    lacking = random.sample(COMPETENCIES, DEFICITS)
    deficits = [Deficit(competency=each, severity=random.choice(list(Severity))) for each in lacking]
    offers = [_offer(random, number, lacking) for number in range(OFFERS)]
    return deficits, offers


def _offer(random: Random, number: int, lacking: list[str]) -> Offer:
    """Every offer has to do with what is lacking; broad ones take longer, though less for each competency."""
    gained = random.sample(lacking, random.randint(1, 4 if random.random() < 0.95 else 8))
    gained += random.sample(COMPETENCIES, random.randint(0, 2))
    kind = random.choice((OfferKind.UPSKILLING, OfferKind.MASTER_CLASS, OfferKind.WEBINAR, OfferKind.INTERNSHIP))
    return Offer(
        id=f"offer-{number:03}",
        title=f"Предложение {number}",
        kind=kind,
        gains={each: random.choice((Severity.MEDIUM, Severity.HIGH, Severity.HIGH)) for each in gained},
        hours=max(2, round(len(gained) ** 0.8 * random.randint(6, 24))),
        register_from=ON - timedelta(days=300) if random.random() < 0.5 else None,
        audience=Audience(posts=frozenset({Post.TEACHER, Post.METHODIST}) if random.random() < 0.5 else None),
        cost=Decimal(random.randrange(0, 20_000, 500)),
    )


def _posed(deficits: list[Deficit], offers: list[Offer]) -> Problem:
    by_id = {offer.id: offer for offer in offers}
    ordered = sorted(deficits, key=lambda deficit: (-deficit.severity.rank, deficit.competency))
    return pose(ordered, by_id, {id_: frozenset({id_}) for id_ in by_id}, on=ON)


def _by_solver(problem: Problem) -> frozenset[str]:
    """Written as directly as it goes, and apart from the solver module of the library."""
    model = cp_model.CpModel()
    items = list(problem.items.values())
    takes = [model.new_bool_var(item.id) for item in items]
    coverable = problem.coverable
    for bit in range(coverable.bit_length()):
        if coverable >> bit & 1:
            model.add_bool_or([take for take, item in zip(takes, items, strict=True) if item.covers >> bit & 1])
    most = len(problem.deficits) + 1
    costs = most * max(item.cost for item in items) + 1
    weights = [((item.hours * most + item.unregistered) * costs + item.cost) * most + 1 for item in items]
    model.minimize(cp_model.LinearExpr.weighted_sum(takes, weights))
    solver = cp_model.CpSolver()
    solver.parameters.num_search_workers = 1
    solver.parameters.random_seed = 0
    if solver.solve(model) != cp_model.OPTIMAL:
        raise AssertionError("CP-SAT did not prove its choice")
    return frozenset(item.id for take, item in zip(takes, items, strict=True) if solver.boolean_value(take))


def _compare(problem: Problem, deficits: list[Deficit], offers: list[Offer]) -> Objective:
    """The objective that all exact contenders reach; the greedy one reaches none better."""
    best = problem.objective(_by_solver(problem))
    choice = choose(deficits, offers, PERSON, on=ON)
    reached = {
        OURS: problem.objective(cover(without_dominated(problem))),
        WHOLE: choice.objective,
        REMOVED: problem.objective(_by_solver(without_dominated(problem))),
    }
    if wrong := {name: objective for name, objective in reached.items() if objective != best}:
        raise AssertionError(f"CP-SAT reaches {best}, others {wrong}")
    if not choice.is_proven or choice.uncovered or problem.objective(grab(problem)) < best:
        raise AssertionError("a choice is unproven, leaves a deficit open, or the greedy one is better than the best")
    return best
