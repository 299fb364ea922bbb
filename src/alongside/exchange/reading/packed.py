"""A sheet's rows as they are kept between the steps: read once, then quick to open again."""

import json
import math
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from alongside.exchange.reading.books import Row

_READ = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda seconds: timedelta(seconds=seconds),
}


def pack(rows: Sequence[Row]) -> bytes:
    """Rows in few bytes. A day or a time is `[its kind, what it says]`."""
    plain = [[number, [_plain(cell) for cell in cells]] for number, cells in rows]
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace"), 3)


def _plain(cell):
    if isinstance(cell, timedelta):
        return ["timedelta", cell.total_seconds()]
    if isinstance(cell, (datetime, date, time)):
        return [type(cell).__name__, cell.isoformat()]
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return cell if isinstance(cell, (str, int, float, bool, type(None))) else str(cell)


def unpack(data: bytes) -> list[Row]:
    return [
        (number, [_READ[c[0]](c[1]) if isinstance(c, list) else c for c in cells])
        for number, cells in json.loads(zlib.decompress(data))
    ]
