"""Courses in folders, and editions that are kept.

A cohort keeps the edition it began with: its files are stored as they were (`packed`), under
their fingerprint, and read again from there (`unpacked`, `read`). So a course may be changed
or taken off the disk while a cohort runs, and the cohort's pages stay what they were.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from alongside.learning.curricula.building import built
from alongside.learning.curricula.course import Course
from alongside.learning.curricula.places import Problem

BUILT_IN = Path(__file__).parents[1] / "courses"
SUFFIXES = {".yaml", ".md"}
BIGGEST = 2_000_000  # bytes of one file: a course is words
_EPOCH = (1980, 1, 1, 0, 0, 0)

Files = Mapping[str, bytes]


class NotACourse(ValueError):
    """The files cannot be read as a course; `problems` says where, and what to do."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems[:20]))
        self.problems = problems


@dataclass(frozen=True)
class Installed:
    folder: Path
    course: Course | None
    problems: tuple[Problem, ...]


def files_in(folder: Path) -> dict[str, bytes]:
    """The YAML and Markdown files of a course by path; hidden ones and others are left out.

    Raises FileNotFoundError when there is no course.yaml.
    """
    if not (folder / "course.yaml").is_file():
        raise FileNotFoundError(f"{folder} is not a course: it has no course.yaml.")
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_ours = path.suffix in SUFFIXES and not any(p.startswith(".") for p in inside.parts)
        if is_ours and path.is_file() and not path.is_symlink():
            found[inside.as_posix()] = path.read_bytes()[: BIGGEST + 1]
    return found


def fingerprint(files: Files) -> str:
    """SHA-256 over names and contents: equal files, equal edition, wherever they lie."""
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def packed(files: Files) -> bytes:
    """The files as a ZIP that anyone can open."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), files[name], zipfile.ZIP_DEFLATED)
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist())}


def read(files: Files) -> Course:
    """The course in these files. Raises NotACourse."""
    return _read(tuple(sorted(files.items())))


@lru_cache(maxsize=16)
def _read(files: tuple[tuple[str, bytes], ...]) -> Course:
    course, found = built(dict(files), fingerprint(dict(files)))
    if course is None or found:
        raise NotACourse(found)
    return course


def load(folder: Path) -> Course:
    """The course in this folder. Raises FileNotFoundError or NotACourse."""
    return read(files_in(folder))


def problems(folder: Path) -> list[Problem]:
    """What is to mend in a course's folder, by file and line; nothing when it is well."""
    try:
        files = files_in(folder)
    except FileNotFoundError:
        remedy = "Give the folder that holds course.yaml, or begin one; see docs/curricula.md."
        return [Problem("course.yaml", 1, "There is no course.yaml.", remedy)]
    return built(files, fingerprint(files))[1]


def installed(more: Iterable[Path] = ()) -> list[Installed]:
    """The courses that come with Alongside, and those in other folders of courses."""
    found = []
    for place in (BUILT_IN, *more):
        for head in sorted(place.glob("*/course.yaml")):
            try:
                found.append(Installed(head.parent, load(head.parent), ()))
            except NotACourse as fault:
                found.append(Installed(head.parent, None, tuple(fault.problems)))
    return found
