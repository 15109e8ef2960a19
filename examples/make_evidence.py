"""Makes the example evidence: for each of the five jurisdictions what its services might have on file.

Some duties are done in time, some late, some not at all; every table also has a row that fits no duty, as they come
in life. The same every time.
"""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from make_passport import MUNICIPALITIES

from rsnms import load_policies
from rsnms.domain.level import Level
from rsnms.domain.system import ForEach
from rsnms.monitoring.duties import Duty, duties
from rsnms.monitoring.occasions import periods
from rsnms.policy.model import Policy

FOLDER = Path(__file__).parent / "evidence"
SEED = 233
ON = date(2024, 11, 15)
POLICIES = ("ru/volgograd", "ru/leningrad", "ru/leningrad/kirovsk", "ru/yugra/megion", "ru/altai/ust-koksa")
HEADING = ("Дата", "Вид", "Субъект", "Название", "Ссылка", "Период")
ORGANISATIONS = ("МБОУ СОШ № 1 (Северный)", "МБОУ СОШ № 2 (Северный)", "МБОУ СОШ № 1 (Лесной)")


def main() -> None:
    """Write a table for each jurisdiction beside this file."""
    FOLDER.mkdir(exist_ok=True)
    tree = load_policies()
    for id_ in POLICIES:
        write_evidence(FOLDER / f"{id_.rpartition('/')[2]}.csv", tree[id_].on(ON))


def write_evidence(path: Path, policy: Policy, seed: int = SEED) -> None:
    """Write the evidence of one policy."""
    random = Random(seed)
    rows = [row for duty in duties(policy) for row in _of_duty(duty, policy, random)]
    rows.append((ON, "совещание при директоре", "", "Протокол № 7", "", ""))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADING)
        writer.writerows((f"{day:%d.%m.%Y}", *rest) for day, *rest in sorted(rows, key=lambda row: row[0]))


Row = tuple[date, str, str, str, str, str]


def _of_duty(duty: Duty, policy: Policy, random: Random) -> Iterator[Row]:
    for place in _places(duty, policy):
        for day in _days(duty, random):
            number = f"{day:%Y}-{random.randint(1, 99):02d}"
            yield day, duty.id, place, f"{duty.title.ru}, № {number}", f"https://example.org/{number}", ""


def _places(duty: Duty, policy: Policy) -> tuple[str, ...]:
    """The places for which there is evidence: not all of them."""
    match duty.schedule.for_each:
        case ForEach.MUNICIPALITY if policy.level is not Level.MUNICIPAL:
            return MUNICIPALITIES[:-1]
        case ForEach.ORGANISATION:
            return ORGANISATIONS
    return ("",)


def _days(duty: Duty, random: Random) -> Iterator[date]:
    """The days of the evidence: in most periods, around the due day, or some day since the duty began."""
    schedule = duty.schedule
    if schedule.every is not None:
        for period in periods(duty, ON):
            day = period.first + timedelta(days=random.randint(5, (period.last - period.first).days))
            if random.random() < 0.8 and day <= ON:
                yield day
    elif random.random() < 0.75:
        since = schedule.due - timedelta(days=20) if schedule.due else schedule.since or date(2023, 1, 1)
        yield min(ON, since + timedelta(days=random.randint(0, 40)))


if __name__ == "__main__":
    main()
