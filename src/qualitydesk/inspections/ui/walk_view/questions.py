"""The two questions of the walking page: all remaining pass, and the end of the round."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from qualitydesk.inspections.ui.walk_view.course import Course
from qualitydesk.kit.prompts import Prompts


def all_pass(page: QWidget, prompts: Prompts, course: Course, then: Callable[[], object]) -> None:
    """Whether the rest of this person passes; says what needs a figure and stays open."""
    stop = course.place.stop
    count = len(course.remaining_words(stop))
    rest = len(course.open_places(stop)) - count
    words = QCoreApplication.translate("WalkQuestions", "{name}: record the remaining {count} items as passed?").format(
        name=course.stop.name, count=count
    )
    if rest:
        words += "\n" + QCoreApplication.translate(
            "WalkQuestions", "{count} items need a figure and stay open."
        ).format(count=rest)
    title, yes = (
        QCoreApplication.translate("WalkQuestions", "All remaining pass"),
        QCoreApplication.translate("WalkQuestions", "Record as passed"),
    )
    prompts.ask(page, title, words, yes=yes, then=then)


def finish(page: QWidget, prompts: Prompts, course: Course, then: Callable[[], object]) -> None:
    """Whether the round ends now; says how many items have no answer."""
    whole = course.whole()
    left = whole.total - whole.answered
    if left:
        words = QCoreApplication.translate(
            "WalkQuestions",
            "{count} of {total} items are unanswered. They will not count, and cannot be answered later.",
        ).format(count=left, total=whole.total)
    else:
        words = QCoreApplication.translate(
            "WalkQuestions", "All {total} items are answered. A finished round cannot be changed."
        ).format(total=whole.total)
    title, yes = (
        QCoreApplication.translate("WalkQuestions", "Finish this round?"),
        QCoreApplication.translate("WalkQuestions", "Finish round"),
    )
    prompts.ask(page, title, words, yes=yes, then=then, danger=left > 0)
