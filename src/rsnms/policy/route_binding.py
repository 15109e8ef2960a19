"""From written route rules to values: conditions bound, references checked."""

from collections.abc import Mapping

from rsnms.domain.fact import About
from rsnms.policy.binding import ConditionBinder
from rsnms.policy.inheritance import Elements
from rsnms.policy.layers import Written
from rsnms.policy.problems import Problem
from rsnms.policy.references import References
from rsnms.policy.route_forms import DeficitForm, RouteRuleForm
from rsnms.policy.routes import DeficitPattern, RouteRule


class RouteBinder:
    """Makes the route rules of one period; mistakes go to ``problems``."""

    def __init__(
        self,
        references: References,
        conditions: Mapping[About, ConditionBinder],
        elements: Elements,
        problems: list[Problem],
    ) -> None:
        self._references = references
        self._conditions = conditions
        self._eligibilities = elements["eligibility"]
        self._problems = problems

    def rule(self, written: Written) -> RouteRule:
        """Make a rule."""
        form: RouteRuleForm = written.form
        self._references.check_named("subjects", written, ("require", "by"), form.require.by)
        self._check_eligibility(written, form.eligible_for)
        binder = self._conditions[About.PERSON]
        return RouteRule(
            **self._references.head(written),
            when=binder.bind(written, form.when, ("when",), form.clause) if form.when else None,
            deficit=self._deficit(written, form.deficit) if form.deficit else None,
            eligible_for=form.eligible_for,
            after=tuple(dict.fromkeys(form.after)),
            measure=form.require.measure,
            by=form.require.by,
            note=form.require.note,
        )

    def _check_eligibility(self, written: Written, id_: str | None) -> None:
        self._references.check_named("eligibility", written, ("eligible_for",), id_)
        if id_ in self._eligibilities and self._eligibilities[id_].form.about is not About.PERSON:
            self._problems.append(written.problem("not-about-person", ("eligible_for",), id_))

    def _deficit(self, written: Written, form: DeficitForm) -> DeficitPattern:
        self._references.check_all("competencies", written, ("deficit", "competency"), form.competency)
        return DeficitPattern(
            tuple(dict.fromkeys(form.competency)), tuple(dict.fromkeys(form.area)), form.severity_at_least
        )
