"""Results of diagnostics: how far a competency was shown, in points, in per cent, or as a level in words."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rsnms.domain.competency import Severity
from rsnms.policy.competencies import Instrument, Measured, ResultLevel


@dataclass(frozen=True, slots=True)
class Result:
    """One result of one person: what was measured, by which instrument, when and where."""

    person: str
    on: date
    instrument: Instrument
    measured: Measured
    share: Fraction | None = None
    """The part of the maximum; ``None`` where a level or points without a maximum were reported."""
    points: Fraction | None = None
    level: ResultLevel | None = None
    at_cnppm: bool | None = None
    row: int | None = None

    @property
    def is_assessed(self) -> bool:
        """Whether there is a result at all: what was not assessed is not zero."""
        return self.share is not None or self.points is not None or self.level is not None

    @property
    def severity(self) -> Severity | None:
        """The severity of the deficit that the result shows; ``None`` where it shows none.

        Raises:
            ValueError: nothing was assessed, or the cut points ask for what the result does not say.
        """
        if self.level is not None:
            return self.level.severity
        value = self._comparable
        cuts = self.instrument.cuts_of(self.measured)
        return next((cut.severity for cut in cuts if value < cut.below), None)

    @property
    def is_comparable(self) -> bool:
        """Whether the instrument's cut points can be applied to it."""
        if self.level is not None:
            return True
        cuts = self.instrument.cuts_of(self.measured)
        return bool(cuts) and (self.share if cuts[0].is_share else self.points) is not None

    @property
    def _comparable(self) -> Fraction:
        cuts = self.instrument.cuts_of(self.measured)
        value = self.share if cuts and cuts[0].is_share else self.points
        if value is None:
            raise ValueError(f"no result that the cut points of {self.instrument.id} can be applied to")
        return value
