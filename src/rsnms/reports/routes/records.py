"""Routes as records for machines: ISO dates, ids and numbers, whatever the language."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from rsnms.domain.competency import Deficit
from rsnms.domain.offer import Offer, Session
from rsnms.policy.routes import RouteRule
from rsnms.routes.fitting.uncovered import Remedy, Uncovered
from rsnms.routes.planning.route import Route, RouteWorth, Step, Unkept
from rsnms.routes.planning.saved import VERSION
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Open, Requirement
from rsnms.routes.timetable.timetable import Gap, Month


def route_record(route: Route) -> dict[str, Any]:
    """Everything a route says; :func:`rsnms.routes.planning.saved.read_routes` reads it back from a JSON file.

    Hours by month stand below keys such as ``2025-03``. Costs are in roubles.
    """
    return {
        "version": VERSION,
        "person": route.person,
        "policy": route.policy,
        "on": route.on.isoformat(),
        "terms": _terms(route.terms),
        "deficits": _deficits(route.deficits),
        "steps": [_step(step) for step in route.steps],
        "uncovered": [_uncovered(left) for left in route.uncovered],
        "unkept": [_unkept(one) for one in route.unkept],
        "open": [_open(one) for one in route.open],
        "content": list(route.content),
        "forms": [str(form) for form in route.forms],
        "technologies": list(route.technologies),
        "pace": _months(route.pace),
        "hours": route.hours,
        "cost": _number(route.cost),
        "ends_on": route.ends_on.isoformat(),
        "worth": _worth(route.worth) if route.worth else None,
        "proven": route.is_proven,
        "gap": _gap(route.gap) if route.gap else None,
    }


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "begins": terms.begins.isoformat(),
        "until": _iso(terms.until),
        "hours": terms.hours,
        "hours_a_month": terms.hours_a_month,
        "cost": None if terms.cost is None else _number(terms.cost),
        "forms": None if terms.forms is None else _sorted(terms.forms),
        "places": None if terms.places is None else _sorted(terms.places),
    }


def _deficits(deficits: Iterable[Deficit]) -> list[dict[str, Any]]:
    return [_deficit(one) for one in deficits]


def _deficit(deficit: Deficit) -> dict[str, Any]:
    return {
        "competency": deficit.competency,
        "severity": str(deficit.severity),
        "found_on": _iso(deficit.found_on),
    }


def _step(step: Step) -> dict[str, Any]:
    clauses = dict.fromkeys(one.clause for one in step.requirements if one.clause is not None)
    return {
        "id": step.id,
        "stage": str(step.stage),
        "begins": step.begins.isoformat(),
        "ends": step.ends.isoformat(),
        "hours": step.hours,
        "month_hours": _months(dict(step.month_hours)),
        "offer": _offer(step.offer, step.begins) if step.offer else None,
        "session": _session(step.session) if step.session else None,
        "closes": _deficits(step.closes),
        "serves": _deficits(step.serves),
        "measures": [str(measure) for measure in step.measures],
        "rules": [_requirement(one) for one in step.requirements],
        "clauses": list(clauses),
        "by": list(step.by),
        "person": step.person,
        "after": list(step.after),
        "status": str(step.status),
    }


def _offer(offer: Offer, begins: date) -> dict[str, Any]:
    return {
        "id": offer.id,
        "title": offer.title,
        "kind": str(offer.kind),
        "education": str(offer.education),
        "form": str(offer.form),
        "technologies": list(offer.technologies),
        "provider": offer.provider,
        "cost": _number(offer.cost),
        "in_register": offer.in_register(begins),
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "starts_on": session.starts_on.isoformat(),
        "ends_on": session.ends_on.isoformat(),
        "seats": session.seats,
        "place": session.place,
    }


def _rule(rule: RouteRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "measure": str(rule.measure),
        "modality": str(rule.modality) if rule.modality else None,
        "clause": rule.clause,
        "item": rule.item,
        "act": rule.act,
        "origin": rule.origin,
        "is_default": rule.is_default,
        "by": rule.by,
    }


def _requirement(one: Requirement) -> dict[str, Any]:
    return {
        **_rule(one.rule),
        "deficit": _deficit(one.deficit) if one.deficit else None,
        "chain": list(dict.fromkeys(each.rule.id for each in one.chain())),
    }


def _uncovered(left: Uncovered) -> dict[str, Any]:
    return {
        "deficit": _deficit(left.deficit),
        "reason": str(left.reason),
        "remedies": [_remedy(remedy) for remedy in left.remedies],
        "weaker": list(left.weaker),
    }


def _remedy(remedy: Remedy) -> dict[str, Any]:
    stands = remedy.hindrance
    return {
        "offer": remedy.offer,
        "hours": remedy.hours,
        "hours_a_month": remedy.hours_a_month,
        "cost": None if remedy.cost is None else _number(remedy.cost),
        "session": _session(remedy.session) if remedy.session else None,
        "clashes": list(remedy.clashes),
        "unknown": _sorted(stands.unknown),
        "excluded_by": _sorted(stands.excluded_by),
        "forms": _sorted(stands.forms),
        "missing": _sorted(stands.missing),
        "completed": _sorted(stands.completed),
        "over": _sorted(stands.over),
        "full": _sorted(stands.full),
    }


def _unkept(one: Unkept) -> dict[str, Any]:
    return {**_requirement(one.requirement), "offers": list(one.offers), "after": one.after}


def _open(one: Open) -> dict[str, Any]:
    missing = [fact.name for fact in one.missing]
    return {**_rule(one.rule), "missing": missing, "competencies": list(one.competencies)}


def _worth(worth: RouteWorth) -> dict[str, Any]:
    ends_on = None if worth.ends_on == date.min else worth.ends_on.isoformat()
    return {**worth._asdict(), "ends_on": ends_on, "cost": _number(worth.cost)}


def _gap(gap: Gap) -> dict[str, Any]:
    return {"level": gap.level, "reached": gap.reached, "bound": gap.bound}


def _months(hours: Mapping[Month, int]) -> dict[str, int]:
    return {f"{year:04}-{month:02}": number for (year, month), number in sorted(hours.items())}


def _number(number: Decimal) -> int | float:
    """A number of JSON: whole where it is."""
    return int(number) if number == number.to_integral_value() else float(number)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(map(str, names))
