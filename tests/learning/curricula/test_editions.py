"""Editions: kept as files, told apart by what is in them."""

import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.curricula import (
    files_in,
    fingerprint,
    installed,
    load,
    packed,
    read,
    unpacked,
)
from tests.learning.curricula.small import broken, written

FILES = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}\.(yaml|md)", fullmatch=True), st.binary(max_size=40), max_size=5
)


@given(FILES)
def test_what_was_packed_is_unpacked_as_it_was(files):
    assert unpacked(packed(files)) == files
    assert fingerprint(unpacked(packed(files))) == fingerprint(files)


@given(FILES, FILES)
def test_other_files_have_another_fingerprint(one, other):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_a_kept_edition_is_the_course_that_it_was_though_the_folder_changed(tmp_path):
    before = load(written(tmp_path))
    kept = packed(files_in(tmp_path))
    broken(tmp_path, "course.yaml", 'edition: "1"', 'edition: "2"')
    assert read(unpacked(kept)) == before
    assert (load(tmp_path).edition, read(unpacked(kept)).edition) == ("2", "1")
    assert load(tmp_path).fingerprint != before.fingerprint


def test_a_packed_edition_is_a_zip_that_anyone_can_open(tmp_path):
    files = files_in(written(tmp_path))
    with zipfile.ZipFile(BytesIO(packed(files))) as archive:
        assert archive.namelist() == sorted(files)


def test_hidden_files_links_and_other_kinds_are_left_out(tmp_path):
    course = written(tmp_path / "course")
    before = set(files_in(course))
    (tmp_path / "secret.md").write_text("elsewhere")
    (course / "link.md").symlink_to(tmp_path / "secret.md")
    (course / ".git").mkdir()
    (course / ".git" / "notes.md").write_text("x")
    (course / "picture.png").write_bytes(b"x")
    assert set(files_in(course)) == before


def test_a_course_of_ones_own_is_installed_beside_ours_also_when_it_is_broken(tmp_path):
    written(tmp_path / "small")
    broken(tmp_path / "worse", "course.yaml", "hours: 0.5", "hours: 7")
    found = {one.folder.name: one for one in installed([tmp_path])}
    assert set(found) == {"harm-reduction-pathway", "small", "worse"}
    assert (found["small"].course.key, found["small"].problems) == ("small", ())
    assert (found["worse"].course, len(found["worse"].problems)) == (None, 1)
