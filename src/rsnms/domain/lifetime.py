"""What no life contradicts: nobody works before fourteen, nothing of a person precedes the birth."""

EARLIEST_WORK = 14 * 12
"""The age in months before which nobody works (Labour Code of the Russian Federation, art. 63)."""
BIRTH_DATE = "birth_date"
WORK_STARTED_ON = "work_started_on"
AGE = "age"
YEARS_IN_PROFESSION = "years_in_profession"
"""The standard facts by which a life is checked; of a pair they stand behind ``mentor.`` and ``mentee.``."""


def beside(fact: str, other: str) -> str:
    """The name of another fact of the same person: ``mentor.age`` beside ``mentor.category``."""
    side, dot, _ = fact.rpartition(".")
    return f"{side}{dot}{other}"
