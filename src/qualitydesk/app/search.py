"""Ctrl+K: pages and everything the database has, found by name, number or pinyin initials, and opened where it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from qualitydesk.basics.initials import initials_of, letters_of, place_in
from qualitydesk.basics.phrases import say
from qualitydesk.kit.palette import Hit, Palette
from qualitydesk.rulebook.model import Rule
from qualitydesk.rulebook.ui.words import title_words
from qualitydesk.today.model import Found, FoundKind

if TYPE_CHECKING:
    from qualitydesk.app.wiring import Desk

PAGE = "page"
COMMAND = "command"
RULE = "rule"
RECENT = 12
_KEPT = "search"  # under which name the settings keep what was opened lately


class Search(QObject):
    """The search of one window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._language = desk.tools.language
        self._pages = {
            key: (title, entry.title if entry.pages else "")
            for entry in desk.shell.entries()
            for key, title in entry.pages or ((entry.key, entry.title),)
        }
        self._commands = {
            "cases": (self.tr("Import cases"), self._import_cases),
            "inspection_plan": (self.tr("Suggest the next round"), self._next_round),
        }
        self._rules = {rule.value: say(self._language, f"rule.name.{rule}") for rule in Rule}
        self._initials: dict[str, str] = {}
        self._letters: dict[str, tuple[tuple[str, ...], ...]] = {}

    def open(self) -> Palette:
        """Show the line to type in."""
        self._letters = {}  # a new edition may have another title
        palette = Palette(
            self._desk.tools,
            self.tr("Search everything"),
            self.tr("Page, name, number or initials"),
            self._at_hand,
            self._search,
            parent=self._desk.shell,
        )
        palette.wanted.connect(self._go)
        palette.open()
        return palette

    def _at_hand(self, text: str) -> list[Hit]:
        """What fits by its title or its initials: pages, what can be begun, rules; all pages without a text."""
        typed = text.casefold()
        group = self.tr("Pages")
        todo = [
            Hit((COMMAND, key), self.tr("Commands"), title, self._pages[key][0] if key in self._pages else "")
            for key, (title, _do) in self._commands.items()
            if typed and (typed in title.casefold() or f" {typed}" in self._initials.get(COMMAND + key, ""))
        ]
        rules = [
            Hit((RULE, rule), self.tr("Rules"), name, self._pages["rulebook"][0])
            for rule, name in self._rules.items()
            if typed and (typed in name.casefold() or place_in(typed, self._letters.get(rule, ())) >= 0)
        ]
        pages = [
            Hit((PAGE, key), group, title, around)
            for key, (title, around) in self._pages.items()
            if not typed or typed in f"{title} {around}".casefold() or f" {typed}" in self._initials.get(key, "")
        ]
        return pages + todo + rules

    def _search(self, text: str) -> list[Hit]:
        """On a read lane: what fits, or what was opened lately."""
        if not self._initials:  # a dictionary is loaded for them: not in the GUI thread
            self._initials = {key: "".join(map(initials_of, titles)) for key, titles in self._pages.items()}
            self._initials |= {COMMAND + key: initials_of(title) for key, (title, _do) in self._commands.items()}
        if not self._letters:
            self._read_rules()
        finder = self._desk.services.finder
        if text:
            return [self._hit(found) for found in finder.find(text)]
        lately = [(FoundKind(kind), key) for kind, key in self._lately() if kind in set(FoundKind)]
        return [self._hit(found, QCoreApplication.translate("Search", "Recent")) for found in finder.present(lately)]

    def _read_rules(self) -> None:
        """Rules by the titles of the editions in force: the names they have on every page and paper."""
        rulebook = self._desk.services.rulebook
        today, names = rulebook.today(), dict(self._rules)
        for line in rulebook.overview():
            names[line.rule] = title_words(line.in_force(today) or line.newest, line.rule, self._language)
        self._rules = names
        self._letters = {rule: letters_of(name) for rule, name in names.items()}

    def _hit(self, found: Found, group: str = "") -> Hit:
        language = self._language
        group = group or say(language, f"found.{found.kind}")
        key = (found.kind.value, found.key)
        if found.kind is FoundKind.EMPLOYEE:
            return Hit(key, group, found.words, found.number)
        if found.kind is FoundKind.ITEM:
            note = f"{found.number} · {found.pack.get(language, '')}"
            return Hit(key, group, found.titles.get(language, found.number), note)
        if found.kind is FoundKind.CUSTOMER:
            return Hit(key, group, found.words, f"{found.number} · {found.institution}")
        words = say(language, f"round_kind.{found.words}") if found.kind is FoundKind.ROUND else found.words
        return Hit((*key, found.state), group, f"{found.number} · {words}", found.institution)

    def _lately(self) -> list[tuple[str, str]]:
        kept = self._desk.settings.current.choices.get(_KEPT, [])
        pairs = [pair for pair in kept if isinstance(pair, list) and len(pair) == 2] if isinstance(kept, list) else []
        return [(str(kind), str(key)) for kind, key in pairs]

    def _remember(self, kind: str, key: str) -> None:
        lately = [(kind, key), *(pair for pair in self._lately() if pair != (kind, key))][:RECENT]
        choices = self._desk.settings.current.choices
        self._desk.settings.change(choices={**choices, _KEPT: [list(pair) for pair in lately]})

    def _go(self, hit: Hit) -> None:
        """Open it where it is; whatever is being entered is asked about first."""
        assert isinstance(hit.key, tuple)
        kind, key, *rest = hit.key
        if not self._desk.shell.may_leave():
            self._desk.shell.say_draft_open()
            return
        if kind == PAGE:
            self._desk.open_page(key)
            return
        if kind == COMMAND:
            self._commands[key][1]()
            return
        if kind == RULE:
            from qualitydesk.app.pages.settings import show_rule  # not for the start: see `pages`

            show_rule(self._desk, key)
            return
        self._remember(kind, key)
        self._open(FoundKind(kind), key, rest[0] if rest else "")

    def _next_round(self) -> None:
        from qualitydesk.inspections.ui.plan_calendar import PlanCalendarPage  # not for the start: see `pages`

        page = self._desk.page("inspection_plan")
        assert isinstance(page, PlanCalendarPage)
        self._desk.open_page("inspection_plan")
        page.suggest()

    def _import_cases(self) -> None:
        from qualitydesk.complaints.ui.cases_page import CasesPage  # not for the start: see `pages`

        self._desk.open_page("cases")
        page = self._desk.page("cases")
        assert isinstance(page, CasesPage)
        page.import_cases()

    def _open(self, kind: FoundKind, key: str, more: str) -> None:
        """`more`: the state of a round."""
        from qualitydesk.app.pages.complaints import show_case  # not for the start: see `pages`
        from qualitydesk.app.pages.directory import show_employee
        from qualitydesk.app.pages.findings import show_measure
        from qualitydesk.app.pages.members import show_customer
        from qualitydesk.app.pages.requests import show_request, show_wish
        from qualitydesk.app.pages.standards import show_item

        desk = self._desk
        back = partial(desk.open_page, desk.shell.open_key())
        if kind is FoundKind.ROUND:
            if more == "open":
                desk.walk(UUID(key))
            else:
                desk.show_result(UUID(key))
        elif kind is FoundKind.SLIP:
            desk.show_slip(UUID(key), back)
        elif kind is FoundKind.MEASURE:
            show_measure(desk, UUID(key), back)
        elif kind is FoundKind.CASE:
            show_case(desk, UUID(key), back)
        elif kind is FoundKind.REQUEST:
            show_request(desk, UUID(key), back)
        elif kind is FoundKind.WISH:
            show_wish(desk, UUID(key), back)
        elif kind is FoundKind.CUSTOMER:
            show_customer(desk, UUID(key))
        elif kind is FoundKind.EMPLOYEE:
            show_employee(desk, UUID(key))
        else:
            show_item(desk, *key.split("/", 1))
