"""Fixtures every part may use: a fresh database of either kind, a file store, a clock that stands still."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from tests.postgres import Cluster, binaries
from tests.statements import share_statements

from qualitydesk.app import schema
from qualitydesk.basics.clock import FixedClock
from qualitydesk.storage.database import Database
from qualitydesk.storage.files import FileStore
from qualitydesk.storage.upgrade import bring_to_head

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
assert schema.PARTS  # dumps and comparisons know every part's tables


@pytest.fixture(scope="module", autouse=True)
def _what_stands_is_not_looked_through_again() -> None:
    """Modules and what the test files before have left alive: a collection after each test looks at its own objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _windows_die_on_their_own_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test has windows, garbage is collected after it and here: on a lane it would end Qt objects."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder all test processes of this run share; what is made in it is made under a lock."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _statements_are_worded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A private PostgreSQL of this test process; skipped where none is installed, but never under CI."""
    folder = binaries()
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and CI must test on it")
        pytest.skip("PostgreSQL is not installed")
    running = Cluster(folder)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def postgresql_template(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database at head that others are copied from."""
    name = cluster.create()
    bring_to_head(cluster.url(name), tmp_path_factory.mktemp("backups"), explicit=True)
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file at head that others are copied from."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    bring_to_head(f"sqlite:///{path}", path.parent)
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh SQLite file at head."""
    path = tmp_path / "qualitydesk.sqlite"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(cluster: Cluster, postgresql_template: str) -> Iterator[str]:
    """The address of a fresh PostgreSQL database at head."""
    name = cluster.lend(postgresql_template)
    yield cluster.url(name)
    cluster.take_back(name, postgresql_template)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database at head, once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh open database at head, once on each kind."""
    opened = Database.open(database_url)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lasting_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for the tests of a file that only read what was once put there, once on each kind."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("lasting") / "qualitydesk.sqlite"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        opened = Database.open(f"sqlite:///{path}")
        yield opened
        opened.close()
        return
    cluster, template = request.getfixturevalue("cluster"), request.getfixturevalue("postgresql_template")
    name = cluster.lend(template)
    opened = Database.open(cluster.url(name))
    yield opened
    opened.close()
    cluster.take_back(name, template)


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """A fresh open SQLite database at head, for what does not depend on the kind."""
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    """An empty file store."""
    return FileStore(tmp_path / "files")


@pytest.fixture
def clock() -> FixedClock:
    """Saturday 21 November 2026, ten o'clock in Shanghai, until told to advance."""
    return FixedClock(datetime(2026, 11, 21, 2, 0, tzinfo=UTC))
