"""The clinic of the penalties' tests on both kinds of database, and screens over it."""

from __future__ import annotations

from tests.penalties.conftest import clinic, desk
from tests.penalties.ui.conftest import Told, told, tools

__all__ = ["Told", "clinic", "desk", "told", "tools"]
