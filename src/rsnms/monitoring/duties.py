"""Duties (обязательства): every document that has to exist and everything that has to happen, in one shape."""

from dataclasses import dataclass
from datetime import date

from rsnms.domain.subject import Modality
from rsnms.domain.text import Text
from rsnms.policy.model import Policy
from rsnms.policy.system import Document, Obligation, Schedule

_NOT_BINDING = (Modality.MAY, Modality.RECOMMENDED, Modality.BASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """A document or an obligation of a policy, as something that evidence shows to be done."""

    id: str
    """The element's id; where a document and an obligation share it, ``document:…`` or ``obligation:…``."""
    element: Document | Obligation
    responsible: tuple[str, ...]
    """The subjects that see to it; of an agreement for which the act names nobody else, its parties."""
    involved: tuple[str, ...]
    """All subjects that the act names in it: the responsible, the one whom it concerns, the parties."""
    until: date | None
    """The last day on which it binds, where one is known: stated, or that of its act."""

    @property
    def title(self) -> Text:
        """Its short title."""
        return self.element.title

    @property
    def kind(self) -> str:
        """What it is: a kind of document or of obligation, such as ``agreement`` or ``meeting``."""
        return str(self.element.kind)

    @property
    def schedule(self) -> Schedule:
        """When it is due."""
        return self.element.schedule

    @property
    def clause(self) -> str | None:
        """The clause of the act that states it."""
        return self.element.clause

    @property
    def modality(self) -> Modality | None:
        """The force with which the act says it."""
        return self.element.modality

    @property
    def origin(self) -> str:
        """The policy that states it."""
        return self.element.origin

    @property
    def result(self) -> str | None:
        """What proves it, in the words of a roadmap."""
        return self.element.result if isinstance(self.element, Obligation) else None

    @property
    def is_binding(self) -> bool:
        """Whether it has to be done; what is recommended or permitted has not. Without a modality it has."""
        return self.modality not in _NOT_BINDING


def duties(policy: Policy) -> tuple[Duty, ...]:
    """Every document and every obligation of a policy, inherited ones included, in the order of its files."""
    shared = set(policy.documents) & set(policy.obligations)

    def duty(element: Document | Obligation, section: str) -> Duty:
        id_ = f"{section}:{element.id}" if element.id in shared else element.id
        return Duty(id_, element, _responsible(element), _involved(element), _until(element, policy))

    documents = (duty(document, "document") for document in policy.documents.values())
    obligations = (duty(obligation, "obligation") for obligation in policy.obligations.values())
    return (*documents, *obligations)


def _responsible(element: Document | Obligation) -> tuple[str, ...]:
    if isinstance(element, Obligation):
        return element.by
    return _names(element.prepared_by, element.approved_by) or element.parties


def _involved(element: Document | Obligation) -> tuple[str, ...]:
    parties = element.parties if isinstance(element, Document) else ()
    return _names(*_responsible(element), element.of, *parties)


def _names(*ids: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ is not None))


def _until(element: Document | Obligation, policy: Policy) -> date | None:
    """The last day of a duty; an inherited one binds as long as the policy's period lasts."""
    if element.origin == policy.id:
        ends = next((act.until for act in policy.acts if act.id == element.act), None)
    else:
        ends = policy.until
    stated = [day for day in (element.schedule.until, ends) if day is not None]
    return min(stated, default=None)
