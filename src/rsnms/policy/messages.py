"""The words of every kind of problem: what is wrong, and how to mend it.

``{found}`` and ``{expected}`` stand for the words of the single problem. The texts are public interface: people who
are no programmers act on them.
"""

from rsnms.domain.text import Text

NEAREST = Text("Возможно, имелось в виду «{nearest}».", "Did you mean '{nearest}'?")
ARISES = Text(
    "Так выходит в «{policy}», где унаследованное заменено или удалено.",
    "This arises in '{policy}', which replaces or removes what it inherits.",
)

TEXTS: dict[str, tuple[Text, Text | None]] = {
    "not-utf8": (
        Text(
            "Файл не в кодировке UTF-8 (похоже на {found}).",
            "The file is not UTF-8 (it looks like {found}).",
        ),
        Text("Сохраните его в UTF-8.", "Save it as UTF-8."),
    ),
    "empty-file": (
        Text("В файле нет ни одной записи.", "The file says nothing."),
        Text("Заполните его или удалите.", "Fill it in or delete it."),
    ),
    "too-large": (
        Text("Файл больше {expected}.", "The file is larger than {expected}."),
        Text("Разделите его по разделам.", "Split it by sections."),
    ),
    "tab": (
        Text("В отступе стоит табуляция.", "The indentation contains a tab."),
        Text("Замените её пробелами.", "Replace it with spaces."),
    ),
    "odd-space": (
        Text(
            "В отступе стоит неразрывный или другой особый пробел.",
            "The indentation contains a no-break or another special space.",
        ),
        Text("Замените его обычным пробелом.", "Replace it with an ordinary space."),
    ),
    "control-character": (
        Text("Недопустимый управляющий символ {found}.", "The control character {found} is not allowed."),
        Text("Удалите его.", "Remove it."),
    ),
    "syntax": (
        Text(
            "Запись YAML нарушена: {found}.",
            "This is not YAML: {found}. Check indentation, colons and quotes here and on the line above.",
        ),
        None,
    ),
    "several-documents": (
        Text("В файле несколько документов YAML (строка «---»).", "The file holds several YAML documents ('---')."),
        Text("Оставьте один.", "Keep one."),
    ),
    "anchor": (
        Text(
            "Якоря и ссылки YAML не допускаются, здесь «{found}».",
            "YAML anchors and aliases are not allowed, here '{found}'.",
        ),
        Text(
            "Повторы вынесите в criteria и ссылайтесь через use; текст с «&» или «*» в начале возьмите в кавычки.",
            "Move what repeats to criteria and refer to it by use; quote a text that begins with '&' or '*'.",
        ),
    ),
    "tag": (
        Text("Теги YAML не допускаются, здесь «{found}».", "YAML tags are not allowed, here '{found}'."),
        Text(
            "Уберите тег; текст с «!» в начале возьмите в кавычки.",
            "Remove the tag; quote a text that begins with '!'.",
        ),
    ),
    "merge-key": (
        Text("Слияние YAML («<<») не допускается.", "YAML merging ('<<') is not allowed."),
        Text(
            "Выпишите ключи; повторяющееся условие вынесите в criteria и ссылайтесь через use.",
            "Write the keys out; move a repeated condition to criteria and refer to it by use.",
        ),
    ),
    "too-deep": (
        Text("Вложенность глубже {expected} уровней.", "Nesting is deeper than {expected} levels."),
        Text("Вынесите части в criteria или упростите условие.", "Move parts to criteria or simplify the condition."),
    ),
    "too-many-comparisons": (
        Text(
            "В условии вместе с критериями больше {expected} сравнений.",
            "The condition and its criteria hold more than {expected} comparisons.",
        ),
        Text("Упростите его.", "Simplify it."),
    ),
    "duplicate-key": (
        Text("Ключ «{found}» записан дважды.", "The key '{found}' stands twice."),
        Text("Оставьте одну запись.", "Keep one of them."),
    ),
    "empty-value": (
        Text("{found} нет значения.", "{found} has no value."),
        Text("Впишите его или удалите эту запись.", "Write it or remove this entry."),
    ),
    "decimal-comma": (
        Text("Запятая в «{found}» начинает новый ключ.", "The comma in '{found}' begins a new key."),
        Text("Дробное число пишется с точкой: {expected}.", "Write the number with a point: {expected}."),
    ),
    "wrong-shape": (
        Text("Здесь {found}, ожидается {expected}.", "Found {found}, expected {expected}."),
        None,
    ),
    "unknown-key": (
        Text("Неизвестный ключ «{found}».", "Unknown key '{found}'."),
        Text("Здесь известны: {expected}.", "Known here: {expected}."),
    ),
    "missing-key": (
        Text("Не хватает ключа «{found}».", "The key '{found}' is missing."),
        Text("Добавьте его.", "Add it."),
    ),
    "key-count": (
        Text(
            "Нужен ровно один из ключей {expected}; здесь — {found}.",
            "Exactly one of the keys {expected} is needed; here: {found}.",
        ),
        None,
    ),
    "keys-together": (
        Text("Ключи {found} не стоят вместе.", "The keys {found} do not stand together."),
        Text("Оставьте один из них.", "Keep one of them."),
    ),
    "wrong-value": (
        Text("Здесь «{found}», ожидается {expected}.", "Found '{found}', expected {expected}."),
        None,
    ),
    "wrong-file": (
        Text("«{found}» стоит не в том файле.", "'{found}' stands in the wrong file."),
        Text("Перенесите {expected}.", "Move it {expected}."),
    ),
    "unknown-section": (
        Text("Неизвестный раздел «{found}».", "Unknown section '{found}'."),
        Text("Известные разделы: {expected}.", "Known sections: {expected}."),
    ),
    "section-twice": (
        Text(
            "Раздел «{found}» уже стоит в файле {expected}.",
            "The section '{found}' already stands in the file {expected}.",
        ),
        Text("Раздел пишется в одном файле: объедините.", "A section stands in one file: merge them."),
    ),
    "no-identity": (
        Text("В папке нет policy.yaml.", "The folder has no policy.yaml."),
        Text("Опишите в нём юрисдикцию: title, level, acts.", "Describe the jurisdiction: title, level, acts."),
    ),
    "identity-twice": (
        Text("Юрисдикция уже описана в файле {expected}.", "The file {expected} already describes the jurisdiction."),
        Text("Оставьте один файл.", "Keep one file."),
    ),
    "root-file": (
        Text(
            "Файл лежит прямо в корне политик, а корень состоит из папок юрисдикций.",
            "The file stands in the root of the policies, which consists of the jurisdictions' folders.",
        ),
        Text(
            "Перенесите файлы в папку, путь к которой станет идентификатором политики, например ru/region.",
            "Move the files to a folder whose path is to be the policy's id, such as ru/region.",
        ),
    ),
    "no-policies": (
        Text("В папке нет ни одного файла политик (.yaml).", "The folder holds no policy file (.yaml)."),
        Text("Проверьте путь.", "Check the path."),
    ),
    "unknown-parent": (
        Text("Неизвестная политика-родитель «{found}».", "Unknown parent policy '{found}'."),
        Text("Известны: {expected}.", "Known: {expected}."),
    ),
    "parent-cycle": (
        Text("Наследование по кругу: {found}.", "Inheritance in a circle: {found}."),
        Text("Разорвите круг.", "Break the circle."),
    ),
    "duplicate-id": (
        Text("Идентификатор «{found}» уже занят в этом разделе.", "The id '{found}' is taken in this section."),
        Text("Дайте другой.", "Choose another."),
    ),
    "override-of-nothing": (
        Text("«{expected}: true», но у родителей нет «{found}».", "'{expected}: true', but no parent has '{found}'."),
        Text("Исправьте идентификатор или уберите {expected}.", "Mend the id or remove {expected}."),
    ),
    "silent-override": (
        Text("«{found}» уже есть у родителя ({expected}).", "The parent ({expected}) already has '{found}'."),
        Text(
            "Чтобы заменить его, добавьте «override: true»; иначе дайте другой id.",
            "To replace it add 'override: true'; otherwise choose another id.",
        ),
    ),
    "remove-of-nothing": (
        Text("Нечего удалять: у родителей нет «{found}».", "Nothing to remove: no parent has '{found}'."),
        Text("Исправьте идентификатор или уберите его из remove.", "Mend the id or take it out of remove."),
    ),
    "removed-but-used": (
        Text(
            "«{found}» удалён, но на него ссылается {expected}.", "'{found}' is removed, but {expected} refers to it."
        ),
        Text("Замените или удалите и то, что ссылается.", "Replace or remove what refers to it, too."),
    ),
    "not-in-force": (
        Text(
            "«{found}» есть у родителя, но не действует {expected}.",
            "A parent has '{found}', but not {expected}.",
        ),
        Text(
            "Объявите его у себя или ограничьте срок действия своей версии.",
            "State it in your own policy or shorten the time in which your version is in force.",
        ),
    ),
    "unknown-fact": (
        Text("Неизвестный факт «{found}».", "Unknown fact '{found}'."),
        Text(
            "Факты перечисляет «rsnms show ПОЛИТИКА»; новый объявляют в разделе facts.",
            "'rsnms show POLICY' lists the facts; a new one is declared in the section facts.",
        ),
    ),
    "unknown-criterion": (
        Text("Неизвестный критерий «{found}».", "Unknown criterion '{found}'."),
        Text("Объявите его в разделе criteria.", "Declare it in the section criteria."),
    ),
    "criterion-cycle": (
        Text("Критерии ссылаются по кругу: {found}.", "Criteria refer to each other in a circle: {found}."),
        Text("Разорвите круг.", "Break the circle."),
    ),
    "wrong-about": (
        Text(
            "«{found}» описывает другое: {expected}.",
            "'{found}' is about another thing: {expected}.",
        ),
        Text("Возьмите факт или критерий с тем же about.", "Use a fact or a criterion with the same 'about'."),
    ),
    "unknown-subject": (
        Text("Неизвестный субъект «{found}».", "Unknown subject '{found}'."),
        Text("Объявите его в разделе subjects.", "Declare it in the section subjects."),
    ),
    "unknown-activity": (
        Text("Неизвестный вид деятельности «{found}».", "Unknown activity '{found}'."),
        Text("Объявите его в разделе activities.", "Declare it in the section activities."),
    ),
    "unknown-provision": (
        Text("Неизвестное положение «{found}».", "Unknown provision '{found}'."),
        Text("Объявите его в разделе provisions.", "Declare it in the section provisions."),
    ),
    "unknown-document": (
        Text("Неизвестный документ «{found}».", "Unknown document '{found}'."),
        Text("Объявите его в разделе documents.", "Declare it in the section documents."),
    ),
    "unknown-obligation": (
        Text("Неизвестное обязательство «{found}».", "Unknown obligation '{found}'."),
        Text("Объявите его в разделе obligations.", "Declare it in the section obligations."),
    ),
    "unknown-indicator": (
        Text("Неизвестный показатель «{found}».", "Unknown indicator '{found}'."),
        Text("Объявите его в разделе indicators.", "Declare it in the section indicators."),
    ),
    "within-circle": (
        Text("Элемент входит сам в себя: {found}.", "The element is a part of itself: {found}."),
        Text("Разорвите круг.", "Break the circle."),
    ),
    "unknown-clause": (
        Text(
            "Пункта «{found}» нет в перечне clauses (акт: {expected}).",
            "The list of clauses lacks '{found}' (act: {expected}).",
        ),
        Text("Исправьте пункт или добавьте его в перечень.", "Mend the clause or add it to the list."),
    ),
    "duplicate-clause": (
        Text("Пункт «{found}» уже есть в перечне clauses.", "The list of clauses already has '{found}'."),
        Text(
            "Оставьте одну запись; если номер повторяется в самом акте, различите пункты: «{found} (второй)».",
            "Keep one of them; where the act itself repeats a number, tell the clauses apart: '{found} (second)'.",
        ),
    ),
    "unknown-item": (
        Text("В пункте «{expected}» нет позиции {found}.", "The clause '{expected}' has no item {found}."),
        Text(
            "Исправьте item или укажите в clauses, сколько позиций в этом пункте (items).",
            "Mend the item, or state in clauses how many items the clause has (items).",
        ),
    ),
    "indicator-definition": (
        Text("Показатель описан неверно: {expected}.", "The indicator is not well defined: {expected}."),
        None,
    ),
    "below-floor": (
        Text(
            "Цель «{found}» слабее предела, который установил вышестоящий уровень: «{expected}».",
            "The target '{found}' is weaker than the limit set by the level above: '{expected}'.",
        ),
        Text("Усильте цель или исправьте floor.", "Make the target stronger or mend the floor."),
    ),
    "unknown-competency": (
        Text("Неизвестная компетенция «{found}».", "Unknown competency '{found}'."),
        Text("Объявите её в разделе competencies.", "Declare it in the section competencies."),
    ),
    "instrument-definition": (
        Text(
            "Инструмент описан неверно: нужны {expected}.", "The instrument is not well defined: it needs {expected}."
        ),
        None,
    ),
    "unknown-eligibility": (
        Text("Неизвестное право на включение «{found}».", "Unknown eligibility '{found}'."),
        Text("Объявите его в разделе eligibility.", "Declare it in the section eligibility."),
    ),
    "not-about-person": (
        Text("Право на включение «{found}» — не о человеке.", "The eligibility '{found}' is not about a person."),
        Text("Назовите право, условия которого — о человеке.", "Name one whose conditions are about a person."),
    ),
    "unknown-act": (
        Text("Неизвестный акт «{found}».", "Unknown act '{found}'."),
        Text("Акты в policy.yaml: {expected}.", "Acts in policy.yaml: {expected}."),
    ),
    "operator-count": (
        Text("В сравнении нужен ровно один оператор, здесь {found}.", "A comparison has one operator, here {found}."),
        Text("Этому факту подходят: {expected}.", "Suitable for this fact: {expected}."),
    ),
    "wrong-operator": (
        Text("Оператор «{found}» не подходит этому факту.", "The operator '{found}' does not suit this fact."),
        Text("Подходят: {expected}.", "Suitable: {expected}."),
    ),
    "wrong-count": (
        Text("Требуется частей: {found}, а в of их {expected}.", "It asks for {found} parts, but 'of' has {expected}."),
        Text("Уменьшите at_least или добавьте части.", "Lower at_least or add parts."),
    ),
    "never-met": (
        Text("Условие невыполнимо: {found}.", "The condition can never be met: {found}."),
        Text("Факт принимает значения {expected}.", "The fact takes values {expected}."),
    ),
    "contradiction": (
        Text(
            "Условия на факт «{found}» противоречат друг другу: вместе они невыполнимы.",
            "The conditions on the fact '{found}' contradict each other: they are never met together.",
        ),
        Text("Исправьте одно из них или соедините их через any.", "Mend one of them or join them with 'any'."),
    ),
    "contradicts-gate": (
        Text(
            "Условия на факт «{found}» здесь и в gate противоречат друг другу: вместе они невыполнимы.",
            "The conditions on the fact '{found}' here and in the gate contradict each other: nobody meets both.",
        ),
        Text("Исправьте одно из них.", "Mend one of them."),
    ),
    "fact-definition": (
        Text("Факт описан неверно: {expected}.", "The fact is not well defined: {expected}."),
        None,
    ),
    "dates-reversed": (
        Text("Дата окончания {found} раньше начала {expected}.", "The end {found} precedes the start {expected}."),
        Text("Исправьте одну из дат.", "Mend one of the dates."),
    ),
    "overlapping-versions": (
        Text(
            "Версии действуют одновременно: эта с {found}, а {expected}.",
            "Versions are in force at the same time: this one from {found}, {expected}.",
        ),
        Text("Закройте прежнюю датой in_force.until.", "End the earlier one with in_force.until."),
    ),
    "version-folder": (
        Text(
            "Папка версии называется «{found}», а действует версия с {expected}.",
            "The version's folder is called '{found}', but the version is in force from {expected}.",
        ),
        Text("Назовите папку датой вступления в силу.", "Name the folder by the day of coming into force."),
    ),
    "version-undated": (
        Text(
            "Папка «{found}» названа датой, но у её первого акта нет in_force.from.",
            "The folder '{found}' is named by a date, but its first act has no in_force.from.",
        ),
        Text("Укажите дату вступления в силу.", "State the day of coming into force."),
    ),
}
