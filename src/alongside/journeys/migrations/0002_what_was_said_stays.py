"""What was seen, said, answered and agreed on a day stays as it was: a later row corrects it."""

from django.db import migrations

from alongside.common.triggers import Refusal

WHY = "What was said on a day is corrected by a later row."
TABLES = [
    "journeys_sighting",
    "journeys_changetalk",
    "journeys_measurement",
    "journeys_planagreed",
    "journeys_planpart",
    "journeys_saferplan",
    "journeys_checkin",
    "journeys_formername",
    "journeys_concernrhythm",
]


class Migration(migrations.Migration):
    dependencies = [("journeys", "0001_initial")]
    operations = [Refusal(table, ("UPDATE",), WHY).migration() for table in TABLES]
