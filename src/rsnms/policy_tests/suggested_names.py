"""Names of suggested cases, which say in Russian what a case holds: "… стаж 4 года 11 месяцев — мало"."""

from collections.abc import Iterator, Mapping

from rsnms.domain.fact import Atom, Fact, FactType
from rsnms.domain.span import Span
from rsnms.monitoring.measuring import Status
from rsnms.policy.conditions import Bounds, Comparison, bounds, comparisons
from rsnms.policy.indicators import Indicator, RecordRule
from rsnms.policy.model import Jurisdiction, Policy
from rsnms.policy_tests.case import NONE, Case, EligibilityCase, IndicatorCase, RouteCase
from rsnms.policy_tests.mutants import Mutant
from rsnms.policy_tests.rule_mutations import RuleMutation
from rsnms.policy_tests.stated_conditions import conditions_of, stated_in
from rsnms.policy_tests.target_mutations import TargetMutation
from rsnms.rules.judge import Verdict
from rsnms.rules.requirement import found_words
from rsnms.rules.wording import date_words, mid_sentence

_SHOWN = 3
"""Facts that a name tells."""
_VERDICTS = {
    Verdict.ELIGIBLE: "право есть",
    Verdict.INELIGIBLE: "права нет",
    Verdict.UNDETERMINED: "сведений не хватает",
}


def case_name(case: Case, mutant: Mutant, jurisdiction: Jurisdiction) -> str:
    """The element, the value of the fact on which the case turns, and what comes out."""
    policy = jurisdiction.on(case.on)
    rows = list(_rows(case))
    if isinstance(case, IndicatorCase) and isinstance(mutant.mutation, TargetMutation):
        return f"{_title(case, mutant, policy)}: {_measured(case)}"
    if isinstance(mutant.mutation, RuleMutation):
        return f"{_title(case, mutant, policy)}: {_result(case)}"
    told = list(dict.fromkeys(_told(comparison, rows) for comparison in mutant.unit.comparisons))
    known = [one for one in told if one is not None][:_SHOWN]
    unknown = [f"{mid_sentence(one.fact.title.ru)} не указано" for one in mutant.unit.comparisons][:1]
    comparison = mutant.unit.comparison
    result = (comparison and known and _amount_words(comparison, rows)) or _result(case)
    return f"{_title(case, mutant, policy)}: {', '.join(known or unknown)} — {result}"


def varied_name(case: Case, mutant: Mutant, fact: str, jurisdiction: Jurisdiction) -> str:
    """The element, the fact whose values vary, and what comes out of each of them."""
    policy = jurisdiction.on(case.on)
    title = next(
        (one.fact.title.ru for one in _asked(mutant, policy) if one.fact.name == fact),
        policy.facts[fact].title.ru if fact in policy.facts else fact,
    )
    return f"{_title(case, mutant, policy)}: {mid_sentence(title)} — {_result(case)}"


def _asked(mutant: Mutant, policy: Policy) -> Iterator[Comparison]:
    for condition in conditions_of(stated_in(policy, mutant.unit.section)[mutant.unit.element]).values():
        yield from comparisons(condition)


def table_name(case: IndicatorCase, jurisdiction: Jurisdiction) -> str:
    """The indicator whose rows a table shows."""
    return f"{jurisdiction.on(case.on).indicators[case.indicator].title.ru}: кто засчитывается, а кто нет"


def _title(case: Case, mutant: Mutant, policy: Policy) -> str:
    stated = stated_in(policy, mutant.unit.section)[mutant.unit.element]
    if not isinstance(stated, RecordRule):
        return stated.title.ru
    assert isinstance(case, IndicatorCase)  # noqa: S101 - nothing else asks about records
    indicator: Indicator = policy.indicators[case.indicator]
    return indicator.title.ru


Values = Mapping[str, Atom | Span]


_STATUSES = {
    Status.MET: "цель достигнута",
    Status.MISSED: "цель не достигнута",
    Status.PENDING: "цель ещё не достигнута",
    Status.UNDECIDED: "достигнута ли цель, неизвестно",
    Status.NO_TARGET: "цели нет",
}


def _measured(case: IndicatorCase) -> str:
    """The day, the milestone where it is not the current one, and whether the target is met."""
    due = f", рубеж {date_words(case.due)}" if case.due else ""
    status = _STATUSES[case.expected.outcome] if case.expected.outcome else _result(case)
    missing = f", не хватает: {case.expected.gap}" if case.expected.gap else ""
    return f"{date_words(case.on)}{due} — {status}{missing}"


def _rows(case: Case) -> Iterator[Values]:
    match case:
        case EligibilityCase(facts=facts) | RouteCase(facts=facts):
            yield facts
        case IndicatorCase(tables=tables):
            for table in tables.values():
                yield from table


def _atom(name: str, rows: list[Values]) -> Atom | None:
    found = next((row[name] for row in rows if name in row), None)
    return found.months if isinstance(found, Span) else found


def _told(comparison: Comparison, rows: list[Values]) -> str | None:
    fact, atom = comparison.fact, _atom(comparison.fact.name, rows)
    if atom is None:
        return None
    return f"{mid_sentence(fact.title.ru)}{_joint(fact)}{found_words(fact, atom)}"


def _joint(fact: Fact) -> str:
    if fact.type.is_ordered:
        return " "
    return ": " if fact.type is FactType.BOOLEAN else " — "


def _amount_words(comparison: Comparison, rows: list[Values]) -> str | None:
    """On which side of a bound an amount lies; ``None`` of anything else, and of what has not one bound."""
    atom, interval = _atom(comparison.fact.name, rows), bounds(comparison)
    if atom is None or interval is None or comparison.fact.type is FactType.DATE:
        return None
    return _side(atom, interval)


def _side(atom: Atom, interval: Bounds) -> str | None:
    low, high = interval.low, interval.high
    if (low is None) == (high is None):
        return None
    if low is not None:
        is_enough = atom > low if interval.low_open else atom >= low  # type: ignore[operator]
        return "достаточно" if is_enough else "мало"
    is_within = atom < high if interval.high_open else atom <= high  # type: ignore[operator]
    return "ещё подходит" if is_within else "уже не подходит"


def _result(case: Case) -> str:
    match case:
        case EligibilityCase(expected=expected) if expected.verdict is not None:
            return _VERDICTS[expected.verdict]
        case RouteCase(expected=expected) if expected.requires:
            return "требуется"
        case RouteCase():
            return "не требуется"
        case IndicatorCase(expected=expected) if expected.value == NONE:
            return "не входит в расчёт"
        case IndicatorCase(expected=expected) if expected.value:
            return "засчитывается"
    return "не засчитывается"
