import json

CALL = ("deficits", "examples/diagnoses.csv", "--policy", "ru/volgograd", "--on", "2024-11-15")


def test_deficits_of_a_person_the_most_severe_first(run) -> None:
    done = run(*CALL, "--person", "10009", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    ranks = [{"high": 3, "medium": 2, "low": 1, None: 0}[one["severity"]] for one in found if one["assessed"]]
    assert ranks == sorted(ranks, reverse=True)
    subject = next(one for one in found if one["competency"] == "subject")
    assert (subject["severity"], subject["results"][0]["share"]) == (None, 0.9)


def test_rows_that_do_not_count_are_told_and_can_be_made_to_fail(run) -> None:
    done = run(*CALL)
    assert done.returncode == 0
    assert "«Методичский блок» инструмент не измеряет" in done.stderr
    assert "40 человек: " in done.stderr
    assert run(*CALL, "--strict").returncode == 1


def test_wrong_calls_end_in_a_message(run) -> None:
    wrong = run(*CALL, "--instrument", "defalt")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Нет инструмента «defalt» в ru/volgograd. Возможно: «default»." in wrong.stderr
    absent = run("deficits", "nowhere.csv", "--policy", "ru/volgograd")
    assert absent.returncode == 2
    assert "Traceback" not in absent.stderr
