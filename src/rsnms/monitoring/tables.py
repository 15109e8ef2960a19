"""The tables of a passport (паспорт системы): what each holds, how its file or sheet is called, whose its rows are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rsnms.domain.fact import About
from rsnms.domain.text import Text

ID = "id"
"""The column with the ids of persons, to which records refer."""


@dataclass(frozen=True, slots=True)
class TableKind:
    """A kind of table."""

    name: str
    """The name of the file or sheet, in English."""
    about: About
    title: Text
    """Its Russian title is a name of the file or sheet, too."""
    key: str | None = None
    """The fact that names the person of a record."""
    places: Mapping[About, str] = field(default_factory=dict, hash=False)
    """The facts that name the municipality and the organisation of a row."""


_PERSON_PLACES = {About.MUNICIPALITY: "municipality", About.ORGANISATION: "organisation"}
TABLES = (
    TableKind("people", About.PERSON, Text("Педагоги", "People"), places=_PERSON_PLACES),
    TableKind("diagnoses", About.DIAGNOSIS, Text("Диагностики", "Diagnoses"), key="diagnosis_person"),
    TableKind("routes", About.ROUTE, Text("Маршруты", "Routes"), key="route_person"),
    TableKind("trainings", About.TRAINING, Text("Обучение", "Trainings"), key="training_person"),
    TableKind(
        "teams",
        About.TEAM,
        Text("Команды", "Teams"),
        places={About.MUNICIPALITY: "team_municipality", About.ORGANISATION: "team_organisation"},
    ),
    TableKind("programmes", About.PROGRAMME, Text("Программы", "Programmes")),
    TableKind(
        "methodists",
        About.METHODIST,
        Text("Методисты", "Methodists"),
        places={About.MUNICIPALITY: "methodist_municipality"},
    ),
    TableKind(
        "organisations",
        About.ORGANISATION,
        Text("Организации", "Organisations"),
        places={About.MUNICIPALITY: "organisation_municipality", About.ORGANISATION: "organisation_name"},
    ),
    TableKind(
        "municipalities",
        About.MUNICIPALITY,
        Text("Муниципалитеты", "Municipalities"),
        places={About.MUNICIPALITY: "municipality_name"},
    ),
)
TABLE_OF = {kind.about: kind for kind in TABLES}
EVIDENCE = TableKind("evidence", About.MUNICIPALITY, Text("Свидетельства", "Evidence"))
"""Documents and events; read as evidence, not as facts."""


def table_named(name: str) -> TableKind | None:
    """The kind of table that a file or a sheet of a name holds."""
    said = name.strip().casefold()
    return next((kind for kind in (*TABLES, EVIDENCE) if said in _names(kind)), None)


def _names(kind: TableKind) -> tuple[str, ...]:
    return (kind.name, kind.title.ru.casefold(), kind.title.in_("en").casefold())


def table_names() -> tuple[str, ...]:
    """All names under which tables are found."""
    return tuple(name for kind in (*TABLES, EVIDENCE) for name in (kind.name, kind.title.ru))
