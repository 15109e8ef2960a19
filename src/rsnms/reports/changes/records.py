"""The difference for machines: stable JSON, described in ``docs/diff.ru.md``."""

import json
from collections.abc import Iterable
from typing import Any

from rsnms.changes.affected import Affected, Effects, Turn
from rsnms.changes.diff import Diff, JurisdictionDiff
from rsnms.changes.elements import ElementChange
from rsnms.changes.outcomes import Effect, Outcome
from rsnms.changes.people import PeopleChange
from rsnms.domain.fact import Atom, Fact
from rsnms.domain.text import Lang
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.model import Policy
from rsnms.reports.changes.people import person_words
from rsnms.reports.changes.values import plain, value_words
from rsnms.rules.decision import Decision, shown_atom
from rsnms.rules.explain import Literal


def diff_json(found: Diff, effects: Effects | None = None, lang: Lang = "ru") -> str:
    """The whole difference; ``effects`` are those on the people of a roster."""
    record = {
        "old": found.old.asked,
        "new": found.new.asked,
        "compared": found.compared,
        "new_eligibility": found.may_be(Effect.ADMITTED),
        "lost_eligibility": found.may_be(Effect.LOST),
        "jurisdictions": [_jurisdiction(one, lang) for one in found.jurisdictions],
    }
    if effects is not None:
        record["roster"] = effects_record(effects, lang)
    return json.dumps(record, ensure_ascii=False, indent=2)


def _jurisdiction(one: JurisdictionDiff, lang: Lang) -> dict[str, Any]:
    return {
        "policy": one.versions.id,
        "title": one.versions.shown.title.in_(lang),
        "on": one.versions.on.isoformat(),
        "change": str(one.kind),
        "old_version": _version(one.versions.old),
        "new_version": _version(one.versions.new),
        "elements": [_element(change, lang) for change in one.elements],
        "inherited": {parent: [_named(change) for change in changes] for parent, changes in one.inherited.items()},
        "people": [_people(change, lang) for change in one.people],
    }


def _version(policy: Policy | None) -> dict[str, Any] | None:
    return None if policy is None else {"since": plain(policy.since), "until": plain(policy.until)}


def _named(change: ElementChange) -> dict[str, Any]:
    return {"section": change.section, "id": change.id, "change": str(change.kind)}


def _element(change: ElementChange, lang: Lang) -> dict[str, Any]:
    return {
        **_named(change),
        "title": change.title.in_(lang),
        "clause": change.clause,
        "origin": change.origin,
        "through_criteria": list(change.through),
        "keys": [
            {
                "key": key.key,
                "old": plain(key.old),
                "new": plain(key.new),
                "old_words": value_words(key.old, lang, change.element),
                "new_words": value_words(key.new, lang, change.element),
            }
            for key in change.keys
        ],
    }


def _people(change: PeopleChange, lang: Lang) -> dict[str, Any]:
    return {
        "section": change.section,
        "id": change.id,
        "title": change.title.in_(lang),
        "about": str(change.about),
        "change": str(change.kind),
        "through": change.through,
        "unprovable": change.differing.text(lang) if change.differing else None,
        "newly_asked": [fact.name for fact in change.newly_asked],
        "no_longer_asked": [fact.name for fact in change.no_longer_asked],
        "effects": [_outcome(change, outcome, lang) for outcome in change.outcomes],
    }


def _outcome(change: PeopleChange, outcome: Outcome, lang: Lang) -> dict[str, Any]:
    person = outcome.person
    return {
        "effect": str(outcome.effect),
        "answer": str(outcome.answer),
        "certain": outcome.is_certain if person else None,
        "person": person
        and {
            "text": person_words(change.about, person.facts, lang),
            "facts": {fact.name: _as_stated(fact, atom) for fact, atom in person.facts},
            "on": person.on.isoformat(),
        },
        "before": decision_record(person.before if person else None, lang),
        "after": decision_record(person.after if person else None, lang),
    }


def _as_stated(fact: Fact, atom: Atom) -> Any:
    """An atom as a policy file or a case of a test states it."""
    if isinstance(atom, bool):
        return atom
    if isinstance(atom, frozenset):
        return sorted(atom)
    shown = shown_atom(Literal(Comparison(fact, Op.KNOWN, True)), atom)
    return atom if isinstance(atom, int | float) and shown == str(atom) else shown


def decision_record(decision: Decision | None, lang: Lang) -> dict[str, Any] | None:
    """Verdict, ground, and what is unmet and unknown; nothing of other days."""
    return (
        None
        if decision is None
        else {
            "verdict": str(decision.verdict),
            "ground": decision.ground.id if decision.ground else None,
            "modality": str(decision.modality) if decision.modality else None,
            "unmet": [finding.as_record(lang) for finding in decision.unmet],
            "unknown": [finding.as_record(lang) for finding in decision.unknown],
        }
    )


def effects_record(effects: Effects, lang: Lang) -> dict[str, Any]:
    """Who of a roster is affected, and how many."""
    counts = effects.counts()
    return {
        "rows": effects.rows,
        "eligibilities": [{"policy": policy, "eligibility": one.id} for policy, one in effects.asked],
        "counts": {str(turn): counts[turn] for turn in Turn},
        "affected": affected_records(effects.affected, lang),
    }


def affected_records(affected: Iterable[Affected], lang: Lang) -> list[dict[str, Any]]:
    """Every row that is affected, with both decisions."""
    return [
        {
            "row": one.row.row,
            "id": one.row.id,
            "policy": one.policy,
            "eligibility": one.eligibility.id,
            "on": one.on.isoformat(),
            "turn": str(one.turn),
            "before": decision_record(one.before, lang),
            "after": decision_record(one.after, lang),
        }
        for one in affected
    ]
