"""What came of policy tests, for a person: what differs and why, then how many there are of each."""

from collections.abc import Iterator

from rsnms.domain.text import Lang, Text
from rsnms.policy_tests.comparing import Difference
from rsnms.policy_tests.outcomes import Outcomes
from rsnms.policy_tests.running import CaseResult
from rsnms.reports.policy_tests.explanation import explanation_lines

UNCONFIRMED = Text(
    "не подтверждён: предложен программой, и никто за него не поручился",
    "not confirmed: the program suggests it, and nobody vouches for it",
)
_EXPECTED = Text("ожидается", "expected")
_GOT = Text("получено", "got")
_WHY = Text("Почему так:", "Why:")
_SHORTENED = Text(
    "Причины показаны у {shown} из {all}; у всех: --reasons {all}",
    "Reasons are shown of {shown} of {all}; of all: --reasons {all}",
)


def failure_text(result: CaseResult, lang: Lang = "ru") -> str:
    """A case that failed: its name and place, the differences, the reasons."""
    return "\n".join(_failure(result, lang))


def _failure(result: CaseResult, lang: Lang, *, reasons: bool = True) -> Iterator[str]:
    yield f"✗ {result.case.name}"
    yield f"  {result.case.place}"
    yield from (f"  {line}" for line in difference_lines(result, lang))
    if reasons:
        yield f"  {_WHY.in_(lang)}"
        yield from (f"    {line}" for line in explanation_lines(result, lang))


def difference_lines(result: CaseResult, lang: Lang = "ru") -> list[str]:
    """What differs: the key below ``expect``, then what is expected and what came out, each on a line of its own."""
    return [line for difference in result.differences for line in _difference(difference, lang)]


def _difference(difference: Difference, lang: Lang) -> Iterator[str]:
    labels = [label.in_(lang) for label in (_EXPECTED, _GOT)]
    width = max(map(len, labels)) + 1
    yield f"{difference.key}:"
    for label, said in zip(labels, (difference.expected, difference.got), strict=True):
        yield f"  {f'{label}:':<{width}} {said.in_(lang)}"


def outcomes_lines(outcomes: Outcomes, lang: Lang = "ru", reasons: int | None = None) -> Iterator[str]:
    """Every case that failed, with an empty line between two; the reasons of the first ones, or (``None``) of all."""
    for number, result in enumerate(outcomes.failed):
        if number:
            yield ""
        yield from _failure(result, lang, reasons=reasons is None or number < reasons)
    if reasons is not None and len(outcomes.failed) > reasons:
        yield ""
        yield _SHORTENED.in_(lang).format(shown=reasons, all=len(outcomes.failed))


def summary_line(outcomes: Outcomes, lang: Lang = "ru") -> str:
    """How many there are of each: "пройдено: 58, не пройдено: 1, не подтверждено: 2"."""
    ru = lang == "ru"
    said = [f"{'пройдено' if ru else 'passed'}: {len(outcomes.passed)}"]
    if outcomes.failed:
        said.append(f"{'не пройдено' if ru else 'failed'}: {len(outcomes.failed)}")
    if outcomes.unconfirmed:
        said.append(f"{'не подтверждено' if ru else 'not confirmed'}: {len(outcomes.unconfirmed)}")
    return f"{'Тесты' if ru else 'Tests'} — {', '.join(said)}"
