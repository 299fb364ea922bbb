"""The bank of words: hand-written arcs and short notes, and how one is taken from it."""

import re
import tomllib
from functools import cache
from pathlib import Path
from random import Random

STORIES = Path(__file__).parent / "stories"
_CHOICE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


@cache
def arcs() -> list[dict]:
    """Lives in order, each a list of linked steps; see `stories/arcs-1.toml`."""
    files = sorted(STORIES.glob("arcs-*.toml"))
    lives = [arc for file in files for arc in tomllib.loads(file.read_text())["arc"]]
    return [{**arc, "walk": walks().get(arc["key"], "")} for arc in lives]


@cache
def walks() -> dict[str, str]:
    """Lines of a walk, by the key of the arc they belong to; see `walking`."""
    files = sorted(STORIES.glob("walks-*.toml"))
    return {key: told for file in files for key, told in tomllib.loads(file.read_text()).items()}


@cache
def bank() -> dict[str, list]:
    """Short words by what they are for; see `stories/notes.toml`."""
    return tomllib.loads((STORIES / "notes.toml").read_text())


@cache
def wander_bank() -> dict:
    """Words for walks that have no story; see `stories/wander.toml`."""
    return tomllib.loads((STORIES / "wander.toml").read_text())


@cache
def house_bank() -> dict[str, list[dict]]:
    """What the programs say of themselves; see `stories/house.toml`."""
    return tomllib.loads((STORIES / "house.toml").read_text())


def say(text: str, name: str, chance: Random) -> str:
    """One way of saying it: a choice made at each {a|b}, and the name filled in."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), text)
    return text.replace("{name}", name)


class Deck:
    """Texts dealt one after the other, so that none comes again before all have been."""

    def __init__(self, texts: list[str], name: str, chance: Random):
        self.texts, self.name, self.chance, self.left = texts, name, chance, []

    def deal(self) -> str:
        if not self.left:
            self.left = self.chance.sample(self.texts, len(self.texts))
        return say(self.left.pop(), self.name, self.chance)
