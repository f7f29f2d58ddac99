"""Scans dropped in: which slip each is of, as its code or name tells, to be looked at before they are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem
from qualitydesk.complaints.ui.files_field import Attached, read_files
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, DayPicker, Picker
from qualitydesk.kit.pieces import label
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.penalties.model import MatchedBy, ScanMatch, SlipLine
from qualitydesk.penalties.service import Penalties
from qualitydesk.penalties.ui.running import Run, Step
from qualitydesk.penalties.ui.words import state_words


@dataclass(frozen=True)
class Filed:
    """What the dialog hands over: a slip for each file, None where none was chosen; signed on which day, None: only
    kept."""

    slips: tuple[UUID | None, ...]
    signed_on: date | None


@dataclass(frozen=True)
class Scanned:
    """Files as they were dropped, what was read of them, and the slips they may be of."""

    files: tuple[Attached, ...]
    matches: tuple[ScanMatch, ...]
    lines: tuple[SlipLine, ...]


def read_scans(penalties: Penalties, files: tuple[Attached, ...], lines: Sequence[SlipLine]) -> Scanned:
    """Read the codes, for a lane. Refused: file_unreadable."""
    return Scanned(files, penalties.match_scans(read_files(files)), tuple(lines))


class ScansDialog(DraftDialog):
    """A row for each file with the slip it was found to be of; the signature is recorded with it unless unticked.

    `here`: the slip whose page they were dropped on; a scan that tells nothing is taken for its.
    """

    def __init__(
        self,
        tools: Tools,
        penalties: Penalties,
        scanned: Scanned,
        today: date,
        by: By,
        *,
        here: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", parent=parent)
        self.setWindowTitle(self.tr("Signed scans"))
        self.save_button.setText(self.tr("Keep"))
        self._penalties, self._by, self._files = penalties, by, scanned.files
        self._names = [one.name if isinstance(one, Path) else one[0] for one in scanned.files]
        self._kept: set[int] = set()
        self.pickers: list[Picker] = []
        offered = [self._choice(line) for line in scanned.lines]
        for at, match in enumerate(scanned.matches):
            picker = Picker(offered, optional=True, placeholder=self.tr("Type a slip number or name"))
            picker.choose(match.slip_id or here)
            self.pickers.append(picker)
            self.add_row(f"slip.{at}", match.name, picker, hint=self._how(match, here), required=True)
        self.signed = QCheckBox(self.tr("The employee signed"))
        self.signed.setChecked(True)
        self.on = DayPicker(today)
        hint = self.tr("Recorded for slips that are not signed for yet; the others just keep the scan.")
        self.add_row("signed", self.tr("Signature"), self.signed, hint=hint)
        self._day = self.add_row("on", self.tr("Day"), self.on, required=True)
        self.signed.toggled.connect(self._day.set_shown)
        self._said = label("", "caption", wrap=True)
        self.add_wide(self._said)
        self.setMinimumWidth(88 * GRID)
        self.run = Run(tools, self)
        self.run.advanced.connect(self._advanced)
        self.run.finished.connect(self._finished)
        self._wrong: dict[UUID, str] = {}
        self._of: Mapping[UUID, list[int]] = {}
        self.submitted.connect(self._start)

    def _choice(self, line: SlipLine) -> Choice:
        beside = f"{line.number} · {state_words(line.state, self.tools.language)}"
        return Choice(line.id, line.employee, beside)

    def _how(self, match: ScanMatch, here: UUID | None) -> str:
        if match.slip_id is not None and here is not None and match.slip_id != here:
            return self.tr("The code on it is that of another slip than the one this page shows.")
        if match.by is MatchedBy.CODE and not match.sound:
            return self.tr("The number was read from the code, but its check code is not that of the issued paper.")
        if match.by is MatchedBy.CODE:
            return self.tr("Found by the code on the paper.")
        if match.by is MatchedBy.NAME:
            return self.tr("Found by the file's name.")
        return self.tr("No code could be read: choose the slip.")

    def read_draft(self) -> Filed:
        chosen = (picker.chosen() for picker in self.pickers)
        slips = tuple(one if isinstance(one, UUID) else None for one in chosen)
        return Filed(slips, self.on.day() if self.signed.isChecked() else None)

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, Filed)
        missing = [Problem(f"slip.{at}", "slip_missing") for at, one in enumerate(draft.slips) if one is None]
        if self.signed.isChecked() and draft.signed_on is None:
            missing.append(Problem("on", "day_missing"))
        return missing

    def _start(self, draft: Filed) -> None:
        """One write a slip, with all its files; those kept already are not kept again."""
        found: dict[UUID, list[int]] = {}
        for at, slip_id in enumerate(draft.slips):
            if slip_id is not None and at not in self._kept:
                found.setdefault(slip_id, []).append(at)
        self._of, self._wrong = found, {}
        self.run.start(
            Step(slip_id, partial(self._keep, slip_id, tuple(self._files[at] for at in places), draft.signed_on))
            for slip_id, places in found.items()
        )

    def _keep(self, slip_id: UUID, files: tuple[Attached, ...], signed_on: date | None) -> object:
        return self._penalties.take_scans(slip_id, read_files(files), signed_on, self._by)

    def _advanced(self, slip_id: UUID, words: str) -> None:
        if words:
            self._wrong[slip_id] = words
        else:
            self._kept.update(self._of[slip_id])

    def _finished(self) -> None:
        if not self._wrong:
            self.finish()
            return
        self.saving(False)
        for slip_id, words in self._wrong.items():
            for at in self._of[slip_id]:
                self.field_row(f"slip.{at}").say_problem(words)
        told = self.tr("{kept} of {all} files are kept; the others say why not.")
        self._said.setText(told.format(kept=len(self._kept), all=len(self._files)))
