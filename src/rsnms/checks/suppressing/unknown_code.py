"""RS903: a suppression that names no code there is."""

from collections.abc import Iterator

from rsnms.checks import registry
from rsnms.checks.check import SUPPRESSING, Check, Finding, Scope, Severity
from rsnms.checks.suppressions import FILE, LINE, Suppression
from rsnms.domain.text import Text
from rsnms.policy.messages import NEAREST, TEXTS
from rsnms.policy.problems import Place, nearest


def find(scope: Scope) -> Iterator[Finding]:
    """Look for words of suppressions that are no codes of findings, or of such as cannot be suppressed."""
    for one in scope.suppressions:
        for column, message in _mistakes(one):
            place = Place(one.place.file, one.place.line, column)
            yield Finding(CHECK.code, place, message, one.policy)


def _mistakes(one: Suppression) -> Iterator[tuple[int, Text]]:
    if one.word not in (LINE, FILE):
        yield one.place.column, _no_word(one.word)
        return
    if not one.named:
        yield (
            one.place.column,
            Text(
                f"Не назван код замечания: «# rsnms: {one.word} RS101 — причина».",
                f"No code of a finding is named: '# rsnms: {one.word} RS101 — reason'.",
            ),
        )
    for code, column in one.named:
        message = _no_code(code)
        if message:
            yield column, message


def _no_word(word: str) -> Text:
    guess = nearest(word, (LINE, FILE)) or LINE
    return Text(
        f"После «rsnms:» стоит {LINE} или {FILE}, здесь «{word}». {NEAREST.ru.format(nearest=guess)}",
        f"After 'rsnms:' stands {LINE} or {FILE}, here '{word}'. {NEAREST.in_('en').format(nearest=guess)}",
    )


def _no_code(code: str) -> Text | None:
    checks = registry.by_code()
    if code in TEXTS:
        return Text(
            f"«{code}» — ошибка в записи политики. Такие не подавляют, их исправляют.",
            f"'{code}' is a mistake of the policy's form. Such are not suppressed but mended.",
        )
    if code in checks:
        if checks[code].family != SUPPRESSING:
            return None
        return Text(f"Замечания {code} подавить нельзя.", f"Findings of {code} cannot be suppressed.")
    by_name = {check.name: check.code for check in checks.values()}
    guess = by_name.get(code) or nearest(code.upper(), checks) or by_name.get(nearest(code, by_name) or "")
    said = Text(f"Нет проверки с кодом «{code}».", f"There is no check of the code '{code}'.")
    if not guess:
        return said
    return Text(*(f"{said.in_(lang)} {NEAREST.in_(lang).format(nearest=guess)}" for lang in ("ru", "en")))


CHECK = Check(
    "RS903",
    "unknown-code",
    Severity.ERROR,
    Text("Неизвестный код в подавлении", "An unknown code in a suppression"),
    find,
)
