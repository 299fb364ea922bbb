"""Renewing the keys that seal people's records."""

from tests.jobs.programs import alongside, from_nothing


def test_the_master_key_changes_in_three_steps(begun, tmp_path):
    master = tmp_path / "master"
    old, new = master.read_text(), alongside("keys", "new", "--name=second").stdout
    master.write_text(new + old)
    assert alongside("keys", "status", **begun).returncode == 1
    assert alongside("keys", "rotate", **begun).returncode == 0
    master.write_text(new)
    assert alongside("keys", "status", **begun).returncode == 0
    assert alongside("trail", "verify", **begun).returncode == 0


def test_taking_the_old_line_away_too_early_is_told_plainly(begun, tmp_path):
    (tmp_path / "master").write_text(alongside("keys", "new", "--name=second").stdout)
    answer = alongside("check", **begun)
    assert answer.returncode == 1
    assert "sealed under the one named 'first'" in answer.stdout


def test_a_secret_that_others_can_read_is_something_to_mend(begun, tmp_path):
    (tmp_path / "master").chmod(0o644)
    answer = alongside("check", **begun)
    assert (answer.returncode, f"chmod 600 {tmp_path / 'master'}" in answer.stdout) == (1, True)


def test_a_well_kept_program_has_nothing_to_mend(begun):
    answer = from_nothing("check", **begun)
    mend = [line for line in answer.stdout.splitlines() if line.startswith("mend")]
    assert (mend, answer.returncode) == ([], 0)
