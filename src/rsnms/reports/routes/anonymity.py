"""Routes and plans without the ids of people (обезличивание): running numbers stand for them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rsnms.routes.municipality.plan import CommonPlan
from rsnms.routes.planning.route import Route


def anonymous_routes(routes: Iterable[Route]) -> list[Route]:
    """Routes by running numbers; mentors and methodists are left out."""
    return [_renamed(route, f"№ {number}", {}) for number, route in enumerate(routes, 1)]


def anonymous_plan(plan: CommonPlan) -> CommonPlan:
    """A plan in which a running number stands for each person, the same one throughout."""
    number = {route.person or "": f"№ {place}" for place, route in enumerate(plan.routes, 1)}
    matching, accompaniment = plan.matching, plan.accompaniment
    return replace(
        plan,
        routes=tuple(_renamed(route, number[route.person or ""], number) for route in plan.routes),
        matching=replace(
            matching,
            pairs=tuple(replace(one, mentor=number[one.mentor], mentee=number[one.mentee]) for one in matching.pairs),
            unmatched=tuple(
                replace(one, mentee=number[one.mentee], full=tuple(number[each] for each in one.full))
                for one in matching.unmatched
            ),
        ),
        accompaniment=replace(
            accompaniment,
            assignments=tuple(
                replace(one, educator=number[one.educator], methodist=number[one.methodist])
                for one in accompaniment.assignments
            ),
            loads=tuple(replace(one, methodist=number[one.methodist]) for one in accompaniment.loads),
            unassigned=tuple(replace(one, educator=number[one.educator]) for one in accompaniment.unassigned),
        ),
        demand=tuple(replace(one, persons=tuple(number[each] for each in one.persons)) for one in plan.demand),
    )


def _renamed(route: Route, person: str, number: Mapping[str, str]) -> Route:
    steps = (replace(step, person=number.get(step.person or "")) for step in route.steps)
    return replace(route, person=person, steps=tuple(steps))
