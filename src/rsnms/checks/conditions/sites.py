"""Where conditions stand: every condition that policies state themselves, its parts, and what holds beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rsnms.checks.check import Finding, Scope
from rsnms.domain.fact import About
from rsnms.domain.text import Lang, Text
from rsnms.policy.condition_forms import AllForm, AnyForm, CountForm, NotForm, UseForm
from rsnms.policy.conditions import Condition, parts_of
from rsnms.policy.indicators import Indicator, Ratio, Share, Tally
from rsnms.policy.layers import Written
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.stated import Eligibility
from rsnms.policy.workspace import Steps, condition_path, place_of
from rsnms.rules.proof.prover import Demand
from rsnms.rules.wording import mid_sentence
from rsnms.rules.words import words

_LONGEST = 120
"""Characters of a condition that a message still quotes."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition that holds where another one is asked: the gate for a ground, the other parts for a part."""

    condition: Condition
    place: Place
    words: Text


@dataclass(frozen=True, slots=True)
class Site:
    """A whole condition that a policy's own files state."""

    policy: Policy
    written: Written
    path: Path
    """Below the element."""
    form: object
    condition: Condition
    about: About
    name: Text
    """What it is a condition of, in the nominative, at the beginning of a sentence."""
    given: tuple[Reason, ...] = ()
    """What everybody meets who is asked."""
    is_ground: bool = False

    @property
    def whole(self) -> "Part":
        """All of it."""
        return Part(self, (), self.form, self.condition)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a condition that stands in the same file; what a criterion asks stands where it is used."""

    site: Site
    steps: Steps
    form: object
    condition: Condition

    @property
    def parts(self) -> tuple["Part", ...]:
        """Its own parts; those of a criterion stand with the criterion."""
        match self.form:
            case AllForm(all=forms) | AnyForm(any=forms) | CountForm(of=forms):
                pass
            case NotForm(not_=form):
                forms = [form]
            case _:
                return ()
        below = zip(forms, parts_of(self.condition), strict=True)
        return tuple(Part(self.site, (*self.steps, index), form, part) for index, (form, part) in enumerate(below))

    @property
    def path(self) -> Path:
        """Where in the element it stands."""
        return self.site.path + condition_path(self.site.form, self.steps)

    @property
    def is_own_criterion(self) -> bool:
        """Whether it is a criterion of the same policy, of which the criterion itself is told everything."""
        criteria = self.site.policy.criteria
        return isinstance(self.form, UseForm) and criteria[self.form.use].origin == self.site.policy.id

    @property
    def words(self) -> Text:
        """What it asks, in words that go on after a colon; a criterion by its id."""
        if isinstance(self.form, UseForm):
            return Text(f"критерий «{self.form.use}»", f"the criterion '{self.form.use}'")
        return Text(_said(self.condition, "ru"), _said(self.condition, "en"))

    @property
    def reason(self) -> Reason:
        """It as a reason for others."""
        return Reason(self.condition, place_of(self.site.written, self.path), self.words)

    def finding(self, code: str, message: Text, reasons: Iterable[Reason] = ()) -> Finding:
        """A finding at this part; reasons are what belongs to it."""
        related = tuple((reason.place, reason.words) for reason in reasons)
        return finding(code, self.site.policy, self.site.written, self.path, message, related)


def finding(
    code: str,
    policy: Policy,
    written: Written,
    path: Path,
    message: Text,
    related: tuple[tuple[Place, Text], ...] = (),
    witness: Text | None = None,
) -> Finding:
    """A finding at a path of an element."""
    return Finding(code, place_of(written, path), message, policy.id, written.path + path, related, witness)


def _said(condition: Condition, lang: Lang) -> str:
    text = mid_sentence(words(condition, lang))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip(' ;,(')}…"


def demands(reasons: Iterable[Reason]) -> tuple[Demand, ...]:
    """That all reasons hold."""
    return tuple(Demand(reason.condition) for reason in reasons)


def own_eligibilities(scope: Scope) -> Iterator[tuple[Policy, Written, Eligibility]]:
    """The eligibilities that the policies of a scope state themselves."""
    for policy in scope.policies:
        for section, written in scope.workspace.own(policy):
            if section == "eligibility" and written.form.id in policy.eligibilities:
                yield policy, written, policy.eligibilities[written.form.id]


def sites(scope: Scope) -> Iterator[Site]:
    """Every condition that the policies of a scope state themselves."""
    for policy in scope.policies:
        for section, written in scope.workspace.own(policy):
            match section:
                case "criteria":
                    yield from _criterion(policy, written)
                case "eligibility":
                    yield from _eligibility(policy, written)
                case "routes":
                    yield from _route(policy, written, scope)
                case "indicators":
                    yield from _indicator(policy, written)
                case "facts":
                    yield from _record(policy, written)


def _criterion(policy: Policy, written: Written) -> Iterator[Site]:
    criterion = policy.criteria.get(written.form.id)
    if criterion is not None and criterion.when is not None:
        name = Text(f"Критерий «{criterion.id}»", f"The criterion '{criterion.id}'")
        yield Site(policy, written, ("when",), written.form.when, criterion.when, criterion.about, name)


def _eligibility(policy: Policy, written: Written) -> Iterator[Site]:
    stated = policy.eligibilities.get(written.form.id)
    if stated is None:
        return
    given: tuple[Reason, ...] = ()
    if stated.gate is not None:
        name = Text(f"Общее условие права «{stated.id}»", f"The gate of the eligibility '{stated.id}'")
        yield Site(policy, written, ("gate",), written.form.gate, stated.gate, stated.about, name)
        given = (gate_reason(written, stated.gate),)
    for index, ground in enumerate(stated.grounds):
        if ground.when is not None:
            name = Text(
                f"Основание «{ground.id}» права «{stated.id}»",
                f"The ground '{ground.id}' of the eligibility '{stated.id}'",
            )
            path, form = ("grounds", index, "when"), written.form.grounds[index].when
            yield Site(policy, written, path, form, ground.when, stated.about, name, given, is_ground=True)


def gate_reason(written: Written, gate: Condition) -> Reason:
    """The gate as a reason."""
    return Reason(gate, place_of(written, ("gate",)), Text("общее условие (gate)", "the gate"))


def _route(policy: Policy, written: Written, scope: Scope) -> Iterator[Site]:
    rule = policy.routes.get(written.form.id)
    if rule is None or rule.when is None:
        return
    given: tuple[Reason, ...] = ()
    if rule.eligible_for is not None:
        stated = policy.eligibilities[rule.eligible_for]
        at = scope.workspace.written(policy, "eligibility", stated.id)
        words_ = Text(f"право «{stated.id}»", f"the eligibility '{stated.id}'")
        given = (Reason(stated.condition, place_of(at or written), words_),)
    name = Text(f"Правило маршрута «{rule.id}»", f"The route rule '{rule.id}'")
    yield Site(policy, written, ("when",), written.form.when, rule.when, About.PERSON, name, given)


def _indicator(policy: Policy, written: Written) -> Iterator[Site]:
    indicator = policy.indicators.get(written.form.id)
    if indicator is None:
        return
    for path, about, condition, among in _asked_by(indicator):
        form: object = written.form
        for key in path:
            form = getattr(form, str(key))
        given = (Reason(among, place_of(written, ("share", "of")), _COUNTED),) if among is not None else ()
        name = Text(f"Показатель «{indicator.id}»", f"The indicator '{indicator.id}'")
        yield Site(policy, written, path, form, condition, about, name, given)


_COUNTED = Text("знаменатель доли (of)", "the share's denominator (of)")


def _asked_by(indicator: Indicator) -> Iterator[tuple[Path, About, Condition, Condition | None]]:
    """The conditions of an indicator, and of a numerator the denominator."""
    match indicator.measure:
        case Share(about=about, of=of, where=where):
            if of is not None:
                yield ("share", "of"), about, of, None
            yield ("share", "where"), about, where, of
        case Tally(about=about, where=where) if where is not None:
            yield ("count", "where"), about, where, None
        case Ratio() as ratio:
            for side, population in (("of", ratio.of), ("to", ratio.to)):
                if population.where is not None:
                    yield ("ratio", side, "where"), population.about, population.where, None


def _record(policy: Policy, written: Written) -> Iterator[Site]:
    rule = policy.records.get(written.form.id)
    if rule is not None and rule.where is not None and written.form.records is not None:
        name = Text(f"Факт «{rule.fact}»", f"The fact '{rule.fact}'")
        yield Site(policy, written, ("records", "where"), written.form.records.where, rule.where, rule.of, name)
