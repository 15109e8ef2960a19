"""From written facts to the vocabulary, with their references checked."""

from collections.abc import Mapping

from rsnms.domain.fact import (
    Atom,
    BadValueError,
    Fact,
    FactType,
    FactValue,
    Grows,
    Happened,
    Holds,
    Movement,
    Overlap,
    Since,
)
from rsnms.domain.span import Span
from rsnms.domain.text import Text, Unit
from rsnms.policy.forms import BilingualForm
from rsnms.policy.layers import Written
from rsnms.policy.model import vocabulary_about
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.syntax import FactForm, MovementForm, UnitForm


def bind_facts(stated: Mapping[str, Written], problems: list[Problem]) -> dict[str, Fact]:
    """Make the vocabulary; facts with mistakes are left out of their movement but stay known by name."""
    facts = {name: _fact(written, problems) for name, written in stated.items()}
    for name, written in stated.items():
        _check_movement(facts[name], facts, written, problems)
    _check_headings(facts, stated, problems)
    return facts


def _fact(written: Written, problems: list[Problem]) -> Fact:
    form: FactForm = written.form
    if form.type.is_listed != bool(form.values):
        wanted = "нужен список values" if form.type.is_listed else "values бывают только у choice и choices"
        english = "a list of values is needed" if form.type.is_listed else "values belong to choice and choices only"
        problems.append(written.problem("fact-definition", ("type",), expected=Text(wanted, english)))
    plain = Fact(
        name=form.id,
        type=form.type,
        title=form.title.text(),
        about=form.about,
        values=tuple(FactValue(value.id, value.title.text(), tuple(value.synonyms)) for value in form.values),
    )
    return Fact(
        name=plain.name,
        type=plain.type,
        title=plain.title,
        about=plain.about,
        values=plain.values,
        unit=_unit(form.unit, written, problems),
        question=_text(form.question),
        evidence=_text(form.evidence),
        action=_text(form.action),
        effort=form.effort,
        movement=_movement(plain, form.time, written, problems),
        lowest=_limit(plain, form, "at_least", written, problems),
        highest=_limit(plain, form, "at_most", written, problems),
        headings=tuple(form.headings),
    )


def _text(form: BilingualForm | None) -> Text | None:
    return form.text() if form else None


def _unit(form: UnitForm | None, written: Written, problems: list[Problem]) -> Unit | None:
    if form is None:
        return None
    ru = [form.ru] * 3 if isinstance(form.ru, str) else form.ru
    en = [form.en] * 2 if isinstance(form.en, str) else form.en
    if len(ru) != 3 or (en and len(en) != 2):
        expected = Text(
            "у единицы три русские формы [балл, балла, баллов] и две английские [point, points]",
            "a unit has three Russian forms [балл, балла, баллов] and two English ones [point, points]",
        )
        problems.append(written.problem("fact-definition", ("unit",), expected=expected))
        return None
    return Unit(ru[0], ru[1], ru[2], (en[0], en[1]) if en else None)


def _limit(fact: Fact, form: FactForm, side: str, written: Written, problems: list[Problem]) -> int | float | None:
    text = getattr(form.range, side) if form.range else None
    if text is None:
        return None
    if not fact.type.is_ordered:
        expected = Text("range бывает только у чисел, дат и сроков", "range belongs to numbers, dates and durations")
        problems.append(written.problem("fact-definition", ("range",), expected=expected))
        return None
    value = _read(fact, text, ("range", side), written, problems)
    return value.months if isinstance(value, Span) else value  # type: ignore[return-value]


def _read(fact: Fact, text: str, path: Path, written: Written, problems: list[Problem]) -> Atom | Span | None:
    try:
        return fact.read(text)
    except BadValueError as error:
        problems.append(written.problem("wrong-value", path, text, expected=error.expected, nearest=error.nearest))
        return None


_ONE_MOVEMENT = Text(
    "в time один из видов: grows; since; from/until с then; happened_on; overlap",
    "time has one kind: grows; since; from/until with then; happened_on; overlap",
)


