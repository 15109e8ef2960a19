from datetime import date
from pathlib import Path

import pytest

from rsnms import Span
from rsnms.policy.loading import packaged_policies, read_workspace
from rsnms.policy_tests.case import EligibilityCase, IndicatorCase, RouteCase
from rsnms.policy_tests.messages import CasesError
from rsnms.policy_tests.reading import CaseFileError, case_files, jurisdiction_of, read_cases


def mistakes(read, tests: str, head: str = "", lang: str = "ru") -> list[str]:
    """The mistakes of a file, each without the folder of the file."""
    with pytest.raises(CasesError) as caught:
        read(tests, head)
    return [line.split("people.test.yaml:", 1)[1] for line in caught.value.text(lang).splitlines()]


# --- what is read


def test_a_case_has_its_place_its_day_and_typed_facts(read) -> None:
    [case] = read(
        "  - name: Стаж\n    eligibility: manager\n    as_of: 2023-12-01\n"
        "    person: {specialty_experience: 4 years 11 months, roles: tutor, post: unknown, subjects: []}\n"
        "    expect: {verdict: undetermined}\n"
    )
    assert isinstance(case, EligibilityCase)
    assert (case.policy, case.on, case.as_of) == ("ru/volgograd", date(2024, 1, 1), date(2023, 12, 1))
    assert (case.place.line, case.place.column) == (4, 5)
    assert case.facts == {
        "specialty_experience": Span.of(4, 11),
        "roles": frozenset({"tutor"}),
        "subjects": frozenset(),
    }
    assert case.subject == ("eligibility", "manager")
    assert case.confirmed


def test_what_a_case_is_like_comes_first_its_own_facts_over_it(read) -> None:
    head = "persons:\n  teacher: {post: teacher, age: 30 years}\n  old: {age: 60 years, category: first}\n"
    [case] = read(
        "  - name: Лет\n    eligibility: manager\n    like: [teacher, old]\n    person: {category: unknown}\n"
        "    expect: {verdict: ineligible}\n",
        head,
    )
    assert case.facts == {"post": "teacher", "age": Span.of(60)}


def test_a_fact_that_varies_makes_a_case_of_each_value(read) -> None:
    cases = read(
        "  - name: Роли\n    eligibility: manager\n    vary:\n      roles: [tutor, [mentor, tutor]]\n"
        "      post: [head, unknown]\n    expect: {unknown: []}\n"
    )
    assert [case.name for case in cases] == [
        "Роли (roles: tutor, post: head)",
        "Роли (roles: tutor, post: unknown)",
        "Роли (roles: [mentor, tutor], post: head)",
        "Роли (roles: [mentor, tutor], post: unknown)",
    ]
    assert [case.place.line for case in cases] == [8, 8, 8, 8]
    assert cases[3].facts == {"roles": frozenset({"mentor", "tutor"})}


def test_routes_and_indicators_are_cases_too(read) -> None:
    route, indicator = read(
        "  - name: Маршрут\n    deficits: [{competency: ict, severity: high}]\n    confirmed: false\n"
        "    expect: {requires: [{measure: register-programme, for: ict}]}\n"
        "  - name: Доля\n    indicator: diagnosed\n    table: [{post: teacher, times: 3}]\n    expect: {value: 1/3}\n"
    )
    assert isinstance(route, RouteCase)
    assert (route.subject, route.confirmed) == (("routes", ""), False)
    assert isinstance(indicator, IndicatorCase)
    assert indicator.subject == ("indicators", "diagnosed")
    assert [dict(row) for rows in indicator.tables.values() for row in rows] == [{"post": "teacher"}] * 3


def test_the_packaged_cases_are_those_of_their_folders(packaged) -> None:
    cases = read_cases(packaged, [packaged_policies() / "ru" / "volgograd"])
    assert {case.policy for case in cases} == {"ru/volgograd"}


POLICY = """\
title: Н-ская область
level: regional
acts:
  - {id: order, kind: приказ, title: О системе, body: Комитет, number: "1", in_force: {from: %s}}
"""


@pytest.mark.parametrize(
    ("file", "id_"),
    [
        ("ru/n/eligibility.test.yaml", "ru/n"),
        ("ru/n/2025-01-01/eligibility.test.yaml", "ru/n"),
        ("ru/n/cases/people.test.yaml", "ru/n"),
        ("ru/people.test.yaml", None),
        ("people.test.yaml", None),
    ],
)
def test_the_folder_says_whose_cases_they_are(tmp_path, file, id_) -> None:
    for folder, since in (("ru/n", "2024-01-01"), ("ru/n/2025-01-01", "2025-01-01")):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "policy.yaml").write_text(POLICY % since, encoding="utf-8")
    workspace = read_workspace(packaged_policies(), tmp_path)
    assert jurisdiction_of(tmp_path / file, workspace) == id_


