"""Words and tones of acknowledgements: editions, how far they are, how somebody signed."""

from __future__ import annotations

from qualitydesk.basics.phrases import capital, say
from qualitydesk.penalties.model.acknowledgement import Acknowledgement, EditionSigned, Signer, Stage
from qualitydesk.penalties.printout.acknowledgement import state_words

STAGE_TONES = {Stage.COMING: "info", Stage.IN_FORCE: "good", Stage.PAST: "muted"}


def rule_words(one: EditionSigned, language: str) -> str:
    """The rule by its title."""
    return str(one.edition.texts[language]["title"])


def stage_words(stage: Stage, language: str) -> str:
    """Where an edition stands."""
    return capital(say(language, f"sign.stage.{stage}"))


def way_words(signed: Acknowledgement | None, language: str) -> str:
    """On paper, or by word of mouth before whom; "" where nothing was signed."""
    if signed is None:
        return ""
    words = capital(say(language, f"sign.way.{signed.way}"))
    return f"{words} · {signed.witness}" if signed.witness else words


def signer_words(one: Signer, language: str) -> str:
    """Signed or not."""
    return capital(state_words(one, language))


def signer_tone(one: Signer) -> str:
    """What is missing stands out."""
    return "warning" if one.missing else "good" if one.must else "muted"
