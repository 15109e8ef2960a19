"""What would let a deficit that stays open be closed, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rsnms.domain.offer import Session, StudyForm
from rsnms.domain.text import Lang, Text, Unit
from rsnms.policy.model import Policy
from rsnms.reports.routes.reasons import and_words
from rsnms.reports.routes.words import (
    HOURS,
    Offers,
    days_words,
    fact_title,
    offer_words,
    roubles_words,
    step_id_words,
)
from rsnms.routes.fitting.hindrance import Hindrance, Reason
from rsnms.routes.fitting.uncovered import Remedy, Uncovered
from rsnms.routes.planning.terms import Terms
from rsnms.rules.wording import count_words, date_words, mid_sentence, number_words, quoted

MOST = 3
"""Remedies of a deficit that are told one by one."""


_WITHOUT_SESSION = {
    Reason.SESSIONS_OVER: Text(
        "более длинный срок маршрута или новая сессия в нём", "a longer period of the route, or a new session within it"
    ),
    Reason.NO_SEATS: Text("свободное место на одной из сессий", "a free seat in one of the sessions"),
    Reason.PLACE_NOT_ALLOWED: Text("разрешить другие места", "allow other places"),
}
_HELPS = Text("Поможет {offer}{what}.", "{offer} would help{what}.")
_DOES_NOT = Text("Не подходит {offer}{what}.", "{offer} does not suit{what}.")
_OFFERS = Unit("предложение", "предложения", "предложений", ("offer", "offers"))
_FORM_ALLOWED = {
    StudyForm.IN_PERSON: "очную",
    StudyForm.DISTANCE: "дистанционную",
    StudyForm.MIXED: "очно-заочную",
    StudyForm.NETWORKED: "сетевую",
    StudyForm.CASCADE: "каскадную",
}
"""In the accusative."""


def remedies_words(
    left: Uncovered,
    terms: Terms,
    policy: Policy,
    lang: Lang = "ru",
    *,
    offers: Offers | None = None,
    numbers: Mapping[str, int] | None = None,
    most: int | None = MOST,
) -> Iterator[str]:
    """What would let a deficit be closed, a sentence for each offer; of many the first ones, and how many more."""
    for remedy in left.remedies[:most]:
        yield remedy_words(remedy, left.reason, terms, policy, lang, offers=offers, numbers=numbers)
    if most is not None and len(left.remedies) > most:
        yield _more(len(left.remedies) - most, lang)


def _more(number: int, lang: Lang) -> str:
    counted = count_words(number, _OFFERS, lang)
    return f"И ещё {counted}." if lang == "ru" else f"And {counted.replace(' ', ' more ', 1)}."


def remedy_words(
    remedy: Remedy,
    reason: Reason,
    terms: Terms,
    policy: Policy,
    lang: Lang = "ru",
    *,
    offers: Offers | None = None,
    numbers: Mapping[str, int] | None = None,
) -> str:
    """What has to change for an offer to be taken: "Поможет ПК-014: предел 48 часов вместо 36.".

    Steps that have ``numbers``, by id, are told by them.
    """
    steps = [_step(id_, numbers or {}, lang) for id_ in remedy.clashes]
    asked = "; ".join(
        [*_limits(remedy, terms, lang), *_dates(remedy, reason, terms, steps, lang), *_hindered(remedy, policy, lang)]
    )
    said = _DOES_NOT if remedy.hindrance.excluded_by else _HELPS
    return said.in_(lang).format(offer=offer_words(remedy.offer, lang, offers), what=f": {asked}" if asked else "")


def _limits(remedy: Remedy, terms: Terms, lang: Lang) -> Iterator[str]:
    ru = lang == "ru"
    if remedy.hours is not None:
        hours = count_words(remedy.hours, HOURS, lang, genitive=True)
        yield (f"предел {hours}" if ru else f"a limit of {hours}") + _instead(terms.hours, lang)
    if remedy.hours_a_month is not None:
        hours = count_words(remedy.hours_a_month, HOURS, lang, genitive=True)
        said = f"предел {hours} в месяц" if ru else f"a limit of {hours} a month"
        yield said + _instead(terms.hours_a_month, lang)
    if remedy.cost is not None:
        cost = roubles_words(remedy.cost, lang, genitive=True)
        instead = None if terms.cost is None else roubles_words(terms.cost, lang, genitive=True)
        yield (f"предел {cost}" if ru else f"a limit of {cost}") + _instead(instead, lang)


def _instead(limit: int | str | None, lang: Lang) -> str:
    if limit is None:
        return ""
    said = limit if isinstance(limit, str) else number_words(limit, lang)
    return f" вместо {said}" if lang == "ru" else f" instead of {said}"


def _step(id_: str, numbers: Mapping[str, int], lang: Lang) -> str:
    return str(numbers[id_]) if id_ in numbers else step_id_words(id_, lang)


def _dates(remedy: Remedy, reason: Reason, terms: Terms, steps: Sequence[str], lang: Lang) -> Iterator[str]:
    ru, session = lang == "ru", remedy.session
    if session is not None:
        yield _session(session, reason, terms, lang)
    elif reason in _WITHOUT_SESSION:
        yield _WITHOUT_SESSION[reason].in_(lang)
    if steps:
        named, several = and_words(steps, lang), len(steps) > 1
        if ru:
            yield f"освободить дни {'шагов' if several else 'шага'} {named}"
        else:
            yield f"free the days of {'steps' if several else 'step'} {named}"


def _session(session: Session, reason: Reason, terms: Terms, lang: Lang) -> str:
    ru, days = lang == "ru", days_words(session.starts_on, session.ends_on, lang)
    place = f", {session.place}" if session.place else ""
    last = date_words(terms.last_day, lang)
    if reason is Reason.NO_SEATS and session.ends_on <= terms.last_day:
        return f"свободное место на сессии {days}{place}" if ru else f"a free seat in the session of {days}{place}"
    if reason is Reason.PLACE_NOT_ALLOWED and session.place:
        named = quoted(session.place, lang)
        return f"разрешить место {named} (сессия {days})" if ru else f"allow the place {named} (session of {days})"
    if session.starts_on > terms.last_day:
        after = f"после срока маршрута (по {last})" if ru else f"after the period of the route (until {last})"
        return f"следующая сессия {days}{place}, {after}" if ru else f"the next session of {days}{place}, {after}"
    if session.ends_on > terms.last_day:
        beyond = f"выходит за срок маршрута (по {last})" if ru else f"reaches beyond the period (until {last})"
        return f"сессия {days}{place}, {beyond}" if ru else f"the session of {days}{place}, {beyond}"
    return f"сессия {days}{place}" if ru else f"the session of {days}{place}"


def _hindered(remedy: Remedy, policy: Policy, lang: Lang) -> Iterator[str]:
    stands, ru = remedy.hindrance, lang == "ru"
    if stands.excluded_by:
        facts = _facts(stands.excluded_by, policy, lang)
        yield f"сделано для других ({facts})" if ru else f"it is made for others ({facts})"
    if stands.completed:
        again = "" if stands.completed == {remedy.offer} else f" {and_words(sorted(stands.completed), lang)}"
        yield f"пройти ещё раз{again}" if ru else f"take{again} once more"
    if over := sorted(stands.over - {remedy.offer}):
        yield f"новая сессия {and_words(over, lang)}" if ru else f"a new session of {and_words(over, lang)}"
    if full := sorted(stands.full - {remedy.offer}):
        yield f"свободное место на {and_words(full, lang)}" if ru else f"a free seat in {and_words(full, lang)}"
    if stands.missing:
        missing = and_words(sorted(stands.missing), lang)
        yield f"сначала пройти {missing}" if ru else f"take {missing} first"
    if stands.forms:
        yield _allow(stands, lang)
    if stands.unknown:
        facts = _facts(stands.unknown, policy, lang)
        yield f"узнать, чего не хватает: {facts}" if ru else f"find out what is missing: {facts}"


def _facts(names: Iterable[str], policy: Policy, lang: Lang) -> str:
    return ", ".join(mid_sentence(fact_title(name, policy, lang)) for name in sorted(names))


def _allow(stands: Hindrance, lang: Lang) -> str:
    forms = [form for form in StudyForm if form in stands.forms]
    one = len(forms) == 1
    if lang == "ru":
        named = and_words([_FORM_ALLOWED[form] for form in forms], lang)
        return f"разрешить {named} {'форму' if one else 'формы'}"
    return f"allow the {and_words(forms, lang)} {'form' if one else 'forms'}"
