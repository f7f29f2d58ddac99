"""What can be done with packs on the standards page: each wish becomes a dialog, a question or a write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualitydesk.basics.changes import By
from qualitydesk.directory.service import Directory
from qualitydesk.inspections.model import Pack, PackKind, Target
from qualitydesk.inspections.model.editions import PackOnShelf
from qualitydesk.inspections.rules.editions import OWN
from qualitydesk.inspections.service import Standards
from qualitydesk.inspections.service.pack_files import PackFile, PackFiles
from qualitydesk.inspections.ui.standards.editions_dialog import EditionsDialog, read_history
from qualitydesk.inspections.ui.standards.editor import Offered, PackEditor
from qualitydesk.inspections.ui.standards.export_dialog import ExportDialog
from qualitydesk.inspections.ui.standards.import_dialog import PackImportDialog
from qualitydesk.inspections.ui.standards.profiles_dialog import ProfileLine, ProfilesDialog, read_profiles
from qualitydesk.kit.tools import Tools


@dataclass(frozen=True)
class Bench:
    """What the deeds work with."""

    tools: Tools
    standards: Standards
    directory: Directory
    by: Callable[[], By]


class StandardsDesk(QObject):
    """The deeds of the standards page. `show(pack code)` leads the page to what was made.

    Signals: `handbook_wanted(pack codes, post code)` a booklet of these packs, or of what the post is inspected with.
    """

    handbook_wanted = Signal(object, str)

    def __init__(self, bench: Bench, page: QWidget, show: Callable[[str], object]) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self._show = show
        self._files = PackFiles(bench.standards)
        self.posts: Mapping[str, str] = {}

    def has_draft(self) -> bool:
        """Whether an editor stands open with something unsaved."""
        return any(editor.is_changed() for editor in self._page.findChildren(PackEditor) if editor.isVisible())

    def edit(self, pack: Pack) -> None:
        """The newest edition of a pack in the editor."""
        self._offer(lambda offered: self._open_editor(pack, pack, offered))

    def create(self, like: Pack | None) -> None:
        """A new pack: empty, or a copy of one."""

        def chosen(key: object) -> None:
            if key == "copy" and like is not None:
                self._offer(lambda offered: self._open_editor(copy_of(like, offered), None, offered))
            else:
                self._offer(lambda offered: self._open_editor(empty_pack(), None, offered))

        if like is None:
            chosen("empty")
            return
        language = self._bench.tools.language
        choices = [
            ("empty", self.tr("An empty pack")),
            ("copy", self.tr("A copy of: {pack}").format(pack=like.name[language])),
        ]
        prompts = self._bench.tools.prompts
        prompts.choose(self._page, self.tr("New pack"), self.tr("What is it to begin with?"), choices, then=chosen)

    def switch(self, line: PackOnShelf) -> None:
        """Off after a question, on at once."""
        bench = self._bench

        def write() -> None:
            bench.tools.operations.write(
                bench.standards.switch, line.code, not line.on, bench.by(), then=lambda _done: None, asker=self._page
            )

        if not line.on:
            write()
            return
        name = line.pack.name[bench.tools.language]
        words = self.tr(
            "New rounds will no longer be offered {pack}. Rounds under way go on with it, and reports stay."
        )
        bench.tools.prompts.ask(
            self._page, self.tr("Switch off?"), words.format(pack=name), yes=self.tr("Switch off"), then=write
        )

    def history(self, pack: Pack) -> None:
        """A pack's editions and how they differ."""
        bench = self._bench

        def found(history: object) -> None:
            EditionsDialog(bench.tools, bench.standards, pack, history, self.posts, self._page).open()  # type: ignore[arg-type]

        bench.tools.operations.read(
            self._page, read_history, bench.standards, bench.directory, pack.code, then=found, topic="history"
        )

    def profiles(self) -> None:
        """Which packs each post is inspected with."""
        bench = self._bench

        def found(lines: Sequence[ProfileLine]) -> None:
            dialog = ProfilesDialog(bench.tools, bench.standards, bench.directory, bench.by, lines, self._page)
            dialog.handbook_wanted.connect(lambda post: self.handbook_wanted.emit((), post))
            dialog.open()

        bench.tools.operations.read(
            self._page, read_profiles, bench.standards, bench.directory, then=found, topic="profiles"
        )

    def export(self, packs: Sequence[Pack], chosen: Pack | None) -> None:
        """Packs into a file."""
        dialog = ExportDialog(self._bench.tools, self._files, packs, chosen, self.posts, self._page)
        dialog.open()

    def take_in(self) -> None:
        """Packs from a file: first read and shown, then taken over on confirmation."""
        tools = self._bench.tools
        kinds = self.tr("Packs (*.toml *.xlsx *.zip)")
        tools.prompts.open_path(self._page, self.tr("Import packs"), kinds, self.read_file)

    def read_file(self, path: Path) -> None:
        """Read a file off the GUI thread and show what stands in it."""
        tools = self._bench.tools

        def found(file: PackFile) -> None:
            PackImportDialog(
                tools, self._bench.standards, path.name, file, self._bench.by, self._show, self._page
            ).open()

        tools.operations.read(
            self._page, self._files.read, path, tools.language, dict(self.posts), then=found, topic="import"
        )

    def _offer(self, then: Callable[[Offered], object]) -> None:
        bench = self._bench
        bench.tools.operations.read(
            self._page, _read_offered, bench.standards, bench.directory, then=then, topic="offered"
        )

    def _open_editor(self, pack: Pack, base: Pack | None, offered: Offered) -> None:
        bench = self._bench
        editor = PackEditor(bench.tools, bench.standards, pack, base, offered, bench.by, self._page)
        editor.saved.connect(lambda done: self._show(done.code))
        editor.open()


def _read_offered(standards: Standards, directory: Directory) -> Offered:
    packs = frozenset(pack.code for pack in standards.all_packs())
    posts = {post.code: post.name for post in directory.posts() if post.active}
    return Offered(standards.used(), packs, posts)


def empty_pack() -> Pack:
    """A pack with nothing in it yet."""
    nothing = {"zh": "", "en": ""}
    return Pack("", 1, nothing, nothing, Target.PERSON, {}, (), kind=PackKind.STATE)


def copy_of(pack: Pack, offered: Offered) -> Pack:
    """The same pack under a code of its own, every item under a new one: its history is its own."""
    number = 2
    while f"{pack.code[:36]}_{number}" in offered.packs:
        number += 1
    letters = "".join(word[0] for word in pack.code.upper().split("_") if word[:1].isalpha())[:6] or "X"
    beginning = f"{OWN}-{letters}"
    while any(code.startswith(f"{beginning}{number}-") for code in offered.used):
        number += 1
    items = tuple(
        replace(item, code=f"{beginning}{number}-{at:02d}", replaces=()) for at, item in enumerate(pack.items, 1)
    )
    return replace(pack, code=f"{pack.code[:36]}_{number}", edition=1, items=items, off=False)
