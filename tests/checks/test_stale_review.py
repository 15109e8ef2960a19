"""RS303: a review is due on its day, and overdue on the next."""

from datetime import date

import pytest

from checks.findings import IDENTITY, found, packaged, places
from rsnms.checks.time.stale_review import CHECK

REVIEWED = {"policy.yaml": f"review_by: 2025-03-01\n{IDENTITY}"}


@pytest.mark.parametrize(("on", "number"), [(date(2025, 3, 1), 0), (date(2025, 3, 2), 1), (date(2023, 1, 1), 0)])
def test_the_day_itself_is_still_in_time_and_another_version_is_not_looked_at(tmp_path, on, number):
    assert len(found(CHECK, tmp_path, REVIEWED, on)) == number


def test_the_words(tmp_path):
    [finding] = found(CHECK, tmp_path, REVIEWED, date(2026, 1, 1))
    assert places([finding], tmp_path) == ["policy.yaml:1:12"]
    assert finding.message.ru == (
        "Политику надо было сверить с актами не позднее 01.03.2025. Сверьте её и назовите день следующей сверки."
    )


def test_without_a_day_nothing_is_due(tmp_path):
    assert found(CHECK, tmp_path, {}, date(2099, 1, 1)) == []


def test_every_packaged_policy_has_a_day():
    assert packaged(CHECK, date(2027, 9, 1)) == []
    assert len(packaged(CHECK, date(2027, 9, 2))) == 6
