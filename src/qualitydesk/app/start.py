"""From process start to the first paint: the shell is shown first, everything heavy is imported and opened after it.

The database, SQLAlchemy and the pages come in on a worker thread; the user sees the window meanwhile.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QWidget

from qualitydesk import __version__
from qualitydesk.app.main_window import MainWindow
from qualitydesk.basics.places import own_folder, shipped
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.kit.icons import hold_icons
from qualitydesk.kit.look import STYLE_VARIABLE, Look, load_fonts
from qualitydesk.kit.operations import Interruptible, Operations
from qualitydesk.kit.sweeper import Sweeper
from qualitydesk.kit.windows import WindowPlaces

if TYPE_CHECKING:
    from qualitydesk.app.bootstrap import Services
    from qualitydesk.app.first_run import FirstRun, FirstRunChoice
    from qualitydesk.app.recovery import Recovery
    from qualitydesk.basics.errors import Refused
    from qualitydesk.kit.crash import CrashKeeper
    from qualitydesk.kit.tools import Tools

UNSEEN = 500  # milliseconds after which the work begins without a first paint
SETTLED = 10_000  # milliseconds after which everything imported stands
_QUEUE = 0.0005  # seconds a busy thread keeps the interpreter: shorter than a frame, so that painting is not held up


class Program(QObject):
    """The running program: the application, its one window, its open database.

    Signals: `painted` once, when the shell is on screen and the heavy work may begin.
    """

    painted = Signal()

    def __init__(self, application: QApplication, *, url: str, sample: bool, language: str = "") -> None:
        super().__init__(application)
        self._application = application
        self._url = url
        self._sample = sample
        self.settings = SettingsFile()
        self._translators: list[QTranslator] = []
        self.services: Services | None = None
        self._first: FirstRun | None = None
        self.folder = own_folder()
        self._crash: CrashKeeper | None = None
        self._recovery: Recovery | None = None
        self._gone_on = False
        self._sweeper = Sweeper(application, self)
        chosen = self.settings.current
        self.language = language or chosen.language or system_language()
        self.speak(self.language)
        hold_icons(application, True)
        self.look = Look(application, chosen.theme, big_type=chosen.big_type, weights=("Regular",))
        self.operations = Operations(refused=self._refused, crashed=self._crashed, reading=self._reading)
        self.places = WindowPlaces(self.settings)
        self.window = MainWindow(self.operations)
        self.window.closing.connect(self.close_down)
        self.window.language_wanted.connect(self.change_language)
        self.window.theme_wanted.connect(self.change_theme)
        self.window.big_type_wanted.connect(self.change_type)

    def tools(self) -> Tools:
        """What pages are handed, in the language of now."""
        from qualitydesk.kit.prompts import Prompts
        from qualitydesk.kit.tools import Tools

        return Tools(self.operations, Prompts(self.language, self), self.places, self.language)

    def open(self) -> None:
        """Show the window where it stood, then open the database behind it."""
        self._sweeper.hold()  # before any lane begins: it would end windows that nobody holds any more
        self.places.keep(self.window, "main")
        self.window.installEventFilter(self)
        self.window.show()
        QTimer.singleShot(UNSEEN, self._go_on_once)  # started minimised it is not painted at all

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.window:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._go_on_once)
        return False

    def _go_on_once(self) -> None:
        if not self._gone_on:
            self._gone_on = True
            self.painted.emit()
            self._go_on()
            QTimer.singleShot(SETTLED, self._sweeper, self._sweeper.start)

    def keep_crashes(self) -> CrashKeeper:
        """The keeper of bugs, made when first asked for: right after the first paint."""
        if self._crash is None:
            from qualitydesk.kit.crash import CrashKeeper

            self._crash = CrashKeeper(_made(self.folder / "logs"), version=__version__)
        return self._crash

    def watch(self) -> None:
        """Take over bugs; not before the first paint, which the imports would hold up."""
        self.keep_crashes().install()

    def _crashed(self, error: BaseException) -> None:
        self.keep_crashes().crashed(error)

    def _go_on(self) -> None:
        load_fonts()  # the bold one: nothing on the empty shell is bold
        hold_icons(self._application, False)
        self._adopt_calendar()
        self.window.use(self.tools())
        self.open_database()

    def open_database(self, *, may_be_new: bool = False) -> None:
        """Open it behind the shell, with all imports on a lane. `may_be_new`: an empty one is what is meant."""
        url = self._url or self.settings.current.database
        self.operations.read(self, _open, url, self.folder, may_be_new, then=self._opened, failed=self._not_opened)

    def let_go(self) -> None:
        """Close the database and the pages over it."""
        self.window.leave()
        if self.services is not None:
            self.services.close()
            self.services = None

    def recovery(self) -> Recovery:
        """What helps when the database cannot be used; made when first needed."""
        if self._recovery is None:
            from qualitydesk.app.recovery import Recovery

            self._recovery = Recovery(self)
        return self._recovery

    def address(self) -> str:
        """The address of the database this program works on."""
        from qualitydesk.app.bootstrap import default_url

        return self._url or self.settings.current.database or default_url(self.folder)

    def _adopt_calendar(self) -> None:
        """Names of days and months in what Qt shows by itself, like the calendar of a date."""
        from PySide6.QtCore import QLocale

        QLocale.setDefault(QLocale(QLocale.Language.Chinese if self.language == "zh" else QLocale.Language.English))

    def speak(self, language: str) -> None:
        """Install the texts of a language: ours and Qt's own."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        if language == "zh":
            own, qt = QTranslator(self), QTranslator(self)
            qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            if own.load(str(_texts())):
                self._translators = [qt, own]
        for translator in self._translators:
            self._application.installTranslator(translator)

    def change_language(self, language: str) -> None:
        """Rebuild every page in another language; refused while something is being entered."""
        if language == self.language:
            return
        if not self.window.may_leave():
            self.window.say_draft_open()
            return
        self.language = language
        self.settings.change(language=language)
        self.speak(language)
        self._adopt_calendar()
        self.window.rebuild(self.tools())
        if self._recovery is not None:
            self._recovery.show_again()

    def change_theme(self, theme: str) -> None:
        """Wear another theme and keep it."""
        self.settings.change(theme=theme)
        self.look.choose(theme)

    def change_type(self, big: bool) -> None:
        """Larger or ordinary type, kept."""
        self.settings.change(big_type=big)
        self.look.choose(self.look.choice, big_type=big)

    def close_down(self) -> None:
        """Flush what is being written, then let go of the database."""
        self.operations.close()
        self._sweeper.stop()
        self.places.flush()
        self.speak("en")  # take our texts off the application again
        if self.services is not None:
            self.services.close()
            self.services = None

    def _opened(self, services: Services) -> None:
        self.services = services
        self.operations.read(self, services.directory.group, then=self._founded, failed=self._not_readable)

    def _not_readable(self, error: Exception) -> bool:
        """It could be opened, and yet not be read."""
        from qualitydesk.basics.errors import Refused

        if isinstance(error, Refused):
            self.recovery().let_go(error)
            return True
        return False

    def _founded(self, group: object) -> None:
        assert self.services is not None
        if group is not None:
            self._join()
        elif self._sample:
            self._begin_sample(self.language)
        else:
            self._ask_first()

    def _ask_first(self) -> FirstRun:
        from qualitydesk.app.first_run import FirstRun

        first = self._first = FirstRun(self.tools(), self.settings, self.window)
        first.language_wanted.connect(self.change_language)
        first.chosen.connect(self._first_choice)
        first.rejected.connect(self.window.close)  # what was typed is kept for the next start
        first.open()
        return first

    def _first_choice(self, choice: FirstRunChoice) -> None:
        self.change_language(choice.language)
        self.settings.change(language=choice.language)
        if choice.sample:
            self._begin_sample(choice.language)
            return
        assert self.services is not None and choice.foundation is not None
        from qualitydesk.app.opening import begin_empty

        self.operations.write(
            begin_empty,
            self.services,
            choice.foundation,
            choice.language,
            then=self._me,
            failed=self._take_back,
            asker=self,
        )

    def _begin_sample(self, language: str) -> None:
        assert self.services is not None
        from qualitydesk.app.opening import begin_sample
        from qualitydesk.kit.busy import BusyDialog

        making = BusyDialog.run(
            self.tools(),
            self._first or self.window,
            self.tr("Making the sample data"),
            begin_sample,
            self.address(),
            str(self.folder),
            language,
            then=self._me,
            failed=self._take_back,
        )
        making.worker.cancelled.connect(self._take_back)

    def _take_back(self, error: Exception | None = None) -> bool:
        """The group could not be founded, or its making was stopped (None): back to the questions, or on to them."""
        return (self._first or self._ask_first()).take_back(error)

    def _me(self, employee: object) -> None:
        if self._first is not None:
            self._first.finish()
            self._first = None
        self.settings.change(me=str(employee))
        self._join()

    def _join(self) -> None:
        assert self.services is not None
        self.window.join(self.services, self.settings, self.folder)
        QTimer.singleShot(SETTLED, self, self._look_through)

    def _look_through(self) -> None:
        self.recovery().look_through()

    def _not_opened(self, error: Exception) -> bool:
        from qualitydesk.basics.errors import Refused

        if isinstance(error, Refused):
            self.recovery().show(error)
            return True
        return False

    def _refused(self, refused: Refused, asker: QObject | None) -> None:
        if refused.code == "database_damaged":
            self.recovery().damaged(refused)
            return
        parent = asker if isinstance(asker, QWidget) else self.window
        self.window.tools.prompts.refuse(parent, refused)

    @contextmanager
    def _reading(self) -> Iterator[Interruptible]:
        if self.services is None:
            yield _Idle()
            return
        from qualitydesk.storage.database import Cancel

        cancel = Cancel()
        with self.services.database.reading(cancel):
            yield cancel


