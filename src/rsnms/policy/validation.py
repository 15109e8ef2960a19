"""From a read document to its form: pydantic's findings become problems with places."""

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rsnms.domain.text import Text
from rsnms.policy.forms import Form
from rsnms.policy.problems import Path, Problem, nearest
from rsnms.policy.reader import Document

F = TypeVar("F", bound=Form)

_SHAPES: dict[type, Text] = {
    dict: Text("набор «ключ: значение»", "a mapping 'key: value'"),
    list: Text("список", "a list"),
    str: Text("текст", "a text"),
}
_CONDITION = Text(
    "условие с ключом fact, use, all, any, not или at_least + of",
    "a condition with the key fact, use, all, any, not, or at_least + of",
)


def validate(form: type[F], document: Document, path: Path = ()) -> F | None:
    """Make the form of what stands at a path; ``None`` where it has mistakes, which the document then lists."""
    data = _at(document.data, path)
    if data is None:
        return None
    try:
        return form.model_validate(data)
    except ValidationError as error:
        found = [_problem(detail, document, path, data, form) for detail in error.errors(include_url=False)]
        document.problems += found
        return None


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _problem(detail: ErrorDetails, document: Document, base: Path, data: Any, form: type[Form]) -> Problem:
    location = tuple(step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("<")))
    path = base + _as_written(location, data)
    found = detail["input"]
    match detail["type"]:
        case "missing":
            return Problem("missing-key", document.place(path[:-1]), path[:-1], str(path[-1]))
        case "extra_forbidden":
            known = known_keys(form, detail["loc"][:-1])
            key = str(path[-1])
            expected = Text(", ".join(known))
            return Problem("unknown-key", document.key_place(path), path, key, expected, nearest(key, known))
        case "enum" | "literal_error":
            known = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            expected = Text(f"одно из: {', '.join(known)}", f"one of: {', '.join(known)}")
            return _wrong_value(document, path, found, expected, known)
        case "expected":
            context = detail["ctx"]
            return _wrong_value(document, path, found, Text(context["ru"], context["en"]), [])
        case "union_tag_not_found":
            return _wrong_shape(document, path, found, _CONDITION)
        case "too_short":
            return _wrong_shape(document, path, found, Text("непустой список", "a list that is not empty"))
        case kind:
            return _wrong_shape(document, path, found, _expected_shape(kind))


def _expected_shape(kind: str) -> Text:
    return _SHAPES[list if kind.startswith("list") else str if kind.startswith("string") else dict]


def _wrong_value(document: Document, path: Path, found: Any, expected: Text, known: list[str]) -> Problem:
    if not isinstance(found, str):
        return _wrong_shape(document, path, found, expected)
    return Problem("wrong-value", document.place(path), path, found, expected, nearest(found, known))


def _wrong_shape(document: Document, path: Path, found: Any, expected: Text) -> Problem:
    return Problem("wrong-shape", document.place(path), path, shape(found), expected)


def shape(found: object) -> Text:
    """What stands in a file, for a message: a text as it is, else its kind."""
    return Text(f"«{found}»", f"'{found}'") if isinstance(found, str) else _SHAPES[type(found)]


def _as_written(path: tuple[Any, ...], data: Any) -> Path:
    """Leave out steps that pydantic adds for unions and that the file does not have."""
    written: list[str | int] = []
    last = len(path) - 1
    for index, step in enumerate(path):
        exists = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        if exists:
            written.append(step)
            data = data[step] if isinstance(data, dict) or step < len(data) else None
        elif index == last and isinstance(data, dict):
            written.append(step)
    return tuple(written)


def known_keys(form: type[Form], location: tuple[str | int, ...]) -> list[str]:
    """The keys that the form at a location knows."""
    schema = form.model_json_schema(by_alias=True)
    node = schema
    for step in location:
        node = _below(schema, node, step)
    return sorted(_resolved(schema, node).get("properties", {}))


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
