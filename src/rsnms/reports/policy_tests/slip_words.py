"""What a slip in a route rule or in a target changes, in words: "правило не действует", "порог 10 % → 9 %"."""

from rsnms.domain.competency import Severity
from rsnms.domain.measure import Measure
from rsnms.domain.target import Amount, Target
from rsnms.domain.text import Lang, Text
from rsnms.policy.indicators import Indicator, Share
from rsnms.policy.routes import RouteRule
from rsnms.policy_tests.rule_mutations import RuleMutation, RuleSlip
from rsnms.policy_tests.target_mutations import TargetMutation, TargetSlip
from rsnms.reports.routes.words import MEASURES
from rsnms.rules.wording import date_words, number_words, quoted

_OF_RULES = {
    RuleSlip.GONE: Text("правило не действует", "the rule does not apply"),
    RuleSlip.NO_PROVIDER: Text("кто обеспечивает, не сказано", "nobody is named as provider"),
    RuleSlip.NOT_BY_DEFICIT: Text("не по дефициту, а человеку в целом", "not for a deficit, but for the person"),
    RuleSlip.ANY_COMPETENCY: Text("по дефициту любой компетенции", "for a deficit of any competency"),
    RuleSlip.ANY_AREA: Text("по дефициту любой области", "for a deficit of any area"),
    RuleSlip.AFTER_NOTHING: Text("без предшествующей меры", "with no earlier measure"),
    RuleSlip.NOT_BY_ELIGIBILITY: Text("и тем, у кого права нет", "also for those who are not eligible"),
}
_SEVERITIES = {
    Severity.LOW: Text("низкая", "low"),
    Severity.MEDIUM: Text("средняя", "medium"),
    Severity.HIGH: Text("высокая", "high"),
}


def rule_change_words(rule: RouteRule, mutation: RuleMutation, lang: Lang = "ru") -> str:
    """What changes in a rule."""
    value = mutation.value or ""
    match mutation.kind:
        case RuleSlip.MEASURE:
            said, before, after = Text("мера", "measure"), *(MEASURES[one] for one in (rule.measure, Measure(value)))
            return f"{said.in_(lang)}: {before.in_(lang)} → {after.in_(lang)}"
        case RuleSlip.PROVIDER:
            return f"{'provider' if lang == 'en' else 'кто обеспечивает'}: {rule.by} → {value}"
        case RuleSlip.MILDER | RuleSlip.GRAVER:
            assert rule.deficit is not None and rule.deficit.severity is not None  # noqa: S101, PT018 - it is moved
            said, before, after = (
                Text("тяжесть дефицита не ниже", "severity at least"),
                _SEVERITIES[rule.deficit.severity],
                _SEVERITIES[Severity(value)],
            )
            return f"{said.in_(lang)}: {before.in_(lang)} → {after.in_(lang)}"
        case RuleSlip.WITHOUT_EARLIER:
            measure = quoted(MEASURES[Measure(value)].in_(lang), lang)
            return f"not after the measure {measure}" if lang == "en" else f"не после меры {measure}"
        case RuleSlip.WITHOUT_COMPETENCY:
            return f"without the competency {value}" if lang == "en" else f"нет компетенции {value}"
        case RuleSlip.WITHOUT_AREA:
            return f"without the area {value}" if lang == "en" else f"нет области {value}"
    return _OF_RULES[mutation.kind].in_(lang)


_OF_TARGETS = {
    TargetSlip.LOWER: Text("порог", "threshold"),
    TargetSlip.HIGHER: Text("порог", "threshold"),
    TargetSlip.SOONER: Text("срок", "due"),
    TargetSlip.LATER: Text("срок", "due"),
    TargetSlip.BEGINS_LATER: Text("первый год", "first year"),
    TargetSlip.ENDS_SOONER: Text("последний год", "last year"),
    TargetSlip.ENDS_LATER: Text("последний год", "last year"),
}


def target_change_words(indicator: Indicator, mutation: TargetMutation, lang: Lang = "ru") -> str:
    """What changes in the target of an indicator."""
    assert indicator.target is not None  # noqa: S101 - it is changed
    is_share = isinstance(indicator.measure, Share)
    both = (indicator.target, mutation.of(indicator.target))
    before, after = (_moved_words(target, mutation, lang, is_share=is_share) for target in both)
    said = _OF_TARGETS[mutation.kind].in_(lang)
    if mutation.step is not None and mutation.kind in (TargetSlip.LOWER, TargetSlip.HIGHER):
        year = indicator.target.steps[mutation.step][0]
        said += f" of {year}" if lang == "en" else f" {year} года"
    return f"{said} {before} → {after}"


def _moved_words(target: Target, mutation: TargetMutation, lang: Lang, *, is_share: bool) -> str:
    """That which the mutation moves, as a target has it."""
    year, amount = target.steps[mutation.step] if mutation.step is not None else (None, target.amount)
    match mutation.kind:
        case TargetSlip.LOWER | TargetSlip.HIGHER if amount is not None:
            return _amount_words(amount, lang, is_share=is_share)
        case TargetSlip.BEGINS_LATER:
            year = target.every_year_from
        case TargetSlip.ENDS_SOONER | TargetSlip.ENDS_LATER:
            year = target.last_year
        case _ if target.by is not None:
            return date_words(target.by, lang)
    return str(year)


def _amount_words(amount: Amount, lang: Lang, *, is_share: bool) -> str:
    number = number_words(float(amount.value * (100 if is_share else 1)), lang)
    return number + (("%" if lang == "en" else " %") if is_share else "")
