"""Pictures of rules signed for and rules tried: the page, its dialogs, a trial and one person of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from qualitydesk.app.trial_work import try_out
from qualitydesk.penalties.rules.trial import ladder_sums, with_sums
from qualitydesk.penalties.ui.acknowledgements_page import AcknowledgementsPage
from qualitydesk.penalties.ui.trial_dialog import TrialDialog
from qualitydesk.penalties.ui.trial_person import TrialPersonDialog
from qualitydesk.rulebook.model import Rule

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def signature_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """The page as it opens and with everybody, each of its dialogs, and a trial with twice the sums."""
    page = stage.page("signatures", AcknowledgementsPage)
    yield "signatures", stage.window
    for made, name in (
        (page.sign_button, "record"),
        (page.paper_button, "print"),
        (page.sheets_button, "sheets"),
        (page.try_button, "try"),
    ):
        if made.isEnabled():
            yield f"signatures-{name}", stage.dialog(made.click)
    page.missing_only.setChecked(False)
    page.table.selectAll()
    stage.until(lambda: True)
    yield "signatures-all", stage.window
    if page.back_button.isEnabled():
        yield "signatures-back", stage.dialog(page.back_button.click)
    page.missing_only.setChecked(True)
    yield from _trial(stage, page)


def _trial(stage: Stage, page: AcknowledgementsPage) -> Iterator[tuple[str, QWidget]]:
    edition = stage.desk.services.trials.in_force(Rule.LADDER)
    sums = {one.key: 2 * one.fen for one in ladder_sums(edition.values)}
    values = with_sums(edition.values, sums, 6)
    today = stage.desk.services.trials.today()
    shown = _tried(stage, page, values, today)
    yield "trial", shown
    if not shown.people.rowCount():
        return
    again = _tried(stage, page, values, today)
    again.table.selectRow(0)
    again.table.opened.emit(again.table.current_row())
    stage.until(lambda: any(isinstance(one, TrialPersonDialog) for one in stage.dialogs()))
    person = next(one for one in stage.dialogs() if isinstance(one, TrialPersonDialog))
    stage.until(lambda: bool(person.after.accessibleName()))
    yield "trial-person", person


def _tried(stage: Stage, page: AcknowledgementsPage, values: Mapping[str, Any], today: date) -> TrialDialog:
    """The dialog of a trial, worked out."""
    try_out(stage.desk, Rule.LADDER, values, today, page.window())

    def found() -> TrialDialog | None:
        shown = (one for one in stage.dialogs() if isinstance(one, TrialDialog) and one.worked_out)
        return next(shown, None)

    stage.until(lambda: found() is not None)
    dialog = found()
    assert dialog is not None
    return dialog
