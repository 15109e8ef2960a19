"""The steps of a route as lines of its document."""

from collections.abc import Iterator, Mapping, Sequence

from rsnms.domain.competency import Deficit
from rsnms.domain.offer import Offer
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.markdown import plain
from rsnms.reports.route_basis import place_words
from rsnms.reports.route_words import (
    EDUCATIONS,
    FORMS,
    HOURS,
    KINDS,
    STATUSES,
    competency_title,
    days_words,
    measures_words,
    roubles_words,
    step_title,
    subject_title,
)
from rsnms.routes.route import Step
from rsnms.rules.wording import count_words

_AFTER = (Text("После шага", "After step"), Text("После шагов", "After steps"))
_GROUNDS = (Text("Основание", "Ground"), Text("Основания", "Grounds"))
_NEEDED = (Text("Нужен для шага", "Needed for step"), Text("Нужен для шагов", "Needed for steps"))
_NOBODY = Text("акт не называет, кто", "the act does not say who")


def step_lines(
    step: Step,
    policy: Policy,
    lang: Lang = "ru",
    *,
    numbers: Mapping[str, int],
    deficits: Sequence[Deficit] = (),
    grounds: Sequence[int] = (),
    needed_for: Sequence[int] = (),
    anonymous: bool = False,
) -> Iterator[str]:
    """A step: its number, what, when, how long and how far it is, then line by line what is known of it.

    Args:
        step: the step.
        policy: for titles and clauses.
        lang: the language of our words.
        numbers: the numbers of all steps by id.
        deficits: all of the route; a step for all of them says so.
        grounds: the numbers of the rules that asked for it.
        needed_for: the numbers of the steps that build on it, told where it closes nothing itself.
        anonymous: the ids of people are left out.
    """
    hours = f", {count_words(step.hours, HOURS, lang)}" if step.hours else ""
    days = days_words(step.begins, step.ends, lang)
    number, status = f"{numbers[step.id]}. ", STATUSES[step.status].in_(lang)
    yield f"{number}**{plain(step_title(step, lang))}** — {days}{hours}, {status}"
    if needed_for and not (step.closes or step.serves):
        label = _NEEDED[len(needed_for) > 1].in_(lang)
        yield f"{' ' * len(number)}- {label}: {', '.join(_runs(needed_for))}"
    for label, text in _known(step, policy, lang, numbers, deficits, grounds, anonymous=anonymous):
        if text:
            yield f"{' ' * len(number)}- {label}: {text}"


def _known(
    step: Step,
    policy: Policy,
    lang: Lang,
    numbers: Mapping[str, int],
    deficits: Sequence[Deficit],
    grounds: Sequence[int],
    *,
    anonymous: bool,
) -> Iterator[tuple[str, str]]:
    ru = lang == "ru"
    if step.offer:
        yield "Что это" if ru else "Kind", _offer(step.offer, lang)
        yield "Кто проводит" if ru else "Provider", plain(step.offer.provider or "")
        yield "Стоимость" if ru else "Cost", roubles_words(step.offer.cost, lang) if step.offer.cost else ""
        yield "Мера" if ru else "Measure", measures_words(step, lang)
    if step.session:
        yield "Место" if ru else "Place", plain(step.session.place or "")
    notes = dict.fromkeys(one.rule.note for one in step.requirements if one.rule.note)
    yield "Что входит" if ru else "To contain", plain("; ".join(notes))
    yield "Закрывает дефицит" if ru else "Closes the deficit", _deficits(step.closes, policy, lang)
    if len(step.serves) == len(deficits) > 1:
        yield ("По дефицитам", "все") if ru else ("For the deficits", "all")
    else:
        yield "По дефициту" if ru else "For the deficit", _deficits(step.serves, policy, lang)
    yield "Обеспечивает" if ru else "Provided by", _providers(step, policy, lang)
    if not anonymous:
        yield "Сопровождает" if ru else "Accompanied by", plain(step.person or "")
    before = sorted(numbers[id_] for id_ in step.after if id_ in numbers)
    yield _AFTER[len(before) > 1].in_(lang), ", ".join(_runs(before))
    yield _GROUNDS[len(grounds) > 1].in_(lang), ", ".join(map(str, grounds))


def _offer(offer: Offer, lang: Lang) -> str:
    """What an offer is: "повышение квалификации (ПК-001); образование формальное; форма очная"."""
    kind, education = KINDS[offer.kind].in_(lang), EDUCATIONS[offer.education].in_(lang)
    form = FORMS[offer.form].in_(lang)
    if lang == "ru":
        return f"{kind} ({plain(offer.id)}); образование {education}; форма {form}"
    return f"{kind} ({plain(offer.id)}); {education} education; {form}"


def _deficits(deficits: Sequence[Deficit], policy: Policy, lang: Lang) -> str:
    return "; ".join(
        f"{plain(competency_title(one.competency, policy, lang))} ({SEVERITIES[one.severity].in_(lang)})"
        for one in deficits
    )


def _providers(step: Step, policy: Policy, lang: Lang) -> str:
    """The responsible subjects by title, each with the clauses that make it so."""
    if not step.by:
        return _NOBODY.in_(lang)
    said = []
    for id_ in step.by:
        rules = [one.rule for one in step.requirements if one.by == id_]
        clauses = dict.fromkeys(filter(None, (place_words(rule, policy, lang) for rule in rules)))
        said.append(subject_title(id_, policy) + (f" ({'; '.join(clauses)})" if clauses else ""))
    return plain("; ".join(said))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, three and more in a row told by the first and the last: "1", "3–7"."""
    start = 0
    for place, number in enumerate(numbers):
        if place + 1 < len(numbers) and numbers[place + 1] == number + 1:
            continue
        first = numbers[start]
        if number - first > 1:
            yield f"{first}–{number}"
        else:
            yield from map(str, numbers[start : place + 1])
        start = place + 1
