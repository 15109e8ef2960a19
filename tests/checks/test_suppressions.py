import pytest

from checks.fake_check import FACTS, fake, report_of, suppressing, write
from rsnms.checks import registry
from rsnms.checks.suppressions import suppressions

BAD = FACTS.replace("Ранг", "плохо")
KNOWN = (fake("RS198", "worse-word", word="хуже"), fake())


@pytest.fixture(autouse=True)
def known(monkeypatch):
    """The checks there are: the fake ones and those of suppressions."""
    every = (*KNOWN, *suppressing())
    monkeypatch.setattr(registry, "checks", lambda: every)
    return every


def found(root, known, facts):
    write(root, facts)
    report = report_of(root, *known)
    assert report.problems == ()
    findings = [(one.code, one.place.line, one.place.column, one.message.ru) for one in report.findings]
    return findings, [(one.finding.code, one.by.reason) for one in report.suppressed]


@pytest.mark.parametrize("sign", [" — ", " – ", " -- ", ": ", " - ", "—"])
def test_a_comment_on_the_line_suppresses_with_its_reason(tmp_path, known, sign):
    text = BAD.replace("плохо", f"плохо # rsnms: ignore RS199{sign}так в акте")
    assert found(tmp_path, known, text) == ([], [("RS199", "так в акте")])


@pytest.mark.parametrize(
    "above",
    [
        "    # rsnms: ignore RS199 — так в акте\n",
        "    # rsnms: ignore RS199 — так в акте\n\n    # и ещё слова\n",
        "# rsnms: ignore RS199 — так в акте\n",
    ],
)
def test_a_comment_alone_is_about_the_line_below(tmp_path, known, above):
    text = BAD.replace("    title: плохо", f"{above}    title: плохо")
    assert found(tmp_path, known, text) == ([], [("RS199", "так в акте")])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "    # rsnms: ignore RS199 — так в акте\n    reading: |\n      первое слово\n\n      плохо\n",
        "    reading: >-  # rsnms: ignore RS199 — так в акте\n      первое слово\n      плохо\n",
        "    # rsnms: ignore RS199 — так в акте\n    reading: первое слово\n      плохо\n",
        '    # rsnms: ignore RS199 — так в акте\n    reading: "первое слово\n\n      плохо"\n',
    ],
)
def test_a_text_of_several_lines_is_meant_as_a_whole_and_nothing_after_it(tmp_path, known, text, newline):
    whole = FACTS.replace("    about:", f"{text}    about:") + "    question: плохо\n"
    findings, suppressed = found(tmp_path, known, whole.replace("\n", newline))
    assert suppressed == [("RS199", "так в акте")]
    assert [(code, line) for code, line, *_ in findings] == [("RS199", whole.count("\n"))]


def test_a_comment_for_the_whole_file(tmp_path, known):
    text = "# rsnms: ignore-file RS199 — перенято целиком\n" + BAD + "    reading: плохо\n"
    assert found(tmp_path, known, text) == ([], [("RS199", "перенято целиком")] * 2)


def test_several_codes(tmp_path, known):
    text = BAD.replace("плохо", "плохо и хуже # rsnms: ignore RS198, RS199 — так в акте")
    assert found(tmp_path, known, text) == ([], [("RS199", "так в акте"), ("RS198", "так в акте")])


def test_another_line_and_another_code_are_not_suppressed(tmp_path, known):
    text = BAD.replace("facts:", "facts: # rsnms: ignore RS199 — не здесь")
    findings, suppressed = found(tmp_path, known, text)
    assert [(code, line) for code, line, _, _ in findings] == [("RS902", 1), ("RS199", 3)]
    assert suppressed == []


def test_a_comment_within_a_text_is_none(tmp_path, known):
    text = BAD.replace("плохо", '"плохо # rsnms: ignore RS199 — так в акте"')
    assert [code for code, *_ in found(tmp_path, known, text)[0]] == ["RS199"]


def test_without_a_reason_nothing_is_suppressed(tmp_path, known):
    text = BAD.replace("плохо", "плохо # rsnms: ignore RS199")
    assert found(tmp_path, known, text) == (
        [
            ("RS199", 3, 12, "Здесь «плохо»."),
            (
                "RS901",
                3,
                18,
                "Подавление без причины ничего не подавляет. Допишите её: «# rsnms: ignore RS199 — причина».",
            ),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("comment", "column", "message"),
    [
        ("ignore RS19 — x", 30, "Нет проверки с кодом «RS19». Возможно, имелось в виду «RS199»."),
        ("ignore bad-word — x", 30, "Нет проверки с кодом «bad-word». Возможно, имелось в виду «RS199»."),
        ("ignore zzz — x", 30, "Нет проверки с кодом «zzz»."),
        ("ignore RS902 — x", 30, "Замечания RS902 подавить нельзя."),
        ("ignore unknown-key — x", 30, "«unknown-key» — ошибка в записи политики. Такие не подавляют, их исправляют."),
        ("ignore — x", 14, "Не назван код замечания: «# rsnms: ignore RS101 — причина»."),
        (
            "ingore RS199 — x",
            14,
            "После «rsnms:» стоит ignore или ignore-file, здесь «ingore». Возможно, имелось в виду «ignore».",
        ),
    ],
)
def test_what_is_not_understood_is_told(tmp_path, known, comment, column, message):
    text = FACTS.replace("id: rank", f"id: rank # rsnms: {comment}")
    assert found(tmp_path, known, text) == ([("RS903", 2, column, message)], [])


def test_idle_codes_are_told_together_with_the_fix(tmp_path, known):
    file = write(tmp_path, BAD.replace("плохо", "плохо # rsnms: ignore RS198, RS199 — так в акте"))
    [idle] = report_of(tmp_path, *known).findings
    assert (idle.code, idle.message.ru) == ("RS902", "Здесь нет замечания RS198: подавлять нечего.")
    [edit] = idle.fix
    line = file.read_text().splitlines()[edit.line - 1]
    assert (
        line[: edit.start - 1] + edit.text + line[edit.end - 1 :]
        == "    title: плохо # rsnms: ignore RS199 — так в акте"
    )


def test_what_was_not_run_is_not_idle(tmp_path, known):
    write(tmp_path, FACTS.replace("Ранг", "Ранг # rsnms: ignore RS198 — так в акте"))
    assert report_of(tmp_path, *known[1:]).findings == ()
    assert [one.code for one in report_of(tmp_path, *known).findings] == ["RS902"]


def test_nothing_is_idle_while_policies_are_mistaken(tmp_path, known):
    write(tmp_path, FACTS.replace("Ранг", "Ранг # rsnms: ignore RS198 — так в акте"))
    write(tmp_path, FACTS.replace("integer", "integr"), "ru/wrong")
    assert report_of(tmp_path, *known).findings == ()


def test_validity_is_not_suppressed(tmp_path, known):
    write(tmp_path, "# rsnms: ignore-file wrong-value — нарочно\n" + FACTS.replace("integer", "integr"))
    report = report_of(tmp_path, *known)
    assert [problem.code for problem in report.problems] == ["wrong-value"]
    assert [one.code for one in report.findings] == ["RS903"]


def test_files_without_the_mark_are_not_scanned():
    assert suppressions("a: [", "f.yaml", "ru") == ()
