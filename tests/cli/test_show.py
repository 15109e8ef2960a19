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


def test_elements_by_what_one_knows_of_them(run) -> None:
    shown = run("show", "ru/volgograd", "--kind", "function", "--subject", "cnppm", "--format", "json")
    assert shown.returncode == 0
    functions = json.loads(shown.stdout)
    assert {(one["kind"], one["subject"], one["level"]) for one in functions} == {("function", "cnppm", "regional")}
    assert all(one["clause"] for one in functions)
    assert list(functions[0])[:9] == [
        *("kind", "id", "clause", "item", "title", "subject", "level", "modality", "activity"),
    ]


def test_a_clause_on_the_terminal(run) -> None:
    shown = run("show", "ru/volgograd", "--clause", "3.2.4")
    assert shown.returncode == 0
    text = " ".join(shown.stdout.split())
    assert "право на включение" in text
    assert "regional-methodical-active" in text


def test_own_leaves_out_what_is_inherited(run) -> None:
    arguments = ("show", "ru/leningrad/kirovsk", "--kind", "eligibility", "--format", "csv")
    assert len(run(*arguments).stdout.splitlines()) > len(run(*arguments, "--own").stdout.splitlines()) > 1


def test_everything_as_csv_and_one_eligibility_as_markdown(run) -> None:
    table = run("show", "ru/volgograd", "--format", "csv").stdout.splitlines()
    assert table[0].startswith("kind,id,clause,item,title,subject,level,modality,activity,")
    assert {"function", "subject", "eligibility", "fact"} <= {line.split(",")[0] for line in table}
    text = run("show", "ru/volgograd", "--eligibility", "regional-methodical-active", "--format", "md").stdout
    assert text.startswith("| Что это | Имя | Пункт |")
    assert [line.split(" | ")[1] for line in text.splitlines()[2:]] == [
        *("regional-methodical-active", "core", "general-rule", "permitted"),
    ]


def test_what_an_act_does_not_specify(run) -> None:
    for asked, output in ((("--kind", "indicator"), "json"), (("--activity", "diagnose-deficits"), "csv")):
        nothing = run("show", "ru", *asked, "--format", output)
        assert (nothing.returncode, nothing.stderr.strip()) == (0, "ru: в источнике не указано")
    assert json.loads(run("show", "ru", "--kind", "indicator", "--format", "json").stdout) == []
    english = run("show", "ru", "--kind", "indicator", "--lang", "en")
    assert (english.stdout, english.stderr.strip()) == ("", "ru: not specified in the source")


def test_a_word_that_means_nothing(run) -> None:
    wrong = run("show", "ru/volgograd", "--kind", "functoin")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Возможно: «function»" in wrong.stderr
    both = run("show", "ru/volgograd", "--kind", "function", "--eligibility", "regional-methodical-active")
    assert both.returncode == 2
    assert "--kind" in both.stderr
