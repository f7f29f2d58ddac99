"""What goes on by itself while the window is open: the daily backup, and a look at the disk and the clock each hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from qualitydesk.app import housekeeping
from qualitydesk.app.bootstrap import Services
from qualitydesk.app.housekeeping import Survey
from qualitydesk.basics.errors import Refused
from qualitydesk.basics.phrases import say
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.tools import Tools

FIRST_LOOK = 2_000  # milliseconds after the start: the first page comes first
FIRST_BACKUP = 60_000  # likewise; a backup is heavier
AGAIN = 3_600_000  # an hour: the program may stay open for days
_MEGABYTE = 2**20


class Caretaker(QObject):
    """Looks by itself; whoever owns it shows what it tells.

    Signals: `backed_up(datetime)` when the newest backup was made; `warned(str, str)` what is amiss in a few words and
    in full, "" when nothing is any more; `clock_behind(str)` once a sitting, in full.
    """

    backed_up = Signal(object)
    warned = Signal(str, str)
    clock_behind = Signal(str)

    def __init__(
        self, tools: Tools, services: Services, folder: Path, room: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """`room`: bytes that should at least be free on the disk, as the settings say now."""
        super().__init__(parent)
        self._room = room
        self._tools = tools
        self._services = services
        self._folder = folder
        self._told_of_clock = False
        self._unsaved = ""
        self._amiss = Survey()
        self.look_timer = QTimer(self, interval=FIRST_LOOK)
        self.look_timer.timeout.connect(self.look)
        self.backup_timer = QTimer(self, interval=FIRST_BACKUP)
        self.backup_timer.timeout.connect(self.back_up)

    def start(self) -> None:
        """Begin to look, soon for the first time and every hour from then on."""
        read = self._tools.operations.read
        read(self, housekeeping.last_backup, self._folder, then=self.backed_up.emit)
        self.look_timer.start()
        self.backup_timer.start()

    def stop(self) -> None:
        self.look_timer.stop()
        self.backup_timer.stop()

    def look(self) -> None:
        """Look at the disk and the clock now; slips whose days of appeal went by in silence are noted as such."""
        self.look_timer.setInterval(AGAIN)
        query = partial(housekeeping.survey, self._services, self._folder, self._room())
        self._tools.operations.read(self, query, then=self._tell, failed=_never_mind, topic="survey")
        self._tools.operations.write(housekeeping.note_silence, self._services, failed=_never_mind, asker=self)

    def back_up(self) -> None:
        """Back up now if the last backup is older than a day; one that fails is told of and tried again in an hour."""
        self.backup_timer.setInterval(AGAIN)
        query = partial(housekeeping.back_up_if_due, self._services, self._folder)
        self._tools.operations.read(self, query, then=self._backed_up, failed=self._not_backed_up, topic="backup")

    def _backed_up(self, moment: datetime) -> None:
        self._unsaved = ""
        self.backed_up.emit(moment)
        self._warn()

    def _not_backed_up(self, error: Exception) -> bool:
        if isinstance(error, Refused):
            self._unsaved = say(self._tools.language, f"refused.{error.code}", **error.words)
            self._warn()
        return isinstance(error, Refused)

    def _tell(self, found: Survey) -> None:
        self._amiss = found
        self._warn()
        words = self._clock_words()
        if words and not self._told_of_clock:
            self._told_of_clock = True
            self.clock_behind.emit(words)

    def _warn(self) -> None:
        """The most pressing thing in a few words; everything in full."""
        short, full = [], []
        if self._amiss.free is not None:
            megabytes = f"{self._amiss.free / _MEGABYTE:,.0f}"
            short.append(self.tr("Disk nearly full: {megabytes} MB free").format(megabytes=megabytes))
            words = self.tr(
                "Only {megabytes} MB are free on the disk. Make room soon: when it is full, nothing can be saved."
            )
            full.append(words.format(megabytes=megabytes))
        if clock := self._clock_words():
            short.append(self.tr("Check the computer's clock"))
            full.append(clock)
        if self._unsaved:
            short.append(self.tr("The daily backup failed"))
            full.append(self.tr("The daily backup failed: {reason}").format(reason=self._unsaved))
        self.warned.emit(" · ".join(short), "\n".join(full))

    def _clock_words(self) -> str:
        now = self._services.clock.now()
        if self._amiss.newest is not None:
            words = self.tr(
                "This computer's clock says {now}, but something was written at {newest} already. Set the clock right; "
                "until then what you enter bears earlier times than what was there before. The order stays right."
            )
            return words.format(now=moment_words(now), newest=moment_words(self._amiss.newest))
        if self._amiss.set_back:
            minutes = round(self._amiss.set_back.total_seconds() / 60)
            words = self.tr(
                "The computer's clock was set back by about {minutes} minutes. The program goes on counting as before; "
                "set the clock right, then start the program again."
            )
            return words.format(minutes=minutes)
        return ""


def _never_mind(error: Exception) -> bool:
    """A look that is refused is tried again in an hour; what it would have told of shows by itself."""
    return isinstance(error, Refused)
