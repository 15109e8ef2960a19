"""How time moves the facts of a vocabulary: from the written ``time`` to the domain's movements."""

from collections.abc import Iterator, Mapping

from rsnms.domain.fact import (
    Atom,
    BadValueError,
    Fact,
    FactType,
    Grows,
    Happened,
    Holds,
    Movement,
    Overlap,
    Since,
)
from rsnms.domain.span import Span
from rsnms.domain.text import Text
from rsnms.policy.fact_forms import MovementForm
from rsnms.policy.layers import Written
from rsnms.policy.problems import Path, Problem, nearest

_ONE_MOVEMENT = Text(
    "в time нужен один вид: grows; since; from и until с then и term; happened_on; overlap",
    "time has one kind: grows; since; from and until with then and term; happened_on; overlap",
)


def bind_movement(fact: Fact, form: MovementForm | None, written: Written, problems: list[Problem]) -> Movement | None:
    """Make the movement of a fact; ``None`` where there is none or it is mistaken."""
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
            expected = Text("в overlap нужны два факта", "overlap names two facts")
            problems.append(written.problem("fact-definition", ("time", "overlap"), expected=expected))
            return None
        return Overlap(*form.overlap)
    return _holds(fact, form, written, problems)


def _holds(fact: Fact, form: MovementForm, written: Written, problems: list[Problem]) -> Holds:
    wrong: dict[str, Text] = {}
    if form.then is not None and fact.type.is_set:
        wrong["then"] = Text("then бывает только у фактов с одним значением", "then belongs to facts of one value")
    if form.term is not None and form.from_ is None:
        wrong["term"] = Text("term отсчитывается от from, а его нет", "term is counted from 'from', which is missing")
    if form.term_before is not None and form.term is None:
        wrong["term_before"] = Text("term_before бывает только вместе с term", "term_before needs a term")
    problems += [written.problem("fact-definition", ("time", key), expected=why) for key, why in wrong.items()]
    then = None
    if form.then is not None and "then" not in wrong:
        then = read_value(fact, form.then, ("time", "then"), written, problems)
    term = Span.parse(form.term) if form.term is not None else None
    if form.term is not None and term is None:
        expected = Text("срок, например «5 years»", "a duration such as '5 years'")
        problems.append(written.problem("wrong-value", ("time", "term"), form.term, expected=expected))
    return Holds(
        start=form.from_,
        until=form.until,
        then=then if not isinstance(then, Span) else then.months,
        term=term.months if term else None,
        term_before=form.term_before,
    )


def read_value(fact: Fact, text: str, path: Path, written: Written, problems: list[Problem]) -> Atom | Span | None:
    """Read a value of a fact that stands at a path of its definition."""
    try:
        return fact.read(text)
    except BadValueError as error:
        problems.append(written.problem("wrong-value", path, text, expected=error.expected, nearest=error.nearest))
        return None


_NEEDS: dict[type, FactType] = {
    Grows: FactType.DURATION,
    Since: FactType.DURATION,
    Happened: FactType.BOOLEAN,
    Overlap: FactType.BOOLEAN,
}


def check_movement(fact: Fact, known: Mapping[str, Fact], written: Written, problems: list[Problem]) -> None:
    """Check that a fact of this type moves so, and that the facts by which it moves are known and suit."""
    movement = fact.movement
    if movement is None:
        return
    needed = _NEEDS.get(type(movement))
    if fact.type is FactType.DATE or (needed and fact.type is not needed):
        expected = Text("у дат time не бывает", "a date has no time")
        if needed:
            expected = Text(f"такое time бывает только у типа {needed}", f"such a time belongs to the type {needed}")
        problems.append(written.problem("fact-definition", ("time",), expected=expected))
        return
    of_sets = isinstance(movement, Overlap)
    suitable = [
        name for name, other in known.items() if (other.type.is_set if of_sets else other.type is FactType.DATE)
    ]
    for path, name in _references(movement):
        if name not in known:
            problems.append(written.problem("unknown-fact", ("time", *path), name, nearest=nearest(name, suitable)))
        elif name not in suitable:
            types, english = ("choices или texts", "choices or texts") if of_sets else ("date", "date")
            expected = Text(f"у факта «{name}» должен быть тип {types}", f"the type of '{name}' should be {english}")
            problems.append(written.problem("fact-definition", ("time", *path), expected=expected))


def _references(movement: Movement) -> Iterator[tuple[Path, str]]:
    """The facts by which a movement goes, and where it names them."""
    match movement:
        case Since(start=start):
            yield ("since",), start
        case Happened(on=on):
            yield ("happened_on",), on
        case Holds(start=start, until=until):
            yield from ((path, day) for path, day in ((("from",), start), (("until",), until)) if day)
        case Overlap(first=first, second=second):
            yield ("overlap", 0), first
            yield ("overlap", 1), second
