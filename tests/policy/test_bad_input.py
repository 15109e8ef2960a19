"""Every mistake in a policy gives one message that says where, what, and how to mend it."""

from datetime import date
from itertools import pairwise

import pytest

from policy_folders import FACTS, REGION, eligibility, write
from rsnms.policy.loading import load_policies, read_policies
from rsnms.policy.model import NotInForceError, UnknownNameError
from rsnms.policy.problems import PolicyError

ACTIVE = "rf/n/eligibility.yaml"


def lines(root, lang="ru"):
    _, problems = read_policies(root)
    return [problem.line(lang).removeprefix(f"{root}/") for problem in problems]


CONDITIONS = {
    "{fact: categry, is: highest}": (
        "rf/n/eligibility.yaml:7:22: unknown-fact: eligibility[0].grounds[0].when.fact: Неизвестный факт «categry». "
        "Возможно, имелось в виду «category». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts."
    ),
    "{fact: category, is: hihgest}": (
        "rf/n/eligibility.yaml:7:36: wrong-value: eligibility[0].grounds[0].when.is: Здесь «hihgest», ожидается "
        "одно из значений: first, highest. Возможно, имелось в виду «highest»."
    ),
    "{fact: category, iss: highest}": (
        "rf/n/eligibility.yaml:7:32: unknown-key: eligibility[0].grounds[0].when.iss: Неизвестный ключ «iss». "
        "Возможно, имелось в виду «is». Здесь известны: all_of, any_of, at_least, at_most, between, clause, fact, is, "
        "is_not, known, less_than, more_than, none_of, one_of."
    ),
    '{fact: score, at_least: "3,5"}': (
        "rf/n/eligibility.yaml:7:39: wrong-value: eligibility[0].grounds[0].when.at_least: Здесь «3,5», ожидается "
        "число с точкой, например 3.5."
    ),
    "{fact: trained, is: no}": (
        "rf/n/eligibility.yaml:7:35: wrong-value: eligibility[0].grounds[0].when.is: Здесь «no», ожидается "
        "true или false."
    ),
    "{fact: score, at_most: .nan}": (
        "rf/n/eligibility.yaml:7:38: wrong-value: eligibility[0].grounds[0].when.at_most: Здесь «.nan», ожидается "
        "число с точкой, например 3.5."
    ),
    "{fact: hours, at_least: 7.9}": (
        "rf/n/eligibility.yaml:7:39: wrong-value: eligibility[0].grounds[0].when.at_least: Здесь «7.9», ожидается "
        "целое число, например 7."
    ),
    "{fact: started_on, at_least: 2024-02-30}": (
        "rf/n/eligibility.yaml:7:44: wrong-value: eligibility[0].grounds[0].when.at_least: Здесь «2024-02-30», "
        "ожидается существующая дата вида ГГГГ-ММ-ДД, например 2024-01-31."
    ),
    "{fact: age, at_least: пять}": (
        "rf/n/eligibility.yaml:7:37: wrong-value: eligibility[0].grounds[0].when.at_least: Здесь «пять», ожидается "
        "срок, например «5 years», «5 лет» или «2 years 6 months»."
    ),
    "{fact: age, at_least: 120 years}": (
        "rf/n/eligibility.yaml:7:15: never-met: eligibility[0].grounds[0].when: Условие невыполнимо: age at_least "
        "120 years. Факт принимает значения от 14 years до 110 years."
    ),
    "{fact: age, between: [40 years, 20 years]}": (
        "rf/n/eligibility.yaml:7:36: wrong-value: eligibility[0].grounds[0].when.between: Здесь «40 years, 20 years», "
        "ожидается два значения, меньшее первым."
    ),
    "{fact: category}": (
        "rf/n/eligibility.yaml:7:15: operator-count: eligibility[0].grounds[0].when: В сравнении должен быть один "
        "оператор, здесь: ни одного. Операторы этого факта: is, is_not, one_of, none_of, known."
    ),
    "{fact: category, is: first, is_not: highest}": (
        "rf/n/eligibility.yaml:7:15: operator-count: eligibility[0].grounds[0].when: В сравнении должен быть один "
        "оператор, здесь: is, is_not. Операторы этого факта: is, is_not, one_of, none_of, known."
    ),
    "{fact: category, at_least: first}": (
        "rf/n/eligibility.yaml:7:42: wrong-operator: eligibility[0].grounds[0].when.at_least: Оператор «at_least» не "
        "подходит этому факту. Подходят: is, is_not, one_of, none_of, known."
    ),
    "{use: young}": (
        "rf/n/eligibility.yaml:7:21: unknown-criterion: eligibility[0].grounds[0].when.use: Неизвестный критерий "
        "«young». Объявите его в разделе criteria."
    ),
    "{at_least: 3, of: [{fact: trained, is: true}, {fact: category, is: first}]}": (
        "rf/n/eligibility.yaml:7:26: wrong-count: eligibility[0].grounds[0].when.at_least: Требуется 3 из 2 частей. "
        "Число — от 1 до количества частей в of."
    ),
    "{all: [{fact: age, less_than: 30 years}, {fact: age, at_least: 35 years}]}": (
        "rf/n/eligibility.yaml:7:15: contradiction: eligibility[0].grounds[0].when: Условия на факт «age» противоречат "
        "друг другу: вместе они невыполнимы."
    ),
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_mistaken_condition(tmp_path, condition) -> None:
    assert lines(write(tmp_path, {ACTIVE: eligibility(condition)})) == [CONDITIONS[condition]]


GOOD = ['{fact: hours, is: "7"}', "{fact: age, at_least: 5 лет, clause: 3.10}", "{fact: roles, any_of: [tutor]}"]


@pytest.mark.parametrize("condition", GOOD)
def test_a_sound_condition(tmp_path, condition) -> None:
    assert lines(write(tmp_path, {ACTIVE: eligibility(condition.replace("5 лет", "15 лет"))})) == []


def test_a_clause_keeps_its_zero(tmp_path) -> None:
    root = write(tmp_path, {ACTIVE: eligibility("{fact: category, is: highest, clause: 3.10}")})
    ground = load_policies(root)["rf/n"].latest.eligibility("active").grounds[0]
    assert ground.when.clause == "3.10"


SOUND = eligibility("{fact: category, is: highest}")
BOMB = "a: &a [x]\n" + "".join(f"{key}: &{key} [*{before}, *{before}]\n" for before, key in pairwise("abcdefghi"))
FILES = {
    "duplicate key": (
        {ACTIVE: SOUND.replace("    title: Актив\n", "    title: Актив\n    title: Другой\n")},
        ["rf/n/eligibility.yaml:4:5: duplicate-key: eligibility[0].title: Ключ «title» записан дважды. Оставьте одну "
         "запись."],
    ),
    "unknown section": (
        {ACTIVE: SOUND.replace("eligibility:", "eligibilty:")},
        ["rf/n/eligibility.yaml:1:1: unknown-section: eligibilty: Неизвестный раздел «eligibilty». Возможно, имелось в "
         "виду «eligibility». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, remove."],
    ),
    "missing key": (
        {ACTIVE: SOUND.replace("    title: Актив\n", "")},
        ["rf/n/eligibility.yaml:2:5: missing-key: eligibility[0]: Не хватает ключа «title». Добавьте его."],
    ),
    "empty value": (
        {ACTIVE: SOUND.replace("title: Актив", "title:")},
        ["rf/n/eligibility.yaml:3:5: empty-value: eligibility[0].title: После «title:» нет значения. Впишите значение "
         "или удалите ключ."],
    ),
    "empty file": (
        {ACTIVE: b"  \n"},
        ["rf/n/eligibility.yaml:1:1: empty-file: Файл пуст. Заполните его или удалите."],
    ),
    "only comments": (
        {ACTIVE: "# потом\n"},
        ["rf/n/eligibility.yaml:1:1: empty-file: Файл пуст. Заполните его или удалите."],
    ),
    "tab": (
        {ACTIVE: SOUND.replace("    grounds", "\tgrounds")},
        ["rf/n/eligibility.yaml:4:1: tab: В отступе стоит табуляция. Замените её пробелами."],
    ),
    "Windows-1251": (
        {ACTIVE: SOUND.encode("cp1251")},
        ["rf/n/eligibility.yaml:1:1: not-utf8: Файл не в кодировке UTF-8 (похоже на Windows-1251). Сохраните его в "
         "UTF-8."],
    ),
    "UTF-16": (
        {ACTIVE: SOUND.encode("utf-16")},
        ["rf/n/eligibility.yaml:1:1: not-utf8: Файл не в кодировке UTF-8 (похоже на UTF-16). Сохраните его в UTF-8."],
    ),
    "object tag": (
        {ACTIVE: SOUND.replace("title: Актив", "title: !!python/object:os.system {}")},
        ["rf/n/eligibility.yaml:3:12: tag: eligibility[0]: Теги YAML (tag:yaml.org,2002:python/object:os.system) не "
         "допускаются. Уберите тег: все значения читаются как текст."],
    ),
    "several documents": (
        {ACTIVE: SOUND + "---\n" + SOUND},
        ["rf/n/eligibility.yaml:8:1: several-documents: В файле несколько документов YAML (строка «---»). Оставьте "
         "один."],
    ),
    "a mapping for a list": (
        {ACTIVE: "eligibility: {id: active}\n"},
        ["rf/n/eligibility.yaml:1:14: wrong-shape: eligibility: Здесь набор «ключ: значение», ожидается "
         "список."],
    ),
    "a section in two files": (
        {"rf/n/more.yaml": SOUND},
        ["rf/n/more.yaml:1:1: section-twice: eligibility: Раздел «eligibility» уже стоит в файле eligibility.yaml. "
         "Раздел пишется в одном файле: объедините."],
    ),
    "a cycle of criteria": (
        {
            "rf/n/criteria.yaml": "criteria:\n"
            "  - {id: a, title: А, when: {use: b}}\n"
            "  - {id: b, title: Б, when: {use: a}}\n",
        },
        ["rf/n/criteria.yaml:2:35: criterion-cycle: criteria[0].when.use: Критерии ссылаются по кругу: b → a → b. "
         "Разорвите круг.",
         "rf/n/criteria.yaml:3:35: criterion-cycle: criteria[1].when.use: Критерии ссылаются по кругу: a → b → a. "
         "Разорвите круг."],
    ),
    "an unknown parent": (
        {"rf/n/policy.yaml": REGION + "parent: rff\n"},
        ["rf/n/policy.yaml:10:9: unknown-parent: parent: Неизвестная политика-родитель «rff». Возможно, имелось в виду "
         "«rf». Известны: rf."],
    ),
    "an override of nothing": (
        {ACTIVE: SOUND.replace("    title: Актив", "    override: true\n    title: Актив")},
        ["rf/n/eligibility.yaml:3:15: override-of-nothing: eligibility[0].override: «override: true», но у родителей "
         "нет «active». Исправьте идентификатор или уберите override."],
    ),
    "a silent override": (
        {"rf/n/facts.yaml": "facts:\n  - {id: category, type: text, title: Категория}\n"},
        ["rf/n/facts.yaml:2:10: silent-override: facts[0].id: «category» уже есть у родителя (rf). Чтобы заменить его, "
         "добавьте «override: true»; иначе дайте другой id."],
    ),
    "a removal of nothing": (
        {"rf/n/remove.yaml": "remove:\n  facts: [agee]\n"},
        ["rf/n/remove.yaml:2:11: remove-of-nothing: remove.facts[0]: Нечего удалять: у родителей нет «agee». Возможно, "
         "имелось в виду «age»."],
    ),
    "no policy.yaml": (
        {"rf/n/policy.yaml": ""},
        ["rf/n:1:1: no-identity: В папке нет policy.yaml. Опишите в нём юрисдикцию: title, level, acts."],
    ),
    "an end before the start": (
        {"rf/n/policy.yaml": REGION.replace("{from: 2024-01-01}", "{from: 2024-01-01, until: 2023-01-01}")},
        ["rf/n/policy.yaml:9:41: dates-reversed: acts[0].in_force.until: Дата окончания 2023-01-01 раньше начала "
         "2024-01-01."],
    ),
    "versions at the same time": (
        {"rf/n/2024-06-01/policy.yaml": REGION.replace("2024-01-01", "2024-06-01")},
        ["rf/n/2024-06-01/policy.yaml:9:22: overlapping-versions: acts[0].in_force.from: Версии действуют "
         "одновременно: эта с 2024-06-01, другая с 2024-01-01 по … (n). Закройте прежнюю датой in_force.until."],
    ),
    "a version in the wrong folder": (
        {
            "rf/n/policy.yaml": REGION.replace("{from: 2024-01-01}", "{from: 2024-01-01, until: 2024-05-31}"),
            "rf/n/2024-06-02/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        ["rf/n/2024-06-02/policy.yaml:4:3: version-folder: acts: Папка версии называется «2024-06-02», а действует "
         "версия с 2024-06-01. Назовите папку датой вступления в силу."],
    ),
    "an unknown act": (
        {ACTIVE: SOUND.replace("    title: Актив", "    act: ordre\n    title: Актив")},
        ["rf/n/eligibility.yaml:3:10: unknown-act: eligibility[0].act: Неизвестный акт «ordre». Возможно, имелось в "
         "виду «order». Акты перечисляет policy.yaml."],
    ),
    "an unknown subject": (
        {ACTIVE: SOUND.replace("    title: Актив", "    formed_by: {subject: cnppm}\n    title: Актив")},
        ["rf/n/eligibility.yaml:3:26: unknown-subject: eligibility[0].formed_by.subject: Неизвестный субъект «cnppm». "
         "Объявите его в разделе subjects."],
    ),
    "a fact that moves by a fact that is not there": (
        {"rf/facts.yaml": FACTS.replace("    title: Возраст\n", "    title: Возраст\n    time: {since: born}\n")},
        ["rf/facts.yaml:5:19: unknown-fact: facts[0].time.since: Неизвестный факт «born». Факты перечисляет «rsnms "
         "show ПОЛИТИКА»; новый объявляют в разделе facts."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_mistaken_file(tmp_path, case) -> None:
    files, expected = FILES[case]
    found = lines(write(tmp_path, files))
    assert len(found) == len(expected), found
    for said, wanted in zip(found, sorted(expected), strict=True):
        assert said.startswith(wanted)


def test_aliases_cannot_explode(tmp_path) -> None:
    found = lines(write(tmp_path, {ACTIVE: BOMB}))
    assert found
    assert all(": anchor: " in line for line in found)


def test_broken_yaml_names_its_place(tmp_path) -> None:
    [line] = lines(write(tmp_path, {ACTIVE: SOUND.replace("is: highest}", "is: highest")}))
    assert line.startswith("rf/n/eligibility.yaml:8:1: syntax: ")


def test_all_mistakes_of_all_stages_at_once_and_each_once(tmp_path) -> None:
    mistaken = """\
eligibility:
  - id: Active
    title: Актив
    modalty: must
    gate: {all: [{fact: agee, at_least: 20 years}, {fact: category, is: hihgest}]}
    grounds:
      - id: core
        title: Основа
        when: {fact: trained, is: yes}
  - id: second
    title: Второй
    grounds:
      - id: core
        title: Основа
        when: {any: [{use: nothing}, {fact: age, at_least: 200 years}]}
"""
    found = lines(write(tmp_path, {ACTIVE: mistaken}))
    assert [(line.split(":")[1], line.split(": ")[1]) for line in found] == [
        ("2", "wrong-value"),
        ("4", "unknown-key"),
        ("5", "unknown-fact"),
        ("5", "wrong-value"),
        ("9", "wrong-value"),
        ("15", "unknown-criterion"),
        ("15", "never-met"),
    ]


def test_a_mistaken_definition_does_not_blame_those_who_use_it(tmp_path) -> None:
    broken = FACTS.replace("    title: Категория\n", "    title: Категория\n    tite: x\n")
    [line] = lines(write(tmp_path, {"rf/facts.yaml": broken}))
    assert ": unknown-key: facts[1].tite: " in line


def test_english(tmp_path) -> None:
    [line] = lines(write(tmp_path, {ACTIVE: eligibility("{fact: categry, is: highest}")}), "en")
    assert line == (
        "rf/n/eligibility.yaml:7:22: unknown-fact: eligibility[0].grounds[0].when.fact: Unknown fact 'categry'. Did "
        "you mean 'category'? 'rsnms show POLICY' lists the facts; a new one is declared in the section facts."
    )


def test_loading_raises_with_every_problem(tmp_path) -> None:
    root = write(tmp_path, {ACTIVE: eligibility("{fact: categry, is: highest}")})
    with pytest.raises(PolicyError) as caught:
        load_policies(root)
    assert [problem.code for problem in caught.value.problems] == ["unknown-fact"]


def test_questions_that_have_no_answer(tmp_path) -> None:
    region = load_policies(write(tmp_path, {}))["rf/n"]
    with pytest.raises(NotInForceError) as early:
        region.on(date(2023, 12, 31))
    assert early.value.text() == "31.12.2023 в «rf/n» не действует ни один акт; первый действует с 01.01.2024."
    assert (
        early.value.text("en") == "No act of 'rf/n' is in force on 2023-12-31; the first is in force from 2024-01-01."
    )
    with pytest.raises(UnknownNameError, match="activ") as unknown:
        region.latest.eligibility("activ")
    assert unknown.value.nearest == "active"
