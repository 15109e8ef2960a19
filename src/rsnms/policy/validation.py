"""From a read document to its form: pydantic's findings become problems with places."""

import re
from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rsnms.domain.text import Text
from rsnms.policy.condition_forms import CONDITION_KEYS
from rsnms.policy.document import UNREAD, Document
from rsnms.policy.forms import Form
from rsnms.policy.problems import Path, Problem, nearest

F = TypeVar("F", bound=Form)

_SHAPES: dict[type, Text] = {
    dict: Text("набор «ключ: значение»", "a mapping 'key: value'"),
    list: Text("список", "a list"),
    str: Text("текст", "a text"),
}
_CONDITION = Text(
    "условие с одним из ключей fact, use, all, any, not, of",
    "a condition with one of the keys fact, use, all, any, not, of",
)


def validate(form: type[F], document: Document, path: Path = ()) -> F | None:
    """Make the form of what stands at a path; ``None`` where it has mistakes, which the document then lists."""
    data = _at(document.data, path)
    if data is None or data is UNREAD:
        return None
    try:
        return form.model_validate(data)
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if detail["input"] is not UNREAD]
        document.problems += _misspelt_once([_problem(detail, document, path, data, form) for detail in details])
        return None


def _misspelt_once(problems: list[Problem]) -> list[Problem]:
    """Report a misspelt key as unknown, and not the right one as missing too."""
    missing: dict[Path, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.code == "missing-key":
            missing[problem.path].append(str(problem.found))
    told: list[Problem] = []
    for problem in problems:
        if problem.code == "unknown-key":
            absent = missing[problem.path[:-1]]
            meant = nearest(str(problem.found), absent)
            if meant:
                absent.remove(meant)
            told.append(replace(problem, nearest=meant or problem.nearest))
        elif problem.code != "missing-key":
            told.append(problem)
    return told + [p for p in problems if p.code == "missing-key" and p.found in missing[p.path]]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _problem(detail: ErrorDetails, document: Document, base: Path, data: Any, form: type[Form]) -> Problem:
    path = base + _as_written(detail["loc"], data, names_missing=detail["type"] == "missing")
    found = detail["input"]
    match detail["type"]:
        case "missing":
            return Problem("missing-key", document.place(path[:-1]), path[:-1], str(path[-1]))
        case "extra_forbidden":
            known = known_keys(form, detail["loc"][:-1])
            key = str(path[-1])
            expected = Text(", ".join(known))
            guess = nearest(key, known)
            stands = guess in _at(data, path[len(base) : -1])
            return Problem("unknown-key", document.key_place(path), path, key, expected, None if stands else guess)
        case "enum" | "literal_error":
            known = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
            listed = ", ".join(known)
            expected = Text(f"одно из: {listed}", f"one of: {listed}") if len(known) > 1 else Text(listed)
            return _wrong_value(document, path, found, expected, known)
        case "expected":
            context = detail["ctx"]
            return _wrong_value(document, path, found, Text(context["ru"], context["en"]), [])
        case "key-count":
            listed = ", ".join(detail["ctx"]["expected"])
            none = Text("ни одного", "none")
            stated = _joined(detail["ctx"]["found"])
            return Problem("key-count", document.place(path), path, stated or none, Text(listed))
        case "needed-key":
            return Problem("missing-key", document.place(path), path, detail["ctx"]["key"])
        case "keys-together":
            keys = detail["ctx"]["found"]
            path = (*path, max(keys, key=lambda key: document.key_place((*path, key))))
            return Problem("keys-together", document.key_place(path), path, _joined(keys) or "")
        case "union_tag_not_found":
            return _no_condition(document, path, found)
        case "too_short":
            return _wrong_shape(document, path, found, Text("непустой список", "a list that is not empty"))
        case kind:
            return _wrong_shape(document, path, found, _expected_shape(kind))


def _expected_shape(kind: str) -> Text:
    return _SHAPES[list if kind.startswith("list") else str if kind.startswith("string") else dict]


def _joined(keys: list[str]) -> Text | None:
    """Several names as one: "a, b и c"."""
    if not keys:
        return None
    first = ", ".join(keys[:-1])
    return Text(*(f" {and_} ".join(filter(None, (first, keys[-1]))) for and_ in ("и", "and")))


def _wrong_value(document: Document, path: Path, found: Any, expected: Text, known: list[str]) -> Problem:
    if not isinstance(found, str):
        return _wrong_shape(document, path, found, expected)
    return Problem("wrong-value", document.place(path), path, found, expected, nearest(found, known))


def _wrong_shape(document: Document, path: Path, found: Any, expected: Text) -> Problem:
    if expected is _SHAPES[list] and isinstance(found, str):
        expected = Text(f"список, например [{found}]", f"a list such as [{found}]")
    return Problem("wrong-shape", document.place(path), path, shape_of(found), expected)


def shape_of(found: object) -> Text:
    """What stands in a file, in words."""
    if isinstance(found, str):
        return Text(f"«{found}»", f"'{found}'")
    if isinstance(found, list):
        return _SHAPES[list] if found else Text("пустой список", "an empty list")
    return _SHAPES[dict] if found else Text("пустой набор", "an empty mapping")


def _no_condition(document: Document, path: Path, found: Any) -> Problem:
    if not isinstance(found, dict) or not found:
        return _wrong_shape(document, path, found, _CONDITION)
    keys = [key for key in found if key in CONDITION_KEYS] or list(found)
    listed = ", ".join(keys)
    guess = None if len(keys) > 1 and keys[0] in CONDITION_KEYS else next(filter(None, map(_kind_meant, keys)), None)
    shown = Text(f"набор с ключами {listed}", f"a mapping with the keys {listed}")
    return Problem("wrong-shape", document.place(path), path, shown, _CONDITION, guess)


def _kind_meant(key: str) -> str | None:
    return nearest(key, CONDITION_KEYS)


def _as_written(path: tuple[Any, ...], data: Any, *, names_missing: bool) -> Path:
    """Leave out steps that pydantic adds for unions and that the file does not have."""
    written: list[str | int] = []
    for step in path[:-1] if names_missing else path:
        exists = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        if exists:
            written.append(step)
            data = data[step] if isinstance(data, dict) or step < len(data) else None
    return (*written, path[-1]) if names_missing else tuple(written)


def known_keys(form: type[Form], location: tuple[str | int, ...]) -> list[str]:
    """The keys that the form at a location knows."""
    schema = _schema(form)
    node = schema
    for step in location:
        node = _below(schema, node, step)
    return sorted(_resolved(schema, node).get("properties", {}))


@cache
def _schema(form: type[Form]) -> dict[str, Any]:
    return form.model_json_schema(by_alias=True)


_TAGGED = {
    "<fact>": "ComparisonForm",
    "<use>": "UseForm",
    "<all>": "AllForm",
    "<any>": "AnyForm",
    "<not>": "NotForm",
    "<of>": "CountForm",
}


def _below(schema: dict[str, Any], node: dict[str, Any], step: str | int) -> dict[str, Any]:
    if isinstance(step, str) and step in _TAGGED:
        return schema["$defs"][_TAGGED[step]]  # type: ignore[no-any-return]
    node = _resolved(schema, node)
    if isinstance(step, int):
        return node.get("items", {})  # type: ignore[no-any-return]
    return node.get("properties", {}).get(step, node)  # type: ignore[no-any-return]


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while True:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        elif "anyOf" in node:
            options = [option for option in node["anyOf"] if option.get("type") != "null"]
            objects = [option for option in options if "$ref" in option or "properties" in option]
            node = (objects or options)[0]
        elif "allOf" in node:
            node = node["allOf"][0]
        else:
            return node
