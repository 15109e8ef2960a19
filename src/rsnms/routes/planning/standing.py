"""Steps of an earlier route that are done or begun, as they stand today (пройденное и начатое)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rsnms.domain.competency import Deficit
from rsnms.domain.measure import Measure
from rsnms.routes.planning.arrangement import Placed
from rsnms.routes.planning.asked import AFTER_LEARNING, CARRIERS
from rsnms.routes.planning.openings import slot_of
from rsnms.routes.planning.reasons import keeps
from rsnms.routes.planning.route import Stage, Status, Step
from rsnms.routes.planning.steps import precedes, provides
from rsnms.routes.requirements.required import Requirement


def asked_again(steps: Iterable[Step], requirements: Sequence[Requirement], found: Sequence[Deficit]) -> list[Step]:
    """The steps of an earlier route with the requirements and deficits of today that they keep and close."""
    closing = [_closing_again(step, found) for step in steps]
    return [
        replace(step, requirements=tuple(one for one in requirements if _still_keeps(step, one, closing)))
        for step in closing
    ]


def _closing_again(step: Step, found: Sequence[Deficit]) -> Step:
    known = {one.competency for one in found}
    closes = [one for one in found if _closes(step, one)]
    closes += [one for one in step.closes if one.competency not in known]
    return replace(step, closes=tuple(closes))


def _still_keeps(step: Step, requirement: Requirement, standing: Iterable[Step]) -> bool:
    """Whether a step of an earlier route keeps a requirement; what follows the learning is kept at its stage alone.

    Learning that closes a deficit is its internship and transfer too, but its support only after a programme.
    """
    if step.offer is None:
        return provides(step, requirement)
    if not keeps(step.offer, requirement):
        return False
    if step.stage is not Stage.LEARNING or requirement.measure not in AFTER_LEARNING:
        return True
    if requirement.measure is Measure.POST_COURSE_SUPPORT:
        return any(precedes(one, requirement) and one.ends < step.begins for one in standing)
    return requirement.deficit in step.closes


def _closes(step: Step, deficit: Deficit) -> bool:
    """Whether a step of an earlier route closes a deficit: by its offer, else as it was told then.

    What was done before the deficit was found does not.
    """
    if step.status is Status.DONE and deficit.found_on is not None and deficit.found_on > step.ends:
        return False
    if _is_learning(step) and step.offer is not None and step.offer.closes(deficit.competency, deficit.severity):
        return True
    return any(
        one.competency == deficit.competency and one.severity.rank >= deficit.severity.rank for one in step.closes
    )


def _is_learning(step: Step) -> bool:
    """Whether a step is part of the learning; horizontal learning stands at its stage, but beside it."""
    is_beside = step.offer is not None and step.offer.kind in CARRIERS[Measure.HORIZONTAL_LEARNING] and not step.closes
    return step.stage is Stage.LEARNING and not is_beside


def placed_of(step: Step) -> Iterator[Placed]:
    """What a step takes of the calendar and the limits, as something placed."""
    if step.offer is not None:
        slot = slot_of(step.offer, step.begins, step.ends, step.session)
        yield Placed(step.offer, slot, is_learning=_is_learning(step))
