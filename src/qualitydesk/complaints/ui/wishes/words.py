"""Words and tones of wishes on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.masking import masked
from qualitydesk.basics.phrases import say
from qualitydesk.complaints.model.wishes import WishKind, WishLine, WishOutcome, WishState

STATE_TONES = {
    WishState.LOGGED: "info",
    WishState.FORWARDED: "info",
    WishState.ANSWERED: "good",
    WishState.CASE: "muted",
}
KIND_TONES = {WishKind.WISH: "", WishKind.SUGGESTION: "", WishKind.PRAISE: "good"}


def kind_words(kind: WishKind, language: str) -> str:
    return say(language, f"wish_kind.{kind}")


def state_words(state: WishState, language: str) -> str:
    return say(language, f"wish_state.{state}")


def outcome_words(outcome: WishOutcome | None, language: str) -> str:
    return say(language, f"wish_outcome.{outcome}") if outcome is not None else ""


def told_words(line: WishLine, language: str) -> str:
    """The state; of one answered what became of it."""
    parts = (state_words(line.state, language), outcome_words(line.outcome, language))
    return " · ".join(part for part in parts if part)


def told_briefly(line: WishLine, language: str) -> str:
    """In a column: what became of it says that it was answered."""
    if line.state is WishState.ANSWERED and line.outcome is not None:
        return outcome_words(line.outcome, language)
    return state_words(line.state, language)


def told_tone(line: WishLine) -> str:
    if line.outcome is WishOutcome.NOT_TAKEN_UP and line.state is WishState.ANSWERED:
        return "warning"
    return STATE_TONES[line.state]


def party_words(line: WishLine) -> str:
    """The customer, masked; of an unnamed one so said."""
    return masked(line.party) or QCoreApplication.translate("Wishes", "Anonymous")


def named_words(line: WishLine, language: str) -> str:
    """The employees named."""
    return ("、" if language == "zh" else ", ").join(name for _id, name in line.named)


def forwarded_words(line: WishLine) -> str:
    """To which department, and to whom there."""
    return " · ".join(part for part in (line.department, line.employee) if part)
