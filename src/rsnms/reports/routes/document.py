"""A route as the document that a methodist hands over: Markdown that reads well as plain text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rsnms.domain.fact import Atom
from rsnms.domain.text import Lang, Text
from rsnms.policy.model import Policy
from rsnms.policy.stated import Act
from rsnms.reports.deficits import SEVERITIES
from rsnms.reports.markdown import plain, table
from rsnms.reports.routes.basis import joined_because, open_words, requirements_of, rule_words, unkept_words
from rsnms.reports.routes.reasons import uncovered_words
from rsnms.reports.routes.remedies import remedies_words
from rsnms.reports.routes.steps import step_lines
from rsnms.reports.routes.words import (
    FORMS,
    HOURS,
    STAGES,
    Offers,
    competency_title,
    days_words,
    limits_words,
    pace_words,
    proof_words,
    roubles_words,
)
from rsnms.routes.planning.route import Route, Stage, Step
from rsnms.routes.requirements.required import Requirement
from rsnms.rules.wording import capitalised, count_words, date_words, list_words

PersonFacts = Mapping[str, object]
"""What is known of the person, by fact: such as :meth:`rsnms.domain.educator.Educator.facts`."""

_TITLE = Text("Индивидуальный образовательный маршрут", "Individual educational route")
_SHOWN = ("post", "subjects", "organisation", "municipality")
"""The facts of the person that stand in the heading."""
_ANONYMOUS = Text("без имени", "without a name")
_NOT_STATED = Text("не указаны", "not stated")
_NONE = Text("нет", "none")


def route_document(
    route: Route,
    policy: Policy,
    lang: Lang = "ru",
    *,
    person_facts: PersonFacts | None = None,
    anonymous: bool = False,
    offers: Offers | None = None,
    is_diagnosed: bool = True,
) -> str:
    """Write the document of a route.

    Args:
        route: the route.
        policy: the policy by which it was made, for titles and clauses.
        lang: the language of our words; the titles of acts and offers stay as they are.
        person_facts: what is known of the person; post, subjects, place of work and municipality stand in the heading.
        anonymous: nothing that tells who it is: no ids of people and no facts of the person.
        is_diagnosed: whether there are results of diagnostics; without them nothing is said to be fine.
        offers: the catalogue, so that offers that were not chosen are told by title.
    """
    return _Document(route, policy, lang, anonymous, offers, is_diagnosed).text({} if anonymous else person_facts or {})


class _Document:
    def __init__(
        self, route: Route, policy: Policy, lang: Lang, anonymous: bool, offers: Offers | None, is_diagnosed: bool
    ) -> None:
        self._route, self._policy, self._lang = route, policy, lang
        self._anonymous, self._offers, self._is_diagnosed = anonymous, offers, is_diagnosed
        self._required = requirements_of(route, policy)
        rules = dict.fromkeys(one.rule.id for one in self._required)
        self._grounds = {id_: number for number, id_ in enumerate(rules, 1)}
        self._numbers = {step.id: number for number, step in enumerate(route.steps, 1)}

    def text(self, facts: PersonFacts) -> str:
        ru = self._lang == "ru"
        sections = [
            (f"# {_TITLE.in_(self._lang)}", self._heading(facts)),
            ("## Дефициты" if ru else "## Deficits", self._deficits()),
            ("## Шаги" if ru else "## Steps", self._steps()),
            ("## Итог" if ru else "## Summary", self._summary()),
            ("## Что остаётся открытым" if ru else "## What stays open", self._uncovered()),
            ("## Что не удалось обеспечить" if ru else "## What could not be kept", self._unkept()),
            ("## Что неизвестно" if ru else "## What is not known", self._open()),
            ("## Основания" if ru else "## Grounds", self._basis()),
            ("## Подписи" if ru else "## Signatures", self._signatures()),
        ]
        written = [(title, list(lines)) for title, lines in sections]
        return "\n\n".join("\n".join((title, "", *lines)) for title, lines in written if lines) + "\n"

    def _say(self, ru: str, en: str) -> str:
        return ru if self._lang == "ru" else en

    def _heading(self, facts: PersonFacts) -> Iterator[str]:
        route, policy, lang = self._route, self._policy, self._lang
        who = _ANONYMOUS.in_(lang) if self._anonymous or route.person is None else plain(route.person)
        yield f"- {self._say('Для кого', 'For whom')}: {who}"
        for name in _SHOWN:
            if name in facts and name in policy.facts:
                fact = policy.facts[name]
                yield f"- {fact.title.in_(lang)}: {plain(_value(fact.atom(facts[name]), policy, name, lang))}"
        for act in policy.acts:
            yield f"- {self._say('Акт', 'Act')}: {plain(act_words(act, lang))}"
        yield f"- {self._say('Территория', 'Territory')}: {plain(policy.title.in_(lang))}"
        yield f"- {self._say('Составлен', 'Made on')}: {date_words(route.on, lang)}"
        yield f"- {self._say('Срок', 'Period')}: {days_words(route.terms.begins, route.terms.last_day, lang)}"
        terms = replace(route.terms, places=None) if self._anonymous else route.terms
        if limits := "; ".join(limits_words(terms, lang)):
            yield f"- {self._say('Условия', 'Terms')}: {plain(limits)}"

    def _deficits(self) -> Iterator[str]:
        route, lang = self._route, self._lang
        if not route.deficits:
            if self._is_diagnosed:
                yield self._say("Дефицитов не выявлено.", "No deficits were found.")
            else:
                yield self._say("Результатов диагностики на этот день нет.", "There are no results of diagnostics.")
            return
        heads = ("Компетенция", "Тяжесть", "Диагностика", "Закрывает")
        yield from table(
            heads if lang == "ru" else ("Competency", "Severity", "Diagnosed on", "Closed by"),
            [
                (
                    competency_title(one.competency, self._policy, lang),
                    SEVERITIES[one.severity].in_(lang),
                    date_words(one.found_on, lang) if one.found_on else self._say("не указана", "not stated"),
                    self._closed_by([str(self._numbers[step.id]) for step in route.steps if one in step.closes]),
                )
                for one in route.deficits
            ],
        )

    def _closed_by(self, steps: Sequence[str]) -> str:
        if not steps:
            return self._say("остаётся открытым", "stays open")
        label = self._say("шаг" if len(steps) == 1 else "шаги", "step" if len(steps) == 1 else "steps")
        return f"{label} {', '.join(steps)}"

    def _steps(self) -> Iterator[str]:
        if not self._route.steps:
            yield self._say("Шагов нет.", "There are no steps.")
        first = True
        for stage, steps in groupby(self._route.steps, key=lambda step: step.stage):
            yield from ([] if first else [""])
            first = False
            yield from (f"### {capitalised(STAGES[stage].in_(self._lang))}", "")
            for step in steps:
                yield from step_lines(
                    step,
                    self._policy,
                    self._lang,
                    numbers=self._numbers,
                    deficits=self._route.deficits,
                    needed_for=[self._numbers[one.id] for one in self._route.steps if _builds_on(one, step)],
                    grounds=self._grounds,
                    anonymous=self._anonymous,
                )

    def _summary(self) -> Iterator[str]:
        route, lang, absent = self._route, self._lang, _NOT_STATED.in_(self._lang)
        said = (
            ("Содержание", "Content", "; ".join(plain(title) for title in route.content) or _NONE.in_(lang)),
            ("Формы", "Forms", list_words(FORMS[form].in_(lang) for form in route.forms) or _NONE.in_(lang)),
            ("Технологии", "Technologies", plain(list_words(route.technologies)) or absent),
            ("Темп", "Pace", pace_words(route, lang) or _NONE.in_(lang)),
            ("Общее время", "Total time", count_words(route.hours, HOURS, lang)),
            ("Стоимость", "Cost", roubles_words(route.cost, lang)),
            ("Завершение", "Ends on", self._end()),
        )
        yield from (f"- {self._say(ru, en)}: {text}" for ru, en, text in said)
        yield from ("", proof_words(route.gap, lang))

    def _end(self) -> str:
        """The last day of the route; how long somebody accompanies it where there is nothing else."""
        steps = [step for step in self._route.steps if step.stage is not Stage.DIAGNOSIS]
        if steps and all(step.stage is Stage.THROUGHOUT for step in steps):
            day = date_words(max(step.ends for step in steps), self._lang)
            return self._say(f"только сопровождение, по {day}", f"accompaniment alone, until {day}")
        return date_words(self._route.ends_on, self._lang)

    def _uncovered(self) -> Iterator[str]:
        for left in self._route.uncovered:
            yield f"- {plain(uncovered_words(left, self._policy, self._lang))}"
            said = remedies_words(
                left, self._route.terms, self._policy, self._lang, offers=self._offers, numbers=self._numbers
            )
            yield from (f"  - {plain(remedy)}" for remedy in said)

    def _unkept(self) -> Iterator[str]:
        said = unkept_words(
            self._route.unkept,
            self._policy,
            self._lang,
            offers=self._offers,
            numbers=self._grounds,
            steps=self._numbers,
        )
        yield from (f"- {plain(one)}" for one in said)

    def _open(self) -> Iterator[str]:
        yield from (f"- {plain(open_words(one, self._policy, self._lang))}" for one in self._route.open)

    def _basis(self) -> Iterator[str]:
        """The rules, numbered, each with what led to it; where no condition did, that it holds for everybody."""
        by_rule: dict[str, list[Requirement]] = {}
        for one in self._required:
            by_rule.setdefault(one.rule.id, []).append(one)
        for id_, same in by_rule.items():
            number = f"{self._grounds[id_]}. "
            yield f"{number}{plain(capitalised(rule_words(same[0].rule, self._policy, self._lang)))}"
            chains = joined_because(
                same,
                self._route.deficits,
                self._policy,
                self._lang,
                anonymous=self._anonymous,
                numbers=self._grounds,
            )
            yield from (f"{' ' * len(number)}- {plain(chain)}" for chain in chains)

    def _signatures(self) -> Iterator[str]:
        line = "____________________"
        for ru, en in (("Методист", "Methodist"), ("Участник маршрута", "Participant")):
            yield f"- {self._say(ru, en)}: {line} {self._say('Дата', 'Date')}: {line[:12]}"


def _builds_on(step: Step, earlier: Step) -> bool:
    return step.offer is not None and earlier.id in step.offer.prerequisites


def _value(atom: Atom, policy: Policy, name: str, lang: Lang) -> str:
    """A fact of the person; free texts without quotation marks."""
    listed = policy.facts[name].value(atom) if isinstance(atom, str) else None
    if listed is not None:
        return listed.title.in_(lang)
    return list_words(sorted(atom)) if isinstance(atom, frozenset) else str(atom)


def act_words(act: Act, lang: Lang = "ru") -> str:
    """An act: "приказ от 05.06.2023 № 58, Комитет образования"."""
    dated = f" {'от' if lang == 'ru' else 'of'} {date_words(act.dated, lang)}" if act.dated else ""
    return f"{act.kind}{dated}{f' № {act.number}' if act.number else ''}, {act.body}"
