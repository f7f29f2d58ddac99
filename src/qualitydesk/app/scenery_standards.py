"""The page and dialogs of the rail's entry 标准, for the gallery: packs, editor, editions, files in and out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.model import PackKind
from qualitydesk.inspections.model.editions import PackDraft
from qualitydesk.inspections.service.pack_files import PackFiles
from qualitydesk.inspections.ui.report.handbook_dialog import HandbookDialog
from qualitydesk.inspections.ui.standards.editor import PackEditor
from qualitydesk.inspections.ui.standards.profiles_dialog import ProfilesDialog
from qualitydesk.inspections.ui.standards_page import StandardsPage
from qualitydesk.papers.ui.preview_dialog import PreviewDialog

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage

SHOWN = "telephone"


def standards_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab), as `app.scenery` asks for them."""
    page = stage.page("standards", StandardsPage)
    yield "standards", stage.window
    yield "standards-preview", stage.dialog(page.preview)
    yield "standards-profiles", stage.dialog(page.desk.profiles)
    yield "standards-handbook", stage.dialog(page.handbook)
    page.filters.kind.choose(PackKind.PROCESS)
    page.filters.changed.emit()
    stage.until(lambda: True)
    yield "standards-processes", stage.window
    page.filters.show_all()
    page.search.setText("30")
    stage.until(lambda: True)
    yield "standards-search", stage.window
    page.search.clear()
    if not page.pack_table.select_key(SHOWN):
        return
    yield from _profiles(stage, page)
    page.lead_to(SHOWN, "T-RING-01")
    stage.until(lambda: True)
    yield "standards-item-read", stage.window
    for code, item in (("guide_seven_steps", "GS-HAND-01"), ("environment_hall", "E-LIGHT-01"), (SHOWN, "T-NORM-01")):
        page.lead_to(code, item)
        stage.until(lambda: True)
        yield f"standards-preview-{code}", stage.dialog(page.preview)
    yield "standards-editor", _editor(stage, page)
    editor = _editor(stage, page)
    yield from _over(stage, "standards-item", editor.items.edit(editor.items.items[3]))
    yield from _over(stage, "standards-item-new", _editor(stage, page).items.add())
    yield from _over(stage, "standards-sections", _editor(stage, page).edit_sections())
    yield "standards-new", stage.dialog(page.new_pack)
    yield "standards-export", stage.dialog(page.export)
    yield "standards-switch", stage.dialog(page.switch)
    yield from _editions(stage, page)


def _profiles(stage: Stage, page: StandardsPage) -> Iterator[tuple[str, QWidget]]:
    """A post's profile, and the handbook of what the post is inspected with, as it is wished and as it is printed."""
    dialog = stage.dialog(page.desk.profiles)
    assert isinstance(dialog, ProfilesDialog)
    dialog.table.select_key("guide")
    yield "standards-profile", stage.dialog(dialog.edit)
    for packs, post, name in (((), "guide", "post"), ((SHOWN,), "", "pack")):
        asked = stage.dialog(partial(stage.desk.papers.handbook, packs, post))
        assert isinstance(asked, HandbookDialog)
        yield f"handbook-{name}", asked
        asked = stage.dialog(partial(stage.desk.papers.handbook, packs, post))
        assert isinstance(asked, HandbookDialog)
        asked.save_button.click()
        stage.until(lambda: any(isinstance(one, PreviewDialog) for one in stage.dialogs()))
        yield f"handbook-{name}-preview", stage.dialogs()[-1]


def _editor(stage: Stage, page: StandardsPage) -> PackEditor:
    editor = stage.dialog(page.edit)
    assert isinstance(editor, PackEditor)
    return editor


def _over(stage: Stage, name: str, dialog: QWidget | None) -> Iterator[tuple[str, QWidget]]:
    """A dialog over the editor, at rest."""
    assert dialog is not None
    stage.until(lambda: True)
    yield name, dialog


def _editions(stage: Stage, page: StandardsPage) -> Iterator[tuple[str, QWidget]]:
    """A second edition, its differences, and the first one coming back in a file; then a file full of faults."""
    services, language = stage.desk.services, stage.desk.tools.language
    number = services.standards.editions(SHOWN)[-1].number
    first = services.standards.pack(SHOWN, number)
    changed = replace(first, minutes=20, items=(replace(first.items[0], weight=3), *first.items[1:]))
    reason = "按第三季度复核调整" if language == "zh" else "After the third quarter's review"
    if len(services.standards.editions(SHOWN)) == 1:  # another theme may have been photographed before
        services.standards.save_edition(PackDraft(changed, number, reason), stage.desk.by())
    page.refresh(frozenset())
    stage.until(lambda: True)
    page.lead_to(SHOWN)
    yield "standards-editions", stage.dialog(page.history)
    files, path = PackFiles(services.standards), stage.program.folder / f"{first.name[language]}.xlsx"
    files.write_workbook([first, services.standards.pack("appearance_men", 1)], path, language, {})
    yield "standards-import", stage.dialog(partial(page.desk.read_file, path))
    broken = stage.program.folder / f"{first.name[language]}.toml"
    files.write_toml([first], broken)
    text = (
        broken.read_text("utf-8").replace('kind = "measured"', 'kind = "guessed"').replace("weight = 2", "weight = 20")
    )
    broken.write_text(text, encoding="utf-8")
    yield "standards-import-refused", stage.dialog(partial(page.desk.read_file, broken))
