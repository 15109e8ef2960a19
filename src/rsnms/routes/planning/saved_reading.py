"""From a JSON file to the forms of routes: every mistake at once, each with its path in the file."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.encoding import shown_file
from rsnms.policy.problems import Path as PathInFile
from rsnms.policy.problems import Place, Problem, nearest, shown_path
from rsnms.policy.validation import known_keys, shape_of
from rsnms.routes.planning.saved_forms import RouteForm


@dataclass(frozen=True, slots=True)
class RouteFileProblem:
    """One mistake: its path, such as ``[0].steps[2].begins``, and what is wrong with how to mend it."""

    path: str
    message: Text

    def text(self, lang: Lang = "ru") -> str:
        """The path, what is wrong, and how to mend it."""
        return f"{self.path}: {self.message.in_(lang)}" if self.path else self.message.in_(lang)


class RouteFileError(InputError):
    """Saved routes that cannot be read, with every mistake found in them."""

    def __init__(self, file: str, problems: Iterable[RouteFileProblem]) -> None:
        self.file, self.problems = file, tuple(problems)
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """All mistakes, one on a line."""
        return "\n".join(f"{self.file}: {problem.text(lang)}" for problem in self.problems)


def read_forms(path: Path) -> tuple[RouteForm, ...]:
    """Read the records of a file.

    Raises:
        RouteFileError: the file is no JSON, or a record is not as it has to be.
        OSError: the file cannot be read.
    """
    file = shown_file(path)
    data = _parsed(path, file)
    records: list[tuple[PathInFile, Any]] = list(_records(data))
    forms: list[RouteForm] = []
    problems: list[RouteFileProblem] = []
    for base, record in records:
        try:
            forms.append(RouteForm.model_validate(record))
        except ValidationError as error:
            problems += _problems(file, base, error.errors(include_url=False))
    if problems:
        raise RouteFileError(file, problems)
    return tuple(forms)


def _records(data: Any) -> Iterator[tuple[PathInFile, Any]]:
    """The records of a file that holds one, a list of them or a plan with ``routes``, each with its path."""
    if isinstance(data, dict) and isinstance(data.get("routes"), list):
        yield from ((("routes", index), record) for index, record in enumerate(data["routes"]))
    elif isinstance(data, list):
        yield from (((index,), record) for index, record in enumerate(data))
    else:
        yield (), data


def _parsed(path: Path, file: str) -> Any:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = Text("файл не в кодировке UTF-8. Сохраните его в UTF-8.", "the file is not UTF-8. Save it as UTF-8.")
        raise RouteFileError(file, [RouteFileProblem("", said)]) from None
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=str, object_pairs_hook=_object)
    except _KeyTwiceError as error:
        raise RouteFileError(file, [RouteFileProblem("", _said("duplicate-key", file, (), error.key))]) from None
    except json.JSONDecodeError as error:
        place = Text(
            f"это не JSON, строка {error.lineno}, столбец {error.colno}. Проверьте кавычки, запятые и скобки.",
            f"this is no JSON, line {error.lineno}, column {error.colno}. Check quotes, commas and brackets.",
        )
        raise RouteFileError(file, [RouteFileProblem("", place)]) from None
    except (ValueError, RecursionError):
        said = Text(
            "слишком длинные числа или слишком глубокая вложенность.", "numbers are too long or nesting is too deep."
        )
        raise RouteFileError(file, [RouteFileProblem("", said)]) from None
    if _HALF.search(text) and not _is_writable(data):
        said = Text("половина символа (\\ud800…\\udfff). Удалите её.", "half a character (\\ud800…\\udfff). Remove it.")
        raise RouteFileError(file, [RouteFileProblem("", said)])
    return data


_HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
"""How a file writes one of the two halves of a rare character; one alone is none."""


def _is_writable(data: Any) -> bool:
    try:
        json.dumps(data, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return False
    return True


class _KeyTwiceError(Exception):
    """An object that states a key twice."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for key, value in pairs:
        if key in stated:
            raise _KeyTwiceError(key)
        stated[key] = value
    return stated


def _problems(file: str, base: PathInFile, details: Sequence[ErrorDetails]) -> Iterator[RouteFileProblem]:
    """What is wrong with one record; a misspelt key is told as unknown, and not the right one as missing too."""
    missing = {tuple(one["loc"]) for one in details if one["type"] == "missing"}
    meant: set[PathInFile] = set()
    for detail in sorted(details, key=lambda one: one["type"] == "missing"):
        path, expected, guess = tuple(detail["loc"]), _expected(detail), None
        match detail["type"]:
            case "missing" if path in meant:
                continue
            case "missing":
                code, found, shown = "missing-key", Text(str(path[-1])), path[:-1]
            case "extra_forbidden":
                known = known_keys(RouteForm, path[:-1])
                absent = [str(one[-1]) for one in missing if one[:-1] == path[:-1]]
                guess = nearest(str(path[-1]), absent) or nearest(str(path[-1]), known)
                meant.add((*path[:-1], guess or ""))
                code, found, shown = "unknown-key", Text(str(path[-1])), path
                expected = Text(", ".join(known))
            case kind:
                guess = nearest(detail["input"], _listed(detail)) if kind == "enum" and _is_text(detail) else None
                code, found, shown = "wrong-shape", _shape(detail["input"]), path
        yield RouteFileProblem(shown_path((*base, *shown)), _said(code, file, shown, found, expected, guess))


def _said(
    code: str,
    file: str,
    path: PathInFile,
    found: str | Text,
    expected: Text | None = None,
    guess: str | None = None,
) -> Text:
    problem = Problem(code, Place(file), path, found, expected, guess)
    return Text(problem.text(), problem.text("en"))


def _is_text(detail: ErrorDetails) -> bool:
    return isinstance(detail["input"], str)


def _listed(detail: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", detail["ctx"]["expected"])


def _expected(detail: ErrorDetails) -> Text:
    match detail["type"]:
        case "enum":
            listed = ", ".join(_listed(detail))
            return Text(f"одно из: {listed}", f"one of: {listed}")
        case "expected":
            return Text(detail["ctx"]["ru"], detail["ctx"]["en"])
        case kind if kind.startswith(("int", "greater")):
            return Text("целое число от 0", "a whole number from 0")
        case kind if kind.startswith("list"):
            return Text("список", "a list")
        case kind if kind.startswith("string"):
            return Text("непустой текст", "a text that is not empty")
    return Text("набор «ключ: значение»", "a mapping 'key: value'")


def _shape(found: Any) -> Text:
    """What stands in a file, in words."""
    if isinstance(found, str | list | dict):
        return shape_of(found)
    return Text(str(found) if isinstance(found, Decimal) else json.dumps(found))
