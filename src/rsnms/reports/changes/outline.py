"""The difference as an outline, for a terminal or as Markdown for a comment under a pull request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rsnms.changes.canonical import CONDITIONS, parting
from rsnms.changes.diff import Diff, JurisdictionDiff
from rsnms.changes.elements import ChangeKind, ElementChange
from rsnms.changes.outcomes import Answer, Outcome
from rsnms.changes.people import PeopleChange
from rsnms.domain.text import Lang, Text
from rsnms.reports.changes.keys import CHANGES, change_heading, element_words, key_words, section_words
from rsnms.reports.changes.people import AFTER, BEFORE, judged_words, outcome_heading, person_words, telling_first
from rsnms.reports.changes.values import as_written, value_words
from rsnms.reports.markdown import plain
from rsnms.rules.wording import date_words, list_words, quoted

_JURISDICTION = Text("политика", "policy")
_PEOPLE = Text("Люди", "People")
_WRITTEN = Text("в файле", "written")
_THROUGH_CRITERION = Text("Через критерий", "Through the criterion")
_THROUGH = Text("Через", "Through")
_NEWLY_ASKED = Text("Теперь спрашивается", "Newly asked")
_NO_LONGER_ASKED = Text("Больше не спрашивается", "No longer asked")
_VANISHED = Text("Право исчезло", "The eligibility vanishes")
_APPEARED = Text("Право появилось", "The eligibility appears")
_UNTOLD = Text("о людях ничего не доказано", "nothing is proven about people")
_REST = Text("остальное без изменений", "the rest is unchanged")
_LONGEST = 300
"""Characters of a condition that an outline shows as it is written."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline; ``code`` follows the text as it is written in a file."""

    level: int
    text: str
    code: str = ""


def outline_text(found: Diff, lang: Lang = "ru") -> str:
    """The outline for a terminal; empty where nothing differs."""
    return "".join(f"{'  ' * line.level}{line.text}{line.code and ' ' + line.code}\n" for line in _lines(found, lang))


def outline_markdown(found: Diff, lang: Lang = "ru") -> str:
    """The outline as Markdown: a heading for every jurisdiction, lists below it."""
    title = "Что меняется" if lang == "ru" else "What changes"
    text = [f"## {title}: {plain(found.old.asked)} → {plain(found.new.asked)}\n"]
    lines = list(_lines(found, lang))
    if not lines:
        text.append(f"\n{summary(found, lang)}\n")
    for line in lines:
        code = f" `{line.code.replace('`', chr(39))}`" if line.code else ""
        if line.level == 0:
            text.append(f"\n### {plain(line.text)}\n\n")
        else:
            text.append(f"{'  ' * (line.level - 1)}- {plain(line.text)}{code}\n")
    return "".join(text)


def summary(found: Diff, lang: Lang = "ru") -> str:
    """How many jurisdictions were compared, and how many differ."""
    differ = len({one.versions.id for one in found.jurisdictions})
    if not differ:
        said = Text(
            f"Различий нет. Сравнено политик: {found.compared}", f"No differences. Policies compared: {found.compared}"
        )
    else:
        said = Text(
            f"Сравнено политик: {found.compared}, различаются: {differ}",
            f"Policies compared: {found.compared}, different: {differ}",
        )
    return said.in_(lang)


def _lines(found: Diff, lang: Lang) -> Iterator[Line]:
    for one in found.jurisdictions:
        yield Line(0, _heading(one, lang))
        for change in one.elements:
            if not change.through:
                yield from _element(change, lang)
        for criteria in dict.fromkeys(change.through for change in one.elements if change.through):
            reached = [change for change in one.elements if change.through == criteria]
            named = list_words(criteria)
            yield Line(1, f"{_THROUGH_CRITERION.in_(lang)} {named}: {_listed(reached, lang)}")
        for parent, changes in one.inherited.items():
            yield Line(1, f"{_THROUGH.in_(lang)} {parent}: {_listed(changes, lang)}")
        for change_ in one.people:
            if change_.through is None:
                yield from _people(change_, lang)


def _heading(one: JurisdictionDiff, lang: Lang) -> str:
    shown = one.versions.shown
    day = date_words(one.versions.on, lang)
    on = f"люди — на {day}" if lang == "ru" else f"people as of {day}"
    what = f"{shown.id}: {shown.title.in_(lang)} ({on})"
    if one.kind is ChangeKind.CHANGED:
        return what
    return f"{CHANGES[one.kind].in_(lang)}: {_JURISDICTION.in_(lang)} {what}"


def _listed(changes: Iterable[ElementChange], lang: Lang) -> str:
    return list_words(element_words(change, lang) for change in changes)


def _element(change: ElementChange, lang: Lang) -> Iterator[Line]:
    yield Line(1, change_heading(change, lang))
    for key in change.keys:
        old, new = key.old, key.new
        if isinstance(old, CONDITIONS) and isinstance(new, CONDITIONS):
            old, new = parting(old, new)
        rest = "" if (old, new) == (key.old, key.new) else f" ({_REST.in_(lang)})"
        yield Line(2, f"{key_words(key, change.element, lang)}{rest}:")
        for label, value in ((BEFORE, old), (AFTER, new)):
            yield Line(3, f"{label.in_(lang)}: {value_words(value, lang, change.element)}")
        written = [as_written(value) or "" for value in (old, new)]
        if any(written) and all(len(one) <= _LONGEST for one in written):
            for label, one in zip((BEFORE, AFTER), written, strict=True):
                if one:
                    yield Line(3, f"{_WRITTEN.in_(lang)} {label.in_(lang)}:", one)


def _people(change: PeopleChange, lang: Lang) -> Iterator[Line]:
    title = quoted(change.title.in_(lang), lang)
    yield Line(1, f"{_PEOPLE.in_(lang)}: {section_words(change.section, lang)} {title} ({change.id})")
    if change.differing is not None:
        yield Line(2, f"{_UNTOLD.in_(lang)}: {change.differing.text(lang)}")
    if change.kind is not ChangeKind.CHANGED:
        yield Line(2, (_APPEARED if change.kind is ChangeKind.ADDED else _VANISHED).in_(lang))
    said = ""
    for outcome in change.outcomes:
        heading = outcome_heading(change, outcome, lang)
        if heading != said:
            yield Line(2, heading)
        said = heading
        yield from _person(change, outcome, lang)
    for label, facts in ((_NEWLY_ASKED, change.newly_asked), (_NO_LONGER_ASKED, change.no_longer_asked)):
        if facts:
            yield Line(2, f"{label.in_(lang)}: {list_words(fact.title.in_(lang) for fact in facts)}")


def _person(change: PeopleChange, outcome: Outcome, lang: Lang) -> Iterator[Line]:
    if outcome.answer is Answer.SOMEBODY and outcome.person is not None:
        yield Line(3, person_words(change.about, telling_first(outcome.person), lang))
        for said in judged_words(change, outcome, outcome.person, lang):
            yield Line(4, said)
