"""The document of a route: everything that the act names, what stays open, the grounds, and nobody's name unasked."""

import re
from dataclasses import replace

import pytest

from reports.routes.route_samples import EMPTY, LEARNING, OFFERS, POLICY, ROUTE, TEACHER, with_title
from rsnms.reports.markdown import plain, table
from rsnms.reports.routes.document import route_document
from rsnms.routes.planning.route import Status
from rsnms.routes.timetable.timetable import Gap

DOCUMENT = """\
# Индивидуальный образовательный маршрут

- Для кого: У-17
- Должность: учитель
- Преподаваемые предметы: астрономия, физика
- Место работы: МОУ СОШ № 1
- Акт: приказ от 05.06.2023 № 58, Комитет образования, науки и молодежной политики Волгоградской области
- Территория: Волгоградская область
- Составлен: 02.09.2024
- Срок: 02.09.2024–30.06.2025
- Условия: не более 72 часов; не дороже 12 500,50 рубля; формы — очная, очно-заочная; место — Волгоград

## Дефициты

| Компетенция              | Тяжесть | Диагностика | Закрывает         |
| ------------------------ | ------- | ----------- | ----------------- |
| ИКТ-компетенция          | тяжёлый | 18.02.2024  | шаг 2             |
| Методическая компетенция | лёгкий  | 18.02.2024  | остаётся открытым |

## Шаги

### Диагностика

1. **Диагностика** — 18.02.2024, пройдено

### Обучение

2. **Цифровые средства на уроке** — 03.02–14.03.2025, 48 часов, запланировано
   - Что это: повышение квалификации (ПК-001); образование формальное; форма очно-заочная; из федерального реестра
   - Кто проводит: ВГАПО
   - Стоимость: 12 500,50 рубля
   - Мера: программа ДПО
   - Место: Волгоград
   - Примечание: Программа Федерального реестра, если в нём есть подходящая
   - Закрывает дефицит: ИКТ-компетенция (тяжёлый)
   - Кто обеспечивает: ГАУ ДПО «ВГАПО» (п. 3.2.2, поз. 1)
   - Основание: 1

### Перенос в практику

3. **Перенос освоенного в практику** — 17.03–30.05.2025, запланировано
   - Примечание: Стажировка, мастер-класс, обмен опытом или посещение занятий, вместе с ЦНППМ
   - По дефициту: ИКТ-компетенция (тяжёлый)
   - Кто обеспечивает: Муниципальные методические службы (ММС) (п. 3.3.1, поз. 1)
   - После шага: 2
   - Основание: 2

### Сопровождение на протяжении маршрута

4. **Наставничество** — 02.09.2024–30.05.2025, запланировано
   - Кто обеспечивает: Пары педагогов (п. 4.3, поз. 6)
   - Кто сопровождает: М-7
   - Основание: 4

### Повторная диагностика

5. **Повторная диагностика** — 31.05.2025, запланировано
   - Примечание: Последний шаг маршрута
   - По дефициту: ИКТ-компетенция (тяжёлый)
   - Кто обеспечивает: ____________________ (акт не называет)
   - После шага: 2
   - Основание: 3

## Итог

- Содержание: Цифровые средства на уроке
- Формы: очно-заочная
- Технологии: кейсы, проекты
- Темп: февраль 2025 — 32 часа; март 2025 — 16 часов
- Общее время: 48 часов
- Стоимость: 12 500,50 рубля
- Завершение: 31.05.2025

Маршрут наилучший при этих условиях (доказано).

## Что остаётся открытым

- Методическая компетенция, лёгкий дефицит. Подходящее предложение не помещается в предел часов.
  - Поможет «Формирующее оценивание» (ПК-014): предел 84 часов вместо 72.

## Что не удалось обеспечить

- Стажировка (ИКТ-компетенция): при этих условиях в каталоге нет подходящего предложения — \
правило 5 (п. 3.2.3, поз. 9; обязательно)

## Что неизвестно

- Методическая помощь: не решено, нужна ли эта мера; нет сведений: особенности организации — правило «Методическая \
помощь педагогам школ с низкими результатами» (п. 3.2.4, поз. 11; обязательно)

## Основания

1. Правило «Программа ДПО по выявленному дефициту, в том числе из Федерального реестра» (п. 3.2.2, поз. 1; обязательно)
   - Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)
2. Правило «Перенос освоенного в практику» (п. 3.3.1, поз. 1; обязательно)
   - Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → правило 1
3. Правило «Повторная диагностика в конце маршрута» (умолчание федеральной основы, акт об этом молчит; рекомендация)
   - Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)
4. Правило «Наставничество молодых педагогов» (п. 4.3, поз. 6; обязательно)
   - Сведения: вид организации — общеобразовательная; должность — учитель; возраст — 25 лет 6 месяцев; время с начала \
работы — 2 года
5. Правило «Стажировка» (п. 3.2.3, поз. 9; обязательно)
   - Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)

## Подписи

- Методист: ____________________ Дата: ____________
- Участник маршрута: ____________________ Дата: ____________
"""


