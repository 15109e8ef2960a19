"""The cheapest placing of seekers that can all be placed: a flow of least cost, by OR-Tools."""

from rsnms.domain.extras import need
from rsnms.routes.pairs.pairing_problem import Posed, members


def cheapest(posed: Posed) -> list[dict[int, int]]:
    """How many seekers of each kind go to which helper, at the least sum of ranks, then with the evenest loads.

    Raises:
        LibraryMissingError: OR-Tools is not installed; the message says how to install it.
    """
    flow = need("ortools.graph.python.min_cost_flow", "routes").SimpleMinCostFlow()
    sink, step = len(posed.kinds), posed.step
    taken = []
    for kind, ranks in enumerate(posed.kinds):
        flow.set_node_supply(kind, posed.supplies[kind])
        for rank, helpers in ranks:
            for helper in members(helpers) if posed.supplies[kind] else ():
                room = min(posed.supplies[kind], posed.places[helper])
                arc = flow.add_arc_with_capacity_and_unit_cost(kind, sink + 1 + helper, room, rank * step)
                taken.append((arc, kind, helper))
    for helper, places in enumerate(posed.places):
        for place in range(1, places + 1):
            flow.add_arc_with_capacity_and_unit_cost(sink + 1 + helper, sink, 1, posed.cost_of_load(place))
    flow.set_node_supply(sink, -sum(posed.supplies))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the flow of least cost is called {status}, though everybody can be placed")
    placed: list[dict[int, int]] = [{} for _ in posed.kinds]
    for arc, kind, helper in taken:
        if amount := flow.flow(arc):
            placed[kind][helper] = amount
    return placed
