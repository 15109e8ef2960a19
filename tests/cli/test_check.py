import json
from pathlib import Path

POLICY = """\
title: Н-ская область
level: regional
acts:
  - {id: order-1, kind: приказ, title: О системе, body: Комитет, number: "1", in_force: {from: 2024-01-01}}
"""
ELIGIBILITY = """\
eligibility:
  - id: active
    title: Актив
    grounds:
      - {id: core, title: Основа, when: {fact: category, is: highest, clause: "1"}}
"""


def write(root: Path, eligibility: str) -> Path:
    folder = root / "ru" / "n-skaya"
    folder.mkdir(parents=True)
    (folder / "policy.yaml").write_text(POLICY, encoding="utf-8")
    (folder / "eligibility.yaml").write_text(eligibility, encoding="utf-8")
    return root


def test_packaged_policies_are_in_order(run) -> None:
    checked = run("check")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.strip() == "Политики в порядке: 6"


def test_own_folder_inherits_from_the_packaged_base(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY)
    assert run("check", root).returncode == 0
    assert "ru/n-skaya: Н-ская область" in run("policies", "--policies", root).stdout


def test_mistakes_are_listed_with_place_and_exit_code_1(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("highest", "hihgest").replace("title: Основа", "titel: Основа"))
    checked = run("check", root)
    assert checked.returncode == 1
    lines = checked.stdout.splitlines()
    assert len(lines) == 2
    file = root / "ru" / "n-skaya" / "eligibility.yaml"
    assert all(line.startswith(f"{file}:5:") for line in lines)
    assert any("Возможно, имелось в виду «highest»" in line for line in lines)
    assert any("Неизвестный ключ «titel». Возможно, имелось в виду «title»" in line for line in lines)
    assert checked.stderr.strip() == "2 ошибки"


def test_mistakes_as_json(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("fact: category", "fact: categry"))
    found = json.loads(run("check", root, "--format", "json", "--lang", "en").stdout)
    [problem] = found["problems"]
    assert (problem["code"], problem["line"], problem["nearest"]) == ("unknown-fact", 5, "category")
    assert problem["path"] == "eligibility[0].grounds[0].when.fact"
    assert "ru/n-skaya" not in found["policies"]


def test_a_folder_that_is_not_there(run) -> None:
    missing = run("check", "nowhere")
    assert missing.returncode == 2
    assert "nowhere" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_other_commands_refuse_mistaken_policies(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("highest", "best"))
    refused = run("policies", "--policies", root)
    assert refused.returncode == 2
    assert "eligibility.yaml:5:" in refused.stderr


def test_one_jurisdiction_or_one_file_stands_for_its_tree(run, tmp_path) -> None:
    root = write(tmp_path, ELIGIBILITY.replace("fact: category", "fact: categry"))
    folder = root / "ru" / "n-skaya"
    for path in (folder, folder / "eligibility.yaml"):
        checked = run("check", path, cwd=tmp_path)
        assert checked.returncode == 1
        assert checked.stdout.startswith("ru/n-skaya/eligibility.yaml:5:")
