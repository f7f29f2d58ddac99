"""Why a round is suggested, in sentences: names cut and counted, codes as words."""

from __future__ import annotations

from collections.abc import Sequence

from qualitydesk.basics.phrases import say
from qualitydesk.inspections.model.suggesting import Chosen, Reason, Why
from qualitydesk.inspections.rules.suggesting import TOLD

_WITH_NAMES = (Why.REPEAT, Why.UNSEEN)


def reason_words(reason: Reason, language: str) -> str:
    """One reason as a sentence."""
    values = dict(reason.values)
    for key in ("names", "numbers"):
        if key in values:
            values[key] = names_words(values[key], language)
    if "kind" in values:
        values["kind"] = say(language, f"round_kind.{values['kind']}")
    if reason.why is Why.REPEAT:
        values["item"] = values["item"].get(language) or values["code"]
    if reason.why is Why.UNSEEN:
        since = values["since"]
        values["since"] = say(language, "suggest.never") if since is None else say(language, "suggest.days", days=since)
    nobody = "_nobody" if reason.why in _WITH_NAMES and not values["names"] else ""
    return say(language, f"suggest.{reason.why}{nobody}", **values)


def names_words(names: Sequence[str], language: str) -> str:
    """The first names, the rest counted."""
    shown = ("、" if language == "zh" else ", ").join(names[:TOLD])
    if len(names) <= TOLD:
        return shown
    return f"{shown}{'' if language == 'zh' else ' '}{say(language, 'suggest.more', count=_rest(names, language))}"


def _rest(names: Sequence[str], language: str) -> int:
    """等 n 人 counts all of them, "and n more" the others."""
    return len(names) if language == "zh" else len(names) - TOLD


def why_words(one: Chosen, language: str) -> str:
    return ("、" if language == "zh" else ", ").join(say(language, f"suggest.short.{why}") for why in one.why)
