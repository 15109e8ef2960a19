"""RS301: who needs a date, and what counts as one."""

import pytest

from checks.findings import found, places
from rsnms.checks.time.undated_duty import CHECK


def test_an_obligation_and_a_plan_need_a_date(tmp_path):
    files = {
        "obligations.yaml": "obligations: [{id: o, kind: monitoring, title: Мониторинг}]\n",
        "documents.yaml": "documents:\n  - {id: p, kind: plan, title: План}\n  - {id: r, kind: regulation, title: Р}\n",
    }
    findings = found(CHECK, tmp_path, files)
    assert places(findings, tmp_path) == ["documents.yaml:2:10", "obligations.yaml:1:20"]
    assert findings[1].message.ru == (
        "«Мониторинг»: срок не указан, и проверка исполнения не скажет, просрочено ли это. "
        "Назовите срок (every, due) или слова акта о нём (date_note)."
    )


@pytest.mark.parametrize(
    "stated", ["every: year", "due: 2025-05-01", "date_note: весной", "modality: may", "modality: recommended"]
)
def test_a_date_or_no_duty(tmp_path, stated):
    files = {"obligations.yaml": f"obligations: [{{id: o, kind: monitoring, title: М, {stated}}}]\n"}
    assert found(CHECK, tmp_path, files) == []
