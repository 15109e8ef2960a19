"""Everything that a policy states, element by element, as flat records of one shape."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rsnms.domain.level import Level
from rsnms.domain.subject import Modality, StatementKind, Subject
from rsnms.domain.system import ProvisionKind
from rsnms.domain.text import Text
from rsnms.policy.conditions import Condition
from rsnms.policy.indicators import Indicator, Ratio, Share, State
from rsnms.policy.model import Policy, UnknownNameError
from rsnms.policy.routes import RouteRule
from rsnms.policy.stated import ActReference, Eligibility
from rsnms.policy.system import Document, Governance, Obligation, Provision, Section
from rsnms.survey.record import Record, clauses_cited, level_of, record_concerning, record_of

BASIS, REPEAL = "basis", "repeal"
KINDS = (
    *(BASIS, REPEAL, "term", "activity", "criterion", "fact", "subject"),
    *map(str, StatementKind),
    *map(str, ProvisionKind),
    *(
        "governance",
        "document",
        "section",
        "obligation",
        "indicator",
        "competency",
        "instrument",
        "route-rule",
        "eligibility",
        "ground",
    ),
)
"""Every kind of record, in the order of the records of a policy."""


def records(
    policy: Policy,
    *,
    kind: str | None = None,
    subject: str | None = None,
    level: Level | str | None = None,
    clause: str | None = None,
    activity: str | None = None,
    modality: Modality | str | None = None,
    own: bool = False,
) -> tuple[Record, ...]:
    """The elements of a policy, inherited ones included, narrowed by what is given.

    ``subject`` finds all that names a subject, also as the one whom it concerns. ``clause`` finds a clause and those
    below it: "3.2" finds 3.2, 3.2.4 and "3.2, 1", not 3.20. ``own`` leaves out what parents state. What the acts do
    not specify has no records: the result is empty.

    Raises:
        UnknownNameError: the kind, subject, level, activity or modality exists nowhere; it names the nearest one.
    """
    _check(Text("вида элемента", "kind of element"), kind, KINDS, policy)
    _check(Text("субъекта", "subject"), subject, policy.subjects, policy)
    _check(Text("уровня", "level"), level, Level, policy)
    _check(Text("вида деятельности", "activity"), activity, policy.activities, policy)
    _check(Text("силы", "modality"), modality, Modality, policy)
    return tuple(
        one
        for one in _all(policy)
        if (kind is None or one.kind == kind)
        and (subject is None or subject in one.subjects)
        and (level is None or one.level == level)
        and (clause is None or any(is_below(named, clause) for named in one.clauses))
        and (activity is None or one.activity == activity)
        and (modality is None or one.modality == modality)
        and not (own and one.inherited_from)
    )


def _check(what: Text, name: str | None, known: Iterable[str], policy: Policy) -> None:
    names = dict.fromkeys(map(str, known))
    if name is not None and name not in names:
        raise UnknownNameError(what, str(name), names, policy.id)


def is_below(clause: str, asked: str) -> bool:
    """Whether a clause is the one asked for, or a part of it."""
    rest = clause.removeprefix(asked)
    return clause.startswith(asked) and (not rest or not (rest[0].isalnum() or asked[-1:].isspace()))


def _all(policy: Policy) -> Iterator[Record]:
    yield from _other_acts(policy)
    for term in policy.terms.values():
        yield record_of(policy, "term", term)
    for activity in policy.activities.values():
        yield record_of(policy, "activity", activity)
    for criterion in policy.criteria.values():
        yield record_of(policy, "criterion", criterion, sort=str(criterion.about), cited=clauses_cited(criterion.when))
    for fact in policy.sources.get("facts", {}).values():
        yield record_of(policy, "fact", fact, sort=str(policy.facts[fact.id].type))
    for subject in policy.subjects.values():
        yield from _of_subject(policy, subject)
    for provision in policy.provisions.values():
        yield _provision(policy, provision)
    for governance in policy.governance.values():
        yield _governance(policy, governance)
    for document in policy.documents.values():
        yield from _document(policy, document)
    for obligation in policy.obligations.values():
        yield _obligation(policy, obligation)
    for indicator in policy.indicators.values():
        yield record_of(
            policy, "indicator", indicator, within=indicator.within, cited=clauses_cited(*_measured(indicator))
        )
    for competency in policy.competencies.values():
        yield record_of(policy, "competency", competency, sort=str(competency.area))
    for instrument in policy.instruments.values():
        yield record_of(policy, "instrument", instrument)
    for rule in policy.routes.values():
        yield _route_rule(policy, rule)
    for eligibility in policy.eligibilities.values():
        yield from _eligibility(policy, eligibility)


def _other_acts(policy: Policy) -> Iterator[Record]:
    """The acts on which a policy's own acts rest, and those that they repeal."""
    for act in policy.acts:
        for kind, others in ((BASIS, act.basis), (REPEAL, act.repeals)):
            for number, other in enumerate(others, 1):
                id_ = f"{act.id}-{kind}-{number}"
                title = Text(other.title or _named(other))
                yield Record(kind, id_, other.clause, other.item, title, act=act.id, origin=policy.id)


