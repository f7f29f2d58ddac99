"""The way from a page to the history of the record it shows."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from qualitydesk.basics.records import RecordLine, Subject
from qualitydesk.directory.service import Directory
from qualitydesk.kit.record_dialog import RecordDialog
from qualitydesk.kit.tools import Tools


def show_record(
    tools: Tools,
    directory: Directory,
    subject: Subject,
    subject_id: UUID,
    about: str,
    parent: QWidget,
    *,
    full: bool = False,
    note: str = "",
    parts: Sequence[tuple[str, UUID]] = (),
) -> RecordDialog:
    """Open the history of a record. `about` names it; `full`, `parts`: as `Records.lines` takes them."""

    def read(after: RecordLine | None, limit: int) -> Sequence[RecordLine]:
        return directory.records.lines(
            subject, subject_id, tools.language, after=after, limit=limit, full=full, parts=parts
        )

    dialog = RecordDialog(tools, about, read, parent, note=note)
    dialog.open()
    return dialog
