"""What the five acts, and the federal base in their silence, require of one realistic person each, line by line.

A line: for which deficit, the measure, who provides it, the force, the clause, and the rules that led there.
"""
# ruff: noqa: E501

from datetime import date

import pytest

import rsnms
from rsnms.domain.competency import Deficit, Severity
from rsnms.routes.requirements.required import Requirement
from rsnms.routes.requirements.requirements import Requirements

ON = date(2024, 9, 2)
ICT = Deficit(competency="ict", severity=Severity.HIGH)
METHODICAL = Deficit(competency="methodical", severity=Severity.LOW)
DEFAULT = "Умолчание федеральной основы: акт об этом молчит"


def line(one: Requirement) -> str:
    about = one.deficit.competency if one.deficit else "-"
    clause = f"{one.clause}/{one.rule.item}" if one.rule.item else one.clause
    chain = " > ".join(step.rule.id for step in one.chain())
    return f"{about} {one.measure} {one.by or '-'} {one.modality} {clause or 'default'}: {chain}"


def required(policy: str, person: dict[str, object], *deficits: Deficit) -> tuple[Requirement, ...]:
    return Requirements(rsnms.load_policies()[policy].on(ON)).of(person, deficits, ON)


PERSONS = [
    # A young teacher of a school with low results: a mentor, help, and for the deficit the way from the programme into practice.
    pytest.param(
        "ru/volgograd",
        {
            "post": "teacher",
            "organisation_kind": "general",
            "birth_date": date(1999, 3, 1),
            "work_started_on": date(2022, 9, 1),
            "organisation_traits": {"low-results"},
            "education": "higher-pedagogical",
            "long_break": False,
        },
        [ICT],
        [
            "ict register-programme regional-institute must 3.2.2/1: programme-for-deficit",
            "ict accompaniment regional-methodical-active must 3.2.4/9: accompaniment",
            "ict post-course-support regional-methodical-active must 3.2.4/5: programme-for-deficit > post-course-support",
            "ict transfer-into-practice municipal-methodical-service must 3.3.1/1: programme-for-deficit > transfer-into-practice",
            "ict repeated-diagnosis - recommended default: repeated-diagnosis",
            "- mentoring teacher-pairs must 4.3/6: mentoring-of-the-young",
            "- methodical-help regional-methodical-active must 3.2.4/11: help-for-low-results",
            "- burnout-prevention - must 4.3/18: burnout-prevention",
            "ict accompaniment regional-methodical-active must 3.2.4/7: programme-for-deficit > tutor-on-register-programme",
            "ict accompaniment regional-methodist must 1.3/16: accompaniment-by-regional-methodist",
            "ict internship cnppm must 3.2.3/9: internship",
            "ict horizontal-learning school-methodical-associations must 3.5.2/3: horizontal-learning",
        ],
        id="ru/volgograd",
    ),
    # An experienced teacher of a school with low results, back after a long break, who satisfies all that the active asks.
    pytest.param(
        "ru/leningrad",
        {
            "post": "teacher",
            "organisation_kind": "general",
            "education": "higher-pedagogical",
            "long_break": True,
            "young_specialist": False,
            "pedagogical_experience": rsnms.Span.of(12),
            "category": "highest",
            "contribution": True,
            "diagnostics_passed": True,
            "trained_in_methodical_support": True,
            "roles": {"exam-expert"},
            "organisation_traits": {"low-results", "difficult-social-conditions"},
        },
        [METHODICAL],
        [
            "methodical register-programme - recommended 3.1/16: programme-for-deficit",
            "methodical accompaniment municipal-methodist recommended 3.1/70: accompaniment",
            "methodical post-course-support municipal-methodical-active recommended 3.1/57: programme-for-deficit > post-course-support",
            "methodical transfer-into-practice municipal-methodical-active recommended 3.1/39: programme-for-deficit > transfer-into-practice",
            "methodical repeated-diagnosis - recommended default: repeated-diagnosis",
            "- mentoring municipal-methodist recommended 3.1/71: mentoring-after-break",
            "- methodical-help municipal-methodical-active recommended 3.1/42: help-for-low-results",
            "- burnout-prevention municipal-methodist recommended 3.1/73: burnout-prevention",
            "methodical accompaniment municipal-methodist recommended 3.1/69: programme-for-deficit > tutor-on-programme",
            "methodical accompaniment regional-methodist recommended 1.1/5: accompaniment-by-regional-methodist",
            "methodical internship - recommended 3.1/17: internship",
            "methodical horizontal-learning municipal-methodical-active recommended 3.1/61: horizontal-learning",
            "- invitation-to-active municipal-methodical-institution recommended 3.1/44: invitation-to-active",
            "- invitation-to-active - may 1.1/6: invitation-to-regional-active",
        ],
        id="ru/leningrad",
    ),
    # A teacher without pedagogical education: the district's own rules beside the region's.
    pytest.param(
        "ru/leningrad/kirovsk",
        {
            "post": "teacher",
            "organisation_kind": "general",
            "education": "higher-other",
            "long_break": False,
            "organisation_traits": frozenset(),
        },
        [ICT],
        [
            "ict register-programme - recommended 3.1/16: programme-for-deficit",
            "ict accompaniment municipal-methodist must 2.1.13 (второй): accompaniment",
            "ict post-course-support municipal-methodical-active recommended 3.1/57: programme-for-deficit > post-course-support",
            "ict transfer-into-practice municipal-methodical-service must 3.2/7: programme-for-deficit > transfer-into-practice",
            "ict repeated-diagnosis - recommended default: repeated-diagnosis",
            "- mentoring municipal-methodist recommended 3.1/71: mentoring-without-pedagogical-education",
            "- burnout-prevention municipal-methodist recommended 3.1/73: burnout-prevention",
            "ict accompaniment municipal-methodist recommended 3.1/69: programme-for-deficit > tutor-on-programme",
            "ict accompaniment regional-methodist recommended 1.1/5: accompaniment-by-regional-methodist",
            "ict internship municipal-methodical-service must 3.3.3/7: internship",
            "ict horizontal-learning municipal-methodical-service must 3.3.3/6: horizontal-learning",
            "ict accompaniment municipal-methodical-service must 3.3.4/3: consultations-on-routes",
        ],
        id="ru/leningrad/kirovsk",
    ),
    # A deputy head without deficits: a programme with the team, its transfer, and менторство.
    pytest.param(
        "ru/yugra/megion",
        {
            "post": "deputy-head",
            "organisation_kind": "general",
            "education": "higher-pedagogical",
            "long_break": False,
            "organisation_traits": frozenset(),
        },
        [],
        [
            "- post-course-support - recommended default: management-team-programme > post-course-support",
            "- transfer-into-practice municipal-methodical-institution must 3.2.2/1: management-team-programme > transfer-into-practice",
            "- repeated-diagnosis - must 4.5: management-team-programme > repeated-diagnosis",
            "- management-team-programme - recommended 6.1, 4: management-team-programme",
            "- managerial-mentoring - recommended прил. 1 к положению/5: managerial-mentoring",
            "- burnout-prevention - recommended default: burnout-prevention-of-managers",
        ],
        id="ru/yugra/megion",
    ),
    # A young educator of a kindergarten with a deficit; where the district's act is silent, the defaults.
    pytest.param(
        "ru/altai/ust-koksa",
        {
            "post": "preschool-educator",
            "organisation_kind": "preschool",
            "birth_date": date(1996, 5, 5),
            "work_started_on": date(2023, 8, 1),
            "education": "vocational-pedagogical",
            "long_break": False,
            "organisation_traits": frozenset(),
        },
        [METHODICAL],
        [
            "methodical register-programme - recommended 5.1, 1: programme-for-deficit",
            "methodical accompaniment - must II.1.2/1: accompaniment",
            "methodical post-course-support - recommended default: programme-for-deficit > post-course-support",
            "methodical transfer-into-practice municipal-methodical-service must 3.1/1: programme-for-deficit > transfer-into-practice",
            "methodical repeated-diagnosis - recommended default: repeated-diagnosis",
            "- mentoring school-methodical-associations must 3.3.2/3: mentoring-of-the-young",
            "- burnout-prevention - recommended default: burnout-prevention",
            "methodical internship school-methodical-council must 3.3.1/4: internship",
            "methodical horizontal-learning school-methodical-associations must 3.3.2/3: horizontal-learning",
            "methodical horizontal-learning municipal-methodical-service must 3.1/14: mutual-learning",
        ],
        id="ru/altai/ust-koksa",
    ),
]


