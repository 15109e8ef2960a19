"""Elements of a wrong form: keys, shapes, ids, enumerations, references."""
# ruff: noqa: E501

from policy.folders import BASE, REGION, Case, case, eligibility, section

CASES: dict[str, Case] = {
    "a misspelt key": case(
        section("terms:\n  - {id: t, titel: Т, means: М}\n"),
        "a/b/x.yaml:2:13: unknown-key: terms[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
        en=[
            "a/b/x.yaml:2:13: unknown-key: terms[0].titel: Unknown key 'titel'. Did you mean 'title'? Known here: act, clause, id, item, means, modality, override, reading, title.",
        ],
    ),
    "a misspelt key beside the right one": case(
        section("terms:\n  - {id: t, title: Т, titel: Т, means: М}\n"),
        "a/b/x.yaml:2:23: unknown-key: terms[0].titel: Неизвестный ключ «titel». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
    ),
    "an unknown key": case(
        section("terms:\n  - {id: t, title: Т, means: М, цвет: синий}\n"),
        "a/b/x.yaml:2:33: unknown-key: terms[0].цвет: Неизвестный ключ «цвет». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
    ),
    "a missing key": case(
        section("terms:\n  - {id: t, title: Т}\n"),
        "a/b/x.yaml:2:5: missing-key: terms[0]: Не хватает ключа «means». Добавьте его.",
        en=[
            "a/b/x.yaml:2:5: missing-key: terms[0]: The key 'means' is missing. Add it.",
        ],
    ),
    "no id": case(
        section("terms:\n  - {title: Т, means: М}\n"),
        "a/b/x.yaml:2:5: missing-key: terms[0]: Не хватает ключа «id». Добавьте его.",
    ),
    "an id in Cyrillic": case(
        section("terms:\n  - {id: термин, title: Т, means: М}\n"),
        "a/b/x.yaml:2:10: wrong-value: terms[0].id: Здесь «термин», ожидается идентификатор из строчных латинских букв, цифр, «-» и «_».",
    ),
    "an id with a capital": case(
        section("terms:\n  - {id: Term, title: Т, means: М}\n"),
        "a/b/x.yaml:2:10: wrong-value: terms[0].id: Здесь «Term», ожидается идентификатор из строчных латинских букв, цифр, «-» и «_».",
    ),
    "a list for an item": case(
        section("terms:\n  - [t, Т, М]\n"),
        "a/b/x.yaml:2:5: wrong-shape: terms[0]: Здесь список, ожидается набор «ключ: значение».",
    ),
    "a text for an item": case(
        section("terms:\n  - термин\n"),
        "a/b/x.yaml:2:5: wrong-shape: terms[0]: Здесь «термин», ожидается набор «ключ: значение».",
    ),
    "a mapping for a list": case(
        section("terms: {id: t, title: Т, means: М}\n"),
        "a/b/x.yaml:1:8: wrong-shape: terms: Здесь набор «ключ: значение», ожидается список элементов, каждый с «- ».",
    ),
    "a text for a list": case(
        section("terms: термин\n"),
        "a/b/x.yaml:1:8: wrong-shape: terms: Здесь «термин», ожидается список элементов, каждый с «- ».",
    ),
    "a dash without a space": case(
        section("terms:\n  -id: t\n"),
        "a/b/x.yaml:2:3: wrong-shape: terms: Здесь набор «ключ: значение», ожидается список элементов, каждый с «- ».",
    ),
    "a list for a text": case(
        section("terms:\n  - {id: t, title: [Т], means: М}\n"),
        "a/b/x.yaml:2:20: wrong-shape: terms[0].title: Здесь список, ожидается текст или {ru: …, en: …}.",
    ),
    "a text without Russian": case(
        section("terms:\n  - {id: t, title: {en: Term}, means: М}\n"),
        "a/b/x.yaml:2:20: missing-key: terms[0].title: Не хватает ключа «ru». Добавьте его.",
    ),
    "an unknown language": case(
        section("terms:\n  - {id: t, title: {ru: Т, eng: Term}, means: М}\n"),
        "a/b/x.yaml:2:28: unknown-key: terms[0].title.eng: Неизвестный ключ «eng». Возможно, имелось в виду «en». Здесь известны: en, ru.",
    ),
    "a list for a word": case(
        section("terms:\n  - {id: t, title: Т, means: М, reading: [да]}\n"),
        "a/b/x.yaml:2:42: wrong-shape: terms[0].reading: Здесь список, ожидается непустой текст.",
    ),
    "a misspelt enumeration": case(
        section("subjects:\n  - {id: s, title: С, kind: center, level: region}\n"),
        "a/b/x.yaml:2:29: wrong-value: subjects[0].kind: Здесь «center», ожидается одно из: authority, organisation, centre, service, collegial-body, association, community, active, pair, role. Возможно, имелось в виду «centre».",
        "a/b/x.yaml:2:44: wrong-value: subjects[0].level: Здесь «region», ожидается одно из: federal, regional, municipal, institutional. Возможно, имелось в виду «regional».",
    ),
    "an abbreviated enumeration": case(
        section("subjects:\n  - {id: s, title: С, kind: centre, level: reg}\n"),
        "a/b/x.yaml:2:44: wrong-value: subjects[0].level: Здесь «reg», ожидается одно из: federal, regional, municipal, institutional. Возможно, имелось в виду «regional».",
    ),
    "a flag in Russian": case(
        section("terms:\n  - {id: t, title: Т, means: М, override: да}\n"),
        "a/b/x.yaml:2:43: wrong-value: terms[0].override: Здесь «да», ожидается true или false.",
    ),
    "a clause of a number": case(
        section("terms:\n  - {id: t, title: Т, means: М, clause: [3.10]}\n"),
        "a/b/x.yaml:2:41: wrong-shape: terms[0].clause: Здесь список, ожидается непустой текст.",
    ),
    "a misspelt section": case(
        section("eligibilities: []\n"),
        "a/b/x.yaml:1:1: unknown-section: eligibilities: Неизвестный раздел «eligibilities». Возможно, имелось в виду «eligibility». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, provisions, documents, governance, obligations, indicators, competencies, instruments, routes, clauses, remove.",
        en=[
            "a/b/x.yaml:1:1: unknown-section: eligibilities: Unknown section 'eligibilities'. Did you mean 'eligibility'? Known sections: activities, facts, criteria, subjects, eligibility, terms, provisions, documents, governance, obligations, indicators, competencies, instruments, routes, clauses, remove.",
        ],
    ),
    "an unknown section": case(
        section("погода: []\n"),
        "a/b/x.yaml:1:1: unknown-section: погода: Неизвестный раздел «погода». Известные разделы: activities, facts, criteria, subjects, eligibility, terms, provisions, documents, governance, obligations, indicators, competencies, instruments, routes, clauses, remove.",
    ),
    "a section in policy.yaml": case(
        {"a/b/policy.yaml": REGION + "terms:\n  - {id: t, title: Т, means: М}\n"},
        "a/b/policy.yaml:5:1: wrong-file: terms: «terms» стоит не в том файле. Перенесите раздел в отдельный файл, например terms.yaml.",
        en=[
            "a/b/policy.yaml:5:1: wrong-file: terms: 'terms' stands in the wrong file. Move it to another file such as terms.yaml.",
        ],
    ),
    "the identity in another file": case(
        {"a/b/policy.yaml": BASE, "a/b/acts.yaml": "acts: []\n"},
        "a/b/acts.yaml:1:1: wrong-file: acts: «acts» стоит не в том файле. Перенесите его в policy.yaml.",
    ),
    "a section in two files": case(
        {
            "a/b/terms.yaml": "terms:\n  - {id: t, title: Т, means: М}\n",
            "a/b/words.yaml": "terms:\n  - {id: w, title: С, means: М}\n",
        },
        "a/b/words.yaml:1:1: section-twice: terms: Раздел «terms» уже стоит в файле terms.yaml. Раздел пишется в одном файле: объедините.",
        en=[
            "a/b/words.yaml:1:1: section-twice: terms: The section 'terms' already stands in the file terms.yaml. A section stands in one file: merge them.",
        ],
    ),
    "a section in two files with a mistake in the second": case(
        {"a/b/terms.yaml": "terms: []\n", "a/b/words.yaml": "terms:\n  - {id: w, titel: С, means: М}\n"},
        "a/b/words.yaml:1:1: section-twice: terms: Раздел «terms» уже стоит в файле terms.yaml. Раздел пишется в одном файле: объедините.",
        "a/b/words.yaml:2:13: unknown-key: terms[0].titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: act, clause, id, item, means, modality, override, reading, title.",
    ),
    "an id twice": case(
        section("terms:\n  - {id: t, title: Т, means: М}\n  - {id: t, title: С, means: Л}\n"),
        "a/b/x.yaml:3:10: duplicate-id: terms[1].id: Идентификатор «t» уже занят в этом разделе. Дайте другой.",
        en=[
            "a/b/x.yaml:3:10: duplicate-id: terms[1].id: The id 't' is taken in this section. Choose another.",
        ],
    ),
    "a ground's id twice": case(
        section(
            "eligibility:\n  - id: e\n    title: Е\n    grounds:\n      - {id: g, title: Г, when: {fact: trained, is: true}}\n      - {id: g, title: Д, when: {fact: trained, is: false}}\n"
        ),
        "a/b/x.yaml:6:14: duplicate-id: eligibility[0].grounds[1].id: Идентификатор «g» уже занят в этом разделе. Дайте другой.",
    ),
    "a function's id twice": case(
        section(
            "subjects:\n  - id: s\n    title: С\n    kind: centre\n    level: regional\n    functions:\n      - {id: f, title: Ф}\n      - {id: f, title: Г}\n"
        ),
        "a/b/x.yaml:8:14: duplicate-id: subjects[0].functions[1].id: Идентификатор «f» уже занят в этом разделе. Дайте другой.",
    ),
    "an override within an element": case(
        section(
            "eligibility:\n  - id: e\n    title: Е\n    grounds:\n      - {id: g, title: Г, override: true, when: {fact: trained, is: true}}\n"
        ),
        "a/b/x.yaml:5:27: unknown-key: eligibility[0].grounds[0].override: Неизвестный ключ «override». Здесь известны: act, clause, id, item, modality, reading, title, when.",
    ),
    "no grounds": case(
        section("eligibility:\n  - {id: e, title: Е, grounds: []}\n"),
        "a/b/x.yaml:2:32: wrong-shape: eligibility[0].grounds: Здесь пустой список, ожидается непустой список.",
    ),
    "an unknown aspect": case(
        section(eligibility("{fact: trained, is: true}", head="    silent_on: [exits]\n")),
        "a/b/x.yaml:4:17: wrong-value: eligibility[0].silent_on[0]: Здесь «exits», ожидается одно из: admitting-body, admission-procedure, term, exit, number-of-members, length-of-break, kind-of-work. Возможно, имелось в виду «exit».",
    ),
    "an unknown act": case(
        section(eligibility("{fact: trained, is: true}", head="    act: order-2\n")),
        "a/b/x.yaml:4:10: unknown-act: eligibility[0].act: Неизвестный акт «order-2». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
        en=[
            "a/b/x.yaml:4:10: unknown-act: eligibility[0].act: Unknown act 'order-2'. Did you mean 'order-1'? Acts in policy.yaml: order-1.",
        ],
    ),
    "an unknown act of a function": case(
        section(
            "subjects:\n  - {id: s, title: С, kind: centre, level: regional, functions: [{id: f, title: Ф, act: order}]}\n"
        ),
        "a/b/x.yaml:2:89: unknown-act: subjects[0].functions[0].act: Неизвестный акт «order». Возможно, имелось в виду «order-1». Акты в policy.yaml: order-1.",
    ),
    "an act where there is none": case(
        {"a/terms.yaml": "terms:\n  - {id: t, title: Т, means: М, act: order-1}\n"},
        "a/terms.yaml:2:38: unknown-act: terms[0].act: Неизвестный акт «order-1». Акты в policy.yaml: ни одного.",
    ),
    "an unknown subject": case(
        section(
            eligibility("{fact: trained, is: true}", head="    formed_by: {subject: cnpm}\n")
            + "subjects:\n  - {id: cnppm, title: Ц, kind: centre, level: regional, part_of: academy}\n"
        ),
        "a/b/x.yaml:4:26: unknown-subject: eligibility[0].formed_by.subject: Неизвестный субъект «cnpm». Возможно, имелось в виду «cnppm». Объявите его в разделе subjects.",
        "a/b/x.yaml:10:67: unknown-subject: subjects[0].part_of: Неизвестный субъект «academy». Объявите его в разделе subjects.",
        en=[
            "a/b/x.yaml:4:26: unknown-subject: eligibility[0].formed_by.subject: Unknown subject 'cnpm'. Did you mean 'cnppm'? Declare it in the section subjects.",
            "a/b/x.yaml:10:67: unknown-subject: subjects[0].part_of: Unknown subject 'academy'. Declare it in the section subjects.",
        ],
    ),
    "an unknown activity": case(
        section(
            "subjects:\n  - {id: s, title: С, kind: centre, level: regional, functions: [{id: f, title: Ф, activity: coordination}]}\nactivities:\n  - {id: coordinate, title: К}\n"
        ),
        "a/b/x.yaml:2:94: unknown-activity: subjects[0].functions[0].activity: Неизвестный вид деятельности «coordination». Возможно, имелось в виду «coordinate». Объявите его в разделе activities.",
        en=[
            "a/b/x.yaml:2:94: unknown-activity: subjects[0].functions[0].activity: Unknown activity 'coordination'. Did you mean 'coordinate'? Declare it in the section activities.",
        ],
    ),
}
