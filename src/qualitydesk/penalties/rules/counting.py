"""Which earlier findings count against one finding of the act, and the rung they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from qualitydesk.basics.clock import local_day, months_before
from qualitydesk.penalties.model import EarlierOffence, FindingFact, LadderFacts, Reason, Standing, Weighed
from qualitydesk.rulebook.model import Column, Counts, Gravity, LadderRule, SameRound

_HEARD_NOT = {
    Standing.LEFT_OUT: Reason.LEFT_OUT,
    Standing.DISPUTED: Reason.DISPUTED,
    Standing.CORRECTED: Reason.CORRECTED,
    Standing.WITHDRAWN: Reason.WITHDRAWN,
}


@dataclass(frozen=True)
class Weighing:
    """One finding of the act with all that was weighed for it."""

    finding: FindingFact
    weighed: tuple[Weighed, ...]

    @property
    def seconds(self) -> int:
        """Earlier occasions counted towards a second offence."""
        return sum(entry.for_second for entry in self.weighed)

    @property
    def thirds(self) -> int:
        """Earlier occasions counted towards a third offence."""
        return sum(entry.for_third for entry in self.weighed)

    @property
    def rung(self) -> int:
        """3 with two or more earlier ones towards a third, 2 with any towards a second, else 1."""
        if self.thirds >= 2:
            return 3
        return 2 if self.seconds else 1


def window_start(facts: LadderFacts, ladder: LadderRule) -> date:
    """The first local day that is looked at; the day before it is out (edge: the look-back ends that very day)."""
    return months_before(facts.act_day, ladder.counting.look_back_months)


def offences_of(facts: LadderFacts, ladder: LadderRule) -> tuple[FindingFact, ...]:
    """The act's distinct offences: partly met ones drop out, several findings on one item are one, the gravest.

    In order of gravity, the gravest last, so that where items of one round count against one another the highest rung
    falls on the gravest, whatever the order of entry.
    """
    heard = [
        finding
        for finding in facts.act.findings
        if (ladder.counting.partly or not finding.partly) and (ladder.counting.fixed_on_the_spot or not finding.fixed)
    ]
    by_item: dict[str, FindingFact] = {}
    for finding in sorted(heard, key=lambda entry: (_grave(entry), str(entry.finding_id))):
        by_item[finding.item_code] = finding
    return tuple(sorted(by_item.values(), key=lambda entry: (_grave(entry), entry.item_code)))


def weigh(finding: FindingFact, facts: LadderFacts, ladder: LadderRule, column: Column) -> Weighing:
    """Everything known of this employee, weighed for one finding of the act; sorted by moment.

    An occasion is a round, or with same_round = "each" an item of a round. One occasion counts once; of several
    findings of it the one on the very item stands for it.
    """
    counting = ladder.counting
    weighed: list[Weighed] = []
    occasions: dict[tuple[str, str], int] = {}
    for earlier in sorted(facts.earlier, key=lambda entry: _order(entry, finding)):
        reason = why_not_counted(earlier, facts, ladder, column)
        same_item = earlier.item_code == finding.item_code
        # An item keeps its identity by its code, even where a later edition of a pack moved it to another group.
        same_group = same_item or earlier.group == finding.group
        second, third = (same_item if scope is Counts.ITEM else same_group for scope in _scopes(ladder))
        if reason is None and not second:
            reason = Reason.OTHER_ITEM if same_group else Reason.OTHER_GROUP
        if reason is None:
            item = earlier.item_code if counting.same_round is SameRound.EACH else ""
            key = (str(earlier.round_id), item)
            taken = occasions.setdefault(key, len(weighed))
            if taken != len(weighed):
                twin = weighed[taken].item_code == earlier.item_code
                reason = Reason.SAME_ITEM if twin else Reason.SAME_OCCASION
        entry = _weighed(earlier, facts, reason)
        weighed.append(entry if reason else replace(entry, for_second=second, for_third=third))
    if counting.same_round is SameRound.EACH:
        weighed += _others_of_the_round(finding, facts, ladder)
    return Weighing(finding, tuple(sorted(weighed, key=lambda one: (one.day, one.round_number, one.item_code))))


def why_not_counted(earlier: EarlierOffence, facts: LadderFacts, ladder: LadderRule, column: Column) -> Reason | None:
    """Why it does not count whatever the finding, in the order of `Reason`; None when it may count."""
    act = facts.act
    counting = ladder.counting
    tests = (
        (any(earlier.finding_id == own.finding_id for own in act.findings), Reason.ITSELF),
        (earlier.round_id == act.round_id, Reason.SAME_ROUND),
        (earlier.standing in _HEARD_NOT, _HEARD_NOT.get(earlier.standing)),
        (earlier.partly and not counting.partly, Reason.PARTLY),
        (earlier.fixed and not counting.fixed_on_the_spot, Reason.FIXED),
        (earlier.at >= act.at, Reason.LATER),
        (local_day(earlier.at, facts.zone) < window_start(facts, ladder), Reason.OUT_OF_WINDOW),
        (not counting.join_columns and ladder.kinds.get(earlier.round_kind) != column, Reason.OTHER_COLUMN),
    )
    return next((reason for holds, reason in tests if holds), None)


def _others_of_the_round(finding: FindingFact, facts: LadderFacts, ladder: LadderRule) -> Iterable[Weighed]:
    """The act's own offences that stand before `finding`; on distinct items, so only the group can join them."""
    own = offences_of(facts, ladder)
    second, third = (scope is Counts.GROUP for scope in _scopes(ladder))
    for other in own[: own.index(finding)]:
        if second and other.group == finding.group:
            entry = Weighed(
                finding_id=other.finding_id,
                round_id=facts.act.round_id,
                round_number=facts.act.round_number,
                day=facts.act_day,
                item_code=other.item_code,
                title=other.title,
                recorded_day=facts.act_day,
            )
            yield replace(entry, for_second=second, for_third=third)


def _weighed(earlier: EarlierOffence, facts: LadderFacts, reason: Reason | None) -> Weighed:
    return Weighed(
        finding_id=earlier.finding_id,
        round_id=earlier.round_id,
        round_number=earlier.round_number,
        day=local_day(earlier.at, facts.zone),
        item_code=earlier.item_code,
        title=earlier.title,
        recorded_day=local_day(earlier.recorded_at, facts.zone),
        reason=reason,
    )


def _scopes(ladder: LadderRule) -> tuple[Counts, Counts]:
    return ladder.counting.second_counts, ladder.counting.third_counts


def _grave(finding: FindingFact) -> int:
    return 1 if finding.gravity == Gravity.SERIOUS else 0


def _order(earlier: EarlierOffence, finding: FindingFact) -> tuple[bool, object, str, str, str]:
    """The very item first, so that it stands for its occasion; then by moment; ids only to settle ties."""
    other_item = earlier.item_code != finding.item_code
    return (other_item, earlier.at, earlier.round_number, earlier.item_code, str(earlier.finding_id))
