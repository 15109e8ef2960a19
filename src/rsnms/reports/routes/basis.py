"""Why something is required: the chain of rules down to the facts, in words; what is open, and what is not kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.subject import Modality
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Element
from rsnms.reports.routes.words import (
    MEASURES,
    Offers,
    competency_title,
    deficit_words,
    offer_words,
    step_id_words,
)
from rsnms.routes.planning.route import Route, Unkept
from rsnms.routes.requirements.required import Met, Open, Reason, Requirement, Standing
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.requirement import found_words
from rsnms.rules.wording import capitalised, list_words, mid_sentence, quoted

FORCES = {**MODALITIES, Modality.MUST: Text("обязательно", "mandatory")}
"""The force with which a measure is asked for."""
_AFTER_PROGRAMME = (Measure.POST_COURSE_SUPPORT, Measure.TRANSFER_INTO_PRACTICE)
_MOST = 3
"""Offers that are named one by one."""
_ITEM = Text("поз. {item}", "item {item}")
_DEFAULT = Text("умолчание федеральной основы, акт об этом молчит", "default of the federal base, the act is silent")
_FOR_ALL = Text("Для всех", "For everybody")


def place_words(element: Element, policy: Policy, lang: Lang = "ru") -> str:
    """Where an element of a policy stands: "п. 3.2.2, поз. 1", and the policy where it is another one's."""
    if element.clause is None:
        return ""
    item = _ITEM.in_(lang).format(item=element.item) if element.item else ""
    parent = policy.parent_titles.get(element.origin) if element.origin != policy.id else None
    origin = parent.in_(lang) if parent else ""
    return ", ".join(filter(None, (clause_words(element.clause, lang), item, origin)))


def force_words(rule: RouteRule, lang: Lang = "ru") -> str:
    """The force of a rule: "обязательно", "рекомендация", "допускается"."""
    return FORCES[rule.modality or Modality.MUST].in_(lang)


def cited_words(rule: RouteRule, policy: Policy, lang: Lang = "ru") -> str:
    """Where a rule stands and its force: "п. 3.2.2, поз. 1; обязательно"; a default is said to be one."""
    where = _DEFAULT.in_(lang) if rule.is_default else place_words(rule, policy, lang)
    return f"{where}; {force_words(rule, lang)}"


def rule_words(rule: RouteRule, policy: Policy, lang: Lang = "ru") -> str:
    """A rule: "правило «Стажировка» (п. 3.2.3, поз. 9; обязательно)"."""
    title = quoted(rule.title.in_(lang), lang)
    return f"{'правило' if lang == 'ru' else 'rule'} {title} ({cited_words(rule, policy, lang)})"


def because_words(
    requirement: Requirement,
    policy: Policy,
    lang: Lang = "ru",
    *,
    anonymous: bool = False,
    numbers: Mapping[str, int] | None = None,
) -> str:
    """The chain from the facts to a requirement: "Дефицит: … → правило «…» (…) → правило «…» (…)".

    Of the facts ``anonymous`` tells the titles alone, and of conditions that are met not by which ground. Rules that
    have ``numbers``, by id, are told by them; what is known of the person stands only under the rule that asks for it.
    """
    return " → ".join(_links(requirement, policy, lang, anonymous=anonymous, numbers=numbers))


def joined_because(
    requirements: Sequence[Requirement],
    deficits: Sequence[Deficit],
    policy: Policy,
    lang: Lang = "ru",
    *,
    anonymous: bool = False,
    numbers: Mapping[str, int] | None = None,
) -> Iterator[str]:
    """The chains to the requirements of one rule, without the rule itself, those that differ in the deficit in one.

    ``deficits`` are all of the person.
    """
    joined: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Deficit]] = {}
    for one in requirements:
        links = tuple(_links(one, policy, lang, anonymous=anonymous, numbers=numbers))
        root = next(one.chain())
        if one.deficit is not None and one.deficit in root.because:
            others = [reason for reason in root.because if reason != one.deficit]
            beside = tuple(_premise(each, policy, lang, anonymous=anonymous) for each in others)
            joined.setdefault((beside, links[1:]), []).append(one.deficit)
        else:
            joined.setdefault(((), links), [])
    for (beside, links), found in joined.items():
        head = (_premises([_deficits(found, deficits, policy, lang), *beside]),) if found else ()
        yield capitalised(" → ".join((*head, *links)[:-1]))


def _deficits(found: Sequence[Deficit], deficits: Sequence[Deficit], policy: Policy, lang: Lang) -> str:
    if len(found) == 1:
        return _premise(found[0], policy, lang, anonymous=False)
    if len(found) == len(deficits):
        return "Все дефициты" if lang == "ru" else "All deficits"
    named = "; ".join(deficit_words(one, policy, lang) for one in found)
    return f"{'Дефициты' if lang == 'ru' else 'Deficits'}: {named}"


def _links(
    requirement: Requirement,
    policy: Policy,
    lang: Lang,
    *,
    anonymous: bool,
    numbers: Mapping[str, int] | None,
) -> Iterator[str]:
    earlier = [reason for reason in requirement.because if isinstance(reason, Requirement)]
    for before in earlier:
        if before.deficit is None and before.rule.id in (numbers or {}):
            yield _numbered(before.rule, policy, lang, numbers)
        else:
            yield from _links(before, policy, lang, anonymous=anonymous, numbers=numbers)
    premises = [
        _premise(reason, policy, lang, anonymous=anonymous)
        for reason in requirement.because
        if not isinstance(reason, Requirement) and reason not in {before.deficit for before in earlier}
    ]
    if premises:
        yield _premises(premises)
    elif not earlier:
        yield _FOR_ALL.in_(lang)
    yield _numbered(requirement.rule, policy, lang, numbers)


