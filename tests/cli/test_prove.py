"""``rsnms prove``: verdicts, witnesses and their decisions, files of properties, all pairs, mistakes."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli.in_process import call

ROOT = Path(__file__).parents[2]
ON = ("--on", "2024-06-01")
CORE = "regional-methodical-active/core implies ru/leningrad:regional-methodical-active"


def prove(*arguments, cwd=ROOT):
    return call("prove", *arguments, cwd=cwd)


@pytest.fixture
def stated(tmp_path):
    def stated(text):
        (tmp_path / "properties.yaml").write_text(text, encoding="utf-8")
        return prove("--file", "properties.yaml", cwd=tmp_path)

    return stated


def test_a_proven_property() -> None:
    proven = prove("ru/volgograd", CORE, *ON)
    assert (proven.returncode, proven.stderr) == (0, "")
    assert proven.stdout == (
        "✓ Кто подходит под «Основа актива» («Региональный методический актив», Волгоградская область), подходит и под "
        "«Региональный методический актив» (Ленинградская область): доказано.\n"
    )


def test_a_refuted_property_shows_a_person_and_the_decisions_on_him() -> None:
    refuted = prove("ru/volgograd", "manager влечёт ru/leningrad:manager", *ON)
    assert (refuted.returncode, refuted.stderr) == (1, "")
    assert refuted.stdout == (
        "✗ Кто подходит под «Управленческие кадры» (Волгоградская область), подходит и под «Управленческие кадры» "
        "(Ленинградская область): опровергнуто.\n"
        "  Кто это показывает (01.06.2024):\n"
        "    – Вид организации: общеобразовательная\n"
        "    – Должность: заместитель руководителя\n"
        "    – Руководит организацией: нет\n"
        "    «Управленческие кадры» (Волгоградская область) — подходит, основание: Руководитель, заместитель или "
        "руководитель подразделения (общее правило, п. 1.3)\n"
        "    «Управленческие кадры» (Ленинградская область) — не подходит\n"
        "      — Должность: заместитель руководителя — требуется: руководитель организации (п. 1.1)\n"
        "      — Руководит организацией: нет — требуется: да (п. 1.1)\n"
    )


def test_in_english() -> None:
    refuted = prove("ru/volgograd", "young-educator-support monotone in age", *ON, "--lang", "en")
    assert refuted.returncode == 1
    assert refuted.stdout.startswith(
        "✗ Whoever meets “Support of young educators” (Volgograd region) still does with more of “age”: refuted.\n"
        "  Before (1 June 2024):\n"
    )
    assert "    – Age: 34 years 11 months\n" in refuted.stdout
    assert "      — Age: 35 years — required: less than 35 years (cl. 3.2.3)\n" in refuted.stdout


def test_what_is_not_known_is_told_apart_and_strict_counts_it() -> None:
    statement = "pedagogical-worker implies {fact: age, less_than: 35 years} or {fact: age, at_least: 35 years}"
    known = prove("ru/volgograd", statement, *ON)
    assert known.returncode == 0
    assert "доказано для тех, о ком известно всё, что спрашивают." in known.stdout
    assert "  О ком сказать нельзя (01.06.2024):\n" in known.stdout
    strict = prove("ru/volgograd", statement, *ON, "--strict")
    assert strict.returncode == 1
    assert "не доказано для тех, о ком известно не всё." in strict.stdout


def test_nobody_can_be_shown_where_nobody_is_possible() -> None:
    refuted = prove("ru/volgograd", "manager and not manager possible", *ON)
    assert refuted.returncode == 1
    assert refuted.stdout == (
        "✗ Под «Управленческие кадры» (Волгоградская область) и не «Управленческие кадры» (Волгоградская область) "
        "можно подойти: опровергнуто, таких не бывает.\n"
    )


def test_several_statements_are_summed_up() -> None:
    both = prove("ru/volgograd", CORE, "manager always", *ON)
    assert both.returncode == 1
    assert both.stderr == "2 свойства, не так, как ожидалось: 1\n"


def test_json_is_stable() -> None:
    found = prove("ru/volgograd", "manager disjoint pedagogical-worker", *ON, "--format", "json")
    assert found.returncode == 1
    (record,) = json.loads(found.stdout)
    assert record == {
        "name": None,
        "statement": "manager disjoint pedagogical-worker",
        "text": "Никто не подходит сразу под «Управленческие кадры» (Волгоградская область) и под «Педагогический "
        "работник» (Волгоградская область)",
        "on": "2024-06-01",
        "outcome": "refuted",
        "expected": "proven",
        "as_expected": False,
        "known_only": False,
        "witness": {
            "facts": {"organisation_kind": "general", "post": "head", "pedagogical_duties": True},
            "operands": ["met", "met"],
        },
        "before": None,
        "after": None,
        "unsaid": None,
    }


def test_junit_has_a_case_for_every_property() -> None:
    found = prove("ru/volgograd", CORE, "manager always", *ON, "--format", "junit")
    assert found.returncode == 1
    suite = ElementTree.fromstring(found.stdout).find("testsuite")  # noqa: S314 - our own
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    sound, wrong = suite
    assert (sound.get("name"), len(sound)) == (CORE, 0)
    assert wrong[0].get("message") == "опровергнуто"
    assert "Под «Управленческие кадры» (Волгоградская область) подходит каждый" in (wrong[0].text or "")


# --- files ------------------------------------------------------------------------------------------------------------


def test_the_example_holds() -> None:
    found = prove("--file", "examples/properties.yaml")
    assert (found.returncode, found.stderr) == (0, "14 свойств, всё как ожидалось\n")


def test_what_is_too_hard_is_a_finding(monkeypatch) -> None:
    monkeypatch.setattr("rsnms.rules.proof.prover.MOST_STEPS", 1)
    found = prove("ru/volgograd", "manager possible", "--format", "json")
    assert (found.returncode, json.loads(found.stdout)[0]["outcome"]) == (1, "undecided")
    found = prove("ru/volgograd", "manager possible", "--format", "junit")
    assert found.returncode == 1
    assert 'type="undecided"' in found.stdout
    found = prove("--pairs", "manager", "--lang", "en")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("No answer: the conditions are too hard to prove anything of within")


def test_what_is_expected_refuted_and_proven_is_a_finding(stated) -> None:
    found = stated(
        "policy: ru/volgograd\non: 2024-06-01\nproperties:\n"
        "  - {name: Каждый сам себе, statement: manager implies manager, expect: refuted}\n"
    )
    assert found.returncode == 1
    assert found.stdout == (
        "✗ Каждый сам себе. Кто подходит под «Управленческие кадры» (Волгоградская область), подходит и под "
        "«Управленческие кадры» (Волгоградская область): доказано.\n  Ожидалось: опровергнуто.\n"
    )


def test_all_mistakes_of_a_file_come_at_once_with_their_places(stated) -> None:
    found = stated(
        "policy: ru/volgograd\non: 2024-06-01\nproperties:\n"
        "  - name: Один\n    statement: manager implise manager\n"
        "  - name: Два\n    statement: managr possible\n"
        "  - name: Три\n    statement: '{fact: agee, at_least: 5 years} possible'\n"
    )
    assert (found.returncode, found.stdout) == (2, "")
    assert "properties.yaml:5:16: «Один»: Утверждение, символ 9: указано «implise», ожидается отношение" in found.stderr
    assert "properties.yaml:7:16: «Два»: Нет права на включение «managr» в ru/volgograd. Возможно: «manager»." in (
        found.stderr
    )
    assert "properties.yaml:9:16: Три:1:8: unknown-fact: when.fact: Неизвестный факт «agee»." in found.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "properties.yaml:1:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.\n"),
        (
            "properties: []\n",
            "properties.yaml:1:13: wrong-shape: properties: Здесь пустой список, ожидается непустой список.\n",
        ),
        (
            "properties:\n  - {name: А, statement: manager possible}\n",
            "properties.yaml: не сказано, о какой политике эти свойства. Впишите policy: её идентификатор или назовите "
            "её в команде.\n",
        ),
        (
            "policy: ru\nproperties:\n  - {name: А, statement: b possible, expected: proven}\n",
            "properties.yaml:3:38: unknown-key: properties[0].expected: Неизвестный ключ «expected». Возможно, имелось "
            "в виду «expect». Здесь известны: expect, name, statement.\n",
        ),
        (
            "policy: ru\nproperties:\n  - {name: А, statement: b possible}\n  - {name: А, statement: b possible}\n",
            "properties.yaml:4:12: duplicate-id: properties[1].name: Идентификатор «А» уже занят в этом разделе. Дайте "
            "другой.\n",
        ),
    ],
)
def test_mistakes_of_form(stated, text, message) -> None:
    found = stated(text)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == message


def test_a_file_that_is_not_there() -> None:
    found = prove("--file", "nowhere.yaml")
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith("nowhere.yaml: ")


# --- every two policies -----------------------------------------------------------------------------------------------


def test_every_two_versions() -> None:
    found = prove("--pairs", "regional-methodical-active", *ON, "--format", "csv")
    assert found.returncode == 0
    assert found.stdout == (
        "one,relation,other\n"
        "ru/leningrad,equivalent,ru/leningrad/kirovsk\n"
        "ru/leningrad,implied,ru/volgograd\n"
        "ru/leningrad/kirovsk,implied,ru/volgograd\n"
    )
    shown = prove("--pairs", "regional-methodical-active", *ON).stdout
    assert "подходят одни и те же" in shown
    records = json.loads(prove("--pairs", "teacher-pair", *ON, "--format", "json").stdout)
    assert records == [{"one": "ru/volgograd", "relation": "equivalent", "other": "ru/yugra/megion"}]


# --- mistakes of the call ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("ru/volgograd",),
            "Нечего доказывать: назовите политику и утверждения, файл (--file) или право на включение (--pairs).\n",
        ),
        (
            ("ru/volgograd", "--pairs", "manager"),
            "--pairs сопоставляет все политики сразу: без политики, утверждений, --file, --strict и --format junit.\n",
        ),
        (
            ("ru/volgograd", CORE, "--format", "csv"),
            "Форматы csv и md есть только у --pairs; у утверждений — table, json и junit.\n",
        ),
        (
            ("--pairs", "managr"),
            "Нет права на включение «managr». Возможно: «manager».",
        ),
        (
            ("ru/volgograd", "manager implise manager"),
            "Утверждение, символ 9: указано «implise», ожидается отношение",
        ),
        (("ru/volgogrd", "manager possible"), "Нет политики «ru/volgogrd». Возможно: «ru/volgograd»."),
        (
            ("ru/volgograd", "manager possible", "--on", "2020-01-01"),
            "01.01.2020 в «ru/volgograd» не действует ни один акт; первый действует с 05.06.2023.\n",
        ),
    ],
)
def test_mistakes_end_in_a_message(arguments, message) -> None:
    found = prove(*arguments)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith(message)
