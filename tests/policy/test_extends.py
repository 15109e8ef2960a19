"""A subject that extends its parent's keeps what the parent says of it, with where that comes from."""

from policy.folders import BASE, REGION, messages, sound, write
from rsnms.survey.records import records

TOWN = REGION.replace("Регион", "Город").replace("regional", "municipal").replace("2024-01-01", "2023-06-01")
SERVICE = """\
subjects:
  - id: service
    title: Служба
    kind: service
    level: municipal
    clause: "2"
    functions:
      - {id: plans, title: Планирует, clause: "2.1"}
      - {id: meets, title: Собирается, clause: "2.2"}
"""
OWN = """\
subjects:
  - id: service
    extends: true
    title: Своя служба
    kind: service
    level: municipal
    in_structure: false
    clause: "7"
    functions:
      - {id: meets, title: Собирается чаще, clause: "7.1"}
      - {id: trains, title: Обучает, clause: "7.2"}
"""
TREE = {
    "a/policy.yaml": BASE,
    "a/b/policy.yaml": REGION,
    "a/b/subjects.yaml": SERVICE,
    "a/b/c/policy.yaml": TOWN,
    "a/b/c/subjects.yaml": OWN,
}


def test_own_statements_come_first_and_replace_those_of_the_same_id(tmp_path) -> None:
    policy = sound(write(tmp_path, TREE))["a/b/c"].latest
    service = policy.subjects["service"]
    assert (service.title, service.clause) == ("Своя служба", "7")
    assert [(one.id, one.title, one.clause, one.origin) for one in service.functions] == [
        ("meets", "Собирается чаще", "7.1", "a/b/c"),
        ("trains", "Обучает", "7.2", "a/b/c"),
        ("plans", "Планирует", "2.1", "a/b"),
    ]


def test_records_say_which_statements_are_inherited(tmp_path) -> None:
    policy = sound(write(tmp_path, TREE))["a/b/c"].latest
    inherited = {one.id: one.inherited_from for one in records(policy, kind="function")}
    assert inherited == {"meets": None, "trains": None, "plans": "a/b"}
    assert [one.id for one in records(policy, kind="function", own=True)] == ["meets", "trains"]


def test_what_the_child_does_not_say_stays_as_the_parent_has_it(tmp_path) -> None:
    stated = SERVICE.replace(
        '    clause: "2"\n', '    clause: "2"\n    official_name: Служба района\n    modality: recommended\n'
    )
    service = sound(write(tmp_path, {**TREE, "a/b/subjects.yaml": stated}))["a/b/c"].latest.subjects["service"]
    assert (service.official_name, service.modality, service.title) == ("Служба района", "recommended", "Своя служба")


def test_a_subject_of_the_parents_structure_stays_one(tmp_path) -> None:
    assert sound(write(tmp_path, TREE))["a/b/c"].latest.subjects["service"].in_structure


def test_before_the_parent_is_in_force_there_are_only_own_statements(tmp_path) -> None:
    first = sound(write(tmp_path, TREE))["a/b/c"].periods[0]
    assert [one.id for one in first.subjects["service"].functions] == ["meets", "trains"]
    assert not first.subjects["service"].in_structure


def test_there_has_to_be_something_to_extend(tmp_path) -> None:
    root = write(tmp_path, {**TREE, "a/b/subjects.yaml": SERVICE.replace("id: service", "id: services")})
    assert messages(root) == [
        "a/b/c/subjects.yaml:3:14: override-of-nothing: subjects[0].extends: «extends: true», но у родителей нет "
        "«service». Возможно, имелось в виду «services». Исправьте идентификатор или уберите extends."
    ]


def test_a_child_may_remove_what_only_replaced_statements_name(tmp_path) -> None:
    names = "activities:\n  - {id: old, title: Прежнее}\n" + SERVICE.replace(
        'title: Собирается, clause: "2.2"', 'title: Собирается, activity: old, clause: "2.2"'
    )
    tree = {**TREE, "a/b/subjects.yaml": names, "a/b/c/subjects.yaml": OWN + "remove:\n  activities: [old]\n"}
    service = sound(write(tmp_path, tree))["a/b/c"].latest.subjects["service"]
    assert [(one.id, one.activity) for one in service.functions] == [("meets", None), ("trains", None), ("plans", None)]
