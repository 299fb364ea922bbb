"""How fast the same 200 terms are found, each engine in a process of its own.

The text is made with a fixed seed: prose of Python's own help, the documents of this
repository, and some texts of the development half of the corpus, so that there are about as
many words to find as in what we measured before (400 to 650 in a MB). Time is
processor time (user and system), so that other work on the machine counts little: each engine
tells its own, from opening the file to the last word found, without starting and making its
terms ready. ripgrep tells nothing; its start, with an empty text, is taken from the whole.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from pydoc_data.topics import topics

from bench.language.corpus import GOLD, read
from bench.language.quality import PEERS, TERMS

ROOT = Path(__file__).parents[2]
MB = 1_000_000
ENGINE = [sys.executable, "-m", "bench.language.engine"]
RIPGREP = ["rg", "-a", "-F", "-w", "-i", "-o", "-j1", "--no-filename", "-f", str(TERMS)]
WAYS = {
    "ours, 200 terms, full findings": ("alongside", [*ENGINE, "ours"]),
    "ours, all English rules": ("alongside", [*ENGINE, "rules"]),
    "flashtext": ("flashtext", [*ENGINE, "flashtext"]),
    "spaCy PhraseMatcher": ("spacy", [*ENGINE, "phrase_matcher"]),
    "ripgrep, the limit": ("rg", RIPGREP),
    "alex": ("node", ["node", str(PEERS / "alex.mjs")]),
}
SLOW = {"alex"}  # half a MB: it takes more than its share of time for more
NOT_LARGE = {"alex", "spaCy PhraseMatcher"}  # minutes to hours


def paragraphs() -> Iterator[str]:
    """Prose without end, the same on every machine with the same Python."""
    prose = [p for topic in sorted(topics) for p in topics[topic].split("\n\n")]
    for path in sorted((ROOT / "docs").glob("*.md")):
        if path.name != "benchmarks.md":
            prose += path.read_text().split("\n\n")
    field = [text.text for text in read(GOLD / "en" / "development")]
    draw = random.Random(1987)
    while True:
        yield draw.choice(field if draw.random() < 1 / 16 else prose)


def make(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        written = 0
        for paragraph in paragraphs():
            written += file.write(paragraph + "\n\n")
            if written >= size:
                return


def measured(command: list[str], path: Path) -> tuple[float, float, int]:
    """(seconds of processor time, peak memory in MB, how many it found)."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([*command, str(path)], stdout=out, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise RuntimeError(f"{command[0]} failed on {path.name}")
        out.seek(0)
        told = out.read()
    peak = usage.ru_maxrss / 1024
    if command[0] == "rg":
        return usage.ru_utime + usage.ru_stime, peak, told.count(b"\n")
    seconds, count = told.split()[-2:]
    return float(seconds), peak, int(count)


def rate(command: list[str], path: Path, empty: Path, *, times: int) -> tuple[float, float, int]:
    """(MB/s, peak MB, found), the best of some runs."""
    start = min(measured(command, empty)[0] for _ in range(3)) if command[0] == "rg" else 0
    runs = [measured(command, path) for _ in range(times)]
    seconds = max(min(run[0] for run in runs) - start, 0.001)
    return path.stat().st_size / MB / seconds, max(run[1] for run in runs), runs[0][2]


def missing(name: str, needs: str) -> str | None:
    if needs in ("rg", "node"):
        if shutil.which(needs) is None:
            return f"{needs} is not installed"
        if needs == "node" and not (PEERS / "node_modules").is_dir():
            return "its npm part is not installed"
    elif find_spec(needs) is None:
        return f"{needs} is not installed (dependency group bench)"
    return None


def tell(*, large: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sizes = {"0.5 MB": MB // 2, "5 MB": 5 * MB, f"{large} MB": large * MB}
        files = {name: Path(folder) / f"{size}.txt" for name, size in sizes.items()}
        for name, path in files.items():
            make(path, sizes[name])
        empty = Path(folder) / "empty.txt"
        empty.write_text("an addict\n")
        _tell_engines(files, empty)
        _tell_growth(files, empty)


def _tell_engines(files: dict[str, Path], empty: Path) -> None:
    small, medium, large = files
    rates: dict[tuple[str, str], float] = {}
    print(
        "\nthe same 200 terms, whole words in any case; MB/s of processor time, peak memory, found"
    )
    for name, (needs, command) in WAYS.items():
        if reason := missing(name, needs):
            print(f"{name:<32} not measured: {reason}")
            continue
        for size in (small,) if name in SLOW else (medium, large):
            if size == large and name in NOT_LARGE:
                continue
            times = 1 if size == large or name in SLOW else 3
            speed, memory, found = rate(command, files[size], empty, times=times)
            rates[name, size] = speed
            print(f"{name:<32} {size:>7} {speed:9.3f} MB/s {memory:7.0f} MB {found:9,} found")
    _tell_ratios(rates, small, medium, large)


def _tell_ratios(rates: dict[tuple[str, str], float], small: str, medium: str, large: str) -> None:
    ours = "ours, 200 terms, full findings"
    beside = [("alex", small, medium), ("spaCy PhraseMatcher", medium, medium)]
    beside += [("ripgrep, the limit", medium, medium), ("ripgrep, the limit", large, large)]
    print()
    for name, theirs, own in beside:
        if (name, theirs) in rates:
            times = rates[ours, own] / rates[name, theirs]
            print(f"ours ({own}) is × {times:.2f} of {name} ({theirs})")


def _tell_growth(files: dict[str, Path], empty: Path) -> None:
    """Linear in the text, nearly flat in the number of rules."""
    print("\nmade-up rules that are rarely found, 5 MB")
    for rules in (50, 500, 5_000):
        command = [*ENGINE, f"made_up_{rules}"]
        speed, memory, found = rate(command, files["5 MB"], empty, times=3)
        print(f"{rules:>5} rules {speed:9.1f} MB/s {memory:7.0f} MB {found:9,} found")
