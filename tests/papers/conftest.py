"""The kit's fixtures, and a folder of forms that tests may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.kit.conftest import look, operations, told, tools, window

from qualitydesk.basics.places import shipped

__all__ = ["look", "operations", "told", "tools", "window"]


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A copy of the forms we ship."""
    return Path(shutil.copytree(shipped("forms"), tmp_path / "forms"))
