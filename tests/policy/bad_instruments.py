"""Competencies and instruments of a wrong form, or that measure what nobody knows."""
# ruff: noqa: E501

from policy.folders import Case, case, section

HEAD = "competencies:\n  - {id: boards, title: Доски, area: ict}\ninstruments:\n"

CASES: dict[str, Case] = {
    "an instrument of an unknown competency": case(
        section(HEAD + "  - {id: test, title: Т, measures: [{id: bords, title: Б}]}\n"),
        "a/b/x.yaml:4:42: unknown-competency: instruments[0].measures[0].id: Неизвестная компетенция «bords». Возможно, имелось в виду «boards». Объявите её в разделе competencies.",
        en=[
            "a/b/x.yaml:4:42: unknown-competency: instruments[0].measures[0].id: Unknown competency 'bords'. Did you mean 'boards'? Declare it in the section competencies.",
        ],
    ),
    "cut points that fall": case(
        section(
            HEAD + "  - {id: test, title: Т, cuts: [{severity: low, below: 70 %}, {severity: high, below: 40 %}]}\n"
        ),
        "a/b/x.yaml:4:32: instrument-definition: instruments[0].cuts: Инструмент описан неверно: нужны пороги одного вида (все в % или все в баллах) по возрастанию, от тяжёлого дефицита к лёгкому.",
        en=[
            "a/b/x.yaml:4:32: instrument-definition: instruments[0].cuts: The instrument is not well defined: it needs cut points of one kind (all % or all points) in rising order, from a severe deficit to a mild one.",
        ],
    ),
    "an area that nobody names": case(
        section("competencies:\n  - {id: boards, title: Доски, area: itc}\n"),
        "a/b/x.yaml:2:38: wrong-value: competencies[0].area: Здесь «itc», ожидается одно из: subject, methodical, psychological-pedagogical, communicative, ict, normative. Возможно, имелось в виду «ict».",
    ),
}
