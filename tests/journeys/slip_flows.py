"""Where a journey of slips begins: a group with its rule document on record and everybody's first offence behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.journeys.flows import CHINESE, found_quickly

from qualitydesk.app.bootstrap import Services, default_url, open_services
from qualitydesk.basics.changes import By
from qualitydesk.basics.clock import DEFAULT_ZONE
from qualitydesk.inspections.model import Given, RoundDraft, RoundKind, Verdict
from qualitydesk.penalties.model import AnswerDraft, AnswerKind
from qualitydesk.penalties.model.settlement import FineDraft
from qualitydesk.rulebook.model.rewarding import FineIs

ZONE = ZoneInfo(DEFAULT_ZONE)
APPEARANCE = ("appearance_women", "appearance_men", "appearance_guides")
ZHANG, ANNA, ME, BOSS = "张𬱖", "Anna O'Neill", "顾晓岚", "周正"
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
Stand = Callable[[date], datetime]
"""Sets the computer's clock to the morning of a day."""


def before(home: Path, stand: Stand) -> None:
    """A group, its rule document on record, and a first offence of everybody in September, long signed for."""
    stand(date(2026, 9, 1))
    found_quickly(home, CHINESE)
    services = open_services(default_url(home), home)
    people = {one.name: one for one in services.directory.people()}
    me, boss = By.alone(people[ME].id), By(people[BOSS].id, people[ME].id)
    today = services.directory.today()
    services.settlements.set_fine(FineDraft(FineIs.MONEY, "员工奖惩制度（2026）", today, today, today), me)
    stand(date(2026, 9, 2))
    round_id = first_round(services, me, [one.id for one in people.values() if one.name not in (ME, BOSS)])
    for slip in services.penalties.propose_all(round_id, me).value:
        services.penalties.approve(slip.id, slip.revision, boss)
        services.penalties.issue(slip.id, slip.revision + 1, me)
        signed = AnswerDraft(AnswerKind.ACKNOWLEDGED, services.directory.today(), accepts=True)
        services.penalties.answer(slip.id, slip.revision + 2, signed, me)
    services.close()


def first_round(services: Services, by: By, people: list[UUID]) -> UUID:
    """Everybody fails the first item of the list."""
    assert by.decided_by is not None
    home = next(one.id for one in services.directory.institutions() if one.name == CHINESE.home)
    rounds = services.rounds
    draft = RoundDraft(RoundKind.PATROL, home, (by.decided_by,), APPEARANCE, tuple(people))
    round_id = rounds.open_round(draft, by).value
    walk = rounds.walk(round_id)
    for stop in walk.stops:
        first, *others = walk.items[stop.id]
        passed = [(item, Given(Verdict.PASS)) for item in others if not item.by_figure]
        rounds.record_answers(round_id, stop.id, [(first, Given(Verdict.FAIL)), *passed], by)
    rounds.finish_round(round_id, by)
    return round_id
