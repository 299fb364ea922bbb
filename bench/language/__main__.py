"""The language checker: how good and how fast, beside others. One command prints it all.

    .venv/bin/python -m bench.language                 the measured half, and speed
    .venv/bin/python -m bench.language --development   the half on which rules are tuned
    .venv/bin/python -m bench.language --write         and put it into docs/benchmarks.md

The others are installed by name and needed by nothing else: the dependency group `bench`,
`tools/npm ci --prefix bench/language/peers`, and ripgrep from the system. Where one is
missing, that is said, and the rest is measured.
"""

import argparse
import contextlib
import io
import time

from bench.language import quality, speed
from bench.report import put_part


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--development", action="store_true", help="the half for tuning")
    parser.add_argument("--languages", nargs="*", default=["en", "es"])
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--no-quality", action="store_true")
    parser.add_argument("--large", type=int, default=100, help="MB of the large text")
    parser.add_argument("--write", action="store_true", help="put it into docs/benchmarks.md")
    asked = parser.parse_args()
    if not asked.write:
        tell(asked)
        return
    heard = io.StringIO()
    with contextlib.redirect_stdout(heard):
        tell(asked)
    put_part("bench.language", f"{time.strftime('%Y-%m-%d')}\n{heard.getvalue().strip()}")


def tell(asked: argparse.Namespace) -> None:
    if not asked.no_quality:
        for language in asked.languages:
            half = "development" if asked.development else "measured"
            quality.tell(language, half, confusions=True)
    if not asked.no_speed:
        speed.tell(large=asked.large)


if __name__ == "__main__":
    main()
