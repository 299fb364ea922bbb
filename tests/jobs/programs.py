"""The command line, run in an environment of its own.

A command that begins with nothing imports for most of a second what it shares with every
other: Django, and the libraries of others. Here each is a process too, but it splits off one
that has imported them already. `from_nothing` starts Python anew, as somebody's shell does.
"""

import os
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

from alongside.jobs.commands import main

ENTRY = [sys.executable, "-c", "from alongside.jobs.commands import main; main()"]
READY = get_context("forkserver")
READY.set_forkserver_preload(["tests.jobs.imported"])


def environment(data=None, **settings) -> dict[str, str]:
    told = {"ALONGSIDE_DATA": str(data)} if data else {}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": "src", **told, **settings}


def alongside(*words, data=None, piped="", **settings) -> CompletedProcess:
    """Exit code, output and error output of one command."""
    told = ["alongside", *map(str, words)]
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("in", "out", "err")]
        files[0].write_text(piped, encoding="utf-8")
        command = READY.Process(target=_run, args=(told, environment(data, **settings), files))
        command.start()
        command.join()
        said = [file.read_text(encoding="utf-8") for file in files[1:]]
    return CompletedProcess(told, command.exitcode, *said)


def _run(words, settings, files) -> None:
    os.environ.clear()
    os.environ.update(settings)
    for number, (file, mode) in enumerate(zip(files, "rww", strict=True)):
        with file.open(mode) as stream:
            os.dup2(stream.fileno(), number)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8") for number, mode in enumerate("rww")
    )
    sys.argv = words
    main()


def from_nothing(*words, data=None, **settings) -> CompletedProcess:
    """The same, by a Python that starts with nothing imported."""
    return subprocess.run(
        [*ENTRY, *map(str, words)],
        env=environment(data, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
