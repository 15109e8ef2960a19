"""Policies of a git revision: the YAML files below a folder, exactly as the revision has them, in a temporary folder.

``git archive`` would heed attributes that leave files out or fill in placeholders, so the objects themselves are read.
"""

import os
import posixpath
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from rsnms.domain.input_error import InputError
from rsnms.domain.text import Lang, Text
from rsnms.policy.layers import IDENTITY
from rsnms.policy.loading import base_of
from rsnms.policy.problems import nearest

_YAML = (".yaml", ".yml")


class GitError(InputError):
    """Something asked of git that there is not: git itself, a repository, a revision, a folder."""

    def __init__(self, asked: str, what: Text) -> None:
        self.asked, self.what = asked, what
        super().__init__(self.text())

    def text(self, lang: Lang = "ru") -> str:
        """What was asked for, and what there is not."""
        return f"{self.asked}: {self.what.in_(lang)}"


def check_out(asked: str, into: Path) -> tuple[Path, str]:
    """Write the policy files of ``REV:PATH`` into an empty folder.

    ``PATH`` counts from the top of the repository, or with ``./`` from the working folder, as git has it. A folder
    inside a tree of jurisdictions stands for its whole tree. Returned are the folder and what stands in its place in
    messages, such as ``HEAD~1:policies``.

    Raises:
        GitError: there is no git, no repository, no such revision, or no such folder in it.
    """
    revision, _, path = asked.partition(":")
    _need_repository(asked)
    commit = _resolved(asked, revision)
    root = _root(commit, _folder(asked, commit, revision, path))
    for name, content in _files(asked, commit, root):
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return into, f"{revision}:{root}"


def _need_repository(asked: str) -> None:
    try:
        found = _git("rev-parse", "--git-dir")
    except FileNotFoundError:
        raise GitError(
            asked,
            Text(
                "нет программы git. Установите git или укажите папку.",
                "there is no git. Install git, or name a folder.",
            ),
        ) from None
    if found.returncode == 0:
        return
    if b"not a git repository" in found.stderr:
        here = Path.cwd()
        what = Text(
            f"папка {here} не в репозитории git. Перейдите в репозиторий или укажите папку с политиками; "
            "версия по дате пишется ПОЛИТИКА@ДАТА.",
            f"the folder {here} is in no git repository. Go to the repository, or name a folder of policies; "
            "a version by date is POLICY@DATE.",
        )
        raise GitError(asked, what)
    raise GitError(asked, Text(_said(found)))


def _resolved(asked: str, revision: str) -> str:
    """The object id of a revision's tree."""
    found = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
    if found.returncode == 0:
        return found.stdout.decode().strip()
    names = _git("for-each-ref", "--format=%(refname:short)").stdout.decode("utf-8", "replace").split()
    guess = nearest(revision, names)
    shallow = _git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    ru = f"в репозитории нет ревизии «{revision}»." + (f" Возможно, «{guess}»." if guess else "")
    en = f"the repository has no revision '{revision}'." + (f" Perhaps '{guess}'." if guess else "")
    if shallow:
        ru += " История неполная: поможет git fetch --unshallow."
        en += " Its history is cut off: git fetch --unshallow brings the rest."
    raise GitError(asked, Text(ru, en))


def _folder(asked: str, tree: str, revision: str, path: str) -> str:
    """The folder from the top of the repository, without a slash at its end; the top itself is empty."""
    if path.startswith(("./", "../")) or path in (".", ".."):
        here = _git("rev-parse", "--show-prefix").stdout.decode("utf-8", "surrogateescape").rstrip("\n")
        path = posixpath.join(here, path)
    folder = posixpath.normpath(path).strip("/") if path else ""
    folder = "" if folder == "." else folder
    if not _is_folder(tree, folder):
        listed = _git("ls-tree", "-r", "-d", "-z", "--full-tree", "--name-only", tree).stdout.split(b"\0")
        guess = nearest(folder, [name.decode("utf-8", "replace") for name in listed if name])
        ru = f"в ревизии «{revision}» нет папки «{folder}»." + (f" Возможно, «{guess}»." if guess else "")
        en = f"the revision '{revision}' has no folder '{folder}'." + (f" Perhaps '{guess}'." if guess else "")
        raise GitError(asked, Text(ru, en))
    return folder


def _is_folder(tree: str, folder: str) -> bool:
    return _git("cat-file", "-t", f"{tree}:{folder}").stdout.strip() == b"tree"


def _root(tree: str, folder: str) -> str:
    """The folder that holds the outermost jurisdiction around a folder, as for folders on disk; else the folder."""
    top, around = None, folder
    while around:
        if any(_git("cat-file", "-e", f"{tree}:{around}/{IDENTITY}{suffix}").returncode == 0 for suffix in _YAML):
            top = around
        around = posixpath.dirname(around)
    base = base_of(PurePosixPath(top or folder))
    if base is not None:
        return "" if str(base.parent) == "." else str(base.parent)
    return folder if top is None else posixpath.dirname(top)


def _files(asked: str, tree: str, root: str) -> Iterator[tuple[str, bytes]]:
    """The YAML files below a folder; symbolic links are followed within the revision."""
    listed = _git("ls-tree", "-r", "-z", "--full-tree", "--name-only", f"{tree}:{root}").stdout.split(b"\0")
    names = [os.fsdecode(name) for name in listed if name.lower().endswith((b".yaml", b".yml"))]
    prefix = f"{root}/" if root else ""
    asked_for = b"".join(os.fsencode(f"{tree}:{prefix}{name}\n") for name in names if "\n" not in name)
    answer = _git("cat-file", "--batch", "--follow-symlinks", given=asked_for).stdout
    for name in (name for name in names if "\n" not in name):
        head, _, answer = answer.partition(b"\n")
        kind, _, size = head.rpartition(b" ")
        if not kind.endswith(b" blob"):
            ru = f"ссылка «{prefix}{name}» ведёт из ревизии наружу; прочитать её нельзя."
            en = f"the link '{prefix}{name}' leads out of the revision and cannot be read."
            raise GitError(asked, Text(ru, en))
        yield name, answer[: int(size)]
        answer = answer[int(size) + 1 :]


def _git(*arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git without a shell, its messages in English; what it says is judged by its exit code."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    return subprocess.run(  # noqa: S603 - a list of arguments, no shell
        ["git", *arguments],  # noqa: S607 - the git that the user has
        input=given,
        capture_output=True,
        env=environment,
        check=False,
    )


def _said(found: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(found.stderr.decode("utf-8", "replace").split())
