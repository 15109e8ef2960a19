"""How to fill in a column, in words: for the notes and the guide of a template."""

from rsnms.domain.fact import Fact, FactType
from rsnms.domain.text import Lang, Text
from rsnms.rosters.cell_problems import range_words

YES_NO = ("да", "нет")
"""What the drop-down lists of booleans offer; it reads back in either language."""

_HOW: dict[FactType, Text] = {
    FactType.BOOLEAN: Text("«да» или «нет»", "'да' (yes) or 'нет' (no)"),
    FactType.INTEGER: Text("целое число", "a whole number"),
    FactType.NUMBER: Text("число", "a number"),
    FactType.DATE: Text("дата: день, месяц и год четырьмя цифрами", "a date with a year of four digits"),
    FactType.DURATION: Text(
        "годы и месяцы («12 лет 3 мес.») или целое число лет", "years and months ('12 лет 3 мес.') or whole years"
    ),
    FactType.CHOICE: Text("одно значение из списка", "one value of the list"),
    FactType.CHOICES: Text(
        "значения из списка через «;»; если их нет — «нет»", "values of the list separated by ';'; 'нет' for none"
    ),
    FactType.TEXT: Text("текст", "a text"),
    FactType.TEXTS: Text("тексты через «;»; если их нет — «нет»", "texts separated by ';'; 'нет' for none"),
}


def how_to_fill(fact: Fact, lang: Lang) -> str:
    """The form in which the fact is written, with its unit and limits."""
    parts = [_HOW[fact.type].in_(lang)]
    if fact.unit:
        english = fact.unit.en[1] if fact.unit.en else fact.unit.many
        parts.append(f"единица: {fact.unit.many}" if lang == "ru" else f"unit: {english}")
    if fact.type.is_ordered and (limits := range_words(fact, lang)):
        parts.append(limits)
    return "; ".join(parts)


def example(fact: Fact, lang: Lang) -> str:
    """A cell as it may look."""
    titles = [value.title.in_(lang) for value in fact.values]
    match fact.type:
        case FactType.BOOLEAN:
            return YES_NO[0]
        case FactType.INTEGER:
            return str(_between(fact, 7))
        case FactType.NUMBER:
            return str(_between(fact, 3.5)).replace(".", "," if lang == "ru" else ".")
        case FactType.DATE:
            return "31.01.2024"
        case FactType.DURATION:
            return "12 лет 3 мес."
        case FactType.CHOICE:
            return titles[-1]
        case FactType.CHOICES:
            return "; ".join(titles[:2])
    return "физика; математика" if fact.type is FactType.TEXTS else "…"


def _between(fact: Fact, number: float) -> float:
    low = fact.lowest if isinstance(fact.lowest, int | float) else number
    high = fact.highest if isinstance(fact.highest, int | float) else number
    return min(max(number, low), high)


def note(fact: Fact, lang: Lang) -> str:
    """The note on a heading: the question, how to fill in, what proves it, an example."""
    lines = [fact.question.in_(lang) if fact.question else fact.title.in_(lang), how_to_fill(fact, lang).capitalize()]
    if fact.evidence:
        lines.append(("Подтверждает: " if lang == "ru" else "Evidence: ") + fact.evidence.in_(lang))
    lines.append(("Пример: " if lang == "ru" else "Example: ") + example(fact, lang))
    return "\n".join(lines)


GENERAL: tuple[Text, ...] = (
    Text(
        "Одна строка — один человек. Заголовки и порядок столбцов можно менять в пределах понятных названий.",
        "One row is one person. Columns may change places.",
    ),
    Text(
        "Пустая ячейка значит «сведений нет»: решение скажет, чего не хватает.",
        "An empty cell means that nothing is known: the decision will say what is missing.",
    ),
    Text(
        "Несколько значений в одной ячейке разделяйте точкой с запятой. «нет» или «-» значит, что их точно нет.",
        "Separate several values in a cell by semicolons. 'нет' or '-' means that there are none.",
    ),
    Text(
        "Фамилии, телефоны и номера документов не нужны. Если добавите такие столбцы, они не читаются.",
        "Names, telephones and numbers of documents are not needed. Such columns are not read.",
    ),
)
