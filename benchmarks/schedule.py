"""The timetable of offers for one person, next to CP-SAT, without and with dominated offers, and to a greedy one."""

from datetime import date, timedelta
from functools import partial
from random import Random
from statistics import median

from ortools.sat.python import cp_model

from benchmarks.made_up import SEED
from benchmarks.report import Goal, Result, Table
from benchmarks.timing import medians
from rsnms.routes.timetable.dominance import without_dominated
from rsnms.routes.timetable.greedy import grab
from rsnms.routes.timetable.scheduling import schedule
from rsnms.routes.timetable.search import search
from rsnms.routes.timetable.timetable import Item, Slot, Timetable, Worth

DEFICITS, OFFERS, INSTANCES = 12, 400, 15
YEAR = date(2025, 1, 1)
OURS, REMOVED, DIRECT, GREEDY = "rsnms", "CP-SAT, dominated offers removed", "CP-SAT, direct", "greedy"
SPREAD, CROWDED = (340, 40), (60, 25)
"""Days within which sessions begin, and hours a month."""


def measure(*, quick: bool) -> Result:
    """Compare the worth of every timetable, then time the contenders on each."""
    instances = 2 if quick else INSTANCES
    spread, settled = _table(instances, *SPREAD, rounds=1 if quick else 3)
    crowded, _ = _table(instances, *CROWDED, rounds=1)
    goal = Goal(f"the timetable of {OFFERS} offers for {DEFICITS} deficits", 60, settled * 1e3, " ms")
    return Result((spread, crowded), (goal,))


def _table(instances: int, days: int, hours_a_month: int, *, rounds: int) -> tuple[Table, float]:
    """The contenders on instances of one kind, and our median."""
    seconds: dict[str, list[float]] = {name: [] for name in (OURS, REMOVED, DIRECT, GREEDY)}
    hours_more: list[float] = []
    left_open = searched = opens_more = 0
    for number in range(instances):
        problem = _made_up(Random(SEED + number), days, hours_a_month)
        best = _compare(problem)
        left_open += any(best.uncovered)
        searched += search(problem).is_proven
        grabbed = problem.worth(grab(problem))
        if grabbed.uncovered == best.uncovered:
            hours_more.append(grabbed.hours / best.hours - 1)
        else:
            opens_more += 1
        calls = {
            OURS: partial(schedule, problem),
            REMOVED: lambda problem=problem: _by_solver(without_dominated(problem)),
            DIRECT: partial(_by_solver, problem),
            GREEDY: partial(grab, problem),
        }
        for name, taken in medians(calls, rounds=rounds).items():
            seconds[name].append(taken)
    above = f"hours above the best: {median(hours_more):.0%}, at worst {max(hours_more):.0%}" if hours_more else ""
    proven = "proven, the same on every instance"
    said = {
        OURS: f"{proven}; {searched} of {instances} without CP-SAT",
        REMOVED: proven,
        DIRECT: proven,
        GREEDY: f"leaves more open in {opens_more} of {instances}; otherwise {above}",
    }
    rows = tuple(
        (name, *(f"{figure(taken) * 1e3:.3g}" for figure in (median, min, max)), said[name])
        for name, taken in seconds.items()
    )
    table = Table(
        f"The timetable of {OFFERS} offers for {DEFICITS} deficits, within {days} days",
        ("", "median, ms", "least, ms", "most, ms", "worth"),
        rows,
        (
            f"{instances} made-up catalogues: up to four sessions an offer, which begin within {days} days, at most "
            f"{hours_a_month} hours a month, a prerequisite for one offer in twenty, and sessions that must not share "
            f"a day. In {left_open} of them not all deficits can be closed.",
            "The same deficits left open, hours, programmes out of the register and last day, those solved one after "
            "the other: CP-SAT gets the first three as one weighted sum, then the last day, with one worker, the "
            "linear relaxation of everything and its first answer as a hint. Ours also settles cost, the number of "
            "offers, and which of equal timetables it is.",
        ),
    )
    return table, median(seconds[OURS])


def _made_up(random: Random, days: int, hours_a_month: int) -> Timetable:
    """Deficits in three tiers; nothing closes one or two of them in about half of the instances."""
    bits = list(range(DEFICITS))
    tiers = [0, 0, 0]
    for bit in bits:
        tiers[random.randrange(3)] |= 1 << bit
    closed = random.sample(bits, DEFICITS - random.choice((0, 0, 1, 2)))
    ids = [f"offer-{number:03}" for number in range(OFFERS)]
    items = {}
    for number, id_ in enumerate(ids):
        requires = frozenset(random.sample(ids[:number], 1) if number and random.random() < 0.05 else ())
        items[id_] = _item(random, id_, closed, requires, days)
    return Timetable(items, tuple(tiers), hours_a_month=hours_a_month)


def _item(random: Random, id_: str, closed: list[int], requires: frozenset[str], days: int) -> Item:
    """Broad offers take longer, though less for each deficit; a third of the sessions are in places too far away."""
    gained = random.sample(closed, random.randint(1, 4 if random.random() < 0.95 else 8))
    hours = max(2, round(len(gained) ** 0.8 * random.randint(6, 24)))
    occupies, unregistered = random.random() < 0.8, random.randrange(2)
    slots = []
    for _ in range(random.randint(1, 4)):
        begins = YEAR + timedelta(days=random.randrange(days))
        ends = begins + timedelta(days=max(0, round(hours / random.choice((2, 4, 8))) - 1))
        if random.random() < 0.67:
            bits = sum(1 << bit for bit in gained)
            slots.append(Slot(id_, begins, ends, _by_month(begins, ends, hours), bits, occupies, unregistered))
    slots.sort(key=lambda slot: (slot.ends, slot.begins))
    return Item(id_, hours, tuple(slots), random.randrange(0, 20_000, 500), requires)


