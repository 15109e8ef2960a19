"""Words of routes: stages, measures, offers, deficits, days, hours and money."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.domain.offer import EducationKind, Offer, OfferKind, StudyForm
from rsnms.domain.period import Every, period_of
from rsnms.domain.text import Lang, Text, Unit
from rsnms.monitoring.periods import period_words
from rsnms.policy.model import Policy
from rsnms.reports.deficits import SEVERITIES
from rsnms.routes.catalogue import columns as catalogue_columns
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.routes.planning.terms import Terms
from rsnms.routes.timetable.timetable import Gap, Month
from rsnms.rules.wording import capitalised, count_words, date_words, list_words, number_words, quoted

Offers = Mapping[str, Offer]
"""Offers by id, such as those of a catalogue: where they are given, offers are told by title."""

STAGES = {
    Stage.DIAGNOSIS: Text("диагностика", "diagnostics"),
    Stage.LEARNING: Text("обучение", "learning"),
    Stage.TRANSFER: Text("перенос в практику", "transfer into practice"),
    Stage.POST_COURSE: Text("посткурсовое сопровождение", "support after the programme"),
    Stage.THROUGHOUT: Text("сопровождение на протяжении маршрута", "accompaniment throughout"),
    Stage.REPEATED_DIAGNOSIS: Text("повторная диагностика", "repeated diagnostics"),
}
STATUSES = {Status.PLANNED: Text("запланировано", "planned"), Status.DONE: Text("пройдено", "done")}
MEASURES = {
    Measure.REGISTER_PROGRAMME: Text("программа ДПО", "programme of further professional education"),
    Measure.MANAGEMENT_TEAM_PROGRAMME: Text("программа для управленческих команд", "programme for management teams"),
    Measure.INTERNSHIP: Text("стажировка", "internship"),
    Measure.POST_COURSE_SUPPORT: Text("посткурсовое сопровождение", "support after the programme"),
    Measure.TRANSFER_INTO_PRACTICE: Text("перенос освоенного в практику", "transfer into practice"),
    Measure.MENTORING: Text("наставничество", "mentoring"),
    Measure.MANAGERIAL_MENTORING: Text("менторство", "managerial mentoring"),
    Measure.METHODICAL_HELP: Text("методическая помощь", "methodical help"),
    Measure.ACCOMPANIMENT: Text("сопровождение маршрута", "accompaniment of the route"),
    Measure.HORIZONTAL_LEARNING: Text("горизонтальное обучение", "learning from colleagues"),
    Measure.INVITATION_TO_ACTIVE: Text("приглашение в методический актив", "invitation to the methodical active"),
    Measure.BURNOUT_PREVENTION: Text("профилактика выгорания", "prevention of burnout"),
    Measure.REPEATED_DIAGNOSIS: Text("повторная диагностика", "repeated diagnostics"),
}
KINDS = {OfferKind(value.id): value.title for value in catalogue_columns.KINDS}
EDUCATIONS = {EducationKind(value.id): value.title for value in catalogue_columns.EDUCATIONS}
FORMS = {StudyForm(value.id): value.title for value in catalogue_columns.FORMS}
HOURS = Unit("час", "часа", "часов", ("hour", "hours"))
ROUBLES = Unit("рубль", "рубля", "рублей", ("rouble", "roubles"))
_AFTER = "-after-"
"""Stands in the id of a step between its measure and the step that it follows."""
_FORM = (Text("форма", "form"), Text("формы", "forms"))
_PLACE = (Text("место", "place"), Text("места", "places"))
_DIAGNOSED = Text("диагностика {day}", "diagnosed on {day}")
_FREE = Text("бесплатно", "free of charge")
_PROVEN = Text("Маршрут наилучший при этих условиях (доказано).", "No route is better under these terms (proven).")
_NOT_PROVEN = Text("Что маршрут наилучший, не доказано: {level}.", "That no route is better is not proven: {level}.")
_NOT_PROVEN_FROM = Text(
    "Что маршрут наилучший, не доказано: {level}, найдено {reached}, возможно от {bound}.",
    "That no route is better is not proven: {level}, found {reached}, possible from {bound}.",
)
_LEVELS = {
    "uncovered-high": Text("незакрытые тяжёлые дефициты", "severe deficits left open"),
    "uncovered-medium": Text("незакрытые средние дефициты", "medium deficits left open"),
    "uncovered-low": Text("незакрытые лёгкие дефициты", "mild deficits left open"),
    "unkept": Text("невыполненные требования", "requirements not kept"),
    "unkept-recommended": Text("невыполненные рекомендации", "recommendations not kept"),
    "outside-register": Text("программы, взятые не из федерального реестра", "programmes not taken from the register"),
    "hours": Text("часы", "hours"),
    "unregistered": Text("программы не из федерального реестра", "programmes outside the federal register"),
    "ends-on": Text("день завершения", "the last day"),
    "cost": Text("стоимость", "cost"),
    "offers": Text("число предложений", "number of offers"),
}


def competency_title(id_: str, policy: Policy, lang: Lang = "ru") -> str:
    """The title of a competency; its id where the policy does not know it."""
    return policy.competencies[id_].title.in_(lang) if id_ in policy.competencies else id_


def subject_title(id_: str, policy: Policy) -> str:
    """The title of a subject of the system; its id where the policy does not know it."""
    return policy.subjects[id_].title if id_ in policy.subjects else id_


def fact_title(name: str, policy: Policy, lang: Lang = "ru") -> str:
    """The title of a fact; its name where the policy does not know it."""
    return policy.facts[name].title.in_(lang) if name in policy.facts else name


def deficit_words(deficit: Deficit, policy: Policy, lang: Lang = "ru") -> str:
    """A deficit: "ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)"."""
    said = f"{competency_title(deficit.competency, policy, lang)}, {SEVERITIES[deficit.severity].in_(lang)}"
    if deficit.found_on is None:
        return said
    return f"{said} ({_DIAGNOSED.in_(lang).format(day=date_words(deficit.found_on, lang))})"


def offer_words(id_: str, lang: Lang = "ru", offers: Offers | None = None) -> str:
    """An offer by its title, with the id: "«Формирующее оценивание» (ПК-001)"; the id alone where it is not given."""
    return f"{quoted(offers[id_].title, lang)} ({id_})" if offers and id_ in offers else id_


def days_words(first: date, last: date, lang: Lang = "ru") -> str:
    """The days from one to another: "10.03–21.03.2025", in English "10 March to 21 March 2025"."""
    if first == last:
        return date_words(first, lang)
    begins, ends = date_words(first, lang), date_words(last, lang)
    if first.year == last.year:
        begins = begins.removesuffix(f"{'.' if lang == 'ru' else ' '}{first.year}")
    return f"{begins}–{ends}" if lang == "ru" else f"{begins} to {ends}"


def month_words(month: Month, lang: Lang = "ru") -> str:
    """A month: "март 2025"."""
    return period_words(period_of(Every.MONTH, date(*month, 1)), lang)


def roubles_words(cost: Decimal, lang: Lang = "ru", *, genitive: bool = False) -> str:
    """An amount of money: "12 500 рублей", "500,50 рубля", "бесплатно"; in the genitive after "не более"."""
    if not cost and not genitive:
        return _FREE.in_(lang)
    counted = count_words(cost, ROUBLES, lang, genitive=genitive)
    digits, _, unit = counted.rpartition(" ")
    tenths = digits[-2:-1] in (",", ".") and cost == round(cost, 1)
    return f"{digits}0 {unit}" if tenths else counted


def pace_words(route: Route, lang: Lang = "ru") -> str:
    """Темп: "февраль 2025 — 36 часов; март 2025 — 12 часов"."""
    return "; ".join(
        f"{month_words(month, lang)} — {count_words(hours, HOURS, lang)}" for month, hours in route.pace.items()
    )


def limits_words(terms: Terms, lang: Lang = "ru") -> Iterator[str]:
    """The limits of a route: "не более 60 часов в месяц", "место — Кировск"."""
    ru = lang == "ru"
    for limit, said in ((terms.hours, ""), (terms.hours_a_month, " в месяц" if ru else " a month")):
        if limit is not None:
            hours = count_words(limit, HOURS, lang, genitive=True)
            yield f"{'не более' if ru else 'at most'} {hours}{said}"
    if terms.cost is not None:
        cost = roubles_words(terms.cost, lang, genitive=True)
        yield f"{'не дороже' if ru else 'at most'} {cost}"
    if terms.forms is not None:
        forms = [FORMS[form].in_(lang) for form in StudyForm if form in terms.forms]
        yield f"{_FORM[len(forms) > 1].in_(lang)} — {list_words(forms)}"
    if terms.places is not None:
        yield f"{_PLACE[len(terms.places) > 1].in_(lang)} — {list_words(sorted(terms.places))}"


def step_title(step: Step, lang: Lang = "ru") -> str:
    """What a step is: the offer's title, else its measures, else its stage."""
    if step.offer:
        return step.offer.title
    return capitalised(measures_words(step, lang) or STAGES[step.stage].in_(lang))


