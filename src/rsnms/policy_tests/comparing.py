"""What differs between what a case expects and what an engine says, in the words of the file and of people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from rsnms.domain.text import Text
from rsnms.monitoring.measuring import Measurement
from rsnms.policy_tests.case import (
    NEVER,
    NONE,
    PERSON,
    ExpectedDecision,
    ExpectedMeasurement,
    ExpectedRequirement,
    ExpectedRoute,
)
from rsnms.routes.requirements.required import Judged, Requirement
from rsnms.rules.decision import Decision


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as expected; ``key`` is its key below ``expect``, the rest as the file writes it."""

    key: str
    expected: Text
    got: Text


_NOTHING = Text("ничего", "nothing")
_ABSENT = Text("такого требования нет", "there is no such requirement")
_NOT_MEASURED = Text("не измерено", "not measured")


def decision_differences(expected: ExpectedDecision, decision: Decision) -> Iterator[Difference]:
    """Compare a decision, as far as the case speaks of it."""
    ground = decision.ground.id if decision.ground else NONE
    if expected.verdict not in (None, decision.verdict):
        yield Difference("verdict", Text(str(expected.verdict)), Text(str(decision.verdict)))
    if expected.ground not in (None, ground):
        yield Difference("ground", Text(str(expected.ground)), Text(ground))
    unmet = frozenset(finding.fact for finding in decision.unmet)
    if expected.unmet not in (None, unmet):
        yield Difference("unmet", _listed(expected.unmet or ()), _listed(unmet))
    unknown = frozenset(finding.fact for finding in decision.unknown)
    if expected.unknown not in (None, unknown):
        yield Difference("unknown", _listed(expected.unknown or ()), _listed(unknown))
    if expected.eligible_from is not None:
        since = decision.eligible_from or NEVER
        if expected.eligible_from != since:
            yield Difference("eligible_from", Text(str(expected.eligible_from)), Text(str(since)))


def route_differences(expected: ExpectedRoute, judged: Judged) -> Iterator[Difference]:
    """Compare what is required, as far as the case speaks of it."""
    found = judged.requirements
    for asked in (*expected.requires, *(expected.only or ())):
        if not any(is_described(one, asked) for one in found):
            yield Difference("requires" if expected.only is None else "only", _described(asked), _ABSENT)
    for asked in expected.not_requires:
        for one in found:
            if is_described(one, asked):
                yield Difference(
                    "not_requires", Text(f"не {_described(asked)}", f"not {_described(asked)}"), _told(one)
                )
    if expected.only is not None:
        for one in found:
            if not any(is_described(one, asked) for asked in expected.only):
                yield Difference("only", _NOTHING, _told(one))
    waiting = frozenset(one.rule.id for one in judged.open)
    if expected.open not in (None, waiting):
        yield Difference("open", _listed(expected.open or ()), _listed(waiting))


def is_described(requirement: Requirement, asked: ExpectedRequirement) -> bool:
    """Whether a requirement is one of those that a case describes."""
    deficit = requirement.deficit.competency if requirement.deficit else PERSON
    return (
        asked.rule in (None, requirement.rule.id)
        and asked.measure in (None, requirement.measure)
        and asked.by in (None, requirement.by or NONE)
        and asked.deficit in (None, deficit)
    )


def measured_differences(expected: ExpectedMeasurement, measurement: Measurement | None) -> Iterator[Difference]:
    """Compare a measurement, as far as the case speaks of it."""
    whole = measurement.whole if measurement else None
    bounds = {
        "value": (expected.value, whole.value.value if whole else None),
        "low": (expected.low, whole.value.low if whole else None),
        "high": (expected.high, whole.value.high if whole else None),
    }
    for key, (wanted, got) in bounds.items():
        if wanted is not None and wanted != (NONE if got is None else got):
            yield Difference(key, Text(shown_value(wanted)), Text(shown_value(got)) if whole else _NOT_MEASURED)
    status = measurement.status if measurement else None
    if expected.outcome not in (None, status):
        yield Difference("outcome", Text(str(expected.outcome)), Text(str(status)) if status else _NOT_MEASURED)
    if expected.gap is not None:
        gap = (whole.gap or 0) if whole else None
        if expected.gap != gap:
            yield Difference("gap", Text(str(expected.gap)), _NOT_MEASURED if gap is None else Text(str(gap)))


def shown_value(value: Fraction | str | None) -> str:
    """A value as cases write it: "250", "0.1", "1/3", "none"."""
    if not isinstance(value, Fraction):
        return value or NONE
    exact = Fraction(str(float(value))) == value
    return str(value) if value.denominator == 1 or not exact else str(float(value))


def _listed(names: Iterable[str]) -> Text:
    return Text(f"[{', '.join(sorted(names))}]")


def _told(requirement: Requirement) -> Text:
    deficit = requirement.deficit.competency if requirement.deficit else PERSON
    rule = requirement.rule.id
    return _described(ExpectedRequirement(rule, requirement.measure, requirement.by or NONE, deficit))


def _described(asked: ExpectedRequirement) -> Text:
    """A requirement as cases write it: ``{measure: mentoring, for: person}``."""
    keys = {"rule": asked.rule, "measure": asked.measure, "by": asked.by, "for": asked.deficit}
    return Text(f"{{{', '.join(f'{key}: {value}' for key, value in keys.items() if value is not None)}}}")
