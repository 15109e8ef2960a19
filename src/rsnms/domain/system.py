"""What acts say about the system as a whole: the kinds of its provisions, governance, documents and obligations."""

from enum import StrEnum


class ProvisionKind(StrEnum):
    """What a provision (положение акта) lays down."""

    SCOPE = "scope"
    """What the act regulates and for whom (предмет регулирования)."""
    GOAL = "goal"
    TASK = "task"
    PRINCIPLE = "principle"
    APPROACH = "approach"
    """A methodological approach (методологический подход)."""
    STRUCTURE = "structure"
    """Which levels, parts and participants the system has."""
    DIRECTION = "direction"
    """A direction of activity (направление деятельности)."""
    EVENT = "event"
    """A system-forming event (системообразующее мероприятие)."""
    MECHANISM = "mechanism"
    """A mechanism of interaction or of functioning (механизм взаимодействия)."""
    CHANNEL = "channel"
    """A channel of interaction (канал взаимодействия)."""
    MATTER = "matter"
    """A matter of interaction (предмет взаимодействия)."""
    FORM = "form"
    """A form of methodical work (форма методической работы)."""
    MODEL = "model"
    """A model of a methodical service (модель методической службы)."""
    FEATURE = "feature"
    """A feature of a model or a direction (признак модели)."""
    METHOD = "method"
    """A method of collecting information (метод сбора информации)."""
    FINANCING = "financing"
    RESOURCE = "resource"
    """An information resource that the act names."""
    RULE = "rule"
    """Any other rule: how something is done, chosen or counted."""


class Relation(StrEnum):
    """What one subject does with regard to another subject, a document or the whole system (управление)."""

    COORDINATES = "coordinates"
    LEADS = "leads"
    """General management (общее руководство)."""
    FORMS = "forms"
    """Creates or forms a body (создаёт, формирует состав)."""
    CONVENES = "convenes"
    """Holds the meetings (проводит заседания)."""
    APPOINTS = "appoints"
    APPROVES = "approves"
    PROPOSES = "proposes"
    DECIDES = "decides"
    SUPPORTS = "supports"
    """Gives scientific and methodical support (научно-методическое сопровождение деятельности)."""
    CONTROLS = "controls"
    """Controls the execution (контроль за исполнением)."""
    FINANCES = "finances"
    INTERACTS = "interacts"
    """Works in interaction with (во взаимодействии с)."""


class DocumentKind(StrEnum):
    """What a document is."""

    REGULATION = "regulation"
    """Положение, регламент."""
    ROADMAP = "roadmap"
    """Комплекс мер, дорожная карта."""
    PLAN = "plan"
    AGREEMENT = "agreement"
    """Соглашение, with its parties."""
    ORDER = "order"
    """Приказ, распоряжение, another administrative act."""
    MINUTES = "minutes"
    """Протоколы."""
    ANALYSIS = "analysis"
    """Анализ, отчёт."""
    RECOMMENDATIONS = "recommendations"
    """Методические или адресные рекомендации."""
    DATABASE = "database"
    """Банк данных, паспорт, реестр."""
    MATERIALS = "materials"
    """Методические материалы."""
    OTHER = "other"


class ObligationKind(StrEnum):
    """What has to happen."""

    MEETING = "meeting"
    MONITORING = "monitoring"
    ANALYSIS = "analysis"
    """An analysis and the recommendations that follow from it."""
    PUBLICATION = "publication"
    INFORMING = "informing"
    TRAINING = "training"
    APPOINTMENT = "appointment"
    ESTABLISHMENT = "establishment"
    """Creating a body or giving it its powers."""
    MEASURE = "measure"
    """Any other measure of a roadmap (мероприятие дорожной карты)."""


class ForEach(StrEnum):
    """Whom a duty binds one by one."""

    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
