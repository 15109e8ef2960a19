"""The conditions that an element states: taken out by their place in its form, and put back changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any as Anything

from rsnms.domain.fact import About
from rsnms.policy.condition_forms import AllForm, AnyForm, CountForm, NotForm, UseForm
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator, Population, Ratio, RecordRule, Share, Tally
from rsnms.policy.layers import Written
from rsnms.policy.model import Policy
from rsnms.policy.problems import Path, Place
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import Eligibility
from rsnms.policy.workspace import Steps, Workspace, condition_path, place_of

Stating = Eligibility | RouteRule | Indicator | RecordRule
"""An element, or a record rule of a fact, that states conditions."""

Conditions = Mapping[Path, Condition]
"""The conditions of an element, each by its path in the form."""

_HOLDERS = {"eligibility": "eligibilities", "routes": "routes", "indicators": "indicators", "facts": "records"}
"""Where a policy keeps what a section states, as far as it has conditions; facts have their record rules."""
SECTIONS = tuple(_HOLDERS)


def stated_in(policy: Policy, section: str) -> Mapping[str, Stating]:
    """What applies in a policy and has conditions, by id; of facts those that follow from records."""
    held: Mapping[str, Stating] = getattr(policy, _HOLDERS[section])
    return held


def origin_of(policy: Policy, section: str, id_: str) -> str:
    """The policy that states the element."""
    stated = stated_in(policy, section)[id_]
    return policy.sources["facts"][id_].origin if isinstance(stated, RecordRule) else stated.origin


def with_stated(policy: Policy, section: str, id_: str, stated: Stating) -> Policy:
    """The policy with one element in another form."""
    changed: dict[str, Anything] = {_HOLDERS[section]: {**stated_in(policy, section), id_: stated}}
    return replace(policy, **changed)


def without_stated(policy: Policy, section: str, id_: str) -> Policy:
    """The policy without one element."""
    left: dict[str, Anything] = {
        _HOLDERS[section]: {name: one for name, one in stated_in(policy, section).items() if name != id_}
    }
    return replace(policy, **left)


def conditions_of(stated: Stating) -> dict[Path, Condition]:
    """Every condition that an element states, criteria written out, in the order of the file."""
    return {path: condition for path, condition in _conditions(stated) if condition is not None}


def _conditions(stated: Stating) -> Iterator[tuple[Path, Condition | None]]:
    match stated:
        case Eligibility():
            yield ("gate",), stated.gate
            for index, ground in enumerate(stated.grounds):
                yield ("grounds", index, "when"), ground.when
        case RouteRule():
            yield ("when",), stated.when
        case RecordRule():
            yield ("records", "where"), stated.where
        case Indicator(measure=Share(of=of, where=where)):
            yield ("share", "of"), of
            yield ("share", "where"), where
        case Indicator(measure=Tally(where=where)):
            yield ("count", "where"), where
        case Indicator(measure=Ratio(of=part, to=base)):
            yield ("ratio", "of", "where"), part.where
            yield ("ratio", "to", "where"), base.where


def with_conditions(stated: Stating, changed: Conditions) -> Stating:
    """The element with all of its conditions replaced; ``changed`` has the paths that :func:`conditions_of` gives."""
    match stated:
        case Eligibility():
            grounds = tuple(
                replace(ground, when=changed.get(("grounds", index, "when")))
                for index, ground in enumerate(stated.grounds)
            )
            return replace(stated, gate=changed.get(("gate",)), grounds=grounds)
        case RouteRule():
            return replace(stated, when=changed.get(("when",)))
        case RecordRule():
            return replace(stated, where=changed.get(("records", "where")))
        case Indicator(measure=Share(about=about)):
            share = Share(about, changed.get(("share", "of")), changed[("share", "where")])
            return replace(stated, measure=share)
        case Indicator(measure=Tally() as tally):
            return replace(stated, measure=replace(tally, where=changed.get(("count", "where"))))
        case Indicator(measure=Ratio(of=part, to=base)):
            of = Population(part.about, changed.get(("ratio", "of", "where")))
            to = Population(base.about, changed.get(("ratio", "to", "where")))
            return replace(stated, measure=Ratio(of, to))
    return stated


def about_of(stated: Stating, path: Path) -> About:
    """Of whom or what the condition at a path of an element speaks."""
    match stated:
        case Eligibility(about=about) | RecordRule(of=about):
            return about
        case Indicator(measure=Share(about=about) | Tally(about=about)):
            return about
        case Indicator(measure=Ratio(of=of, to=to)):
            return of.about if path[1] == "of" else to.about
    return About.PERSON


@dataclass(frozen=True, slots=True)
class WrittenAt:
    """Where a part of a condition is written."""

    place: Place
    criterion: Place | None = None
    """Its place in the criterion, where ``place`` is that of the use of one."""


def written_at(workspace: Workspace, policy: Policy, written: Written, path: Path, steps: Steps) -> WrittenAt:
    """The place of the part at ``steps`` of the condition at a path of an element."""
    form = _form_at(written.form, path)
    place = place_of(written, path + condition_path(form, steps))
    return WrittenAt(place, _in_criterion(workspace, policy, form, steps))


def _form_at(form: Anything, path: Path) -> object:
    for step in path:
        form = form[step] if isinstance(step, int) else getattr(form, step)
    return form


def _in_criterion(workspace: Workspace, policy: Policy, form: object, steps: Steps) -> Place | None:
    """The place inside the innermost criterion on the way; ``None`` where none is used."""
    while not isinstance(form, UseForm):
        if not steps:
            return None
        form, steps = _part(form, steps[0]), steps[1:]
    criterion = workspace.written(policy, "criteria", form.use)
    if criterion is None:
        return None
    inner = criterion.form.when
    if not _carries_title(inner):
        steps = steps[1:]  # a node of its own carries the criterion's title
    deeper = _in_criterion(workspace, policy, inner, steps)
    return deeper or place_of(criterion, ("when", *condition_path(inner, steps)))


def _part(form: object, index: int) -> object:
    match form:
        case AllForm(all=parts) | AnyForm(any=parts) | CountForm(of=parts):
            return parts[index]
        case NotForm(not_=part):
            return part
    raise TypeError(f"no node: {form!r}")


def _carries_title(form: object) -> bool:
    """Whether the condition of a form takes the title of its criterion itself."""
    return isinstance(form, AllForm | AnyForm | CountForm | NotForm) and form.title is None