@pytest.mark.parametrize(("policy", "person", "deficits", "expected"), PERSONS)
def test_what_is_required(policy, person, deficits, expected):
    assert [line(one) for one in required(policy, person, *deficits)] == expected


EDUCATORS, MANAGERS = "burnout-prevention", "burnout-prevention-of-managers"


@pytest.mark.parametrize(
    ("policy", "person", "rules"),
    [
        # The acts speak of pedagogical workers: managers keep the federal default beside them.
        ("ru/volgograd", {"post": "teacher"}, [EDUCATORS]),
        ("ru/volgograd", {"post": "head"}, [MANAGERS]),
        ("ru/volgograd", {"post": "unit-head", "pedagogical_duties": False}, [MANAGERS]),
        ("ru/leningrad", {"post": "deputy-head"}, [MANAGERS]),
        ("ru/leningrad/kirovsk", {"post": "other", "manages_organisation": True}, [MANAGERS]),
        # Nobody is recommended it twice.
        ("ru/volgograd", {"post": "deputy-head", "pedagogical_duties": True}, [EDUCATORS]),
        ("ru/yugra/megion", {"post": "deputy-head", "pedagogical_duties": True}, [EDUCATORS]),
        ("ru/yugra/megion", {"post": "teacher", "manages_organisation": True}, [EDUCATORS]),
        ("ru/yugra/megion", {"post": "other", "pedagogical_duties": False, "manages_organisation": False}, []),
    ],
)
def test_burnout_is_prevented_once_in_educators_and_managers(policy, person, rules):
    made = required(policy, {"organisation_kind": "general", **person})
    assert [one.rule.id for one in made if one.measure == "burnout-prevention"] == rules


@pytest.mark.parametrize("policy", [param.values[0] for param in PERSONS])
def test_a_default_says_that_it_is_one(policy):
    rules = rsnms.load_policies()[policy].on(ON).routes.values()
    assert any(rule.is_default for rule in rules)
    for rule in rules:
        assert rule.is_default == (rule.origin == "ru") == (rule.reading == DEFAULT)
        assert rule.modality is not None


def test_a_young_educator_of_unknown_age_is_asked_for():
    judged = Requirements(rsnms.load_policies()["ru/volgograd"].on(ON)).judge(
        {"post": "teacher", "organisation_kind": "general", "work_started_on": date(2023, 9, 1)}, [], ON
    )
    missing = {one.rule.id: [fact.name for fact in one.missing] for one in judged.open}
    assert missing["mentoring-of-the-young"] == ["age"]
    assert missing["help-for-low-results"] == ["organisation_traits"]
