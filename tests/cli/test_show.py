import json


def test_shows_conditions_clauses_and_what_the_source_leaves_open(run) -> None:
    shown = run("show", "ru/volgograd", "--eligibility", "regional-methodical-active")
    assert shown.returncode == 0
    assert "Стаж работы по специальности — не менее 5 лет" in shown.stdout
    assert "Основание 1: Основа актива, основа, п. 3.2.4" in shown.stdout
    assert "Срок: в источнике не указано" in shown.stdout


def test_json_has_the_structure_of_conditions(run) -> None:
    shown = json.loads(run("show", "ru/leningrad", "--eligibility", "mentoring", "--format", "json").stdout)
    assert [ground["id"] for ground in shown["grounds"]] == [
        "young-specialist",
        "long-break",
        "no-pedagogical-education",
    ]
    assert shown["grounds"][1]["when"]["all"][1] == {
        "fact": "long_break",
        "op": "is",
        "operand": "true",
        "clause": "3.1",
        "words": "Длительный перерыв в педагогической деятельности: да",
    }
    assert shown["not_specified"] == ["length-of-break"]


def test_whole_policy_as_json(run) -> None:
    shown = json.loads(run("show", "ru/leningrad/kirovsk", "--format", "json").stdout)
    assert shown["inherits"] == ["ru/leningrad", "ru"]
    stated = {one["id"]: one["stated_by"] for one in shown["eligibilities"]}
    assert stated["municipal-methodical-active"] == "ru/leningrad"
    assert stated["manager"] == "ru/leningrad/kirovsk"


def test_on_a_day_before_the_parent_was_in_force(run) -> None:
    shown = json.loads(run("show", "ru/leningrad/kirovsk", "--on", "2023-06-01", "--format", "json").stdout)
    assert [one["id"] for one in shown["eligibilities"]] == ["municipal-methodist", "pedagogical-worker", "manager"]


def test_unknown_names_and_days_end_in_a_message(run) -> None:
    wrong = run("show", "ru/volgogrd")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Нет политики «ru/volgogrd». Возможно: «ru/volgograd»." in wrong.stderr
    early = run("show", "ru/leningrad", "--on", "01.01.2020")
    assert early.returncode == 2
    assert early.stderr.strip() == (
        "01.01.2020 в «ru/leningrad» не действует ни один акт; первый действует с 01.01.2024."
    )
    impossible = run("show", "ru/leningrad", "--on", "2020-02-31")
    assert impossible.returncode == 2
    assert "no existing date" in impossible.stderr
    assert "Traceback" not in wrong.stderr + early.stderr + impossible.stderr
