import pytest

from changes.edited import ACTIVE, CHILD, SMALL, changed, difference, swapped
from policy.folders import eligibility
from rsnms.reports.changes.outline import outline_markdown, outline_text, summary


def test_a_change_in_words_with_its_people(tmp_path) -> None:
    old = {**SMALL, "a/b/c/policy.yaml": CHILD}
    new = changed(old, eligibility=("at_least: 5 years", "at_least: 15 years"))
    found = difference(tmp_path, old, new)
    assert (
        outline_text(found)
        == """\
a/b: Регион (люди — на 01.03.2026)
  Изменено: право на включение «Актив» (active, п. 3)
    основание «Основа», условие (остальное без изменений):
      было: Стаж — не менее 5 лет
      стало: Стаж — не менее 15 лет
      в файле было: {fact: stay, at_least: 5 years, clause: "3"}
      в файле стало: {fact: stay, at_least: 15 years, clause: "3"}
  Люди: право на включение «Актив» (active)
    Теперь подходят: доказано: таких людей нет
    Больше не подходят:
      Человек: стаж — 5 лет; обучен: да; категория — высшая; роли: нет
        было: подходит, основание «Основа» (основа, п. 3)
        стало: не подходит: стаж — не менее 15 лет (п. 3); роли — хотя бы одно из: тьютор, наставник (п. 3)
    Другое основание:
      Человек: стаж — 5 лет; обучен: да; категория — высшая; роли: тьютор
        было: подходит, основание «Основа» (основа, п. 3)
        стало: подходит, основание «Прочие» (допускается, п. 3)
a/b/c: Район (люди — на 01.03.2026)
  Через a/b: право на включение «Актив» (active, п. 3)
"""
    )
    assert summary(found) == "Сравнено политик: 3, различаются: 2"


def test_the_order_of_grounds_in_english(tmp_path) -> None:
    found = difference(tmp_path, SMALL, {**SMALL, "a/b/eligibility.yaml": swapped()})
    assert (
        outline_text(found, "en")
        == """\
a/b: Регион (people as of 1 March 2026)
  Changed: eligibility “Актив” (active, cl. 3)
    order of grounds:
      before: core, other
      after: other, core
  People: eligibility “Актив” (active)
    Another ground:
      Somebody: обучен: yes; категория — высшая; стаж — 5 years; роли: тьютор
        before: eligible, ground “Основа” (core, cl. 3)
        after: eligible, ground “Прочие” (permitted, cl. 3)
"""
    )


def test_a_gate_that_is_lost(tmp_path) -> None:
    without = ACTIVE.replace('    gate: {fact: trained, is: true, clause: "1.3"}\n', "")
    text = outline_text(difference(tmp_path, SMALL, {**SMALL, "a/b/eligibility.yaml": without}))
    assert (
        """\
    условие для всех:
      было: Обучен: да
      стало: не указано
      в файле было: {fact: trained, is: true, clause: "1.3"}
"""
        in text
    )
    assert (
        """\
        было: не подходит: обучен: да (п. 1.3)
"""
        in text
    )
    assert text.endswith("    Больше не спрашивается: Обучен\n")


def test_what_could_not_be_decided(tmp_path) -> None:
    conditions = [
        "{any: [{fact: score, at_least: 5}, {fact: score, less_than: 5}]}",
        "{any: [{fact: score, known: true}, {fact: score, known: false}]}",
    ]
    files = [{**SMALL, "a/b/eligibility.yaml": eligibility(condition)} for condition in conditions]
    assert """\
    Теперь подходят (раньше нельзя было определить):
      Человек
        было: нельзя определить: нет сведений: баллы
        стало: подходит, основание «О»
""" in outline_text(difference(tmp_path / "1", *files))
    assert """\
    Больше не подходят (теперь нельзя определить):
      Человек
        было: подходит, основание «О»
        стало: нельзя определить: нет сведений: баллы
""" in outline_text(difference(tmp_path / "2", *reversed(files)))


def test_an_eligibility_that_appears_and_vanishes(tmp_path) -> None:
    bare = {name: text for name, text in SMALL.items() if name != "a/b/eligibility.yaml"}
    appears = outline_text(difference(tmp_path / "1", bare, SMALL))
    assert (
        """\
  Добавлено: право на включение «Актив» (active, п. 3)
  Люди: право на включение «Актив» (active)
    Право появилось
    Теперь подходят:
      Человек: обучен: да; роли: тьютор
        было: такого права не было
        стало: подходит, основание «Прочие» (допускается, п. 3)
"""
        in appears
    )
    assert "    Право исчезло\n" in outline_text(difference(tmp_path / "2", SMALL, bare))


def test_facts_that_versions_understand_differently(tmp_path) -> None:
    duration = "type: duration, title: Стаж, time: {grows: true}, range: {at_least: 0 years, at_most: 80 years}"
    new = changed(SMALL, facts=(duration, "type: integer, title: Стаж"), eligibility=("5 years", "5"))
    assert (
        "    о людях ничего не доказано: Политики понимают факт «stay» по-разному (duration/person и integer/person), "
        "доказать ничего нельзя.\n"
    ) in outline_text(difference(tmp_path, SMALL, new))


def test_a_route_rule_reaches_others(tmp_path) -> None:
    rule = (
        "routes:\n  - {id: r, title: Наставничество, modality: must, when: {fact: stay, less_than: 3 years}, "
        "require: {measure: mentoring}}\n"
    )
    old = {**SMALL, "a/b/routes.yaml": rule}
    text = outline_text(difference(tmp_path, old, {**old, "a/b/routes.yaml": rule.replace("3 years", "5 years")}))
    assert (
        """\
  Люди: правило маршрута «Наставничество» (r)
    Правило теперь касается:
      Человек: стаж — 3 года
        было: правило не касается: стаж — менее 3 лет
        стало: правило касается
    Правило больше не касается: доказано: таких людей нет
"""
        in text
    )


def test_markdown_takes_nothing_of_policies_for_its_own(tmp_path) -> None:
    terms = "terms:\n  - {id: t, title: 'Термин <b> `x`', means: Одно}\n"
    old = {**SMALL, "a/b/terms.yaml": terms}
    new = changed({**old, "a/b/terms.yaml": terms.replace("Одно", "Иное")}, eligibility=("5 years", "4 years"))
    lines = outline_markdown(difference(tmp_path, old, new)).splitlines()
    assert lines[0].startswith("## Что меняется: ")
    assert "### a/b: Регион (люди — на 01.03.2026)" in lines
    assert "- Изменено: термин «Термин \\<b> \\`x\\`» (t)" in lines
    assert '    - в файле стало: `{fact: stay, at_least: 4 years, clause: "3"}`' in lines


@pytest.mark.parametrize(
    ("lang", "said"), [("ru", "Различий нет. Сравнено политик: 2"), ("en", "No differences. Policies compared: 2")]
)
def test_nothing_differs(tmp_path, lang, said) -> None:
    found = difference(tmp_path, SMALL, dict(SMALL))
    assert outline_text(found, lang) == ""
    assert summary(found, lang) == said
    assert said in outline_markdown(found, lang)
