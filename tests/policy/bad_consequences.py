"""Mistakes beside mistakes: each is told once, and what only follows from it is not told at all."""
# ruff: noqa: E501

from policy.folders import REGION, Case, case, criterion, eligibility, section

CASES: dict[str, Case] = {
    "a use of a fact of a mistaken type": case(
        section("facts:\n  - {id: q, title: Ж, type: int}\n" + criterion("{fact: q, at_least: 5}")),
        "a/b/x.yaml:2:29: wrong-value: facts[0].type: Здесь «int», ожидается одно из: boolean, integer, number, date, duration, choice, choices, text, texts. Возможно, имелось в виду «integer».",
    ),
    "a use of a choice without values": case(
        section("facts:\n  - {id: q, title: Ж, type: choice}\n" + criterion("{fact: q, is: a}")),
        "a/b/x.yaml:2:29: fact-definition: facts[0].type: Факт описан неверно: для типа choice нужен список values.",
    ),
    "a use of a fact with a reversed range": case(
        section(
            "facts:\n  - {id: q, title: Ж, type: integer, range: {at_least: 5, at_most: 1}}\n"
            + criterion("{fact: q, at_least: 3}")
        ),
        "a/b/x.yaml:2:45: fact-definition: facts[0].range: Факт описан неверно: в range at_least больше at_most.",
    ),
    "a time by a mistaken fact": case(
        section("facts:\n  - {id: q, title: Ж, type: dat}\n  - {id: w, title: Ж, type: duration, time: {since: q}}\n"),
        "a/b/x.yaml:2:29: wrong-value: facts[0].type: Здесь «dat», ожидается одно из: boolean, integer, number, date, duration, choice, choices, text, texts. Возможно, имелось в виду «date».",
    ),
    "a use of a mistaken criterion": case(
        section("criteria:\n  - {id: c, titel: К, when: {fact: trained, is: true}}\n" + eligibility("{use: c}")),
        "a/b/x.yaml:2:13: unknown-key: criteria[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, clause, id, modality, override, reading, title, when.",
    ),
    "a use of a criterion without an id": case(
        section("criteria:\n  - {title: К, when: {fact: trained, is: true}}\n" + eligibility("{use: c}")),
        "a/b/x.yaml:2:5: missing-key: criteria[0]: Не хватает ключа «id». Добавьте его.",
    ),
    "a use of a criterion that is too deep": case(
        section(criterion("{not: " * 41 + "{fact: trained, is: true}" + "}" * 41) + eligibility("{use: c}")),
        "a/b/x.yaml:4:11: too-deep: criteria[0].when: Вложенность глубже 40 уровней. Вынесите части в criteria или упростите условие.",
    ),
    "a mistaken subject and activity that are used": case(
        section(
            "activities:\n  - {id: a, titel: А}\nsubjects:\n  - {id: s, titel: С, kind: pair, level: regional}\n  - {id: r, title: Р, kind: pair, level: regional, part_of: s, functions: [{id: f, title: Ф, activity: a}]}\n"
        ),
        "a/b/x.yaml:2:13: unknown-key: activities[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, modality, override, reading, title.",
        "a/b/x.yaml:4:13: unknown-key: subjects[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, duties, functions, id, kind, level, modality, official_name, override, part_of, reading, rights, title.",
    ),
    "names of a file that cannot be read": case(
        {"a/b/c.yaml": "criteria: [\n", "a/b/e.yaml": eligibility("{use: c}")},
        "a/b/c.yaml:2:1: syntax: Запись YAML нарушена: запись обрывается; допишите значение или закройте скобку.",
        en=[
            "a/b/c.yaml:2:1: syntax: This is not YAML: did not find expected node content. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "names of a misspelt section": case(
        section("critera:\n  - {id: c, title: К, when: {fact: trained, is: true}}\n" + eligibility("{use: c}")),
        "a/b/x.yaml:1:1: unknown-section: critera: Неизвестный раздел «critera». Возможно, имелось в виду «criteria». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, remove.",
    ),
    "an act of a policy.yaml that cannot be read": case(
        {
            "a/b/policy.yaml": REGION.encode("cp1251"),
            "a/b/t.yaml": "terms:\n  - {id: t, act: order-1, title: Т, means: М}\n",
        },
        "a/b/policy.yaml:1:8: not-utf8: Файл не в кодировке UTF-8 (похоже на Windows-1251). Сохраните его в UTF-8.",
    ),
    "an override of what cannot be read": case(
        {
            "a/t.yaml": "terms: [\n",
            "a/b/t.yaml": "terms:\n  - {id: t, override: true, title: Т, means: М}\nremove: {terms: [s]}\n",
        },
        "a/t.yaml:2:1: syntax: Запись YAML нарушена: запись обрывается; допишите значение или закройте скобку.",
        en=[
            "a/t.yaml:2:1: syntax: This is not YAML: did not find expected node content. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an override of something mistaken": case(
        {
            "a/t.yaml": "terms:\n  - {id: t, titel: Т, means: М}\n",
            "a/b/t.yaml": "terms:\n  - {id: t, override: true, title: Т, means: М}\n",
        },
        "a/t.yaml:2:13: unknown-key: terms[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, means, modality, override, reading, title.",
    ),
    "a mistake of a parent": case(
        {
            "a/c.yaml": criterion("{fact: scoer, is: 5}"),
            "a/b/e.yaml": eligibility("{use: c}"),
            "a/b/d/policy.yaml": REGION,
        },
        "a/c.yaml:4:18: unknown-fact: criteria[0].when.fact: Неизвестный факт «scoer». Возможно, имелось в виду «score». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "versions beside a mistaken one": case(
        {
            "a/b/policy.yaml": REGION.replace("regional", "regionl"),
            "a/b/2024-06-01/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        "a/b/policy.yaml:2:8: wrong-value: level: Здесь «regionl», ожидается одно из: federal, regional, municipal, institutional. Возможно, имелось в виду «regional».",
    ),
    "a parent named in a mistaken policy.yaml": case(
        {"c/policy.yaml": "title: В\nlevel: regionl\nparent: a\n", "c/c.yaml": criterion("{fact: score, is: 5}")},
        "c/policy.yaml:2:8: wrong-value: level: Здесь «regionl», ожидается одно из: federal, regional, municipal, institutional. Возможно, имелось в виду «regional».",
    ),
    "mistakes of every stage in one file": case(
        section("""\
eligibility:
  - id: active
    titel: Актив
    modality: mst
    clause:
    gate: {fact: scoer, at_least: 7}
    formed_by: {subject: cnppm}
    grounds:
      - {id: a, title: А, when: {fact: category, is: higest}, title: Б}
      - {id: b, title: Б, when: {all: [{fact: score, at_least: 101}, {use: nope}]}}
      - {id: c, title: В, when: {fact: trained, is: true, is_not: false}}
      - {id: d, title: !!str Г, when: {fact: born, at_least: 2024-02-30}}
      - {id: e, title: Д, when: {at_least: 3, of: [{fact: stay, at_least: 5}]}, act: order-9}
"""),
        "a/b/x.yaml:3:5: unknown-key: eligibility[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, clause, confers, formed_by, gate, grounds, id, modality, override, reading, silent_on, title.",
        "a/b/x.yaml:4:15: wrong-value: eligibility[0].modality: Здесь «mst», ожидается одно из: must, may, recommended, base. Возможно, имелось в виду «must».",
        "a/b/x.yaml:5:5: empty-value: eligibility[0].clause: У ключа «clause» нет значения. Впишите его или удалите эту запись.",
        "a/b/x.yaml:6:18: unknown-fact: eligibility[0].gate.fact: Неизвестный факт «scoer». Возможно, имелось в виду «score». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        "a/b/x.yaml:7:26: unknown-subject: eligibility[0].formed_by.subject: Неизвестный субъект «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:9:54: wrong-value: eligibility[0].grounds[0].when.is: Здесь «higest», ожидается одно из значений: first, highest. Возможно, имелось в виду «highest».",
        "a/b/x.yaml:9:63: duplicate-key: eligibility[0].grounds[0].title: Ключ «title» записан дважды. Оставьте одну запись.",
        "a/b/x.yaml:10:64: never-met: eligibility[0].grounds[1].when.all[0].at_least: Условие невыполнимо: score at_least 101. Факт принимает значения от 0 до 100.",
        "a/b/x.yaml:10:76: unknown-criterion: eligibility[0].grounds[1].when.all[1].use: Неизвестный критерий «nope». Объявите его в разделе criteria.",
        "a/b/x.yaml:11:33: operator-count: eligibility[0].grounds[2].when: В сравнении нужен ровно один оператор, здесь is, is_not. Этому факту подходят: is, is_not, known.",
        "a/b/x.yaml:12:24: tag: eligibility[0].grounds[3].title: Теги YAML не допускаются, здесь «!!str». Уберите тег; текст с «!» в начале возьмите в кавычки.",
        "a/b/x.yaml:12:62: wrong-value: eligibility[0].grounds[3].when.at_least: Здесь «2024-02-30», ожидается существующая дата вида ГГГГ-ММ-ДД, например 2024-01-31.",
        "a/b/x.yaml:13:44: wrong-count: eligibility[0].grounds[4].when.at_least: Требуется частей: 3, а в of их 1. Уменьшите at_least или добавьте части.",
        "a/b/x.yaml:13:75: wrong-value: eligibility[0].grounds[4].when.of[0].at_least: Здесь «5», ожидается срок, например «5 years», «5 лет» или «2 years 6 months».",
        "a/b/x.yaml:13:86: unknown-act: eligibility[0].grounds[4].act: Неизвестный акт «order-9». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
    ),
}
