"""What the room can do together: one mechanism, and small differences in a table.

A course says where an activity comes and what it draws on (`curricula`); here stands what
is asked in it, how answers are kept, and what the room gets to see.
"""

from alongside.learning.activities.kinds import KINDS, Answers, Kind, Part, kind_of
from alongside.learning.activities.roles import OBSERVED, ROLES

__all__ = ["KINDS", "OBSERVED", "ROLES", "Answers", "Kind", "Part", "kind_of"]
