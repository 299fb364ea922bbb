"""The real command line, run in an environment of its own."""

import os
import subprocess
import sys

ENTRY = [sys.executable, "-c", "from alongside.jobs.commands import main; main()"]


def environment(data=None, **settings) -> dict[str, str]:
    told = {"ALONGSIDE_DATA": str(data)} if data else {}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": "src", **told, **settings}


def alongside(*words, data=None, **settings):
    """Exit code, output and error output of one command."""
    return subprocess.run(
        [*ENTRY, *map(str, words)],
        env=environment(data, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
