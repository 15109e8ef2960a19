"""Decisions in words: whole texts, read line by line, and the tree behind them."""

# ruff: noqa: E501 - lines of the texts are compared as they are

from datetime import date
from textwrap import dedent

import pytest
from rich.console import Console

import rsnms
from imaginary import ASKED, VOCABULARY, jurisdiction
from rsnms import Span, decide
from rsnms.domain import Text
from rsnms.policy.conditions import All, Any, AtLeast, Comparison, Not, Op
from rsnms.rules.narrative import clause_words, finding_words

ON = date(2024, 1, 1)

READY = {"diagnostics_passed": True, "trained_in_methodical_support": True}
SCHOOL = {"organisation_kind": "general", "post": "teacher"}
OTHERWISE = {
    "category": "first",
    "education": "higher-other",
    "specialty_experience": Span.of(2, 3),
    "roles": [],
    "steadily_high_results": False,
    "organisation_runs_general_programmes": False,
}
CANDIDATE = {
    **READY,
    **SCHOOL,
    "education": "higher-pedagogical",
    "category": "highest",
    "pedagogical_experience": Span.of(7),
    "contribution": True,
}
HALF_A_YEAR_SHORT = {"pedagogical_experience": Span.of(4, 6)}
EXPIRING = {"category_decided_on": date(2019, 5, 10)}
VOLGOGRAD = "ru/volgograd"
LENINGRAD = "ru/leningrad"
KIROVSK = "ru/leningrad/kirovsk"
MEGION = "ru/yugra/megion"
UST_KOKSA = "ru/altai/ust-koksa"
REGIONAL_ACTIVE = "regional-methodical-active"
MUNICIPAL_ACTIVE = "municipal-methodical-active"
YOUNG = "young-educator-support"


