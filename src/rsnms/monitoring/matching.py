"""Matching evidence with duties: which duty, and which place, a row shows to be done; or why none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rsnms.domain.evidence import Evidence
from rsnms.domain.system import ForEach
from rsnms.domain.text import Text
from rsnms.monitoring.duties import Duty, duties
from rsnms.monitoring.evidence_problems import RowProblem
from rsnms.monitoring.kinds import KINDS, kind_named, kind_title
from rsnms.monitoring.places import Places
from rsnms.policy.indicators import Indicator, State
from rsnms.policy.model import Policy
from rsnms.policy.stated import Element
from rsnms.rosters.spelling import nearest, words


@dataclass(frozen=True, slots=True)
class Match:
    """The duty that a row shows to be done, and the place that it names where each has to do it."""

    duty: Duty
    place: str | None = None


class Matcher:
    """Matches rows with the duties of a policy, each by itself: what one row means never hangs on the others.

    A kind names a duty by its id, or else by its title or kind; a subject narrows that to the duties in which the act
    names it, or, where it is a place, to those that each place has to do. A row counts for the one duty that is left.
    """

    def __init__(self, policy: Policy, places: Places) -> None:
        self.duties = duties(policy)
        self._places = places
        self._policy = policy
        self._subjects = _by_words((_subject_names(policy, id_), id_) for id_ in policy.subjects)
        self._indicators = _by_words((_names(one), one) for one in policy.indicators.values() if _is_shown(one))
        self._itself = {words(name) for name in (policy.id, *_both(policy.title))}
        self._listed = {
            ForEach.MUNICIPALITY: {words(place): place for place in places.municipalities},
            ForEach.ORGANISATION: {words(place): place for place in places.organisations},
        }
        self._shown = {words(name): name for id_ in policy.subjects for name in _subject_names(policy, id_)}
        self._match, self._named = cache(self._find_match), cache(self._find_named)
        self._nearest_subject = cache(lambda subject: nearest(subject, self._shown))

    def match(self, evidence: Evidence) -> Match | RowProblem:
        """The duty of a row, or why it has none."""
        return self._match(evidence.kind, evidence.subject)

    def _find_match(self, kind: str, subject: str | None) -> Match | RowProblem:
        tiers = self._named(kind)
        if not tiers:
            return self.check_kind(kind) or self._of_indicator(kind)
        for named in tiers:
            found = [match for duty in named if (match := self._fit(duty, subject, named))]
            if len(found) == 1:
                return found[0] if self._is_placed(found[0]) else self._without_place(found[0].duty)
            if found:
                said = ", ".join(filter(None, (kind, subject)))
                return RowProblem.of("ambiguous", said, expected=", ".join(match.duty.id for match in found))
        return self._misfit(tiers[0], subject or "")

    def check_kind(self, kind: str) -> RowProblem | None:
        """What is wrong with a kind that names neither a duty nor an indicator."""
        if self._named(kind) or words(kind) in self._indicators:
            return None
        if kind_named(kind):
            return RowProblem.of("absent-kind", kind, expected=self.kinds_expected)
        known = [name for duty in self.duties for name in (duty.id, *_names(duty.element))]
        known += [name for each in KINDS for name in (each, *_both(kind_title(each)))]
        return RowProblem.of("unknown-kind", kind, nearest=_nearest(kind, known), expected=self.kinds_expected)

    @property
    def kinds_expected(self) -> Text:
        """What the kind of a row may be."""
        titles = [kind_title(kind) for kind in self._kinds()]
        listed = (", ".join(title.in_(lang) for title in titles) for lang in ("ru", "en"))
        ru, en = (f" ({one})" if one else "" for one in listed)
        return Text(f"идентификатор обязательства, его название или вид{ru}", f"a duty's id, its title or kind{en}")

    def name_of(self, duty: Duty) -> str:
        """A text that names a duty and no other: its title, or its id where others share the title."""
        title = duty.title.ru
        return title if self._named(title) == [[duty]] else duty.id

    def _kinds(self) -> list[str]:
        present = {duty.kind for duty in self.duties}
        return [str(kind) for kind in KINDS if kind in present]

    def _find_named(self, kind: str) -> list[list[Duty]]:
        """The duties that a text may mean: first those of that id, then those of that title or kind."""
        said, sort = words(kind), kind_named(kind)
        by_id = [duty for duty in self.duties if said == words(duty.id)]
        by_words = [duty for duty in self.duties if duty.kind == sort or said in map(words, _both(duty.title))]
        return [tier for tier in (by_id, by_words) if tier]

    def _fit(self, duty: Duty, subject: str | None, rivals: Sequence[Duty]) -> Match | None:
        """What a row of a subject says of a duty; ``None`` where it speaks of another."""
        if subject is None or words(subject) in self._itself:
            return Match(duty)
        if self._places.are_asked(duty):
            place = self._place(duty, subject)
            if place is not None:
                return Match(duty, place)
        ids = self._subjects.get(words(subject), ())
        if not ids:
            return None
        if set(ids) & set(duty.involved):
            return Match(duty)
        named = any(set(ids) & set(rival.involved) for rival in rivals)
        return Match(duty) if not duty.involved and not named else None

    def _place(self, duty: Duty, subject: str) -> str | None:
        listed = self._listed[duty.schedule.for_each or ForEach.MUNICIPALITY]
        if listed:
            return listed.get(words(subject))
        known = words(subject) in self._subjects or self._nearest_subject(subject) is not None
        return None if known else subject

    def _is_placed(self, match: Match) -> bool:
        return match.place is not None or not self._places.are_asked(match.duty)

    def _without_place(self, duty: Duty) -> RowProblem:
        return RowProblem.of("no-place", duty=duty.title, expected=_place_expected(duty))

    def _misfit(self, named: Sequence[Duty], subject: str) -> RowProblem:
        """Why a subject fits none of the duties that a kind names."""
        if words(subject) in self._subjects:
            return RowProblem.of("other-subject", subject, expected=self._involved(named))
        listed = [place for duty in named if self._places.are_asked(duty) for place in self._places.of(duty)]
        if listed:
            asked = next(duty for duty in named if self._places.are_asked(duty))
            guess = _nearest(subject, listed) or self._nearest_subject(subject)
            return RowProblem.of("unknown-place", subject, nearest=guess, expected=_place_expected(asked))
        guess = self._nearest_subject(subject)
        return RowProblem.of("unknown-subject", subject, nearest=guess, expected=self._involved(named))

    def _involved(self, named: Sequence[Duty]) -> Text:
        ids = dict.fromkeys(id_ for duty in named for id_ in duty.involved)
        listed = "; ".join(self._policy.subjects[id_].title for id_ in ids)
        return Text(listed, listed) if listed else _NOBODY

    def _of_indicator(self, kind: str) -> RowProblem:
        return RowProblem.of("of-indicator", kind, expected=self._indicators[words(kind)][0].title)


_NOBODY = Text("субъект этой политики или пустая ячейка", "a subject of this policy, or an empty cell")


def _is_shown(indicator: Indicator) -> bool:
    """Whether evidence names the indicator itself, because it names no documents or obligations."""
    measure = indicator.measure
    return isinstance(measure, State) and not (measure.documents or measure.obligations)


def _place_expected(duty: Duty) -> Text:
    if duty.schedule.for_each is ForEach.MUNICIPALITY:
        return Text("муниципалитет", "a municipality")
    return Text("организация", "an organisation")


def _both(text: Text) -> tuple[str, str]:
    return text.ru, text.in_("en")


def _names(element: Element) -> tuple[str, ...]:
    return (element.id, *_both(element.title))


def _subject_names(policy: Policy, id_: str) -> tuple[str, ...]:
    subject = policy.subjects[id_]
    return tuple(filter(None, (id_, subject.title, subject.official_name)))


def _nearest(text: str, names: Iterable[str]) -> str | None:
    return nearest(text, {words(name): name for name in names})


V = TypeVar("V")


def _by_words(named: Iterable[tuple[Iterable[str], V]]) -> dict[str, tuple[V, ...]]:
    """Values by the words of each of their names."""
    found: dict[str, dict[V, None]] = {}
    for names, value in named:
        for name in names:
            found.setdefault(words(name), {})[value] = None
    return {name: tuple(values) for name, values in found.items()}
