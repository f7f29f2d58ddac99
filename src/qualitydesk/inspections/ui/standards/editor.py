"""The editor of a pack: its facts at the left, its items at the right; saved as a new edition with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from qualitydesk.basics.changes import By
from qualitydesk.basics.errors import Problem, Refused
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import Pack, PackKind, Target
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.rules.editions import Used, problems_in_draft
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.ui.pack_preview import PackPreview
from qualitydesk.inspections.ui.standards.cautions import problem_words, warnings_of
from qualitydesk.inspections.ui.standards.items_panel import ItemsPanel
from qualitydesk.inspections.ui.standards.posts_picker import PostsPicker
from qualitydesk.inspections.ui.standards.sections_dialog import Sections, SectionsDialog
from qualitydesk.inspections.ui.standards.texts import OtherLanguage, TextPair, chosen_text
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.keys import Key
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import button, hbox
from qualitydesk.kit.theme import EDGE, GRID
from qualitydesk.kit.tools import Tools

_COMFORT = QSize(150 * GRID, 92 * GRID)
_ITEM = re.compile(r"items\[(\d+)\]\.")


@dataclass(frozen=True)
class Offered:
    """What the editor knows besides the pack: codes ever used, packs there are, posts by code."""

    used: Mapping[str, Used]
    packs: frozenset[str]
    posts: Mapping[str, str]


class PackEditor(DraftDialog):
    """Edits a pack. `base`: the edition in force it was drawn from, None for a new pack.

    Writing goes through `save_edition`; a newer edition saved by somebody else meanwhile loses nothing typed here.

    Signals: `saved(pack)` when it is on disk.
    """

    saved = Signal(object)

    def __init__(
        self,
        tools: Tools,
        standards: Standards,
        pack: Pack,
        base: Pack | None,
        offered: Offered,
        by: Callable[[], By],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tools, "", save_text="", parent=parent)
        language = tools.language
        self.setWindowTitle(
            self.tr("New pack") if base is None else self.tr("Edit: {pack}").format(pack=pack.name[language])
        )
        self.save_button.setText(self.tr("Save as a new edition"))
        self._standards, self._pack, self._base, self._offered = standards, pack, base, offered
        self._sections = {code: dict(texts) for code, texts in pack.sections.items()}
        self.tongue = OtherLanguage(self)
        self._fields_of_pack(language)
        self.items = ItemsPanel(tools, self.pack_now, base, offered.used, offered.posts, self.tongue)
        self.items.bind_keys(self.key_table)
        self.items.sections_wanted.connect(self._first_section)
        self._set_items_aside()
        self.items.show_items(pack.items)
        self.preview_button = button(self.tr("Preview the draft"), "eye", self.preview)
        self.add_extra_button(self.preview_button)
        self.key_table.bind(Key("Ctrl+P", self.tr("Preview the draft"), self.preview))
        self.items.changed.connect(self._show_preview_button)
        self._show_preview_button()
        self.writes(standards.save_edition, by(), then=self.saved.emit)
        self.setMinimumWidth(124 * GRID)
        self.resize(146 * GRID, 84 * GRID)

    def _fields_of_pack(self, language: str) -> None:
        pack = self._pack
        self.code = QLineEdit(pack.code)
        self.code.setEnabled(self._base is None)
        if self._base is None:
            hint = self.tr("Small letters, digits and _; for ever")
            self.add_row("code", self.tr("Code"), self.code, hint=hint, required=True)
        self.name = TextPair(self.tongue, "name", self.tr("Pack name"), pack.name)
        self.purpose = TextPair(self.tongue, "purpose", self.tr("Purpose"), pack.purpose, long=True)
        self.kind = Picker([Choice(one, say(language, f"pack_kind.{one.value}")) for one in PackKind])
        self.add_row("kind", self.tr("Kind"), self.kind, required=True)
        self.target = Picker([Choice(Target.PERSON, self.tr("People")), Choice(Target.PLACE, self.tr("Places"))])
        self.add_row("target", self.tr("Looks at"), self.target, required=True)
        self.sex = Picker(
            [Choice("female", self.tr("Women")), Choice("male", self.tr("Men"))],
            optional=True,
            placeholder=self.tr("Everybody"),
        )
        self.posts = PostsPicker(self._offered.posts, pack.posts)
        self.add_row("sex", self.tr("Sex"), self.sex)
        self.add_row("posts", self.tr("Posts"), self.posts, hint=self.tr("None ticked: every post"))
        self.minutes = NumberBox(pack.minutes, least=1, most=480)
        self.add_row("minutes", self.tr("Time, min"), self.minutes, hint=self.tr("Expected for one person or place"))
        self.pass_mark = NumberBox(round(pack.pass_mark * 100), least=1, most=100)
        self.pass_mark.setSuffix(" %")
        self.add_row("pass_mark", self.tr("Pass mark"), self.pass_mark)
        self.sections_button = button(self.tr("Sections…"), "pencil", self.edit_sections)
        self.add_row("sections", self.tr("Sections"), self.sections_button)
        self.reason = QLineEdit()
        self.add_row("reason", self.tr("Why this edition"), self.reason, required=True)
        if self._base is not None:
            self.add_row("code", self.tr("Code"), self.code, hint=self.tr("Given once, for ever"))
        self.kind.choose(pack.kind)
        self.target.choose(pack.target)
        if pack.sex:
            self.sex.choose(pack.sex)
        self.target.picked.connect(lambda _key: self._target_changed())
        self._target_changed()
        self._show_sections()

    def _set_items_aside(self) -> None:
        """Items in a column of their own over the whole height."""
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.removeWidget(self._scroll)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMinimumWidth(self._inside.minimumSizeHint().width() + 2 * EDGE)
        middle = hbox(self._scroll, self.items, gap=EDGE)
        middle.setStretch(0, 4)
        middle.setStretch(1, 7)
        column.insertLayout(1, middle, 1)

    def open(self) -> None:
        super().open()
        self.resize(self._roomy())
        self.items.table.selectRow(0)

    def _roomy(self) -> QSize:
        """As large as the screen allows, up to what is comfortable."""
        room = self.screen().availableGeometry().size() - QSize(2 * EDGE, 6 * EDGE)
        return self.size().expandedTo(_COMFORT).boundedTo(room)

    def pack_now(self) -> Pack:
        """The pack as the editors show it."""
        person = self._of_people()
        share = self.pass_mark.value() / 100
        kept = round(self._pack.pass_mark * 100) == self.pass_mark.value()
        return replace(
            self._pack,
            code=self.code.text().strip(),
            name=self.name.texts(),
            purpose=self.purpose.texts(),
            kind=PackKind(str(self.kind.chosen() or PackKind.STATE)),
            target=Target(str(self.target.chosen() or Target.PERSON)),
            sex=chosen_text(self.sex) if person else None,
            posts=self.posts.codes() if person else (),
            minutes=self.minutes.value(),
            pass_mark=self._pack.pass_mark if kept else share,
            sections=self._sections,
            items=tuple(self.items.items) if hasattr(self, "items") else self._pack.items,
        )

    def read_draft(self) -> PackDraft:
        """The draft as the editors show it."""
        based_on = self._base.edition if self._base else 0
        return PackDraft(self.pack_now(), based_on, self.reason.text().strip())

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the rules have against it."""
        assert isinstance(draft, PackDraft)
        return problems_in_draft(draft, self._base, self._offered.used, self._offered.packs)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Those of items stand in the list, the rest beside their fields."""
        of_items: dict[int, list[str]] = {}
        rest: list[Problem] = []
        for problem in problems:
            found = _ITEM.match(problem.field)
            if found:
                words = problem_words(self.tools.language, problem.code, dict(problem.values))
                of_items.setdefault(int(found[1]) - 1, []).append(words)
            elif problem.field.startswith("sections"):
                rest.append(replace(problem, field="sections"))
            else:
                rest.append(problem)
        self.items.show_problems(of_items)
        if of_items:
            rest.append(Problem("", "draft_items", {"count": len(of_items)}))
            first = self.items.items[min(of_items)]
            self.items.table.select_key(first.code)
        self.tongue.reveal({problem.field for problem in rest})
        super().show_problems(rest)

    def take_back(self, error: Exception) -> bool:
        """Somebody saved an edition meanwhile: what is typed here stays, and is compared with theirs from now on."""
        shown = super().take_back(error)
        if isinstance(error, Refused) and error.code == "stale" and self._base is not None:
            code = self._base.code
            self.tools.operations.read(
                self, self._newest_of, code, then=self._go_on_from, failed=lambda _error: False, topic="newest"
            )
        return shown

    def _newest_of(self, code: str) -> Pack | None:
        return next((pack for pack in self._standards.all_packs() if pack.code == code), None)

    def _go_on_from(self, newest: Pack | None) -> None:
        if newest is None:
            return
        self._base = newest
        self.items.use_base(newest)
        self.items.show_items(self.items.items)
        self._say_above(
            self.tr(
                "Edition {number} was saved by somebody else meanwhile. Your draft is kept and now compared with it: "
                "saving again makes yours the next edition, in place of theirs. Look at theirs under Editions first."
            ).format(number=newest.edition),
            "warning",
        )

    def preview(self) -> None:
        """The draft as walking would show it, from the chosen item on."""
        pack, item = self.pack_now(), self.items.current()
        if pack.items:
            start = pack.items.index(item) if item in pack.items else 0
            PackPreview(pack, self.tools.language, start, self).open()

    def _show_preview_button(self) -> None:
        self.preview_button.setEnabled(bool(self.items.items))

    def edit_sections(self) -> SectionsDialog:
        """The headings."""
        filled = {item.section for item in self.items.items}
        dialog = SectionsDialog(self.tools, self._sections, filled, self)

        def taken(sections: Sections) -> None:
            self._sections = {code: {"zh": zh, "en": en} for code, (zh, en) in sections}
            order = list(self._sections)
            self.items.show_items(sorted(self.items.items, key=lambda item: order.index(item.section)))
            self._show_sections()
            dialog.finish()

        dialog.submitted.connect(taken)
        dialog.open()
        return dialog

    def _first_section(self) -> None:
        """Nothing can be added before there is a heading to add it under."""
        self.edit_sections().add()

    def _show_sections(self) -> None:
        language = self.tools.language
        names = [texts.get(language, "") for texts in self._sections.values()]
        self.field_row("sections").say_hint(" · ".join(names) or self.tr("None yet"))

    def _of_people(self) -> bool:
        return self.target.chosen() != Target.PLACE  # Qt hands the code back as a plain text

    def _target_changed(self) -> None:
        """Sex and posts are asked of people only."""
        person = self._of_people()
        for name in ("sex", "posts"):
            row = self.field_row(name)
            row.caption.setVisible(person)
            row.right.setVisible(person)

    def _save(self) -> None:
        """Warn of what has changed its meaning or was written in one language only; then save."""
        draft = self.read_draft()
        told = warnings_of(self._base, draft.pack, self.tools.language)
        if not told or self.problems_in(draft):
            super()._save()
            return
        shown = told[:8] + ([self.tr("… and {count} more").format(count=len(told) - 8)] if len(told) > 8 else [])
        self.tools.prompts.ask(
            self,
            self.tr("Save this edition?"),
            self.tr("Please look at these items once more:") + "\n" + "\n".join(f"· {line}" for line in shown),
            yes=self.tr("Save all the same"),
            no=self.tr("Back to the draft"),
            then=super()._save,
        )
