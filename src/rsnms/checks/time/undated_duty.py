"""RS301: what has to be done, and no day or period says by when."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import versions
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind
from rsnms.domain.text import Text
from rsnms.policy.system_forms import DocumentForm, ObligationForm

_NOT_BINDING = (Modality.MAY, Modality.RECOMMENDED, Modality.BASE)
_TIMED = (DocumentKind.ROADMAP, DocumentKind.PLAN, DocumentKind.ANALYSIS)
"""Documents that are for a time; a regulation or an agreement just has to be there."""


def find(scope: Scope) -> Iterator[Finding]:
    """Find binding obligations, and plans, roadmaps and analyses, without ``every``, ``due`` and ``date_note``."""
    for version in versions(scope):
        for written in version.stated("documents", "obligations"):
            if _needs_a_date(written.form) and not _has_a_date(written.form):
                yield version.finding(CHECK.code, written, ("id",), _message(written.form.title.ru))


def _needs_a_date(form: DocumentForm | ObligationForm) -> bool:
    is_timed = isinstance(form, ObligationForm) or form.kind in _TIMED
    return is_timed and form.modality not in _NOT_BINDING


def _has_a_date(form: DocumentForm | ObligationForm) -> bool:
    return bool(form.every or form.due or form.date_note)


def _message(title: str) -> Text:
    return Text(
        f"«{title}»: срок не указан, и проверка исполнения не скажет, просрочено ли это. "
        "Назовите срок (every, due) или слова акта о нём (date_note).",
        f"'{title}' has no date, so an audit cannot say whether it is late. "
        "State when it is due (every, due) or what the act says of it (date_note).",
    )


CHECK = Check(
    "RS301",
    "duty-without-date",
    Severity.NOTE,
    Text("Обязанность без срока", "A duty without a date"),
    find,
)
