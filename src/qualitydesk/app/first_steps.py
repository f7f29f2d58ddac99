"""The pages of the first run: language, how to begin, the group with its institutions, who the user is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QLineEdit, QRadioButton, QScrollArea, QWidget

from qualitydesk.app.first_draft import FirstDraft
from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.directory.model import InstitutionDraft, Region, Sex
from qualitydesk.kit.draft_dialog import FieldRow
from qualitydesk.kit.glyphs import GlyphHint
from qualitydesk.kit.pickers import Choice, Picker
from qualitydesk.kit.pieces import button, hbox, label, panel, set_problem, vbox
from qualitydesk.kit.theme import EDGE, GAP, GRID


class Step(QWidget):
    """One page of the first run. `taken(draft)` gives the draft with what stands in the editors.

    Signals: `typed` after each change.
    """

    typed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def taken(self, draft: FirstDraft) -> FirstDraft:
        return draft

    def start_editor(self) -> QWidget:
        """Where the cursor goes first."""
        raise NotImplementedError

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the fields of this page."""

    def words_of(self, problem: Problem) -> str:
        return say(self.language, f"problem.{problem.code}", **problem.values)


def _card(choice: QRadioButton, words: str) -> QFrame:
    """A radio button with a sentence under it, in a frame."""
    made = panel()
    note = label(words, "caption", wrap=True)
    note.setContentsMargins(3 * GRID, 0, 0, 0)
    choice.setAccessibleDescription(words)
    column = vbox(choice, note, gap=GRID // 2)
    column.setContentsMargins(EDGE, GAP, EDGE, GAP)
    made.setLayout(column)
    return made


class LanguageStep(Step):
    """中文 or English, at once.

    Signals: `wanted(language)`.
    """

    wanted = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.choices = {"zh": QRadioButton("中文"), "en": QRadioButton("English")}
        group = QButtonGroup(self)  # the two stand in frames of their own
        for choice in self.choices.values():
            group.addButton(choice)
        self.choices[language].setChecked(True)
        for key, choice in self.choices.items():
            choice.toggled.connect(lambda on, key=key: self.wanted.emit(key) if on else None)
        cards = (
            _card(self.choices["zh"], "界面、提示和打印的单据使用简体中文。以后可在“设置”中更改。"),
            _card(
                self.choices["en"],
                "Screens, messages and printed papers in English. You can change this later under Settings.",
            ),
        )
        self.setLayout(vbox(*cards, None, gap=GAP))

    def start_editor(self) -> QWidget:
        return self.choices[self.language]


class BeginStep(Step):
    """Sample data or an empty start."""

    def __init__(self, language: str, draft: FirstDraft) -> None:
        super().__init__(language)
        self.own = QRadioButton(self.tr("Start empty with my own group"))
        self.sample = QRadioButton(self.tr("Look around with sample data"))
        group = QButtonGroup(self)
        for choice in (self.own, self.sample):
            group.addButton(choice)
        (self.sample if draft.sample else self.own).setChecked(True)
        self.sample.toggled.connect(lambda _on: self.typed.emit())
        own = self.tr("You are asked for the group, its institutions and who you are. It takes two minutes.")
        sample = self.tr(
            "An invented group of 8 institutions and 220 people with two years of rounds, to try everything on. "
            "Making it takes about a minute. It cannot be mixed with a group of your own."
        )
        self.setLayout(vbox(_card(self.own, own), _card(self.sample, sample), None, gap=GAP))

    def taken(self, draft: FirstDraft) -> FirstDraft:
        return replace(draft, sample=self.sample.isChecked())

    def start_editor(self) -> QWidget:
        return self.sample if self.sample.isChecked() else self.own


@dataclass
class _Row:
    """The editors of one institution and the line that says what is wrong with them."""

    code: QLineEdit
    name: QLineEdit
    region: Picker
    problem: QLabel
    hint: QLabel

    @property
    def editor(self) -> QLineEdit:
        """The one that takes a name: papers show it."""
        return self.name

    def say_hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


class GroupStep(Step):
    """The group's name and its institutions.

    Signals: `rows_wanted(tuple of InstitutionDraft, int)` when a row was added or removed; the row to stand on.
    """

    rows_wanted = Signal(object, int)

    def __init__(self, language: str, draft: FirstDraft) -> None:
        super().__init__(language)
        self._group = QLineEdit(draft.foundation.group_name)
        self._group.textEdited.connect(lambda _text: self.typed.emit())
        self._group_row = FieldRow(
            "group_name", self.tr("Name of the group"), self._group, self.tr("It heads every printed paper."), True
        )
        GlyphHint(self._group_row)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        titles = self._titles = (self.tr("Code"), self.tr("Institution"), self.tr("Region"))
        for place, title in enumerate(titles):
            self._grid.addWidget(label(title, "caption"), 0, place)
        self._rows: list[_Row] = []
        for institution in draft.foundation.institutions:
            self._add_row(institution, titles)
        self._note = label("", "problem", wrap=True)
        self._note.hide()
        self.more = button(self.tr("Add institution"), "plus", self._more)
        self.more.setAutoDefault(True)  # Enter on it adds, and does not go on
        hint = self.tr("Code: 2 to 6 capital letters, part of every number. Region sets the deadline for complaints.")
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        column = vbox(
            self._group_row.caption,
            self._group_row.right,
            GAP,
            label(self.tr("Institutions"), "section"),
            label(hint, "hint", wrap=True),
            self._grid,
            self._note,
            hbox(self.more, None),
            None,
            gap=GRID // 2,
        )
        column.setContentsMargins(0, 0, GAP, 0)
        inside.setLayout(column)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self.setLayout(vbox(self._scroll))

    def taken(self, draft: FirstDraft) -> FirstDraft:
        foundation = replace(draft.foundation, group_name=self._group.text(), institutions=self._institutions())
        return replace(draft, foundation=foundation)

    def start_editor(self) -> QWidget:
        return self._group

    def stand_on(self, row: int) -> None:
        """Put the cursor into the code of a row."""
        self._rows[row].code.setFocus()
        self._scroll.ensureWidgetVisible(self._rows[row].name)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        said = {problem.field: self.words_of(problem) for problem in reversed(problems)}
        self._group_row.say_problem(said.get("group_name", ""))
        self._note.setText(said.get("institutions", ""))
        self._note.setVisible(bool(self._note.text()))
        wrong: list[QWidget] = [self._group] if "group_name" in said else []
        for place, row in enumerate(self._rows):
            lines = []
            fields = (("code", row.code), ("name", row.name), ("region", row.region))
            for (name, editor), title in zip(fields, self._titles, strict=True):
                words = said.get(f"institutions.{place}.{name}", "")
                set_problem(editor, bool(words))
                editor.setAccessibleDescription(words)
                if words:
                    where = self.tr("Row {row}, {field}: {words}")
                    lines.append(where.format(row=place + 1, field=title, words=words))
                wrong += [editor] if words else []
            row.problem.setText("\n".join(lines))
            row.problem.setVisible(bool(lines))
        if wrong:
            wrong[0].setFocus()
            self._scroll.ensureWidgetVisible(wrong[0])

    def _institutions(self) -> tuple[InstitutionDraft, ...]:
        found = []
        for row in self._rows:
            key = row.region.chosen()  # Qt hands members of a StrEnum back as plain text
            region = Region(key) if isinstance(key, str) else None
            found.append(InstitutionDraft(row.code.text().strip(), row.name.text(), region))
        return tuple(found)

    def _add_row(self, institution: InstitutionDraft, titles: Sequence[str]) -> None:
        place = len(self._rows)
        regions = [Choice(region, say(self.language, f"region.{region}")) for region in Region]
        row = _Row(
            QLineEdit(institution.code),
            QLineEdit(institution.name),
            Picker(regions, placeholder=self.tr("Choose")),
            label("", "problem", wrap=True),
            label("", "hint", wrap=True),
        )
        row.code.setMaxLength(6)
        row.code.setFixedWidth(13 * GRID)
        row.region.setFixedWidth(18 * GRID)
        row.region.choose(institution.region)
        row.code.textEdited.connect(lambda typed: row.code.setText(typed.upper()))
        row.code.textChanged.connect(lambda _text: self.typed.emit())
        row.name.textEdited.connect(lambda _text: self.typed.emit())
        row.region.picked.connect(lambda _key: self.typed.emit())
        remove = button("", "trash", lambda: self._less(place), role="quiet")
        remove.setAutoDefault(True)
        remove.setAccessibleName(self.tr("Remove institution {number}").format(number=place + 1))
        remove.setToolTip(remove.accessibleName())
        at = 3 * place + 1
        for column, (editor, title) in enumerate(zip((row.code, row.name, row.region), titles, strict=True)):
            editor.setAccessibleName(f"{title} {place + 1}")
            self._grid.addWidget(editor, at, column)
        for shown_at, line in enumerate((row.hint, row.problem), at + 1):
            line.hide()
            self._grid.addWidget(line, shown_at, 0, 1, 3)
        GlyphHint(row)
        self._grid.addWidget(remove, at, 3)
        self._rows.append(row)

    def _more(self) -> None:
        self.rows_wanted.emit((*self._institutions(), InstitutionDraft()), len(self._rows))

    def _less(self, place: int) -> None:
        kept = tuple(row for at, row in enumerate(self._institutions()) if at != place)
        self.rows_wanted.emit(kept or (InstitutionDraft(),), max(0, min(place, len(kept) - 1)))


class MeStep(Step):
    """Who sits here: becomes the first employee and signs what is entered."""

    def __init__(self, language: str, draft: FirstDraft) -> None:
        super().__init__(language)
        known = draft.foundation
        self._number, self._name = QLineEdit(known.me_number), QLineEdit(known.me_name)
        sexes = [Choice(sex, say(language, f"sex.{sex}")) for sex in Sex]
        self._sex = Picker(sexes, placeholder=self.tr("Choose"))
        homes = [Choice(place, row.name, row.code) for place, row in enumerate(known.institutions)]
        self._home = Picker(homes, placeholder=self.tr("Choose"))
        self._department, self._post = QLineEdit(known.me_department), QLineEdit(known.me_post)
        self._sex.choose(known.me_sex)
        self._home.choose(known.me_institution)
        self._fields: dict[str, FieldRow] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        self._add("me_number", self.tr("Number"), self._number, self.tr("Your staff number."))
        self._add("me_name", self.tr("Name"), self._name)
        self._add("me_sex", self.tr("Sex"), self._sex)
        self._add("me_institution", self.tr("Institution"), self._home)
        self._add("me_department", self.tr("Department"), self._department)
        self._add("me_post", self.tr("Post"), self._post)
        for name in ("me_name", "me_department", "me_post"):
            GlyphHint(self._fields[name])
        for editor in (self._number, self._name, self._department, self._post):
            editor.textEdited.connect(lambda _text: self.typed.emit())
        for picker in (self._sex, self._home):
            picker.picked.connect(lambda _key: self.typed.emit())
        self.setLayout(vbox(self._grid, None))

    def taken(self, draft: FirstDraft) -> FirstDraft:
        sex, home = self._sex.chosen(), self._home.chosen()
        foundation = replace(
            draft.foundation,
            me_number=self._number.text(),
            me_name=self._name.text(),
            me_sex=Sex(sex) if isinstance(sex, str) else None,
            me_institution=home if isinstance(home, int) else -1,
            me_department=self._department.text(),
            me_post=self._post.text(),
        )
        return replace(draft, foundation=foundation)

    def start_editor(self) -> QWidget:
        return self._number

    def show_problems(self, problems: Sequence[Problem]) -> None:
        said = {problem.field: self.words_of(problem) for problem in reversed(problems)}
        for name, row in self._fields.items():
            row.say_problem(said.get(name, ""))
        first = next((row for name, row in self._fields.items() if name in said), None)
        if first is not None:
            first.editor.setFocus()

    def _add(self, name: str, words: str, editor: QWidget, hint: str = "") -> None:
        row = FieldRow(name, words, editor, hint, True)
        place = self._grid.rowCount()
        self._grid.addWidget(row.caption, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.right, place, 1)
        self._fields[name] = row
