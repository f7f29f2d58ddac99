"""A pack at a glance: what for and for whom, how long it takes, what is measured, where it comes from, its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model.editions import Origin, PackOnShelf
from qualitydesk.inspections.model.profiles import Profiles
from qualitydesk.inspections.rules import pack_words
from qualitydesk.inspections.rules.sources import sources_words
from qualitydesk.kit.dates import moment_words
from qualitydesk.kit.pieces import Chip, Facts, hbox, label, vbox
from qualitydesk.kit.theme import EDGE


class PackCard(QWidget):
    """Shows one pack; its words can be selected and copied."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self._language = language
        self.name = label("", "title", wrap=True, selectable=True)
        self.state = Chip()
        self.kind = Chip()
        self.purpose = label("", wrap=True, selectable=True)
        self.facts = Facts()
        self.broken = label("", wrap=True, tone="warning", selectable=True)
        self.measured_title = label(self.tr("Measured and timed"), "section")
        self.measured = label("", wrap=True, selectable=True)
        column = vbox(
            self.name,
            hbox(self.state, self.kind, None),
            self.purpose,
            self.facts,
            self.broken,
            self.measured_title,
            self.measured,
            None,
        )
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self.setLayout(column)

    def show_pack(self, line: PackOnShelf, posts: Mapping[str, str], profiles: Profiles) -> None:
        """Tell everything about a pack. `posts`: names by code; `profiles`: what each post is inspected with."""
        pack, language = line.pack, self._language
        self.name.setText(pack.name[language])
        self.state.say(self.tr("On") if line.on else self.tr("Off"), "good" if line.on else "muted")
        self.kind.say(say(language, f"pack_kind.{pack.kind.value}"), "info" if pack.kind == "process" else "muted")
        self.purpose.setText(pack.purpose[language])
        self.facts.show_facts(self._facts(line, posts, profiles))
        measured = pack_words.measured_words(pack.items, language)
        self.measured.setText("\n".join(f"· {words}" for words in measured))
        for part in (self.measured_title, self.measured):
            part.setVisible(bool(measured))
        broken = pack_words.off_limits(pack.items)
        code = "handbook.cut_off_one" if broken == 1 else "handbook.cut_off"
        self.broken.setText(say(language, code, count=broken) if broken else "")
        self.broken.setVisible(bool(broken))
        self.setAccessibleName(pack.name[language])
        self.setAccessibleDescription(pack.purpose[language])

    def _facts(self, line: PackOnShelf, posts: Mapping[str, str], profiles: Profiles) -> Sequence[tuple[str, str]]:
        pack, language = line.pack, self._language
        named = [posts.get(code, code) for code, codes in profiles.items() if pack.code in codes]
        return (
            (self.tr("For whom"), pack_words.whom_words(pack, posts, language)),
            (self.tr("How"), pack_words.how_words(pack, language)),
            (self.tr("Time"), pack_words.minutes_words(pack, language)),
            (self.tr("Items"), pack_words.items_words(pack, language)),
            (self.tr("Weights"), pack_words.weights_words(pack, language)),
            (self.tr("Pass mark"), f"{pack.pass_mark:.0%}"),
            (self.tr("Source"), sources_words(pack.items, language)),
            (self.tr("Profiles"), pack_words.BETWEEN[language].join(named) or self.tr("Of no post")),
            (self.tr("Edition"), self._edition(line)),
            (self.tr("Trade"), self.tr("Another trade") if pack.off else self.tr("Clinics")),
            (self.tr("Code"), pack.code),
        )

    def _edition(self, line: PackOnShelf) -> str:
        words = self.tr("{number}, since {day}, {origin}")
        return words.format(
            number=line.pack.edition, day=moment_words(line.adopted_at)[:10], origin=_origin_words(line.origin)
        )


def _origin_words(origin: Origin) -> str:
    if origin is Origin.SHIPPED:
        return QCoreApplication.translate("PackCard", "came with the program")
    if origin is Origin.EDITED:
        return QCoreApplication.translate("PackCard", "edited here")
    return QCoreApplication.translate("PackCard", "imported")
