import csv
import io
import json
import re
import shutil
import subprocess

import openpyxl
import pytest

from changes.edited import ACTIVE
from changes.test_sources import DATED
from cli.in_process import call
from policy.folders import write
from rsnms.policy.loading import load_policies, packaged_policies

COUNT = len(load_policies())
ON = ("--on", "2024-01-01")
THRESHOLD = "{fact: specialty_experience, at_least: 5 years}"
GATE = '        - {fact: diagnostics_passed, is: true, clause: "1.3"}\n'


@pytest.fixture
def trees(tmp_path):
    """The packaged policies as they are, and a function that makes an edited copy."""

    def edit(before: str, after: str, file: str = "ru/volgograd/eligibility.yaml"):
        copy = tmp_path / "new"
        shutil.copytree(packaged_policies(), copy, dirs_exist_ok=True)
        text = (packaged_policies() / file).read_text(encoding="utf-8")
        assert before in text
        (copy / file).write_text(text.replace(before, after), encoding="utf-8")
        return copy

    shutil.copytree(packaged_policies(), tmp_path / "old")
    return edit


def test_nothing_differs(trees, tmp_path) -> None:
    copy = trees(
        "confers: {ru: региональный методист, en: regional methodist}\n",
        "confers: {en: regional methodist, ru: региональный методист}\n",
    )
    done = call("diff", "old", copy, "--exit-code", "--no-new-eligibility", "--no-lost-eligibility", *ON, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Различий нет. Сравнено политик: {COUNT}\n")


def test_a_raised_threshold_loses_people_and_shows_one(trees, tmp_path) -> None:
    copy = trees(THRESHOLD, THRESHOLD.replace("5", "15"))
    done = call("diff", "old", copy, *ON, cwd=tmp_path)
    assert done.returncode == 0
    assert "      было: Стаж работы по специальности — не менее 5 лет\n" in done.stdout
    assert "    Теперь подходят: доказано: таких людей нет\n" in done.stdout
    assert re.search(
        r"Больше не подходят:\n +Учитель: стаж работы по специальности — 5 лет; .*\n"
        r" +было: подходит, основание «Основа актива» \(основа, п\. 3\.2\.4\)\n"
        r" +стало: не подходит: стаж работы по специальности — не менее 15 лет \(п\. 3\.2\.4\)",
        done.stdout,
    )
    assert done.stderr == f"Сравнено политик: {COUNT}, различаются: 1\n"


@pytest.mark.parametrize(
    ("before", "after", "new", "lost"),
    [
        (THRESHOLD, THRESHOLD.replace("5", "15"), 0, 1),
        (THRESHOLD, THRESHOLD.replace("5", "3"), 1, 0),
        (GATE, "", 1, 0),
        ("title: {ru: Основа актива,", "title: {ru: Ядро актива,", 0, 0),
        ("  - id: manager\n", "  - id: managers\n", 1, 1),
    ],
)
def test_gates(trees, tmp_path, before, after, new, lost) -> None:
    copy = trees(before, after)
    asked = ("diff", "old", copy, "--policy", "ru/volgograd", *ON)
    codes = [
        call(*asked, *gate, cwd=tmp_path).returncode
        for gate in ((), ("--no-new-eligibility",), ("--no-lost-eligibility",), ("--exit-code",))
    ]
    assert codes == [0, new, lost, 1]


def test_a_gate_says_why_it_is_closed(trees, tmp_path) -> None:
    copy = trees(GATE, "")
    done = call("diff", "old", copy, "--no-new-eligibility", *ON, cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == ("--no-new-eligibility: есть те, кто теперь подходит, или это не исключено")
    done = call("diff", copy, "old", "--no-lost-eligibility", "--lang", "en", *ON, cwd=tmp_path)
    assert done.stderr.splitlines()[-1] == (
        "--no-lost-eligibility: somebody is no longer admitted, or this is not excluded"
    )


def test_children_are_named_once(trees, tmp_path) -> None:
    copy = trees(
        "{fact: pedagogical_experience, at_least: 5 years,",
        "{fact: pedagogical_experience, at_least: 3 years,",
        "ru/leningrad/eligibility.yaml",
    )
    text = call("diff", "old", copy, *ON, cwd=tmp_path).stdout
    assert text.count("Теперь подходят:") == 1
    assert (
        "ru/leningrad/kirovsk: Кировский муниципальный район Ленинградской области (люди — на 01.01.2024)\n"
        "  Через ru/leningrad: право на включение «Муниципальный методический актив» "
        "(municipal-methodical-active, п. 3.1)\n"
    ) in text


def test_a_roster_says_exactly_who(trees, tmp_path, examples) -> None:
    copy = trees(GATE, "")
    asked = ("diff", "old", copy, "--policy", "ru/volgograd", *ON, "--roster", examples / "roster.xlsx")
    found = json.loads(call(*asked, "--format", "json", cwd=tmp_path).stdout)["roster"]
    expected = {}
    for tree in ("old", copy):
        eligible = call(
            "eligible", "regional-methodical-active", examples / "roster.xlsx", "--policy", "ru/volgograd", *ON,
            "--policies", tree, "--format", "json", cwd=tmp_path,
        )  # fmt: skip
        for row in json.loads(eligible.stdout)["results"]:
            expected.setdefault(row["id"], []).append((row["verdict"], row["ground"]))
    differing = {id_: sides for id_, sides in expected.items() if sides[0] != sides[1]}
    assert differing
    assert {
        one["id"]: [(side["verdict"], side["ground"]) for side in (one["before"], one["after"])]
        for one in found["affected"]
    } == differing
    assert (found["rows"], sum(found["counts"].values())) == (24, len(differing))


def test_the_roster_in_every_format(trees, tmp_path, examples) -> None:
    copy = trees(GATE, "")
    asked = ("diff", "old", copy, "--policy", "ru/volgograd", *ON, "--roster", examples / "roster.xlsx")
    rows = list(csv.DictReader(io.StringIO(call(*asked, "--format", "csv", cwd=tmp_path).stdout)))
    assert {row["turn"] for row in rows} <= {"admitted", "undetermined"}
    assert {row["eligibility"] for row in rows} == {"regional-methodical-active"}
    assert call(*asked, "--format", "xlsx", "--out", "people.xlsx", cwd=tmp_path).returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "people.xlsx").active
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row["id"] for row in rows]
    table = call(*asked, cwd=tmp_path)
    assert rows[0]["id"] in table.stdout.split("│", 1)[1]
    assert table.stderr.splitlines()[-1].startswith(f"24 строки, изменения касаются {len(rows)}: ")
    markdown = call(*asked, "--format", "markdown", cwd=tmp_path).stdout
    assert f"| {rows[0]['id']} | " in markdown
    call(*asked, "--out", "diff.txt", cwd=tmp_path)
    assert rows[0]["id"] in (tmp_path / "diff.txt").read_text(encoding="utf-8")


