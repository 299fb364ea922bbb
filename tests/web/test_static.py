"""Files that pages ask for, as they are served to real people: under names with a hash."""

import re
from pathlib import Path

import pytest
from django.conf import settings as real
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client, override_settings

from alongside.web.templatetags.frame import made_once

TEMPLATES = Path("src/alongside/web/templates")
ASKED = re.compile(r"""\{%\s*static\s+['"]([^'"]+)['"]""")
PLAIN = re.compile(r'href="/static/([^"]+)"')
IN_EARNEST = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The folder of static files, as `alongside run` makes it outside demo mode."""
    place = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=real.STORAGES | IN_EARNEST, STATIC_ROOT=place):
        call_command("collectstatic", verbosity=0, interactive=False)
        made_once.cache_clear()
        yield place
    made_once.cache_clear()


def asked_for():
    pages = [page.read_text() for page in TEMPLATES.rglob("*.html")]
    return {name for page in pages for name in ASKED.findall(page)}


def test_no_file_that_a_template_asks_for_is_missing_from_the_manifest(collected):
    manifest = staticfiles_storage.hashed_files
    assert [name for name in sorted(asked_for()) if name not in manifest] == []
    assert len(asked_for()) > 10


def test_each_is_there_under_its_hash_and_compressed(collected):
    hashed = [collected / staticfiles_storage.stored_name(name) for name in asked_for()]
    assert [file for file in hashed if not file.exists()] == []
    sheets = [file for file in hashed if file.suffix == ".css"]
    assert [file for file in sheets if not Path(f"{file}.gz").exists()] == []


def test_a_page_asks_for_hashed_names_alone_and_they_are_there(collected, db):
    page = Client().get("/account/login/").content.decode()
    names = re.findall(r'(?:href|src)="/?static/([^"]+)"', page)
    assert [name for name in names if not re.search(r"\.[0-9a-f]{12}\.", name)] == []
    assert {(collected / name).exists() for name in names} == {True}


def test_the_page_for_our_own_faults_asks_for_plain_names_that_are_there(collected):
    names = PLAIN.findall((TEMPLATES / "500.html").read_text())
    assert {(collected / name).exists() for name in names} == {True}
