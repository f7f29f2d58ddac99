"""The first run: language, sample data or an own group, its institutions, who the user is. Hands out plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qualitydesk.app.first_draft import FILE, forget_draft, in_language, keep_draft, read_draft
from qualitydesk.app.first_steps import BeginStep, GroupStep, LanguageStep, MeStep, Step
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import knows, say
from qualitydesk.basics.settings import SettingsFile
from qualitydesk.directory.model import Foundation, InstitutionDraft
from qualitydesk.directory.rules import problems_in_foundation
from qualitydesk.kit.keys import SPAN, Key, KeyTable
from qualitydesk.kit.pieces import Banner, button, hbox, label, set_icon, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID
from qualitydesk.kit.tools import Tools

LANGUAGE, BEGIN, GROUP, ME = range(4)


@dataclass(frozen=True)
class FirstRunChoice:
    """What the user chose. `foundation` is None with sample data, which bring their own group."""

    language: str
    foundation: Foundation | None
    sample: bool


class FirstRun(QDialog):
    """Asks what the program must know before it can begin.

    Signals: `language_wanted(str)` at once when the language is picked (whoever hears it installs the texts);
    `chosen(FirstRunChoice)`, after which the dialog waits for `finish()` or `take_back(error)`.
    What is typed is kept beside the settings until `finish()`, so closing loses nothing.
    """

    language_wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self, tools: Tools, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._file = settings.path.parent / FILE
        self._language = tools.language
        kept = read_draft(self._file)
        self._draft = replace(kept, step=kept.step if kept.step in range(4) else LANGUAGE)
        self._page: Step | None = None
        self._soon = QTimer(self, singleShot=True, interval=400)
        self._soon.timeout.connect(self._keep)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._show_step)
        self._caption, self._heading = label("", "caption"), label("", "title")
        self._sentence = label("", tone="muted", wrap=True)
        self._banner = Banner("", "danger")
        self._banner.hide()
        self._middle = vbox()
        self.back_button = button("", "arrow-left", self._go_back)
        self.back_button.setAutoDefault(True)
        self.next_button = button("", "", self._go_on, role="primary")
        self.next_button.setDefault(True)
        head = vbox(self._caption, self._heading, self._sentence, gap=GRID // 2)
        foot = hbox(self.back_button, None, self.next_button)
        column = vbox(head, self._banner, self._middle, foot, gap=EDGE)
        column.setStretch(2, 1)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        self.setLayout(column)
        self.key_table = _Keys(self, last=(Key("Ctrl+Return", "", self._press_next),))
        self.finished.connect(lambda _result: self._keep())
        self.resize(88 * GRID, 72 * GRID)
        self._show_step()

    def step(self) -> int:
        """Which page is shown: LANGUAGE, BEGIN, GROUP or ME."""
        return self._draft.step

    def page(self) -> Step:
        """The page shown."""
        assert self._page is not None
        return self._page

    def _press_next(self) -> None:
        self.next_button.setFocus()  # the field in hand takes what was typed
        self.next_button.click()

    def finish(self) -> None:
        """The choice was carried out: nothing needs keeping any more."""
        self._soon.stop()
        forget_draft(self._file)
        self._page = None
        self.accept()

    def take_back(self, error: Exception | None) -> bool:
        """The choice could not be carried out: say why where it belongs (None: the user stopped it).

        True when it was said here.
        """
        self._wait(False)
        if error is None:
            return True
        if not isinstance(error, Refused):
            self._banner.say(self.tr("This did not work. Nothing was set up; what you typed is still here."), "danger")
            return False
        self._show_problems(error.problems)
        code = f"refused.{error.code}"
        if not error.problems:
            self._banner.say(
                say(self._language, code, **error.words) if knows(self._language, code) else code, "danger"
            )
        return True

    def reject(self) -> None:
        if self.next_button.isEnabled():  # else the choice is being carried out
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._again.start()  # several translators change one after the other

    def _show_step(self) -> None:
        """Build the present page anew, in the present language, from the draft."""
        self._take_in()
        self._draft = replace(self._draft, foundation=in_language(self._draft.foundation, self._language))
        self._drop_page()
        page = self._page = self._make_page()
        self._middle.addWidget(page)
        page.setVisible(True)  # at once, so that it can take the focus
        page.typed.connect(self._typed)
        QWidget.setTabOrder(self.previousInFocusChain() or self, self.back_button)
        QWidget.setTabOrder(self.back_button, self.next_button)
        self._banner.say("")
        self._say()
        page.start_editor().setFocus()

    def _drop_page(self) -> None:
        if self._page is not None:
            self._middle.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None

    def _make_page(self) -> Step:
        if self._draft.step == LANGUAGE:
            first = LanguageStep(self._language)
            first.wanted.connect(self._pick_language)
            return first
        if self._draft.step == BEGIN:
            return BeginStep(self._language, self._draft)
        if self._draft.step == GROUP:
            group = GroupStep(self._language, self._draft)
            group.rows_wanted.connect(self._change_rows)
            return group
        return MeStep(self._language, self._draft)

    def _say(self) -> None:
        """The words around the page."""
        step = self._draft.step
        words = (
            (self.tr("Welcome to QualityDesk"), self.tr("Which language shall the program speak?")),
            (self.tr("How shall it begin?"), self.tr("Choose with the arrow keys, go on with Enter.")),
            (self.tr("Your group"), self.tr("Everything here except the codes can be changed later.")),
            (self.tr("Who are you?"), self.tr("You become the first person of the directory and sign what you enter.")),
        )
        steps = 2 if self._draft.sample else 4
        self.setWindowTitle(self.tr("First steps"))
        self._heading.setText(words[step][0])
        self._sentence.setText(words[step][1])
        self._caption.setText(self.tr("Step {step} of {steps}").format(step=step + 1, steps=steps))
        last = step == steps - 1
        self.back_button.setText(self.tr("Back"))
        self.back_button.setVisible(step > LANGUAGE)
        self.next_button.setText(self.tr("Begin") if last else self.tr("Next"))
        set_icon(self.next_button, "check" if last else "arrow-right", "on_accent")

    def _go_on(self) -> None:
        self._take_in()
        problems = self._problems_here()
        self.page().show_problems(problems)
        if problems:
            return
        if self._draft.sample and self._draft.step == BEGIN:
            self._choose(None)
        elif self._draft.step == ME:
            self._choose(self._draft.foundation)
        else:
            self.turn_to(self._draft.step + 1)

    def _go_back(self) -> None:
        self.turn_to(self._draft.step - 1)

    def turn_to(self, step: int) -> None:
        """Show another page; what was typed is kept."""
        self._take_in()
        self._drop_page()
        self._draft = replace(self._draft, step=step)
        self._show_step()
        self._keep()

    def _choose(self, foundation: Foundation | None) -> None:
        self._keep()
        self._wait(True)
        self.chosen.emit(FirstRunChoice(self._language, foundation, foundation is None))

    def _wait(self, waiting: bool) -> None:
        """One choice is carried out at a time: until `finish` or `take_back` there is nothing to press."""
        self.next_button.setEnabled(not waiting)
        self.back_button.setEnabled(not waiting)

    def _problems_here(self) -> list[Problem]:
        if self._draft.step == GROUP:
            return [found for found in problems_in_foundation(self._draft.foundation) if _step_of(found) == GROUP]
        return problems_in_foundation(self._draft.foundation) if self._draft.step == ME else []

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        if problems and self._draft.step != _step_of(problems[0]):
            self.turn_to(_step_of(problems[0]))
        self.page().show_problems(problems)

    def _pick_language(self, language: str) -> None:
        self._language = language
        self._again.start()
        self.language_wanted.emit(language)

    def _change_rows(self, rows: tuple[InstitutionDraft, ...], stand: int) -> None:
        self._take_in()
        before, home = self._draft.foundation.institutions, self._draft.foundation.me_institution
        mine = before[home] if 0 <= home < len(before) else None
        home = rows.index(mine) if mine in rows else 0
        self._draft = replace(
            self._draft, foundation=replace(self._draft.foundation, institutions=rows, me_institution=home)
        )
        self._drop_page()
        self._show_step()
        page = self.page()
        if isinstance(page, GroupStep):
            page.stand_on(stand)
        self._keep()

    def _typed(self) -> None:
        self._take_in()
        self._say()
        self._soon.start()

    def _take_in(self) -> None:
        if self._page is not None:
            self._draft = self._page.taken(self._draft)

    def _keep(self) -> None:
        if self._page is not None:
            self._take_in()
            keep_draft(self._file, self._draft)


class _Keys(KeyTable):
    """What F1 tells here, in the language of now: the dialog outlives a change of it."""

    def shown(self) -> tuple[Key, ...]:
        return (
            Key("Ctrl+Return", self.tr("Next, from any field")),
            Key("Return", self.tr("Next; on a button, press it")),
            Key("Tab", self.tr("Next field")),
            Key(f"Up{SPAN}Down", self.tr("Another of the choices")),
            Key("Esc", self.tr("Close; what was typed is kept for the next start")),
            *(key for key in super().shown() if key.words),
        )


def _step_of(problem: Problem) -> int:
    return ME if problem.field.startswith("me_") else GROUP
