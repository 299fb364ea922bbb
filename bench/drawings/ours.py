"""By Alongside: facts to geometry to SVG, with all of Django in memory."""

import django

django.setup()

from django.template.loader import render_to_string  # noqa: E402

from alongside.web.pictures import facts  # noqa: E402
from alongside.web.pictures.walk import draw  # noqa: E402
from bench.drawings.timed import tell  # noqa: E402
from bench.walk import LINES, STAGES, TODAY, points  # noqa: E402


def walk() -> facts.Walk:
    lines = [facts.Line(str(n or ""), name, n, "ABCDEFGHIJ"[n]) for n, name in enumerate(LINES)]
    return facts.Walk(
        today=TODAY,
        stages=tuple(facts.Stage(key, key) for key in STAGES),
        lines=tuple(lines),
        sightings=tuple(
            facts.Sighting(
                id=f"{n:04}",
                line=lines[one.line].id,
                day=one.day,
                stage=one.stage,
                answer="stage" if one.stage else "not_known",
                is_said=one.is_said,
            )
            for n, one in enumerate(points(TODAY))
        ),
    )


def paint() -> bytes:
    return render_to_string("journeys/_picture.svg", {"picture": draw(walk())}).encode()


if __name__ == "__main__":
    tell(paint)
