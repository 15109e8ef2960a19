"""Layers of random policies: jurisdictions that lie over each other, with statements, overrides and removals.

References always hold, and conditions never contradict themselves, whatever the layers below come to say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from hypothesis import strategies as st

from rsnms.testing.drawing import BOOLEANS, integer

Key = tuple[str, str]
"""A section and an id."""
How = Literal["new", "override", "extends", "anew"]
"""Stated for the first time, in place of the parents' element, on top of it, or after that has been removed."""
REGION = """\
title: Регион
level: regional
acts:
  - {id: order-1, kind: приказ, title: О системе, body: Комитет, in_force: {from: 2024-01-01}}
"""
CORE = """\
  - {id: score, type: integer, title: Баллы}
  - {id: stay, type: duration, title: Стаж, time: {grows: true}}
  - {id: born, type: date, title: Дата рождения}
  - {id: age, type: duration, title: Возраст, time: {since: born}}
  - id: category
    type: choice
    title: Категория
    action: "Получить категорию «{value}»"
    values: [{id: none, title: нет}, {id: first, title: первая}, {id: highest, title: высшая}]
  - id: roles
    type: choices
    title: Роли
    values: [{id: tutor, title: тьютор}, {id: mentor, title: наставник}]
  - {id: diagnosed_on, about: diagnosis, type: date, title: Дата}
"""
"""Facts of the lowest layer, which all that follows may ask."""


@dataclass(frozen=True)
class Function:
    """A function of a subject, and the elements that it names."""

    id: str
    written: str
    names: frozenset[Key]


@dataclass(frozen=True)
class Stated:
    """An element as a file writes it, and the elements that it names."""

    written: str
    own_names: frozenset[Key] = frozenset()
    functions: tuple[Function, ...] = ()
    in_structure: bool = True
    traits: Mapping[str, str] = field(default_factory=dict)
    """Of a subject: keys that it has from its parents' one where it extends that and does not state them."""

    @property
    def names(self) -> frozenset[Key]:
        """Every element that it names."""
        around = {("subjects", self.traits["part_of"])} if "part_of" in self.traits else set()
        return self.own_names.union(around, *(function.names for function in self.functions))

    def on(self, parent: "Stated") -> "Stated":
        """The element where it extends its parents' one."""
        own = {function.id for function in self.functions}
        kept = tuple(function for function in parent.functions if function.id not in own)
        return replace(
            self,
            functions=self.functions + kept,
            in_structure=self.in_structure or parent.in_structure,
            traits={**parent.traits, **self.traits},
        )

    def keys(self) -> str:
        """Its keys but the id, as a file writes them."""
        functions = ", ".join(f"{{id: {one.id}, {one.written}}}" for one in self.functions)
        return (
            self.written
            + "".join(f", {key}: {value}" for key, value in self.traits.items())
            + (f", functions: [{functions}]" if functions else "")
            + ("" if self.in_structure else ", in_structure: false")
        )


@dataclass
class Layer:
    """What one jurisdiction says."""

    stated: dict[Key, tuple[Stated, How]] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)

    @property
    def dropped(self) -> set[Key]:
        """What it removes, be it only to state it anew."""
        return self.removed | {key for key, (_, how) in self.stated.items() if how == "anew"}

    def over(self, inherited: Mapping[Key, Stated]) -> dict[Key, Stated]:
        """What holds where this lies over what is inherited, in order."""
        effective = {key: stated for key, stated in inherited.items() if key not in self.dropped}
        for key, (stated, how) in self.stated.items():
            effective[key] = stated.on(effective[key]) if how == "extends" else stated
        return effective

    def files(self, folder: str, core: str = "") -> dict[str, str]:
        """The files of the jurisdiction in a folder."""
        sections: dict[str, list[str]] = {"facts": [core]} if core else {}
        for (section, id_), (stated, how) in self.stated.items():
            replaces = f"{how}: true, " if how in ("override", "extends") else ""
            sections.setdefault(section, []).append(f"  - {{id: {id_}, {replaces}{stated.keys()}}}\n")
        removed: dict[str, list[str]] = {}
        for section, id_ in sorted(self.dropped):
            removed.setdefault(section, []).append(id_)
        remove = "".join(f"  {section}: [{', '.join(ids)}]\n" for section, ids in removed.items())
        said = "".join(f"{section}:\n{''.join(lines)}" for section, lines in sections.items())
        said += f"remove:\n{remove}" if remove else ""
        return {f"{folder}/policy.yaml": REGION, f"{folder}/sections.yaml": said or "{}\n"}


# --- drawing ---------------------------------------------------------------------------------------------------------


