"""The chart: boxes in their lanes, lines that run through no box, texts that fit and are escaped."""

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rsnms.domain.system import Relation
from rsnms.policy.loading import load_policies
from rsnms.reports.chart import chart
from rsnms.reports.chart.boxes import COLUMN, UNIT
from rsnms.reports.chart.hanging import hangings
from rsnms.reports.chart.lettering import width, wrap
from rsnms.reports.chart.plan import plan
from rsnms.reports.chart.routing import route
from rsnms.reports.chart.squeezing import squeeze
from rsnms.reports.chart.style import LINES
from rsnms.reports.names import RELATIONS
from rsnms.survey.structure import structure
from systems import north, systems, tree

SVG = "{http://www.w3.org/2000/svg}"


def laid_out(policy, tracks=7):
    drawn = plan(structure(policy), tracks)
    return squeeze(drawn, route(drawn, structure(policy).ties).routes)


def check_boxes(drawn, policy) -> None:
    assert set(drawn.boxes) == set(policy.subjects)
    lanes = {lane.level: lane for lane in drawn.lanes}
    for box in drawn.boxes.values():
        lane = lanes[box.subject.level]
        assert lane.y < box.y
        assert box.bottom < lane.y + lane.height
        assert 0 < box.x < box.right < drawn.width
    for one, other in combinations(drawn.boxes.values(), 2):
        assert one.right <= other.x or other.right <= one.x or one.bottom < other.y or other.bottom < one.y
    for above, below in pairwise(drawn.lanes):
        assert above.level.depth < below.level.depth
        assert above.y + above.height < below.y


def check_lines(drawn, routes) -> None:
    for found in routes:
        source, target = drawn.boxes[found.tie.source], drawn.boxes[found.tie.target]
        for (x, y), box in ((found.points[0], source), (found.points[-1], target)):
            assert x in (box.x, box.right)
            assert box.y < y < box.bottom
        for points in (found.points, found.own):
            for (x1, y1), (x2, y2) in pairwise(points):
                assert (x1 == x2) != (y1 == y2)
                for box in drawn.boxes.values():
                    assert (
                        max(x1, x2) <= box.x
                        or min(x1, x2) >= box.right
                        or max(y1, y2) < box.y
                        or min(y1, y2) > box.bottom
                    )
        assert found.own[-1] == found.points[-1]
        assert 0 < min(x for x, _ in found.points) <= max(x for x, _ in found.points) < drawn.width
        assert 0 < min(y for _, y in found.points) <= max(y for _, y in found.points) < drawn.height


@given(systems())
def test_boxes_stand_apart_in_their_lanes_and_lines_meet_no_box(policy):
    drawn, routes = laid_out(policy)
    check_boxes(drawn, policy)
    check_lines(drawn, routes)
    assert {found.tie for found in routes} == set(structure(policy).ties)


@pytest.mark.parametrize("tracks", [1, 2, 10])
def test_however_few_lines_have_room_none_runs_through_a_box(tracks):
    for jurisdiction in load_policies().values():
        drawn, routes = laid_out(jurisdiction.latest, tracks)
        check_boxes(drawn, jurisdiction.latest)
        check_lines(drawn, routes)


def test_in_the_packaged_policies_no_line_runs_on_top_of_another():
    for jurisdiction in load_policies().values():
        found = structure(jurisdiction.latest)
        assert min(route(plan(found, tracks), found.ties).clashes for tracks in (4, 7, 10)) == 0


@given(systems())
def test_every_part_hangs_on_its_whole(policy):
    drawn, _ = laid_out(policy)
    hung = [box for box in drawn.boxes.values() if box.parent]
    lines = list(hangings(drawn))
    assert len(lines) == len(hung)
    for box, line in zip(hung, lines, strict=True):
        assert box.subject.part_of == box.parent
        assert line.points[0][1] == drawn.boxes[box.parent].bottom
        assert line.points[-1] == (box.x, box.y + box.height / 2)
        assert drawn.boxes[box.parent].bottom < box.y


@given(systems())
def test_no_column_stays_empty_at_the_side(policy):
    drawn, _ = laid_out(policy)
    assert not policy.subjects or max(box.column for box in drawn.boxes.values()) == len(drawn.columns) - 1


def test_a_large_family_spreads_over_columns():
    leningrad = load_policies()["ru/leningrad"].latest
    drawn = plan(structure(leningrad), 4)
    parts = [box for box in drawn.boxes.values() if box.parent == "municipal-methodical-service"]
    assert len({box.column for box in parts}) > 1
    assert all(box.height % UNIT == 0 for box in drawn.boxes.values())


# --- texts -----------------------------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("абвЩШ -МММwi"), max_size=120), st.integers(30, 300))
def test_lines_fit_and_lose_nothing(text, room):
    lines = wrap(text, room, 13)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(width(line, 13) <= room for line in lines)


