"""RS101: a ground is unreachable where everybody who passes the gate and meets it meets an earlier one."""

from checks.findings import found, packaged, places
from rsnms.checks.conditions.unreachable_ground import CHECK

RIGHT = """\
eligibility:
  - id: active
    title: Актив
    {gate}
    grounds:
"""


def eligibility(*grounds: str, gate: str = "confers: методист") -> dict[str, str]:
    listed = (f"      - {{id: g{number}, title: О, when: {when}}}\n" for number, when in enumerate(grounds))
    return {"eligibility.yaml": RIGHT.format(gate=gate) + "".join(listed)}


def test_one_earlier_ground_shadows_it(tmp_path):
    [finding] = found(
        CHECK,
        tmp_path,
        eligibility(
            "{fact: teaches, is: true}",
            "{fact: category, one_of: [first, highest]}",
            "{all: [{fact: category, is: highest}, {fact: pedagogical_experience, at_least: 5 years}]}",
        ),
    )
    assert places([finding], tmp_path) == ["eligibility.yaml:8:9"]
    assert finding.message.ru == (
        "Основание «g2» недостижимо: кто ему отвечает, тот уже отвечает более раннему «g1». "
        "Поставьте его раньше или удалите."
    )
    assert finding.message.en == (
        "The ground 'g2' is never reached: whoever meets it already meets the earlier 'g1'. Move it up or delete it."
    )
    assert [(place.line, words.ru) for place, words in finding.related] == [(7, "основание «g1»")]


def test_several_earlier_grounds_shadow_it_together_and_the_idle_one_is_not_named(tmp_path):
    [finding] = found(
        CHECK,
        tmp_path,
        eligibility(
            "{fact: age, less_than: 35 years}",
            "{fact: teaches, is: true}",
            "{fact: age, at_least: 35 years}",
            "{fact: age, between: [20 years, 50 years]}",
        ),
    )
    assert "одному из более ранних: «g0», «g2»" in finding.message.ru
    assert [place.line for place, _ in finding.related] == [6, 8]


def test_the_gate_is_what_makes_it_unreachable(tmp_path):
    grounds = (
        "{fact: pedagogical_duties, is: true}",
        "{all: [{fact: pedagogical_duties, is: true}, {fact: teaches, is: true}]}",
    )
    assert len(found(CHECK, tmp_path / "within", eligibility(*grounds))) == 1
    grounds = ("{all: [{fact: teaches, is: true}, {fact: post, is: head}]}", "{fact: post, is: head}")
    assert found(CHECK, tmp_path / "open", eligibility(*grounds)) == []
    assert len(found(CHECK, tmp_path / "gated", eligibility(*grounds, gate="gate: {fact: teaches, is: true}"))) == 1


def test_an_unknown_fact_lets_people_reach_a_later_ground(tmp_path):
    grounds = (
        "{any: [{fact: teaches, is: true}, {fact: teaches, is: false}]}",
        "{fact: post, is: head}",
    )
    assert found(CHECK, tmp_path, eligibility(*grounds)) == []


def test_a_ground_that_nobody_can_meet_is_another_check_s(tmp_path):
    never = "{all: [{fact: age, less_than: 20 years}, {fact: pedagogical_experience, at_least: 10 years}]}"
    assert found(CHECK, tmp_path, eligibility("{fact: teaches, is: true}", never)) == []


def test_the_packaged_policies_have_none():
    assert packaged(CHECK) == []
