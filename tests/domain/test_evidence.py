from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from rsnms.domain.evidence import Evidence

MEETING = Evidence(on=date(2024, 2, 1), kind="meeting")


def test_evidence_compares_by_content_and_does_not_change():
    assert Evidence(on=date(2024, 2, 1), kind="meeting") == MEETING
    with pytest.raises(ValidationError):
        MEETING.kind = "plan"


@pytest.mark.parametrize(
    "stated",
    [
        {"kind": "meeting"},
        {"on": date(2024, 2, 1)},
        {"on": "2024-02-01", "kind": "meeting"},
        {"on": datetime(2024, 2, 1, tzinfo=UTC), "kind": "meeting"},
        {"on": date(2024, 2, 1), "kind": "meeting", "period": "2024"},
        {"on": date(2024, 2, 1), "kind": "meeting", "when": "2024"},
    ],
)
def test_it_takes_no_other_types_and_nothing_unknown(stated):
    with pytest.raises(ValidationError):
        Evidence(**stated)