def _by_month(begins: date, ends: date, hours: int) -> tuple[tuple[tuple[int, int], int], ...]:
    """The hours spread evenly over the days."""
    days = (ends - begins).days + 1
    months: dict[tuple[int, int], int] = {}
    for day in range(days):
        on = begins + timedelta(days=day)
        share = hours * (day + 1) // days - hours * day // days
        months[on.year, on.month] = months.get((on.year, on.month), 0) + share
    return tuple(months.items())


def _by_solver(problem: Timetable) -> tuple[Slot, ...]:
    """Written as directly as it goes, and apart from the solver module of the library."""
    model = cp_model.CpModel()
    slots = [slot for item in problem.items.values() for slot in item.slots]
    takes = [model.new_bool_var("") for _ in slots]
    of_item: dict[str, list[int]] = {}
    months: dict[tuple[int, int], list[tuple[int, int]]] = {}
    intervals = []
    for number, slot in enumerate(slots):
        of_item.setdefault(slot.item, []).append(number)
        for month, hours in slot.hours:
            months.setdefault(month, []).append((number, hours))
        if slot.occupies:
            days = (slot.ends - slot.begins).days + 1
            begins = slot.begins.toordinal()
            intervals.append(model.new_optional_fixed_size_interval_var(begins, days, takes[number], ""))
    for numbers in of_item.values():
        model.add_at_most_one([takes[number] for number in numbers])
    for taken in months.values():
        model.add(_weighted(takes, dict(taken)) <= problem.hours_a_month)
    model.add_no_overlap(intervals)
    for number, slot in enumerate(slots):
        for required in problem.items[slot.item].requires:
            before = [takes[n] for n in of_item.get(required, ()) if slots[n].ends < slot.begins]
            model.add_bool_or([takes[number].negated(), *before])
    last = model.new_int_var(0, max(slot.ends for slot in slots).toordinal(), "")
    for numbers in of_item.values():
        model.add(last >= _weighted(takes, {number: slots[number].ends.toordinal() for number in numbers}))
    level: cp_model.LinearExprT = 0
    for tier in problem.tiers:
        leaves = []
        for bit in (1 << place for place in range(DEFICITS) if tier >> place & 1):
            leaves.append(model.new_bool_var(""))
            covering = [take for take, slot in zip(takes, slots, strict=True) if slot.covers & bit]
            model.add_bool_or([leaves[-1], *covering])
        level = level * (DEFICITS + 1) + sum(leaves)
    hours = _weighted(takes, {number: problem.items[slot.item].hours for number, slot in enumerate(slots)})
    unregistered = _weighted(takes, {number: slot.unregistered for number, slot in enumerate(slots)})
    most_hours = sum(item.hours for item in problem.items.values())
    first = (level * (most_hours + 1) + hours) * (OFFERS + 1) + unregistered
    return _minimised(model, (first, last), slots, takes)


def _weighted(takes: list[cp_model.IntVar], weights: dict[int, int]) -> cp_model.LinearExprT:
    return cp_model.LinearExpr.weighted_sum([takes[number] for number in weights], list(weights.values()))


def _minimised(
    model: cp_model.CpModel, levels: tuple[cp_model.LinearExprT, ...], slots: list[Slot], takes: list[cp_model.IntVar]
) -> tuple[Slot, ...]:
    """The timetable with the least of one level after the other."""
    found: tuple[Slot, ...] = ()
    for level in levels:
        solver = cp_model.CpSolver()
        solver.parameters.num_search_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        model.minimize(level)
        if solver.solve(model) != cp_model.OPTIMAL:
            raise AssertionError("CP-SAT did not prove its timetable")
        found = tuple(slot for slot, take in zip(slots, takes, strict=True) if solver.boolean_value(take))
        model.add(level <= round(solver.objective_value))
        model.clear_hints()
        for take in takes:
            model.add_hint(take, solver.boolean_value(take))
    return found


def _compare(problem: Timetable) -> Worth:
    """The worth that ours reaches, as all exact contenders do in what they minimise; the greedy one never less."""
    scheduled = schedule(problem)
    best = problem.worth(scheduled.slots)
    reached = {}
    for name, given in ((DIRECT, problem), (REMOVED, without_dominated(problem))):
        slots = _by_solver(given)
        reached[name] = problem.worth(slots)
        if not problem.allows(slots):
            raise AssertionError(f"{name} reaches a timetable that is not allowed")
    if wrong := {name: worth for name, worth in reached.items() if worth[:4] != best[:4]}:
        raise AssertionError(f"ours reaches {best}, others {wrong}")
    grabbed = grab(problem)
    if scheduled.gap or not problem.allows(scheduled.slots) or not problem.allows(grabbed):
        raise AssertionError("a timetable is unproven or not allowed")
    if problem.worth(grabbed) < best or any(worth < best for worth in reached.values()):
        raise AssertionError("another timetable is better than the best")
    return best
