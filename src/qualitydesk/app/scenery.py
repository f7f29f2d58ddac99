"""Brings each page and dialog of the running program to the screen, one after another, for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from qualitydesk.app.first_run import FirstRun
from qualitydesk.app.scenery_calendar import calendar_scenes
from qualitydesk.app.scenery_complaints import complaint_scenes
from qualitydesk.app.scenery_contacts import contact_scenes
from qualitydesk.app.scenery_directory import directory_scenes
from qualitydesk.app.scenery_findings import finding_scenes, measure_scenes
from qualitydesk.app.scenery_members import gift_scenes, member_scenes, purchase_scenes
from qualitydesk.app.scenery_papers import paper_scenes
from qualitydesk.app.scenery_penalties import penalty_scenes
from qualitydesk.app.scenery_photos import photo_scenes
from qualitydesk.app.scenery_plan import plan_scenes
from qualitydesk.app.scenery_records import record_scenes
from qualitydesk.app.scenery_requests import request_scenes
from qualitydesk.app.scenery_rewards import reward_scenes
from qualitydesk.app.scenery_rounds import round_scenes
from qualitydesk.app.scenery_rulebook import rulebook_scenes
from qualitydesk.app.scenery_signatures import signature_scenes
from qualitydesk.app.scenery_standards import standards_scenes
from qualitydesk.app.scenery_tiers import tier_scenes
from qualitydesk.app.scenery_today import today_scenes, trouble_scenes, waiting_scenes
from qualitydesk.app.scenery_trends import trend_scenes
from qualitydesk.app.start import Program
from qualitydesk.app.wiring import Desk
from qualitydesk.inspections.model import PackKind, RoundFilter, RoundLine, RoundState
from qualitydesk.inspections.ui.result import ResultPage
from qualitydesk.inspections.ui.rounds_page import RoundsPage
from qualitydesk.kit.crash import CrashDialog
from qualitydesk.kit.page import Page

Until = Callable[[Callable[[], bool]], None]
Dialogs = Callable[[], list[QWidget]]
P = TypeVar("P", bound=Page)


class Stage:
    """The desk with the means to wait and to look for dialogs."""

    def __init__(self, program: Program, until: Until, dialogs: Dialogs) -> None:
        desk = program.window.desk
        assert desk is not None
        self.program = program
        self.desk: Desk = desk
        self.window = program.window
        self.until = until
        self.dialogs = dialogs

    def page(self, key: str, kind: type[P]) -> P:
        """Open a page of the rail and let it come to rest."""
        self.window.open_page(key)
        self.until(lambda: True)
        page = self.desk.page(key)
        assert isinstance(page, kind)
        return page

    def dialog(self, opening: Callable[[], object]) -> QWidget:
        """Do something that opens a dialog; gives it at rest."""
        opening()
        self.until(lambda: bool(self.dialogs()))
        return self.dialogs()[-1]

    def button(self, page: QWidget, icon_name: str) -> QPushButton | None:
        """The button of a page that wears an icon, if it can be pressed."""
        wearing = (b for b in page.findChildren(QPushButton) if b.property("icon_name") == icon_name)
        return next((button for button in wearing if button.isVisible() and button.isEnabled()), None)


def all_scenes(program: Program, until: Until, dialogs: Dialogs) -> Iterator[tuple[str, QWidget]]:
    """(name, widget to grab) for everything the program can show with the data it has."""
    stage = Stage(program, until, dialogs)
    yield from today_scenes(stage)
    yield from _rounds(stage)
    yield from round_scenes(stage)
    yield from plan_scenes(stage)
    yield from photo_scenes(stage)
    yield from finding_scenes(stage)
    yield from measure_scenes(stage)
    yield from complaint_scenes(stage)
    yield from request_scenes(stage)
    yield from penalty_scenes(stage)
    yield from record_scenes(stage)
    yield from waiting_scenes(stage)
    yield from reward_scenes(stage)
    yield from signature_scenes(stage)
    yield from member_scenes(stage)
    yield from contact_scenes(stage)
    yield from tier_scenes(stage)
    yield from purchase_scenes(stage)
    yield from gift_scenes(stage)
    yield from trend_scenes(stage)
    yield from standards_scenes(stage)
    yield from directory_scenes(stage)
    yield from paper_scenes(stage)
    yield from _around(stage)
    yield from trouble_scenes(stage)


def _rounds(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("rounds", RoundsPage)
    yield "rounds", stage.window
    yield "rounds-new", stage.dialog(page.begin)
    if give_up := stage.button(page, "x"):
        yield "rounds-give-up", stage.dialog(give_up.click)
    rounds = stage.desk.services.rounds
    opened = rounds.lines(RoundFilter(state=RoundState.OPEN), limit=2)
    for name, line in reversed(list(zip(("walk", "walk-process"), opened, strict=False))):
        stage.desk.walk(line.id)
        stage.until(lambda: True)
        yield name, stage.window
    if opened:
        walk = stage.desk.page("walk")
        yield "walk-keys", stage.dialog(walk.key_table.show_help)
        if pass_all := stage.button(walk, "check"):
            yield "walk-pass-all", stage.dialog(pass_all.click)
    finished = [line for line in rounds.lines(RoundFilter(state=RoundState.FINISHED), limit=60) if line.failed]
    if finished:
        stage.desk.show_result(finished[0].id)
        stage.until(lambda: True)
        result = stage.desk.page("result")
        assert isinstance(result, ResultPage)
        for turn in filter(result.tabs.isTabVisible, range(result.tabs.count())):
            result.tabs.setCurrentIndex(turn)
            stage.until(lambda: True)
            yield f"result-{turn + 1}", stage.window
        yield from _process_result(stage, finished)


def _process_result(stage: Stage, finished: Sequence[RoundLine]) -> Iterator[tuple[str, QWidget]]:
    """The newest round in which somebody was followed step by step."""
    rounds = stage.desk.services.rounds
    alone = [line.id for line in finished if line.people == 1]
    followed = (one for one in alone if any(pack.kind is PackKind.PROCESS for pack in rounds.walk(one).packs))
    for round_id in islice(followed, 1):
        stage.desk.show_result(round_id)
        stage.until(lambda: True)
        result = stage.desk.page("result")
        assert isinstance(result, ResultPage)
        result.tabs.setCurrentWidget(result.steps)
        stage.until(lambda: True)
        yield "result-steps", stage.window


def _around(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    page = stage.page("settings", Page)
    yield "settings", stage.window
    yield from rulebook_scenes(stage)
    yield from calendar_scenes(stage)
    page = stage.page("settings", Page)
    yield "keys", stage.dialog(page.key_table.show_help)
    report = "QualityDesk · Python · Qt\n\nbuiltins.ValueError\n  qualitydesk/app/scenery.py:1 example\n"
    crash = CrashDialog(report, stage.program.folder / "logs" / "qualitydesk.log", stage.window)
    yield "crash", stage.dialog(crash.open)
    for step in range(4):
        first = FirstRun(stage.program.tools(), stage.program.settings, stage.window)
        yield f"first-run-{step + 1}", stage.dialog(partial(_at_step, first, step))


def _at_step(first: FirstRun, step: int) -> QDialog:
    first.open()
    first.turn_to(step)
    return first
