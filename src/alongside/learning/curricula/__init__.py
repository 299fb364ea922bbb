"""Curricula: folders of Markdown and YAML, read into plain values. See docs/curricula.md.

Pure: no Django, no database, no clock. A course is read from a folder (`load`) or from the
files of an edition that were kept (`read`), and is the same value either way.
"""

from alongside.learning.curricula.activities import KINDS
from alongside.learning.curricula.course import (
    Break,
    Course,
    Credit,
    Day,
    Framework,
    Module,
    Step,
)
from alongside.learning.curricula.editions import (
    Installed,
    NotACourse,
    files_in,
    fingerprint,
    installed,
    load,
    packed,
    problems,
    read,
    unpacked,
)
from alongside.learning.curricula.parts import Activity, Review, Source, Statement, Words
from alongside.learning.curricula.places import Problem

__all__ = [
    "KINDS",
    "Activity",
    "Break",
    "Course",
    "Credit",
    "Day",
    "Framework",
    "Installed",
    "Module",
    "NotACourse",
    "Problem",
    "Review",
    "Source",
    "Statement",
    "Step",
    "Words",
    "files_in",
    "fingerprint",
    "installed",
    "load",
    "packed",
    "problems",
    "read",
    "unpacked",
]
