"""What browsers send for dates and times comes first, then what people type.

The Spanish of the United States: the month first in numbers, the month by name on screen.
"""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S", "%I:%M %p"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
SHORT_DATE_FORMAT = "j M Y"
TIME_FORMAT = "P"
DATETIME_FORMAT = r"j \d\e F \d\e Y, P"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
