"""Small policy folders for tests: a base ``a`` with a vocabulary, and ``a/b`` that inherits from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rsnms.domain.text import Lang
from rsnms.policy.loading import read_policies
from rsnms.policy.model import PolicyTree
from rsnms.policy.problems import Problem

Files = Mapping[str, str | bytes]

BASE = "title: Основа\nlevel: federal\n"
REGION = """\
title: Регион
level: regional
acts:
  - {id: order-1, kind: приказ, title: О системе, body: Комитет, in_force: {from: 2024-01-01}}
"""
FACTS = """\
facts:
  - {id: score, type: integer, title: Баллы, range: {at_least: 0, at_most: 100}}
  - {id: share, type: number, title: Доля, range: {at_least: 0, at_most: 1}}
  - {id: stay, type: duration, title: Стаж, time: {grows: true}, range: {at_least: 0 years, at_most: 80 years}}
  - {id: born, type: date, title: Родился}
  - {id: trained, type: boolean, title: Обучен}
  - id: category
    type: choice
    title: Категория
    values: [{id: first, title: первая}, {id: highest, title: высшая}]
  - id: roles
    type: choices
    title: Роли
    values: [{id: tutor, title: тьютор}, {id: mentor, title: наставник}]
  - {id: place, type: text, title: Место}
"""
TREE: Files = {"a/policy.yaml": BASE, "a/facts.yaml": FACTS, "a/b/policy.yaml": REGION}


def write(root: Path, files: Files) -> Path:
    """Write files below a root, which is returned."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def messages(root: Path, lang: Lang = "ru") -> list[str]:
    """What is wrong below a root, the paths relative to it."""
    return lines(read_policies(root)[1], root, lang)


def lines(problems: Iterable[Problem], root: Path, lang: Lang) -> list[str]:
    """Problems line by line, the paths relative to a root."""
    return [problem.line(lang).replace(f"{root}/", "") for problem in problems]


def sound(root: Path) -> PolicyTree:
    """The policies below a root, in which nothing is wrong."""
    tree, problems = read_policies(root)
    assert [problem.line() for problem in problems] == []
    return tree


def criterion(condition: str) -> str:
    """A file with one criterion."""
    return f"criteria:\n  - id: c\n    title: К\n    when: {condition}\n"


def eligibility(*grounds: str, head: str = "") -> str:
    """A file with one eligibility of some grounds, written as conditions."""
    stated = "".join(
        f"      - id: g{index}\n        title: О\n        when: {ground}\n" for index, ground in enumerate(grounds, 1)
    )
    return f"eligibility:\n  - id: active\n    title: Актив\n{head}    grounds:\n{stated}"


@dataclass(frozen=True, slots=True)
class Case:
    """Files beside the tree, and exactly what is wrong with them, line by line."""

    files: Files
    ru: tuple[str, ...]
    en: tuple[str, ...]


def case(files: Files, *ru: str, en: Sequence[str] = ()) -> Case:
    """A case; without ``en`` its English messages are not looked at."""
    return Case(files, ru, tuple(en))


def section(content: str | bytes) -> Files:
    """One file of sections."""
    return {"a/b/x.yaml": content}


def condition(written: str) -> Files:
    """One file with one criterion of a condition."""
    return section(criterion(written))
