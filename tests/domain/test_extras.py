"""Libraries that may be missing."""

import pytest

from rsnms.domain.extras import LibraryMissingError, need


def test_an_installed_library_is_loaded():
    assert need("json").loads("1") == 1


def test_a_missing_library_is_named_with_the_way_to_install_it():
    with pytest.raises(LibraryMissingError) as caught:
        need("no_such.library", "routes")
    assert str(caught.value) == caught.value.text()
    assert caught.value.text() == (
        'Для этого нужна библиотека no_such.library. Установите её: pip install "rsnms[routes]"'
    )
    assert caught.value.text("en") == 'This needs the library no_such.library. Install it: pip install "rsnms[routes]"'
