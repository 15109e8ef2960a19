"""A naive forward chainer: tries every rule with every deficit until nothing new follows."""

from collections.abc import Iterator, Sequence

from rsnms.policy.routes import RouteRule
from rsnms.routes.requirements.chaining import CaseFacts, Key, Lack

Found = dict[Key, set[Key | None]]


def naive_sources(rules: Sequence[RouteRule], case: CaseFacts) -> Found:
    """What is required, and after which other requirements."""
    found: Found = {}
    while True:
        concluded = [one for number in range(len(rules)) for one in _concluded(rules, number, case, found)]
        new = [(key, source) for key, source in concluded if source not in found.get(key, ())]
        if not new:
            return found
        for key, source in new:
            found.setdefault(key, set()).add(source)


def _concluded(
    rules: Sequence[RouteRule], number: int, case: CaseFacts, found: Found
) -> Iterator[tuple[Key, Key | None]]:
    rule = rules[number]
    if rule.when is not None and number not in case.met:
        return
    if rule.eligible_for is not None and rule.eligible_for not in case.standings:
        return
    about = [lack.number for lack in case.lacks if _suits(rule, lack)] if rule.deficit else [None]
    before = [key for key in found if rules[key.rule].measure in rule.after] if rule.after else [None]
    for deficit in about:
        for source in before:
            if source is None or deficit is None or source.deficit in (None, deficit):
                inherited = source.deficit if source and deficit is None else deficit
                yield Key(number, inherited), source


def _suits(rule: RouteRule, lack: Lack) -> bool:
    asked = rule.deficit
    assert asked is not None
    return (
        (not asked.competencies or lack.competency in asked.competencies)
        and (not asked.areas or not set(asked.areas).isdisjoint(lack.areas))
        and (asked.severity is None or lack.severity.rank >= asked.severity.rank)
    )
