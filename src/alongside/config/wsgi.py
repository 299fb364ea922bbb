import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

from alongside.language import checker_for, load_rules
from alongside.language.asking import languages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
application = get_wsgi_application()

# What is loaded now stays as long as the server does. Without this, Python looks through all of
# it for garbage in the middle of some request, which takes longer than most pages do.
resolve("/")  # loads every page
for language in languages():
    checker_for(load_rules(language))  # else the first note of the day would wait for it
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)  # pages leave hardly any, so it need not look at each of them
