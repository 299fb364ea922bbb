"""Who is in the made-up program: 120 people nobody will mistake for real ones."""

from dataclasses import dataclass
from random import Random

from alongside.demo.people import BRIDGE, HARBOR
from alongside.demo.words import arcs

CALLED = """
Marisol|Old Pete|JJ|Dee|Sparrow|Big Tom|Little Tom|Nettie|Ozzie Bear|Rain|Coach Kay|Mack|
Lupe|Frankie Blue|Tico|Nana Jo|Birdie|Sarge|Moss|Pilar|Hatch|Wren|Cricket|Domingo|Slim Jim R.|
Bea|Toto|Vee|Gus|Minnow|Ruby T.|Chuy|Patch|Echo|Delphine|Bowie|Tadpole|Mr. Lemon|Inez|Knox|
Juniper|Scout|Tavo|Hazel|Rocky P.|Clementine|Bash|Yoli|Otter|Sunny D.|Finch|Nacho B.|Pepper|
Willa|Duke|Cosmo|Tree|Marguerite|Ace|Beto|Lark|Smalls|Odessa|Jet|Poppy|Santi|Bluejay|Rusty|
Kiki|Thunder|Marlo|Chela|Gramps|Fern|Zeke|Tuesday|Lalo|Maple|Sketch|Ivy|Boots|Concha|Arrow|
Dottie|Bear|Nico V.|Pickles|Magda|Fox|Tenny|Ramona|Switch|Abue Rosa|Cedar|Lucky|Mercy|Half-Pint|
Paz|Button|River|Goose|Amparo|Dutch|Twig|Cielo|Biscuit|Ollie Ox|Star|Trumpet|Chico F.|Sage|
Maestro|Lola Q.|Hopper|Early|Vida|Monk|Peaches|Teo|Juno
""".replace("\n", "").split("|")

SURNAMES = (
    "Placeholder",
    "Madeup",
    "Ficticia",
    "Nobody-Inparticular",
    "Everyperson",
    "Inventado",
    "Examplar",
    "Storybook",
    "Pretendo",
    "Fabula",
    "Sampleton",
    "Anyone",
    "Paperdoll",
    "Imaginario",
    "Notarealname",
)

AREAS = ("413", "508", "617", "774", "978")
IN_BRIDGE = 30
HARBOR_COACHES = ("ana", "ana", "ben", "ben", "carmen", "sue")


@dataclass(frozen=True)
class Cast:
    """One of the people: what they are called, who walks with them, and which arc is theirs."""

    number: int
    called: str
    program: str
    coach: str
    arc: dict | None


def cast(seed: str) -> list[Cast]:
    """All 120, in an order of their own. Each arc is lived once, at the program it is of."""
    names = Random(f"{seed}/names").sample(CALLED, len(CALLED))
    count = len(names) - IN_BRIDGE
    harbor, bridge = (
        [arc for arc in arcs() if arc.get("at", HARBOR) == here] for here in (HARBOR, BRIDGE)
    )
    harbor += [None] * (count - len(harbor))
    bridge += [None] * (IN_BRIDGE - len(bridge))
    name_arcs(names, harbor + bridge)
    return [
        Cast(number, name, HARBOR if number < count else BRIDGE, _coach(number, count, arc), arc)
        for number, (name, arc) in enumerate(zip(names, harbor + bridge, strict=True))
    ]


def name_arcs(names: list[str], lives: list[dict | None]) -> None:
    """Some stories have a name that suits them; who had it gets the other."""
    for number, arc in enumerate(lives):
        if arc and "called" in arc:
            other = names.index(arc["called"])
            names[number], names[other] = names[other], names[number]


def _coach(number: int, count: int, arc: dict | None) -> str:
    if number >= count:
        return "eve"
    if arc and arc.get("language") == "Spanish":
        return "carmen"
    return HARBOR_COACHES[number % len(HARBOR_COACHES)]


def phone(number: int) -> str:
    """A number of the kind that is kept for stories: 555-0100 to 555-0199."""
    return f"({AREAS[number % len(AREAS)]}) 555-01{number * 7 % 100:02}"
