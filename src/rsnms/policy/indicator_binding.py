"""From written indicators and record facts to values: conditions bound, targets typed, floors compared."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rsnms.domain.fact import About, Fact, FactType
from rsnms.domain.target import Amount, Bound, Target
from rsnms.domain.text import Text
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.conditions import Condition
from rsnms.policy.indicator_forms import (
    AmountForm,
    IndicatorForm,
    PopulationForm,
    RatioForm,
    ShareForm,
    TallyForm,
    TargetForm,
)
from rsnms.policy.indicators import Indicator, Measure, Population, Ratio, RecordRule, Share, State, Tally
from rsnms.policy.layers import Written
from rsnms.policy.model import vocabulary_about
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.references import References
from rsnms.policy.vocabulary import bind_unit

Binders = Mapping[About, ConditionBinder]
_YEARS_IN_ORDER = Text(
    "годы в steps идут по порядку, каждый один раз", "the years of 'steps' stand in order, each of them once"
)
_UNTIL_WITHOUT_FROM = Text(
    "until_year называет последний год после every_year_from", "until_year names the last year after every_year_from"
)
_STATE_WITHOUT_AMOUNT = Text(
    "у state нет величины: уберите at_least, at_most, steps и floor",
    "a state has no amount: remove at_least, at_most, steps and floor",
)
_AMOUNT_IN_STEPS = Text(
    "величина стоит в каждом году steps, а рядом со steps её нет",
    "each year of 'steps' has its amount, and none stands beside 'steps'",
)
_NO_PAIRS = Text("пары не считают: в паспорте их нет", "pairs are not counted: a passport has none")
_NO_AMOUNT = Text("цели нужна величина: at_least или at_most", "a target needs an amount: at_least or at_most")


class IndicatorBinder:
    """Makes the indicators of one period; mistakes go to ``problems``."""

    def __init__(self, references: References, conditions: Binders, problems: list[Problem]) -> None:
        self._references = references
        self._conditions = conditions
        self._problems = problems

    def indicator(self, written: Written) -> Indicator:
        """Make an indicator."""
        form: IndicatorForm = written.form
        self._references.check_named("indicators", written, ("within",), form.within)
        floor = form.target.floor if form.target else None
        return Indicator(
            **self._references.head(written),
            measure=self._measure(written, form),
            target=self._target(written, form.target, form) if form.target else None,
            unit=bind_unit(form.unit, written, self._problems, "indicator-definition"),
            area=form.area,
            within=form.within,
            floor_from=Text(floor.stated_by) if floor and floor.stated_by else None,
        )

    def _measure(self, written: Written, form: IndicatorForm) -> Measure:
        self._check_about(written, form)
        if form.share:
            about = form.share.about
            of = self._condition(written, form.share.of, ("share", "of"), about)
            where = self._condition(written, form.share.where, ("share", "where"), about)
            return Share(about, of, where)  # type: ignore[arg-type] # None only where a problem is reported
        if form.count:
            where = self._condition(written, form.count.where, ("count", "where"), form.count.about)
            return Tally(form.count.about, where, form.count.per)
        if form.ratio:
            return Ratio(*(self._population(written, form.ratio, side) for side in ("of", "to")))
        assert form.state is not None  # noqa: S101 - the form has exactly one measure
        for section, ids in (("documents", form.state.documents), ("obligations", form.state.obligations)):
            self._references.check_all(section, written, ("state", section), ids)
        return State(tuple(form.state.documents), tuple(form.state.obligations))

    def _check_about(self, written: Written, form: IndicatorForm) -> None:
        """Report what no table of a passport holds."""
        counted: dict[Path, ShareForm | TallyForm | PopulationForm | None]
        counted = {("share",): form.share, ("count",): form.count}
        if form.ratio:
            counted |= {("ratio", "of"): form.ratio.of, ("ratio", "to"): form.ratio.to}
        for path, stated in counted.items():
            if stated and stated.about is About.PAIR:
                self._report(written, (*path, "about"), _NO_PAIRS)

    def _population(self, written: Written, ratio: RatioForm, side: str) -> Population:
        stated: PopulationForm = getattr(ratio, side)
        return Population(stated.about, self._condition(written, stated.where, ("ratio", side, "where"), stated.about))

    def _condition(self, written: Written, form: object, path: Path, about: About) -> Condition | None:
        if form is None:
            return None
        return self._conditions[about].bind(written, form, path, written.form.clause)

    def _target(self, written: Written, form: TargetForm, indicator: IndicatorForm) -> Target:
        amounts: dict[Path, Amount | None] = {("target",): self._amount(written, form, ("target",), indicator)}
        steps = []
        for index, step in enumerate(form.steps):
            path: Path = ("target", "steps", index)
            amounts[path] = amount = self._amount(written, step, path, indicator)
            steps += [(step.year, amount)] if amount else []
        floor = self._amount(written, form.floor, ("target", "floor"), indicator) if form.floor else None
        self._check_amounts(written, form, indicator)
        for path, amount in amounts.items():
            if amount and floor:
                self._check_floor(written, path, amount, floor, is_share=indicator.share is not None)
        by = date(form.by_end_of, 12, 31) if form.by_end_of else form.by
        return Target(amounts["target",], by, form.every_year_from, form.until_year, tuple(steps), floor)

    def _check_amounts(self, written: Written, form: TargetForm, indicator: IndicatorForm) -> None:
        """Report a target without an amount, or with one that says nothing."""
        has_own = form.at_least is not None or form.at_most is not None
        years = [step.year for step in form.steps]
        if years != sorted(set(years)):
            self._report(written, ("target", "steps"), _YEARS_IN_ORDER)
        if form.until_year and (form.every_year_from is None or form.until_year < form.every_year_from):
            self._report(written, ("target", "until_year"), _UNTIL_WITHOUT_FROM)
        if indicator.state is not None:
            if has_own or form.steps or form.floor:
                self._report(written, ("target",), _STATE_WITHOUT_AMOUNT)
        elif has_own and form.steps:
            self._report(written, ("target",), _AMOUNT_IN_STEPS)
        elif not has_own and not form.steps:
            self._report(written, ("target",), _NO_AMOUNT)

    def _check_floor(self, written: Written, path: Path, amount: Amount, floor: Amount, *, is_share: bool) -> None:
        """Report an amount that is weaker than the floor, or a floor on the other side."""
        if amount.bound is not floor.bound:
            needed = Text(
                f"у floor должен быть ключ цели, {amount.bound}", f"a floor needs the key of the target, {amount.bound}"
            )
            self._report(written, ("target", "floor"), needed)
        elif amount.weaker_than(floor):
            found, expected = shown(amount, is_share=is_share), shown(floor, is_share=is_share)
            problem = written.problem("below-floor", (*path, amount.bound), found, expected=Text(expected))
            self._problems.append(problem)

    def _amount(self, written: Written, form: AmountForm, path: Path, indicator: IndicatorForm) -> Amount | None:
        """The amount that a form states; ``None`` where it states none, or one that does not suit the measure."""
        bound = Bound.AT_LEAST if form.at_least is not None else Bound.AT_MOST
        stated = form.at_least or form.at_most
        if stated is None:
            return None
        number, is_percent = stated
        misfit = _misfit_of_amount(number, is_percent=is_percent, is_share=indicator.share is not None)
        if misfit and indicator.state is None:
            self._report(written, (*path, bound), misfit)
            return None
        return Amount(bound, Fraction(number) / (100 if is_percent else 1))

    def _report(self, written: Written, path: Path, expected: Text) -> None:
        self._problems.append(written.problem("indicator-definition", path, expected=expected))


def _misfit_of_amount(number: Decimal, *, is_percent: bool, is_share: bool) -> Text | None:
    if is_share and not is_percent:
        return Text(f"величина доли пишется в процентах: {number} %", f"the amount of a share is in %: {number} %")
    if is_percent and not is_share:
        return Text(f"проценты бывают только у доли (share), здесь — {number}", f"only a share is in %, here: {number}")
    if is_percent and number > _WHOLE:
        return Text(f"доли больше 100 % не бывает, а здесь {number} %", f"no share exceeds 100 %, here {number} %")
    return None


_WHOLE = 100
"""Per cent."""


def shown(amount: Amount, *, is_share: bool) -> str:
    """An amount as policy files write it."""
    value = amount.value * _WHOLE if is_share else amount.value
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{amount.bound}: {number.normalize():f}{' %' if is_share else ''}"


def bind_records(
    stated: Mapping[str, Written], facts: Mapping[str, Fact], conditions: Binders, problems: list[Problem]
) -> dict[str, RecordRule]:
    """Bind how facts follow from records; mistakes go to ``problems``."""
    rules: dict[str, RecordRule] = {}
    for name, written in stated.items():
        form = written.form.records
        if form is None:
            continue
        problem = _misfit(written, facts)
        if problem is not None:
            problems.append(problem)
            continue
        where = None
        if form.where:
            where = conditions[form.of].bind(written, form.where, ("records", "where"), written.form.clause)
        rules[name] = RecordRule(name, form.of, form.date, form.within == "year", where)
    return rules


def _misfit(written: Written, facts: Mapping[str, Fact]) -> Problem | None:
    form = written.form.records
    if written.form.type is not FactType.BOOLEAN or written.form.about is not About.PERSON:
        expected = Text(
            "records бывает только у факта типа boolean о человеке", "records belongs to a boolean fact about a person"
        )
        return written.problem("fact-definition", ("records",), expected=expected)
    known = vocabulary_about(facts, form.of)
    if form.date in facts and form.date not in known:
        other = facts[form.date].about
        expected = Text(f"{other}, а здесь {form.of}", f"{other}, not {form.of}")
        return written.problem("wrong-about", ("records", "date"), form.date, expected=expected)
    if form.date not in known:
        guess = nearest(form.date, (name for name, fact in known.items() if fact.type is FactType.DATE))
        return written.problem("unknown-fact", ("records", "date"), form.date, nearest=guess)
    if known[form.date].type is not FactType.DATE:
        expected = Text(f"у факта «{form.date}» должен быть тип date", f"the type of '{form.date}' should be date")
        return written.problem("fact-definition", ("records", "date"), expected=expected)
    return None