class _Draw:
    """Draws elements whose references hold; what is a part names only what has a lesser number, so nothing circles."""

    def __init__(self, draw: st.DrawFn, known: Mapping[Key, Stated]) -> None:
        self.draw = draw
        self.known = known
        self.names: set[Key] = set()

    def number(self, least: int, most: int) -> int:
        return self.draw(integer(least, most))

    def choice(self, options: Sequence[str]) -> str:
        return options[self.number(0, len(options) - 1)]

    def name(self, section: str, below: str | None = None) -> str | None:
        """The id of a known element, or none; ``below`` leaves only those that come before an id."""
        ids = [id_ for kind, id_ in self.known if kind == section and (below is None or id_ < below)]
        index = self.number(-1, len(ids) - 1)
        if index < 0:
            return None
        self.names.add((section, ids[index]))
        return ids[index]

    def key(self, key: str, section: str, below: str | None = None) -> str:
        """A key that names an element, where one is drawn."""
        id_ = self.name(section, below)
        return f", {key}: {id_}" if id_ else ""

    def listed(self, key: str, section: str) -> str:
        """A key that names several elements, where any is drawn."""
        ids = [id_ for id_ in (self.name(section), self.name(section)) if id_]
        return f", {key}: [{', '.join(ids)}]" if ids else ""

    def asked(self) -> list[str]:
        """Comparisons of the core's other facts, all of which some person meets at once."""
        asked = [
            f"{{fact: stay, at_least: {self.number(1, 5)} years}}",
            f"{{fact: age, less_than: {self.number(30, 35)} years}}",
            "{fact: category, is: highest}",
            "{fact: category, one_of: [first, highest]}",
            "{fact: roles, any_of: [tutor]}",
            "{not: {fact: roles, any_of: [mentor]}}",
        ]
        chosen = self.number(0, len(asked))
        return [asked[chosen - 1]] if chosen else []

    def condition(self, below: str | None = None) -> str:
        """A condition without contradictions, whatever its criteria come to say."""
        criterion, fact = self.name("criteria", below), self.name("facts")
        parts = [f"{{fact: score, at_least: {self.number(0, 3)}}}"]
        parts += self.asked()
        parts += [f"{{use: {criterion}}}"] if criterion else []
        parts += [f"{{fact: {fact}, is: true}}"] if fact else []
        return f"{{{self.choice(('all', 'any'))}: [{', '.join(parts)}]}}"


def _fact(draw: _Draw, _: str) -> str:
    more = draw.choice(("", ", effort: 2", ", records: {of: diagnosis, date: diagnosed_on}"))
    return f"type: boolean{more}"


def _criterion(draw: _Draw, id_: str) -> str:
    return f"when: {draw.condition(below=id_)}"


def _subject(draw: _Draw, _: str) -> str:
    return f"kind: {draw.choice(('centre', 'service'))}, level: regional"


def _traits(drawing: _Draw, id_: str) -> Iterator[tuple[str, str]]:
    """The keys of a subject that an extension keeps where it does not state them."""
    around = drawing.name("subjects", id_)
    if around:
        yield "part_of", around
    if drawing.number(0, 1):
        yield "modality", drawing.choice(("may", "must"))
    if drawing.number(0, 1):
        yield "official_name", drawing.choice(("Первое", "Второе"))


def _functions(draw: st.DrawFn, known: Mapping[Key, Stated]) -> Iterator[Function]:
    """The functions of a subject, which an extension keeps where it does not state them anew."""
    for number in range(_IDS):
        drawing = _Draw(draw, known)
        if drawing.number(0, 1):
            written = f"title: Ф{drawing.number(0, 9)}{drawing.key('activity', 'activities')}"
            yield Function(f"f{number}", written, frozenset(drawing.names))


def _eligibility(draw: _Draw, _: str) -> str:
    formed = draw.name("subjects")
    formed_by = f", formed_by: {{subject: {formed}}}" if formed else ""
    return f"gate: {draw.condition()}, grounds: [{{id: g, title: О, when: {draw.condition()}}}]{formed_by}"


def _provision(draw: _Draw, id_: str) -> str:
    named = draw.key("subject", "subjects") + draw.key("activity", "activities") + draw.key("within", "provisions", id_)
    return f"kind: {draw.choice(('goal', 'task'))}{named}"


def _document(draw: _Draw, _: str) -> str:
    named = draw.key("of", "subjects") + draw.key("approved_by", "subjects") + draw.listed("parties", "subjects")
    return f"kind: plan, sections: [{{id: s, title: С{draw.number(0, 2)}}}]{named}"


