"""How many requests are answered at once."""

import os


def usual_threads() -> int:
    """Python runs one of them at a time; the others wait for the disk, or for their turn.

    A few more than there are processors, so that a long import or search holds up nobody.
    Many more make the slowest wait longer: they take turns instead of finishing.
    """
    return min(8, max(4, 2 * (os.cpu_count() or 1) + 1))
