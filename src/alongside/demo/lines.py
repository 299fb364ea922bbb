"""A walk as it is written down: a line for each thing that was said, done or seen.

A line of `stories/walks-*.toml` is a day, a verb, what it is about, and words:

    5 concern papers purpose: Being somebody on paper
    40 says st papers: I can open my own mailbox.

A day counts from the first; one with a minus, back from today. `st` is a stage and
`papers` the short name of a concern. Parts of the words stand between bars.
"""

import re
from dataclasses import dataclass

LINE = re.compile(r"(?P<day>-?\d+) (?P<verb>\w+)(?P<args>(?: [^\s:]+)*)(?:: (?P<words>.+))?")


@dataclass(frozen=True)
class Line:
    """One line, taken apart. named: the arguments with an equals sign."""

    day: int
    verb: str
    about: tuple[str, ...]
    named: dict[str, str]
    words: str

    @property
    def parts(self) -> list[str]:
        return [part.strip() for part in self.words.split(" | ")]

    @property
    def last_day(self) -> int:
        """The latest day this line speaks of that counts from the first."""
        days = [self.named.get("on"), self.about[0] if self.verb == "away" else None]
        return max(self.day, *(int(day) for day in days if day and int(day) > 0), 0)


def read_lines(text: str) -> list[Line]:
    return [read_line(line) for line in text.strip().splitlines() if line.strip()]


def read_line(text: str) -> Line:
    found = LINE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"No line of a walk: {text}")
    args = found["args"].split()
    named = dict(arg.split("=", 1) for arg in args if "=" in arg)
    about = tuple(arg for arg in args if "=" not in arg)
    return Line(int(found["day"]), found["verb"], about, named, found["words"] or "")
