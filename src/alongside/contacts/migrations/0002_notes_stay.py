"""A note is corrected by a later note. (Taken back with a whole import, it may go.)"""

from django.db import migrations

from alongside.common.triggers import Refusal

WHY = "A note is corrected by a later note."
TABLES = ["contacts_note", "contacts_circlenote"]


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_initial")]
    operations = [Refusal(table, ("UPDATE",), WHY).migration() for table in TABLES]
