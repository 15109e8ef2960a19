"""Conditions that say nothing, or what can never be met."""
# ruff: noqa: E501

from policy.folders import Case, case, condition, criterion, eligibility, section

CASES: dict[str, Case] = {
    "a misspelt fact": case(
        condition("{fact: scoer, at_least: 7}"),
        "a/b/x.yaml:4:18: unknown-fact: criteria[0].when.fact: Неизвестный факт «scoer». Возможно, имелось в виду «score». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
        en=[
            "a/b/x.yaml:4:18: unknown-fact: criteria[0].when.fact: Unknown fact 'scoer'. Did you mean 'score'? 'rsnms show POLICY' lists the facts; a new one is declared in the section facts.",
        ],
    ),
    "a fact like no other": case(
        condition("{fact: погода, is: 7}"),
        "a/b/x.yaml:4:18: unknown-fact: criteria[0].when.fact: Неизвестный факт «погода». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "a misspelt value": case(
        condition("{fact: category, is: higest}"),
        "a/b/x.yaml:4:32: wrong-value: criteria[0].when.is: Здесь «higest», ожидается одно из значений: first, highest. Возможно, имелось в виду «highest».",
    ),
    "a misspelt value in a list": case(
        condition("{fact: roles, any_of: [tutor, mentr]}"),
        "a/b/x.yaml:4:41: wrong-value: criteria[0].when.any_of[1]: Здесь «mentr», ожидается одно из значений: tutor, mentor. Возможно, имелось в виду «mentor».",
    ),
    "a decimal comma in braces": case(
        condition("{fact: share, at_least: 3,5}"),
        "a/b/x.yaml:4:35: decimal-comma: criteria[0].when.at_least: Запятая в «3,5» начинает новый ключ. Дробное число пишется с точкой: 3.5.",
        en=[
            "a/b/x.yaml:4:35: decimal-comma: criteria[0].when.at_least: The comma in '3,5' begins a new key. Write the number with a point: 3.5.",
        ],
    ),
    "a decimal comma on its own line": case(
        condition("\n      fact: share\n      at_least: 3,5"),
        "a/b/x.yaml:6:17: wrong-value: criteria[0].when.at_least: Здесь «3,5», ожидается число с точкой, например 3.5.",
    ),
    "a decimal comma in quotes": case(
        condition("{fact: share, at_least: '3,5'}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «3,5», ожидается число с точкой, например 3.5.",
    ),
    "no for false": case(
        condition("{fact: trained, is: no}"),
        "a/b/x.yaml:4:31: wrong-value: criteria[0].when.is: Здесь «no», ожидается true или false.",
    ),
    "yes in Russian": case(
        condition("{fact: trained, is: да}"),
        "a/b/x.yaml:4:31: wrong-value: criteria[0].when.is: Здесь «да», ожидается true или false.",
    ),
    "not a number": case(
        condition("{fact: share, at_least: .nan}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «.nan», ожидается число с точкой, например 3.5.",
    ),
    "infinity": case(
        condition("{fact: share, at_most: .inf}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.at_most: Здесь «.inf», ожидается число с точкой, например 3.5.",
    ),
    "a power of ten": case(
        condition("{fact: score, at_least: 1e1}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «1e1», ожидается целое число, например 7.",
    ),
    "a hexadecimal number": case(
        condition("{fact: score, at_least: 0x1F}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «0x1F», ожидается целое число, например 7.",
    ),
    "a leading zero": case(
        condition("{fact: score, at_least: 007}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «007», ожидается целое число, например 7.",
    ),
    "a fraction for an integer": case(
        condition("{fact: score, at_least: 3.5}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «3.5», ожидается целое число, например 7.",
    ),
    "null": case(
        condition("{fact: score, at_least: ~}"),
        "a/b/x.yaml:4:35: wrong-value: criteria[0].when.at_least: Здесь «~», ожидается целое число, например 7.",
    ),
    "an impossible date": case(
        condition("{fact: born, at_least: 2024-02-30}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.at_least: Здесь «2024-02-30», ожидается существующая дата вида ГГГГ-ММ-ДД, например 2024-01-31.",
    ),
    "a Russian date": case(
        condition("{fact: born, at_least: 01.02.2024}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.at_least: Здесь «01.02.2024», ожидается существующая дата вида ГГГГ-ММ-ДД, например 2024-01-31.",
    ),
    "a duration without a unit": case(
        condition("{fact: stay, at_least: 5}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.at_least: Здесь «5», ожидается срок, например «5 years», «5 лет» или «2 years 6 months».",
    ),
    "an empty text for a value": case(
        condition("{fact: place, is: ''}"),
        "a/b/x.yaml:4:29: wrong-value: criteria[0].when.is: Здесь «», ожидается непустой текст.",
    ),
    "a list for a value": case(
        condition("{fact: category, is: [first, highest]}"),
        "a/b/x.yaml:4:32: wrong-shape: criteria[0].when.is: Здесь список, ожидается одно значение; несколько бывает у one_of, none_of, any_of и all_of.",
    ),
    "a value for a list": case(
        condition("{fact: category, one_of: first}"),
        "a/b/x.yaml:4:36: wrong-shape: criteria[0].when.one_of: Здесь «first», ожидается список, например [first].",
    ),
    "a mapping for a value": case(
        condition("{fact: score, is: {at_least: 5}}"),
        "a/b/x.yaml:4:29: wrong-shape: criteria[0].when.is: Здесь набор «ключ: значение», ожидается одно значение; несколько бывает у one_of, none_of, any_of и all_of.",
    ),
    "a list for a fact": case(
        condition("{fact: [score, share], at_least: 1}"),
        "a/b/x.yaml:4:18: wrong-shape: criteria[0].when.fact: Здесь список, ожидается текст.",
    ),
    "an operator of order for a choice": case(
        condition("{fact: category, at_least: first}"),
        "a/b/x.yaml:4:38: wrong-operator: criteria[0].when.at_least: Оператор «at_least» не подходит этому факту. Подходят: is, is_not, one_of, none_of, known.",
        en=[
            "a/b/x.yaml:4:38: wrong-operator: criteria[0].when.at_least: The operator 'at_least' does not suit this fact. Suitable: is, is_not, one_of, none_of, known.",
        ],
    ),
    "an operator of one value for a set": case(
        condition("{fact: roles, is: tutor}"),
        "a/b/x.yaml:4:29: wrong-operator: criteria[0].when.is: Оператор «is» не подходит этому факту. Подходят: none_of, any_of, all_of, known.",
    ),
    "an operator of sets for one value": case(
        condition("{fact: score, any_of: [1, 2]}"),
        "a/b/x.yaml:4:33: wrong-operator: criteria[0].when.any_of: Оператор «any_of» не подходит этому факту. Подходят: is, is_not, one_of, none_of, at_least, at_most, more_than, less_than, between, known.",
    ),
    "no operator": case(
        condition("{fact: category}"),
        "a/b/x.yaml:4:11: operator-count: criteria[0].when: В сравнении нужен ровно один оператор, здесь ни одного. Этому факту подходят: is, is_not, one_of, none_of, known.",
        en=[
            "a/b/x.yaml:4:11: operator-count: criteria[0].when: A comparison has one operator, here none. Suitable for this fact: is, is_not, one_of, none_of, known.",
        ],
    ),
    "two operators": case(
        condition("{fact: score, at_least: 1, at_most: 3}"),
        "a/b/x.yaml:4:11: operator-count: criteria[0].when: В сравнении нужен ровно один оператор, здесь at_least, at_most. Этому факту подходят: is, is_not, one_of, none_of, at_least, at_most, more_than, less_than, between, known.",
    ),
    "a misspelt operator": case(
        condition("{fact: score, atleast: 1}"),
        "a/b/x.yaml:4:25: unknown-key: criteria[0].when.atleast: Неизвестный ключ «atleast». Возможно, имелось в виду «at_least». Здесь известны: all_of, any_of, at_least, at_most, between, clause, fact, is, is_not, known, less_than, more_than, none_of, one_of.",
    ),
    "a threshold above the range": case(
        condition("{fact: score, at_least: 101}"),
        "a/b/x.yaml:4:35: never-met: criteria[0].when.at_least: Условие невыполнимо: score at_least 101. Факт принимает значения от 0 до 100.",
        en=[
            "a/b/x.yaml:4:35: never-met: criteria[0].when.at_least: The condition can never be met: score at_least 101. The fact takes values 0 to 100.",
        ],
    ),
    "a threshold below the range": case(
        condition("{fact: score, less_than: 0}"),
        "a/b/x.yaml:4:36: never-met: criteria[0].when.less_than: Условие невыполнимо: score less_than 0. Факт принимает значения от 0 до 100.",
    ),
    "a duration out of the range": case(
        condition("{fact: stay, more_than: 80 years}"),
        "a/b/x.yaml:4:35: never-met: criteria[0].when.more_than: Условие невыполнимо: stay more_than 80 years. Факт принимает значения от 0 years до 80 years.",
    ),
    "no value left": case(
        condition("{fact: category, none_of: [first, highest]}"),
        "a/b/x.yaml:4:37: never-met: criteria[0].when.none_of: Условие невыполнимо: category none_of [first, highest]. Факт принимает значения first, highest.",
    ),
    "a reversed pair": case(
        condition("{fact: score, between: [5, 3]}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.between: Здесь «[5, 3]», ожидается пара значений, меньшее первым.",
    ),
    "a pair of one": case(
        condition("{fact: score, between: [5]}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.between: Здесь «[5]», ожидается пара значений, меньшее первым.",
    ),
    "a pair of three": case(
        condition("{fact: score, between: [5, 6, 7]}"),
        "a/b/x.yaml:4:34: wrong-value: criteria[0].when.between: Здесь «[5, 6, 7]», ожидается пара значений, меньшее первым.",
    ),
    "a wrong value in a pair": case(
        condition("{fact: score, between: [5, семь]}"),
        "a/b/x.yaml:4:38: wrong-value: criteria[0].when.between[1]: Здесь «семь», ожидается целое число, например 7.",
    ),
    "an empty list of values": case(
        condition("{fact: category, one_of: []}"),
        "a/b/x.yaml:4:36: wrong-value: criteria[0].when.one_of: Здесь «[]», ожидается непустой список.",
    ),
    "known with a word": case(
        condition("{fact: score, known: нет}"),
        "a/b/x.yaml:4:32: wrong-value: criteria[0].when.known: Здесь «нет», ожидается true или false.",
    ),
    "at least none": case(
        condition("{at_least: 0, of: [{fact: trained, is: true}]}"),
        "a/b/x.yaml:4:22: wrong-value: criteria[0].when.at_least: Здесь «0», ожидается целое число от 1 до 999.",
    ),
    "at least more than there are": case(
        condition("{at_least: 3, of: [{fact: trained, is: true}, {fact: score, at_least: 5}]}"),
        "a/b/x.yaml:4:22: wrong-count: criteria[0].when.at_least: Требуется частей: 3, а в of их 2. Уменьшите at_least или добавьте части.",
        en=[
            "a/b/x.yaml:4:22: wrong-count: criteria[0].when.at_least: It asks for 3 parts, but 'of' has 2. Lower at_least or add parts.",
        ],
    ),
    "parts without a number": case(
        condition("{of: [{fact: trained, is: true}]}"),
        "a/b/x.yaml:4:11: missing-key: criteria[0].when: Не хватает ключа «at_least». Добавьте его.",
    ),
    "a number without parts": case(
        condition("{at_least: 2}"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь набор с ключами at_least, ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "all of nothing": case(
        condition("{all: []}"),
        "a/b/x.yaml:4:17: wrong-shape: criteria[0].when.all: Здесь пустой список, ожидается непустой список.",
    ),
    "a mapping for parts": case(
        condition("{all: {fact: trained, is: true}}"),
        "a/b/x.yaml:4:17: wrong-shape: criteria[0].when.all: Здесь набор «ключ: значение», ожидается список.",
    ),
    "a list under not": case(
        condition("{not: [{fact: trained, is: true}]}"),
        "a/b/x.yaml:4:17: wrong-shape: criteria[0].when.not: Здесь список, ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "two kinds of condition": case(
        condition("{all: [{fact: trained, is: true}], any: [{fact: score, is: 1}]}"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь набор с ключами all, any, ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "a misspelt kind of condition": case(
        condition("{fakt: trained, is: true}"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь набор с ключами fakt, is, ожидается условие с одним из ключей fact, use, all, any, not, of. Возможно, имелось в виду «fact».",
    ),
    "a text for a condition": case(
        condition("обучен"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь «обучен», ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "a list for a condition": case(
        condition("[{fact: trained, is: true}]"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь список, ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "an empty mapping for a condition": case(
        condition("{}"),
        "a/b/x.yaml:4:11: wrong-shape: criteria[0].when: Здесь пустой набор, ожидается условие с одним из ключей fact, use, all, any, not, of.",
    ),
    "no condition": case(
        condition(""),
        "a/b/x.yaml:4:5: empty-value: criteria[0].when: У ключа «when» нет значения. Впишите его или удалите эту запись.",
    ),
    "an unknown criterion": case(
        condition("{use: trained}"),
        "a/b/x.yaml:4:17: unknown-criterion: criteria[0].when.use: Неизвестный критерий «trained». Объявите его в разделе criteria.",
        en=[
            "a/b/x.yaml:4:17: unknown-criterion: criteria[0].when.use: Unknown criterion 'trained'. Declare it in the section criteria.",
        ],
    ),
    "a use of itself": case(
        condition("{use: c}"),
        "a/b/x.yaml:4:17: criterion-cycle: criteria[0].when.use: Критерии ссылаются по кругу: c → c. Разорвите круг.",
        en=[
            "a/b/x.yaml:4:17: criterion-cycle: criteria[0].when.use: Criteria refer to each other in a circle: c → c. Break the circle.",
        ],
    ),
    "a contradiction of thresholds": case(
        condition("{all: [{fact: score, at_least: 5}, {fact: score, at_most: 4}]}"),
        "a/b/x.yaml:4:11: contradiction: criteria[0].when: Условия на факт «score» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
        en=[
            "a/b/x.yaml:4:11: contradiction: criteria[0].when: The conditions on the fact 'score' contradict each other: they are never met together. Mend one of them or join them with 'any'.",
        ],
    ),
    "a contradiction of values": case(
        condition("{all: [{fact: category, is: first}, {fact: category, is: highest}]}"),
        "a/b/x.yaml:4:11: contradiction: criteria[0].when: Условия на факт «category» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a contradiction of sets": case(
        condition("{all: [{fact: roles, all_of: [tutor]}, {fact: roles, none_of: [tutor, mentor]}]}"),
        "a/b/x.yaml:4:11: contradiction: criteria[0].when: Условия на факт «roles» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a contradiction with the unknown": case(
        condition("{all: [{fact: score, known: false}, {fact: score, at_least: 5}]}"),
        "a/b/x.yaml:4:11: contradiction: criteria[0].when: Условия на факт «score» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a contradiction within a conjunction": case(
        condition("{all: [{all: [{fact: score, at_least: 5}, {fact: score, at_most: 4}]}, {fact: trained, is: true}]}"),
        "a/b/x.yaml:4:18: contradiction: criteria[0].when.all[0]: Условия на факт «score» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a threshold out of range beside another": case(
        condition("{all: [{fact: score, at_least: 200}, {fact: score, at_most: 4}]}"),
        "a/b/x.yaml:4:42: never-met: criteria[0].when.all[0].at_least: Условие невыполнимо: score at_least 200. Факт принимает значения от 0 до 100.",
    ),
    "a fact of pairs": case(
        condition("{fact: mentor.trained, is: true}"),
        "a/b/x.yaml:4:18: unknown-fact: criteria[0].when.fact: Неизвестный факт «mentor.trained». Возможно, имелось в виду «trained». Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
    ),
    "deep nesting": case(
        condition("{not: " * 41 + "{fact: trained, is: true}" + "}" * 41),
        "a/b/x.yaml:4:11: too-deep: criteria[0].when: Вложенность глубже 40 уровней. Вынесите части в criteria или упростите условие.",
    ),
    "a long value": case(
        condition("{fact: category, is: " + "высшая " * 50 + "}"),
        "a/b/x.yaml:4:32: wrong-value: criteria[0].when.is: Здесь «высшая высшая высшая высшая высшая высшая высшая высшая высшая высшая высшая выс…шая высшая высшая высшая высшая высшая высшая высшая высшая высшая высшая высшая», ожидается одно из значений: first, highest.",
    ),
    "a circle of criteria": case(
        section(
            "criteria:\n  - {id: c1, title: К, when: {use: c2}}\n  - {id: c2, title: К, when: {all: [{use: c3}]}}\n  - {id: c3, title: К, when: {not: {use: c1}}}\n  - {id: c4, title: К, when: {use: c2}}\n"
        ),
        "a/b/x.yaml:2:36: criterion-cycle: criteria[0].when.use: Критерии ссылаются по кругу: c1 → c2 → c3 → c1. Разорвите круг.",
    ),
    "criteria that multiply": case(
        section(
            "criteria:\n  - {id: c0, title: К, when: {fact: trained, is: true}}\n"
            + "".join(
                f"  - {{id: c{n}, title: К, when: {{any: [{', '.join([f'{{use: c{n - 1}}}'] * 9)}]}}}}\n"
                for n in range(1, 15)
            )
        ),
        "a/b/x.yaml:6:30: too-many-comparisons: criteria[4].when: В условии вместе с критериями больше 2000 сравнений. Упростите его.",
        en=[
            "a/b/x.yaml:6:30: too-many-comparisons: criteria[4].when: The condition and its criteria hold more than 2000 comparisons. Simplify it.",
        ],
    ),
    "a chain of criteria": case(
        section(
            "criteria:\n  - {id: c0, title: К, when: {fact: trained, is: true}}\n"
            + "".join(f"  - {{id: c{n}, title: К, when: {{use: c{n - 1}}}}}\n" for n in range(1, 60))
        ),
        "a/b/x.yaml:43:31: too-deep: criteria[41].when: Вложенность глубже 40 уровней. Вынесите части в criteria или упростите условие.",
    ),
    "a misspelt criterion": case(
        section(
            criterion("{fact: trained, is: true}").replace("id: c", "id: trained-in-tutoring")
            + eligibility("{use: trained-in-tutorng}")
        ),
        "a/b/x.yaml:11:21: unknown-criterion: eligibility[0].grounds[0].when.use: Неизвестный критерий «trained-in-tutorng». Возможно, имелось в виду «trained-in-tutoring». Объявите его в разделе criteria.",
    ),
    "a criterion of persons for pairs": case(
        section(criterion("{fact: trained, is: true}") + eligibility("{use: c}", head="    about: pair\n")),
        "a/b/x.yaml:12:21: wrong-about: eligibility[0].grounds[0].when.use: «c» описывает другое: person, а здесь pair. Возьмите факт или критерий с тем же about.",
        en=[
            "a/b/x.yaml:12:21: wrong-about: eligibility[0].grounds[0].when.use: 'c' is about another thing: person, not pair. Use a fact or a criterion with the same 'about'.",
        ],
    ),
    "a fact of persons for pairs": case(
        section(eligibility("{fact: trained, is: true}", head="    about: pair\n")),
        "a/b/x.yaml:8:22: wrong-about: eligibility[0].grounds[0].when.fact: «trained» описывает другое: person, а здесь pair. Возможно, имелось в виду «mentor.trained». Возьмите факт или критерий с тем же about.",
    ),
    "a contradiction through a criterion": case(
        section(
            criterion("{fact: score, at_least: 50}") + eligibility("{all: [{use: c}, {fact: score, at_most: 10}]}")
        ),
        "a/b/x.yaml:11:15: contradiction: eligibility[0].grounds[0].when: Условия на факт «score» противоречат друг другу: вместе они невыполнимы. Исправьте одно из них или соедините их через any.",
    ),
    "a ground that the gate excludes": case(
        section(
            eligibility(
                "{fact: score, at_most: 10}",
                "{fact: score, at_least: 60}",
                head="    gate: {fact: score, at_least: 50}\n",
            )
        ),
        "a/b/x.yaml:8:15: contradicts-gate: eligibility[0].grounds[0].when: Условия на факт «score» здесь и в gate противоречат друг другу: вместе они невыполнимы. Исправьте одно из них.",
        en=[
            "a/b/x.yaml:8:15: contradicts-gate: eligibility[0].grounds[0].when: The conditions on the fact 'score' here and in the gate contradict each other: nobody meets both. Mend one of them.",
        ],
    ),
}
