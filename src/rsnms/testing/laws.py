"""Laws that every decision of every policy keeps, to be held against an application, a policy or a life.

Each raises :class:`AssertionError` that says which law is broken and by what; :class:`ProfessionalLife` checks all of
them after each step.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache

from rsnms.domain.calendar import add_months
from rsnms.domain.competency import Deficit, Severity
from rsnms.policy.conditions import Condition, Op, comparisons
from rsnms.policy.model import NotInForceError
from rsnms.routes.requirements.requirements import Requirements
from rsnms.rules.compile import compile_condition
from rsnms.rules.decision import Decision, decide
from rsnms.rules.explain import Case, Literal, explain
from rsnms.rules.judge import Verdict
from rsnms.rules.profile import Profile
from rsnms.rules.standing import Outcome
from rsnms.rules.truth import Truth

_DAY = timedelta(days=1)
_LATER = (1, 12, 120)
"""Months after which somebody who never becomes eligible is asked about again."""
_TRUTHS = {Verdict.ELIGIBLE: Truth.MET, Verdict.INELIGIBLE: Truth.UNMET, Verdict.UNDETERMINED: Truth.UNKNOWN}


def answers_are_stable(decision: Decision) -> None:
    """The same question gets the same answer, in whatever order the facts are told."""
    told = dict(reversed(list(decision.profile.sources.items())))
    again = _asked(decision, Profile(told, decision.profile.as_of, decision.profile.id), decision.on)
    _hold(
        again is not None and _answer(again) == _answer(decision),
        f"asked twice, {decision.eligibility.id} was answered {decision.verdict}, then otherwise",
    )


def interpretations_agree(decision: Decision) -> None:
    """The decision, the explanation and the compiled condition say the same, with the same reasons."""
    condition, case = decision.eligibility.condition, decision.case
    explanation = explain(condition, case)
    outcome = _compiled(condition)(case)
    truth = _TRUTHS[decision.verdict]
    _hold(
        explanation.truth is truth is outcome.truth,
        f"{decision.eligibility.id}: {decision.verdict}, explained {explanation.truth}, compiled {outcome.truth}",
    )
    explained = [(literal, found) for literal, found, _ in explanation.in_the_way()]
    for findings, literals, wanted in (
        (decision.unmet, outcome.unmet, Truth.UNMET),
        (decision.unknown, outcome.unknown, Truth.UNKNOWN),
    ):
        reasons = _distinct(literal for literal, found in explained if found is wanted)
        _hold(
            _distinct(finding.literal for finding in findings) == _distinct(literals) == reasons,
            f"{decision.eligibility.id}: what is {wanted.name.lower()} differs: {list(map(str, reasons))}",
        )


def learning_settles(before: Decision, after: Decision) -> None:
    """A verdict that is settled stays when an unknown fact becomes known, unless the act asks whether it is known."""
    if any(comparison.op is Op.KNOWN for comparison in comparisons(before.eligibility.condition)):
        return
    _hold(
        before.verdict in (Verdict.UNDETERMINED, after.verdict),
        f"{before.eligibility.id} was {before.verdict}, and {after.verdict} once more was known",
    )


def eligible_from_is_exact(decision: Decision) -> None:
    """On the first day of eligibility the person is eligible, the day before not; without such a day never."""
    first = decision.eligible_from
    if first is None:
        later = [add_months(decision.on, months) for months in _LATER if decision.on.year < date.max.year - 10]
        wrong = [day for day in (decision.on, *later) if _is_eligible(decision, decision.profile, day)]
        _hold(not wrong, f"{decision.eligibility.id}: no day of eligibility, yet eligible on {wrong}")
        return
    _hold(
        _is_eligible(decision, decision.profile, first),
        f"{decision.eligibility.id}: eligible from {first}, but not on that day",
    )
    if first > decision.on:
        _hold(
            not _is_eligible(decision, decision.profile, first - _DAY),
            f"{decision.eligibility.id}: eligible from {first}, but already the day before",
        )


def remedies_help(decision: Decision) -> None:
    """Whoever makes the changes of a remedy is eligible from its day on."""
    for remedy in decision.remedies:
        changed = decision.profile
        for change in remedy.changes:
            changed = changed.with_change(change.fact, change.value, decision.on)
        _hold(
            _is_eligible(decision, changed, remedy.eligible_from),
            f"{decision.eligibility.id}: {[change.text('en') for change in remedy.changes]} does not help",
        )


def worse_asks_no_less(requirements: Requirements, person: Profile, deficits: tuple[Deficit, ...], on: date) -> None:
    """No requirement of a route disappears because a deficit has become worse."""
    for number, deficit in enumerate(deficits):
        for severity in (one for one in Severity if one.rank > deficit.severity.rank):
            worse = deficit.model_copy(update={"severity": severity})
            changed = (*deficits[:number], worse, *deficits[number + 1 :])
            lost = _required(requirements, person, deficits, on) - _required(requirements, person, changed, on)
            _hold(
                not lost,
                f"{sorted(map(str, lost))} is not required once {deficit.competency} lacks {severity}",
            )


def _required(
    requirements: Requirements, person: Profile, deficits: tuple[Deficit, ...], on: date
) -> set[tuple[str, str | None]]:
    return {
        (one.rule.id, one.deficit.competency if one.deficit else None) for one in requirements.of(person, deficits, on)
    }


@lru_cache(maxsize=256)
def _compiled(condition: Condition) -> Callable[[Case], Outcome]:
    return compile_condition(condition)


def _asked(decision: Decision, profile: Profile, day: date) -> Decision | None:
    """The decision on a day, ``None`` where nothing of that eligibility is in force."""
    try:
        return decide(decision.jurisdiction, decision.eligibility.id, profile, day)
    except NotInForceError:
        return None


def _is_eligible(decision: Decision, profile: Profile, day: date) -> bool:
    asked = _asked(decision, profile, day)
    return asked is not None and asked.verdict is Verdict.ELIGIBLE


def _answer(decision: Decision) -> tuple[object, ...]:
    return decision.verdict, decision.ground, decision.unmet, decision.unknown


def _distinct(literals: Iterable[Literal]) -> list[Literal]:
    """The literals, of those that an act repeats the first."""
    found: dict[object, Literal] = {}
    for one in literals:
        found.setdefault((one.comparison.key, one.negated), one)
    return list(found.values())


def _hold(kept: bool, broken: str) -> None:
    if not kept:
        raise AssertionError(broken)
