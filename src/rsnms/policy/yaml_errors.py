"""What the YAML parser complains about, in plain words and at the place that has to be mended."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from rsnms.domain.text import Text
from rsnms.policy.encoding import LINE_BREAK
from rsnms.policy.problems import Place, Problem


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Make the problem of a text that is no YAML; English keeps the parser's own words."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
    if mark is None:
        return Problem("syntax", Place(file), found=Text(_UNKNOWN, said))
    context = getattr(error, "context_mark", None) or mark
    spot = _Spot(LINE_BREAK.split(text), (mark.line, mark.column), (context.line, context.column))
    words, (line, column) = next((explain(spot) for part, explain in _EXPLAINED if part in said), (_UNKNOWN, spot.at))
    return Problem("syntax", Place(file, line + 1, column + 1), found=Text(words, said))


_At = tuple[int, int]
"""Line and column, from 0."""
_UNKNOWN = "проверьте отступы, двоеточия и кавычки в этой строке и строкой выше"


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser stumbled, and where the thing began that it was reading."""

    lines: list[str]
    at: _At
    since: _At

    @property
    def before(self) -> str:
        """The line up to the stumbling block."""
        return self.lines[self.at[0]][: self.at[1]] if self.at[0] < len(self.lines) else ""

    @property
    def rest(self) -> str:
        """The line from the stumbling block on."""
        return self.lines[self.at[0]][self.at[1] :].strip() if self.at[0] < len(self.lines) else ""

    def line_above(self) -> tuple[int, str]:
        """The nearest line above that says something."""
        for number in range(self.at[0] - 1, -1, -1):
            said = self.lines[number].split(" #")[0].strip()
            if said and not said.startswith("#"):
                return number, said
        return 0, ""


_Explained = tuple[str, _At]


def _missing_colon(spot: _Spot) -> _Explained:
    return "после ключа нет двоеточия с пробелом («ключ: значение»)", spot.since


def _colon_out_of_place(spot: _Spot) -> _Explained:
    if re.search(r":\s", spot.before):
        return "в значении есть двоеточие с пробелом; возьмите всё значение в кавычки", spot.at
    above, said = spot.line_above()
    if ":" not in said:
        indent = len(spot.lines[above]) - len(spot.lines[above].lstrip())
        return "после ключа нет двоеточия («ключ:»)", (above, indent)
    return "строка стоит глубже предыдущей, у которой уже есть значение; выровняйте отступы", _indented(spot)


def _indented(spot: _Spot) -> _At:
    line = spot.lines[spot.at[0]]
    return spot.at[0], len(line) - len(line.lstrip())


def _no_key(spot: _Spot) -> _Explained:
    if spot.rest.startswith(":"):
        return "перед двоеточием нет ключа", spot.at
    if not spot.before.strip(" -"):
        return "отступ строки не совпадает с отступом соседних ключей; выровняйте её", spot.at
    return _surplus(spot)


def _surplus(spot: _Spot) -> _Explained:
    if spot.rest.startswith(("}", "]")):
        return f"лишняя закрывающая скобка «{spot.rest[0]}»; удалите её", spot.at
    shown = spot.rest if len(spot.rest) <= _LONGEST else f"{spot.rest[:_LONGEST]}…"
    return f"после значения стоит лишнее: «{shown}»; возьмите всё значение в кавычки или удалите лишнее", spot.at


_LONGEST = 30


def _no_item(spot: _Spot) -> _Explained:
    if spot.before.strip(" -"):
        return _surplus(spot)
    return "здесь ждали следующий элемент списка («- …»); ключи одного элемента выровняйте по первому из них", spot.at


def _open_bracket(opening: str, closing: str) -> Callable[[_Spot], _Explained]:
    def explain(spot: _Spot) -> _Explained:
        if spot.at[0] == spot.since[0]:
            return f"здесь не хватает запятой или закрывающей скобки «{closing}»", spot.at
        return f"скобка «{opening}» не закрыта или внутри неё не хватает запятой", spot.since

    return explain


def _open_quote(spot: _Spot) -> _Explained:
    return "кавычка открыта и не закрыта; закройте её", spot.since


def _bad_start(spot: _Spot) -> _Explained:
    if spot.rest == "" and spot.lines[spot.at[0]][spot.at[1] :].startswith("\t"):
        return "здесь стоит табуляция; замените её пробелом", spot.at
    return f"значение не может начинаться с «{spot.rest[:1]}»; возьмите его в кавычки", spot.at


def _bad_name(spot: _Spot) -> _Explained:
    sign = spot.lines[spot.since[0]][spot.since[1] : spot.since[1] + 1]
    return f"значение не может начинаться с «{sign}»; возьмите его в кавычки", spot.since


def _no_value(spot: _Spot) -> _Explained:
    if not spot.rest and not any(line.strip() for line in spot.lines[spot.at[0] + 1 :]):
        return "запись обрывается; допишите значение или закройте скобку", spot.at
    return "здесь ждали значение; допишите его или удалите лишний знак", spot.at


def _here(words: str) -> Callable[[_Spot], _Explained]:
    return lambda spot: (words, spot.at)


_ESCAPE = _here("в двойных кавычках «\\» имеет особый смысл; напишите «\\\\» или возьмите одинарные кавычки")

_EXPLAINED: tuple[tuple[str, Callable[[_Spot], _Explained]], ...] = (
    ("could not find expected ':'", _missing_colon),
    ("mapping values are not allowed", _colon_out_of_place),
    ("expected key", _no_key),
    ("expected '-' indicator", _no_item),
    ("expected ',' or '}'", _open_bracket("{", "}")),
    ("expected ',' or ']'", _open_bracket("[", "]")),
    ("unexpected end of stream", _open_quote),
    ("unexpected document indicator", _open_quote),
    ("cannot start any token", _bad_start),
    ("expected alphabetic or numeric character", _bad_name),
    ("unknown escape character", _ESCAPE),
    ("hexdecimal number", _ESCAPE),
    ("expected comment or line break", _here("после «|» и «>» текст начинается со следующей строки")),
    ("block sequence entries are not allowed", _here("элемент списка («- …») начинается с новой строки")),
    ("expected node content", _no_value),
    ("expected whitespace or line break", _bad_name),
    ("expected URI", _bad_name),
    ("expected tag URI", _bad_name),
    ("incompatible YAML document", _here("строка «%YAML» называет неизвестную версию YAML; удалите её")),
    ("expected <document start>", _here("здесь заканчивается то, с чего файл начался; проверьте отступ строки")),
)
"""Parts of the parser's messages, and what they mean to the person who wrote the file."""
