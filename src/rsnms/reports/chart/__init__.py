"""The chart of a system: its subjects on their levels, and who coordinates whom."""

from collections.abc import Collection
from enum import StrEnum

from rsnms.domain.system import Relation
from rsnms.domain.text import Lang
from rsnms.policy.model import Policy


class ChartFormat(StrEnum):
    """Formats of a chart."""

    SVG = "svg"
    MERMAID = "mermaid"
    HTML = "html"


def chart(
    policy: Policy,
    form: ChartFormat | str = ChartFormat.SVG,
    relations: Collection[Relation] | None = None,
    lang: Lang = "ru",
) -> str:
    """Draw the subjects of a policy, inherited ones included; ``relations`` narrows the lines between them.

    Raises:
        ValueError: there is no such format.
    """
    from rsnms.survey.structure import structure

    drawn = structure(policy, relations)
    match ChartFormat(form):
        case ChartFormat.SVG:
            from rsnms.reports.chart.svg import svg

            return svg(drawn, lang)
        case ChartFormat.MERMAID:
            from rsnms.reports.chart.mermaid import mermaid

            return mermaid(drawn, lang)
        case ChartFormat.HTML:
            from rsnms.reports.chart.html import html

            return html(drawn, lang)
