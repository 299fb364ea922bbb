"""By vl-convert: a Vega-Lite description of the same lines, as SVG."""

import vl_convert

from bench.drawings.timed import tell
from bench.walk import LINES, STAGES, by_line


def paint() -> bytes:
    values = [
        {"line": LINES[line], "day": one.day.isoformat(), "stage": one.stage}
        for line, seen in by_line().items()
        for one in seen
    ]
    description = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 420,
        "height": 1000,
        "data": {"values": values},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "stage", "type": "nominal", "sort": STAGES},
            "xOffset": {"field": "line"},
            "y": {"field": "day", "type": "temporal", "sort": "descending"},
            "order": {"field": "day", "type": "temporal"},
            "color": {"field": "line"},
            "shape": {"field": "line"},
        },
    }
    return vl_convert.vegalite_to_svg(description).encode()


if __name__ == "__main__":
    tell(paint)
