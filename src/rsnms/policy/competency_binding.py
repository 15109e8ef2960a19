"""From written competencies and instruments to values: references checked, cut points in order."""

from fractions import Fraction

from rsnms.domain.text import Text
from rsnms.policy.competencies import Cut, FrameworkCompetency, Instrument, Measured, ResultLevel
from rsnms.policy.competency_forms import CompetencyForm, CutForm, InstrumentForm, MeasuredForm
from rsnms.policy.layers import Written
from rsnms.policy.problems import Path, Problem
from rsnms.policy.references import References


class CompetencyBinder:
    """Makes the competencies and instruments of one period; mistakes go to ``problems``."""

    def __init__(self, references: References, problems: list[Problem]) -> None:
        self._references = references
        self._problems = problems

    def competency(self, written: Written) -> FrameworkCompetency:
        """Make a competency."""
        form: CompetencyForm = written.form
        return FrameworkCompetency(**self._references.head(written), area=form.area, synonyms=tuple(form.synonyms))

    def instrument(self, written: Written) -> Instrument:
        """Make an instrument."""
        form: InstrumentForm = written.form
        ids = [one.id for one in form.measures]
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                self._problems.append(written.problem("duplicate-id", ("measures", index, "id"), id_))
        return Instrument(
            **self._references.head(written),
            measures=tuple(self._measured(written, one, index) for index, one in enumerate(form.measures)),
            cuts=self._cuts(written, form.cuts, ("cuts",)),
            levels=tuple(ResultLevel(one.title, tuple(one.synonyms), one.severity) for one in form.levels),
        )

    def _measured(self, written: Written, form: MeasuredForm, index: int) -> Measured:
        path: Path = ("measures", index)
        named = form.competency or form.id
        key = "competency" if form.competency else "id"
        self._references.check_named("competencies", written, (*path, key), named)
        cuts = self._cuts(written, form.cuts, (*path, "cuts"))
        return Measured(form.id, form.title.text(), named, tuple(form.synonyms), cuts)

    def _cuts(self, written: Written, forms: list[CutForm], path: Path) -> tuple[Cut, ...]:
        cuts = tuple(
            Cut(one.severity, Fraction(one.below[0]) / (100 if one.below[1] else 1), one.below[1]) for one in forms
        )
        shares = {cut.is_share for cut in cuts}
        ordered = [cut.below for cut in cuts] == sorted({cut.below for cut in cuts})
        milder = [cut.severity.rank for cut in cuts] == sorted({cut.severity.rank for cut in cuts}, reverse=True)
        if len(shares) > 1 or not ordered or not milder:
            expected = Text(
                "пороги одного вида (все в % или все в баллах) по возрастанию, от тяжёлого дефицита к лёгкому",
                "cut points of one kind (all % or all points) in rising order, from a severe deficit to a mild one",
            )
            self._problems.append(written.problem("instrument-definition", path, expected=expected))
        return cuts
