"""The environment that tests run in, set before Django reads its settings."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("ALONGSIDE_DEMO", "1")
if "ALONGSIDE_DATA" not in os.environ:
    os.environ["ALONGSIDE_DATA"] = tempfile.mkdtemp(prefix="alongside-tests-")
    atexit.register(shutil.rmtree, os.environ["ALONGSIDE_DATA"], ignore_errors=True)
Path(os.environ["ALONGSIDE_DATA"], "static").mkdir(parents=True, exist_ok=True)
