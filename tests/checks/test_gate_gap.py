"""RS105: somebody passes the gate and meets none of several grounds, though his facts are known."""

from checks.findings import found, packaged, places
from rsnms.checks.conditions.gate_gap import CHECK

GATE = "    gate: {fact: teaches, is: true}\n"


def eligibility(*grounds: str, gate: str = GATE) -> dict[str, str]:
    listed = (f"      - {{id: g{number}, title: О, when: {when}}}\n" for number, when in enumerate(grounds))
    head = f"eligibility:\n  - id: active\n    title: Актив\n{gate}    grounds:\n"
    return {"eligibility.yaml": head + "".join(listed)}


def test_a_group_is_lost(tmp_path):
    grounds = ("{fact: category, is: highest}", "{fact: category, one_of: [first, conformity]}")
    [finding] = found(CHECK, tmp_path, eligibility(*grounds))
    assert places([finding], tmp_path) == ["eligibility.yaml:6:7"]
    assert finding.message.ru == (
        "Право «active»: общему условию отвечает и тот, кому не подходит ни одно из оснований. "
        "Проверьте, что акт не даёт ему права."
    )
    assert finding.witness.ru == "Ведёт педагогическую деятельность: да; квалификационная категория: нет"


def test_grounds_that_take_in_everybody_whose_facts_are_known(tmp_path):
    grounds = ("{fact: category, is: highest}", "{fact: category, one_of: [none, first, conformity]}")
    assert found(CHECK, tmp_path, eligibility(*grounds)) == []


def test_a_single_ground_or_none_to_pass(tmp_path):
    assert found(CHECK, tmp_path / "single", eligibility("{fact: category, is: highest}")) == []
    grounds = ("{fact: category, is: highest}", "{fact: category, is: first}")
    assert found(CHECK, tmp_path / "open", eligibility(*grounds, gate="")) == []


def test_of_the_packaged_policies_only_the_active_of_volgograd_leaves_somebody_out():
    assert [message.split(":")[0] for message in packaged(CHECK)] == ["Право «regional-methodical-active»"]
