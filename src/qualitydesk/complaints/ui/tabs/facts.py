"""Tab 案情: what was taken down, the subjects with how they came out, what the case ended with, earlier cases."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from qualitydesk.basics.masking import masked, masked_telephone
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model import CaseLine, CasePage, Party, Relation, Subject
from qualitydesk.complaints.ui.tabs.base import Shown, Tab
from qualitydesk.complaints.ui.tabs.outside import OutsideBox
from qualitydesk.complaints.ui.words import level_numeral, level_tone, step_words, subjects_words
from qualitydesk.kit.dates import day_long, moment_words
from qualitydesk.kit.pieces import Facts, button, hbox, label, panel, vbox
from qualitydesk.kit.scrolled import scroll_column
from qualitydesk.kit.table import Table
from qualitydesk.kit.table_model import Column, TableModel
from qualitydesk.kit.theme import EDGE, GRID

_LONGEST = 8  # rows a table of the right column shows before it scrolls


class FactsTab(Tab):
    """Read only but for the dates set by others; the case's menu corrects it. Names and telephones are hidden until
    somebody asks with a reason."""

    def title(self) -> str:
        return self.tr("Facts")

    def build(self) -> None:
        self.facts = Facts()
        self.story = label("", wrap=True, selectable=True)
        self.reveal_button = button(self.tr("Show names and telephones…"), "eye", self.reveal, role="quiet")
        self.outside = OutsideBox(self.desk)
        self.desk.reveal.changed.connect(self._again)
        box = panel()
        head = hbox(label(self.tr("What happened"), "section"), None, self.reveal_button)
        column = vbox(head, self.story, self.facts, gap=GRID)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        box.setLayout(column)
        left = scroll_column(self.tr("Facts"), box)
        self.subjects = TableModel(self._subject_columns(), parent=self)
        self.subject_table = Table(
            self.subjects, name=self.tr("Subjects"), empty=self.tr("No subject yet: step 2 asks for them.")
        )
        self.ending = Facts()
        self.related = TableModel(self._related_columns(), key=lambda row: row[1].id, parent=self)
        self.related_table = Table(
            self.related, name=self.tr("Related cases"), empty=self.tr("No other case of this person, none merged.")
        )
        self.related_table.opened.connect(lambda row: self.desk.wanted(row[1].id))
        right = scroll_column(
            self.tr("Subjects and related cases"),
            label(self.tr("Subjects"), "section"),
            self.subject_table,
            self.ending,
            self.outside,
            label(self.tr("Earlier and merged cases"), "section"),
            self.related_table,
        )
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for part in (left, right):
            split.addWidget(part)
        split.setSizes([74 * GRID, 66 * GRID])
        self.setLayout(vbox(split))

    def _subject_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Subject"), lambda one: say(self.language, f"subject.{one.kind}"), width=112),
            Column(self.tr("In words"), lambda one: one.words, stretch=True),
            Column(self.tr("Outcome"), self._outcome, width=128),
        )

    def _outcome(self, one: Subject) -> str:
        if one.split_to is not None:
            return self.tr("now {number}").format(number=one.split_to[1])
        return say(self.language, f"outcome.{one.outcome}") if one.outcome is not None else ""

    def _related_columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Number"), lambda row: row[1].number, width=120),
            Column(self.tr("How"), lambda row: row[0], width=72),
            Column(
                self.tr("Received"),
                lambda row: row[1].received_at,
                text=lambda at: moment_words(at)[:10],
                tip=lambda row: moment_words(row[1].received_at),
                align="right",
                width=96,
            ),
            Column(
                self.tr("Level"),
                lambda row: level_numeral(row[1].level),
                tone=lambda row: level_tone(row[1].level),
                width=56,
            ),
            Column(self.tr("Subjects"), lambda row: subjects_words(row[1], self.language), stretch=True),
            Column(self.tr("Step"), lambda row: step_words(row[1].step, self.language), width=104),
        )

    def reveal(self) -> None:
        """Ask why, then show names and telephones in full."""
        if self.shown is not None:
            self.desk.reveal.ask(self.shown.case_id, self.shown.page.line.number)

    def _again(self) -> None:
        if self.shown is not None:
            self.show_case(self.shown)

    def show_case(self, shown: Shown) -> None:
        page = shown.page
        self.reveal_button.setVisible(not self.desk.reveal.is_open(shown.case_id))
        self.outside.show_case(shown)
        self.story.setText(page.intake.narrative)
        self.facts.show_facts([*self._facts(shown), *self._wishes(page)])
        self.subjects.show_rows(page.subjects)
        self.subject_table.keep_high(1, _LONGEST)
        self.ending.show_facts(self._ending(page))
        self.ending.setVisible(bool(page.summary or page.prevention or page.cause))
        self.related.show_rows(self._related(page))
        self.related_table.keep_high(1, _LONGEST)

    def _facts(self, shown: Shown) -> list[tuple[str, str]]:
        page, intake, language = shown.page, shown.page.intake, self.language
        where = " · ".join(
            part for part in (intake.place, say(language, f"service_node.{intake.node}") if intake.node else "") if part
        )
        received = moment_words(page.line.received_at, shown.zone)
        if intake.backdate_reason:
            received = f"{received} · {intake.backdate_reason}"
        facts = [
            (self.tr("Institution"), page.line.institution),
            (self.tr("Channel"), say(language, f"channel.{intake.channel}")),
            (self.tr("Received"), received),
            (self.tr("Taken down by"), page.received_by),
            (self.tr("Complainant"), self.tr("Anonymous") if intake.anonymous else self._party(intake.complainant)),
        ]
        if intake.relation is not Relation.SELF:
            facts.append((self.tr("Relation"), say(language, f"relation.{intake.relation}")))
            facts.append((self.tr("Patient"), self._party(intake.patient)))
        facts += [(self.tr("Happened on"), day_long(intake.happened_on)), (self.tr("Where"), where)]
        facts.append((self.tr("Handled by"), page.line.handler))
        if intake.outside_number and intake.outside_number not in {one.reference for one in page.externals}:
            facts.append((self.tr("Number outside"), intake.outside_number))
        if page.merged_into is not None:
            facts.append((self.tr("Merged into"), page.merged_into[1]))
        if page.split_from is not None:
            facts.append((self.tr("Split off from"), page.split_from[1]))
        return facts

    def _party(self, party: Party) -> str:
        """Name, sex and telephone; masked unless the case is seen in full."""
        sex = say(self.language, f"sex.{party.sex}") if party.sex is not None else ""
        name, telephone = party.name, party.telephone
        if self.shown is None or not self.desk.reveal.is_open(self.shown.case_id):
            name, telephone = masked(name), masked_telephone(telephone)
        return " · ".join(part for part in (name, sex, telephone) if part)

    def _wishes(self, page: CasePage) -> list[tuple[str, str]]:
        between = "、" if self.language == "zh" else ", "
        remedies = between.join(say(self.language, f"remedy.{one}") for one in page.intake.remedies)
        return [
            (self.tr("Remedy sought"), remedies),
            (self.tr("In the complainant's words"), page.intake.demand),
            (self.tr("Stated intent"), page.intake.intent),
        ]

    def _ending(self, page: CasePage) -> list[tuple[str, str]]:
        facts = [(self.tr("Cause"), page.cause)] if page.cause else []
        if page.summary:
            facts.append((self.tr("Closing summary"), page.summary))
        prevention = page.prevention
        if prevention is not None and prevention.measure_id is not None:
            words = self.tr("A measure is set; its effect is looked at on {day}: {criterion}").format(
                day=day_long(prevention.effect_on), criterion=prevention.criterion
            )
            facts.append((self.tr("Prevention"), words))
        elif prevention is not None:
            facts.append(
                (self.tr("Prevention"), self.tr("None needed: {reason}").format(reason=prevention.none_reason))
            )
        return facts

    def _related(self, page: CasePage) -> list[tuple[str, CaseLine]]:
        merged = [(self.tr("Merged"), line) for line in page.merged]
        known = {line.id for line in page.merged}
        others = [line for line in page.earlier if line.id not in known]
        now = page.line.received_at
        return merged + [(self.tr("Earlier") if line.received_at <= now else self.tr("Later"), line) for line in others]
