"""The plan of a municipality whole: as one record, and as a workbook with a sheet for each list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.common_plan import TITLES, PlanList, plan_listing
from rsnms.reports.listing import Listing, Row
from rsnms.reports.route_records import route_record
from rsnms.reports.route_words import Offers
from rsnms.reports.workbook import Cell, Sheet, write_workbook
from rsnms.routes.common_plan import CommonPlan

_TITLE = Text("План маршрутов", "Plan of routes")
_NUMBERS = frozenset({"seats", "taken", "educators", "most", "hours", "steps", "deficits", "closed", "open", "number"})
_LISTS = (PlanList.REQUEST, PlanList.WAITING, PlanList.PAIRS, PlanList.METHODISTS, PlanList.SEATS)


def plan_record(plan: CommonPlan, policy: Policy) -> dict[str, Any]:
    """All of a plan for machines; ``routes`` are the records of ``rsnms route``."""
    record: dict[str, Any] = {
        "policy": plan.policy,
        "on": plan.on.isoformat(),
        "routes": [route_record(route) for route in plan.routes],
    }
    return record | {str(which): plan_listing(plan, which, policy, "en").records for which in _LISTS}


def plan_workbook(
    path: Path, plan: CommonPlan, policy: Policy, lang: Lang = "ru", *, offers: Offers | None = None
) -> None:
    """Write all lists of a plan to a workbook; numbers are numbers, and no text becomes a formula.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    sheets = (
        _sheet(TITLES[which].in_(lang), plan_listing(plan, which, policy, lang, offers=offers)) for which in PlanList
    )
    write_workbook(path, _TITLE.in_(lang), sheets)


def _sheet(name: str, listing: Listing) -> Sheet:
    columns = [(column.heading.in_(listing.lang), column.width) for column in listing.columns]
    return Sheet(name, columns, (list(_cells(listing, row)) for row in listing.rows))


def _cells(listing: Listing, row: Row) -> Iterator[Cell]:
    for column, cell in zip(listing.columns, row.cells, strict=True):
        value = row.record.get(column.key)
        yield value if column.key in _NUMBERS and isinstance(value, int) else cell
