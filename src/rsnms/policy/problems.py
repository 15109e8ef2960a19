"""What is wrong with a policy: where, what was found, what was expected, and how to mend it.

The texts are public interface: people who are no programmers act on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from rsnms.domain.text import Lang, Text


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a policy: its place, its path in the document, its kind and the words that belong to it."""

    code: str
    place: Place
    path: Path = ()
    found: str | Text = ""
    expected: Text | None = None
    nearest: str | None = None

    def text(self, lang: Lang = "ru") -> str:
        """What is wrong and how to mend it, without the place."""
        template, advice = TEXTS[self.code]
        words = {"found": _said(self.found, lang), "expected": _said(self.expected or "", lang)}
        said = [template.in_(lang).format(**words)]
        if self.nearest:
            said.append(_NEAREST.in_(lang).format(nearest=self.nearest))
        if advice:
            said.append(advice.in_(lang).format(**words))
        return " ".join(said)

    def line(self, lang: Lang = "ru") -> str:
        """The whole message on one line, the place first."""
        path = f"{shown_path(self.path)}: " if self.path else ""
        return f"{self.place}: {self.code}: {path}{self.text(lang)}"

    def as_record(self, lang: Lang = "ru") -> dict[str, object]:
        """The problem for a machine."""
        return {
            "code": self.code,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "path": shown_path(self.path),
            "found": _said(self.found, lang) or None,
            "expected": self.expected.in_(lang) if self.expected else None,
            "nearest": self.nearest,
            "message": self.text(lang),
        }


class PolicyError(Exception):
    """Policies that cannot be used, with every problem found in them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code)))
        super().__init__("\n".join(problem.line() for problem in self.problems))

    def text(self, lang: Lang = "ru") -> str:
        """All problems, one on a line."""
        return "\n".join(problem.line(lang) for problem in self.problems)


def _said(words: str | Text, lang: Lang) -> str:
    return words.in_(lang) if isinstance(words, Text) else words


def shown_path(path: Path) -> str:
    """Write a path in a document: ``eligibility[0].gate.all[1].fact``."""
    shown = ""
    for step in path:
        shown += f"[{step}]" if isinstance(step, int) else f".{step}" if shown else step
    return shown


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that a misspelt word most resembles, if any does."""
    return next(iter(get_close_matches(word, list(known), 1, 0.6)), None)


_NEAREST = Text("Возможно, имелось в виду «{nearest}».", "Did you mean '{nearest}'?")

TEXTS: dict[str, tuple[Text, Text | None]] = {
    "not-utf8": (
        Text(
            "Файл не в кодировке UTF-8 (похоже на {found}).",
            "The file is not UTF-8 (it looks like {found}).",
        ),
        Text("Сохраните его в UTF-8.", "Save it as UTF-8."),
    ),
    "empty-file": (
        Text("Файл пуст.", "The file is empty."),
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
    "syntax": (
        Text("Это не YAML: {found}.", "This is not YAML: {found}."),
        Text(
            "Проверьте отступы, двоеточия и кавычки в этой строке и строкой выше.",
            "Check indentation, colons and quotes on this line and the one above.",
        ),
    ),
    "several-documents": (
        Text("В файле несколько документов YAML (строка «---»).", "The file holds several YAML documents ('---')."),
        Text("Оставьте один.", "Keep one."),
    ),
    "anchor": (
        Text("Якоря и ссылки YAML («&», «*») не допускаются.", "YAML anchors and aliases ('&', '*') are not allowed."),
        Text(
            "Повторяющееся условие вынесите в criteria и ссылайтесь через use.",
            "Move a repeated condition to criteria and refer to it by use.",
        ),
    ),
    "tag": (
        Text("Теги YAML ({found}) не допускаются.", "YAML tags ({found}) are not allowed."),
        Text("Уберите тег: все значения читаются как текст.", "Remove the tag: every value is read as text."),
    ),
    "too-deep": (
        Text("Вложенность больше {expected}.", "Nesting is deeper than {expected}."),
        Text("Вынесите части в criteria.", "Move parts to criteria."),
    ),
    "duplicate-key": (
        Text("Ключ «{found}» записан дважды.", "The key '{found}' stands twice."),
        Text("Оставьте одну запись.", "Keep one of them."),
    ),
    "empty-value": (
        Text("После «{found}:» нет значения.", "There is no value after '{found}:'."),
        Text("Впишите значение или удалите ключ.", "Write a value or remove the key."),
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
    "wrong-value": (
        Text("Здесь «{found}», ожидается {expected}.", "Found '{found}', expected {expected}."),
        None,
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
        Text("«override: true», но у родителей нет «{found}».", "'override: true', but no parent has '{found}'."),
        Text("Исправьте идентификатор или уберите override.", "Mend the id or remove override."),
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
        None,
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
    "unknown-subject": (
        Text("Неизвестный субъект «{found}».", "Unknown subject '{found}'."),
        Text("Объявите его в разделе subjects.", "Declare it in the section subjects."),
    ),
    "unknown-activity": (
        Text("Неизвестный вид деятельности «{found}».", "Unknown activity '{found}'."),
        Text("Объявите его в разделе activities.", "Declare it in the section activities."),
    ),
    "unknown-act": (
        Text("Неизвестный акт «{found}».", "Unknown act '{found}'."),
        Text("Акты перечисляет policy.yaml.", "policy.yaml lists the acts."),
    ),
    "operator-count": (
        Text("В сравнении должен быть один оператор, здесь: {found}.", "A comparison has one operator, here: {found}."),
        Text("Операторы этого факта: {expected}.", "Operators of this fact: {expected}."),
    ),
    "wrong-operator": (
        Text("Оператор «{found}» не подходит этому факту.", "The operator '{found}' does not suit this fact."),
        Text("Подходят: {expected}.", "Suitable: {expected}."),
    ),
    "wrong-count": (
        Text("Требуется {found} из {expected} частей.", "It asks for {found} of {expected} parts."),
        Text(
            "Число — от 1 до количества частей в of.",
            "The number lies between 1 and the number of parts in 'of'.",
        ),
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
        None,
    ),
    "fact-definition": (
        Text("Факт описан неверно: {expected}.", "The fact is not well defined: {expected}."),
        None,
    ),
    "dates-reversed": (
        Text("Дата окончания {found} раньше начала {expected}.", "The end {found} precedes the start {expected}."),
        None,
    ),
    "overlapping-versions": (
        Text(
            "Версии действуют одновременно: эта с {found}, другая {expected}.",
            "Versions are in force at the same time: this one from {found}, another {expected}.",
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
}
