"""What every command imports and no setting changes: imported once, before commands split off."""

import os
from importlib import import_module

from alongside.language import load_rules

OURS = ("alongside.jobs.commands", "alongside.learning.curricula", "alongside.config.logs")
OF_OTHERS = (
    "csp.constants",
    "django.contrib.auth.hashers",
    "django.contrib.messages",
    "django.contrib.staticfiles.storage",
    "django.core.management.commands.migrate",
    "django.db.backends.sqlite3.base",
    "django.forms",
    "django.template.defaulttags",
    "django.test.client",
    "django.views.generic",
    "environs",
    "markdown_it",
    "openpyxl",
    "phonenumbers",
    "structlog",
    "uuid_utils",
)

os.environ.pop("DJANGO_SETTINGS_MODULE", None)  # what looks for settings here fails at once
for name in (*OURS, *OF_OTHERS):
    import_module(name)
load_rules()