def test_lines_break_at_spaces_and_hyphens():
    assert wrap("Научно-методический совет", 110, 13) == ["Научно-", "методический", "совет"]
    assert wrap("Служба", 110, 13) == ["Служба"]
    assert wrap("", 110, 13) == [""]
    assert width("Щ", 10) > width("а", 10) > width("i", 10)


# --- SVG -------------------------------------------------------------------------------------------------------------


def test_svg_names_subjects_clauses_and_ties():
    root = ElementTree.fromstring(chart(north()))  # noqa: S314 - our own
    assert root.get("role") == "img"
    texts = [text.text for text in root.iter(f"{SVG}text")]
    heading = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "head"]
    assert " ".join(heading) == "Север. Кто есть кто в системе и кто кого координирует"
    assert {"Региональный уровень", "Центр", "п. 3.2 · 2 функции"} <= set(texts)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert "Институт — сопровождает: Служба (п. 3.1)" in titles
    assert root.find(f"{SVG}desc").text == "4 субъекта, 3 связи."
    labelled = root.get("aria-labelledby").split()
    assert labelled == [root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")]


def test_relations_can_be_chosen_and_the_legend_has_those_that_are_there():
    texts = ElementTree.fromstring(chart(north(), relations=[Relation.INTERACTS], lang="en")).itertext()  # noqa: S314
    said = set(texts)
    assert RELATIONS[Relation.INTERACTS].en in said
    assert RELATIONS[Relation.SUPPORTS].en not in said
    assert set(LINES) == set(Relation) == set(RELATIONS)


@given(systems())
def test_whatever_titles_say_svg_is_well_formed(policy):
    root = ElementTree.fromstring(chart(policy))  # noqa: S314
    boxes = [rect for rect in root.iter(f"{SVG}rect") if "box" in rect.get("class").split()]
    legend = bool(structure(policy).directing) + any(not one.in_structure for one in policy.subjects.values())
    assert len(boxes) == len(policy.subjects) + legend
    wide, high = (float(root.get(side)) for side in ("width", "height"))
    assert wide >= COLUMN
    assert high > 0
    used = set(re.findall(r"url\(#([\w-]+)\)", chart(policy)))
    assert used <= {marker.get("id") for marker in root.iter(f"{SVG}marker")}


def test_a_policy_without_subjects_says_so():
    assert "в источнике не указано" in chart(tree()["a"].latest)


# --- Mermaid and HTML ------------------------------------------------------------------------------------------------


def test_mermaid_has_levels_parts_and_ties():
    assert chart(north(), "mermaid").splitlines() == [
        "flowchart TB",
        "  accTitle: Север. Кто есть кто в системе и кто кого координирует",
        "  accDescr: 4 субъекта, 3 связи.",
        '  subgraph regional["Региональный уровень"]',
        '    s1["Институт<br/>п. 3.1"]',
        '    s2["Центр<br/>п. 3.2"]',
        "  end",
        '  subgraph municipal["Муниципальный уровень"]',
        '    s3["Служба<br/>п. 3.20"]',
        "  end",
        '  subgraph institutional["Институциональный уровень"]',
        '    s4["Наставники<br/>п. 3"]',
        "  end",
        '  s1 ---|"входит в состав"| s2',
        '  s1 -->|"сопровождает"| s3',
        '  s2 -->|"сопровождает"| s3',
        '  s3 -.-|"взаимодействует"| s4',
        "  classDef chief fill:#fff4d6,stroke:#a86a00,stroke-width:2px,color:#16202c",
        "  classDef outside stroke-dasharray:5 3",
        "  class s4 outside",
        "  linkStyle 1 stroke:#0369a1",
        "  linkStyle 2 stroke:#0369a1",
        "  linkStyle 3 stroke:#64748b",
    ]


@given(systems())
def test_mermaid_labels_stay_inside_their_quotation_marks(policy):
    for line in chart(policy, "mermaid").splitlines():
        for label in re.findall(r'"([^"]*)"', line):
            assert not re.search(r"[<>`]", label.replace("<br/>", ""))
        assert line.count('"') in (0, 2)


def test_html_lists_every_subject_with_its_functions_and_clauses():
    page = chart(north(), "html")
    assert page.startswith('<!doctype html>\n<html lang="ru">')
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    for id_ in north().subjects:
        assert f'<section id="subject-{id_}">' in page
        assert f'<a href="#subject-{id_}">' in page
    assert '<li><b>Функция</b>: Консультирует школы <span class="clause">п. 3.20</span></li>' in page
    assert "Чтение: У кого, не сказано" in page
    institute = page[page.index('id="subject-institute"') : page.index('id="subject-centre"')]
    assert "Функции: в источнике не указано" in institute


@given(systems())
def test_html_escapes_titles(policy):
    page = chart(policy, "html")
    assert "<сказал>" not in page
    assert page.count("<section") == page.count("</section>") == len(policy.subjects)


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="png"):
        chart(north(), "png")
