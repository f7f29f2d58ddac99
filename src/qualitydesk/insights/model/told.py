"""A chart in words: its sentence, its method, and the table that page, CSV and paper share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """`rows`: cells as they are shown, the same in the table view and in a CSV; `keys`: what a row is about, for the
    way to what lies behind it; `hints`: what is said of a row under the mouse."""

    sentence: str
    method: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]

    @property
    def hints(self) -> tuple[str, ...]:
        """Each row in one line, by its heads."""
        return tuple(
            " · ".join(f"{head} {cell}" for head, cell in zip(self.head, row, strict=True) if cell) for row in self.rows
        )
