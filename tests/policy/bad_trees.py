"""Folders that do not fit together: identities, parents, versions, overrides, removals."""
# ruff: noqa: E501

import os

from policy.folders import BASE, REGION, Case, case, criterion, eligibility, section

CASES: dict[str, Case] = {
    "no policy.yaml": case(
        {"a/c/terms.yaml": "terms: []\n"},
        "a/c:1:1: no-identity: В папке нет policy.yaml. Опишите в нём юрисдикцию: title, level, acts.",
        en=[
            "a/c:1:1: no-identity: The folder has no policy.yaml. Describe the jurisdiction: title, level, acts.",
        ],
    ),
    "two policy files": case(
        {"a/b/policy.yml": BASE},
        "a/b/policy.yml:1:1: identity-twice: Юрисдикция уже описана в файле policy.yaml. Оставьте один файл.",
        en=[
            "a/b/policy.yml:1:1: identity-twice: The file policy.yaml already describes the jurisdiction. Keep one file.",
        ],
    ),
    "an empty policy.yaml": case(
        {"a/b/policy.yaml": ""},
        "a/b/policy.yaml:1:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.",
    ),
    "a list for policy.yaml": case(
        {"a/b/policy.yaml": "- title\n"},
        "a/b/policy.yaml:1:1: wrong-shape: Здесь список, ожидается набор «ключ: значение».",
    ),
    "no level": case(
        {"a/b/policy.yaml": "title: Регион\n"},
        "a/b/policy.yaml:1:1: missing-key: Не хватает ключа «level». Добавьте его.",
    ),
    "a misspelt level": case(
        {"a/b/policy.yaml": "title: Регион\nlevel: regionl\n"},
        "a/b/policy.yaml:2:8: wrong-value: level: Здесь «regionl», ожидается одно из: federal, regional, municipal, institutional. Возможно, имелось в виду «regional».",
    ),
    "a mapping for acts": case(
        {"a/b/policy.yaml": BASE + "acts: {id: order-1}\n"},
        "a/b/policy.yaml:3:7: wrong-shape: acts: Здесь набор «ключ: значение», ожидается список.",
    ),
    "an act twice": case(
        {"a/b/policy.yaml": REGION + "  - {id: order-1, kind: приказ, title: О, body: К}\n"},
        "a/b/policy.yaml:5:10: duplicate-id: acts[1].id: Идентификатор «order-1» уже занят в этом разделе. Дайте другой.",
    ),
    "an impossible day of coming into force": case(
        {"a/b/policy.yaml": REGION.replace("2024-01-01", "2024-02-30")},
        "a/b/policy.yaml:4:83: wrong-value: acts[0].in_force.from: Здесь «2024-02-30», ожидается существующая дата вида 2024-01-31.",
    ),
    "a Russian day of coming into force": case(
        {"a/b/policy.yaml": REGION.replace("2024-01-01", "01.02.2024")},
        "a/b/policy.yaml:4:83: wrong-value: acts[0].in_force.from: Здесь «01.02.2024», ожидается существующая дата вида 2024-01-31.",
    ),
    "an end before the start": case(
        {"a/b/policy.yaml": REGION.replace("from: 2024-01-01", "from: 2024-01-01, until: 2023-12-31")},
        "a/b/policy.yaml:4:102: dates-reversed: acts[0].in_force.until: Дата окончания 2023-12-31 раньше начала 2024-01-01. Исправьте одну из дат.",
        en=[
            "a/b/policy.yaml:4:102: dates-reversed: acts[0].in_force.until: The end 2023-12-31 precedes the start 2024-01-01. Mend one of the dates.",
        ],
    ),
    "an unknown parent": case(
        {"a/b/policy.yaml": REGION + "parent: aa\n"},
        "a/b/policy.yaml:5:9: unknown-parent: parent: Неизвестная политика-родитель «aa». Возможно, имелось в виду «a». Известны: a.",
        en=[
            "a/b/policy.yaml:5:9: unknown-parent: parent: Unknown parent policy 'aa'. Did you mean 'a'? Known: a.",
        ],
    ),
    "an unknown parent whose vocabulary is used": case(
        {"a/b/policy.yaml": REGION + "parent: погода\n", "a/b/c.yaml": criterion("{fact: weather, is: 1}")},
        "a/b/policy.yaml:5:9: unknown-parent: parent: Неизвестная политика-родитель «погода». Известны: a.",
    ),
    "itself as parent": case(
        {"a/b/policy.yaml": REGION + "parent: a/b\n"},
        "a/b/policy.yaml:5:9: parent-cycle: parent: Наследование по кругу: a/b → a/b. Разорвите круг.",
        en=[
            "a/b/policy.yaml:5:9: parent-cycle: parent: Inheritance in a circle: a/b → a/b. Break the circle.",
        ],
    ),
    "a circle of parents": case(
        {
            "a/b/policy.yaml": REGION + "parent: c\n",
            "c/policy.yaml": REGION + "parent: d\n",
            "d/policy.yaml": REGION + "parent: a/b\n",
            "d/e/policy.yaml": REGION,
        },
        "a/b/policy.yaml:5:9: parent-cycle: parent: Наследование по кругу: a/b → c → d → a/b. Разорвите круг.",
    ),
    "an override of nothing": case(
        section("terms:\n  - {id: t, override: true, title: Т, means: М}\n"),
        "a/b/x.yaml:2:23: override-of-nothing: terms[0].override: «override: true», но у родителей нет «t». Исправьте идентификатор или уберите override.",
        en=[
            "a/b/x.yaml:2:23: override-of-nothing: terms[0].override: 'override: true', but no parent has 't'. Mend the id or remove override.",
        ],
    ),
    "an override of something misspelt": case(
        section("facts:\n  - {id: scoer, override: true, type: integer, title: Б}\n"),
        "a/b/x.yaml:2:27: override-of-nothing: facts[0].override: «override: true», но у родителей нет «scoer». Возможно, имелось в виду «score». Исправьте идентификатор или уберите override.",
    ),
    "a silent override": case(
        section("facts:\n  - {id: score, type: integer, title: Б}\n"),
        "a/b/x.yaml:2:10: silent-override: facts[0].id: «score» уже есть у родителя (a). Чтобы заменить его, добавьте «override: true»; иначе дайте другой id.",
        en=[
            "a/b/x.yaml:2:10: silent-override: facts[0].id: The parent (a) already has 'score'. To replace it add 'override: true'; otherwise choose another id.",
        ],
    ),
    "a removal of nothing": case(
        section("remove: {facts: [scoer], terms: [t]}\n"),
        "a/b/x.yaml:1:18: remove-of-nothing: remove.facts[0]: Нечего удалять: у родителей нет «scoer». Возможно, имелось в виду «score». Исправьте идентификатор или уберите его из remove.",
        "a/b/x.yaml:1:34: remove-of-nothing: remove.terms[0]: Нечего удалять: у родителей нет «t». Исправьте идентификатор или уберите его из remove.",
        en=[
            "a/b/x.yaml:1:18: remove-of-nothing: remove.facts[0]: Nothing to remove: no parent has 'scoer'. Did you mean 'score'? Mend the id or take it out of remove.",
            "a/b/x.yaml:1:34: remove-of-nothing: remove.terms[0]: Nothing to remove: no parent has 't'. Mend the id or take it out of remove.",
        ],
    ),
    "a removal from an unknown section": case(
        section("remove: {fact: [score]}\n"),
        "a/b/x.yaml:1:10: unknown-key: remove.fact: Неизвестный ключ «fact». Возможно, имелось в виду «facts». Здесь известны: activities, competencies, criteria, documents, eligibility, facts, governance, indicators, instruments, obligations, provisions, routes, subjects, terms.",
    ),
    "a removal of what is used": case(
        {"a/c.yaml": criterion("{fact: score, is: 5}"), "a/b/remove.yaml": "remove: {facts: [score]}\n"},
        "a/b/remove.yaml:1:18: removed-but-used: remove.facts[0]: «score» удалён, но на него ссылается a/c.yaml:4:18. Замените или удалите и то, что ссылается.",
        en=[
            "a/b/remove.yaml:1:18: removed-but-used: remove.facts[0]: 'score' is removed, but a/c.yaml:4:18 refers to it. Replace or remove what refers to it, too.",
        ],
    ),
    "an override that breaks what is inherited": case(
        {
            "a/c.yaml": criterion("{fact: score, at_least: 5}"),
            "a/b/facts.yaml": "facts:\n  - {id: score, override: true, type: boolean, title: Б}\n",
        },
        "a/c.yaml:4:35: wrong-operator: criteria[0].when.at_least: Оператор «at_least» не подходит этому факту. Подходят: is, is_not, known. Так выходит в «a/b», где унаследованное заменено или удалено.",
    ),
    "an override that closes a circle": case(
        {
            "a/c.yaml": "criteria:\n  - {id: c1, title: К, when: {fact: trained, is: true}}\n  - {id: c2, title: К, when: {use: c1}}\n",
            "a/b/c.yaml": "criteria:\n  - {id: c1, override: true, title: К, when: {use: c2}}\n",
        },
        "a/b/c.yaml:2:52: criterion-cycle: criteria[0].when.use: Критерии ссылаются по кругу: c1 → c2 → c1. Разорвите круг.",
    ),
    "versions that overlap": case(
        {"a/b/2024-06-01/policy.yaml": REGION.replace("2024-01-01", "2024-06-01")},
        "a/b/2024-06-01/policy.yaml:4:83: overlapping-versions: acts[0].in_force.from: Версии действуют одновременно: эта с 2024-06-01, а версия в папке «b» с 2024-01-01 без даты окончания. Закройте прежнюю датой in_force.until.",
        en=[
            "a/b/2024-06-01/policy.yaml:4:83: overlapping-versions: acts[0].in_force.from: Versions are in force at the same time: this one from 2024-06-01, that in the folder 'b' from 2024-01-01 without a last day. End the earlier one with in_force.until.",
        ],
    ),
    "a version of the same day": case(
        {"a/b/2024-01-01/policy.yaml": REGION},
        "a/b/2024-01-01/policy.yaml:4:83: overlapping-versions: acts[0].in_force.from: Версии действуют одновременно: эта с 2024-01-01, а версия в папке «b» с 2024-01-01 без даты окончания. Закройте прежнюю датой in_force.until.",
    ),
    "versions that overlap by a day": case(
        {
            "a/b/policy.yaml": REGION.replace("2024-01-01}", "2024-01-01, until: 2024-06-01}"),
            "a/b/2024-06-01/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        "a/b/2024-06-01/policy.yaml:4:83: overlapping-versions: acts[0].in_force.from: Версии действуют одновременно: эта с 2024-06-01, а версия в папке «b» с 2024-01-01 по 2024-06-01. Закройте прежнюю датой in_force.until.",
    ),
    "a version in a folder of another day": case(
        {
            "a/b/policy.yaml": REGION.replace("2024-01-01}", "2024-01-01, until: 2024-05-31}"),
            "a/b/2024-06-02/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        "a/b/2024-06-02/policy.yaml:4:83: version-folder: acts[0].in_force.from: Папка версии называется «2024-06-02», а действует версия с 2024-06-01. Назовите папку датой вступления в силу.",
        en=[
            "a/b/2024-06-02/policy.yaml:4:83: version-folder: acts[0].in_force.from: The version's folder is called '2024-06-02', but the version is in force from 2024-06-01. Name the folder by the day of coming into force.",
        ],
    ),
    "a version in a folder of an impossible day": case(
        {
            "a/b/policy.yaml": REGION.replace("2024-01-01}", "2024-01-01, until: 2024-05-31}"),
            "a/b/2024-06-31/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        "a/b/2024-06-31/policy.yaml:4:83: version-folder: acts[0].in_force.from: Папка версии называется «2024-06-31», а действует версия с 2024-06-01. Назовите папку датой вступления в силу.",
    ),
    "a version in a folder of a Russian date": case(
        {
            "a/b/policy.yaml": REGION.replace("2024-01-01}", "2024-01-01, until: 2024-05-31}"),
            "a/b/01.06.2024/policy.yaml": REGION.replace("2024-01-01", "2024-06-01"),
        },
        "a/b/01.06.2024/policy.yaml:4:83: version-folder: acts[0].in_force.from: Папка версии называется «01.06.2024», а действует версия с 2024-06-01. Назовите папку датой вступления в силу.",
    ),
    "a version copied into its folder unchanged": case(
        {"a/b/2024-06-01/policy.yaml": REGION},
        "a/b/2024-06-01/policy.yaml:4:83: overlapping-versions: acts[0].in_force.from: Версии действуют одновременно: эта с 2024-06-01, а версия в папке «b» с 2024-01-01 без даты окончания. Закройте прежнюю датой in_force.until.",
        "a/b/2024-06-01/policy.yaml:4:83: version-folder: acts[0].in_force.from: Папка версии называется «2024-06-01», а действует версия с 2024-01-01. Назовите папку датой вступления в силу.",
    ),
    "a version without a day": case(
        {"a/b/2024-06-01/policy.yaml": BASE},
        "a/b/2024-06-01/policy.yaml:1:1: version-undated: acts: Папка «2024-06-01» названа датой, но у её первого акта нет in_force.from. Укажите дату вступления в силу.",
        en=[
            "a/b/2024-06-01/policy.yaml:1:1: version-undated: acts: The folder '2024-06-01' is named by a date, but its first act has no in_force.from. State the day of coming into force.",
        ],
    ),
    "a name that is not in force yet": case(
        {
            "a/policy.yaml": REGION,
            "a/b/policy.yaml": REGION.replace("2024-01-01", "2023-05-23"),
            "a/c.yaml": criterion("{fact: trained, is: true}"),
            "a/b/e.yaml": eligibility("{use: c}"),
        },
        "a/b/e.yaml:7:21: not-in-force: eligibility[0].grounds[0].when.use: «c» есть у родителя, но не действует с 2023-05-23 по 2023-12-31. Объявите его у себя или ограничьте срок действия своей версии.",
        en=[
            "a/b/e.yaml:7:21: not-in-force: eligibility[0].grounds[0].when.use: A parent has 'c', but not from 2023-05-23 to 2023-12-31. State it in your own policy or shorten the time in which your version is in force.",
        ],
    ),
    "files in the root": case(
        {"terms.yaml": "terms: []\n"},
        "terms.yaml:1:1: root-file: Файл лежит прямо в корне политик, а корень состоит из папок юрисдикций. Перенесите файлы в папку, путь к которой станет идентификатором политики, например ru/region.",
        en=[
            "terms.yaml:1:1: root-file: The file stands in the root of the policies, which consists of the jurisdictions' folders. Move the files to a folder whose path is to be the policy's id, such as ru/region.",
        ],
    ),
    "a file name that is not UTF-8": case(
        {os.fsdecode(b"a/b/\xd2\xe5\xf0\xec.yaml"): "погода: []\n"},
        "a/b/����.yaml:1:1: unknown-section: погода: Неизвестный раздел «погода». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, provisions, documents, governance, obligations, indicators, competencies, instruments, routes, clauses, remove.",
    ),
    "a folder name that is not UTF-8": case(
        {os.fsdecode(b"a/\xd0\xe5\xe3/terms.yaml"): "terms: []\n"},
        "a/���:1:1: no-identity: В папке нет policy.yaml. Опишите в нём юрисдикцию: title, level, acts.",
    ),
    "a removal of what the system's elements use": case(
        {
            "a/s.yaml": "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\ndocuments:\n  - {id: d, kind: plan, title: П, of: s}\nobligations:\n  - {id: o, kind: meeting, title: З, document: d}\nindicators:\n  - {id: i, title: И, state: {obligations: o}}\n  - {id: j, title: Ж, count: {}, within: i}\nprovisions:\n  - {id: p, kind: goal, title: Ц}\n  - {id: q, kind: task, title: З, within: p}\n",
            "a/b/r.yaml": "remove: {subjects: [s], documents: [d], obligations: [o], indicators: [i], provisions: [p]}\n",
        },
        "a/b/r.yaml:1:72: removed-but-used: remove.indicators[0]: «i» удалён, но на него ссылается a/s.yaml:9:42. Замените или удалите и то, что ссылается.",
        "a/b/r.yaml:1:89: removed-but-used: remove.provisions[0]: «p» удалён, но на него ссылается a/s.yaml:12:43. Замените или удалите и то, что ссылается.",
    ),
    "an override that closes a circle of parts": case(
        {
            "a/p.yaml": "provisions:\n  - {id: p, kind: goal, title: Ц, within: q}\n  - {id: q, kind: goal, title: Ц}\n",
            "a/b/p.yaml": "provisions:\n  - {id: q, override: true, kind: goal, title: Ц, within: p}\n",
        },
        "a/b/p.yaml:2:59: within-circle: provisions[0].within: Элемент входит сам в себя: q → p → q. Разорвите круг.",
    ),
    "an element of the system that is not in force yet": case(
        {
            "a/policy.yaml": REGION,
            "a/b/policy.yaml": REGION.replace("2024-01-01", "2023-05-23"),
            "a/d.yaml": "documents:\n  - {id: d, kind: plan, title: П}\n",
            "a/b/o.yaml": "obligations:\n  - {id: o, kind: meeting, title: З, document: d}\n",
        },
        "a/b/o.yaml:2:48: not-in-force: obligations[0].document: «d» есть у родителя, но не действует с 2023-05-23 по 2023-12-31. Объявите его у себя или ограничьте срок действия своей версии.",
    ),
    "a clause that only the parent lists": case(
        {
            "a/policy.yaml": REGION,
            "a/c.yaml": "clauses:\n  - {clause: '1', title: О}\n",
            "a/b/x.yaml": "clauses:\n  - {clause: '2', title: Д}\nterms:\n  - {id: t, title: Т, means: М, clause: '1'}\n",
        },
        "a/b/x.yaml:4:41: unknown-clause: terms[0].clause: Пункта «1» нет в перечне clauses (акт: order-1). Исправьте пункт или добавьте его в перечень.",
    ),
    "a subject that replaces and extends its parent's": case(
        {
            "a/s.yaml": "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\n",
            "a/b/s.yaml": "subjects:\n  - {id: s, override: true, extends: true, title: С, kind: centre, level: regional}\n",
        },
        "a/b/s.yaml:2:29: keys-together: subjects[0].extends: Ключи override и extends не стоят вместе. Оставьте один из них.",
        en=[
            "a/b/s.yaml:2:29: keys-together: subjects[0].extends: The keys override and extends do not stand together. Keep one of them.",
        ],
    ),
    "a subject that extends nothing": case(
        section("subjects:\n  - {id: s, extends: true, title: С, kind: centre, level: regional}\n"),
        "a/b/x.yaml:2:22: override-of-nothing: subjects[0].extends: «extends: true», но у родителей нет «s». Исправьте идентификатор или уберите extends.",
        en=[
            "a/b/x.yaml:2:22: override-of-nothing: subjects[0].extends: 'extends: true', but no parent has 's'. Mend the id or remove extends.",
        ],
    ),
    "a term that extends its parent's": case(
        {
            "a/t.yaml": "terms:\n  - {id: t, title: Т, means: М}\n",
            "a/b/t.yaml": "terms:\n  - {id: t, extends: true, title: Т, means: М}\n",
        },
        "a/b/t.yaml:2:13: unknown-key: terms[0].extends: Неизвестный ключ «extends». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
    ),
    "a silent override of a subject": case(
        {
            "a/s.yaml": "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\n",
            "a/b/s.yaml": "subjects:\n  - {id: s, title: С, kind: centre, level: regional}\n",
        },
        "a/b/s.yaml:2:10: silent-override: subjects[0].id: «s» уже есть у родителя (a). Чтобы заменить его, добавьте «override: true», чтобы дополнить — «extends: true»; иначе дайте другой id.",
        en=[
            "a/b/s.yaml:2:10: silent-override: subjects[0].id: The parent (a) already has 's'. To replace it add 'override: true', to extend it 'extends: true'; otherwise choose another id.",
        ],
    ),
    "a circle through what a subject keeps of its parent's": case(
        {
            "a/s.yaml": "subjects:\n  - {id: r, title: Р, kind: centre, level: regional}\n  - {id: s, title: С, kind: centre, level: regional, part_of: r}\n",
            "a/b/s.yaml": "subjects:\n  - {id: s, extends: true, title: С, kind: centre, level: regional}\n  - {id: r, override: true, title: Р, kind: centre, level: regional, part_of: s}\n",
        },
        "a/b/s.yaml:2:5: within-circle: subjects[0].part_of: Элемент входит сам в себя: s → r → s. Разорвите круг.",
    ),
}
