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
from rsnms.policy.indicator_forms import AmountForm, IndicatorForm, PopulationForm, RatioForm, TargetForm
from rsnms.policy.indicators import Indicator, Measure, Population, Ratio, RecordRule, Share, State, Tally
from rsnms.policy.layers import Written
from rsnms.policy.model import vocabulary_about
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.references import References
from rsnms.policy.vocabulary import bind_unit

Binders = Mapping[About, ConditionBinder]


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
            unit=bind_unit(form.unit, written, self._problems),
            area=form.area,
            within=form.within,
            floor_from=Text(floor.stated_by) if floor and floor.stated_by else None,
        )

    def _measure(self, written: Written, form: IndicatorForm) -> Measure:
        if form.share:
            about = form.share.about
            of = self._condition(written, form.share.of, ("share", "of"), about)
            where = self._condition(written, form.share.where, ("share", "where"), about)
            return Share(about, of, where)  # type: ignore[arg-type] # None only where a problem is reported
        if form.count:
            where = self._condition(written, form.count.where, ("count", "where"), form.count.about)
            return Tally(form.count.about, where, form.count.per)  # type: ignore[arg-type]
        if form.ratio:
            return Ratio(*(self._population(written, form.ratio, side) for side in ("of", "to")))
        assert form.state is not None  # noqa: S101 - the form has exactly one measure
        for section, ids in (("documents", form.state.documents), ("obligations", form.state.obligations)):
            for index, id_ in enumerate(ids):
                self._references.check_named(section, written, ("state", section, index), id_)
        return State(tuple(form.state.documents), tuple(form.state.obligations))

    def _population(self, written: Written, ratio: RatioForm, side: str) -> Population:
        stated: PopulationForm = getattr(ratio, side)
        return Population(stated.about, self._condition(written, stated.where, ("ratio", side, "where"), stated.about))

    def _condition(self, written: Written, form: object, path: Path, about: About) -> Condition | None:
        if form is None:
            return None
        return self._conditions[about].bind(written, form, path, written.form.clause)

    def _target(self, written: Written, form: TargetForm, indicator: IndicatorForm) -> Target:
        amount = self._amount(written, form, ("target",), indicator)
        floor = self._amount(written, form.floor, ("target", "floor"), indicator) if form.floor else None
        steps = []
        for index, step in enumerate(form.steps):
            stated = self._amount(written, step, ("target", "steps", index), indicator)
            if stated:
                steps.append((step.year, stated))
        years = [year for year, _ in steps]
        if years != sorted(set(years)):
            self._report(written, ("target", "steps"), "годы по порядку, каждый раз", "years in order, each once")
        if amount is None and not steps and indicator.state is None:
            self._report(written, ("target",), "у цели нужна величина at_least или at_most", "a target needs an amount")
        if amount is not None and steps:
            self._report(written, ("target",), "величина стоит либо в steps, либо у цели", "the amount stands in steps")
        for stated in filter(None, (amount, *(step for _, step in steps))):
            if floor and stated.weaker_than(floor):
                problem = written.problem("below-floor", ("target",), shown(stated), expected=Text(shown(floor)))
                self._problems.append(problem)
        by = date(form.by_end_of, 12, 31) if form.by_end_of else form.by
        return Target(amount, by, form.every_year_from, tuple(steps), floor)

    def _amount(self, written: Written, form: AmountForm, path: Path, indicator: IndicatorForm) -> Amount | None:
        for bound, stated in ((Bound.AT_LEAST, form.at_least), (Bound.AT_MOST, form.at_most)):
            if stated is None:
                continue
            number, is_percent = stated
            if is_percent != (indicator.share is not None):
                self._report(written, (*path, bound), "у доли величина в %, у прочих без него", "shares are in %")
            if is_percent and number > 100:
                self._report(written, (*path, bound), "доля не больше 100 %", "a share of at most 100 %")
            return Amount(bound, _exact(number) / (100 if is_percent else 1))
        return None

    def _report(self, written: Written, path: Path, ru: str, en: str) -> None:
        self._problems.append(written.problem("indicator-definition", path, expected=Text(ru, en)))


def _exact(number: Decimal) -> Fraction:
    return Fraction(number)


def shown(amount: Amount) -> str:
    """An amount as policy files write it."""
    value = float(amount.value * 100)
    return f"{amount.bound}: {value:g} %" if amount.value <= 1 else f"{amount.bound}: {float(amount.value):g}"


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
        where = conditions[form.of].bind(written, form.where, ("records", "where"), None) if form.where else None
        rules[name] = RecordRule(name, form.of, form.date, form.within == "year", where)
    return rules


def _misfit(written: Written, facts: Mapping[str, Fact]) -> Problem | None:
    form = written.form.records
    if not form.of.is_record:
        expected = Text("of: diagnosis, route или training", "of: diagnosis, route or training")
        return written.problem("fact-definition", ("records", "of"), expected=expected)
    if written.form.type is not FactType.BOOLEAN or written.form.about is not About.PERSON:
        expected = Text("records бывает у факта boolean о человеке", "records belongs to a boolean fact about a person")
        return written.problem("fact-definition", ("records",), expected=expected)
    known = vocabulary_about(facts, form.of)
    if form.date not in known:
        return written.problem("unknown-fact", ("records", "date"), form.date, nearest=nearest(form.date, known))
    if known[form.date].type is not FactType.DATE:
        expected = Text("date называет факт-дату", "date names a date fact")
        return written.problem("fact-definition", ("records", "date"), expected=expected)
    return None
