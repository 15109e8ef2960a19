import subprocess
from pathlib import Path

import pytest

from changes.edited import SMALL, changed
from policy.folders import write
from rsnms.changes.git import GitError
from rsnms.changes.sources import SourceError, read_side, read_sides
from rsnms.policy.model import NotInForceError, UnknownPolicyError
from rsnms.policy.problems import PolicyError

DATED = {
    **{name: text for name, text in SMALL.items() if not name.startswith("a/b/")},
    **{
        f"a/b/{since}/{name.removeprefix('a/b/')}": str(text).replace("from: 2024-01-01", f"from: {since}{until}")
        for since, until in (("2023-01-01", ", until: 2023-12-31"), ("2024-01-01", ""))
        for name, text in SMALL.items()
        if name.startswith("a/b/")
    },
}


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Path:
    """A repository of two commits, in whose last one the threshold is higher."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "repository"
    git(write(root / "policies", SMALL).parent, "init", "--quiet", "--initial-branch", "main")
    for files in (SMALL, changed(SMALL, eligibility=("5 years", "15 years"))):
        write(root / "policies", files)
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message", "x")
    monkeypatch.chdir(root)
    return root


def said(asked: str, lang="ru") -> str:
    with pytest.raises((GitError, SourceError)) as caught:
        read_side(asked)
    return caught.value.text(lang)


def threshold(side) -> str:
    return str(side.jurisdictions["a/b"].latest.eligibilities["active"].grounds[0].when)


def test_a_folder_stands_for_its_tree(tmp_path) -> None:
    root = write(tmp_path, SMALL)
    for asked in (root, root / "a", root / "a" / "b"):
        assert list(read_side(str(asked)).jurisdictions) == ["a", "a/b"]


def test_a_folder_without_its_ancestors_lies_over_the_packaged_policies(tmp_path) -> None:
    root = write(tmp_path, {"ru/n/policy.yaml": SMALL["a/b/policy.yaml"]})
    assert {"ru", "ru/n", "ru/volgograd"} <= set(read_side(str(root)).jurisdictions)


@pytest.mark.usefixtures("repository")
def test_a_revision_is_read_as_it_was() -> None:
    old, new = read_sides("HEAD~1:policies", "policies")
    assert threshold(old) != threshold(new) == threshold(read_side("main:policies"))
    assert threshold(read_side("HEAD~1:policies/a/b")) == threshold(old)


def test_a_path_of_a_revision_from_the_working_folder(repository, monkeypatch) -> None:
    monkeypatch.chdir(repository / "policies")
    assert list(read_side("HEAD:./").jurisdictions) == ["a", "a/b"]
    assert list(read_side("HEAD:policies").jurisdictions) == ["a", "a/b"]


def test_what_git_leaves_out_of_archives_is_read(repository) -> None:
    (repository / ".gitattributes").write_text("eligibility.yaml export-ignore\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    assert "active" in read_side("HEAD:policies").jurisdictions["a/b"].latest.eligibilities


def test_links_are_followed_within_the_revision_alone(repository) -> None:
    target = repository / "policies" / "a" / "b" / "eligibility.yaml"
    target.rename(repository / "shared.yaml")
    target.symlink_to("../../../shared.yaml")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    assert "active" in read_side("HEAD:policies").jurisdictions["a/b"].latest.eligibilities
    target.unlink()
    target.symlink_to("/etc/hostname")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    assert said("HEAD:policies") == (
        "HEAD:policies: ссылка «policies/a/b/eligibility.yaml» ведёт из ревизии наружу; прочитать её нельзя."
    )


def test_a_folder_of_a_revision_that_lies_over_the_packaged_policies(repository) -> None:
    """``ru`` has no file of its own there, as in a repository of a region."""
    region = {"ru/n/policy.yaml": SMALL["a/b/policy.yaml"], "ru/n/town/policy.yaml": SMALL["a/b/policy.yaml"]}
    write(repository / "region", region)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    for asked in ("HEAD:region", "HEAD:region/ru", "HEAD:region/ru/n", "HEAD:region/ru/n/town", "HEAD:./region/ru"):
        assert {"ru", "ru/n", "ru/n/town", "ru/volgograd"} <= set(read_side(asked).jurisdictions), asked


def test_mistakes_in_a_revision_are_named_by_it(repository) -> None:
    write(repository / "policies", {"a/b/x.yaml": "criteria:\n  - {id: c, title: К, when: {fact: scor, is: 5}}\n"})
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "x")
    with pytest.raises(PolicyError) as caught:
        read_side("HEAD:policies")
    assert caught.value.text().startswith("HEAD:policies/a/b/x.yaml:2:36: unknown-fact:")


@pytest.mark.usefixtures("repository")
def test_what_git_does_not_have() -> None:
    assert said("mian:policies") == "mian:policies: в репозитории нет ревизии «mian». Возможно, «main»."
    assert said("mian:policies", "en") == "mian:policies: the repository has no revision 'mian'. Perhaps 'main'."
    assert said("--all:policies") == "--all:policies: в репозитории нет ревизии «--all»."
    assert said("HEAD:polices") == "HEAD:polices: в ревизии «HEAD» нет папки «polices». Возможно, «policies»."
    assert (
        said("HEAD:polices", "en") == "HEAD:polices: the revision 'HEAD' has no folder 'polices'. Perhaps 'policies'."
    )


def test_a_history_that_is_cut_off(repository, tmp_path, monkeypatch) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert said("HEAD~1:policies") == (
        "HEAD~1:policies: в репозитории нет ревизии «HEAD~1». История неполная: поможет git fetch --unshallow."
    )


def test_no_repository_and_no_git(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert said("HEAD:policies") == (
        f"HEAD:policies: папка {tmp_path} не в репозитории git. Перейдите в репозиторий или укажите папку с "
        "политиками; версия по дате пишется ПОЛИТИКА@ДАТА."
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert said("HEAD:policies") == "HEAD:policies: нет программы git. Установите git или укажите папку."
    assert said("HEAD:policies", "en") == "HEAD:policies: there is no git. Install git, or name a folder."


def test_a_policy_on_a_day(tmp_path) -> None:
    root = write(tmp_path, DATED)
    old, new = read_sides("a/b@2023-05-01", "a/b@01.05.2024", [root])
    assert [side.jurisdictions["a/b"].periods[0].since.year for side in (old, new)] == [2023, 2024]
    with pytest.raises(NotInForceError):
        read_side("a/b@2022-05-01", [root])
    with pytest.raises(UnknownPolicyError):
        read_side("a/c@2024-05-01", [root])
    assert said("a/b@2024-02-30") == (
        "a/b@2024-02-30: даты «2024-02-30» не существует; ожидается 2024-01-31 или 31.01.2024."
    )


def test_sides_that_cannot_be_compared() -> None:
    assert said("nowhere") == (
        "Нечего сравнивать: «nowhere» — не папка с политиками, не ревизия git (РЕВИЗИЯ:ПАПКА, например "
        "HEAD~1:policies) и не политика на дату (ПОЛИТИКА@ДАТА, например ru/volgograd@2024-01-31)."
    )
    assert said("nowhere", "en") == (
        "Nothing to compare: 'nowhere' is no folder of policies, no git revision (REV:PATH, such as HEAD~1:policies) "
        "and no policy on a day (POLICY@DATE, such as ru/volgograd@2024-01-31)."
    )
    with pytest.raises(SourceError) as caught:
        read_sides("ru/volgograd@2024-01-31", "ru/leningrad@2024-01-31")
    assert caught.value.text() == (
        "Сравниваются версии одной политики, а указаны две: ru/volgograd и ru/leningrad. Разные политики сравнивает "
        "rsnms compare ru/volgograd ru/leningrad."
    )
