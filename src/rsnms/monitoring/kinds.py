"""The kinds of duties in words: how people name them in tables, and how they are called in reports."""

from rsnms.domain.system import DocumentKind, ObligationKind
from rsnms.domain.text import Text
from rsnms.rosters.spelling import words

KINDS: dict[str, Text] = {
    DocumentKind.REGULATION: Text("положение", "regulation"),
    DocumentKind.ROADMAP: Text("дорожная карта", "roadmap"),
    DocumentKind.PLAN: Text("план", "plan"),
    DocumentKind.AGREEMENT: Text("соглашение", "agreement"),
    DocumentKind.ORDER: Text("приказ", "order"),
    DocumentKind.MINUTES: Text("протокол", "minutes"),
    DocumentKind.ANALYSIS: Text("анализ", "analysis"),
    DocumentKind.RECOMMENDATIONS: Text("рекомендации", "recommendations"),
    DocumentKind.DATABASE: Text("банк данных", "database"),
    DocumentKind.MATERIALS: Text("материалы", "materials"),
    DocumentKind.OTHER: Text("другой документ", "other document"),
    ObligationKind.MEETING: Text("заседание", "meeting"),
    ObligationKind.MONITORING: Text("мониторинг", "monitoring"),
    ObligationKind.PUBLICATION: Text("публикация", "publication"),
    ObligationKind.INFORMING: Text("информирование", "informing"),
    ObligationKind.TRAINING: Text("обучение", "training"),
    ObligationKind.APPOINTMENT: Text("назначение", "appointment"),
    ObligationKind.ESTABLISHMENT: Text("создание", "establishment"),
    ObligationKind.MEASURE: Text("мероприятие", "measure"),
}
"""By kind; ``analysis`` is a kind of documents and of obligations alike."""

_SYNONYMS: dict[str, tuple[str, ...]] = {
    DocumentKind.REGULATION: ("регламент",),
    DocumentKind.ROADMAP: ("комплекс мер", "комплекс мер (дорожная карта)"),
    DocumentKind.AGREEMENT: ("договор", "договор о сотрудничестве", "трёхстороннее соглашение"),
    DocumentKind.ORDER: ("распоряжение", "постановление"),
    DocumentKind.MINUTES: ("протоколы",),
    DocumentKind.ANALYSIS: ("отчёт", "аналитический отчёт", "аналитическая справка"),
    DocumentKind.RECOMMENDATIONS: ("методические рекомендации", "адресные рекомендации"),
    DocumentKind.DATABASE: ("база данных", "паспорт", "реестр"),
    DocumentKind.MATERIALS: ("методические материалы",),
    ObligationKind.PUBLICATION: ("размещение на сайте",),
    ObligationKind.TRAINING: ("повышение квалификации",),
    ObligationKind.MEASURE: ("мероприятие дорожной карты",),
}

_NAMED = {
    words(name): str(kind)
    for kind, title in KINDS.items()
    for name in (str(kind), title.ru, title.in_("en"), *_SYNONYMS.get(kind, ()))
}


def kind_named(text: str) -> str | None:
    """The kind that a text names, by its id or in words; case and punctuation make no difference."""
    return _NAMED.get(words(text))


def kind_title(kind: str) -> Text:
    """The name of a kind for people."""
    return KINDS[kind]
