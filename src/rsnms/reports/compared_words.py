"""What compared policies say, in words: the things, the points, and what each policy says at a point."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rsnms.domain.level import Level
from rsnms.domain.subject import SubjectKind
from rsnms.domain.system import Relation
from rsnms.domain.target import Amount, Bound
from rsnms.domain.text import Lang, Text
from rsnms.monitoring.kinds import kind_title
from rsnms.monitoring.periods import EVERY
from rsnms.policy.conditions import All, Any, Comparison, Condition
from rsnms.policy.indicators import Indicator, Measure, Ratio, Share, State, Tally
from rsnms.policy.model import Policy
from rsnms.policy.stated import Eligibility, Ground
from rsnms.policy.system import Schedule
from rsnms.reports.names import FOR_EACH, LEVELS, RELATIONS, SUBJECT_KINDS, kind_words
from rsnms.rules.explain import Literal
from rsnms.rules.narrative import MODALITIES, clause_words
from rsnms.rules.requirement import requirement
from rsnms.rules.wording import date_words, mid_sentence, number_words, quoted
from rsnms.rules.words import literal_words, words
from rsnms.survey.matched import Aspect, Matched, Point, Said
from rsnms.survey.record import Record

ASPECTS = {
    Aspect.SUBJECTS: Text("Субъекты", "Subjects"),
    Aspect.FUNCTIONS: Text("Функции и обязанности", "Functions and duties"),
    Aspect.ELIGIBILITY: Text("Права на включение", "Eligibilities"),
    Aspect.INDICATORS: Text("Показатели", "Indicators"),
    Aspect.DOCUMENTS: Text("Документы", "Documents"),
    Aspect.OBLIGATIONS: Text("Обязательства", "Obligations"),
    Aspect.GOVERNANCE: Text("Управление", "Governance"),
    Aspect.PROVISIONS: Text("Положения", "Provisions"),
    Aspect.TERMS: Text("Термины", "Terms"),
}
_POINTS = {
    "kind": Text("вид", "kind"),
    "level": Text("уровень", "level"),
    "part_of": Text("входит в", "part of"),
    "in_structure": Text("в перечне субъектов", "in the list of subjects"),
    "by": Text("кто", "who"),
    "when": Text("когда", "when"),
    "approved_by": Text("утверждает", "approved by"),
    "prepared_by": Text("готовит", "prepared by"),
    "party": Text("стороны", "parties"),
    "measure": Text("мера", "measure"),
    "measured": Text("что считается", "what counts"),
    "amount": Text("величина", "amount"),
    "date": Text("срок", "date"),
    "ground": Text("основание", "ground"),
    "combination": Text("сочетание условий", "combination of conditions"),
}
_ELSE = Text("вид деятельности не назван", "no activity named")
_SYSTEM = Text("система в целом", "the system as a whole")
_NOBODY = Text("субъект не назван", "no subject named")
_AIMS = ("subjects", "documents", "activities")
_NAMED = ("subjects", "documents", "obligations")
"""Sections in which an id that is said may stand."""
_ROLES = {
    "of": Text("из кого или чего", "out of"),
    "where": Text("кто или что", "those"),
    "to": Text("на кого или что", "to each of"),
}
_SHOWN = 5
"""Elements of one thing that a table names."""


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """The words of a comparison; ``sides`` are its policies, the compared one first."""

    sides: tuple[Policy, Policy]
    lang: Lang = "ru"

    def thing(self, matched: Matched) -> str:
        """What is compared: an id, an activity, documents of a kind."""
        key = matched.key
        sides = [side for side, found in zip(self.sides, (matched.one, matched.other), strict=True) if found]
        match matched.aspect:
            case Aspect.FUNCTIONS:
                return self._titles(key[0], sides, "activities") or _ELSE.in_(self.lang)
            case Aspect.DOCUMENTS | Aspect.OBLIGATIONS:
                subject = self._titles(key[1], sides, "subjects") or _NOBODY.in_(self.lang)
                return f"{kind_title(key[0]).in_(self.lang)}: {subject}"
            case Aspect.GOVERNANCE:
                aims = ", ".join(self._titles(aim, sides, *_AIMS) or _SYSTEM.in_(self.lang) for aim in key[1:])
                return f"{RELATIONS[Relation(key[0])].in_(self.lang)}: {aims}"
            case Aspect.PROVISIONS:
                return kind_words(key[0], self.lang)
        return key[0]

    def elements(self, found: tuple[Record, ...], aspect: Aspect, side: Policy) -> str:
        """The elements of one policy: titles with clauses, of functions who performs how many."""
        if aspect is Aspect.FUNCTIONS:
            counted = Counter(record.subject for record in found)
            return "\n".join(f"{side.subjects[id_].title}: {count}" for id_, count in counted.items() if id_)
        lines = [f"{record.title.in_(self.lang)}{self._in_brackets(record.clause)}" for record in found[:_SHOWN]]
        if len(found) > _SHOWN:
            rest = len(found) - _SHOWN
            lines.append(f"и ещё {rest}" if self.lang == "ru" else f"and {rest} more")
        return "\n".join(lines)

    def point(self, point: Point) -> str:
        """On what elements are compared; of a condition the title of its fact."""
        if point.name != "demand":
            return _POINTS[point.name].in_(self.lang)
        [literal, *_] = [said.value for said in (*point.one, *point.other)]
        return str(literal.comparison.fact.title.in_(self.lang))

    def said(self, matched: Matched, point: Point, said: Said, side: Policy) -> str:
        """What a policy says at a point, with the ground that asks it and the clause."""
        place = self._place(side.eligibilities[matched.key[0]], said) if point.name == "demand" else ""
        beside = ", ".join(filter(None, (place, clause_words(said.clause, self.lang))))
        return self._value(said, side) + (f" ({beside})" if beside else "")

    def _value(self, said: Said, side: Policy) -> str:
        lang = self.lang
        match said.value:
            case Literal() as literal:
                return requirement(literal, lang)
            case Level() as level:
                return LEVELS[level].in_(lang)
            case SubjectKind() as kind:
                return SUBJECT_KINDS[kind].in_(lang)
            case bool(answer):
                return {"ru": ("нет", "да"), "en": ("no", "yes")}[lang][answer]
            case Ground() as ground:
                modality = f", {MODALITIES[ground.modality].in_(lang)}" if ground.modality else ""
                return f"{ground.title.in_(lang)}{modality}"
            case Schedule() as schedule:
                return schedule_words(schedule, lang)
            case (int() | None as year, Amount() as amount, Indicator() as indicator):
                return (f"{year}: " if year else "") + self._amount(amount, indicator)
            case date() as day:
                return f"к {date_words(day)}" if lang == "ru" else f"by {date_words(day, lang)}"
            case int(year):
                return f"к концу {year}" if lang == "ru" else said.text
            case (int(first), int() | None as last):
                until = f" по {last}" if last else ""
                return f"каждый год с {first}{until}" if lang == "ru" else said.text
            case Share() | Tally() | Ratio() | State() as measure:
                return measure_words(measure, lang)
            case (str(role), condition):
                return f"{_ROLES[role].in_(lang)}: {mid_sentence(brief(condition, lang))}"
            case None:
                return self._titles(said.text, [side], *_NAMED) or said.text
        return said.text

    def _amount(self, amount: Amount, indicator: Indicator) -> str:
        is_share = isinstance(indicator.measure, Share)
        number = number_words(float(amount.value * (100 if is_share else 1)), self.lang) + (" %" if is_share else "")
        bounds = {Bound.AT_LEAST: Text("не менее {}", "at least {}"), Bound.AT_MOST: Text("не более {}", "at most {}")}
        return bounds[amount.bound].in_(self.lang).format(number)

    def _place(self, eligibility: Eligibility, said: Said) -> str:
        if said.ground is None:
            return "для всех" if self.lang == "ru" else "for everybody"
        [title] = [ground.title for ground in eligibility.grounds if ground.id == said.ground]
        return f"{'основание' if self.lang == 'ru' else 'ground'} {quoted(title.in_(self.lang), self.lang)}"

    def _in_brackets(self, clause: str | None) -> str:
        return f" ({clause_words(clause, self.lang)})" if clause else ""

    def _titles(self, id_: str, sides: Iterable[Policy], *sections: str) -> str:
        """What the policies call an element; nothing where none of them has it."""
        found = (getattr(side, section).get(id_) for side in sides for section in sections)
        titles = (one.title if isinstance(one.title, str) else one.title.in_(self.lang) for one in found if one)
        return " / ".join(dict.fromkeys(titles))


def brief(condition: Condition, lang: Lang = "ru") -> str:
    """A condition on one line, named criteria by their names alone."""
    match condition:
        case Comparison():
            return literal_words(Literal(condition), lang)
        case All(parts, None):
            return "; ".join(brief(part, lang) for part in parts)
        case Any(parts, None):
            return (" или " if lang == "ru" else " or ").join(brief(part, lang) for part in parts)
    return quoted(condition.title.in_(lang), lang) if condition.title else words(condition, lang)


def schedule_words(schedule: Schedule, lang: Lang = "ru") -> str:
    """When something is due: "не реже раза в квартал", "до 31.12.2024, в каждом муниципалитете", "срок не указан"."""
    said = []
    if schedule.every is not None:
        said.append(EVERY[schedule.every].in_(lang))
    if schedule.due is not None:
        said.append(("до " if lang == "ru" else "by ") + date_words(schedule.due, lang))
    if schedule.date_note is not None:
        said.append(schedule.date_note)
    if not said:
        said.append("срок не указан" if lang == "ru" else "no date specified")
    if schedule.for_each is not None:
        said.append(FOR_EACH[schedule.for_each].in_(lang))
    return ", ".join(said)


_MEASURES: dict[type, Text] = {
    Share: Text("доля", "a share"),
    Tally: Text("количество", "a count"),
    Ratio: Text("сколько на одного", "a ratio"),
    State: Text("состояние", "a state"),
}


def measure_words(measure: Measure, lang: Lang = "ru") -> str:
    """What an indicator measures, in a word."""
    return _MEASURES[type(measure)].in_(lang)
