"""What every page and dialog is handed: the road off the GUI thread, questions, remembered places, language."""

from __future__ import annotations

from dataclasses import dataclass

from qualitydesk.kit.operations import Operations
from qualitydesk.kit.prompts import Prompts
from qualitydesk.kit.windows import WindowPlaces


@dataclass(frozen=True)
class Tools:
    """The kit as one value; `language` is "zh" or "en", for `basics.phrases.say`."""

    operations: Operations
    prompts: Prompts
    places: WindowPlaces
    language: str
