"""What the commands about routes share: terms, a catalogue, people with their deficits, and how they are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rsnms.cli.options import a_day, fail, note
from rsnms.domain.offer import StudyForm
from rsnms.domain.text import Lang, Text

if TYPE_CHECKING:
    from rsnms.policy.model import Policy
    from rsnms.rosters.roster import Row
    from rsnms.routes.catalogue.catalogue import Catalogue
    from rsnms.routes.diagnostics.deficits import PersonDeficits
    from rsnms.routes.municipality.participants import Participant
    from rsnms.routes.planning.saved import SavedRoute
    from rsnms.routes.planning.terms import Terms

_MOST_ROUBLES = 10**12
_NO_OFFERS = Text("{file}: в каталоге нет ни одного годного предложения", "{file}: the catalogue has no sound offer")
_STRANGERS = Text("В диагностике есть те, кого нет в списке: {ids}", "Diagnosed, but not in the roster: {ids}")
_NOT_DIAGNOSED = Text("Без результатов диагностики на этот день: {number}", "Without results on that day: {number}")
_NAMED = 10
_MOST_HOURS = 100_000
_LAST_YEAR = 9000
_MOST_YEARS = 10
"""How long a period can be: a mistyped year is told, not planned."""


def _roubles(text: str) -> Decimal:
    try:
        amount = Decimal("".join(text.split()).replace(",", "."))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or not 0 <= amount < _MOST_ROUBLES or amount != round(amount, 2):
        raise typer.BadParameter(f"'{text}' is no amount in roubles; expected 0 or more, such as 15000 or 7500,50")
    return amount


CatalogueOption = Annotated[
    Path, typer.Option("--catalogue", "-c", metavar="FILE", help="The catalogue: .yaml, .xlsx, .xls, .csv, .parquet.")
]
DiagnosesOption = Annotated[
    Path | None,
    typer.Option("--diagnoses", "-d", metavar="FILE", help="Results of diagnostics: .xlsx, .xls, .csv or .parquet."),
]
PeopleOption = Annotated[
    Path | None,
    typer.Option("--roster", "-r", metavar="FILE", help="What is known of people: .xlsx, .xls, .csv or .parquet."),
]
InstrumentOption = Annotated[
    str | None, typer.Option("--instrument", metavar="ID", help="The instrument of results that name none.")
]
UntilOption = Annotated[
    date | None,
    typer.Option("--until", parser=a_day, metavar="DATE", help="Last day of the period; a year from --on by default."),
]
HoursOption = Annotated[
    int | None, typer.Option("--hours", min=0, max=_MOST_HOURS, help="At most so many hours in total.")
]
MonthlyOption = Annotated[
    int | None, typer.Option("--hours-a-month", min=0, max=_MOST_HOURS, help="At most so many hours a month.")
]
CostOption = Annotated[
    Decimal | None,
    typer.Option("--cost", parser=_roubles, metavar="ROUBLES", help="At most so much in total, for one person."),
]
FormsOption = Annotated[list[StudyForm] | None, typer.Option("--form", help="Only offers in this form.")]
PlacesOption = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help="Only sessions at this place, at no place or at a distance."),
]


def terms_of(
    on: date,
    until: date | None,
    *,
    hours: int | None,
    hours_a_month: int | None,
    cost: Decimal | None,
    forms: Iterable[StudyForm] | None,
    places: Iterable[str] | None,
    before: "SavedRoute | None" = None,
) -> "Terms":
    """The terms that options state; what they leave open is as in the route made before, if there is one.

    A period that ends before it begins, or that nobody can mean, ends the command.
    """
    from rsnms.routes.planning.replanning import terms_left
    from rsnms.routes.planning.terms import Terms

    if on.year > _LAST_YEAR:
        fail(f"--on {on} is beyond the year {_LAST_YEAR}")
    if until is not None and until < on:
        fail(f"--until {until} is before --on {on}")
    if (until or on).year - on.year > _MOST_YEARS:
        fail(f"--until {until} is more than {_MOST_YEARS} years after --on {on}")
    base = Terms(begins=on) if before is None else terms_left(before, on)
    return Terms(
        begins=on,
        until=until or base.until,
        hours=base.hours if hours is None else hours,
        hours_a_month=base.hours_a_month if hours_a_month is None else hours_a_month,
        cost=base.cost if cost is None else cost,
        forms=frozenset(forms or ()) or base.forms,
        places=frozenset(places or ()) or base.places,
    )


def note_unknown_places(places: Iterable[str] | None, catalogue: "Catalogue", lang: Lang) -> None:
    """Say on standard error at which of the places no session is held, with the nearest one."""
    from rsnms.policy.problems import nearest

    known = {
        one.place.casefold(): one.place for offer in catalogue.offers.values() for one in offer.sessions if one.place
    }
    for place in places or ():
        if place.casefold() not in known:
            guess = nearest(place, known.values())
            said = f"No session is held at «{place}»." if lang == "en" else f"В каталоге нет сессий в месте «{place}»."
            maybe = "Perhaps" if lang == "en" else "Возможно"
            note(f"{said} {maybe}: «{guess}»." if guess else said)


def note_other_policies(routes: "Iterable[SavedRoute]", policy: "Policy", lang: Lang) -> None:
    """Say on standard error by which other policies saved routes were made."""
    for other in sorted({one.policy for one in routes} - {policy.id}):
        said = (
            f"Routes made by {other}, not by {policy.id}" if lang == "en" else f"Есть маршруты, составленные по {other}"
        )
        note(f"{said}." if lang == "en" else f"{said}, а не по {policy.id}.")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where people and what diagnostics found of them are read from."""

    roster: Path | None
    diagnoses: Path | None
    mapping: Path | None = None
    sheet: str | None = None
    id_column: str | None = None
    as_of: date | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class RouteInputs:
    """What was read, and whether everything of it counts."""

    policy: "Policy"
    catalogue: "Catalogue"
    people: "Mapping[str, Participant]"
    as_of: date
    is_whole: bool


