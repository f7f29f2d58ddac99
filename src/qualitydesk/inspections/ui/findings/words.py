"""Words and tones of findings on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualitydesk.basics.phrases import knows, say
from qualitydesk.inspections.model import DisputeState, FindingCounts, Standing

DISPUTE_TONES = {
    DisputeState.NONE: "muted",
    DisputeState.PENDING: "warning",
    DisputeState.UPHELD: "good",
    DisputeState.REJECTED: "muted",
    DisputeState.WITHDRAWN: "muted",
}


def standing_words(standing: str, language: str) -> str:
    return say(language, f"standing.{standing}")


def dispute_words(state: str, language: str) -> str:
    """Nothing for a finding nobody contests."""
    return "" if state == DisputeState.NONE else say(language, f"dispute_state.{state}")


def standing_of(standing: str, dispute: str, language: str) -> str:
    """Whether the ladder hears it; a dispute still to be decided goes before: the finding counts meanwhile."""
    return dispute_words(dispute, language) if dispute == DisputeState.PENDING else standing_words(standing, language)


def standing_tone(standing: str, dispute: str) -> str:
    return "warning" if dispute == DisputeState.PENDING else ("" if standing == Standing.COUNTS else "muted")


def history_words(verb: str, language: str) -> str:
    """What was done with a finding, by the code of the verb."""
    code = f"finding_verb.{verb}"
    return say(language, code) if knows(language, code) else verb


def counts_words(counts: FindingCounts) -> str:
    """One sentence over a filtered list."""
    if not counts.findings:
        return QCoreApplication.translate("Findings", "Nothing found.")
    words = QCoreApplication.translate(
        "Findings",
        "{findings} findings on {people} people: {fixed} fixed at once, {unmeasured} without a measure, "
        "{disputed} disputes to be decided.",
    )
    return words.format(
        findings=counts.findings,
        people=counts.people,
        fixed=counts.fixed,
        unmeasured=counts.unmeasured,
        disputed=counts.disputed,
    )
