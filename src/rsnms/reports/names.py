"""The words for kinds, levels and relations of a policy's elements."""

from rsnms.domain.level import Level
from rsnms.domain.text import Lang, Text

LEVELS = {
    Level.FEDERAL: Text("федеральный", "federal"),
    Level.REGIONAL: Text("региональный", "regional"),
    Level.MUNICIPAL: Text("муниципальный", "municipal"),
    Level.INSTITUTIONAL: Text("институциональный", "institutional"),
}
KINDS = {
    "basis": Text("правовое основание", "legal basis"),
    "term": Text("термин", "term"),
    "activity": Text("вид деятельности", "activity"),
    "criterion": Text("критерий", "criterion"),
    "fact": Text("факт", "fact"),
    "subject": Text("субъект", "subject"),
    "function": Text("функция", "function"),
    "right": Text("право", "right"),
    "duty": Text("обязанность", "duty"),
    "scope": Text("предмет регулирования", "scope"),
    "goal": Text("цель", "goal"),
    "task": Text("задача", "task"),
    "principle": Text("принцип", "principle"),
    "approach": Text("подход", "approach"),
    "structure": Text("структура", "structure"),
    "direction": Text("направление", "direction"),
    "event": Text("системообразующее мероприятие", "system-forming event"),
    "mechanism": Text("механизм", "mechanism"),
    "channel": Text("канал взаимодействия", "channel"),
    "matter": Text("предмет взаимодействия", "matter of interaction"),
    "form": Text("форма работы", "form of work"),
    "model": Text("модель службы", "model of a service"),
    "feature": Text("признак", "feature"),
    "method": Text("метод сбора сведений", "method of collection"),
    "financing": Text("финансирование", "financing"),
    "resource": Text("информационный ресурс", "information resource"),
    "rule": Text("правило", "rule"),
    "governance": Text("управление", "governance"),
    "document": Text("документ", "document"),
    "section": Text("раздел документа", "section of a document"),
    "obligation": Text("обязательство", "obligation"),
    "indicator": Text("показатель", "indicator"),
    "eligibility": Text("право на включение", "eligibility"),
    "ground": Text("основание", "ground"),
}
"""By kind of record."""


def kind_words(kind: str, lang: Lang = "ru") -> str:
    """The name of a record's kind."""
    return KINDS[kind].in_(lang)
