"""A new edition of a rule: every value in an editor of its kind, made from the rule's description; the texts; the day.

What differs is shown before it is published. Somebody else's edition published meanwhile is told, and what was changed
here is carried over onto it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from qualitydesk.basics.changes import By, Done
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import capital, say
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import DayPicker, Picker
from qualitydesk.kit.pieces import button, hbox, label, vbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools
from qualitydesk.rulebook.model import Edition
from qualitydesk.rulebook.model.shapes import EditionDraft, Field, Kind, Part, RuleLine
from qualitydesk.rulebook.rules import problems_in_date, problems_in_edition
from qualitydesk.rulebook.rules.comparing import carried_over, is_same, plain_copy, put, settled
from qualitydesk.rulebook.rules.quoting import Quote
from qualitydesk.rulebook.rules.shapes import at, join, parts_of
from qualitydesk.rulebook.rules.wording import (
    beside,
    heading,
    name_of,
    places_coded,
    places_offered,
    places_said,
    text_keys,
    text_name,
)
from qualitydesk.rulebook.service import Rulebook
from qualitydesk.rulebook.ui.last_look import LastLook
from qualitydesk.rulebook.ui.offer import House, TryOut
from qualitydesk.rulebook.ui.rows_table import RowsTable
from qualitydesk.rulebook.ui.section_list import ABOUT, SectionList
from qualitydesk.rulebook.ui.table_rows import addable, removable, table_at
from qualitydesk.rulebook.ui.value_editors import Editor, editor_of
from qualitydesk.rulebook.ui.words import title_words

_NARROW, _WIDE = 32 * GRID, 44 * GRID  # the list of pages is as wide as its names, within these


class EditionDialog(DraftDialog):
    """Publishes by `Rulebook.publish`. The list at the left turns the pages, which are made when first turned to."""

    def __init__(
        self,
        tools: Tools,
        rulebook: Rulebook,
        line: RuleLine,
        today: date,
        house: House,
        by: By,
        *,
        try_out: TryOut | None = None,
        second: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`second`: by the rule on approval whoever writes an edition does not decide on it."""
        super().__init__(tools, "", save_text="", parent=parent)
        assert line.newest is not None
        self.setWindowTitle(
            self.tr("New edition: {rule}").format(rule=title_words(line.newest, line.rule, tools.language))
        )
        self.save_button.setText(self.tr("Show changes and publish"))
        self._rulebook, self._house, self._by, self._try_out = rulebook, house, by, try_out
        self._line, self._today, self._second = line, today, second
        self._latest: Edition = line.newest
        self._values = plain_copy(self._latest.values)
        self._texts = plain_copy(self._latest.texts)
        self._built: dict[str, QWidget] = {}
        self._values_shown: dict[str, tuple[Field, Editor]] = {}
        self._tables: dict[str, RowsTable] = {}
        self._texts_shown: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._make_sections()
        self._make_about()
        self._fill_sections()
        self.show_section(ABOUT)
        if try_out is not None:
            self.try_button = button(self.tr("Try on last quarter…"), "trends", self._try)
            self.add_extra_button(self.try_button)
        self.submitted.connect(self._show_differences)
        self.setMinimumSize(132 * GRID, 76 * GRID)
        self.resize(min(160 * GRID, self.screen().availableGeometry().width() - 2 * EDGE), self.height())

    # What is shown

    def show_section(self, key: str) -> None:
        """Turn to a page: about, texts.zh, texts.en, or the path of a part of the values."""
        if key not in self._built:
            self._build(key)
        if key in self._tables:
            self._tables[key].show_values(self.read_draft().values)
        self.turn_to(self._built[key])
        self.put_buttons_last()

    def turn_to(self, page: QWidget) -> None:
        super().turn_to(page)
        key = next((key for key, one in self._built.items() if one is page), ABOUT)
        self.sections.stand_on(key)
        self._enable_removing()

    def editor(self, path: str) -> QWidget:
        """The editor of a value by its path, its page turned to."""
        self._turn_to_field(path)
        return self._fields[path].editor

    def _make_sections(self) -> None:
        self.sections = SectionList(self.tools.language)
        self.sections.wanted.connect(self.show_section)
        self.add_button = button(self.tr("Add row…"), "plus", self.add_table_row, role="quiet")
        self.remove_button = button(self.tr("Remove row"), "trash", self.remove_table_row, role="quiet")
        has_rows = bool(addable(self._line, {}))
        for made in (self.add_button, self.remove_button):
            made.setVisible(has_rows)
        self._side = side = QWidget()
        column = vbox(self.sections, hbox(self.add_button, self.remove_button, None, gap=0), gap=GRID)
        side.setLayout(column)
        self.add_beside(side, _NARROW, left=True)
        self.key_table.bind(
            Key("Ctrl+PgDown", self.tr("Next part"), lambda: self.sections.step(1)),
            Key("Ctrl+PgUp", self.tr("Part before"), lambda: self.sections.step(-1)),
        )

    def _fill_sections(self) -> None:
        self.sections.show_parts(self._line.rule, self._values)
        self._side.setFixedWidth(min(_WIDE, max(_NARROW, self.sections.longest() + 7 * GRID)))
        self.add_button.setEnabled(bool(addable(self._line, self._values)))

    def _make_about(self) -> None:
        self._built[ABOUT] = self.begin_page()
        first = max(self._today, self._latest.effective_from + timedelta(days=1))
        self.effective_from = DayPicker(first)
        self.decided_by = Picker(self._house.people, placeholder=self.tr("Choose"))
        self.decided_by.choose(None if self._second else self._by.decided_by)
        self.reason = QPlainTextEdit()
        words = self.tr(
            "It is made from edition {number}, which holds from {day}. Editions are never changed: what was decided "
            "under one stays as it was."
        )
        self._about = label("", tone="muted", wrap=True)
        self._about_words = words
        self.add_wide(self._about)
        self._say_base()
        hint = self.tr("From today or later, and after the edition before it.")
        self.add_row("effective_from", self.tr("In force from"), self.effective_from, hint=hint, required=True)
        hint = self.tr("Who decided on the change; who types it in is noted beside it.")
        if self._second:
            hint = self.tr("By the rule somebody else than whoever writes it; who types it in is noted beside it.")
        self.add_row("decided_by", self.tr("Decided by"), self.decided_by, hint=hint, required=True)
        hint = self.tr("Why it is changed, and by which decision. It stands beside the edition for good.")
        self.add_row("reason", self.tr("Reason"), self.reason, hint=hint, required=True)

    def _say_base(self) -> None:
        self._about.setText(
            self._about_words.format(number=self._latest.number, day=self._latest.effective_from.isoformat())
        )

    def _build(self, key: str) -> None:
        page = self._built[key] = self.begin_page()
        if key.startswith("texts."):
            self._build_texts(key.removeprefix("texts."))
            return
        if (rows := table_at(self._line.rule, key)) is not None:
            table = self._tables[key] = RowsTable(self.tools, self._line.rule, rows, self._house.posts)
            table.opened.connect(self.show_section)
            table.picked.connect(self._enable_removing)
            self.add_wide(table)
            return
        part = next(one for one in parts_of(self._line.rule, self._values) if one.path == key)
        self._build_values(part)
        self.add_wide(label(""))
        page.setAccessibleName(heading(part.title, self.tools.language))

    def _build_values(self, part: Part) -> None:
        language = self.tools.language
        for one in part.fields:
            if one.kind is Kind.KEPT:
                continue
            path = join(part.path, one.key)
            made = editor_of(one, at(self._values, path), language, self._house.posts)
            self._values_shown[path] = (one, made)
            hint = say(language, "rule.mark.ours") if self._latest.is_ours(path) else ""
            needed = not one.may_lack and one.kind is not Kind.YES
            name = name_of(one, language)
            if one.kind in (Kind.MONEY, Kind.SUMS):
                name = say(language, "rule.line.in_yuan", name=name)
            self.add_row(path, name, made.widget, hint=hint, required=needed)
            if one.note:
                self.add_wide(label(say(language, one.note), "caption", wrap=True, selectable=True, tone="warning"))

    def _build_texts(self, of: str) -> None:
        language = self.tools.language
        for key in text_keys(self._texts):
            text = places_said(str(at(self._texts.get(of, {}), key) or ""), language)
            short = key in ("title", "source")
            made: QLineEdit | QPlainTextEdit = QLineEdit(text) if short else QPlainTextEdit(text)
            path = f"texts.{of}.{key}"
            self._texts_shown[path] = made
            words = self.tr("Sums and months in braces follow the values: {places}")
            hint = words.format(places=places_offered(language)) if key == "counting" else ""
            self.add_row(path, text_name(key, language), made, hint=hint, required=True)

    # Rows of tables

    def add_table_row(self) -> None:
        """Ask which row: those the program knows or an earlier edition had."""
        language = self.tools.language
        offered = addable(self._line, self._values)
        choices = [
            (path, f"{capital(say(language, rows.title))} · {heading((f'{rows.words}.{code}',), language)}")
            for path, (rows, code, _values) in offered.items()
        ]
        self.tools.prompts.choose(
            self, self.tr("Add a row"), self.tr("Which one?"), choices,
            then=lambda path: self._add_row(str(path), offered[str(path)][2]), yes=self.tr("Add"),
        )  # fmt: skip

    def _add_row(self, path: str, values: Mapping[str, Any]) -> None:
        put(self._values, path, plain_copy(values))
        self._fill_sections()
        self.show_section(path)

    def remove_table_row(self) -> None:
        """Take the row of the page away; it can be added again."""
        path = self._row_path()
        if not removable(self._line.rule, path):
            return
        place = self.sections.currentRow()
        self._drop(path)
        put(self._values, path, None)
        self._fill_sections()
        self.show_section(self.sections.key_from(place))

    def _row_path(self) -> str:
        """The row whose page is seen, or that is stood on in its table."""
        key = self.sections.key()
        return self._tables[key].path() if key in self._tables else key

    def _enable_removing(self) -> None:
        self.remove_button.setEnabled(removable(self._line.rule, self._row_path()))

    def _drop(self, key: str) -> None:
        page = self._built.pop(key, None)
        self._tables.pop(key, None)
        if page is None:
            return
        self.drop_page(page)
        self._values_shown = {path: made for path, made in self._values_shown.items() if path in self._fields}
        self._texts_shown = {path: made for path, made in self._texts_shown.items() if path in self._fields}

    # What is handed out

    def read_draft(self) -> EditionDraft:
        values, texts = plain_copy(self._values), plain_copy(self._texts)
        for path, (one, made) in self._values_shown.items():
            put(values, path, settled(one, at(self._values, path), made.read()))
        for path, editor in self._texts_shown.items():
            text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            put(texts, path.removeprefix("texts."), places_coded(text.strip(), self.tools.language) or None)
        decided = self.decided_by.chosen()
        return EditionDraft(
            values,
            texts,
            self.effective_from.day(),
            decided if isinstance(decided, UUID) else None,
            self.reason.toPlainText().strip(),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        assert isinstance(draft, EditionDraft) and draft.effective_from is not None
        rule, latest = self._line.rule, self._latest
        unread = [
            Problem(path, code) for path, (_one, made) in self._values_shown.items() if (code := made.unreadable())
        ]
        if unread:
            return unread
        if is_same(rule, (latest.values, latest.texts), (draft.values, draft.texts)):
            return [Problem("", "edition_same", {"number": latest.number})]
        found = [*problems_in_date(draft.effective_from, latest.effective_from, self._today)]
        if draft.decided_by is None:
            found.append(Problem("decided_by", "nobody_decides"))
        elif self._second and draft.decided_by == self._by.entered_by:
            found.append(Problem("decided_by", "edition_by_writer"))
        found += [] if draft.reason else [Problem("reason", "reason_missing")]
        return [*found, *self._beside(problems_in_edition(rule, draft.values, draft.texts), draft.values)]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self._turn_to_field(problem.field, show=False)
        super().show_problems(problems)

    def take_back(self, error: Exception) -> bool:
        if isinstance(error, Refused) and error.code == "stale":
            self.tools.operations.read(self, self._rulebook.line, self._line.rule, then=self._rebase, topic="latest")
            return True
        if isinstance(error, Refused):
            problems = tuple(self._beside(error.problems, self.read_draft().values))
            return super().take_back(Refused(error.code, problems=problems, **error.words))
        return super().take_back(error)

    def _beside(self, problems: Sequence[Problem], values: Mapping[str, Any]) -> list[Problem]:
        rule, language = self._line.rule, self.tools.language
        return [beside(rule, values, one, language) for one in problems]

    def _turn_to_field(self, path: str, *, show: bool = True) -> None:
        """Make the page a field stands on; and turn to it."""
        if path in self._fields and not show:
            return
        keys = [ABOUT, "texts.zh", "texts.en", *(part.path for part in parts_of(self._line.rule, self._values))]
        fitting = [key for key in keys if key and path.startswith(f"{key}.")] or [""]
        key = max(fitting, key=len)
        if path in ("effective_from", "decided_by", "reason"):
            key = ABOUT
        if key not in self._built and key in keys:
            self._build(key)
        if show and key in self._built:
            self.show_section(key)

    def _rebase(self, line: RuleLine) -> None:
        """Somebody else has published meanwhile: what was changed here is carried over onto that edition."""
        self.saving(False)
        assert line.newest is not None
        draft, base = self.read_draft(), self._latest
        for key in [key for key in self._built if key != ABOUT]:
            self._drop(key)
        self._line, self._latest = line, line.newest
        self._values = carried_over(base.values, draft.values, self._latest.values)
        self._texts = carried_over(base.texts, draft.texts, self._latest.texts)
        self._say_base()
        self._fill_sections()
        self.show_section(ABOUT)
        who = self._house.name(line.notes[self._latest.id].decided_by) or "–"
        words = self.tr(
            "Edition {number}, in force from {day}, was published meanwhile (decided by {who}). Your changes have been "
            "carried over onto it; look at them and publish again."
        )
        self._say_above(
            words.format(number=self._latest.number, day=self._latest.effective_from.isoformat(), who=who), "warning"
        )

    # Publishing

    def _show_differences(self, draft: object) -> None:
        """The last look: what changes, old and new."""
        assert isinstance(draft, EditionDraft)
        looked = LastLook(self.tools, self._latest, draft, self._house.posts, self)
        looked.rejected.connect(lambda: self.saving(False))
        self.confirm_keep = looked.answer(self.tr("Keep editing"), lambda: self._keep_editing(looked.quotes))
        self.confirm_publish = looked.answer(
            self.tr("Publish"), lambda: self._publish(draft), role="primary", default=True
        )
        looked.hold(self.confirm_publish)
        looked.open()

    def _keep_editing(self, quotes: Sequence[Quote]) -> None:
        """Back to the fields; to the first sentence that may not hold any more."""
        self.saving(False)
        if quotes:
            self.editor(quotes[0].path).setFocus()

    def _publish(self, draft: EditionDraft) -> None:
        rule, seen, by = self._line.rule, self._latest.id, By(draft.decided_by, self._by.entered_by)
        day = draft.effective_from
        assert day is not None

        def publish() -> Done[Edition]:
            return self._rulebook.publish(rule, draft.values, draft.texts, day, by, reason=draft.reason, seen=seen)

        self.tools.operations.write(publish, then=lambda _edition: self.finish(), failed=self.take_back, asker=self)

    def _try(self) -> None:
        """What these values would have done; they need to hold for that, and nothing else."""
        draft = self.read_draft()
        found = self._beside(problems_in_edition(self._line.rule, draft.values, draft.texts), draft.values)
        self.show_problems(found)
        if not found and self._try_out is not None and draft.effective_from is not None:
            self._try_out(self._line.rule, draft.values, draft.effective_from, self)
