"""Known weaknesses in what we depend on: Python's by PyPI's database, npm's by the registry's.

Exit code 0: all were looked up, and nothing is known. 1: something is known. 2: not all
could be looked up, which is not the same as nothing known.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = ["lock.txt", "uv.txt", "node.txt"]


class NotAsked(Exception):
    """The database of weaknesses gave no answer, or none that covers everything."""


def python_faults(pip_audit: str) -> list[str]:
    """A line for each weakness known of a pinned Python package."""
    locks = [word for name in LOCKS for word in ("-r", f"requirements/{name}")]
    wanted = ["--format", "json", "--progress-spinner", "off", "--require-hashes", "--disable-pip"]
    done = _run([pip_audit, *wanted, *locks])
    told = _json(done.stdout).get("dependencies")
    if not told:
        raise NotAsked(_last_line(done.stderr) or "nothing came back")
    if skipped := [one["name"] for one in told if "skip_reason" in one]:
        raise NotAsked(f"no answer about {len(skipped)} of {len(told)} packages")
    return [
        f"{one['name']} {one['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no version yet'}"
        for one in told
        for fault in one["vulns"]
    ]


def npm_faults(npm: list[str]) -> list[str]:
    """A line for each npm package of the lock of which a weakness is known."""
    done = _run([*npm, "audit", "--json", "--package-lock-only", "--audit"])
    told = _json(done.stdout)
    if "vulnerabilities" not in told:
        raise NotAsked(told.get("message") or _last_line(done.stderr) or "nothing came back")
    return [
        f"{name}: {one['severity']}, in versions {one['range']}"
        for name, one in told["vulnerabilities"].items()
    ]


def _run(words: list[str]) -> subprocess.CompletedProcess:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def _json(text: str) -> dict:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return {}


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "")


def main(pip_audit: str, *npm: str) -> int:
    codes = {0}
    for what, find, tool in [("Python", python_faults, pip_audit), ("npm", npm_faults, [*npm])]:
        try:
            faults = find(tool)
        except NotAsked as reason:
            print(f"{what}: NOT CHECKED. Its database of weaknesses did not answer: {reason}")
            codes.add(2)
            continue
        print(f"{what}: {len(faults)} known weaknesses", *faults, sep="\n  ")
        codes.add(1 if faults else 0)
    return 1 if 1 in codes else max(codes)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
