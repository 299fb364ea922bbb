"""What a drawing took: printed as JSON by each of the ways."""

import json
import resource
import time
from collections.abc import Callable

TIMES = 7


def tell(paint: Callable[[], bytes]) -> None:
    """seconds: of each drawing after the first. memory_mb: the most the process held."""
    picture, seconds = paint(), []
    for _ in range(TIMES):
        begun = time.perf_counter()
        paint()
        seconds.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "bytes": len(picture), "memory_mb": peak}))
