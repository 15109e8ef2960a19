"""Indicators and facts of records of a wrong form, or that measure what nobody can."""
# ruff: noqa: E501

from policy.folders import Case, Files, case, section

IN_ALL = "share: {where: {fact: trained, is: true}}"
RECORDS = """\
facts:
  - {id: diagnosed_on, about: diagnosis, type: date, title: Д}
  - {id: at_home, about: diagnosis, type: boolean, title: Ж}
"""


def indicators(*written: str) -> Files:
    """One file with indicators, each between braces."""
    stated = "".join(f"  - {{id: i{number}, title: П, {keys}}}\n" for number, keys in enumerate(written, 1))
    return section(f"indicators:\n{stated}")


def targets(*written: str) -> Files:
    """One file with indicators of a share, each with a target between braces."""
    return indicators(*(f"{IN_ALL}, target: {{{keys}}}" for keys in written))


def records(*written: str, head: str = "type: boolean") -> Files:
    """One file with facts that follow from records, each written between braces."""
    stated = "".join(
        f"  - {{id: f{number}, title: Ф, {head}, records: {{{keys}}}}}\n" for number, keys in enumerate(written, 1)
    )
    return section(RECORDS + stated)


CASES: dict[str, Case] = {
    "an indicator that measures nothing": case(
        indicators("clause: '5.1'"),
        "a/b/x.yaml:2:5: key-count: indicators[0]: Нужен ровно один из ключей share, count, ratio, state; здесь — ни одного.",
        en=[
            "a/b/x.yaml:2:5: key-count: indicators[0]: Exactly one of the keys share, count, ratio, state is needed; here: none.",
        ],
    ),
    "an indicator with two measures": case(
        indicators(f"{IN_ALL}, count: {{}}"),
        "a/b/x.yaml:2:5: key-count: indicators[0]: Нужен ровно один из ключей share, count, ratio, state; здесь — share и count.",
        en=[
            "a/b/x.yaml:2:5: key-count: indicators[0]: Exactly one of the keys share, count, ratio, state is needed; here: share and count.",
        ],
    ),
    "an indicator with four measures": case(
        indicators(f"{IN_ALL}, count: {{}}, ratio: {{of: {{}}, to: {{}}}}, state: {{}}"),
        "a/b/x.yaml:2:5: key-count: indicators[0]: Нужен ровно один из ключей share, count, ratio, state; здесь — share, count, ratio и state.",
    ),
    "a misspelt measure": case(
        indicators("shar: {where: {fact: trained, is: true}}"),
        "a/b/x.yaml:2:24: unknown-key: indicators[0].shar: Неизвестный ключ «shar». Возможно, имелось в виду «share». Здесь известны: act, area, clause, count, id, item, modality, override, ratio, reading, share, state, target, title, unit, within.",
    ),
    "a share without a numerator": case(
        indicators("share: {of: {fact: trained, is: true}}"),
        "a/b/x.yaml:2:31: missing-key: indicators[0].share: Не хватает ключа «where». Добавьте его.",
    ),
    "a share without a condition": case(
        indicators("share: {where: обучен}"),
        "a/b/x.yaml:2:39: wrong-shape: indicators[0].share.where: Здесь «обучен», ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "a ratio of one population": case(
        indicators("ratio: {of: {about: team}}"),
        "a/b/x.yaml:2:31: missing-key: indicators[0].ratio: Не хватает ключа «to». Добавьте его.",
    ),
    "a misspelt key within a ratio": case(
        indicators("ratio: {of: {}, to: {about: team, when: {fact: trained, is: true}}}"),
        "a/b/x.yaml:2:58: unknown-key: indicators[0].ratio.to.when: Неизвестный ключ «when». Возможно, имелось в виду «where». Здесь известны: about, where.",
        "a/b/x.yaml:2:71: wrong-about: indicators[0].ratio.to.when.fact: «trained» описывает другое: person, а здесь team. Возьмите факт или критерий с тем же about.",
    ),
    "per person": case(
        indicators("count: {per: person}", "count: {per: municipalty}", "count: {per: [municipality]}"),
        "a/b/x.yaml:2:37: wrong-value: indicators[0].count.per: Здесь «person», ожидается одно из: municipality, organisation.",
        "a/b/x.yaml:3:37: wrong-value: indicators[1].count.per: Здесь «municipalty», ожидается одно из: municipality, organisation. Возможно, имелось в виду «municipality».",
        "a/b/x.yaml:4:37: wrong-shape: indicators[2].count.per: Здесь список, ожидается одно из: municipality, organisation.",
        en=[
            "a/b/x.yaml:2:37: wrong-value: indicators[0].count.per: Found 'person', expected one of: municipality, organisation.",
            "a/b/x.yaml:3:37: wrong-value: indicators[1].count.per: Found 'municipalty', expected one of: municipality, organisation. Did you mean 'municipality'?",
            "a/b/x.yaml:4:37: wrong-shape: indicators[2].count.per: Found a list, expected one of: municipality, organisation.",
        ],
    ),
    "a count of something misspelt": case(
        indicators("count: {about: teem}"),
        "a/b/x.yaml:2:39: wrong-value: indicators[0].count.about: Здесь «teem», ожидается одно из: person, pair, organisation, team, programme, municipality, methodist, diagnosis, route, training. Возможно, имелось в виду «team».",
    ),
    "a fact of another in an indicator": case(
        indicators(
            "share: {about: team, where: {fact: trained, is: true}}", "count: {where: {fact: at_home, is: true}}"
        )
        | {"a/b/f.yaml": RECORDS},
        "a/b/x.yaml:2:59: wrong-about: indicators[0].share.where.fact: «trained» описывает другое: person, а здесь team. Возьмите факт или критерий с тем же about.",
        "a/b/x.yaml:3:46: wrong-about: indicators[1].count.where.fact: «at_home» описывает другое: diagnosis, а здесь person. Возьмите факт или критерий с тем же about.",
        en=[
            "a/b/x.yaml:2:59: wrong-about: indicators[0].share.where.fact: 'trained' is about another thing: person, not team. Use a fact or a criterion with the same 'about'.",
            "a/b/x.yaml:3:46: wrong-about: indicators[1].count.where.fact: 'at_home' is about another thing: diagnosis, not person. Use a fact or a criterion with the same 'about'.",
        ],
    ),
    "a misspelt fact in an indicator": case(
        indicators(
            "share: {where: {fact: traned, is: true}, of: {fact: scor, at_least: 5}}",
            "ratio: {of: {where: {fact: stai, at_least: 1 year}}, to: {}}",
        ),
        "a/b/x.yaml:2:46: unknown-fact: indicators[0].share.where.fact: Неизвестный факт «traned». Возможно, имелось в виду «trained». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        "a/b/x.yaml:2:76: unknown-fact: indicators[0].share.of.fact: Неизвестный факт «scor». Возможно, имелось в виду «score». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        "a/b/x.yaml:3:51: unknown-fact: indicators[1].ratio.of.where.fact: Неизвестный факт «stai». Возможно, имелось в виду «stay». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "a criterion of another in an indicator": case(
        section(
            "criteria:\n  - {id: c, title: К, when: {fact: trained, is: true}}\nindicators:\n  - {id: i, title: П, share: {about: team, where: {use: c}}}\n"
        ),
        "a/b/x.yaml:4:57: wrong-about: indicators[0].share.where.use: «c» описывает другое: person, а здесь team. Возьмите факт или критерий с тем же about.",
    ),
    "a share that can never be more than nothing": case(
        indicators("share: {where: {all: [{fact: score, at_least: 50}, {fact: score, at_most: 10}]}}"),
        "a/b/x.yaml:2:39: contradiction: indicators[0].share.where: Условия на факт «score» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a state of what does not exist": case(
        indicators("state: {documents: roadmp, obligations: [monitoring]}")
        | {"a/b/d.yaml": "documents:\n  - {id: roadmap, kind: roadmap, title: Д}\n"},
        "a/b/x.yaml:2:43: unknown-document: indicators[0].state.documents: Неизвестный документ «roadmp». Возможно, имелось в виду «roadmap». Объявите его в разделе documents.",
        "a/b/x.yaml:2:65: unknown-obligation: indicators[0].state.obligations[0]: Неизвестное обязательство «monitoring». Объявите его в разделе obligations.",
        en=[
            "a/b/x.yaml:2:43: unknown-document: indicators[0].state.documents: Unknown document 'roadmp'. Did you mean 'roadmap'? Declare it in the section documents.",
            "a/b/x.yaml:2:65: unknown-obligation: indicators[0].state.obligations[0]: Unknown obligation 'monitoring'. Declare it in the section obligations.",
        ],
    ),
    "a state as a text": case(
        indicators("state: roadmap"),
        "a/b/x.yaml:2:31: wrong-shape: indicators[0].state: Здесь «roadmap», ожидается набор «ключ: значение».",
    ),
    "a part of an indicator that does not exist": case(
        indicators("count: {}, within: i11", "count: {}, within: всех"),
        "a/b/x.yaml:2:43: unknown-indicator: indicators[0].within: Неизвестный показатель «i11». Возможно, имелось в виду «i1». Объявите его в разделе indicators.",
        "a/b/x.yaml:3:43: unknown-indicator: indicators[1].within: Неизвестный показатель «всех». Объявите его в разделе indicators.",
        en=[
            "a/b/x.yaml:2:43: unknown-indicator: indicators[0].within: Unknown indicator 'i11'. Did you mean 'i1'? Declare it in the section indicators.",
            "a/b/x.yaml:3:43: unknown-indicator: indicators[1].within: Unknown indicator 'всех'. Declare it in the section indicators.",
        ],
    ),
    "indicators within each other": case(
        indicators("count: {}, within: i2", "count: {}, within: i1"),
        "a/b/x.yaml:2:43: within-circle: indicators[0].within: Элемент входит сам в себя: i1 → i2 → i1. Разорвите круг.",
    ),
    "an indicator's unit of two forms": case(
        indicators("count: {}, unit: [педагог, педагога]"),
        "a/b/x.yaml:2:41: indicator-definition: indicators[0].unit: Показатель описан неверно: у единицы три русские формы [балл, балла, баллов] и две английские [point, points].",
        en=[
            "a/b/x.yaml:2:41: indicator-definition: indicators[0].unit: The indicator is not well defined: a unit has three Russian forms [балл, балла, баллов] and two English ones [point, points].",
        ],
    ),
    "an English unit of three forms": case(
        indicators("count: {}, unit: {ru: '%', en: [a, b, c]}"),
        "a/b/x.yaml:2:41: indicator-definition: indicators[0].unit: Показатель описан неверно: у единицы три русские формы [балл, балла, баллов] и две английские [point, points].",
    ),
    "a unit without Russian": case(
        indicators("count: {}, unit: {en: educator}"),
        "a/b/x.yaml:2:41: missing-key: indicators[0].unit: Не хватает ключа «ru». Добавьте его.",
    ),
    "a target without a time": case(
        targets("at_least: 10 %"),
        "a/b/x.yaml:2:75: key-count: indicators[0].target: Нужен ровно один из ключей by_end_of, by, every_year_from, steps; здесь — ни одного.",
        en=[
            "a/b/x.yaml:2:75: key-count: indicators[0].target: Exactly one of the keys by_end_of, by, every_year_from, steps is needed; here: none.",
        ],
    ),
    "a target with two times": case(
        targets("at_least: 10 %, by: 2024-06-30, every_year_from: 2022"),
        "a/b/x.yaml:2:75: key-count: indicators[0].target: Нужен ровно один из ключей by_end_of, by, every_year_from, steps; здесь — by и every_year_from.",
        en=[
            "a/b/x.yaml:2:75: key-count: indicators[0].target: Exactly one of the keys by_end_of, by, every_year_from, steps is needed; here: by and every_year_from.",
        ],
    ),
    "a target of no steps": case(
        targets("steps: []"),
        "a/b/x.yaml:2:83: wrong-shape: indicators[0].target.steps: Здесь пустой список, ожидается непустой список.",
    ),
    "a target without an amount": case(
        targets("by_end_of: 2024"),
        "a/b/x.yaml:2:75: indicator-definition: indicators[0].target: Показатель описан неверно: цели нужна величина: at_least или at_most.",
        en=[
            "a/b/x.yaml:2:75: indicator-definition: indicators[0].target: The indicator is not well defined: a target needs an amount: at_least or at_most.",
        ],
    ),
    "a target with two amounts": case(
        targets("at_least: 10 %, at_most: 20 %, by_end_of: 2024"),
        "a/b/x.yaml:2:92: keys-together: indicators[0].target.at_most: Ключи at_least и at_most не стоят вместе. Оставьте один из них.",
        en=[
            "a/b/x.yaml:2:92: keys-together: indicators[0].target.at_most: The keys at_least and at_most do not stand together. Keep one of them.",
        ],
    ),
    "an amount without a sign for a share": case(
        targets("at_least: 10, by_end_of: 2024"),
        "a/b/x.yaml:2:86: indicator-definition: indicators[0].target.at_least: Показатель описан неверно: величина доли пишется в процентах: 10 %.",
        en=[
            "a/b/x.yaml:2:86: indicator-definition: indicators[0].target.at_least: The indicator is not well defined: the amount of a share is in %: 10 %.",
        ],
    ),
    "per cent of a count": case(
        indicators(
            "count: {}, target: {at_least: 10 %, by_end_of: 2024}",
            "ratio: {of: {}, to: {}}, target: {at_most: 12.5%, by_end_of: 2024}",
        ),
        "a/b/x.yaml:2:54: indicator-definition: indicators[0].target.at_least: Показатель описан неверно: проценты бывают только у доли (share), здесь — 10.",
        "a/b/x.yaml:3:67: indicator-definition: indicators[1].target.at_most: Показатель описан неверно: проценты бывают только у доли (share), здесь — 12.5.",
        en=[
            "a/b/x.yaml:2:54: indicator-definition: indicators[0].target.at_least: The indicator is not well defined: only a share is in %, here: 10.",
            "a/b/x.yaml:3:67: indicator-definition: indicators[1].target.at_most: The indicator is not well defined: only a share is in %, here: 12.5.",
        ],
    ),
    "a share over the whole": case(
        targets("at_least: 100.1 %, by_end_of: 2024"),
        "a/b/x.yaml:2:86: indicator-definition: indicators[0].target.at_least: Показатель описан неверно: доли больше 100 % не бывает, а здесь 100.1 %.",
        en=[
            "a/b/x.yaml:2:86: indicator-definition: indicators[0].target.at_least: The indicator is not well defined: no share exceeds 100 %, here 100.1 %.",
        ],
    ),
    "an amount of a state": case(
        indicators(
            "state: {}, target: {at_least: 1, by_end_of: 2024}",
            "state: {}, target: {steps: [{year: 2024, at_least: 10 %}]}",
        ),
        "a/b/x.yaml:2:43: indicator-definition: indicators[0].target: Показатель описан неверно: у state нет величины: уберите at_least, at_most, steps и floor.",
        "a/b/x.yaml:3:43: indicator-definition: indicators[1].target: Показатель описан неверно: у state нет величины: уберите at_least, at_most, steps и floor.",
        en=[
            "a/b/x.yaml:2:43: indicator-definition: indicators[0].target: The indicator is not well defined: a state has no amount: remove at_least, at_most, steps and floor.",
            "a/b/x.yaml:3:43: indicator-definition: indicators[1].target: The indicator is not well defined: a state has no amount: remove at_least, at_most, steps and floor.",
        ],
    ),
    "an amount in words": case(
        targets(
            "at_least: десять, by_end_of: 2024",
            "at_least: 10 процентов, by_end_of: 2024",
            "at_least: -5 %, by_end_of: 2024",
        ),
        "a/b/x.yaml:2:86: wrong-value: indicators[0].target.at_least: Здесь «десять», ожидается число, например 250, или доля, например 10 %; дробная часть — через точку.",
        "a/b/x.yaml:3:86: wrong-value: indicators[1].target.at_least: Здесь «10 процентов», ожидается число, например 250, или доля, например 10 %; дробная часть — через точку.",
        "a/b/x.yaml:4:86: wrong-value: indicators[2].target.at_least: Здесь «-5 %», ожидается число, например 250, или доля, например 10 %; дробная часть — через точку.",
        en=[
            "a/b/x.yaml:2:86: wrong-value: indicators[0].target.at_least: Found 'десять', expected a number such as 250, or a share such as 10 %, with a decimal point.",
            "a/b/x.yaml:3:86: wrong-value: indicators[1].target.at_least: Found '10 процентов', expected a number such as 250, or a share such as 10 %, with a decimal point.",
            "a/b/x.yaml:4:86: wrong-value: indicators[2].target.at_least: Found '-5 %', expected a number such as 250, or a share such as 10 %, with a decimal point.",
        ],
    ),
    "an amount with a decimal comma": case(
        targets("at_least: 12,5 %, by_end_of: 2024", "at_least: '12,5 %', by_end_of: 2024"),
        "a/b/x.yaml:2:86: decimal-comma: indicators[0].target.at_least: Запятая в «12,5 %» начинает новый ключ. Дробное число пишется с точкой: 12.5 %.",
        "a/b/x.yaml:3:86: wrong-value: indicators[1].target.at_least: Здесь «12,5 %», ожидается число, например 250, или доля, например 10 %; дробная часть — через точку.",
        en=[
            "a/b/x.yaml:2:86: decimal-comma: indicators[0].target.at_least: The comma in '12,5 %' begins a new key. Write the number with a point: 12.5 %.",
            "a/b/x.yaml:3:86: wrong-value: indicators[1].target.at_least: Found '12,5 %', expected a number such as 250, or a share such as 10 %, with a decimal point.",
        ],
    ),
    "a year of two digits": case(
        targets("at_least: 10 %, by_end_of: 24", "at_least: 10 %, every_year_from: 2022 год"),
        "a/b/x.yaml:2:103: wrong-value: indicators[0].target.by_end_of: Здесь «24», ожидается год четырьмя цифрами, например 2024.",
        "a/b/x.yaml:3:109: wrong-value: indicators[1].target.every_year_from: Здесь «2022 год», ожидается год четырьмя цифрами, например 2024.",
        en=[
            "a/b/x.yaml:2:103: wrong-value: indicators[0].target.by_end_of: Found '24', expected a year of four digits such as 2024.",
            "a/b/x.yaml:3:109: wrong-value: indicators[1].target.every_year_from: Found '2022 год', expected a year of four digits such as 2024.",
        ],
    ),
    "a day of a target in Russian": case(
        targets("at_least: 10 %, by: 31.12.2024"),
        "a/b/x.yaml:2:96: wrong-value: indicators[0].target.by: Здесь «31.12.2024», ожидается существующая дата вида 2024-01-31.",
    ),
    "steps out of order": case(
        targets("steps: [{year: 2025, at_least: 10 %}, {year: 2024, at_least: 20 %}]"),
        "a/b/x.yaml:2:83: indicator-definition: indicators[0].target.steps: Показатель описан неверно: годы в steps идут по порядку, каждый один раз.",
        en=[
            "a/b/x.yaml:2:83: indicator-definition: indicators[0].target.steps: The indicator is not well defined: the years of 'steps' stand in order, each of them once.",
        ],
    ),
    "a year twice in the steps": case(
        targets("steps: [{year: 2024, at_least: 10 %}, {year: 2024, at_least: 20 %}]"),
        "a/b/x.yaml:2:83: indicator-definition: indicators[0].target.steps: Показатель описан неверно: годы в steps идут по порядку, каждый один раз.",
    ),
    "a step without an amount": case(
        targets("steps: [{year: 2024, at_least: 10 %}, {year: 2025}]"),
        "a/b/x.yaml:2:114: key-count: indicators[0].target.steps[1]: Нужен ровно один из ключей at_least, at_most; здесь — ни одного.",
        en=[
            "a/b/x.yaml:2:114: key-count: indicators[0].target.steps[1]: Exactly one of the keys at_least, at_most is needed; here: none.",
        ],
    ),
    "a step without a year": case(
        targets("steps: [{at_least: 10 %}]"),
        "a/b/x.yaml:2:84: missing-key: indicators[0].target.steps[0]: Не хватает ключа «year». Добавьте его.",
    ),
    "an amount beside steps": case(
        targets("at_least: 10 %, steps: [{year: 2024, at_least: 10 %}]"),
        "a/b/x.yaml:2:75: indicator-definition: indicators[0].target: Показатель описан неверно: величина стоит в каждом году steps, а рядом со steps её нет.",
        en=[
            "a/b/x.yaml:2:75: indicator-definition: indicators[0].target: The indicator is not well defined: each year of 'steps' has its amount, and none stands beside 'steps'.",
        ],
    ),
    "a target below the floor": case(
        targets("at_least: 5 %, by_end_of: 2024, floor: {at_least: 7.5 %}"),
        "a/b/x.yaml:2:86: below-floor: indicators[0].target.at_least: Цель «at_least: 5 %» слабее предела, который установил вышестоящий уровень: «at_least: 7.5 %». Усильте цель или исправьте floor.",
        en=[
            "a/b/x.yaml:2:86: below-floor: indicators[0].target.at_least: The target 'at_least: 5 %' is weaker than the limit set by the level above: 'at_least: 7.5 %'. Make the target stronger or mend the floor.",
        ],
    ),
    "a count above its ceiling": case(
        indicators(
            "ratio: {of: {}, to: {}}, target: {at_most: 1300, by_end_of: 2024, floor: {at_most: 250}}",
            "count: {}, target: {at_least: 1, by_end_of: 2024, floor: {at_least: 2}}",
        ),
        "a/b/x.yaml:2:67: below-floor: indicators[0].target.at_most: Цель «at_most: 1300» слабее предела, который установил вышестоящий уровень: «at_most: 250». Усильте цель или исправьте floor.",
        "a/b/x.yaml:3:54: below-floor: indicators[1].target.at_least: Цель «at_least: 1» слабее предела, который установил вышестоящий уровень: «at_least: 2». Усильте цель или исправьте floor.",
    ),
    "a step below the floor": case(
        targets("steps: [{year: 2024, at_least: 10 %}, {year: 2025, at_least: 4 %}], floor: {at_least: 5 %}"),
        "a/b/x.yaml:2:137: below-floor: indicators[0].target.steps[1].at_least: Цель «at_least: 4 %» слабее предела, который установил вышестоящий уровень: «at_least: 5 %». Усильте цель или исправьте floor.",
    ),
    "a floor on the other side": case(
        targets("at_least: 5 %, by_end_of: 2024, floor: {at_most: 7 %}"),
        "a/b/x.yaml:2:115: indicator-definition: indicators[0].target.floor: Показатель описан неверно: у floor должен быть ключ цели, at_least.",
        en=[
            "a/b/x.yaml:2:115: indicator-definition: indicators[0].target.floor: The indicator is not well defined: a floor needs the key of the target, at_least.",
        ],
    ),
    "a floor without an amount": case(
        targets("at_least: 5 %, by_end_of: 2024, floor: {stated_by: Область}"),
        "a/b/x.yaml:2:115: key-count: indicators[0].target.floor: Нужен ровно один из ключей at_least, at_most; здесь — ни одного.",
    ),
    "a floor of another measure": case(
        targets("at_least: 5 %, by_end_of: 2024, floor: {at_least: 10}"),
        "a/b/x.yaml:2:126: indicator-definition: indicators[0].target.floor.at_least: Показатель описан неверно: величина доли пишется в процентах: 10 %.",
    ),
    "a floor as an amount": case(
        targets("at_least: 5 %, by_end_of: 2024, floor: 5 %"),
        "a/b/x.yaml:2:115: wrong-shape: indicators[0].target.floor: Здесь «5 %», ожидается набор «ключ: значение».",
    ),
    "records for a number": case(
        records("of: diagnosis, date: diagnosed_on", head="type: integer"),
        "a/b/x.yaml:4:48: fact-definition: facts[2].records: Факт описан неверно: records бывает только у факта типа boolean о человеке.",
        en=[
            "a/b/x.yaml:4:48: fact-definition: facts[2].records: The fact is not well defined: records belongs to a boolean fact about a person.",
        ],
    ),
    "records for a team": case(
        records("of: diagnosis, date: diagnosed_on", head="type: boolean, about: team"),
        "a/b/x.yaml:4:61: fact-definition: facts[2].records: Факт описан неверно: records бывает только у факта типа boolean о человеке.",
    ),
    "records of what is no record": case(
        records("of: person, date: born", "of: diagnos, date: diagnosed_on"),
        "a/b/x.yaml:4:53: wrong-value: facts[2].records.of: Здесь «person», ожидается одно из: diagnosis, route, training.",
        "a/b/x.yaml:5:53: wrong-value: facts[3].records.of: Здесь «diagnos», ожидается одно из: diagnosis, route, training. Возможно, имелось в виду «diagnosis».",
        en=[
            "a/b/x.yaml:4:53: wrong-value: facts[2].records.of: Found 'person', expected one of: diagnosis, route, training.",
            "a/b/x.yaml:5:53: wrong-value: facts[3].records.of: Found 'diagnos', expected one of: diagnosis, route, training. Did you mean 'diagnosis'?",
        ],
    ),
    "records by an unknown date": case(
        records("of: diagnosis, date: diagnosd_on", "of: diagnosis, date: когда"),
        "a/b/x.yaml:4:70: unknown-fact: facts[2].records.date: Неизвестный факт «diagnosd_on». Возможно, имелось в виду «diagnosed_on». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        "a/b/x.yaml:5:70: unknown-fact: facts[3].records.date: Неизвестный факт «когда». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        en=[
            "a/b/x.yaml:4:70: unknown-fact: facts[2].records.date: Unknown fact 'diagnosd_on'. Did you mean 'diagnosed_on'? 'rsnms show POLICY' lists the facts; a new one is declared in the section facts.",
            "a/b/x.yaml:5:70: unknown-fact: facts[3].records.date: Unknown fact 'когда'. 'rsnms show POLICY' lists the facts; a new one is declared in the section facts.",
        ],
    ),
    "records by a date of another": case(
        records("of: diagnosis, date: born", "of: route, date: diagnosed_on"),
        "a/b/x.yaml:4:70: wrong-about: facts[2].records.date: «born» описывает другое: person, а здесь diagnosis. Возьмите факт или критерий с тем же about.",
        "a/b/x.yaml:5:66: wrong-about: facts[3].records.date: «diagnosed_on» описывает другое: diagnosis, а здесь route. Возьмите факт или критерий с тем же about.",
        en=[
            "a/b/x.yaml:4:70: wrong-about: facts[2].records.date: 'born' is about another thing: person, not diagnosis. Use a fact or a criterion with the same 'about'.",
            "a/b/x.yaml:5:66: wrong-about: facts[3].records.date: 'diagnosed_on' is about another thing: diagnosis, not route. Use a fact or a criterion with the same 'about'.",
        ],
    ),
    "records by what is no date": case(
        records("of: diagnosis, date: at_home"),
        "a/b/x.yaml:4:70: fact-definition: facts[2].records.date: Факт описан неверно: у факта «at_home» должен быть тип date.",
        en=[
            "a/b/x.yaml:4:70: fact-definition: facts[2].records.date: The fact is not well defined: the type of 'at_home' should be date.",
        ],
    ),
    "records without a date": case(
        records("of: diagnosis"),
        "a/b/x.yaml:4:48: missing-key: facts[2].records: Не хватает ключа «date». Добавьте его.",
    ),
    "records within a month": case(
        records("of: diagnosis, date: diagnosed_on, within: month"),
        "a/b/x.yaml:4:92: wrong-value: facts[2].records.within: Здесь «month», ожидается year.",
    ),
    "records with a condition on another": case(
        records("of: diagnosis, date: diagnosed_on, where: {fact: trained, is: true}"),
        "a/b/x.yaml:4:98: wrong-about: facts[2].records.where.fact: «trained» описывает другое: person, а здесь diagnosis. Возьмите факт или критерий с тем же about.",
    ),
    "records with a mistaken condition": case(
        records("of: diagnosis, date: diagnosed_on, where: {fact: at_home, is: да}"),
        "a/b/x.yaml:4:111: wrong-value: facts[2].records.where.is: Здесь «да», ожидается true или false.",
    ),
    "records and time": case(
        records("of: diagnosis, date: diagnosed_on", head="type: boolean, time: {happened_on: born}"),
        "a/b/x.yaml:4:66: keys-together: facts[2].records: Ключи time и records не стоят вместе. Оставьте один из них.",
        en=[
            "a/b/x.yaml:4:66: keys-together: facts[2].records: The keys time and records do not stand together. Keep one of them.",
        ],
    ),
    "a last year without a first one": case(
        targets(
            "at_least: 10 %, by_end_of: 2024, until_year: 2025",
            "at_least: 10 %, every_year_from: 2024, until_year: 2022",
        ),
        "a/b/x.yaml:2:121: indicator-definition: indicators[0].target.until_year: Показатель описан неверно: until_year называет последний год после every_year_from.",
        "a/b/x.yaml:3:127: indicator-definition: indicators[1].target.until_year: Показатель описан неверно: until_year называет последний год после every_year_from.",
        en=[
            "a/b/x.yaml:2:121: indicator-definition: indicators[0].target.until_year: The indicator is not well defined: until_year names the last year after every_year_from.",
            "a/b/x.yaml:3:127: indicator-definition: indicators[1].target.until_year: The indicator is not well defined: until_year names the last year after every_year_from.",
        ],
    ),
    "an indicator of pairs": case(
        indicators(
            "count: {about: pair}",
            "ratio: {of: {}, to: {about: pair}}",
            "share: {about: pair, where: {fact: mentor.trained, is: true}}",
        ),
        "a/b/x.yaml:2:39: indicator-definition: indicators[0].count.about: Показатель описан неверно: пары не считают: в паспорте их нет.",
        "a/b/x.yaml:3:52: indicator-definition: indicators[1].ratio.to.about: Показатель описан неверно: пары не считают: в паспорте их нет.",
        "a/b/x.yaml:4:39: indicator-definition: indicators[2].share.about: Показатель описан неверно: пары не считают: в паспорте их нет.",
        en=[
            "a/b/x.yaml:2:39: indicator-definition: indicators[0].count.about: The indicator is not well defined: pairs are not counted: a passport has none.",
            "a/b/x.yaml:3:52: indicator-definition: indicators[1].ratio.to.about: The indicator is not well defined: pairs are not counted: a passport has none.",
            "a/b/x.yaml:4:39: indicator-definition: indicators[2].share.about: The indicator is not well defined: pairs are not counted: a passport has none.",
        ],
    ),
}
