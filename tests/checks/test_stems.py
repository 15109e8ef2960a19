"""Stems: case endings make no difference, other words do."""

import pytest

from rsnms.checks.names.stems import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        "маршрут маршруты маршрутов маршрутами маршрутах Маршрутом",
        "диагностика диагностики диагностику диагностикой диагностик",
        "методическая методический методического методическими методическую",
        "учёт учета учётом",
        "сообщество сообщества сообществам сообществ",
    ],
)
def test_the_cases_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


def test_other_words_have_other_stems_and_short_words_none():
    assert stem("наставник") != stem("наставничество")
    assert stem("площадка") != stem("площадок")  # a fleeting vowel, as the page of RS203 says
    assert stems("Работа с детей и их учителями в школах") == {"работ", "дет", "учител", "школ"}
