"""Why a deficit stays open, in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.routes.words import competency_title
from rsnms.routes.fitting.hindrance import Reason
from rsnms.routes.fitting.uncovered import Uncovered


class _Said(NamedTuple):
    """A sentence about one suitable offer, and about several."""

    one: Text
    several: Text


REASONS = {
    Reason.OVER_BUDGET: _Said(
        Text("Подходящее предложение не помещается в {limits}.", "The suitable offer does not fit into {limits}."),
        Text("Подходящие предложения не помещаются в {limits}.", "The suitable offers do not fit into {limits}."),
    ),
    Reason.NO_TIME: _Said(
        Text("Подходящему предложению не хватает времени: {lacking}.", "There is no time for the offer: {lacking}."),
        Text("Подходящим предложениям не хватает времени: {lacking}.", "There is no time for the offers: {lacking}."),
    ),
    Reason.NO_SEATS: _Said(
        Text("На подходящем предложении нет свободных мест.", "The suitable offer has no seats left."),
        Text("На подходящих предложениях нет свободных мест.", "The suitable offers have no seats left."),
    ),
    Reason.SESSIONS_OVER: _Said(
        Text(
            "Подходящее предложение не проводится в срок маршрута.",
            "The suitable offer has no session within the period of the route.",
        ),
        Text(
            "Подходящие предложения не проводятся в срок маршрута.",
            "The suitable offers have no session within the period of the route.",
        ),
    ),
    Reason.PLACE_NOT_ALLOWED: _Said(
        Text(
            "Подходящее предложение проводится не в тех местах, которые разрешены.",
            "The suitable offer takes place elsewhere than allowed.",
        ),
        Text(
            "Подходящие предложения проводятся не в тех местах, которые разрешены.",
            "The suitable offers take place elsewhere than allowed.",
        ),
    ),
    Reason.NOT_KNOWN: _Said(
        Text(
            "Неизвестно, подходит ли предложение: не хватает сведений.",
            "It is not known whether the offer suits: facts are missing.",
        ),
        Text(
            "Неизвестно, подходят ли предложения: не хватает сведений.",
            "It is not known whether the offers suit: facts are missing.",
        ),
    ),
    Reason.FORM_NOT_ALLOWED: _Said(
        Text(
            "Подходящее предложение — в форме, которая не разрешена.",
            "The suitable offer takes a form that is not allowed.",
        ),
        Text(
            "Подходящие предложения — в формах, которые не разрешены.",
            "The suitable offers take forms that are not allowed.",
        ),
    ),
    Reason.PREREQUISITE: _Said(
        Text(
            "Подходящее предложение опирается на то, чего пройти нельзя.",
            "The suitable offer builds on what cannot be taken.",
        ),
        Text(
            "Подходящие предложения опираются на то, чего пройти нельзя.",
            "The suitable offers build on what cannot be taken.",
        ),
    ),
    Reason.COMPLETED: _Said(
        Text("Подходящее предложение уже пройдено.", "The suitable offer has been completed."),
        Text("Подходящие предложения уже пройдены.", "The suitable offers have been completed."),
    ),
    Reason.NOT_FOR_AUDIENCE: _Said(
        Text(
            "Предложение, которое закрыло бы дефицит, — для другой аудитории.",
            "The offer that would close the deficit is made for other people.",
        ),
        Text(
            "Предложения, которые закрыли бы дефицит, — для другой аудитории.",
            "The offers that would close the deficit are made for other people.",
        ),
    ),
    Reason.NO_OFFER: _Said(
        Text(
            "В каталоге нет предложения, которое закрывает этот дефицит.",
            "No offer of the catalogue closes this deficit.",
        ),
        Text(
            "В каталоге нет предложения, которое закрывает этот дефицит.",
            "No offer of the catalogue closes this deficit.",
        ),
    ),
}
_WEAKER = Text("Лишь более лёгкий закрывает {offers}.", "Only a milder one is closed by {offers}.")
_WEAKER_MANY = Text("Лишь более лёгкий закрывают {offers}.", "Only a milder one is closed by {offers}.")
_LIMITS = {
    (True, True): Text("пределы часов и стоимости", "the limits of hours and cost"),
    (True, False): Text("предел часов", "the limit of hours"),
    (False, True): Text("предел стоимости", "the limit of cost"),
    (False, False): Text("пределы маршрута", "the limits of the route"),
}
_LACKING = {
    (True, True): Text(
        "дни заняты другими шагами, часы месяца исчерпаны", "other steps take the days, the hours of the month are used"
    ),
    (True, False): Text("дни заняты другими шагами", "other steps take the days"),
    (False, True): Text("часы месяца исчерпаны", "the hours of the month are used"),
    (False, False): Text("дни или часы месяца заняты", "its days or the hours of the month are taken"),
}


def reason_words(left: Uncovered, lang: Lang = "ru") -> str:
    """Why a deficit stays open, in a sentence; offers that close it at a lesser severity in another one."""
    said = REASONS[left.reason].several if len(left.remedies) != 1 else REASONS[left.reason].one
    asked = [(bool(one.clashes), one.hours_a_month is not None) for one in left.remedies]
    limits = [(one.hours is not None, one.cost is not None) for one in left.remedies]
    words = said.in_(lang).format(limits=_of(_LIMITS, limits).in_(lang), lacking=_of(_LACKING, asked).in_(lang))
    if not left.weaker:
        return words
    weaker = _WEAKER if len(left.weaker) == 1 else _WEAKER_MANY
    return f"{words} {weaker.in_(lang).format(offers=and_words(left.weaker, lang))}"


def _of(words: Mapping[tuple[bool, bool], Text], stand: Sequence[tuple[bool, bool]]) -> Text:
    """The words for what stands somewhere."""
    return words[any(first for first, _ in stand), any(second for _, second in stand)]


def uncovered_words(left: Uncovered, policy: Policy, lang: Lang = "ru") -> str:
    """A deficit that stays open, and why: "ИКТ-компетенция, тяжёлый дефицит. Подходящие предложения …"."""
    deficit = left.deficit
    severity = SEVERITIES[deficit.severity].in_(lang) + (" дефицит" if lang == "ru" else " deficit")
    return f"{competency_title(deficit.competency, policy, lang)}, {severity}. {reason_words(left, lang)}"


def and_words(names: Iterable[str], lang: Lang) -> str:
    """Several names as one: "a, b и c"."""
    *first, last = names
    return f"{', '.join(first)} {'и' if lang == 'ru' else 'and'} {last}" if first else last
