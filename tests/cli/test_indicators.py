import json

import pytest

ON = ("--on", "2024-11-15")
FOLDER = "examples/passport"


def report(run, policy, *more):
    done = run("indicators", FOLDER, "--policy", policy, *ON, "--format", "json", *more)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def test_json_has_numerator_denominator_bounds_target_and_gap(run) -> None:
    indicators = {one["id"]: one for one in report(run, "ru/volgograd")["indicators"]}
    routes = indicators["routes-built"]
    assert routes["measure"] == "share"
    assert [one["due"][:4] for one in routes["milestones"]] == ["2022", "2023", "2024"]
    current = routes["current"]
    assert current["at_least"] == 0.1
    assert current["low"] <= current["value"] <= current["high"]
    assert current["value"] == current["numerator"] / current["denominator"]
    assert current["gap"] == -(-current["denominator"] // 10) - current["numerator"]
    assert {one["municipality"] for one in routes["municipalities"]} >= {"Лесной округ", "город Северный"}
    assert sum(one["numerator"] for one in routes["municipalities"]) == current["numerator"]
    assert indicators["programmes-in-register"]["target"] is None
    assert indicators["programmes-in-register"]["status"] == "no-target"


def test_a_target_of_the_past_says_so_and_exits_with_1(run) -> None:
    done = run("indicators", FOLDER, "--policy", "ru/altai/ust-koksa", *ON, COLUMNS="200")
    assert done.returncode == 1
    assert "не достигнут (срок прошёл 31.12.2022)" in done.stdout
    assert "адресно, кто больше всего сдерживает:" in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_cells_are_told_on_standard_error_and_can_be_made_to_fail(run) -> None:
    done = run("indicators", FOLDER, "--policy", "ru/yugra/megion", *ON, "--format", "csv")
    assert done.returncode == 0
    assert "people: строка 902, столбец E «Должность»: «учетель» не распознано" in done.stderr
    assert done.stdout.splitlines()[0] == "id,title,clause,counted,value,bounds,target,status,gap,unknown"
    strict = run("indicators", FOLDER, "--policy", "ru/yugra/megion", *ON, "--format", "csv", "--strict")
    assert strict.returncode == 1


def test_a_source_without_indicators_says_so(run) -> None:
    done = run("indicators", FOLDER, "--policy", "ru/leningrad", *ON)
    assert done.returncode == 0
    assert "ru/leningrad: показателей в источнике не указано" in done.stderr
    english = run("indicators", FOLDER, "--policy", "ru/leningrad", *ON, "--lang", "en")
    assert "the source specifies no indicators" in english.stderr


def test_by_municipality_and_of_one_municipality(run) -> None:
    places = run("indicators", FOLDER, "--policy", "ru/volgograd", *ON, "--by", "municipality", "--format", "csv")
    rows = [line.split(",") for line in places.stdout.splitlines() if line.startswith("diagnosed,")]
    assert len(rows) == 6
    one = report(run, "ru/volgograd", "--municipality", "Лесной округ", "--indicator", "diagnosed")
    (diagnosed,) = one["indicators"]
    counted = f"{diagnosed['current']['numerator']} / {diagnosed['current']['denominator']}"
    assert [row[2] for row in rows if row[1] == "Лесной округ"] == [counted]


def test_a_forecast_from_an_earlier_report(run, tmp_path) -> None:
    earlier = tmp_path / "june.json"
    first = run(
        *("indicators", FOLDER, "--policy", "ru/volgograd", "--on", "2024-06-01", "--format", "json", "--out", earlier)
    )
    assert first.returncode in (0, 1)
    indicators = report(run, "ru/volgograd", "--earlier", earlier)["indicators"]
    forecast = {one["id"]: one["forecast"] for one in indicators}
    assert forecast["routes-built"]["due"] == "2024-12-31"
    assert forecast["routes-built"]["points"] == 3
    assert forecast["programmes-in-register"] is None
    shown = run("indicators", FOLDER, "--policy", "ru/volgograd", *ON, "--earlier", earlier)
    assert "прогноз на 31.12.2024" in shown.stderr
    assert "темп не изменится" in shown.stderr


def test_a_workbook_of_results(run, tmp_path) -> None:
    out = tmp_path / "indicators.xlsx"
    assert run("indicators", FOLDER, "--policy", "ru/volgograd", *ON, "--format", "xlsx", "--out", out).returncode == 0
    assert out.read_bytes().startswith(b"PK")
    assert run("indicators", FOLDER, "--policy", "ru/volgograd", *ON, "--format", "xlsx").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "--policy", "ru/volgograd"), "Нет ни папки, ни файла «nowhere»."),
        ((FOLDER, "--policy", "ru/volgogrd"), "Возможно: «ru/volgograd»."),
        ((FOLDER, "--policy", "ru/volgograd", "--indicator", "diagnosd"), "Возможно: «diagnosed»."),
        ((FOLDER, "--policy", "ru/volgograd", "--earlier", "pyproject.toml"), "pyproject.toml: это не JSON;"),
        ((FOLDER, "--policy", "ru/volgograd", "--municipality", "Лесной округ2"), "Возможно: «Лесной округ»."),
    ],
)
def test_wrong_calls_end_in_a_message(run, arguments, said) -> None:
    done = run("indicators", *arguments, *ON)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_template_for_a_passport(run, tmp_path) -> None:
    out = tmp_path / "passport.xlsx"
    done = run("passport", "template", out, "--policy", "ru/volgograd")
    assert done.returncode == 0
    assert "Педагоги, Диагностики, Маршруты, Обучение, Команды, Программы, Методисты" in done.stderr
    assert run("passport", "template", tmp_path / "p.csv", "--policy", "ru/volgograd").returncode == 2
    empty = run("passport", "template", out, "--policy", "ru/leningrad")
    assert (empty.returncode, empty.stderr.strip()) == (2, "ru/leningrad: показателей в источнике не указано")
