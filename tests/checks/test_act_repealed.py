"""RS305: an act is known by number and date, and by its body where both name one."""

from datetime import date

import pytest

from checks.findings import IDENTITY, found, packaged, places
from rsnms.checks.time.act_repealed import CHECK

REPEALING = """\
title: Область
level: regional
acts:
  - id: new
    kind: приказ
    title: О системе
    body: Министерство образования области
    number: "7"
    date: 2024-12-20
    in_force: {from: 2024-01-01}
    repeals: [{kind: приказ, body: Министерство образования, number: № 3-П, date: 2020-02-10}]
"""
CITING = """\
title: Район
level: municipal
acts:
  - id: order
    kind: приказ
    title: О системе района
    body: Управление
    in_force: {from: 2021-01-01}
    basis: [{cited}]
"""


def citing(cited: str) -> dict[str, str]:
    return {"policy.yaml": REPEALING, "town/policy.yaml": CITING.replace("cited", cited)}


@pytest.mark.parametrize(
    "cited",
    [
        "kind: распоряжение, number: 3-п, date: 2020-02-10",
        "number: 3-П, date: 2020-02-10, body: Министерство образования области",
    ],
)
def test_a_basis_that_is_repealed(tmp_path, cited):
    [finding] = found(CHECK, tmp_path, citing(cited))
    assert places([finding], tmp_path) == ["town/policy.yaml:9:13"]
    [(place, said)] = finding.related
    assert (place.file, place.line, said.ru) == (f"{tmp_path}/ru/example/policy.yaml", 11, "здесь сказано об отмене")


@pytest.mark.parametrize(
    "cited",
    [
        "number: 3-П, date: 2020-02-11",
        "number: 4-П, date: 2020-02-10",
        "number: 3-П, date: 2020-02-10, body: Министерство финансов",
        "title: О системе, date: 2020-02-10",
    ],
)
def test_another_act(tmp_path, cited):
    assert found(CHECK, tmp_path, citing(cited)) == []


def test_before_the_repealing_act_is_in_force(tmp_path):
    files = citing("number: 3-П, date: 2020-02-10")
    assert found(CHECK, tmp_path, files, date(2023, 12, 31)) == []


def test_an_own_act_that_is_repealed_and_the_words(tmp_path):
    files = citing("number: 1-П").copy()
    files["town/policy.yaml"] = files["town/policy.yaml"].replace(
        "    body: Управление\n", "    body: Министерство образования\n    number: 3-П\n    date: 2020-02-10\n"
    )
    [finding] = found(CHECK, tmp_path, files)
    assert places([finding], tmp_path) == ["town/policy.yaml:8:13"]
    assert finding.message.ru == (
        "Этот акт отменён: приказ от 10.02.2020 № 3-П. Отменяет приказ от 20.12.2024 № 7 "
        "(Министерство образования области). Найдите акт, который его заменил."
    )


def test_a_version_that_has_ended_without_another(tmp_path):
    ended = IDENTITY.replace("from: 2024-01-01", "from: 2024-01-01, until: 2024-11-30")
    [finding] = found(CHECK, tmp_path / "last", {"policy.yaml": ended})
    assert finding.message.ru == "Главный акт действовал по 30.11.2024, а новой редакции политики нет."
    assert finding.path == ("acts", 0, "in_force", "until")
    later = IDENTITY.replace("2024-01-01", "2025-06-01")
    assert found(CHECK, tmp_path / "next", {"policy.yaml": ended, "2025-06-01/policy.yaml": later}) == []


def test_no_packaged_policy_rests_on_an_act_that_another_one_repeals():
    assert packaged(CHECK) == []
