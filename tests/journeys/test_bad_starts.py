"""Starts that cannot go well end in a sentence in the window, never in a crash; what can mend itself does."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool
from tests.journeys.conftest import Sit
from tests.journeys.flows import (
    CHINESE,
    begin_round,
    finish_round,
    found_group,
    found_quickly,
    pass_the_rest,
    staff_up,
    translate,
)
from tests.journeys.sitting import Key, Sitting
from tests.postgres import Cluster

from qualitydesk.app.bootstrap import DATABASE_FILE, default_url, open_services
from qualitydesk.app.cli import main
from qualitydesk.app.first_run import FirstRun
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, SystemClock
from qualitydesk.basics.phrases import say
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import EmployeeFilter, PostDraft
from qualitydesk.inspections.model import RoundFilter, RoundState
from qualitydesk.kit.dates import moment_words
from qualitydesk.storage import audit

UNREACHABLE = "postgresql+psycopg://nobody@127.0.0.1:1/none"  # nothing listens on port 1


def says(sitting: Sitting, code: str) -> None:
    """The window says why, the rail stays closed, and the window can be closed."""
    words = say(sitting.program.language, f"refused.{code}")
    sitting.until(lambda: words in sitting.words())
    sitting.rest()
    assert sitting.window.desk is None and sitting.dialogs() == []
    sitting.window.open_page("rounds")  # a click on the rail does nothing
    assert words in sitting.words()
    sitting.close()


def test_damaged_settings_are_set_aside_and_the_data_are_there(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    (home / "settings.json").write_text('{"language": "zh", "me', encoding="utf-8")
    sitting = sit("zh").at_work()
    assert sitting.services.directory.count_people(EmployeeFilter()) == 5
    assert (home / "settings.damaged").exists()
    sitting.page("directory")
    assert "顾晓岚" in sitting.words(), "the one user there is signs"
    sitting.close()


def test_settings_of_another_kind_are_passed_over(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    (home / "settings.json").write_text(
        '{"language": 7, "theme": "pink", "me": "not an id", "database": 3, "windows": {"main": "?"}}', encoding="utf-8"
    )
    sit("zh").at_work().close()


def test_whoever_this_database_does_not_know_signs_nothing_in_it(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    SettingsFile().change(me=str(uuid4()))  # of another database, opened before this one
    sitting = sit().at_work()
    sitting.until(lambda: "顾晓岚" in sitting.words())
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("1")
    assert [line.inspectors for line in sitting.services.rounds.lines(RoundFilter())] == ["顾晓岚"]
    sitting.close()


def test_a_newer_database_is_named_in_a_sentence(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    with closing(sqlite3.connect(home / DATABASE_FILE)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    says(sit(), "newer_database")


def test_a_file_that_is_no_database_is_left_as_it_is(sit: Sit, home: Path) -> None:
    letter = "尊敬的患者：".encode() * 200
    (home / DATABASE_FILE).write_bytes(letter)
    says(sit("zh"), "database_damaged")
    assert (home / DATABASE_FILE).read_bytes() == letter


def test_a_database_of_another_program_is_refused(sit: Sit, home: Path) -> None:
    with closing(sqlite3.connect(home / DATABASE_FILE)) as file:
        file.execute("CREATE TABLE songs (title TEXT)")
        file.commit()
    says(sit("en"), "foreign_database")


def test_an_address_that_is_none_is_refused(sit: Sit, home: Path) -> None:
    SettingsFile().change(language="zh", database="mysql://somewhere/else")
    says(sit(), "database_url")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_server_out_of_reach_is_told(sit: Sit, home: Path, language: str) -> None:
    SettingsFile().change(language=language, database=UNREACHABLE)
    says(sit(), "database_unreachable")


LOCKED = """
from time import monotonic
from PySide6.QtWidgets import QApplication, QLabel
from qualitydesk.app.start import Program
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock, SystemClock
from qualitydesk.basics.phrases import say

application = QApplication([])
program = Program(application, url="", sample=False, language="zh")
program.open()
program.keep_crashes().install()
words = say("zh", "refused.database_read_only")
end = monotonic() + 30
while monotonic() < end and not any(label.text() == words for label in program.window.findChildren(QLabel)):
    application.processEvents()
program.change_theme("dark")
program.window.close()
program.close_down()
said = [label.text() for label in program.window.findChildren(QLabel)]
print("said" if words in said else said)
"""


@pytest.mark.skipif(os.name == "nt", reason="folders are locked by other means there")
def test_a_folder_one_may_not_write_in_is_told_and_settings_do_not_matter(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    as_others: list[str] = []
    if os.geteuid() == 0:  # root may write anywhere, unless it gives that up
        if shutil.which("setpriv") is None:
            pytest.skip("root may write anywhere, and setpriv, which takes that away, is not installed")
        as_others = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    environment = {**os.environ, "QUALITYDESK_HOME": str(locked), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [*as_others, sys.executable, "-c", LOCKED], env=environment, capture_output=True, text=True, check=False,
        timeout=60,
    )  # fmt: skip
    assert ended.returncode == 0 and ended.stdout.strip() == "said", ended.stdout + ended.stderr


READ_ONLY = """
import sys
from time import monotonic
from PySide6.QtWidgets import QApplication, QLabel
from qualitydesk.app.start import Program
from qualitydesk.basics.phrases import say

application = QApplication([])
program = Program(application, url="", sample=False, language="zh")
program.open()
program.keep_crashes().install()

def words():
    return [label.text() for label in application.allWidgets() if isinstance(label, QLabel) and label.isVisible()]

