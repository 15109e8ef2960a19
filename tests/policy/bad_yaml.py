"""Files that are no YAML of ours: encodings, indentation, syntax, anchors, tags, empty values."""
# ruff: noqa: E501

from policy.folders import Case, case, section

CASES: dict[str, Case] = {
    "an empty file": case(
        section(""),
        "a/b/x.yaml:1:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.",
        en=[
            "a/b/x.yaml:1:1: empty-file: The file says nothing. Fill it in or delete it.",
        ],
    ),
    "blank lines only": case(
        section("\n  \n"),
        "a/b/x.yaml:1:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.",
    ),
    "comments only": case(
        section("# начало\n# конец\n"),
        "a/b/x.yaml:1:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.",
    ),
    "a document mark only": case(
        section("---\n"),
        "a/b/x.yaml:2:1: empty-file: В файле нет ни одной записи. Заполните его или удалите.",
    ),
    "a text instead of sections": case(
        section("привет\n"),
        "a/b/x.yaml:1:1: wrong-shape: Здесь «привет», ожидается набор «ключ: значение».",
        en=[
            "a/b/x.yaml:1:1: wrong-shape: Found 'привет', expected a mapping 'key: value'.",
        ],
    ),
    "null instead of sections": case(
        section("~\n"),
        "a/b/x.yaml:1:1: wrong-shape: Здесь «~», ожидается набор «ключ: значение».",
    ),
    "a list instead of sections": case(
        section("- facts\n- criteria\n"),
        "a/b/x.yaml:1:1: wrong-shape: Здесь список, ожидается набор «ключ: значение».",
    ),
    "a tab for indentation": case(
        section("criteria:\n\t- id: c\n"),
        "a/b/x.yaml:2:1: tab: В отступе стоит табуляция. Замените её пробелами.",
        en=[
            "a/b/x.yaml:2:1: tab: The indentation contains a tab. Replace it with spaces.",
        ],
    ),
    "a tab after blanks": case(
        section("terms:\n  - id: t\n  \ttitle: Т\n"),
        "a/b/x.yaml:3:3: tab: В отступе стоит табуляция. Замените её пробелами.",
    ),
    "a no-break space for indentation": case(
        section("terms:\n  - id: t\n  \u00a0 title: Т\n"),
        "a/b/x.yaml:3:3: odd-space: В отступе стоит неразрывный или другой особый пробел. Замените его обычным пробелом.",
        en=[
            "a/b/x.yaml:3:3: odd-space: The indentation contains a no-break or another special space. Replace it with an ordinary space.",
        ],
    ),
    "a control character": case(
        section("terms:\n  - id: t\x07\n"),
        "a/b/x.yaml:2:10: control-character: Недопустимый управляющий символ U+0007. Удалите его.",
        en=[
            "a/b/x.yaml:2:10: control-character: The control character U+0007 is not allowed. Remove it.",
        ],
    ),
    "Windows-1251": case(
        section("terms:\n  - {id: t, title: Термин, means: Слово}\n".encode("cp1251")),
        "a/b/x.yaml:2:20: not-utf8: Файл не в кодировке UTF-8 (похоже на Windows-1251). Сохраните его в UTF-8.",
        en=[
            "a/b/x.yaml:2:20: not-utf8: The file is not UTF-8 (it looks like Windows-1251). Save it as UTF-8.",
        ],
    ),
    "KOI8-R": case(
        section("terms:\n  - {id: t, title: Термин, means: Слово}\n".encode("koi8-r")),
        "a/b/x.yaml:2:20: not-utf8: Файл не в кодировке UTF-8 (похоже на Windows-1251). Сохраните его в UTF-8.",
    ),
    "UTF-16 with a mark": case(
        section("terms:\n  - {id: t, title: Термин, means: Слово}\n".encode("utf-16")),
        "a/b/x.yaml:1:1: not-utf8: Файл не в кодировке UTF-8 (похоже на UTF-16). Сохраните его в UTF-8.",
    ),
    "UTF-16 without a mark": case(
        section("terms:\n  - {id: t, title: Термин, means: Слово}\n".encode("utf-16-le")),
        "a/b/x.yaml:1:1: not-utf8: Файл не в кодировке UTF-8 (похоже на UTF-16). Сохраните его в UTF-8.",
    ),
    "one broken byte in UTF-8": case(
        section("terms:\n  - {id: t, title: Термин, means: Сло".encode() + b"\xff" + "во}\n".encode()),
        "a/b/x.yaml:2:38: not-utf8: Файл не в кодировке UTF-8 (похоже на смесь кодировок). Сохраните его в UTF-8.",
    ),
    "more than 2 MB": case(
        section("# " + "x" * 2_000_000 + "\n"),
        "a/b/x.yaml:1:1: too-large: Файл больше 2 МБ. Разделите его по разделам.",
        en=[
            "a/b/x.yaml:1:1: too-large: The file is larger than 2 MB. Split it by sections.",
        ],
    ),
    "a duplicate key": case(
        section("terms:\n  - id: t\n    title: Т\n    means: М\n    title: Ещё\n"),
        "a/b/x.yaml:5:5: duplicate-key: terms[0].title: Ключ «title» записан дважды. Оставьте одну запись.",
        en=[
            "a/b/x.yaml:5:5: duplicate-key: terms[0].title: The key 'title' stands twice. Keep one of them.",
        ],
    ),
    "a duplicate section": case(
        section("terms: []\ncriteria: []\nterms: []\n"),
        "a/b/x.yaml:3:1: duplicate-key: terms: Ключ «terms» записан дважды. Оставьте одну запись.",
    ),
    "an anchor and aliases": case(
        section("terms:\n  - &t {id: t, title: Т, means: М}\n  - *t\n  - *t\n"),
        "a/b/x.yaml:2:5: anchor: terms[0]: Якоря и ссылки YAML не допускаются, здесь «&t». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        en=[
            "a/b/x.yaml:2:5: anchor: terms[0]: YAML anchors and aliases are not allowed, here '&t'. Move what repeats to criteria and refer to it by use; quote a text that begins with '&' or '*'.",
        ],
    ),
    "an alias of nothing": case(
        section("terms:\n  - {id: t, title: *термин, means: М}\n"),
        "a/b/x.yaml:2:20: syntax: Запись YAML нарушена: значение не может начинаться с «*»; возьмите его в кавычки.",
        en=[
            "a/b/x.yaml:2:20: syntax: This is not YAML: did not find expected alphabetic or numeric character. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an alias for a key": case(
        section("terms:\n  - {id: t, title: Т, means: М, *ключ : значение}\n"),
        "a/b/x.yaml:2:33: syntax: Запись YAML нарушена: значение не может начинаться с «*»; возьмите его в кавычки.",
        en=[
            "a/b/x.yaml:2:33: syntax: This is not YAML: did not find expected alphabetic or numeric character. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an anchor at a key": case(
        section("terms:\n  - {id: t, &k title: Т, means: М}\n"),
        "a/b/x.yaml:2:13: anchor: terms[0]: Якоря и ссылки YAML не допускаются, здесь «&k». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
    ),
    "a merge key": case(
        section("terms:\n  - <<: {id: t}\n    title: Т\n    means: М\n"),
        "a/b/x.yaml:2:5: merge-key: terms[0]: Слияние YAML («<<») не допускается. Выпишите ключи; повторяющееся условие вынесите в criteria и ссылайтесь через use.",
        en=[
            "a/b/x.yaml:2:5: merge-key: terms[0]: YAML merging ('<<') is not allowed. Write the keys out; move a repeated condition to criteria and refer to it by use.",
        ],
    ),
    "a Python object": case(
        section('terms: !!python/object/apply:os.system ["echo oh"]\n'),
        "a/b/x.yaml:1:8: tag: terms: Теги YAML не допускаются, здесь «!!python/object/apply:os.system». Уберите тег; текст с «!» в начале возьмите в кавычки.",
        en=[
            "a/b/x.yaml:1:8: tag: terms: YAML tags are not allowed, here '!!python/object/apply:os.system'. Remove the tag; quote a text that begins with '!'.",
        ],
    ),
    "a standard tag": case(
        section("terms:\n  - {id: t, title: !!str Т, means: М}\n"),
        "a/b/x.yaml:2:20: tag: terms[0].title: Теги YAML не допускаются, здесь «!!str». Уберите тег; текст с «!» в начале возьмите в кавычки.",
    ),
    "a local tag": case(
        section("terms:\n  - !термин {id: t, title: Т, means: М}\n"),
        "a/b/x.yaml:2:5: syntax: Запись YAML нарушена: значение не может начинаться с «!»; возьмите его в кавычки.",
        en=[
            "a/b/x.yaml:2:5: syntax: This is not YAML: did not find expected whitespace or line break. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an exclamation mark before a text": case(
        section("terms:\n  - id: t\n    title: ! Т\n    means: М\n"),
        "a/b/x.yaml:3:12: tag: terms[0].title: Теги YAML не допускаются, здесь «!». Уберите тег; текст с «!» в начале возьмите в кавычки.",
    ),
    "several documents": case(
        section("terms: []\n---\ncriteria: []\n"),
        "a/b/x.yaml:2:1: several-documents: В файле несколько документов YAML (строка «---»). Оставьте один.",
        en=[
            "a/b/x.yaml:2:1: several-documents: The file holds several YAML documents ('---'). Keep one.",
        ],
    ),
    "a key without a value": case(
        section("terms:\n  - id: t\n    title:\n    means: М\n"),
        "a/b/x.yaml:3:5: empty-value: terms[0].title: У ключа «title» нет значения. Впишите его или удалите эту запись.",
        en=[
            "a/b/x.yaml:3:5: empty-value: terms[0].title: The key 'title' has no value. Write it or remove this entry.",
        ],
    ),
    "a section without a value": case(
        section("terms:\n"),
        "a/b/x.yaml:1:1: empty-value: terms: У ключа «terms» нет значения. Впишите его или удалите эту запись.",
    ),
    "an empty list item": case(
        section("terms:\n  - {id: t, title: Т, means: М}\n  -\n"),
        "a/b/x.yaml:3:4: empty-value: terms[1]: У элемента списка нет значения. Впишите его или удалите эту запись.",
    ),
    "an empty text": case(
        section('terms:\n  - {id: t, title: "", means: М}\n'),
        "a/b/x.yaml:2:20: wrong-value: terms[0].title: Здесь «», ожидается непустой текст.",
        en=[
            "a/b/x.yaml:2:20: wrong-value: terms[0].title: Found '', expected a text that is not empty.",
        ],
    ),
    "a key without a colon": case(
        section("terms:\n  - id: t\n    title Т\n    means: М\n"),
        "a/b/x.yaml:3:5: syntax: Запись YAML нарушена: после ключа нет двоеточия с пробелом («ключ: значение»).",
        en=[
            "a/b/x.yaml:3:5: syntax: This is not YAML: could not find expected ':'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a colon without a space": case(
        section("terms:\n  - id: t\n    title:Т\n    means: М\n"),
        "a/b/x.yaml:3:5: syntax: Запись YAML нарушена: после ключа нет двоеточия с пробелом («ключ: значение»).",
        en=[
            "a/b/x.yaml:3:5: syntax: This is not YAML: could not find expected ':'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a section without a colon": case(
        section("terms\n  - id: t\n"),
        "a/b/x.yaml:1:1: syntax: Запись YAML нарушена: после ключа нет двоеточия («ключ:»).",
        en=[
            "a/b/x.yaml:1:1: syntax: This is not YAML: mapping values are not allowed in this context. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a colon in a value": case(
        section("terms:\n  - id: t\n    title: Термин: слово\n    means: М\n"),
        "a/b/x.yaml:3:18: syntax: Запись YAML нарушена: в значении есть двоеточие с пробелом; возьмите всё значение в кавычки.",
        en=[
            "a/b/x.yaml:3:18: syntax: This is not YAML: mapping values are not allowed in this context. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a value and a list below it": case(
        section("terms: все\n  - id: t\n"),
        "a/b/x.yaml:2:3: syntax: Запись YAML нарушена: строка стоит глубже предыдущей, у которой уже есть значение; выровняйте отступы.",
        en=[
            "a/b/x.yaml:2:3: syntax: This is not YAML: mapping values are not allowed in this context. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an open double quote": case(
        section('terms:\n  - id: t\n    title: "Т\n    means: М\n'),
        "a/b/x.yaml:3:12: syntax: Запись YAML нарушена: кавычка открыта и не закрыта; закройте её.",
        en=[
            "a/b/x.yaml:3:12: syntax: This is not YAML: found unexpected end of stream. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an open single quote": case(
        section("terms:\n  - id: t\n    title: 'Т\n    means: М\n"),
        "a/b/x.yaml:3:12: syntax: Запись YAML нарушена: кавычка открыта и не закрыта; закройте её.",
        en=[
            "a/b/x.yaml:3:12: syntax: This is not YAML: found unexpected end of stream. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "words after a quote": case(
        section('terms:\n  - id: t\n    title: "Т" и ещё\n    means: М\n'),
        "a/b/x.yaml:3:16: syntax: Запись YAML нарушена: после значения стоит лишнее: «и ещё»; возьмите всё значение в кавычки или удалите лишнее.",
        en=[
            "a/b/x.yaml:3:16: syntax: This is not YAML: did not find expected key. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a backslash in double quotes": case(
        section('terms:\n  - id: t\n    title: "C:\\школа"\n'),
        "a/b/x.yaml:3:15: syntax: Запись YAML нарушена: в двойных кавычках «\\» имеет особый смысл; напишите «\\\\» или возьмите одинарные кавычки.",
        en=[
            "a/b/x.yaml:3:15: syntax: This is not YAML: found unknown escape character. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an open brace": case(
        section("terms:\n  - {id: t, title: Т, means: М\n"),
        "a/b/x.yaml:2:5: syntax: Запись YAML нарушена: скобка «{» не закрыта или внутри неё не хватает запятой.",
        en=[
            "a/b/x.yaml:2:5: syntax: This is not YAML: did not find expected ',' or '}'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an open bracket": case(
        section("terms: [{id: t, title: Т, means: М}\ncriteria: []\n"),
        "a/b/x.yaml:1:8: syntax: Запись YAML нарушена: скобка «[» не закрыта или внутри неё не хватает запятой.",
        en=[
            "a/b/x.yaml:1:8: syntax: This is not YAML: did not find expected ',' or ']'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a bracket open at the end": case(
        section("criteria: [\n"),
        "a/b/x.yaml:2:1: syntax: Запись YAML нарушена: запись обрывается; допишите значение или закройте скобку.",
        en=[
            "a/b/x.yaml:2:1: syntax: This is not YAML: did not find expected node content. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a brace too many": case(
        section("terms:\n  - {id: t, title: Т, means: М}}\n"),
        "a/b/x.yaml:2:32: syntax: Запись YAML нарушена: лишняя закрывающая скобка «}»; удалите её.",
        en=[
            "a/b/x.yaml:2:32: syntax: This is not YAML: did not find expected '-' indicator. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a bracket of the wrong kind": case(
        section("terms:\n  - {id: t, title: Т, means: М]\n"),
        "a/b/x.yaml:2:31: syntax: Запись YAML нарушена: здесь не хватает запятой или закрывающей скобки «}».",
        en=[
            "a/b/x.yaml:2:31: syntax: This is not YAML: did not find expected ',' or '}'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a missing comma": case(
        section("terms:\n  - {id: t, title: Т means: М}\n"),
        "a/b/x.yaml:2:27: syntax: Запись YAML нарушена: здесь не хватает запятой или закрывающей скобки «}».",
        en=[
            "a/b/x.yaml:2:27: syntax: This is not YAML: did not find expected ',' or '}'. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a line too far to the left": case(
        section("terms:\n  - id: t\n   title: Т\n"),
        "a/b/x.yaml:3:4: syntax: Запись YAML нарушена: здесь ждали следующий элемент списка («- …»); ключи одного элемента выровняйте по первому из них.",
        en=[
            "a/b/x.yaml:3:4: syntax: This is not YAML: did not find expected '-' indicator. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a line too far to the right": case(
        section("terms:\n  - id: t\n      title: Т\n"),
        "a/b/x.yaml:3:7: syntax: Запись YAML нарушена: строка стоит глубже предыдущей, у которой уже есть значение; выровняйте отступы.",
        en=[
            "a/b/x.yaml:3:7: syntax: This is not YAML: mapping values are not allowed in this context. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a key beside the dash": case(
        section("terms:\n  - id: t\n  title: Т\n"),
        "a/b/x.yaml:3:3: syntax: Запись YAML нарушена: здесь ждали следующий элемент списка («- …»); ключи одного элемента выровняйте по первому из них.",
        en=[
            "a/b/x.yaml:3:3: syntax: This is not YAML: did not find expected '-' indicator. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a key between two levels": case(
        section("terms:\n    - id: t\n      title: Т\n  remove: {}\n"),
        "a/b/x.yaml:4:3: syntax: Запись YAML нарушена: отступ строки не совпадает с отступом соседних ключей; выровняйте её.",
        en=[
            "a/b/x.yaml:4:3: syntax: This is not YAML: did not find expected key. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an item beside its key": case(
        section("terms: - id: t\n"),
        "a/b/x.yaml:1:8: syntax: Запись YAML нарушена: элемент списка («- …») начинается с новой строки.",
        en=[
            "a/b/x.yaml:1:8: syntax: This is not YAML: block sequence entries are not allowed in this context. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "no key before a colon": case(
        section(": Т\n"),
        "a/b/x.yaml:1:1: syntax: Запись YAML нарушена: перед двоеточием нет ключа.",
        en=[
            "a/b/x.yaml:1:1: syntax: This is not YAML: did not find expected key. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an at sign before a text": case(
        section("terms:\n  - id: t\n    title: @Т\n"),
        "a/b/x.yaml:3:12: syntax: Запись YAML нарушена: значение не может начинаться с «@»; возьмите его в кавычки.",
        en=[
            "a/b/x.yaml:3:12: syntax: This is not YAML: found character that cannot start any token. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "an asterisk before a text": case(
        section("terms:\n  - id: t\n    title: * Т\n"),
        "a/b/x.yaml:3:12: syntax: Запись YAML нарушена: значение не может начинаться с «*»; возьмите его в кавычки.",
        en=[
            "a/b/x.yaml:3:12: syntax: This is not YAML: did not find expected alphabetic or numeric character. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a text beside a bar": case(
        section("terms:\n  - id: t\n    title: | Т\n"),
        "a/b/x.yaml:3:14: syntax: Запись YAML нарушена: после «|» и «>» текст начинается со следующей строки.",
        en=[
            "a/b/x.yaml:3:14: syntax: This is not YAML: did not find expected comment or line break. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a list and keys on one level": case(
        section("- a\nterms: []\n"),
        "a/b/x.yaml:2:1: syntax: Запись YAML нарушена: здесь ждали следующий элемент списка («- …»); ключи одного элемента выровняйте по первому из них.",
        en=[
            "a/b/x.yaml:2:1: syntax: This is not YAML: did not find expected '-' indicator. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "a list for a key": case(
        section("? [a, b]\n: c\n"),
        "a/b/x.yaml:1:3: wrong-shape: Здесь вложенная структура, ожидается простой ключ.",
    ),
    "an unknown version of YAML": case(
        section("%YAML 9.9\n---\nterms: []\n"),
        "a/b/x.yaml:1:1: syntax: Запись YAML нарушена: строка «%YAML» называет неизвестную версию YAML; удалите её.",
        en=[
            "a/b/x.yaml:1:1: syntax: This is not YAML: found incompatible YAML document. Check indentation, colons and quotes here and on the line above.",
        ],
    ),
    "nesting without end": case(
        section("[" * 100_000),
        "a/b/x.yaml:1:101: too-deep: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0…0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: Вложенность глубже 100 уровней. Вынесите части в criteria или упростите условие.",
        en=[
            "a/b/x.yaml:1:101: too-deep: [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0…0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: Nesting is deeper than 100 levels. Move parts to criteria or simplify the condition.",
        ],
    ),
    "billion laughs": case(
        section(
            "facts: &a0 []\n"
            + "".join(
                f"{name}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n"
                for n, name in enumerate(("criteria", "subjects", "eligibility", "terms", "activities"), 1)
            )
        ),
        "a/b/x.yaml:1:8: anchor: facts: Якоря и ссылки YAML не допускаются, здесь «&a0». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        "a/b/x.yaml:2:11: anchor: criteria: Якоря и ссылки YAML не допускаются, здесь «&a1». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        "a/b/x.yaml:3:11: anchor: subjects: Якоря и ссылки YAML не допускаются, здесь «&a2». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        "a/b/x.yaml:4:14: anchor: eligibility: Якоря и ссылки YAML не допускаются, здесь «&a3». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        "a/b/x.yaml:5:8: anchor: terms: Якоря и ссылки YAML не допускаются, здесь «&a4». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
        "a/b/x.yaml:6:13: anchor: activities: Якоря и ссылки YAML не допускаются, здесь «&a5». Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
    ),
    "a comma in a text between braces": case(
        section("terms:\n  - {id: t, title: Слова, в которых запятая, means: М}\n"),
        'a/b/x.yaml:2:27: empty-value: terms[0].в которых запятая: У ключа «в которых запятая» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: title: "Слова, в которых запятая".',
        en=[
            "a/b/x.yaml:2:27: empty-value: terms[0].в которых запятая: The key 'в которых запятая' has no value. In {…} a comma begins a new key, so a text with a comma is quoted: title: \"Слова, в которых запятая\".",
        ],
    ),
    "two commas in a text between braces": case(
        section("terms:\n  - {id: t, title: Лидер, тьютор, наставник пары, means: М}\n"),
        'a/b/x.yaml:2:27: empty-value: terms[0].тьютор: У ключа «тьютор» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: title: "Лидер, тьютор, наставник пары".',
    ),
    "a comma in each of two texts between braces": case(
        section("terms:\n  - {id: t, title: Слова, и ещё, means: Смысл, и ещё раз}\n"),
        'a/b/x.yaml:2:27: empty-value: terms[0].и ещё: У ключа «и ещё» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: title: "Слова, и ещё".',
        'a/b/x.yaml:2:48: empty-value: terms[0].и ещё раз: У ключа «и ещё раз» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: means: "Смысл, и ещё раз".',
    ),
    "a comma in a clause between braces": case(
        section("terms:\n  - {id: t, title: Т, means: М, clause: прил. 2, 4.1}\n"),
        'a/b/x.yaml:2:50: empty-value: terms[0].4.1: У ключа «4.1» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: clause: "прил. 2, 4.1".',
    ),
    "a comma in a text of two lines between braces": case(
        section("terms:\n  - {id: t, title: Слова,\n     в которых запятая, means: М}\n"),
        'a/b/x.yaml:3:6: empty-value: terms[0].в которых запятая: У ключа «в которых запятая» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: title: "Слова, в которых запятая".',
    ),
    "a comma in a long text between braces": case(
        section(
            "terms:\n  - {id: t, title: Т, means: Все субъекты районного уровня, которые сопровождают методическую работу и развитие педагогов}\n"
        ),
        'a/b/x.yaml:2:61: empty-value: terms[0].которые сопровождают методическую работу и развитие педагогов: У ключа «которые сопровождают методическую работу и развитие педагогов» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: means: "Все субъекты районного уровня, которые сопровождают методиче…".',
    ),
    "a comma after quotes within a text": case(
        section('terms:\n  - {id: t, title: Он сказал "да", и ушёл, means: М}\n'),
        "a/b/x.yaml:2:36: empty-value: terms[0].и ушёл: У ключа «и ушёл» нет значения. В {…} запятая начинает новый ключ, поэтому текст с запятой берут в кавычки: title: 'Он сказал \"да\", и ушёл'.",
    ),
    "a text that goes on after its quotes": case(
        section('terms:\n  - {id: t, title: "Слова", в которых запятая, means: М}\n'),
        "a/b/x.yaml:2:29: empty-value: terms[0].в которых запятая: У ключа «в которых запятая» нет значения. Впишите его или удалите эту запись.",
    ),
    "a key between braces without a value": case(
        section("terms:\n  - {id: t, title: Термин один, clause, means: М}\n"),
        "a/b/x.yaml:2:33: empty-value: terms[0].clause: У ключа «clause» нет значения. Впишите его или удалите эту запись.",
    ),
    "a colon between braces without a value": case(
        section("terms:\n  - {id: t, title: Термин один, срок: , means: М}\n"),
        "a/b/x.yaml:2:33: empty-value: terms[0].срок: У ключа «срок» нет значения. Впишите его или удалите эту запись.",
    ),
    "a text between braces without a key": case(
        section("terms:\n  - {id: t, Термин, means: М}\n"),
        "a/b/x.yaml:2:5: missing-key: terms[0]: Не хватает ключа «title». Добавьте его.",
        "a/b/x.yaml:2:13: empty-value: terms[0].Термин: У ключа «Термин» нет значения. Впишите его или удалите эту запись.",
    ),
}
