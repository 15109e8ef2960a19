"""Which offers of a catalogue a person takes, and when: the part of a route that is optimised.

First the learning: as many deficits closed as can be, the most severe first; the programmes that the rules ask for,
prescribed ones before recommended ones; then fewest hours, programmes of the federal register preferred, earliest end,
lowest cost. Then, one measure after another, what carries it into practice and supports it, with the learning standing.
"""

from rsnms.routes.planning.arrangement import Arrangement, Case, Fits, Placed
from rsnms.routes.planning.asked import CARRIERS
from rsnms.routes.planning.carrying import carry
from rsnms.routes.planning.learning import learn
from rsnms.routes.planning.openings import Seats
from rsnms.routes.planning.situation import Situation, Supply


def arrange(supply: Supply, case: Case, fits: Fits, seats: Seats) -> Arrangement:
    """The best arrangement of a case with the seats that are left; of several gaps the first is told."""
    situation = Situation(supply, case, fits, seats)
    gaps = [learn(situation), *(carry(situation, measure) for measure in CARRIERS)]
    placed = tuple(sorted(situation.placed, key=_by_day))
    return Arrangement(placed, next((gap for gap in gaps if gap), None))


def _by_day(placed: Placed) -> tuple[object, ...]:
    return placed.slot.begins, placed.slot.ends, placed.offer.id
