"""By matplotlib: lines with signs, time running down, as SVG."""

import io

import matplotlib

matplotlib.use("svg")

from matplotlib import pyplot

from bench.drawings.timed import tell
from bench.walk import LINES, STAGES, by_line


def paint() -> bytes:
    figure, axes = pyplot.subplots(figsize=(420 / 72, 1000 / 72))
    for line, seen in by_line().items():
        places = [STAGES.index(one.stage) + line / 11 for one in seen]
        axes.plot(places, [one.day for one in seen], marker="o", label=LINES[line])
    axes.invert_yaxis()
    axes.set_xticks(range(len(STAGES)), STAGES, rotation=58)
    axes.legend()
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    pyplot.close(figure)
    return out.getvalue()


if __name__ == "__main__":
    tell(paint)
