"""What F1 tells on the walking page. The page reads these keys itself: a digit means what the item makes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from qualitydesk.kit.keys import Key


def walking_keys() -> tuple[Key, ...]:
    """The keys of the page, in the order they are learnt."""
    return (
        Key("1", QCoreApplication.translate("WalkKeys", "Pass")),
        Key("2", QCoreApplication.translate("WalkKeys", "Fail")),
        Key("3", QCoreApplication.translate("WalkKeys", "Partly, where the item allows it")),
        Key("-", QCoreApplication.translate("WalkKeys", "Not applicable")),
        Key(
            "0 … 5",
            QCoreApplication.translate(
                "WalkKeys", "0 to 5 for items on that scale; a figure and Enter for measured and counted ones"
            ),
        ),
        Key(
            "S",
            QCoreApplication.translate(
                "WalkKeys", "The step in view begins, or ends and leads on to the next open item"
            ),
        ),
        Key("T", QCoreApplication.translate("WalkKeys", "Type or correct the times of the step in view")),
        Key("N", QCoreApplication.translate("WalkKeys", "Note: the item just failed, else the one in view")),
        Key("F", QCoreApplication.translate("WalkKeys", "Fixed on the spot: the item just failed")),
        Key("Z", QCoreApplication.translate("WalkKeys", "Undo the last answer")),
        Key("A", QCoreApplication.translate("WalkKeys", "All remaining items of this person: pass")),
        Key("Up", QCoreApplication.translate("WalkKeys", "Item before")),
        Key("Down", QCoreApplication.translate("WalkKeys", "Item after")),
        Key("PgDown", QCoreApplication.translate("WalkKeys", "The rest of a long text; PgUp goes back")),
        Key("Left", QCoreApplication.translate("WalkKeys", "Person before")),
        Key("Right", QCoreApplication.translate("WalkKeys", "Person after")),
        Key("I", QCoreApplication.translate("WalkKeys", "The other inspector answers")),
        Key("B", QCoreApplication.translate("WalkKeys", "Larger or ordinary letters")),
        Key("R", QCoreApplication.translate("WalkKeys", "Show or hide the route")),
        Key("E", QCoreApplication.translate("WalkKeys", "Show or hide progress and notes")),
        Key("Esc", QCoreApplication.translate("WalkKeys", "Pause; everything is saved")),
    )


def photo_keys(paste: Callable[[], object]) -> tuple[Key, ...]:
    """Where photos can be kept."""
    return (
        Key("P", QCoreApplication.translate("WalkKeys", "Photo: the telephone's new pictures, else choose files")),
        Key("Ctrl+V", QCoreApplication.translate("WalkKeys", "Photo: what was copied, a picture or files"), paste),
        Key("Tab", QCoreApplication.translate("WalkKeys", "To note and photos; Enter shows one, Delete removes it")),
    )
