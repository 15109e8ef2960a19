"""RS404: long titles word by word the same in two jurisdictions that are no relatives."""

from checks.findings import TOWN, found, places
from rsnms.checks.sources.copied_title import CHECK

LONG = "Сбор и описание лучших практик школ"


def stating(folder: str, title: str, id_: str = "p") -> dict[str, str]:
    text = f"provisions:\n  - {{id: {id_}, kind: task, title: {title}}}\n"
    identity = {f"{folder}policy.yaml": TOWN} if folder else {}
    return {**identity, f"{folder}x.yaml": text}


def test_the_later_one_is_told_of_with_the_place_of_the_other(tmp_path):
    files = stating("b/", LONG) | stating("a/", LONG.upper().replace(" ", "  "))
    [finding] = found(CHECK, tmp_path, files)
    assert places([finding], tmp_path) == ["b/x.yaml:2:32"]
    assert finding.message.ru == (
        "Слово в слово то же название есть в «ru/example/a». Назовите своими словами, "
        "а если норма общая — объявите её один раз, в общем родителе."
    )
    [(place, said)] = finding.related
    assert (place.file, said.ru) == (f"{tmp_path}/ru/example/a/x.yaml", "то же название в «ru/example/a»")


def test_relatives_and_short_titles(tmp_path):
    assert found(CHECK, tmp_path / "1", stating("", LONG) | stating("a/", LONG, "q")) == []
    short = LONG.rsplit(" ", 1)[0]
    assert found(CHECK, tmp_path / "2", stating("a/", short) | stating("b/", short)) == []
