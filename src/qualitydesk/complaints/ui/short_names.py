"""The institutions' names as cards and tables show them."""

from __future__ import annotations

from collections.abc import Iterable

from qualitydesk.complaints.rules.naming import shortened


class ShortNames:
    """Full names until it is told which there are. `told`: how often that was."""

    def __init__(self) -> None:
        self._short: dict[str, str] = {}
        self.told = 0

    def follow(self, names: Iterable[str]) -> None:
        """These are the group's institutions."""
        self._short = shortened(names)
        self.told += 1

    def of(self, name: str) -> str:
        """A name as it is shown."""
        return self._short.get(name, name)
