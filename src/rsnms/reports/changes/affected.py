"""Who of a roster is affected by a change, as a list in every format; people stand there by row and id alone."""

import io
from dataclasses import replace
from typing import Any

from rsnms.changes.affected import Affected, Effects, Turn
from rsnms.domain.text import Lang, Text
from rsnms.reports.changes.people import asked_by, decision_words
from rsnms.reports.listing import Column, Listing, Row
from rsnms.rules.decision import Decision
from rsnms.rules.judge import Verdict
from rsnms.rules.narrative import finding_words
from rsnms.rules.wording import ROWS, count_words, date_words

TURNS = {
    Turn.ADMITTED: Text("теперь подходит", "newly admitted"),
    Turn.LOST: Text("больше не подходит", "no longer admitted"),
    Turn.GROUND: Text("другое основание", "another ground"),
    Turn.REFUSED: Text("теперь точно не подходит", "now refused"),
    Turn.UNDETERMINED: Text("теперь не хватает сведений", "now undetermined"),
}
_STYLES = {Turn.ADMITTED: "green", Turn.LOST: "red"}
_COLUMNS = (
    Column("row", Text("Строка", "Row"), 8),
    Column("id", Text("Идентификатор", "Id"), 16),
    Column("policy", Text("Политика", "Policy"), 20),
    Column("eligibility", Text("Право на включение", "Eligibility"), 30),
    Column("on", Text("На дату", "As of"), 12),
    Column("turn", Text("Что меняется", "Change"), 22),
    Column("before", Text("Было", "Before"), 16),
    Column("ground_before", Text("Основание было", "Ground before"), 30),
    Column("after", Text("Стало", "After"), 16),
    Column("ground_after", Text("Основание стало", "Ground after"), 30),
    Column("unmet", Text("Не выполнено теперь", "Unmet now"), 60),
    Column("unknown", Text("Нет сведений теперь", "Not known now"), 60),
)
_BRIEF = (
    Column("id", Text("Кто", "Who")),
    Column("eligibility", Text("Право на включение", "Eligibility")),
    Column("turn", Text("Что меняется", "Change")),
    Column("before", Text("Было", "Before")),
    Column("after", Text("Стало", "After")),
)
_VERDICTS = {
    Verdict.ELIGIBLE: Text("подходит", "eligible"),
    Verdict.INELIGIBLE: Text("не подходит", "not eligible"),
    Verdict.UNDETERMINED: Text("нет сведений", "not known"),
}
_ABSENT = Text("права нет", "no such eligibility")


def affected_listing(effects: Effects, lang: Lang = "ru") -> Listing:
    """A row for everybody affected, by each eligibility, with all reasons: for sheets and machines."""
    return Listing(_COLUMNS, [_row(one, lang) for one in effects.affected], lang)


def affected_brief(effects: Effects, lang: Lang = "ru") -> Listing:
    """The same for a terminal and for Markdown: who, and how either version judges with what is decisive."""
    several = len(effects.asked) > 1
    rows = []
    for one in effects.affected:
        before, after = (
            decision_words(decision, lang, known=asked_by(other)) if decision else _ABSENT.in_(lang)
            for decision, other in ((one.before, one.after), (one.after, one.before))
        )
        named = one.eligibility.title.in_(lang) if several else ""
        cells = (one.row.id, named, TURNS[one.turn].in_(lang), before, after)
        rows.append(Row({}, cells, _STYLES.get(one.turn, "")))
    kept = [index for index, column in enumerate(_BRIEF) if several or column.key != "eligibility"]
    return Listing(
        [_BRIEF[index] for index in kept],
        [replace(row, cells=[row.cells[index] for index in kept]) for row in rows],
        lang,
    )


def affected_text(effects: Effects, lang: Lang = "ru") -> str:
    """The rows as a table of a text file; empty where nobody is affected."""
    from rich.console import Console

    if not effects.affected:
        return ""
    text = io.StringIO()
    Console(file=text, width=200).print(affected_brief(effects, lang).table())
    return text.getvalue()


def _row(one: Affected, lang: Lang) -> Row:
    unmet, unknown = (
        [finding_words(finding, lang) for finding in findings]
        for findings in ((one.after.unmet, one.after.unknown) if one.after else ((), ()))
    )
    grounds = [decision.ground if decision else None for decision in (one.before, one.after)]
    record: dict[str, Any] = {
        "row": one.row.row,
        "id": one.row.id,
        "policy": one.policy,
        "eligibility": one.eligibility.id,
        "on": one.on.isoformat(),
        "turn": str(one.turn),
        "before": str(one.before.verdict) if one.before else None,
        "ground_before": grounds[0].id if grounds[0] else None,
        "after": str(one.after.verdict) if one.after else None,
        "ground_after": grounds[1].id if grounds[1] else None,
        "unmet": unmet,
        "unknown": unknown,
    }
    titles = [ground.title.in_(lang) if ground else "" for ground in grounds]
    cells = (
        str(one.row.row),
        one.row.id,
        one.policy,
        one.eligibility.title.in_(lang),
        date_words(one.on, lang),
        TURNS[one.turn].in_(lang),
        _verdict(one.before, lang),
        titles[0],
        _verdict(one.after, lang),
        titles[1],
        "\n".join(unmet),
        "\n".join(unknown),
    )
    return Row(record, cells, _STYLES.get(one.turn, ""))


def _verdict(decision: Decision | None, lang: Lang) -> str:
    return (_VERDICTS[decision.verdict] if decision else _ABSENT).in_(lang)


def affected_summary(effects: Effects, lang: Lang = "ru") -> str:
    """How many of the rows are affected, and how."""
    people = len({one.row.row for one in effects.affected})
    rows = count_words(effects.rows, ROWS, lang)
    if not effects.asked:
        said = Text("изменений в правах на включение людей нет", "no eligibility for persons changes")
        return f"{rows}: {said.in_(lang)}"
    if not people:
        return f"{rows}: {'изменения никого не касаются' if lang == 'ru' else 'nobody is affected'}"
    counts = effects.counts()
    parts = ", ".join(f"{TURNS[turn].in_(lang)}: {counts[turn]}" for turn in Turn if counts[turn])
    return f"{rows}, {'изменения касаются' if lang == 'ru' else 'affected'} {people}: {parts}"
