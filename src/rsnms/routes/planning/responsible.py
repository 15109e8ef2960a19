"""Who is responsible for a step (ответственный субъект) where the rule that asks for it does not say."""

from collections.abc import Iterable

from rsnms.domain.level import Level
from rsnms.domain.measure import Measure
from rsnms.domain.subject import Modality
from rsnms.policy.model import Policy
from rsnms.routes.requirements.required import Requirement

DIAGNOSING = "diagnose-deficits"
ACTIVITIES = {
    Measure.INTERNSHIP: ("internships", "transfer-into-practice"),
    Measure.POST_COURSE_SUPPORT: ("post-course-support", "accompany-routes"),
    Measure.TRANSFER_INTO_PRACTICE: ("transfer-into-practice",),
    Measure.MENTORING: ("mentoring", "support-young"),
    Measure.MANAGERIAL_MENTORING: ("mentoring", "managers"),
    Measure.METHODICAL_HELP: ("low-results-schools", "methodical-support"),
    Measure.ACCOMPANIMENT: ("accompany-routes", "tutoring", "build-routes"),
    Measure.HORIZONTAL_LEARNING: ("horizontal-learning", "communities"),
    Measure.INVITATION_TO_ACTIVE: ("form-active",),
    Measure.BURNOUT_PREVENTION: ("burnout-prevention",),
    Measure.REPEATED_DIAGNOSIS: (DIAGNOSING,),
}
"""For measures other than programmes, which have a provider, the activities whose doers provide them, nearest first."""


def named_by(requirements: Iterable[Requirement]) -> tuple[str, ...]:
    """The subjects that rules name, those of obligations first."""
    ordered = sorted(requirements, key=lambda one: one.modality is not Modality.MUST)
    return tuple(dict.fromkeys(one.by for one in ordered if one.by is not None))


def doer(policy: Policy, activities: Iterable[str]) -> str | None:
    """The subject whose function an activity is: of the policy's own level, else nearest to it; ``None`` if none is."""
    levels = list(Level)
    own = levels.index(policy.level)
    for activity in activities:
        doing = [
            (abs(levels.index(subject.level) - own), number, id_)
            for number, (id_, subject) in enumerate(policy.subjects.items())
            if any(function.activity == activity for function in subject.functions)
        ]
        if doing:
            return min(doing)[2]
    return None
