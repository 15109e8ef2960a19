"""Catalogues written as YAML and as rows of a table, which read back as equal offers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from rsnms.domain.fact import Fact
from rsnms.domain.offer import Offer, Session
from rsnms.routes.catalogue import columns
from rsnms.routes.catalogue.framework import framework

HEADINGS = tuple(fact.title.ru for fact in columns.COLUMNS if fact not in (columns.SESSIONS, columns.IN_REGISTER))
"""The headings of the rows that :func:`catalogue_rows` makes."""


def catalogue_yaml(offers: Iterable[Offer]) -> str:
    """The offers as a YAML catalogue."""
    import yaml

    class Plain(yaml.SafeDumper):
        """Writes equal dates out instead of referring from one to the other."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - no value is an alias
            return True

    data = {"offers": [dict(_form(offer)) for offer in offers]}
    written: str = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, width=1000)
    return written


def _form(offer: Offer) -> Iterator[tuple[str, Any]]:
    yield from (("id", offer.id), ("title", offer.title), ("kind", str(offer.kind)))
    yield "gains", {competency: str(level) for competency, level in offer.gains.items()}
    yield from (("hours", offer.hours), ("education", str(offer.education)), ("form", str(offer.form)))
    if offer.technologies:
        yield "technologies", list(offer.technologies)
    audience = {name: sorted(value) for name, value in offer.audience if value is not None}
    if audience:
        yield "audience", audience
    if offer.sessions:
        yield "sessions", [_stated(_session(session)) for session in offer.sessions]
    if offer.register_from:
        yield "register", _stated({"from": offer.register_from, "until": offer.register_until})
    if offer.provider:
        yield "provider", offer.provider
    if offer.prerequisites:
        yield "prerequisites", sorted(offer.prerequisites)
    if offer.cost:
        yield "cost", f"{offer.cost:f}"


def _session(session: Session) -> dict[str, Any]:
    return {"from": session.starts_on, "until": session.ends_on, "seats": session.seats, "place": session.place}


def _stated(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def catalogue_rows(offers: Iterable[Offer], competencies: Fact | None = None) -> Iterator[Sequence[str]]:
    """The offers as rows below :data:`HEADINGS`, one for each session."""
    named = competencies or framework()
    for offer in offers:
        gains = "; ".join(f"{_title(named, id_)}: {_title(columns.LEVEL, level)}" for id_, level in offer.gains.items())
        audience = offer.audience
        before = (offer.id, offer.title, _title(columns.KIND, offer.kind), gains, str(offer.hours))
        after = (
            *(_title(columns.EDUCATION, offer.education), _title(columns.FORM, offer.form)),
            "; ".join(offer.technologies),
            "; ".join(_title(columns.POSTS_FOR, one) for one in sorted(audience.posts or ())),
            "; ".join(sorted(audience.subjects or ())),
            "; ".join(_title(columns.KINDS_FOR, one) for one in sorted(audience.organisation_kinds or ())),
        )
        last = (
            *(_day(offer.register_from), _day(offer.register_until), offer.provider or ""),
            *("; ".join(sorted(offer.prerequisites)), f"{offer.cost:f}".replace(".", ",")),
        )
        for session in offer.sessions or (None,):
            yield (*before, *after, *_run(session), *last)


def _run(session: Session | None) -> tuple[str, str, str, str]:
    if session is None:
        return "", "", "", ""
    seats = "" if session.seats is None else str(session.seats)
    return _day(session.starts_on), _day(session.ends_on), seats, session.place or ""


def _title(fact: Fact, id_: str) -> str:
    value = fact.value(id_)
    return value.title.ru if value else id_


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
