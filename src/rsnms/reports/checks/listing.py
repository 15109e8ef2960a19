"""The checks there are, as a list; and the words of one code."""

import re
from collections.abc import Sequence

from rsnms.checks import registry
from rsnms.checks.check import Check
from rsnms.checks.pages import page
from rsnms.domain.text import Lang, Text
from rsnms.policy.messages import TEXTS
from rsnms.policy.model import UnknownNameError
from rsnms.reports.checks.words import SEVERITIES
from rsnms.reports.listing import Column, Listing, Row


def checks_list(checks: Sequence[Check], lang: Lang = "ru") -> Listing:
    """Code, name, severity and title of checks."""
    columns = (
        Column("code", Text("Код", "Code")),
        Column("name", Text("Имя", "Name")),
        Column("severity", Text("Тяжесть", "Severity")),
        Column("title", Text("Что находит", "Finds")),
    )
    return Listing(columns, [_row(check, lang) for check in checks], lang)


def _row(check: Check, lang: Lang) -> Row:
    title = check.title.in_(lang)
    record = {"code": check.code, "name": check.name, "severity": str(check.severity), "title": title}
    return Row(record, (check.code, check.name, SEVERITIES[check.severity][0].in_(lang), title))


def explanation(word: str, lang: Lang = "ru") -> str:
    """The page of a check, named by code or name, or the words of a mistake of the policy's form, by code.

    Raises:
        UnknownNameError: there is neither; the message names the nearest.
    """
    if word in TEXTS:
        return mistake_explained(word, lang)
    checks = registry.by_code()
    named = checks | {check.name: check for check in checks.values()}
    if word not in named:
        raise UnknownNameError(Text("кода", "code"), word, named | dict.fromkeys(TEXTS))
    return check_explained(named[word], lang)


def check_explained(check: Check, lang: Lang) -> str:
    """The page of a check."""
    written = page(check.code, lang)
    if written is None:
        return f"# {check.code} {check.name}\n\n{check.title.in_(lang)}\n"
    said = "There is no English page of this check; here is the Russian one.\n\n" if lang != written.lang else ""
    return said + written.text


def mistake_explained(code: str, lang: Lang) -> str:
    """The words of a mistake by which a policy is not valid."""
    said = "A policy with this mistake is not valid." if lang == "en" else "С этой ошибкой политика недействительна."
    parts = [f"# {code}", *(_open(text.in_(lang)) for text in TEXTS[code] if text), said]
    return "\n\n".join(parts) + "\n"


def _open(template: str) -> str:
    """A message with "…" for the words of the single case."""
    opened = re.sub(r"\{(found|expected|nearest)\}", "…", template).replace("{{", "{").replace("}}", "}")
    return opened.replace("….", "…")
