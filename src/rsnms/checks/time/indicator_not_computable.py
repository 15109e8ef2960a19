"""RS302: indicators that no passport can give a value."""

from collections.abc import Iterator

from rsnms.checks.check import Check, Finding, Scope, Severity
from rsnms.checks.stated import versions
from rsnms.domain.text import Text
from rsnms.monitoring.tables import TABLE_OF
from rsnms.policy.indicator_forms import IndicatorForm, StateForm, TallyForm
from rsnms.policy.problems import Path


def find(scope: Scope) -> Iterator[Finding]:
    """Find states of which nothing says what shows them, and counts by place of what a passport does not place."""
    for version in versions(scope):
        for written in version.stated("indicators"):
            form: IndicatorForm = written.form
            for path, message in (*_state(form, form.state), *_tally(form.count)):
                yield version.finding(CHECK.code, written, path, message)


def _state(form: IndicatorForm, state: StateForm | None) -> Iterator[tuple[Path, Text]]:
    if state is not None and not state.documents and not state.obligations and form.reading is None:
        yield (
            ("state",),
            Text(
                f"«{form.title.ru}»: не сказано, чем это подтверждается. Назовите документы или обязательства "
                "(documents, obligations), а если акт их не называет, объясните в reading, что считать свидетельством.",
                f"'{form.title.text().in_('en')}': nothing says what shows it. Name documents or obligations, or, "
                "where the act names none, say in reading what counts as evidence.",
            ),
        )


def _tally(tally: TallyForm | None) -> Iterator[tuple[Path, Text]]:
    if tally is None or tally.per is None:
        return
    table = TABLE_OF.get(tally.about)
    if table is not None and tally.per not in table.places:
        whose = {"municipality": ("муниципалитет", "municipality"), "organisation": ("организация", "organisation")}
        ru, en = whose[tally.per]
        yield (
            ("count", "per"),
            Text(
                f"В таблице «{table.title.ru}» не указывается {ru}, разложить строки по ним (per: {tally.per}) нельзя; "
                "считайте всех вместе или по другой таблице (about).",
                f"The table '{table.name}' does not name the {en} of its rows, so they cannot be counted by it "
                f"(per: {tally.per}); count all together, or the rows of another table (about).",
            ),
        )


CHECK = Check(
    "RS302",
    "indicator-not-computable",
    Severity.WARNING,
    Text("Показатель, который нечем посчитать", "An indicator that nothing can compute"),
    find,
)
