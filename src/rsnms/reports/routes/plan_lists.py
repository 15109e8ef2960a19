"""The lists of which a plan consists, by name."""

from enum import StrEnum

from rsnms.domain.text import Text


class PlanList(StrEnum):
    """The lists of a plan."""

    ROUTES = "routes"
    STEPS = "steps"
    REQUEST = "request"
    """Заявка на программы."""
    WAITING = "waiting"
    OPEN = "open"
    PAIRS = "pairs"
    METHODISTS = "methodists"
    SEATS = "seats"


TITLES = {
    PlanList.ROUTES: Text("Маршруты", "Routes"),
    PlanList.STEPS: Text("Шаги", "Steps"),
    PlanList.REQUEST: Text("Заявка на программы", "Request for programmes"),
    PlanList.WAITING: Text("Без места", "Without a seat"),
    PlanList.OPEN: Text("Не закрыто", "Left open"),
    PlanList.PAIRS: Text("Наставники", "Mentors"),
    PlanList.METHODISTS: Text("Методисты", "Methodists"),
    PlanList.SEATS: Text("Места", "Seats"),
}