def _numbered(rule: RouteRule, policy: Policy, lang: Lang, numbers: Mapping[str, int] | None) -> str:
    if numbers and rule.id in numbers:
        return f"{'правило' if lang == 'ru' else 'rule'} {numbers[rule.id]}"
    return rule_words(rule, policy, lang)


def _premises(said: Sequence[str]) -> str:
    return "; ".join([said[0], *map(mid_sentence, said[1:])])


def _premise(reason: Reason, policy: Policy, lang: Lang, *, anonymous: bool) -> str:
    ru = lang == "ru"
    match reason:
        case Deficit():
            return f"{'Дефицит' if ru else 'Deficit'}: {deficit_words(reason, policy, lang)}"
        case Met(found=found):
            said = (
                mid_sentence(fact.title.in_(lang)) + ("" if anonymous else f" — {found_words(fact, atom, lang)}")
                for fact, atom in found
            )
            return f"{'Сведения' if ru else 'Facts'}: {'; '.join(said)}"
        case Standing(eligibility=id_, ground=ground):
            known = policy.eligibilities.get(id_)
            title = quoted(known.title.in_(lang) if known else id_, lang)
            said_ground = ""
            if ground is not None and not anonymous:
                place = place_words(ground, policy, lang)
                label = "основание" if ru else "ground"
                said_ground = (
                    f" ({', '.join(filter(None, (f'{label} {quoted(ground.title.in_(lang), lang)}', place)))})"
                )
            return f"{'Соответствие условиям' if ru else 'Conditions met'}: {title}{said_ground}"
    raise TypeError(f"no premise: {reason!r}")


def open_words(one: Open, policy: Policy, lang: Lang = "ru") -> str:
    """A rule that what is known does not decide: which measure it might require, and what is not known."""
    ru, measure = lang == "ru", capitalised(MEASURES[one.rule.measure].in_(lang))
    unknown = []
    if one.missing:
        facts = ", ".join(mid_sentence(fact.title.in_(lang)) for fact in one.missing)
        unknown.append(f"нет сведений: {facts}" if ru else f"not known: {facts}")
    if one.competencies:
        named = ", ".join(competency_title(id_, policy, lang) for id_ in one.competencies)
        unknown.append(f"неизвестна область компетенции: {named}" if ru else f"of an area not known: {named}")
    asked = "не решено, нужна ли эта мера" if ru else "it is not decided whether it is required"
    return f"{measure}: {asked}; {'; '.join(unknown)} — {rule_words(one.rule, policy, lang)}"


def unkept_words(
    unkept: Iterable[Unkept],
    policy: Policy,
    lang: Lang = "ru",
    *,
    offers: Offers | None = None,
    numbers: Mapping[str, int],
    steps: Mapping[str, int] | None = None,
) -> Iterator[str]:
    """What no step of the route keeps and why, those of one rule for one reason joined; of many offers the first ones.

    The rules, by id, are told by their ``numbers``, and so are the ``steps`` that have some.
    """
    joined: dict[tuple[str, str], list[Requirement]] = {}
    for one in unkept:
        why = _why_unkept(one, lang, offers, steps or {})
        joined.setdefault((one.requirement.rule.id, why), []).append(one.requirement)
    for (id_, why), same in joined.items():
        titles = [competency_title(one.deficit.competency, policy, lang) for one in same if one.deficit]
        rule, about = same[0].rule, f" ({'; '.join(titles)})" if titles else ""
        cited = f"{'правило' if lang == 'ru' else 'rule'} {numbers[id_]} ({cited_words(rule, policy, lang)})"
        yield f"{capitalised(MEASURES[rule.measure].in_(lang))}{about}: {why} — {cited}"


def _why_unkept(one: Unkept, lang: Lang, offers: Offers | None, steps: Mapping[str, int]) -> str:
    ru, rule = lang == "ru", one.requirement.rule
    if one.after is not None:
        step = steps.get(one.after) or step_id_words(one.after, lang)
        return (
            f"после шага {step} срок маршрута заканчивается" if ru else f"the period of the route ends with step {step}"
        )
    if rule.measure in _AFTER_PROGRAMME and any(isinstance(each, Requirement) for each in one.requirement.because):
        return "следует за программой, а её в маршруте нет" if ru else "it follows a programme, and the route has none"
    if one.offers:
        named = list_words(offer_words(id_, lang, offers) for id_ in one.offers[:_MOST])
        more = len(one.offers) - _MOST
        named += (f" и ещё {more}" if ru else f" and {more} more") if more > 0 else ""
        return f"в маршрут не поместилось: {named}" if ru else f"did not fit into the route: {named}"
    if ru:
        return "при этих условиях в каталоге нет подходящего предложения"
    return "no offer of the catalogue suits these terms"


def requirements_of(route: Route, policy: Policy) -> tuple[Requirement, ...]:
    """All that is required on a route, kept or not, by the order of the policy's rules, each once."""
    listed: Iterable[Requirement] = (
        *(one for step in route.steps for one in step.requirements),
        *(one.requirement for one in route.unkept),
    )
    places = {id_: place for place, id_ in enumerate(policy.routes)}
    first = {(one.rule.id, one.deficit): one for one in reversed(tuple(listed))}
    severe = {deficit: place for place, deficit in enumerate(route.deficits)}
    return tuple(
        sorted(
            first.values(),
            key=lambda one: (
                places.get(one.rule.id, len(places)),
                one.rule.id,
                severe.get(one.deficit, len(severe)) if one.deficit else -1,
            ),
        )
    )
