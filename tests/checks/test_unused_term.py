"""RS203: what counts as saying a term."""

import pytest

from checks.findings import TOWN, found, places
from rsnms.checks.names.unused_term import CHECK

TERMS = """\
terms:
  - {id: route, title: Индивидуальный маршрут (ИМ), means: План роста}
  - {id: mentor, title: Профессиональный наставник, means: Помогает начинающим педагогам}
"""


def saying(text: str) -> dict[str, str]:
    return {"provisions.yaml": f"provisions:\n  - {{id: p, kind: task, title: {text}}}\n"}


def test_both_are_said_nowhere(tmp_path):
    findings = found(CHECK, tmp_path, {"terms.yaml": TERMS})
    assert places(findings, tmp_path) == ["terms.yaml:2:24", "terms.yaml:3:25"]
    assert findings[1].message.ru == (
        "Понятие «Профессиональный наставник» определено, но больше нигде в политике не встречается."
    )


@pytest.mark.parametrize("text", ["Готовит наставников", "Ведёт профессиональных советчиков"])
def test_half_of_its_words_in_any_case_are_enough(tmp_path, text):
    assert places(found(CHECK, tmp_path, {"terms.yaml": TERMS, **saying(text)}), tmp_path) == ["terms.yaml:2:24"]


def test_its_abbreviation_is_enough_and_is_a_word_of_its_own(tmp_path):
    terms = TERMS.replace("(ИМ)", "(ИОМ)")
    said = found(CHECK, tmp_path / "1", {"terms.yaml": terms, **saying("Составляет ИОМ")})
    assert places(said, tmp_path / "1") == ["terms.yaml:3:25"]
    assert len(found(CHECK, tmp_path / "2", {"terms.yaml": terms, **saying("Составляет ИОМы")})) == 1
    assert len(found(CHECK, tmp_path / "3", {"terms.yaml": terms, **saying("Составляет КИОМ")})) == 2


def test_another_term_says_it_and_its_own_words_do_not(tmp_path):
    terms = TERMS.replace("План роста", "Индивидуальный рост вместе с наставником")
    assert places(found(CHECK, tmp_path, {"terms.yaml": terms}), tmp_path) == ["terms.yaml:2:24"]


def test_words_that_several_terms_share_do_not_count(tmp_path):
    terms = "terms:\n" + "".join(
        f"  - {{id: {id_}, title: Методическая {title}, means: М}}\n"
        for id_, title in (("service", "служба"), ("work", "работа"))
    )
    said = found(CHECK, tmp_path, {"terms.yaml": terms, **saying("Методическая работа школ")})
    assert places(said, tmp_path) == ["terms.yaml:2:26"]


def test_a_child_says_it(tmp_path):
    child = {f"town/{name}": text for name, text in saying("Маршруты и наставники").items()}
    assert found(CHECK, tmp_path, {"terms.yaml": TERMS, "town/policy.yaml": TOWN, **child}) == []