def _named(act: ActReference) -> str:
    dated = f"от {act.dated:%d.%m.%Y}" if act.dated else None
    number = f"№ {act.number}" if act.number else None
    return " ".join(filter(None, (act.kind, dated, number, act.body)))


def _of_subject(policy: Policy, subject: Subject) -> Iterator[Record]:
    source = policy.sources["subjects"][subject.id]
    yield record_of(
        policy,
        "subject",
        source,
        subject=subject.id,
        level=subject.level,
        sort=str(subject.kind),
        within=subject.part_of,
    )
    for one in subject.statements:
        yield Record(
            kind=str(one.kind),
            id=one.id,
            clause=one.clause,
            item=one.item,
            title=Text(one.title),
            subject=subject.id,
            subjects=(subject.id,),
            level=subject.level,
            modality=one.modality,
            activity=one.activity,
            reading=one.reading,
            act=one.act,
            origin=one.origin or source.origin,
            inherited_from=one.origin if one.origin not in (None, policy.id) else None,
        )


def _provision(policy: Policy, provision: Provision) -> Record:
    return record_of(
        policy,
        str(provision.kind),
        provision,
        subject=provision.subject,
        level=provision.level or level_of(policy, provision.subject),
        activity=provision.activity,
        within=provision.within,
    )


def _governance(policy: Policy, governance: Governance) -> Record:
    named = (*governance.by, *governance.of)
    sort, activity = str(governance.relation), governance.activity
    return record_concerning(policy, "governance", governance, named, sort, activity=activity)


def _document(policy: Policy, document: Document) -> Iterator[Record]:
    named = (document.of, document.approved_by, document.prepared_by, *document.parties)
    yield record_concerning(policy, "document", document, named, str(document.kind))
    for section in document.sections:
        yield from _section(policy, section, document.id)


def _section(policy: Policy, section: Section, around: str) -> Iterator[Record]:
    yield record_of(policy, "section", section, within=around)
    for below in section.sections:
        yield from _section(policy, below, section.id)


def _obligation(policy: Policy, obligation: Obligation) -> Record:
    named = (*obligation.by, obligation.of)
    return record_concerning(policy, "obligation", obligation, named, str(obligation.kind), within=obligation.roadmap)


def _eligibility(policy: Policy, eligibility: Eligibility) -> Iterator[Record]:
    formed_by, formed_by_clause = eligibility.formed_by, eligibility.formed_by_clause
    yield record_of(
        policy,
        "eligibility",
        eligibility,
        subject=formed_by,
        level=level_of(policy, formed_by),
        sort=str(eligibility.about),
        cited=(*filter(None, (formed_by_clause,)), *clauses_cited(eligibility.gate)),
    )
    for ground in eligibility.grounds:
        stated = replace(ground, clause=ground.clause or eligibility.clause)
        yield record_of(policy, "ground", stated, within=eligibility.id, cited=clauses_cited(ground.when))


def _route_rule(policy: Policy, rule: RouteRule) -> Record:
    return record_of(
        policy,
        "route-rule",
        rule,
        subject=rule.by,
        level=level_of(policy, rule.by),
        sort=str(rule.measure),
        cited=clauses_cited(rule.when),
    )


def _measured(indicator: Indicator) -> tuple[Condition | None, ...]:
    """The conditions of what an indicator measures."""
    match indicator.measure:
        case State():
            return ()
        case Share(of=of, where=where):
            return (of, where)
        case Ratio(of=of, to=to):
            return (of.where, to.where)
        case tally:
            return (tally.where,)
