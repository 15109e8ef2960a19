"""How many offers of each kind a catalogue holds."""

from collections import Counter

from rsnms.domain.text import Lang, Text, Unit
from rsnms.reports.listing import Column, Listing, Row
from rsnms.routes.catalogue.catalogue import Catalogue
from rsnms.routes.catalogue.columns import KINDS
from rsnms.rules.wording import ERRORS, count_words

_COLUMNS = (
    Column("kind", Text("Вид", "Kind"), 30),
    Column("offers", Text("Предложений", "Offers"), 14),
    Column("sessions", Text("Сессий", "Sessions"), 14),
    Column("in_register", Text("В федеральном реестре", "In the federal register"), 22),
)
_OFFERS = Unit("предложение", "предложения", "предложений", ("offer", "offers"))


def catalogue_listing(catalogue: Catalogue, lang: Lang = "ru") -> Listing:
    """The kinds that the catalogue holds, with their numbers."""
    offers, sessions, listed = Counter[str](), Counter[str](), Counter[str]()
    for offer in catalogue:
        offers[offer.kind] += 1
        sessions[offer.kind] += len(offer.sessions)
        listed[offer.kind] += offer.register_from is not None
    rows = []
    for kind in (one for one in KINDS if offers[one.id]):
        numbers = (offers[kind.id], sessions[kind.id], listed[kind.id])
        record = dict(zip(("kind", "offers", "sessions", "in_register"), (str(kind.id), *numbers), strict=True))
        rows.append(Row(record, (kind.title.in_(lang), *map(str, numbers))))
    return Listing(_COLUMNS, rows, lang)


def catalogue_summary(catalogue: Catalogue, lang: Lang = "ru") -> str:
    """How many offers were accepted and rejected, and how many errors there are, in one line."""
    said = [count_words(len(catalogue), _OFFERS, lang)]
    if catalogue.rejected:
        said.append(f"{'отклонено' if lang == 'ru' else 'rejected'}: {len(catalogue.rejected)}")
    if catalogue.problems:
        said.append(count_words(len(catalogue.problems), ERRORS, lang))
    return f"{catalogue.source}: {', '.join(said)}"
