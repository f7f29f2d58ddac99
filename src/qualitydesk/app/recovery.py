"""When the database cannot be used: it is told, a backup is offered and put in its place, and the program goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualitydesk.app.opening import give_way, restore_backup
from qualitydesk.app.trouble import TroublePage
from qualitydesk.basics.errors import Refused
from qualitydesk.kit.busy import BusyDialog
from qualitydesk.storage.soundness import quick_faults

if TYPE_CHECKING:
    from qualitydesk.app.start import Program


class Recovery(QObject):
    """Stands by the program from the moment something is wrong with its database."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._shown: Refused | None = None
        self._asking = False

    def show(self, refused: Refused) -> None:
        """Say why there is no database, in place of the pages, and what can be done."""
        self._shown = refused
        program = self._program
        page = TroublePage(program.window.tools, refused, program.folder)
        page.again_wanted.connect(self._again)
        page.restore_wanted.connect(self._restore)
        page.empty_wanted.connect(self._begin_anew)
        program.window.show_trouble(page)

    def show_again(self) -> None:
        """The window was built anew, in another language."""
        if self._shown is not None:
            self.show(self._shown)

    def let_go(self, refused: Refused) -> None:
        """Close what is open of it, and say why."""
        self._asking = False
        self._program.let_go()
        self.show(refused)

    def damaged(self, refused: Refused) -> None:
        """The file broke, or was found broken, while it was open: the user says when to let go of it."""
        window = self._program.window
        if self._shown is not None or self._asking:
            return
        if window.desk is None:
            self.let_go(refused)
            return
        self._asking = True
        window.tools.prompts.ask(
            window,
            self.tr("The database is damaged"),
            window.tools.prompts.words_for(refused),
            yes=self.tr("Restore a backup…"),
            no=self.tr("Not now"),
            then=lambda: self.let_go(refused),
            otherwise=self._not_now,
        )

    def look_through(self) -> None:
        """Once the user is at work: whether every page of the file can be read."""
        services = self._program.services
        if services is not None:
            self._program.operations.read(self, quick_faults, services.database, then=self._looked, topic="faults")

    def _looked(self, faults: tuple[str, ...]) -> None:
        if faults:
            self.damaged(Refused("database_damaged"))

    def _not_now(self) -> None:
        self._asking = False

    def _address(self) -> str:
        return self._program.address()

    def _again(self) -> None:
        self._shown = None
        self._program.open_database()

    def _begin_anew(self) -> None:
        self._program.operations.write(give_way, self._address(), then=self._gave_way)

    def _gave_way(self, _value: object) -> None:
        self._shown = None
        self._program.open_database(may_be_new=True)

    def _restore(self, backup: Path) -> None:
        program = self._program
        BusyDialog.run(
            program.window.tools,
            program.window,
            self.tr("Restoring the backup"),
            restore_backup,
            self._address(),
            str(program.folder),
            str(backup),
            then=self._restored,
        )

    def _restored(self, aside: str) -> None:
        self._again()
        if aside:
            window = self._program.window
            words = self.tr("The backup is restored. The file that was there before is kept as {path}.")
            window.tools.prompts.tell(window, self.tr("Restored"), words.format(path=aside))
