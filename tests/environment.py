"""The environment that tests run in, set before Django reads its settings."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("ALONGSIDE_DEMO", "1")
os.environ.setdefault("ALONGSIDE_DATA", tempfile.mkdtemp(prefix="alongside-tests-"))
Path(os.environ["ALONGSIDE_DATA"], "static").mkdir(parents=True, exist_ok=True)
