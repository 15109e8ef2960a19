"""Routes in words: what stays open and what would help, why something is required, how days and money are told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.routes.route_samples import EMPTY, ICT, JUDGED, METHODICAL, OFFERS, POLICY, ROUTE, TERMS, required
from rsnms.domain.competency import Deficit, Severity
from rsnms.domain.measure import Measure
from rsnms.domain.offer import EducationKind, OfferKind, Session, StudyForm
from rsnms.domain.subject import Modality
from rsnms.domain.text import Text
from rsnms.policy.conditions import Comparison, Op
from rsnms.policy.routes import DeficitPattern, RouteRule
from rsnms.reports.routes.basis import (
    because_words,
    joined_because,
    open_words,
    requirements_of,
    rule_words,
    unkept_words,
)
from rsnms.reports.routes.reasons import REASONS, reason_words, uncovered_words
from rsnms.reports.routes.remedies import remedies_words, remedy_words
from rsnms.reports.routes.words import (
    EDUCATIONS,
    FORMS,
    KINDS,
    MEASURES,
    STAGES,
    STATUSES,
    competency_title,
    days_words,
    deficit_words,
    fact_title,
    limits_words,
    month_words,
    pace_words,
    proof_words,
    roubles_words,
    step_id_words,
    step_title,
    subject_title,
)
from rsnms.routes.fitting.hindrance import Hindrance, Reason
from rsnms.routes.fitting.uncovered import Remedy, Uncovered
from rsnms.routes.planning.route import Stage, Status, Unkept
from rsnms.routes.planning.terms import Terms
from rsnms.routes.requirements.required import Met, Open, Requirement, Standing
from rsnms.routes.timetable.timetable import Gap


def run(first, last, place=None, seats=None):
    return Session(starts_on=first, ends_on=last, place=place, seats=seats)


MARCH = run(date(2025, 3, 10), date(2025, 3, 21), "Барнаул")
SUMMER = run(date(2025, 7, 7), date(2025, 7, 7))
LONG = run(date(2025, 6, 20), date(2025, 7, 4))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (STAGES, Stage),
        (STATUSES, Status),
        (MEASURES, Measure),
        (KINDS, OfferKind),
        (EDUCATIONS, EducationKind),
        (FORMS, StudyForm),
        (REASONS, Reason),
    ],
)
def test_everything_has_a_name(words, kinds):
    assert set(words) == set(kinds)


@pytest.mark.parametrize(
    ("first", "last", "ru", "en"),
    [
        (date(2025, 3, 10), date(2025, 3, 10), "10.03.2025", "10 March 2025"),
        (date(2025, 3, 10), date(2025, 4, 2), "10.03–02.04.2025", "10 March to 2 April 2025"),
        (date(2024, 12, 20), date(2025, 1, 15), "20.12.2024–15.01.2025", "20 December 2024 to 15 January 2025"),
    ],
)
def test_days(first, last, ru, en):
    assert days_words(first, last) == ru
    assert days_words(first, last, "en") == en


@pytest.mark.parametrize(
    ("cost", "ru", "en"),
    [
        ("0", "бесплатно", "free of charge"),
        ("1", "1 рубль", "1 rouble"),
        ("2500", "2500 рублей", "2500 roubles"),
        ("12500.5", "12 500,50 рубля", "12,500.50 roubles"),
        ("700.25", "700,25 рубля", "700.25 roubles"),
    ],
)
def test_roubles(cost, ru, en):
    assert roubles_words(Decimal(cost)).replace("\N{NO-BREAK SPACE}", " ") == ru
    assert roubles_words(Decimal(cost), "en") == en


def test_the_pace_counts_hours_by_month():
    assert month_words((2025, 3)) == "март 2025"
    assert pace_words(ROUTE) == "февраль 2025 — 32 часа; март 2025 — 16 часов"
    assert pace_words(ROUTE, "en") == "February 2025 — 32 hours; March 2025 — 16 hours"
    assert pace_words(EMPTY) == ""


def test_a_deficit_has_its_severity_and_day():
    assert deficit_words(ICT, POLICY) == "ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)"
    assert deficit_words(ICT, POLICY, "en") == "ICT competency, severe (diagnosed on 18 February 2024)"
    assert deficit_words(Deficit(competency="nets", severity=Severity.MEDIUM), POLICY) == "nets, средний"


def test_what_the_policy_does_not_know_is_told_by_id():
    assert [competency_title("nets", POLICY), subject_title("club", POLICY), fact_title("mood", POLICY)] == [
        *("nets", "club", "mood"),
    ]
    assert subject_title("cnppm", POLICY) == "ЦНППМ"


def test_a_step_is_its_offer_else_its_measures_else_its_stage():
    assert [step_title(step) for step in ROUTE.steps] == [
        "Диагностика",
        "Цифровые средства на уроке",
        "Перенос освоенного в практику",
        "Наставничество",
        "Повторная диагностика",
    ]


def remedy(offer="ПК-014", **more):
    return Remedy(offer, **more)


def hindered(offer="ПК-014", **stands):
    return Remedy(offer, Hindrance(**{name: frozenset(names) for name, names in stands.items()}))


REMEDIES = [
    (
        Reason.OVER_BUDGET,
        remedy(hours=48),
        "Поможет ПК-014: предел 48 часов вместо 72.",
        "ПК-014 would help: a limit of 48 hours instead of 72.",
    ),
    (
        Reason.OVER_BUDGET,
        remedy(hours=81, cost=Decimal(14001)),
        "Поможет ПК-014: предел 81 часа вместо 72; предел 14 001 рубля вместо 12 500,50 рубля.",
        "ПК-014 would help: a limit of 81 hours instead of 72; a limit of 14,001 roubles instead of 12,500.50 roubles.",
    ),
    (
        Reason.NO_TIME,
        remedy(hours_a_month=30),
        "Поможет ПК-014: предел 30 часов в месяц.",
        "ПК-014 would help: a limit of 30 hours a month.",
    ),
    (
        Reason.NO_TIME,
        remedy(clashes=("ПК-002",)),
        "Поможет ПК-014: освободить дни шага ПК-002.",
        "ПК-014 would help: free the days of step ПК-002.",
    ),
    (
        Reason.NO_TIME,
        remedy(session=MARCH, clashes=("ПК-002", "ПК-003")),
        "Поможет ПК-014: сессия 10.03–21.03.2025, Барнаул; освободить дни шагов ПК-002 и ПК-003.",
        "ПК-014 would help: the session of 10 March to 21 March 2025, Барнаул; free the days of steps ПК-002 and "
        "ПК-003.",
    ),
    (
        Reason.NO_SEATS,
        remedy(session=MARCH),
        "Поможет ПК-014: свободное место на сессии 10.03–21.03.2025, Барнаул.",
        "ПК-014 would help: a free seat in the session of 10 March to 21 March 2025, Барнаул.",
    ),
    (
        Reason.NO_SEATS,
        remedy(),
        "Поможет ПК-014: свободное место на одной из сессий.",
        "ПК-014 would help: a free seat in one of the sessions.",
    ),
    (
        Reason.SESSIONS_OVER,
        remedy(session=SUMMER),
        "Поможет ПК-014: следующая сессия 07.07.2025, после срока маршрута (по 30.06.2025).",
        "ПК-014 would help: the next session of 7 July 2025, after the period of the route (until 30 June 2025).",
    ),
    (
        Reason.SESSIONS_OVER,
        remedy(session=LONG),
        "Поможет ПК-014: сессия 20.06–04.07.2025, выходит за срок маршрута (по 30.06.2025).",
        "ПК-014 would help: the session of 20 June to 4 July 2025, reaches beyond the period (until 30 June 2025).",
    ),
    (
        Reason.SESSIONS_OVER,
        remedy(),
        "Поможет ПК-014: более длинный срок маршрута или новая сессия в нём.",
        "ПК-014 would help: a longer period of the route, or a new session within it.",
    ),
    (
        Reason.NO_SEATS,
        remedy(session=SUMMER),
        "Поможет ПК-014: следующая сессия 07.07.2025, после срока маршрута (по 30.06.2025).",
        "ПК-014 would help: the next session of 7 July 2025, after the period of the route (until 30 June 2025).",
    ),
    (
        Reason.SESSIONS_OVER,
        hindered(over=["ПК-001", "ПК-014"], full=["ПК-002", "ПК-003"]),
        "Поможет ПК-014: более длинный срок маршрута или новая сессия в нём; новая сессия ПК-001; свободное место на "
        "ПК-002 и ПК-003.",
        "ПК-014 would help: a longer period of the route, or a new session within it; a new session of ПК-001; a free "
        "seat in ПК-002 and ПК-003.",
    ),
    (
        Reason.PLACE_NOT_ALLOWED,
        remedy(session=MARCH),
        "Поможет ПК-014: разрешить место «Барнаул» (сессия 10.03–21.03.2025).",
        "ПК-014 would help: allow the place “Барнаул” (session of 10 March to 21 March 2025).",
    ),
    (
        Reason.PLACE_NOT_ALLOWED,
        remedy(),
        "Поможет ПК-014: разрешить другие места.",
        "ПК-014 would help: allow other places.",
    ),
    (
        Reason.NOT_KNOWN,
        hindered(unknown=["subjects", "post"]),
        "Поможет ПК-014: узнать, чего не хватает: должность, преподаваемые предметы.",
        "ПК-014 would help: find out what is missing: post, subjects taught.",
    ),
    (
        Reason.FORM_NOT_ALLOWED,
        hindered(forms=[StudyForm.DISTANCE]),
        "Поможет ПК-014: разрешить дистанционную форму.",
        "ПК-014 would help: allow the distance form.",
    ),
    (
        Reason.FORM_NOT_ALLOWED,
        hindered(forms=[StudyForm.NETWORKED, StudyForm.DISTANCE]),
        "Поможет ПК-014: разрешить дистанционную и сетевую формы.",
        "ПК-014 would help: allow the distance and networked forms.",
    ),
    (
        Reason.PREREQUISITE,
        hindered(missing=["ПК-001"]),
        "Поможет ПК-014: сначала пройти ПК-001.",
        "ПК-014 would help: take ПК-001 first.",
    ),
    (
        Reason.COMPLETED,
        hindered(completed=["ПК-014"]),
        "Поможет ПК-014: пройти ещё раз.",
        "ПК-014 would help: take once more.",
    ),
    (
        Reason.COMPLETED,
        hindered(completed=["ПК-001", "ПК-014"]),
        "Поможет ПК-014: пройти ещё раз ПК-001 и ПК-014.",
        "ПК-014 would help: take ПК-001 and ПК-014 once more.",
    ),
    (
        Reason.NOT_FOR_AUDIENCE,
        hindered(excluded_by=["post"]),
        "Не подходит ПК-014: сделано для других (должность).",
        "ПК-014 does not suit: it is made for others (post).",
    ),
    (Reason.OVER_BUDGET, remedy(), "Поможет ПК-014.", "ПК-014 would help."),
]


@pytest.mark.parametrize(("reason", "what", "ru", "en"), REMEDIES)
def test_what_would_help(reason, what, ru, en):
    assert remedy_words(what, reason, TERMS, POLICY).replace("\N{NO-BREAK SPACE}", " ") == ru
    assert remedy_words(what, reason, TERMS, POLICY, "en") == en


def test_without_a_limit_nothing_is_instead_of_it():
    terms = Terms(begins=date(2024, 9, 2))
    said = remedy_words(remedy(hours=48, cost=Decimal(5)), Reason.OVER_BUDGET, terms, POLICY)
    assert said == "Поможет ПК-014: предел 48 часов; предел 5 рублей."


def test_steps_in_the_way_are_told_by_their_numbers_where_they_have_some():
    left = Uncovered(ICT, Reason.NO_TIME, (remedy(clashes=("ПК-002", "internship-after-ПК-003")),))
    said = list(remedies_words(left, TERMS, POLICY))
    assert said == ["Поможет ПК-014: освободить дни шагов ПК-002 и Стажировка (после ПК-003)."]
    numbers = {"ПК-002": 3, "internship-after-ПК-003": 7}
    said = list(remedies_words(left, TERMS, POLICY, numbers=numbers))
    assert said == ["Поможет ПК-014: освободить дни шагов 3 и 7."]


@pytest.mark.parametrize(
    ("id_", "ru", "en"),
    [
        ("ПК-001", "ПК-001", "ПК-001"),
        ("internship", "Стажировка", "Internship"),
        ("internship-after-ПК-001", "Стажировка (после ПК-001)", "Internship (after ПК-001)"),
        ("day-after-day", "day-after-day", "day-after-day"),
        ("diagnosis", "Диагностика", "Diagnostics"),
        ("repeated-diagnosis", "Повторная диагностика", "Repeated diagnostics"),
    ],
)
def test_a_step_by_its_id(id_, ru, en):
    assert step_id_words(id_) == ru
    assert step_id_words(id_, "en") == en


def test_limits_of_a_route():
    limits = "не более 72 часов; не дороже 12 500,50 рубля; формы — очная, очно-заочная; место — Волгоград"
    assert "; ".join(limits_words(TERMS)).replace("\N{NO-BREAK SPACE}", " ") == limits
    one = replace(TERMS, hours=1, hours_a_month=21, cost=Decimal(0), forms=frozenset({StudyForm.DISTANCE}))
    two = replace(one, places=frozenset({"Степной", "Заречный"}))
    assert "; ".join(limits_words(two)) == (
        "не более 1 часа; не более 21 часа в месяц; не дороже 0 рублей; форма — дистанционная; "
        "места — Заречный, Степной"
    )
    assert "; ".join(limits_words(one, "en")) == (
        "at most 1 hour; at most 21 hours a month; at most 0 roubles; form — distance; place — Волгоград"
    )
    assert list(limits_words(Terms(begins=date(2024, 9, 2)))) == []


def test_offers_of_a_catalogue_are_told_by_title():
    said = remedy_words(remedy(hours=84), Reason.OVER_BUDGET, TERMS, POLICY, offers=OFFERS)
    assert said == "Поможет «Формирующее оценивание» (ПК-014): предел 84 часов вместо 72."


def test_of_many_remedies_the_first_are_told_and_the_others_counted():
    left = Uncovered(ICT, Reason.FORM_NOT_ALLOWED, tuple(remedy(f"ПК-{number}") for number in range(1, 6)))
    assert list(remedies_words(left, TERMS, POLICY)) == [
        *("Поможет ПК-1.", "Поможет ПК-2.", "Поможет ПК-3.", "И ещё 2 предложения."),
    ]
    assert list(remedies_words(left, TERMS, POLICY, "en"))[-1] == "And 2 more offers."
    assert len(list(remedies_words(left, TERMS, POLICY, most=None))) == 5


@pytest.mark.parametrize(
    ("reason", "remedies", "ru", "en"),
    [
        (
            Reason.OVER_BUDGET,
            [remedy(hours=48)],
            "Подходящее предложение не помещается в предел часов.",
            "The suitable offer does not fit into the limit of hours.",
        ),
        (
            Reason.OVER_BUDGET,
            [remedy(hours=48), remedy("ПК-015", cost=Decimal(1))],
            "Подходящие предложения не помещаются в пределы часов и стоимости.",
            "The suitable offers do not fit into the limits of hours and cost.",
        ),
        (
            Reason.OVER_BUDGET,
            [remedy(cost=Decimal(1))],
            "Подходящее предложение не помещается в предел стоимости.",
            "The suitable offer does not fit into the limit of cost.",
        ),
        (
            Reason.NO_TIME,
            [remedy(clashes=("ПК-002",))],
            "Подходящему предложению не хватает времени: дни заняты другими шагами.",
            "There is no time for the offer: other steps take the days.",
        ),
        (
            Reason.NO_TIME,
            [remedy(hours_a_month=30), remedy("ПК-015", hours_a_month=40)],
            "Подходящим предложениям не хватает времени: часы месяца исчерпаны.",
            "There is no time for the offers: the hours of the month are used.",
        ),
        (
            Reason.NO_SEATS,
            [remedy()],
            "На подходящем предложении нет свободных мест.",
            "The suitable offer has no seats left.",
        ),
        (
            Reason.SESSIONS_OVER,
            [remedy(), remedy("ПК-015")],
            "Подходящие предложения не проводятся в срок маршрута.",
            "The suitable offers have no session within the period of the route.",
        ),
        (
            Reason.NO_OFFER,
            [],
            "В каталоге нет предложения, которое закрывает этот дефицит.",
            "No offer of the catalogue closes this deficit.",
        ),
    ],
)
def test_why_a_deficit_stays_open(reason, remedies, ru, en):
    left = Uncovered(METHODICAL, reason, tuple(remedies))
    assert reason_words(left) == ru
    assert uncovered_words(left, POLICY) == f"Методическая компетенция, лёгкий дефицит. {ru}"
    assert uncovered_words(left, POLICY, "en") == f"Methodical competency, mild deficit. {en}"


def test_offers_that_close_a_milder_deficit_are_named():
    one, two = (Uncovered(ICT, Reason.NO_OFFER, weaker=names) for names in (("ПК-1",), ("ПК-1", "ПК-2")))
    assert reason_words(one).endswith("этот дефицит. Лишь более лёгкий закрывает ПК-1.")
    assert reason_words(two).endswith("этот дефицит. Лишь более лёгкий закрывают ПК-1 и ПК-2.")
    assert reason_words(two, "en").endswith("Only a milder one is closed by ПК-1 and ПК-2.")


def test_a_chain_goes_from_the_deficit_through_the_rules():
    (transfer,) = required(Measure.TRANSFER_INTO_PRACTICE, ICT)
    assert because_words(transfer, POLICY) == (
        "Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → правило «Программа ДПО по выявленному дефициту, "
        "в том числе из Федерального реестра» (п. 3.2.2, поз. 1; обязательно) → правило «Перенос освоенного в "
        "практику» (п. 3.3.1, поз. 1; обязательно)"
    )
    assert because_words(transfer, POLICY, numbers={"programme-for-deficit": 1, "transfer-into-practice": 2}) == (
        "Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → правило 1 → правило 2"
    )
    assert because_words(transfer, POLICY, "en").endswith(
        "“Перенос освоенного в практику” (cl. 3.3.1, item 1; mandatory)"
    )


def test_a_chain_begins_with_what_is_known_of_the_person_unless_it_is_anonymous():
    (mentoring,) = required(Measure.MENTORING)
    rule = "правило «Наставничество молодых педагогов» (п. 4.3, поз. 6; обязательно)"
    assert because_words(mentoring, POLICY) == (
        "Сведения: вид организации — общеобразовательная; должность — учитель; возраст — 25 лет 6 месяцев; "
        f"время с начала работы — 2 года → {rule}"
    )
    assert because_words(mentoring, POLICY, anonymous=True) == (
        f"Сведения: вид организации; должность; возраст; время с начала работы → {rule}"
    )


def joined(requirements, deficits=(ICT, METHODICAL), lang="ru", **more):
    numbers = {"programme-for-deficit": 1, "transfer-into-practice": 2, "teams": 3, "help": 4}
    return list(joined_because(requirements, deficits, POLICY, lang, numbers=numbers, **more))


def test_chains_of_one_rule_are_joined_without_the_rule_itself():
    programmes = required(Measure.REGISTER_PROGRAMME)
    assert joined(programmes) == ["Все дефициты"]
    assert joined(programmes, lang="en") == ["All deficits"]
    assert joined(programmes[:1]) == ["Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024)"]
    other = Deficit(competency="subject", severity=Severity.LOW)
    assert joined(programmes, (ICT, METHODICAL, other)) == [
        "Дефициты: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024); "
        "Методическая компетенция, лёгкий (диагностика 18.02.2024)"
    ]
    assert joined(required(Measure.TRANSFER_INTO_PRACTICE)) == ["Все дефициты → правило 1"]


def test_facts_stand_once_beside_the_deficits_and_only_under_the_rule_that_asks_for_them():
    long_break = POLICY.facts["long_break"]
    met = Met(Comparison(long_break, Op.IS, True), ((long_break, True),))
    help_ = RouteRule("help", Text("Помощь"), POLICY.id, clause="4", measure=Measure.METHODICAL_HELP)
    both = [Requirement(help_, one, (met, one)) for one in (ICT, METHODICAL)]
    title = long_break.title.ru[:1].lower() + long_break.title.ru[1:]
    assert joined(both) == [f"Все дефициты; сведения: {title} — да"]
    assert joined(both, anonymous=True) == [f"Все дефициты; сведения: {title}"]
    teams = Requirement(RouteRule("teams", Text("Команды"), POLICY.id, clause="5"), None, (met,))
    (transfer, _) = required(Measure.TRANSFER_INTO_PRACTICE)
    after = Requirement(transfer.rule, None, (teams,))
    assert joined([teams]) == [f"Сведения: {title} — да"]
    assert joined([after, transfer]) == [
        *("Правило 3", "Дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → правило 1"),
    ]


def test_a_default_is_told_to_be_one():
    (again,) = required(Measure.REPEATED_DIAGNOSIS, ICT)
    assert again.is_default
    assert rule_words(again.rule, POLICY) == (
        "правило «Повторная диагностика в конце маршрута» (умолчание федеральной основы, акт об этом молчит; "
        "рекомендация)"
    )
    assert rule_words(again.rule, POLICY, "en") == (
        "rule “Repeated diagnostics at the end” (default of the federal base, the act is silent; recommendation)"
    )


def test_several_premises_a_standing_and_another_policy_are_told():
    active = POLICY.eligibilities["regional-methodical-active"]
    long_break = POLICY.facts["long_break"]
    rule = RouteRule(
        "r", Text("Приглашение"), "ru/leningrad", clause="3.1", modality=Modality.MAY, deficit=DeficitPattern()
    )
    met = Met(Comparison(long_break, Op.IS, True), ((long_break, True),))
    one = Requirement(rule, ICT, (met, Standing(active.id, active.grounds[0]), ICT))
    policy = replace(POLICY, parent_titles={"ru/leningrad": Text("Соседний регион", "The next region")})
    title = long_break.title.ru[:1].lower() + long_break.title.ru[1:]
    ground = active.grounds[0]
    assert because_words(one, policy) == (
        f"Сведения: {title} — да; соответствие условиям: «{active.title}» (основание «{ground.title}», "
        f"п. {ground.clause}, поз. {ground.item}); дефицит: ИКТ-компетенция, тяжёлый (диагностика 18.02.2024) → "
        "правило «Приглашение» (п. 3.1, Соседний регион; допускается)"
    )
    assert because_words(one, policy, "en").endswith("(cl. 3.1, The next region; permitted)")
    for_all = Requirement(RouteRule("s", Text("Выгорание"), POLICY.id, clause="4"), None, ())
    assert because_words(for_all, POLICY) == "Для всех → правило «Выгорание» (п. 4; обязательно)"
    assert because_words(for_all, POLICY, "en") == "For everybody → rule “Выгорание” (cl. 4; mandatory)"


def test_an_open_rule_says_what_is_not_known():
    (help_,) = ROUTE.open
    rule = "правило «Методическая помощь педагогам школ с низкими результатами» (п. 3.2.4, поз. 11; обязательно)"
    assert open_words(help_, POLICY) == (
        f"Методическая помощь: не решено, нужна ли эта мера; нет сведений: особенности организации — {rule}"
    )
    unlisted = Open(help_.rule, competencies=("nets",))
    assert open_words(unlisted, POLICY) == (
        f"Методическая помощь: не решено, нужна ли эта мера; неизвестна область компетенции: nets — {rule}"
    )
    assert open_words(help_, POLICY, "en").startswith(
        "Methodical help: it is not decided whether it is required; not known: traits of the organisation — rule"
    )


def unkept(*left, lang="ru", offers=None):
    numbers = {"internship": 5, "transfer-into-practice": 2}
    return list(unkept_words(left, POLICY, lang, offers=offers, numbers=numbers))


def test_what_is_not_kept_names_the_offers_that_would():
    (internship,) = required(Measure.INTERNSHIP, ICT)
    rule = "правило 5 (п. 3.2.3, поз. 9; обязательно)"
    assert unkept(Unkept(internship)) == [
        f"Стажировка (ИКТ-компетенция): при этих условиях в каталоге нет подходящего предложения — {rule}"
    ]
    assert unkept(Unkept(internship, ("ПК-001", "СТ-1")), offers=OFFERS) == [
        f"Стажировка (ИКТ-компетенция): в маршрут не поместилось: «Цифровые средства на уроке» (ПК-001), СТ-1 — {rule}"
    ]
    (many,) = unkept(Unkept(internship, tuple("абвгд")))
    assert "в маршрут не поместилось: а, б, в и ещё 2 — " in many
    assert unkept(Unkept(internship), lang="en") == [
        "Internship (ICT competency): no offer of the catalogue suits these terms — "
        "rule 5 (cl. 3.2.3, item 9; mandatory)"
    ]


def test_what_finds_no_day_after_the_learning_says_so():
    (internship,) = required(Measure.INTERNSHIP, ICT)
    late = Unkept(internship, ("СТ-1",), after="ПК-001")
    rule = "правило 5 (п. 3.2.3, поз. 9; обязательно)"
    assert unkept(late) == [f"Стажировка (ИКТ-компетенция): после шага ПК-001 срок маршрута заканчивается — {rule}"]
    said = unkept_words([late], POLICY, "en", numbers={"internship": 5}, steps={"ПК-001": 2})
    assert next(said).startswith("Internship (ICT competency): the period of the route ends with step 2 — rule 5 (")


def test_what_is_not_kept_for_one_reason_is_told_once():
    both, one = map(Unkept, required(Measure.TRANSFER_INTO_PRACTICE)), required(Measure.INTERNSHIP, ICT)
    assert unkept(Unkept(*one), *both) == [
        "Стажировка (ИКТ-компетенция): при этих условиях в каталоге нет подходящего предложения — "
        "правило 5 (п. 3.2.3, поз. 9; обязательно)",
        "Перенос освоенного в практику (ИКТ-компетенция; Методическая компетенция): следует за программой, а её в "
        "маршруте нет — правило 2 (п. 3.3.1, поз. 1; обязательно)",
    ]


def test_the_proof_or_the_level_where_it_ended():
    assert proof_words(None) == "Маршрут наилучший при этих условиях (доказано)."
    assert proof_words(None, "en") == "No route is better under these terms (proven)."
    assert proof_words(Gap("hours", 48, 36)) == (
        "Что маршрут наилучший, не доказано: часы, найдено 48, возможно от 36."
    )
    late, early = (date(2025, month, 31).toordinal() for month in (5, 3))
    assert proof_words(Gap("ends-on", late, early)) == (
        "Что маршрут наилучший, не доказано: день завершения, найдено 31.05.2025, возможно от 31.03.2025."
    )
    assert proof_words(Gap("ends-on", late, 1), "en") == "That no route is better is not proven: the last day."
    assert proof_words(Gap("cost", 5, 3)) == "Что маршрут наилучший, не доказано: стоимость."


def test_requirements_stand_in_the_order_of_the_rules_each_once():
    found = requirements_of(ROUTE, POLICY)
    assert [one.rule.id for one in found] == [
        *("programme-for-deficit", "transfer-into-practice", "repeated-diagnosis", "mentoring-of-the-young"),
        "internship",
    ]
    places = [list(POLICY.routes).index(one.rule.id) for one in found]
    assert places == sorted(places)
    assert len({(one.rule.id, one.deficit) for one in found}) == len(found)
    assert set(found) <= set(JUDGED.requirements)
