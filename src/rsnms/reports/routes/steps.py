"""The steps of a route as lines of its document."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rsnms.domain.competency import Deficit
from rsnms.domain.offer import Offer
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.markdown import plain
from rsnms.reports.routes.basis import place_words
from rsnms.reports.routes.words import (
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
from rsnms.routes.planning.responsible import ACTIVITIES
from rsnms.routes.planning.route import Status, Step
from rsnms.routes.planning.steps import DIAGNOSIS
from rsnms.rules.wording import capitalised, count_words

_AFTER = (Text("После шага", "After step"), Text("После шагов", "After steps"))
_GROUNDS = (Text("Основание", "Ground"), Text("Основания", "Grounds"))
_MEASURES = (Text("Мера", "Measure"), Text("Меры", "Measures"))
_NOTE = Text("Примечание", "Note")
_NOTE_TO = (
    Text("Примечание к основанию {grounds}", "Note to ground {grounds}"),
    Text("Примечание к основаниям {grounds}", "Note to grounds {grounds}"),
)
_NEEDED = (Text("Нужен для шага", "Needed for step"), Text("Нужен для шагов", "Needed for steps"))
_CLOSES = (Text("Закрывает дефицит", "Closes the deficit"), Text("Закрывает дефициты", "Closes the deficits"))
_SERVES = (Text("По дефициту", "For the deficit"), Text("По дефицитам", "For the deficits"))
_ALL = Text("все", "all")
_PROVIDED = Text("Кто обеспечивает", "Provided by")
_ACCOMPANIED = Text("Кто сопровождает", "Accompanied by")
_REGISTER = (
    Text("не из федерального реестра", "not in the federal register"),
    Text("из федерального реестра", "in the federal register"),
)
_NOBODY = Text("____________________ (акт не называет)", "____________________ (the act does not say)")
"""Left to be filled in by hand."""


def step_lines(
    step: Step,
    policy: Policy,
    lang: Lang = "ru",
    *,
    numbers: Mapping[str, int],
    deficits: Sequence[Deficit] = (),
    grounds: Mapping[str, int] | None = None,
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
        grounds: the numbers of the rules by id.
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
    for label, text in _known(step, policy, lang, numbers, deficits, grounds or {}, anonymous=anonymous):
        if text:
            yield f"{' ' * len(number)}- {label}: {text}"


def _known(
    step: Step,
    policy: Policy,
    lang: Lang,
    numbers: Mapping[str, int],
    deficits: Sequence[Deficit],
    grounds: Mapping[str, int],
    *,
    anonymous: bool,
) -> Iterator[tuple[str, str]]:
    ru, person = lang == "ru", "" if anonymous else plain(step.person or "")
    if step.offer:
        yield "Что это" if ru else "Kind", _offer(step.offer, step.begins, lang)
        yield "Кто проводит" if ru else "Provider", plain(step.offer.provider or "")
        yield "Стоимость" if ru else "Cost", roubles_words(step.offer.cost, lang) if step.offer.cost else ""
        yield _MEASURES[len(step.measures) > 1].in_(lang), measures_words(step, lang)
    if step.session:
        yield "Место" if ru else "Place", plain(step.session.place or "")
    yield from _notes(step, grounds, lang)
    yield _CLOSES[len(step.closes) > 1].in_(lang), _deficits(_by_severity(step.closes, deficits), policy, lang)
    everything = len(step.serves) == len(deficits) > 1
    served = _by_severity(step.serves, deficits)
    told = _ALL.in_(lang) if everything else _deficits(served, policy, lang)
    yield _SERVES[len(served) > 1].in_(lang), told
    provided = _providers(step, policy, lang)
    is_provided = step.offer is None or any(one.measure in ACTIVITIES or one.by for one in step.requirements)
    if not provided and step.offer is None and not person and step.status is not Status.DONE:
        provided = _NOBODY.in_(lang)
    yield (_PROVIDED if is_provided else _ACCOMPANIED).in_(lang), provided
    yield _ACCOMPANIED.in_(lang), person
    before = sorted(numbers[id_] for id_ in step.after if id_ in numbers and id_ != DIAGNOSIS)
    yield _AFTER[len(before) > 1].in_(lang), ", ".join(_runs(before))
    asked = sorted({grounds[one.rule.id] for one in step.requirements if one.rule.id in grounds})
    yield _GROUNDS[len(asked) > 1].in_(lang), ", ".join(map(str, asked))


def _notes(step: Step, grounds: Mapping[str, int], lang: Lang) -> Iterator[tuple[str, str]]:
    """What the rules say of the step; where several rules ask for it, which of them says so."""
    notes: dict[str, dict[str, int]] = {}
    for one in step.requirements:
        if one.rule.note:
            notes.setdefault(one.rule.note, {})[one.rule.id] = grounds.get(one.rule.id, 0)
    is_one = len({one.rule.id for one in step.requirements}) == 1
    for note, rules in sorted(notes.items(), key=lambda each: min(each[1].values())):
        numbers = sorted(filter(None, rules.values()))
        label = _NOTE if is_one or not numbers else _NOTE_TO[len(numbers) > 1]
        yield label.in_(lang).format(grounds=", ".join(map(str, numbers))), plain(capitalised(note))


def _offer(offer: Offer, begins: date, lang: Lang) -> str:
    """What an offer is: "повышение квалификации (ПК-001); образование формальное; форма очная", and the register."""
    kind, education = KINDS[offer.kind].in_(lang), EDUCATIONS[offer.education].in_(lang)
    form, register = FORMS[offer.form].in_(lang), ""
    if offer.kind.is_programme:
        register = f"; {_REGISTER[offer.in_register(begins)].in_(lang)}"
    if lang == "ru":
        return f"{kind} ({plain(offer.id)}); образование {education}; форма {form}{register}"
    return f"{kind} ({plain(offer.id)}); {education} education; {form}{register}"


def _by_severity(deficits: Sequence[Deficit], all_: Sequence[Deficit]) -> Sequence[Deficit]:
    """Deficits in the order in which the route lists them, the most severe first."""
    places = {deficit: place for place, deficit in enumerate(all_)}
    return sorted(deficits, key=lambda one: places.get(one, len(places)))


def _deficits(deficits: Sequence[Deficit], policy: Policy, lang: Lang) -> str:
    return "; ".join(
        f"{plain(competency_title(one.competency, policy, lang))} ({SEVERITIES[one.severity].in_(lang)})"
        for one in deficits
    )


def _providers(step: Step, policy: Policy, lang: Lang) -> str:
    """The responsible subjects by title, each with the clauses that make it so; nothing where there are none."""
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
