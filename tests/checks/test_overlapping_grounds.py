"""RS104: grounds of different force overlap where one person meets both and neither is within the other."""

import pytest

from checks.findings import found, packaged, places
from rsnms.checks.conditions.overlapping_grounds import CHECK

TWO = """\
eligibility:
  - id: active
    title: Актив
    modality: must
    grounds:
      - {{id: one, title: О, {first}}}
      - {{id: two, title: О, {second}}}
"""
MENTOR = "when: {fact: roles, any_of: [mentor]}"
HIGHEST = "when: {fact: category, is: highest}"


def two(first: str, second: str) -> dict[str, str]:
    return {"eligibility.yaml": TWO.format(first=first, second=second)}


def test_somebody_meets_both(tmp_path):
    [finding] = found(CHECK, tmp_path, two(f"modality: may, {MENTOR}", HIGHEST))
    assert places([finding], tmp_path) == ["eligibility.yaml:7:9"]
    assert finding.message.ru == (
        "Основания «one» (may) и «two» (must) пересекаются: кто отвечает обоим, получает первое. "
        "Проверьте, что акт ставит их в этом порядке."
    )
    assert finding.witness.ru == "Роли: наставник; квалификационная категория: высшая"
    assert finding.witness.en == "Roles: mentor; qualification category: highest"
    assert [place.line for place, _ in finding.related] == [6]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(f"modality: must, {MENTOR}", HIGHEST, id="of one force, by the eligibility"),
        pytest.param(f"modality: may, {HIGHEST}", "when: {fact: category, is: first}", id="nobody meets both"),
        pytest.param(
            f"modality: may, {HIGHEST}", "when: {fact: category, one_of: [first, highest]}", id="within the later"
        ),
        pytest.param(
            "modality: may, when: {fact: category, one_of: [first, highest]}", HIGHEST, id="within the earlier"
        ),
    ],
)
def test_no_overlap(tmp_path, first, second):
    assert found(CHECK, tmp_path, two(first, second)) == []


def test_of_the_packaged_policies_only_the_three_grounds_of_volgograd_overlap():
    assert [message.split(" пересекаются")[0] for message in packaged(CHECK)] == [
        "Основания «core» (base) и «general-rule» (must)",
        "Основания «core» (base) и «permitted» (may)",
        "Основания «general-rule» (must) и «permitted» (may)",
    ]
