"""How a tier moves: up right after a posting, down only at a review; guarantee, grace and pin (methods §4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from qualitydesk.basics.errors import Problem
from qualitydesk.members.model.tiers import Happened, Outlook, Spend, TierState, Turn, Way
from qualitydesk.members.rules.tiers import DAY, Course, months_after, rank_at
from qualitydesk.rulebook.model.tiers import Downgrade, TiersRule

PIN_LONGEST = 60  # months; a pin without an end in sight would be a tier nobody looks at again


def is_pinned(state: TierState, on: date) -> bool:
    """Whether a person's word holds on this day."""
    return state.pinned_until is not None and on < state.pinned_until


def after_posting(state: TierState, qualifies: int, on: date, rule: TiersRule) -> tuple[TierState, Happened]:
    """Right after a positive posting on day `on`; `qualifies`: the rank of an evaluation on the day after."""
    if qualifies <= state.rank or is_pinned(state, on):
        return state, Happened.NOTHING
    return raised(qualifies, on, rule), Happened.UPGRADE


def raised(rank: int, on: date, rule: TiersRule) -> TierState:
    """A tier reached: the guarantee begins."""
    return TierState(rank, guaranteed_until=months_after(on, rule.guarantee_months))


def lowered(rank: int, on: date, rule: TiersRule) -> TierState:
    """A tier fallen to."""
    kept = months_after(on, rule.guarantee_months) if rule.guarantee_after_downgrade else None
    return TierState(rank, guaranteed_until=kept)


def at_review(state: TierState, qualifies: int, on: date, rule: TiersRule) -> tuple[TierState, Happened]:
    """A review on day `on`; `qualifies`: the rank of an evaluation on that day."""
    if is_pinned(state, on):
        return state, Happened.PINNED
    if state.pinned_until is not None:
        state = replace(state, pinned_until=None)
    if qualifies > state.rank:  # the rule or a decision has changed since the posting
        return raised(qualifies, on, rule), Happened.UPGRADE
    if qualifies == state.rank:
        if state.grace_until is None:
            return state, Happened.KEPT
        return replace(state, grace_until=None), Happened.REQUALIFIED
    if state.guaranteed_until is not None and on < state.guaranteed_until:
        return state, Happened.KEPT_GUARANTEE
    if rule.grace_months and state.grace_until is None:
        return replace(state, grace_until=months_after(on, rule.grace_months)), Happened.GRACE_STARTED
    if state.grace_until is not None and on < state.grace_until:
        return state, Happened.KEPT_GRACE
    to = qualifies if rule.downgrade is Downgrade.BALANCE_BASED else max(qualifies, state.rank - 1)
    return lowered(to, on, rule), Happened.DOWNGRADE


def is_review(state: TierState, rule: TiersRule, day: date) -> bool:
    """Whether the member is reviewed on this day: the rule's days, the end of her grace, the end of a pin."""
    return (day.month, day.day) in rule.review_days or day in (state.grace_until, state.pinned_until)


def review_days(rule: TiersRule, after: date) -> Iterator[date]:
    """The rule's own days behind `after`, without end."""
    year = after.year
    while True:
        yield from (day for month, at in rule.review_days if (day := date(year, month, at)) > after)
        year += 1


def next_review(rule: TiersRule, after: date) -> date:
    """The rule's next day behind `after`."""
    return next(review_days(rule, after))


def outlook(state: TierState, course: Course, rule: TiersRule, after: date) -> Outlook:
    """What comes behind the day `after` if nothing more is bought. `course` begins on the day behind it."""
    due, falls = _reviews_ahead(state, course, rule, after)
    turn = course.changes_on
    # What is shown on a day is the evaluation of the next one: that day's purchases count.
    ahead = [day for day in (due, None if turn is None else turn - DAY) if day is not None]
    return Outlook(min(ahead, default=None), course.below_from(state.rank), falls)


def _reviews_ahead(state: TierState, course: Course, rule: TiersRule, after: date) -> tuple[date | None, date | None]:
    """The first review that does anything, and the first that proposes a lower tier."""
    due: date | None = None
    on = after
    if state.grace_until is None and state.pinned_until is None and max(course.ranks) <= state.rank:
        if (below := course.below_from(state.rank)) is None:
            return None, None
        on = max(after, below - DAY, (state.guaranteed_until or below) - DAY)  # no review before it does anything
    settled = course.days[-1]  # behind it the rank stays
    while True:
        own = (day for day in (state.grace_until, state.pinned_until) if day is not None and day > on)
        on = min((*own, next_review(rule, on)))
        new, happened = at_review(state, course.on(on), on, rule)
        if new != state and due is None:
            due = on
        if happened is Happened.DOWNGRADE:
            return due, on
        state = new
        waits = (state.guaranteed_until, state.grace_until, state.pinned_until)
        if on >= settled and not any(end is not None and end > on for end in waits) and course.on(on) >= state.rank:
            return due, None


def went_on(
    state: TierState, spends: Sequence[Spend], rule: TiersRule, since: date, today: date
) -> tuple[TierState, list[Turn]]:
    """The reviews behind `since` up to today, one after another: the state as it stands by itself, and what came of
    them. A tier lower or higher is a proposal, so that the state keeps its rank."""
    turns: list[Turn] = []
    for on in _reviews_between(state, rule, since, today):
        if not is_review(state, rule, on):  # the grace or pin it was the end of has gone meanwhile
            continue
        new, happened = at_review(state, rank_at(spends, rule, on), on, rule)
        if happened is Happened.UPGRADE:
            turns.append(Turn(Way.UP, new.rank, on, on, new.guaranteed_until))
        elif happened is Happened.DOWNGRADE:
            turns.append(Turn(Way.DOWN, new.rank, on, on, new.guaranteed_until))
        elif happened is Happened.GRACE_STARTED:
            turns.append(Turn(Way.GRACE, state.rank, on, on, new.grace_until))
        elif happened is Happened.REQUALIFIED:
            turns.append(Turn(Way.REGAINED, state.rank, on, on))
        if new.rank == state.rank:
            state = new
        elif not is_pinned(state, on):
            state = replace(state, pinned_until=None)
    return state, turns


def _reviews_between(state: TierState, rule: TiersRule, since: date, today: date) -> Iterator[date]:
    """The rule's days, and the ends of grace and pin: those there are and those a review may set."""
    found = set(takewhile(lambda day: day <= today, review_days(rule, since)))
    begins = (*found, state.pinned_until) if rule.grace_months else ()
    graces = {months_after(day, rule.grace_months) for day in begins if day is not None}
    own = {day for day in (state.grace_until, state.pinned_until, *graces) if day is not None and since < day <= today}
    return iter(sorted(found | own))


def problems_in_pin(tier: int | None, reason: str, until: date | None, today: date) -> list[Problem]:
    """A pin wants a tier, a reason, and an end that is ahead and not out of sight."""
    found = [] if tier is not None else [Problem("tier", "tier_missing")]
    if not reason.strip():
        found.append(Problem("reason", "reason_missing"))
    if until is None:
        found.append(Problem("until", "pin_end_missing"))
    elif until <= today:
        found.append(Problem("until", "pin_end_past", {"today": today.isoformat()}))
    elif until > months_after(today, PIN_LONGEST):
        found.append(Problem("until", "pin_end_far", {"months": PIN_LONGEST}))
    return found
