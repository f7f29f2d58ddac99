"""What of a finished round may be put on a slip by hand: items of its people that no finding tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from qualitydesk.basics.errors import Problem, Refused, refuse_if
from qualitydesk.basics.ids import new_id
from qualitydesk.inspections.model import Answer, Item, Stop, Verdict, Walk
from qualitydesk.inspections.service import Findings, Rounds
from qualitydesk.penalties.model import Addable, AddDraft, AddedAct
from qualitydesk.penalties.rules import problems_in_adding
from qualitydesk.rulebook.model import Gravity

_FIRST = {Verdict.PARTLY: 0, Verdict.FAIL: 1, None: 3}
"""Partly met comes first, then what was failed or noted; what passed without a word comes last."""


class Adding:
    """Offers what may be put in by hand, and makes the act of it."""

    def __init__(self, rounds: Rounds, findings: Findings) -> None:
        self._rounds = rounds
        self._findings = findings

    def offers(self, round_id: UUID) -> list[Addable]:
        """Every item of every person of the round that has no finding, the likeliest first; people as walked."""
        walk = self._rounds.walk(round_id)
        found = {(one.stop_id, one.item_code) for one in self._findings.of_round(round_id)}
        return [
            _addable(stop, item, walk.answers.get((stop.id, item.code)))
            for stop in walk.stops
            if stop.employee_id is not None
            for item in _by_likelihood(walk, stop)
            if (stop.id, item.code) not in found
        ]

    def act_of(self, round_id: UUID, draft: AddDraft) -> AddedAct:
        """The act a draft means, with all a slip must keep of it. Refused: draft, finding_there."""
        refuse_if(problems_in_adding(draft))
        walk = self._rounds.walk(round_id)
        stop, item = _place_of(walk, draft)
        if any((one.stop_id, one.item_code) == (stop.id, item.code) for one in self._findings.of_round(round_id)):
            raise Refused("draft", problems=(Problem("item_code", "add_item_found"),))
        answer = walk.answers.get((stop.id, item.code))
        return AddedAct(
            finding_id=new_id(),
            item_code=item.code,
            group=item.group,
            gravity=Gravity(item.gravity),
            title=dict(item.title),
            at=_moment(walk, answer),
            reason=draft.reason.strip(),
            seen=answer.given.note if answer else "",
        )


def _place_of(walk: Walk, draft: AddDraft) -> tuple[Stop, Item]:
    for stop in walk.stops:
        if stop.employee_id == draft.employee_id:
            for item in walk.items[stop.id]:
                if item.code == draft.item_code:
                    return stop, item
    raise Refused("draft", problems=(Problem("item_code", "add_item_missing"),))


def _by_likelihood(walk: Walk, stop: Stop) -> list[Item]:
    def rank(item: Item) -> int:
        answer = walk.answers.get((stop.id, item.code))
        given = answer.given if answer else None
        return _FIRST.get(given.verdict if given else None, 2 if given and given.note else 4)

    return sorted(walk.items[stop.id], key=rank)  # of equals as they were walked


def _addable(stop: Stop, item: Item, answer: Answer | None) -> Addable:
    assert stop.employee_id is not None
    given = answer.given if answer else None
    title: Mapping[str, str] = item.title
    verdict = given.verdict.value if given and given.verdict else ""
    return Addable(stop.employee_id, stop.number, stop.name, item.code, title, verdict, given.note if given else "")


def _moment(walk: Walk, answer: Answer | None) -> datetime:
    """When it was seen: at its answer, else some time before the round was closed."""
    return answer.answered_at if answer else walk.round.finished_at or walk.round.started_at
