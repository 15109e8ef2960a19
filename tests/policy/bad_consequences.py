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
        "a/b/x.yaml:2:13: unknown-key: criteria[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, clause, id, item, modality, override, reading, title, when.",
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
        "a/b/x.yaml:2:13: unknown-key: activities[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, item, modality, override, reading, title.",
        "a/b/x.yaml:4:13: unknown-key: subjects[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, duties, extends, functions, id, in_structure, item, kind, level, modality, official_name, override, part_of, reading, rights, title.",
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
        "a/b/x.yaml:1:1: unknown-section: critera: Неизвестный раздел «critera». Возможно, имелось в виду «criteria». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, provisions, documents, governance, obligations, indicators, competencies, instruments, routes, clauses, remove.",
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
        "a/t.yaml:2:13: unknown-key: terms[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
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
        "a/b/x.yaml:3:5: unknown-key: eligibility[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, clause, confers, formed_by, gate, grounds, id, item, modality, override, reading, silent_on, title.",
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
    "dates of a mistaken obligation": case(
        section(
            "obligations:\n  - {id: o, kind: meeting, titel: З, from: 2024-06-01, until: 2024-12-31, since: вчера}\n"
        ),
        "a/b/x.yaml:2:28: unknown-key: obligations[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, by, clause, date_note, document, due, every, for_each, from, id, item, kind, modality, of, override, reading, result, roadmap, title, until.",
        "a/b/x.yaml:2:75: unknown-key: obligations[0].since: Неизвестный ключ «since». Здесь известны: act, by, clause, date_note, document, due, every, for_each, from, id, item, kind, modality, of, override, reading, result, roadmap, title, until.",
    ),
    "references of mistaken elements of the system": case(
        section(
            "governance:\n  - {id: g, relation: leads, titel: Р, by: [s, t], of: u}\ndocuments:\n  - {id: d, kind: plan, titel: П, parties: [s], approved_by: t}\nobligations:\n  - {id: o, kind: meeting, titel: З, by: s, roadmap: d, document: e}\nindicators:\n  - {id: i, titel: П, state: {documents: [d, e], obligations: q}, within: j}\nprovisions:\n  - {id: p, kind: goal, titel: Ц, within: r, subject: s}\n"
        ),
        "a/b/x.yaml:2:30: unknown-key: governance[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, activity, by, clause, document, id, item, modality, of, override, reading, relation, title.",
        "a/b/x.yaml:2:45: unknown-subject: governance[0].by[0]: Неизвестный субъект «s». Объявите его в разделе subjects.",
        "a/b/x.yaml:2:48: unknown-subject: governance[0].by[1]: Неизвестный субъект «t». Объявите его в разделе subjects.",
        "a/b/x.yaml:2:56: unknown-subject: governance[0].of: Неизвестный субъект «u». Объявите его в разделе subjects.",
        "a/b/x.yaml:4:25: unknown-key: documents[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, approved_by, clause, columns, date_note, due, every, for_each, from, id, item, kind, modality, of, override, parties, prepared_by, reading, sections, title, until.",
        "a/b/x.yaml:4:45: unknown-subject: documents[0].parties[0]: Неизвестный субъект «s». Объявите его в разделе subjects.",
        "a/b/x.yaml:4:62: unknown-subject: documents[0].approved_by: Неизвестный субъект «t». Объявите его в разделе subjects.",
        "a/b/x.yaml:6:28: unknown-key: obligations[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, by, clause, date_note, document, due, every, for_each, from, id, item, kind, modality, of, override, reading, result, roadmap, title, until.",
        "a/b/x.yaml:6:42: unknown-subject: obligations[0].by: Неизвестный субъект «s». Объявите его в разделе subjects.",
        "a/b/x.yaml:6:67: unknown-document: obligations[0].document: Неизвестный документ «e». Объявите его в разделе documents.",
        "a/b/x.yaml:8:13: unknown-key: indicators[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, area, clause, count, id, item, modality, override, ratio, reading, share, state, target, title, unit, within.",
        "a/b/x.yaml:8:46: unknown-document: indicators[0].state.documents[1]: Неизвестный документ «e». Объявите его в разделе documents.",
        "a/b/x.yaml:8:63: unknown-obligation: indicators[0].state.obligations: Неизвестное обязательство «q». Объявите его в разделе obligations.",
        "a/b/x.yaml:8:75: unknown-indicator: indicators[0].within: Неизвестный показатель «j». Объявите его в разделе indicators.",
        "a/b/x.yaml:10:25: unknown-key: provisions[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, activity, clause, id, item, kind, level, modality, override, reading, subject, title, within.",
        "a/b/x.yaml:10:43: unknown-provision: provisions[0].within: Неизвестное положение «r». Объявите его в разделе provisions.",
        "a/b/x.yaml:10:55: unknown-subject: provisions[0].subject: Неизвестный субъект «s». Объявите его в разделе subjects.",
    ),
    "conditions of a mistaken indicator": case(
        {
            **section(
                "indicators:\n  - {id: i, titel: П, share: {about: team, where: {fact: ready, is: true}}}\n  - {id: j, titel: П, ratio: {of: {where: {fact: trained, is: true}}, to: {about: team, where: {fact: redy, is: true}}}}\n  - {id: k, titel: П, count: {about: teem, where: {fact: ready, is: true}}}\n"
            ),
            "a/b/f.yaml": "facts:\n  - {id: ready, about: team, type: boolean, title: Г}\n",
        },
        "a/b/x.yaml:2:13: unknown-key: indicators[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, area, clause, count, id, item, modality, override, ratio, reading, share, state, target, title, unit, within.",
        "a/b/x.yaml:3:13: unknown-key: indicators[1].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, area, clause, count, id, item, modality, override, ratio, reading, share, state, target, title, unit, within.",
        "a/b/x.yaml:3:103: unknown-fact: indicators[1].ratio.to.where.fact: Неизвестный факт «redy». Возможно, имелось в виду «ready». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        "a/b/x.yaml:4:13: unknown-key: indicators[2].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, area, clause, count, id, item, modality, override, ratio, reading, share, state, target, title, unit, within.",
        "a/b/x.yaml:4:38: wrong-value: indicators[2].count.about: Здесь «teem», ожидается одно из: person, pair, organisation, team, programme, municipality, methodist, diagnosis, route, training. Возможно, имелось в виду «team».",
    ),
    "conditions of a mistaken fact of records": case(
        section(
            "facts:\n  - {id: at_home, about: diagnosis, type: boolean, title: Ж}\n  - {id: q, titel: Ф, type: boolean, records: {of: diagnosis, date: d, where: {fact: at_home, is: true}}}\n  - {id: r, titel: Ф, type: boolean, records: {of: diagnos, date: d, where: {fact: at_home, is: true}}}\n"
        ),
        "a/b/x.yaml:3:13: unknown-key: facts[1].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, action, clause, effort, evidence, headings, id, item, modality, override, question, range, reading, records, time, title, type, unit, values.",
        "a/b/x.yaml:4:13: unknown-key: facts[2].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: about, act, action, clause, effort, evidence, headings, id, item, modality, override, question, range, reading, records, time, title, type, unit, values.",
        "a/b/x.yaml:4:52: wrong-value: facts[2].records.of: Здесь «diagnos», ожидается одно из: diagnosis, route, training. Возможно, имелось в виду «diagnosis».",
    ),
    "elements that name mistaken ones": case(
        section(
            "subjects:\n  - {id: s, titel: С, kind: centre, level: regional}\ndocuments:\n  - {id: d, kind: plann, title: П}\nobligations:\n  - {id: o, kind: meeting, title: З, by: s, document: d}\nindicators:\n  - {id: i, title: И}\n  - {id: j, title: Ж, state: {documents: d, obligations: [o]}, within: i}\nprovisions:\n  - {id: p, kind: gaol, title: Ц}\n  - {id: q, kind: task, title: З, within: p, subject: s}\n"
        ),
        "a/b/x.yaml:2:13: unknown-key: subjects[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, duties, extends, functions, id, in_structure, item, kind, level, modality, official_name, override, part_of, reading, rights, title.",
        "a/b/x.yaml:4:19: wrong-value: documents[0].kind: Здесь «plann», ожидается одно из: regulation, roadmap, plan, agreement, order, minutes, analysis, recommendations, database, materials, other. Возможно, имелось в виду «plan».",
        "a/b/x.yaml:8:5: key-count: indicators[0]: Нужен ровно один из ключей share, count, ratio, state; здесь — ни одного.",
        "a/b/x.yaml:11:19: wrong-value: provisions[0].kind: Здесь «gaol», ожидается одно из: scope, goal, task, principle, approach, structure, direction, event, mechanism, channel, matter, form, model, feature, method, financing, resource, rule. Возможно, имелось в виду «goal».",
    ),
    "a clause whose entry is mistaken": case(
        section(
            "clauses:\n  - {clause: '1', titel: О}\n  - {clause: '2', title: Д, items: ноль}\n  - {clause: '3', title: Т}\nterms:\n  - {id: t, title: Т, means: М, clause: '1'}\n  - {id: u, title: Т, means: М, clause: '2', item: 5}\n  - {id: v, title: Т, means: М, clause: '4'}\n"
        ),
        "a/b/x.yaml:2:19: unknown-key: clauses[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, items, no_norm, title.",
        "a/b/x.yaml:3:36: wrong-value: clauses[1].items: Здесь «ноль», ожидается целое число от 1 до 999.",
        "a/b/x.yaml:8:41: unknown-clause: terms[2].clause: Пункта «4» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
    ),
    "clauses one of which has no number": case(
        section(
            "clauses:\n  - {clausse: '1', title: О}\n  - {clause: '3', title: Т}\nterms:\n  - {id: t, title: Т, means: М, clause: '1'}\n"
        ),
        "a/b/x.yaml:2:6: unknown-key: clauses[0].clausse: Неизвестный ключ «clausse». Возможно, имелось в виду «clause». Здесь известны: act, clause, items, no_norm, title.",
    ),
    "clauses of a list that cannot be read": case(
        section("clauses: !list\n  - {clause: '3', title: Т}\nterms:\n  - {id: t, title: Т, means: М, clause: '1'}\n"),
        "a/b/x.yaml:1:10: tag: clauses: Теги YAML не допускаются, здесь «!list». Уберите тег; текст с «!» в начале возьмите в кавычки.",
    ),
    "records by a mistaken date": case(
        section(
            "facts:\n  - {id: d_on, about: diagnosis, type: dat, title: Д}\n  - {id: q, title: Ф, type: boolean, records: {of: diagnosis, date: d_on}}\n"
        ),
        "a/b/x.yaml:2:40: wrong-value: facts[0].type: Здесь «dat», ожидается одно из: boolean, integer, number, date, duration, choice, choices, text, texts. Возможно, имелось в виду «date».",
    ),
    "a clause of an act that does not exist": case(
        section(
            "clauses:\n  - {clause: '1', title: О}\nterms:\n  - {id: t, title: Т, means: М, act: order-9, clause: '1'}\n  - {id: u, title: Т, means: М, act: order-9, clause: '2'}\n"
        ),
        "a/b/x.yaml:4:38: unknown-act: terms[0].act: Неизвестный акт «order-9». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
        "a/b/x.yaml:5:38: unknown-act: terms[1].act: Неизвестный акт «order-9». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
    ),
}
