"""The tables that list what each act holds, and which tables a passport has; written by ``make_tables.py``."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rsnms.domain.text import Text
from rsnms.monitoring.duties import duties
from rsnms.monitoring.tables import EVIDENCE, TABLES
from rsnms.policy.loading import load_policies
from rsnms.policy.system import Schedule
from rsnms.reports.indicator_words import target_words
from rsnms.reports.names import LEVELS, kind_words
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.wording import date_words
from rsnms.survey.coverage import coverage
from rsnms.survey.records import KINDS, records

ACTS = ("ru/altai/ust-koksa", "ru/volgograd", "ru/leningrad", "ru/yugra/megion", "ru/leningrad/kirovsk")
"""In the order of the source files."""
_VOCABULARY = ("fact", "criterion", "activity", "competency", "instrument")
EVERY = {
    "month": Text("каждый месяц"),
    "quarter": Text("каждый квартал"),
    "half-year": Text("каждое полугодие"),
    "year": Text("каждый год"),
}


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def statements(_: str) -> str:
    """How many elements of each kind the acts hold, and how much of each act they cover."""
    policies = {id_: load_policies()[id_].latest for id_ in ACTS}
    counts = {id_: Counter(one.kind for one in records(policy, own=True)) for id_, policy in policies.items()}
    kinds = [kind for kind in KINDS if any(counts[id_][kind] for id_ in ACTS) and kind not in _VOCABULARY]
    rows = [[kind_words(kind), *(str(counts[id_][kind] or "") for id_ in ACTS)] for kind in kinds]
    total = [str(sum(counts[id_][kind] for kind in kinds)) for id_ in ACTS]
    covered = [coverage(policy) for policy in policies.values()]
    return table(
        ("Вид элемента", *(f"`{id_}`" for id_ in ACTS)),
        [
            *rows,
            ["**всего**", *(f"**{number}**" for number in total)],
            ["пунктов в перечне", *(str(len(one.clauses)) for one in covered)],
            ["покрыто пунктов и позиций", *(f"{one.covered} из {one.total}" for one in covered)],
        ],
    )


def subjects(id_: str) -> str:
    """The subjects of an act with the number of their statements."""
    policy = load_policies()[id_].latest
    return table(
        ("Субъект", "Название", "Уровень", "Пункт", "Функций", "Прав", "Обязанностей"),
        (
            (
                f"`{one.id}`",
                one.title + ("" if one.in_structure else " (в структуре не назван)"),
                LEVELS[one.level].ru,
                clause_words(one.clause),
                *(str(len(stated) or "") for stated in (one.functions, one.rights, one.duties)),
            )
            for one in policy.subjects.values()
            if policy.sources["subjects"][one.id].origin == id_
        ),
    )


def indicators(id_: str) -> str:
    """The indicators of an act with their targets."""
    policy = load_policies()[id_].latest
    if not policy.indicators:
        return "Показателей в источнике не указано."
    return table(
        ("Показатель", "Название", "Пункт", "Цель"),
        (
            (f"`{one.id}`", one.title.ru, clause_words(one.clause), target_words(one.target, one))
            for one in policy.indicators.values()
        ),
    )


def obligations(id_: str) -> str:
    """The documents and obligations of an act with when they are due."""
    policy = load_policies()[id_].latest
    return table(
        ("Обязательство", "Название", "Пункт", "Кто отвечает", "Когда", "Сила"),
        (
            (
                f"`{duty.id}`",
                duty.title.ru,
                clause_words(duty.clause),
                ", ".join(policy.subjects[one].title for one in duty.responsible),
                _when(duty.schedule),
                MODALITIES[duty.modality].ru if duty.modality and not duty.is_binding else "",
            )
            for duty in duties(policy)
            if duty.origin == id_
        ),
    )


def _when(schedule: Schedule) -> str:
    said = [EVERY[schedule.every].ru] if schedule.every else []
    said += [f"до {date_words(schedule.due)}"] if schedule.due else []
    said += [f"«{schedule.date_note}»"] if schedule.date_note else []
    said += ["в каждом муниципалитете"] if schedule.for_each == "municipality" else []
    said += ["в каждой организации"] if schedule.for_each == "organisation" else []
    return ", ".join(said) or "срок не указан"


def readings(id_: str) -> str:
    """Where the text of an act is ambiguous, and how it is read."""
    policy = load_policies()[id_].latest
    return table(
        ("Пункт", "Элемент", "Чтение"),
        (
            (clause_words(one.clause), f"{kind_words(one.kind)}: {one.title.ru}", one.reading or "")
            for one in records(policy, own=True)
            if one.reading
        ),
    )


def passport(_: str) -> str:
    """The tables of a passport."""
    policy = load_policies()["ru"].latest
    rows = [
        (
            f"`{kind.name}`, {kind.title.ru}",
            "; ".join(fact.title.ru for fact in policy.facts_about(kind.about).values())
            if kind.name != "people"
            else "Таб. № и факты о человеке: [словарь](facts.ru.md)",
        )
        for kind in TABLES
    ]
    rows.append((f"`{EVIDENCE.name}`, {EVIDENCE.title.ru}", "Дата; Вид; Субъект; Название; Ссылка; Период"))
    return table(("Файл или лист", "Что в нём"), rows)


ACT_TABLES = {
    "statements": statements,
    "subjects": subjects,
    "indicators": indicators,
    "obligations": obligations,
    "readings": readings,
    "passport": passport,
}
"""The tables by the name under which pages ask for them."""
