"""A cohort, its room, what is said in it, and what is given at the end."""

from alongside.learning.models.cohort import (
    Cohort,
    CohortDay,
    Edition,
    Fundamentals,
    Participant,
    Place,
    Trainer,
)
from alongside.learning.models.given import (
    Certificate,
    Credential,
    FollowUp,
    Marked,
    PlanGoal,
    PlanShared,
    Presence,
    Reminder,
    SigningKey,
)
from alongside.learning.models.room import Room, Slot
from alongside.learning.models.said import (
    Agreement,
    Entry,
    GroupSeat,
    Round,
    Support,
    Tally,
    TookPart,
    Voice,
)

__all__ = [
    "Agreement",
    "Certificate",
    "Cohort",
    "CohortDay",
    "Credential",
    "Edition",
    "Entry",
    "FollowUp",
    "Fundamentals",
    "GroupSeat",
    "Marked",
    "Participant",
    "Place",
    "PlanGoal",
    "PlanShared",
    "Presence",
    "Reminder",
    "Room",
    "Round",
    "SigningKey",
    "Slot",
    "Support",
    "Tally",
    "TookPart",
    "Trainer",
    "Voice",
]
