import json

from policy.folders import BASE, write

BAD = "ID;Название;Вид;Компетенции;Часы\n1;Имя;вебинар;ИКТ: низкий;2\n2;Имя;вебинар;;2\n"


def test_offers_are_counted_by_kind(run, examples) -> None:
    found = run("catalogue", "check", examples / "catalogue.csv")
    assert found.returncode == 0
    assert "повышение квалификации" in found.stdout
    assert found.stderr.startswith("catalogue.csv: 4")
    records = json.loads(run("catalogue", "check", examples / "catalogue.csv", "--format", "json").stdout)
    assert [one["kind"] for one in records["offers"]][:2] == ["upskilling", "retraining"]
    assert (records["problems"], records["rejected"]) == ([], [])


def test_problems_are_exit_code_1(run, tmp_path) -> None:
    file = tmp_path / "c.csv"
    file.write_text(BAD, encoding="utf-8")
    found = run("catalogue", "check", file)
    assert found.returncode == 1
    problem, summary = found.stderr.splitlines()
    assert problem.startswith("строка 3, столбец D «Компетенции»: не сказано, какие дефициты предложение закрывает")
    assert summary == "c.csv: 1 предложение, отклонено: 1, 1 ошибка"
    english = run("catalogue", "check", file, "--lang", "en", "--format", "csv")
    assert english.stdout == "kind,offers,sessions,in_register\nwebinar,1,0,0\n"
    assert english.stderr.splitlines()[-1] == "c.csv: 1 offer, rejected: 1, 1 error"
    record = json.loads(run("catalogue", "check", file, "--format", "json").stdout)
    assert (record["rejected"], record["problems"][0]["code"]) == (["2"], "no-gains")


def test_unreadable_is_exit_code_2(run, tmp_path) -> None:
    for name, text in (("c.yaml", "offers: [\n"), ("c.csv", "a;b\n1;2\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found = run("catalogue", "check", tmp_path / name)
        assert (found.returncode, found.stdout) == (2, "")
        assert "Traceback" not in found.stderr
    for name in ("no.yaml", "no.csv"):
        assert run("catalogue", "check", tmp_path / name).returncode == 2


def test_gains_name_the_competencies_of_a_policy(run, tmp_path) -> None:
    file = tmp_path / "c.csv"
    file.write_text("ID;Название;Вид;Компетенции;Часы\n1;Имя;вебинар;финансовая: низкий;2\n", encoding="utf-8")
    own = "competencies: [{id: finance, area: subject, title: Финансовая грамотность, synonyms: [финансовая]}]\n"
    write(tmp_path / "own", {"x/policy.yaml": BASE, "x/competencies.yaml": own})
    assert run("catalogue", "check", file).returncode == 1
    assert run("catalogue", "check", file, "--policy", "ru/volgograd").returncode == 1
    assert run("catalogue", "check", file, "--policy", "x", "--policies", tmp_path / "own").returncode == 0
    missing = run("catalogue", "check", file, "--policy", "ru/volgorad")
    assert missing.returncode == 2
    assert "ru/volgograd" in missing.stderr