def step_id_words(id_: str, lang: Lang = "ru") -> str:
    """A step by its id: an offer by it, a measure in words: "Стажировка (после ПК-001)"."""
    measure, _, after = id_.partition(_AFTER)
    if measure in list(Measure):
        said = capitalised(MEASURES[Measure(measure)].in_(lang))
        return f"{said} ({'после' if lang == 'ru' else 'after'} {after})" if after else said
    return capitalised(STAGES[Stage(id_)].in_(lang)) if id_ in list(Stage) else id_


def measures_words(step: Step, lang: Lang = "ru") -> str:
    """The measures that a step keeps; nothing where no rule asked for it."""
    return list_words(MEASURES[measure].in_(lang) for measure in step.measures)


def proof_words(gap: Gap | None, lang: Lang = "ru") -> str:
    """Whether it is proven that no route is better, or where the proof was not reached."""
    if gap is None:
        return _PROVEN.in_(lang)
    level = _LEVELS[gap.level].in_(lang) if gap.level in _LEVELS else gap.level
    if gap.level == "cost" or (gap.level == "ends-on" and gap.bound <= 1):  # costs in units, no day to tell
        return _NOT_PROVEN.in_(lang).format(level=level)
    reached, bound = (
        date_words(date.fromordinal(number), lang) if gap.level == "ends-on" else number_words(number, lang)
        for number in (gap.reached, gap.bound)
    )
    return _NOT_PROVEN_FROM.in_(lang).format(level=level, reached=reached, bound=bound)
