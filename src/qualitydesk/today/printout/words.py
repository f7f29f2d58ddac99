"""Which round, measure, slip, case or rule a piece of work is about: the same words on the first page and on paper."""

from __future__ import annotations

from qualitydesk.basics import money
from qualitydesk.basics.masking import masked
from qualitydesk.basics.phrases import capital, say
from qualitydesk.today.model import Errand, Work

_CASES = frozenset(
    {
        Errand.CLOCK,
        Errand.DECIDE,
        Errand.PAY,
        Errand.FOLLOW,
        Errand.OUTSIDE,
        Errand.MONTH,
        Errand.REVIEW,
        Errand.REQUEST,
    }
)


def errand_words(work: Work, language: str) -> str:
    """What is to be done with it."""
    return say(language, f"today.{work.errand}")


def what_words(work: Work, language: str, *, hidden: bool = False) -> str:
    """Which round, measure or slip; `hidden`: whose it is masked, where the number tells enough."""
    if work.errand in _CASES:
        return _case_words(work, language)
    if work.errand in (Errand.WALK, Errand.PLAN, Errand.PROPOSE):
        kind = say(language, f"round_kind.{work.words}")
        if work.errand is Errand.PROPOSE:
            return f"{work.number} · {say(language, 'today.people', count=work.people)}"
        return f"{work.number} · {kind}" if work.number else kind
    if work.errand is Errand.DUE:
        return say(language, "today.plan_owed", due=work.people, missed=work.of)
    if work.errand in (Errand.CONSEQUENCE, Errand.FOLLOWS):
        kind, _, name = work.words.partition(":")
        name = masked(name) if hidden else name
        return f"{name} · {say(language, f'points.follows.{kind}')} · {work.number}"
    if work.errand in (Errand.APPEAL, Errand.APPROVE, Errand.ISSUE, Errand.CORRECT):
        name = masked(work.words) if hidden else work.words
        return f"{name} · {work.number}"  # on a narrow screen whose it is tells more than its number
    if work.errand is Errand.PERSON:
        return f"{capital(say(language, f'asked.{work.words}'))} · {work.number}"
    if work.errand is Errand.SIGN:
        return sign_words(work, language)
    return f"{work.number} · {work.words}" if work.number else work.words


def sign_words(work: Work, language: str, *, full: bool = False) -> str:
    """Which edition of which rule (`full`: from when), and how many have not signed it."""
    return say(
        language,
        "today.unsigned_full" if full else "today.unsigned",
        rule=capital(say(language, f"rule.name.{work.words}")),
        number=work.number,
        day=work.day.isoformat(),
        missing=work.people,
        people=work.of,
    )


def _case_words(work: Work, language: str) -> str:
    """Which case, and which clock, sum or date of it; which month."""
    if work.errand in (Errand.MONTH, Errand.REVIEW):
        return f"{work.words} {say(language, 'paper_kind.complaint_month')}"
    if work.errand is Errand.PAY:
        return f"{work.number} · {say(language, f'money_kind.{work.words}')} {money.words(work.amount)}"
    if work.errand is Errand.REQUEST:
        return f"{work.number} · {work.words}"
    if work.errand is Errand.DECIDE:
        return work.number
    return f"{work.number} · {clock_name(work, language)}"


def clock_name(work: Work, language: str) -> str:
    """The clock a row is about; of a date set outside who set it."""
    outside, _, kind = work.words.partition("external.")
    if work.errand is Errand.OUTSIDE or (not outside and kind):
        return say(language, f"clock.external.{(kind or work.words).split('.')[0]}")
    return say(language, f"clock.name.{work.words}")