wanted = {say("zh", "refused.database_read_only"), say("zh", "refused.database_unreachable")}
end = monotonic() + 40
while monotonic() < end and program.window.desk is None and not wanted & set(words()):
    application.processEvents()
if program.window.desk is not None:
    from qualitydesk.basics.changes import By
    from qualitydesk.directory.model import PostDraft
    program.operations.write(program.services.directory.save_post, PostDraft("porter", "护工"), By.alone(None))
    while monotonic() < end and not wanted & set(words()):
        application.processEvents()
    read = program.services.directory.group()
    assert read is not None
print("said" if wanted & set(words()) else words())
program.window.close()
program.close_down()
"""


@pytest.mark.skipif(os.name == "nt", reason="folders are locked by other means there")
@pytest.mark.parametrize("folder_too", [False, True])
def test_a_database_that_became_read_only_is_told_and_stays_as_it_is(home: Path, folder_too: bool) -> None:
    found_quickly(home, CHINESE)
    path = home / DATABASE_FILE
    before = path.read_bytes()
    path.chmod(0o444)
    if folder_too:
        home.chmod(0o555)
    as_others: list[str] = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write anywhere, and setpriv, which takes that away, is not installed")
        as_others = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    environment = {**os.environ, "QUALITYDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [*as_others, sys.executable, "-c", READ_ONLY], env=environment, capture_output=True, text=True, check=False,
        timeout=90,
    )  # fmt: skip
    home.chmod(0o755)
    assert ended.returncode == 0 and ended.stdout.strip() == "said", ended.stdout + ended.stderr
    assert path.read_bytes() == before


def test_a_fresh_server_asks_for_the_upgrade_and_then_serves_the_whole_window(
    sit: Sit, home: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    name = cluster.create()
    url = cluster.url(name)
    SettingsFile().change(language="zh", database=url)
    first = sit()
    assert "qualitydesk upgrade" in say("zh", "refused.needs_upgrade")
    says(first, "needs_upgrade")
    assert main(["--database", url, "upgrade"]) == 0
    assert capsys.readouterr().out.strip() == say("zh", "command.upgraded")
    sitting = sit()
    found_group(sitting, CHINESE, "zh")
    staff_up(sitting, CHINESE, "zh")
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("12f1")
    pass_the_rest(sitting)
    finish_round(sitting)
    sitting.control(Key.Key_Return)
    sitting.press(Key.Key_Return)
    (line,) = sitting.services.rounds.lines(RoundFilter())
    assert line.state is RoundState.FINISHED and line.failed == 1
    assert [slip.employee for slip in sitting.services.penalties.lines()] == ["张𬱖"]
    assert audit.check(sitting.services.database).broken_at is None
    assert not (home / DATABASE_FILE).exists()
    sitting.close()
    cluster.drop(name)


def test_a_server_that_dropped_its_connections_takes_the_next_answer(sit: Sit, home: Path, postgresql_url: str) -> None:
    found_quickly(home, CHINESE, url=postgresql_url)
    SettingsFile().change(database=postgresql_url)
    sitting = sit().at_work()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("1")
    engine = create_engine(postgresql_url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:  # as after a restart of the server, or a cable pulled for a moment
        dropped = connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).all()
    assert dropped
    sitting.walk_keys("21")
    (line,) = sitting.services.rounds.lines(RoundFilter())
    assert (line.answered, line.failed) == (3, 1)
    sitting.close()


def test_a_clock_set_back_is_told_at_the_start_and_the_work_goes_on(sit: Sit, home: Path) -> None:
    found_quickly(home, CHINESE)
    ahead = FixedClock(SystemClock().now() + timedelta(days=3))
    services = open_services(default_url(home), home, clock=ahead)
    (me,) = services.directory.users()
    services.directory.save_post(PostDraft("porter", "护工"), By.alone(me))
    services.close()
    sitting = sit()
    sitting.until(lambda: sitting.window.desk is not None)
    sitting.rest()
    sitting.desk.caretaker.look()  # as it does by itself two seconds after the start
    told = translate("Desk", "The computer's clock")
    sitting.until(lambda: told in [one.windowTitle() for one in sitting.dialogs()])
    assert moment_words(ahead.now()) in sitting.words()
    sitting.press(Key.Key_Return)
    sitting.front()
    assert translate("Caretaker", "Check the computer's clock") in sitting.window.status.warning()
    begin_round(sitting, only="张𬱖")
    sitting.walk_keys("12")
    pass_the_rest(sitting)
    finish_round(sitting)
    sitting.control(Key.Key_Return)
    sitting.press(Key.Key_Return)
    assert [slip.employee for slip in sitting.services.penalties.lines()] == ["张𬱖"]
    assert audit.check(sitting.services.database).broken_at is None
    sitting.close()


def test_a_database_on_a_network_share_is_refused_in_words(sit: Sit, home: Path) -> None:
    path = "//fileserver/quality/qualitydesk.sqlite"
    SettingsFile().change(language="zh", database=f"sqlite:///{path}")
    sitting = sit()
    words = say("zh", "refused.network_share", path=path)
    sitting.until(lambda: words in sitting.words())
    assert sitting.window.desk is None
    sitting.close()
    assert list(home.glob("*.sqlite*")) == []


def test_the_first_run_closed_without_a_word_begins_again(sit: Sit, home: Path) -> None:
    sitting = sit("zh")
    sitting.dialog(FirstRun)
    sitting.press(Key.Key_Return)
    sitting.press(Key.Key_Escape)
    sitting.until(lambda: not sitting.window.isVisible())
    sitting.give_up()
    again = sit()
    assert again.dialog(FirstRun).step() == 1
    again.give_up()
