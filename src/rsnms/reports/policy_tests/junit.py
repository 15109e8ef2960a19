"""What came of policy tests as JUnit XML: a suite for each file, a test case for each case."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rsnms.domain.text import Lang
from rsnms.policy_tests.case import Case
from rsnms.policy_tests.outcomes import Outcomes
from rsnms.reports.policy_tests.text import UNCONFIRMED, failure_text


def junit_xml(outcomes: Outcomes, lang: Lang = "ru") -> str:
    """The report; what is not confirmed counts as skipped. No times, so that the same outcomes give the same file."""
    root = Element("testsuites", {"name": "rsnms test", **_counts(outcomes)})
    for file in outcomes.files:
        own = Outcomes(
            tuple(result for result in outcomes.results if result.case.place.file == file),
            tuple(case for case in outcomes.unconfirmed if case.place.file == file),
        )
        _suite(SubElement(root, "testsuite", {"name": file, **_counts(own)}), own, lang)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _counts(outcomes: Outcomes) -> dict[str, str]:
    skipped = len(outcomes.unconfirmed)
    return {
        "tests": str(len(outcomes.results) + skipped),
        "failures": str(len(outcomes.failed)),
        "errors": "0",
        "skipped": str(skipped),
    }


def _suite(suite: Element, outcomes: Outcomes, lang: Lang) -> None:
    for result in outcomes.results:
        written = _case(suite, result.case)
        if not result.passed:
            message = "; ".join(
                f"{one.key}: {one.expected.in_(lang)} ≠ {one.got.in_(lang)}" for one in result.differences
            )
            SubElement(written, "failure", type="difference", message=message).text = failure_text(result, lang)
    for case in outcomes.unconfirmed:
        SubElement(_case(suite, case), "skipped", message=UNCONFIRMED.in_(lang))


def _case(suite: Element, case: Case) -> Element:
    section, id_ = case.subject
    about = f"{case.policy} {section}" + (f" {id_}" if id_ else "")
    return SubElement(
        suite, "testcase", classname=about, name=case.name, file=case.place.file, line=str(case.place.line)
    )
