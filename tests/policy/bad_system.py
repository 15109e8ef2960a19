"""Clauses, provisions, governance, documents and obligations of a wrong form, or that name what does not exist."""
# ruff: noqa: E501

from policy.folders import REGION, Case, Files, case, criterion, section

CLAUSES = """\
clauses:
  - {clause: "1.1", title: О}
  - {clause: "1.2", title: Д, items: 2}
  - {clause: 2.1.13 (второй), title: Т}
"""
SUBJECTS = """\
subjects:
  - {id: cnppm, title: Ц, kind: centre, level: regional}
  - {id: institute, title: И, kind: organisation, level: regional}
"""
TWO_ACTS = REGION + "  - {id: order-2, kind: приказ, title: О мерах, body: Комитет}\n"


def elements(kind: str, *written: str, beside: str = "") -> Files:
    """One file with elements of a section, each between braces, and what stands beside it."""
    stated = "".join(f"  - {{id: e{number}, title: Э, {keys}}}\n" for number, keys in enumerate(written, 1))
    return section(f"{beside}{kind}:\n{stated}")


CASES: dict[str, Case] = {
    "a clause that the list lacks": case(
        elements("terms", "means: М, clause: '1.3'", beside=CLAUSES),
        "a/b/x.yaml:6:42: unknown-clause: terms[0].clause: Пункта «1.3» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
        en=[
            "a/b/x.yaml:6:42: unknown-clause: terms[0].clause: The list of clauses lacks '1.3' (act: order-1). Mend the clause or add it to the list.",
        ],
    ),
    "a clause spelt otherwise than in the list": case(
        elements(
            "terms",
            "means: М, clause: п. 1.2",
            "means: М, clause: 2.1.13",
            "means: М, clause: 2.1.13 (втрой)",
            beside=CLAUSES,
        ),
        "a/b/x.yaml:6:42: unknown-clause: terms[0].clause: Пункта «п. 1.2» нет в перечне clauses (акт: order-1). Возможно, имелось в виду «1.2». Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:7:42: unknown-clause: terms[1].clause: Пункта «2.1.13» нет в перечне clauses (акт: order-1). Возможно, имелось в виду «2.1.13 (второй)». Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:8:42: unknown-clause: terms[2].clause: Пункта «2.1.13 (втрой)» нет в перечне clauses (акт: order-1). Возможно, имелось в виду «2.1.13 (второй)». Исправьте пункт или добавьте его в перечень.",
        en=[
            "a/b/x.yaml:6:42: unknown-clause: terms[0].clause: The list of clauses lacks 'п. 1.2' (act: order-1). Did you mean '1.2'? Mend the clause or add it to the list.",
            "a/b/x.yaml:7:42: unknown-clause: terms[1].clause: The list of clauses lacks '2.1.13' (act: order-1). Did you mean '2.1.13 (второй)'? Mend the clause or add it to the list.",
            "a/b/x.yaml:8:42: unknown-clause: terms[2].clause: The list of clauses lacks '2.1.13 (втрой)' (act: order-1). Did you mean '2.1.13 (второй)'? Mend the clause or add it to the list.",
        ],
    ),
    "a clause of a condition that the list lacks": case(
        section(
            CLAUSES
            + criterion(
                "{all: [{fact: trained, is: true, clause: '9'}, {not: {fact: score, is: 7, clause: '1.1'}}], clause: '8'}"
            )
        ),
        "a/b/x.yaml:8:52: unknown-clause: criteria[0].when.all[0].clause: Пункта «9» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:8:111: unknown-clause: criteria[0].when.clause: Пункта «8» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
    ),
    "a clause of a basis that the list lacks": case(
        {
            "a/b/policy.yaml": REGION.replace(
                "body: Комитет",
                "body: Комитет, basis: [{kind: закон, clause: '1.2', item: 3}, {kind: указ, clause: '1.4'}]",
            ),
            **section(CLAUSES),
        },
        "a/b/policy.yaml:4:109: unknown-item: acts[0].basis[0].item: В пункте «1.2» нет позиции 3. Исправьте item или укажите в clauses, сколько позиций в этом пункте (items).",
        "a/b/policy.yaml:4:134: unknown-clause: acts[0].basis[1].clause: Пункта «1.4» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
    ),
    "a clause of another act": case(
        {
            "a/b/policy.yaml": TWO_ACTS,
            **elements(
                "terms",
                "means: М, clause: '1.1', act: order-2",
                "means: М, clause: '7', act: order-2",
                "means: М, clause: '7'",
                beside=CLAUSES + "  - {clause: '7', title: С, act: order-2}\n",
            ),
        },
        "a/b/x.yaml:7:42: unknown-clause: terms[0].clause: Пункта «1.1» нет в перечне clauses (акт: order-2). Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:9:42: unknown-clause: terms[2].clause: Пункта «7» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
        en=[
            "a/b/x.yaml:7:42: unknown-clause: terms[0].clause: The list of clauses lacks '1.1' (act: order-2). Mend the clause or add it to the list.",
            "a/b/x.yaml:9:42: unknown-clause: terms[2].clause: The list of clauses lacks '7' (act: order-1). Mend the clause or add it to the list.",
        ],
    ),
    "a clause of another act than the element around it": case(
        {
            "a/b/policy.yaml": TWO_ACTS,
            **section(
                CLAUSES
                + "  - {clause: '7', title: С, act: order-2}\neligibility:\n  - id: e\n    title: Е\n    clause: '1.1'\n    grounds:\n      - {id: g, title: Г, act: order-2, clause: '1.1', when: {fact: trained, is: true}}\n      - {id: h, title: Д, act: order-2, clause: '7', when: {fact: trained, is: true, clause: '1.2'}}\n      - {id: i, title: Ж, clause: '7', when: {fact: trained, is: true}}\n"
            ),
        },
        "a/b/x.yaml:11:49: unknown-clause: eligibility[0].grounds[0].clause: Пункта «1.1» нет в перечне clauses (акт: order-2). Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:12:94: unknown-clause: eligibility[0].grounds[1].when.clause: Пункта «1.2» нет в перечне clauses (акт: order-2). Исправьте пункт или добавьте его в перечень.",
        "a/b/x.yaml:13:35: unknown-clause: eligibility[0].grounds[2].clause: Пункта «7» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
    ),
    "an item that the clause lacks": case(
        elements("terms", "means: М, clause: '1.2', item: 3", "means: М, clause: '1.1', item: 1", beside=CLAUSES),
        "a/b/x.yaml:6:55: unknown-item: terms[0].item: В пункте «1.2» нет позиции 3. Исправьте item или укажите в clauses, сколько позиций в этом пункте (items).",
        "a/b/x.yaml:7:55: unknown-item: terms[1].item: В пункте «1.1» нет позиции 1. Исправьте item или укажите в clauses, сколько позиций в этом пункте (items).",
        en=[
            "a/b/x.yaml:6:55: unknown-item: terms[0].item: The clause '1.2' has no item 3. Mend the item, or state in clauses how many items the clause has (items).",
            "a/b/x.yaml:7:55: unknown-item: terms[1].item: The clause '1.1' has no item 1. Mend the item, or state in clauses how many items the clause has (items).",
        ],
    ),
    "an item of the clause around it": case(
        section(
            CLAUSES
            + "subjects:\n  - {id: s, title: С, kind: centre, level: regional, clause: '1.2', functions: [{id: f, title: Ф, item: 2}, {id: g, title: Г, item: 3}]}\n"
        ),
        "a/b/x.yaml:6:133: unknown-item: subjects[0].functions[1].item: В пункте «1.2» нет позиции 3. Исправьте item или укажите в clauses, сколько позиций в этом пункте (items).",
    ),
    "an item without a clause": case(
        elements("terms", "means: М, item: 1"),
        "a/b/x.yaml:2:5: missing-key: terms[0]: Не хватает ключа «clause». Добавьте его.",
        en=[
            "a/b/x.yaml:2:5: missing-key: terms[0]: The key 'clause' is missing. Add it.",
        ],
    ),
    "an item in words": case(
        elements("terms", "means: М, clause: '1.2', item: второй", beside=CLAUSES),
        "a/b/x.yaml:6:55: wrong-value: terms[0].item: Здесь «второй», ожидается целое число от 1 до 999.",
    ),
    "a clause listed twice": case(
        section(CLAUSES + "  - {clause: '1.1', title: П}\n"),
        "a/b/x.yaml:5:14: duplicate-clause: clauses[3].clause: Пункт «1.1» уже есть в перечне clauses. Оставьте одну запись; если номер повторяется в самом акте, различите пункты: «1.1 (второй)».",
        en=[
            "a/b/x.yaml:5:14: duplicate-clause: clauses[3].clause: The list of clauses already has '1.1'. Keep one of them; where the act itself repeats a number, tell the clauses apart: '1.1 (second)'.",
        ],
    ),
    "the same number in two acts": case(
        {
            "a/b/policy.yaml": TWO_ACTS,
            **section(
                CLAUSES + "  - {clause: '1.1', title: П, act: order-2}\n  - {clause: '1.1', title: Р, act: order-2}\n"
            ),
        },
        "a/b/x.yaml:6:14: duplicate-clause: clauses[4].clause: Пункт «1.1» уже есть в перечне clauses. Оставьте одну запись; если номер повторяется в самом акте, различите пункты: «1.1 (второй)».",
    ),
    "a clause of an unknown act": case(
        section(CLAUSES + "  - {clause: '1.3', title: П, act: order-2}\n"),
        "a/b/x.yaml:5:36: unknown-act: clauses[3].act: Неизвестный акт «order-2». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
    ),
    "items of a clause without a norm": case(
        section("clauses:\n  - {clause: '1', title: О, no_norm: Заголовок, items: 2}\n"),
        "a/b/x.yaml:2:49: keys-together: clauses[0].items: Ключи items и no_norm не стоят вместе. Оставьте один из них.",
        en=[
            "a/b/x.yaml:2:49: keys-together: clauses[0].items: The keys items and no_norm do not stand together. Keep one of them.",
        ],
    ),
    "no items": case(
        section("clauses:\n  - {clause: '1', title: О, items: 0}\n"),
        "a/b/x.yaml:2:36: wrong-value: clauses[0].items: Здесь «0», ожидается целое число от 1 до 999.",
    ),
    "an empty reason why there is no norm": case(
        section("clauses:\n  - {clause: '1', title: О, no_norm: ''}\n"),
        "a/b/x.yaml:2:38: wrong-value: clauses[0].no_norm: Здесь «», ожидается непустой текст.",
    ),
    "a clause without a title": case(
        section("clauses:\n  - {clause: '1'}\n"),
        "a/b/x.yaml:2:5: missing-key: clauses[0]: Не хватает ключа «title». Добавьте его.",
    ),
    "a clause with an id": case(
        section("clauses:\n  - {id: one, clause: '1', title: О}\n"),
        "a/b/x.yaml:2:6: unknown-key: clauses[0].id: Неизвестный ключ «id». Здесь известны: act, clause, items, no_norm, title.",
    ),
    "a clause as a text": case(
        section("clauses: ['1.1']\n"),
        "a/b/x.yaml:1:11: wrong-shape: clauses[0]: Здесь «1.1», ожидается набор «ключ: значение».",
    ),
    "a removal of clauses": case(
        section("remove: {clauses: ['1.1']}\n"),
        "a/b/x.yaml:1:10: unknown-key: remove.clauses: Неизвестный ключ «clauses». Здесь известны: activities, competencies, criteria, documents, eligibility, facts, governance, indicators, instruments, obligations, provisions, routes, subjects, terms.",
    ),
    "a subject outside of the structure, in Russian": case(
        elements("subjects", "kind: centre, level: regional, in_structure: нет"),
        "a/b/x.yaml:2:69: wrong-value: subjects[0].in_structure: Здесь «нет», ожидается true или false.",
    ),
    "a subject that is a part of itself": case(
        elements(
            "subjects",
            "kind: centre, level: regional, part_of: e2",
            "kind: centre, level: regional, part_of: e1",
            "kind: centre, level: regional, part_of: e3",
        ),
        "a/b/x.yaml:2:64: within-circle: subjects[0].part_of: Элемент входит сам в себя: e1 → e2 → e1. Разорвите круг.",
        "a/b/x.yaml:4:64: within-circle: subjects[2].part_of: Элемент входит сам в себя: e3 → e3. Разорвите круг.",
        en=[
            "a/b/x.yaml:2:64: within-circle: subjects[0].part_of: The element is a part of itself: e1 → e2 → e1. Break the circle.",
            "a/b/x.yaml:4:64: within-circle: subjects[2].part_of: The element is a part of itself: e3 → e3. Break the circle.",
        ],
    ),
    "a misspelt kind of provision": case(
        elements("provisions", "kind: gaol"),
        "a/b/x.yaml:2:30: wrong-value: provisions[0].kind: Здесь «gaol», ожидается одно из: scope, goal, task, principle, approach, structure, direction, event, mechanism, channel, matter, form, model, feature, method, financing, resource, rule. Возможно, имелось в виду «goal».",
    ),
    "a provision without a kind": case(
        elements("provisions", "clause: '1'"),
        "a/b/x.yaml:2:5: missing-key: provisions[0]: Не хватает ключа «kind». Добавьте его.",
    ),
    "what a provision names does not exist": case(
        elements(
            "provisions",
            "kind: goal, subject: cnpm, activity: analysis, within: e2",
            "kind: task, within: goal-1",
            beside=SUBJECTS,
        ),
        "a/b/x.yaml:5:45: unknown-subject: provisions[0].subject: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:5:61: unknown-activity: provisions[0].activity: Неизвестный вид деятельности «analysis». Объявите его в разделе activities.",
        "a/b/x.yaml:6:44: unknown-provision: provisions[1].within: Неизвестное положение «goal-1». Объявите его в разделе provisions.",
        en=[
            "a/b/x.yaml:5:45: unknown-subject: provisions[0].subject: Unknown subject 'cnpm'. Did you mean 'cnppm'? Declare it in the section subjects.",
            "a/b/x.yaml:5:61: unknown-activity: provisions[0].activity: Unknown activity 'analysis'. Declare it in the section activities.",
            "a/b/x.yaml:6:44: unknown-provision: provisions[1].within: Unknown provision 'goal-1'. Declare it in the section provisions.",
        ],
    ),
    "provisions within each other": case(
        elements(
            "provisions",
            "kind: task, within: e2",
            "kind: task, within: e3",
            "kind: task, within: e2",
            "kind: task, within: e4",
        ),
        "a/b/x.yaml:3:44: within-circle: provisions[1].within: Элемент входит сам в себя: e2 → e3 → e2. Разорвите круг.",
        "a/b/x.yaml:5:44: within-circle: provisions[3].within: Элемент входит сам в себя: e4 → e4. Разорвите круг.",
        en=[
            "a/b/x.yaml:3:44: within-circle: provisions[1].within: The element is a part of itself: e2 → e3 → e2. Break the circle.",
            "a/b/x.yaml:5:44: within-circle: provisions[3].within: The element is a part of itself: e4 → e4. Break the circle.",
        ],
    ),
    "nobody who governs": case(
        elements("governance", "relation: leads", "relation: leads, by: []"),
        "a/b/x.yaml:2:5: missing-key: governance[0]: Не хватает ключа «by». Добавьте его.",
        "a/b/x.yaml:3:45: wrong-shape: governance[1].by: Здесь пустой список, ожидается непустой список.",
    ),
    "a misspelt relation": case(
        elements("governance", "relation: led, by: cnppm", beside=SUBJECTS),
        "a/b/x.yaml:5:34: wrong-value: governance[0].relation: Здесь «led», ожидается одно из: coordinates, leads, forms, convenes, appoints, approves, proposes, decides, supports, controls, finances, interacts. Возможно, имелось в виду «leads».",
    ),
    "whom governance names does not exist": case(
        elements(
            "governance",
            "relation: leads, by: cnpm",
            "relation: approves, by: [cnppm, institut], of: [cnpm], document: plan, activity: planning",
            beside=SUBJECTS,
        ),
        "a/b/x.yaml:5:45: unknown-subject: governance[0].by: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:6:56: unknown-subject: governance[1].by[1]: Неизвестный субъект «institut». Возможно, имелось в виду «institute». Объявите его в разделе subjects.",
        "a/b/x.yaml:6:72: unknown-subject: governance[1].of[0]: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:6:89: unknown-document: governance[1].document: Неизвестный документ «plan». Объявите его в разделе documents.",
        "a/b/x.yaml:6:105: unknown-activity: governance[1].activity: Неизвестный вид деятельности «planning». Объявите его в разделе activities.",
        en=[
            "a/b/x.yaml:5:45: unknown-subject: governance[0].by: Unknown subject 'cnpm'. Did you mean 'cnppm'? Declare it in the section subjects.",
            "a/b/x.yaml:6:56: unknown-subject: governance[1].by[1]: Unknown subject 'institut'. Did you mean 'institute'? Declare it in the section subjects.",
            "a/b/x.yaml:6:72: unknown-subject: governance[1].of[0]: Unknown subject 'cnpm'. Did you mean 'cnppm'? Declare it in the section subjects.",
            "a/b/x.yaml:6:89: unknown-document: governance[1].document: Unknown document 'plan'. Declare it in the section documents.",
            "a/b/x.yaml:6:105: unknown-activity: governance[1].activity: Unknown activity 'planning'. Declare it in the section activities.",
        ],
    ),
    "governance by a mapping": case(
        elements("governance", "relation: leads, by: {subject: cnppm}", beside=SUBJECTS),
        "a/b/x.yaml:5:45: wrong-shape: governance[0].by: Здесь набор «ключ: значение», ожидается список.",
    ),
    "whom a document names does not exist": case(
        elements(
            "documents",
            "kind: agreement, of: cnpm, prepared_by: cnp, approved_by: авторы, parties: [cnppm, instiute]",
            beside=SUBJECTS,
        ),
        "a/b/x.yaml:5:45: unknown-subject: documents[0].of: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:5:64: unknown-subject: documents[0].prepared_by: Неизвестный субъект «cnp». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:5:82: unknown-subject: documents[0].approved_by: Неизвестный субъект «авторы». Объявите его в разделе subjects.",
        "a/b/x.yaml:5:107: unknown-subject: documents[0].parties[1]: Неизвестный субъект «instiute». Возможно, имелось в виду «institute». Объявите его в разделе subjects.",
    ),
    "one party instead of a list": case(
        elements("documents", "kind: agreement, parties: cnppm", beside=SUBJECTS),
        "a/b/x.yaml:5:50: wrong-shape: documents[0].parties: Здесь «cnppm», ожидается список, например [cnppm].",
    ),
    "a day and a period": case(
        elements("documents", "kind: plan, every: year, due: 2024-12-31"),
        "a/b/x.yaml:2:49: keys-together: documents[0].due: Ключи every и due не стоят вместе. Оставьте один из них.",
        en=[
            "a/b/x.yaml:2:49: keys-together: documents[0].due: The keys every and due do not stand together. Keep one of them.",
        ],
    ),
    "a period in Russian": case(
        elements("obligations", "kind: meeting, every: квартал"),
        "a/b/x.yaml:2:46: wrong-value: obligations[0].every: Здесь «квартал», ожидается одно из: month, quarter, half-year, year.",
    ),
    "a due day in Russian": case(
        elements("documents", "kind: plan, due: 31.12.2024"),
        "a/b/x.yaml:2:41: wrong-value: documents[0].due: Здесь «31.12.2024», ожидается существующая дата вида 2024-01-31.",
    ),
    "a last day before the first": case(
        elements(
            "obligations",
            "kind: meeting, every: quarter, from: 2024-06-01, until: 2024-05-31",
            "kind: measure, from: 2024-06-01, due: 2024-05-31",
        ),
        "a/b/x.yaml:2:80: dates-reversed: obligations[0].until: Дата окончания 2024-05-31 раньше начала 2024-06-01. Исправьте одну из дат.",
        "a/b/x.yaml:3:62: dates-reversed: obligations[1].due: Дата окончания 2024-05-31 раньше начала 2024-06-01. Исправьте одну из дат.",
        en=[
            "a/b/x.yaml:2:80: dates-reversed: obligations[0].until: The end 2024-05-31 precedes the start 2024-06-01. Mend one of the dates.",
            "a/b/x.yaml:3:62: dates-reversed: obligations[1].due: The end 2024-05-31 precedes the start 2024-06-01. Mend one of the dates.",
        ],
    ),
    "a last day before the act is in force": case(
        elements("obligations", "kind: meeting, every: quarter, until: 2023-12-31"),
        "a/b/x.yaml:2:62: dates-reversed: obligations[0].until: Дата окончания 2023-12-31 раньше начала 2024-01-01. Исправьте одну из дат.",
    ),
    "an unknown place": case(
        elements("obligations", "kind: meeting, for_each: school"),
        "a/b/x.yaml:2:49: wrong-value: obligations[0].for_each: Здесь «school», ожидается одно из: municipality, organisation.",
    ),
    "whom an obligation names does not exist": case(
        elements(
            "obligations",
            "kind: measure, by: cnpm, of: cnppm-2, document: plan, roadmap: rodmap",
            beside=SUBJECTS + "documents:\n  - {id: roadmap, kind: roadmap, title: Д}\n",
        ),
        "a/b/x.yaml:7:43: unknown-subject: obligations[0].by: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:7:53: unknown-subject: obligations[0].of: Неизвестный субъект «cnppm-2». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:7:72: unknown-document: obligations[0].document: Неизвестный документ «plan». Объявите его в разделе documents.",
        "a/b/x.yaml:7:87: unknown-document: obligations[0].roadmap: Неизвестный документ «rodmap». Возможно, имелось в виду «roadmap». Объявите его в разделе documents.",
    ),
    "a misspelt kind of obligation": case(
        elements("obligations", "kind: meet"),
        "a/b/x.yaml:2:30: wrong-value: obligations[0].kind: Здесь «meet», ожидается одно из: meeting, monitoring, analysis, publication, informing, training, appointment, establishment, measure. Возможно, имелось в виду «meeting».",
    ),
    "an id twice in the sections of a document": case(
        elements(
            "documents", "kind: plan, sections: [{id: a, title: А}, {id: b, title: Б, sections: [{id: a, title: В}]}]"
        ),
        "a/b/x.yaml:2:100: duplicate-id: documents[0].sections[1].sections[0].id: Идентификатор «a» уже занят в этом разделе. Дайте другой.",
        en=[
            "a/b/x.yaml:2:100: duplicate-id: documents[0].sections[1].sections[0].id: The id 'a' is taken in this section. Choose another.",
        ],
    ),
    "sections that are mistaken": case(
        elements(
            "documents",
            "kind: plan, sections: [{id: a, title: А, sections: [{id: b, titel: Б}]}, {id: c, title: В, act: order-9}]",
            "kind: plan, columns: Срок",
        ),
        "a/b/x.yaml:2:84: unknown-key: documents[0].sections[0].sections[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, item, modality, note, reading, sections, title.",
        "a/b/x.yaml:2:120: unknown-act: documents[0].sections[1].act: Неизвестный акт «order-9». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
        "a/b/x.yaml:3:45: wrong-shape: documents[1].columns: Здесь «Срок», ожидается список, например [Срок].",
    ),
}
