"""A name is found by the initials of any of its readings."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualitydesk.basics.initials import MOST_LETTERS, MOST_READINGS, initials_of


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("王芳", {"wf"}),
        ("单明霞", {"smx", "dmx"}),
        ("解晓", {"xx", "jx"}),
        ("仇英", {"qy", "cy"}),
        ("曾国", {"zg", "cg"}),
        ("查理", {"zl", "cl"}),
        ("盖叫天", {"gjt"}),
        ("区小芳", {"oxf", "qxf"}),
        ("乐嘉", {"yj", "lj"}),
        ("尉迟恭", {"ycg"}),
        ("万俟卨", {"mqx"}),
        ("张𬱖", {"zd"}),
        ("㛃", {"j"}),
        ("䶮", {"y"}),
        ("O'Brien Ann", {"oba"}),
        ("欧阳 娜娜", {"oynn"}),
        ("阿·买提", {"amt"}),
        ("Élodie", {"e"}),
    ],
)
def test_every_reading_is_there(name: str, wanted: set[str]) -> None:
    assert wanted <= set(initials_of(name).split())


@pytest.mark.parametrize("name", ["", " ", "😀", "，。", "·", "'"])
def test_what_cannot_be_read_has_none(name: str) -> None:
    assert initials_of(name) == ""


def test_many_readings_stay_within_the_column_and_keep_every_surname() -> None:
    found = initials_of("单" + "长" * 39)
    assert len(found) <= 250
    assert len(found.split()) <= MOST_READINGS
    assert {reading[0] for reading in found.split()} == {"d", "c", "s"}
    assert all(len(reading) == MOST_LETTERS for reading in found.split())


def test_the_dictionary_is_loaded_when_it_is_first_needed() -> None:
    code = "import sys, qualitydesk.directory.service; assert 'pypinyin' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
