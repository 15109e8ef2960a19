"""Small folders of policies for tests: a sound one, and what tests change in it."""

from pathlib import Path

BASE = """\
title: Основа
level: federal
"""
FACTS = """\
facts:
  - id: age
    type: duration
    title: Возраст
    range: {at_least: 14 years, at_most: 110 years}
  - id: category
    type: choice
    title: Категория
    values:
      - {id: first, title: первая}
      - {id: highest, title: высшая}
  - id: trained
    type: boolean
    title: Обучен
  - id: hours
    type: integer
    title: Часов
  - id: score
    type: number
    title: Балл
  - id: started_on
    type: date
    title: Начало
  - id: roles
    type: choices
    title: Роли
    values:
      - {id: tutor, title: тьютор}
      - {id: mentor, title: наставник}
"""
REGION = """\
title: Н-ская область
level: regional
acts:
  - id: order
    kind: приказ
    title: О системе
    body: Комитет
    number: "1"
    in_force: {from: 2024-01-01}
"""


def eligibility(when: str) -> str:
    """The file of one eligibility; the condition stands on line 7 from column 15."""
    return (
        "eligibility:\n"
        "  - id: active\n"
        "    title: Актив\n"
        "    grounds:\n"
        "      - id: core\n"
        "        title: Основа\n"
        f"        when: {when}\n"
    )


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below ``root``: the sound base and region, and those given over them (``""`` leaves one out)."""
    sound = {
        "rf/policy.yaml": BASE,
        "rf/facts.yaml": FACTS,
        "rf/n/policy.yaml": REGION,
        "rf/n/eligibility.yaml": eligibility("{fact: category, is: highest}"),
    }
    for name, content in (sound | files).items():
        if content == "":
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
