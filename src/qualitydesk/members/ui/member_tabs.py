"""What the members' own part says of a member, a tab for each: who she is, what she likes, what she allowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from qualitydesk.basics.masking import HIDDEN
from qualitydesk.basics.money import words as money_words
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.dates import day_words, moment_words
from qualitydesk.kit.pieces import Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GAP, GRID, ROW
from qualitydesk.kit.tools import Tools
from qualitydesk.members.model import CustomerLine
from qualitydesk.members.model.profile import (
    PERSONAL,
    PREFERENCES,
    About,
    Assessment,
    Birthday,
    Consent,
    ConsentKind,
    MemberFile,
    Profile,
    Relative,
)
from qualitydesk.members.rules.birthdays import age_on, birthday_words
from qualitydesk.members.ui.birthday_picker import kept_days, kept_words
from qualitydesk.members.ui.profile_dialogs import about_words
from qualitydesk.members.ui.words import joined, line_words, sex_words

_FEW = 5 * ROW  # pixels: a short table under its heading
Told = Sequence[tuple[str, str]]


class ProfileTab(QWidget):
    """Herself and her family, and what records merged into this one say beside it.

    Signals: `add_wanted`, `relative_wanted(Relative)`, `remove_wanted(Relative)`.
    """

    add_wanted = Signal()
    relative_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self._today = date.min
        self.facts, self.more = Facts(), Facts()
        self.family = TableModel(self._columns(), key=lambda one: one.id, parent=self)
        words = self.tr("Nobody of the family yet. Whoever tells of husband, wife or children is greeted by name.")
        self.table = Table(self.family, name=self.tr("Family"), empty=words, tools=tools, remember="member.family")
        self.table.setMinimumHeight(_FEW)
        self.add = button(self.tr("Add…"), "plus", self.add_wanted.emit)
        self.change = button(self.tr("Change…"), "pencil", lambda: self._tell(self.relative_wanted))
        self.remove = button(self.tr("Strike out…"), "x", lambda: self._tell(self.remove_wanted))
        self.table.opened.connect(self.relative_wanted)
        self.table.picked.connect(lambda _one: self._dress())
        self._beside = label("", wrap=True, selectable=True)
        self._beside.setAccessibleName(self.tr("Records merged into this one"))
        self._merged = _section(self.tr("Records merged into this one"), self._beside)
        family = _section(
            self.tr("Family"), vbox(self.table, hbox(self.add, self.change, self.remove, None, gap=GRID), gap=GRID)
        )
        both = hbox(vbox(self.facts, None), vbox(self.more, None), gap=2 * EDGE)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        column = vbox(scroll_column(self.tr("Profile"), _framed(both), family, self._merged))
        column.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(column)

    def show_file(self, file: MemberFile) -> None:
        customer, profile = file.customer, file.profile
        self.facts.show_facts(
            (
                (self.tr("Telephone"), "\n".join(customer.telephones)),
                (self.tr("Sex"), sex_words(customer.sex, self._language)),
                (self.tr("Institution"), customer.institution),
                (say(self._language, "about.birthday"), self._born(file)),
                *_said(profile, PERSONAL[:3], self._language),
                (self.tr("On record since"), moment_words(customer.added_at)[:10]),
            )
        )
        self.more.show_facts((*_said(profile, PERSONAL[3:], self._language), (self.tr("Note"), customer.note)))
        self._today = file.today
        self.family.show_rows(file.relatives)
        self._beside.setText("\n\n".join(self._of(one.line, one.profile, one.relatives) for one in file.beside))
        self._merged.setVisible(bool(file.beside))
        self._dress()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Relation"), lambda one: capital(say(self._language, f"kinship.{one.kinship}")), width=120),
            Column(self.tr("Name"), lambda one: one.name, width=136),
            Column(say(self._language, "about.birthday"), lambda one: self._birthday(one.birthday), width=168),
            Column(self.tr("Kept on"), lambda one: self._kept(one.birthday), width=200),
            Column(self.tr("Note"), lambda one: one.note.replace("\n", " "), tip=lambda one: one.note, stretch=True),
        )

    def _born(self, file: MemberFile) -> str:
        birthday = file.profile.birthday
        if birthday is None:
            return HIDDEN if file.born_known else ""
        age = age_on(birthday, file.today)
        years = self.tr("{age} years").format(age=age) if age is not None else ""
        return "\n".join((joined(self._birthday(birthday), years), kept_words(birthday, file.today)))

    def _birthday(self, birthday: Birthday | None) -> str:
        return birthday_words(birthday, self._language) if birthday else ""

    def _kept(self, birthday: Birthday | None) -> str:
        return kept_days(birthday, self._today) if birthday else ""

    def _of(self, line: CustomerLine, profile: Profile, relatives: Sequence[Relative]) -> str:
        """A merged record in a few lines."""
        told = _said(profile, tuple(profile.words), self._language)
        kin = joined(*(f"{capital(say(self._language, f'kinship.{one.kinship}'))} {one.name}" for one in relatives))
        lines = [line_words(line, self._language)]
        lines += [f"{name}: {words}" for name, words in (*told, (self.tr("Family"), kin)) if words]
        return "\n".join(lines)

    def _tell(self, signal: SignalInstance) -> None:
        one = self.table.current_row()
        if isinstance(one, Relative):
            signal.emit(one)

    def _dress(self) -> None:
        for made in (self.change, self.remove):
            made.setEnabled(self.table.current_row() is not None)


class PreferencesTab(QWidget):
    """What is ready when she comes. Signals: `change_wanted`."""

    change_wanted = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self.facts = Facts()
        self.change = button(self.tr("Change preferences…"), "pencil", self.change_wanted.emit)
        words = self.tr("What is ready for the appointment. It stands on the appointment card.")
        inside = vbox(label(words, "caption", wrap=True), self.facts, hbox(self.change, None), gap=GAP)
        column = vbox(scroll_column(self.tr("Preferences"), _framed(inside)))
        column.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(column)

    def show_file(self, file: MemberFile) -> None:
        greeter = (say(self._language, "about.greeter"), file.profile.greeter)
        self.facts.show_facts((*_said(file.profile, PREFERENCES, self._language), greeter))


class StandingTab(QWidget):
    """What she allowed and forbade, and how her assets and standing were assessed, each with its history.

    Signals: `consent_wanted(ConsentKind or None)`, `assess_wanted`.
    """

    consent_wanted = Signal(object)
    assess_wanted = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = tools.language
        self._file: MemberFile | None = None
        self.consents = TableModel(self._consent_columns(), parent=self)
        words = self.tr("Nothing has been asked yet. Ask, and enter the answer: messages, calls, sensitive details.")
        self.table = Table(
            self.consents, name=self.tr("Consents"), empty=words, tools=tools, remember="member.consents"
        )
        self.now = label("", wrap=True, selectable=True)
        self.now.setAccessibleName(self.tr("What holds now"))
        self.ask = button(self.tr("Enter a consent…"), "pencil", lambda: self.consent_wanted.emit(None))
        self.assessed = TableModel(self._assessed_columns(), key=lambda one: one.id, parent=self)
        words = self.tr("Nobody has assessed assets or standing. It is a reason for a tier, never needed.")
        self.assessments = Table(
            self.assessed, name=self.tr("Assets and standing"), empty=words, tools=tools, remember="member.assessed"
        )
        self.assess: QPushButton = button(self.tr("Assess…"), "scale", self.assess_wanted.emit)
        for table in (self.table, self.assessments):
            table.setMinimumHeight(_FEW)
        column = vbox(
            label(self.tr("Consents"), "section"), self.now, self.table, hbox(self.ask, None),
            label(self.tr("Assets and standing"), "section"), self.assessments, hbox(self.assess, None), gap=GRID,
        )  # fmt: skip
        column.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(column)

    def show_file(self, file: MemberFile) -> None:
        self._file = file
        self.now.setText("　".join(self._now(file, kind) for kind in ConsentKind))
        self.consents.show_rows(file.consents)
        self.assessed.show_rows(file.assessments)

    def _now(self, file: MemberFile, kind: ConsentKind) -> str:
        said = file.consent(kind)
        word = "unknown" if said is None else "given" if said.given else "withdrawn"
        about = capital(say(self._language, f"consent.{kind}"))
        return self.tr("{what}: {word}").format(what=about, word=say(self._language, f"consent_word.{word}"))

    def _consent_columns(self) -> tuple[Column, ...]:
        language = self._language

        def word(one: Consent) -> str:
            return capital(say(language, f"consent_word.{'given' if one.given else 'withdrawn'}"))

        return (
            Column(self.tr("Said on"), lambda one: one.on, text=day_words, width=104),
            Column(self.tr("Consent to"), lambda one: capital(say(language, f"consent.{one.kind}")), width=176),
            Column(self.tr("Word"), word, tone=lambda one: "good" if one.given else "danger", width=96),
            Column(self.tr("How"), lambda one: capital(say(language, f"consent_way.{one.way}")), width=128),
            Column(self.tr("Entered by"), lambda one: one.entered_by, width=96),
            Column(self.tr("Note"), lambda one: one.note.replace("\n", " "), tip=lambda one: one.note, stretch=True),
        )

    def _assessed_columns(self) -> tuple[Column, ...]:
        def assets(one: Assessment) -> str:
            hidden = self._file is not None and not self._file.in_full
            return HIDDEN if hidden else money_words(one.assets) if one.assets is not None else ""

        return (
            Column(self.tr("On"), lambda one: one.assessed_on, text=day_words, width=104),
            Column(self.tr("Holds"), self._holds, tone=self._tone, width=128),
            Column(self.tr("Assets"), assets, align="right", width=144),
            Column(self.tr("Standing"), lambda one: one.standing, width=160),
            Column(self.tr("Assessed by"), lambda one: one.assessed_by, width=96),
            Column(self.tr("Reason"), lambda one: one.why.replace("\n", " "), tip=lambda one: one.why, stretch=True),
        )

    def _holds(self, one: Assessment) -> str:
        file = self._file
        if file is None or one is not file.assessment:
            return self.tr("no longer")
        return self.tr("until {day}").format(day=day_words(one.until)) if one.until else self.tr("for now")

    def _tone(self, one: Assessment) -> str:
        return "" if self._file is not None and one is self._file.assessment else "muted"


def _said(profile: Profile, wanted: Sequence[About], language: str) -> Told:
    return [(about_words(about, language), profile.says(about)) for about in wanted]


def _framed(inside: QLayout) -> QWidget:
    made = panel()
    inside.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    made.setLayout(inside)
    return made


def _section(title: str, inside: QWidget | QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(vbox(label(title, "section"), inside, gap=GRID))
    return made
