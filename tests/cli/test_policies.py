import json

FIVE = ["ru/altai/ust-koksa", "ru/leningrad", "ru/leningrad/kirovsk", "ru/volgograd", "ru/yugra/megion"]


def test_lists_the_base_and_the_five(run) -> None:
    listed = run("policies")
    assert listed.returncode == 0
    assert [line.split(":")[0] for line in listed.stdout.splitlines() if not line.startswith(" ")] == ["ru", *FIVE]
    assert "ru/volgograd: Волгоградская область (региональный, действует с 05.06.2023)" in listed.stdout


def test_json_is_stable(run) -> None:
    records = json.loads(run("policies", "--format", "json").stdout)
    kirovsk = next(record for record in records if record["id"] == "ru/leningrad/kirovsk")
    assert kirovsk == {
        "id": "ru/leningrad/kirovsk",
        "title": "Кировский муниципальный район Ленинградской области",
        "level": "municipal",
        "code": None,
        "in_force_from": "2023-05-23",
        "in_force_until": None,
        "inherits": ["ru/leningrad", "ru"],
        "eligibilities": [
            "regional-methodical-active",
            "municipal-methodical-active",
            "young-educator-support",
            "mentoring",
            "pedagogical-worker",
            "manager",
            "municipal-methodist",
        ],
    }


def test_english_by_option_and_by_environment(run) -> None:
    assert "Volgograd region (regional, in force from 5 June 2023)" in run("policies", "--lang", "en").stdout
    assert "Volgograd region" in run("policies", RSNMS_LANG="en").stdout


def test_help_and_version(run) -> None:
    shown = run("--help")
    assert shown.returncode == 0
    for command in ("policies", "show", "check", "eligible", "explain", "schema", "roster"):
        assert command in shown.stdout
        assert run(command, "--help").returncode == 0
    assert run("--version").stdout.startswith("rsnms 0.")