def _governance(draw: _Draw, _: str) -> str | None:
    by = draw.key("by", "subjects")
    return f"relation: leads{by}{draw.listed('of', 'subjects')}{draw.key('document', 'documents')}" if by else None


def _obligation(draw: _Draw, _: str) -> str:
    named = draw.listed("by", "subjects") + draw.key("document", "documents") + draw.key("roadmap", "documents")
    return f"kind: meeting, every: {draw.choice(('quarter', 'year'))}{named}"


def _indicator(draw: _Draw, id_: str) -> str:
    match draw.choice(("share", "count", "ratio", "state")):
        case "share":
            measure = f"share: {{of: {draw.condition()}, where: {draw.condition()}}}"
            measure += f", target: {{at_least: {draw.number(1, 9)} %, by_end_of: 2024}}"
        case "count":
            measure = f"count: {{where: {draw.condition()}}}"
        case "ratio":
            measure = f"ratio: {{of: {{where: {draw.condition()}}}, to: {{}}}}"
        case _:
            shown_by = draw.listed("documents", "documents") + draw.listed("obligations", "obligations")
            measure = f"state: {{{shown_by.removeprefix(', ')}}}"
    return measure + draw.key("within", "indicators", id_)


def _competency(draw: _Draw, _: str) -> str:
    return f"area: {draw.choice(('ict', 'methodical'))}"


def _instrument(draw: _Draw, _: str) -> str:
    measured = f"{{id: m, title: М{draw.number(0, 2)}{draw.key('competency', 'competencies')}}}"
    measures = f", measures: [{measured}]" if "competency" in measured else ""
    return f"cuts: [{{severity: low, below: {draw.number(1, 99)} %}}]{measures}"


def _route(draw: _Draw, _: str) -> str:
    competency = draw.name("competencies")
    deficit = f", deficit: {{competency: {competency}}}" if competency else ""
    rule = f"modality: may, when: {draw.condition()}{deficit}{draw.key('eligible_for', 'eligibility')}"
    return f"{rule}, require: {{measure: {draw.choice(('mentoring', 'internship'))}{draw.key('by', 'subjects')}}}"


_WRITTEN: dict[str, Callable[[_Draw, str], str | None]] = {
    "activities": lambda *_: "reading: Так",
    "facts": _fact,
    "criteria": _criterion,
    "subjects": _subject,
    "eligibility": _eligibility,
    "terms": lambda draw, _: f"means: М{draw.number(0, 3)}",
    "provisions": _provision,
    "documents": _document,
    "governance": _governance,
    "obligations": _obligation,
    "indicators": _indicator,
    "competencies": _competency,
    "instruments": _instrument,
    "routes": _route,
}
_IDS = 3


@st.composite
def layers(draw: st.DrawFn, inherited: Mapping[Key, Stated]) -> Layer:
    """A jurisdiction over what it inherits."""
    layer = Layer()
    known = dict(inherited)
    for section, write in _WRITTEN.items():
        chosen = draw(integer(0, 2**_IDS - 1))
        if section != "subjects":  # the others are fewer, so that a tree stays small
            chosen &= draw(integer(0, 2**_IDS - 1))
        for number in range(_IDS):
            key = (section, f"{section[0]}{number}")
            drawing = _Draw(draw, known)
            written = write(drawing, key[1]) if chosen >> number & 1 else None
            if written is None:
                continue
            stated = Stated(f"title: Э{drawing.number(0, 9)}, {written}", frozenset(drawing.names))
            again: tuple[How, ...] = ("override", "anew")
            if section == "subjects":
                functions = tuple(_functions(draw, known))
                traits = dict(_traits(_Draw(draw, known), key[1]))
                stated = replace(stated, functions=functions, in_structure=draw(BOOLEANS), traits=traits)
                again = ("extends", "extends", *again)
            how: How = again[drawing.number(0, len(again) - 1)] if key in inherited else "new"
            layer.stated[key] = (stated, how)
            known[key] = stated.on(inherited[key]) if how == "extends" else stated
    named = {key for stated in known.values() for key in stated.names}
    free = [key for key in inherited if key not in layer.stated and key not in named]
    layer.removed = {key for key in free if draw(BOOLEANS)}
    return layer


def tree(line: Iterable[Layer]) -> dict[str, str]:
    """The files of jurisdictions that lie over each other: a, a/b, a/b/c."""
    files: dict[str, str] = {}
    folder = ""
    for layer, name in zip(line, "abc", strict=False):
        folder = f"{folder}/{name}".lstrip("/")
        files |= layer.files(folder, CORE if name == "a" else "")
    return files