def _movement(fact: Fact, form: MovementForm | None, written: Written, problems: list[Problem]) -> Movement | None:
    if form is None:
        return None
    holds = form.from_ is not None or form.until is not None
    kinds = [form.grows, form.since, holds or None, form.happened_on, form.overlap]
    belongs_to_holds = form.then is not None or form.term is not None or form.term_before is not None
    if sum(kind is not None for kind in kinds) != 1 or (belongs_to_holds and not holds):
        problems.append(written.problem("fact-definition", ("time",), expected=_ONE_MOVEMENT))
        return None
    if form.grows:
        return Grows()
    if form.since is not None:
        return Since(form.since)
    if form.happened_on is not None:
        return Happened(form.happened_on)
    if form.overlap is not None:
        if len(form.overlap) != 2:
            expected = Text("в overlap два факта", "overlap names two facts")
            problems.append(written.problem("fact-definition", ("time", "overlap"), expected=expected))
            return None
        return Overlap(*form.overlap)
    return _holds(fact, form, written, problems)


def _holds(fact: Fact, form: MovementForm, written: Written, problems: list[Problem]) -> Holds:
    then = _read(fact, form.then, ("time", "then"), written, problems) if form.then is not None else None
    term = None
    if form.term is not None:
        term = Span.parse(form.term)
        if term is None:
            expected = Text("срок, например «5 years»", "a duration such as '5 years'")
            problems.append(written.problem("wrong-value", ("time", "term"), form.term, expected=expected))
    return Holds(
        start=form.from_,
        until=form.until,
        then=then if not isinstance(then, Span) else then.months,
        term=term.months if term else None,
        term_before=form.term_before,
    )


_NEEDS: dict[type, tuple[FactType, ...]] = {
    Grows: (FactType.DURATION,),
    Since: (FactType.DURATION,),
    Happened: (FactType.BOOLEAN,),
    Overlap: (FactType.BOOLEAN,),
}


def _check_movement(fact: Fact, facts: Mapping[str, Fact], written: Written, problems: list[Problem]) -> None:
    movement = fact.movement
    needed = _NEEDS.get(type(movement))
    if needed and fact.type not in needed:
        expected = Text(f"для такого time нужен тип {needed[0]}", f"such a time needs the type {needed[0]}")
        problems.append(written.problem("fact-definition", ("time",), expected=expected))
    known = vocabulary_about(facts, fact.about)
    match movement:
        case Since(start=start):
            references = [("since", start, FactType.DATE)]
        case Happened(on=on):
            references = [("happened_on", on, FactType.DATE)]
        case Holds(start=start, until=until):
            references = [(key, day, FactType.DATE) for key, day in (("from", start), ("until", until)) if day]
        case Overlap(first=first, second=second):
            references = [("overlap", first, FactType.CHOICES), ("overlap", second, FactType.CHOICES)]
        case _:
            references = []
    for key, name, type_ in references:
        path = ("time", key)
        if name not in known:
            problems.append(written.problem("unknown-fact", path, name, nearest=nearest(name, known)))
        elif known[name].type is not type_ and not (type_.is_set and known[name].type.is_set):
            expected = Text(f"факт «{name}» должен иметь тип {type_}", f"the fact '{name}' should be of type {type_}")
            problems.append(written.problem("fact-definition", path, expected=expected))


def _check_headings(facts: Mapping[str, Fact], stated: Mapping[str, Written], problems: list[Problem]) -> None:
    taken: dict[tuple[str, str], str] = {}
    for name, fact in facts.items():
        for index, heading in enumerate(fact.headings):
            key = (fact.about, heading.casefold())
            if taken.setdefault(key, name) != name:
                expected = Text(
                    f"заголовок «{heading}» уже у факта «{taken[key]}»",
                    f"the heading '{heading}' already belongs to the fact '{taken[key]}'",
                )
                problems.append(stated[name].problem("fact-definition", ("headings", index), expected=expected))
