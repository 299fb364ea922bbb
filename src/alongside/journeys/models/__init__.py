"""Where a person is, concern by concern, in their own words, over years.

Change over time is rows: a sighting, a hope, a goal is never overwritten, and "now" is the
latest row that holds. Rows about a concern lie on the same record as the concern.
"""

from alongside.journeys.models.lists import Pathway, Stage, StageHere
from alongside.journeys.models.long_view import CheckIn, CheckInWish
from alongside.journeys.models.offered import (
    MeasureHere,
    MeasurePermission,
    MeasureWording,
    WavedOff,
)
from alongside.journeys.models.plan import (
    Goal,
    Hope,
    Medicine,
    PathwayChosen,
    PlanAgreed,
    PlanPart,
    Step,
    Strength,
)
from alongside.journeys.models.safety import Overdose, SaferPlan
from alongside.journeys.models.style import Reflected, Reflection
from alongside.journeys.models.taken import Measurement
from alongside.journeys.models.walk import (
    ChangeTalk,
    Concern,
    ConcernRhythm,
    Dimension,
    FormerName,
    Sighting,
)

__all__ = [
    "ChangeTalk",
    "CheckIn",
    "CheckInWish",
    "Concern",
    "ConcernRhythm",
    "Dimension",
    "FormerName",
    "Goal",
    "Hope",
    "MeasureHere",
    "MeasurePermission",
    "MeasureWording",
    "Measurement",
    "Medicine",
    "Overdose",
    "Pathway",
    "PathwayChosen",
    "PlanAgreed",
    "PlanPart",
    "Reflected",
    "Reflection",
    "SaferPlan",
    "Sighting",
    "Stage",
    "StageHere",
    "Step",
    "Strength",
    "WavedOff",
]
