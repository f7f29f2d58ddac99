"""What F1 tells on the walking page. The page reads these keys itself: a digit means what the item makes of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualitydesk.kit.keys import Key


def walking_keys() -> tuple[Key, ...]:
    """The keys of the page, in the order they are learnt."""
    say = QCoreApplication.translate
    return (
        Key("1", say("WalkKeys", "Pass")),
        Key("2", say("WalkKeys", "Fail")),
        Key("3", say("WalkKeys", "Partly, where the item allows it")),
        Key("-", say("WalkKeys", "Not applicable")),
        Key("0", say("WalkKeys", "0 to 5 for items on that scale; a figure and Enter for measured and counted ones")),
        Key("N", say("WalkKeys", "Note on the item in view; Esc goes back to the answers")),
        Key("F", say("WalkKeys", "Fixed on the spot: the failed item in view, or the one failed just now")),
        Key("Z", say("WalkKeys", "Undo the last answer")),
        Key("A", say("WalkKeys", "All remaining items of this person: pass")),
        Key("Up", say("WalkKeys", "Item before")),
        Key("Down", say("WalkKeys", "Item after")),
        Key("Left", say("WalkKeys", "Person before")),
        Key("Right", say("WalkKeys", "Person after")),
        Key("Esc", say("WalkKeys", "Pause; everything is saved")),
    )
