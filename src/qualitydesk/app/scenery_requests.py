"""Pictures of internal requests and of wishes for the gallery: lists, one in each state, the windows of each step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualitydesk.app.pages.requests import show_request, show_wish
from qualitydesk.complaints.model.requests import RequestState
from qualitydesk.complaints.model.wishes import WishState
from qualitydesk.complaints.ui.requests import RequestPage, RequestsPage
from qualitydesk.complaints.ui.requests.ask_dialog import AskRequestDialog
from qualitydesk.complaints.ui.wishes import WishesPage, WishPage
from qualitydesk.complaints.ui.wishes.wish_dialog import WishDialog

if TYPE_CHECKING:
    from qualitydesk.app.scenery import Stage


def request_scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Both lists, then one of each state with its next step."""
    page = stage.page("requests", RequestsPage)
    yield "requests", stage.window
    page.more.click()
    page.show_all()
    stage.until(lambda: True)
    yield "requests-all", stage.window
    page.more.click()
    dialog = stage.dialog(page.begin)
    assert isinstance(dialog, AskRequestDialog)
    dialog.earlier.click()
    dialog.save_button.click()
    stage.until(lambda: True)
    yield "request-new-problems", dialog
    yield from _requests(stage)
    listed = stage.page("wishes", WishesPage)
    listed.show_all()
    stage.until(lambda: True)
    yield "wishes", stage.window
    logging = stage.dialog(listed.begin)
    assert isinstance(logging, WishDialog)
    yield "wish-new", logging
    yield from _wishes(stage)


def _requests(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    lines = stage.desk.services.requests.lines(limit=None)
    shown: set[tuple[RequestState, bool]] = set()
    for line in lines:
        key = (line.state, bool(line.returned))
        if key in shown:
            continue
        shown.add(key)
        show_request(stage.desk, line.id, lambda: None)
        stage.until(lambda: True)
        page = stage.desk.page("request")
        assert isinstance(page, RequestPage)
        name = f"request-{line.state}{'-again' if line.returned else ''}"
        yield name, stage.window
        if line.returned:
            continue
        for verb, made in page.verbs.items():
            if made.isVisible() and verb not in ("note", "attach"):
                yield f"{name}-{verb}", stage.dialog(made.click)
        yield f"{name}-clock", stage.dialog(page.clocks.show_all)


def _wishes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    shown: set[WishState] = set()
    for line in stage.desk.services.wishes.lines(limit=None):
        if line.state in shown and not line.flagged:
            continue
        shown.add(line.state)
        show_wish(stage.desk, line.id, lambda: None)
        stage.until(lambda: True)
        page = stage.desk.page("wish")
        assert isinstance(page, WishPage)
        name = f"wish-{line.state}{'-flagged' if line.flagged else ''}"
        yield name, stage.window
        for verb in ("forward", "answer", "case"):
            if page.verbs[verb].isVisible():
                yield f"{name}-{verb}", stage.dialog(partial(page.verbs[verb].click))
