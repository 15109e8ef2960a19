"""Evidence (свидетельство): what shows that something exists or has happened."""

from datetime import date

from rsnms.domain.base import Value
from rsnms.domain.period import Period


class Evidence(Value):
    """One document or event: a signed agreement, the minutes of a meeting, a page on a site.

    ``kind`` names a duty by its id or title, or says what it is ("meeting", «заседание»); ``subject`` names whose it
    is: a subject of the policy, or a municipality or an organisation. What they mean is decided when it is matched
    with a policy.
    """

    on: date
    """The day of the event, or that from which the document is in force."""
    kind: str
    subject: str | None = None
    title: str | None = None
    link: str | None = None
    period: Period | None = None
    """The period for which it was done, where that is not the one in which ``on`` lies."""
    row: int | None = None
    """The row of the table from which it was read."""
