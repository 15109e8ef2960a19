"""The vocabulary of a proof about two policies: what either of them can state of somebody."""

from collections.abc import Mapping
from dataclasses import replace

from rsnms.domain.fact import Fact
from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang


class FactsDifferError(InputError):
    """Two policies understand a fact of the same name differently, so that nothing can be said of both at once."""

    def __init__(self, one: Fact, other: Fact) -> None:
        self.one, self.other = one, other
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """Which fact it is, and what the policies take it for."""
        name, one, other = self.one.name, self.one.type, self.other.type
        kinds = f"{one}/{self.one.about}", f"{other}/{self.other.about}"
        if lang == "en":
            return f"The policies understand the fact '{name}' differently ({kinds[0]}, {kinds[1]}); nothing is proven."
        return f"Политики понимают факт «{name}» по-разному ({kinds[0]} и {kinds[1]}), доказать ничего нельзя."


def merged(*vocabularies: Mapping[str, Fact]) -> dict[str, Fact]:
    """Join vocabularies; of a fact that several have, every value that either lists and the wider range.

    Raises:
        FactsDifferError: a fact has another type, or follows from time in another way.
    """
    facts: dict[str, Fact] = {}
    for vocabulary in vocabularies:
        for name, fact in vocabulary.items():
            facts[name] = _joined(facts[name], fact) if name in facts else fact
    return facts


def _joined(one: Fact, other: Fact) -> Fact:
    if one is other or one == other:
        return one
    if (one.type, one.about, one.movement) != (other.type, other.about, other.movement):
        raise FactsDifferError(one, other)
    values = {value.id: value for value in (*one.values, *other.values)}
    lowest = None if one.lowest is None or other.lowest is None else min(one.lowest, other.lowest)
    highest = None if one.highest is None or other.highest is None else max(one.highest, other.highest)
    return replace(one, values=tuple(values.values()), lowest=lowest, highest=highest)
