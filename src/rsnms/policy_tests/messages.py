"""What can be wrong with cases, in words; mistakes that policies have too are told in the words of policies."""

from dataclasses import dataclass
from typing import ClassVar

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.messages import TEXTS
from rsnms.policy.problems import Problem, in_order

_KNOWN = Text("Есть: {expected}.", "There are: {expected}.")

_TEXTS: dict[str, tuple[Text, Text | None]] = {
    "asserts-nothing": (
        Text("Тест ничего не утверждает.", "The test asserts nothing."),
        Text("Впишите в expect хотя бы один из ключей {expected}.", "Write at least one of the keys {expected}."),
    ),
    "no-subject": (
        Text("Не сказано, что проверяет тест.", "The test does not say what it tests."),
        Text(
            "Нужен один из ключей: eligibility — право на включение, routes или deficits — правила маршрутов, "
            "indicator — показатель.",
            "One of these keys is needed: eligibility, routes or deficits (the rules of routes), indicator.",
        ),
    ),
    "requirement-without-words": (
        Text("Не сказано, какое требование ожидается.", "The requirement is not described."),
        Text("Назовите хотя бы rule или measure.", "Name its rule or its measure."),
    ),
    "duplicate-name": (
        Text("Тест с названием «{found}» в этом файле уже есть.", "This file has a test named '{found}' already."),
        Text("Назовите иначе: по названию тест находят.", "Name it otherwise: tests are found by name."),
    ),
    "no-day": (
        Text("Не сказано, на какой день проверять.", "The day of the test is not stated."),
        Text(
            "Впишите on: дата в тест или в начало файла; «сегодня» тесту не подходит.",
            "Write 'on: DATE' in the test or above all tests; a test cannot ask about today.",
        ),
    ),
    "no-jurisdiction": (
        Text(
            "Ни в папке файла, ни выше нет policy.yaml, поэтому неизвестно, чью политику проверяют.",
            "Neither the folder of the file nor one above holds a policy.yaml, so its jurisdiction is not known.",
        ),
        Text(
            "Положите файл рядом с политикой или впишите policy: её идентификатор.",
            "Put the file beside the policy or name it: 'policy: ID'.",
        ),
    ),
    "unknown-policy": (Text("Неизвестная политика «{found}».", "Unknown policy '{found}'."), _KNOWN),
    "not-on-that-day": (
        Text("{found} не действует на {expected}.", "{found} is not in force on {expected}."),
        Text("Выберите другой день (on).", "Choose another day (on)."),
    ),
    "unknown-persons": (
        Text("В persons нет набора «{found}».", "'persons' has no set '{found}'."),
        Text("Опишите его в начале файла.", "Describe it at the head of the file."),
    ),
    "unused-persons": (
        Text("Набором «{found}» не пользуется ни один тест.", "No test uses the set '{found}'."),
        Text("Сошлитесь на него ключом like или удалите его.", "Refer to it with 'like' or remove it."),
    ),
    "unknown-fact": (
        Text("Неизвестный факт «{found}».", "Unknown fact '{found}'."),
        Text(
            "Факты перечисляет «rsnms show ПОЛИТИКА»; здесь нужны факты о: {expected}.",
            "'rsnms show POLICY' lists the facts; facts about a {expected} are needed here.",
        ),
    ),
    "facts-of-another": (
        Text(
            "Факты стоят под ключом {found}, а условия этого права — о другом.",
            "The facts stand under {found}, but the conditions are about something else.",
        ),
        Text("Напишите их под ключом {expected}.", "Write them under the key {expected}."),
    ),
    "unknown-eligibility": (
        Text("Неизвестное право на включение «{found}».", "Unknown eligibility '{found}'."),
        _KNOWN,
    ),
    "unknown-ground": (Text("У этого права нет основания «{found}».", "There is no ground '{found}'."), _KNOWN),
    "unknown-rule": (Text("Неизвестное правило маршрутов «{found}».", "Unknown rule of routes '{found}'."), _KNOWN),
    "unknown-provider": (
        Text("Неизвестный субъект «{found}».", "Unknown subject '{found}'."),
        Text(
            "Субъекты перечисляет «rsnms show ПОЛИТИКА»; если никого быть не должно — none.",
            "'rsnms show POLICY' lists the subjects; where there must be none, write none.",
        ),
    ),
    "unknown-competency": (
        Text("Неизвестная компетенция «{found}».", "Unknown competency '{found}'."),
        Text("Компетенции перечисляет раздел competencies.", "The section competencies lists them."),
    ),
    "unknown-indicator": (Text("Неизвестный показатель «{found}».", "Unknown indicator '{found}'."), _KNOWN),
    "unknown-table": (Text("Неизвестная таблица «{found}».", "Unknown table '{found}'."), _KNOWN),
    "which-table": (
        Text(
            "Показатель считается не по одной таблице, поэтому table не подходит.",
            "The indicator is not counted from a single table, so 'table' does not suit.",
        ),
        Text("Напишите {expected}.", "Write {expected}."),
    ),
    "no-milestone": (
        Text("У показателя нет рубежа {found}.", "The indicator has no milestone on {found}."),
        Text("На день теста есть: {expected}.", "On the day of the test there are: {expected}."),
    ),
    "repeated-value": (
        Text(
            "Значение «{found}» факта {expected} уже есть в vary.",
            "'vary' has the value '{found}' of {expected} already.",
        ),
        Text(
            "Оставьте его один раз: каждое значение — отдельный тест.",
            "State it once: each value is a test of its own.",
        ),
    ),
    "too-many-cases": (
        Text("Из vary выходит случаев: {found}.", "'vary' makes {found} cases."),
        Text("Разделите тест: в одном не больше {expected}.", "Split the test: at most {expected} in one."),
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class CaseProblem(Problem):
    """A mistake in a file of cases."""

    texts: ClassVar = {**TEXTS, **_TEXTS}


class CasesError(InputError):
    """Files of cases that cannot be used, with every mistake found in them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))

    def text(self, lang: Lang = "ru") -> str:
        """All mistakes, one on a line."""
        return "\n".join(problem.line(lang) for problem in self.problems)
