"""Killed in the middle of publishing a list, nothing of it is there; the list can be taken over as if for the first
time."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from tests.members.conftest import Clinic
from tests.members.test_purchase_lists import ROWS, Desk, staged, states

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("statements", [6, 9, 12, 14])
def test_killed_while_publishing_nothing_is_half_done(clinic: Clinic, tmp_path: Path, statements: int) -> None:
    desk = Desk(clinic, tmp_path)
    path = desk.a_list(ROWS)
    kept = tmp_path / "preview.pickle"
    kept.write_bytes(pickle.dumps(desk.preview(path)))
    driver = [sys.executable, "-m", "tests.members.purchase_killer", clinic.database.url, str(kept), str(clinic.me)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    ended = subprocess.run([*driver, str(statements)], env=environment, cwd=ROOT, capture_output=True, check=False)
    assert ended.returncode == -9, ended.stderr.decode()
    assert desk.purchases.total().count == 0 and clinic.members.count() == 1
    preview = desk.preview(path)
    assert states(preview) == ["new"] * 5
    desk.lists.publish(preview, clinic.by())
    assert (desk.purchases.total().count, clinic.members.count()) == (5, 2)
    clinic.clock.advance(timedelta(days=1))
    desk.lists.drop(preview.stage_id)
    assert staged(desk) == 0
