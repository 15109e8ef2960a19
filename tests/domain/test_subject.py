"""Subjects, levels and short texts."""

from rsnms.domain import Level, Modality, Statement, StatementKind, Subject, SubjectKind, Text, Unit


def statement(id_: str, kind: StatementKind) -> Statement:
    return Statement(id=id_, kind=kind, title=id_)


def test_levels_go_down_from_the_country_to_an_organisation():
    assert [level.depth for level in (Level.FEDERAL, Level.REGIONAL, Level.MUNICIPAL, Level.INSTITUTIONAL)] == [
        0,
        1,
        2,
        3,
    ]


def test_a_subject_tells_its_functions_rights_and_duties_apart():
    function, right, duty = (statement(kind, kind) for kind in StatementKind)
    subject = Subject(
        id="cnppm",
        title="ЦНППМ",
        kind=SubjectKind.CENTRE,
        level=Level.REGIONAL,
        statements=(duty, function, right),
    )

    assert (subject.functions, subject.rights, subject.duties) == ((function,), (right,), (duty,))
    assert subject.modality is Modality.MUST


def test_english_falls_back_to_russian():
    assert Text("вуз", "university").in_("en") == "university"
    assert Text("вуз").in_("en") == str(Text("вуз", "university")) == "вуз"


def test_an_invariable_unit_has_one_form():
    assert Unit.invariable("ч") == Unit("ч", "ч", "ч")
