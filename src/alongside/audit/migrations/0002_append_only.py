from django.db import migrations

from alongside.audit.append_only import APPEND_ONLY


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [APPEND_ONLY.migration()]
