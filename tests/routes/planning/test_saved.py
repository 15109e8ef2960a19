"""Routes that are saved and read back: nothing is lost, nothing is guessed, every mistake is told."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.routes.route_samples import EMPTY, ICT, LEARNING, POLICY, PROGRAMME, ROUTE
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import StudyForm
from rsnms.reports.routes.records import route_record
from rsnms.routes.planning.route import Route, Stage, Status, Step
from rsnms.routes.planning.saved import RouteFileError, SavedRoute, SavedStep, read_routes
from rsnms.routes.planning.terms import Terms

BY_HAND = {
    "policy": "ru/volgograd",
    "on": "2024-09-02",
    "terms": {"begins": "2024-09-02"},
    "deficits": [{"competency": "ict", "severity": "high"}],
    "steps": [{"id": "ПК-001", "stage": "learning", "begins": "2025-02-03", "ends": "2025-03-14", "offer": "ПК-001"}],
}


def written(path, data):
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), "utf-8")
    return path


def read(tmp_path, data):
    return read_routes(written(tmp_path / "routes.json", data))


def saved(route: Route) -> SavedRoute:
    """What is kept of a route."""
    steps = tuple(
        SavedStep(
            step.id,
            step.stage,
            step.begins,
            step.ends,
            step.hours,
            step.month_hours,
            step.offer.id if step.offer else None,
            step.closes,
            step.serves,
            step.measures,
            step.session,
            step.person,
            step.after,
            step.status,
        )
        for step in route.steps
    )
    return SavedRoute(route.person, route.policy, route.on, route.terms, route.deficits, steps)


def test_one_record_or_a_list_is_read_back(tmp_path):
    assert read(tmp_path, route_record(ROUTE)) == (saved(ROUTE),)
    assert read(tmp_path, [route_record(ROUTE), route_record(EMPTY)]) == (saved(ROUTE), saved(EMPTY))
    assert read(tmp_path, []) == ()
    (route,) = read(tmp_path, route_record(ROUTE))
    assert route.terms.cost == Decimal("12500.5")
    assert route.steps[1] == SavedStep(
        "ПК-001",
        Stage.LEARNING,
        date(2025, 2, 3),
        date(2025, 3, 14),
        48,
        (((2025, 2), 32), ((2025, 3), 16)),
        "ПК-001",
        (ICT,),
        measures=(Measure.REGISTER_PROGRAMME,),
        session=ROUTE.steps[1].session,
        after=("diagnosis",),
    )


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
names = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() and text.isprintable())
hours = st.integers(0, 500)
money = st.decimals(0, 10**9, places=2)
lacks = st.builds(Deficit, competency=names, severity=st.sampled_from(list(Severity)), found_on=st.none() | days)


@st.composite
def terms(draw):
    begins = draw(days)
    until = draw(st.none() | st.integers(0, 900).map(lambda number: begins + timedelta(number)))
    return Terms(
        begins,
        until,
        draw(st.none() | hours),
        draw(st.none() | hours),
        draw(st.none() | money),
        draw(st.none() | st.frozensets(st.sampled_from(list(StudyForm)))),
        draw(st.none() | st.frozensets(names, max_size=2)),
    )


@st.composite
def steps(draw, id_):
    begins = draw(days)
    months = draw(st.dictionaries(st.tuples(st.integers(1990, 2090), st.integers(1, 12)), hours, max_size=3))
    return Step(
        id_,
        draw(st.sampled_from(list(Stage))),
        begins,
        begins + timedelta(draw(st.integers(0, 100))),
        hours=sum(months.values()),
        month_hours=tuple(sorted(months.items())),
        offer=draw(st.sampled_from([None, PROGRAMME])),
        closes=tuple(draw(st.lists(lacks, max_size=2))),
        serves=tuple(draw(st.lists(lacks, max_size=2))),
        requirements=draw(st.sampled_from([(), LEARNING.requirements])),
        person=draw(st.none() | names),
        after=tuple(draw(st.lists(names, max_size=2))),
        status=draw(st.sampled_from(list(Status))),
    )


@st.composite
def routes(draw):
    ids = draw(st.lists(names, max_size=3, unique=True))
    return Route(
        draw(st.none() | names),
        POLICY.id,
        draw(days),
        draw(terms()),
        tuple(draw(st.lists(lacks, max_size=3))),
        tuple(draw(steps(id_)) for id_ in ids),
    )


@given(st.lists(routes(), max_size=3))
def test_whatever_is_saved_is_read_back(tmp_path_factory, listed):
    path = written(tmp_path_factory.mktemp("saved") / "routes.json", [route_record(route) for route in listed])
    assert read_routes(path) == tuple(map(saved, listed))


def test_a_route_made_by_hand_needs_little(tmp_path):
    (route,) = read(tmp_path, BY_HAND)
    assert route == SavedRoute(
        None,
        "ru/volgograd",
        date(2024, 9, 2),
        Terms(date(2024, 9, 2)),
        (Deficit(competency="ict", severity=Severity.HIGH),),
        (SavedStep("ПК-001", Stage.LEARNING, date(2025, 2, 3), date(2025, 3, 14), offer="ПК-001"),),
    )


def step_with(**more):
    return {**BY_HAND, "steps": [{**BY_HAND["steps"][0], **more}]}


def problem(tmp_path, data):
    with pytest.raises(RouteFileError) as caught:
        read(tmp_path, data)
    file = f"{tmp_path / 'routes.json'}: "
    return [caught.value.text(lang).removeprefix(file) for lang in ("ru", "en")]


MISTAKES = [
    (
        {**BY_HAND, "on": "02.09.2024"},
        "on: Здесь «02.09.2024», ожидается существующая дата вида 2024-01-31.",
        "on: Found '02.09.2024', expected an existing date such as 2024-01-31.",
    ),
    (
        step_with(stage="lerning"),
        "steps[0].stage: Здесь «lerning», ожидается одно из: diagnosis, learning, transfer, post-course, throughout, "
        "repeated-diagnosis. Возможно, имелось в виду «learning».",
        "steps[0].stage: Found 'lerning', expected one of: diagnosis, learning, transfer, post-course, throughout, "
        "repeated-diagnosis. Did you mean 'learning'?",
    ),
    (
        step_with(ends="9999-12-31"),
        "steps[0].ends: Здесь «9999-12-31», ожидается год от 1900 до 2200.",
        "steps[0].ends: Found '9999-12-31', expected a year from 1900 to 2200.",
    ),
    (
        step_with(hours=10**30),
        f"steps[0].hours: Здесь {10**30}, ожидается не больше 100000 часов.",
        f"steps[0].hours: Found {10**30}, expected at most 100000 hours.",
    ),
    (
        step_with(hours="48"),
        "steps[0].hours: Здесь «48», ожидается целое число от 0.",
        "steps[0].hours: Found '48', expected a whole number from 0.",
    ),
    (
        step_with(hours=-1),
        "steps[0].hours: Здесь -1, ожидается целое число от 0.",
        "steps[0].hours: Found -1, expected a whole number from 0.",
    ),
    (
        step_with(hours=True),
        "steps[0].hours: Здесь true, ожидается целое число от 0.",
        "steps[0].hours: Found true, expected a whole number from 0.",
    ),
    (
        step_with(hours=4.5),
        "steps[0].hours: Здесь 4.5, ожидается целое число от 0.",
        "steps[0].hours: Found 4.5, expected a whole number from 0.",
    ),
    (
        step_with(month_hours={"2025-13": 4}),
        'steps[0].month_hours: Здесь набор «ключ: значение», ожидается часы по месяцам, например {"2025-03": 24}.',
        "steps[0].month_hours: Found a mapping 'key: value', expected hours by month such as {\"2025-03\": 24}.",
    ),
    (
        step_with(id=" "),
        "steps[0].id: Здесь « », ожидается непустой текст.",
        "steps[0].id: Found ' ', expected a text that is not empty.",
    ),
    (
        {**BY_HAND, "deficits": {}},
        "deficits: Здесь пустой набор, ожидается список.",
        "deficits: Found an empty mapping, expected a list.",
    ),
    (
        {**BY_HAND, "terms": None},
        "terms: Здесь null, ожидается набор «ключ: значение».",
        "terms: Found null, expected a mapping 'key: value'.",
    ),
    (
        {**BY_HAND, "terms": {"begins": "2024-09-02", "cost": -1}},
        "terms.cost: Здесь -1, ожидается рубли, например 12500.5.",
        "terms.cost: Found -1, expected roubles such as 12500.5.",
    ),
    (
        json.dumps(BY_HAND).replace('"begins": "2024-09-02"', '"begins": "2024-09-02", "cost": 1e999999'),
        "terms.cost: Здесь 1E+999999, ожидается рубли, например 12500.5.",
        "terms.cost: Found 1E+999999, expected roubles such as 12500.5.",
    ),
    (
        {**BY_HAND, "version": 2},
        "version: Здесь 2, ожидается версия 1.",
        "version: Found 2, expected version 1.",
    ),
    (
        [BY_HAND, 5],
        "[1]: Здесь 5, ожидается набор «ключ: значение».",
        "[1]: Found 5, expected a mapping 'key: value'.",
    ),
]


@pytest.mark.parametrize(("data", "ru", "en"), MISTAKES)
def test_a_mistake_has_its_path_and_what_is_expected(tmp_path, data, ru, en):
    assert problem(tmp_path, data) == [ru, en]


def test_half_a_character_is_no_text(tmp_path):
    (ru, en) = problem(tmp_path, json.dumps(BY_HAND).replace("ru/volgograd", "\\ud83d"))
    assert ru == "половина символа (\\ud800…\\udfff). Удалите её."
    assert en == "half a character (\\ud800…\\udfff). Remove it."
    (route,) = read(tmp_path, json.dumps({**BY_HAND, "person": "\N{SMILING FACE WITH SUNGLASSES}"}))
    assert route.person == "\N{SMILING FACE WITH SUNGLASSES}"


def test_contradictions_are_told(tmp_path):
    (ru, _) = problem(tmp_path, step_with(ends="2025-01-01"))
    assert ru.endswith("ожидается ends не раньше begins (2025-02-03), а не 2025-01-01.")
    (ru, _) = problem(tmp_path, step_with(hours=5, month_hours={"2025-02": 4}))
    assert ru.endswith("ожидается в month_hours вместе столько же, сколько в hours (5), а не 4.")
    (_, en) = problem(tmp_path, {**BY_HAND, "steps": BY_HAND["steps"] * 2})
    assert en.endswith("expected steps of different ids, 'ПК-001' repeats.")
    (_, en) = problem(tmp_path, {**BY_HAND, "terms": {"begins": "2024-09-02", "until": "2024-01-01"}})
    assert en.endswith("expected until not before begins (2024-09-02), not 2024-01-01.")


def test_a_misspelt_key_is_not_told_to_be_missing_too(tmp_path):
    data = {("polisy" if key == "policy" else key): value for key, value in BY_HAND.items()}
    (ru, en) = problem(tmp_path, data)
    assert ru.startswith("polisy: Неизвестный ключ «polisy». Возможно, имелось в виду «policy». Здесь известны: ")
    assert "Did you mean 'policy'?" in en
    assert len(ru.splitlines()) == 1
    (ru, _) = problem(tmp_path, step_with(offer={"id": "ПК-001", "titel": "Т"}))
    assert ru == (
        "steps[0].offer.titel: Неизвестный ключ «titel». Возможно, имелось в виду «title». Здесь известны: cost, "
        "education, form, id, in_register, kind, provider, technologies, title."
    )
    (ru, _) = problem(tmp_path, {**BY_HAND, "terms": {"begins": "2024-09-02", "untill": "2025-09-02"}})
    assert ru.startswith("terms.untill: Неизвестный ключ «untill». Возможно, имелось в виду «until».")
    (ru, _) = problem(tmp_path, step_with(closes=[{"competency": "ict", "severity": "high", "found": "2024-02-18"}]))
    assert ru.startswith("steps[0].closes[0].found: Неизвестный ключ «found». Возможно, имелось в виду «found_on».")
    (ru, _) = problem(tmp_path, step_with(hour=4))
    assert "Неизвестный ключ «hour». Возможно, имелось в виду «hours»." in ru


def test_all_mistakes_are_told_at_once(tmp_path):
    bad = {key: value for key, value in step_with(hours="48").items() if key != "on"}
    with pytest.raises(RouteFileError) as caught:
        read(tmp_path, [BY_HAND, bad])
    assert [one.text() for one in caught.value.problems] == [
        "[1].steps[0].hours: Здесь «48», ожидается целое число от 0.",
        "[1]: Не хватает ключа «on». Добавьте его.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"policy": ', "это не JSON, строка 1, столбец 12. Проверьте кавычки, запятые и скобки."),
        ('{"on": 1, "on": 2}', "Ключ «on» записан дважды. Оставьте одну запись."),
        ("[" * 100_000, "слишком длинные числа или слишком глубокая вложенность."),
        ("9" * 10_000, "слишком длинные числа или слишком глубокая вложенность."),
    ],
)
def test_what_is_no_json_is_told(tmp_path, text, said):
    assert problem(tmp_path, text)[0] == said


def test_another_encoding_is_told(tmp_path):
    path = tmp_path / "routes.json"
    path.write_bytes('{"policy": "Волгоград"}'.encode("cp1251"))
    with pytest.raises(RouteFileError, match="не в кодировке UTF-8"):
        read_routes(path)


def test_numbers_that_json_does_not_know_are_no_numbers(tmp_path):
    (ru, _) = problem(tmp_path, json.dumps({**BY_HAND, "terms": {"begins": "2024-09-02", "cost": float("nan")}}))
    assert ru == "terms.cost: Здесь «NaN», ожидается рубли, например 12500.5."


def test_a_route_of_other_terms_is_another():
    assert saved(replace(ROUTE, terms=Terms(date(2024, 9, 2)))) != saved(ROUTE)
