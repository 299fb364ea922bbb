"""Walks of every kind for the tests of the picture."""

from datetime import date, timedelta
from string import ascii_uppercase

from hypothesis import strategies as st

from alongside.web.pictures.facts import GENERAL, Event, Hope, Line, Met, Sighting, Stage, Walk

TODAY = date(2026, 11, 22)
STAGES = tuple(
    Stage(name, name)
    for name in ["Harm reduction", "Engagement and persuasion", "Stabilization", "Treatment"]
)
LINES = (
    Line(GENERAL, "The journey in general", 0),
    *(Line(f"c{n}", f"<concern> & {n}", n, ascii_uppercase[n - 1]) for n in range(1, 10)),
)
DAYS = st.integers(0, 5 * 365).map(lambda ago: TODAY - timedelta(days=ago))
AHEAD = st.none() | st.integers(-400, 2000).map(lambda days: TODAY + timedelta(days=days))
KINDS = ["goal", "goal-done", "goal-changed", "goal-let_go", "place"]


@st.composite
def walks(draw) -> Walk:
    lines = LINES[: draw(st.integers(1, len(LINES)))]
    which = st.sampled_from([line.id for line in lines])
    stage = st.sampled_from([one.id for one in STAGES])
    told = draw(st.lists(st.tuples(which, DAYS, st.none() | stage, st.booleans()), max_size=60))
    hoped = draw(st.lists(st.tuples(which, st.none() | stage, AHEAD), max_size=4))
    events = draw(st.lists(st.tuples(DAYS, st.sampled_from(KINDS)), max_size=8))
    met = draw(st.dictionaries(DAYS, st.tuples(*[st.integers(0, 5)] * 2), max_size=20))
    return Walk(
        today=TODAY,
        stages=STAGES,
        lines=lines,
        sightings=tuple(
            Sighting(f"s{n:04}", line, day, at, "stage" if at else "not_known", said)
            for n, (line, day, at, said) in enumerate(told)
        ),
        hopes=tuple(Hope(f"h{n}", *hope) for n, hope in enumerate(hoped)),
        events=tuple(Event(f"e{n}", *event) for n, event in enumerate(events)),
        met=tuple(Met(day, 1, *moves) for day, moves in met.items()),
        crafts=("Recovery coaching", "Harm reduction"),
    )


def five_years() -> Walk:
    """Nine concerns and the journey in general, 1,000 sightings, 500 days with contacts."""
    points = [
        Sighting(
            id=f"s{n:04}",
            line=LINES[n % 10].id,
            day=TODAY - timedelta(days=n * 1826 // 1000),
            stage=None if n % 17 == 0 else STAGES[(n // 10 + n * n) % 4].id,
            answer="not_my_word" if n % 17 == 0 else "stage",
            is_said=n % 3 == 0,
        )
        for n in range(1000)
    ]
    met = [Met(TODAY - timedelta(days=n * 1826 // 500), 1, n % 4, n % 3) for n in range(500)]
    return Walk(
        TODAY, STAGES, LINES, tuple(points), met=tuple(met), crafts=("Recovery coaching", "HR")
    )
