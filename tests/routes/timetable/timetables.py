"""Small made-up timetables, and the plain definition of the best one by trying every slot of every item."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random

from hypothesis import strategies as st

from rsnms.domain.offer import Session
from rsnms.routes.timetable.timetable import Item, Slot, Timetable, Worth

FIRST = date(2025, 1, 24)
"""A week before the end of a month."""
IDS = "abcde"


def slot(item: str, begins: int, ends: int, covers: int = 0, hours: int = 6, **more: object) -> Slot:
    """A slot of an item from one day to another, counted from the first; its hours fall evenly on its days."""
    days = [FIRST + timedelta(days=day) for day in range(begins, ends + 1)]
    months: dict[tuple[int, int], int] = {}
    for number, day in enumerate(days):
        share = hours * (number + 1) // len(days) - hours * number // len(days)
        months[day.year, day.month] = months.get((day.year, day.month), 0) + share
    by_month = tuple(months.items())
    return replace(Slot(item, days[0], days[-1], by_month, covers), **more)


def item(id_: str, *slots: tuple[int, int], covers: int = 0, hours: int = 6, cost: int = 0, requires: str = "") -> Item:
    """An item whose slots are given by their days."""
    run = tuple(slot(id_, begins, ends, covers, hours) for begins, ends in slots)
    return Item(id_, hours, run, cost, frozenset(requires))


def timetable(*items: Item, tiers: tuple[int, ...] = (0b1111,), **limits: object) -> Timetable:
    return replace(Timetable({one.id: one for one in items}, tiers), **limits)


def every(problem: Timetable) -> Iterator[tuple[Slot, ...]]:
    """Everything allowed; nothing at all where the slots that stand are too much already."""
    for picked in product(*((None, *one.slots) for one in problem.items.values())):
        slots = tuple(one for one in picked if one)
        if not slots or problem.allows(slots):
            yield slots


def best_by_trying(problem: Timetable) -> Worth:
    return min(map(problem.worth, every(problem)))


def shuffled(problem: Timetable, random: Random) -> Timetable:
    """The same problem, its items and their slots in another order."""
    items = [replace(one, slots=tuple(random.sample(one.slots, len(one.slots)))) for one in problem.items.values()]
    random.shuffle(items)
    return replace(problem, items={one.id: one for one in items}, taken=problem.taken[::-1])


@st.composite
def timetables(draw: st.DrawFn, *, limits: bool = True) -> Timetable:
    """Up to five bits and five items, with many ties; drawn at random: ties matter more than shrinking."""
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311
    bits = random.sample(range(6), random.randint(1, 5))
    tiers = [0] * random.randint(1, 3)
    for bit in bits:
        tiers[random.randrange(len(tiers))] |= 1 << bit
    ids = random.sample(IDS, random.randint(0, 5))
    items = {id_: made_up_item(random, id_, ids) for id_ in sorted(ids)}
    taken = tuple(_slot(random, "z", random.choice((0, 3)), 0) for _ in range(random.choice((0, 0, 1, 2))))
    return Timetable(
        items,
        tuple(tiers),
        taken,
        hours=random.choice((None, None, random.randint(0, 40))) if limits else None,
        hours_a_month=random.choice((None, random.randint(0, 24))) if limits else None,
        cost=random.choice((None, None, random.randint(0, 9))) if limits else None,
        units=random.choice((1, 100)),
    )


def made_up_item(random: Random, id_: str, ids: list[str]) -> Item:
    """Prerequisites mostly come earlier among the ids; some go round in circles or are not there."""
    others = ids[: ids.index(id_)] if random.random() < 0.9 else [*ids, "absent"]
    requires = random.sample(others, min(len(others), random.choice((0, 0, 1, 1, 2))))
    hours, covers = random.choice((0, 4, 4, 6, 9)), random.randrange(64) & random.randrange(64)
    slots = [
        _slot(random, id_, hours, covers if random.random() < 0.8 else random.randrange(64), 4 * len(requires))
        for _ in range(random.randint(0, 3) if random.random() < 0.9 else 0)
    ]
    slots.sort(key=lambda one: (one.ends, one.begins, one.session.place or "" if one.session else ""))
    return Item(id_, hours, tuple(slots), random.choice((0, 1, 3)), frozenset(requires))


def _slot(random: Random, id_: str, hours: int, covers: int, first: int = 0) -> Slot:
    begins = random.randint(first, first + 12)
    made = slot(id_, begins, begins + random.choice((0, 0, 1, 3, 5)), covers, hours)
    session = Session(starts_on=made.begins, ends_on=made.ends, place=random.choice(("here", "there")))
    return replace(
        made,
        occupies=random.random() < 0.7,
        unregistered=int(random.random() < 0.3),
        session=session if random.random() < 0.5 else None,
    )
