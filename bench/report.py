"""The file with the figures: the output of one benchmark takes the place of its older one."""

import re
from pathlib import Path

REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"


def put_part(module: str, output: str, *, report: Path = REPORT) -> None:
    part = f"### `python -m {module}`\n\n```\n{output}\n```\n"
    text = report.read_text()
    old = re.compile(rf"### `python -m {re.escape(module)}`\n.*?(?=\n###? |\Z)", re.DOTALL)
    if old.search(text):
        report.write_text(old.sub(lambda _: part, text, count=1))
    else:
        report.write_text(f"{text.rstrip()}\n\n{part}")
