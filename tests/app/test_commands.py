"""The command line: what it prints and what it answers, on a folder of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualitydesk.app.bootstrap import default_url, open_services
from qualitydesk.app.cli import main
from qualitydesk.app.opening import begin_empty
from qualitydesk.basics.clock import FixedClock
from qualitydesk.directory.model import Foundation, InstitutionDraft, Region, Sex


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a founded group."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("QUALITYDESK_HOME", str(folder))
    services = open_services(default_url(folder), folder, clock=FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC)))
    institution = InstitutionDraft("QQ", "清泉门诊部", Region.BEIJING)
    begin_empty(services, Foundation("安和", (institution,), "QQ001", "张𬱖", Sex.FEMALE, 0, "客服部", "客服主任"))
    services.close()
    return folder


def test_a_sound_database_is_said_to_be_sound(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "zh", "check"]) == 0
    said = capsys.readouterr()
    assert "数据库文件完好" in said.out
    assert "审计链完整" in said.out
    assert said.err == ""


def test_a_meddled_entry_is_named_and_the_answer_is_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(home / "qualitydesk.sqlite")) as file:
        file.execute("UPDATE audit_entries SET verb = 'nothing' WHERE seq = 3")
        file.commit()
    assert main(["--language", "en", "check"]) == 1
    assert "entry 3" in capsys.readouterr().err


def test_a_backup_restored_elsewhere_says_the_same(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setenv("QUALITYDESK_HOME", str(elsewhere))
    assert main(["restore", str(tmp_path / "all.zip")]) == 0
    services = open_services(default_url(elsewhere), elsewhere)
    group = services.directory.group()
    services.close()
    assert group is not None
    assert group.name == "安和"
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "all.zip")]) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_is_no_backup_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUALITYDESK_HOME", str(tmp_path / "fresh"))
    (tmp_path / "wrong.zip").write_bytes(b"not a zip")
    assert main(["--language", "zh", "restore", str(tmp_path / "wrong.zip")]) == 2
    assert "。" in capsys.readouterr().err


def test_a_newer_database_is_refused_with_a_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(home / "qualitydesk.sqlite")) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    assert main(["--language", "en", "check"]) == 2
    assert capsys.readouterr().err.strip().endswith(".")


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = capsys.readouterr().out
    assert all(command in listed for command in ("check", "backup", "restore", "upgrade", "self-test"))


def test_a_new_group_begins_with_the_posts_the_standards_name(home: Path) -> None:
    services = open_services(default_url(home), home)
    known = {post.code: post.name for post in services.directory.posts()}
    named = {code for pack in services.standards.packs() for code in pack.posts}
    named |= {code for pack in services.standards.packs() for item in pack.items for code in item.posts}
    services.close()
    assert named <= set(known)
    assert known["guide"] == "导医"
    assert known["supervisor"] == "客服主任"


def test_a_mistyped_folder_is_not_found_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUALITYDESK_HOME", str(tmp_path / "mistyped"))
    for command in (["check"], ["backup", str(tmp_path / "all.zip")]):
        assert main(["--language", "zh", *command]) == 2
        assert "找不到数据库文件" in capsys.readouterr().err
    assert not (tmp_path / "mistyped" / "qualitydesk.sqlite").exists()


def test_the_check_says_which_database_it_checked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "zh", "check"]) == 0
    assert str(home / "qualitydesk.sqlite") in capsys.readouterr().out


def test_a_backup_never_replaces_another(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(tmp_path / "all.zip")]) == 0
    before = (tmp_path / "all.zip").read_bytes()
    assert main(["--language", "zh", "backup", str(tmp_path / "all.zip")]) == 2
    assert "不会覆盖" in capsys.readouterr().err
    assert (tmp_path / "all.zip").read_bytes() == before


def test_a_backup_that_is_not_there_is_not_called_damaged(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", "zh", "restore", str(tmp_path / "nowhere.zip")]) == 2
    assert "找不到备份文件" in capsys.readouterr().err
