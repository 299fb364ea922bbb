"""Every benchmark in one run: `make bench`, or `python -m bench --help`."""

import argparse
import contextlib
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

from alongside.jobs.threads import usual_threads
from bench import postgres
from bench.admin.measure import measure_admin
from bench.pages import Figure, environment_for, measure_pages, prepare

SIZES = (1_000, 100_000)
PEOPLE = 10_000
REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def conditions() -> list[str]:
    """The machine and the versions, without which a figure says nothing."""
    cores = len(os.sched_getaffinity(0))
    return [
        f"- {time.strftime('%Y-%m-%d')}, {cores} shared cores, {platform.system()}, "
        f"Python {platform.python_version()}, Django {version('django')}, granian "
        f"{version('granian')} (one worker, {usual_threads()} threads, as `alongside run` has); "
        "the client runs on the same cores.",
        f"- One program with {PEOPLE:,} people, each with a key of their own. Signed in, with "
        "the trail written and every name and note sealed.",
        "- SQLite in WAL with synchronous=FULL; PostgreSQL with its own defaults.",
    ]


@contextlib.contextmanager
def database(engine: str):
    """The DATABASE_URL of an empty database: none for SQLite."""
    if engine == "sqlite":
        yield ""
        return
    with postgres.cluster() as url:
        yield url


def measure_engine(engine: str, sizes, *, times: int, with_admin: bool) -> dict:
    """(engine, contacts) → figures; the admin is measured over the same database."""
    told = {}
    for contacts in sizes:
        with database(engine) as url:
            environment = environment_for(url)
            made = prepare(environment, contacts=contacts, people=PEOPLE)
            figures = measure_pages(environment, made, times=times)
            print_figures(f"{engine}, {contacts:,} contacts", figures)
            if with_admin:
                beside = measure_admin(environment, made, times=times)
                print_figures("Django's admin, the same tables", beside)
                figures += beside
            told[engine, contacts] = figures
    return told


def print_figures(title: str, figures: list[Figure]) -> None:
    print(f"\n{title}")
    for figure in figures:
        timing = figure.timing
        print(
            f"  {figure.what:<40} p50 {timing.median_ms:7.1f} ms   "
            f"p95 {timing.ms(0.95):7.1f} ms   {timing.rate:7.1f}/s"
        )


def table(told: dict) -> list[str]:
    """One Markdown table an engine: p50 and p95 at each size, and how p95 grew."""
    lines = []
    for engine in dict.fromkeys(engine for engine, _ in told):
        sizes = [size for e, size in told if e == engine]
        heads = [f"{size:,}: p50 / p95 ms" for size in sizes] + ["p95 grew", "per second"]
        lines += ["", f"### {engine}", "", f"| page | {' | '.join(heads)} |"]
        lines.append("|---" * (len(heads) + 1) + "|")
        for rows in zip(*(told[engine, size] for size in sizes), strict=True):
            timings = [row.timing for row in rows]
            cells = [f"{t.median_ms:.1f} / {t.ms(0.95):.1f}" for t in timings]
            grew = timings[-1].ms(0.95) / timings[0].ms(0.95)
            lines.append(
                f"| {rows[0].what} | {' | '.join(cells)} | × {grew:.2f} "
                f"| {' and '.join(f'{t.rate:.0f}' for t in timings)} |"
            )
    return lines


def part(module: str) -> list[str]:
    """The output of another benchmark, run by itself, as a block."""
    print(f"\n{module}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", module], check=True, stdout=subprocess.PIPE, text=True
    )
    print(done.stdout)
    return ["", f"### `python -m {module}`", "", "```", done.stdout.strip(), "```"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--times", type=int, default=300, help="requests for each figure")
    parser.add_argument(
        "--parts",
        nargs="*",
        default=["bench.importing", "bench.kill", "bench.picture", "bench.room"],
    )
    parser.add_argument("--no-admin", action="store_true")
    parser.add_argument(
        "--write", action="store_true", help="put the figures in docs/benchmarks.md"
    )
    asked = parser.parse_args()
    told = {}
    for engine in asked.engines:
        told |= measure_engine(
            engine, asked.sizes, times=asked.times, with_admin=not asked.no_admin
        )
    lines = [*conditions(), *table(told)]
    for module in asked.parts:
        lines += part(module)
    if asked.write:
        write(lines)


def write(lines: list[str]) -> None:
    """Replace what stands below the line `## Figures` in docs/benchmarks.md."""
    head = REPORT.read_text().partition("## Figures")[0] if REPORT.exists() else "# Benchmarks\n\n"
    REPORT.write_text(head + "## Figures\n\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
