"""The page with the picture of a long walk, and the same lines by two well-known libraries.

Run as `python -m bench.picture`. The libraries are in the dependency group `bench` and in
no other: where one is not installed, that is said, and the rest is measured.
"""

import json
import os
import statistics
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from urllib.parse import urlencode

from bench.load import Browser, measure, measure_in_turn
from bench.pages import environment_for, prepare
from bench.server import serve

TIMES = 30
DRAWINGS = {"ours": "django", "with_matplotlib": "matplotlib", "with_vl_convert": "vl_convert"}


def run(module: str, *arguments: str, environment: dict) -> dict:
    """What another module printed as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def pages(environment: dict) -> None:
    made = prepare(environment, contacts=1_000, people=400)
    person = made["people"][0]
    walk = run("bench.fill_walk", "--person", person, environment=environment)
    query = urlencode({"chosen": "1", "concern": walk["concerns"]}, doseq=True)
    ways = {
        "the person's page, plain": f"/people/{person}/",
        "the walk, as it opens (4 concerns)": f"/people/{person}/journey/",
        "the walk, all 9 concerns": f"/people/{person}/journey/?{query}",
    }
    with serve(environment) as server:
        browser = Browser(server.port, {"session": made["sessions"][0]})
        took = measure_in_turn(
            {
                what: partial(measure, partial(browser.get, path), times=TIMES)
                for what, path in ways.items()
            }
        )
    plain = took["the person's page, plain"]
    for what, timing in took.items():
        p50, p95 = timing.median_ms, timing.ms(0.95)
        beside = f"× {p50 / plain.median_ms:.2f} and × {p95 / plain.ms(0.95):.2f}"
        print(f"{what:<36} p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   {beside}")
    print(
        f"{'the walk, all 9 concerns':<36} {walk['queries']} queries, {walk['svg']:,} bytes of SVG"
    )


def drawings(environment: dict) -> None:
    print("\nthe same 1,000 points as SVG, each way in a process of its own")
    for way, needs in DRAWINGS.items():
        if find_spec(needs) is None:
            print(f"{way:<16} not measured: {needs} is not installed (dependency group bench)")
            continue
        told = run(f"bench.drawings.{way}", environment=environment)
        took = statistics.median(told["seconds"]) * 1000
        print(
            f"{way:<16} {took:7.1f} ms   {told['bytes']:>9,} bytes   "
            f"{told['memory_mb']:4.0f} MB at most"
        )


def main() -> None:
    environment = environment_for()
    print("9 concerns, 1,000 sightings over five years, 500 contacts; SQLite")
    pages(environment)
    drawings(environment)


if __name__ == "__main__":
    main()
