"""Tools, a rulebook and a house for the tests of the rulebook's windows."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from tests.kit.inline import InlineOperations

from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import FixedClock
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.pickers import Choice
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.tools import Tools
from qualitydesk.kit.windows import WindowPlaces
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.offer import House
from qualitydesk.storage.database import Database

ME, CHIEF = UUID(int=7), UUID(int=8)
BY = By.alone(ME)
HOUSE = House(
    {"gm": "总经理", "supervisor": "客服主任", "cs_director": "客服总监", "hr": "人事专员"},
    (Choice(ME, "顾晓岚", "QQ001"), Choice(CHIEF, "陆明远", "QQ002")),
    {ME: "顾晓岚", CHIEF: "陆明远"},
)


def tools_for(tmp_path: Path, language: str = "zh") -> Tools:
    places = WindowPlaces(SettingsFile(tmp_path / "s.json"))
    return Tools(InlineOperations(), Prompts(language), places, language)  # type: ignore[arg-type]


def rulebook_of(database: Database, clock: FixedClock) -> Rulebook:
    found = Rulebook(database, clock)
    found.adopt_shipped(BY)
    return found