def spaced(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_whole_document():
    assert spaced(route_document(ROUTE, POLICY, person_facts=TEACHER, offers=OFFERS)) == DOCUMENT


def test_in_english_our_words_are_english():
    said = route_document(ROUTE, POLICY, "en")
    ours = re.sub(r"“[^”]*”|«[^»]*»", "", said)
    for line in (
        "# Individual educational route",
        "- Period: 2 September 2024 to 30 June 2025",
        "| ICT competency        | severe   | 18 February 2024 | step 2     |",
        "2. **Цифровые средства на уроке** — 3 February to 14 March 2025, 48 hours, planned",
        "   - Kind: upskilling programme (ПК-001); formal education; mixed; in the federal register",
        "- Pace: February 2025 — 32 hours; March 2025 — 16 hours",
        "  - ПК-014 would help: a limit of 84 hours instead of 72.",
        "   - Deficit: ICT competency, severe (diagnosed on 18 February 2024) → rule 1",
        "- Methodist: ____________________ Date: ____________",
    ):
        assert line in ours.splitlines() or line in said.splitlines()
    assert "Правило" not in ours


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_an_anonymous_document_tells_nothing_of_the_person(lang):
    said = route_document(ROUTE, POLICY, lang, person_facts=TEACHER, anonymous=True)
    telling = ("У-17", "М-7", "физика", "СОШ", "25 лет", "25 years", "учитель", "teacher", "место —", "place —")
    for one in telling:
        assert one not in said
    assert ("- Для кого: без имени" if lang == "ru" else "- For whom: without a name") in said.splitlines()


def test_of_an_empty_route_the_summary_is_told():
    said = route_document(EMPTY, POLICY)
    assert "Дефицитов не выявлено." in said
    assert "Шагов нет." in said
    assert "- Общее время: 0 часов\n- Стоимость: бесплатно" in said
    assert "## Основания" not in said
    assert "## Что остаётся открытым" not in said


def test_a_route_of_accompaniment_alone_says_so():
    alone = replace(EMPTY, steps=(ROUTE.steps[0], ROUTE.steps[3]))
    assert "- Завершение: только сопровождение, по 30.05.2025\n" in route_document(alone, POLICY)
    assert "- Ends on: accompaniment alone, until 30 May 2025\n" in route_document(alone, POLICY, "en")


def test_the_end_of_the_search_is_told():
    said = route_document(replace(ROUTE, gap=Gap("uncovered-low", 1, 0)), POLICY)
    assert "Что маршрут наилучший, не доказано: незакрытые лёгкие дефициты, найдено 1, возможно от 0." in said


def test_several_steps_before_and_several_grounds():
    step = replace(
        LEARNING, id="x", after=("mentoring", "diagnosis", "ПК-000"), requirements=ROUTE.steps[2].requirements * 2
    )
    said = route_document(replace(ROUTE, steps=(*ROUTE.steps, step)), POLICY)
    assert "   - После шага: 4\n   - Основание: 2" in said
    both = replace(step, requirements=(*LEARNING.requirements, *ROUTE.steps[2].requirements))
    said = route_document(replace(ROUTE, steps=(*ROUTE.steps, both)), POLICY)
    assert "   - Основания: 1, 2" in said
    assert "| ИКТ-компетенция          | тяжёлый | 18.02.2024  | шаги 2, 6         |" in said


def lines_of(step, **more):
    said = route_document(replace(ROUTE, steps=(step,)), POLICY, offers=OFFERS, **more)
    return [line.strip() for line in said.split("## Итог")[0].splitlines() if line.startswith("   - ")]


def test_notes_of_several_rules_say_whose_they_are():
    transfer = ROUTE.steps[2].requirements
    both = lines_of(replace(LEARNING, requirements=(*LEARNING.requirements, *transfer)))
    assert "- Меры: программа ДПО, перенос освоенного в практику" in both
    assert [line for line in both if "Примечание" in line] == [
        "- Примечание к основанию 1: Программа Федерального реестра, если в нём есть подходящая",
        "- Примечание к основанию 2: Стажировка, мастер-класс, обмен опытом или посещение занятий, вместе с ЦНППМ",
    ]
    note = LEARNING.requirements[0].rule.note
    same = [replace(one, rule=replace(one.rule, note=note)) for one in transfer]
    assert f"- Примечание к основаниям 1, 2: {note}" in lines_of(
        replace(LEARNING, requirements=(*LEARNING.requirements, *same))
    )


def test_who_provides_a_step_is_filled_in_by_hand_where_nobody_is_named():
    mentoring = replace(ROUTE.steps[3], by=())
    assert not [line for line in lines_of(mentoring) if "обеспечивает" in line]
    assert "- Кто сопровождает: М-7" in lines_of(mentoring)
    blank = "- Кто обеспечивает: ____________________ (акт не называет)"
    assert blank in lines_of(replace(mentoring, person=None))
    assert blank in lines_of(mentoring, anonymous=True)
    assert lines_of(replace(mentoring, person=None, status=Status.DONE)) == ["- Основание: 1"]


def test_who_merely_accompanies_the_learning_does_not_provide_it():
    rules = [replace(one, rule=replace(one.rule, by=None)) for one in LEARNING.requirements]
    alone = lines_of(replace(LEARNING, requirements=(), by=("cnppm",)))
    asked = lines_of(replace(LEARNING, requirements=tuple(rules), by=("cnppm",)))
    assert "- Кто сопровождает: ЦНППМ" in alone
    assert "- Кто сопровождает: ЦНППМ" in asked
    assert not [line for line in lines_of(replace(LEARNING, by=())) if "обеспечивает" in line or "сопров" in line]


def test_titles_of_others_are_no_markdown():
    said = route_document(with_title("*Пишем*\n# <b>сами</b> | [ссылка](x)"), POLICY)
    assert "2. **\\*Пишем\\* # \\<b>сами\\</b> \\| \\[ссылка](x)** — " in said
    assert plain("a  b\\c") == "a b\\\\c"


def test_tables_are_in_line():
    assert list(table(("а", "бб"), [("длинный", "|")])) == [
        "| а       | бб |",
        "| ------- | -- |",
        "| длинный | \\| |",
    ]