class _Idle:
    """The handle while there is no database to interrupt."""

    def interrupt(self) -> None:
        return


def system_language() -> str:
    """The language of the system, of the two we speak."""
    from PySide6.QtCore import QLocale  # costs 8 ms, and only the very first start asks

    spoken = QLocale.system().language()
    # A system set to no language at all (LANG=C) is most likely one in China, too.
    return "zh" if spoken in (QLocale.Language.Chinese, QLocale.Language.C) else "en"


def make_application() -> QApplication:
    """The application as it is started: in our style from the first moment, painting before number crunching."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ[STYLE_VARIABLE] = "Fusion"
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("QualityDesk")
    sys.setswitchinterval(_QUEUE)
    return application


def run_window(*, url: str, sample: bool, language: str) -> int:
    """Open the window and stay until it is closed."""
    gc.disable()  # from the first import; the sweeper collects once the pages stand
    application = make_application()
    program = Program(application, url=url, sample=sample, language=language)
    program.painted.connect(program.watch)
    program.open()
    code = application.exec()
    program.close_down()
    sys.stdout.flush()
    os._exit(code)  # everything is flushed; tearing Qt down would only cost the user a moment


def _open(url: str, folder: Path, may_be_new: bool) -> Services:
    from qualitydesk.app.bootstrap import default_url
    from qualitydesk.app.opening import open_known

    return open_known(url or default_url(folder), folder, may_be_new=may_be_new)


def _texts() -> Path:
    try:
        return shipped("resources/i18n/qualitydesk_zh_CN.qm")
    except FileNotFoundError:
        return Path()


def _made(folder: Path) -> Path:
    with suppress(OSError):  # where we may not write there is no log, but a program
        folder.mkdir(parents=True, exist_ok=True)
    return folder
