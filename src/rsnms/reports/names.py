"""The words for kinds, levels and relations of a policy's elements."""

from rsnms.domain.level import Level
from rsnms.domain.subject import SubjectKind
from rsnms.domain.system import ForEach, Relation
from rsnms.domain.text import Lang, Text

LEVELS = {
    Level.FEDERAL: Text("федеральный", "federal"),
    Level.REGIONAL: Text("региональный", "regional"),
    Level.MUNICIPAL: Text("муниципальный", "municipal"),
    Level.INSTITUTIONAL: Text("институциональный", "institutional"),
}
SUBJECT_KINDS = {
    SubjectKind.AUTHORITY: Text("орган управления образованием", "education authority"),
    SubjectKind.ORGANISATION: Text("организация", "organisation"),
    SubjectKind.CENTRE: Text("центр", "centre"),
    SubjectKind.SERVICE: Text("методическая служба", "methodical service"),
    SubjectKind.COLLEGIAL_BODY: Text("коллегиальный орган", "collegial body"),
    SubjectKind.ASSOCIATION: Text("объединение", "association"),
    SubjectKind.COMMUNITY: Text("сообщество", "community"),
    SubjectKind.ACTIVE: Text("методический актив", "methodical active"),
    SubjectKind.PAIR: Text("пара педагогов", "pair of educators"),
    SubjectKind.ROLE: Text("роль", "role"),
}
RELATIONS = {
    Relation.COORDINATES: Text("координирует", "coordinates"),
    Relation.LEADS: Text("руководит", "leads"),
    Relation.FORMS: Text("формирует", "forms"),
    Relation.CONVENES: Text("созывает", "convenes"),
    Relation.APPOINTS: Text("назначает", "appoints"),
    Relation.APPROVES: Text("утверждает", "approves"),
    Relation.PROPOSES: Text("предлагает", "proposes"),
    Relation.DECIDES: Text("решает", "decides"),
    Relation.SUPPORTS: Text("сопровождает", "supports"),
    Relation.CONTROLS: Text("контролирует", "controls"),
    Relation.FINANCES: Text("финансирует", "finances"),
    Relation.INTERACTS: Text("взаимодействует", "interacts with"),
}
FOR_EACH = {
    ForEach.MUNICIPALITY: Text("в каждом муниципалитете", "in each municipality"),
    ForEach.ORGANISATION: Text("в каждой организации", "in each organisation"),
}
KINDS = {
    "basis": Text("правовое основание", "legal basis"),
    "repeal": Text("отменённый акт", "repealed act"),
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
    "competency": Text("компетенция", "competency"),
    "instrument": Text("инструмент диагностики", "instrument"),
    "route-rule": Text("правило маршрута", "route rule"),
    "eligibility": Text("право на включение", "eligibility"),
    "ground": Text("основание", "ground"),
}
"""By kind of record."""


def kind_words(kind: str, lang: Lang = "ru") -> str:
    """The name of a record's kind."""
    return KINDS[kind].in_(lang)
