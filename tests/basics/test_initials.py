"""A name is found by the initials of any of its readings."""

from __future__ import annotations

import subprocess
import sys

import pytest

from qualitydesk.basics.initials import MOST_LETTERS, MOST_READINGS, initials_of, letters_of, place_in


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


@pytest.mark.parametrize(
    ("typed", "place"), [("pxk", 0), ("xk", 1), ("cz", 4), ("zz", 4), ("xkzc", -1), ("pxkxc", 0), ("pxkxczz", -1)]
)
def test_typed_letters_are_found_from_any_character_on_and_in_any_reading(typed: str, place: int) -> None:
    assert place_in(typed, letters_of("佩，胸卡；袖长着")) == place


def test_in_the_gui_thread_nothing_is_read_before_the_dictionary_is_there() -> None:
    code = (
        "import sys\nfrom qualitydesk.basics import initials\n"
        "assert initials.known_initials('导医') == '' and 'pypinyin' not in sys.modules\n"
        "initials.prepare(); initials.prepare()\n"
        "assert not initials.is_ready()\n"  # given back before it was there
        "assert initials._ready.wait(30)\nassert initials.known_initials('导医') == ' dy'\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_dictionary_is_loaded_when_it_is_first_needed() -> None:
    code = "import sys, qualitydesk.directory.service; assert 'pypinyin' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