def test_files_are_found_below_folders_each_once_and_hidden_ones_left_alone(tmp_path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("b.test.yaml", "a.test.yml", "facts.yaml", ".git/c.test.yaml"):
        (tmp_path / name).touch()
    assert [file.name for file in case_files([tmp_path, tmp_path / "b.test.yaml"])] == ["a.test.yml", "b.test.yaml"]


def test_a_path_without_cases_is_refused(tmp_path) -> None:
    (tmp_path / "facts.yaml").touch()
    with pytest.raises(CaseFileError) as caught:
        case_files([tmp_path / "facts.yaml"])
    assert caught.value.text() == f"Это не файл с тестами (*.test.yaml): {tmp_path}/facts.yaml"
    with pytest.raises(CaseFileError) as caught:
        case_files([tmp_path / "нет"])
    assert caught.value.text() == f"Нет такого файла или папки: {tmp_path}/нет"
    assert caught.value.text("en") == f"There is no such file or folder: {tmp_path}/нет"


# --- what is refused

EXPECT = "    expect: {verdict: eligible}\n"


def test_a_case_that_asserts_nothing_is_a_mistake(read) -> None:
    found = mistakes(
        read,
        "  - {name: Один, eligibility: manager, expect: {}}\n"
        "  - {name: Два, routes: true, expect: {requires: [], not_requires: []}}\n"
        "  - {name: Три, indicator: diagnosed, expect: {}}\n"
        "  - {name: Четыре, eligibility: manager}\n",
    )
    assert found == [
        "4:48: asserts-nothing: tests[0].expect: Тест ничего не утверждает. "
        "Впишите в expect хотя бы один из ключей verdict, ground, unmet, unknown, eligible_from.",
        "5:39: asserts-nothing: tests[1].expect: Тест ничего не утверждает. "
        "Впишите в expect хотя бы один из ключей requires, not_requires, only, open.",
        "6:47: asserts-nothing: tests[2].expect: Тест ничего не утверждает. "
        "Впишите в expect хотя бы один из ключей value, low, high, outcome, gap.",
        "7:5: missing-key: tests[3]: Не хватает ключа «expect». Добавьте его.",
    ]


def test_an_empty_list_that_says_all_there_is_asserts_something(read) -> None:
    assert len(read("  - {name: Один, eligibility: manager, expect: {unmet: []}}\n")) == 1
    assert len(read("  - {name: Один, routes: true, expect: {only: []}}\n")) == 1


def test_two_cases_of_a_file_have_two_names(read) -> None:
    case = "  - {name: Один, eligibility: manager, expect: {verdict: eligible}}\n"
    assert mistakes(read, case + case) == [
        "5:12: duplicate-name: tests[1].name: Тест с названием «Один» в этом файле уже есть. "
        "Назовите иначе: по названию тест находят."
    ]


def test_names_of_people_and_of_facts_are_known(read) -> None:
    found = mistakes(
        read,
        "  - name: Имена\n    eligibility: manager\n    like: [teacher, techer]\n"
        "    person: {categry: first, post: heed, age: 200 years, education: [general]}\n"
        "    vary: {roles: []}\n    expect: {unmet: [posst], unknown: agee}\n",
        "persons:\n  teacher: {post: teacher}\n",
    )
    posts = (
        "head, deputy-head, unit-head, teacher, lecturer, preschool-educator, additional-educator, methodist, tutor, "
        "psychologist, other-pedagogical, other"
    )
    advice = "Факты перечисляет «rsnms show ПОЛИТИКА»; здесь нужны факты о: person."
    assert found == [
        "8:21: unknown-persons: tests[0].like[1]: В persons нет набора «techer». "
        "Возможно, имелось в виду «teacher». Опишите его в начале файла.",
        "9:14: unknown-fact: tests[0].person.categry: Неизвестный факт «categry». "
        f"Возможно, имелось в виду «category». {advice}",
        f"9:36: wrong-value: tests[0].person.post: Здесь «heed», ожидается одно из значений: {posts}. "
        "Возможно, имелось в виду «head».",
        "9:47: wrong-value: tests[0].person.age: Здесь «200 years», ожидается от 14 years до 110 years.",
        "9:69: wrong-shape: tests[0].person.education: Здесь список, ожидается одно из значений: "
        "higher-pedagogical, higher-other, vocational-pedagogical, vocational-other, general.",
        "10:19: wrong-shape: tests[0].vary.roles: Здесь пустой список, ожидается непустой список значений.",
        "11:22: unknown-fact: tests[0].expect.unmet[0]: Неизвестный факт «posst». "
        f"Возможно, имелось в виду «post». {advice}",
        "11:39: unknown-fact: tests[0].expect.unknown: Неизвестный факт «agee». "
        f"Возможно, имелось в виду «age». {advice}",
    ]


def test_a_set_of_facts_that_nobody_uses_is_a_mistake(read) -> None:
    case = "  - {name: Один, eligibility: manager, expect: {verdict: undetermined}}\n"
    assert mistakes(read, case, "persons:\n  nobody: {post: teacher}\n", "en") == [
        "4:3: unused-persons: persons.nobody: No test uses the set 'nobody'. Refer to it with 'like' or remove it."
    ]


def test_names_of_eligibilities_grounds_and_their_people_are_known(read) -> None:
    found = mistakes(
        read,
        f"  - name: Один\n    eligibility: managers\n{EXPECT}"
        "  - {name: Два, eligibility: manager, expect: {ground: definitio, eligible_from: 2024-02-30}}\n"
        "  - {name: Три, eligibility: teacher-pair, person: {same_subject: true}, expect: {ground: none}}\n",
    )
    assert found == [
        "5:18: unknown-eligibility: tests[0].eligibility: Неизвестное право на включение «managers». "
        "Возможно, имелось в виду «manager». Есть: regional-methodical-active, young-educator-support, teacher-pair, "
        "pedagogical-worker, manager.",
        "7:56: unknown-ground: tests[1].expect.ground: У этого права нет основания «definitio». "
        "Возможно, имелось в виду «definition». Есть: definition.",
        "7:82: wrong-value: tests[1].expect.eligible_from: Здесь «2024-02-30», "
        "ожидается существующая дата вида 2024-01-31.",
        "8:44: facts-of-another: tests[2].person: Факты стоят под ключом person, а условия этого права — о другом. "
        "Напишите их под ключом pair.",
    ]


def test_names_of_rules_providers_and_competencies_are_known(read) -> None:
    found = mistakes(
        read,
        "  - name: Маршрут\n    deficits: [{competency: itc, severity: high}]\n    expect:\n"
        "      requires: [{}, {rule: programme-for-defict}, {by: cnpm}, {for: itc}]\n      open: [programme]\n",
    )
    assert [line.split(" Есть: ")[0] for line in found] == [
        "5:29: unknown-competency: tests[0].deficits[0].competency: Неизвестная компетенция «itc». "
        "Возможно, имелось в виду «ict». Компетенции перечисляет раздел competencies.",
        "7:18: requirement-without-words: tests[0].expect.requires[0]: Не сказано, какое требование ожидается. "
        "Назовите хотя бы rule или measure.",
        "7:29: unknown-rule: tests[0].expect.requires[1].rule: Неизвестное правило маршрутов «programme-for-defict». "
        "Возможно, имелось в виду «programme-for-deficit».",
        "7:57: unknown-provider: tests[0].expect.requires[2].by: Неизвестный субъект «cnpm». "
        "Возможно, имелось в виду «cnppm». "
        "Субъекты перечисляет «rsnms show ПОЛИТИКА»; если никого быть не должно — none.",
        "7:70: unknown-competency: tests[0].expect.requires[3].for: Неизвестная компетенция «itc». "
        "Возможно, имелось в виду «ict». Компетенции перечисляет раздел competencies.",
        "8:14: unknown-rule: tests[0].expect.open[0]: Неизвестное правило маршрутов «programme». "
        "Возможно, имелось в виду «programme-for-deficit».",
    ]


def test_names_of_indicators_tables_and_milestones_are_known(read) -> None:
    found = mistakes(
        read,
        "  - {name: Один, indicator: diagnosd, expect: {value: 1}}\n"
        "  - {name: Два, indicator: load-of-methodists, table: [{post: teacher}], expect: {value: 250}}\n"
        "  - {name: Три, indicator: diagnosed, due: 2023-06-01, tables: {peple: []}, expect: {gap: 0}}\n"
        "  - {name: Четыре, indicator: diagnosed, tables: {teams: [{team_traned: true, times: 0}, 3]}, "
        "expect: {value: много}}\n"
        "  - {name: Пять, indicator: diagnosed, table: [{team_trained: true, times: 0}, 3], expect: {value: none}}\n",
    )
    assert [line.split(" Есть: ")[0] for line in found] == [
        "4:29: unknown-indicator: tests[0].indicator: Неизвестный показатель «diagnosd». "
        "Возможно, имелось в виду «diagnosed».",
        "5:48: which-table: tests[1].table: Показатель считается не по одной таблице, поэтому table не подходит. "
        "Напишите tables: {people: […], methodists: […]}.",
        "6:44: no-milestone: tests[2].due: У показателя нет рубежа 01.06.2023. "
        "На день теста есть: 31.12.2022, 31.12.2023, 31.12.2024.",
        "6:65: unknown-table: tests[2].tables.peple: Неизвестная таблица «peple». Возможно, имелось в виду «people».",
        "7:111: wrong-value: tests[3].expect.value: Здесь «много», "
        "ожидается число, например 250, доля, например 50 % или 1/3, либо none.",
        "8:49: unknown-fact: tests[4].table[0].team_trained: Неизвестный факт «team_trained». "
        "Факты перечисляет «rsnms show ПОЛИТИКА»; здесь нужны факты о: person.",
        "8:76: wrong-value: tests[4].table[0].times: Здесь «0», ожидается целое число от 1 до 999.",
        "8:80: wrong-shape: tests[4].table[1]: Здесь «3», ожидается строка таблицы: набор «факт: значение».",
    ]


def test_a_case_says_what_it_is_about(read) -> None:
    found = mistakes(
        read,
        f"  - name: Один\n    eligibilty: manager\n{EXPECT}"
        f"  - name: Два\n    eligibility: manager\n    indicator: diagnosed\n{EXPECT}  - текст\n",
    )
    assert found == [
        "4:5: no-subject: tests[0]: Не сказано, что проверяет тест. Возможно, имелось в виду «eligibility». "
        "Нужен один из ключей: eligibility — право на включение, routes или deficits — правила маршрутов, "
        "indicator — показатель.",
        "9:5: keys-together: tests[1].indicator: Ключи eligibility и indicator не стоят вместе. Оставьте один из них.",
        "11:5: wrong-shape: tests[2]: Здесь «текст», ожидается тест: набор «ключ: значение».",
    ]


def test_the_day_is_one_on_which_something_applies(read, packaged, tmp_path) -> None:
    assert mistakes(read, f"  - name: Рано\n    eligibility: manager\n    on: 2020-01-01\n{EXPECT}") == [
        "4:5: not-on-that-day: tests[0]: Политика ru/volgograd не действует на 01.01.2020. Выберите другой день (on)."
    ]
    file = tmp_path / "other.test.yaml"
    file.write_text(
        f"policy: ru/volgogrod\ntests:\n  - name: День\n    eligibility: manager\n{EXPECT}", encoding="utf-8"
    )
    with pytest.raises(CasesError, match="unknown-policy: policy: Неизвестная политика «ru/volgogrod»"):
        read_cases(packaged, [file])
    file.write_text(
        f"policy: ru/volgograd\ntests:\n  - name: День\n    eligibility: manager\n{EXPECT}", encoding="utf-8"
    )
    with pytest.raises(CasesError, match="no-day: tests\\[0\\]: Не сказано, на какой день проверять"):
        read_cases(packaged, [file])
    file.write_text(f"on: 2024-01-01\ntests:\n  - name: Чей\n    eligibility: manager\n{EXPECT}", encoding="utf-8")
    with pytest.raises(CasesError, match=r"no-jurisdiction: Ни в папке файла, ни выше нет policy\.yaml"):
        read_cases(packaged, [file])


def test_too_many_cases_of_one_test_are_refused(read) -> None:
    days = ", ".join(f"2020-01-{day:02}" for day in range(1, 31))
    found = mistakes(
        read,
        f"  - name: Много\n    eligibility: manager\n"
        f"    vary: {{birth_date: [{days}], work_started_on: [{days}]}}\n{EXPECT}",
    )
    assert found == [
        "6:11: too-many-cases: tests[0].vary: Из vary выходит случаев: 900. Разделите тест: в одном не больше 500."
    ]


def test_a_value_varies_only_once(read) -> None:
    found = mistakes(
        read,
        "  - name: Стаж\n    eligibility: manager\n"
        f"    vary: {{specialty_experience: [1 year, 2 years, 12 months, unknown, unknown]}}\n{EXPECT}",
    )
    assert found == [
        "6:52: repeated-value: tests[0].vary.specialty_experience[2]: Значение «12 months» факта "
        "specialty_experience уже есть в vary. Оставьте его один раз: каждое значение — отдельный тест.",
        "6:72: repeated-value: tests[0].vary.specialty_experience[4]: Значение «unknown» факта "
        "specialty_experience уже есть в vary. Оставьте его один раз: каждое значение — отдельный тест.",
    ]


def test_mistakes_of_all_files_come_at_once(packaged, tmp_path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.test.yaml").write_text("policy: ru\ntest: []\n", encoding="utf-8")
    with pytest.raises(CasesError) as caught:
        read_cases(packaged, [tmp_path])
    assert [Path(problem.place.file).name for problem in caught.value.problems] == ["a.test.yaml", "b.test.yaml"]
    assert "Неизвестный ключ «test». Возможно, имелось в виду «tests»" in caught.value.text()
