from datetime import date

from acts import document, obligation, policy, schedule
from rsnms.domain.subject import Modality
from rsnms.domain.system import DocumentKind, ObligationKind
from rsnms.monitoring.duties import duties


def test_documents_come_before_obligations_in_one_shape():
    plan = document("plan", DocumentKind.PLAN, "План", prepared_by="cnppm", approved_by="authority", clause="4.1")
    meets = obligation("meets", ObligationKind.MEETING, by=("council",), of="cnppm", modality=Modality.RECOMMENDED)
    first, second = duties(policy(meets, plan))
    assert (first.id, first.kind, first.clause, first.title.ru) == ("plan", "plan", "4.1", "План")
    assert first.responsible == ("cnppm", "authority")
    assert (second.id, second.kind, second.responsible) == ("meets", "meeting", ("council",))
    assert second.involved == ("council", "cnppm")
    assert (first.is_binding, second.is_binding) == (True, False)


def test_the_parties_see_to_an_agreement_for_which_nobody_else_is_named():
    named = document("a", DocumentKind.AGREEMENT, prepared_by="cnppm", parties=("authority", "council"))
    unnamed = document("b", DocumentKind.AGREEMENT, parties=("authority", "council"), of="cnppm")
    first, second = duties(policy(named, unnamed))
    assert (first.responsible, first.involved) == (("cnppm",), ("cnppm", "authority", "council"))
    assert (second.responsible, second.involved) == (("authority", "council"), ("authority", "council", "cnppm"))


def test_a_shared_id_is_told_apart_by_the_section():
    found = duties(policy(document("plan", DocumentKind.PLAN), obligation("plan", ObligationKind.MEASURE)))
    assert [duty.id for duty in found] == ["document:plan", "obligation:plan"]


def test_a_duty_ends_when_it_is_stated_to_end_or_with_its_act():
    stated = document("a", DocumentKind.PLAN, when=schedule(until=date(2023, 12, 31)))
    found = duties(policy(stated, document("b", DocumentKind.PLAN), until=date(2024, 6, 30)))
    assert [duty.until for duty in found] == [date(2023, 12, 31), date(2024, 6, 30)]
    assert [duty.until for duty in duties(policy(document("b", DocumentKind.PLAN)))] == [None]


def test_only_a_measure_of_a_roadmap_has_a_result():
    found = duties(
        policy(document("a", DocumentKind.PLAN), obligation("b", ObligationKind.MEASURE, result="Приказ департамента"))
    )
    assert [duty.result for duty in found] == [None, "Приказ департамента"]