def test_a_revision_of_git(trees, tmp_path, monkeypatch) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    copy = trees(THRESHOLD, THRESHOLD.replace("5", "3"))
    for command in (
        ["init", "--quiet", "--initial-branch", "main"],
        ["add", "old"],
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "--message", "x"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, capture_output=True)
    done = call("diff", "HEAD:old", copy, "--no-new-eligibility", *ON, cwd=tmp_path)
    assert done.returncode == 1
    assert "основание «Основа актива»" in done.stdout
    shutil.rmtree(tmp_path / "old")
    assert call("diff", "HEAD:old", "HEAD:old/ru/volgograd", "--exit-code", *ON, cwd=tmp_path).returncode == 0
    refused = call("diff", "HEAD:older", copy, cwd=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "HEAD:older: в ревизии «HEAD» нет папки «older». Возможно, «old».\n"


def test_two_versions_of_one_policy(tmp_path) -> None:
    write(tmp_path / "own", {**DATED, "a/b/2024-01-01/eligibility.yaml": ACTIVE.replace("5 years", "3 years")})
    done = call("diff", "a/b@2023-05-01", "a/b@2024-05-01", "--policies", "own", "--no-new-eligibility", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("a/b: Регион (люди — на 01.05.2024)\n")
    assert "    действует с:\n      было: 01.01.2023\n      стало: 01.01.2024\n" in done.stdout
    assert "        стало: подходит, основание «Основа» (основа, п. 3)\n" in done.stdout
    refused = call("diff", "a/b@2022-05-01", "a/b@2024-05-01", "--policies", "own", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (
        2,
        "01.05.2022 в «a/b» не действует ни один акт; первый действует с 01.01.2023.\n",
    )


def test_wrong_calls(trees, tmp_path) -> None:
    refused = call("diff", "nowhere", "old", cwd=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "Нечего сравнивать: «nowhere» — не папка с политиками, не ревизия git (РЕВИЗИЯ:ПАПКА, например "
        "HEAD~1:policies) и не политика на дату (ПОЛИТИКА@ДАТА, например ru/volgograd@2024-01-31).\n"
    )
    refused = call("diff", "old", "old", "--policy", "ru/volgogard", "--lang", "en", cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.startswith("There is no policy «ru/volgogard». Perhaps: «ru/volgograd».")
    refused = call("diff", "old", "old", "--format", "csv", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (2, "--format csv needs --roster FILE\n")
    copy = trees(THRESHOLD, THRESHOLD.replace("5", "best"))
    refused = call("diff", "old", copy, cwd=tmp_path)
    assert refused.returncode == 2
    assert "new/ru/volgograd/eligibility.yaml:25:54: wrong-value:" in refused.stderr


def test_a_roster_belongs_to_one_policy(trees, tmp_path, examples) -> None:
    trees(THRESHOLD, THRESHOLD.replace("5", "3"))
    other = tmp_path / "new" / "ru" / "leningrad" / "eligibility.yaml"
    other.write_text(
        other.read_text(encoding="utf-8").replace("at_least: 5 years", "at_least: 4 years"), encoding="utf-8"
    )
    refused = call("diff", "old", "new", *ON, "--roster", examples / "roster.xlsx", cwd=tmp_path)
    assert (refused.returncode, refused.stderr) == (
        2,
        "Список проверяется по одной политике, а меняется несколько: ru/leningrad, ru/leningrad/kirovsk, ru/volgograd. "
        "Назовите одну: --policy.\n",
    )
