"""How contacts are said on screens, papers and in lists: occasion, what keeps one back, gift. Pure."""

from __future__ import annotations

from qualitydesk.basics.phrases import capital, knows, say
from qualitydesk.members.model.contacts import ContactLine, Greeting, Kept, Occasion
from qualitydesk.members.rules.message_texts import BLANKS

_DETAILS = {Occasion.PLAN: "contact.plan", Occasion.FESTIVAL: "contact.festival", Occasion.SEASON: "solar_term"}


def occasion_words(occasion: Occasion, detail: str, language: str, relative: str = "") -> str:
    """满一个月电话回访; 家人生日祝贺 · 李**; a plan or festival the group has made itself by its code."""
    if occasion is Occasion.FAMILY_BIRTHDAY:
        words = say(language, f"contact.occasion.{occasion}")
        return capital(f"{words} · {relative}" if relative else words)
    group = _DETAILS.get(occasion)
    if group is None or not detail:
        return capital(say(language, f"contact.occasion.{occasion}"))
    return capital(say(language, f"{group}.{detail}") if knows(language, f"{group}.{detail}") else detail)


def line_occasion(line: ContactLine, language: str) -> str:
    """The occasion of a row."""
    return occasion_words(line.owed.occasion, line.owed.detail, language, line.relative)


def greeting_words(greeting: Greeting, language: str) -> str:
    """每周问候; 节日问候 · 春节."""
    kind = capital(say(language, f"contact.occasion.{greeting.occasion}"))
    if not greeting.detail:
        return kind
    return f"{kind} · {occasion_words(greeting.occasion, greeting.detail, language)}"


def kept_words(line: ContactLine, language: str) -> str:
    """暂停维护 · TS-QQ-2026-000012; "" when nothing keeps it back."""
    if line.kept is None:
        return ""
    return " · ".join(part for part in (say(language, f"contact.kept.{line.kept}"), line.kept_by) if part)


def kept_tone(kept: Kept | None) -> str:
    """A complaint stands out; the rest is only told."""
    return {None: "", Kept.HOLD: "warning"}.get(kept, "muted")


def gift_words(gift: str, language: str) -> str:
    """贺卡和礼品; one the group has named itself as it stands."""
    return say(language, f"contact.gift.{gift}") if knows(language, f"contact.gift.{gift}") else gift


def blank_names(language: str) -> dict[str, str]:
    """What each blank is called within a text."""
    return {blank: say(language, f"contact.in_text.{blank}") for blank in BLANKS}


def made_up(language: str) -> dict[str, str]:
    """A person nobody is, on whom texts are tried: what fills each blank."""
    return {blank: say(language, f"contact.sample.{blank}") for blank in BLANKS}
