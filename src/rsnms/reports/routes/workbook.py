"""Routes as a workbook: people, steps, what stays open, grounds, and hours by month."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.routes.basis import because_words, cited_words, requirements_of
from rsnms.reports.routes.lists import ROUTE_COLUMNS, STEP_COLUMNS, route_numbers, steps_listing, yes_no
from rsnms.reports.routes.reasons import reason_words
from rsnms.reports.routes.remedies import remedies_words
from rsnms.reports.routes.words import MEASURES, Offers, competency_title, month_words, subject_title
from rsnms.reports.workbook import Cell, Sheet, write_workbook
from rsnms.routes.planning.route import Route
from rsnms.rules.wording import capitalised

_TITLE = Text("Индивидуальные образовательные маршруты", "Individual educational routes")
_NAMES = {
    "routes": Text("Маршруты", "Routes"),
    "steps": Text("Шаги", "Steps"),
    "open": Text("Не закрыто", "Left open"),
    "basis": Text("Основания", "Grounds"),
    "pace": Text("Темп", "Pace"),
}
_WHO = (Text("Кто", "Who"), 14)
_OPEN = (
    _WHO,
    (Text("Компетенция", "Competency"), 40),
    (Text("Тяжесть", "Severity"), 12),
    (Text("Диагностика", "Diagnosed on"), 14),
    (Text("Почему", "Why"), 60),
    (Text("Что поможет", "What would help"), 60),
)
_BASIS = (
    _WHO,
    (Text("Мера", "Measure"), 30),
    (Text("Правило", "Rule"), 50),
    (Text("Пункт и сила", "Clause and force"), 40),
    (Text("Компетенция", "Competency"), 30),
    (Text("Кто обеспечивает", "Provided by"), 40),
    (Text("Выполняется", "Kept"), 14),
    (Text("Цепочка", "Chain"), 80),
)
_TOTAL = (Text("Всего", "Total"), 10)
_MONTH_WIDTH = 16


def route_workbook(
    path: Path,
    routes: Iterable[Route],
    policy: Policy,
    lang: Lang = "ru",
    *,
    offers: Offers | None = None,
    anonymous: bool = False,
) -> None:
    """Write routes of one policy to a workbook; numbers and dates are such, no text becomes a formula.

    With ``anonymous`` the facts of people are told by their titles alone; their ids are those of the routes.

    Raises:
        LibraryMissingError: the library that writes workbooks is not installed.
        OSError: the file cannot be written.
    """
    listed = tuple(routes)
    sheets = (_routes(listed, lang), _steps(listed, policy, lang), _open(listed, policy, lang, offers))
    write_workbook(path, _TITLE.in_(lang), (*sheets, _basis(listed, policy, lang, anonymous), _pace(listed, lang)))


def _sheet(name: str, columns: Iterable[tuple[Text, int]], rows: Iterable[Sequence[Cell]], lang: Lang) -> Sheet:
    return Sheet(_NAMES[name].in_(lang), [(heading.in_(lang), width) for heading, width in columns], list(rows))


def _routes(routes: Sequence[Route], lang: Lang) -> Sheet:
    columns = [(column.heading, column.width) for column in ROUTE_COLUMNS]
    rows = (
        [yes_no(cell, lang) if isinstance(cell, bool) else cell for cell in route_numbers(route).values()]
        for route in routes
    )
    return _sheet("routes", columns, rows, lang)


def _steps(routes: Sequence[Route], policy: Policy, lang: Lang) -> Sheet:
    """The listing of steps, with its days and numbers typed."""
    columns = [(column.heading, column.width) for column in STEP_COLUMNS]
    typed: dict[str, Callable[[str | int], Cell]] = {
        "number": int,
        "hours": int,
        "begins": lambda day: date.fromisoformat(str(day)),
        "ends": lambda day: date.fromisoformat(str(day)),
    }
    rows = (
        [
            typed[column.key](row.record[column.key]) if column.key in typed else cell
            for column, cell in zip(STEP_COLUMNS, row.cells, strict=True)
        ]
        for row in steps_listing(routes, policy, lang).rows
    )
    return _sheet("steps", columns, rows, lang)


def _open(routes: Sequence[Route], policy: Policy, lang: Lang, offers: Offers | None) -> Sheet:
    rows = (
        (
            route.person,
            competency_title(left.deficit.competency, policy, lang),
            SEVERITIES[left.deficit.severity].in_(lang),
            left.deficit.found_on,
            reason_words(left, lang),
            "\n".join(remedies_words(left, route.terms, policy, lang, offers=offers)),
        )
        for route in routes
        for left in route.uncovered
    )
    return _sheet("open", _OPEN, rows, lang)


def _basis(routes: Sequence[Route], policy: Policy, lang: Lang, anonymous: bool) -> Sheet:
    rows = (row for route in routes for row in _grounds(route, policy, lang, anonymous))
    return _sheet("basis", _BASIS, rows, lang)


def _grounds(route: Route, policy: Policy, lang: Lang, anonymous: bool) -> Iterator[Sequence[Cell]]:
    unkept = {(one.requirement.rule.id, one.requirement.deficit) for one in route.unkept}
    for one in requirements_of(route, policy):
        yield (
            route.person,
            capitalised(MEASURES[one.measure].in_(lang)),
            one.rule.title.in_(lang),
            cited_words(one.rule, policy, lang),
            competency_title(one.deficit.competency, policy, lang) if one.deficit else None,
            subject_title(one.by, policy) if one.by else None,
            yes_no((one.rule.id, one.deficit) not in unkept, lang),
            because_words(one, policy, lang, anonymous=anonymous),
        )


def _pace(routes: Sequence[Route], lang: Lang) -> Sheet:
    months = sorted({month for route in routes for month in route.pace})
    columns = [_WHO, _TOTAL, *((Text(month_words(month, lang)), _MONTH_WIDTH) for month in months)]
    rows = ([route.person, route.hours, *(route.pace.get(month) for month in months)] for route in routes)
    return _sheet("pace", columns, rows, lang)
