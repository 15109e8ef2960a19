"""``rsnms route``: the individual educational routes of people."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
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
    a_day,
    fail,
    note,
    show_listing,
    today,
    write_out,
)
from rsnms.cli.people import IdColumnOption, MappingOption, SheetOption
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
    RouteInputs,
    Sources,
    UntilOption,
    note_other_policies,
    note_unknown_places,
    read_route_inputs,
    terms_of,
)
from rsnms.domain.text import Lang, Text

if TYPE_CHECKING:
    from rsnms.routes.municipality.participants import Participant
    from rsnms.routes.planning.planner import Planner
    from rsnms.routes.planning.route import Route
    from rsnms.routes.planning.saved import SavedRoute
    from rsnms.routes.planning.terms import Terms


class RouteFormat(StrEnum):
    """Formats of routes."""

    DOC = "doc"
    """The document that a methodist hands over."""
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    XLSX = "xlsx"


def route(
    persons: Annotated[list[str], typer.Argument(metavar="PERSON...", help="Ids of people.", show_default=False)],
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
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="Routes made before, in JSON: plan again and compare. Terms that are not stated anew stay.",
        ),
    ] = None,
    done: Annotated[
        list[str] | None,
        typer.Option("--done", metavar="STEP[=DATE]", help="A step of the previous route that is done."),
    ] = None,
    instrument: InstrumentOption = None,
    as_of: AsOfOption = None,
    mapping: MappingOption = None,
    sheet: SheetOption = None,
    id_column: IdColumnOption = None,
    output: Annotated[RouteFormat, typer.Option("--format", help="Format of the routes.")] = RouteFormat.DOC,
    out: OutOption = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Without what is known of the person.")] = False,
    folders: PoliciesOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when a part of the input does not count.")
    ] = False,
    lang: LangOption = "ru",
) -> None:
    """Make the individual educational routes of people: what to learn, when, who is responsible, and why.

    A deficit that stays open is no error: the exit code is 0. It is told with the reason and what would help.
    """
    from rsnms.reports.routes.anonymity import anonymous_routes
    from rsnms.reports.routes.lists import routes_summary
    from rsnms.routes.planning.planner import Planner

    day = on or today()
    if output is RouteFormat.XLSX and out is None:
        fail("--format xlsx needs a file: --out routes.xlsx")
    if done and previous is None:
        fail("--done names steps of a route made before: --previous routes.json")
    sources = Sources(roster, diagnoses, mapping, sheet, id_column, as_of, instrument)
    inputs = read_route_inputs(policy, catalogue, sources, day, folders or [], lang)
    note_unknown_places(places, inputs.catalogue, lang)
    stated = partial(
        terms_of, day, until, hours=hours, hours_a_month=hours_a_month, cost=cost, forms=forms, places=places
    )
    chosen = [_known(id_, inputs) for id_ in dict.fromkeys(persons)]
    if previous is None:
        planner = Planner(inputs.policy, inputs.catalogue, stated())
        routes = [planner.plan(one.profile, one.deficits) for one in chosen]
    else:
        again = _Again(inputs, stated, previous, dict(map(_done, done or [])), lang)
        routes = list(again.routes(chosen, anonymous=anonymous))
    if anonymous and output is not RouteFormat.DOC:
        routes = anonymous_routes(routes)
    _write(routes, inputs, output, out, lang, anonymous=anonymous)
    note(routes_summary(routes, lang))
    if strict and not inputs.is_whole:
        raise typer.Exit(FINDINGS)


def _known(id_: str, inputs: RouteInputs) -> "Participant":
    from rsnms.policy.model import UnknownNameError

    if id_ not in inputs.people:
        raise UnknownNameError(Text("человека", "person"), id_, inputs.people)
    return inputs.people[id_]


class _Again:
    """Plans anew what is left of routes made before, and says what changed."""

    def __init__(
        self,
        inputs: RouteInputs,
        stated: "Callable[..., Terms]",
        previous: Path,
        done: "Mapping[str, date | None]",
        lang: Lang,
    ) -> None:
        from rsnms.routes.planning.saved import read_routes

        self._inputs, self._stated, self._previous, self._done, self._lang = inputs, stated, previous, done, lang
        self._before: dict[str, SavedRoute] = {}
        for one in read_routes(previous):
            if one.person in self._before:
                fail(f"{previous}: several routes of {one.person}; leave the one to plan again")
            if one.person is not None:
                self._before[one.person] = one
        self._planners: dict[Terms, Planner] = {}

    def routes(self, people: "Sequence[Participant]", *, anonymous: bool) -> "Iterator[Route]":
        from rsnms.policy.model import UnknownNameError
        from rsnms.reports.routes.changes import changes_words
        from rsnms.routes.planning.comparison import compare_routes
        from rsnms.routes.planning.replanning import UnknownStepError, deficits_since, replan

        for one in people:
            if one.id not in self._before:
                raise UnknownNameError(Text("человека", "person"), one.id, self._before, str(self._previous))
        known = [step.id for one in people for step in self._before[one.id].steps]
        if unknown := [id_ for id_ in self._done if id_ not in known]:
            raise UnknownStepError(unknown, list(dict.fromkeys(known)))
        note_other_policies((self._before[one.id] for one in people), self._inputs.policy, self._lang)
        for number, one in enumerate(people, 1):
            before = self._before[one.id]
            planner = self._planner(self._stated(before=before))
            steps = {step.id for step in before.steps}
            done = {id_: day for id_, day in self._done.items() if id_ in steps}
            deficits = deficits_since(before, one.assessed, one.deficits)
            again = replan(planner, before, one.profile, done=done, deficits=deficits)
            if len(people) > 1:
                note(f"{number if anonymous else one.id}:")
            for line in _over(before, done, planner.terms.begins, self._lang):
                note(line)
            for line in changes_words(compare_routes(before, again), planner.policy, self._lang):
                note(line)
            yield again

    def _planner(self, terms: "Terms") -> "Planner":
        from rsnms.routes.planning.planner import Planner

        if terms not in self._planners:
            self._planners[terms] = Planner(self._inputs.policy, self._inputs.catalogue, terms)
        return self._planners[terms]


_OVER = Text(
    "{step}: закончился {day:%d.%m.%Y} и не отмечен пройденным; если пройден, добавьте --done {step}",
    "{step}: ended on {day} and is not told to be done; if it is, add --done {step}",
)


def _over(before: "SavedRoute", done: "Mapping[str, date | None]", today: date, lang: Lang) -> "Iterator[str]":
    """The steps of offers that should be done by now."""
    for step in before.steps:
        if step.offer is not None and step.status == "planned" and step.ends < today and step.id not in done:
            yield _OVER.in_(lang).format(step=step.id, day=step.ends)


def _done(text: str) -> "tuple[str, date | None]":
    step, equals, day = text.partition("=")
    return step, a_day(day) if equals else None


def _write(
    routes: "list[Route]",
    inputs: RouteInputs,
    output: RouteFormat,
    out: Path | None,
    lang: Lang,
    *,
    anonymous: bool,
) -> None:
    from rsnms.reports.listing import ListFormat
    from rsnms.reports.routes.document import route_document
    from rsnms.reports.routes.lists import brief_listing, steps_listing
    from rsnms.reports.routes.records import route_record
    from rsnms.reports.routes.workbook import route_workbook

    policy, offers = inputs.policy, inputs.catalogue.offers
    match output:
        case RouteFormat.DOC:
            documents = (
                route_document(
                    one,
                    policy,
                    lang,
                    person_facts=inputs.people[one.person or ""].profile.sources,
                    anonymous=anonymous,
                    is_diagnosed=bool(one.deficits or inputs.people[one.person or ""].assessed),
                    offers=offers,
                )
                for one in routes
            )
            write_out("\n\n".join(documents), out)
        case RouteFormat.JSON:
            write_out(json.dumps([route_record(one) for one in routes], ensure_ascii=False, indent=2), out)
        case RouteFormat.XLSX if out is not None:
            route_workbook(out, routes, policy, lang, offers=offers, anonymous=anonymous)
        case RouteFormat.TABLE:
            show_listing(brief_listing(routes, policy, lang), ListFormat.TABLE, out)
        case _:
            show_listing(steps_listing(routes, policy, lang), ListFormat(output), out)
