"""The gaps of a policy as a list; activities that nobody performs stand together in what people read."""

from collections.abc import Iterator, Sequence

from rsnms.domain.text import Lang, Text, Unit
from rsnms.reports.listing import Column, Listing, Row
from rsnms.reports.names import kind_words
from rsnms.rules.narrative import clause_words
from rsnms.rules.wording import count_words, list_words
from rsnms.survey.gaps import Gap, GapCode

_COLUMNS = (
    Column("code", Text("Код", "Code"), 30),
    Column("kind", Text("Вид", "Kind"), 18),
    Column("id", Text("Имя", "Id"), 28),
    Column("title", Text("Название", "Title"), 50),
    Column("clauses", Text("Пункты", "Clauses"), 16),
    Column("subjects", Text("Субъекты", "Subjects"), 40),
    Column("inherited_from", Text("Унаследовано от", "Inherited from"), 20),
    Column("text", Text("Пояснение", "Explanation"), 60),
)
_FOR_READERS = (_COLUMNS[3], _COLUMNS[4], _COLUMNS[7], _COLUMNS[0])
_NOBODY = Text("Эти виды деятельности никто не ведёт", "Nobody performs these activities")
_GAPS = Unit("пробел", "пробела", "пробелов", ("gap", "gaps"))
_ACTIVITIES = Unit("вид деятельности", "вида деятельности", "видов деятельности", ("activity", "activities"))


def gaps_listing(found: Sequence[Gap], lang: Lang = "ru") -> Listing:
    """The gaps for machines, one a row."""
    return Listing(_COLUMNS, [Row(gap.as_record(lang), ()) for gap in found], lang)


def gaps_table(found: Sequence[Gap], lang: Lang = "ru") -> Listing:
    """The gaps for people: the activities that nobody performs in one row, everything else one a row."""
    return Listing(_FOR_READERS, list(_rows(found, lang)), lang)


def _rows(found: Sequence[Gap], lang: Lang) -> Iterator[Row]:
    unperformed = [gap for gap in found if gap.code is GapCode.UNPERFORMED]
    if unperformed:
        titles = list_words(gap.element.title.in_(lang) for gap in unperformed)
        count = count_words(len(unperformed), _ACTIVITIES, lang)
        yield Row({}, (f"{count}: {titles}", "", _NOBODY.in_(lang), str(GapCode.UNPERFORMED)))
    for gap in found:
        if gap.code is not GapCode.UNPERFORMED:
            title = f"{kind_words(gap.element.kind, lang)}: {gap.element.title.in_(lang)}"
            clauses = ", ".join(clause_words(clause, lang) for clause in gap.clauses)
            yield Row({}, (title, clauses, gap.text(lang), str(gap.code)))


def gaps_summary(policy: str, found: Sequence[Gap], lang: Lang = "ru") -> str:
    """How many gaps there are, in one line."""
    if not found:
        return f"{policy}: пробелов нет" if lang == "ru" else f"{policy}: no gaps"
    return f"{policy}: {count_words(len(found), _GAPS, lang)}"
