"""Facts that are not well defined."""
# ruff: noqa: E501

from policy.folders import Case, case, section

CASES: dict[str, Case] = {
    "a choice without values": case(
        section("facts:\n  - {id: q, title: Ж, type: choice}\n"),
        "a/b/x.yaml:2:29: fact-definition: facts[0].type: Факт описан неверно: для типа choice нужен список values.",
        en=[
            "a/b/x.yaml:2:29: fact-definition: facts[0].type: The fact is not well defined: the type choice needs a list of values.",
        ],
    ),
    "values of an integer": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, values: [{id: a, title: а}]}\n"),
        "a/b/x.yaml:2:29: fact-definition: facts[0].type: Факт описан неверно: values бывают только у choice и choices.",
    ),
    "a value twice": case(
        section("facts:\n  - {id: q, title: Ж, type: choice, values: [{id: a, title: а}, {id: a, title: б}]}\n"),
        "a/b/x.yaml:2:70: duplicate-id: facts[0].values[1].id: Идентификатор «a» уже занят в этом разделе. Дайте другой.",
    ),
    "values without titles": case(
        section("facts:\n  - {id: q, title: Ж, type: choice, values: [a]}\n"),
        "a/b/x.yaml:2:46: wrong-shape: facts[0].values[0]: Здесь «a», ожидается набор «ключ: значение».",
    ),
    "a misspelt type": case(
        section("facts:\n  - {id: q, title: Ж, type: int}\n"),
        "a/b/x.yaml:2:29: wrong-value: facts[0].type: Здесь «int», ожидается одно из: boolean, integer, number, date, duration, choice, choices, text, texts. Возможно, имелось в виду «integer».",
    ),
    "an unknown type": case(
        section("facts:\n  - {id: q, title: Ж, type: список}\n"),
        "a/b/x.yaml:2:29: wrong-value: facts[0].type: Здесь «список», ожидается одно из: boolean, integer, number, date, duration, choice, choices, text, texts.",
    ),
    "a misspelt about": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, about: persn}\n"),
        "a/b/x.yaml:2:45: wrong-value: facts[0].about: Здесь «persn», ожидается одно из: person, pair, organisation, team, programme, municipality, methodist, diagnosis, route, training. Возможно, имелось в виду «person».",
    ),
    "no effort": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, effort: 0}\n"),
        "a/b/x.yaml:2:46: wrong-value: facts[0].effort: Здесь «0», ожидается целое число от 1 до 999.",
    ),
    "two kinds of time": case(
        section("facts:\n  - {id: q, title: Ж, type: duration, time: {grows: true, since: born}}\n"),
        "a/b/x.yaml:2:45: fact-definition: facts[0].time: Факт описан неверно: в time нужен один вид: grows; since; from и until с then и term; happened_on; overlap.",
    ),
    "no kind of time": case(
        section("facts:\n  - {id: q, title: Ж, type: duration, time: {}}\n"),
        "a/b/x.yaml:2:45: fact-definition: facts[0].time: Факт описан неверно: в time нужен один вид: grows; since; from и until с then и term; happened_on; overlap.",
    ),
    "grows: false": case(
        section("facts:\n  - {id: q, title: Ж, type: duration, time: {grows: false}}\n"),
        "a/b/x.yaml:2:53: wrong-value: facts[0].time.grows: Здесь «false», ожидается true.",
    ),
    "an integer that grows": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, time: {grows: true}}\n"),
        "a/b/x.yaml:2:44: fact-definition: facts[0].time: Факт описан неверно: такое time бывает только у типа duration.",
    ),
    "a choice since a date": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {since: born}}\n"),
        "a/b/x.yaml:2:44: fact-definition: facts[0].time: Факт описан неверно: такое time бывает только у типа duration.",
    ),
    "since a misspelt fact": case(
        section("facts:\n  - {id: q, title: Ж, type: duration, time: {since: bron}}\n"),
        "a/b/x.yaml:2:53: unknown-fact: facts[0].time.since: Неизвестный факт «bron». Возможно, имелось в виду «born». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "since a fact that is no date": case(
        section("facts:\n  - {id: q, title: Ж, type: duration, time: {since: score}}\n"),
        "a/b/x.yaml:2:53: fact-definition: facts[0].time.since: Факт описан неверно: у факта «score» должен быть тип date.",
    ),
    "a date with time": case(
        section("facts:\n  - {id: q, title: Ж, type: date, time: {from: born}}\n"),
        "a/b/x.yaml:2:41: fact-definition: facts[0].time: Факт описан неверно: у дат time не бывает.",
    ),
    "an integer that happened": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, time: {happened_on: born}}\n"),
        "a/b/x.yaml:2:44: fact-definition: facts[0].time: Факт описан неверно: такое time бывает только у типа boolean.",
    ),
    "happened on an unknown fact": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {happened_on: trained_on}}\n"),
        "a/b/x.yaml:2:58: unknown-fact: facts[0].time.happened_on: Неизвестный факт «trained_on». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "an overlap of one": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {overlap: [roles]}}\n"),
        "a/b/x.yaml:2:54: fact-definition: facts[0].time.overlap: Факт описан неверно: в overlap нужны два факта.",
    ),
    "an overlap with a number": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {overlap: [roles, score]}}\n"),
        "a/b/x.yaml:2:62: fact-definition: facts[0].time.overlap[1]: Факт описан неверно: у факта «score» должен быть тип choices или texts.",
    ),
    "an overlap with an unknown fact": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {overlap: [role, roles]}}\n"),
        "a/b/x.yaml:2:55: unknown-fact: facts[0].time.overlap[0]: Неизвестный факт «role». Возможно, имелось в виду «roles». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "then without from": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {then: false}}\n"),
        "a/b/x.yaml:2:44: fact-definition: facts[0].time: Факт описан неверно: в time нужен один вид: grows; since; from и until с then и term; happened_on; overlap.",
    ),
    "a wrong value after the end": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {from: born, then: нет}}\n"),
        "a/b/x.yaml:2:63: wrong-value: facts[0].time.then: Здесь «нет», ожидается true или false.",
    ),
    "a set after the end": case(
        section("facts:\n  - {id: q, title: Ж, type: texts, time: {from: born, then: а}}\n"),
        "a/b/x.yaml:2:61: fact-definition: facts[0].time.then: Факт описан неверно: then бывает только у фактов с одним значением.",
    ),
    "a term without a unit": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {from: born, term: 5}}\n"),
        "a/b/x.yaml:2:63: wrong-value: facts[0].time.term: Здесь «5», ожидается срок, например «5 years».",
    ),
    "a term without a start": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {until: born, term: 5 years}}\n"),
        "a/b/x.yaml:2:64: fact-definition: facts[0].time.term: Факт описан неверно: term отсчитывается от from, а его нет.",
    ),
    "an impossible day before which a term holds": case(
        section(
            "facts:\n  - {id: q, title: Ж, type: boolean, time: {from: born, term: 5 years, term_before: 2023-13-01}}\n"
        ),
        "a/b/x.yaml:2:85: wrong-value: facts[0].time.term_before: Здесь «2023-13-01», ожидается существующая дата вида 2024-01-31.",
    ),
    "a day without a term": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, time: {from: born, term_before: 2023-12-01}}\n"),
        "a/b/x.yaml:2:70: fact-definition: facts[0].time.term_before: Факт описан неверно: term_before бывает только вместе с term.",
    ),
    "a unit of two forms": case(
        section("facts:\n  - {id: q, title: Ж, type: number, unit: [балл, балла]}\n"),
        "a/b/x.yaml:2:43: fact-definition: facts[0].unit: Факт описан неверно: у единицы три русские формы [балл, балла, баллов] и две английские [point, points].",
    ),
    "a unit of one English form too many": case(
        section("facts:\n  - {id: q, title: Ж, type: number, unit: {ru: [балл, балла, баллов], en: [a, b, c]}}\n"),
        "a/b/x.yaml:2:43: fact-definition: facts[0].unit: Факт описан неверно: у единицы три русские формы [балл, балла, баллов] и две английские [point, points].",
    ),
    "a unit of another shape": case(
        section("facts:\n  - {id: q, title: Ж, type: number, unit: {ru: {one: балл}}}\n"),
        "a/b/x.yaml:2:48: wrong-shape: facts[0].unit.ru: Здесь набор «ключ: значение», ожидается список.",
    ),
    "a range of a boolean": case(
        section("facts:\n  - {id: q, title: Ж, type: boolean, range: {at_least: 1, at_most: 2}}\n"),
        "a/b/x.yaml:2:45: fact-definition: facts[0].range: Факт описан неверно: range бывает только у чисел, дат и сроков.",
    ),
    "a fraction in an integer's range": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, range: {at_least: 1.5}}\n"),
        "a/b/x.yaml:2:56: wrong-value: facts[0].range.at_least: Здесь «1.5», ожидается целое число, например 7.",
    ),
    "a reversed range": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, range: {at_least: 5, at_most: 1}}\n"),
        "a/b/x.yaml:2:45: fact-definition: facts[0].range: Факт описан неверно: в range at_least больше at_most.",
    ),
    "a heading twice": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, headings: [Балл, балл]}\n"),
        "a/b/x.yaml:2:55: fact-definition: facts[0].headings[1]: Факт описан неверно: заголовок «балл» уже есть у факта «q».",
    ),
    "a text for headings": case(
        section("facts:\n  - {id: q, title: Ж, type: integer, headings: Балл}\n"),
        "a/b/x.yaml:2:48: wrong-shape: facts[0].headings: Здесь «Балл», ожидается список, например [Балл].",
    ),
    "an id with a dot": case(
        section("facts:\n  - {id: mentor.q, title: Ж, type: integer}\n"),
        "a/b/x.yaml:2:10: wrong-value: facts[0].id: Здесь «mentor.q», ожидается идентификатор из строчных латинских букв, цифр, «-» и «_».",
    ),
    "a heading of two facts": case(
        section(
            "facts:\n  - {id: q, title: Ж, type: integer, headings: [Балл]}\n  - {id: r, title: Ж, type: integer, headings: [БАЛЛ]}\n"
        ),
        "a/b/x.yaml:3:49: fact-definition: facts[1].headings[0]: Факт описан неверно: заголовок «БАЛЛ» уже есть у факта «q».",
    ),
    "one id for a person's and a pair's fact": case(
        section("facts:\n  - {id: q, title: Ж, type: integer}\n  - {id: q, about: pair, title: Ж, type: integer}\n"),
        "a/b/x.yaml:3:10: duplicate-id: facts[1].id: Идентификатор «q» уже занят в этом разделе. Дайте другой.",
    ),
}