@pytest.mark.parametrize(
    ("policy", "eligibility", "facts", "ru", "en"),
    [
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**CANDIDATE, "specialty_experience": Span.of(5)},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: подходит.
            Основание: Основа актива (основа, п. 3.2.4).
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: eligible.
            Ground: Core of the active (core, cl. 3.2.4).
            """,
            id="core",
        ),
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**READY, **SCHOOL, **OTHERWISE},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: подходит.
            Основание: Педагог организации с общеобразовательными программами (общее правило, п. 3.2.4).
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: eligible.
            Ground: Educator of an organisation with general-education programmes (general rule, cl. 3.2.4).
            """,
            id="general-rule",
        ),
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**READY, **OTHERWISE, "organisation_kind": "additional-children", "post": "tutor"},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: подходит.
            Основание: Допускаемая группа (допускается, п. 3.2.4).
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: eligible.
            Ground: Permitted group (permitted, cl. 3.2.4).
            """,
            id="permitted",
        ),
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**SCHOOL, **OTHERWISE, "diagnostics_passed": True},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: нельзя определить: не хватает сведений.
            Неизвестно:
              — Повышение квалификации в области методической поддержки пройдено: сведений нет — требуется: да (п. 1.3)
            Что сделать:
              — Пройти повышение квалификации в области методической поддержки педагогов
            Прежде всего спросить: Пройдено ли повышение квалификации в области методической поддержки педагогов?
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: cannot be said: facts are missing.
            Unknown:
              — Trained in methodical support: not known — required: yes (cl. 1.3)
            What would do it:
              — Complete training in methodical support of educators
            Ask first: Has the person been trained in methodical support of educators?
            """,
            id="training-unknown",
        ),
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**READY, **SCHOOL, **OTHERWISE, "trained_in_methodical_support": False},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: не подходит.
            Не выполнено:
              — Повышение квалификации в области методической поддержки пройдено: нет — требуется: да (п. 1.3)
            Само по себе время этого не изменит.
            Что сделать:
              — Пройти повышение квалификации в области методической поддержки педагогов
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: not eligible.
            Unmet:
              — Trained in methodical support: no — required: yes (cl. 1.3)
            Time alone does not change this.
            What would do it:
              — Complete training in methodical support of educators
            """,
            id="not-trained",
        ),
        pytest.param(
            VOLGOGRAD,
            REGIONAL_ACTIVE,
            {**READY, **OTHERWISE, "organisation_kind": "higher", "post": "lecturer", "roles": ["tutor"]},
            """
            Региональный методический актив — Волгоградская область, 01.01.2024: не подходит.
            Не выполнено:
              — Вид организации: высшего образования — требуется: не из числа: высшего образования, без образовательной деятельности (п. 1.3)
            Само по себе время этого не изменит.
            """,
            """
            Regional methodical active — Volgograd region, 1 January 2024: not eligible.
            Unmet:
              — Kind of organisation: higher education — required: not one of: higher education, without educational activity (cl. 1.3)
            Time alone does not change this.
            """,
            id="university",
        ),
        pytest.param(
            UST_KOKSA,
            YOUNG,
            {"post": "teacher", "birth_date": date(1992, 2, 29), "work_started_on": date(2022, 9, 1)},
            """
            Поддержка молодых педагогов — Усть-Коксинский район Республики Алтай, 01.01.2024: подходит.
            Основание: До 35 лет в первые три года работы (общее правило, п. 5.1, 4).
            Перестанет подходить после 31.08.2025, если ничего, кроме времени, не изменится.
            """,
            """
            Support of young educators — Ust-Koksa district of the Altai Republic, 1 January 2024: eligible.
            Ground: Under 35 in the first three years of work (general rule, cl. 5.1, 4).
            Not eligible after 31 August 2025, if nothing but time changes.
            """,
            id="young",
        ),
        pytest.param(
            UST_KOKSA,
            YOUNG,
            {"post": "teacher", "birth_date": date(1989, 1, 1), "work_started_on": date(2022, 9, 1)},
            """
            Поддержка молодых педагогов — Усть-Коксинский район Республики Алтай, 01.01.2024: не подходит.
            Не выполнено:
              — Возраст: 35 лет — требуется: менее 35 лет (п. 5.1, 4)
            Само по себе время этого не изменит.
            """,
            """
            Support of young educators — Ust-Koksa district of the Altai Republic, 1 January 2024: not eligible.
            Unmet:
              — Age: 35 years — required: less than 35 years (cl. 5.1, 4)
            Time alone does not change this.
            """,
            id="thirty-five",
        ),
        pytest.param(
            LENINGRAD,
            MUNICIPAL_ACTIVE,
            {**CANDIDATE, **HALF_A_YEAR_SHORT},
            """
            Муниципальный методический актив — Ленинградская область, 01.01.2024: не подходит.
            Не выполнено:
              — Педагогический стаж: 4 года 6 месяцев — требуется: не менее 5 лет (п. 3.1)
            Подойдёт с 01.07.2024, если ничего, кроме времени, не изменится.
            """,
            """
            Municipal methodical active — Leningrad region, 1 January 2024: not eligible.
            Unmet:
              — Pedagogical experience: 4 years 6 months — required: at least 5 years (cl. 3.1)
            Eligible from 1 July 2024, if nothing but time changes.
            """,
            id="half-a-year-short",
        ),
        pytest.param(
            LENINGRAD,
            MUNICIPAL_ACTIVE,
            {**CANDIDATE, **HALF_A_YEAR_SHORT, "category": "first", "diagnostics_passed": False},
            """
            Муниципальный методический актив — Ленинградская область, 01.01.2024: не подходит.
            Не выполнено:
              — Диагностика профессиональных компетенций пройдена: нет — требуется: да (п. 1.1)
              — Педагогический стаж: 4 года 6 месяцев — требуется: не менее 5 лет (п. 3.1)
              — Квалификационная категория: первая — требуется: высшая (п. 3.1)
            Само по себе время этого не изменит: с ним выполнится только «Педагогический стаж».
            Что сделать:
              — Пройти диагностику профессиональных компетенций; пройти аттестацию, категория: высшая (тогда с 01.07.2024)
            """,
            """
            Municipal methodical active — Leningrad region, 1 January 2024: not eligible.
            Unmet:
              — Diagnostics of competencies passed: no — required: yes (cl. 1.1)
              — Pedagogical experience: 4 years 6 months — required: at least 5 years (cl. 3.1)
              — Qualification category: first — required: highest (cl. 3.1)
            Time alone does not change this: it brings only “Pedagogical experience”.
            What would do it:
              — Pass the diagnostics of competencies; be attested, category: highest (then from 1 July 2024)
            """,
            id="first-category",
        ),
        pytest.param(
            LENINGRAD,
            MUNICIPAL_ACTIVE,
            {**CANDIDATE, **EXPIRING},
            """
            Муниципальный методический актив — Ленинградская область, 01.01.2024: подходит.
            Основание: Другой педагогический работник (рекомендация, п. 3.1).
            Перестанет подходить после 10.05.2024, если ничего, кроме времени, не изменится.
            """,
            """
            Municipal methodical active — Leningrad region, 1 January 2024: eligible.
            Ground: Another pedagogical worker (recommendation, cl. 3.1).
            Not eligible after 10 May 2024, if nothing but time changes.
            """,
            id="expiring",
        ),
        pytest.param(
            LENINGRAD,
            MUNICIPAL_ACTIVE,
            {**CANDIDATE, **EXPIRING, **HALF_A_YEAR_SHORT},
            """
            Муниципальный методический актив — Ленинградская область, 01.01.2024: не подходит.
            Не выполнено:
              — Педагогический стаж: 4 года 6 месяцев — требуется: не менее 5 лет (п. 3.1)
            Само по себе время этого не изменит: к тому времени перестанет выполняться «Квалификационная категория».
            Что сделать:
              — Пройти аттестацию, категория: высшая (тогда с 01.07.2024)
            """,
            """
            Municipal methodical active — Leningrad region, 1 January 2024: not eligible.
            Unmet:
              — Pedagogical experience: 4 years 6 months — required: at least 5 years (cl. 3.1)
            Time alone does not change this: by then “Qualification category” is no longer met.
            What would do it:
              — Be attested, category: highest (then from 1 July 2024)
            """,
            id="expiring-too-soon",
        ),
        pytest.param(
            LENINGRAD,
            MUNICIPAL_ACTIVE,
            {**CANDIDATE, "contribution": None},
            """
            Муниципальный методический актив — Ленинградская область, 01.01.2024: нельзя определить: не хватает сведений.
            Неизвестно:
              — Вклад в муниципальную систему образования подтверждён: сведений нет — требуется: да (п. 3.1)
            Прежде всего спросить: Подтверждён ли вклад в совершенствование муниципальной системы образования?
            """,
            """
            Municipal methodical active — Leningrad region, 1 January 2024: cannot be said: facts are missing.
            Unknown:
              — Contribution to the municipal system attested: not known — required: yes (cl. 3.1)
            Ask first: Is a contribution to the municipal system of education attested?
            """,
            id="contribution-unknown",
        ),
        pytest.param(
            KIROVSK,
            "municipal-methodist",
            {**SCHOOL, "post": "methodist"},
            """
            Муниципальный методист — Кировский муниципальный район Ленинградской области, 01.01.2024: нельзя определить: не хватает сведений.
            Неизвестно:
              — Сопровождает профессиональное развитие педагогов: сведений нет — требуется: да (п. 2.1.13 (второй))
            Прежде всего спросить: Сопровождает ли человек непрерывное профессиональное развитие педагогов?
            """,
            """
            Municipal methodist — Kirovsk district of the Leningrad region, 1 January 2024: cannot be said: facts are missing.
            Unknown:
              — Accompanies the professional development of educators: not known — required: yes (cl. 2.1.13 (второй))
            Ask first: Does the person accompany the professional development of educators?
            """,
            id="municipal-methodist",
        ),
        pytest.param(
            LENINGRAD,
            "manager",
            {"post": "deputy-head"},
            """
            Управленческие кадры — Ленинградская область, 01.01.2024: нельзя определить: не хватает сведений.
            Не выполнено:
              — Должность: заместитель руководителя — требуется: руководитель организации (п. 1.1)
            Неизвестно:
              — Руководит организацией: сведений нет — требуется: да (п. 1.1)
            Прежде всего спросить: Осуществляет ли человек руководство организацией?
            """,
            """
            Manager — Leningrad region, 1 January 2024: cannot be said: facts are missing.
            Unmet:
              — Post: deputy head — required: head of the organisation (cl. 1.1)
            Unknown:
              — Manages the organisation: not known — required: yes (cl. 1.1)
            Ask first: Does the person manage the organisation?
            """,
            id="deputy",
        ),
        pytest.param(
            MEGION,
            "methodical-staff-tutoring",
            {"roles": ["methodical-centre-staff"], "trained_in_tutoring": False},
            """
            Обучение работников методического центра тьюторству — Город Мегион (Югра), 01.01.2024: не подходит.
            Не выполнено:
              — Обучение тьюторскому сопровождению пройдено: нет — требуется: да (п. 3.2.2)
            Само по себе время этого не изменит.
            Что сделать:
              — Пройти обучение тьюторскому сопровождению
            """,
            """
            Tutoring training of the methodical centre's staff — City of Megion (Yugra), 1 January 2024: not eligible.
            Unmet:
              — Trained in tutoring: no — required: yes (cl. 3.2.2)
            Time alone does not change this.
            What would do it:
              — Complete training in tutoring
            """,
            id="tutoring",
        ),
        pytest.param(
            VOLGOGRAD,
            "teacher-pair",
            {"mentor.subjects": ["физика"], "mentee.subjects": ["химия"], "mentor.roles": ["mentor"]},
            """
            Пара педагогов — Волгоградская область, 01.01.2024: нельзя определить: не хватает сведений.
            Не выполнено:
              — Общий предмет: нет — требуется: да (п. 3.5.3)
            Неизвестно:
              — Молодой специалист (наставляемый): сведений нет — требуется: да (п. 3.5.3)
              — Один владеет компетенцией, которая нужна другому: сведений нет — требуется: да (п. 3.5.3)
            Прежде всего спросить: Есть ли статус молодого специалиста?
            """,
            """
            Pair of teachers — Volgograd region, 1 January 2024: cannot be said: facts are missing.
            Unmet:
              — A subject in common: no — required: yes (cl. 3.5.3)
            Unknown:
              — Young specialist (mentee): not known — required: yes (cl. 3.5.3)
              — One holds a competency that the other needs: not known — required: yes (cl. 3.5.3)
            Ask first: Does the person have the status of a young specialist?
            """,
            id="pair",
        ),
    ],
)
def test_a_decision_in_words(policy, eligibility, facts, ru, en):
    decision = decide(rsnms.load_policies()[policy], eligibility, facts, ON)

    assert decision.text() == dedent(ru).strip()
    assert decision.text("en") == dedent(en).strip()


def test_what_is_printed_is_the_text():
    decision = decide(rsnms.load_policies()[VOLGOGRAD], REGIONAL_ACTIVE, {**READY, **SCHOOL}, ON)

    assert str(decision) == decision.text() == decision.text("ru")


def test_an_end_may_come_after_a_beginning():
    facts = {
        **CANDIDATE,
        "category": "highest",
        "category_decided_on": date(2024, 2, 1),
        "category_until": date(2024, 3, 31),
    }

    told = decide(rsnms.load_policies()[LENINGRAD], MUNICIPAL_ACTIVE, facts, ON).text().splitlines()

    assert told[3:5] == [
        "Подойдёт с 01.02.2024, если ничего, кроме времени, не изменится.",
        "Перестанет подходить после 31.03.2024, если ничего, кроме времени, не изменится.",
    ]


# --- parts of the text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "ru", "en"),
    [
        ("3.2.4", "п. 3.2.4", "cl. 3.2.4"),
        ("3.10", "п. 3.10", "cl. 3.10"),
        ("2.1.13 (второй)", "п. 2.1.13 (второй)", "cl. 2.1.13 (второй)"),
        ("прил. 1 к положению", "прил. 1 к положению", "прил. 1 к положению"),
        ("II.1.1", "п. II.1.1", "cl. II.1.1"),
        (None, "", ""),
    ],
)
def test_a_clause_is_referred_to(clause, ru, en):
    assert clause_words(clause) == ru
    assert clause_words(clause, "en") == en


def reasons(condition, **facts):
    decision = decide(jurisdiction(condition), ASKED, facts, ON)
    return [finding_words(finding) for finding in (*decision.unmet, *decision.unknown)]


def test_a_denied_comparison_is_put_as_its_contrary():
    attested = Comparison(VOCABULARY["category"], Op.ONE_OF, ("first", "highest"), "2.1")
    years = Comparison(VOCABULARY["stay"], Op.AT_LEAST, Span.of(3))

    assert reasons(Not(Any((attested, years))), category="first", stay=Span.of(3, 2)) == [
        "category: first — требуется: не из числа: first, highest (п. 2.1)",
        "stay: 3 года 2 месяца — требуется: менее 3 лет",
    ]


# --- the tree --------------------------------------------------------------------------------------------------------


def drawn(decision, lang="ru"):
    console = Console(width=300, no_color=True)
    with console.capture() as capture:
        console.print(decision.tree(lang))
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def tree(text: str) -> str:
    return dedent(text).strip()


def test_a_decision_as_a_tree():
    facts = {"pedagogical_duties": True, "birth_date": date(1990, 5, 20), "work_started_on": date(2020, 9, 1)}
    decision = decide(rsnms.load_policies()[UST_KOKSA], YOUNG, facts, ON)

    assert drawn(decision) == tree(
        """
        Поддержка молодых педагогов, 01.01.2024: не подходит
        ├── ✓ Условия для всех
        │   └── ✓ Педагогическая должность или обязанности: хотя бы одно из этого
        │       ├── ? Должность: сведений нет — требуется: одно из: учитель, преподаватель, воспитатель, педагог дополнительного образования, методист, тьютор, педагог-психолог, другая педагогическая должность (п. 5.1, 4)
        │       └── ✓ Выполняет педагогические обязанности: да (п. 5.1, 4)
        └── ✗ Основание: До 35 лет в первые три года работы (общее правило, п. 5.1, 4)
            ├── ✓ Возраст: 33 года 7 месяцев — требуется: менее 35 лет (п. 5.1, 4)
            └── ✗ Время с начала работы: 3 года 4 месяца — требуется: менее 3 лет (п. 5.1, 4)
        """
    )
    assert drawn(decision, "en") == tree(
        """
        Support of young educators, 1 January 2024: not eligible
        ├── ✓ Conditions for everybody
        │   └── ✓ Pedagogical post or duties: at least one of these
        │       ├── ? Post: not known — required: one of: teacher, lecturer, preschool educator, educator of additional education, methodist, tutor, educational psychologist, another pedagogical post (cl. 5.1, 4)
        │       └── ✓ Has pedagogical duties: yes (cl. 5.1, 4)
        └── ✗ Ground: Under 35 in the first three years of work (general rule, cl. 5.1, 4)
            ├── ✓ Age: 33 years 7 months — required: less than 35 years (cl. 5.1, 4)
            └── ✗ Time since the work began: 3 years 4 months — required: less than 3 years (cl. 5.1, 4)
        """
    )


def test_every_kind_of_condition_has_its_branch():
    attested = Comparison(VOCABULARY["category"], Op.ONE_OF, ("first", "highest"), "2.1")
    tutor = Comparison(VOCABULARY["roles"], Op.ANY_OF, ("tutor", "mentor"))
    diagnosed = Comparison(VOCABULARY["diagnosed"], Op.IS, True)
    condition = Any(
        (
            AtLeast(2, (attested, tutor, diagnosed)),
            Not(attested, Text("без категории", "without a category")),
            All((tutor, diagnosed)),
        )
    )
    decision = decide(jurisdiction(condition, gate=diagnosed), ASKED, {"category": "first", "roles": []}, ON)

    assert drawn(decision) == tree(
        """
        Актив, 01.01.2024: нельзя определить: не хватает сведений
        ├── ? Условия для всех
        │   └── ? diagnosed: сведений нет — требуется: да
        └── ? Основание: Основание 1 (общее правило)
            └── ? Хотя бы одно из этого
                ├── ? Не менее 2 из 3
                │   ├── ✓ category: first — требуется: одно из: first, highest (п. 2.1)
                │   ├── ✗ roles: нет — требуется: хотя бы одно из: tutor, mentor
                │   └── ? diagnosed: сведений нет — требуется: да
                ├── ✗ Без категории: не должно выполняться
                │   └── ✓ category: first — требуется: одно из: first, highest (п. 2.1)
                └── ✗ Всё из этого
                    ├── ✗ roles: нет — требуется: хотя бы одно из: tutor, mentor
                    └── ? diagnosed: сведений нет — требуется: да
        """
    )
    assert drawn(decision, "en") == tree(
        """
        Актив, 1 January 2024: cannot be said: facts are missing
        ├── ? Conditions for everybody
        │   └── ? diagnosed: not known — required: yes
        └── ? Ground: Основание 1 (general rule)
            └── ? At least one of these
                ├── ? At least 2 of 3
                │   ├── ✓ category: first — required: one of: first, highest (cl. 2.1)
                │   ├── ✗ roles: none — required: at least one of: tutor, mentor
                │   └── ? diagnosed: not known — required: yes
                ├── ✗ Without a category: must not be met
                │   └── ✓ category: first — required: one of: first, highest (cl. 2.1)
                └── ✗ All of these
                    ├── ✗ roles: none — required: at least one of: tutor, mentor
                    └── ? diagnosed: not known — required: yes
        """
    )


def test_a_tree_is_what_rich_prints():
    decision = decide(rsnms.load_policies()[VOLGOGRAD], REGIONAL_ACTIVE, {}, ON)
    console = Console(width=300, no_color=True)
    with console.capture() as capture:
        console.print(decision)

    assert capture.get().startswith("Региональный методический актив, 01.01.2024: нельзя определить")
