"""The questions of the walking page: all remaining pass, the end of the round, giving it up."""

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
    """Whether the round ends now; says how many items have no answer. With none answered there is nothing to ask:
    it will be refused, with what to do instead."""
    whole = course.whole()
    if not whole.answered:
        then()
        return
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
    if running := len(course.running()):
        words += "\n" + QCoreApplication.translate(
            "WalkQuestions", "Steps still being timed: {count}. They stay without an end."
        ).format(count=running)
    title, yes = (
        QCoreApplication.translate("WalkQuestions", "Finish this round?"),
        QCoreApplication.translate("WalkQuestions", "Finish round"),
    )
    prompts.ask(page, title, words, yes=yes, then=then, danger=left > 0)


def changed_meanwhile(page: QWidget, prompts: Prompts) -> None:
    """Says that the round was not finished, since somebody else has answered in it."""
    title = QCoreApplication.translate("WalkQuestions", "Not finished yet")
    words = QCoreApplication.translate(
        "WalkQuestions",
        "Another window or a colleague has changed answers of this round in the meantime. The round was not finished; "
        "the page now shows the latest. Look through it, then finish the round again.",
    )
    prompts.tell(page, title, words)


def give_up(page: QWidget, prompts: Prompts, course: Course, then: Callable[[str], object]) -> None:
    """Why the round is given up; `then` gets the reason."""
    title, words = (
        QCoreApplication.translate("WalkQuestions", "Give up round"),
        QCoreApplication.translate(
            "WalkQuestions",
            "{number}, {answered} of {total} answered. Its number and answers are kept, but nothing failed in it "
            "counts, and it cannot be taken up again. Why is it given up?",
        ),
    )
    whole = course.whole()
    words = words.format(number=course.walk.round.number, answered=whole.answered, total=whole.total)
    prompts.ask_text(page, title, words, yes=title, then=then)