def read_route_inputs(
    policy: str, catalogue: Path, sources: Sources, on: date, folders: Iterable[Path], lang: Lang
) -> RouteInputs:
    """Read a policy, a catalogue, a roster and results, and say on standard error what does not count."""
    from rsnms.policy.loading import load_policies
    from rsnms.routes.catalogue.catalogue import read_catalogue

    applying = load_policies(*folders)[policy].on(on)
    offers = read_catalogue(catalogue, competencies=applying.competencies)
    _note_file(catalogue, (problem.text(lang) for problem in (*offers.problems, *offers.notes)))
    if not offers.offers:
        fail(_NO_OFFERS.in_(lang).format(file=catalogue))
    people, as_of, is_whole = _people(applying, sources, on, lang)
    return RouteInputs(applying, offers, people, as_of, is_whole and not offers.problems)


def _people(policy: "Policy", sources: Sources, on: date, lang: Lang) -> "tuple[Mapping[str, Participant], date, bool]":
    from rsnms.cli.people import report
    from rsnms.domain.fact import About
    from rsnms.rosters.problems import Severity
    from rsnms.rosters.roster import read_roster
    from rsnms.routes.diagnostics.deficits import find_deficits
    from rsnms.routes.diagnostics.diagnoses import read_diagnoses
    from rsnms.routes.municipality.participants import join

    if sources.roster is None and sources.diagnoses is None:
        fail("name the people: --roster, --diagnoses, or both")
    found: tuple[PersonDeficits, ...] = ()
    rows: tuple[Row, ...] = ()
    as_of, is_whole = sources.as_of or on, True
    if sources.diagnoses is not None:
        read = read_diagnoses(sources.diagnoses, policy, instrument=sources.instrument)
        _note_file(sources.diagnoses, (said.text(lang) for said in (*read.problems, *read.notes)))
        found, is_whole = find_deficits(read.results, on), not read.problems
    if sources.roster is not None:
        roster = read_roster(
            sources.roster,
            list(policy.facts_about(About.PERSON).values()),
            mapping=sources.mapping,
            sheet=sources.sheet,
            id_column=sources.id_column,
            as_of=sources.as_of,
        )
        report(roster, lang)
        rows, as_of = roster.rows, sources.as_of or roster.as_of or on
        wrong = any(problem.severity is Severity.ERROR for problem in roster.problems)
        is_whole = is_whole and not wrong and not any(roster.errors)
    people = join(rows, found, as_of, competencies=policy.competencies)
    _note_strangers(people, sources, lang)
    return people, as_of, is_whole


def _note_file(file: Path, messages: Iterable[str]) -> None:
    """Say what is wrong in one of several files, by its name where the message does not begin with it."""
    for message in messages:
        note(message if message.startswith(str(file)) else f"{file.name}: {message}")


def _note_strangers(people: "Mapping[str, Participant]", sources: Sources, lang: Lang) -> None:
    """Say who was diagnosed and is not in the roster."""
    strangers = [one.id for one in people.values() if not one.is_listed]
    if sources.roster is not None and strangers:
        named = ", ".join(strangers[:_NAMED]) + (" …" if len(strangers) > _NAMED else "")
        note(_STRANGERS.in_(lang).format(ids=named))


def note_not_diagnosed(people: "Mapping[str, Participant]", lang: Lang) -> None:
    """Say of how many people there are no results."""
    if number := sum(not one.assessed for one in people.values()):
        note(_NOT_DIAGNOSED.in_(lang).format(number=number))
