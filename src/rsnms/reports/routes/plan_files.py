"""The plan of a municipality whole: as JSON, and as a workbook with a sheet for each list."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.listing import Listing, Row
from rsnms.reports.routes.plan import plan_listing
from rsnms.reports.routes.plan_lists import TITLES, PlanList
from rsnms.reports.routes.records import route_record
from rsnms.reports.routes.words import Offers
from rsnms.reports.workbook import Cell, Sheet, write_workbook
from rsnms.routes.municipality.plan import CommonPlan

_TITLE = Text("План маршрутов", "Plan of routes")
_NUMBERS = frozenset({"seats", "taken", "educators", "most", "hours", "steps", "deficits", "closed", "open", "number"})
_DAYS = frozenset({"begins", "ends", "ends_on"})
_LISTS = (PlanList.REQUEST, PlanList.WAITING, PlanList.OPEN, PlanList.PAIRS, PlanList.METHODISTS, PlanList.SEATS)


def plan_json(plan: CommonPlan, policy: Policy) -> Iterator[str]:
    """All of a plan as JSON, piece by piece; ``routes`` are the records of ``rsnms route``, one a line."""
    yield f'{{"policy": {_dumped(plan.policy)}, "on": {_dumped(plan.on.isoformat())},\n"routes": ['
    for number, route in enumerate(plan.routes):
        yield f"{',' if number else ''}\n{_dumped(route_record(route))}"
    yield "\n]"
    for which in _LISTS:
        yield f",\n{_dumped(str(which))}: {_dumped(plan_listing(plan, which, policy, 'en').records)}"
    yield "}\n"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


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
        if column.key in _DAYS and isinstance(value, str):
            yield date.fromisoformat(value)
        elif column.key == "cost" and isinstance(value, int | float):
            yield Decimal(str(value))
        else:
            yield value if column.key in _NUMBERS and isinstance(value, int) else cell
