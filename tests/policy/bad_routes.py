"""Route rules of a wrong form, or that name what does not exist."""
# ruff: noqa: E501

from policy.folders import Case, case, section

HEAD = """\
facts:
  - {id: both, about: pair, type: boolean, title: О}
eligibility:
  - {id: pair, title: П, about: pair, grounds: [{id: g, title: О, when: {fact: both, is: true}}]}
routes:
"""


def rule(keys: str, require: str = "measure: mentoring") -> str:
    """A route rule with some keys, beside an eligibility of pairs."""
    return f"{HEAD}  - {{id: r, title: П, modality: must, {keys}require: {{{require}}}}}\n"


CASES: dict[str, Case] = {
    "a route rule for an unknown eligibility": case(
        section(rule("eligible_for: pairs, ")),
        "a/b/x.yaml:6:53: unknown-eligibility: routes[0].eligible_for: Неизвестное право на включение «pairs». Возможно, имелось в виду «pair». Объявите его в разделе eligibility.",
        en=[
            "a/b/x.yaml:6:53: unknown-eligibility: routes[0].eligible_for: Unknown eligibility 'pairs'. Did you mean 'pair'? Declare it in the section eligibility.",
        ],
    ),
    "a route rule for an eligibility of pairs": case(
        section(rule("eligible_for: pair, ")),
        "a/b/x.yaml:6:53: not-about-person: routes[0].eligible_for: Право на включение «pair» — не о человеке. Назовите право, условия которого — о человеке.",
        en=[
            "a/b/x.yaml:6:53: not-about-person: routes[0].eligible_for: The eligibility 'pair' is not about a person. Name one whose conditions are about a person.",
        ],
    ),
    "a route rule by an unknown subject, for an unknown competency": case(
        section(rule("deficit: {competency: boards}, ", "measure: mentoring, by: centre")),
        "a/b/x.yaml:6:61: unknown-competency: routes[0].deficit.competency: Неизвестная компетенция «boards». Объявите её в разделе competencies.",
        "a/b/x.yaml:6:104: unknown-subject: routes[0].require.by: Неизвестный субъект «centre». Объявите его в разделе subjects.",
        en=[
            "a/b/x.yaml:6:61: unknown-competency: routes[0].deficit.competency: Unknown competency 'boards'. Declare it in the section competencies.",
            "a/b/x.yaml:6:104: unknown-subject: routes[0].require.by: Unknown subject 'centre'. Declare it in the section subjects.",
        ],
    ),
    "a route rule without a modality, of no deficit and an unknown measure": case(
        section("routes:\n  - {id: r, title: П, deficit: false, require: {measure: tutoring}}\n"),
        "a/b/x.yaml:2:5: missing-key: routes[0]: Не хватает ключа «modality». Добавьте его.",
        "a/b/x.yaml:2:32: wrong-value: routes[0].deficit: Здесь «false», ожидается true или {competency, area, severity_at_least}.",
        "a/b/x.yaml:2:58: wrong-value: routes[0].require.measure: Здесь «tutoring», ожидается одно из: register-programme, management-team-programme, internship, post-course-support, transfer-into-practice, mentoring, managerial-mentoring, methodical-help, accompaniment, horizontal-learning, invitation-to-active, burnout-prevention, repeated-diagnosis. Возможно, имелось в виду «mentoring».",
        en=[
            "a/b/x.yaml:2:5: missing-key: routes[0]: The key 'modality' is missing. Add it.",
            "a/b/x.yaml:2:32: wrong-value: routes[0].deficit: Found 'false', expected true or {competency, area, …}.",
            "a/b/x.yaml:2:58: wrong-value: routes[0].require.measure: Found 'tutoring', expected one of: register-programme, management-team-programme, internship, post-course-support, transfer-into-practice, mentoring, managerial-mentoring, methodical-help, accompaniment, horizontal-learning, invitation-to-active, burnout-prevention, repeated-diagnosis. Did you mean 'mentoring'?",
        ],
    ),
}
