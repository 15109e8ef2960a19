"""``rsnms plan``: the routes of many people over shared seats, with mentors and methodists."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import (
    FINDINGS,
    AsOfOption,
    LangOption,
    OnOption,
    OutOption,
    PoliciesOption,
    PolicyOption,
    fail,
    note,
    show_listing,
    today,
    write_pieces,
)
from rsnms.cli.people import IdColumnOption, MappingOption, SheetOption, with_progress
from rsnms.cli.route_inputs import (
    CatalogueOption,
    CostOption,
    DiagnosesOption,
    FormsOption,
    HoursOption,
    InstrumentOption,
    MonthlyOption,
    PeopleOption,
    PlacesOption,
    Sources,
    UntilOption,
    note_not_diagnosed,
    note_unknown_places,
    read_route_inputs,
    terms_of,
)
from rsnms.domain.text import Text
from rsnms.reports.routes.plan_lists import PlanList

if TYPE_CHECKING:
    from rsnms.routes.municipality.participants import Participant


class PlanFormat(StrEnum):
    """Formats of a plan; JSON and Excel hold all its lists."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    XLSX = "xlsx"


def plan(
    policy: PolicyOption,
    catalogue: CatalogueOption,
    on: OnOption = None,
    diagnoses: DiagnosesOption = None,
    roster: PeopleOption = None,
    until: UntilOption = None,
    hours: HoursOption = None,
    hours_a_month: MonthlyOption = None,
    cost: CostOption = None,
    forms: FormsOption = None,
    places: PlacesOption = None,
    load: Annotated[int, typer.Option("--mentees", min=0, help="At most so many mentees of a mentor.")] = 3,
    most: Annotated[int, typer.Option("--educators", min=0, help="At most so many educators of a methodist.")] = 250,
    instrument: InstrumentOption = None,
    as_of: AsOfOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = None,
    id_column: IdColumnOption = None,
    which: Annotated[
        PlanList, typer.Option("--list", help="The list to show; JSON and Excel hold all.")
    ] = PlanList.ROUTES,
    output: Annotated[PlanFormat, typer.Option("--format", help="Format of the plan.")] = PlanFormat.TABLE,
    out: OutOption = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Running numbers in the place of ids of people.")
    ] = False,
    folders: PoliciesOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when some input does not count.")] = False,
    lang: LangOption = "ru",
) -> None:
    """Plan the routes of everybody in a roster: seats are shared, mentors and methodists found among the people.

    Those with the most severe deficits come first, then those whose deficits were found earlier, then by id. Who stays
    without a seat and what the catalogue lacks is listed; neither is an error, and the exit code is 0.
    """
    from rsnms.reports.listing import ListFormat
    from rsnms.reports.routes.anonymity import anonymous_plan
    from rsnms.reports.routes.plan import brief_plan_listing, plan_listing, plan_summary
    from rsnms.reports.routes.plan_files import plan_json, plan_workbook
    from rsnms.routes.municipality.planning import plan_together
    from rsnms.routes.planning.planner import Planner

    day = on or today()
    if output is PlanFormat.XLSX and out is None:
        fail("--format xlsx needs a file: --out plan.xlsx")
    sources = Sources(roster, diagnoses, mapping, sheet, id_column, as_of, instrument)
    inputs = read_route_inputs(policy, catalogue, sources, day, folders or [], lang)
    note_unknown_places(places, inputs.catalogue, lang)
    note_not_diagnosed(inputs.people, lang)
    terms = terms_of(day, until, hours=hours, hours_a_month=hours_a_month, cost=cost, forms=forms, places=places)

    def track(people: "Sequence[Participant]") -> "Iterable[Participant]":
        return with_progress(people, len(people), lang, _LABEL, _LONG)

    planner = Planner(inputs.policy, inputs.catalogue, terms)
    planned = plan_together(planner, inputs.people.values(), load=load, most=most, track=track)
    if anonymous:
        planned = anonymous_plan(planned)
    offers = inputs.catalogue.offers
    match output:
        case PlanFormat.JSON:
            write_pieces(plan_json(planned, inputs.policy), out)
        case PlanFormat.XLSX if out is not None:
            plan_workbook(out, planned, inputs.policy, lang, offers=offers)
        case PlanFormat.TABLE:
            listing = brief_plan_listing(planned, which, inputs.policy, lang, offers=offers)
            show_listing(listing, ListFormat.TABLE, out)
        case _:
            listing = plan_listing(planned, which, inputs.policy, lang, offers=offers)
            show_listing(listing, ListFormat(output), out)
    note(plan_summary(planned, lang))
    if strict and not inputs.is_whole:
        raise typer.Exit(FINDINGS)


_LABEL = Text("Маршруты", "Routes")
_LONG = 200
"""People from which on progress is shown: a route takes some milliseconds."""
