"""One item of a draft in the editor: every field typed, what it lacks beside it; hands out an `Item`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from qualitydesk.basics.errors import Problem
from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model import AnswerKind, Gravity, Item, ItemGroup, Pack, PackKind
from qualitydesk.inspections.rules.editions import meaning_changes, next_code, problems_in_pack
from qualitydesk.inspections.rules.sources import source_words
from qualitydesk.inspections.ui.standards.cautions import meaning_words
from qualitydesk.inspections.ui.standards.limit_fields import LimitFields
from qualitydesk.inspections.ui.standards.posts_picker import PostsPicker
from qualitydesk.inspections.ui.standards.texts import OtherLanguage, TextPair, chosen_text
from qualitydesk.kit.draft_dialog import DraftDialog
from qualitydesk.kit.pickers import Choice, NumberBox, Picker
from qualitydesk.kit.pieces import Banner, button
from qualitydesk.kit.theme import GRID
from qualitydesk.kit.tools import Tools

TIMED = (AnswerKind.MEASURED, AnswerKind.STEP)
LADDER = "ladder"  # the rule nearly every item is judged by


class ItemDialog(DraftDialog):
    """Edits one item. `before`: the item as the edition in force has it, None for a new one.

    Signals: `submitted(item)`.
    """

    def __init__(
        self,
        tools: Tools,
        item: Item,
        before: Item | None,
        pack: Pack,
        used: Collection[str],
        posts: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        both: bool = False,
    ) -> None:
        """`both`: the texts stand there in both languages."""
        super().__init__(tools, "", parent=parent)
        self.tongue = OtherLanguage(self, shown=both)
        self.setWindowTitle(self.tr("Item {code}").format(code=item.code))
        self.save_button.setText(self.tr("Take over"))
        self._item, self._before, self._pack, self._used = item, before, pack, used
        self._other_codes = {one.code for one in pack.items} - {item.code}
        language = tools.language
        self.new_code_button = button(self.tr("Give it a new code"), do=self._renew)
        self.meaning = Banner("", "warning", self.new_code_button)
        self.meaning.hide()
        self.add_wide(self.meaning)
        self.code = QLineEdit(item.code)
        self.code.setEnabled(before is None)
        hint = self.tr("For ever: history and the ladder count by it.")
        self.add_row("code", self.tr("Code"), self.code, hint=hint, required=before is None)
        self.section = Picker([Choice(code, texts[language] or code) for code, texts in pack.sections.items()])
        self.add_row("section", self.tr("Section"), self.section, required=True)
        self.title_texts = TextPair(self.tongue, "title", self.tr("Wanted state"), item.title)
        self.kind = Picker([Choice(kind, say(language, f"answer_kind.{kind.value}")) for kind in AnswerKind])
        self.add_row("kind", self.tr("Answer"), self.kind, required=True)
        self.limit = LimitFields(item.limit, language)
        self.add_row("limit.low", self.tr("From"), self.limit.low, hint=self.tr("Both ends are still good."))
        self.add_row("limit.high", self.tr("To"), self.limit.high)
        self.add_row("limit.unit", self.tr("Unit"), self.limit.unit)
        self.standard = TextPair(self.tongue, "standard", self.tr("Standard"), item.standard, long=True)
        self.why = TextPair(self.tongue, "why", self.tr("Why it matters"), item.why, long=True)
        self._add_counting(language)
        self._add_aim(language, posts)
        self.add_section(self.tr("Steps of a process"))
        self.actor = TextPair(self.tongue, "actor", self.tr("Who acts"), item.actor, required=False)
        self.words = TextPair(self.tongue, "words", self.tr("What is said"), item.words, required=False)
        self._add_source()
        self._choose()
        self.kind.picked.connect(lambda _kind: self._kind_changed())
        for signal in (self.limit.low.textChanged, self.limit.high.textChanged, self.limit.unit.currentTextChanged):
            signal.connect(self._look)
        for editor in (*self.title_texts.editors.values(), *self.standard.editors.values()):
            editor.textChanged.connect(self._look)
        self.group.picked.connect(self._look)
        self._kind_changed()
        self.resize(92 * GRID, self.height())

    def _add_counting(self, language: str) -> None:
        self.add_section(self.tr("How it counts"))
        self.group = Picker([Choice(one, say(language, f"item_group.{one.value}")) for one in ItemGroup])
        self.weight = NumberBox(self._item.weight, least=1, most=10)
        self.gravity = Picker([Choice(one, say(language, f"gravity.{one.value}")) for one in Gravity])
        self.critical = QCheckBox(self.tr("A fail here fails the whole"))
        self.add_row("group", self.tr("Counts as"), self.group, required=True)
        hint = self.tr("1 a detail, 2 usual, 3 what every patient notices")
        self.add_row("weight", self.tr("Weight"), self.weight, hint=hint)
        self.add_row("gravity", self.tr("Gravity"), self.gravity, required=True)
        self.add_row("critical", self.tr("Critical"), self.critical)

    def _add_aim(self, language: str, posts: Mapping[str, str]) -> None:
        self.add_section(self.tr("For whom and when"))
        self.sex = Picker(
            [Choice("female", self.tr("Women")), Choice("male", self.tr("Men"))],
            optional=True,
            placeholder=self.tr("Everybody"),
        )
        self.posts = PostsPicker(posts, self._item.posts)
        self.season = Picker(
            [Choice("summer", self.tr("Summer only")), Choice("winter", self.tr("Winter only"))],
            optional=True,
            placeholder=self.tr("All the year"),
        )
        self.add_row("sex", self.tr("Sex"), self.sex)
        self.add_row("posts", self.tr("Posts"), self.posts, hint=self.tr("None ticked: every post"))
        self.add_row("season", self.tr("Season"), self.season)

    def _add_source(self) -> None:
        item = self._item
        self.add_section(self.tr("Where it comes from"))
        rules = dict.fromkeys((LADDER, item.rule))
        self.rule = Picker([Choice(one, self.tr("The ladder of sanctions") if one == LADDER else one) for one in rules])
        self.rule.choose(item.rule)
        self.source = QLineEdit(item.source)
        self.replaces = QLineEdit(", ".join(item.replaces))
        self.broken_off = QCheckBox(self.tr("The source breaks off here"))
        self.broken_off.setChecked(item.cut_off is not None)
        self.add_row("rule", self.tr("Rule"), self.rule, required=True)
        hint = self.tr("Document and section, e.g. 002 §7.1, or where else it comes from")
        self.add_row("source", self.tr("Source"), self.source, hint=hint, required=True)
        self.source.textChanged.connect(lambda _text: self._tell_source())
        self._tell_source()
        hint = self.tr("Codes of items that ask the same less strictly; walked together, they are left out")
        self.add_row("replaces", self.tr("In place of"), self.replaces, hint=hint)
        self.add_row("cut_off", self.tr("Source cut off"), self.broken_off)
        self.cut_off = TextPair(self.tongue, "cut_off", self.tr("How it breaks off"), item.cut_off, required=False)
        self.broken_off.toggled.connect(self.cut_off.set_visible)
        self.cut_off.set_visible(self.broken_off.isChecked())

    def _tell_source(self) -> None:
        """What the short form of a source means; nothing beside words of one's own."""
        typed = self.source.text().strip()
        told = source_words(typed, self.tools.language)
        self.field_row("source").say_hint("" if told == typed else told)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Beside their fields, unfolded where need be."""
        self.tongue.reveal({problem.field for problem in problems})
        super().show_problems(problems)

    def _choose(self) -> None:
        item = self._item
        self.section.choose(item.section)
        for picker, key in ((self.kind, item.kind), (self.group, item.group), (self.gravity, item.gravity)):
            picker.choose(key)
        self.critical.setChecked(item.critical)
        if item.sex:
            self.sex.choose(item.sex)
        if item.season:
            self.season.choose(item.season)

    def read_draft(self) -> Item:
        """The item as the editors show it."""
        kind = self._kind()
        return replace(
            self._item,
            code=self.code.text().strip(),
            section=str(self.section.chosen() or ""),
            title=self.title_texts.texts(),
            standard=self.standard.texts(),
            why=self.why.texts(),
            kind=kind,
            limit=self.limit.limit(kind),
            group=ItemGroup(str(self.group.chosen() or ItemGroup.PROCESS)),
            weight=self.weight.value(),
            gravity=Gravity(str(self.gravity.chosen() or Gravity.ORDINARY)),
            critical=self.critical.isChecked(),
            sex=chosen_text(self.sex),
            posts=self.posts.codes(),
            season=chosen_text(self.season),
            actor=self.actor.texts_or_none(),
            words=self.words.texts_or_none(),
            cut_off=self.cut_off.texts() if self.broken_off.isChecked() else None,
            rule=chosen_text(self.rule) or self._item.rule,
            source=self.source.text().strip(),
            replaces=tuple(self.replaces.text().replace("，", ",").replace("、", ",").replace(",", " ").split()),
        )

    def problems_in(self, draft: object) -> Sequence[Problem]:
        """What the format has against this item, by its own fields."""
        assert isinstance(draft, Item)
        headings = {draft.section: self._pack.sections.get(draft.section, {"zh": "-", "en": "-"})}
        alone = replace(self._pack, kind=PackKind.STATE, items=(draft,), sections=headings)
        found = []
        for problem in problems_in_pack(alone):
            before, _, field = problem.field.partition("items[1].")
            if not before and field:
                name = "limit.low" if field == "limit" else field
                found.append(Problem(name, problem.code, problem.values))
        if self._before is None and draft.code in self._used:
            found.append(Problem("code", "draft_code_taken", {"value": draft.code}))
        if draft.code in self._other_codes:
            found.append(Problem("code", "draft_twice", {"value": draft.code}))
        return found

    def _kind(self) -> AnswerKind:
        return AnswerKind(str(self.kind.chosen() or AnswerKind.YES_NO))

    def _kind_changed(self) -> None:
        kind = self._kind()
        self.limit.unit.offer(timed=kind is AnswerKind.STEP)
        for name in ("limit.low", "limit.high", "limit.unit"):
            row = self.field_row(name)
            row.caption.setVisible(kind in TIMED)
            row.right.setVisible(kind in TIMED)
        self._look()

    def _look(self, *_changed: object) -> None:
        """Say when the item seems to have become another one."""
        why = meaning_changes(self._before, self.read_draft()) if self._before is not None else ()
        self.meaning.say(meaning_words(why) if why else "", "warning")

    def _renew(self) -> None:
        """A new code: from now on this is another item, and the old one is retired."""
        self._before = None
        self.code.setEnabled(True)
        self.code.setText(next_code(self._pack, self._item.section, self._used))
        self._other_codes.discard(self._item.code)
        self._look()
