"""From written facts to the vocabulary, with their references checked."""

from collections.abc import Mapping

from rsnms.domain.fact import Fact, FactValue
from rsnms.domain.span import Span
from rsnms.domain.text import Text, Unit
from rsnms.policy.fact_forms import FactForm, UnitForm
from rsnms.policy.forms import BilingualForm
from rsnms.policy.layers import Written
from rsnms.policy.model import vocabulary_about
from rsnms.policy.movements import bind_movement, check_movement, read_value
from rsnms.policy.problems import Problem


def bind_facts(stated: Mapping[str, Written], problems: list[Problem]) -> tuple[dict[str, Fact], set[str]]:
    """Make the vocabulary, and name the facts with a mistaken definition, which still stand in it."""
    facts: dict[str, Fact] = {}
    mistaken: set[str] = set()
    for name, written in stated.items():
        before = len(problems)
        facts[name] = _fact(written, problems)
        if len(problems) > before:
            mistaken.add(name)
    known = {about: vocabulary_about(facts, about) for about in {fact.about for fact in facts.values()}}
    for name, written in stated.items():
        check_movement(facts[name], known[facts[name].about], written, problems)
    _check_headings(facts, stated, problems)
    return facts, mistaken


def _fact(written: Written, problems: list[Problem]) -> Fact:
    form: FactForm = written.form
    _check_values(form, written, problems)
    plain = Fact(
        name=form.id,
        type=form.type,
        title=form.title.text(),
        about=form.about,
        values=tuple(FactValue(value.id, value.title.text(), tuple(value.synonyms)) for value in form.values),
    )
    lowest, highest = _limits(plain, form, written, problems)
    return Fact(
        name=plain.name,
        type=plain.type,
        title=plain.title,
        about=plain.about,
        values=plain.values,
        unit=bind_unit(form.unit, written, problems),
        question=_text(form.question),
        evidence=_text(form.evidence),
        action=_text(form.action),
        effort=form.effort,
        movement=bind_movement(plain, form.time, written, problems),
        lowest=lowest,
        highest=highest,
        headings=tuple(form.headings),
    )


def _check_values(form: FactForm, written: Written, problems: list[Problem]) -> None:
    if form.type.is_listed != bool(form.values):
        wanted, english = "values бывают только у choice и choices", "values belong to choice and choices only"
        if form.type.is_listed:
            wanted, english = (
                f"для типа {form.type} нужен список values",
                f"the type {form.type} needs a list of values",
            )
        problems.append(written.problem("fact-definition", ("type",), expected=Text(wanted, english)))
    ids = [value.id for value in form.values]
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            problems.append(written.problem("duplicate-id", ("values", index, "id"), id_))


def _text(form: BilingualForm | None) -> Text | None:
    return form.text() if form else None


def bind_unit(
    form: UnitForm | None, written: Written, problems: list[Problem], code: str = "fact-definition"
) -> Unit | None:
    """Make a unit of an element; one without its forms is reported, as a mistake of that code."""
    if form is None:
        return None
    ru = form.ru * 3 if len(form.ru) == 1 else form.ru
    en = form.en * 2 if form.en and len(form.en) == 1 else form.en
    if len(ru) != 3 or (en and len(en) != 2):
        expected = Text(
            "у единицы три русские формы [балл, балла, баллов] и две английские [point, points]",
            "a unit has three Russian forms [балл, балла, баллов] and two English ones [point, points]",
        )
        problems.append(written.problem(code, ("unit",), expected=expected))
        return None
    return Unit(ru[0], ru[1], ru[2], (en[0], en[1]) if en else None)


Limit = int | float | None


def _limits(fact: Fact, form: FactForm, written: Written, problems: list[Problem]) -> tuple[Limit, Limit]:
    """The range's ends, durations in months."""
    if form.range is None:
        return None, None
    expected = Text("в range at_least больше at_most", "at_least exceeds at_most in range")
    if fact.type.is_ordered:
        low = _limit(fact, form.range.at_least, "at_least", written, problems)
        high = _limit(fact, form.range.at_most, "at_most", written, problems)
        if low is None or high is None or low <= high:
            return low, high
    else:
        expected = Text("range бывает только у чисел, дат и сроков", "range belongs to numbers, dates and durations")
    problems.append(written.problem("fact-definition", ("range",), expected=expected))
    return None, None


def _limit(fact: Fact, text: str | None, side: str, written: Written, problems: list[Problem]) -> Limit:
    value = None if text is None else read_value(fact, text, ("range", side), written, problems)
    return value.months if isinstance(value, Span) else value  # type: ignore[return-value]


def _check_headings(facts: Mapping[str, Fact], stated: Mapping[str, Written], problems: list[Problem]) -> None:
    taken: dict[tuple[str, str], str] = {}
    for name, fact in facts.items():
        for index, heading in enumerate(fact.headings):
            other = taken.setdefault((fact.about, heading.casefold()), name)
            is_repeated = heading.casefold() in {before.casefold() for before in fact.headings[:index]}
            if other == name and not is_repeated:
                continue
            expected = Text(
                f"заголовок «{heading}» уже есть у факта «{other}»", f"the fact '{other}' has the heading '{heading}'"
            )
            problems.append(stated[name].problem("fact-definition", ("headings", index), expected=expected))
